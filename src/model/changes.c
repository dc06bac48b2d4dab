/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/changes.h"

#include "model/map-private.h"

struct _LsnChanges
{
  int      references;
  GArray  *inserted[LSN_N_TABLES]; /* LsnRow, sorted; NULL when there are none */
  GArray  *removed[LSN_N_TABLES];
  GArray  *altered[LSN_N_TABLES];
  GArray  *touched[LSN_N_TABLES];  /* guint8 by column: cells of rows that stayed */
  gboolean columns[LSN_N_TABLES];
  gboolean is_undo;
};

G_DEFINE_BOXED_TYPE (LsnChanges, lsn_changes, lsn_changes_ref, lsn_changes_unref)

/* What happened to a row, in the order of its records. */
enum
{
  TOUCHED = 1 << 0,
  WAS_THERE = 1 << 1, /* known from the first record that put it in or took it out */
  WAS_NOT = 1 << 2,
};

/**
 * lsn_changes_ref:
 * @changes: what a transaction changed
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @changes
 */
LsnChanges *
lsn_changes_ref (LsnChanges *changes)
{
  g_atomic_int_inc (&changes->references);
  return changes;
}

/**
 * lsn_changes_unref:
 * @changes: (transfer full): what a transaction changed
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_changes_unref (LsnChanges *changes)
{
  if (!g_atomic_int_dec_and_test (&changes->references))
    return;

  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      g_clear_pointer (&changes->inserted[i], g_array_unref);
      g_clear_pointer (&changes->removed[i], g_array_unref);
      g_clear_pointer (&changes->altered[i], g_array_unref);
      g_clear_pointer (&changes->touched[i], g_array_unref);
    }

  g_free (changes);
}

static void
add_row (GArray **rows,
         LsnRow   row)
{
  if (*rows == NULL)
    *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_append_val (*rows, row);
}

static void
mark (guint8          *marks,
      const LsnRecord *record)
{
  guint8 known = *marks & (WAS_THERE | WAS_NOT);

  *marks |= TOUCHED;
  if (known == 0 && record->op == LSN_RECORD_REMOVE_ROW)
    *marks |= WAS_NOT;
  else if (known == 0 && record->op == LSN_RECORD_INSERT_ROW)
    *marks |= WAS_THERE;
}

static void
sort_out_row (LsnChanges *changes,
              LsnMap     *map,
              LsnTable    table,
              LsnRow      row,
              guint8      marks)
{
  gboolean is_there = lsn_map_has (map, table, row);
  gboolean was_there = (marks & WAS_NOT) == 0;

  if (is_there && was_there)
    add_row (&changes->altered[table], row);
  else if (is_there)
    add_row (&changes->inserted[table], row);
  else if (was_there)
    add_row (&changes->removed[table], row);
}

static void
touch (LsnChanges      *changes,
       const LsnRecord *record)
{
  GArray **touched = &changes->touched[record->table];

  if (*touched == NULL)
    *touched = g_array_new (FALSE, TRUE, sizeof (guint8));
  if ((*touched)->len <= record->column)
    g_array_set_size (*touched, record->column + 1u);

  g_array_index (*touched, guint8, record->column) = TRUE;
}

static gboolean
is_row_record (const LsnRecord *record,
               LsnTable         table)
{
  return record->table == table && record->op <= LSN_RECORD_REMOVE_ROW;
}

static void
sort_out_table (LsnChanges *changes,
                LsnMap     *map,
                LsnTable    table,
                GArray     *records,
                LsnRow      least,
                LsnRow      greatest)
{
  g_autofree guint8 *marks = g_new0 (guint8, greatest - least + 1);

  for (guint i = 0; i < records->len; i++)
    {
      const LsnRecord *record = &g_array_index (records, LsnRecord, i);

      if (is_row_record (record, table))
        mark (&marks[record->row - least], record);
    }

  for (LsnRow row = least; row <= greatest; row++)
    if (marks[row - least] != 0)
      sort_out_row (changes, map, table, row, marks[row - least]);

  for (guint i = 0; i < records->len; i++)
    {
      const LsnRecord *record = &g_array_index (records, LsnRecord, i);

      if (record->table == table && record->op == LSN_RECORD_SET && (marks[record->row - least] & WAS_NOT) == 0 &&
          lsn_map_has (map, table, record->row))
        touch (changes, record);
    }
}

/**
 * lsn_changes_new:
 * @map: a map after a transaction, undo or redo
 * @records: the inverses of what was done, oldest first
 * @is_undo: whether it was an undo or redo
 *
 * O(records + span of the handles that they touch).
 *
 * Returns: (transfer full): what changed
 */
LsnChanges *
lsn_changes_new (LsnMap  *map,
                 GArray  *records,
                 gboolean is_undo)
{
  LsnChanges *changes = g_new0 (LsnChanges, 1);
  LsnRow least[LSN_N_TABLES] = { 0 };
  LsnRow greatest[LSN_N_TABLES] = { 0 };

  changes->references = 1;
  changes->is_undo = is_undo;

  for (guint i = 0; i < records->len; i++)
    {
      const LsnRecord *record = &g_array_index (records, LsnRecord, i);
      LsnTable table = (LsnTable) record->table;

      if (!is_row_record (record, table))
        {
          changes->columns[table] = TRUE;
          continue;
        }
      least[table] = least[table] == 0 ? record->row : MIN (least[table], record->row);
      greatest[table] = MAX (greatest[table], record->row);
    }

  for (guint table = 0; table < LSN_N_TABLES; table++)
    if (greatest[table] != 0)
      sort_out_table (changes, map, (LsnTable) table, records, least[table], greatest[table]);

  return changes;
}

static const LsnRow *
rows_of (GArray *rows,
         guint  *n_rows)
{
  *n_rows = rows != NULL ? rows->len : 0;
  return rows != NULL ? (const LsnRow *) (gpointer) rows->data : NULL;
}

/**
 * lsn_changes_inserted:
 * @changes: changes
 * @table: a table
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows): the rows that came, sorted; borrowed, %NULL when there are none
 */
const LsnRow *
lsn_changes_inserted (LsnChanges *changes,
                      LsnTable    table,
                      guint      *n_rows)
{
  return rows_of (changes->inserted[table], n_rows);
}

/**
 * lsn_changes_removed:
 * @changes: what a transaction changed
 * @table: a table
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows) (transfer none): the rows that are gone, and were there before
 */
const LsnRow *
lsn_changes_removed (LsnChanges *changes,
                     LsnTable    table,
                     guint      *n_rows)
{
  return rows_of (changes->removed[table], n_rows);
}

/**
 * lsn_changes_altered:
 * @changes: what a transaction changed
 * @table: a table
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows) (transfer none): the rows that were and are there, with another value in some cell
 */
const LsnRow *
lsn_changes_altered (LsnChanges *changes,
                     LsnTable    table,
                     guint      *n_rows)
{
  return rows_of (changes->altered[table], n_rows);
}

/**
 * lsn_changes_touch_column:
 * @changes: what a transaction changed
 * @table: a table
 * @column: a column of it
 *
 * Returns: whether any cell of that column changed in a row that stayed
 */
gboolean
lsn_changes_touch_column (LsnChanges *changes,
                          LsnTable    table,
                          LsnColumn   column)
{
  GArray *touched = changes->touched[table];

  return touched != NULL && column < touched->len && g_array_index (touched, guint8, column);
}

/**
 * lsn_changes_columns:
 * @changes: what a transaction changed
 * @table: a table
 *
 * Returns: whether columns of that table came, went or were described anew
 */
gboolean
lsn_changes_columns (LsnChanges *changes,
                     LsnTable    table)
{
  return changes->columns[table];
}

/**
 * lsn_changes_is_undo:
 * @changes: what a transaction changed
 *
 * Returns: whether an undo or a redo made them
 */
gboolean
lsn_changes_is_undo (LsnChanges *changes)
{
  return changes->is_undo;
}

/**
 * lsn_changes_only_places:
 * @changes: changes
 *
 * Returns: whether nothing but the places of actors that stayed is another
 */
gboolean
lsn_changes_only_places (LsnChanges *changes)
{
  GArray *touched = changes->touched[LSN_TABLE_ACTORS];

  for (guint table = 0; table < LSN_N_TABLES; table++)
    if (changes->inserted[table] != NULL || changes->removed[table] != NULL || changes->columns[table] ||
        (changes->altered[table] != NULL && table != LSN_TABLE_ACTORS))
      return FALSE;

  for (guint column = 0; touched != NULL && column < touched->len; column++)
    if (g_array_index (touched, guint8, column) && column != LSN_ACTOR_X && column != LSN_ACTOR_Y)
      return FALSE;

  return touched != NULL;
}
