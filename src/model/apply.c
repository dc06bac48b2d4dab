/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map-private.h"

/* The floor below the primitives: puts cells, rows and columns in place as told, keeps ids and adjacency right, and
 * records the inverse. It checks nothing that a user could get wrong. */

static void
record (LsnMap   *map,
        LsnRecord inverse)
{
  if (!map->is_touched)
    {
      map->is_touched = TRUE;
      map->revision = ++map->last_revision;
    }

  if (map->records != NULL)
    g_array_append_val (map->records, inverse);
  else
    lsn_record_clear (&inverse);
}

static LsnLinks *
links_of (LsnMap   *map,
          LsnTable  table,
          LsnColumn column)
{
  if (table == LSN_TABLE_TIES && column == LSN_TIE_SOURCE)
    return &map->out;
  if (table == LSN_TABLE_TIES && column == LSN_TIE_TARGET)
    return &map->in;
  if (table == LSN_TABLE_ACTORS && column == LSN_ACTOR_PARENT)
    return &map->inside;

  return NULL;
}

void
lsn_apply_set (LsnMap   *map,
               LsnTable  table,
               LsnRow    row,
               LsnColumn column,
               LsnCell   cell)
{
  LsnField *field = lsn_map_field (map, table, column);
  LsnCell old = lsn_store_swap (&field->store, row, cell);
  LsnLinks *links = field->store.type == LSN_STORE_ROW ? links_of (map, table, column) : NULL;

  if (links != NULL && old.known)
    lsn_links_remove (links, old.row, row);
  if (links != NULL && cell.known)
    lsn_links_add (links, &field->store, cell.row, row);

  record (map, (LsnRecord) {
    .op = LSN_RECORD_SET,
    .table = (guint8) table,
    .is_text = old.known && field->store.type == LSN_STORE_TEXT,
    .column = (guint16) column,
    .row = row,
    .cell = old,
  });
}

/* @id: (transfer full) */
void
lsn_apply_insert_row (LsnMap  *map,
                      LsnTable table,
                      LsnRow   row,
                      char    *id)
{
  LsnTableData *data = &map->tables[table];

  lsn_store_swap (&data->ids, row, (LsnCell) { .known = TRUE, .text = id });
  lsn_id_index_add (&data->index, id, row);
  data->max_row = MAX (data->max_row, row);

  record (map, (LsnRecord) { .op = LSN_RECORD_REMOVE_ROW, .table = (guint8) table, .row = row });
}

/* Of a row whose cells are all empty and that nothing refers to. */
void
lsn_apply_remove_row (LsnMap  *map,
                      LsnTable table,
                      LsnRow   row)
{
  LsnTableData *data = &map->tables[table];
  LsnCell id = lsn_store_swap (&data->ids, row, LSN_CELL_EMPTY);

  lsn_id_index_remove (&data->index, id.text, row);

  record (map, (LsnRecord) { .op = LSN_RECORD_INSERT_ROW, .table = (guint8) table, .row = row, .id = id.text });
}

/* @field: (transfer full) */
void
lsn_apply_insert_column (LsnMap   *map,
                         LsnTable  table,
                         LsnColumn column,
                         LsnField *field)
{
  GPtrArray *fields = map->tables[table].fields;

  if (column >= fields->len)
    g_ptr_array_set_size (fields, (int) column + 1);
  g_ptr_array_index (fields, column) = field;

  record (map, (LsnRecord) {
    .op = LSN_RECORD_REMOVE_COLUMN, .table = (guint8) table, .column = (guint16) column
  });
}

/* The cells go with the column, and come back with it. */
void
lsn_apply_remove_column (LsnMap   *map,
                         LsnTable  table,
                         LsnColumn column)
{
  GPtrArray *fields = map->tables[table].fields;
  LsnField *field = g_ptr_array_index (fields, column);

  g_ptr_array_index (fields, column) = NULL;

  record (map, (LsnRecord) {
    .op = LSN_RECORD_INSERT_COLUMN, .table = (guint8) table, .column = (guint16) column, .field = field
  });
}

/* @field: (transfer full): the same column with another description and the same cells as that has them */
void
lsn_apply_swap_column (LsnMap   *map,
                       LsnTable  table,
                       LsnColumn column,
                       LsnField *field)
{
  GPtrArray *fields = map->tables[table].fields;
  LsnField *old = g_ptr_array_index (fields, column);

  g_ptr_array_index (fields, column) = field;

  record (map, (LsnRecord) {
    .op = LSN_RECORD_SWAP_COLUMN, .table = (guint8) table, .column = (guint16) column, .field = old
  });
}

/**
 * lsn_apply_record:
 * @map: a map
 * @record: (transfer full): what to do
 *
 * Does what a record says, which records the inverse of that.
 */
void
lsn_apply_record (LsnMap    *map,
                  LsnRecord *record)
{
  LsnTable table = (LsnTable) record->table;

  switch ((LsnRecordOp) record->op)
    {
    case LSN_RECORD_SET:
      lsn_apply_set (map, table, record->row, record->column, record->cell);
      break;

    case LSN_RECORD_INSERT_ROW:
      lsn_apply_insert_row (map, table, record->row, record->id);
      break;

    case LSN_RECORD_REMOVE_ROW:
      lsn_apply_remove_row (map, table, record->row);
      break;

    case LSN_RECORD_INSERT_COLUMN:
      lsn_apply_insert_column (map, table, record->column, record->field);
      break;

    case LSN_RECORD_REMOVE_COLUMN:
      lsn_apply_remove_column (map, table, record->column);
      break;

    case LSN_RECORD_SWAP_COLUMN:
      lsn_apply_swap_column (map, table, record->column, record->field);
      break;

    default:
      g_return_if_reached ();
    }
}

/**
 * lsn_apply_back_to:
 * @map: a map
 * @records: inverses, oldest first
 * @length: how many of them to keep
 *
 * Applies the newest records, newest first, until @length are left.
 */
void
lsn_apply_back_to (LsnMap *map,
                   GArray *records,
                   guint   length)
{
  for (guint i = records->len; i > length; i--)
    {
      LsnRecord taken = g_array_index (records, LsnRecord, i - 1);

      /* What it owns is taken; what is left in the array owns nothing. */
      g_array_index (records, LsnRecord, i - 1) = (LsnRecord) { .op = LSN_RECORD_REMOVE_ROW };
      lsn_apply_record (map, &taken);
    }

  g_array_set_size (records, length);
}

/* Frees what a record owns. */
void
lsn_record_clear (LsnRecord *record)
{
  switch ((LsnRecordOp) record->op)
    {
    case LSN_RECORD_SET:
      if (record->is_text)
        lsn_shared_text_unref (record->cell.text);
      break;

    case LSN_RECORD_INSERT_ROW:
      lsn_shared_text_unref (record->id);
      break;

    case LSN_RECORD_INSERT_COLUMN:
    case LSN_RECORD_SWAP_COLUMN:
      lsn_field_free (record->field);
      break;

    case LSN_RECORD_REMOVE_ROW:
    case LSN_RECORD_REMOVE_COLUMN:
    default:
      break;
    }
}

static void
clear_record (gpointer record)
{
  lsn_record_clear (record);
}

/* An array of inverses, oldest first, that frees what they own. */
GArray *
lsn_records_new (void)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (LsnRecord));

  g_array_set_clear_func (records, clear_record);
  return records;
}

/* What a record costs, with the texts that it holds on to, for the budget of the history. */
gsize
lsn_record_bytes (const LsnRecord *record)
{
  switch ((LsnRecordOp) record->op)
    {
    case LSN_RECORD_SET:
      return sizeof *record + (record->is_text ? lsn_shared_text_length (record->cell.text) : 0);

    case LSN_RECORD_INSERT_ROW:
      return sizeof *record + lsn_shared_text_length (record->id);

    case LSN_RECORD_INSERT_COLUMN:
    case LSN_RECORD_SWAP_COLUMN:
      return sizeof *record + sizeof (LsnField) + record->field->store.n_known * sizeof (LsnCell);

    case LSN_RECORD_REMOVE_ROW:
    case LSN_RECORD_REMOVE_COLUMN:
    default:
      return sizeof *record;
    }
}
