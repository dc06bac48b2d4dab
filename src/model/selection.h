/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* The selected actors, ties and notes of one window, by row. Follows its map: removed rows leave it. Has one focused row, the
 * last one selected. Signal "changed" ().
 *
 * Undo and redo bring back what was selected when the map was last as it is then: what a gesture worked on before it is
 * undone, what it left selected after it is redone. So a layout that was started with nothing selected selects nothing, and a
 * container that was moved is selected and not what is inside it. When what comes back has nothing to do with what changed (a
 * cell that was edited elsewhere), or is not known (only the last 256 states of the map are), the changed rows are selected
 * instead, so that one sees what happened; but not when only places changed, and not more than 50 rows. */

#define LSN_TYPE_SELECTION (lsn_selection_get_type ())
G_DECLARE_FINAL_TYPE (LsnSelection, lsn_selection, LSN, SELECTION, GObject)

LsnSelection *lsn_selection_new       (LsnMap       *map);
guint         lsn_selection_n_rows    (LsnSelection *selection, LsnTable table);
const LsnRow *lsn_selection_rows      (LsnSelection *selection, LsnTable table, guint *n_rows); /* sorted, borrowed */
gboolean      lsn_selection_contains  (LsnSelection *selection, LsnTable table, LsnRow row);
gboolean      lsn_selection_is_empty  (LsnSelection *selection);
void          lsn_selection_clear     (LsnSelection *selection);
void          lsn_selection_select    (LsnSelection *selection, LsnTable table, LsnRow row); /* only this */
void          lsn_selection_add       (LsnSelection *selection, LsnTable table, LsnRow row);
void          lsn_selection_toggle    (LsnSelection *selection, LsnTable table, LsnRow row);
/* Replaces the selection in one step; arrays may be NULL when their count is 0. */
void          lsn_selection_set       (LsnSelection *selection,
                                       const LsnRow *actors, guint n_actors,
                                       const LsnRow *ties, guint n_ties);
void          lsn_selection_set_with_notes (LsnSelection *selection,
                                            const LsnRow *actors, guint n_actors,
                                            const LsnRow *ties, guint n_ties,
                                            const LsnRow *notes, guint n_notes);
void          lsn_selection_select_all (LsnSelection *selection);
/* The focused row: where the keyboard is. FALSE when there is none. */
gboolean      lsn_selection_get_focus (LsnSelection *selection, LsnTable *table, LsnRow *row);
void          lsn_selection_set_focus (LsnSelection *selection, LsnTable table, LsnRow row); /* selects nothing */

G_END_DECLS
