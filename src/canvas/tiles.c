/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tiles.h"

#include <math.h>

#include "canvas/texture.h"
#include "canvas/tile-painter.h"

#define OVERVIEW_SIZE 1024
#define MAX_VISIBLE   1024 /* of an old level: with more, the overview serves as well */
#define CACHE_FACTOR  4    /* screenfuls that are kept */
#define CACHE_LEAST   48

enum { PRIORITY_AROUND = -10, PRIORITY_OVERVIEW = -5, PRIORITY_SEEN = 0, PRIORITY_FIRST = 10 };

typedef struct
{
  LsnTileKey  key;
  GdkTexture *texture; /* NULL as long as it is being painted */
  guint64     used;
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
  GCancellable *overviewing;
  LsnTileKey    wanted;    /* column and row unused */
  LsnTileKey    complete;  /* the last level that covered the view */
  GdkTexture   *overview;
  LsnBox        overview_area;
  guint64       clock;
};

guint
lsn_tile_key_hash (gconstpointer key)
{
  const LsnTileKey *k = key;
  guint64           hash = k->serial * 0x9e3779b97f4a7c15u;

  hash = (hash ^ (guint64) (gint64) k->step) * 0x9e3779b97f4a7c15u;
  hash = (hash ^ (guint64) k->scale_factor) * 0x9e3779b97f4a7c15u;
  hash = (hash ^ (guint64) k->column) * 0x9e3779b97f4a7c15u;
  hash = (hash ^ (guint64) k->row) * 0x9e3779b97f4a7c15u;
  return (guint) (hash >> 32);
}

static gboolean
same_level (const LsnTileKey *a,
            const LsnTileKey *b)
{
  return a->serial == b->serial && a->step == b->step && a->scale_factor == b->scale_factor;
}

gboolean
lsn_tile_key_equal (gconstpointer a,
                    gconstpointer b)
{
  const LsnTileKey *k = a;
  const LsnTileKey *l = b;

  return k->column == l->column && k->row == l->row && same_level (k, l);
}

static double
units_per_tile (int step,
                int scale_factor)
{
  return LSN_TILE_SIZE / (lsn_zoom_of_step (step) * scale_factor);
}

/**
 * lsn_tile_range:
 * @visible: in map units
 *
 * Returns: the columns and rows, both ends included, that cover @visible in that level
 */
LsnTileRange
lsn_tile_range (const LsnBox *visible,
                int           step,
                int           scale_factor)
{
  double size = units_per_tile (step, scale_factor);
  double least = 1e-6; /* an edge that falls on a tile's edge does not reach the next tile */

  return (LsnTileRange) {
           (gint64) floor (visible->x / size + least), (gint64) ceil ((visible->x + visible->width) / size - least) - 1,
           (gint64) floor (visible->y / size + least), (gint64) ceil ((visible->y + visible->height) / size - least) - 1,
  };
}

/**
 * lsn_tile_area:
 *
 * Returns: what the tile shows, in map units
 */
LsnBox
lsn_tile_area (const LsnTileKey *key)
{
  double size = units_per_tile (key->step, key->scale_factor);

  return (LsnBox) { key->column * size, key->row * size, size, size };
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_object (&tile->texture);
  g_free (tile);
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
  tiles->overviewing = g_cancellable_new ();
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
  g_clear_pointer (&tiles->tiles, g_hash_table_unref);
  g_clear_object (&tiles->painting);
  g_clear_object (&tiles->overviewing);
  g_clear_object (&tiles->overview);
  g_free (tiles);
}

static gboolean
is_unpainted (gpointer key,
              gpointer value,
              gpointer data)
{
  return ((Tile *) value)->texture == NULL;
}

static void
stop_painting (LsnTiles *tiles)
{
  g_cancellable_cancel (tiles->painting);
  g_object_unref (tiles->painting);
  tiles->painting = g_cancellable_new ();
  g_hash_table_foreach_remove (tiles->tiles, is_unpainted, NULL);
}

/**
 * lsn_tiles_pause:
 *
 * Gives up the tiles that are being painted, as the zoom goes on; lsn_tiles_update() wants again what is still missed.
 */
void
lsn_tiles_pause (LsnTiles *tiles)
{
  stop_painting (tiles);
}

typedef struct
{
  guint64 serial;
  LsnBox  area;
} OverviewTag;

static void
overview_painted (gpointer      data,
                  gconstpointer tag,
                  GdkTexture   *texture)
{
  LsnTiles          *tiles = data;
  const OverviewTag *overview = tag;

  if (texture == NULL || overview->serial != tiles->serial)
    return;

  g_set_object (&tiles->overview, texture);
  tiles->overview_area = overview->area;
  tiles->changed (tiles, tiles->data);
}

static void
paint_overview (LsnTiles *tiles)
{
  LsnBox       area = lsn_scene_get_bounds (tiles->scene);
  OverviewTag *tag;
  double       scale;

  g_cancellable_cancel (tiles->overviewing);
  g_object_unref (tiles->overviewing);
  tiles->overviewing = g_cancellable_new ();
  if (area.width <= 0 || area.height <= 0)
    {
      g_clear_object (&tiles->overview);
      return;
    }

  scale = MIN (1, OVERVIEW_SIZE / MAX (area.width, area.height));
  tag = g_new0 (OverviewTag, 1);
  tag->serial = tiles->serial;
  tag->area = area;
  lsn_tile_painter_submit (tiles->workers, tiles->overview == NULL ? PRIORITY_FIRST : PRIORITY_OVERVIEW, tiles->scene,
                           &area, scale, MAX (1, (int) ceil (area.width * scale)),
                           MAX (1, (int) ceil (area.height * scale)), tiles->overviewing, overview_painted, tiles, tag,
                           g_free);
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

  stop_painting (tiles);
  g_clear_pointer (&tiles->scene, lsn_scene_unref);
  tiles->serial++;
  if (scene == NULL)
    {
      g_cancellable_cancel (tiles->overviewing);
      g_hash_table_remove_all (tiles->tiles);
      g_clear_object (&tiles->overview);
      return;
    }

  tiles->scene = lsn_scene_ref (scene);
  paint_overview (tiles);
}

static void
tile_painted (gpointer      data,
              gconstpointer tag,
              GdkTexture   *texture)
{
  LsnTiles         *tiles = data;
  const LsnTileKey *key = tag;
  Tile             *tile = g_hash_table_lookup (tiles->tiles, key);

  if (texture == NULL || tile == NULL || !same_level (key, &tiles->wanted))
    return;

  g_set_object (&tile->texture, texture);
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
                           LSN_TILE_SIZE, tiles->painting, tile_painted, tiles, g_memdup2 (key, sizeof *key), g_free);
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

      if (tile->texture != NULL && tile->used != tiles->clock)
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

        if ((tile == NULL || tile->texture == NULL) && !is_blank (tiles, &key))
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

  if (!same_level (&level, &tiles->wanted))
    {
      stop_painting (tiles);
      tiles->wanted = level;
    }
  tiles->clock++;
  range = lsn_tile_range (&visible, level.step, level.scale_factor);
  want_range (tiles, range, PRIORITY_SEEN);
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
  return tiles->overview != NULL;
}

/* Edges on whole device pixels, so that neighbours that are scaled leave no seam between them. */
static graphene_rect_t
snapped (LsnViewport  *viewport,
         const LsnBox *area)
{
  int      scale = lsn_viewport_get_scale_factor (viewport);
  LsnPoint from = lsn_viewport_to_widget (viewport, area->x, area->y);
  LsnPoint to = lsn_viewport_to_widget (viewport, area->x + area->width, area->y + area->height);
  double   x0 = round (from.x * scale) / scale;
  double   y0 = round (from.y * scale) / scale;
  double   x1 = round (to.x * scale) / scale;
  double   y1 = round (to.y * scale) / scale;

  return GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
}

static void
snapshot_level (LsnTiles         *tiles,
                GtkSnapshot      *snapshot,
                LsnViewport      *viewport,
                const LsnTileKey *level)
{
  LsnBox       visible = lsn_viewport_get_visible (viewport);
  LsnTileRange range = lsn_tile_range (&visible, level->step, level->scale_factor);
  LsnTileKey   key = *level;

  if (n_tiles_of (range) > MAX_VISIBLE)
    return;

  for (key.row = range.first_row; key.row <= range.last_row; key.row++)
    for (key.column = range.first_column; key.column <= range.last_column; key.column++)
      {
        Tile           *tile = g_hash_table_lookup (tiles->tiles, &key);
        LsnBox          area = lsn_tile_area (&key);
        graphene_rect_t bounds;

        if (tile == NULL || tile->texture == NULL)
          continue;
        bounds = snapped (viewport, &area);
        gtk_snapshot_append_texture (snapshot, tile->texture, &bounds);
      }
}

static gboolean
covers_all (LsnTiles    *tiles,
            LsnViewport *viewport)
{
  LsnBox visible = lsn_viewport_get_visible (viewport);
  LsnBox bounds = lsn_scene_get_bounds (tiles->scene);

  return visible.x >= bounds.x && visible.y >= bounds.y && visible.x + visible.width <= bounds.x + bounds.width &&
         visible.y + visible.height <= bounds.y + bounds.height;
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
 * Appends the picture: a texture per tile; as long as they are not all there, also the ground, and the tiles of the last
 * complete level below them, and below those the overview where they do not reach: what is hidden costs time like what
 * is seen.
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
  if (!crisp || !covers_all (tiles, viewport))
    {
      GdkRGBA ground = lsn_texture_ground ();

      gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  if (!covered && tiles->overview != NULL)
    {
      graphene_rect_t bounds = snapped (viewport, &tiles->overview_area);

      gtk_snapshot_append_texture (snapshot, tiles->overview, &bounds);
    }
  if (!crisp && tiles->complete.serial != 0 && !same_level (&tiles->complete, &level))
    snapshot_level (tiles, snapshot, viewport, &tiles->complete);
  snapshot_level (tiles, snapshot, viewport, &level);
}
