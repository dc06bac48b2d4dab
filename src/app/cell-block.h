/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/block.h"
#include "model/map.h"

G_BEGIN_DECLS

/**
 * LsnCells:
 * @rows: (array length=n_rows): %LSN_NO_ROW for a row that is to be made
 * @columns: (array length=n_columns): as they stand side by side
 *
 * A rectangle of cells of one table. Everything here is one labelled transaction, or a sentence and nothing done.
 */
typedef struct
{
  LsnMap          *map;
  LsnTable         table;
  const LsnRow    *rows;
  guint            n_rows;
  const LsnColumn *columns;
  guint            n_columns;
} LsnCells;

LsnBlock *lsn_cells_copy      (const LsnCells *cells);
gboolean  lsn_cells_fill_down (const LsnCells *cells,
                               LsnRow          from,
                               GError        **error);
gboolean  lsn_cells_empty     (const LsnCells *cells,
                               const char     *label,
                               GError        **error);

/* What a row of the table cannot be without; LSN_NO_COLUMN ends them. */
const LsnColumn *lsn_table_needs   (LsnTable table);
gboolean         lsn_cells_set     (LsnMap   *map,
                                    LsnTable  table,
                                    LsnRow    row,
                                    LsnColumn column,
                                    LsnValue  value,
                                    GError  **error);
LsnRow           lsn_cells_insert  (LsnMap          *map,
                                    LsnTable         table,
                                    const LsnColumn *columns,
                                    const LsnValue  *values,
                                    guint            n_values,
                                    GError         **error);

G_END_DECLS
