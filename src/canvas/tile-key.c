/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tile-key.h"

#include <math.h>

#include "canvas/viewport.h"

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

/**
 * lsn_tile_key_same_level:
 *
 * Returns: whether both are tiles of one scene in one size
 */
gboolean
lsn_tile_key_same_level (const LsnTileKey *a,
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

  return k->column == l->column && k->row == l->row && lsn_tile_key_same_level (k, l);
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
