/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/notes.h"

/* How a note is drawn. */

#define RADIUS 6.0
#define FRAME_RADIUS 3.0
#define WIDTH 1.2
#define HALF_BASE 8.0  /* half of where the pointer of a callout begins */

/* The sides of a box in the order in which its border is drawn. */
typedef enum { ABOVE, RIGHT, BELOW, LEFT } Side;

LsnBox
lsn_note_ink (const LsnNoteItem *note)
{
  LsnBox ink = note->box;

  if (note->has_tip)
    ink = lsn_box_with_point (ink, note->tip);

  return lsn_box_grow (ink, WIDTH + 0.5);
}

/* The side that the straight way from the middle of a box to @tip goes through, and where along it, off its corners. */
static Side
side_towards (const LsnBox *box,
              LsnPoint      tip,
              double       *at)
{
  LsnPoint centre = lsn_box_centre (box);
  double x = tip.x - centre.x, y = tip.y - centre.y;
  double across = fabs (x) * box->height, down = fabs (y) * box->width;
  double margin = RADIUS + HALF_BASE;
  double share;

  if (across > down)
    {
      share = centre.y + y * (box->width / 2.0) / fabs (x);
      *at = CLAMP (share, box->y + MIN (margin, box->height / 2.0), box->y + box->height - MIN (margin, box->height / 2.0));
      return x > 0.0 ? RIGHT : LEFT;
    }
  share = y != 0.0 ? centre.x + x * (box->height / 2.0) / fabs (y) : centre.x;
  *at = CLAMP (share, box->x + MIN (margin, box->width / 2.0), box->x + box->width - MIN (margin, box->width / 2.0));

  return y > 0.0 ? BELOW : ABOVE;
}

static void
add_pointer (LsnPath           *path,
             const LsnNoteItem *note,
             Side               side,
             double             at)
{
  const LsnBox *box = &note->box;
  double half = MIN (HALF_BASE, ((side == ABOVE || side == BELOW ? box->width : box->height) - 2.0 * RADIUS) / 2.0);

  switch (side)
    {
    case ABOVE:
      lsn_path_line (path, (LsnPoint) { at - half, box->y });
      lsn_path_line (path, note->tip);
      lsn_path_line (path, (LsnPoint) { at + half, box->y });
      break;
    case RIGHT:
      lsn_path_line (path, (LsnPoint) { box->x + box->width, at - half });
      lsn_path_line (path, note->tip);
      lsn_path_line (path, (LsnPoint) { box->x + box->width, at + half });
      break;
    case BELOW:
      lsn_path_line (path, (LsnPoint) { at + half, box->y + box->height });
      lsn_path_line (path, note->tip);
      lsn_path_line (path, (LsnPoint) { at - half, box->y + box->height });
      break;
    case LEFT:
    default:
      lsn_path_line (path, (LsnPoint) { box->x, at + half });
      lsn_path_line (path, note->tip);
      lsn_path_line (path, (LsnPoint) { box->x, at - half });
      break;
    }
}

/* A quarter of a circle as cubic curves have it. */
static void
add_corner (LsnPath *path,
            LsnPoint from,
            LsnPoint corner,
            LsnPoint to)
{
  lsn_path_curve (path, lsn_between (from, corner, 0.5523), lsn_between (to, corner, 0.5523), to);
}

/* Clockwise from the left end of the upper side, with the pointer amid the side that looks to what it speaks of. */
static void
add_bubble (LsnPath           *path,
            const LsnNoteItem *note)
{
  double left = note->box.x, top = note->box.y, right = left + note->box.width, bottom = top + note->box.height;
  double at, r = RADIUS;
  Side side = side_towards (&note->box, note->tip, &at);

  lsn_path_move (path, (LsnPoint) { left + r, top });
  if (side == ABOVE)
    add_pointer (path, note, side, at);
  lsn_path_line (path, (LsnPoint) { right - r, top });
  add_corner (path, (LsnPoint) { right - r, top }, (LsnPoint) { right, top }, (LsnPoint) { right, top + r });
  if (side == RIGHT)
    add_pointer (path, note, side, at);
  lsn_path_line (path, (LsnPoint) { right, bottom - r });
  add_corner (path, (LsnPoint) { right, bottom - r }, (LsnPoint) { right, bottom }, (LsnPoint) { right - r, bottom });
  if (side == BELOW)
    add_pointer (path, note, side, at);
  lsn_path_line (path, (LsnPoint) { left + r, bottom });
  add_corner (path, (LsnPoint) { left + r, bottom }, (LsnPoint) { left, bottom }, (LsnPoint) { left, bottom - r });
  if (side == LEFT)
    add_pointer (path, note, side, at);
  lsn_path_line (path, (LsnPoint) { left, top + r });
  add_corner (path, (LsnPoint) { left, top + r }, (LsnPoint) { left, top }, (LsnPoint) { left + r, top });
  lsn_path_close (path);
}

static void
draw_words (const LsnNoteItem *note,
            LsnPen            *pen)
{
  gboolean frame = note->shape == LSN_NOTE_SHAPE_FRAME;
  gboolean rtl = note->text->n_lines > 0 && note->text->lines[0].rtl;
  double inset = frame ? LSN_NOTE_FRAME_INSET : LSN_NOTE_INSET;
  LsnPoint anchor = { rtl ? note->box.x + note->box.width - inset : note->box.x + inset, note->box.y + inset };

  pen->draw_text (pen, note->text, anchor, rtl ? LSN_ALIGN_RIGHT : LSN_ALIGN_LEFT, note->ink, LSN_NO_COLOUR);
}

void
lsn_note_draw (const LsnNoteItem *note,
               LsnPen            *pen)
{
  LsnStyle style = { .fill = note->fill, .stroke = note->bare ? LSN_NO_COLOUR : note->stroke, .width = WIDTH };

  lsn_path_clear (&pen->path);
  if (note->has_tip)
    add_bubble (&pen->path, note);
  else
    lsn_path_add_box (&pen->path, note->box, note->shape == LSN_NOTE_SHAPE_FRAME ? note->bare ? 0.0 : FRAME_RADIUS : RADIUS);
  if (style.fill != LSN_NO_COLOUR || style.stroke != LSN_NO_COLOUR)
    pen->draw_path (pen, &pen->path, &style);
  if (note->text != NULL)
    draw_words (note, pen);
}
