/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/notes.h"
#include <string.h>
#include "scene/clip.h"

#define GAP 36.0          /* from the picture to what has no place, and from a callout without one to what it speaks of */
#define TIE_GAP 5.0       /* from the tip of a callout to the line of a tie */

/* ---- which there are ---- */

static gboolean
shows_actor (LsnStage *stage,
             LsnRow    actor)
{
  return lsn_stage_shown (stage, actor) != LSN_NO_SPOT &&
         (stage->shown_by == NULL || !lsn_scene_hides (stage->shown_by, LSN_TABLE_ACTORS, actor));
}

static gboolean
shows_tie (LsnStage *stage,
           LsnRow    tie)
{
  return (stage->shown_by == NULL || !lsn_scene_hides (stage->shown_by, LSN_TABLE_TIES, tie)) &&
         shows_actor (stage, lsn_map_get_reference (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE)) &&
         shows_actor (stage, lsn_map_get_reference (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));
}

static gboolean
holds (GHashTable *rows,
       LsnRow      row)
{
  return rows != NULL && g_hash_table_contains (rows, GUINT_TO_POINTER (row));
}

/* Of who is drawn as being moved, how many ends of a tie are. */
static guint
moved_ends (LsnStage *stage,
            LsnRow    tie)
{
  return holds (stage->moved, lsn_map_get_reference (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE)) +
         holds (stage->moved, lsn_map_get_reference (stage->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));
}

static gboolean
is_hidden (LsnStage *stage,
           LsnRow    actor,
           LsnRow    tie)
{
  return stage->shown_by != NULL &&
         ((actor != LSN_NO_ROW && lsn_scene_hides (stage->shown_by, LSN_TABLE_ACTORS, actor)) ||
          (tie != LSN_NO_ROW && lsn_scene_hides (stage->shown_by, LSN_TABLE_TIES, tie)));
}

/* What speaks of nobody, or of who is there. */
static gboolean
has_subject (LsnStage *stage,
             LsnRow    actor,
             LsnRow    tie)
{
  return (actor == LSN_NO_ROW || shows_actor (stage, actor)) && (tie == LSN_NO_ROW || shows_tie (stage, tie));
}

static gboolean
is_wanted (LsnStage *stage,
           LsnRow    note,
           LsnRow    actor,
           LsnRow    tie)
{
  if (note == stage->page || is_hidden (stage, actor, tie))
    return note == stage->page;
  if (stage->moved != NULL)
    return holds (stage->moved_notes, note) || (actor != LSN_NO_ROW && holds (stage->moved, actor)) ||
           (tie != LSN_NO_ROW && moved_ends (stage, tie) > 0);
  if (stage->only != NULL)
    return holds (stage->only_notes, note) || (actor + tie != LSN_NO_ROW && has_subject (stage, actor, tie));
  return has_subject (stage, actor, tie);
}

/* How far the movement that is drawn takes a note: as in the map when it ends. */
static double
share_of_movement (LsnStage          *stage,
                   const LsnNoteSpot *spot)
{
  if (stage->moved == NULL)
    return 0.0;
  if (holds (stage->moved_notes, spot->row))
    return 1.0;
  return spot->actor != LSN_NO_ROW ? 1.0 : moved_ends (stage, spot->tie) / 2.0;
}

static double
extent_of (LsnMap   *map,
           LsnRow    note,
           LsnColumn column,
           double    otherwise,
           double    least)
{
  double extent = lsn_map_get_number (map, LSN_TABLE_NOTES, note, column);

  return isnan (extent) ? otherwise : MAX (extent, least);
}

static void
set_look (LsnStage    *stage,
          LsnNoteSpot *spot)
{
  const char *cell = lsn_map_get_text (stage->map, LSN_TABLE_NOTES, spot->row, LSN_NOTE_COLOUR);
  gboolean frame = spot->item.shape == LSN_NOTE_SHAPE_FRAME;
  LsnColour colour = lsn_colour_from_text (cell, frame ? LSN_QUIET_INK : LSN_NOTE_TINT);

  spot->item.stroke = lsn_colour_mix (LSN_PAPER, colour, frame ? 0.6 : 0.5);
  spot->item.ink = frame ? lsn_colour_mix (colour, LSN_INK, 0.35) : LSN_INK;
  spot->item.fill = lsn_colour_mix (LSN_PAPER, colour, frame ? 0.06 : 0.1);
  if (frame && cell == NULL)
    spot->item.fill = LSN_NO_COLOUR;
}

static void
set_box (LsnStage    *stage,
         LsnNoteSpot *spot)
{
  LsnMap *map = stage->map;
  const char *text = lsn_map_get_text (map, LSN_TABLE_NOTES, spot->row, LSN_NOTE_TEXT);
  gboolean frame = spot->item.shape == LSN_NOTE_SHAPE_FRAME;
  double inset = frame ? LSN_NOTE_FRAME_INSET : LSN_NOTE_INSET, share = share_of_movement (stage, spot);
  LsnBox *box = &spot->item.box;

  box->x = lsn_map_get_number (map, LSN_TABLE_NOTES, spot->row, LSN_NOTE_X) + share * stage->by.x;
  box->y = lsn_map_get_number (map, LSN_TABLE_NOTES, spot->row, LSN_NOTE_Y) + share * stage->by.y;
  box->width = extent_of (map, spot->row, LSN_NOTE_WIDTH, frame ? LSN_NOTE_FRAME_WIDTH : LSN_NOTE_MOST_WIDTH, LSN_NOTE_LEAST);
  box->height = extent_of (map, spot->row, LSN_NOTE_HEIGHT, frame ? LSN_NOTE_FRAME_HEIGHT : 0.0, LSN_NOTE_LEAST_HEIGHT);
  if (text != NULL)
    spot->item.text = lsn_text_cache_get (stage->cache, text, frame ? LSN_FONT_NOTE_TITLE : LSN_FONT_NOTE,
                                          box->width - 2.0 * inset);
  /* A text is never cut: its box becomes as high as it needs. One that nobody gave a width is no wider than its words. */
  if (text == NULL || frame)
    return;
  box->height = MAX (box->height, spot->item.text->height + 2.0 * inset);
  if (isnan (lsn_map_get_number (map, LSN_TABLE_NOTES, spot->row, LSN_NOTE_WIDTH)))
    box->width = CLAMP (ceil (spot->item.text->width + 2.0 * inset), LSN_NOTE_LEAST, LSN_NOTE_MOST_WIDTH);
}

static gboolean
has_place (const LsnNoteSpot *spot)
{
  return isfinite (spot->item.box.x) && isfinite (spot->item.box.y);
}

static gboolean
is_faded (LsnStage          *stage,
          const LsnNoteSpot *spot)
{
  return stage->shown_by != NULL &&
         ((spot->actor != LSN_NO_ROW && lsn_scene_fades (stage->shown_by, LSN_TABLE_ACTORS, spot->actor)) ||
          (spot->tie != LSN_NO_ROW && lsn_scene_fades (stage->shown_by, LSN_TABLE_TIES, spot->tie)));
}

static void
add_spot (LsnStage *stage,
          LsnRow    note)
{
  LsnMap *map = stage->map;
  LsnNoteSpot spot = { .row = note };

  spot.item.shape = lsn_note_shape (map, note);
  if (spot.item.shape == LSN_NOTE_SHAPE_CALLOUT)
    {
      spot.actor = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR);
      if (spot.actor == LSN_NO_ROW)
        spot.tie = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE);
    }
  if (!is_wanted (stage, note, spot.actor, spot.tie))
    return;

  spot.order = lsn_map_get_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_ORDER);
  if (isnan (spot.order))
    spot.order = 0.0;
  spot.faded = is_faded (stage, &spot);
  spot.item.bare = note == stage->page;
  set_look (stage, &spot);
  set_box (stage, &spot);
  g_array_append_val (stage->notes, spot);
}

static int
compare_spots (gconstpointer a,
               gconstpointer b,
               gpointer      map)
{
  const LsnNoteSpot *one = a, *other = b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;

  return strcmp (lsn_map_row_id (map, LSN_TABLE_NOTES, one->row), lsn_map_row_id (map, LSN_TABLE_NOTES, other->row));
}

/* Below the picture, each below the one before; but callouts go to what they speak of. */
static void
place_the_placeless (LsnStage *stage)
{
  LsnBox bounds = LSN_EMPTY_BOX;
  LsnPoint at;

  for (guint i = 0; i < stage->n_spots; i++)
    bounds = lsn_box_union (bounds, stage->spots[i].reach);
  for (guint i = 0; i < stage->notes->len; i++)
    if (has_place (&g_array_index (stage->notes, LsnNoteSpot, i)))
      bounds = lsn_box_union (bounds, g_array_index (stage->notes, LsnNoteSpot, i).item.box);

  at = lsn_box_is_empty (&bounds) ? (LsnPoint) { 0.0, 0.0 } : (LsnPoint) { bounds.x, bounds.y + bounds.height + GAP };
  for (guint i = 0; i < stage->notes->len; i++)
    {
      LsnNoteSpot *spot = &g_array_index (stage->notes, LsnNoteSpot, i);

      if (has_place (spot) || spot->actor != LSN_NO_ROW || spot->tie != LSN_NO_ROW)
        continue;
      spot->item.box.x = at.x;
      spot->item.box.y = at.y;
      at.y += spot->item.box.height + GAP;
    }
}

static void
clear_spot (gpointer spot)
{
  g_clear_pointer (&((LsnNoteSpot *) spot)->item.text, lsn_text_unref);
}

void
lsn_notes_find (LsnStage *stage)
{
  LsnMap *map = stage->map;

  stage->notes = g_array_new (FALSE, FALSE, sizeof (LsnNoteSpot));
  g_array_set_clear_func (stage->notes, clear_spot);
  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    add_spot (stage, note);
  if (stage->notes->len == 0)
    return;

  g_array_sort_with_data (stage->notes, compare_spots, map);
  place_the_placeless (stage);
}

LsnColour
lsn_notes_ground_at (const LsnStage *stage,
                     LsnPoint        place)
{
  for (guint i = stage->notes->len; i-- > 0;)
    {
      const LsnNoteItem *note = &g_array_index (stage->notes, LsnNoteSpot, i).item;

      if (note->shape == LSN_NOTE_SHAPE_FRAME && note->fill != LSN_NO_COLOUR && lsn_box_holds (&note->box, place.x, place.y))
        return note->fill;
    }

  return LSN_PAPER;
}

/* ---- what callouts point to ---- */

static void
add_subject (LsnMap     *map,
             LsnRow      actor,
             GHashTable *seen,
             GArray     *actors)
{
  if (actor == LSN_NO_ROW || !g_hash_table_add (seen, GUINT_TO_POINTER (actor)))
    return;

  g_array_append_val (actors, actor);
  for (LsnRow child = LSN_NO_ROW; (child = lsn_map_next_child (map, actor, child)) != LSN_NO_ROW;)
    add_subject (map, child, seen, actors);
}

void
lsn_notes_add_subjects (LsnMap       *map,
                        const LsnRow *notes,
                        guint         n_notes,
                        GArray       *actors)
{
  g_autoptr (GHashTable) seen = lsn_stage_set_of ((const LsnRow *) (gpointer) actors->data, actors->len);

  for (guint i = 0; i < n_notes; i++)
    if (lsn_map_has_row (map, LSN_TABLE_NOTES, notes[i]))
      {
        LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_NOTES, notes[i], LSN_NOTE_ACTOR);

        if (actor != LSN_NO_ROW)
          add_subject (map, lsn_map_shown_as (map, actor), seen, actors);
      }
}

static LsnPoint
tip_at_spot (const LsnSpot *spot,
             const LsnBox  *from)
{
  LsnPoint centre = lsn_box_centre (from);
  double x = centre.x - spot->centre.x, y = centre.y - spot->centre.y, far = hypot (x, y);

  if (spot->is_frame)
    return lsn_box_nearest_border (&spot->body, centre);
  if (far < 1e-6)
    return spot->centre;

  x /= far;
  y /= far;

  return lsn_along (spot->centre, (LsnPoint) { x, y },
                    lsn_shape_reach (spot->look.shape, spot->look.radius, (LsnPoint) { x, y }) +
                    lsn_body_outer (&spot->look) - spot->look.radius + LSN_TIE_GAP - 1.0);
}

static gboolean
find_target (LsnStage          *stage,
             LsnRoutes         *routes,
             const LsnNoteSpot *spot,
             LsnPoint          *middle,
             const LsnSpot    **body)
{
  guint number;

  if (spot->actor != LSN_NO_ROW)
    {
      number = lsn_stage_shown (stage, spot->actor);
      if (number == LSN_NO_SPOT)
        return FALSE;
      *body = &stage->spots[number];
      *middle = stage->spots[number].centre;
      return TRUE;
    }
  if (spot->tie == LSN_NO_ROW || spot->tie >= routes->n_ties || routes->by_tie[spot->tie] == G_MAXUINT)
    return FALSE;

  *body = NULL;
  *middle = lsn_way_at (&routes->routes[routes->by_tie[spot->tie]].way, 0.5);
  return TRUE;
}

static void
point_to (LsnNoteSpot   *spot,
          LsnPoint       middle,
          const LsnSpot *body)
{
  LsnBox *box = &spot->item.box;
  LsnPoint centre;
  double far;

  if (!has_place (spot))
    {
      box->x = middle.x + (body != NULL ? body->body.width / 2.0 : 0.0) + GAP;
      box->y = middle.y - (body != NULL ? body->body.height / 2.0 : 0.0) - GAP - box->height;
    }
  if (body != NULL)
    spot->item.tip = tip_at_spot (body, box);
  else
    {
      centre = lsn_box_centre (box);
      far = MAX (1e-6, lsn_distance (middle, centre));
      spot->item.tip = lsn_between (middle, centre, MIN (1.0, TIE_GAP / far));
    }
  spot->item.has_tip = !lsn_box_holds (box, spot->item.tip.x, spot->item.tip.y);
}

void
lsn_notes_point (LsnStage  *stage,
                 LsnRoutes *routes)
{
  const LsnSpot *body;
  LsnPoint middle;

  for (guint i = 0; i < stage->notes->len; i++)
    {
      LsnNoteSpot *spot = &g_array_index (stage->notes, LsnNoteSpot, i);

      if (find_target (stage, routes, spot, &middle, &body))
        point_to (spot, middle, body);
      else if (!has_place (spot))
        spot->item.box.x = spot->item.box.y = 0.0;
    }
}

/* ---- into the scene ---- */

void
lsn_notes_add (LsnScene *scene,
               LsnStage *stage,
               gboolean  frames,
               LsnScene *previous)
{
  for (guint i = 0; i < stage->notes->len; i++)
    {
      const LsnNoteSpot *spot = &g_array_index (stage->notes, LsnNoteSpot, i);
      LsnItem item = { .type = LSN_ITEM_NOTE, .table = LSN_TABLE_NOTES, .row = spot->row, .faded = spot->faded };
      LsnItem *before = NULL;

      if ((spot->item.shape == LSN_NOTE_SHAPE_FRAME) != frames)
        continue;
      if (previous != NULL && spot->row < previous->n_notes && previous->notes[spot->row] < previous->items->len)
        before = g_ptr_array_index (previous->items, previous->notes[spot->row]);
      item.note = spot->item;
      if (item.note.text != NULL)
        lsn_text_ref (item.note.text);
      scene->notes[spot->row] = lsn_scene_add (scene, item, before);
    }
}
