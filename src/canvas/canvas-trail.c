/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Goes back to where the view has rested. */

#define REST 400 /* milliseconds without a movement: somebody looks at what is there */

static LsnStop
present_stop (LsnCanvas *self)
{
  LsnStop stop;

  lsn_canvas_get_view (self, &stop.zoom, &stop.middle);
  return stop;
}

static gboolean
on_rest_cb (gpointer data)
{
  LsnCanvas *self = data;

  if (self->has_moved)
    {
      self->has_moved = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->rest = 0;
  if (self->map != NULL && self->has_fitted)
    lsn_trail_note (self->trail, present_stop (self));
  return G_SOURCE_REMOVE;
}

/* The view has moved: where it comes to rest will be a stop. */
void
lsn_canvas_await_rest (LsnCanvas *self)
{
  self->has_moved = TRUE;
  if (self->rest == 0)
    self->rest = g_timeout_add (REST, on_rest_cb, self);
}

/* The view is about to go far: where it is now will be a stop, however short a time it has rested. */
void
lsn_canvas_note_stop (LsnCanvas *self)
{
  if (self->has_fitted)
    lsn_trail_note (self->trail, present_stop (self));
}

/* Goes to the stop before, or to the one that came after. */
void
lsn_canvas_step_trail (LsnCanvas *self,
                       gboolean   back)
{
  LsnStop to;

  if (lsn_trail_step (self->trail, present_stop (self), back, &to))
    lsn_canvas_set_view (self, to.zoom, &to.middle);
  else
    lsn_canvas_say (self, FALSE, back ? _("There is no earlier place to go back to.")
                                      : _("There is no later place to go forward to."));
}
