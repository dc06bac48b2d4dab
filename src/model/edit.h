/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* The only way to change a map: primitives inside a transaction. Each records its inverse; undo and redo replay them
 * through the same primitives. Transactions nest: the outermost one counts, its label is the one kept. */

/**
 * lsn_map_begin:
 * @label: translated, in the imperative ("Move 3 Actors"), shown as what undo will undo
 * @merge_key: (nullable): a transaction joins the one before it when both have the same key and no other came between
 */
void     lsn_map_begin    (LsnMap     *map,
                           const char *label,
                           const char *merge_key);
gboolean lsn_map_commit   (LsnMap *map);         /* whether anything changed */
/* Ends one lsn_map_begin () as lsn_map_commit () does, but the outermost goes back to where it began. */
void     lsn_map_rollback (LsnMap *map);
gboolean lsn_map_in_transaction (LsnMap *map);

/* @id NULL: a random one that no row ever had. Gives LSN_NO_ROW and an error when the id is taken. */
LsnRow   lsn_map_insert_row (LsnMap     *map,
                             LsnTable    table,
                             const char *id,
                             GError    **error);
/* What refers to the row is cleared, goes with it, or refuses, as the columns say. */
gboolean lsn_map_remove_row (LsnMap  *map,
                             LsnTable table,
                             LsnRow   row,
                             GError **error);
gboolean lsn_map_set        (LsnMap   *map,
                             LsnTable  table,
                             LsnRow    row,
                             LsnColumn column,
                             LsnValue  value,
                             GError  **error);

/* Conveniences over lsn_map_set (); a NaN number and an empty text are empty. */
gboolean lsn_map_set_text      (LsnMap *map, LsnTable table, LsnRow row, LsnColumn column, const char *text, GError **error);
gboolean lsn_map_set_number    (LsnMap *map, LsnTable table, LsnRow row, LsnColumn column, double number, GError **error);
gboolean lsn_map_set_boolean   (LsnMap *map, LsnTable table, LsnRow row, LsnColumn column, int boolean, GError **error);
gboolean lsn_map_set_reference (LsnMap *map, LsnTable table, LsnRow row, LsnColumn column, LsnRow to, GError **error);

/* Rows with what they need at the least, in one call; a failure leaves nothing behind. @kind may be LSN_NO_ROW, @x and @y NaN. */
LsnRow   lsn_map_insert_actor  (LsnMap *map, const char *id, const char *name, LsnRow kind, double x, double y, GError **error);
LsnRow   lsn_map_insert_tie    (LsnMap *map, const char *id, LsnRow source, LsnRow target, LsnRow kind, GError **error);

/* The same three primitives for columns; everything in @spec is copied. */
LsnColumn lsn_map_insert_column (LsnMap              *map,
                                 LsnTable             table,
                                 const LsnColumnSpec *spec,
                                 GError             **error);
gboolean  lsn_map_remove_column (LsnMap   *map,
                                 LsnTable  table,
                                 LsnColumn column,
                                 GError  **error);
gboolean  lsn_map_alter_column  (LsnMap              *map,
                                 LsnTable             table,
                                 LsnColumn            column,
                                 const LsnColumnSpec *spec,
                                 GError             **error);

/* A bare map is being loaded: it may be edited outside transactions, records nothing and emits nothing, until
 * lsn_map_forget_history () hands it over: its history is empty and it counts as saved. */
gboolean  lsn_map_is_loading    (LsnMap *map);
gboolean  lsn_map_set_id        (LsnMap     *map,      /* of the map row, while loading; cleaned */
                                 const char *id);
void      lsn_map_forget_history (LsnMap *map);

/* History. Steps are without limit in number; when their bytes pass the budget the oldest are dropped. */
gboolean    lsn_map_can_undo     (LsnMap *map);
gboolean    lsn_map_can_redo     (LsnMap *map);
const char *lsn_map_undo_label   (LsnMap *map);   /* NULL when there is none */
const char *lsn_map_redo_label   (LsnMap *map);
gboolean    lsn_map_undo         (LsnMap *map);
gboolean    lsn_map_take_back    (LsnMap *map);   /* undoes and forgets */
gboolean    lsn_map_redo         (LsnMap *map);
/* All steps, the oldest first; those beyond lsn_map_n_done () were undone and may be redone. */
guint       lsn_map_n_steps      (LsnMap *map);
guint       lsn_map_n_done       (LsnMap *map);
gboolean    lsn_map_history_is_whole (LsnMap *map); /* nothing was dropped */
const char *lsn_map_step_label   (LsnMap *map,
                                  guint   step);
gboolean    lsn_map_go_to_step   (LsnMap *map,
                                  guint   n_done);
void        lsn_map_set_history_budget (LsnMap *map,
                                        gsize   bytes);
void        lsn_map_mark_saved   (LsnMap *map,
                                  guint64 revision); /* of the snapshot that was written */
gboolean    lsn_map_is_modified  (LsnMap *map);

/* Signals of LsnMap:
 *   "changed" (LsnChanges *changes): once per transaction, undo and redo
 *   "history" (): what can be undone and redone, or the saved mark, is another
 *   "replaced" (guint table, char *id, char *by): one row has taken the place of another, which is gone */

G_END_DECLS
