/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* One column of the selected rows as a field shows it: one value that all share, none, or several. Changing it changes all
 * rows in one transaction; the steps of one gesture (a word typed, a slider dragged) are one step of undo.
 *
 * Signals: "changed" (): what is shown may be another. "refused" (char *sentence): the value was not taken. */

#define LSN_TYPE_CELL (lsn_cell_get_type ())
G_DECLARE_FINAL_TYPE (LsnCell, lsn_cell, LSN, CELL, GObject)

typedef enum
{
  LSN_CELL_EMPTY,
  LSN_CELL_SHARED,
  LSN_CELL_MIXED,
} LsnCellState;

LsnCell             *lsn_cell_new (LsnMap   *map,
                                   LsnTable  table,
                                   LsnColumn column);
void                 lsn_cell_set_rows (LsnCell      *cell,
                                        const LsnRow *rows,
                                        guint         n_rows);
void                 lsn_cell_refresh     (LsnCell *cell);
LsnMap              *lsn_cell_get_map     (LsnCell *cell);
LsnTable             lsn_cell_get_table   (LsnCell *cell);
LsnColumn            lsn_cell_get_column  (LsnCell *cell);
const LsnRow        *lsn_cell_get_rows    (LsnCell *cell,
                                           guint   *n_rows);
const LsnColumnSpec *lsn_cell_get_spec    (LsnCell *cell);
LsnCellState         lsn_cell_get (LsnCell  *cell,
                                   LsnValue *value);
char                *lsn_cell_dup_text    (LsnCell *cell);
gboolean             lsn_cell_set (LsnCell *cell,
                                   LsnValue value);
gboolean             lsn_cell_set_text (LsnCell    *cell,
                                        const char *text);
void                 lsn_cell_refuse      (LsnCell    *cell,
                                           const char *sentence);
void                 lsn_cell_end_gesture (LsnCell *cell);
char                *lsn_clean_text       (const char *text);

G_END_DECLS
