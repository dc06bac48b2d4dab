/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The tie kinds by number over the canvas: what the next drawn tie will be. */

#define LSN_TYPE_PALETTE (lsn_palette_get_type ())
G_DECLARE_FINAL_TYPE (LsnPalette, lsn_palette, LSN, PALETTE, GtkWidget)

void lsn_palette_set_map (LsnPalette *palette,
                          LsnMap     *map,
                          LsnCanvas  *canvas);

G_END_DECLS
