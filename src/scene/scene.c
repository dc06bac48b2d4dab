/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/scene-private.h"
#include <stdlib.h>
#include "scene/labels.h"
#include "scene/legend.h"
#include "scene/marks-apart.h"
#include "scene/notes.h"
#include "scene/routes.h"
#include "scene/title.h"

#define NO_ITEM G_MAXUINT

/**
 * lsn_scene_ref:
 * @scene: a scene
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @scene
 */
LsnScene *
lsn_scene_ref (LsnScene *scene)
{
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

/**
 * lsn_scene_unref:
 * @scene: (transfer full): a scene
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_scene_unref (LsnScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->ref_count))
    return;

  g_clear_object (&scene->map);
  g_ptr_array_unref (scene->items);
  g_free (scene->actors);
  g_free (scene->ties);
  g_free (scene->notes);
  g_clear_pointer (&scene->grid, lsn_grid_free);
  g_clear_pointer (&scene->shown, lsn_shown_free);
  g_free (scene);
}

static LsnScene *
new_scene (LsnMap *map)
{
  LsnScene *scene = g_new0 (LsnScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_item_unref);
  scene->n_actors = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  scene->actors = g_new (LsnActorItems, scene->n_actors);
  for (guint i = 0; i < scene->n_actors; i++)
    scene->actors[i] = (LsnActorItems) { NO_ITEM, NO_ITEM }
  ;
  scene->n_ties = lsn_map_max_row (map, LSN_TABLE_TIES) + 1;
  scene->ties = g_new (LsnTieItems, scene->n_ties);
  for (guint i = 0; i < scene->n_ties; i++)
    scene->ties[i] = (LsnTieItems) { NO_ITEM, NO_ITEM }
  ;
  scene->n_notes = lsn_map_max_row (map, LSN_TABLE_NOTES) + 1;
  scene->notes = g_new (guint, scene->n_notes);
  for (guint i = 0; i < scene->n_notes; i++)
    scene->notes[i] = NO_ITEM;
  scene->bounds = LSN_EMPTY_BOX;
  scene->page = LSN_EMPTY_BOX;

  return scene;
}

guint
lsn_scene_add (LsnScene *scene,
               LsnItem   item,
               LsnItem  *before)
{
  LsnItem *made = lsn_item_new (item, before);

  g_ptr_array_add (scene->items, made);
  scene->bounds = lsn_box_union (scene->bounds, made->ink);

  return scene->items->len - 1;
}

static LsnItem *
item_before (LsnScene *previous,
             guint     number)
{
  return previous != NULL && number < previous->items->len ? g_ptr_array_index (previous->items, number) : NULL;
}

static LsnItem *
body_before (LsnScene *previous,
             LsnRow    row)
{
  return previous != NULL && row < previous->n_actors ? item_before (previous, previous->actors[row].body) : NULL;
}

static LsnItem *
name_before (LsnScene *previous,
             LsnRow    row)
{
  return previous != NULL && row < previous->n_actors ? item_before (previous, previous->actors[row].name) : NULL;
}

static int
compare_frames (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const LsnSpot *one = &((const LsnSpot *) data)[*(const guint *) a];
  const LsnSpot *other = &((const LsnSpot *) data)[*(const guint *) b];

  if (one->is_frame && other->is_frame && one->depth != other->depth)
    return one->depth < other->depth ? -1 : 1;
  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;

  return one < other ? -1 : one > other;
}

/* Spots in drawing order: outer frames below inner ones, then by the actors' own order. */
static GArray *
drawing_order (LsnStage *stage)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), stage->n_spots);

  for (guint i = 0; i < stage->n_spots; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_frames, stage->spots);

  return order;
}

/* Of who is drawn while being moved, not of those at the other ends of their ties. */
static gboolean
is_wanted (const LsnStage *stage,
           const LsnSpot  *spot)
{
  return stage->moved == NULL || g_hash_table_contains (stage->moved, GUINT_TO_POINTER (spot->row));
}

static gboolean
is_faded (const LsnStage *stage,
          LsnTable        table,
          LsnRow          row)
{
  return stage->shown_by != NULL && lsn_scene_fades (stage->shown_by, table, row);
}

static void
add_frames (LsnScene *scene,
            LsnStage *stage,
            GArray   *order,
            LsnScene *previous)
{
  guint deepest = 0;

  for (guint i = 0; i < stage->n_spots; i++)
    deepest = MAX (deepest, stage->spots[i].depth);
  for (guint depth = 0; depth <= deepest; depth++)
    for (guint i = 0; i < order->len; i++)
      {
        const LsnSpot *spot = &stage->spots[g_array_index (order, guint, i)];
        LsnItem item = { .type = LSN_ITEM_FRAME, .table = LSN_TABLE_ACTORS, .row = spot->row };

        if (!spot->is_frame || spot->depth != depth || !is_wanted (stage, spot))
          continue;
        item.faded = is_faded (stage, LSN_TABLE_ACTORS, spot->row);
        item.frame = (LsnFrameItem) { spot->body, spot->look, spot->fill, NULL, spot->name_align == LSN_ALIGN_RIGHT };
        if (spot->image != NULL)
          item.frame.image = lsn_image_ref (spot->image);
        scene->actors[spot->row].body = lsn_scene_add (scene, item, body_before (previous, spot->row));
      }
}

static LsnText *
shape_count (LsnStage *stage,
             guint     count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  return lsn_text_cache_get (stage->cache, text, LSN_FONT_MARK, 0.0);
}

/* A sum is pale when all that it sums are. */
static gboolean *
faded_routes (LsnStage  *stage,
              LsnRoutes *routes)
{
  gboolean *faded = g_new (gboolean, routes->n_routes);

  for (guint i = 0; i < routes->n_routes; i++)
    faded[i] = is_faded (stage, LSN_TABLE_TIES, routes->routes[i].tie);
  for (guint tie = 0; tie < routes->n_ties; tie++)
    if (routes->by_tie[tie] != G_MAXUINT && !is_faded (stage, LSN_TABLE_TIES, tie))
      faded[routes->by_tie[tie]] = FALSE;
  return faded;
}

static guint
add_line (LsnScene       *scene,
          LsnStage       *stage,
          const LsnRoute *route,
          gboolean        faded,
          LsnScene       *previous)
{
  LsnItem item = { .type = LSN_ITEM_LINE, .table = LSN_TABLE_TIES, .row = route->tie, .faded = faded };
  LsnItem *before = previous != NULL && route->tie < previous->n_ties
                    ? item_before (previous, previous->ties[route->tie].line) : NULL;

  item.line.way = lsn_way_share (&route->way);
  item.line.line = route->line;
  if (route->line.count > 1)
    item.line.count = shape_count (stage, route->line.count);
  return lsn_scene_add (scene, item, before);
}

/* Pale lines are below the others. */
static void
add_lines (LsnScene  *scene,
           LsnStage  *stage,
           LsnRoutes *routes,
           LsnScene  *previous)
{
  g_autofree gboolean *faded = faded_routes (stage, routes);
  g_autofree guint *items = g_new (guint, routes->n_routes);

  for (guint i = 0; i < routes->n_routes; i++)
    if (faded[i])
      items[i] = add_line (scene, stage, &routes->routes[i], TRUE, previous);
  for (guint i = 0; i < routes->n_routes; i++)
    if (!faded[i])
      items[i] = add_line (scene, stage, &routes->routes[i], FALSE, previous);
  for (guint i = 0; i < MIN (scene->n_ties, routes->n_ties); i++)
    if (routes->by_tie[i] != G_MAXUINT)
      scene->ties[i].line = items[routes->by_tie[i]];
}

static void
add_bodies (LsnScene *scene,
            LsnStage *stage,
            GArray   *order,
            LsnScene *previous)
{
  for (guint i = 0; i < order->len; i++)
    {
      const LsnSpot *spot = &stage->spots[g_array_index (order, guint, i)];
      LsnItem item = { .type = LSN_ITEM_BODY, .table = LSN_TABLE_ACTORS, .row = spot->row };

      if (spot->is_frame || !is_wanted (stage, spot))
        continue;
      item.faded = is_faded (stage, LSN_TABLE_ACTORS, spot->row);
      item.body.centre = spot->centre;
      item.body.look = spot->look;
      if (spot->image != NULL)
        item.body.image = lsn_image_ref (spot->image);
      if (spot->look.closed)
        item.body.inside = shape_count (stage, spot->inside);
      scene->actors[spot->row].body = lsn_scene_add (scene, item, body_before (previous, spot->row));
    }
}

static void
add_names (LsnScene *scene,
           LsnStage *stage,
           GArray   *order,
           LsnScene *previous)
{
  for (guint i = 0; i < order->len; i++)
    {
      const LsnSpot *spot = &stage->spots[g_array_index (order, guint, i)];
      LsnItem item = { .type = LSN_ITEM_WORDS, .table = LSN_TABLE_ACTORS, .row = spot->row };
      LsnColour ground = spot->is_frame ? spot->fill : spot->ground;

      if (!is_wanted (stage, spot))
        continue;
      item.faded = is_faded (stage, LSN_TABLE_ACTORS, spot->row);
      item.words.text = lsn_text_ref (spot->name);
      item.words.anchor = spot->name_anchor;
      item.words.align = spot->name_align;
      item.words.colour = spot->is_frame ? lsn_colour_mix (spot->look.colour, LSN_INK, 0.35) : LSN_INK;
      item.words.halo = spot->name_crossed ? ground : LSN_NO_COLOUR;
      scene->actors[spot->row].name = lsn_scene_add (scene, item, name_before (previous, spot->row));
    }
}

static void
add_labels (LsnScene  *scene,
            LsnStage  *stage,
            LsnRoutes *routes)
{
  g_autoptr (GArray) labels = lsn_labels_place_ties (stage, routes);

  for (guint i = 0; i < labels->len; i++)
    {
      LsnTieLabel *label = &g_array_index (labels, LsnTieLabel, i);
      LsnRow tie = routes->routes[label->route].tie;
      LsnItem item = { .type = LSN_ITEM_WORDS, .table = LSN_TABLE_TIES, .row = tie };

      item.faded = is_faded (stage, LSN_TABLE_TIES, tie);
      item.words = (LsnWordsItem) { label->text, label->anchor, LSN_ALIGN_CENTRE, LSN_QUIET_INK, label->ground,
                                    label->plate };
      scene->ties[tie].label = lsn_scene_add (scene, item, NULL);
    }
}

static void
add_map (LsnScene *scene,
         LsnStage *stage,
         LsnScene *previous)
{
  g_auto (LsnRoutes) routes = { NULL };
  g_autoptr (GArray) order = NULL;

  lsn_stage_fill (stage);
  lsn_routes_find (&routes, stage, stage->moved);
  lsn_marks_keep_apart (&routes);
  lsn_notes_point (stage, &routes);
  lsn_labels_place_names (stage, &routes);
  order = drawing_order (stage);
  lsn_notes_add (scene, stage, TRUE, previous);
  add_frames (scene, stage, order, previous);
  add_lines (scene, stage, &routes, previous);
  add_bodies (scene, stage, order, previous);
  add_labels (scene, stage, &routes);
  add_names (scene, stage, order, previous);
  lsn_notes_add (scene, stage, FALSE, previous);
}

static void
build_index (LsnScene *scene)
{
  /* cells that hold several things each: tiles are wide, and long lines are put into many */
  scene->grid = lsn_grid_new (scene->bounds, scene->items->len / 4);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const LsnItem *item = g_ptr_array_index (scene->items, i);

      if (item->type == LSN_ITEM_LINE)
        lsn_grid_add_way (scene->grid, i, &item->line.way, lsn_line_reach (&item->line.line, &item->line.way));
      else
        lsn_grid_add (scene->grid, i, item->ink);
    }
}

static void
add_house_matter (LsnScene              *scene,
                  LsnStage              *stage,
                  const LsnSceneOptions *wanted)
{
  if (wanted->legend)
    lsn_legend_add (scene, stage);
  if (wanted->title)
    lsn_title_add (scene, stage);
}

/**
 * lsn_scene_new:
 * @map: a map, or a snapshot when this runs off the map's thread
 * @options: (nullable): what of it is shown; %NULL for the whole map without house matter
 * @cache: shaped texts
 *
 * Builds the scene of @map. Actors without a place stand in a grid beside the picture, so nothing is ever invisible. The
 * scene does not change with the map. Cost: O(rows), and the shaping of new texts.
 *
 * Returns: (transfer full): the scene
 */
LsnScene *
lsn_scene_new (LsnMap                *map,
               const LsnSceneOptions *options,
               LsnTextCache          *cache)
{
  static const LsnSceneOptions plain = { NULL };
  const LsnSceneOptions *wanted = options != NULL ? options : &plain;
  LsnScene *scene = new_scene (map);
  g_auto (LsnStage) stage = { NULL };

  scene->map = lsn_map_is_snapshot (map) ? g_object_ref (map) : lsn_map_snapshot (map);
  lsn_stage_init (&stage, scene->map, cache);
  if (wanted->only_actors != NULL || wanted->only_notes != NULL)
    lsn_stage_limit (&stage, wanted->only_actors, wanted->n_only_actors, wanted->only_notes, wanted->n_only_notes);
  stage.page = wanted->page;
  if (wanted->filter != NULL && lsn_filter_n (wanted->filter) > 0)
    {
      scene->shown = lsn_filter_apply (wanted->filter, scene->map);
      scene->fades = lsn_filter_get_faded (wanted->filter);
    }
  stage.shown_by = wanted->like != NULL ? wanted->like : scene;
  add_map (scene, &stage, wanted->previous);
  if (wanted->page == LSN_NO_ROW || !lsn_scene_note_box (scene, wanted->page, &scene->page))
    add_house_matter (scene, &stage, wanted);
  build_index (scene);

  return scene;
}

static void
add_with_inside (LsnMap     *map,
                 LsnRow      actor,
                 GHashTable *set,
                 GArray     *rows)
{
  LsnRow child = LSN_NO_ROW;

  if (!g_hash_table_add (set, GUINT_TO_POINTER (actor)))
    return;

  g_array_append_val (rows, actor);
  while ((child = lsn_map_next_child (map, actor, child)) != LSN_NO_ROW)
    add_with_inside (map, child, set, rows);
}

/* Who stands at the other ends, as it is drawn: with what is in it, as that makes a frame's size. */
static void
add_neighbours (LsnMap *map,
                GArray *members)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_moved = members->len;

  for (guint i = 0; i < n_moved; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (members, LsnRow, i)));
  for (guint i = 0; i < n_moved; i++)
    for (LsnRow actor = g_array_index (members, LsnRow, i), tie = LSN_NO_ROW;
         (tie = lsn_map_next_tie (map, actor, tie)) != LSN_NO_ROW;)
      {
        LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
        LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
        LsnRow other = source == actor ? target : source;

        if (other != LSN_NO_ROW)
          add_with_inside (map, lsn_map_shown_as (map, other), seen, members);
      }
}

/**
 * lsn_scene_new_moved:
 * @map: a map
 * @cache: shaped texts
 * @actors: who is moved, with what is inside them
 * @n_actors: how many
 * @notes: which notes are moved with them
 * @n_notes: how many
 * @dx: how far to the right, in units
 * @dy: how far down, in units
 * @like: (nullable): what this scene hides is hidden here too
 *
 * Builds a small scene of only @actors and all their ties, as if they stood further: what is drawn above the tiles while they
 * are dragged. Cost: O(actors and their ties), beside clearing an index of all rows.
 *
 * Returns: (transfer full): the scene
 */
LsnScene *
lsn_scene_new_moved (LsnMap       *map,
                     LsnTextCache *cache,
                     const LsnRow *actors,
                     guint         n_actors,
                     const LsnRow *notes,
                     guint         n_notes,
                     double        dx,
                     double        dy,
                     LsnScene     *like)
{
  LsnScene *scene = new_scene (map);
  g_auto (LsnStage) stage = { NULL };

  lsn_stage_init (&stage, map, cache);
  stage.by = (LsnPoint) { dx, dy };
  stage.shown_by = like;
  stage.moved = g_hash_table_new (NULL, NULL);
  stage.moved_notes = lsn_stage_set_of (notes, n_notes);
  stage.members = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  for (guint i = 0; i < n_actors; i++)
    if (lsn_map_has_row (map, LSN_TABLE_ACTORS, actors[i]))
      add_with_inside (map, actors[i], stage.moved, stage.members);
  add_neighbours (map, stage.members);
  lsn_notes_add_subjects (map, notes, n_notes, stage.members);
  add_map (scene, &stage, NULL);
  build_index (scene);

  return scene;
}

static gboolean
passes (LsnScene *scene,
        LsnTable  table,
        LsnRow    row)
{
  if (scene->shown == NULL)
    return TRUE;
  if (table == LSN_TABLE_ACTORS)
    return row >= scene->n_actors || scene->shown->actors[row];

  return table != LSN_TABLE_TIES || row >= scene->n_ties || scene->shown->ties[row];
}

/**
 * lsn_scene_hides:
 * @scene: a scene
 * @table: actors or ties
 * @row: of that table
 *
 * Returns: whether the filter of @scene keeps the row out of it; not one that is newer than the scene
 */
gboolean
lsn_scene_hides (LsnScene *scene,
                 LsnTable  table,
                 LsnRow    row)
{
  return !scene->fades && !passes (scene, table, row);
}

/**
 * lsn_scene_fades:
 * @scene: a scene
 * @table: actors or ties
 * @row: of that table
 *
 * Returns: whether the filter of @scene has the row drawn pale; not one that is newer than the scene
 */
gboolean
lsn_scene_fades (LsnScene *scene,
                 LsnTable  table,
                 LsnRow    row)
{
  return scene->fades && !passes (scene, table, row);
}

/**
 * lsn_scene_count_shown:
 * @scene: a scene
 * @n_actors: (out): how many actors pass its filter
 * @n_ties: (out): how many ties do
 *
 * Returns: whether it has a filter
 */
gboolean
lsn_scene_count_shown (LsnScene *scene,
                       guint    *n_actors,
                       guint    *n_ties)
{
  if (scene->shown == NULL)
    return FALSE;

  *n_actors = scene->shown->n_actors;
  *n_ties = scene->shown->n_ties;

  return TRUE;
}

/**
 * lsn_scene_get_bounds:
 * @scene: a scene
 *
 * Returns: the box of its ink, in map units; of no size for an empty map
 */
LsnBox
lsn_scene_get_bounds (LsnScene *scene)
{
  return lsn_box_is_empty (&scene->bounds) ? (LsnBox) { 0.0, 0.0, 0.0, 0.0 } : scene->bounds;
}

/**
 * lsn_scene_ground:
 * @red: (out): 0 to 1
 * @green: (out): 0 to 1
 * @blue: (out): 0 to 1
 *
 * Tells the document's own ground, paper white. It never depends on the theme of the desktop.
 */
void
lsn_scene_ground (double *red,
                  double *green,
                  double *blue)
{
  double parts[3];

  lsn_colour_parts (LSN_PAPER, parts);
  *red = parts[0];
  *green = parts[1];
  *blue = parts[2];
}
