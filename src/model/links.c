/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/links.h"

void
lsn_links_init (LsnLinks *links)
{
  lsn_store_init (&links->first, LSN_STORE_ROW);
  lsn_store_init (&links->next, LSN_STORE_ROW);
  lsn_store_init (&links->before, LSN_STORE_ROW);
}

void
lsn_links_clear (LsnLinks *links)
{
  lsn_store_clear (&links->first);
  lsn_store_clear (&links->next);
  lsn_store_clear (&links->before);
}

void
lsn_links_share (const LsnLinks *links,
                 LsnLinks       *copy)
{
  lsn_store_share (&links->first, &copy->first);
  lsn_store_share (&links->next, &copy->next);
  lsn_store_share (&links->before, &copy->before);
}

/* The last member whose handle is less than @member's, or %LSN_NO_ROW: walked to from the end, where new rows go. */
static LsnRow
last_below (LsnLinks *links,
            LsnRow    first,
            LsnRow    member)
{
  LsnRow at = lsn_store_row (&links->before, first);

  if (member < first)
    return LSN_NO_ROW;

  while (at > member)
    at = lsn_store_row (&links->before, at);

  return at;
}

/**
 * lsn_links_add:
 * @links: links
 * @owner: who is referred to
 * @member: who refers, in no list of @links
 *
 * O(1) when @member's handle is greater or less than all others of @owner; else O(members).
 */
void
lsn_links_add (LsnLinks *links,
               LsnRow    owner,
               LsnRow    member)
{
  LsnRow first = lsn_store_row (&links->first, owner);
  LsnRow before, next, last;

  if (first == LSN_NO_ROW)
    {
      lsn_store_set_row (&links->first, owner, member);
      lsn_store_set_row (&links->before, member, member);
      return;
    }

  last = lsn_store_row (&links->before, first);
  before = last_below (links, first, member);
  next = before == LSN_NO_ROW ? first : lsn_store_row (&links->next, before);

  lsn_store_set_row (&links->next, member, next);
  if (before == LSN_NO_ROW)
    {
      lsn_store_set_row (&links->first, owner, member);
      lsn_store_set_row (&links->before, member, last);
      lsn_store_set_row (&links->before, first, member);
      return;
    }

  lsn_store_set_row (&links->next, before, member);
  lsn_store_set_row (&links->before, member, before);
  lsn_store_set_row (&links->before, next != LSN_NO_ROW ? next : first, member);
}

/**
 * lsn_links_remove:
 * @links: links
 * @owner: who is referred to
 * @member: who referred
 *
 * O(1).
 */
void
lsn_links_remove (LsnLinks *links,
                  LsnRow    owner,
                  LsnRow    member)
{
  LsnRow first = lsn_store_row (&links->first, owner);
  LsnRow next = lsn_store_row (&links->next, member);
  LsnRow before = lsn_store_row (&links->before, member);

  if (member == first)
    {
      lsn_store_set_row (&links->first, owner, next);
      if (next != LSN_NO_ROW)
        lsn_store_set_row (&links->before, next, before);
    }
  else
    {
      lsn_store_set_row (&links->next, before, next);
      lsn_store_set_row (&links->before, next != LSN_NO_ROW ? next : first, before);
    }

  lsn_store_set_row (&links->next, member, LSN_NO_ROW);
  lsn_store_set_row (&links->before, member, LSN_NO_ROW);
}
