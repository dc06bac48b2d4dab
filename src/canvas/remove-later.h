/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lsn_widget_remove_later (GtkWidget *widget,
                              int        priority);

G_END_DECLS
