/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/store.h"

G_BEGIN_DECLS

/* Who refers to whom, the other way round: for each owner the list of its members, as hidden columns. `first` is by
 * owner, `next` and `before` by member; the first member's `before` is the last one, so both ends are at hand. Members are
 * kept in order of their handles, which makes the order the same after undo and redo. Adding is O(1) at both ends
 * and beside another. */

typedef struct
{
  LsnStore first;
  LsnStore next;
  LsnStore before;
} LsnLinks;

void lsn_links_init   (LsnLinks *links);
void lsn_links_clear  (LsnLinks *links);
void lsn_links_share  (const LsnLinks *links,
                       LsnLinks       *copy);
guint lsn_links_add   (LsnLinks       *links,
                       const LsnStore *owners,
                       LsnRow          owner,
                       LsnRow          member);
void lsn_links_remove (LsnLinks *links,
                       LsnRow    owner,
                       LsnRow    member);

static inline LsnRow
lsn_links_first (const LsnLinks *links,
                 LsnRow          owner)
{
  return lsn_store_row (&links->first, owner);
}

static inline LsnRow
lsn_links_next (const LsnLinks *links,
                LsnRow          member)
{
  return lsn_store_row (&links->next, member);
}

G_END_DECLS
