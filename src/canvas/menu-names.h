/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the items of menus are called by who reads the screen aloud. */

void lsn_menu_name_items (GtkWidget *menu);

G_END_DECLS
