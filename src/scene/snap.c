/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/snap.h"

#include <stdlib.h>

#include "scene/geometry.h"
#include "scene/grid.h"

#define SAME     0.006 /* units: places are kept in hundredths */
#define SAME_GAP 0.02  /* a gap lies between two of them */

typedef enum { MIDDLE, LOW, HIGH, N_KEYS } Key;

typedef struct
{
  double value;
  guint  other;
} Entry;

struct _LsnSnap
{
  LsnBox  *others;
  guint    n_others;
  LsnBox   bounds;
  Entry   *keys[2][N_KEYS]; /* by axis; rising */
  LsnGrid *grid;            /* of others */
  GArray  *found;           /* of guint32 */
};

/* An axis is 0 for across, 1 for down. */

static double
low (const LsnBox *box,
     guint         axis)
{
  return axis == 0 ? box->x : box->y;
}

static double
length (const LsnBox *box,
        guint         axis)
{
  return axis == 0 ? box->width : box->height;
}

static double
key_of (const LsnBox *box,
        guint         axis,
        Key           key)
{
  return low (box, axis) + length (box, axis) * (key == MIDDLE ? 0.5 : key == LOW ? 0.0 : 1.0);
}

static LsnBox
moved (LsnBox box,
       guint  axis,
       double by)
{
  if (axis == 0)
    box.x += by;
  else
    box.y += by;
  return box;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  double one = ((const Entry *) a)->value, other = ((const Entry *) b)->value;

  return one < other ? -1 : one > other;
}

static Entry *
sorted_keys (LsnSnap *snap,
             guint    axis,
             Key      key)
{
  Entry *entries = g_new (Entry, MAX (1, snap->n_others));

  for (guint i = 0; i < snap->n_others; i++)
    entries[i] = (Entry) { key_of (&snap->others[i], axis, key), i }
  ;
  if (snap->n_others > 1)
    qsort (entries, snap->n_others, sizeof *entries, compare_entries);
  return entries;
}

/**
 * lsn_snap_new:
 * @others: the bodies that are seen and stay where they are; copied
 *
 * Cost: O(n log n).
 *
 * Returns: (transfer full): what a body among @others snaps to
 */
LsnSnap *
lsn_snap_new (const LsnBox *others,
              guint         n_others)
{
  LsnSnap *snap = g_new0 (LsnSnap, 1);

  snap->others = g_memdup2 (others, n_others * sizeof *others);
  snap->n_others = n_others;
  snap->bounds = LSN_EMPTY_BOX;
  snap->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < n_others; i++)
    snap->bounds = lsn_box_union (snap->bounds, others[i]);
  snap->grid = lsn_grid_new (snap->bounds, n_others);
  for (guint i = 0; i < n_others; i++)
    lsn_grid_add (snap->grid, i, others[i]);
  for (guint axis = 0; axis < 2; axis++)
    for (Key key = MIDDLE; key < N_KEYS; key++)
      snap->keys[axis][key] = sorted_keys (snap, axis, key);
  return snap;
}

/**
 * lsn_snap_free:
 * @snap: (transfer full): what a body snaps to
 *
 * Frees it.
 */
void
lsn_snap_free (LsnSnap *snap)
{
  for (guint axis = 0; axis < 2; axis++)
    for (Key key = MIDDLE; key < N_KEYS; key++)
      g_free (snap->keys[axis][key]);
  lsn_grid_free (snap->grid);
  g_array_unref (snap->found);
  g_free (snap->others);
  g_free (snap);
}

/* The first entry that is not below @value. */
static guint
first_from (LsnSnap *snap,
            guint    axis,
            Key      key,
            double   value)
{
  const Entry *entries = snap->keys[axis][key];
  guint from = 0, to = snap->n_others;

  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (entries[middle].value < value)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
offer (double *best,
       double  by)
{
  if (fabs (by) < fabs (*best) - 1e-9)
    *best = by;
}

static void
offer_alignments (LsnSnap      *snap,
                  const LsnBox *body,
                  guint         axis,
                  Key           first,
                  Key           last,
                  double       *best)
{
  for (Key key = first; key <= last; key++)
    {
      double value = key_of (body, axis, key);
      guint at = first_from (snap, axis, key, value);

      if (at < snap->n_others)
        offer (best, snap->keys[axis][key][at].value - value);
      if (at > 0)
        offer (best, snap->keys[axis][key][at - 1].value - value);
    }
}

/* Who stands beside a body: the nearest before and after it along an axis, and the nearest beyond each. */
typedef struct
{
  const LsnBox *before, *before_that, *after, *after_that;
} Neighbours;

/* The nearest of those found that end before @limit (@way -1) or begin behind it (@way 1). */
static const LsnBox *
nearest_beyond (LsnSnap      *snap,
                const LsnBox *band,
                guint         axis,
                double        limit,
                int           way)
{
  const LsnBox *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < snap->found->len; i++)
    {
      const LsnBox *other = &snap->others[g_array_index (snap->found, guint32, i)];
      double gap = way < 0 ? limit - key_of (other, axis, HIGH) : low (other, axis) - limit;

      if (gap < 0.0 || gap >= least || !lsn_box_meets (band, other))
        continue;
      least = gap;
      nearest = other;
    }
  return nearest;
}

static Neighbours
find_neighbours (LsnSnap      *snap,
                 const LsnBox *body,
                 guint         axis)
{
  LsnBox band = lsn_box_union (snap->bounds, *body);
  Neighbours beside = { NULL, NULL, NULL, NULL };

  if (axis == 0)
    band = (LsnBox) { band.x, body->y, band.width, body->height }
  ;
  else
    band = (LsnBox) { body->x, band.y, body->width, band.height }
  ;
  lsn_grid_find (snap->grid, band, snap->found);
  beside.before = nearest_beyond (snap, &band, axis, low (body, axis), -1);
  beside.after = nearest_beyond (snap, &band, axis, key_of (body, axis, HIGH), 1);
  if (beside.before != NULL)
    beside.before_that = nearest_beyond (snap, &band, axis, low (beside.before, axis), -1);
  if (beside.after != NULL)
    beside.after_that = nearest_beyond (snap, &band, axis, key_of (beside.after, axis, HIGH), 1);
  return beside;
}

static double
gap_between (const LsnBox *first,
             const LsnBox *second,
             guint         axis)
{
  return low (second, axis) - key_of (first, axis, HIGH);
}

static void
offer_gaps (const LsnBox     *body,
            guint             axis,
            const Neighbours *beside,
            double           *best)
{
  if (beside->before != NULL && beside->after != NULL)
    offer (best, (gap_between (body, beside->after, axis) - gap_between (beside->before, body, axis)) / 2.0);
  if (beside->before_that != NULL)
    offer (best, gap_between (beside->before_that, beside->before, axis) - gap_between (beside->before, body, axis));
  if (beside->after_that != NULL)
    offer (best, gap_between (body, beside->after, axis) - gap_between (beside->after, beside->after_that, axis));
}

static LsnPoint
point_on (guint  axis,
          double along,
          double across)
{
  return axis == 0 ? (LsnPoint) { along, across } : (LsnPoint) { across, along };
}

static void
tell_alignment (LsnSnap      *snap,
                const LsnBox *body,
                guint         axis,
                Key           key,
                GArray       *guides)
{
  double value = key_of (body, axis, key), from = low (body, !axis), to = key_of (body, !axis, HIGH);
  gboolean any = FALSE;

  for (guint at = first_from (snap, axis, key, value - SAME);
       at < snap->n_others && snap->keys[axis][key][at].value <= value + SAME; at++)
    {
      const LsnBox *other = &snap->others[snap->keys[axis][key][at].other];

      /* of the same size and in line: one guide through the middles says all */
      if (key != MIDDLE && fabs (key_of (other, axis, MIDDLE) - key_of (body, axis, MIDDLE)) <= SAME)
        continue;
      from = MIN (from, low (other, !axis));
      to = MAX (to, key_of (other, !axis, HIGH));
      any = TRUE;
    }
  if (any)
    g_array_append_val (guides, ((LsnGuide) { point_on (axis, value, from), point_on (axis, value, to), FALSE }));
}

static void
tell_gap (const LsnBox *first,
          const LsnBox *second,
          guint         axis,
          double        across,
          GArray       *guides)
{
  LsnGuide guide = { point_on (axis, key_of (first, axis, HIGH), across), point_on (axis, low (second, axis), across), TRUE };

  g_array_append_val (guides, guide);
}

static void
tell_gaps (const LsnBox     *body,
           guint             axis,
           const Neighbours *beside,
           GArray           *guides)
{
  const LsnBox *rows[][3] = { { beside->before, body, beside->after },
                              { beside->before_that, beside->before, body },
                              { body, beside->after, beside->after_that } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const LsnBox **row = rows[i];

      if (row[0] == NULL || row[1] == NULL || row[2] == NULL || gap_between (row[0], row[1], axis) < SAME_GAP ||
          fabs (gap_between (row[0], row[1], axis) - gap_between (row[1], row[2], axis)) > SAME_GAP)
        continue;
      tell_gap (row[0], row[1], axis, key_of (body, !axis, MIDDLE), guides);
      tell_gap (row[1], row[2], axis, key_of (body, !axis, MIDDLE), guides);
    }
}

/**
 * lsn_snap_find:
 * @body: where the pointer has dragged it to
 * @within: how far it may be put right along each axis; 0 only tells what it is in line with already
 * @axes: the axes along which it may be
 * @guides: (element-type LsnGuide): gets what it is in line with then; cleared first
 *
 * Puts a body right: in line with the middle of another; where none is near, with the same edge of another, or as far from a
 * neighbour as another is. Cost: O(log others + others beside it).
 *
 * Returns: how much further it is to be moved
 */
LsnPoint
lsn_snap_find (LsnSnap      *snap,
               const LsnBox *body,
               double        within,
               LsnSnapAxes   axes,
               GArray       *guides)
{
  LsnBox right = *body;

  g_array_set_size (guides, 0);
  for (guint axis = 0; axis < 2; axis++)
    {
      Neighbours beside = find_neighbours (snap, &right, axis);
      double best = INFINITY;

      if ((axes & (axis == 0 ? LSN_SNAP_ACROSS : LSN_SNAP_DOWN)) == 0)
        continue;
      offer_alignments (snap, &right, axis, MIDDLE, MIDDLE, &best);
      if (fabs (best) > within)
        {
          offer_alignments (snap, &right, axis, LOW, HIGH, &best);
          offer_gaps (&right, axis, &beside, &best);
        }
      if (fabs (best) <= within)
        right = moved (right, axis, best);
    }
  for (guint axis = 0; axis < 2; axis++)
    {
      Neighbours beside = find_neighbours (snap, &right, axis);

      for (Key key = MIDDLE; key < N_KEYS; key++)
        tell_alignment (snap, &right, axis, key, guides);
      tell_gaps (&right, axis, &beside, guides);
    }
  return (LsnPoint) { right.x - body->x, right.y - body->y };
}

/**
 * lsn_snap_to_grid:
 * @middle: of a body
 * @axes: the axes along which it may be put right
 *
 * Returns: how much further it is to be moved to stand on the grid
 */
LsnPoint
lsn_snap_to_grid (LsnPoint    middle,
                  LsnSnapAxes axes)
{
  double x = round (middle.x / LSN_SNAP_GRID) * LSN_SNAP_GRID - middle.x;
  double y = round (middle.y / LSN_SNAP_GRID) * LSN_SNAP_GRID - middle.y;

  return (LsnPoint) { (axes & LSN_SNAP_ACROSS) != 0 ? x : 0.0, (axes & LSN_SNAP_DOWN) != 0 ? y : 0.0 };
}
