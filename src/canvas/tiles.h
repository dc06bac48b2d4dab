/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/overview.h"
#include "canvas/tile-key.h"
#include "canvas/viewport.h"
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* The picture of the map as opaque squares of the screen's pixels, painted by workers and kept.
 *
 * As long as the tiles of the wanted level are not there, those of the last complete level are shown, scaled, over an
 * overview of the whole map. */

typedef struct _LsnTiles LsnTiles;

LsnTiles *lsn_tiles_new         (LsnWorkers *workers,
                                 GFunc       changed,
                                 gpointer    data);
void      lsn_tiles_free        (LsnTiles *tiles);
void      lsn_tiles_set_scene   (LsnTiles *tiles,
                                 LsnScene *scene);
void      lsn_tiles_set_veil    (LsnTiles *tiles,
                                 LsnScene *veil);
void      lsn_tiles_update      (LsnTiles    *tiles,
                                 LsnViewport *viewport);
void      lsn_tiles_pause       (LsnTiles *tiles);
gboolean  lsn_tiles_is_crisp    (LsnTiles    *tiles,
                                 LsnViewport *viewport);
gboolean  lsn_tiles_has_picture (LsnTiles *tiles);
LsnOverview *lsn_tiles_get_overview (LsnTiles *tiles);
void      lsn_tiles_snapshot    (LsnTiles    *tiles,
                                 GtkSnapshot *snapshot,
                                 LsnViewport *viewport);

G_END_DECLS
