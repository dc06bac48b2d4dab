/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tiles.h"

#include "canvas/texture.h"
#include "canvas/tile-painter.h"

#define MAX_VISIBLE   1024 /* of an old level: with more, the overview serves as well */
#define CACHE_FACTOR  4    /* screenfuls that are kept */
#define CACHE_LEAST   48

enum { PRIORITY_AROUND = -10, PRIORITY_SEEN = 0, PRIORITY_VEIL = 5 };

typedef struct
{
  LsnTileKey key;
  LsnTrimmed picture; /* of no width as long as it is being painted */
  LsnTrimmed veiled;  /* the same with the veil on it; of no width when there is none, or not yet */
  gboolean   is_veiling;
  guint64    used;
} Tile;

struct _LsnTiles
{
  LsnWorkers   *workers;   /* borrowed */
  GFunc         changed;
  gpointer      data;
  LsnScene     *scene;
  guint64       serial;
  GHashTable   *tiles;     /* LsnTileKey in Tile, Tile owned */
  GCancellable *painting;  /* of the tiles of the wanted level */
  LsnScene     *veil;
  GCancellable *veiling;
  LsnTileKey    wanted;    /* column and row unused */
  LsnTileKey    complete;  /* the last level that covered the view */
  LsnOverview  *overview;
  guint64       clock;
};

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  lsn_trimmed_clear (&tile->picture);
  lsn_trimmed_clear (&tile->veiled);
  g_free (tile);
}

static void
overview_changed (gpointer overview,
                  gpointer data)
{
  LsnTiles *tiles = data;

  tiles->changed (tiles, tiles->data);
}

/**
 * lsn_tiles_new:
 * @workers: must outlive the tiles
 * @changed: called with @data when something new is there to be shown
 */
LsnTiles *
lsn_tiles_new (LsnWorkers *workers,
               GFunc       changed,
               gpointer    data)
{
  LsnTiles *tiles = g_new0 (LsnTiles, 1);

  tiles->workers = workers;
  tiles->changed = changed;
  tiles->data = data;
  tiles->painting = g_cancellable_new ();
  tiles->veiling = g_cancellable_new ();
  tiles->overview = lsn_overview_new (workers, overview_changed, tiles);
  tiles->tiles = g_hash_table_new_full (lsn_tile_key_hash, lsn_tile_key_equal, NULL, free_tile);
  return tiles;
}

/**
 * lsn_tiles_free:
 *
 * The workers must have been freed before, so that nothing of what they paint arrives any more.
 */
void
lsn_tiles_free (LsnTiles *tiles)
{
  g_clear_pointer (&tiles->scene, lsn_scene_unref);
  g_clear_pointer (&tiles->veil, lsn_scene_unref);
  g_clear_object (&tiles->veiling);
  g_clear_pointer (&tiles->tiles, g_hash_table_unref);
  g_clear_object (&tiles->painting);
  g_clear_pointer (&tiles->overview, lsn_overview_free);
  g_free (tiles);
}

static gboolean
is_unpainted (gpointer key,
              gpointer value,
              gpointer data)
{
  return ((Tile *) value)->picture.width == 0;
}

/**
 * lsn_tiles_pause:
 *
 * Gives up the tiles that are being painted, as the zoom goes on; lsn_tiles_update() wants again what is still missed.
 */
void
lsn_tiles_pause (LsnTiles *tiles)
{
  g_cancellable_cancel (tiles->painting);
  g_object_unref (tiles->painting);
  tiles->painting = g_cancellable_new ();
  g_hash_table_foreach_remove (tiles->tiles, is_unpainted, NULL);
}

/**
 * lsn_tiles_set_scene:
 * @scene: (nullable): what to show from now on
 *
 * The old picture stays until lsn_tiles_update() has got the new one; %NULL clears it at once.
 */
void
lsn_tiles_set_scene (LsnTiles *tiles,
                     LsnScene *scene)
{
  if (scene == tiles->scene)
    return;

  lsn_tiles_pause (tiles);
  g_clear_pointer (&tiles->scene, lsn_scene_unref);
  tiles->serial++;
  if (scene != NULL)
    tiles->scene = lsn_scene_ref (scene);
  else
    g_hash_table_remove_all (tiles->tiles);
  lsn_overview_set_scene (tiles->overview, scene);
}

static void
tile_painted (gpointer      data,
              gconstpointer tag,
              LsnTrimmed   *picture)
{
  LsnTiles         *tiles = data;
  const LsnTileKey *key = tag;
  Tile             *tile = g_hash_table_lookup (tiles->tiles, key);

  if (picture == NULL || tile == NULL || !lsn_tile_key_same_level (key, &tiles->wanted))
    return;

  lsn_trimmed_take (&tile->picture, picture);
  tiles->changed (tiles, tiles->data);
}

/* Nothing of the map lies there, so that the ground is all there is to see. */
static gboolean
is_blank (LsnTiles         *tiles,
          const LsnTileKey *key)
{
  LsnBox bounds = lsn_scene_get_bounds (tiles->scene);
  LsnBox area = lsn_tile_area (key);

  return bounds.width <= 0 || area.x > bounds.x + bounds.width || area.x + area.width < bounds.x ||
         area.y > bounds.y + bounds.height || area.y + area.height < bounds.y;
}

static void
want_tile (LsnTiles         *tiles,
           const LsnTileKey *key,
           int               priority)
{
  LsnBox area;
  Tile  *tile = g_hash_table_lookup (tiles->tiles, key);

  if (tile != NULL)
    tile->used = tiles->clock;
  if (tile != NULL || is_blank (tiles, key))
    return;

  tile = g_new0 (Tile, 1);
  tile->key = *key;
  tile->used = tiles->clock;
  g_hash_table_insert (tiles->tiles, &tile->key, tile);
  area = lsn_tile_area (key);
  lsn_tile_painter_submit (tiles->workers, priority, tiles->scene, &area, LSN_TILE_SIZE / area.width, LSN_TILE_SIZE,
                           LSN_TILE_SIZE, FALSE, tiles->painting, tile_painted, tiles, g_memdup2 (key, sizeof *key), g_free);
}

static void
want_range (LsnTiles    *tiles,
            LsnTileRange range,
            int          priority)
{
  LsnTileKey key = tiles->wanted;

  for (key.row = range.first_row; key.row <= range.last_row; key.row++)
    for (key.column = range.first_column; key.column <= range.last_column; key.column++)
      want_tile (tiles, &key, priority);
}

static void
tile_veiled (gpointer      data,
             gconstpointer tag,
             LsnTrimmed   *picture)
{
  LsnTiles *tiles = data;
  Tile     *tile = g_hash_table_lookup (tiles->tiles, tag);

  if (picture == NULL || tile == NULL || !tile->is_veiling)
    return;

  tile->is_veiling = FALSE;
  lsn_trimmed_take (&tile->veiled, picture);
  tiles->changed (tiles, tiles->data);
}

static void
veil_tile (LsnTiles *tiles,
           Tile     *tile)
{
  LsnBox area = lsn_tile_area (&tile->key);

  tile->is_veiling = TRUE;
  lsn_tile_painter_veil (tiles->workers, PRIORITY_VEIL, &tile->picture, tiles->veil, &area, tiles->veiling, tile_veiled,
                         tiles, g_memdup2 (&tile->key, sizeof tile->key), g_free);
}

static void
veil_range (LsnTiles    *tiles,
            LsnTileRange range)
{
  LsnTileKey key = tiles->wanted;

  for (key.row = range.first_row; key.row <= range.last_row; key.row++)
    for (key.column = range.first_column; key.column <= range.last_column; key.column++)
      {
        Tile *tile = g_hash_table_lookup (tiles->tiles, &key);

        if (tile != NULL && tile->picture.texture != NULL && tile->veiled.width == 0 && !tile->is_veiling)
          veil_tile (tiles, tile);
      }
}

static void
unveil_tile (gpointer key,
             gpointer value,
             gpointer data)
{
  Tile *tile = value;

  lsn_trimmed_clear (&tile->veiled);
  tile->is_veiling = FALSE;
}

/**
 * lsn_tiles_set_veil:
 * @veil: (nullable): what is to be seen faintly only, from the next lsn_tiles_update() on
 *
 * Has workers fade @veil in the tiles that are seen: to lay it over them in every frame would have the screen fill the view
 * twice. %NULL shows the tiles as they were.
 */
void
lsn_tiles_set_veil (LsnTiles *tiles,
                    LsnScene *veil)
{
  g_cancellable_cancel (tiles->veiling);
  g_object_unref (tiles->veiling);
  tiles->veiling = g_cancellable_new ();
  g_hash_table_foreach (tiles->tiles, unveil_tile, NULL);
  g_clear_pointer (&tiles->veil, lsn_scene_unref);
  if (veil != NULL)
    tiles->veil = lsn_scene_ref (veil);
}

static gint64
n_tiles_of (LsnTileRange range)
{
  return (range.last_column - range.first_column + 1) * (range.last_row - range.first_row + 1);
}

static int
compare_used (gconstpointer a,
              gconstpointer b)
{
  const Tile *const *s = a;
  const Tile *const *t = b;

  return (*s)->used < (*t)->used ? -1 : (*s)->used > (*t)->used;
}

static void
drop_oldest (LsnTiles *tiles,
             guint     n_kept)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       each;

  if (g_hash_table_size (tiles->tiles) <= n_kept)
    return;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &each))
    g_ptr_array_add (all, each);
  g_ptr_array_sort (all, compare_used);
  for (guint i = 0; i < all->len - n_kept; i++)
    {
      Tile *tile = g_ptr_array_index (all, i);

      if (tile->picture.width > 0 && tile->used != tiles->clock)
        g_hash_table_remove (tiles->tiles, &tile->key);
    }
}

static gboolean
is_complete (LsnTiles         *tiles,
             const LsnTileKey *level,
             LsnTileRange      range)
{
  LsnTileKey key = *level;

  for (key.row = range.first_row; key.row <= range.last_row; key.row++)
    for (key.column = range.first_column; key.column <= range.last_column; key.column++)
      {
        Tile *tile = g_hash_table_lookup (tiles->tiles, &key);

        if ((tile == NULL || tile->picture.width == 0) && !is_blank (tiles, &key))
          return FALSE;
      }
  return TRUE;
}

static LsnTileKey
level_of (LsnTiles    *tiles,
          LsnViewport *viewport)
{
  return (LsnTileKey) {
           .serial = tiles->serial,
           .step = lsn_viewport_get_step (viewport),
           .scale_factor = lsn_viewport_get_scale_factor (viewport),
  };
}

/**
 * lsn_tiles_update:
 *
 * Has the tiles painted that @viewport shows and that are not there, and a ring around them.
 * Cost: O(tiles seen).
 */
void
lsn_tiles_update (LsnTiles    *tiles,
                  LsnViewport *viewport)
{
  LsnTileKey   level = level_of (tiles, viewport);
  LsnBox       visible = lsn_viewport_get_visible (viewport);
  LsnTileRange range;

  if (tiles->scene == NULL || visible.width <= 0 || visible.height <= 0)
    return;

  if (!lsn_tile_key_same_level (&level, &tiles->wanted))
    {
      lsn_tiles_pause (tiles);
      tiles->wanted = level;
    }
  tiles->clock++;
  range = lsn_tile_range (&visible, level.step, level.scale_factor);
  want_range (tiles, range, PRIORITY_SEEN);
  if (tiles->veil != NULL)
    veil_range (tiles, range);
  if (!is_complete (tiles, &level, range))
    return;

  tiles->complete = level;
  drop_oldest (tiles, MAX (CACHE_LEAST, CACHE_FACTOR * n_tiles_of (range)));
  want_range (tiles, (LsnTileRange) { range.first_column - 1, range.last_column + 1, range.first_row - 1,
                                      range.last_row + 1 }, PRIORITY_AROUND);
}

/**
 * lsn_tiles_is_crisp:
 *
 * Returns: whether every tile that @viewport shows is there, of the newest scene and in its own size
 */
gboolean
lsn_tiles_is_crisp (LsnTiles    *tiles,
                    LsnViewport *viewport)
{
  LsnTileKey level = level_of (tiles, viewport);
  LsnBox     visible = lsn_viewport_get_visible (viewport);

  return tiles->scene != NULL &&
         is_complete (tiles, &level, lsn_tile_range (&visible, level.step, level.scale_factor));
}

/**
 * lsn_tiles_has_picture:
 *
 * Returns: whether there is anything to show, be it old or coarse
 */
gboolean
lsn_tiles_has_picture (LsnTiles *tiles)
{
  return lsn_overview_is_there (tiles->overview);
}

/**
 * lsn_tiles_get_overview:
 *
 * Returns: (transfer none): the small picture of the whole map that lies below the tiles
 */
LsnOverview *
lsn_tiles_get_overview (LsnTiles *tiles)
{
  return tiles->overview;
}

/* Appends the tiles of a level that are there, or only the ground where these have no ink. */
static void
snapshot_tiles (LsnTiles         *tiles,
                GtkSnapshot      *snapshot,
                LsnViewport      *viewport,
                const LsnTileKey *level,
                gboolean          only_ground)
{
  static const LsnTrimmed blank = { NULL };
  LsnBox       visible = lsn_viewport_get_visible (viewport);
  LsnTileRange range = lsn_tile_range (&visible, level->step, level->scale_factor);
  LsnTileKey   key = *level;

  if (n_tiles_of (range) > MAX_VISIBLE)
    return;

  for (key.row = range.first_row; key.row <= range.last_row; key.row++)
    for (key.column = range.first_column; key.column <= range.last_column; key.column++)
      {
        Tile             *tile = g_hash_table_lookup (tiles->tiles, &key);
        const LsnTrimmed *picture = tile == NULL ? &blank : tile->veiled.width > 0 ? &tile->veiled : &tile->picture;
        LsnBox            area = lsn_tile_area (&key);

        area = lsn_viewport_box_to_pixels (viewport, &area);
        if (!only_ground)
          lsn_trimmed_snapshot (picture, snapshot, &area);
        else if (picture->width > 0 || is_blank (tiles, &key))
          lsn_trimmed_snapshot_around (picture, snapshot, &area);
      }
}

/* All of the ground first: for the screen that is one call. */
static void
snapshot_level (LsnTiles         *tiles,
                GtkSnapshot      *snapshot,
                LsnViewport      *viewport,
                const LsnTileKey *level)
{
  snapshot_tiles (tiles, snapshot, viewport, level, TRUE);
  snapshot_tiles (tiles, snapshot, viewport, level, FALSE);
}

/* Whether the last complete level has a tile for everything that is seen. */
static gboolean
is_covered (LsnTiles    *tiles,
            LsnViewport *viewport)
{
  LsnBox       visible = lsn_viewport_get_visible (viewport);
  LsnTileRange range;

  if (tiles->complete.serial == 0)
    return FALSE;

  range = lsn_tile_range (&visible, tiles->complete.step, tiles->complete.scale_factor);
  return n_tiles_of (range) <= MAX_VISIBLE && is_complete (tiles, &tiles->complete, range);
}

/**
 * lsn_tiles_snapshot:
 *
 * Appends the picture: a texture per tile, and the ground where that has no ink; as long as they are not all there, also the
 * ground below all, and the tiles of the last complete level, and below those the overview where they do not reach: what is
 * hidden costs time like what is seen.
 */
void
lsn_tiles_snapshot (LsnTiles    *tiles,
                    GtkSnapshot *snapshot,
                    LsnViewport *viewport)
{
  LsnTileKey level = level_of (tiles, viewport);
  gboolean   crisp = lsn_tiles_is_crisp (tiles, viewport);
  gboolean   covered = crisp || is_covered (tiles, viewport);
  int        width, height;

  lsn_viewport_get_size (viewport, &width, &height);
  if (!crisp)
    {
      GdkRGBA ground = lsn_texture_ground ();

      gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  if (!covered)
    lsn_overview_snapshot (tiles->overview, snapshot, viewport);
  if (!crisp && tiles->complete.serial != 0 && !lsn_tile_key_same_level (&tiles->complete, &level))
    snapshot_level (tiles, snapshot, viewport, &tiles->complete);
  snapshot_level (tiles, snapshot, viewport, &level);
}
