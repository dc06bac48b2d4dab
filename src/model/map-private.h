/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"
#include "model/id-index.h"
#include "model/links.h"
#include "model/map.h"
#include "model/shared-text.h"
#include "model/store.h"

G_BEGIN_DECLS

/* How the files of the layer see a map.
 *
 * A change goes through three floors: the primitives of edit.h check what they are told and turn values into cells; apply.c
 * puts cells, rows and columns in place, keeps ids and adjacency right and records the inverse; history.c replays
 * recorded inverses through apply.c again. Nothing else writes. */

/* A description of a column that a map holds: immutable, counted atomically, shared with snapshots. */
typedef struct _LsnDescription LsnDescription;

LsnDescription      *lsn_description_new     (const LsnColumnSpec *spec);
LsnDescription      *lsn_description_builtin (const LsnColumnSpec *spec);
LsnDescription      *lsn_description_ref     (LsnDescription *description);
void                 lsn_description_unref   (LsnDescription *description);
const LsnColumnSpec *lsn_description_spec    (const LsnDescription *description);
LsnStoreType         lsn_column_store_type   (LsnColumnType type);

/* One column of one map: its description and its cells. */
typedef struct
{
  const LsnColumnSpec *spec;       /* of @description */
  LsnDescription      *description;
  LsnStore             store;
} LsnField;

LsnField *lsn_field_new   (LsnDescription *description); /* takes it */
LsnField *lsn_field_share (const LsnField *field);
void      lsn_field_free  (LsnField *field);

typedef struct
{
  GPtrArray  *fields;  /* LsnField by column handle; NULL where a column was removed */
  LsnStore    ids;     /* a row is there when it has an id */
  LsnIdIndex *index;
  LsnRow      max_row; /* greatest handle ever given */
} LsnTableData;

/**
 * LsnRecord:
 *
 * One inverse: what to do to go back. Owns its cell's text, id or field.
 */
typedef enum
{
  LSN_RECORD_SET,
  LSN_RECORD_INSERT_ROW,
  LSN_RECORD_REMOVE_ROW,
  LSN_RECORD_INSERT_COLUMN,
  LSN_RECORD_REMOVE_COLUMN,
  LSN_RECORD_SWAP_COLUMN,
} LsnRecordOp;

typedef struct
{
  guint8  op;
  guint8  table : 7;
  guint8  is_text : 1; /* @cell owns a text */
  guint16 column;
  LsnRow  row;
  union
  {
    LsnCell   cell;
    char     *id;
    LsnField *field;
  };
} LsnRecord;

typedef struct _LsnHistory LsnHistory;

struct _LsnMap
{
  GObject       parent_instance;

  LsnOrigin    *origin;
  LsnTableData  tables[LSN_N_TABLES];
  LsnLinks      out;      /* ties by source */
  LsnLinks      in;       /* ties by target */
  LsnLinks      inside;   /* actors by parent */
  LsnRow        the_row;
  guint64       revision;

  /* Of the map itself; NULL or 0 in a snapshot */
  LsnTextPool  *pool;
  LsnHistory   *history;
  GArray       *records;  /* LsnRecord; where apply.c writes inverses, NULL while loading */
  guint64       last_revision;
  guint         depth;    /* of transactions */
  guint         is_snapshot : 1;
  guint         is_loading : 1;
  guint         is_doomed : 1;   /* an inner transaction was rolled back */
  guint         is_touched : 1;  /* the revision was renewed since the last snapshot */
};

static inline LsnField *
lsn_map_field (LsnMap   *map,
               LsnTable  table,
               LsnColumn column)
{
  GPtrArray *fields = map->tables[table].fields;

  return column < fields->len ? g_ptr_array_index (fields, column) : NULL;
}

static inline gboolean
lsn_map_has (LsnMap  *map,
             LsnTable table,
             LsnRow   row)
{
  return lsn_store_text (&map->tables[table].ids, row) != NULL;
}

/* apply.c */
void     lsn_apply_set           (LsnMap   *map,
                                  LsnTable  table,
                                  LsnRow    row,
                                  LsnColumn column,
                                  LsnCell   cell);
void     lsn_apply_insert_row    (LsnMap  *map,
                                  LsnTable table,
                                  LsnRow   row,
                                  char    *id);
void     lsn_apply_remove_row    (LsnMap  *map,
                                  LsnTable table,
                                  LsnRow   row);
void     lsn_apply_insert_column (LsnMap   *map,
                                  LsnTable  table,
                                  LsnColumn column,
                                  LsnField *field);
void     lsn_apply_remove_column (LsnMap   *map,
                                  LsnTable  table,
                                  LsnColumn column);
void     lsn_apply_swap_column   (LsnMap   *map,
                                  LsnTable  table,
                                  LsnColumn column,
                                  LsnField *field);
void     lsn_apply_record        (LsnMap    *map,
                                  LsnRecord *record);
void     lsn_apply_back_to       (LsnMap *map,
                                  GArray *records,
                                  guint   length);
void     lsn_record_clear        (LsnRecord *record);
gsize    lsn_record_bytes        (const LsnRecord *record);
GArray  *lsn_records_new         (void);

/* check.c: values into cells */
gboolean lsn_value_refuse        (GError    **error,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (2, 3);
gboolean lsn_check_value         (LsnMap              *map,
                                  const LsnColumnSpec *spec,
                                  LsnValue             value,
                                  GError             **error);
LsnCell  lsn_cell_of_value       (LsnMap              *map,
                                  const LsnColumnSpec *spec,
                                  LsnValue             value);
LsnValue lsn_value_of_cell       (const LsnColumnSpec *spec,
                                  LsnCell              cell);
gboolean lsn_check_circle        (LsnMap   *map,
                                  LsnTable  table,
                                  LsnRow    row,
                                  LsnColumn column,
                                  LsnRow    to,
                                  GError  **error);
gboolean lsn_check_id            (LsnMap     *map,
                                  LsnTable    table,
                                  const char *id,
                                  GError    **error);
gboolean lsn_value_parse         (LsnMap              *map,
                                  const LsnColumnSpec *spec,
                                  const char          *text,
                                  LsnValue            *value,
                                  GError             **error);
char    *lsn_value_format        (LsnMap              *map,
                                  const LsnColumnSpec *spec,
                                  LsnValue             value);

/* transaction.c */
gboolean lsn_map_may_edit        (LsnMap *map);
char    *lsn_map_take_id         (LsnMap  *map,
                                  LsnTable table);

/* changes.c */
LsnChanges *lsn_changes_new      (LsnMap  *map,
                                  GArray  *records,
                                  gboolean is_undo);

/* history.c */
LsnHistory *lsn_history_new      (void);
void        lsn_history_free     (LsnHistory *history);
void        lsn_history_forget   (LsnMap *map);
void        lsn_history_open     (LsnMap     *map,
                                  const char *label,
                                  const char *merge_key);
guint64     lsn_history_close    (LsnMap *map);
void        lsn_history_add      (LsnMap *map,
                                  GArray *records);
void        lsn_map_emit_changed (LsnMap     *map,
                                  LsnChanges *changes);
void     lsn_map_emit_replaced (LsnMap     *map,
                                LsnTable    table,
                                const char *id,
                                const char *by);

G_END_DECLS
