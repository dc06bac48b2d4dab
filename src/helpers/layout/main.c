/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "helpers/layout/jobs.h"
#include "helpers/layout/sandbox.h"
#include "wire/frame.h"

typedef struct
{
  const char *name;
  LsnBoxKind  box;
  void        (*prepare)(void);
  GBytes     *(*work)(GBytes      *payload,
                      LsnRefusal **refusal);
} Job;

static const Job jobs[] = {
  { "layout", LSN_BOX_MEMORY, lsn_layout_prepare, lsn_layout_job },
  { "parse", LSN_BOX_MEMORY, lsn_parse_prepare, lsn_parse_job },
  { "render", LSN_BOX_FILES, lsn_render_prepare, lsn_render_job },
};

static const Job *
find_job (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (g_str_equal (jobs[i].name, name))
      return &jobs[i];
  return NULL;
}

static int
answer (GBytes     *payload,
        LsnRefusal *refusal)
{
  g_autoptr (GBytes) why = refusal == NULL ? NULL : lsn_refusal_pack (refusal);
  g_autoptr (GError) error = NULL;

  if (lsn_frame_write (STDOUT_FILENO, refusal == NULL ? LSN_FRAME_ANSWER : LSN_FRAME_REFUSAL,
                       refusal == NULL ? payload : why, &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "liaison-layout: %s\n", error->message);
  return EXIT_FAILURE;
}

static int
serve (const Job *job)
{
  g_auto (LsnWireFrame) request = { 0 };
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (LsnRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;

  job->prepare ();
  lsn_sandbox_ignore_input ();
  if (!lsn_sandbox_enter (job->box))
    return answer (NULL, refusal = lsn_refusal_new (LSN_REFUSAL_BOX, 0, ""));

  if (!lsn_frame_read (STDIN_FILENO, &request, &error))
    {
      fprintf (stderr, "liaison-layout: %s\n", error->message);
      return EXIT_FAILURE;
    }
  lsn_sandbox_end_with_input ();
  if (request.kind == LSN_FRAME_REQUEST)
    payload = job->work (request.payload, &refusal);
  else
    refusal = lsn_refusal_new (LSN_REFUSAL_REQUEST, 0, "");
  return answer (payload, refusal);
}

int
main (int    argc,
      char **argv)
{
  const Job *job = argc == 4 ? find_job (argv[1]) : NULL;
  int status;

  if (job == NULL)
    {
      fprintf (stderr, "usage: liaison-layout layout|parse|render CPU-SECONDS PARENT-PROCESS < frames > frames\n"
                       "This program is started by Liaison; it is of no use by itself.\n");
      return 2;
    }
  lsn_sandbox_follow_parent (strtol (argv[3], NULL, 10));
  if (!lsn_sandbox_limit (CLAMP (strtol (argv[2], NULL, 10), 1, G_MAXINT)))
    {
      fprintf (stderr, "liaison-layout: cannot limit memory and time\n");
      return EXIT_FAILURE;
    }
  status = serve (job);
  _exit (status);   /* what plugins would do at exit is not wanted, and in the box not possible */
}
