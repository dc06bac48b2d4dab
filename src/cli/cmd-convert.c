/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>

/**
 * lsn_cli_convert:
 * @cli: this run
 * @command: this command
 * @argc: how many words follow, the command's name first
 * @argv: the words
 *
 * Reads a map by the content of the one file and writes it by the ending of the other.
 *
 * Returns: the exit status
 */
LsnExit
lsn_cli_convert (LsnCli           *cli,
                 const LsnCommand *command,
                 int               argc,
                 char            **argv)
{
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &wanted,
      N_("Write this format: graphml or dot (by the ending of OUT; graphml to standard output)"),
      /* Translators: stands for what is to be typed, in help */
      N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (LsnMap) snapshot = NULL;
  const char *format;
  LsnExit reading, writing;

  if (!lsn_cli_parse (command, entries, &argc, &argv) || !lsn_cli_map_format (argv[2], wanted, &format))
    return LSN_EXIT_USAGE;
  map = lsn_cli_read (cli, argv[1], &reading);
  if (map == NULL)
    return reading;
  snapshot = lsn_map_snapshot (map);
  writing = lsn_cli_save (cli, snapshot, argv[2], format);
  return writing != LSN_EXIT_DONE ? writing : reading;
}
