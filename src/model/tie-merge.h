/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/conflicts.h"

G_BEGIN_DECLS

/* Ties between the same two actors that turn out to be one. */

GArray  *lsn_ties_parallel  (LsnMap *map,
                             LsnRow  tie);
gboolean lsn_ties_join_same (LsnMap       *map,
                             const LsnRow *ties,
                             guint         n_ties);
GArray  *lsn_ties_conflicts (LsnMap       *map,
                             const LsnRow *ties,
                             guint         n_ties);
char    *lsn_tie_cell_words (LsnMap   *map,
                             LsnRow    into,
                             LsnRow    tie,
                             LsnColumn column);
gboolean lsn_ties_merge     (LsnMap       *map,
                             LsnRow        into,
                             const LsnRow *others,
                             guint         n_others,
                             GHashTable   *choices,
                             GError      **error);

G_END_DECLS
