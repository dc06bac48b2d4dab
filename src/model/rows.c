/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <string.h>

#include "model/map-private.h"

/* Rows and columns of a map, as readers see them. */

/**
 * lsn_map_n_rows:
 * @map: a map or a snapshot
 * @table: a table
 *
 * Returns: how many rows there are
 */
guint
lsn_map_n_rows (LsnMap  *map,
                LsnTable table)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, 0);

  return map->tables[table].ids.n_known;
}

/**
 * lsn_map_next_row:
 * @map: a map or a snapshot
 * @table: a table
 * @after: the row before, or LSN_NO_ROW to begin
 *
 * Goes through the rows in the order of their insertion. The row at hand may be removed meanwhile. Cost: O(1) a step.
 *
 * Returns: the next row, or LSN_NO_ROW at the end
 */
LsnRow
lsn_map_next_row (LsnMap  *map,
                  LsnTable table,
                  LsnRow   after)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_ROW);

  return lsn_store_next (&map->tables[table].ids, after);
}

/**
 * lsn_map_has_row:
 * @map: a map or a snapshot
 * @table: a table
 * @row: any handle
 *
 * Returns: whether that row is there now
 */
gboolean
lsn_map_has_row (LsnMap  *map,
                 LsnTable table,
                 LsnRow   row)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, FALSE);

  return lsn_map_has (map, table, row);
}

/**
 * lsn_map_find_row:
 * @map: a map
 * @table: a table
 * @id: (nullable): an id
 *
 * Returns: the row of @table that has that id, or %LSN_NO_ROW. O(1).
 */
LsnRow
lsn_map_find_row (LsnMap     *map,
                  LsnTable    table,
                  const char *id)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_ROW);

  if (id == NULL)
    return LSN_NO_ROW;

  return lsn_id_index_find (map->tables[table].index, &map->tables[table].ids, id);
}

/**
 * lsn_map_row_id:
 * @map: a map
 * @table: a table
 * @row: a row
 *
 * Returns: (nullable): its id, borrowed; %NULL when there is no such row
 */
const char *
lsn_map_row_id (LsnMap  *map,
                LsnTable table,
                LsnRow   row)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, NULL);

  return lsn_store_text (&map->tables[table].ids, row);
}

/**
 * lsn_map_max_row:
 * @map: a map or a snapshot
 * @table: a table
 *
 * Returns: the greatest handle that was ever given: for arrays indexed by row
 */
LsnRow
lsn_map_max_row (LsnMap  *map,
                 LsnTable table)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_ROW);

  return map->tables[table].max_row;
}

/**
 * lsn_map_next_column:
 * @map: a map or a snapshot
 * @table: a table
 * @after: the column before, or LSN_NO_COLUMN to begin
 *
 * Goes through the columns: those that are built in, then those of the user.
 *
 * Returns: the next column, or LSN_NO_COLUMN at the end
 */
LsnColumn
lsn_map_next_column (LsnMap   *map,
                     LsnTable  table,
                     LsnColumn after)
{
  GPtrArray *fields;

  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_COLUMN);

  fields = map->tables[table].fields;
  for (LsnColumn column = after + 1; column < fields->len; column++)
    if (g_ptr_array_index (fields, column) != NULL)
      return column;

  return LSN_NO_COLUMN;
}

typedef struct
{
  LsnMap  *map;
  LsnTable table;
} TableOf;

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      of)
{
  const TableOf *table = of;

  return strcmp (lsn_map_row_id (table->map, table->table, *(const LsnRow *) a),
                 lsn_map_row_id (table->map, table->table, *(const LsnRow *) b));
}

/**
 * lsn_map_sort_by_id:
 * @map: a map or a snapshot
 * @table: a table
 * @rows: (element-type LsnRow): of it
 *
 * Puts rows into the order of the bytes of their ids, which does not tell when they were made. O(n log n).
 */
void
lsn_map_sort_by_id (LsnMap  *map,
                    LsnTable table,
                    GArray  *rows)
{
  g_return_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES);

  g_array_sort_with_data (rows, compare_ids, &(TableOf) { map, table });
}

/**
 * lsn_map_find_column:
 * @map: a map
 * @table: a table
 * @name: the name of a column
 *
 * Returns: the column of @table that has that name, or %LSN_NO_COLUMN. O(columns).
 */
LsnColumn
lsn_map_find_column (LsnMap     *map,
                     LsnTable    table,
                     const char *name)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_COLUMN);

  for (LsnColumn column = 0; column < map->tables[table].fields->len; column++)
    {
      LsnField *field = lsn_map_field (map, table, column);

      if (field != NULL && strcmp (field->spec->name, name) == 0)
        return column;
    }

  return LSN_NO_COLUMN;
}

/**
 * lsn_map_find_column_by_id:
 * @map: a map or a snapshot
 * @table: a table
 * @id: a column's own id, as files have it
 *
 * Returns: the column, or LSN_NO_COLUMN
 */
LsnColumn
lsn_map_find_column_by_id (LsnMap     *map,
                           LsnTable    table,
                           const char *id)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, LSN_NO_COLUMN);

  for (LsnColumn column = 0; column < map->tables[table].fields->len; column++)
    {
      LsnField *field = lsn_map_field (map, table, column);

      if (field != NULL && strcmp (field->spec->id, id) == 0)
        return column;
    }

  return LSN_NO_COLUMN;
}

/**
 * lsn_map_column_spec:
 * @map: a map
 * @table: a table
 * @column: a column
 *
 * Returns: (nullable): its description, borrowed until the column is removed or altered; %NULL when there is no such column
 */
const LsnColumnSpec *
lsn_map_column_spec (LsnMap   *map,
                     LsnTable  table,
                     LsnColumn column)
{
  LsnField *field;

  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, NULL);

  field = lsn_map_field (map, table, column);
  return field != NULL ? field->spec : NULL;
}
