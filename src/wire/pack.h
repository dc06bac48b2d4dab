/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is inside a frame: numbers, arrays with their counts, and texts, little-endian and without padding. */

void       lsn_pack_u32   (GByteArray *out,
                           guint32     value);
void       lsn_pack_f64   (GByteArray *out,
                           double      value);
void       lsn_pack_text  (GByteArray *out,
                           const char *text);
void       lsn_pack_bytes (GByteArray   *out,
                           gconstpointer data,
                           guint         n);
void       lsn_pack_u32s  (GByteArray    *out,
                           const guint32 *values,
                           guint          n);
void       lsn_pack_f64s  (GByteArray   *out,
                           const double *values,
                           guint         n);

/**
 * LsnUnpacker:
 *
 * Reads what was packed. The first thing that does not fit makes it fail for good: from then on everything is 0, empty or
 * %NULL, so that a caller need only ask at the end.
 */
typedef struct
{
  /*< private >*/
  const guint8 *data;
  gsize         left;
  gboolean      failed;
} LsnUnpacker;

void       lsn_unpack_init  (LsnUnpacker *unpacker,
                             GBytes      *payload);
guint32    lsn_unpack_u32   (LsnUnpacker *unpacker);
guint32    lsn_unpack_count (LsnUnpacker *unpacker,
                             guint32      max);
double     lsn_unpack_f64   (LsnUnpacker *unpacker);
char      *lsn_unpack_text  (LsnUnpacker *unpacker,
                             gsize        max);
guint8    *lsn_unpack_bytes (LsnUnpacker *unpacker,
                             guint        n);
guint32   *lsn_unpack_u32s  (LsnUnpacker *unpacker,
                             guint        n);
guint32   *lsn_unpack_indices (LsnUnpacker *unpacker,
                               guint        n,
                               guint32      limit);
double    *lsn_unpack_f64s  (LsnUnpacker *unpacker,
                             guint        n);
void       lsn_unpack_fail  (LsnUnpacker *unpacker);
gboolean   lsn_unpack_end   (LsnUnpacker *unpacker,
                             GError     **error);

G_END_DECLS
