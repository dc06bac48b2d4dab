/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas.h"

G_BEGIN_DECLS

/* A small picture of the whole map with a frame round what the canvas shows: dragged, the frame moves the view; a click
 * elsewhere moves it there; the wheel zooms. It is seen while a part of the map is out of sight, if it is wanted: property
 * "wanted" (boolean). */

#define LSN_TYPE_MINIMAP (lsn_minimap_get_type ())
G_DECLARE_FINAL_TYPE (LsnMinimap, lsn_minimap, LSN, MINIMAP, GtkWidget)

GtkWidget *lsn_minimap_new       (void);
void       lsn_minimap_set_canvas (LsnMinimap *self, LsnCanvas *canvas);
/* Array of LsnFound that is marked besides what is selected; copied; NULL for none. */
void       lsn_minimap_set_found (LsnMinimap *self, GArray *hits);
/* Its keys, which mean something only while it has the keyboard. */
const LsnAccel *lsn_minimap_accels (guint *n_accels);

G_END_DECLS
