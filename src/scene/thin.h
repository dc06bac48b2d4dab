/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <cairo.h>
#include "scene/colour.h"
#include "scene/path.h"
#include "scene/pen.h"

G_BEGIN_DECLS

/* Lines thinner than a pixel, put straight into the pixels of an image surface: many times cheaper than a stroke of cairo. */

typedef struct
{
  guchar         *pixels;
  int             stride;
  int             left, top, right, bottom; /* where may be drawn; right and bottom beyond it */
  cairo_matrix_t  matrix;                   /* from units to pixels */
  cairo_surface_t *surface;
} LsnThin;

/* Whether thin lines can be drawn on what @cr draws on: an image of 32 bits, clipped by at most one box. */
gboolean lsn_thin_begin (LsnThin *thin,
                         cairo_t *cr);
void     lsn_thin_path  (LsnThin       *thin,
                         const LsnPath *path,
                         LsnColour      colour,
                         double         width,     /* units */
                         const double   dash[LSN_N_DASHES]);
void     lsn_thin_end   (LsnThin *thin);

G_END_DECLS
