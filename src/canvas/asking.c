/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

/* What is asked on the canvas in a popover, where it is asked about. */

static gboolean
remove_popover (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkPopover *popover,
              LsnCanvas  *self)
{
  if (self->asked != GTK_WIDGET (popover))
    return;

  self->asked = NULL;
  self->by_keyboard = TRUE;
  lsn_canvas_take_focus_from (self, GTK_WIDGET (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_popover, g_object_ref (popover), g_object_unref);
}

/* Keeps what is asked where it is asked about. */
void
lsn_canvas_place_asked (LsnCanvas *self)
{
  LsnPoint at;

  if (self->asked == NULL)
    return;
  at = lsn_viewport_to_widget (self->viewport, self->asked_at.x, self->asked_at.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->asked),
                               &(GdkRectangle) { (int) CLAMP (at.x, 0, 1e4), (int) CLAMP (at.y, 0, 1e4), 1, 1 });
  gtk_popover_present (GTK_POPOVER (self->asked));
}

/* Shows a popover at a place of the map. */
void
lsn_canvas_ask (LsnCanvas *self,
                GtkWidget *popover,
                LsnPoint   at)
{
  g_clear_pointer (&self->asked, gtk_widget_unparent);
  self->asked = popover;
  self->asked_at = at;
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), self);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  lsn_canvas_place_asked (self);
  gtk_popover_popup (GTK_POPOVER (popover));
}
