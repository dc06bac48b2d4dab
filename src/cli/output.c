/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include "io/files.h"

/**
 * lsn_cli_map_format:
 * @name: the file to write, or "-"
 * @wanted: (nullable): the format that the user named
 * @format: (out): "graphml" or "dot"
 *
 * Decides the format of a map file before any work is done, and complains when it cannot.
 *
 * Returns: whether it can be written
 */
gboolean
lsn_cli_map_format (const char  *name,
                    const char  *wanted,
                    const char **format)
{
  if (wanted == NULL)
    *format = lsn_cli_is_standard (name) ? "graphml" : lsn_format_from_name (name);
  else if (strcmp (wanted, "graphml") == 0 || strcmp (wanted, "dot") == 0)
    *format = wanted;
  else
    {
      /* Translators: %s is what the user typed; graphml and dot are to be typed as they are */
      lsn_cli_complain (_("“%s” is no format that maps can be written in. There are graphml and dot."), wanted);
      return FALSE;
    }

  if (*format == NULL)
    lsn_cli_complain (_("The ending of “%s” does not say which format to write. Use .graphml, .xml, .graphml.gz, .dot or .gv, "
                        "or name the format with --format."), name);
  return *format != NULL;
}

static LsnExit
write_standard_output (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n = write (STDOUT_FILENO, data, size);

      if (n < 0 && errno != EINTR)
        {
          int code = errno;

          g_printerr (_("Standard output could not be written: %s"), g_strerror (code));
          g_printerr ("\n");
          return LSN_EXIT_OUTPUT;
        }
      if (n > 0)
        {
          data += n;
          size -= n;
        }
    }
  return LSN_EXIT_DONE;
}

/**
 * lsn_cli_write:
 * @cli: this run
 * @bytes: what to write
 * @name: a path, which is replaced in one step or left as it is, or "-" for standard output
 *
 * Writes and says on standard error why it could not.
 *
 * Returns: %LSN_EXIT_DONE, or what went wrong
 */
LsnExit
lsn_cli_write (LsnCli     *cli,
               GBytes     *bytes,
               const char *name)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (lsn_cli_is_standard (name))
    return write_standard_output (bytes);

  file = g_file_new_for_path (name);
  lsn_disk_replace_async (file, bytes, cli->cancellable, lsn_cli_done, cli);
  result = lsn_cli_wait (cli);
  if (lsn_disk_replace_finish (result, &error))
    return LSN_EXIT_DONE;
  lsn_cli_show_error (NULL, name, error);
  return LSN_EXIT_OUTPUT;
}

/* By way of lsn_save_async (), which also compresses */
static LsnExit
save_by_name (LsnCli     *cli,
              LsnMap     *snapshot,
              const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GError) error = NULL;

  lsn_save_async (snapshot, file, NULL, cli->cancellable, lsn_cli_done, cli);
  result = lsn_cli_wait (cli);
  state = lsn_save_finish (result, NULL, &error);
  if (state != NULL)
    return LSN_EXIT_DONE;
  lsn_cli_show_error (NULL, name, error);
  return LSN_EXIT_OUTPUT;
}

/**
 * lsn_cli_save:
 * @cli: this run
 * @snapshot: the map to write
 * @name: a path, or "-" for standard output
 * @format: "graphml" or "dot"
 *
 * Writes a map, and says on standard error what the format cannot hold.
 *
 * Returns: %LSN_EXIT_DONE; %LSN_EXIT_NO when the report has errors; or what went wrong
 */
LsnExit
lsn_cli_save (LsnCli     *cli,
              LsnMap     *snapshot,
              const char *name,
              const char *format)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LsnExit status;

  if (g_str_has_suffix (name, ".gz") && strcmp (format, "graphml") == 0)
    return save_by_name (cli, snapshot, name);

  bytes = lsn_encode (snapshot, format, report, &error);
  if (bytes == NULL)
    {
      lsn_cli_show_error (report, name, error);
      return LSN_EXIT_OUTPUT;
    }
  lsn_cli_show_report (report, name);
  status = lsn_cli_write (cli, bytes, name);
  if (status == LSN_EXIT_DONE && lsn_report_has_errors (report))
    status = LSN_EXIT_NO;
  return status;
}
