/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* The cells of rows of one table that become one row: what joining actors and joining ties have in common. */

gboolean lsn_cells_append_note (LsnMap     *map,
                                LsnTable    table,
                                LsnRow      row,
                                LsnColumn   column,
                                const char *text,
                                GError    **error);
char    *lsn_cell_in_words     (LsnMap   *map,
                                LsnTable  table,
                                LsnRow    row,
                                LsnColumn column);
gboolean lsn_cells_take_over   (LsnMap  *map,
                                LsnTable refers_to,
                                LsnRow   into,
                                LsnRow   other,
                                GError **error);

G_END_DECLS
