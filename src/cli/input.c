/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include "engine/layout.h"
#include "io/files.h"
#include "io/limits.h"

/**
 * lsn_cli_is_standard:
 * @name: a file as it was named on the command line
 *
 * Returns: whether it means standard input or output
 */
gboolean
lsn_cli_is_standard (const char *name)
{
  return strcmp (name, "-") == 0;
}

/* All that stands on standard input. What is longer than a reader takes is cut just above that limit: the reader then
 * says so. */
static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[64 * 1024];

  while (bytes->len <= LSN_IO_MAX_BYTES)
    {
      gssize n = read (STDIN_FILENO, buffer, sizeof buffer);

      if (n == 0)
        break;
      if (n < 0 && errno != EINTR)
        {
          int code = errno;

          g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK,
                       _("Standard input could not be read: %s"), g_strerror (code));
          return NULL;
        }
      if (n > 0)
        g_byte_array_append (bytes, buffer, n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * lsn_cli_load:
 * @cli: this run
 * @name: a path, or "-" for standard input
 * @report: (out) (transfer full): what the reader has to say; always set
 * @error: set when the file cannot be read at all
 *
 * Reads a map and prints nothing.
 *
 * Returns: (transfer full) (nullable): the map
 */
LsnMap *
lsn_cli_load (LsnCli     *cli,
              const char *name,
              LsnReport **report,
              GError    **error)
{
  LsnOrigin *origin = lsn_origin_new_default ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LsnFileState) state = NULL;

  if (lsn_cli_is_standard (name))
    {
      g_autoptr (GBytes) bytes = read_standard_input (error);

      if (bytes == NULL)
        {
          lsn_origin_unref (origin);
          *report = lsn_report_new ();
          return NULL;
        }
      lsn_load_bytes_async (bytes, name, origin, cli->cancellable, lsn_cli_done, cli);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (name);

      lsn_load_async (file, origin, cli->cancellable, lsn_cli_done, cli);
    }
  lsn_origin_unref (origin);
  result = lsn_cli_wait (cli);
  return lsn_load_finish (result, report, &state, error);
}

/**
 * lsn_cli_show_report:
 * @report: what a reader or writer has to say
 * @name: the file that it is about
 *
 * Prints "FILE:LINE:COLUMN: error: text" for each entry to standard error.
 */
void
lsn_cli_show_report (LsnReport  *report,
                     const char *name)
{
  g_autofree char *file = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (lsn_report_n_entries (report) == 0)
    return;
  text = lsn_report_to_text (report, file);
  g_printerr ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
}

static gboolean
report_says (LsnReport  *report,
             const char *message)
{
  for (guint i = 0; i < lsn_report_n_entries (report); i++)
    {
      const LsnReportEntry *entry = lsn_report_get (report, i);

      if (entry->severity == LSN_SEVERITY_ERROR && strstr (message, entry->text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * lsn_cli_show_error:
 * @report: (nullable): what the reader said before it failed
 * @name: the file that it is about
 * @error: why it failed
 *
 * Prints both to standard error, but nothing twice.
 */
void
lsn_cli_show_error (LsnReport    *report,
                    const char   *name,
                    const GError *error)
{
  g_autofree char *file = g_filename_display_name (name);

  if (report != NULL)
    lsn_cli_show_report (report, name);
  if (report == NULL || !report_says (report, error->message))
    g_printerr ("%s: %s\n", file, error->message);
}

/**
 * lsn_cli_blame:
 * @error: why something failed
 * @otherwise: the status when it was not a helper that failed
 *
 * Returns: the exit status for @error
 */
LsnExit
lsn_cli_blame (const GError *error,
               LsnExit       otherwise)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return LSN_EXIT_HELPER;
  if (error->domain == LSN_ENGINE_ERROR && error->code != LSN_ENGINE_ERROR_REFUSED)
    return LSN_EXIT_HELPER;
  return otherwise;
}

/**
 * lsn_cli_read:
 * @cli: this run
 * @name: a path, or "-" for standard input
 * @status: (out): %LSN_EXIT_DONE or, when the report has errors, %LSN_EXIT_NO; without a map, why there is none
 *
 * Reads a map and prints what the reader has to say to standard error.
 *
 * Returns: (transfer full) (nullable): the map
 */
LsnMap *
lsn_cli_read (LsnCli     *cli,
              const char *name,
              LsnExit    *status)
{
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LsnMap *map = lsn_cli_load (cli, name, &report, &error);

  if (map == NULL)
    {
      lsn_cli_show_error (report, name, error);
      *status = lsn_cli_blame (error, LSN_EXIT_INPUT);
      return NULL;
    }
  lsn_cli_show_report (report, name);
  *status = lsn_report_has_errors (report) ? LSN_EXIT_NO : LSN_EXIT_DONE;
  return map;
}
