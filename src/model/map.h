/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/schema.h"
#include "model/types.h"
#include "model/value.h"

G_BEGIN_DECLS

/* The map: tables of rows and typed columns, read here, changed by the primitives of edit.h, inside a transaction.
 *
 * A map has one owner thread. A snapshot is a map that nothing can change any more: it may be read from any thread, and
 * whatever leaves the main thread takes one. Readers take an LsnMap and work on both. */

#define LSN_TYPE_MAP (lsn_map_get_type ())
G_DECLARE_FINAL_TYPE (LsnMap, lsn_map, LSN, MAP, GObject)

#define LSN_MODEL_ERROR (lsn_model_error_quark ())
GQuark lsn_model_error_quark (void);

typedef enum
{
  LSN_MODEL_ERROR_VALUE,     /* the cell cannot hold that value; the message says why */
  LSN_MODEL_ERROR_REFERENCE, /* no such row, a circle of containers, or removal refused */
  LSN_MODEL_ERROR_NAME,      /* an id or name that is taken or malformed */
  LSN_MODEL_ERROR_FULL,      /* a limit of the model */
} LsnModelError;

/**
 * LsnOrigin:
 *
 * Where ids, time and the user's name come from. Tests pass a seeded one; lsn_origin_default () uses the system.
 */
typedef struct _LsnOrigin LsnOrigin;
LsnOrigin  *lsn_origin_new_default (void);
LsnOrigin  *lsn_origin_new_seeded  (guint32     seed,
                                    const char *now,    /* ISO 8601 date */
                                    const char *user);
LsnOrigin  *lsn_origin_ref         (LsnOrigin *origin);
void        lsn_origin_unref       (LsnOrigin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnOrigin, lsn_origin_unref)
const char *lsn_origin_user        (LsnOrigin  *origin);                /* who works here; borrowed */
char       *lsn_origin_today       (LsnOrigin *origin);                 /* ISO 8601 date; transfer full */
char       *lsn_origin_make_id     (LsnOrigin *origin);                 /* random, 13 letters and digits; transfer full */
gboolean    lsn_id_looks_made      (const char *id);                    /* whether it may be a random one */

/* A new map has its one map row and the built-in kinds; lsn_map_new_bare () has no kinds (for readers of files). */
LsnMap     *lsn_map_new            (LsnOrigin *origin);
LsnMap     *lsn_map_new_bare       (LsnOrigin *origin);
LsnMap     *lsn_map_snapshot       (LsnMap *map);
/* The same with some actors elsewhere: for pictures of what may be done. */
LsnMap     *lsn_map_snapshot_moved (LsnMap       *map,
                                    const LsnRow *actors,
                                    const double *places, /* x and y of each */
                                    guint         n_actors);
gboolean    lsn_map_is_snapshot    (LsnMap *map);
/* Names the state: another after every change, the earlier one again after undoing back to it. A snapshot keeps its own. */
guint64     lsn_map_get_revision   (LsnMap *map);

/* Rows. Iteration is in the order of insertion; `next` takes the row before, LSN_NO_ROW to begin, and gives LSN_NO_ROW at
 * the end. Removing the current row while iterating is allowed. */
guint       lsn_map_n_rows         (LsnMap  *map,
                                    LsnTable table);
LsnRow      lsn_map_next_row       (LsnMap  *map,
                                    LsnTable table,
                                    LsnRow   after);
gboolean    lsn_map_has_row        (LsnMap  *map,
                                    LsnTable table,
                                    LsnRow   row);
LsnRow      lsn_map_find_row       (LsnMap     *map,
                                    LsnTable    table,
                                    const char *id);
const char *lsn_map_row_id         (LsnMap  *map,
                                    LsnTable table,
                                    LsnRow   row);
void        lsn_map_sort_by_id     (LsnMap  *map,
                                    LsnTable table,
                                    GArray  *rows);       /* of LsnRow; in the order of the bytes of their ids */
LsnRow      lsn_map_max_row        (LsnMap  *map,
                                    LsnTable table);      /* greatest handle ever given: for arrays indexed by row */
LsnRow      lsn_map_the_row        (LsnMap *map);         /* of LSN_TABLE_MAP */

/* Columns: iterate as rows, LSN_NO_COLUMN to begin. */
LsnColumn            lsn_map_next_column (LsnMap   *map,
                                          LsnTable  table,
                                          LsnColumn after);
LsnColumn            lsn_map_find_column (LsnMap     *map,
                                          LsnTable    table,
                                          const char *name);
LsnColumn            lsn_map_find_column_by_id (LsnMap     *map,
                                                LsnTable    table,
                                                const char *id);
const LsnColumnSpec *lsn_map_column_spec (LsnMap   *map,
                                          LsnTable  table,
                                          LsnColumn column);

/* Cells. The typed getters are the fast path; a cell of another type or an empty one gives the empty answer. */
LsnValue    lsn_map_get            (LsnMap   *map,
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
const char *lsn_map_get_text       (LsnMap   *map,        /* NULL when empty */
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
double      lsn_map_get_number     (LsnMap   *map,        /* NaN when empty; integers too */
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
int         lsn_map_get_boolean    (LsnMap   *map,        /* -1 when empty, else 0 or 1 */
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
LsnRow      lsn_map_get_reference  (LsnMap   *map,
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
/* The text that a file or a table shows for a cell (references by id, numbers shortest); NULL when empty. Transfer full. */
char       *lsn_map_format_cell    (LsnMap   *map,
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column);
/* The inverse: the value that @text means in that column, checked. Texts in @value are borrowed from @text. */
gboolean    lsn_map_parse_cell     (LsnMap     *map,
                                    LsnTable    table,
                                    LsnColumn   column,
                                    const char *text,
                                    LsnValue   *value,
                                    GError    **error);

/* How deep containers can be inside one another, and kinds under broader ones. */
#define LSN_MAX_LEVELS 100u

/* Adjacency, O(1) a step. A loop comes once. Children are the actors whose parent is the container. */
LsnRow      lsn_map_next_tie       (LsnMap *map,
                                    LsnRow  actor,
                                    LsnRow  after);
LsnRow      lsn_map_next_child     (LsnMap *map,
                                    LsnRow  container,
                                    LsnRow  after);
gboolean    lsn_map_is_container   (LsnMap *map,
                                    LsnRow  actor);
gboolean    lsn_map_is_inside      (LsnMap *map,          /* @actor is @container or anywhere inside it */
                                    LsnRow  actor,
                                    LsnRow  container);
LsnRow      lsn_map_shown_as       (LsnMap *map,          /* @actor, or the outermost collapsed container that it is in */
                                    LsnRow  actor);

G_END_DECLS
