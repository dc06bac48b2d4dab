/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/trimmed.h"
#include "canvas/viewport.h"

G_BEGIN_DECLS

/* A picture above the tiles: small textures where there is something to see and nothing elsewhere. Immutable; may be painted
 * on any thread. */

typedef struct _LsnLayer LsnLayer;

/* The view that a layer is painted for, as plain data for other threads. */
typedef struct
{
  LsnBox visible;      /* map units */
  double scale;        /* device pixels per map unit */
} LsnLayerView;

LsnLayerView lsn_layer_view  (LsnViewport *viewport);
LsnLayer *lsn_layer_new      (LsnPaintFunc        paint,
                              gpointer            data,
                              LsnTextureGround    ground,
                              const LsnBox       *boxes,
                              guint               n_boxes,
                              const LsnLayerView *view,
                              GCancellable       *cancellable);
LsnLayer *lsn_layer_new_whole (LsnPaintFunc        paint,
                               gpointer            data,
                               LsnTextureGround    ground,
                               const LsnBox       *box,
                               const LsnLayerView *view);
void      lsn_layer_free     (LsnLayer *layer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLayer, lsn_layer_free)
guint     lsn_layer_n_cells  (LsnLayer *layer);
void      lsn_layer_snapshot (LsnLayer    *layer,
                              GtkSnapshot *snapshot,
                              LsnViewport *viewport);

G_END_DECLS
