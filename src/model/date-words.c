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
