/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/scene-private.h"
#include "scene/notes.h"
#include "scene/shapes.h"

/* What is where: hit testing and the places of rows. */

#define LEAST_RIM 4.0
#define FRAME_BORDER 4.0
#define LEAST_TITLE 24.0 /* how high the part of a frame is that its title answers on */

/* From its outline, which is @reach from the middle there; negative inside. */
static double
distance_to_body (const LsnBodyItem *body,
                  LsnPoint           place,
                  double            *reach)
{
  double x = place.x - body->centre.x, y = place.y - body->centre.y, far = hypot (x, y);
  LsnPoint direction = far > 1e-9 ? (LsnPoint) { x / far, y / far } : (LsnPoint) { 1.0, 0.0 };

  *reach = lsn_shape_reach (body->look.shape, body->look.radius, direction);
  return far - *reach;
}

static gboolean
body_part (const LsnBodyItem *body,
           LsnPoint           place,
           double             radius,
           LsnPart           *part)
{
  double reach, far = distance_to_body (body, place, &reach);

  if (far > radius)
    return FALSE;

  *part = far >= -MAX (reach / 5.0, LEAST_RIM) ? LSN_PART_RIM : LSN_PART_BODY;
  return TRUE;
}

static gboolean
border_part (const LsnBox *box,
             LsnPoint      place,
             double        radius,
             LsnPart      *part)
{
  double border = MAX (radius, FRAME_BORDER);
  LsnBox outer = lsn_box_grow (*box, border), inner = lsn_box_grow (*box, -border);

  if (!lsn_box_holds (&outer, place.x, place.y))
    return FALSE;
  if (!lsn_box_is_empty (&inner) && lsn_box_holds (&inner, place.x, place.y))
    return FALSE;

  *part = LSN_PART_RIM;
  return TRUE;
}

static gboolean
words_part (LsnScene      *scene,
            const LsnItem *item,
            LsnPoint       place,
            double         radius,
            LsnPart       *part)
{
  LsnBox box = lsn_box_grow (item->ink, MIN (radius, 2.0));

  if (!lsn_box_holds (&box, place.x, place.y))
    return FALSE;

  *part = LSN_PART_NAME;
  if (item->table == LSN_TABLE_ACTORS)
    {
      const LsnItem *body = lsn_scene_item (scene, scene->actors[item->row].body);

      if (body != NULL && body->type == LSN_ITEM_FRAME)
        *part = LSN_PART_FRAME_TITLE;
    }

  return TRUE;
}

static gboolean
actor_part (LsnScene      *scene,
            const LsnItem *item,
            LsnPoint       place,
            double         radius,
            LsnPart       *part)
{
  switch (item->type)
    {
    case LSN_ITEM_BODY:
      return body_part (&item->body, place, radius, part);
    case LSN_ITEM_FRAME:
      return border_part (&item->frame.box, place, radius, part);
    case LSN_ITEM_WORDS:
      return words_part (scene, item, place, radius, part);
    case LSN_ITEM_NOTE:
    case LSN_ITEM_LINE:
    case LSN_ITEM_RING:
    case LSN_ITEM_RULE:
    default:
      return FALSE;
    }
}

/* The title of a frame, or the strip at its top that has none yet. */
static gboolean
title_part (const LsnNoteItem *note,
            LsnPoint           place,
            LsnPart           *part)
{
  LsnBox title = { note->box.x, note->box.y, note->box.width, LEAST_TITLE };

  if (note->text != NULL)
    {
      gboolean rtl = note->text->n_lines > 0 && note->text->lines[0].rtl;

      title.height = note->text->height + 2.0 * LSN_NOTE_FRAME_INSET;
      title.width = MIN (note->box.width, note->text->width + 2.0 * LSN_NOTE_FRAME_INSET);
      title.x += rtl ? note->box.width - title.width : 0.0;
    }
  *part = LSN_PART_FRAME_TITLE;

  return note->text != NULL && lsn_box_holds (&title, place.x, place.y);
}

/* A text answers everywhere, a frame on its border and title only. */
static gboolean
note_part (const LsnNoteItem *note,
           LsnPoint           place,
           double             radius,
           LsnPart           *part)
{
  if (note->shape == LSN_NOTE_SHAPE_FRAME)
    return title_part (note, place, part) || border_part (&note->box, place, radius, part);

  *part = LSN_PART_BODY;

  return lsn_box_holds (&note->box, place.x, place.y);
}

static double
distance_to_tie (LsnScene      *scene,
                 const LsnItem *item,
                 LsnPoint       place,
                 LsnPart       *part)
{
  *part = LSN_PART_LINE;
  if (item->type == LSN_ITEM_LINE)
    return MAX (0.0, lsn_way_distance (&item->line.way, place) - item->line.line.look.width / 2.0);
  if (words_part (scene, item, place, 0.0, part))
    return 0.0;

  return INFINITY;
}

/**
 * lsn_scene_pick:
 * @scene: a scene
 * @x: in map units
 * @y: in map units
 * @radius: how near is near enough, in map units
 * @hit: (out): what is there
 *
 * Finds what is at a place: notes and actors before ties, but frames after them, topmost first; of several ties the nearest,
 * and the topmost of equals. A frame answers on its border and title only. Cost: O(items near the place).
 *
 * Returns: whether anything is there
 */
gboolean
lsn_scene_pick (LsnScene *scene,
                double    x,
                double    y,
                double    radius,
                LsnHit   *hit)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  LsnPoint place = { x, y };
  double margin = MAX (radius, FRAME_BORDER), nearest = radius;
  gboolean any = FALSE;
  LsnPart part;

  if (!isfinite (x) || !isfinite (y))
    return FALSE;

  lsn_grid_find (scene->grid, (LsnBox) { x - margin, y - margin, 2.0 * margin, 2.0 * margin }, found);
  for (guint i = found->len; i-- > 0;)
    {
      const LsnItem *item = lsn_scene_item (scene, g_array_index (found, guint32, i));

      if (item->row == LSN_NO_ROW)
        continue;
      if ((item->table == LSN_TABLE_ACTORS && actor_part (scene, item, place, radius, &part)) ||
          (item->type == LSN_ITEM_NOTE && (!any || item->note.shape != LSN_NOTE_SHAPE_FRAME) &&
           note_part (&item->note, place, radius, &part)))
        {
          *hit = (LsnHit) { item->table, item->row, part };
          return TRUE;
        }
      if (item->table == LSN_TABLE_TIES)
        {
          double far = distance_to_tie (scene, item, place, &part);

          if (far > radius || (any && far >= nearest))
            continue;
          nearest = far;
          *hit = (LsnHit) { LSN_TABLE_TIES, item->row, part };
          any = TRUE;
        }
    }

  return any;
}

/**
 * lsn_scene_nearest_body:
 * @scene: a scene
 * @x: in map units
 * @y: in map units
 * @radius: how far it may be from the place to the shape, in map units
 *
 * Returns: the actor whose shape is nearest, the topmost of equals; %LSN_NO_ROW when none is that near. Frames have no shape.
 *   Cost: O(items near the place)
 */
LsnRow
lsn_scene_nearest_body (LsnScene *scene,
                        double    x,
                        double    y,
                        double    radius)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  LsnRow nearest = LSN_NO_ROW;
  double least = radius;

  if (!isfinite (x) || !isfinite (y))
    return LSN_NO_ROW;

  lsn_grid_find (scene->grid, (LsnBox) { x - radius, y - radius, 2.0 * radius, 2.0 * radius }, found);
  for (guint i = found->len; i-- > 0;)
    {
      const LsnItem *item = lsn_scene_item (scene, g_array_index (found, guint32, i));
      double far, reach;

      if (item->type != LSN_ITEM_BODY || item->table != LSN_TABLE_ACTORS || item->row == LSN_NO_ROW)
        continue;
      far = distance_to_body (&item->body, (LsnPoint) { x, y }, &reach);
      if (far > least || (far == least && nearest != LSN_NO_ROW))
        continue;
      least = far;
      nearest = item->row;
    }

  return nearest;
}

/**
 * lsn_scene_pick_box:
 * @scene: a scene
 * @box: in map units
 * @actors: (out) (transfer full): array of #LsnRow
 * @ties: (out) (transfer full): array of #LsnRow
 * @notes: (out) (transfer full): array of #LsnRow
 *
 * Finds the actors whose bodies are wholly in @box, the ties whose ends are, and the notes that are. Cost: O(rows).
 */
void
lsn_scene_pick_box (LsnScene     *scene,
                    const LsnBox *box,
                    GArray      **actors,
                    GArray      **ties,
                    GArray      **notes)
{
  *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  *notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow row = 1; row < scene->n_actors; row++)
    {
      LsnBox body;

      if (lsn_scene_actor_body (scene, row, &body, NULL) && lsn_box_holds_box (box, &body))
        g_array_append_val (*actors, row);
    }
  for (LsnRow row = 1; row < scene->n_ties; row++)
    {
      const LsnItem *item = lsn_scene_item (scene, scene->ties[row].line);

      LsnPoint start, end;

      if (item == NULL)
        continue;
      start = lsn_way_start (&item->line.way);
      end = lsn_way_end (&item->line.way);
      if (lsn_box_holds (box, start.x, start.y) && lsn_box_holds (box, end.x, end.y))
        g_array_append_val (*ties, row);
    }
  for (LsnRow row = 1; row < scene->n_notes; row++)
    {
      LsnBox note;

      if (lsn_scene_note_box (scene, row, &note) && lsn_box_holds_box (box, &note))
        g_array_append_val (*notes, row);
    }
}

static gboolean
takes (const LsnItem *item,
       const LsnBox  *box,
       LsnRow         but,
       gboolean       lines)
{
  switch (item->type)
    {
    case LSN_ITEM_BODY:
    case LSN_ITEM_WORDS:
      return lsn_box_meets (&item->ink, box);
    case LSN_ITEM_NOTE:
      return item->row != but && item->note.shape != LSN_NOTE_SHAPE_FRAME && lsn_box_meets (&item->note.box, box);
    case LSN_ITEM_LINE:
      return lines && lsn_way_meets_box (&item->line.way, box);
    case LSN_ITEM_FRAME:
    case LSN_ITEM_RING:
    case LSN_ITEM_RULE:
    default:
      return FALSE;
    }
}

/**
 * lsn_scene_is_taken:
 * @scene: a scene
 * @box: in map units
 * @but: a note that does not count; %LSN_NO_ROW for none
 * @lines: whether the lines of ties count
 *
 * Cost: O(items near the box).
 *
 * Returns: whether @box lies on a body, a name, a label or a note, frames aside
 */
gboolean
lsn_scene_is_taken (LsnScene     *scene,
                    const LsnBox *box,
                    LsnRow        but,
                    gboolean      lines)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  lsn_grid_find (scene->grid, *box, found);
  for (guint i = 0; i < found->len; i++)
    if (takes (lsn_scene_item (scene, g_array_index (found, guint32, i)), box, but, lines))
      return TRUE;

  return FALSE;
}

/**
 * lsn_scene_row_bounds:
 * @scene: a scene
 * @table: actors, ties or notes
 * @row: a row
 * @ink: (out): where it is drawn, with its name or label
 *
 * Returns: whether it is drawn
 */
gboolean
lsn_scene_row_bounds (LsnScene *scene,
                      LsnTable  table,
                      LsnRow    row,
                      LsnBox   *ink)
{
  const LsnItem *parts[2] = { NULL, NULL };

  if (table == LSN_TABLE_ACTORS && row < scene->n_actors)
    {
      parts[0] = lsn_scene_item (scene, scene->actors[row].body);
      parts[1] = lsn_scene_item (scene, scene->actors[row].name);
    }
  else if (table == LSN_TABLE_TIES && row < scene->n_ties)
    {
      parts[0] = lsn_scene_item (scene, scene->ties[row].line);
      parts[1] = lsn_scene_item (scene, scene->ties[row].label);
    }
  else if (table == LSN_TABLE_NOTES && row < scene->n_notes)
    parts[0] = lsn_scene_item (scene, scene->notes[row]);
  if (parts[0] == NULL)
    return FALSE;

  *ink = parts[1] != NULL ? lsn_box_union (parts[0]->ink, parts[1]->ink) : parts[0]->ink;
  return TRUE;
}

/**
 * lsn_scene_get_page:
 * @scene: a scene
 * @page: (out): in map units
 *
 * Returns: whether it was made to show what is in a frame
 */
gboolean
lsn_scene_get_page (LsnScene *scene,
                    LsnBox   *page)
{
  *page = scene->page;
  return !lsn_box_is_empty (&scene->page);
}

/**
 * lsn_scene_note_box:
 * @scene: a scene
 * @note: a row
 * @box: (out): its box, without what a callout points with
 *
 * Returns: whether it is drawn
 */
gboolean
lsn_scene_note_box (LsnScene *scene,
                    LsnRow    note,
                    LsnBox   *box)
{
  const LsnItem *item = note < scene->n_notes ? lsn_scene_item (scene, scene->notes[note]) : NULL;

  if (item == NULL)
    return FALSE;

  *box = item->note.box;
  return TRUE;
}

/**
 * lsn_scene_actor_body:
 * @scene: a scene
 * @actor: a row
 * @body: (out): the square around its shape, or its frame
 * @is_frame: (out) (optional): whether it is drawn as a frame
 *
 * Returns: whether the actor is drawn as itself
 */
gboolean
lsn_scene_actor_body (LsnScene *scene,
                      LsnRow    actor,
                      LsnBox   *body,
                      gboolean *is_frame)
{
  const LsnItem *item = actor < scene->n_actors ? lsn_scene_item (scene, scene->actors[actor].body) : NULL;
  double half;

  if (item == NULL)
    return FALSE;

  if (is_frame != NULL)
    *is_frame = item->type == LSN_ITEM_FRAME;
  if (item->type == LSN_ITEM_FRAME)
    *body = item->frame.box;
  else
    {
      half = lsn_shape_half (item->body.look.shape, item->body.look.radius);
      *body = lsn_box_around (item->body.centre, half, half);
    }

  return TRUE;
}

/**
 * lsn_scene_name_bounds:
 * @scene: a scene
 * @actor: a row
 * @ink: (out): where its name stands
 *
 * Returns: whether its name is drawn
 */
gboolean
lsn_scene_name_bounds (LsnScene *scene,
                       LsnRow    actor,
                       LsnBox   *ink)
{
  const LsnItem *item = actor < scene->n_actors ? lsn_scene_item (scene, scene->actors[actor].name) : NULL;

  if (item == NULL)
    return FALSE;

  *ink = item->ink;
  return TRUE;
}

/**
 * lsn_scene_tie_path:
 * @scene: a scene
 * @tie: a row
 *
 * Returns: (transfer full) (nullable) (element-type LsnPoint): its line from source to target, flattened; %NULL when
 *   it is not drawn
 */
GArray *
lsn_scene_tie_path (LsnScene *scene,
                    LsnRow    tie)
{
  enum { N_PIECES = 24 };
  const LsnItem *item = tie < scene->n_ties ? lsn_scene_item (scene, scene->ties[tie].line) : NULL;

  return item != NULL ? lsn_way_flatten (&item->line.way, N_PIECES) : NULL;
}

/**
 * lsn_scene_tie_count:
 * @scene: a scene
 * @tie: a row
 *
 * Returns: how many ties the line of @tie stands for; 0 when it is not drawn
 */
guint
lsn_scene_tie_count (LsnScene *scene,
                     LsnRow    tie)
{
  const LsnItem *item = tie < scene->n_ties ? lsn_scene_item (scene, scene->ties[tie].line) : NULL;

  return item != NULL ? item->line.line.count : 0;
}

/**
 * lsn_scene_label_bounds:
 * @scene: a scene
 * @tie: a row
 * @ink: (out): where its label stands, in map units
 *
 * Returns: whether it has one that is drawn
 */
gboolean
lsn_scene_label_bounds (LsnScene *scene,
                        LsnRow    tie,
                        LsnBox   *ink)
{
  const LsnItem *item = tie < scene->n_ties ? lsn_scene_item (scene, scene->ties[tie].label) : NULL;

  if (item == NULL)
    return FALSE;

  *ink = item->ink;
  return TRUE;
}
