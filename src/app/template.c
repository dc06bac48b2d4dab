/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "app/template.h"

/**
 * lsn_template_dispose:
 * @widget: a widget in its dispose
 * @type: the type whose template it was built from
 *
 * Takes down all that the template made. gtk_widget_dispose_template () of GTK 4.8 leaves the children that are bound to no
 * field, and GTK warns of them.
 */
void
lsn_template_dispose (GtkWidget *widget,
                      GType      type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
