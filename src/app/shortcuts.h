/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The shortcuts window, made from the tables of keys, so that it cannot say anything else than what they do. */

char      *lsn_shortcuts_markup     (void);
GtkWidget *lsn_shortcuts_window_new (void);

G_END_DECLS
