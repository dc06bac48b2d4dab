/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* A bar in which actors and ties are typed as they are spoken, a statement a line, with what they would make in words below
 * it. Takes them into the canvas's map and stays open for the next ones. */

#define LSN_TYPE_QUICK_BAR (lsn_quick_bar_get_type ())
G_DECLARE_FINAL_TYPE (LsnQuickBar, lsn_quick_bar, LSN, QUICK_BAR, GtkWidget)

void lsn_quick_bar_set_map (LsnQuickBar *bar,
                            LsnMap      *map,
                            LsnCanvas   *canvas);
void lsn_quick_bar_open    (LsnQuickBar *bar,
                            const char  *text);

const LsnAccel *lsn_quick_bar_accels (guint *n_accels);

G_END_DECLS
