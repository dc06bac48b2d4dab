/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lsn_show_in_folder (GtkWindow  *parent,
                         const char *uri);

G_END_DECLS
