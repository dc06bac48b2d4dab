/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

/* The map as tables: one of actors, one of ties, one of other names. Signal "message" (char *sentence, gboolean can_undo). */

#define LSN_TYPE_TABLES (lsn_tables_get_type ())
G_DECLARE_FINAL_TYPE (LsnTables, lsn_tables, LSN, TABLES, GtkWidget)

void lsn_tables_set_document (LsnTables   *tables,
                              LsnDocument *document,
                              LsnCanvas   *canvas);
void lsn_tables_go_to        (LsnTables *tables,
                              LsnTable   table,
                              LsnRow     row,
                              LsnColumn  column);
void lsn_tables_keep_look    (LsnTables *tables,
                              GKeyFile  *keys);
void lsn_tables_follow_selection (LsnTables *tables);
void lsn_tables_restore_look (LsnTables *tables,
                              GKeyFile  *keys);

G_END_DECLS
