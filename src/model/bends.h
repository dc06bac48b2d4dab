/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"
#include "model/points.h"

G_BEGIN_DECLS

/* Where the lines of ties are bent by hand, and how that follows those whom they join. */

GArray  *lsn_bends_get    (LsnMap *map,
                           LsnRow  tie);
gboolean lsn_bends_set    (LsnMap         *map,
                           LsnRow          tie,
                           const LsnPoint *bends,
                           guint           n_bends,
                           GError        **error);
GArray  *lsn_bends_note   (LsnMap     *map,
                           GHashTable *actors);
void     lsn_bends_follow (LsnMap *map,
                           GArray *notes);

G_END_DECLS
