/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/id-index.h"

#include <string.h>

#include "model/text-hash.h"

typedef struct
{
  guint32 hash;
  LsnRow  row; /* LSN_NO_ROW: the slot is free */
} Slot;

struct _LsnIdIndex
{
  int   references; /* atomic */
  guint mask;
  guint n_rows;
  Slot *slots;      /* open addressing, linear probing, no tombstones */
};

#define LEAST_SLOTS 16

static LsnIdIndex *
index_new (guint n_slots)
{
  LsnIdIndex *index = g_new0 (LsnIdIndex, 1);

  index->references = 1;
  index->mask = n_slots - 1;
  index->slots = g_new0 (Slot, n_slots);

  return index;
}

LsnIdIndex *
lsn_id_index_new (void)
{
  return index_new (LEAST_SLOTS);
}

LsnIdIndex *
lsn_id_index_ref (LsnIdIndex *index)
{
  g_atomic_int_inc (&index->references);
  return index;
}

void
lsn_id_index_unref (LsnIdIndex *index)
{
  if (!g_atomic_int_dec_and_test (&index->references))
    return;

  g_free (index->slots);
  g_free (index);
}

/**
 * lsn_id_index_find:
 * @index: an index
 * @ids: the ids of its table
 * @id: a text
 *
 * Returns: the row that has that id, or %LSN_NO_ROW. O(1).
 */
LsnRow
lsn_id_index_find (const LsnIdIndex *index,
                   const LsnStore   *ids,
                   const char       *id)
{
  guint32 hash = lsn_text_hash (id, strlen (id));

  for (guint at = hash & index->mask; index->slots[at].row != LSN_NO_ROW; at = (at + 1) & index->mask)
    if (index->slots[at].hash == hash && strcmp (lsn_store_text (ids, index->slots[at].row), id) == 0)
      return index->slots[at].row;

  return LSN_NO_ROW;
}

static void
put (LsnIdIndex *index,
     Slot        slot)
{
  guint at = slot.hash & index->mask;

  while (index->slots[at].row != LSN_NO_ROW)
    at = (at + 1) & index->mask;

  index->slots[at] = slot;
  index->n_rows++;
}

/* One that nobody else holds and that has room for @n_rows. */
static LsnIdIndex *
index_own (LsnIdIndex *index,
           guint       n_rows)
{
  gboolean shared = g_atomic_int_get (&index->references) > 1;
  guint n_slots = index->mask + 1;
  LsnIdIndex *own;

  while (n_slots / 4 * 3 < n_rows)
    n_slots *= 2;

  if (!shared && n_slots == index->mask + 1)
    return index;

  own = index_new (n_slots);
  if (n_slots == index->mask + 1)
    {
      memcpy (own->slots, index->slots, n_slots * sizeof (Slot));
      own->n_rows = index->n_rows;
    }
  else
    {
      for (guint at = 0; at <= index->mask; at++)
        if (index->slots[at].row != LSN_NO_ROW)
          put (own, index->slots[at]);
    }

  lsn_id_index_unref (index);
  return own;
}

void
lsn_id_index_add (LsnIdIndex **index,
                  const char  *id,
                  LsnRow       row)
{
  *index = index_own (*index, (*index)->n_rows + 1);
  put (*index, (Slot) { .hash = lsn_text_hash (id, strlen (id)), .row = row });
}

/**
 * lsn_id_index_remove:
 * @index: (inout): an index
 * @id: the id of @row
 * @row: a row of it
 *
 * Closes the gap by moving back what was pushed away from it, so that probing never passes over dead slots.
 */
void
lsn_id_index_remove (LsnIdIndex **index,
                     const char  *id,
                     LsnRow       row)
{
  LsnIdIndex *own = *index = index_own (*index, (*index)->n_rows);
  guint at = lsn_text_hash (id, strlen (id)) & own->mask;
  guint hole, next;

  while (own->slots[at].row != row)
    {
      g_return_if_fail (own->slots[at].row != LSN_NO_ROW);
      at = (at + 1) & own->mask;
    }

  hole = at;
  for (next = (at + 1) & own->mask; own->slots[next].row != LSN_NO_ROW; next = (next + 1) & own->mask)
    {
      guint home = own->slots[next].hash & own->mask;

      if (((next - home) & own->mask) < ((next - hole) & own->mask))
        continue;
      own->slots[hole] = own->slots[next];
      hole = next;
    }

  own->slots[hole] = (Slot) { 0 };
  own->n_rows--;
}
