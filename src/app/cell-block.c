/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/cell-block.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/cell-words.h"
#include "model/edit.h"

/**
 * lsn_cells_copy:
 *
 * Returns: (transfer full): what the cells hold, in words; those of no row are empty
 */
LsnBlock *
lsn_cells_copy (const LsnCells *cells)
{
  LsnBlock *block = lsn_block_new ();

  for (guint i = 0; i < cells->n_rows; i++)
    {
      lsn_block_add_row (block);
      for (guint j = 0; j < cells->n_columns; j++)
        {
          g_autofree char *words = cells->rows[i] == LSN_NO_ROW
                                     ? g_strdup ("") : lsn_cell_words (cells->map, cells->table, cells->rows[i],
                                                                       cells->columns[j]);

          lsn_block_add_cell (block, words);
        }
    }
  return block;
}

/**
 * lsn_table_needs:
 *
 * Returns: (transfer none): the columns that a new row needs a value in, %LSN_NO_COLUMN after the last
 */
const LsnColumn *
lsn_table_needs (LsnTable table)
{
  static const LsnColumn tie[] = { LSN_TIE_SOURCE, LSN_TIE_TARGET, LSN_NO_COLUMN };
  static const LsnColumn alias[] = { LSN_ALIAS_ACTOR, LSN_ALIAS_TEXT, LSN_NO_COLUMN };
  static const LsnColumn none[] = { LSN_NO_COLUMN };

  switch (table)
    {
    case LSN_TABLE_TIES:
      return tie;
    case LSN_TABLE_ALIASES:
      return alias;
    case LSN_TABLE_ACTORS:
    case LSN_TABLE_MAP:
    case LSN_TABLE_KINDS:
    case LSN_TABLE_NOTES:
    case LSN_TABLE_VIEWS:
    default:
      return none;
    }
}

/**
 * lsn_cells_insert:
 * @columns: (array length=n_values): of @values
 *
 * Makes a row with these cells. Within a transaction; after a failure it is to be rolled back.
 *
 * Returns: the row, or %LSN_NO_ROW
 */
LsnRow
lsn_cells_insert (LsnMap          *map,
                  LsnTable         table,
                  const LsnColumn *columns,
                  const LsnValue  *values,
                  guint            n_values,
                  GError         **error)
{
  LsnRow ends[2] = { LSN_NO_ROW, LSN_NO_ROW };
  LsnRow row;

  for (guint i = 0; table == LSN_TABLE_TIES && i < n_values; i++)
    if (columns[i] <= LSN_TIE_TARGET)
      ends[columns[i]] = values[i].row;

  if (table == LSN_TABLE_TIES)
    row = lsn_map_insert_tie (map, NULL, ends[LSN_TIE_SOURCE], ends[LSN_TIE_TARGET], LSN_NO_ROW, error);
  else if (table == LSN_TABLE_ACTORS)
    row = lsn_map_insert_actor (map, NULL, NULL, LSN_NO_ROW, NAN, NAN, error);
  else
    row = lsn_map_insert_row (map, table, NULL, error);

  for (guint i = 0; row != LSN_NO_ROW && i < n_values; i++)
    if (values[i].kind != LSN_VALUE_EMPTY && !lsn_map_set (map, table, row, columns[i], values[i], error))
      return LSN_NO_ROW;
  return row;
}

/**
 * lsn_cells_set:
 * @error: also when a row cannot be without a value there
 *
 * As lsn_map_set (), of a cell that is typed or pasted into. Within a transaction.
 */
gboolean
lsn_cells_set (LsnMap   *map,
               LsnTable  table,
               LsnRow    row,
               LsnColumn column,
               LsnValue  value,
               GError  **error)
{
  const LsnColumn *needs = lsn_table_needs (table);

  for (guint i = 0; value.kind == LSN_VALUE_EMPTY && needs[i] != LSN_NO_COLUMN; i++)
    if (needs[i] == column)
      {
        g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                             table == LSN_TABLE_TIES ? _("A tie needs an actor at both ends.")
                                                     : _("Another name needs a text, and an actor that bears it."));
        return FALSE;
      }
  return lsn_map_set (map, table, row, column, value, error);
}

/* ---- filling and emptying ---- */

static gboolean
fill (const LsnCells *cells,
      LsnColumn       column,
      LsnValue        value,
      GError        **error)
{
  if (lsn_map_column_spec (cells->map, cells->table, column)->computed)
    return TRUE;
  for (guint i = 0; i < cells->n_rows; i++)
    if (cells->rows[i] != LSN_NO_ROW && !lsn_cells_set (cells->map, cells->table, cells->rows[i], column, value, error))
      return FALSE;
  return TRUE;
}

/* The text of a value is the map's own, and may go when the first cell changes. */
static gboolean
fill_copy (const LsnCells *cells,
           LsnRow          from,
           LsnColumn       column,
           GError        **error)
{
  LsnValue value = lsn_map_get (cells->map, cells->table, from, column);
  g_autofree char *kept = NULL;

  if (value.kind == LSN_VALUE_TEXT)
    value.text = kept = g_strdup (value.text);
  return fill (cells, column, value, error);
}

/**
 * lsn_cells_fill_down:
 * @from: the row whose cells all others get
 *
 * Returns: whether anything was changed
 */
gboolean
lsn_cells_fill_down (const LsnCells *cells,
                     LsnRow          from,
                     GError        **error)
{
  lsn_map_begin (cells->map, C_("undo", "Fill Down"), NULL);
  for (guint i = 0; i < cells->n_columns; i++)
    if (!fill_copy (cells, from, cells->columns[i], error))
      {
        lsn_map_rollback (cells->map);
        return FALSE;
      }
  return lsn_map_commit (cells->map);
}

/**
 * lsn_cells_empty:
 * @label: translated: what undo takes back
 * @error: a column that cannot be empty; then nothing is changed
 *
 * Returns: whether anything was changed
 */
gboolean
lsn_cells_empty (const LsnCells *cells,
                 const char     *label,
                 GError        **error)
{
  lsn_map_begin (cells->map, label, NULL);
  for (guint i = 0; i < cells->n_columns; i++)
    if (!fill (cells, cells->columns[i], LSN_EMPTY, error))
      {
        lsn_map_rollback (cells->map);
        return FALSE;
      }
  return lsn_map_commit (cells->map);
}
