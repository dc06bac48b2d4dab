/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"
#include "canvas/remove-later.h"

/* What is asked on the canvas in a popover, where it is asked about. */

static void
on_closed_cb (GtkPopover *popover,
              LsnCanvas  *self)
{
  if (self->asked != GTK_WIDGET (popover))
    return;

  self->asked = NULL;
  self->by_keyboard = TRUE;
  lsn_canvas_take_focus_from (self, GTK_WIDGET (popover));
  lsn_widget_remove_later (GTK_WIDGET (popover), G_PRIORITY_DEFAULT);
}

/* Keeps what is asked where it is asked about; at its last place when what it is about is not to be seen any more. */
void
lsn_canvas_place_asked (LsnCanvas *self)
{
  LsnBox   box = { self->asked_at.x, self->asked_at.y, 0, 0 };
  gboolean is_frame;

  if (self->asked == NULL)
    return;
  if (self->asked_actor == LSN_NO_ROW ||
      (self->scene != NULL && lsn_scene_actor_body (self->scene, self->asked_actor, &box, &is_frame)))
    {
      box = lsn_viewport_box_to_widget (self->viewport, &box);
      gtk_popover_set_pointing_to (GTK_POPOVER (self->asked),
                                   &(GdkRectangle) { (int) CLAMP (box.x, 0, 1e4), (int) CLAMP (box.y, 0, 1e4),
                                                     (int) CLAMP (box.width, 1, 1e4), (int) CLAMP (box.height, 1, 1e4) });
    }
  gtk_popover_present (GTK_POPOVER (self->asked));
}

static void
show_asked (LsnCanvas *self,
            GtkWidget *popover)
{
  self->asked = popover;
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  lsn_canvas_place_asked (self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Shows a popover at a place of the map. */
void
lsn_canvas_ask (LsnCanvas *self,
                GtkWidget *popover,
                LsnPoint   at)
{
  g_clear_pointer (&self->asked, gtk_widget_unparent);
  self->asked_actor = LSN_NO_ROW;
  self->asked_at = at;
  show_asked (self, popover);
}

/* Shows a popover at an actor, wherever that goes. */
void
lsn_canvas_ask_about (LsnCanvas *self,
                      GtkWidget *popover,
                      LsnRow     actor)
{
  g_clear_pointer (&self->asked, gtk_widget_unparent);
  self->asked_actor = actor;
  show_asked (self, popover);
}
