/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/stage.h"
#include <string.h>
#include "model/geometry.h"
#include "scene/notes.h"
#include "scene/shapes.h"

/* Actors without a place stand in a grid of such cells. */
#define CELL_WIDTH 180.0
#define CELL_HEIGHT 130.0

void
lsn_stage_init (LsnStage     *stage,
                LsnMap       *map,
                LsnTextCache *cache)
{
  *stage = (LsnStage) { .map = map, .cache = cache, .looks = lsn_looks_new (map) };
}

void
lsn_stage_finish (LsnStage *stage)
{
  for (guint i = 0; i < stage->n_spots; i++)
    {
      g_clear_pointer (&stage->spots[i].name, lsn_text_unref);
      g_clear_pointer (&stage->spots[i].image, lsn_image_unref);
    }
  g_clear_pointer (&stage->spots, g_free);
  g_clear_pointer (&stage->by_row, g_free);
  g_clear_pointer (&stage->notes, g_array_unref);
  g_clear_pointer (&stage->only, g_hash_table_unref);
  g_clear_pointer (&stage->only_notes, g_hash_table_unref);
  g_clear_pointer (&stage->moved, g_hash_table_unref);
  g_clear_pointer (&stage->moved_notes, g_hash_table_unref);
  g_clear_pointer (&stage->members, g_array_unref);
  g_clear_pointer (&stage->looks, lsn_looks_free);
}

GHashTable *
lsn_stage_set_of (const LsnRow *rows,
                  guint         n_rows)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (rows[i]));

  return set;
}

void
lsn_stage_limit (LsnStage     *stage,
                 const LsnRow *actors,
                 guint         n_actors,
                 const LsnRow *notes,
                 guint         n_notes)
{
  stage->only = lsn_stage_set_of (actors, n_actors);
  stage->only_notes = lsn_stage_set_of (notes, n_notes);
}

gboolean
lsn_stage_is_in (LsnMap     *map,
                 GHashTable *rows,
                 LsnRow      actor)
{
  for (LsnRow at = actor; at != LSN_NO_ROW; at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT))
    if (g_hash_table_contains (rows, GUINT_TO_POINTER (at)))
      return TRUE;

  return FALSE;
}

static guint
count_inside (LsnMap *map,
              LsnRow  container)
{
  guint n = 0;
  LsnRow child = LSN_NO_ROW;

  while ((child = lsn_map_next_child (map, container, child)) != LSN_NO_ROW)
    n += 1 + count_inside (map, child);

  return n;
}

static LsnPoint
place_of (LsnMap *map,
          LsnRow  actor)
{
  return (LsnPoint) { lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                      lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
}

static gboolean
is_place (LsnPoint place)
{
  return isfinite (place.x) && isfinite (place.y);
}

/* The box of the places of all who are in a container. */
static LsnBox
places_inside (LsnMap *map,
               LsnRow  container)
{
  LsnBox box = LSN_EMPTY_BOX;
  LsnRow child = LSN_NO_ROW;

  while ((child = lsn_map_next_child (map, container, child)) != LSN_NO_ROW)
    {
      LsnPoint place = place_of (map, child);

      if (lsn_map_is_container (map, child))
        box = lsn_box_union (box, places_inside (map, child));
      else if (is_place (place))
        box = lsn_box_with_point (box, place);
    }

  return box;
}

/* A collapsed container without a place of its own stands amid what it holds. */
static LsnPoint
place_of_closed (LsnMap *map,
                 LsnRow  container)
{
  LsnPoint place = place_of (map, container);
  LsnBox inside;

  if (is_place (place))
    return place;

  inside = places_inside (map, container);

  return lsn_box_is_empty (&inside) ? (LsnPoint) { NAN, NAN } : lsn_box_centre (&inside);
}

static void
set_name (LsnStage *stage,
          LsnSpot  *spot)
{
  g_autofree char *name = lsn_actor_display_name (stage->map, spot->row);

  if (spot->is_frame)
    spot->name = lsn_text_cache_get (stage->cache, name, LSN_FONT_FRAME, LSN_FRAME_TITLE_WIDTH);
  else
    spot->name = lsn_text_cache_get (stage->cache, name, LSN_FONT_NAME, LSN_NAME_WIDTH);
}

static void
set_image (LsnStage *stage,
           LsnSpot  *spot)
{
  const char *text = lsn_map_get_text (stage->map, LSN_TABLE_ACTORS, spot->row, LSN_ACTOR_PICTURE);

  if (text != NULL)
    spot->image = lsn_image_cache_get (lsn_text_cache_images (stage->cache), text);
}

static void
add_spot (LsnStage *stage,
          LsnRow    actor)
{
  LsnMap *map = stage->map;
  LsnSpot *spot = &stage->spots[stage->n_spots];
  gboolean container = lsn_map_is_container (map, actor);
  gboolean closed = container && lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) == 1;

  *spot = (LsnSpot) { .row = actor, .parent = LSN_NO_SPOT, .is_frame = container && !closed, .ground = LSN_PAPER };
  /* An open one of which nothing is shown stands there too. */
  spot->centre = closed || (container && stage->shown_by != NULL) ? place_of_closed (map, actor) : place_of (map, actor);
  spot->order = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_ORDER);
  if (isnan (spot->order))
    spot->order = 0.0;
  if (stage->moved != NULL && g_hash_table_contains (stage->moved, GUINT_TO_POINTER (actor)))
    {
      spot->centre.x += stage->by.x;
      spot->centre.y += stage->by.y;
    }
  if (closed)
    spot->inside = count_inside (map, actor);
  lsn_looks_actor (stage->looks, actor, closed, &spot->look);
  if (spot->is_frame)
    lsn_looks_trace (stage->looks)->frames = TRUE;
  set_name (stage, spot);
  set_image (stage, spot);
  stage->by_row[actor] = stage->n_spots++;
}

static void
consider (LsnStage *stage,
          LsnRow    actor)
{
  if (stage->by_row[actor] != LSN_NO_SPOT)
    return;
  if (!stage->everybody && lsn_map_shown_as (stage->map, actor) != actor)
    return;
  if (stage->shown_by != NULL && lsn_scene_hides (stage->shown_by, LSN_TABLE_ACTORS, actor))
    return;
  if (stage->only != NULL && !lsn_stage_is_in (stage->map, stage->only, actor))
    return;

  add_spot (stage, actor);
}

/* Rows are in the order in which they were made, or in that of a file; a picture must not tell which. */
static GArray *
actors_by_id (LsnStage *stage)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  if (stage->members != NULL)
    g_array_append_vals (actors, stage->members->data, stage->members->len);
  else
    for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (stage->map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
      g_array_append_val (actors, actor);
  lsn_map_sort_by_id (stage->map, LSN_TABLE_ACTORS, actors);

  return actors;
}

static void
find_shown (LsnStage *stage)
{
  LsnMap *map = stage->map;
  g_autoptr (GArray) actors = actors_by_id (stage);

  stage->n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  stage->by_row = g_new (guint, stage->n_rows);
  stage->spots = g_new0 (LsnSpot, MAX (1, actors->len));
  for (guint i = 0; i < stage->n_rows; i++)
    stage->by_row[i] = LSN_NO_SPOT;

  for (guint i = 0; i < actors->len; i++)
    consider (stage, g_array_index (actors, LsnRow, i));
}

static guint
set_parents (LsnStage *stage)
{
  guint deepest = 0;

  for (guint i = 0; i < stage->n_spots; i++)
    {
      LsnRow parent = lsn_map_get_reference (stage->map, LSN_TABLE_ACTORS, stage->spots[i].row, LSN_ACTOR_PARENT);

      stage->spots[i].parent = parent != LSN_NO_ROW ? stage->by_row[parent] : LSN_NO_SPOT;
    }
  for (guint i = 0; i < stage->n_spots; i++)
    {
      for (guint at = stage->spots[i].parent; at != LSN_NO_SPOT; at = stage->spots[at].parent)
        stage->spots[i].depth++;
      deepest = MAX (deepest, stage->spots[i].depth);
    }

  return deepest;
}

/* Beside the picture, or, for who is in a frame, below the others that are in it. */
static void
place_the_placeless (LsnStage *stage)
{
  LsnBox *placed = g_new (LsnBox, stage->n_spots + 1);
  guint *waiting = g_new0 (guint, stage->n_spots + 1), n = 0;

  for (guint i = 0; i <= stage->n_spots; i++)
    placed[i] = LSN_EMPTY_BOX;
  for (guint i = 0; i < stage->n_spots; i++)
    if (!stage->spots[i].is_frame && is_place (stage->spots[i].centre))
      {
        guint parent = stage->spots[i].parent;

        if (parent != LSN_NO_SPOT)
          placed[parent] = lsn_box_with_point (placed[parent], stage->spots[i].centre);
        placed[stage->n_spots] = lsn_box_with_point (placed[stage->n_spots], stage->spots[i].centre);
      }
    else if (!stage->spots[i].is_frame)
      n++;

  for (guint i = 0, columns = MAX (1, (guint) ceil (sqrt (n))), at = 0; i < stage->n_spots; i++)
    {
      LsnSpot *spot = &stage->spots[i];
      guint home = spot->parent != LSN_NO_SPOT && !lsn_box_is_empty (&placed[spot->parent]) ? spot->parent : stage->n_spots;
      LsnBox *box = &placed[home];
      guint slot = home == stage->n_spots ? at : waiting[home];

      if (spot->is_frame || is_place (spot->centre))
        continue;
      if (home != stage->n_spots)
        spot->centre = (LsnPoint) { box->x + slot * CELL_WIDTH, box->y + box->height + CELL_HEIGHT }
      ;
      else
        spot->centre = (LsnPoint) {
          (lsn_box_is_empty (box) ? 0.0 : box->x + box->width + 1.5 * CELL_WIDTH) + slot % columns * CELL_WIDTH,
          (lsn_box_is_empty (box) ? 0.0 : box->y) + slot / columns * CELL_HEIGHT
        }
      ;
      waiting[home]++;
      at += home == stage->n_spots ? 1 : 0;
    }
  g_free (waiting);
  g_free (placed);
}

static void
set_reach (LsnSpot *spot)
{
  double half = lsn_shape_half (spot->look.shape, spot->look.radius);
  double outer = half + lsn_body_outer (&spot->look) - spot->look.radius;
  LsnBox name = { spot->centre.x - spot->name->width / 2.0, spot->centre.y + outer + LSN_NAME_GAP, spot->name->width,
                  spot->name->height };

  spot->body = lsn_box_around (spot->centre, half, half);
  spot->reach = lsn_box_union (lsn_box_around (spot->centre, outer, outer), name);
}

static void
set_frame (LsnSpot *spot,
           LsnBox   inside)
{
  double lacking;

  if (lsn_box_is_empty (&inside))
    inside = lsn_box_around (is_place (spot->centre) ? spot->centre : (LsnPoint) { 0.0, 0.0 }, 40.0, 30.0);

  spot->body = lsn_box_grow (inside, LSN_FRAME_PADDING);
  spot->body.y -= LSN_FRAME_TITLE_BAND;
  spot->body.height += LSN_FRAME_TITLE_BAND;
  lacking = spot->name->width + 2.0 * LSN_FRAME_PADDING - spot->body.width;
  if (spot->image != NULL)
    lacking += 2.0 * LSN_FRAME_PICTURE;
  if (lacking > 0.0)
    {
      spot->body.x -= lacking / 2.0;
      spot->body.width += lacking;
    }
  spot->reach = spot->body;
  spot->centre = lsn_box_centre (&spot->body);
}

/* From the innermost frames outwards. */
static void
set_boxes (LsnStage *stage,
           guint     deepest)
{
  LsnBox *inside = g_new (LsnBox, MAX (1, stage->n_spots));

  for (guint i = 0; i < stage->n_spots; i++)
    inside[i] = LSN_EMPTY_BOX;
  for (guint depth = deepest + 1; depth-- > 0;)
    for (guint i = 0; i < stage->n_spots; i++)
      {
        LsnSpot *spot = &stage->spots[i];

        if (spot->depth != depth)
          continue;
        if (spot->is_frame)
          set_frame (spot, inside[i]);
        else
          set_reach (spot);
        if (spot->parent != LSN_NO_SPOT)
          inside[spot->parent] = lsn_box_union (inside[spot->parent], spot->reach);
      }
  g_free (inside);
}

static void
set_grounds (LsnStage *stage,
             guint     deepest)
{
  for (guint depth = 0; depth <= deepest; depth++)
    for (guint i = 0; i < stage->n_spots; i++)
      {
        LsnSpot *spot = &stage->spots[i];

        if (spot->depth != depth)
          continue;
        if (spot->parent != LSN_NO_SPOT)
          spot->ground = stage->spots[spot->parent].fill;
        else
          spot->ground = lsn_notes_ground_at (stage, spot->centre);
        spot->fill = lsn_colour_mix (spot->ground, spot->look.colour, 0.07);
      }
}

void
lsn_stage_fill (LsnStage *stage)
{
  guint deepest;

  find_shown (stage);
  deepest = set_parents (stage);
  place_the_placeless (stage);
  set_boxes (stage, deepest);
  lsn_notes_find (stage);
  set_grounds (stage, deepest);
}

guint
lsn_stage_shown (LsnStage *stage,
                 LsnRow    actor)
{
  LsnRow shown = lsn_map_shown_as (stage->map, actor);

  return shown != LSN_NO_ROW && shown < stage->n_rows ? stage->by_row[shown] : LSN_NO_SPOT;
}

gboolean
lsn_spot_holds (LsnStage *stage,
                guint     outer,
                guint     inner)
{
  for (guint at = inner; at != LSN_NO_SPOT; at = stage->spots[at].parent)
    if (at == outer)
      return TRUE;

  return FALSE;
}
