/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <stdio.h>

#include "io/files.h"

/* convert IN OUT: reads a file and writes it as GraphML or DOT, for scripts that compare. The report goes to standard output.
 * Exit status: 0 done, 3 not read, 4 not written. */

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
} Wait;

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) in = NULL;
  g_autoptr (GFile) out = NULL;
  g_autoptr (LsnFileState) state = NULL;
  g_autofree char *text = NULL;
  Wait wait = { loop, NULL };

  g_return_val_if_fail (argc == 3, 2);
  in = g_file_new_for_commandline_arg (argv[1]);
  out = g_file_new_for_commandline_arg (argv[2]);
  lsn_load_async (in, origin, NULL, on_done, &wait);
  g_main_loop_run (loop);
  map = lsn_load_finish (wait.result, &report, NULL, &error);
  g_clear_object (&wait.result);
  text = lsn_report_to_text (report, argv[1]);
  fputs (text, stdout);
  if (map == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 3;
    }
  lsn_save_async (map, out, NULL, NULL, on_done, &wait);
  g_main_loop_run (loop);
  state = lsn_save_finish (wait.result, NULL, &error);
  g_clear_object (&wait.result);
  if (state == NULL)
    fprintf (stderr, "%s\n", error->message);
  return state == NULL ? 4 : 0;
}
