/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/value.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/**
 * lsn_value_equal:
 * @a: a value
 * @b: another
 *
 * Two values are equal when they have the same kind and the same content; numbers when they are the same number.
 *
 * Returns: whether @a and @b are equal
 */
gboolean
lsn_value_equal (LsnValue a,
                 LsnValue b)
{
  if (a.kind != b.kind)
    return FALSE;

  switch (a.kind)
    {
    case LSN_VALUE_EMPTY:
      return TRUE;

    case LSN_VALUE_TEXT:
      return a.text == b.text || strcmp (a.text, b.text) == 0;

    case LSN_VALUE_INTEGER:
      return a.integer == b.integer;

    case LSN_VALUE_NUMBER:
      return a.number == b.number;

    case LSN_VALUE_BOOLEAN:
      return a.boolean == b.boolean;

    case LSN_VALUE_REFERENCE:
      return a.row == b.row;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Most numbers of a map have at most two decimals (places do by definition): written from an integer, twenty times
 * faster than by trying precisions. */
static gboolean
format_hundredths (double number,
                   char   buffer[32])
{
  double hundredths = number * 100.0;
  gint64 whole, part;

  if (!(fabs (hundredths) < 1e15) || (number == 0.0 && signbit (number)))
    return FALSE;

  whole = (gint64) llround (hundredths);
  if ((double) whole / 100.0 != number)
    return FALSE;

  part = ABS (whole % 100);
  g_snprintf (buffer, 32, "%s%" G_GINT64_FORMAT, whole < 0 ? "-" : "", ABS (whole / 100));
  if (part != 0)
    {
      gsize end = strlen (buffer);

      buffer[end++] = '.';
      buffer[end++] = (char) ('0' + part / 10);
      if (part % 10 != 0)
        buffer[end++] = (char) ('0' + part % 10);
      buffer[end] = '\0';
    }

  return TRUE;
}

/**
 * lsn_number_format:
 * @number: a finite number
 * @buffer: (out caller-allocates): 32 bytes
 *
 * Writes the shortest text that reads back as the same double, in the C locale.
 *
 * Returns: @buffer
 */
char *
lsn_number_format (double number,
                   char   buffer[32])
{
  /* 15 digits are always enough to read back a text of as many; numbers near the least have less to say. */
  gboolean is_subnormal = fabs (number) < DBL_MIN;
  char format[8];

  if (format_hundredths (number, buffer))
    return buffer;

  for (guint digits = is_subnormal ? 1 : 15; digits <= 17; digits++)
    {
      g_snprintf (format, sizeof format, "%%.%ug", digits);
      g_ascii_formatd (buffer, 32, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  return buffer;
}

/**
 * lsn_number_in_locale:
 * @number: a finite number
 *
 * Returns: (transfer full): as lsn_number_format() writes it, but with the point of the user's language
 */
char *
lsn_number_in_locale (double number)
{
  const char *point = localeconv ()->decimal_point;
  char        digits[32], *at;

  lsn_number_format (number, digits);
  at = strchr (digits, '.');
  if (at == NULL || strcmp (point, ".") == 0)
    return g_strdup (digits);
  *at = '\0';
  return g_strconcat (digits, point, at + 1, NULL);
}

/**
 * lsn_number_parse:
 * @text: a text
 * @number: (out): where the number goes
 *
 * Reads a finite decimal number in the C locale. White space around it is allowed, anything else is not: hexadecimal
 * numbers, infinities and NaN are no numbers here.
 *
 * Returns: whether the whole of @text is a number; @number is set only then
 */
gboolean
lsn_number_parse (const char *text,
                  double     *number)
{
  const char *end;
  char *stop;
  double read;

  while (g_ascii_isspace (*text))
    text++;

  end = text + strspn (text, "0123456789+-.eE");
  read = g_ascii_strtod (text, &stop);
  if (stop == text || stop != end || !isfinite (read))
    return FALSE;

  while (g_ascii_isspace (*end))
    end++;

  if (*end != '\0')
    return FALSE;

  *number = read;
  return TRUE;
}

/* The length of the longest beginning of @text that a cell can hold. */
static gsize
clean_prefix (const char *text,
              gsize       length)
{
  gsize at = 0;

  while (at < length)
    {
      guchar byte = (guchar) text[at];
      gunichar character;

      if (byte < 0x80)
        {
          if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')
            break;
          at++;
          continue;
        }

      character = g_utf8_get_char_validated (text + at, (gssize) (length - at));
      if (character >= (gunichar) -2 || character == 0xFFFE || character == 0xFFFF)
        break;
      at += (gsize) (g_utf8_next_char (text + at) - (text + at));
    }

  return at;
}

/**
 * lsn_text_is_clean:
 * @text: any bytes
 * @length: how many, or -1 to the NUL
 *
 * Returns: whether @text is valid UTF-8 of characters that XML 1.0 allows. O(length).
 */
gboolean
lsn_text_is_clean (const char *text,
                   gssize      length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  return clean_prefix (text, n_bytes) == n_bytes;
}

/**
 * lsn_text_clean:
 * @text: any bytes
 * @length: how many, or -1 to the NUL
 * @changed: (out) (optional): whether anything had to be replaced
 *
 * Makes a text that a cell can hold: each character that XML 1.0 does not allow and each byte that is not UTF-8 becomes
 * U+FFFD. O(length).
 *
 * Returns: (transfer full): the clean text
 */
char *
lsn_text_clean (const char *text,
                gssize      length,
                gboolean   *changed)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  GString *clean = g_string_sized_new (n_bytes + 1);
  gsize at = 0;

  if (changed != NULL)
    *changed = FALSE;

  while (at < n_bytes)
    {
      gsize good = clean_prefix (text + at, n_bytes - at);

      g_string_append_len (clean, text + at, (gssize) good);
      at += good;
      if (at == n_bytes)
        break;

      /* A forbidden character of several bytes is one; broken UTF-8 goes byte by byte. */
      if (g_utf8_get_char_validated (text + at, (gssize) (n_bytes - at)) < (gunichar) -2)
        at += (gsize) (g_utf8_next_char (text + at) - (text + at));
      else
        at++;

      g_string_append (clean, "\xEF\xBF\xBD");
      if (changed != NULL)
        *changed = TRUE;
    }

  return g_string_free (clean, FALSE);
}

static gboolean
read_digits (const char **text,
             guint        n_digits,
             guint       *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (guint) (**text - '0');
      (*text)++;
    }

  return TRUE;
}

/**
 * lsn_date_is_valid:
 * @text: a text
 *
 * Returns: whether @text is a date of the calendar, of year, month or day precision: "2021", "2021-02", "2021-02-28"
 */
gboolean
lsn_date_is_valid (const char *text)
{
  guint year, month, day;

  if (!read_digits (&text, 4, &year) || year == 0)
    return FALSE;
  if (*text == '\0')
    return TRUE;

  if (*text++ != '-' || !read_digits (&text, 2, &month) || month < 1 || month > 12)
    return FALSE;
  if (*text == '\0')
    return TRUE;

  if (*text++ != '-' || !read_digits (&text, 2, &day) || *text != '\0')
    return FALSE;

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * lsn_colour_parse:
 * @text: "#rrggbb" or "#rrggbbaa"
 * @rgba: (out caller-allocates): red, green, blue and opacity, 0 to 255
 *
 * Returns: whether @text is a colour; @rgba is set only then
 */
gboolean
lsn_colour_parse (const char *text,
                  guint8      rgba[4])
{
  gsize length = strlen (text);
  guint8 bytes[4] = { 0, 0, 0, 255 };

  if (*text != '#' || (length != 7 && length != 9))
    return FALSE;

  for (gsize i = 1; i < length; i += 2)
    {
      int high = g_ascii_xdigit_value (text[i]);
      int low = g_ascii_xdigit_value (text[i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i / 2] = (guint8) (high * 16 + low);
    }

  memcpy (rgba, bytes, sizeof bytes);
  return TRUE;
}
