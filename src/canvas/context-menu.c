/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/context-menu.h"

#include "canvas/menu-names.h"
#include "canvas/remove-later.h"

/* The chosen action is activated after the menu has closed, so the menu goes only then. */
static void
on_closed (GtkPopover *menu)
{
  lsn_widget_remove_later (GTK_WIDGET (menu), G_PRIORITY_DEFAULT_IDLE);
}

/**
 * lsn_context_menu_place:
 * @menu: that is to be shown
 * @parent: where
 *
 * Beside what it points to a menu may slide up to where all of it is to be seen; below it would be cut at the foot of the
 * screen.
 */
void
lsn_context_menu_place (GtkPopover *menu,
                        GtkWidget  *parent)
{
  gtk_popover_set_has_arrow (menu, FALSE);
  gtk_popover_set_position (menu, gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL ? GTK_POS_LEFT : GTK_POS_RIGHT);
  gtk_widget_set_valign (GTK_WIDGET (menu), GTK_ALIGN_START);
}

/**
 * lsn_context_menu_popup:
 * @parent: where the menu is shown; it must present its popovers when it is allocated
 * @model: what is in it
 * @x: pixels from the left of @parent
 * @y: pixels from its top
 *
 * Returns: (transfer none): the menu, which is removed after it has closed
 */
GtkWidget *
lsn_context_menu_popup (GtkWidget  *parent,
                        GMenuModel *model,
                        double      x,
                        double      y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  lsn_context_menu_place (GTK_POPOVER (menu), parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (menu, "closed", G_CALLBACK (on_closed), NULL);
  gtk_widget_set_parent (menu, parent);
  lsn_menu_name_items (menu);
  gtk_popover_popup (GTK_POPOVER (menu));
  return menu;
}
