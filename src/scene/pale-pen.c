/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/pale-pen.h"

#define SHARE_OF_PAPER 0.76 /* names can still be read, and all else stands out from them */

static LsnColour
fade (LsnColour colour)
{
  return colour == LSN_NO_COLOUR ? LSN_NO_COLOUR : lsn_colour_mix (colour, LSN_PAPER, SHARE_OF_PAPER);
}

static void
draw_path (LsnPen         *pen,
           const LsnPath  *path,
           const LsnStyle *style)
{
  LsnPen  *other = ((LsnPalePen *) pen)->other;
  LsnStyle pale = *style;

  pale.fill = fade (style->fill);
  pale.stroke = fade (style->stroke);
  other->draw_path (other, path, &pale);
}

static void
draw_text (LsnPen        *pen,
           const LsnText *text,
           LsnPoint       anchor,
           LsnAlign       align,
           LsnColour      colour,
           LsnColour      halo)
{
  LsnPen *other = ((LsnPalePen *) pen)->other;

  other->draw_text (other, text, anchor, align, fade (colour), fade (halo));
}

static gboolean
draw_image (LsnPen        *pen,
            LsnImage      *image,
            const LsnPath *path,
            LsnBox         box,
            double         opacity)
{
  LsnPen *other = ((LsnPalePen *) pen)->other;

  return other->draw_image (other, image, path, box, opacity * (1.0 - SHARE_OF_PAPER));
}

/**
 * lsn_pale_pen_init:
 * @pale: on the stack
 * @other: what draws
 *
 * Takes the path of @other over until lsn_pale_pen_finish().
 */
void
lsn_pale_pen_init (LsnPalePen *pale,
                   LsnPen     *other)
{
  pale->pen = *other;
  pale->pen.draw_path = draw_path;
  pale->pen.draw_text = draw_text;
  pale->pen.draw_image = draw_image;
  pale->other = other;
}

/**
 * lsn_pale_pen_finish:
 *
 * Gives the path back, which may have grown.
 */
void
lsn_pale_pen_finish (LsnPalePen *pale)
{
  pale->other->path = pale->pen.path;
}
