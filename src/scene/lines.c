/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/lines.h"
#include "scene/marks.h"

#define ZIGZAG_HEIGHT 5.0
#define ZIGZAG_PERIOD 12.0
#define WAVE_HEIGHT 3.0
#define WAVE_PERIOD 14.0
#define FLAT_END 12.0
#define DOUBLE_GAP 3.6
#define BEAD_STEP 13.0
#define BEAD_RADIUS 2.0
#define BRACKET_HALF 11.0
#define LEAST_MARK 8.5

/* Heads on a line that is too short for them are smaller. */
static double
head_scale (const LsnTieLook *look,
            double            length)
{
  double full = 7.0 + 2.4 * look->width;

  return MIN (1.0, (look->head_at_source ? 0.36 : 0.8) * length / full);
}

/* Where a bracket stands before the tip, and how far its ends reach back from there. */
static void
bracket_sizes (double  length,
               double *foot,
               double *prongs)
{
  *foot = MIN (4.0, 0.2 * length);
  *prongs = MIN (6.0, 0.25 * length);
}

/**
 * lsn_line_end_length:
 * @line: a line's look
 * @length: how long it is, in units
 * @at_target: which of its ends
 *
 * Returns: how much of it the head or the bracket at an end covers, in units; 0 where there is none
 */
double
lsn_line_end_length (const LsnLineLook *line,
                     double             length,
                     gboolean           at_target)
{
  const LsnTieLook *look = &line->look;
  double foot, prongs;

  if (at_target && look->line == LSN_LINE_BRACKET)
    {
      bracket_sizes (length, &foot, &prongs);
      return foot + prongs + look->width / 2.0;
    }
  if (at_target ? look->head_at_target : look->head_at_source)
    return head_scale (look, length) * (7.0 + 2.4 * look->width);

  return 0.0;
}

/**
 * lsn_line_thickness:
 * @line: a line's look
 *
 * Returns: how far its stroke, heads and bracket reach to each side of its way, in units, marks left out
 */
double
lsn_line_thickness (const LsnLineLook *line)
{
  const LsnTieLook *look = &line->look;
  double heads = look->head_at_source || look->head_at_target ? 2.6 + 1.1 * look->width : 0.0;
  double stroke = look->line == LSN_LINE_ZIGZAG ? ZIGZAG_HEIGHT : look->line == LSN_LINE_WAVY ? WAVE_HEIGHT
                  : look->line == LSN_LINE_DOUBLE || look->line == LSN_LINE_TRIPLE ? DOUBLE_GAP : BEAD_RADIUS;

  return look->line == LSN_LINE_BRACKET ? BRACKET_HALF + 1.0 : MAX (heads, stroke + look->width / 2.0);
}

/**
 * lsn_line_reach:
 * @line: a line's look
 * @way: its way
 *
 * Returns: how far beside its way, and beyond its ends, it draws, in units
 */
double
lsn_line_reach (const LsnLineLook *line,
                const LsnWay      *way)
{
  double reach = MAX (11.0, 2.0 * line->look.width + ZIGZAG_HEIGHT);
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = lsn_marks_place (line, way, marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].beside)
      reach = MAX (reach, lsn_way_distance (way, marks[i].at) + MAX (marks[i].half, marks[i].across) + 1.0);

  return reach;
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
beside (const LsnWay *way,
        double        t,
        double        offset)
{
  LsnPoint tangent = lsn_way_tangent (way, t);

  return lsn_along (lsn_way_at (way, t), (LsnPoint) { -tangent.y, tangent.x }, offset);
}

static void
draw_offset (LsnPen         *pen,
             const LsnWay   *way,
             double          offset,
             const LsnStyle *style)
{
  for (guint i = 0; i < lsn_way_n (way); i++)
    {
      const LsnCurve *curve = lsn_way_curve (way, i);
      guint pieces = lsn_curve_is_line (curve) ? 1 : 24;

      for (guint k = 0; k <= pieces; k++)
        {
          LsnPoint tangent = lsn_curve_tangent (curve, (double) k / pieces);
          LsnPoint at = lsn_along (lsn_curve_at (curve, (double) k / pieces), (LsnPoint) { -tangent.y, tangent.x }, offset);

          if (i == 0 && k == 0)
            lsn_path_move (&pen->path, at);
          else
            lsn_path_line (&pen->path, at);
        }
    }
}

static void
draw_double (LsnPen       *pen,
             const LsnWay *way,
             LsnStyle     *style,
             gboolean      triple)
{
  double offset = DOUBLE_GAP / 2.0 * (triple ? 1.7 : 1.0) + (style->width - 1.8) / 2.0;

  style->width = MAX (1.0, style->width * (triple ? 0.6 : 0.75));
  lsn_path_clear (&pen->path);
  draw_offset (pen, way, offset, style);
  if (triple)
    draw_offset (pen, way, 0.0, style);
  draw_offset (pen, way, -offset, style);
  pen->draw_path (pen, &pen->path, style);
}

static gboolean
is_clear (LsnPoint       at,
          double         radius,
          const LsnMark *marks,
          guint          n_marks)
{
  for (guint i = 0; i < n_marks; i++)
    if (lsn_distance (at, marks[i].at) < radius + MAX (marks[i].half, marks[i].across) + 1.5)
      return FALSE;

  return TRUE;
}

/* Beads on a string, none of them half below a mark. */
static void
draw_beads (LsnPen         *pen,
            const LsnWay   *way,
            const LsnStyle *style,
            const LsnMark  *marks,
            guint           n_marks)
{
  double radius = BEAD_RADIUS + style->width / 4.0;
  double length = lsn_way_length (way);
  guint beads = (guint) CLAMP (floor ((length - FLAT_END) / BEAD_STEP), 0.0, 2000.0);
  double begin = (length - (beads - 1.0) * BEAD_STEP) / 2.0;

  if (beads == 0 || !lsn_pen_shows (pen, BEAD_RADIUS, 0.7))
    return;

  lsn_path_clear (&pen->path);
  for (guint i = 0; i < beads; i++)
    {
      LsnPoint at = lsn_way_at (way, lsn_way_t_at_length (way, begin + i * BEAD_STEP));

      if (is_clear (at, radius, marks, n_marks))
        lsn_path_add_circle (&pen->path, at, radius);
    }
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = style->stroke, .stroke = LSN_NO_COLOUR });
}

/* Teeth along the way, none of them in its ends. */
static void
draw_teeth (LsnPen         *pen,
            const LsnWay   *way,
            const LsnStyle *style,
            gboolean        wavy)
{
  double height = wavy ? WAVE_HEIGHT : ZIGZAG_HEIGHT, period = wavy ? WAVE_PERIOD : ZIGZAG_PERIOD;
  double length = lsn_way_length (way);
  guint teeth = (guint) CLAMP (floor ((length - 2.0 * FLAT_END) / (period / 2.0)), 0.0, 4000.0);
  double begin = (length - teeth * period / 2.0) / 2.0;
  LsnPoint last = lsn_way_at (way, lsn_way_t_at_length (way, begin));

  lsn_path_clear (&pen->path);
  lsn_path_move (&pen->path, lsn_way_start (way));
  if (teeth > 0)
    lsn_path_line (&pen->path, last);
  for (guint i = 0; i < teeth; i++)
    {
      double t = lsn_way_t_at_length (way, begin + (i + 0.5) * period / 2.0);
      LsnPoint tip = beside (way, t, i % 2 == 0 ? height : -height);
      LsnPoint next = lsn_way_at (way, lsn_way_t_at_length (way, begin + (i + 1) * period / 2.0));

      if (wavy)
        lsn_path_curve (&pen->path, lsn_between (last, tip, 1.0), lsn_between (next, tip, 1.0), next);
      else
        lsn_path_line (&pen->path, tip);
      last = next;
    }
  lsn_path_line (&pen->path, last);
  lsn_path_line (&pen->path, lsn_way_end (way));
  pen->draw_path (pen, &pen->path, style);
}

static void
draw_stroke (const LsnTieLook *look,
             LsnPen           *pen,
             const LsnWay     *way,
             LsnStyle         *style,
             const LsnMark    *marks,
             guint             n_marks)
{
  if ((look->line == LSN_LINE_DOUBLE || look->line == LSN_LINE_TRIPLE) && lsn_pen_shows (pen, DOUBLE_GAP, 1.5))
    draw_double (pen, way, style, look->line == LSN_LINE_TRIPLE);
  else if (look->line == LSN_LINE_ZIGZAG && lsn_pen_shows (pen, ZIGZAG_HEIGHT, 1.0))
    draw_teeth (pen, way, style, FALSE);
  else if (look->line == LSN_LINE_WAVY && lsn_pen_shows (pen, WAVE_HEIGHT, 0.8))
    draw_teeth (pen, way, style, TRUE);
  else
    {
      lsn_path_clear (&pen->path);
      lsn_path_add_way (&pen->path, way);
      pen->draw_path (pen, &pen->path, style);
      if (look->line == LSN_LINE_BEADED)
        draw_beads (pen, way, style, marks, n_marks);
    }
}

static void
draw_head (LsnPen   *pen,
           LsnPoint  tip,
           LsnPoint  back,
           double    length,
           double    half,
           LsnColour colour)
{
  LsnPoint base = lsn_along (tip, back, length), notch = lsn_along (tip, back, length * 0.78);
  LsnPoint across = { -back.y, back.x };
  LsnPoint points[4] = { tip, lsn_along (base, across, half), notch, lsn_along (base, across, -half) };

  lsn_path_clear (&pen->path);
  lsn_path_add_polygon (&pen->path, points, 4);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = colour, .stroke = LSN_NO_COLOUR });
}

/* A line that holds: a bracket before the one who is held. */
static void
draw_bracket (LsnPen         *pen,
              LsnPoint        tip,
              LsnPoint        back,
              double          length,
              const LsnStyle *style)
{
  LsnPoint across = { -back.y, back.x }, middle, a, b;
  double foot, prongs;

  bracket_sizes (length, &foot, &prongs);
  middle = lsn_along (tip, back, foot);
  a = lsn_along (middle, across, BRACKET_HALF);
  b = lsn_along (middle, across, -BRACKET_HALF);

  lsn_path_clear (&pen->path);
  lsn_path_move (&pen->path, lsn_along (a, back, -prongs));
  lsn_path_line (&pen->path, a);
  lsn_path_line (&pen->path, b);
  lsn_path_line (&pen->path, lsn_along (b, back, -prongs));
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = style->stroke,
                                                 .width = MAX (1.8, style->width) });
}

/* What is drawn as the line's stroke: up to within its heads, or to its bracket. */
static LsnWay
shaft_of (const LsnLineLook *line,
          const LsnWay      *way,
          double             length)
{
  double begin = 0.75 * lsn_line_end_length (line, length, FALSE), end = 0.75 * lsn_line_end_length (line, length, TRUE);
  double prongs, t0, t1;

  if (line->look.line == LSN_LINE_BRACKET)
    bracket_sizes (length, &end, &prongs);
  t0 = begin > 0.0 ? lsn_way_t_at_length (way, begin) : 0.0;
  t1 = end > 0.0 ? lsn_way_t_at_length (way, length - end) : 1.0;

  return t1 > t0 ? lsn_way_part (way, t0, t1) : lsn_way_share (way);
}

static void
draw_heads (const LsnTieLook *look,
            LsnPen           *pen,
            const LsnWay     *way,
            double            length,
            const LsnStyle   *style)
{
  LsnPoint ahead = lsn_way_tangent (way, 1.0), back = { -ahead.x, -ahead.y };
  double scale = head_scale (look, length);
  double head = scale * (7.0 + 2.4 * look->width), half = scale * (2.6 + 1.1 * look->width);

  if (look->line == LSN_LINE_BRACKET)
    draw_bracket (pen, lsn_way_end (way), back, length, style);
  else if (look->head_at_target)
    draw_head (pen, lsn_way_end (way), back, head, half, style->stroke);
  if (look->head_at_source)
    draw_head (pen, lsn_way_start (way), lsn_way_tangent (way, 0.0), head, half, style->stroke);
}

void
lsn_line_draw (const LsnLineLook *line,
               LsnPen            *pen,
               const LsnWay      *way,
               const LsnText     *count)
{
  const LsnTieLook *look = &line->look;
  LsnStyle style = style_of (line), stroke = style;
  gboolean heads = lsn_pen_shows (pen, 7.0 + 2.4 * look->width, 3.0);
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = lsn_pen_shows (pen, LEAST_MARK, 2.0) ? lsn_marks_place (line, way, marks) : 0;
  double length = heads ? lsn_way_length (way) : 0.0;
  g_auto (LsnWay) shaft = heads ? shaft_of (line, way, length) : lsn_way_share (way);

  draw_stroke (look, pen, &shaft, &stroke, marks, n_marks);
  if (heads)
    draw_heads (look, pen, way, length, &style);
  lsn_marks_draw (marks, n_marks, line, pen, count);
}
