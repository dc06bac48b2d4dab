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

typedef struct
{
  LsnColour fill;    /* LSN_NO_COLOUR for none */
  LsnColour stroke;  /* LSN_NO_COLOUR for none */
  double    width;
  double    dash[4]; /* on, off, on, off; all 0 for a line without gaps */
  gboolean  round;   /* round ends and joins */
} LsnStyle;

typedef struct _LsnPen LsnPen;

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
