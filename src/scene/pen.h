/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/colour.h"
#include "scene/path.h"
#include "scene/text.h"

G_BEGIN_DECLS

/* What draws: shapes, lines and words are told to a pen, and a pen puts them on a cairo surface or into SVG. So every output
 * draws the same things. */

#define LSN_N_DASHES 6

typedef struct
{
  LsnColour fill;    /* LSN_NO_COLOUR for none */
  LsnColour stroke;  /* LSN_NO_COLOUR for none */
  double    width;
  double    dash[LSN_N_DASHES]; /* on, off, on, off ... to an off of 0; none for a line without gaps */
  gboolean  round;   /* round ends and joins */
} LsnStyle;

typedef struct _LsnPen LsnPen;

static inline guint
lsn_style_n_dashes (const double dash[LSN_N_DASHES])
{
  guint n = 0;

  while (n < LSN_N_DASHES && dash[n + 1] > 0.0)
    n += 2;

  return n;
}


/**
 * LsnPen:
 * @scale: device pixels per unit when what is smaller than a pixel is to be left out; 0 for exact drawing
 * @path: for who draws, to make paths in; cleared before each use
 */
struct _LsnPen
{
  double  scale;
  LsnPath path;
  void    (*draw_path) (LsnPen         *pen,
                        const LsnPath  *path,
                        const LsnStyle *style);
  void    (*draw_text) (LsnPen        *pen,
                        const LsnText *text,
                        LsnPoint       anchor,  /* the text's top, and where @align says */
                        LsnAlign       align,
                        LsnColour      colour,
                        LsnColour      halo);   /* LSN_NO_COLOUR for none */
  /* The middle of @image, as large as fills @box, a square, within @path. FALSE, and nothing drawn, when it is none. */
  gboolean (*draw_image) (LsnPen        *pen,
                          LsnImage      *image,
                          const LsnPath *path,
                          LsnBox         box,
                          double         opacity);
};

/* Whether something of @size units can be seen. */
static inline gboolean
lsn_pen_shows (const LsnPen *pen,
               double        size,
               double        pixels)
{
  return pen->scale <= 0.0 || size * pen->scale >= pixels;
}

G_END_DECLS
