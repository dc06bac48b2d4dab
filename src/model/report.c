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
  guint64    n_added[LSN_SEVERITY_ERROR + 1];
  guint      n_kept[LSN_SEVERITY_ERROR + 1];
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

/* The last entry, which says what is not listed; as bad as the worst of that. */
static void
tell_more (LsnReport *report)
{
  gulong n_more = 0;
  LsnReportEntry *entry;

  if (report->entries->len == LIMIT)
    g_ptr_array_add (report->entries, g_new0 (LsnReportEntry, 1));

  entry = g_ptr_array_index (report->entries, LIMIT);
  entry->severity = LSN_SEVERITY_NOTE;
  for (guint i = 0; i <= LSN_SEVERITY_ERROR; i++)
    {
      n_more += (gulong) (report->n_added[i] - report->n_kept[i]);
      if (report->n_added[i] > report->n_kept[i])
        entry->severity = (LsnSeverity) i;
    }
  g_free (entry->text);
  entry->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              /* Translators: more things to report than are listed */
                                              "There is %lu more to report.",
                                              "There are %lu more to report.",
                                              n_more),
                                 n_more);
}

static guint
n_listed (LsnReport *report)
{
  return MIN (report->entries->len, LIMIT);
}

/* What is worse takes the place of what matters least, the last of that. */
static gboolean
make_room (LsnReport  *report,
           LsnSeverity severity)
{
  guint least = 0;

  if (n_listed (report) < LIMIT)
    return TRUE;
  while (least < severity && report->n_kept[least] == 0)
    least++;
  if (least == severity)
    return FALSE;

  for (guint i = LIMIT; i-- > 0;)
    {
      LsnReportEntry *entry = g_ptr_array_index (report->entries, i);

      if (entry->severity != least)
        continue;
      g_ptr_array_remove_index (report->entries, i);
      report->n_kept[least]--;
      break;
    }
  return TRUE;
}

static void
add (LsnReport  *report,
     LsnSeverity severity,
     guint64     line,
     guint       column,
     char       *text)
{
  LsnReportEntry *entry;

  if (!make_room (report, severity))
    {
      g_free (text);
      return;
    }

  entry = g_new0 (LsnReportEntry, 1);
  entry->severity = severity;
  entry->line = line;
  entry->column = column;
  entry->text = text;
  g_ptr_array_insert (report->entries, (int) (report->n_kept[0] + report->n_kept[1] + report->n_kept[2]), entry);
  report->n_kept[severity]++;
}

static gboolean
has_more (LsnReport *report)
{
  for (guint i = 0; i <= LSN_SEVERITY_ERROR; i++)
    if (report->n_added[i] > report->n_kept[i])
      return TRUE;
  return FALSE;
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
 * Adds an entry. Past lsn_report_limit () they are only counted, but the worst are listed first of all: an error takes the
 * place of a warning or a note.
 */
void
lsn_report_add (LsnReport  *report,
                LsnSeverity severity,
                guint64     line,
                guint       column,
                const char *format,
                ...)
{
  va_list arguments;
  char *text;

  g_return_if_fail (report != NULL && format != NULL);

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  report->n_added[severity]++;
  add (report, severity, line, column, text);
  if (has_more (report))
    tell_more (report);
}

/**
 * lsn_report_append:
 * @report: a report
 * @more: another one
 *
 * Adds all of @more: what it lists, and the number of what it only counted.
 */
void
lsn_report_append (LsnReport *report,
                   LsnReport *more)
{
  g_return_if_fail (report != NULL && more != NULL && report != more);

  for (guint i = 0; i < n_listed (more); i++)
    {
      const LsnReportEntry *entry = g_ptr_array_index (more->entries, i);

      add (report, entry->severity, entry->line, entry->column, g_strdup (entry->text));
    }
  for (guint i = 0; i <= LSN_SEVERITY_ERROR; i++)
    report->n_added[i] += more->n_added[i];
  if (has_more (report))
    tell_more (report);
}

/**
 * lsn_report_count:
 * @report: a report
 * @severity: how bad
 *
 * Returns: how many such things were added, also past the limit
 */
guint64
lsn_report_count (LsnReport  *report,
                  LsnSeverity severity)
{
  g_return_val_if_fail (report != NULL && (guint) severity <= LSN_SEVERITY_ERROR, 0);

  return report->n_added[severity];
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

  return report->n_added[LSN_SEVERITY_ERROR] > 0;
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
