/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The keys of the window and of the program, in the form of the canvas's own table. */

const LsnAccel *lsn_window_accels (guint *n_accels);
void            lsn_window_add_zoom_keys (GtkWidget *window);

G_END_DECLS
