/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/cell-block.h"

G_BEGIN_DECLS

/* A block of words is put into cells. Rows are made for those beyond the last, and so is who is named in them and not on the
 * map yet: a list of ties can be pasted into an empty map. */

/**
 * LsnPasted:
 * @rows: (element-type LsnRow): the rows that were made
 * @actors: (element-type LsnRow): new actors that other columns name
 * @kinds: (element-type LsnRow): new kinds of ties
 */
typedef struct
{
  GArray *rows;
  GArray *actors;
  GArray *kinds;
} LsnPasted;

LsnPasted *lsn_pasted_new   (void);
void       lsn_pasted_free  (LsnPasted *pasted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnPasted, lsn_pasted_free)
/* What nobody asked for by name, in words: "2 new actors: Iran, Oman". NULL when there is none. Transfer full. */
char      *lsn_pasted_words (const LsnPasted *pasted,
                             LsnMap          *map);

/* Has new actors stand somewhere; within the transaction that makes them. */
typedef void (*LsnPlaceNew) (const LsnRow *actors,
                             guint         n_actors,
                             gpointer      data);

/* Whether the first row says what the columns are called, with something below it. */
gboolean   lsn_cells_has_titles (const LsnCells *cells,
                                 const LsnBlock *block);
gboolean   lsn_cells_paste  (const LsnCells *cells,
                             const LsnBlock *block,
                             LsnPlaceNew     place,
                             gpointer        data,
                             LsnPasted      *pasted,
                             GError        **error);

G_END_DECLS
