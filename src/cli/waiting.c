/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "cli/cli.h"

#include <glib-unix.h>
#include <signal.h>

static gboolean
on_interrupt_cb (gpointer user_data)
{
  LsnCli *cli = user_data;

  g_cancellable_cancel (cli->cancellable);
  return G_SOURCE_CONTINUE;
}

static GSource *
watch_signal (LsnCli *cli,
              int     number)
{
  GSource *source = g_unix_signal_source_new (number);

  g_source_set_callback (source, on_interrupt_cb, cli, NULL);
  g_source_attach (source, cli->context);
  return source;
}

static void
unwatch (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

/**
 * lsn_cli_done:
 * @source: (nullable): who did the work
 * @result: its result
 * @cli: the run that waits for it
 *
 * The callback to give to an asynchronous function whose result lsn_cli_wait () then returns.
 */
void
lsn_cli_done (GObject      *source,
              GAsyncResult *result,
              gpointer      cli)
{
  g_set_object (&((LsnCli *) cli)->result, result);
}

/**
 * lsn_cli_wait:
 * @cli: a run that began something with lsn_cli_done () as the callback
 *
 * Waits until it has ended. Interrupting the program meanwhile cancels the work, so that no helper is left behind and no file
 * half written; at any other time it ends the program at once.
 *
 * Returns: (transfer full): the result
 */
GAsyncResult *
lsn_cli_wait (LsnCli *cli)
{
  GSource *interrupt = watch_signal (cli, SIGINT);
  GSource *terminate = watch_signal (cli, SIGTERM);

  while (cli->result == NULL)
    g_main_context_iteration (cli->context, TRUE);
  unwatch (interrupt);
  unwatch (terminate);
  return g_steal_pointer (&cli->result);
}
