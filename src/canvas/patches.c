/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/patches.h"

#include "canvas/layer.h"
#include "canvas/touched.h"
#include "scene/rough.h"

/* In a small map with more actors than this touched the whole view is painted. */
#define MOST_BOXES 300

/* With more actors and ties than this to be drawn anew the picture of a large map is rough until the worker's scene is there,
 * which takes half a second at 10,000 actors and 50,000 ties. Each takes some 0.3 ms when it is drawn as it will be. */
#define MOST_EXACT 40

struct _LsnPatches
{
  LsnTextCache *texts;
  LsnTouched    touched;    /* since the tiles were crisp */
  GArray       *notes;      /* LsnRow: notes touched since then; few, beyond MOST_EXACT no more */
  GArray       *boxes;      /* LsnBox: where the picture differs from that of the tiles */
  LsnScene     *base;       /* what the tiles showed when they were crisp; NULL when nothing was touched since */
  gboolean      everything; /* so much was touched that it is not told apart */
  gboolean      is_stale;   /* more was touched than is painted */
  LsnLayer     *cover;
  LsnLayer     *layer;
};

LsnPatches *
lsn_patches_new (LsnTextCache *texts)
{
  LsnPatches *patches = g_new0 (LsnPatches, 1);

  patches->texts = lsn_text_cache_ref (texts);
  lsn_touched_init (&patches->touched);
  patches->boxes = g_array_new (FALSE, FALSE, sizeof (LsnBox));
  patches->notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  return patches;
}

void
lsn_patches_free (LsnPatches *patches)
{
  lsn_patches_clear (patches);
  g_clear_pointer (&patches->texts, lsn_text_cache_unref);
  lsn_touched_finish (&patches->touched);
  g_clear_pointer (&patches->boxes, g_array_unref);
  g_clear_pointer (&patches->notes, g_array_unref);
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
  g_clear_pointer (&patches->base, lsn_scene_unref);
  lsn_touched_clear (&patches->touched);
  g_array_set_size (patches->boxes, 0);
  g_array_set_size (patches->notes, 0);
  patches->everything = FALSE;
  patches->is_stale = FALSE;
}

gboolean
lsn_patches_is_empty (LsnPatches *patches)
{
  return patches->layer == NULL && patches->cover == NULL && !patches->everything &&
         patches->touched.n_actors + patches->touched.n_ties + patches->notes->len == 0;
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

static gboolean
is_among (GArray *rows,
          LsnRow  row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, LsnRow, i) == row)
      return TRUE;
  return FALSE;
}

static void
add_row (GArray *rows,
         LsnRow  row)
{
  if (row != LSN_NO_ROW && !is_among (rows, row))
    g_array_append_val (rows, row);
}

static void
note_notes (LsnPatches *patches,
            LsnChanges *changes)
{
  guint n[3];
  const LsnRow *rows[] = { lsn_changes_inserted (changes, LSN_TABLE_NOTES, &n[0]),
                           lsn_changes_removed (changes, LSN_TABLE_NOTES, &n[1]),
                           lsn_changes_altered (changes, LSN_TABLE_NOTES, &n[2]) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0; k < n[i] && patches->notes->len < MOST_EXACT; k++)
      add_row (patches->notes, rows[i][k]);
}

/**
 * lsn_patches_note:
 * @map: as it is now
 * @shown: (nullable): as @scene shows it
 * @scene: (nullable): what is shown
 *
 * Cost: that of lsn_touched_note().
 */
void
lsn_patches_note (LsnPatches *patches,
                  LsnMap     *map,
                  LsnMap     *shown,
                  LsnScene   *scene,
                  LsnChanges *changes)
{
  if (patches->base == NULL && scene != NULL)
    patches->base = lsn_scene_ref (scene);
  lsn_touched_note (&patches->touched, map, shown, changes);
  note_notes (patches, changes);
  if (changes_looks (changes) || patches->touched.n_actors > MOST_BOXES)
    patches->everything = TRUE;
  patches->is_stale = TRUE;
}

static gboolean
same_box (const LsnBox *a,
          const LsnBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
is_touched (LsnPatches *patches,
            LsnTable    table,
            LsnRow      row)
{
  GByteArray *flags = table == LSN_TABLE_ACTORS ? patches->touched.actors : patches->touched.ties;

  if (table == LSN_TABLE_NOTES)
    return is_among (patches->notes, row);
  return row < flags->len && flags->data[row] != 0;
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

      if (was && is && same_box (&before, &after) && !is_touched (patches, table, row))
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
      compare_table (patches, map, LSN_TABLE_NOTES, old, scene);
    }
  if (view.visible.width <= 0 || view.visible.height <= 0)
    return;

  patches->layer = lsn_layer_new (lsn_texture_paint_scene, scene, LSN_TEXTURE_PAPER,
                                  (const LsnBox *) (gpointer) patches->boxes->data, patches->boxes->len, &view, NULL);
}

/* ---- large maps ---- */

/* Those who are drawn anew, with their ties: who was touched, and the ends of touched ties. Only for few. */
static GArray *
rows_to_paint (LsnPatches *patches,
               LsnMap     *map)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow row = 1; row < patches->touched.actors->len; row++)
    if (is_touched (patches, LSN_TABLE_ACTORS, row) && lsn_map_has_row (map, LSN_TABLE_ACTORS, row))
      add_row (rows, row);
  for (LsnRow row = 1; row < patches->touched.ties->len; row++)
    if (is_touched (patches, LSN_TABLE_TIES, row) && lsn_map_has_row (map, LSN_TABLE_TIES, row))
      {
        LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE);
        LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_TARGET);

        /* those of who was touched are drawn with them */
        if (is_touched (patches, LSN_TABLE_ACTORS, source) || is_touched (patches, LSN_TABLE_ACTORS, target))
          continue;
        add_row (rows, source);
        add_row (rows, target);
      }
  return rows;
}

/* How much is drawn when these are, with their ties. */
static guint
weigh (LsnMap *map,
       GArray *rows)
{
  guint n = rows->len;

  for (guint i = 0; i < rows->len && n <= MOST_EXACT; i++)
    for (LsnRow tie = LSN_NO_ROW; (tie = lsn_map_next_tie (map, g_array_index (rows, LsnRow, i), tie)) != LSN_NO_ROW;)
      n++;
  return n;
}

static LsnLayer *
paint_exact (LsnPatches         *patches,
             LsnMap             *map,
             GArray             *rows,
             GArray             *touched_notes,
             LsnScene           *like,
             LsnTextureGround    ground,
             const LsnLayerView *view)
{
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnBox bounds;

  for (guint i = 0; i < touched_notes->len; i++)
    if (lsn_map_has_row (map, LSN_TABLE_NOTES, g_array_index (touched_notes, LsnRow, i)))
      g_array_append_val (notes, g_array_index (touched_notes, LsnRow, i));
  if (rows->len + notes->len == 0)
    return NULL;

  scene = lsn_scene_new_moved (map, patches->texts, (const LsnRow *) (gpointer) rows->data, rows->len,
                               (const LsnRow *) (gpointer) notes->data, notes->len, 0, 0, like);
  bounds = lsn_scene_get_bounds (scene);
  return lsn_layer_new (lsn_texture_paint_scene, scene, ground, &bounds, bounds.width > 0 ? 1 : 0, view, NULL);
}

static void
paint_rough (cairo_t      *cr,
             const LsnBox *area,
             double        scale,
             GCancellable *cancellable,
             gpointer      rough)
{
  lsn_rough_paint (rough, cr, area, scale);
}

static void
update_rough (LsnPatches         *patches,
              LsnMap             *map,
              LsnScene           *scene,
              const LsnLayerView *view)
{
  LsnRoughOptions options = {
    .actors = patches->touched.actors->data,
    .n_actors = patches->touched.actors->len,
    .ties = patches->touched.ties->data,
    .n_ties = patches->touched.ties->len,
    .before = { scene, patches->base },
    .area = view->visible,
    .scale = view->scale,
  };
  g_autoptr (LsnRough) rough = lsn_rough_new (map, patches->texts, &options);
  LsnBox bounds = lsn_rough_bounds (rough);

  if (bounds.width > 0)
    patches->layer = lsn_layer_new_whole (paint_rough, rough, LSN_TEXTURE_CLEAR, &bounds, view);
}

/* Whether what was touched is so little that it can be drawn as it will be. */
static gboolean
update_exact (LsnPatches         *patches,
              LsnMap             *map,
              LsnMap             *shown,
              LsnScene           *scene,
              const LsnLayerView *view)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) old_rows = NULL;

  if (patches->touched.n_actors + patches->touched.n_ties + patches->notes->len > MOST_EXACT || patches->base != scene)
    return FALSE;

  rows = rows_to_paint (patches, map);
  old_rows = rows_to_paint (patches, shown);
  if (MAX (weigh (map, rows), weigh (shown, old_rows)) > MOST_EXACT)
    return FALSE;

  patches->cover = paint_exact (patches, shown, old_rows, patches->notes, scene, LSN_TEXTURE_ERASE, view);
  patches->layer = paint_exact (patches, map, rows, patches->notes, scene, LSN_TEXTURE_CLEAR, view);
  return TRUE;
}

/**
 * lsn_patches_update:
 * @map: as it is now
 * @shown: (nullable): as @scene shows it
 * @scene: (nullable): what the tiles show of it, or will
 *
 * To be called once per frame, for large maps, whose scene comes later. Covers the old picture of what was touched and paints
 * the new one, when more was touched. Cost: O(rows touched and their pixels).
 */
void
lsn_patches_update (LsnPatches  *patches,
                    LsnMap      *map,
                    LsnMap      *shown,
                    LsnScene    *scene,
                    LsnViewport *viewport)
{
  LsnLayerView view = lsn_layer_view (viewport);

  if (!patches->is_stale || shown == NULL || scene == NULL || view.visible.width <= 0 || view.visible.height <= 0)
    return;

  patches->is_stale = FALSE;
  g_clear_pointer (&patches->cover, lsn_layer_free);
  g_clear_pointer (&patches->layer, lsn_layer_free);
  if (!update_exact (patches, map, shown, scene, &view))
    update_rough (patches, map, scene, &view);
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
