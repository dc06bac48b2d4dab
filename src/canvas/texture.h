/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gdk/gdk.h>
#include "scene/scene.h"

G_BEGIN_DECLS

/* From paint to texture. Everything here runs on any thread. */

/* Paints onto @cr, which is already transformed to map units; @area is what will be seen. */
typedef void (*LsnPaintFunc) (cairo_t      *cr,
                              const LsnBox *area,
                              double        scale,
                              GCancellable *cancellable,
                              gpointer      data);

/**
 * LsnTextureGround:
 * @LSN_TEXTURE_PAPER: opaque, the document's ground under the paint
 * @LSN_TEXTURE_CLEAR: nothing under the paint
 * @LSN_TEXTURE_ERASE: the ink of the paint in the colour of the ground: what hides a picture that lies below
 */
typedef enum
{
  LSN_TEXTURE_PAPER,
  LSN_TEXTURE_CLEAR,
  LSN_TEXTURE_ERASE,
} LsnTextureGround;

cairo_surface_t *lsn_texture_paint_surface (LsnPaintFunc     paint,
                                            gpointer         data,
                                            LsnTextureGround ground,
                                            const LsnBox    *area,
                                            double           scale,
                                            int              width,
                                            int              height,
                                            guint32         *empty,
                                            GCancellable    *cancellable);
GdkTexture *lsn_texture_paint       (LsnPaintFunc     paint,
                                     gpointer         data,
                                     LsnTextureGround ground,
                                     const LsnBox    *area,
                                     double           scale,
                                     int              width,
                                     int              height,
                                     GCancellable    *cancellable);
GdkTexture *lsn_texture_veil        (GdkTexture   *texture,
                                     LsnScene     *scene,
                                     const LsnBox *area,
                                     double        scale,
                                     GCancellable *cancellable);
GdkTexture *lsn_texture_shrink      (GdkTexture *texture,
                                     int         width,
                                     int         height);
/* An LsnPaintFunc that paints the LsnScene given as data as the screen shows it. */
void        lsn_texture_paint_scene (cairo_t      *cr,
                                     const LsnBox *area,
                                     double        scale,
                                     GCancellable *cancellable,
                                     gpointer      scene);
GdkRGBA     lsn_texture_ground      (void);

G_END_DECLS
