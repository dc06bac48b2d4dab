/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/refusal.h"

#include "wire/limits.h"
#include "wire/pack.h"

/**
 * lsn_refusal_new:
 * @reason: why
 * @line: where, from 1; 0 for nowhere
 * @detail: any bytes; what is not UTF-8 is replaced, what is too long is cut
 *
 * Returns: (transfer full): free it with lsn_refusal_free ()
 */
LsnRefusal *
lsn_refusal_new (LsnRefusalReason reason,
                 guint            line,
                 const char      *detail)
{
  LsnRefusal *refusal = g_new0 (LsnRefusal, 1);
  g_autofree char *cut = g_strndup (detail, LSN_WIRE_MAX_DETAIL / 4);

  refusal->reason = reason;
  refusal->line = line;
  refusal->detail = g_utf8_make_valid (cut, -1);   /* at most three bytes for each of @cut */
  return refusal;
}

/**
 * lsn_refusal_free:
 * @refusal: (transfer full) (nullable): a refusal
 *
 * Frees a refusal and its message.
 */
void
lsn_refusal_free (LsnRefusal *refusal)
{
  if (refusal == NULL)
    return;
  g_free (refusal->detail);
  g_free (refusal);
}

/**
 * lsn_refusal_pack:
 * @refusal: why not
 *
 * Returns: (transfer full): what a refusal frame holds
 */
GBytes *
lsn_refusal_pack (const LsnRefusal *refusal)
{
  GByteArray *out = g_byte_array_new ();

  lsn_pack_u32 (out, refusal->reason);
  lsn_pack_u32 (out, refusal->line);
  lsn_pack_text (out, refusal->detail);
  return g_byte_array_free_to_bytes (out);
}

/**
 * lsn_refusal_unpack:
 * @payload: what a refusal frame holds
 *
 * Returns: (transfer full): or %NULL with a %LSN_WIRE_ERROR
 */
LsnRefusal *
lsn_refusal_unpack (GBytes  *payload,
                    GError **error)
{
  g_autoptr (LsnRefusal) refusal = g_new0 (LsnRefusal, 1);
  LsnUnpacker in;

  lsn_unpack_init (&in, payload);
  refusal->reason = lsn_unpack_count (&in, LSN_N_REFUSAL_REASONS - 1);
  refusal->line = lsn_unpack_u32 (&in);
  refusal->detail = lsn_unpack_text (&in, LSN_WIRE_MAX_DETAIL);
  return lsn_unpack_end (&in, error) ? g_steal_pointer (&refusal) : NULL;
}
