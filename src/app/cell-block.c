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

/* ---- pasting ---- */

typedef struct
{
  const LsnCells *cells;
  const LsnBlock *block;
  LsnCellReader  *reader;
  GArray         *made;   /* of LsnRow */
} Pasting;

static const char *
words_at (const Pasting *pasting,
          guint          row,
          guint          column)
{
  return lsn_block_get (pasting->block, row % lsn_block_n_rows (pasting->block),
                        column % lsn_block_n_columns (pasting->block));
}

/* Says where: people count rows from 1. */
static gboolean
prefix (const Pasting *pasting,
        guint          row,
        LsnColumn      column,
        GError        *reason,
        GError       **error)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (pasting->cells->map, pasting->cells->table, column);

  g_set_error (error, reason->domain, reason->code,
               /* Translators: why what was pasted is refused: the number of a row of it, the name of a column, and a sentence */
               _("Nothing was pasted. Row %1$u, column “%2$s”: %3$s"), row + 1, lsn_column_label (spec), reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
read_at (Pasting  *pasting,
         guint     row,
         guint     column,
         LsnValue *value,
         GError  **error)
{
  const LsnCells *cells = pasting->cells;
  const LsnColumnSpec *spec = lsn_map_column_spec (cells->map, cells->table, cells->columns[column]);
  GError *reason = NULL;

  if (spec->computed)
    g_set_error_literal (&reason, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                         _("This column is computed, and nothing can be put into it."));
  else if (lsn_cell_reader_read (pasting->reader, cells->table, cells->columns[column], words_at (pasting, row, column),
                                 value, &reason))
    return TRUE;
  return prefix (pasting, row, cells->columns[column], reason, error);
}

static gboolean
is_blank (const Pasting *pasting,
          guint          row)
{
  for (guint column = 0; column < pasting->cells->n_columns; column++)
    if (*words_at (pasting, row, column) != '\0')
      return FALSE;
  return TRUE;
}

/* The column's value in a row to be made, which cannot do without. */
static gboolean
read_needed (Pasting  *pasting,
             guint     row,
             LsnColumn needed,
             LsnValue *value,
             GError  **error)
{
  const LsnCells *cells = pasting->cells;

  for (guint i = 0; i < cells->n_columns; i++)
    if (cells->columns[i] == needed && *words_at (pasting, row, i) != '\0')
      return read_at (pasting, row, i, value, error);
  return prefix (pasting, row, needed, g_error_new_literal (LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                                                            _("A new row needs something here.")), error);
}

static LsnRow
make_row (Pasting *pasting,
          guint    row,
          GError **error)
{
  const LsnCells *cells = pasting->cells;
  const LsnColumn *needs = lsn_table_needs (cells->table);
  LsnValue values[2] = { LSN_EMPTY, LSN_EMPTY };
  guint n = 0;
  LsnRow made;

  /* What is read first borrows nothing from the reader: it is a reference. */
  for (; needs[n] != LSN_NO_COLUMN; n++)
    if (!read_needed (pasting, row, needs[n], &values[n], error))
      return LSN_NO_ROW;
  made = lsn_cells_insert (cells->map, cells->table, needs, values, n, error);
  if (made != LSN_NO_ROW)
    g_array_append_val (pasting->made, made);
  return made;
}

static gboolean
paste_row (Pasting *pasting,
           guint    row,
           GError **error)
{
  const LsnCells *cells = pasting->cells;
  LsnRow to = cells->rows[row];

  if (to == LSN_NO_ROW && is_blank (pasting, row))
    return TRUE;
  if (to == LSN_NO_ROW)
    to = make_row (pasting, row, error);
  if (to == LSN_NO_ROW)
    return FALSE;

  for (guint i = 0; i < cells->n_columns; i++)
    {
      LsnValue value;
      GError *reason = NULL;

      if (!read_at (pasting, row, i, &value, error))
        return FALSE;
      if (!lsn_cells_set (cells->map, cells->table, to, cells->columns[i], value, &reason))
        return prefix (pasting, row, cells->columns[i], reason, error);
    }
  return TRUE;
}

/**
 * lsn_cells_paste:
 * @block: what to put there; repeated when the cells are more; not empty
 * @place: (nullable): called with the actors that were made
 * @made: (out) (transfer full) (optional): the rows that were made, of LsnRow
 * @error: the first reason, with its row of @block and its column; then nothing is changed
 *
 * Cost: O(cells), and O(actors and their names) once when names are looked up.
 *
 * Returns: whether all of it was put there
 */
gboolean
lsn_cells_paste (const LsnCells *cells,
                 const LsnBlock *block,
                 LsnPlaceNew     place,
                 gpointer        data,
                 GArray        **made,
                 GError        **error)
{
  g_autoptr (LsnCellReader) reader = lsn_cell_reader_new (cells->map);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  Pasting pasting = { cells, block, reader, rows };

  g_return_val_if_fail (lsn_block_n_columns (block) > 0, FALSE);

  lsn_map_begin (cells->map, _("Paste"), NULL);
  for (guint row = 0; row < cells->n_rows; row++)
    if (!paste_row (&pasting, row, error))
      {
        lsn_map_rollback (cells->map);
        return FALSE;
      }
  if (place != NULL && cells->table == LSN_TABLE_ACTORS && rows->len > 0)
    place ((const LsnRow *) (gpointer) rows->data, rows->len, data);
  lsn_map_commit (cells->map);
  if (made != NULL)
    *made = g_steal_pointer (&rows);
  return TRUE;
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
