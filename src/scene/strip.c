/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/strip.h"
#include "scene/cairo-pen.h"
#include "scene/marks.h"
#include "scene/scene-private.h"

#define LEAST_HEAD 3.0 /* pixels: the line's own pen leaves out smaller ones */
#define LEAST_FORM 1.0 /* pixels: dashes, teeth and second strokes of thinner lines cannot be told from a plain stroke */

static const LsnItem *
line_of (LsnScene *scene,
         LsnRow    tie)
{
  return tie < scene->n_ties ? lsn_scene_item (scene, scene->ties[tie].line) : NULL;
}

static gboolean
is_plain (const LsnLineLook *line)
{
  const LsnTieLook *look = &line->look;

  return (look->line == LSN_LINE_SOLID || look->line == LSN_LINE_THIN || look->line == LSN_LINE_THICK ||
          look->line == LSN_LINE_BRACKET) && !look->covert && look->status <= LSN_STATUS_LIKELY;
}

/**
 * lsn_strip_of:
 * @scene: a scene
 * @tie: a row
 * @scale: pixels per unit, for which it tells what can be seen
 * @strip: (out): what the line of the tie is when it is laid straight
 *
 * Returns: whether the tie is drawn
 */
gboolean
lsn_strip_of (LsnScene *scene,
              LsnRow    tie,
              double    scale,
              LsnStrip *strip)
{
  const LsnItem *item = line_of (scene, tie);
  LsnLineLook shaft;
  LsnMark marks[LSN_MAX_MARKS];
  gboolean is_marked;

  if (item == NULL)
    return FALSE;

  shaft = item->line.line;
  shaft.look.head_at_source = shaft.look.head_at_target = FALSE;
  *strip = (LsnStrip) { .length = lsn_curve_length (&item->line.curve), .width = lsn_line_width (&item->line.line) };
  lsn_colour_parts (lsn_line_colour (&item->line.line), strip->colour);
  for (guint end = 0; end < 2; end++)
    {
      strip->ends[end] = lsn_line_end_length (&item->line.line, strip->length, end == 1);
      if (strip->ends[end] * scale < LEAST_HEAD)
        strip->ends[end] = 0.0;
    }
  strip->reach_of_ends = lsn_line_thickness (&item->line.line) + 1.0;
  if (strip->width * scale < LEAST_FORM)
    return TRUE;

  is_marked = lsn_marks_place (&item->line.line, &item->line.curve, marks) > 0;
  if (is_marked)
    strip->reach = lsn_line_reach (&item->line.line, &item->line.curve);
  else if (!is_plain (&item->line.line))
    strip->reach = lsn_line_thickness (&shaft) + 1.0;

  return TRUE;
}

/**
 * lsn_strip_paint:
 * @scene: a scene
 * @tie: a row that is drawn in it
 * @cr: a context, transformed to units
 * @scale: pixels per unit
 *
 * Paints the line of a tie laid straight, as the screen shows it, without the number of a line that stands for several. Any
 * thread.
 */
void
lsn_strip_paint (LsnScene *scene,
                 LsnRow    tie,
                 cairo_t  *cr,
                 double    scale)
{
  const LsnItem *item = line_of (scene, tie);
  LsnCairoPen pen;
  LsnCurve straight;

  if (item == NULL)
    return;

  straight = lsn_curve_line ((LsnPoint) { 0.0, 0.0 }, (LsnPoint) { lsn_curve_length (&item->line.curve), 0.0 });
  lsn_cairo_pen_init (&pen, cr, scale, TRUE);
  lsn_line_draw (&item->line.line, &pen.pen, &straight, NULL);
  lsn_cairo_pen_finish (&pen);
}
