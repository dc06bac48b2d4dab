/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/mend.h"

#define ROUNDS 16
#define PATIENCE 5   /* rounds that may pass without anything becoming better */
#define STACK_GAP 16.0

static gboolean
is_free (LsnUnits *units,
         guint     unit)
{
  return unit != 0 && !lsn_units_get (units, unit)->is_held
         && lsn_units_get (units, lsn_units_get (units, unit)->parent)->is_held;
}

static gboolean
may_go_on (LsnUnits  *units,
           LsnGround *ground)
{
  return !lsn_ground_is_exhausted (ground) && !g_cancellable_is_cancelled (units->cancellable);
}

typedef struct
{
  LsnUnits      *units;
  LsnGround     *ground;
  const LsnRect *wishes;
  gboolean      *to_move;   /* by unit */
  guint         *urgency;   /* by unit: how often there was no place left for it that harms nobody */
} Mending;

static int
compare_urgency (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  Mending *mending = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  gboolean first_inside = lsn_units_get (mending->units, first)->parent != 0;
  gboolean second_inside = lsn_units_get (mending->units, second)->parent != 0;

  if (mending->urgency[first] != mending->urgency[second])
    return mending->urgency[first] > mending->urgency[second] ? -1 : 1;
  if (first_inside != second_inside)
    return first_inside ? -1 : 1;
  return first < second ? -1 : 1;
}

/* Puts what is inside of a container that moves as a whole one below the other, or beside; and what is inside of that. */
static void
stack (LsnUnits *units,
       guint     container,
       gboolean  below)
{
  LsnUnit *unit = lsn_units_get (units, container);
  LsnRect content = LSN_EMPTY_RECT;
  double x = 0, y = 0;

  for (guint i = 0; i < unit->children->len; i++)
    {
      LsnUnit *child = lsn_units_get (units, lsn_unit_child (unit, i));

      if (child->is_container)
        stack (units, lsn_unit_child (unit, i), below);
      child->box = lsn_rect_moved (child->box, x - child->box.x0, y - child->box.y0);
      content = lsn_rect_union (content, child->box);
      *(below ? &y : &x) += STACK_GAP + (below ? child->box.y1 - child->box.y0 : child->box.x1 - child->box.x0);
    }
  unit->box = lsn_frame_around (content, unit->min_width);
  for (guint i = 0; i < unit->children->len; i++)
    {
      LsnUnit *child = lsn_units_get (units, lsn_unit_child (unit, i));

      child->box = lsn_rect_moved (child->box, -unit->box.x0, -unit->box.y0);
    }
}

/* Where a unit would like to be, as large as it is now */
static LsnRect
wish_of (Mending *mending,
         guint    index)
{
  LsnUnit *unit = lsn_units_get (mending->units, index);
  LsnRect wish = mending->wishes[index], content = LSN_EMPTY_RECT;

  if (!unit->is_container)
    return wish;
  for (guint i = 0; i < unit->children->len; i++)
    content = lsn_rect_union (content, lsn_units_get (mending->units, lsn_unit_child (unit, i))->box);
  content = lsn_frame_around (content, unit->min_width);
  return lsn_rect_moved (content, lsn_rect_x (wish) - lsn_rect_x (content), lsn_rect_y (wish) - lsn_rect_y (content));
}

/* To a place at which no frame grows, if there is one: then none of those that settle after this one is in its way. */
static LsnRect
find_place (Mending  *mending,
            guint     index,
            gboolean *harms)
{
  guint container = lsn_units_get (mending->units, index)->parent;
  LsnRect wish = wish_of (mending, index), place;

  *harms = FALSE;
  if (container != 0 && lsn_ground_find_within (mending->ground, container, wish, &place))
    return place;
  return lsn_ground_find (mending->ground, container, wish, harms);
}

/* A container that fits in nowhere as it is may do so when it is as narrow or as low as can be. */
static void
settle_one (Mending *mending,
            guint    index)
{
  LsnUnit *unit = lsn_units_get (mending->units, index);
  gboolean harms;
  LsnRect place = find_place (mending, index, &harms);

  for (guint i = 0; i < 2 && harms && unit->is_container && !lsn_ground_is_exhausted (mending->ground); i++)
    {
      stack (mending->units, index, i == 0);
      unit->box = LSN_EMPTY_RECT;   /* still lifted */
      place = find_place (mending, index, &harms);
    }
  unit->box = place;
  mending->urgency[index] += harms;
  lsn_ground_settle (mending->ground, index);
}

/* All are lifted before the first one settles again: what they do together, none undoes alone. Then whoever found no good place
 * before comes first; else the inside of containers before those who only have to get out of the way. */
static void
settle_again (Mending *mending)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 1; i < mending->units->units->len; i++)
    if (mending->to_move[i])
      {
        lsn_ground_lift (mending->ground, i);
        g_array_append_val (order, i);
      }
  g_array_sort_with_data (order, compare_urgency, mending);
  for (guint i = 0; i < order->len && !g_cancellable_is_cancelled (mending->units->cancellable); i++)
    settle_one (mending, g_array_index (order, guint, i));
}

static void
set_boxes (LsnUnits      *units,
           LsnGround     *ground,
           const LsnRect *boxes)
{
  for (guint i = 1; i < units->units->len; i++)
    if (is_free (units, i))
      lsn_ground_lift (ground, i);
    else if (!lsn_units_get (units, i)->is_held)
      lsn_units_get (units, i)->box = boxes[i];
  for (guint i = 1; i < units->units->len; i++)
    if (is_free (units, i))
      {
        lsn_units_get (units, i)->box = boxes[i];
        lsn_ground_settle (ground, i);
      }
}

/**
 * lsn_mend:
 * @units: units, all of which have settled
 * @ground: their ground
 * @wishes: by unit: where the free ones would like to be
 *
 * A frame that had to grow may have come over who had settled before, and who came first may have taken the place that another
 * needed. Those that this concerns settle again, until nobody stands in a strange frame or it does not become any better.
 */
void
lsn_mend (LsnUnits      *units,
          LsnGround     *ground,
          const LsnRect *wishes)
{
  guint n_units = units->units->len;
  g_autofree gboolean *to_move = g_new0 (gboolean, n_units);
  g_autofree guint *urgency = g_new0 (guint, n_units);
  Mending mending = { units, ground, wishes, to_move, urgency };
  guint n = lsn_ground_strangers (ground, to_move), least = n;
  g_autofree LsnRect *best = n > 0 ? lsn_units_boxes (units) : NULL;

  for (guint round = 0, useless = 0; n > 0 && round < ROUNDS && useless < PATIENCE && may_go_on (units, ground); round++)
    {
      settle_again (&mending);
      memset (to_move, 0, n_units * sizeof *to_move);
      n = lsn_ground_strangers (ground, to_move);
      useless++;
      if (n >= least)
        continue;
      g_free (best);
      best = lsn_units_boxes (units);
      least = n;
      useless = 0;
    }
  if (n > least)
    set_boxes (units, ground, best);
}

/* What all together have not found, one alone may: each of them goes to a place that harms nobody, the others as they stand. */
static guint
settle_one_by_one (Mending *mending,
                   guint    n)
{
  for (guint i = 1; n > 0 && i < mending->units->units->len && may_go_on (mending->units, mending->ground); i++)
    {
      LsnUnit *unit = lsn_units_get (mending->units, i);
      LsnRect before = unit->box;
      gboolean harms = FALSE;
      guint n_now;

      if (!mending->to_move[i])
        continue;
      lsn_ground_lift (mending->ground, i);
      unit->box = find_place (mending, i, &harms);
      lsn_ground_settle (mending->ground, i);
      n_now = lsn_ground_strangers (mending->ground, NULL);
      if (n_now < n)
        n = n_now;
      else
        {
          lsn_ground_lift (mending->ground, i);
          unit->box = before;
          lsn_ground_settle (mending->ground, i);
        }
    }
  return n;
}

/**
 * lsn_mend_one_by_one:
 * @units: units, all of which have settled
 * @ground: their ground
 * @wishes: by unit: where the free ones would like to be
 *
 * Afterwards nobody who stands in a strange frame, or is why another does, could go alone to a place where it harms nobody.
 */
void
lsn_mend_one_by_one (LsnUnits      *units,
                     LsnGround     *ground,
                     const LsnRect *wishes)
{
  guint n_units = units->units->len, n_before = G_MAXUINT, n;
  g_autofree gboolean *to_move = g_new0 (gboolean, n_units);
  Mending mending = { units, ground, wishes, to_move, NULL };

  for (n = lsn_ground_strangers (ground, to_move); n > 0 && n < n_before && may_go_on (units, ground);)
    {
      n_before = n;
      n = settle_one_by_one (&mending, n);
      memset (to_move, 0, n_units * sizeof *to_move);
      lsn_ground_strangers (ground, to_move);
    }
}
