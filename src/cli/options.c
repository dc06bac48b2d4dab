/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <glib/gi18n-lib.h>

/**
 * lsn_cli_complain:
 * @format: what is wrong with how the program was called, a translated sentence
 *
 * Prints it to standard error, with the command's name before it and where help is found after it.
 */
void
lsn_cli_complain (const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s: %s\n", g_get_prgname (), text);
  /* Translators: %s is a command such as "liaison-cli info" */
  g_printerr (_("“%s --help” tells how to use it."), g_get_prgname ());
  g_printerr ("\n");
}

/**
 * lsn_cli_parse:
 * @command: the command that runs
 * @entries: its options
 * @argc: (inout): how many words there are, the command's name first
 * @argv: (inout): the words; options are taken out
 *
 * Parses the options and looks whether the right number of files is left; complains when not. With --help it prints the help and
 * ends the program.
 *
 * Returns: whether the command can go on
 */
gboolean
lsn_cli_parse (const LsnCommand   *command,
               const GOptionEntry *entries,
               int                *argc,
               char             ***argv)
{
  g_autofree char *program = g_strdup_printf ("liaison-cli %s", command->name);
  g_autoptr (GOptionContext) context = g_option_context_new (_(command->arguments));
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(command->summary));
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      lsn_cli_complain ("%s", error->message);
      return FALSE;
    }
  if (*argc - 1 != command->n_arguments)
    {
      /* Translators: %s are the files that a command wants, such as "IN OUT" */
      lsn_cli_complain (_("It wants %s, no more and no less."), _(command->arguments));
      return FALSE;
    }
  return TRUE;
}

static gboolean
append_actor (LsnMap     *map,
              const char *id,
              GArray     *rows)
{
  LsnRow row = lsn_map_find_row (map, LSN_TABLE_ACTORS, id);

  if (row == LSN_NO_ROW)
    return FALSE;
  g_array_append_val (rows, row);
  return TRUE;
}

/**
 * lsn_cli_find_only:
 * @map: a map
 * @ids: (nullable): values of --only: each is an id, or several with commas between them; %NULL when it was not given
 * @only: (out) (transfer full) (nullable) (element-type LsnRow): the actors; %NULL for all
 *
 * Finds actors by id, and complains about the first that is not there, or when none is named.
 *
 * Returns: whether what was given makes sense
 */
gboolean
lsn_cli_find_only (LsnMap  *map,
                   char   **ids,
                   GArray **only)
{
  g_autoptr (GArray) rows = NULL;

  *only = NULL;
  if (ids == NULL)
    return TRUE;
  rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;

      /* An id may itself hold a comma */
      if (append_actor (map, ids[i], rows))
        continue;
      parts = g_strsplit (ids[i], ",", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        if (!append_actor (map, g_strstrip (parts[j]), rows))
          {
            lsn_cli_complain (_("There is no actor with the id “%s” in this map."), parts[j]);
            return FALSE;
          }
    }
  /* A script whose variable is empty must not give away the whole map. */
  if (rows->len == 0)
    {
      lsn_cli_complain ("%s", _("--only names no actor."));
      return FALSE;
    }
  *only = g_steal_pointer (&rows);
  return TRUE;
}
