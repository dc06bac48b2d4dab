/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "cli/json.h"

#include <math.h>
#include <string.h>
#include "model/value.h"

/* A value stands right after what opened its array or its key; anything else needs a comma first. */
static void
separate (GString *json)
{
  if (json->len > 0 && strchr ("{[ ", json->str[json->len - 1]) == NULL)
    g_string_append (json, ", ");
}

/**
 * lsn_json_open:
 * @json: what is written so far
 * @bracket: `{` or `[`
 *
 * Begins an object or an array.
 */
void
lsn_json_open (GString *json,
               char     bracket)
{
  separate (json);
  g_string_append_c (json, bracket);
}

/**
 * lsn_json_close:
 * @json: what is written so far
 * @bracket: `}` or `]`
 *
 * Ends an object or an array.
 */
void
lsn_json_close (GString *json,
                char     bracket)
{
  g_string_append_c (json, bracket);
}

static void
append_character (GString *json,
                  char     c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (json, '\\');
      g_string_append_c (json, c);
      break;

    case '\n':
      g_string_append (json, "\\n");
      break;

    case '\t':
      g_string_append (json, "\\t");
      break;

    default:
      if ((guchar) c < 0x20)
        g_string_append_printf (json, "\\u%04x", (guchar) c);
      else
        g_string_append_c (json, c);
    }
}

static void
append_quoted (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    append_character (json, *c);
  g_string_append_c (json, '"');
}

/**
 * lsn_json_key:
 * @json: what is written so far, within an object
 * @key: the name of the value that follows
 *
 * Writes a key; a value, or the opening of one, must follow.
 */
void
lsn_json_key (GString    *json,
              const char *key)
{
  separate (json);
  append_quoted (json, key);
  g_string_append (json, ": ");
}

/**
 * lsn_json_text:
 * @json: what is written so far
 * @text: (nullable): UTF-8; %NULL is written as `null`
 *
 * Writes a text value.
 */
void
lsn_json_text (GString    *json,
               const char *text)
{
  separate (json);
  if (text == NULL)
    g_string_append (json, "null");
  else
    append_quoted (json, text);
}

/**
 * lsn_json_count:
 * @json: what is written so far
 * @count: a whole number
 *
 * Writes a whole number.
 */
void
lsn_json_count (GString *json,
                guint64  count)
{
  separate (json);
  g_string_append_printf (json, "%" G_GUINT64_FORMAT, count);
}

/**
 * lsn_json_number:
 * @json: what is written so far
 * @number: a number; what is not finite is written as `null`
 *
 * Writes a number in the shortest form that reads back the same.
 */
void
lsn_json_number (GString *json,
                 double   number)
{
  char buffer[32];

  separate (json);
  g_string_append (json, isfinite (number) ? lsn_number_format (number, buffer) : "null");
}

/**
 * lsn_json_truth:
 * @json: what is written so far
 * @truth: the value
 *
 * Writes `true` or `false`.
 */
void
lsn_json_truth (GString *json,
                gboolean truth)
{
  separate (json);
  g_string_append (json, truth ? "true" : "false");
}
