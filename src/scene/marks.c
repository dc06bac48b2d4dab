/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/marks.h"

#define BADGE_RADIUS 8.5
#define BADGE_STROKE 1.3
#define RING_RADIUS 5.5
#define BAR_STEP 4.0
#define BAR_HALF 8.0
#define OWN_STROKE 2.0
#define DIGIT_HALF 3.3
#define GAP 4.0

static gboolean
has_own_mark (const LsnTieLook *look)
{
  return look->line == LSN_LINE_BARRED || look->line == LSN_LINE_CROSSED || look->line == LSN_LINE_RINGED;
}

static LsnMark
own_mark (const LsnTieLook *look)
{
  double stroke = OWN_STROKE / 2.0;

  if (look->line == LSN_LINE_RINGED)
    return (LsnMark) { .type = LSN_MARK_OWN, .half = RING_RADIUS + stroke, .across = RING_RADIUS + stroke }
  ;
  if (look->line == LSN_LINE_BARRED)
    return (LsnMark) { .type = LSN_MARK_OWN, .half = BAR_STEP + stroke, .across = BAR_HALF + stroke }
  ;

  return (LsnMark) { .type = LSN_MARK_OWN, .half = BAR_HALF * M_SQRT1_2 + stroke, .across = BAR_HALF * M_SQRT1_2 + stroke };
}

/* Half the width of the badge that says @count: a disc, and longer for what has more than two digits. */
static double
half_of_count (guint count)
{
  guint digits = 1;

  for (guint rest = count; rest >= 10; rest /= 10)
    digits++;

  return MAX (BADGE_RADIUS, digits * DIGIT_HALF + 3.0);
}

static guint
list_marks (const LsnLineLook *line,
            LsnMark            marks[LSN_MAX_MARKS])
{
  double badge = BADGE_RADIUS + BADGE_STROKE / 2.0;
  guint n = 0;

  if (has_own_mark (&line->look))
    marks[n++] = own_mark (&line->look);
  if (line->look.covert)
    marks[n++] = (LsnMark) { .type = LSN_MARK_COVERT, .half = badge, .across = badge }
  ;
  if (line->look.status != LSN_STATUS_CONFIRMED)
    marks[n++] = (LsnMark) { .type = LSN_MARK_STATUS, .half = badge, .across = badge }
  ;
  /* the number is written level, whichever way the line runs */
  if (line->count > 1)
    {
      double half = half_of_count (line->count) + BADGE_STROKE / 2.0;

      marks[n++] = (LsnMark) { .type = LSN_MARK_COUNT, .half = half, .across = half };
    }

  return n;
}

/* What of a line lies between its heads or its bracket. */
static void
find_free_part (const LsnLineLook *line,
                double             length,
                double            *from,
                double            *to)
{
  double begin = lsn_line_end_length (line, length, FALSE), end = lsn_line_end_length (line, length, TRUE);

  *from = begin > 0.0 ? begin + GAP : GAP / 2.0;
  *to = length - (end > 0.0 ? end + GAP : GAP / 2.0);
}

static void
put (LsnMark      *mark,
     const LsnWay *way,
     double        length)
{
  double t = lsn_way_t_at_length (way, length);

  mark->at = lsn_way_at (way, t);
  mark->tangent = lsn_way_tangent (way, t);
}

/* To the outside of a bent line; else upwards. */
static LsnPoint
direction_beside (const LsnWay  *way,
                  const LsnMark *mark)
{
  LsnPoint normal = { -mark->tangent.y, mark->tangent.x };
  LsnPoint middle = lsn_between (lsn_way_start (way), lsn_way_end (way), 0.5);
  double bulge = (mark->at.x - middle.x) * normal.x + (mark->at.y - middle.y) * normal.y;
  gboolean turn = fabs (bulge) > 0.5 ? bulge < 0.0 : normal.y > 1e-6 || (fabs (normal.y) <= 1e-6 && normal.x < 0.0);

  return turn ? (LsnPoint) { -normal.x, -normal.y } : normal;
}

/* One above the other, clear of the line. */
static void
put_beside (LsnMark           *marks,
            guint              n_marks,
            const LsnLineLook *line,
            const LsnWay      *way,
            double             middle,
            double             clear)
{
  double away = MAX (clear, lsn_line_thickness (line));

  for (guint i = 0; i < n_marks; i++)
    {
      LsnPoint direction;

      put (&marks[i], way, middle);
      direction = direction_beside (way, &marks[i]);
      away += GAP + marks[i].across;
      marks[i].at = lsn_along (marks[i].at, direction, away);
      marks[i].beside = TRUE;
      away += marks[i].across;
    }
}

/* How many of the marks a line has @room for, and how long these are together. */
static guint
fit (const LsnMark *marks,
     guint          n_marks,
     double         room,
     double        *run)
{
  guint n_on = n_marks;

  *run = -GAP;
  for (guint i = 0; i < n_marks; i++)
    *run += 2.0 * marks[i].half + GAP;
  while (n_on > 0 && *run > room)
    *run -= 2.0 * marks[--n_on].half + GAP;

  return n_on;
}

/**
 * lsn_marks_room:
 * @line: a line's look
 * @way: its way
 * @room: (out): how far its marks can be moved along it altogether, in units
 *
 * Returns: whether it has marks at all
 */
gboolean
lsn_marks_room (const LsnLineLook *line,
                const LsnWay      *way,
                double            *room)
{
  LsnMark marks[LSN_MAX_MARKS];
  guint n_marks = list_marks (line, marks);
  double from, to, run;

  if (n_marks == 0)
    return FALSE;

  find_free_part (line, lsn_way_length (way), &from, &to);
  fit (marks, n_marks, to - from, &run);
  *room = MAX (0.0, to - from - MAX (0.0, run));

  return TRUE;
}

/**
 * lsn_marks_place:
 * @line: a line's look
 * @way: its way
 * @marks: (out): what stands on it
 *
 * Places the marks of a line: side by side about its middle, or its shift from there, clear of its heads. Those that a short
 * line has no room for stand beside it. Cost: next to nothing for a line without marks.
 *
 * Returns: how many there are
 */
guint
lsn_marks_place (const LsnLineLook *line,
                 const LsnWay      *way,
                 LsnMark            marks[LSN_MAX_MARKS])
{
  guint n_marks = list_marks (line, marks), n_on;
  double length, from, to, run, at, clear = 0.0;

  if (n_marks == 0)
    return 0;

  length = lsn_way_length (way);
  find_free_part (line, length, &from, &to);
  n_on = fit (marks, n_marks, to - from, &run);

  at = CLAMP (length / 2.0 + line->shift - run / 2.0, from, MAX (from, to - run));
  for (guint i = 0; i < n_on; i++)
    {
      put (&marks[i], way, at + marks[i].half);
      at += 2.0 * marks[i].half + GAP;
      clear = MAX (clear, marks[i].across);
    }
  put_beside (marks + n_on, n_marks - n_on, line, way, CLAMP ((from + to) / 2.0 + line->shift, 0.0, length), clear);

  return n_marks;
}

/**
 * lsn_mark_box:
 * @mark: a mark
 *
 * Returns: the box that it needs to be read, in units
 */
LsnBox
lsn_mark_box (const LsnMark *mark)
{
  double half = MAX (mark->half, mark->across);

  return lsn_box_around (mark->at, half, half);
}

/* Two bars across: broken. A cross: forbidden. A ring: agreed to. */
static void
draw_own_mark (const LsnMark    *mark,
               const LsnTieLook *look,
               LsnPen           *pen,
               LsnColour         colour)
{
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = colour, .width = OWN_STROKE, .round = TRUE };
  LsnPoint along = mark->tangent, across = { -along.y, along.x };

  lsn_path_clear (&pen->path);
  if (look->line == LSN_LINE_RINGED)
    {
      style.fill = LSN_PAPER;
      lsn_path_add_circle (&pen->path, mark->at, RING_RADIUS);
    }
  for (int side = -1; side <= 1 && look->line != LSN_LINE_RINGED; side += 2)
    {
      LsnPoint middle = look->line == LSN_LINE_BARRED ? lsn_along (mark->at, along, BAR_STEP * side) : mark->at;
      LsnPoint slant = { (along.x - side * along.y) * M_SQRT1_2, (along.y + side * along.x) * M_SQRT1_2 };
      LsnPoint way = look->line == LSN_LINE_BARRED ? across : slant;

      lsn_path_add_segment (&pen->path, lsn_along (middle, way, -BAR_HALF), lsn_along (middle, way, BAR_HALF));
    }
  pen->draw_path (pen, &pen->path, &style);
}

static void
draw_badge (LsnPen   *pen,
            LsnPoint  at,
            double    half,
            LsnColour colour)
{
  lsn_path_clear (&pen->path);
  if (half > BADGE_RADIUS)
    lsn_path_add_box (&pen->path, lsn_box_around (at, half, BADGE_RADIUS), BADGE_RADIUS);
  else
    lsn_path_add_circle (&pen->path, at, BADGE_RADIUS);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = colour, .width = BADGE_STROKE });
}

static void
draw_status (LsnPen   *pen,
             LsnPoint  at,
             LsnStatus status,
             LsnColour colour)
{
  draw_badge (pen, at, BADGE_RADIUS, colour);
  if (status != LSN_STATUS_ABSENT)
    {
      lsn_symbol_draw (LSN_SYMBOL_QUESTION, pen, at, BADGE_RADIUS * 0.62, colour, 1.4);
      return;
    }
  lsn_path_clear (&pen->path);
  lsn_path_add_segment (&pen->path, (LsnPoint) { at.x - 5.5, at.y + 5.5 }, (LsnPoint) { at.x + 5.5, at.y - 5.5 });
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = colour, .width = 1.5 });
}

static void
draw_count (LsnPen        *pen,
            LsnPoint       at,
            const LsnText *count,
            double         half,
            LsnColour      colour)
{
  draw_badge (pen, at, half, colour);
  at.y -= count->height / 2.0;
  pen->draw_text (pen, count, at, LSN_ALIGN_CENTRE, LSN_INK, LSN_NO_COLOUR);
}

/**
 * lsn_marks_draw:
 * @marks: placed marks
 * @n_marks: how many
 * @line: the look of their line
 * @pen: what draws
 * @count: (nullable): the shaped number of ties, for a line that stands for several
 *
 * Draws the marks of a line.
 */
void
lsn_marks_draw (const LsnMark     *marks,
                guint              n_marks,
                const LsnLineLook *line,
                LsnPen            *pen,
                const LsnText     *count)
{
  LsnColour colour = lsn_line_colour (line), dark = lsn_colour_mix (colour, LSN_INK, 0.5);

  for (guint i = 0; i < n_marks; i++)
    switch (marks[i].type)
      {
      case LSN_MARK_COVERT:
        draw_badge (pen, marks[i].at, BADGE_RADIUS, dark);
        lsn_symbol_draw (LSN_SYMBOL_EYE, pen, marks[i].at, BADGE_RADIUS * 0.66, dark, 1.2);
        break;
      case LSN_MARK_STATUS:
        draw_status (pen, marks[i].at, line->look.status, dark);
        break;
      case LSN_MARK_COUNT:
        if (count != NULL)
          draw_count (pen, marks[i].at, count, half_of_count (line->count), dark);
        break;
      case LSN_MARK_OWN:
      default:
        draw_own_mark (&marks[i], &line->look, pen, colour);
        break;
      }
}
