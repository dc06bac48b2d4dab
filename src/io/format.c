/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "io/dot-losses.h"
#include "io/dot-writer.h"
#include "io/graphml-writer.h"
#include "io/gunzip.h"
#include "io/limits.h"

/* Formats: by content when reading, by the ending of the name when writing. */

static const struct
{
  const char *ending;
  const char *format;
} endings[] = {
  { ".graphml", "graphml" }, { ".xml", "graphml" }, { ".graphml.gz", "graphml" },
  { ".dot", "dot" }, { ".gv", "dot" },
};

/**
 * lsn_format_from_name:
 *
 * Returns: (nullable): the format that a file of that name is written in
 */
const char *
lsn_format_from_name (const char *file_name)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending))
      return endings[i].format;
  return NULL;
}

gboolean
lsn_format_is_packed_name (const char *file_name)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  return g_str_has_suffix (lower, ".gz");
}

static const char *
skip_space (const char *at,
            const char *end)
{
  while (at < end && g_ascii_isspace (*at))
    at++;
  return at;
}

/* DOT begins with one of three words, or a comment before them. */
static gboolean
begins_dot (const char *at,
            gsize       length)
{
  static const char * const words[] = { "strict", "graph", "digraph" };

  if (length > 0 && (*at == '#' || (*at == '/' && length > 1 && (at[1] == '/' || at[1] == '*'))))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (length > n && g_ascii_strncasecmp (at, words[i], n) == 0 && !g_ascii_isalnum (at[n]))
        return TRUE;
    }
  return FALSE;
}

/* UTF-16 and UTF-32 have a mark or zero bytes among the first ones. What the parser of XML reads of them is UTF-16 with "<". */
static gboolean
is_wide (const char *bytes,
         gsize       length,
         gboolean   *is_xml)
{
  gboolean marked = length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
  const char *at = marked ? bytes + 2 : bytes;
  const char *end = bytes + length;

  if (length < 4 || (!marked && bytes[0] != '\0' && bytes[1] != '\0'))
    return FALSE;
  /* No text has a character of nothing but zeros: that is a file with holes, and is told as such where it begins. */
  if (!marked && length >= 8 && memcmp (bytes + 4, "\0\0\0\0", 4) == 0)
    return FALSE;
  while (end - at >= 2 && (g_ascii_isspace (at[0]) || g_ascii_isspace (at[1])))
    at += 2;
  *is_xml = end - at >= 2 && (memcmp (at, "\0<", 2) == 0 || memcmp (at, "<\0", 2) == 0)
            && (end - at < 4 || at[2] != '\0' || at[3] != '\0');
  return TRUE;
}

LsnFormat
lsn_format_sniff (const char *bytes,
                  gsize       length)
{
  const char *end = bytes + length;
  const char *at = bytes;
  gboolean is_xml;

  if (is_wide (bytes, length, &is_xml))
    return is_xml ? LSN_FORMAT_XML : LSN_FORMAT_WIDE;
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  at = skip_space (at, end);
  if (at == end || *at == '<')
    return LSN_FORMAT_XML;
  return begins_dot (at, end - at) ? LSN_FORMAT_DOT : LSN_FORMAT_UNKNOWN;
}

/**
 * lsn_format_unpack:
 *
 * Returns: (transfer full) (nullable): a buffered stream of what is in @stream, decompressed when that is gzip
 */
GInputStream *
lsn_format_unpack (GInputStream *stream,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, 64 * 1024);
  g_autoptr (GConverter) gunzip = NULL;
  g_autoptr (GInputStream) unpacked = NULL;
  const guchar *head;
  gsize length;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;
  head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length < 2 || head[0] != 0x1f || head[1] != 0x8b)
    return g_steal_pointer (&buffered);
  gunzip = lsn_gunzip_new ();
  unpacked = g_converter_input_stream_new (buffered, gunzip);
  g_clear_object (&buffered);
  buffered = g_buffered_input_stream_new_sized (unpacked, 64 * 1024);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;
  return g_steal_pointer (&buffered);
}

/* The same bytes for the same content: no name, no time. */
GBytes *
lsn_format_pack (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));

  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * lsn_format_check_length:
 * @format: "graphml" or "dot"
 * @length: how many bytes a map has in that format
 * @report: (nullable): gets a warning when only other programs can read as much
 *
 * Maps are saved as GraphML, so that must be read again; DOT goes to others.
 *
 * Returns: whether it may be written, or %FALSE with %LSN_IO_ERROR_LIMIT
 */
gboolean
lsn_format_check_length (const char *format,
                         guint64     length,
                         LsnReport  *report,
                         GError    **error)
{
  gboolean is_dot = g_str_equal (format, "dot");
  guint64 most = is_dot ? LSN_IO_MAX_DOT_BYTES : LSN_IO_MAX_BYTES;

  if (length <= most)
    return TRUE;
  if (is_dot)
    {
      if (report != NULL)
        lsn_report_add (report, LSN_SEVERITY_WARNING, 0, 0,
                        /* Translators: %u is a number of megabytes */
                        _("The file is larger than the %u MB that Liaison reads in this format."), (guint) (most >> 20));
      return TRUE;
    }
  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT,
               /* Translators: %u is a number of megabytes */
               _("The map would take more than the %u MB that Liaison reads, so it was not saved."), (guint) (most >> 20));
  return FALSE;
}

static GBytes *
encode (LsnMap     *snapshot,
        const char *format,
        LsnReport  *report)
{
  if (g_str_equal (format, "graphml"))
    return lsn_graphml_write (snapshot, report);
  if (report != NULL)
    lsn_dot_report_losses (snapshot, report);
  return lsn_dot_write (snapshot);
}

/**
 * lsn_encode:
 * @snapshot: a map or a snapshot
 * @format: "graphml" or "dot"
 * @report: (nullable): gets what could not be written as it is
 *
 * Returns: (transfer full) (nullable): the bytes of the map in that format, or %NULL with %LSN_IO_ERROR_FORMAT or
 *   %LSN_IO_ERROR_LIMIT. O(cells)
 */
GBytes *
lsn_encode (LsnMap     *snapshot,
            const char *format,
            LsnReport  *report,
            GError    **error)
{
  if (g_strcmp0 (format, "graphml") == 0 || g_strcmp0 (format, "dot") == 0)
    {
      g_autoptr (GBytes) bytes = encode (snapshot, format, report);

      return lsn_format_check_length (format, g_bytes_get_size (bytes), report, error) ? g_steal_pointer (&bytes) : NULL;
    }
  g_set_error_literal (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT,
                       _("Maps can be saved as GraphML (.graphml) and as DOT (.dot or .gv)."));
  return NULL;
}
