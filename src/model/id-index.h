/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/store.h"

G_BEGIN_DECLS

/* Rows of a table by their ids: a hash table that a map and its snapshots share until one of both is written to. The ids
 * themselves are in the table's store of ids. */

typedef struct _LsnIdIndex LsnIdIndex;

LsnIdIndex *lsn_id_index_new    (void);
LsnIdIndex *lsn_id_index_ref    (LsnIdIndex *index);
void        lsn_id_index_unref  (LsnIdIndex *index);
LsnRow      lsn_id_index_find   (const LsnIdIndex *index,
                                 const LsnStore   *ids,
                                 const char       *id);
void        lsn_id_index_add    (LsnIdIndex **index,
                                 const char  *id,
                                 LsnRow       row);
void        lsn_id_index_remove (LsnIdIndex **index,
                                 const char  *id,
                                 LsnRow       row);

G_END_DECLS
