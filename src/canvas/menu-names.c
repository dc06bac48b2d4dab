/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/menu-names.h"

static const char *
find_words (GtkWidget *widget)
{
  const char *words = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
  GtkWidget  *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL && words == NULL; child = gtk_widget_get_next_sibling (child))
    words = find_words (child);
  return words;
}

static gboolean
is_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX ||
         role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

static void
name_below (GtkWidget *widget)
{
  const char *words = is_item (widget) ? find_words (widget) : NULL;
  GtkWidget  *child;

  if (words != NULL)
    {
      /* It goes before the property, also where it leads to a label that says nothing. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_below (child);
}

/**
 * lsn_menu_name_items:
 * @menu: a popover that was made from a model
 *
 * Whenever the menu is shown: gives its items, and those of what opens from it, the accessible names that stand on them.
 * GTK 4.18 gives them none.
 */
void
lsn_menu_name_items (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));

  name_below (menu);
  g_signal_connect (menu, "map", G_CALLBACK (name_below), NULL);
}
