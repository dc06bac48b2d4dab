/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* One table of the map as a spreadsheet: a cursor that the keyboard moves, a block of cells, cells edited in place, new rows
 * typed at the end. Signal "message" (char *sentence, gboolean can_undo). */

#define LSN_TYPE_SHEET (lsn_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LsnSheet, lsn_sheet, LSN, SHEET, GtkWidget)

GtkWidget      *lsn_sheet_new          (LsnTable table);
void            lsn_sheet_set_document (LsnSheet    *sheet,
                                        LsnDocument *document,
                                        LsnCanvas   *canvas);
void            lsn_sheet_go_to        (LsnSheet *sheet,
                                        LsnRow    row,
                                        LsnColumn column);
guint           lsn_sheet_n_rows       (LsnSheet *sheet);
LsnMap         *lsn_sheet_get_map      (LsnSheet *sheet);
LsnTable        lsn_sheet_get_table    (LsnSheet *sheet);
GArray         *lsn_sheet_list_columns (LsnSheet *sheet);
gboolean        lsn_sheet_shows_column (LsnSheet *sheet,
                                        LsnColumn column);
gboolean        lsn_sheet_show_column  (LsnSheet *sheet,
                                        LsnColumn column,
                                        gboolean  shown);
void            lsn_sheet_keep_look    (LsnSheet *sheet,
                                        GKeyFile *keys);
void            lsn_sheet_restore_look (LsnSheet *sheet,
                                        GKeyFile *keys);
const LsnAccel *lsn_sheet_accels       (guint *n_accels);

G_END_DECLS
