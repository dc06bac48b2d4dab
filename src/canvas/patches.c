/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/patches.h"

#include "canvas/layer.h"

/* With more actors than this touched by an edit of a large map, the picture waits for the worker's scene. Measured at 10,000
 * actors and 50,000 ties, in a view of 1600 x 1000 at 50 %: patches for 50 actors with their ties take 0.14 s of the main
 * thread, for 300 they take 0.3 s, and some 0.45 s pass until the worker's scene is there. With many more the window would
 * stand still for longer than the picture waits. */
#define MAX_ACTORS 300

struct _LsnPatches
{
  LsnTextCache *texts;
  GHashTable   *actors;     /* touched since the tiles were crisp; ties count for both their ends */
  GArray       *boxes;      /* LsnBox: where the picture differs from that of the tiles */
  gboolean      everything; /* so much was touched that it is not told apart */
  LsnLayer     *cover;
  LsnLayer     *layer;
};

LsnPatches *
lsn_patches_new (LsnTextCache *texts)
{
  LsnPatches *patches = g_new0 (LsnPatches, 1);

  patches->texts = lsn_text_cache_ref (texts);
  patches->actors = g_hash_table_new (NULL, NULL);
  patches->boxes = g_array_new (FALSE, FALSE, sizeof (LsnBox));
  return patches;
}

void
lsn_patches_free (LsnPatches *patches)
{
  lsn_patches_clear (patches);
  g_clear_pointer (&patches->texts, lsn_text_cache_unref);
  g_clear_pointer (&patches->actors, g_hash_table_unref);
  g_clear_pointer (&patches->boxes, g_array_unref);
  g_free (patches);
}

/**
 * lsn_patches_clear:
 *
 * To be called when the tiles show the map as it is.
 */
void
lsn_patches_clear (LsnPatches *patches)
{
  g_clear_pointer (&patches->cover, lsn_layer_free);
  g_clear_pointer (&patches->layer, lsn_layer_free);
  g_hash_table_remove_all (patches->actors);
  g_array_set_size (patches->boxes, 0);
  patches->everything = FALSE;
}

gboolean
lsn_patches_is_empty (LsnPatches *patches)
{
  return patches->layer == NULL && patches->cover == NULL;
}

static void
touch (LsnPatches *patches,
       LsnRow      actor)
{
  if (actor != LSN_NO_ROW)
    g_hash_table_add (patches->actors, GUINT_TO_POINTER (actor));
}

static void
touch_ends (LsnPatches *patches,
            LsnMap     *map,
            LsnRow      tie)
{
  if (map == NULL || !lsn_map_has_row (map, LSN_TABLE_TIES, tie))
    return;

  touch (patches, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE));
  touch (patches, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));
}

static void
note_rows (LsnPatches   *patches,
           LsnMap       *map,
           LsnMap       *shown,
           LsnTable      table,
           const LsnRow *rows,
           guint         n_rows)
{
  if (n_rows > MAX_ACTORS)
    patches->everything = TRUE;
  for (guint i = 0; i < n_rows && !patches->everything; i++)
    {
      if (table == LSN_TABLE_ACTORS)
        touch (patches, rows[i]);
      else
        {
          touch_ends (patches, map, rows[i]);
          touch_ends (patches, shown, rows[i]);
        }
    }
}

static gboolean
changes_looks (LsnChanges *changes)
{
  guint n_inserted, n_removed, n_altered;

  lsn_changes_inserted (changes, LSN_TABLE_KINDS, &n_inserted);
  lsn_changes_removed (changes, LSN_TABLE_KINDS, &n_removed);
  lsn_changes_altered (changes, LSN_TABLE_KINDS, &n_altered);
  return n_inserted + n_removed + n_altered > 0;
}

/**
 * lsn_patches_note:
 * @map: as it is now
 * @shown: (nullable): as the tiles show it
 *
 * Cost: O(rows changed).
 */
void
lsn_patches_note (LsnPatches *patches,
                  LsnMap     *map,
                  LsnMap     *shown,
                  LsnChanges *changes)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };
  const LsnRow *rows;
  guint n_rows;

  if (changes_looks (changes))
    patches->everything = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      rows = lsn_changes_inserted (changes, tables[i], &n_rows);
      note_rows (patches, map, shown, tables[i], rows, n_rows);
      rows = lsn_changes_removed (changes, tables[i], &n_rows);
      note_rows (patches, map, shown, tables[i], rows, n_rows);
      rows = lsn_changes_altered (changes, tables[i], &n_rows);
      note_rows (patches, map, shown, tables[i], rows, n_rows);
    }
}

static gboolean
same_box (const LsnBox *a,
          const LsnBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
is_touched (LsnPatches *patches,
            LsnMap     *map,
            LsnTable    table,
            LsnRow      row)
{
  LsnRow source = row, target = row;

  if (table == LSN_TABLE_TIES)
    {
      source = lsn_map_get_reference (map, table, row, LSN_TIE_SOURCE);
      target = lsn_map_get_reference (map, table, row, LSN_TIE_TARGET);
    }
  return g_hash_table_contains (patches->actors, GUINT_TO_POINTER (source)) ||
         g_hash_table_contains (patches->actors, GUINT_TO_POINTER (target));
}

static void
compare_table (LsnPatches *patches,
               LsnMap     *map,
               LsnTable    table,
               LsnScene   *old,
               LsnScene   *scene)
{
  guint max = lsn_map_max_row (map, table);

  for (LsnRow row = 1; row <= max; row++)
    {
      LsnBox   before, after;
      gboolean was = lsn_scene_row_bounds (old, table, row, &before);
      gboolean is = lsn_scene_row_bounds (scene, table, row, &after);

      if (was && is && same_box (&before, &after) && !is_touched (patches, map, table, row))
        continue;
      if (was)
        g_array_append_val (patches->boxes, before);
      if (is)
        g_array_append_val (patches->boxes, after);
    }
}

/**
 * lsn_patches_compare:
 * @old: (nullable): the scene before
 * @scene: the scene of @map as it is now
 *
 * Paints what differs between the two scenes, and what differed since the tiles were crisp. Cost: O(rows), and that of
 * painting; meant for small maps.
 */
void
lsn_patches_compare (LsnPatches  *patches,
                     LsnMap      *map,
                     LsnScene    *old,
                     LsnScene    *scene,
                     LsnViewport *viewport)
{
  LsnLayerView view = lsn_layer_view (viewport);

  g_clear_pointer (&patches->cover, lsn_layer_free);
  g_clear_pointer (&patches->layer, lsn_layer_free);
  if (old == NULL)
    patches->everything = TRUE;
  if (patches->everything)
    g_array_append_val (patches->boxes, view.visible);
  else
    {
      compare_table (patches, map, LSN_TABLE_ACTORS, old, scene);
      compare_table (patches, map, LSN_TABLE_TIES, old, scene);
    }
  if (view.visible.width <= 0 || view.visible.height <= 0)
    return;

  patches->layer = lsn_layer_new (lsn_texture_paint_scene, scene, LSN_TEXTURE_PAPER,
                                  (const LsnBox *) (gpointer) patches->boxes->data, patches->boxes->len, &view, NULL);
}

static LsnLayer *
paint_actors (LsnPatches      *patches,
              LsnMap          *map,
              LsnScene        *like,
              LsnTextureGround ground,
              LsnViewport     *viewport)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (LsnScene) scene = NULL;
  LsnLayerView   view = lsn_layer_view (viewport);
  LsnBox         bounds;
  GHashTableIter iter;
  gpointer       each;

  g_hash_table_iter_init (&iter, patches->actors);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    {
      LsnRow row = GPOINTER_TO_UINT (each);

      if (lsn_map_has_row (map, LSN_TABLE_ACTORS, row))
        g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    return NULL;

  scene = lsn_scene_new_moved (map, patches->texts, (const LsnRow *) (gpointer) rows->data, rows->len, 0, 0, like);
  bounds = lsn_scene_get_bounds (scene);
  return lsn_layer_new (lsn_texture_paint_scene, scene, ground, &bounds, bounds.width > 0 ? 1 : 0, &view, NULL);
}

/**
 * lsn_patches_paint:
 * @map: as it is now
 * @shown: (nullable): as the tiles show it
 * @scene: (nullable): what they show of it
 *
 * Covers the old picture of what was touched and paints the new one. Cost: O(actors touched and their ties); meant for large
 * maps, whose scene comes later.
 */
void
lsn_patches_paint (LsnPatches  *patches,
                   LsnMap      *map,
                   LsnMap      *shown,
                   LsnScene    *scene,
                   LsnViewport *viewport)
{
  g_clear_pointer (&patches->cover, lsn_layer_free);
  g_clear_pointer (&patches->layer, lsn_layer_free);
  if (patches->everything || g_hash_table_size (patches->actors) > MAX_ACTORS || shown == NULL)
    return;

  patches->cover = paint_actors (patches, shown, scene, LSN_TEXTURE_ERASE, viewport);
  patches->layer = paint_actors (patches, map, scene, LSN_TEXTURE_CLEAR, viewport);
}

void
lsn_patches_snapshot (LsnPatches  *patches,
                      GtkSnapshot *snapshot,
                      LsnViewport *viewport)
{
  if (patches->cover != NULL)
    lsn_layer_snapshot (patches->cover, snapshot, viewport);
  if (patches->layer != NULL)
    lsn_layer_snapshot (patches->layer, snapshot, viewport);
}
