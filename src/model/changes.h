/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* What one transaction changed: sorted arrays of rows per table. A row that was inserted and removed in the same
 * transaction is in neither. Boxed, reference-counted. */

#define LSN_TYPE_CHANGES (lsn_changes_get_type ())
GType         lsn_changes_get_type (void);
LsnChanges   *lsn_changes_ref      (LsnChanges *changes);
void          lsn_changes_unref    (LsnChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnChanges, lsn_changes_unref)

/* Sorted, borrowed; @n_rows is set. */
const LsnRow *lsn_changes_inserted (LsnChanges *changes, LsnTable table, guint *n_rows);
const LsnRow *lsn_changes_removed  (LsnChanges *changes, LsnTable table, guint *n_rows);
const LsnRow *lsn_changes_altered  (LsnChanges *changes, LsnTable table, guint *n_rows);
/* Whether any cell of that column changed in a row that stayed */
gboolean      lsn_changes_touch_column (LsnChanges *changes, LsnTable table, LsnColumn column);
gboolean      lsn_changes_columns  (LsnChanges *changes, LsnTable table); /* columns came, went or were altered */
gboolean      lsn_changes_is_undo  (LsnChanges *changes);                 /* an undo or a redo */
/* Only places of actors changed */
gboolean      lsn_changes_only_places (LsnChanges *changes);

G_END_DECLS
