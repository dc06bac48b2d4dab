/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/pack.h"

#include <string.h>

#include "wire/frame.h"
#include "wire/limits.h"

/**
 * lsn_pack_u32:
 * @out: what is packed so far
 * @value: a number
 */
void
lsn_pack_u32 (GByteArray *out,
              guint32     value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

/**
 * lsn_pack_f64:
 * @out: what is packed so far
 * @value: a number, as its bits
 */
void
lsn_pack_f64 (GByteArray *out,
              double      value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (out, (const guint8 *) &bits, sizeof bits);
}

/**
 * lsn_pack_text:
 * @out: what is packed so far
 * @text: UTF-8
 *
 * The length, then the bytes.
 */
void
lsn_pack_text (GByteArray *out,
               const char *text)
{
  gsize length = strlen (text);

  lsn_pack_u32 (out, length);
  g_byte_array_append (out, (const guint8 *) text, length);
}

/**
 * lsn_pack_bytes:
 * @out: what is packed so far
 * @data: bytes
 * @n: how many; the reader has to know
 */
void
lsn_pack_bytes (GByteArray   *out,
                gconstpointer data,
                guint         n)
{
  if (n > 0)
    g_byte_array_append (out, data, n);
}

/**
 * lsn_pack_u32s:
 * @out: what is packed so far
 * @values: numbers
 * @n: how many; the reader has to know
 */
void
lsn_pack_u32s (GByteArray    *out,
               const guint32 *values,
               guint          n)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  lsn_pack_bytes (out, values, n * sizeof *values);
#else
  for (guint i = 0; i < n; i++)
    lsn_pack_u32 (out, values[i]);
#endif
}

/**
 * lsn_pack_f64s:
 * @out: what is packed so far
 * @values: numbers
 * @n: how many; the reader has to know
 */
void
lsn_pack_f64s (GByteArray   *out,
               const double *values,
               guint         n)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  lsn_pack_bytes (out, values, n * sizeof *values);
#else
  for (guint i = 0; i < n; i++)
    lsn_pack_f64 (out, values[i]);
#endif
}

/**
 * lsn_unpack_init:
 * @unpacker: (out caller-allocates): reads @payload from its start
 * @payload: must outlive @unpacker
 */
void
lsn_unpack_init (LsnUnpacker *unpacker,
                 GBytes      *payload)
{
  unpacker->data = g_bytes_get_data (payload, &unpacker->left);
  unpacker->failed = FALSE;
}

/**
 * lsn_unpack_fail:
 * @unpacker: where something was read that cannot be
 *
 * Makes it fail for good.
 */
void
lsn_unpack_fail (LsnUnpacker *unpacker)
{
  unpacker->failed = TRUE;
  unpacker->left = 0;
}

/* The next @n bytes, or NULL when there are not so many */
static const guint8 *
take (LsnUnpacker *unpacker,
      gsize        n)
{
  const guint8 *data = unpacker->data;

  if (unpacker->failed || n > unpacker->left)
    {
      lsn_unpack_fail (unpacker);
      return NULL;
    }
  unpacker->data += n;
  unpacker->left -= n;
  return data;
}

guint32
lsn_unpack_u32 (LsnUnpacker *unpacker)
{
  const guint8 *data = take (unpacker, sizeof (guint32));
  guint32 value = 0;

  if (data != NULL)
    memcpy (&value, data, sizeof value);
  return GUINT32_FROM_LE (value);
}

/**
 * lsn_unpack_count:
 * @unpacker: an unpacker
 * @max: what it may be at most
 *
 * Reads how many there are of something. More than @max is a failure.
 */
guint32
lsn_unpack_count (LsnUnpacker *unpacker,
                  guint32      max)
{
  guint32 count = lsn_unpack_u32 (unpacker);

  if (count <= max)
    return count;
  lsn_unpack_fail (unpacker);
  return 0;
}

double
lsn_unpack_f64 (LsnUnpacker *unpacker)
{
  const guint8 *data = take (unpacker, sizeof (double));
  guint64 bits = 0;
  double value;

  if (data != NULL)
    memcpy (&bits, data, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

/**
 * lsn_unpack_text:
 * @unpacker: an unpacker
 * @max: how many bytes it may have at most
 *
 * Returns: (transfer full) (nullable): valid UTF-8; %NULL when there is none
 */
char *
lsn_unpack_text (LsnUnpacker *unpacker,
                 gsize        max)
{
  guint32 length = lsn_unpack_count (unpacker, max);
  const guint8 *data = take (unpacker, length);

  if (data == NULL)
    return NULL;
  if (!g_utf8_validate_len ((const char *) data, length, NULL))
    {
      lsn_unpack_fail (unpacker);
      return NULL;
    }
  return g_strndup ((const char *) data, length);
}

/**
 * lsn_unpack_bytes:
 * @unpacker: an unpacker
 * @n: how many bytes
 *
 * Returns: (transfer full) (nullable): a copy; %NULL when there are not so many, or none are wanted
 */
guint8 *
lsn_unpack_bytes (LsnUnpacker *unpacker,
                  guint        n)
{
  return g_memdup2 (take (unpacker, n), n);
}

static gpointer
take_array (LsnUnpacker *unpacker,
            guint        n,
            gsize        size)
{
  return g_memdup2 (take (unpacker, (gsize) n * size), (gsize) n * size);
}

/**
 * lsn_unpack_u32s:
 * @unpacker: an unpacker
 * @n: how many numbers
 *
 * Returns: (transfer full) (nullable): %NULL when there are not so many, or none are wanted
 */
guint32 *
lsn_unpack_u32s (LsnUnpacker *unpacker,
                 guint        n)
{
  guint32 *values = take_array (unpacker, n, sizeof *values);

  for (guint i = 0; values != NULL && i < n; i++)
    values[i] = GUINT32_FROM_LE (values[i]);
  return values;
}

/**
 * lsn_unpack_indices:
 * @unpacker: an unpacker
 * @n: how many numbers
 * @limit: each must be below this
 *
 * Returns: (transfer full) (nullable): %NULL when there are not so many, one is too large, or none are wanted
 */
guint32 *
lsn_unpack_indices (LsnUnpacker *unpacker,
                    guint        n,
                    guint32      limit)
{
  guint32 *values = lsn_unpack_u32s (unpacker, n);

  for (guint i = 0; values != NULL && i < n; i++)
    if (values[i] >= limit)
      {
        lsn_unpack_fail (unpacker);
        g_clear_pointer (&values, g_free);
      }
  return values;
}

/**
 * lsn_unpack_f64s:
 * @unpacker: an unpacker
 * @n: how many numbers
 *
 * Each must be finite and within %LSN_WIRE_MAX_PLACE: sizes and places are.
 *
 * Returns: (transfer full) (nullable): %NULL when there are not so many, or none are wanted
 */
double *
lsn_unpack_f64s (LsnUnpacker *unpacker,
                 guint        n)
{
  double *values = g_new (double, MIN (n, unpacker->left / sizeof (double)));

  if (n > unpacker->left / sizeof (double))
    lsn_unpack_fail (unpacker);
  for (guint i = 0; !unpacker->failed && i < n; i++)
    {
      values[i] = lsn_unpack_f64 (unpacker);
      if (!(values[i] >= -LSN_WIRE_MAX_PLACE && values[i] <= LSN_WIRE_MAX_PLACE))
        lsn_unpack_fail (unpacker);
    }
  if (unpacker->failed)
    g_clear_pointer (&values, g_free);
  return values;
}

/**
 * lsn_unpack_end:
 * @unpacker: an unpacker
 *
 * Returns: %TRUE when everything was read as it should be and nothing is left over; else %FALSE with a %LSN_WIRE_ERROR
 */
gboolean
lsn_unpack_end (LsnUnpacker *unpacker,
                GError     **error)
{
  if (!unpacker->failed && unpacker->left == 0)
    return TRUE;
  g_set_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_GARBAGE, "what a frame holds is not what it should be");
  return FALSE;
}
