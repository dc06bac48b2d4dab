/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/tiles.h"
#include "canvas/viewport.h"
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* What is dragged, with its ties, drawn live above the tiles, in which its old picture is faded. The map is not touched.
 * Painted by a worker from a snapshot, once; while it moves, its picture is shifted and its ties are turned in pieces, so
 * that hardly a frame hands a new picture to the screen. When it rests, all is painted as it will be. */

typedef struct _LsnLive LsnLive;

LsnLive *lsn_live_new      (LsnWorkers   *workers,
                            LsnMap       *map,
                            LsnScene     *scene,
                            LsnTextCache *texts,
                            LsnTiles     *tiles,
                            const LsnRow *actors,
                            guint         n_actors,
                            const LsnRow *notes,
                            guint         n_notes,
                            LsnViewport  *viewport,
                            GFunc         changed,
                            gpointer      data);
void     lsn_live_free     (LsnLive *live);
void     lsn_live_move     (LsnLive *live,
                            double   dx,
                            double   dy);
gboolean lsn_live_is_settled (LsnLive *live);
void     lsn_live_snapshot (LsnLive     *live,
                            GtkSnapshot *snapshot);

G_END_DECLS
