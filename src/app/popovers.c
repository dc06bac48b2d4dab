/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/popovers.h"

/**
 * lsn_close_popovers:
 * @below: a window, or what stands in one
 *
 * Closes each popover and menu that is open below @below. A window that closes by itself calls this first: the grab of a
 * popover that is still open would outlive it, and no window of the program would hear a click or a key any more. O(widgets).
 */
void
lsn_close_popovers (GtkWidget *below)
{
  g_return_if_fail (GTK_IS_WIDGET (below));

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      lsn_close_popovers (child);
  if (GTK_IS_POPOVER (below))
    gtk_popover_popdown (GTK_POPOVER (below));
}
