/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

/* A layout helper that misbehaves as BAD_HELPER says. */

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "wire/frame.h"
#include "wire/layout-message.h"
#include "wire/limits.h"
#include "wire/pack.h"

static void
write_bytes (const void *data,
             gsize       length)
{
  if (write (STDOUT_FILENO, data, length) != (gssize) length)
    _exit (3);
}

static void
answer (GByteArray *payload)
{
  g_autoptr (GBytes) bytes = g_bytes_new (payload->data, payload->len);

  lsn_frame_write (STDOUT_FILENO, LSN_FRAME_ANSWER, bytes, NULL);
}

static LsnLayoutRequest *
read_request (void)
{
  LsnWireFrame frame = { 0 };

  if (!lsn_frame_read (STDIN_FILENO, &frame, NULL))
    _exit (4);
  return lsn_layout_request_unpack (frame.payload, NULL);
}

/* An answer to the request, but with what @mode says wrong */
static void
answer_wrongly (const char *mode)
{
  LsnLayoutRequest *request = read_request ();
  GByteArray *out = g_byte_array_new ();

  lsn_pack_u32 (out, request->graphs->len + (g_str_equal (mode, "more-graphs") ? 1 : 0));
  for (guint i = 0; i < request->graphs->len; i++)
    {
      LsnFlatGraph *graph = g_ptr_array_index (request->graphs, i);
      guint n = graph->n_nodes + (g_str_equal (mode, "more-places") ? 1 : 0);

      lsn_pack_u32 (out, n);
      for (guint j = 0; j < 2 * n; j++)
        lsn_pack_f64 (out, g_str_equal (mode, "nan") ? NAN : g_str_equal (mode, "far") ? 1e300 : j);
    }
  if (g_str_equal (mode, "rest"))
    lsn_pack_u32 (out, 7);
  answer (out);
}

int
main (int    argc,
      char **argv)
{
  const char *mode = g_getenv ("BAD_HELPER");
  const char *pid_file = g_getenv ("BAD_HELPER_PID");
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());

  if (pid_file != NULL)
    g_file_set_contents (pid_file, pid, -1, NULL);
  if (g_str_equal (mode, "crash"))
    {
      fprintf (stderr, "out of luck\n");
      signal (SIGABRT, SIG_DFL);
      kill (getpid (), SIGKILL);
    }
  if (g_str_equal (mode, "exit"))
    return 7;
  if (g_str_equal (mode, "silence"))
    return 0;
  if (g_str_equal (mode, "hang"))
    for (read_request ();;)
      pause ();
  if (g_str_equal (mode, "deaf"))
    for (;;)
      pause ();
  if (g_str_equal (mode, "garbage"))
    write_bytes ("GIF89a, or something of the sort", 32);
  else if (g_str_equal (mode, "endless"))
    for (;;)
      write_bytes ("\1\0\0\0\10\0\0\0LSN1\1\0\0\0", 16);
  else if (g_str_equal (mode, "version"))
    write_bytes ("\1\0\0\0\10\0\0\0LSN1\2\0\0\0", 16);
  else if (g_str_equal (mode, "huge"))
    write_bytes ("\1\0\0\0\10\0\0\0LSN1\1\0\0\0\3\0\0\0\377\377\377\377", 24);
  else if (g_str_equal (mode, "half"))
    write_bytes ("\1\0\0\0\10\0\0\0LSN1\1\0\0\0\3\0\0\0\100\0\0\0half", 28);
  else if (g_str_equal (mode, "early"))
    write_bytes ("\1\0\0\0\10\0\0\0LSN1\1\0\0\0\3\0\0\0\0\0\0\0", 24);
  else if (g_str_equal (mode, "refusal"))
    write_bytes ("\1\0\0\0\10\0\0\0LSN1\1\0\0\0\4\0\0\0\4\0\0\0\377\0\0\0", 28);
  else
    answer_wrongly (mode);
  return 0;
}
