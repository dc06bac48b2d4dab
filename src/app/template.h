/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lsn_template_dispose (GtkWidget *widget,
                           GType      type);

G_END_DECLS
