/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/lines.h"
#include <string.h>

#define ZIGZAG_HEIGHT 5.0
#define ZIGZAG_PERIOD 12.0
#define WAVE_HEIGHT 3.0
#define WAVE_PERIOD 14.0
#define FLAT_END 12.0
#define DOUBLE_GAP 3.6
#define BEAD_STEP 13.0
#define BEAD_RADIUS 2.0
#define MARK_RADIUS 8.5
#define MARK_STEP 20.0

static double
head_length (const LsnTieLook *look)
{
  return 7.0 + 2.4 * look->width;
}

static double
head_half (const LsnTieLook *look)
{
  return 2.6 + 1.1 * look->width;
}

double
lsn_line_reach (const LsnLineLook *line)
{
  return MAX (11.0, 2.0 * line->look.width + ZIGZAG_HEIGHT);
}

LsnColour
lsn_line_colour (const LsnLineLook *line)
{
  static const double pale[] = { 0.0, 0.25, 0.45, 0.4 };
  const LsnTieLook *look = &line->look;

  return lsn_colour_mix (look->status == LSN_STATUS_ABSENT ? LSN_QUIET_INK : look->colour, LSN_PAPER,
                         pale[look->status]);
}

double
lsn_line_width (const LsnLineLook *line)
{
  return line->look.width + MIN (3.0, 0.5 * (line->count - 1));
}

/* On and off, as often as given; ends with an off of 0. */
static void
set_dash (LsnStyle    *style,
          const double dash[LSN_N_DASHES])
{
  for (guint i = 0; i < LSN_N_DASHES; i++)
    style->dash[i] = dash[i];
}

static void
set_pattern (LsnStyle *style,
             LsnLine   line,
             double    width)
{
  double gap = 3.0 + width;

  switch (line)
    {
    case LSN_LINE_DASHED:
      set_dash (style, (double[LSN_N_DASHES]) { 7.0, 4.5 });
      break;
    case LSN_LINE_LONG_DASHED:
      set_dash (style, (double[LSN_N_DASHES]) { 15.0, 5.5 });
      break;
    case LSN_LINE_DOTTED:
      set_dash (style, (double[LSN_N_DASHES]) { 0.01, gap });
      break;
    case LSN_LINE_DASH_DOTTED:
      set_dash (style, (double[LSN_N_DASHES]) { 9.0, gap, 0.01, gap });
      break;
    case LSN_LINE_DASH_DOT_DOTTED:
      set_dash (style, (double[LSN_N_DASHES]) { 9.0, gap, 0.01, gap, 0.01, gap });
      break;
    default:
      return;
    }
  style->round = line != LSN_LINE_DASHED && line != LSN_LINE_LONG_DASHED;
}

/* Secrecy and doubt come before the kind's own pattern: covert is always dotted. */
static LsnStyle
style_of (const LsnLineLook *line)
{
  const LsnTieLook *look = &line->look;
  double width = lsn_line_width (line);
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = lsn_line_colour (line), .width = width };

  style.round = look->covert || look->line == LSN_LINE_WAVY;
  if (look->covert)
    set_dash (&style, (double[LSN_N_DASHES]) { 0.01, 2.6 * width });
  else if (look->status == LSN_STATUS_ABSENT)
    set_dash (&style, (double[LSN_N_DASHES]) { 3.0, 9.0 });
  else if (look->status == LSN_STATUS_RUMOURED)
    set_dash (&style, (double[LSN_N_DASHES]) { 8.0, 6.0 });
  else
    set_pattern (&style, look->line, width);

  return style;
}

static LsnPoint
beside (const LsnCurve *curve,
        double          t,
        double          offset)
{
  LsnPoint tangent = lsn_curve_tangent (curve, t);

  return lsn_along (lsn_curve_at (curve, t), (LsnPoint) { -tangent.y, tangent.x }, offset);
}

static void
draw_offset (LsnPen         *pen,
             const LsnCurve *curve,
             double          offset,
             const LsnStyle *style)
{
  guint pieces = lsn_curve_is_line (curve) ? 1 : 24;

  for (guint i = 0; i <= pieces; i++)
    if (i == 0)
      lsn_path_move (&pen->path, beside (curve, 0.0, offset));
    else
      lsn_path_line (&pen->path, beside (curve, (double) i / pieces, offset));
}

static void
draw_double (LsnPen         *pen,
             const LsnCurve *curve,
             LsnStyle       *style,
             gboolean        triple)
{
  double offset = DOUBLE_GAP / 2.0 * (triple ? 1.7 : 1.0) + (style->width - 1.8) / 2.0;

  style->width = MAX (1.0, style->width * (triple ? 0.6 : 0.75));
  lsn_path_clear (&pen->path);
  draw_offset (pen, curve, offset, style);
  if (triple)
    draw_offset (pen, curve, 0.0, style);
  draw_offset (pen, curve, -offset, style);
  pen->draw_path (pen, &pen->path, style);
}

/* Beads on a string. */
static void
draw_beads (LsnPen         *pen,
            const LsnCurve *curve,
            const LsnStyle *style)
{
  double length = lsn_curve_length (curve);
  guint beads = (guint) CLAMP (floor ((length - FLAT_END) / BEAD_STEP), 0.0, 2000.0);
  double begin = (length - (beads - 1.0) * BEAD_STEP) / 2.0;

  if (beads == 0 || !lsn_pen_shows (pen, BEAD_RADIUS, 0.7))
    return;

  lsn_path_clear (&pen->path);
  for (guint i = 0; i < beads; i++)
    lsn_path_add_circle (&pen->path, lsn_curve_at (curve, lsn_curve_t_at_length (curve, begin + i * BEAD_STEP)),
                         BEAD_RADIUS + style->width / 4.0);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = style->stroke, .stroke = LSN_NO_COLOUR });
}

/* Teeth along the curve, none of them in its ends. */
static void
draw_teeth (LsnPen         *pen,
            const LsnCurve *curve,
            const LsnStyle *style,
            gboolean        wavy)
{
  double height = wavy ? WAVE_HEIGHT : ZIGZAG_HEIGHT, period = wavy ? WAVE_PERIOD : ZIGZAG_PERIOD;
  double length = lsn_curve_length (curve);
  guint teeth = (guint) CLAMP (floor ((length - 2.0 * FLAT_END) / (period / 2.0)), 0.0, 4000.0);
  double begin = (length - teeth * period / 2.0) / 2.0;
  LsnPoint last = lsn_curve_at (curve, lsn_curve_t_at_length (curve, begin));

  lsn_path_clear (&pen->path);
  lsn_path_move (&pen->path, curve->p[0]);
  if (teeth > 0)
    lsn_path_line (&pen->path, last);
  for (guint i = 0; i < teeth; i++)
    {
      double t = lsn_curve_t_at_length (curve, begin + (i + 0.5) * period / 2.0);
      LsnPoint tip = beside (curve, t, i % 2 == 0 ? height : -height);
      LsnPoint next = lsn_curve_at (curve, lsn_curve_t_at_length (curve, begin + (i + 1) * period / 2.0));

      if (wavy)
        lsn_path_curve (&pen->path, lsn_between (last, tip, 1.0), lsn_between (next, tip, 1.0), next);
      else
        lsn_path_line (&pen->path, tip);
      last = next;
    }
  lsn_path_line (&pen->path, last);
  lsn_path_line (&pen->path, curve->p[3]);
  pen->draw_path (pen, &pen->path, style);
}

static void
draw_stroke (const LsnTieLook *look,
             LsnPen           *pen,
             const LsnCurve   *curve,
             LsnStyle         *style)
{
  if ((look->line == LSN_LINE_DOUBLE || look->line == LSN_LINE_TRIPLE) && lsn_pen_shows (pen, DOUBLE_GAP, 1.5))
    draw_double (pen, curve, style, look->line == LSN_LINE_TRIPLE);
  else if (look->line == LSN_LINE_ZIGZAG && lsn_pen_shows (pen, ZIGZAG_HEIGHT, 1.0))
    draw_teeth (pen, curve, style, FALSE);
  else if (look->line == LSN_LINE_WAVY && lsn_pen_shows (pen, WAVE_HEIGHT, 0.8))
    draw_teeth (pen, curve, style, TRUE);
  else
    {
      lsn_path_clear (&pen->path);
      lsn_path_add_curve (&pen->path, curve);
      pen->draw_path (pen, &pen->path, style);
      if (look->line == LSN_LINE_BEADED)
        draw_beads (pen, curve, style);
    }
}

static void
draw_head (const LsnTieLook *look,
           LsnPen           *pen,
           LsnPoint          tip,
           LsnPoint          back,
           LsnColour         colour)
{
  double length = head_length (look), half = head_half (look);
  LsnPoint base = lsn_along (tip, back, length), notch = lsn_along (tip, back, length * 0.78);
  LsnPoint across = { -back.y, back.x };
  LsnPoint points[4] = { tip, lsn_along (base, across, half), notch, lsn_along (base, across, -half) };

  lsn_path_clear (&pen->path);
  lsn_path_add_polygon (&pen->path, points, 4);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = colour, .stroke = LSN_NO_COLOUR });
}

/* A line that holds: a bracket before the one who is held. */
static void
draw_bracket (const LsnTieLook *look,
              LsnPen           *pen,
              LsnPoint          tip,
              LsnPoint          back,
              const LsnStyle   *style)
{
  LsnPoint across = { -back.y, back.x }, foot = lsn_along (tip, back, 4.0);
  LsnPoint a = lsn_along (foot, across, 11.0), b = lsn_along (foot, across, -11.0);

  lsn_path_clear (&pen->path);
  lsn_path_move (&pen->path, lsn_along (a, back, -6.0));
  lsn_path_line (&pen->path, a);
  lsn_path_line (&pen->path, b);
  lsn_path_line (&pen->path, lsn_along (b, back, -6.0));
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = style->stroke,
                                                 .width = MAX (1.8, style->width) });
}

/* Two bars across: broken. A cross: forbidden. A ring: agreed to. */
static void
draw_own_mark (const LsnTieLook *look,
               LsnPen           *pen,
               const LsnCurve   *curve,
               double            at,
               LsnColour         colour)
{
  double length = lsn_curve_length (curve);
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = colour, .width = 2.0, .round = TRUE };

  lsn_path_clear (&pen->path);
  if (look->line == LSN_LINE_RINGED)
    {
      style.fill = LSN_PAPER;
      lsn_path_add_circle (&pen->path, lsn_curve_at (curve, lsn_curve_t_at_length (curve, length / 2.0 + at)), 5.5);
    }
  for (int side = -1; side <= 1 && look->line != LSN_LINE_RINGED; side += 2)
    {
      double t = lsn_curve_t_at_length (curve, length / 2.0 + at + 4.0 * side);
      LsnPoint middle = lsn_curve_at (curve, lsn_curve_t_at_length (curve, length / 2.0 + at));
      LsnPoint tangent = lsn_curve_tangent (curve, t);
      LsnPoint slant = { (tangent.x - side * tangent.y) * M_SQRT1_2, (tangent.y + side * tangent.x) * M_SQRT1_2 };

      if (look->line == LSN_LINE_BARRED)
        lsn_path_add_segment (&pen->path, beside (curve, t, -8.0), beside (curve, t, 8.0));
      else
        lsn_path_add_segment (&pen->path, lsn_along (middle, slant, -8.0), lsn_along (middle, slant, 8.0));
    }
  pen->draw_path (pen, &pen->path, &style);
}

static void
draw_disc (LsnPen   *pen,
           LsnPoint  at,
           LsnColour colour)
{
  lsn_path_clear (&pen->path);
  lsn_path_add_circle (&pen->path, at, MARK_RADIUS);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = colour, .width = 1.3 });
}

static void
draw_absent (LsnPen   *pen,
             LsnPoint  at,
             LsnColour colour)
{
  draw_disc (pen, at, colour);
  lsn_path_clear (&pen->path);
  lsn_path_add_segment (&pen->path, (LsnPoint) { at.x - 5.5, at.y + 5.5 }, (LsnPoint) { at.x + 5.5, at.y - 5.5 });
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = colour, .width = 1.5 });
}

static gboolean
has_own_mark (const LsnTieLook *look)
{
  return look->line == LSN_LINE_BARRED || look->line == LSN_LINE_CROSSED || look->line == LSN_LINE_RINGED;
}

static guint
n_marks (const LsnLineLook *line)
{
  return (has_own_mark (&line->look) ? 1 : 0) + (line->look.covert ? 1 : 0) +
         (line->look.status != LSN_STATUS_CONFIRMED ? 1 : 0) + (line->count > 1 ? 1 : 0);
}

double
lsn_line_marks_half (const LsnLineLook *line)
{
  return n_marks (line) * MARK_STEP / 2.0;
}

/* The marks stand side by side about the middle. */
static void
draw_marks (const LsnLineLook *line,
            LsnPen            *pen,
            const LsnCurve    *curve,
            const LsnText     *count)
{
  const LsnTieLook *look = &line->look;
  double middle = lsn_curve_length (curve) / 2.0;
  double at = -((double) n_marks (line) - 1.0) * MARK_STEP / 2.0;
  LsnColour dark = lsn_colour_mix (lsn_line_colour (line), LSN_INK, 0.5);
  LsnPoint place;

  if (has_own_mark (look))
    {
      draw_own_mark (look, pen, curve, at, lsn_line_colour (line));
      at += MARK_STEP;
    }
  if (look->covert)
    {
      place = lsn_curve_at (curve, lsn_curve_t_at_length (curve, middle + at));
      draw_disc (pen, place, dark);
      lsn_symbol_draw (LSN_SYMBOL_EYE, pen, place, MARK_RADIUS * 0.66, dark, 1.2);
      at += MARK_STEP;
    }
  if (look->status != LSN_STATUS_CONFIRMED)
    {
      place = lsn_curve_at (curve, lsn_curve_t_at_length (curve, middle + at));
      if (look->status == LSN_STATUS_ABSENT)
        draw_absent (pen, place, dark);
      else
        {
          draw_disc (pen, place, dark);
          lsn_symbol_draw (LSN_SYMBOL_QUESTION, pen, place, MARK_RADIUS * 0.62, dark, 1.4);
        }
      at += MARK_STEP;
    }
  if (count != NULL)
    {
      place = lsn_curve_at (curve, lsn_curve_t_at_length (curve, middle + at));
      draw_disc (pen, place, dark);
      place.y -= count->height / 2.0;
      pen->draw_text (pen, count, place, LSN_ALIGN_CENTRE, LSN_INK, LSN_NO_COLOUR);
    }
}

void
lsn_line_draw (const LsnLineLook *line,
               LsnPen            *pen,
               const LsnCurve    *curve,
               const LsnText     *count)
{
  const LsnTieLook *look = &line->look;
  LsnStyle style = style_of (line), stroke = style;
  gboolean heads = lsn_pen_shows (pen, head_length (look), 3.0);
  gboolean bracket = look->line == LSN_LINE_BRACKET;
  double length = lsn_curve_length (curve), short_by = head_length (look) * 0.75;
  LsnCurve shaft = *curve;

  if (heads && length > 3.0 * short_by)
    {
      double t0 = look->head_at_source ? lsn_curve_t_at_length (curve, short_by) : 0.0;
      double t1 = bracket ? lsn_curve_t_at_length (curve, length - 4.0)
                  : look->head_at_target ? lsn_curve_t_at_length (curve, length - short_by) : 1.0;

      shaft = lsn_curve_part (curve, t0, t1);
    }
  draw_stroke (look, pen, &shaft, &stroke);
  if (!heads)
    return;

  if (bracket)
    draw_bracket (look, pen, curve->p[3], lsn_curve_tangent (&(LsnCurve) { { curve->p[3], curve->p[2], curve->p[1],
                                                                             curve->p[0] } }, 0.0), &style);
  else if (look->head_at_target)
    draw_head (look, pen, curve->p[3], lsn_curve_tangent (&(LsnCurve) { { curve->p[3], curve->p[2], curve->p[1],
                                                                          curve->p[0] } }, 0.0), style.stroke);
  if (look->head_at_source)
    draw_head (look, pen, curve->p[0], lsn_curve_tangent (curve, 0.0), style.stroke);
  if (lsn_pen_shows (pen, MARK_RADIUS, 2.0))
    draw_marks (line, pen, curve, count);
}
