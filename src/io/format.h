/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "io/files.h"

G_BEGIN_DECLS

typedef enum
{
  LSN_FORMAT_UNKNOWN,
  LSN_FORMAT_XML,
  LSN_FORMAT_DOT,
  LSN_FORMAT_WIDE,          /* in UTF-16 or UTF-32, and no XML that is read */
} LsnFormat;

/* What the bytes at the beginning of a file say it is */
LsnFormat     lsn_format_sniff   (const char *bytes,
                                  gsize       length);
/* @stream, decompressed when it is gzip. Transfer full. */
GInputStream *lsn_format_unpack  (GInputStream *stream,
                                  GCancellable *cancellable,
                                  GError      **error);
GBytes       *lsn_format_pack    (GBytes  *bytes,
                                  GError **error);
gboolean      lsn_format_check_length (const char *format,
                                       guint64     length,
                                       LsnReport  *report,
                                       GError    **error);
gboolean      lsn_format_is_packed_name (const char *file_name);

G_END_DECLS
