/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include "cli/json.h"

/* check: what a reader has to say about a file */

static const char * const severities[] = {
  [LSN_SEVERITY_NOTE] = "note",
  [LSN_SEVERITY_WARNING] = "warning",
  [LSN_SEVERITY_ERROR] = "error",
};

static void
append_problem (GString    *json,
                const char *severity,
                guint64     line,
                guint       column,
                const char *text)
{
  lsn_json_open (json, '{');
  lsn_json_key (json, "severity");
  lsn_json_text (json, severity);
  lsn_json_key (json, "line");
  lsn_json_count (json, line);
  lsn_json_key (json, "column");
  lsn_json_count (json, column);
  lsn_json_key (json, "text");
  lsn_json_text (json, text);
  lsn_json_close (json, '}');
}

static void
print_json (LsnReport    *report,
            const char   *name,
            const GError *error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *file = g_filename_display_name (name);

  lsn_json_open (json, '{');
  lsn_json_key (json, "file");
  lsn_json_text (json, file);
  lsn_json_key (json, "readable");
  lsn_json_truth (json, error == NULL);
  lsn_json_key (json, "problems");
  lsn_json_open (json, '[');
  for (guint i = 0; i < lsn_report_n_entries (report); i++)
    {
      const LsnReportEntry *entry = lsn_report_get (report, i);

      append_problem (json, severities[entry->severity], entry->line, entry->column, entry->text);
    }
  lsn_json_close (json, ']');
  lsn_json_key (json, "failure");
  lsn_json_text (json, error == NULL ? NULL : error->message);
  lsn_json_close (json, '}');
  g_print ("%s\n", json->str);
}

static void
print_counts (LsnReport *report)
{
  if (lsn_report_n_entries (report) == 0)
    {
      g_print ("%s\n", _("No problems."));
      return;
    }
  g_print (_("Errors: %u"), (guint) lsn_report_count (report, LSN_SEVERITY_ERROR));
  g_print ("\n");
  g_print (_("Warnings: %u"), (guint) lsn_report_count (report, LSN_SEVERITY_WARNING));
  g_print ("\n");
  /* Translators: things that a reader of a file remarks, neither errors nor warnings */
  g_print (_("Notes: %u"), (guint) lsn_report_count (report, LSN_SEVERITY_NOTE));
  g_print ("\n");
}

/**
 * lsn_cli_check:
 * @cli: this run
 * @command: this command
 * @argc: how many words follow, the command's name first
 * @argv: the words
 *
 * Reads a file and reports every problem, to standard error or as JSON to standard output.
 *
 * Returns: the exit status
 */
LsnExit
lsn_cli_check (LsnCli           *cli,
               const LsnCommand *command,
               int               argc,
               char            **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Report as JSON, on standard output"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (GError) error = NULL;

  if (!lsn_cli_parse (command, entries, &argc, &argv))
    return LSN_EXIT_USAGE;
  map = lsn_cli_load (cli, argv[1], &report, &error);
  if (as_json)
    print_json (report, argv[1], error);
  else if (map == NULL)
    lsn_cli_show_error (report, argv[1], error);
  else
    {
      lsn_cli_show_report (report, argv[1]);
      print_counts (report);
    }
  if (map == NULL)
    return lsn_cli_blame (error, LSN_EXIT_INPUT);
  return lsn_report_has_errors (report) ? LSN_EXIT_NO : LSN_EXIT_DONE;
}
