/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "model/date-words.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include "model/value.h"

/* Translators: a month that stands after its day, as in “4 March 2021”. */
static const char *const after_day[] = {
  NC_("month after its day", "January"), NC_("month after its day", "February"), NC_("month after its day", "March"),
  NC_("month after its day", "April"), NC_("month after its day", "May"), NC_("month after its day", "June"),
  NC_("month after its day", "July"), NC_("month after its day", "August"), NC_("month after its day", "September"),
  NC_("month after its day", "October"), NC_("month after its day", "November"), NC_("month after its day", "December"),
};

/* Translators: a month that stands without a day, as in “March 2021”. */
static const char *const alone[] = {
  NC_("month without a day", "January"), NC_("month without a day", "February"), NC_("month without a day", "March"),
  NC_("month without a day", "April"), NC_("month without a day", "May"), NC_("month without a day", "June"),
  NC_("month without a day", "July"), NC_("month without a day", "August"), NC_("month without a day", "September"),
  NC_("month without a day", "October"), NC_("month without a day", "November"), NC_("month without a day", "December"),
};

/**
 * lsn_month_name:
 * @month: 1 to 12
 * @with_day: whether it stands after its day; some languages bend it then
 *
 * Returns: (transfer none): the month's name in the language of the messages
 */
const char *
lsn_month_name (guint    month,
                gboolean with_day)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return with_day ? g_dpgettext2 (GETTEXT_PACKAGE, "month after its day", after_day[month - 1])
                  : g_dpgettext2 (GETTEXT_PACKAGE, "month without a day", alone[month - 1]);
}

/**
 * lsn_date_in_words:
 * @iso: a date of year, month or day precision
 *
 * Writes a date as people read it: “2024”, “February 2024”, “29 February 2024”, in the language of the messages.
 *
 * Returns: (transfer full): the words; @iso itself when it is no such date
 */
char *
lsn_date_in_words (const char *iso)
{
  guint length = (guint) strlen (iso), month, day;
  int year;

  if (!lsn_date_is_valid (iso) || length < 7)
    return g_strdup (iso);

  year = atoi (iso);
  month = (guint) atoi (iso + 5);
  if (length < 10)
    /* Translators: %1$s is the name of a month, %2$d the year: “March 2021” */
    return g_strdup_printf (C_("date", "%1$s %2$d"), lsn_month_name (month, FALSE), year);
  day = (guint) atoi (iso + 8);
  if (day == 1)
    /* Translators: the first day of a month: %1$u is 1, %2$s the month’s name, %3$d the year. In French, “%1$uer %2$s %3$d” */
    return g_strdup_printf (C_("first day of a month", "%1$u %2$s %3$d"), day, lsn_month_name (month, TRUE), year);
  /* Translators: %1$u is the day, %2$s the month’s name, %3$d the year: “4 March 2021” */
  return g_strdup_printf (C_("date", "%1$u %2$s %3$d"), day, lsn_month_name (month, TRUE), year);
}

/* The year, month or day before, of the same precision; NULL when there is none. */
static char *
one_before (const char *iso)
{
  int   year = atoi (iso), month = strlen (iso) >= 7 ? atoi (iso + 5) : 0;
  GDate day;

  if (strlen (iso) >= 10)
    {
      g_date_clear (&day, 1);
      g_date_set_dmy (&day, (GDateDay) atoi (iso + 8), (GDateMonth) month, (GDateYear) year);
      if (g_date_get_julian (&day) < 2)
        return NULL;
      g_date_subtract_days (&day, 1);
      return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), (guint) g_date_get_month (&day), g_date_get_day (&day));
    }
  if (year == 1 && month <= 1)
    return NULL;
  if (month == 0)
    return g_strdup_printf ("%04d", year - 1);
  return month == 1 ? g_strdup_printf ("%04d-12", year - 1) : g_strdup_printf ("%04d-%02d", year, month - 1);
}

/**
 * lsn_date_end_in_words:
 * @iso: a date of year, month or day precision, the first moment after what is meant
 *
 * Returns: (transfer full): what is meant in words: “the end of 2021” for 2022; @iso itself when it is no such date
 */
char *
lsn_date_end_in_words (const char *iso)
{
  g_autofree char *before = lsn_date_is_valid (iso) ? one_before (iso) : NULL;
  g_autofree char *words = before != NULL ? lsn_date_in_words (before) : NULL;

  if (words == NULL)
    return g_strdup (iso);
  /* Translators: %s is a year, a month or a day: "the end of March 2021" */
  return g_strdup_printf (_("the end of %s"), words);
}
