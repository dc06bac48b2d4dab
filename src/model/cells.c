/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <math.h>

#include "model/map-private.h"

/* Cells of a map, as readers see them. */

static inline LsnField *
readable (LsnMap   *map,
          LsnTable  table,
          LsnColumn column)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && (guint) table < LSN_N_TABLES, NULL);

  return lsn_map_field (map, table, column);
}

/**
 * lsn_map_get:
 * @map: a map
 * @table: a table
 * @row: a row
 * @column: a column
 *
 * Returns: what the cell holds, empty when there is no such cell; a text is borrowed until the cell changes
 */
LsnValue
lsn_map_get (LsnMap   *map,
             LsnTable  table,
             LsnRow    row,
             LsnColumn column)
{
  LsnField *field = readable (map, table, column);

  return field != NULL ? lsn_value_of_cell (field->spec, lsn_store_get (&field->store, row)) : LSN_EMPTY;
}

/**
 * lsn_map_get_text:
 * @map: a map
 * @table: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (nullable): the text of a cell of type text, choice, date, colour, points, image or XML, borrowed until the cell
 *   changes; %NULL when it is empty
 */
const char *
lsn_map_get_text (LsnMap   *map,
                  LsnTable  table,
                  LsnRow    row,
                  LsnColumn column)
{
  LsnField *field = readable (map, table, column);
  LsnCell cell;

  if (field == NULL)
    return NULL;

  if (field->store.type == LSN_STORE_TEXT)
    return lsn_store_text (&field->store, row);

  if (field->store.type != LSN_STORE_CHOICE)
    return NULL;

  cell = lsn_store_get (&field->store, row);
  return cell.known ? field->spec->choices[cell.choice - 1].id : NULL;
}

/**
 * lsn_map_get_number:
 * @map: a map
 * @table: a table
 * @row: a row
 * @column: a column
 *
 * Returns: the number of a cell of type number or integer; NaN when it is empty
 */
double
lsn_map_get_number (LsnMap   *map,
                    LsnTable  table,
                    LsnRow    row,
                    LsnColumn column)
{
  LsnField *field = readable (map, table, column);
  const LsnChunk *chunk;
  LsnCell cell;

  if (field == NULL)
    return NAN;

  if (field->store.type == LSN_STORE_NUMBER)
    {
      chunk = lsn_store_chunk (&field->store, row);
      return chunk != NULL ? chunk->numbers[row & LSN_CHUNK_MASK] : NAN;
    }

  if (field->store.type != LSN_STORE_INTEGER)
    return NAN;

  cell = lsn_store_get (&field->store, row);
  return cell.known ? (double) cell.integer : NAN;
}

/**
 * lsn_map_get_boolean:
 * @map: a map or a snapshot
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: 0 or 1; -1 when the cell is empty or of another type
 */
int
lsn_map_get_boolean (LsnMap   *map,
                     LsnTable  table,
                     LsnRow    row,
                     LsnColumn column)
{
  LsnField *field = readable (map, table, column);
  LsnCell cell;

  if (field == NULL || field->store.type != LSN_STORE_BOOLEAN)
    return -1;

  cell = lsn_store_get (&field->store, row);
  return cell.known ? cell.boolean : -1;
}

/**
 * lsn_map_get_reference:
 * @map: a map or a snapshot
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: the row that the cell refers to; LSN_NO_ROW when it is empty or of another type
 */
LsnRow
lsn_map_get_reference (LsnMap   *map,
                       LsnTable  table,
                       LsnRow    row,
                       LsnColumn column)
{
  LsnField *field = readable (map, table, column);

  if (field == NULL || field->store.type != LSN_STORE_ROW)
    return LSN_NO_ROW;

  return lsn_store_row (&field->store, row);
}

/**
 * lsn_map_format_cell:
 * @map: a map
 * @table: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (nullable) (transfer full): the text of a file for the cell: references by id, numbers in their shortest form,
 *   "true" and "false"; %NULL when it is empty
 */
char *
lsn_map_format_cell (LsnMap   *map,
                     LsnTable  table,
                     LsnRow    row,
                     LsnColumn column)
{
  LsnField *field = readable (map, table, column);

  if (field == NULL)
    return NULL;

  return lsn_value_format (map, field->spec, lsn_value_of_cell (field->spec, lsn_store_get (&field->store, row)));
}

/**
 * lsn_map_parse_cell:
 * @map: a map
 * @table: a table
 * @column: a column
 * @text: the text of a file or of a person
 * @value: (out): the value that it means in that column; texts are borrowed from @text
 * @error: %LSN_MODEL_ERROR_VALUE or %LSN_MODEL_ERROR_REFERENCE
 *
 * The inverse of lsn_map_format_cell (). The empty text, and NaN where a number is wanted, mean an empty cell. White space
 * around numbers, yes and no and choices is ignored.
 *
 * Returns: whether the column can hold what @text means
 */
gboolean
lsn_map_parse_cell (LsnMap     *map,
                    LsnTable    table,
                    LsnColumn   column,
                    const char *text,
                    LsnValue   *value,
                    GError    **error)
{
  LsnField *field = readable (map, table, column);

  g_return_val_if_fail (field != NULL && text != NULL && value != NULL, FALSE);

  return lsn_value_parse (map, field->spec, text, value, error) &&
         lsn_check_value (map, field->spec, *value, error);
}
