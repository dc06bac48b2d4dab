/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/xml-text.h"

#include <string.h>

/* U+FFFD in UTF-8 */
#define REPLACEMENT "\357\277\275"

/* What a byte needs: nothing, an escape in attributes only, an escape always, a look at what follows, or a replacement. */
enum { PLAIN, IN_ATTRIBUTE, ALWAYS, LOOK, FORBIDDEN };

static const guint8 needs[256] = {
  [0x00 ... 0x08] = FORBIDDEN, ['\t'] = IN_ATTRIBUTE, ['\n'] = IN_ATTRIBUTE, [0x0b ... 0x0c] = FORBIDDEN,
  ['\r'] = ALWAYS, [0x0e ... 0x1f] = FORBIDDEN, ['"'] = IN_ATTRIBUTE, ['&'] = ALWAYS, ['<'] = ALWAYS, ['>'] = ALWAYS,
  [0xef] = LOOK,
};

static const char *
escape_of (char byte)
{
  switch (byte)
    {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    default: return "&#13;";
    }
}

/* U+FFFE and U+FFFF are the two characters above U+001F that XML forbids and UTF-8 can hold. */
static gboolean
is_noncharacter (const char *at,
                 gsize       left)
{
  return left >= 3 && (guchar) at[1] == 0xbf && ((guchar) at[2] == 0xbe || (guchar) at[2] == 0xbf);
}

static guint
append_escaped (GString    *xml,
                const char *text,
                gsize       length,
                guint       threshold)
{
  gsize begin = 0;
  guint n_replaced = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint need = needs[(guchar) text[i]];

      if (G_LIKELY (need < threshold))
        continue;
      if (need == LOOK && !is_noncharacter (text + i, length - i))
        continue;
      g_string_append_len (xml, text + begin, i - begin);
      if (need < LOOK)
        g_string_append (xml, escape_of (text[i]));
      else
        {
          g_string_append (xml, REPLACEMENT);
          n_replaced++;
          i += need == LOOK ? 2 : 0;
        }
      begin = i + 1;
    }
  g_string_append_len (xml, text + begin, length - begin);
  return n_replaced;
}

/**
 * lsn_xml_append_text:
 * @length: bytes of @text, or -1
 *
 * Appends @text as the content of an element.
 *
 * Returns: how many characters XML cannot hold and were replaced
 */
guint
lsn_xml_append_text (GString    *xml,
                     const char *text,
                     gssize      length)
{
  return append_escaped (xml, text, length < 0 ? strlen (text) : (gsize) length, ALWAYS);
}

/**
 * lsn_xml_append_attribute:
 * @length: bytes of @value, or -1
 *
 * Appends @value as it stands between the quotes of an attribute: line ends and tabs become references, as parsers make
 * spaces of them otherwise.
 *
 * Returns: how many characters XML cannot hold and were replaced
 */
guint
lsn_xml_append_attribute (GString    *xml,
                          const char *value,
                          gssize      length)
{
  return append_escaped (xml, value, length < 0 ? strlen (value) : (gsize) length, IN_ATTRIBUTE);
}

static gboolean
is_name_start (char byte)
{
  return g_ascii_isalpha (byte) || byte == '_' || (guchar) byte >= 0x80;
}

static gboolean
is_name_byte (char byte)
{
  return is_name_start (byte) || g_ascii_isdigit (byte) || byte == '-' || byte == '.' || byte == ':';
}

/* The length of a reference such as "&lt;" or "&#10;" at @text, or 0 */
static gsize
reference_length (const char *text)
{
  gsize n = 1;

  if (text[n] == '#')
    n++;
  while (g_ascii_isalnum (text[n]))
    n++;
  return text[n] == ';' && n > 1 ? n + 1 : 0;
}

/* The end of the quoted value at @text, behind its quote, or NULL */
static const char *
skip_value (const char *text)
{
  if (text[0] != '=' || text[1] != '"')
    return NULL;
  for (text += 2; *text != '"';)
    {
      gsize length = *text == '&' ? reference_length (text) : *text == '<' || (guchar) *text < ' ' ? 0 : 1;

      if (length == 0)
        return NULL;
      text += length;
    }
  return text + 1;
}

/**
 * lsn_xml_is_attributes:
 *
 * Whether @text may stand in a start tag as it is: the kept attributes of foreign files are text cells, and whoever wrote
 * such a cell, the file must stay well-formed.
 */
gboolean
lsn_xml_is_attributes (const char *text)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (*text != '\0')
    {
      const char *name = text + 1;

      if (*text++ != ' ' || !is_name_start (*text))
        return FALSE;
      while (is_name_byte (*text))
        text++;
      if (!g_hash_table_add (names, g_strndup (name, text - name)))
        return FALSE;
      text = skip_value (text);
      if (text == NULL)
        return FALSE;
    }
  return TRUE;
}

static gunichar
entity (const char *name,
        gsize       length)
{
  static const struct { const char *name; char meaning; } known[] = {
    { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }
  };
  g_autofree char *word = g_strndup (name, length);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (word, known[i].name))
      return known[i].meaning;
  if (word[0] == '#' && word[1] == 'x')
    return g_ascii_strtoull (word + 2, NULL, 16);
  return word[0] == '#' ? g_ascii_strtoull (word + 1, NULL, 10) : 0;
}

/**
 * lsn_xml_unescape:
 *
 * The inverse of the functions above.
 *
 * Returns: (transfer full): the text
 */
char *
lsn_xml_unescape (const char *xml,
                  gsize       length)
{
  GString *text = g_string_sized_new (length);
  const char *end = xml + length;

  while (xml < end)
    {
      const char *semicolon = *xml == '&' ? memchr (xml, ';', MIN (end - xml, 12)) : NULL;
      gunichar character = semicolon == NULL ? 0 : entity (xml + 1, semicolon - xml - 1);

      if (character == 0 || !g_unichar_validate (character))
        g_string_append_c (text, *xml++);
      else
        {
          g_string_append_unichar (text, character);
          xml = semicolon + 1;
        }
    }
  return g_string_free (text, FALSE);
}
