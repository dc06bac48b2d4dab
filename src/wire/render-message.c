/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/render-message.h"

#include "wire/limits.h"
#include "wire/pack.h"

/* Those that write to memory, need no display and say nothing about the machine. Graphviz knows more, -Tx11 for one. */
static const char * const formats[] = {
  "canon", "cmapx", "dot", "dot_json", "eps", "fig", "gv", "imap", "json", "json0", "pdf", "pic", "plain", "plain-ext", "png",
  "ps", "svg", "svgz", "tk", "xdot", "xdot1.2", "xdot1.4", "xdot_json", NULL
};

/**
 * lsn_render_formats:
 *
 * Returns: (transfer none): the formats that may be asked for, %NULL-terminated, sorted
 */
const char * const *
lsn_render_formats (void)
{
  return formats;
}

/**
 * lsn_render_format_allowed:
 * @format: the name of a format of Graphviz
 *
 * Returns: whether the helper may render it: it writes a picture, and opens no window and no file
 */
gboolean
lsn_render_format_allowed (const char *format)
{
  return g_strv_contains (formats, format);
}

/**
 * lsn_render_request_pack:
 * @format: one of lsn_render_formats ()
 * @dot: a DOT text
 *
 * Returns: (transfer full): what a request frame holds
 */
GBytes *
lsn_render_request_pack (const char *format,
                         GBytes     *dot)
{
  GByteArray *out = g_byte_array_new ();
  gsize length;
  const void *data = g_bytes_get_data (dot, &length);

  lsn_pack_text (out, format);
  lsn_pack_u32 (out, length);
  lsn_pack_bytes (out, data, length);
  return g_byte_array_free_to_bytes (out);
}

/**
 * lsn_render_request_unpack:
 * @payload: what a request frame holds
 * @format: (out): one of lsn_render_formats ()
 *
 * Returns: (transfer full): the DOT text, or %NULL with a %LSN_WIRE_ERROR
 */
GBytes *
lsn_render_request_unpack (GBytes  *payload,
                           char   **format,
                           GError **error)
{
  LsnUnpacker in;
  g_autofree char *word = NULL;
  g_autofree guint8 *data = NULL;
  guint32 length;

  lsn_unpack_init (&in, payload);
  word = lsn_unpack_text (&in, LSN_WIRE_MAX_WORD);
  length = lsn_unpack_count (&in, LSN_WIRE_MAX_DOT);
  data = lsn_unpack_bytes (&in, length);
  if (word != NULL && !lsn_render_format_allowed (word))
    lsn_unpack_fail (&in);
  if (!lsn_unpack_end (&in, error))
    return NULL;
  *format = g_steal_pointer (&word);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}
