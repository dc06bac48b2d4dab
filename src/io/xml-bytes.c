/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/xml-bytes.h"

#include <string.h>

struct _LsnXmlBytes
{
  GString *mended;
  gboolean begun;
  guint    unit;       /* bytes of one: 2 in UTF-16, else 1 */
  gboolean big;        /* the first of them counts most */
  guchar   bytes[2];   /* of a unit that has not come to its end */
  guint    n_bytes;
  guint    high;       /* the first half of a character of two units, or 0 */
  gboolean utf8;       /* else one byte must stay one byte */
  guint    n_held;     /* bytes that U+FFFE and U+FFFF begin with, and that came last */
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

/* Zero bytes are part of characters in UTF-16, whose documents begin with a byte order mark or with "<". The parser does not
 * read UTF-32. */
static void
look_at_units (LsnXmlBytes *self,
               const char  *bytes,
               gsize        length)
{
  static const struct { const char *begin; gboolean big; } known[] = {
    { "\xfe\xff", TRUE }, { "\xff\xfe", FALSE }, { "\0<", TRUE }, { "<\0", FALSE },
  };

  self->unit = 1;
  for (guint i = 0; i < G_N_ELEMENTS (known) && self->unit == 1; i++)
    if (length >= 2 && memcmp (bytes, known[i].begin, 2) == 0)
      {
        self->unit = 2;
        self->big = known[i].big;
      }
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
  self->utf8 = encoding == NULL || (end != NULL && encoding > end) || strstr (encoding, "utf-8") != NULL;
  look_at_units (self, bytes, length);
}

static gboolean
is_forbidden (guint character)
{
  return (character < 0x20 && character != '\t' && character != '\n' && character != '\r')
         || (character >= 0xd800 && character < 0xe000) || character == 0xfffe || character == 0xffff;
}

static void
append_unit (LsnXmlBytes *self,
             guint        value)
{
  g_string_append_c (self->mended, (char) (self->big ? value >> 8 : value));
  g_string_append_c (self->mended, (char) (self->big ? value : value >> 8));
}

static void
replace (LsnXmlBytes *self)
{
  if (self->unit > 1)
    append_unit (self, 0xfffd);
  else
    g_string_append (self->mended, self->utf8 ? "\357\277\275" : "?");
  if (self->n_mended++ == 0)
    self->first_line = self->line;
}

/* Half a character of UTF-16 alone is none. */
static void
take_unit (LsnXmlBytes *self,
           guint        value)
{
  guint high = self->high;

  self->high = 0;
  if (high != 0 && value >= 0xdc00 && value < 0xe000)
    {
      append_unit (self, high);
      append_unit (self, value);
      return;
    }
  if (high != 0)
    replace (self);
  self->line += value == '\n';
  if (value >= 0xd800 && value < 0xdc00)
    self->high = value;
  else if (is_forbidden (value))
    replace (self);
  else
    append_unit (self, value);
}

static void
take_wide_byte (LsnXmlBytes *self,
                guchar       byte)
{
  self->bytes[self->n_bytes++] = byte;
  if (self->n_bytes < self->unit)
    return;
  self->n_bytes = 0;
  take_unit (self, (guint) self->bytes[self->big ? 0 : 1] << 8 | self->bytes[self->big ? 1 : 0]);
}

/* U+FFFE and U+FFFF are EF BF BE and EF BF BF in UTF-8. */
static void
take_byte (LsnXmlBytes *self,
           guchar       byte)
{
  guint n_held = self->n_held;

  self->n_held = 0;
  if (n_held == 1 && byte == 0xbf)
    self->n_held = 2;
  else if (n_held == 2 && (byte == 0xbe || byte == 0xbf))
    replace (self);
  else
    {
      g_string_append_len (self->mended, "\357\277", n_held);
      self->line += byte == '\n';
      if (self->utf8 && byte == 0xef)
        self->n_held = 1;
      else if (byte < 0x80 && is_forbidden (byte))
        replace (self);
      else
        g_string_append_c (self->mended, (char) byte);
    }
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
  for (gsize i = 0; i < length; i++)
    if (self->unit > 1)
      take_wide_byte (self, (guchar) bytes[i]);
    else
      take_byte (self, (guchar) bytes[i]);
  return self->mended;
}

guint
lsn_xml_bytes_n_mended (LsnXmlBytes *self,
                        guint       *first_line)
{
  *first_line = self->first_line;
  return self->n_mended;
}
