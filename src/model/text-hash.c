/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/text-hash.h"

#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* The key of this process. What a table holds is never listed in the order of its slots, so that results are the same under
 * every key. */
static guint64 hash_key[2];

__attribute__ ((constructor)) static void
make_hash_key (void)
{
  if (getrandom (hash_key, sizeof hash_key, GRND_NONBLOCK) != (gssize) sizeof hash_key)
    {
      hash_key[0] = (guint64) g_get_monotonic_time () * 0x9E3779B97F4A7C15u ^ (guint64) (gsize) &hash_key;
      hash_key[1] = (guint64) g_get_real_time () * 0xC4CEB9FE1A85EC53u ^ (guint64) getpid ();
    }
}

static inline guint64
turn (guint64 word,
      guint   bits)
{
  return word << bits | word >> (64 - bits);
}

static inline void
sip_round (guint64 v[4])
{
  v[0] += v[1];
  v[2] += v[3];
  v[1] = turn (v[1], 13) ^ v[0];
  v[3] = turn (v[3], 16) ^ v[2];
  v[0] = turn (v[0], 32) + v[3];
  v[2] += v[1];
  v[3] = turn (v[3], 21) ^ v[0];
  v[1] = turn (v[1], 17) ^ v[2];
  v[2] = turn (v[2], 32);
}

/**
 * lsn_text_hash:
 * @text: bytes
 * @length: how many
 *
 * SipHash-1-3 under a key that each process draws anew: nobody can write a file whose ids all fall into one place.
 *
 * Returns: a hash of all bytes, the same as long as the process lives. O(length).
 */
guint32
lsn_text_hash (const char *text,
               gsize       length)
{
  guint64 v[4] = {
    hash_key[0] ^ 0x736f6d6570736575u, hash_key[1] ^ 0x646f72616e646f6du,
    hash_key[0] ^ 0x6c7967656e657261u, hash_key[1] ^ 0x7465646279746573u,
  };
  guint64 last = (guint64) length << 56;
  guint64 word;

  for (; length >= 8; length -= 8, text += 8)
    {
      memcpy (&word, text, 8);
      v[3] ^= word;
      sip_round (v);
      v[0] ^= word;
    }

  word = 0;
  memcpy (&word, text, length);
  last ^= word;
  v[3] ^= last;
  sip_round (v);
  v[0] ^= last;

  v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    sip_round (v);

  word = v[0] ^ v[1] ^ v[2] ^ v[3];
  return (guint32) (word ^ word >> 32);
}

/**
 * lsn_text_hash_string:
 * @text: a text
 *
 * lsn_text_hash () for a GHashTable whose keys a file chooses.
 *
 * Returns: its hash
 */
guint
lsn_text_hash_string (gconstpointer text)
{
  return lsn_text_hash (text, strlen (text));
}
