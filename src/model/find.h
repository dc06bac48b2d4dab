/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Where a text stands in a map: in the names, other names and every other shown column of actors and ties. */

/**
 * LsnFound:
 * @table: actors or ties
 * @row: of that table
 * @column: whose cell holds the text; %LSN_ACTOR_NAME for another name
 * @alias: the row of the other name that holds it; %LSN_NO_ROW when it is in a cell of @row itself
 */
typedef struct
{
  LsnTable  table;
  LsnRow    row;
  LsnColumn column;
  LsnRow    alias;
} LsnFound;

GArray *lsn_find           (LsnMap     *map,
                            const char *text);
char   *lsn_found_describe (LsnMap         *map,
                            const LsnFound *found,
                            const char     *text);

G_END_DECLS
