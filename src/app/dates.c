/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/dates.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "model/date-words.h"

/* Year, and month and day where they are known (else 0). */
typedef struct { int year, month, day; } Day;

static gboolean
day_is_valid (const Day *day)
{
  if (day->year < 1 || day->year > 9999 || day->month < 0 || day->month > 12)
    return FALSE;
  if (day->day == 0)
    return TRUE;
  return day->month > 0 && g_date_valid_dmy (day->day, day->month, day->year);
}

static gboolean
day_from_iso (const char *iso,
              Day        *day)
{
  g_autoptr (GRegex) pattern = g_regex_new ("^(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (!g_regex_match (pattern, iso, 0, &match))
    return FALSE;
  parts = g_match_info_fetch_all (match);
  n_parts = g_strv_length (parts);
  day->year = atoi (parts[1]);
  day->month = n_parts > 2 && *parts[2] != '\0' ? atoi (parts[2]) : 0;
  day->day = n_parts > 3 && *parts[3] != '\0' ? atoi (parts[3]) : 0;
  return day_is_valid (day) && (n_parts <= 2 || *parts[2] == '\0' || day->month > 0) &&
         (n_parts <= 3 || *parts[3] == '\0' || day->day > 0);
}

static char *
day_to_iso (const Day *day)
{
  if (day->month == 0)
    return g_strdup_printf ("%04d", day->year);
  if (day->day == 0)
    return g_strdup_printf ("%04d-%02d", day->year, day->month);
  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

/* The next, of the same precision. */
static void
day_step (Day *day)
{
  if (day->day > 0)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, day->day, day->month, day->year);
      g_date_add_days (&date, 1);
      *day = (Day) { g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date) };
    }
  else if (day->month == 12)
    {
      day->year += 1;
      day->month = 1;
    }
  else if (day->month > 0)
    day->month += 1;
  else
    day->year += 1;
}

/**
 * lsn_date_to_words:
 * @iso: a date of year, month or day precision
 * @is_end: whether it is the first moment after what is meant
 *
 * Returns: (transfer full): the date in words; @iso itself when it is no such date
 */
char *
lsn_date_to_words (const char *iso,
                   gboolean    is_end)
{
  return is_end ? lsn_date_end_in_words (iso) : lsn_date_in_words (iso);
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GString *joined = g_string_new (NULL);

  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  words = g_strsplit_set (folded, " \t\n,.", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (joined, FALSE);
}

/* Whether @word is the whole @name, or the first letters of it, three at least. */
static gboolean
is_month_name (const char *word,
               const char *name,
               gboolean    whole)
{
  g_autofree char *folded = fold (name);

  if (whole)
    return g_str_equal (word, folded);
  return g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (folded, word);
}

static gboolean
is_month (const char *word,
          int         month,
          gboolean    whole)
{
  static const char * const english[] = { "January", "February", "March", "April", "May", "June", "July", "August",
                                          "September", "October", "November", "December" };

  return is_month_name (word, lsn_month_name (month, TRUE), whole) ||
         is_month_name (word, lsn_month_name (month, FALSE), whole) ||
         is_month_name (word, english[month - 1], whole);
}

/* The month whose name in the language of the messages, or in English, @word is or begins, when it is but one; 0 for none. */
static int
month_from_word (const char *word)
{
  int found = 0;

  for (int month = 1; month <= 12; month++)
    if (is_month (word, month, TRUE))
      return month;
  for (int month = 1; month <= 12; month++)
    if (is_month (word, month, FALSE))
      {
        if (found != 0)
          return 0;
        found = month;
      }
  return found;
}

/* The number of a day: "4", "4th", "1er"; 0 for none. */
static int
day_from_word (const char *word)
{
  gsize n_digits = strspn (word, "0123456789");

  if (n_digits == 0 || n_digits > 2 || g_utf8_strlen (word + n_digits, -1) > 2)
    return 0;
  for (const char *c = word + n_digits; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isalpha (g_utf8_get_char (c)))
      return 0;
  return atoi (word);
}

static gboolean
all_digits (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* "2021", "March 2021", "4 March 2021", "March 4 2021", or ISO 8601. */
static gboolean
day_from_words (const char *folded,
                Day        *day)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  *day = (Day) { 0 };
  if (day_from_iso (folded, day))
    return TRUE;
  *day = (Day) { 0 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      int month = month_from_word (words[i]);

      if (month > 0 && day->month == 0)
        day->month = month;
      else if (day_from_word (words[i]) > 0 && day->day == 0)
        day->day = day_from_word (words[i]);
      else if (all_digits (words[i]) && strlen (words[i]) == 4 && day->year == 0)
        day->year = atoi (words[i]);
      else
        return FALSE;
    }
  return day->month > 0 && day_is_valid (day);
}

/* What comes before a date in @folded and makes it "the end of", in this language or in English; 0 for nothing. */
static gsize
end_prefix (const char *folded)
{
  g_autofree char *phrase = g_strdup_printf (_("the end of %s"), "");
  g_autofree char *local = fold (phrase);
  const char *prefixes[] = { local, "until the end of", "the end of", "end of" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize length = strlen (prefixes[i]);

      if (length > 0 && g_str_has_prefix (folded, prefixes[i]) && folded[length] == ' ')
        return length + 1;
    }
  return 0;
}

/**
 * lsn_date_from_words:
 * @words: what was typed: ISO 8601, "March 2021", "4 March 2021", "today", "the end of 2021"
 * @is_end: whether the date is an end; only then "the end of" has a meaning
 * @today: ISO 8601 date of now
 * @iso: (out) (transfer full): the date as cells hold it; "" for an empty text
 *
 * Months are known by their names in the user's language and in English.
 *
 * Returns: whether it was understood
 */
gboolean
lsn_date_from_words (const char *words,
                     gboolean    is_end,
                     const char *today,
                     char      **iso)
{
  g_autofree char *now = fold (_("today"));
  g_autofree char *folded = NULL;
  gsize prefix;
  Day day;

  if (!g_utf8_validate (words, -1, NULL))
    return FALSE;
  folded = fold (words);
  if (*folded == '\0')
    {
      *iso = g_strdup ("");
      return TRUE;
    }
  if (g_str_equal (folded, now) || g_str_equal (folded, "today"))
    {
      *iso = g_strdup (today);
      return TRUE;
    }
  prefix = is_end ? end_prefix (folded) : 0;
  if (!day_from_words (folded + prefix, &day))
    return FALSE;
  if (prefix > 0)
    day_step (&day);
  *iso = day_to_iso (&day);
  return TRUE;
}
