/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/texture.h"

G_BEGIN_DECLS

/* A painting without its empty rims: what is empty would cost the screen as much time as what is painted, and memory too. */

/**
 * LsnTrimmed:
 * @texture: the part that has ink; %NULL when nothing has
 * @part: where that is, in device pixels of the whole
 * @width: of the whole, in device pixels; 0 before it was painted
 * @height: of the whole, in device pixels
 */
typedef struct
{
  GdkTexture           *texture;
  cairo_rectangle_int_t part;
  int                   width;
  int                   height;
} LsnTrimmed;

gboolean   lsn_trimmed_paint    (LsnTrimmed      *trimmed,
                                 LsnPaintFunc     paint,
                                 gpointer         data,
                                 LsnTextureGround ground,
                                 const LsnBox    *area,
                                 double           scale,
                                 int              width,
                                 int              height,
                                 GCancellable    *cancellable);
gboolean   lsn_trimmed_paint_whole (LsnTrimmed   *trimmed,
                                    LsnPaintFunc  paint,
                                    gpointer      data,
                                    const LsnBox *area,
                                    double        scale,
                                    int           width,
                                    int           height,
                                    GCancellable *cancellable);
gboolean   lsn_trimmed_veil     (LsnTrimmed       *trimmed,
                                 const LsnTrimmed *under,
                                 LsnScene         *scene,
                                 const LsnBox     *area,
                                 GCancellable     *cancellable);
LsnTrimmed lsn_trimmed_copy     (const LsnTrimmed *trimmed);
void       lsn_trimmed_take     (LsnTrimmed *trimmed,
                                 LsnTrimmed *other);
void       lsn_trimmed_clear    (LsnTrimmed *trimmed);
void       lsn_trimmed_snapshot (const LsnTrimmed *trimmed,
                                 GtkSnapshot      *snapshot,
                                 const LsnBox     *box);
void       lsn_trimmed_snapshot_around (const LsnTrimmed *trimmed,
                                        GtkSnapshot      *snapshot,
                                        const LsnBox     *box);

G_END_DECLS
