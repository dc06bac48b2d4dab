/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/marks.h"
#include "model/map.h"

G_BEGIN_DECLS

/* Rings as textures. A ring with names cut out of it is a node for each piece that is left, and for each the screen goes
 * over the whole ring; one that stays as it is, also while it is moved, is painted once instead. */

typedef struct _LsnRingTextures LsnRingTextures;

LsnRingTextures *lsn_ring_textures_new      (void);
void             lsn_ring_textures_free     (LsnRingTextures *textures);
void             lsn_ring_textures_begin    (LsnRingTextures *textures);
gboolean         lsn_ring_textures_snapshot (LsnRingTextures      *textures,
                                             GtkSnapshot          *snapshot,
                                             LsnRow                actor,
                                             const LsnBox         *body,
                                             gboolean              is_square,
                                             double                zoom,
                                             int                   scale,
                                             const cairo_region_t *region);

G_END_DECLS
