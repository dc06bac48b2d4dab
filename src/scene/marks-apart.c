/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/marks-apart.h"
#include <stdlib.h>
#include "scene/grid.h"
#include "scene/marks.h"

#define STEP 5.0
#define MAX_STEPS 24
#define GAP 2.0
/* Above so many lines nobody can tell a mark from the next, and nothing is sought. */
#define MAX_LINES 10000

/* A route with marks, and how far these can go along it. */
typedef struct
{
  guint  route;
  double room;
} Marked;

/* What is placed so far: discs, as badges are. */
typedef struct
{
  LsnGrid *grid;
  GArray  *discs;   /* of LsnMark, whose number in the grid is its place here */
  GArray  *found;
} Placed;

static double
radius_of (const LsnMark *mark)
{
  return MAX (mark->half, mark->across);
}

/* How deep marks reach into those of other ties; 0 when they are clear of all. */
static double
depth (Placed        *placed,
       const LsnMark *marks,
       guint          n_marks)
{
  double deepest = 0.0;

  for (guint i = 0; i < n_marks; i++)
    {
      double radius = radius_of (&marks[i]) + GAP;

      lsn_grid_find_loosely (placed->grid, lsn_box_around (marks[i].at, radius, radius), placed->found);
      for (guint k = 0; k < placed->found->len; k++)
        {
          const LsnMark *other = &g_array_index (placed->discs, LsnMark, g_array_index (placed->found, guint32, k));

          deepest = MAX (deepest, radius + radius_of (other) - lsn_distance (marks[i].at, other->at));
        }
    }

  return deepest;
}

/* As near to the middle as they are clear; where they cannot be, as clear as they can. */
static void
settle (Placed   *placed,
        LsnRoute *route,
        double    room)
{
  guint   n_steps = MIN (MAX_STEPS, (guint) ceil (room / 2.0 / STEP));
  double  least = INFINITY, best = 0.0;
  LsnMark marks[LSN_MAX_MARKS];
  guint   n_marks;

  for (guint i = 0; i <= 2 * n_steps && least > 0.0; i++)
    {
      double deep, shift = (i % 2 == 1 ? STEP : -STEP) * ((i + 1) / 2);

      route->line.shift = (float) shift;
      n_marks = lsn_marks_place (&route->line, &route->way, marks);
      deep = depth (placed, marks, n_marks);
      if (deep < least)
        {
          least = deep;
          best = shift;
        }
    }

  route->line.shift = (float) best;
  n_marks = lsn_marks_place (&route->line, &route->way, marks);
  for (guint i = 0; i < n_marks; i++)
    {
      double radius = radius_of (&marks[i]);

      lsn_grid_add (placed->grid, placed->discs->len, lsn_box_around (marks[i].at, radius, radius));
      g_array_append_val (placed->discs, marks[i]);
    }
}

static int
compare_marked (gconstpointer a,
                gconstpointer b)
{
  const Marked *one = a, *other = b;

  if (one->room != other->room)
    return one->room < other->room ? -1 : 1;
  return one->route < other->route ? -1 : one->route > other->route;
}

/* Who has least room first. */
static GArray *
find_marked (const LsnRoutes *routes,
             LsnBox          *bounds)
{
  GArray *marked = g_array_new (FALSE, FALSE, sizeof (Marked));

  *bounds = LSN_EMPTY_BOX;
  for (guint i = 0; i < routes->n_routes; i++)
    {
      const LsnRoute *route = &routes->routes[i];
      Marked one = { .route = i };

      if (!lsn_marks_room (&route->line, &route->way, &one.room))
        continue;
      *bounds = lsn_box_union (*bounds, lsn_way_box (&route->way));
      g_array_append_val (marked, one);
    }
  g_array_sort (marked, compare_marked);

  return marked;
}

/**
 * lsn_marks_keep_apart:
 * @routes: lines that have their curves
 *
 * Moves marks along their lines, no further than need be, until no mark of one line is on one of another, or as far from that as
 * it can be. Cost: O(marks), each asked for a few places at the most.
 */
void
lsn_marks_keep_apart (LsnRoutes *routes)
{
  LsnBox             bounds;
  g_autoptr (GArray) marked = NULL;
  Placed             placed;

  if (routes->n_routes > MAX_LINES)
    return;

  marked = find_marked (routes, &bounds);
  placed.grid = lsn_grid_new (bounds, marked->len);
  placed.discs = g_array_new (FALSE, FALSE, sizeof (LsnMark));
  placed.found = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < marked->len; i++)
    {
      const Marked *one = &g_array_index (marked, Marked, i);

      settle (&placed, &routes->routes[one->route], one->room);
    }
  lsn_grid_free (placed.grid);
  g_array_unref (placed.discs);
  g_array_unref (placed.found);
}
