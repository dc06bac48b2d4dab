/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Cells as people read and type them: kinds and actors by name, choices by their labels, numbers and dates as the desktop
 * writes them. */

char          *lsn_cell_words         (LsnMap   *map,
                                       LsnTable  table,
                                       LsnRow    row,
                                       LsnColumn column);
char          *lsn_value_words        (LsnMap              *map,
                                       const LsnColumnSpec *spec,
                                       LsnValue             value);

/* Reads many cells in one go: names are looked up in an index, which does not see what changes later. */
typedef struct _LsnCellReader LsnCellReader;

LsnCellReader *lsn_cell_reader_new    (LsnMap *map);
void           lsn_cell_reader_free   (LsnCellReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnCellReader, lsn_cell_reader_free)
void           lsn_cell_reader_make   (LsnCellReader *reader,
                                       GArray        *actors,
                                       GArray        *kinds);
gboolean       lsn_cell_reader_read   (LsnCellReader *reader,
                                       LsnTable       table,
                                       LsnColumn      column,
                                       const char    *words,
                                       LsnValue      *value,
                                       GError       **error);

G_END_DECLS
