/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What the cells of a column hold, to be chosen from: each value once. */

/**
 * LsnHeldValue:
 * @value: as the conditions of filters name it: the text of the cell, an id
 * @row: what it refers to, if it does: %LSN_NO_ROW too for a kind that is no row of the map
 * @n_rows: how many rows "is" this value passes
 */
typedef struct
{
  char  *value;
  LsnRow row;
  guint  n_rows;
} LsnHeldValue;

GPtrArray *lsn_held_values (LsnMap   *map,
                            LsnTable  table,
                            LsnColumn column);

G_END_DECLS
