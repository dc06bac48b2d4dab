/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/closer.h"

#include <math.h>

#define FAR 1.25         /* times as far as without pins is too far */
#define NEAR 220.0       /* a tie that is no longer needs not become shorter */
#define STEP 0.7         /* times as far is what one round aims at */
#define ROUNDS 10
#define MAX_TRIES 2000   /* so that a large map does not take for ever */

/* A tie of a free actor to a fixed one */
typedef struct
{
  guint  mover;          /* the actor, or the outermost container around it that moves as a whole */
  double dx, dy;         /* from the mover's corner to the actor's middle */
  double x, y;           /* of the fixed one */
  double natural;        /* 0 where nobody has laid it out without what is fixed */
} FixedTie;

typedef struct
{
  LsnUnits  *units;
  LsnGround *ground;
  GArray    *ties;       /* of FixedTie, sorted by mover */
  double     limit;      /* a tie that is longer is too long */
  gboolean  *has_free;   /* by unit: whether a tie leads to one that is free too */
  guint      tries_left;
} Closer;

static int
compare_natural (gconstpointer a,
                 gconstpointer b)
{
  const LsnNaturalTie *first = a, *second = b;

  if (first->tail != second->tail)
    return first->tail < second->tail ? -1 : 1;
  return first->head < second->head ? -1 : first->head > second->head;
}

static double
natural_length (GArray *natural,
                guint   tail,
                guint   head)
{
  LsnNaturalTie key = { tail, head, 0 };
  guint at;

  return g_array_binary_search (natural, &key, compare_natural, &at) ? g_array_index (natural, LsnNaturalTie, at).length : 0;
}

/* Goes up from both ends to the two that are in one container. */
static double
natural_between (LsnUnits *units,
                 GArray   *natural,
                 guint     tail,
                 guint     head)
{
  while (lsn_units_get (units, tail)->parent != lsn_units_get (units, head)->parent)
    if (lsn_units_get (units, tail)->depth >= lsn_units_get (units, head)->depth)
      tail = lsn_units_get (units, tail)->parent;
    else
      head = lsn_units_get (units, head)->parent;
  return natural_length (natural, tail, head);
}

/* The unit itself, or the outermost container around it that moves as a whole */
static guint
mover_of (LsnUnits *units,
          guint     unit)
{
  while (!lsn_units_get (units, lsn_units_get (units, unit)->parent)->is_held)
    unit = lsn_units_get (units, unit)->parent;
  return unit;
}

static void
add_tie (Closer *closer,
         GArray *natural,
         guint   tail,
         guint   head)
{
  guint end = lsn_units_get (closer->units, tail)->is_held ? head : tail, fixed = end == head ? tail : head;
  LsnRect box = lsn_units_get (closer->units, end)->box, there = lsn_units_get (closer->units, fixed)->box;
  FixedTie tie = { .mover = end, .x = lsn_rect_x (there), .y = lsn_rect_y (there),
                   .dx = lsn_rect_x (box), .dy = lsn_rect_y (box) };

  tie.natural = natural_between (closer->units, natural, tail, head);
  for (guint outer = mover_of (closer->units, end); tie.mover != outer;)
    {
      tie.mover = lsn_units_get (closer->units, tie.mover)->parent;
      tie.dx += lsn_units_get (closer->units, tie.mover)->box.x0;   /* what is inside stands on its own ground */
      tie.dy += lsn_units_get (closer->units, tie.mover)->box.y0;
    }
  tie.dx -= lsn_units_get (closer->units, tie.mover)->box.x0;
  tie.dy -= lsn_units_get (closer->units, tie.mover)->box.y0;
  g_array_append_val (closer->ties, tie);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const FixedTie *first = a, *second = b;

  if (first->mover != second->mover)
    return first->mover < second->mover ? -1 : 1;
  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->y < second->y ? -1 : first->y > second->y;
}

static void
find_ties (Closer *closer,
           GArray *natural)
{
  LsnUnits *units = closer->units;
  LsnRow tie = LSN_NO_ROW;

  while ((tie = lsn_map_next_row (units->map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW)
    {
      LsnRow source = lsn_map_get_reference (units->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (units->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      guint tail, head;

      if (source == LSN_NO_ROW || target == LSN_NO_ROW)
        continue;
      tail = units->unit_of[lsn_map_shown_as (units->map, source)];
      head = units->unit_of[lsn_map_shown_as (units->map, target)];
      if (tail == 0 || head == 0)
        continue;
      if (!lsn_units_get (units, tail)->is_held && !lsn_units_get (units, head)->is_held)
        {
          gboolean is_loop = mover_of (units, tail) == mover_of (units, head);

          closer->has_free[mover_of (units, tail)] |= !is_loop;
          closer->has_free[mover_of (units, head)] |= !is_loop;
        }
      if (!lsn_units_get (units, tail)->is_container && !lsn_units_get (units, head)->is_container
          && lsn_units_get (units, tail)->is_held != lsn_units_get (units, head)->is_held)
        add_tie (closer, natural, tail, head);
    }
  g_array_sort (closer->ties, compare_ties);
}

static double
length_at (const FixedTie *tie,
           LsnRect         mover)
{
  return hypot (mover.x0 + tie->dx - tie->x, mover.y0 + tie->dy - tie->y);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
median (Closer  *closer,
        gboolean natural)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < closer->ties->len; i++)
    {
      const FixedTie *tie = &g_array_index (closer->ties, FixedTie, i);
      double length = natural ? tie->natural : length_at (tie, lsn_units_get (closer->units, tie->mover)->box);

      if (tie->natural > 0)
        g_array_append_val (lengths, length);
    }
  g_array_sort (lengths, compare_doubles);
  return lengths->len == 0 ? 0 : g_array_index (lengths, double, lengths->len / 2);
}

/* Of the ties of one mover */
static double
own_median (const FixedTie *ties,
            guint           n,
            LsnRect         box)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      double length = length_at (&ties[i], box);

      g_array_append_val (lengths, length);
    }
  g_array_sort (lengths, compare_doubles);
  return (g_array_index (lengths, double, (n - 1) / 2) + g_array_index (lengths, double, n / 2)) / 2;
}

/* How good a place is for the ties of one mover: first how many are short enough, then how short they are in all. Who is tied to
 * nobody free has no reason to be far from the fixed ones: without a limit, how short they are in the median. */
static double
worth (Closer         *closer,
       const FixedTie *ties,
       guint           n,
       LsnRect         box)
{
  double value = 0;

  if (closer->limit <= 0)
    return NEAR / MAX (own_median (ties, n, box), 1);
  for (guint i = 0; i < n; i++)
    {
      double length = length_at (&ties[i], box);

      value += (length <= closer->limit ? 1 : 0) + 1e-3 / (1 + length / closer->limit);
    }
  return value;
}

/* @box so that the tie to @nth ends in the middle of its other end; after the last of @n: in the middle of all */
static LsnRect
beside (const FixedTie *ties,
        guint           n,
        guint           nth,
        LsnRect         box)
{
  double x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      double share = nth == n ? 1.0 / n : i == nth;

      x += share * (ties[i].x - ties[i].dx);
      y += share * (ties[i].y - ties[i].dy);
    }
  return lsn_rect_moved (box, x - box.x0, y - box.y0);
}

static gboolean
may_try (Closer *closer)
{
  return closer->tries_left > 0 && !lsn_ground_is_exhausted (closer->ground)
         && !g_cancellable_is_cancelled (closer->units->cancellable);
}

/* Beside each of its fixed neighbours in turn, and between them; it stays at the best place. */
static void
move_one (Closer         *closer,
          const FixedTie *ties,
          guint           n,
          LsnRect        *wishes)
{
  guint index = ties[0].mover;
  LsnUnit *unit = lsn_units_get (closer->units, index);
  LsnRect best = unit->box;
  double best_worth = worth (closer, ties, n, best);

  if (best_worth >= (closer->limit > 0 ? n : 1))
    return;
  lsn_ground_lift (closer->ground, index);
  for (guint i = 0; i <= n && may_try (closer); i++)
    {
      LsnRect wish = beside (ties, n, i, best), place;
      double place_worth;
      gboolean harms;

      place = lsn_ground_find (closer->ground, unit->parent, wish, &harms);
      place_worth = worth (closer, ties, n, place);
      closer->tries_left--;
      if (harms || place_worth <= best_worth)
        continue;
      best = place;
      best_worth = place_worth;
      wishes[index] = wish;
    }
  unit->box = best;
  lsn_ground_settle (closer->ground, index);
}

static void
for_each_mover (Closer  *closer,
                gboolean alone,
                LsnRect *wishes)
{
  for (guint i = 0, n; i < closer->ties->len && may_try (closer); i += n)
    {
      const FixedTie *first = &g_array_index (closer->ties, FixedTie, i);

      for (n = 1; i + n < closer->ties->len && first[n].mover == first->mover;)
        n++;
      if (alone != !closer->has_free[first->mover])
        continue;
      move_one (closer, first, n, wishes);
    }
}

/**
 * lsn_come_closer:
 * @units: units, all of which have settled
 * @ground: their ground
 * @natural: (element-type LsnNaturalTie): how long ties are when nothing is fixed; sorted
 * @wishes: by unit: where the free ones would like to be; changed for those that move
 *
 * Where the free actors have come to stand much farther from their fixed neighbours than they would without anything fixed (by
 * the median), those that do go beside one of them, if there is a place that harms nobody; until the median is right. So do
 * those that are tied to nobody free, if that brings them much nearer.
 */
void
lsn_come_closer (LsnUnits  *units,
                 LsnGround *ground,
                 GArray    *natural,
                 LsnRect   *wishes)
{
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (FixedTie));
  g_autofree gboolean *has_free = g_new0 (gboolean, units->units->len);
  double natural_median;
  Closer closer = { .units = units, .ground = ground, .ties = ties, .has_free = has_free, .tries_left = MAX_TRIES };

  g_array_sort (natural, compare_natural);
  find_ties (&closer, natural);
  if (ties->len == 0)
    return;
  for_each_mover (&closer, TRUE, wishes);
  natural_median = median (&closer, TRUE);
  for (guint round = 0; natural_median > 0 && round < ROUNDS && !g_cancellable_is_cancelled (units->cancellable); round++)
    {
      double now = median (&closer, FALSE);

      if (now <= FAR * natural_median)
        break;
      closer.limit = MAX (FAR * natural_median, STEP * now);   /* step by step: what is out of reach helps nobody */
      for_each_mover (&closer, FALSE, wishes);
    }
}
