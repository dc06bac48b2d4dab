/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>
#include "scene/scene.h"

G_BEGIN_DECLS

/* Which square of the plane a tile is. A tile is named by scene serial, zoom step, scale factor, column and row. */

#define LSN_TILE_SIZE 512 /* device pixels */

typedef struct
{
  guint64 serial;
  int     step;
  int     scale_factor;
  gint64  column;
  gint64  row;
} LsnTileKey;

guint    lsn_tile_key_hash      (gconstpointer key);
gboolean lsn_tile_key_equal     (gconstpointer a,
                                 gconstpointer b);
gboolean lsn_tile_key_same_level (const LsnTileKey *a,
                                  const LsnTileKey *b);

/* Columns and rows, both ends included. */
typedef struct
{
  gint64 first_column, last_column;
  gint64 first_row, last_row;
} LsnTileRange;

LsnTileRange lsn_tile_range     (const LsnBox *visible,
                                 int           step,
                                 int           scale_factor);
LsnBox       lsn_tile_area      (const LsnTileKey *key);

G_END_DECLS
