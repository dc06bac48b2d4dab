/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/items.h"
#include <string.h>
#include "scene/notes.h"
#include "scene/pale-pen.h"
#include "scene/shapes.h"
#include "scene/stage.h"

#define BADGE_RADIUS 8.5
#define LEAST_PLATE 6.0 /* pixels of the words: in smaller ones nothing shows between the letters */
#define PLATE_MARGIN 2.0
#define PLATE_ROUNDING 3.0

static LsnText **
text_of (LsnItem *item)
{
  switch (item->type)
    {
    case LSN_ITEM_LINE:
      return &item->line.count;
    case LSN_ITEM_BODY:
      return &item->body.inside;
    case LSN_ITEM_WORDS:
      return &item->words.text;
    case LSN_ITEM_NOTE:
      return &item->note.text;
    case LSN_ITEM_FRAME:
    case LSN_ITEM_RING:
    case LSN_ITEM_RULE:
    default:
      return NULL;
    }
}

/* Lets go of what it holds by reference. */
static void
clear_item (LsnItem *item)
{
  LsnText **text = text_of (item);

  if (text != NULL)
    g_clear_pointer (text, lsn_text_unref);
  if (item->type == LSN_ITEM_LINE)
    lsn_way_clear (&item->line.way);
  if (item->type == LSN_ITEM_BODY)
    g_clear_pointer (&item->body.image, lsn_image_unref);
  if (item->type == LSN_ITEM_FRAME)
    g_clear_pointer (&item->frame.image, lsn_image_unref);
}

static LsnBox
ink_of_words (const LsnWordsItem *words)
{
  LsnBox box = { words->anchor.x, words->anchor.y, words->text->width, words->text->height };

  if (words->align == LSN_ALIGN_CENTRE)
    box.x -= box.width / 2.0;
  else if (words->align == LSN_ALIGN_RIGHT)
    box.x -= box.width;

  return lsn_box_grow (box, words->plate ? PLATE_MARGIN : 1.0);
}

/* Longer than a disc for numbers of three digits and more. */
static double
half_of_badge (const LsnText *number)
{
  return MAX (BADGE_RADIUS, number->width / 2.0 + 3.0);
}

static LsnBox
ink_of_body (const LsnBodyItem *body)
{
  double half = lsn_shape_half (body->look.shape, lsn_body_outer (&body->look));
  double badge = body->look.radius * M_SQRT1_2 + (body->inside != NULL ? half_of_badge (body->inside) : BADGE_RADIUS) + 1.0;

  if (body->look.ours || body->look.covert || body->inside != NULL || body->image != NULL)
    half = MAX (half, badge);

  return lsn_box_around (body->centre, half + 0.5, half + 0.5);
}

static LsnBox
ink_of (const LsnItem *item)
{
  switch (item->type)
    {
    case LSN_ITEM_FRAME:
      return lsn_box_grow (item->frame.box, 2.0);
    case LSN_ITEM_LINE:
      return lsn_box_grow (lsn_way_box (&item->line.way), lsn_line_reach (&item->line.line, &item->line.way));
    case LSN_ITEM_BODY:
      return ink_of_body (&item->body);
    case LSN_ITEM_WORDS:
      return ink_of_words (&item->words);
    case LSN_ITEM_NOTE:
      return lsn_note_ink (&item->note);
    case LSN_ITEM_RING:
      return lsn_box_around (item->ring.centre, item->ring.radius + 1.0, item->ring.radius + 1.0);
    case LSN_ITEM_RULE:
    default:
      return lsn_box_grow (lsn_curve_box (&item->rule), 0.5);
    }
}

static gboolean
same (const LsnItem *a,
      const LsnItem *b)
{
  gsize from = G_STRUCT_OFFSET (LsnItem, frame);
  LsnItem twin;

  if (a->type != b->type || a->table != b->table || a->row != b->row || a->faded != b->faded)
    return FALSE;
  if (a->type == LSN_ITEM_LINE && !lsn_way_equal (&a->line.way, &b->line.way))
    return FALSE;

  memcpy (&twin, a, sizeof twin);
  if (a->type == LSN_ITEM_LINE)
    twin.line.way.more = b->line.way.more;

  return memcmp ((const char *) &twin + from, (const char *) b + from, sizeof (LsnItem) - from) == 0;
}

LsnItem *
lsn_item_new (LsnItem  item,
              LsnItem *before)
{
  LsnItem *made;

  if (before != NULL && same (&item, before))
    {
      clear_item (&item);
      return lsn_item_ref (before);
    }

  made = g_new (LsnItem, 1);
  memcpy (made, &item, sizeof item);
  g_atomic_ref_count_init (&made->ref_count);
  made->ink = ink_of (made);

  return made;
}

LsnItem *
lsn_item_ref (LsnItem *item)
{
  g_atomic_ref_count_inc (&item->ref_count);
  return item;
}

void
lsn_item_unref (LsnItem *item)
{
  if (!g_atomic_ref_count_dec (&item->ref_count))
    return;

  clear_item (item);
  g_free (item);
}

gboolean
lsn_item_meets (const LsnItem *item,
                const LsnBox  *area)
{
  LsnBox wide;

  if (!lsn_box_meets (&item->ink, area))
    return FALSE;
  if (item->type != LSN_ITEM_LINE)
    return TRUE;

  wide = lsn_box_grow (*area, lsn_line_reach (&item->line.line, &item->line.way));

  return lsn_way_meets_box (&item->line.way, &wide);
}

/* In the corner where the title is not, small; beside the star where there is one. */
static void
draw_picture_of_frame (const LsnFrameItem *frame,
                       LsnPen             *pen)
{
  double right = frame->box.x + frame->box.width;
  LsnPoint at = { frame->image_at_left ? frame->box.x + 18.0 : right - (frame->look.ours ? 42.0 : 18.0), frame->box.y + 18.0 };

  if (!lsn_pen_shows (pen, LSN_FRAME_PICTURE, 3.0))
    return;

  lsn_path_clear (&pen->path);
  lsn_path_add_circle (&pen->path, at, LSN_FRAME_PICTURE);
  if (pen->draw_image (pen, frame->image, &pen->path, lsn_box_around (at, LSN_FRAME_PICTURE, LSN_FRAME_PICTURE), 1.0))
    pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = frame->look.colour, .width = 1.3 });
}

static void
draw_frame (const LsnFrameItem *frame,
            LsnPen             *pen)
{
  LsnStyle style = { .fill = frame->fill, .width = 1.3,
                     .stroke = lsn_colour_mix (frame->look.colour, LSN_PAPER, 0.42) };

  if (frame->look.external || frame->look.covert)
    {
      style.dash[0] = frame->look.covert ? 2.0 : 6.0;
      style.dash[1] = 4.0;
    }
  lsn_path_clear (&pen->path);
  lsn_path_add_box (&pen->path, frame->box, LSN_FRAME_RADIUS);
  pen->draw_path (pen, &pen->path, &style);
  if (frame->image != NULL)
    draw_picture_of_frame (frame, pen);
  if (frame->look.ours)
    lsn_symbol_draw (LSN_SYMBOL_STAR, pen, (LsnPoint) { frame->box.x + frame->box.width - 18.0, frame->box.y + 18.0 },
                     6.0, frame->look.colour, 1.3);
}

static void
draw_body (const LsnBodyItem *body,
           LsnPen            *pen)
{
  LsnPoint at = { body->centre.x - body->look.radius * M_SQRT1_2, body->centre.y - body->look.radius * M_SQRT1_2 };
  double half;

  lsn_body_draw (&body->look, body->image, pen, body->centre);
  if (body->inside == NULL || !lsn_pen_shows (pen, BADGE_RADIUS, 3.0))
    return;

  half = half_of_badge (body->inside);
  lsn_path_clear (&pen->path);
  if (half > BADGE_RADIUS)
    lsn_path_add_box (&pen->path, lsn_box_around (at, half, BADGE_RADIUS), BADGE_RADIUS);
  else
    lsn_path_add_circle (&pen->path, at, BADGE_RADIUS);
  pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = body->look.colour, .width = 1.4 });
  at.y -= body->inside->height / 2.0;
  pen->draw_text (pen, body->inside, at, LSN_ALIGN_CENTRE, LSN_INK, LSN_NO_COLOUR);
}

static void
draw_words (const LsnWordsItem *words,
            LsnPen             *pen)
{
  if (words->plate && lsn_pen_shows (pen, lsn_font_spec (words->text->font)->size, LEAST_PLATE))
    {
      lsn_path_clear (&pen->path);
      lsn_path_add_box (&pen->path, ink_of_words (words), PLATE_ROUNDING);
      pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = words->halo, .stroke = LSN_NO_COLOUR });
    }
  pen->draw_text (pen, words->text, words->anchor, words->align, words->colour, words->halo);
}

static void
draw_ring (const LsnRingItem *ring,
           LsnPen            *pen)
{
  LsnStyle style = { .fill = LSN_NO_COLOUR, .stroke = LSN_QUIET_INK, .width = 1.3 };

  if (ring->dashed)
    {
      style.dash[0] = 5.0;
      style.dash[1] = 3.5;
    }
  lsn_path_clear (&pen->path);
  lsn_path_add_circle (&pen->path, ring->centre, ring->radius);
  pen->draw_path (pen, &pen->path, &style);
}

static void
draw (const LsnItem *item,
      LsnPen        *pen)
{
  switch (item->type)
    {
    case LSN_ITEM_FRAME:
      draw_frame (&item->frame, pen);
      break;
    case LSN_ITEM_LINE:
      lsn_line_draw (&item->line.line, pen, &item->line.way, item->line.count);
      break;
    case LSN_ITEM_BODY:
      draw_body (&item->body, pen);
      break;
    case LSN_ITEM_WORDS:
      draw_words (&item->words, pen);
      break;
    case LSN_ITEM_NOTE:
      lsn_note_draw (&item->note, pen);
      break;
    case LSN_ITEM_RING:
      draw_ring (&item->ring, pen);
      break;
    case LSN_ITEM_RULE:
    default:
      lsn_path_clear (&pen->path);
      lsn_path_add_curve (&pen->path, &item->rule);
      pen->draw_path (pen, &pen->path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = LSN_HAIRLINE, .width = 1.0 });
      break;
    }
}

void
lsn_item_draw (const LsnItem *item,
               LsnPen        *pen)
{
  LsnPalePen pale;

  if (!item->faded)
    {
      draw (item, pen);
      return;
    }
  lsn_pale_pen_init (&pale, pen);
  draw (item, &pale.pen);
  lsn_pale_pen_finish (&pale);
}
