/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/free-place.h"

#include <math.h>

/* A point that is as near as possible to 0, 0 and in no rectangle has x = 0 or lies on the left or right side of one: else it
 * could be nearer. So only those upright lines are asked, the nearest first, until they are farther than what is found. */

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const LsnForbidden *first = a, *second = b;

  return first->ways.y0 < second->ways.y0 ? -1 : first->ways.y0 > second->ways.y0;
}

static int
compare_nearness (gconstpointer a,
                  gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  if (fabs (first) != fabs (second))
    return fabs (first) < fabs (second) ? -1 : 1;
  return first < second ? -1 : first > second;
}

static GArray *
lines_of (GArray *forbidden,
          double  reach)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  double zero = 0;
  guint n = 1;

  g_array_append_val (lines, zero);
  for (guint i = 0; i < forbidden->len; i++)
    {
      LsnRect ways = g_array_index (forbidden, LsnForbidden, i).ways;

      if (fabs (ways.x0) <= reach)
        g_array_append_val (lines, ways.x0);
      if (fabs (ways.x1) <= reach)
        g_array_append_val (lines, ways.x1);
    }
  g_array_sort (lines, compare_nearness);
  for (guint i = 1; i < lines->len; i++)
    if (g_array_index (lines, double, i) != g_array_index (lines, double, n - 1))
      g_array_index (lines, double, n++) = g_array_index (lines, double, i);
  g_array_set_size (lines, n);
  return lines;
}

static inline gboolean
is_on_line (const LsnForbidden *forbidden,
            double              x)
{
  return forbidden->ways.x0 < x && x < forbidden->ways.x1;
}

/* The free point of the line at @x nearest to y = 0; infinite when there is none. The rectangles are sorted by their tops. */
static double
nearest_on_line (GArray *forbidden,
                 double  x)
{
  double free_from = -INFINITY, best = INFINITY;

  for (guint i = 0; i < forbidden->len && free_from < fabs (best); i++)
    {
      const LsnForbidden *one = &g_array_index (forbidden, LsnForbidden, i);

      if (!is_on_line (one, x))
        continue;
      if (one->ways.y0 >= free_from && isfinite (one->ways.y0) && fabs (CLAMP (0, free_from, one->ways.y0)) < fabs (best))
        best = CLAMP (0, free_from, one->ways.y0);
      free_from = MAX (free_from, one->ways.y1);
    }
  return MAX (free_from, 0) < fabs (best) ? MAX (free_from, 0) : best;
}

/**
 * lsn_free_place_find:
 * @forbidden: (element-type LsnForbidden): sorted in place
 * @reach: how far off the place may be
 * @work_left: (inout): how much may still be looked at, made less by what was
 * @cancellable: (nullable): ends the search
 * @place: (out): the nearest place to 0, 0
 *
 * Cost: O(n log n) and, for each side of a rectangle that is nearer than the place, O(n).
 *
 * Returns: whether there is a place
 */
gboolean
lsn_free_place_find (GArray       *forbidden,
                     double        reach,
                     guint64      *work_left,
                     GCancellable *cancellable,
                     LsnFreePlace *place)
{
  g_autoptr (GArray) lines = lines_of (forbidden, reach);
  double best = reach;
  gboolean found = FALSE;

  g_array_sort (forbidden, compare_tops);
  for (guint i = 0; i < lines->len && *work_left > 0 && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double x = g_array_index (lines, double, i), y;

      if (fabs (x) > best)
        break;
      *work_left -= MIN (*work_left, forbidden->len + 1);
      y = nearest_on_line (forbidden, x);
      if (hypot (x, y) > best || (found && hypot (x, y) == best))
        continue;
      best = hypot (x, y);
      *place = (LsnFreePlace) { x, y, 0 };
      found = TRUE;
    }
  return found;
}

typedef struct
{
  double   y;
  int      change;   /* of the cost, when one goes down past @y */
  gboolean is_hard;
} Edge;

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return first->change < second->change ? -1 : first->change > second->change;   /* out of one before into the next */
}

/* The cheapest point of a line, of those the nearest to y = 0 */
static void
cheapest_on_line (GArray       *forbidden,
                  double        x,
                  GArray       *edges,
                  LsnFreePlace *best,
                  gboolean     *found)
{
  int cost = 0, hard = 0;

  g_array_set_size (edges, 0);
  for (guint i = 0; i < forbidden->len; i++)
    {
      const LsnForbidden *one = &g_array_index (forbidden, LsnForbidden, i);
      Edge enter = { one->ways.y0, 1, one->is_hard }, leave = { one->ways.y1, -1, one->is_hard };

      if (!is_on_line (one, x))
        continue;
      g_array_append_val (edges, enter);
      g_array_append_val (edges, leave);
    }
  g_array_sort (edges, compare_edges);
  for (guint i = 0; i <= edges->len; i++)
    {
      double from = i == 0 ? -INFINITY : g_array_index (edges, Edge, i - 1).y;
      double to = i == edges->len ? INFINITY : g_array_index (edges, Edge, i).y, y = CLAMP (0, from, to);

      if (i > 0)
        *(g_array_index (edges, Edge, i - 1).is_hard ? &hard : &cost) += g_array_index (edges, Edge, i - 1).change;
      if (hard > 0 || !isfinite (y)
          || (*found && ((guint) cost > best->cost
                         || ((guint) cost == best->cost && hypot (x, y) >= hypot (best->x, best->y)))))
        continue;
      *best = (LsnFreePlace) { x, y, cost };
      *found = TRUE;
    }
}

/**
 * lsn_free_place_cheapest:
 * @forbidden: (element-type LsnForbidden): what costs, and what is hard
 * @max_lines: of the sides of rectangles, so many of the nearest are asked
 * @cancellable: (nullable): ends the search
 * @place: (out): the cheapest place; of those that cost the same, the nearest to 0, 0
 *
 * Where no place is free. Cost: O(lines * n log n).
 *
 * Returns: whether there is a place that is not in a hard one
 */
gboolean
lsn_free_place_cheapest (GArray       *forbidden,
                         guint         max_lines,
                         GCancellable *cancellable,
                         LsnFreePlace *place)
{
  g_autoptr (GArray) lines = lines_of (forbidden, INFINITY), edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  gboolean found = FALSE;

  for (guint i = 0; i < MIN (lines->len, max_lines) && !g_cancellable_is_cancelled (cancellable); i++)
    if (isfinite (g_array_index (lines, double, i)))
      cheapest_on_line (forbidden, g_array_index (lines, double, i), edges, place, &found);
  return found;
}
