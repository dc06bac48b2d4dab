/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/remove-later.h"

static gboolean
remove_widget (gpointer widget)
{
  if (gtk_widget_get_parent (widget) == NULL)
    return G_SOURCE_REMOVE;

  /* The display server may still have said that the pointer came into a menu after that had closed. GTK then believes it
   * there, and asks its surface at the next layout of the window, unless the menu turns the pointer away before it goes. */
  gtk_widget_set_sensitive (widget, FALSE);
  gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

/**
 * lsn_widget_remove_later:
 * @widget: has closed, and may be amid handling the event that closed it; when it has no parent any more by then, nothing
 *   is done
 * @priority: of the idle source; %G_PRIORITY_DEFAULT_IDLE where what was chosen is yet to be done through its parent
 */
void
lsn_widget_remove_later (GtkWidget *widget,
                         int        priority)
{
  g_idle_add_full (priority, remove_widget, g_object_ref (widget), g_object_unref);
}
