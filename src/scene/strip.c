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

static LsnWay
straight_of (double length)
{
  return lsn_way_of (lsn_curve_line ((LsnPoint) { 0.0, 0.0 }, (LsnPoint) { length, 0.0 }));
}

/* How far a line draws to each side where it has neither heads nor marks; 0 for a plain stroke. As little as it needs: what is
 * see-through costs the screen as much as what is not. */
static double
reach_of_shaft (const LsnLineLook *line)
{
  LsnLineLook shaft = *line;

  shaft.look.head_at_source = shaft.look.head_at_target = FALSE;
  switch (line->look.line)
    {
    case LSN_LINE_DOUBLE:
    case LSN_LINE_TRIPLE:
    case LSN_LINE_BEADED:
    case LSN_LINE_WAVY:
    case LSN_LINE_ZIGZAG:
      return lsn_line_thickness (&shaft) + 1.0;

    case LSN_LINE_SOLID:
    case LSN_LINE_THIN:
    case LSN_LINE_THICK:
    case LSN_LINE_BARRED:
    case LSN_LINE_CROSSED:
    case LSN_LINE_RINGED:
    case LSN_LINE_BRACKET:
      if (!line->look.covert && line->look.status <= LSN_STATUS_LIKELY)
        return 0.0;
      break;

    case LSN_LINE_DASHED:
    case LSN_LINE_LONG_DASHED:
    case LSN_LINE_DOTTED:
    case LSN_LINE_DASH_DOTTED:
    case LSN_LINE_DASH_DOT_DOTTED:
    default:
      break;
    }

  return lsn_line_width (line) / 2.0 + 1.0;
}

static void
find_marks (const LsnLineLook *line,
            LsnStrip          *strip)
{
  LsnWay straight = straight_of (strip->length);
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = lsn_marks_place (line, &straight, marks);

  for (guint i = 0; i < n_marks; i++)
    {
      double begin = MAX (0.0, marks[i].at.x - marks[i].half - 1.0);
      double end = MIN (strip->length, marks[i].at.x + marks[i].half + 1.0);

      strip->marks[0] = i == 0 ? begin : MIN (strip->marks[0], begin);
      strip->marks[1] = i == 0 ? end : MAX (strip->marks[1], end);
    }
  strip->reach_of_marks = n_marks > 0 ? lsn_line_reach (line, &straight) : 0.0;
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

  if (item == NULL)
    return FALSE;

  *strip = (LsnStrip) { .length = lsn_way_length (&item->line.way), .width = lsn_line_width (&item->line.line) };
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

  find_marks (&item->line.line, strip);
  strip->reach = reach_of_shaft (&item->line.line);

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
  LsnWay straight;

  if (item == NULL)
    return;

  straight = straight_of (lsn_way_length (&item->line.way));
  lsn_cairo_pen_init (&pen, cr, scale, TRUE);
  lsn_line_draw (&item->line.line, &pen.pen, &straight, NULL);
  lsn_cairo_pen_finish (&pen);
}
