/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <cairo.h>
#include "scene/colour.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* Plain shapes put straight into the pixels of an image of 32 bits, with smooth edges, opaque: what thousands of them cost is
 * a frame. All sizes are pixels. */

typedef struct
{
  guint32 *pixels;
  int      width, height;
  int      stride; /* in pixels */
} LsnRaster;

/* Whether @surface is an image that can be drawn in; lsn_raster_end() tells it what was done. */
gboolean lsn_raster_begin (LsnRaster       *raster,
                           cairo_surface_t *surface);
void     lsn_raster_end   (LsnRaster       *raster,
                           cairo_surface_t *surface);
void     lsn_raster_fill  (LsnRaster *raster,
                           LsnColour  colour);
void     lsn_raster_line  (LsnRaster *raster,
                           LsnPoint   from,
                           LsnPoint   to,
                           double     width,
                           LsnColour  colour);
void     lsn_raster_disc  (LsnRaster *raster,
                           LsnPoint   centre,
                           double     radius,
                           LsnColour  colour);
void     lsn_raster_box   (LsnRaster    *raster,
                           const LsnBox *box,
                           LsnColour     colour);

G_END_DECLS
