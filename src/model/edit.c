/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/bounds.h"
#include "model/map-private.h"

/* The primitives on rows and cells: they check, then have apply.c do it. */

/* An id that no row of the table has. */
char *
lsn_map_take_id (LsnMap  *map,
                 LsnTable table)
{
  for (;;)
    {
      g_autofree char *id = lsn_origin_make_id (map->origin);

      if (lsn_map_find_row (map, table, id) == LSN_NO_ROW)
        return lsn_shared_text_new (id, strlen (id));
    }
}

static LsnRow
refuse_row (GError      **error,
            LsnModelError code,
            const char   *message)
{
  g_set_error_literal (error, LSN_MODEL_ERROR, (int) code, message);
  return LSN_NO_ROW;
}

/**
 * lsn_map_insert_row:
 * @map: a map
 * @table: a table, not %LSN_TABLE_MAP
 * @id: (nullable): the id of the new row; %NULL for a random one
 * @error: %LSN_MODEL_ERROR_NAME when the id is taken, %LSN_MODEL_ERROR_FULL
 *
 * Inserts a row whose cells are all empty. O(1).
 *
 * Returns: the row, or %LSN_NO_ROW
 */
LsnRow
lsn_map_insert_row (LsnMap     *map,
                    LsnTable    table,
                    const char *id,
                    GError    **error)
{
  LsnTableData *data;
  char *text;

  g_return_val_if_fail (lsn_map_may_edit (map), LSN_NO_ROW);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES, LSN_NO_ROW);

  data = &map->tables[table];
  if (table == LSN_TABLE_MAP)
    return refuse_row (error, LSN_MODEL_ERROR_FULL, _("A map has one row that describes it, and no second one."));
  if (data->max_row >= G_MAXUINT32 - LSN_CHUNK_ROWS)
    return refuse_row (error, LSN_MODEL_ERROR_FULL, _("The map is full."));
  if (id != NULL && !lsn_check_id (map, table, id, error))
    return LSN_NO_ROW;

  text = id != NULL ? lsn_shared_text_new (id, strlen (id)) : lsn_map_take_id (map, table);
  lsn_apply_insert_row (map, table, data->max_row + 1, text);

  return data->max_row;
}

/**
 * lsn_map_set:
 * @map: a map
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @value: what the cell shall hold; an empty text is an empty cell
 * @error: %LSN_MODEL_ERROR_VALUE when the column cannot hold it, %LSN_MODEL_ERROR_REFERENCE
 *
 * Sets a cell. Whole numbers fit columns of numbers and the other way round. Nothing is recorded when the cell holds
 * @value already. O(length of a text); a container is set in O(depth).
 *
 * Returns: whether the cell holds @value now
 */
gboolean
lsn_map_set (LsnMap   *map,
             LsnTable  table,
             LsnRow    row,
             LsnColumn column,
             LsnValue  value,
             GError  **error)
{
  LsnField *field;
  LsnCell cell;

  g_return_val_if_fail (lsn_map_may_edit (map), FALSE);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES && lsn_map_has (map, table, row), FALSE);

  field = lsn_map_field (map, table, column);
  g_return_val_if_fail (field != NULL, FALSE);

  if (!lsn_check_value (map, field->spec, value, error))
    return FALSE;
  if (value.kind == LSN_VALUE_REFERENCE && !lsn_check_circle (map, table, row, column, value.row, error))
    return FALSE;

  cell = lsn_cell_of_value (map, field->spec, value);
  if (lsn_cell_equal (&field->store, cell, lsn_store_get (&field->store, row)))
    lsn_cell_clear (&field->store, &cell);
  else
    lsn_apply_set (map, table, row, column, cell);

  return TRUE;
}

/**
 * lsn_map_set_text:
 * @map: a map, in a transaction
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @text: (nullable): the text, copied; %NULL or "" empties the cell
 * @error: return location for an error
 *
 * Sets a cell of text: a word, a choice, a date, a colour.
 *
 * Returns: whether it was set; else nothing changed, with LSN_MODEL_ERROR
 */
gboolean
lsn_map_set_text (LsnMap     *map,
                  LsnTable    table,
                  LsnRow      row,
                  LsnColumn   column,
                  const char *text,
                  GError    **error)
{
  return lsn_map_set (map, table, row, column, lsn_value_text (text), error);
}

/**
 * lsn_map_set_number:
 * @map: a map, in a transaction
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @number: the number; NaN empties the cell
 * @error: return location for an error
 *
 * Sets a cell of a number, whole or not, within the limits of its column.
 *
 * Returns: whether it was set; else nothing changed, with LSN_MODEL_ERROR
 */
gboolean
lsn_map_set_number (LsnMap   *map,
                    LsnTable  table,
                    LsnRow    row,
                    LsnColumn column,
                    double    number,
                    GError  **error)
{
  return lsn_map_set (map, table, row, column, isnan (number) ? LSN_EMPTY : lsn_value_number (number), error);
}

/**
 * lsn_map_set_boolean:
 * @map: a map, in a transaction
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @boolean: 0 or 1; -1 empties the cell
 * @error: return location for an error
 *
 * Sets a cell of yes or no.
 *
 * Returns: whether it was set; else nothing changed, with LSN_MODEL_ERROR
 */
gboolean
lsn_map_set_boolean (LsnMap   *map,
                     LsnTable  table,
                     LsnRow    row,
                     LsnColumn column,
                     int       boolean,
                     GError  **error)
{
  return lsn_map_set (map, table, row, column, boolean < 0 ? LSN_EMPTY : lsn_value_boolean (boolean), error);
}

/**
 * lsn_map_set_reference:
 * @map: a map, in a transaction
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @to: a row of the table that the column refers to; %LSN_NO_ROW empties the cell
 * @error: return location for an error
 *
 * Sets a cell that refers to a row. Containers in a circle are refused.
 *
 * Returns: whether it was set; else nothing changed, with LSN_MODEL_ERROR
 */
gboolean
lsn_map_set_reference (LsnMap   *map,
                       LsnTable  table,
                       LsnRow    row,
                       LsnColumn column,
                       LsnRow    to,
                       GError  **error)
{
  return lsn_map_set (map, table, row, column, lsn_value_reference (to), error);
}

static LsnRow
keep_or_remove (LsnMap  *map,
                LsnTable table,
                LsnRow   row,
                gboolean keep)
{
  if (keep)
    return row;

  lsn_map_remove_row (map, table, row, NULL);
  return LSN_NO_ROW;
}

/**
 * lsn_map_insert_actor:
 * @map: a map
 * @id: (nullable): its id; %NULL for a random one
 * @name: (nullable): its name
 * @kind: its kind, or %LSN_NO_ROW
 * @x: its place across in map units, or NaN
 * @y: its place down in map units, or NaN
 * @error: as lsn_map_insert_row () and lsn_map_set ()
 *
 * Returns: the actor, or %LSN_NO_ROW when any of it was refused
 */
LsnRow
lsn_map_insert_actor (LsnMap     *map,
                      const char *id,
                      const char *name,
                      LsnRow      kind,
                      double      x,
                      double      y,
                      GError    **error)
{
  LsnRow actor = lsn_map_insert_row (map, LSN_TABLE_ACTORS, id, error);

  if (actor == LSN_NO_ROW)
    return LSN_NO_ROW;

  return keep_or_remove (map, LSN_TABLE_ACTORS, actor,
                         lsn_map_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, name, error) &&
                         lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND, kind, error) &&
                         lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, error) &&
                         lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, y, error));
}

/**
 * lsn_map_insert_tie:
 * @map: a map
 * @id: (nullable): its id; %NULL for a random one
 * @source: the actor that it goes out from
 * @target: the actor that it leads to; may be @source
 * @kind: its kind, or %LSN_NO_ROW
 * @error: as lsn_map_insert_row () and lsn_map_set ()
 *
 * Returns: the tie, or %LSN_NO_ROW when any of it was refused
 */
LsnRow
lsn_map_insert_tie (LsnMap     *map,
                    const char *id,
                    LsnRow      source,
                    LsnRow      target,
                    LsnRow      kind,
                    GError    **error)
{
  LsnRow tie;

  if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, source) || !lsn_map_has_row (map, LSN_TABLE_ACTORS, target))
    return refuse_row (error, LSN_MODEL_ERROR_REFERENCE, _("A tie joins two actors that exist."));

  tie = lsn_map_insert_row (map, LSN_TABLE_TIES, id, error);
  if (tie == LSN_NO_ROW)
    return LSN_NO_ROW;

  return keep_or_remove (map, LSN_TABLE_TIES, tie,
                         lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, source, error) &&
                         lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, target, error) &&
                         lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, kind, error));
}

/**
 * lsn_map_set_id:
 * @map: a map that is being loaded
 * @id: the id that it had in its file, cleaned
 *
 * Returns: whether it has that id now; else it keeps the one it has, as @id is empty or longer than %LSN_MAX_ID
 */
gboolean
lsn_map_set_id (LsnMap     *map,
                const char *id)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (LSN_IS_MAP (map) && map->is_loading, FALSE);

  clean = lsn_text_clean (id, -1, NULL);
  if (*clean == '\0' || strlen (clean) > LSN_MAX_ID)
    return FALSE;

  /* The row keeps its cells: only the id is another. */
  lsn_apply_remove_row (map, LSN_TABLE_MAP, map->the_row);
  lsn_apply_insert_row (map, LSN_TABLE_MAP, map->the_row, lsn_shared_text_new (clean, strlen (clean)));
  return TRUE;
}
