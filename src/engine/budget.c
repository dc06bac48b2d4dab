/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/budget.h"

#include <math.h>

#include "engine/tidiness.h"

#define GAP 16.0           /* left free beside a box that was in the way */
#define ROUNDING 0.0075    /* places are kept in hundredths: so far off is one at most, along both axes */
#define NEW_BUDGET 400.0   /* who has no place yet may stand so far from where the layout puts it */
#define BOX_COST 5         /* of an overlap or a stranger, where a crossing costs 1 */
#define ROUNDS 6
#define DIRECTIONS 8
#define WORK 400000000     /* of all tries: so that a large map does not take for ever */

typedef struct
{
  LsnUnits     *units;
  LsnDrawing   *drawing;
  LsnRect      *start;     /* by unit: where an actor is */
  LsnRect      *goal;      /* by unit: where it should be, no further off than it may go */
  double       *reach;     /* by unit: how far it may go; 0 for who does not move */
  guint64       work_left;
  GCancellable *cancellable;
} Budget;

static guint
cost_of (LsnTidiness counts)
{
  return counts.n_crossings + BOX_COST * (counts.n_overlaps + counts.n_strangers);
}

static gboolean
is_mobile (Budget *budget,
           guint   unit)
{
  return budget->drawing->stands[unit] && !lsn_units_get (budget->units, unit)->is_container
         && !lsn_units_get (budget->units, unit)->is_fixed;
}

static double
distance (LsnRect a,
          LsnRect b)
{
  return hypot (a.x0 - b.x0, a.y0 - b.y0);
}

/* The way from @from to @to, as far as @reach */
static LsnRect
towards (LsnRect from,
         LsnRect to,
         double  reach)
{
  double way = distance (from, to), share = way > reach ? reach / way : 1;

  return lsn_rect_moved (from, (to.x0 - from.x0) * share, (to.y0 - from.y0) * share);
}

/* When nothing is fixed only places to each other matter in a layout: it is moved as a whole so that the squares of what is left
 * to go become least; turning or mirroring it would be a surprise. */
static void
fit_goals (Budget *budget)
{
  double dx = 0, dy = 0;
  guint n = 0, n_units = budget->units->units->len;
  gboolean any_fixed = FALSE;

  for (guint i = 1; i < n_units; i++)
    {
      any_fixed = any_fixed || (budget->drawing->stands[i] && lsn_units_get (budget->units, i)->is_fixed);
      if (!is_mobile (budget, i) || !lsn_units_get (budget->units, i)->has_place)
        continue;
      dx += budget->start[i].x0 - budget->goal[i].x0;
      dy += budget->start[i].y0 - budget->goal[i].y0;
      n++;
    }
  for (guint i = 1; i < n_units && n > 0 && !any_fixed; i++)
    if (is_mobile (budget, i))
      budget->goal[i] = lsn_rect_moved (budget->goal[i], dx / n, dy / n);
}

static void
set_reaches (Budget *budget,
             double  most)
{
  for (guint i = 1; i < budget->units->units->len; i++)
    {
      if (!is_mobile (budget, i))
        continue;
      if (!lsn_units_get (budget->units, i)->has_place)
        budget->start[i] = budget->goal[i];
      budget->reach[i] = lsn_units_get (budget->units, i)->has_place ? MAX (most - ROUNDING, 0) : NEW_BUDGET;
      budget->goal[i] = towards (budget->start[i], budget->goal[i], budget->reach[i]);
    }
}

/* Where a unit is tried, and what the best place so far costs */
typedef struct
{
  Budget *budget;
  guint   unit, cost;
  LsnRect best;
} Search;

/* Pairs of lines and of actors to look at */
static guint64
work_of_one (Budget *budget,
             guint   unit)
{
  guint64 n_lines = 0;

  for (guint at = unit; at != 0; at = lsn_units_get (budget->units, at)->parent)
    n_lines += budget->drawing->own[at]->len;
  return n_lines * budget->drawing->lines->len + budget->units->units->len;
}

static void
try_place (Search *search,
           LsnRect box)
{
  Budget *budget = search->budget;
  guint cost;

  if (distance (box, budget->start[search->unit]) > budget->reach[search->unit])
    return;
  budget->work_left -= MIN (budget->work_left, work_of_one (budget, search->unit));
  lsn_drawing_move (budget->drawing, search->unit, box);
  cost = cost_of (lsn_drawing_count_around (budget->drawing, search->unit));
  if (cost > search->cost
      || (cost == search->cost && distance (box, budget->goal[search->unit])
          >= distance (search->best, budget->goal[search->unit])))
    return;
  search->cost = cost;
  search->best = box;
}

/* Just beside each of those that it overlaps */
static void
try_beside_others (Search *search)
{
  LsnUnits *units = search->budget->units;
  LsnRect box = search->best, around = lsn_rect_grown (box, GAP);

  for (guint i = 1; i < units->units->len; i++)
    {
      LsnRect there = lsn_units_get (units, i)->box;

      if (i == search->unit || !search->budget->drawing->stands[i] || !lsn_rect_meets (around, there)
          || lsn_units_is_within (units, search->unit, i))
        continue;
      try_place (search, lsn_rect_moved (box, there.x1 + GAP - box.x0, 0));
      try_place (search, lsn_rect_moved (box, there.x0 - GAP - box.x1, 0));
      try_place (search, lsn_rect_moved (box, 0, there.y1 + GAP - box.y0));
      try_place (search, lsn_rect_moved (box, 0, there.y0 - GAP - box.y1));
    }
}

/* Returns: whether it has moved to where there is less in the way */
static gboolean
improve (Budget *budget,
         guint   unit)
{
  LsnRect now = lsn_units_get (budget->units, unit)->box, start = budget->start[unit];
  guint before = cost_of (lsn_drawing_count_around (budget->drawing, unit));
  Search search = { budget, unit, before, now };

  if (before == 0)
    return FALSE;
  try_place (&search, budget->goal[unit]);
  try_place (&search, start);
  for (guint i = 0; i < 2 * DIRECTIONS; i++)
    {
      double angle = 2 * G_PI * (i / 2) / DIRECTIONS, way = budget->reach[unit] * (i % 2 == 0 ? 1 : 0.5) * (1 - 1e-9);

      try_place (&search, lsn_rect_moved (start, way * cos (angle), way * sin (angle)));
    }
  lsn_drawing_move (budget->drawing, unit, now);
  try_beside_others (&search);
  lsn_drawing_move (budget->drawing, unit, search.best);
  return search.cost < before;
}

/* Puts all where @boxes says, and betters that one by one. Returns what it costs then. */
static guint
tidy_from (Budget        *budget,
           const LsnRect *boxes)
{
  gboolean better = TRUE;

  for (guint i = 1; i < budget->units->units->len; i++)
    if (is_mobile (budget, i))
      lsn_drawing_move (budget->drawing, i, boxes[i]);
  for (guint round = 0; round < ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint i = 1; i < budget->units->units->len && !g_cancellable_is_cancelled (budget->cancellable); i++)
        if (is_mobile (budget, i) && budget->reach[i] > 0 && budget->work_left > 0)
          better |= improve (budget, i);
    }
  return cost_of (lsn_drawing_count (budget->drawing));
}

/* Towards the layout and tidied, unless tidying what is there comes to more. */
static void
tidy (Budget *budget)
{
  guint before, from_goals, from_start;
  g_autofree LsnRect *best = NULL;

  for (guint i = 1; i < budget->units->units->len; i++)
    if (is_mobile (budget, i))
      lsn_drawing_move (budget->drawing, i, budget->start[i]);
  before = cost_of (lsn_drawing_count (budget->drawing));
  from_goals = tidy_from (budget, budget->goal);
  if (from_goals == 0 || from_goals < before)
    return;
  best = lsn_units_boxes (budget->units);
  from_start = tidy_from (budget, budget->start);
  if (from_goals > from_start)
    return;
  for (guint i = 1; i < budget->units->units->len; i++)
    if (is_mobile (budget, i))
      lsn_drawing_move (budget->drawing, i, best[i]);
}

static gboolean
old_place (LsnUnits *units,
           LsnPlace *place)
{
  place->x = lsn_map_get_number (units->map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_X);
  place->y = lsn_map_get_number (units->map, LSN_TABLE_ACTORS, place->actor, LSN_ACTOR_Y);
  return isfinite (place->x) && isfinite (place->y);
}

/* Frames follow what they hold, so a container needs no place; the one that it has for when it is collapsed keeps to the budget
 * too. */
static GArray *
places_within (Budget *budget,
               double  most)
{
  g_autoptr (GArray) all = lsn_units_places (budget->units);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LsnPlace));

  for (guint i = 0; i < all->len; i++)
    {
      LsnPlace place = g_array_index (all, LsnPlace, i), old = place;
      guint unit = budget->units->unit_of[place.actor];

      if (unit != 0 && !budget->drawing->stands[unit])
        continue;
      if (old_place (budget->units, &old))
        {
          double way = hypot (place.x - old.x, place.y - old.y), share = way > most ? MAX (most - ROUNDING, 0) / way : 1;

          place.x = old.x + (place.x - old.x) * share;
          place.y = old.y + (place.y - old.y) * share;
          if (fabs (place.x - old.x) < ROUNDING && fabs (place.y - old.y) < ROUNDING)
            continue;
        }
      else if (unit != 0 && lsn_units_get (budget->units, unit)->is_container)
        continue;
      g_array_append_val (places, place);
    }
  return places;
}

/**
 * lsn_budget_keep:
 * @units: units as they come from lsn_units_new (), of which nothing has moved yet; their boxes are moved
 * @goals: (element-type LsnPlace): where a layout puts those that move
 * @budget: how far any that has a place may be moved, in map units
 * @cancellable: (nullable): ends it; the places are of no use then
 *
 * Each goes towards its goal as far as it may. Then those that cross, overlap or stand in strange frames try some places within
 * their reach, one after the other, and stay where there is least of that. If the goals do not help, the same is done from
 * where they are: so never is there more of it than before. Cost: O(lines * lines) for some dozen tries, up to a bound that
 * large maps reach before all of them have tried.
 *
 * Returns: (transfer full) (element-type LsnPlace): the places of those that move
 */
GArray *
lsn_budget_keep (LsnUnits     *units,
                 GArray       *goals,
                 double        budget,
                 GCancellable *cancellable)
{
  g_autofree LsnRect *start = lsn_units_boxes (units), *goal = NULL;
  g_autofree double *reach = g_new0 (double, units->units->len);
  g_autoptr (LsnDrawing) drawing = lsn_drawing_new (units, (const LsnPlace *) goals->data, goals->len);
  Budget all = { units, drawing, start, NULL, reach, WORK, cancellable };

  all.goal = goal = lsn_units_boxes (units);
  fit_goals (&all);
  set_reaches (&all, budget);
  tidy (&all);
  return places_within (&all, budget);
}
