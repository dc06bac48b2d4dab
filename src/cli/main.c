/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const LsnCommand commands[] = {
  /* Translators: FILE, IN and OUT stand for files to name; IN is read, OUT is written */
  { "info", N_("FILE"), 1, N_("Tell what a map holds"), lsn_cli_info },
  { "check", N_("FILE"), 1, N_("Report every problem of a file with its line and column"), lsn_cli_check },
  { "convert", N_("IN OUT"), 2, N_("Write a map in another format"), lsn_cli_convert },
  { "layout", N_("IN OUT"), 2, N_("Lay a map out"), lsn_cli_layout },
  { "render", N_("IN OUT"), 2, N_("Draw a map as a picture"), lsn_cli_render },
};

static const LsnCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Columns are of letters, not of bytes, and as wide as the language needs. */
static void
print_commands (void)
{
  glong width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, g_utf8_strlen (_(commands[i].arguments), -1));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *arguments = _(commands[i].arguments);

      g_print ("  %-9s %s%*s  %s\n", commands[i].name, arguments, (int) (width - g_utf8_strlen (arguments, -1)), "",
               _(commands[i].summary));
    }
}

static void
print_help (void)
{
  g_print ("%s\n", _("Usage:"));
  /* Translators: the words in capitals stand for what is to be typed */
  g_print ("  liaison-cli %s\n\n", _("COMMAND [OPTION…] FILE…"));
  g_print ("%s\n\n%s\n", _("Works on maps of stakeholders without a window."), _("Commands:"));
  print_commands ();
  g_print ("\n%s\n", _("Options:"));
  g_print ("  --help     %s\n", _("Show this help; after a command, that command’s"));
  g_print ("  --version  %s\n\n", _("Show the version"));
  g_print ("%s\n", _("“-” in the place of a file is standard input or output.\n"
                     "\n"
                     "Exit status: 0 done; 1 done, but there were errors in the file; 2 wrong usage; 3 input cannot\n"
                     "be read; 4 output cannot be written; 5 a helper failed, was cancelled or ran out of time."));
}

static void
set_locale (void)
{
  const char *folder = g_getenv ("LIAISON_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* What was printed may only now turn out not to fit on the disk. */
static LsnExit
close_output (LsnExit status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr (_("Standard output could not be written: %s"), g_strerror (errno));
  g_printerr ("\n");
  return LSN_EXIT_OUTPUT;
}

static LsnExit
run_command (int    argc,
             char **argv)
{
  const LsnCommand *command = find_command (argv[1]);
  LsnCli cli = { NULL };
  LsnExit status;

  if (command == NULL)
    {
      lsn_cli_complain (_("There is no command “%s”."), argv[1]);
      return LSN_EXIT_USAGE;
    }
  cli.context = g_main_context_new ();
  cli.cancellable = g_cancellable_new ();
  g_main_context_push_thread_default (cli.context);
  status = command->run (&cli, command, argc - 1, argv + 1);
  g_main_context_pop_thread_default (cli.context);
  g_clear_pointer (&cli.context, g_main_context_unref);
  g_clear_object (&cli.cancellable);
  return status;
}

int
main (int   argc,
      char *argv[])
{
  LsnExit status = LSN_EXIT_DONE;

  set_locale ();
  g_set_prgname ("liaison-cli");
  /* A reader that went away is an error to report, not a reason to die */
  signal (SIGPIPE, SIG_IGN);

  if (argc < 2)
    {
      lsn_cli_complain ("%s", _("Name a command."));
      status = LSN_EXIT_USAGE;
    }
  else if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    print_help ();
  else if (strcmp (argv[1], "--version") == 0)
    g_print ("liaison-cli %s\n", VERSION);
  else
    status = run_command (argc, argv);
  return close_output (status);
}
