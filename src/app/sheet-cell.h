/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

/* A cell that the view of a sheet has made: shows whatever row it is bound to. */

#define LSN_TYPE_SHEET_CELL (lsn_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (LsnSheetCell, lsn_sheet_cell, LSN, SHEET_CELL, GtkWidget)

typedef enum
{
  LSN_CELL_IN_BLOCK = 1 << 0,
  LSN_CELL_CURSOR = 1 << 1,
} LsnCellMarks;

GtkWidget *lsn_sheet_cell_new         (LsnSheet    *sheet,
                                       GtkListItem *item,
                                       LsnColumn    column);
void       lsn_sheet_cell_show        (LsnSheetCell *cell);
gboolean   lsn_sheet_cell_is_bound    (LsnSheetCell *cell);
LsnRow     lsn_sheet_cell_get_row     (LsnSheetCell *cell);
LsnColumn  lsn_sheet_cell_get_column  (LsnSheetCell *cell);

G_END_DECLS
