/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/swatch.h"
#include "scene/cairo-pen.h"
#include "scene/lines.h"
#include "scene/looks.h"
#include "scene/shapes.h"

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
  g_autoptr (LsnLooks) looks = lsn_looks_new (map);
  LsnPoint middle = { width / 2.0, height / 2.0 };
  LsnCairoPen pen;

  lsn_cairo_pen_init (&pen, cr, 0.0, FALSE);
  if (lsn_kind_is_of_tie (map, kind))
    {
      LsnLineLook line = { .count = 1 };
      LsnCurve curve = lsn_curve_line ((LsnPoint) { 2.0, middle.y }, (LsnPoint) { width - 2.0, middle.y });

      lsn_looks_tie_kind (looks, kind, &line.look);
      lsn_line_draw (&line, &pen.pen, &curve, NULL);
    }
  else
    {
      LsnActorLook look;

      lsn_looks_actor_kind (looks, kind, &look);
      look.radius = MAX (1.0, MIN (width, height) / 2.0 - 1.0);
      lsn_body_draw (&look, &pen.pen, middle);
    }
  lsn_cairo_pen_finish (&pen);
}
