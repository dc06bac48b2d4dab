/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

/* What a column of the user's own is called and holds: typed here, and refused here when it cannot be. Signal
 * "made" (guint column): a column was added. */

#define LSN_TYPE_COLUMN_EDITOR (lsn_column_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnColumnEditor, lsn_column_editor, LSN, COLUMN_EDITOR, GtkPopover)

GtkWidget *lsn_column_editor_new (LsnMap   *map,
                                  LsnTable  table,
                                  LsnColumn column);

G_END_DECLS
