/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/xml-bytes.h"

#include <string.h>

struct _LsnXmlBytes
{
  GString *mended;
  gboolean begun;
  gboolean wide;       /* UTF-16 or UTF-32, where zero bytes are part of characters: left alone */
  gboolean utf8;       /* else one byte must stay one byte */
  guint    line;
  guint    n_mended;
  guint    first_line;
};

LsnXmlBytes *
lsn_xml_bytes_new (void)
{
  LsnXmlBytes *self = g_new0 (LsnXmlBytes, 1);

  self->mended = g_string_new (NULL);
  self->line = 1;
  return self;
}

void
lsn_xml_bytes_free (LsnXmlBytes *self)
{
  g_string_free (self->mended, TRUE);
  g_free (self);
}

/* What the first bytes say of the encoding: a byte order mark, zero bytes, or the XML declaration. */
static void
look_at_encoding (LsnXmlBytes *self,
                  const char  *bytes,
                  gsize        length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, 200));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *encoding = strstr (lower, "encoding");
  const char *end = strstr (lower, "?>");

  self->begun = TRUE;
  self->wide = length >= 2 && (bytes[0] == '\0' || bytes[1] == '\0' || (guchar) bytes[0] >= 0xfe);
  self->utf8 = encoding == NULL || (end != NULL && encoding > end) || strstr (encoding, "utf-8") != NULL;
}

static gboolean
is_forbidden (char byte)
{
  return (guchar) byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

static void
replace (LsnXmlBytes *self)
{
  g_string_append (self->mended, self->utf8 ? "\357\277\275" : "?");
  if (self->n_mended++ == 0)
    self->first_line = self->line;
}

/**
 * lsn_xml_bytes_mend:
 *
 * Returns: (transfer none): the next @length bytes of the document, mended; valid until the next call
 */
const GString *
lsn_xml_bytes_mend (LsnXmlBytes *self,
                    const char  *bytes,
                    gsize        length)
{
  if (!self->begun)
    look_at_encoding (self, bytes, length);
  g_string_truncate (self->mended, 0);
  if (self->wide)
    return g_string_append_len (self->mended, bytes, length);
  for (gsize i = 0; i < length; i++)
    {
      self->line += bytes[i] == '\n';
      if (is_forbidden (bytes[i]))
        replace (self);
      else
        g_string_append_c (self->mended, bytes[i]);
    }
  return self->mended;
}

guint
lsn_xml_bytes_n_mended (LsnXmlBytes *self,
                        guint       *first_line)
{
  *first_line = self->first_line;
  return self->n_mended;
}
