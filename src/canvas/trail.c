/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/trail.h"

#include <math.h>

#define FAR        200.0 /* pixels from one stop to the next, at least */
#define OTHER_ZOOM 1.5   /* or so many times as large */
#define MOST       100   /* stops that are kept */

struct _LsnTrail
{
  GArray *stops;   /* of LsnStop */
  guint   present; /* index of the last one that was noted or gone to */
};

/**
 * lsn_trail_new:
 *
 * Returns: (transfer full): a trail without a stop
 */
LsnTrail *
lsn_trail_new (void)
{
  LsnTrail *trail = g_new0 (LsnTrail, 1);

  trail->stops = g_array_new (FALSE, FALSE, sizeof (LsnStop));
  return trail;
}

/**
 * lsn_trail_free:
 * @trail: (transfer full): no longer wanted
 */
void
lsn_trail_free (LsnTrail *trail)
{
  g_array_unref (trail->stops);
  g_free (trail);
}

/**
 * lsn_trail_clear:
 *
 * Forgets all stops: there is another map.
 */
void
lsn_trail_clear (LsnTrail *trail)
{
  g_array_set_size (trail->stops, 0);
  trail->present = 0;
}

static gboolean
is_elsewhere (const LsnStop *a,
              const LsnStop *b)
{
  double zoom = MIN (a->zoom, b->zoom);

  return hypot (a->middle.x - b->middle.x, a->middle.y - b->middle.y) * zoom >= FAR ||
         MAX (a->zoom, b->zoom) >= OTHER_ZOOM * zoom;
}

/**
 * lsn_trail_note:
 * @stop: where the view rests
 *
 * Adds a stop after the present one, and forgets those that one could go forward to. A stop next to the present one is the
 * same: who moves the view a little is still there.
 */
void
lsn_trail_note (LsnTrail *trail,
                LsnStop   stop)
{
  if (trail->stops->len > 0 && !is_elsewhere (&stop, &g_array_index (trail->stops, LsnStop, trail->present)))
    return;

  if (trail->stops->len > 0)
    g_array_set_size (trail->stops, trail->present + 1);
  g_array_append_val (trail->stops, stop);
  if (trail->stops->len > MOST)
    g_array_remove_index (trail->stops, 0);
  trail->present = trail->stops->len - 1;
}

/**
 * lsn_trail_step:
 * @from: where the view is, which one may want to come back to
 * @back: whether to the stop before, not to the next
 * @to: (out): where to go
 *
 * Returns: whether there is such a stop
 */
gboolean
lsn_trail_step (LsnTrail *trail,
                LsnStop   from,
                gboolean  back,
                LsnStop  *to)
{
  lsn_trail_note (trail, from);
  if (back ? trail->present == 0 : trail->present + 1 >= trail->stops->len)
    return FALSE;

  trail->present = back ? trail->present - 1 : trail->present + 1;
  *to = g_array_index (trail->stops, LsnStop, trail->present);
  return TRUE;
}
