/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map.h"

#include <string.h>

struct _LsnOrigin
{
  int     references; /* atomic: snapshots hold it too */
  guint64 state;      /* of the generator of ids; 0 for the system's */
  char   *today;      /* fixed, or NULL for the clock */
  char   *user;
};

/**
 * lsn_origin_new_default:
 *
 * Returns: (transfer full): an origin whose ids are random, whose clock is the system's and whose user is who runs this
 */
LsnOrigin *
lsn_origin_new_default (void)
{
  LsnOrigin *origin = g_new0 (LsnOrigin, 1);
  const char *name = g_get_real_name ();

  origin->references = 1;
  origin->user = g_strdup (g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ());

  return origin;
}

/**
 * lsn_origin_new_seeded:
 * @seed: any number
 * @now: an ISO 8601 date
 * @user: a name
 *
 * Returns: (transfer full): an origin that gives the same ids in the same order each time
 */
LsnOrigin *
lsn_origin_new_seeded (guint32     seed,
                       const char *now,
                       const char *user)
{
  LsnOrigin *origin = g_new0 (LsnOrigin, 1);

  origin->references = 1;
  origin->state = ((guint64) seed << 1) | 1;
  origin->today = g_strdup (now);
  origin->user = g_strdup (user);

  return origin;
}

/**
 * lsn_origin_ref:
 * @origin: where ids, time and the name of the user come from
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @origin
 */
LsnOrigin *
lsn_origin_ref (LsnOrigin *origin)
{
  g_atomic_int_inc (&origin->references);
  return origin;
}

/**
 * lsn_origin_unref:
 * @origin: (transfer full): where ids, time and the name of the user come from
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_origin_unref (LsnOrigin *origin)
{
  if (!g_atomic_int_dec_and_test (&origin->references))
    return;

  g_free (origin->today);
  g_free (origin->user);
  g_free (origin);
}

/**
 * lsn_origin_user:
 * @origin: where ids, time and the name of the user come from
 *
 * Returns: (transfer none): who works here
 */
const char *
lsn_origin_user (LsnOrigin *origin)
{
  g_return_val_if_fail (origin != NULL, NULL);

  return origin->user;
}

/**
 * lsn_origin_today:
 * @origin: an origin
 *
 * Returns: (transfer full): the present date in ISO 8601
 */
char *
lsn_origin_today (LsnOrigin *origin)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (origin != NULL, NULL);

  if (origin->today != NULL)
    return g_strdup (origin->today);

  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

/* SplitMix64: small, and every state gives another number. */
static guint64
next_seeded (LsnOrigin *origin)
{
  guint64 z = origin->state += 0x9E3779B97F4A7C15u;

  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

#define MADE_ID_LENGTH 13

static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * lsn_origin_make_id:
 * @origin: an origin
 *
 * Returns: (transfer full): 64 random bits as 13 letters and digits that begin with a letter, so that it is a name in XML
 */
char *
lsn_origin_make_id (LsnOrigin *origin)
{
  guint64 bits;
  char id[MADE_ID_LENGTH + 1];

  g_return_val_if_fail (origin != NULL, NULL);

  bits = origin->state != 0 ? next_seeded (origin) : ((guint64) g_random_int () << 32) | g_random_int ();
  id[0] = digits[bits & 15];
  bits >>= 4;
  for (guint i = 1; i < MADE_ID_LENGTH; i++, bits >>= 5)
    id[i] = digits[bits & 31];
  id[MADE_ID_LENGTH] = '\0';

  return g_strdup (id);
}

/**
 * lsn_id_looks_made:
 * @id: the id of a row
 *
 * Returns: whether it has the form of those that lsn_origin_make_id() draws, which tell a person nothing
 */
gboolean
lsn_id_looks_made (const char *id)
{
  return strlen (id) == MADE_ID_LENGTH && *id <= digits[15] && strspn (id, digits) == MADE_ID_LENGTH &&
         g_ascii_islower (*id);
}
