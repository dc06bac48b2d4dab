/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "possible.h"

#include <math.h>

#include "model/edit.h"
#include "model/geometry.h"

/* Where the middle of an actor must not be: a rectangle, perhaps without end on some sides. All that the fixed actors forbid to
 * one free actor are such rectangles, so the nearest place that they leave to it is found exactly: its x is the wished one
 * or the side of a rectangle, and on the upright line there its y is the wished one or the side of a rectangle. */
typedef GArray Forbidden;   /* of Box */

static void
forbid (Forbidden *forbidden,
        Box        box)
{
  if (box.x0 < box.x1 && box.y0 < box.y1)
    g_array_append_val (forbidden, box);
}

/* Not on @there, nor in it */
static void
forbid_meeting (Forbidden        *forbidden,
                const LsnExtents *extents,
                Box               there)
{
  forbid (forbidden, (Box) { there.x0 - extents->right, there.y0 - extents->below, there.x1 + extents->left,
                             there.y1 + extents->above });
}

/* Not where a frame that is @old without the actor, and reaches @reach around the middle of it, comes over @there: along each
 * axis it does so already, or once the actor is past a point. */
static void
forbid_growing (Forbidden *forbidden,
                Box        old,
                Box        reach,
                Box        there)
{
  Box box = { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  if (box_meets (old, there))
    return;
  if (old.x1 <= there.x0)
    box.x0 = there.x0 - reach.x1;
  else if (old.x0 >= there.x1)
    box.x1 = there.x1 - reach.x0;
  if (old.y1 <= there.y0)
    box.y0 = there.y0 - reach.y1;
  else if (old.y0 >= there.y1)
    box.y1 = there.y1 - reach.y0;
  forbid (forbidden, box);
}

static gboolean
is_fixed_actor (Outcome *outcome,
                LsnRow   actor)
{
  return !outcome->moves[actor] && !lsn_map_is_container (outcome->map, actor)
         && isfinite (outcome->places[actor].x) && isfinite (outcome->places[actor].y);
}

static void
forbid_fixed (Outcome   *outcome,
              LsnRow     actor,
              Forbidden *forbidden)
{
  const LsnExtents *extents = &g_array_index (outcome->extents, LsnExtents, actor);

  for (LsnRow other = 1; other < outcome->n_rows; other++)
    {
      Box frame;

      if (is_fixed_actor (outcome, other))
        forbid_meeting (forbidden, extents, outcome_box (outcome, other));
      else if (lsn_map_is_container (outcome->map, other) && !lsn_map_is_inside (outcome->map, actor, other)
               && outcome_frame (outcome, other, TRUE, &frame))
        forbid_meeting (forbidden, extents, frame);
    }
}

/* The frames around grow to hold the actor: not over any fixed actor that they are not over anyhow. */
static void
forbid_frames (Outcome   *outcome,
               LsnRow     actor,
               Forbidden *forbidden)
{
  const LsnExtents *extents = &g_array_index (outcome->extents, LsnExtents, actor);
  Box reach = { -extents->left, -extents->above, extents->right, extents->below };

  for (LsnRow container = lsn_map_get_reference (outcome->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);
       container != LSN_NO_ROW;
       container = lsn_map_get_reference (outcome->map, LSN_TABLE_ACTORS, container, LSN_ACTOR_PARENT))
    {
      Box old;
      gboolean has_fixed = outcome_frame (outcome, container, TRUE, &old);

      reach = frame_around (reach);
      for (LsnRow other = 1; other < outcome->n_rows; other++)
        if (is_fixed_actor (outcome, other) && !lsn_map_is_inside (outcome->map, other, container))
          {
            Box there = outcome_box (outcome, other);

            if (has_fixed)
              forbid_growing (forbidden, old, reach, there);
            else
              forbid (forbidden, (Box) { there.x0 - reach.x1, there.y0 - reach.y1, there.x1 - reach.x0, there.y1 - reach.y0 });
          }
    }
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const Box *first = a, *second = b;

  return first->y0 < second->y0 ? -1 : first->y0 > second->y0;
}

/* How far from @y the nearest free point of the upright line at @x is; the rectangles are sorted by their tops. */
static double
distance_on_line (Forbidden *forbidden,
                  double     x,
                  double     y)
{
  double free_from = -G_MAXDOUBLE, best = INFINITY;

  for (guint i = 0; i < forbidden->len; i++)
    {
      const Box *box = &g_array_index (forbidden, Box, i);

      if (box->x0 >= x || box->x1 <= x)
        continue;
      if (box->y0 >= free_from && box->y0 > -G_MAXDOUBLE)
        best = MIN (best, fabs (CLAMP (y, free_from, box->y0) - y));
      free_from = MAX (free_from, box->y1);
    }
  return free_from < G_MAXDOUBLE ? MIN (best, fabs (MAX (y, free_from) - y)) : best;
}

/* How near to a point an actor can come that is laid out; infinite when nothing is possible. */
double
possible_distance (Outcome *outcome,
                   LsnRow   actor,
                   double   x,
                   double   y)
{
  g_autoptr (GArray) forbidden = g_array_new (FALSE, FALSE, sizeof (Box));
  double best;

  forbid_fixed (outcome, actor, forbidden);
  forbid_frames (outcome, actor, forbidden);
  g_array_sort (forbidden, compare_tops);
  best = distance_on_line (forbidden, x, y);
  for (guint i = 0; i < 2 * forbidden->len; i++)
    {
      const Box *box = &g_array_index (forbidden, Box, i / 2);
      double side = i % 2 == 0 ? box->x0 : box->x1;

      if (fabs (side) < G_MAXDOUBLE && fabs (side - x) < best)
        best = MIN (best, hypot (side - x, distance_on_line (forbidden, side, y)));
    }
  return best;
}

gboolean
possible_place (Outcome *outcome,
                LsnRow   actor)
{
  return isfinite (possible_distance (outcome, actor, 0, 0));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The fixed neighbours of @actor, once per tie */
static GArray *
fixed_neighbours (Outcome *outcome,
                  LsnRow   actor)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, tie))
    {
      LsnRow source = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

      if (source == actor && is_fixed_actor (outcome, target))
        g_array_append_val (neighbours, target);
      else if (target == actor && is_fixed_actor (outcome, source))
        g_array_append_val (neighbours, source);
    }
  return neighbours;
}

/* A circle around an actor that holds n of its neighbours is at least half as wide as it is from one of them to its n-th
 * nearest, itself the first. */
static GArray *
least_circles (Outcome *outcome,
               GArray  *neighbours)
{
  GArray *least = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (least, neighbours->len);
  for (guint i = 0; i < neighbours->len; i++)
    {
      LsnPlace here = outcome->places[g_array_index (neighbours, LsnRow, i)];
      g_autoptr (GArray) halves = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint j = 0; j < neighbours->len; j++)
        {
          LsnPlace there = outcome->places[g_array_index (neighbours, LsnRow, j)];
          double half = hypot (here.x - there.x, here.y - there.y) / 2;

          g_array_append_val (halves, half);
        }
      g_array_sort (halves, compare_doubles);
      for (guint j = 0; j < neighbours->len; j++)
        if (i == 0 || g_array_index (halves, double, j) < g_array_index (least, double, j))
          g_array_index (least, double, j) = g_array_index (halves, double, j);
    }
  return least;
}

/* Adds, for the n-th nearest fixed neighbour of an actor, a distance that it cannot be nearer than: by where these are apart, and
 * by where it may be. */
static void
add_bounds (Outcome *outcome,
            LsnRow   actor,
            GArray  *bounds)
{
  g_autoptr (GArray) neighbours = fixed_neighbours (outcome, actor), least = least_circles (outcome, neighbours);
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < neighbours->len; i++)
    {
      LsnPlace there = outcome->places[g_array_index (neighbours, LsnRow, i)];
      double nearest = possible_distance (outcome, actor, there.x, there.y);

      nearest = isfinite (nearest) ? nearest : 0;   /* frames leave it no place: then it may be anywhere */
      g_array_append_val (alone, nearest);
    }
  g_array_sort (alone, compare_doubles);
  for (guint i = 0; i < neighbours->len; i++)
    {
      double bound = MAX (g_array_index (least, double, i), g_array_index (alone, double, i));

      g_array_append_val (bounds, bound);
    }
}

/* What the median distance of free actors to their fixed neighbours cannot be less than */
double
possible_median (Outcome *outcome)
{
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (double));

  for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
    if (outcome->moves[actor] && !lsn_map_is_container (outcome->map, actor))
      add_bounds (outcome, actor, bounds);
  return take_median (bounds);
}
