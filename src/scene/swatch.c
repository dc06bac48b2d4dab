/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/swatch.h"
#include "scene/cairo-pen.h"
#include "scene/lines.h"
#include "scene/looks.h"
#include "scene/shapes.h"

/* What a line needs to show what it is: teeth, beads, a ring between the heads; and what stands out beside it */
#define LINE_LENGTH 68.0
#define LINE_HEIGHT 24.0

/* In a swatch that is too small for it the whole line is drawn smaller, and nothing of it is left out. */
static void
paint_line (const LsnLineLook *line,
            cairo_t           *cr,
            double             width,
            double             height)
{
  double scale = MIN (1.0, MIN (width / LINE_LENGTH, height / LINE_HEIGHT));
  LsnWay way = lsn_way_of (lsn_curve_line ((LsnPoint) { 2.0, height / scale / 2.0 },
                                           (LsnPoint) { width / scale - 2.0, height / scale / 2.0 }));
  LsnCairoPen pen;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  lsn_cairo_pen_init (&pen, cr, 0.0, FALSE);
  lsn_line_draw (line, &pen.pen, &way, NULL);
  lsn_cairo_pen_finish (&pen);
  cairo_restore (cr);
}

static void
paint_body (const LsnActorLook *look,
            cairo_t            *cr,
            LsnPoint            middle)
{
  LsnCairoPen pen;

  lsn_cairo_pen_init (&pen, cr, 0.0, FALSE);
  lsn_body_draw (look, NULL, &pen.pen, middle);
  lsn_cairo_pen_finish (&pen);
}

/**
 * lsn_swatch_paint_choice:
 * @map: the map of @kind
 * @kind: a row of the kinds
 * @column: the shape, symbol or line of the kinds; %LSN_NO_COLUMN to paint the kind as it is
 * @choice: (nullable): the word in that column that the kind is to be painted with
 * @cr: a context with the swatch's top left corner at its origin
 * @width: of the swatch, in units
 * @height: of the swatch, in units
 *
 * Paints a small picture of what a kind would be, in the colours of the document.
 */
void
lsn_swatch_paint_choice (LsnMap     *map,
                         LsnRow      kind,
                         LsnColumn   column,
                         const char *choice,
                         cairo_t    *cr,
                         double      width,
                         double      height)
{
  g_autoptr (LsnLooks) looks = lsn_looks_new (map);

  if (lsn_kind_is_of_tie (map, kind))
    {
      LsnLineLook line = { .count = 1 };

      lsn_looks_tie_kind (looks, kind, &line.look);
      if (column == LSN_KIND_LINE)
        lsn_tie_look_choose (&line.look, choice);
      paint_line (&line, cr, width, height);
    }
  else
    {
      LsnActorLook look;

      lsn_looks_actor_kind (looks, kind, &look);
      lsn_actor_look_choose (&look, column, choice);
      look.radius = MAX (1.0, MIN (width, height) / 2.0 - 1.0);
      paint_body (&look, cr, (LsnPoint) { width / 2.0, height / 2.0 });
    }
}

/**
 * lsn_swatch_paint:
 * @map: the map of @kind
 * @kind: a row of the kinds
 * @cr: a context with the swatch's top left corner at its origin
 * @width: of the swatch, in units
 * @height: of the swatch, in units
 *
 * Paints a small picture of a kind, in the colours of the document: a disc with the symbol, or a piece of line.
 */
void
lsn_swatch_paint (LsnMap  *map,
                  LsnRow   kind,
                  cairo_t *cr,
                  double   width,
                  double   height)
{
  lsn_swatch_paint_choice (map, kind, LSN_NO_COLUMN, NULL, cr, width, height);
}
