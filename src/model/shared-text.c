/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/shared-text.h"

#include <string.h>

#include "model/text-hash.h"

typedef struct
{
  int     references; /* atomic */
  guint32 length;
  guint32 hash;
  guint32 padding;
} Header;

struct _LsnTextPool
{
  char **slots;   /* open addressing, linear probing; NULL is free */
  guint  mask;
  guint  n_texts;
};

#define LEAST_SLOTS 64

static inline Header *
header_of (const char *text)
{
  return ((Header *) (gpointer) text) - 1;
}

static char *
text_new (const char *text,
          gsize       length,
          guint32     hash)
{
  Header *header = g_malloc (sizeof (Header) + length + 1);
  char *copy = (char *) (header + 1);

  header->references = 1;
  header->length = (guint32) length;
  header->hash = hash;
  header->padding = 0;
  memcpy (copy, text, length);
  copy[length] = '\0';

  return copy;
}

/**
 * lsn_shared_text_new:
 * @text: bytes
 * @length: how many
 *
 * Returns: (transfer full): a text that is in no pool
 */
char *
lsn_shared_text_new (const char *text,
                     gsize       length)
{
  return text_new (text, length, lsn_text_hash (text, length));
}

/**
 * lsn_shared_text_ref:
 * @text: a shared text
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @text
 */
char *
lsn_shared_text_ref (char *text)
{
  g_atomic_int_inc (&header_of (text)->references);
  return text;
}

/**
 * lsn_shared_text_unref:
 * @text: (transfer full): a shared text
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_shared_text_unref (char *text)
{
  Header *header = header_of (text);

  if (g_atomic_int_dec_and_test (&header->references))
    g_free (header);
}

/**
 * lsn_shared_text_length:
 * @text: a shared text
 *
 * Returns: how many bytes it has. O(1)
 */
gsize
lsn_shared_text_length (const char *text)
{
  return header_of (text)->length;
}

/**
 * lsn_text_pool_new:
 *
 * Returns: (transfer full): a pool without texts, for the thread that calls
 */
LsnTextPool *
lsn_text_pool_new (void)
{
  LsnTextPool *pool = g_new0 (LsnTextPool, 1);

  pool->slots = g_new0 (char *, LEAST_SLOTS);
  pool->mask = LEAST_SLOTS - 1;

  return pool;
}

/**
 * lsn_text_pool_free:
 * @pool: (transfer full): a pool
 *
 * Texts that others hold live on.
 */
void
lsn_text_pool_free (LsnTextPool *pool)
{
  for (guint i = 0; i <= pool->mask; i++)
    if (pool->slots[i] != NULL)
      lsn_shared_text_unref (pool->slots[i]);

  g_free (pool->slots);
  g_free (pool);
}

static guint
free_slot (LsnTextPool *pool,
           guint32      hash)
{
  guint at = hash & pool->mask;

  while (pool->slots[at] != NULL)
    at = (at + 1) & pool->mask;

  return at;
}

/* Drops the texts that nobody but the pool holds, and makes room for as many again as are left. O(texts). */
static void
pool_renew (LsnTextPool *pool)
{
  char **old = pool->slots;
  guint n_old = pool->mask + 1;
  guint n_used = 0;
  guint n_slots = LEAST_SLOTS;

  for (guint i = 0; i < n_old; i++)
    {
      if (old[i] == NULL)
        continue;
      if (g_atomic_int_get (&header_of (old[i])->references) == 1)
        g_clear_pointer (&old[i], lsn_shared_text_unref);
      else
        n_used++;
    }

  while (n_slots < n_used * 2 + 2)
    n_slots *= 2;

  pool->slots = g_new0 (char *, n_slots);
  pool->mask = n_slots - 1;
  pool->n_texts = n_used;
  for (guint i = 0; i < n_old; i++)
    if (old[i] != NULL)
      pool->slots[free_slot (pool, header_of (old[i])->hash)] = old[i];

  g_free (old);
}

/**
 * lsn_text_pool_take:
 * @pool: a pool
 * @text: bytes
 * @length: how many
 *
 * Finds the text of the pool that is equal to @text, or adds it. O(length).
 *
 * Returns: (transfer full): the text
 */
char *
lsn_text_pool_take (LsnTextPool *pool,
                    const char  *text,
                    gsize        length)
{
  guint32 hash = lsn_text_hash (text, length);
  guint at = hash & pool->mask;

  for (; pool->slots[at] != NULL; at = (at + 1) & pool->mask)
    {
      Header *header = header_of (pool->slots[at]);

      if (header->hash == hash && header->length == length && memcmp (pool->slots[at], text, length) == 0)
        return lsn_shared_text_ref (pool->slots[at]);
    }

  if ((pool->n_texts + 1) * 4 > (pool->mask + 1) * 3)
    {
      pool_renew (pool);
      at = free_slot (pool, hash);
    }

  pool->slots[at] = text_new (text, length, hash);
  pool->n_texts++;

  return lsn_shared_text_ref (pool->slots[at]);
}
