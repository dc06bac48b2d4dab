/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/report.h"

#include <glib/gi18n-lib.h>

/* Enough for people and scripts, and a bound for hostile input. */
#define LIMIT 1000

struct _LsnReport
{
  int        references; /* atomic: readers fill it in a thread of their own */
  GPtrArray *entries;    /* LsnReportEntry; past the limit, the last one says how many more there were */
  guint64    n_added;
  gboolean   has_errors;
};

static void
entry_free (gpointer data)
{
  LsnReportEntry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

/**
 * lsn_report_new:
 *
 * Returns: (transfer full): a report without entries
 */
LsnReport *
lsn_report_new (void)
{
  LsnReport *report = g_new0 (LsnReport, 1);

  report->references = 1;
  report->entries = g_ptr_array_new_with_free_func (entry_free);

  return report;
}

/**
 * lsn_report_ref:
 * @report: a report
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @report
 */
LsnReport *
lsn_report_ref (LsnReport *report)
{
  g_atomic_int_inc (&report->references);
  return report;
}

/**
 * lsn_report_unref:
 * @report: (transfer full): a report
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_report_unref (LsnReport *report)
{
  if (!g_atomic_int_dec_and_test (&report->references))
    return;

  g_ptr_array_unref (report->entries);
  g_free (report);
}

/**
 * lsn_report_limit:
 *
 * Returns: how many entries a report keeps
 */
guint
lsn_report_limit (void)
{
  return LIMIT;
}

static void
count_more (LsnReport  *report,
            LsnSeverity severity)
{
  gulong n_more = (gulong) (report->n_added - LIMIT);
  LsnReportEntry *entry;

  if (report->entries->len == LIMIT)
    g_ptr_array_add (report->entries, g_new0 (LsnReportEntry, 1));

  entry = g_ptr_array_index (report->entries, LIMIT);
  entry->severity = MAX (entry->severity, severity);
  g_free (entry->text);
  entry->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              /* Translators: more things to report than are listed */
                                              "There is %lu more to report.",
                                              "There are %lu more to report.",
                                              n_more),
                                 n_more);
}

/**
 * lsn_report_add:
 * @report: a report
 * @severity: how bad it is
 * @line: from 1; 0 when there is none
 * @column: from 1; 0 when there is none
 * @format: a translated sentence
 * @...: what goes into it
 *
 * Adds an entry. Past lsn_report_limit () they are only counted.
 */
void
lsn_report_add (LsnReport  *report,
                LsnSeverity severity,
                guint64     line,
                guint       column,
                const char *format,
                ...)
{
  LsnReportEntry *entry;
  va_list arguments;

  g_return_if_fail (report != NULL && format != NULL);

  report->n_added++;
  report->has_errors |= severity == LSN_SEVERITY_ERROR;
  if (report->n_added > LIMIT)
    {
      count_more (report, severity);
      return;
    }

  entry = g_new0 (LsnReportEntry, 1);
  entry->severity = severity;
  entry->line = line;
  entry->column = column;
  va_start (arguments, format);
  entry->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (report->entries, entry);
}

/**
 * lsn_report_n_entries:
 * @report: a report
 *
 * Returns: how many entries it holds
 */
guint
lsn_report_n_entries (LsnReport *report)
{
  g_return_val_if_fail (report != NULL, 0);

  return report->entries->len;
}

/**
 * lsn_report_get:
 * @report: a report
 * @index: from 0
 *
 * Returns: (transfer none): an entry, borrowed until something is added
 */
const LsnReportEntry *
lsn_report_get (LsnReport *report,
                guint      index)
{
  g_return_val_if_fail (report != NULL && index < report->entries->len, NULL);

  return g_ptr_array_index (report->entries, index);
}

/**
 * lsn_report_has_errors:
 * @report: a report
 *
 * Returns: whether anything added was an error, also past the limit
 */
gboolean
lsn_report_has_errors (LsnReport *report)
{
  g_return_val_if_fail (report != NULL, FALSE);

  return report->has_errors;
}

static const char *
severity_word (LsnSeverity severity)
{
  switch (severity)
    {
    case LSN_SEVERITY_NOTE:
      /* Translators: as compilers say: FILE:LINE:COLUMN: note: ... */
      return C_("severity", "note");

    case LSN_SEVERITY_WARNING:
      return C_("severity", "warning");

    case LSN_SEVERITY_ERROR:
      return C_("severity", "error");

    default:
      g_return_val_if_reached ("");
    }
}

/**
 * lsn_report_to_text:
 * @report: a report
 * @file: the name that the lines begin with
 *
 * Returns: (transfer full): "FILE:LINE:COLUMN: error: text", a line for each entry
 */
char *
lsn_report_to_text (LsnReport  *report,
                    const char *file)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < report->entries->len; i++)
    {
      const LsnReportEntry *entry = g_ptr_array_index (report->entries, i);

      g_string_append_printf (text, "%s:", file);
      if (entry->line > 0)
        g_string_append_printf (text, "%" G_GUINT64_FORMAT ":", entry->line);
      if (entry->line > 0 && entry->column > 0)
        g_string_append_printf (text, "%u:", entry->column);
      g_string_append_printf (text, " %s: %s\n", severity_word (entry->severity), entry->text);
    }

  return g_string_free (text, FALSE);
}
