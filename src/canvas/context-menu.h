/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A menu at a place of a widget, which goes when it was used. */

void       lsn_context_menu_place (GtkPopover *menu,
                                   GtkWidget  *parent);
GtkWidget *lsn_context_menu_popup (GtkWidget  *parent,
                                   GMenuModel *model,
                                   double      x,
                                   double      y);

G_END_DECLS
