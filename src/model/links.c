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

/* The last member whose handle is less than @member's. The handles below and above @member are looked at by turns with the
 * list from its end, whichever finds it first: a member that is far from the end has others near, or there are few. */
static LsnRow
last_below (LsnLinks       *links,
            const LsnStore *owners,
            LsnRow          owner,
            LsnRow          member,
            guint          *distance)
{
  LsnRow at = lsn_store_row (&links->before, lsn_store_row (&links->first, owner));

  /* The first member is below, the last is above when the loop begins: neither scan goes beyond. */
  for (*distance = 1; at > member; ++*distance)
    {
      if (lsn_store_row (owners, member - *distance) == owner)
        return member - *distance;
      if (lsn_store_row (owners, member + *distance) == owner)
        return lsn_store_row (&links->before, member + *distance);
      at = lsn_store_row (&links->before, at);
    }

  return at;
}

static void
add_first (LsnLinks *links,
           LsnRow    owner,
           LsnRow    member,
           LsnRow    first)
{
  LsnRow last = first == LSN_NO_ROW ? member : lsn_store_row (&links->before, first);

  lsn_store_set_row (&links->first, owner, member);
  lsn_store_set_row (&links->next, member, first);
  lsn_store_set_row (&links->before, member, last);
  if (first != LSN_NO_ROW)
    lsn_store_set_row (&links->before, first, member);
}

/**
 * lsn_links_add:
 * @links: links
 * @owners: the column by member: who each of them refers to; it says so of @member already
 * @owner: who is referred to
 * @member: who refers, in no list of @links
 *
 * O(1) when @member's handle is greater or less than all others of @owner, or next to one of them; else at most O(members) and
 * O(distance to the next of them). All members of one owner, in whatever order, cost O(rows · log rows).
 *
 * Returns: how many steps it took to find its place
 */
guint
lsn_links_add (LsnLinks       *links,
               const LsnStore *owners,
               LsnRow          owner,
               LsnRow          member)
{
  LsnRow first = lsn_store_row (&links->first, owner);
  LsnRow before, next;
  guint distance = 0;

  if (first == LSN_NO_ROW || member < first)
    {
      add_first (links, owner, member, first);
      return distance;
    }

  before = last_below (links, owners, owner, member, &distance);
  next = lsn_store_row (&links->next, before);
  lsn_store_set_row (&links->next, member, next);
  lsn_store_set_row (&links->next, before, member);
  lsn_store_set_row (&links->before, member, before);
  lsn_store_set_row (&links->before, next != LSN_NO_ROW ? next : first, member);
  return distance;
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
