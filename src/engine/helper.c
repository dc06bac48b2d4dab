/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "engine/helper.h"

#include <errno.h>
#include <math.h>
#include <sys/socket.h>
#include <unistd.h>

#include "engine/helper-error.h"
#include "wire/frame.h"

#define HELPER "liaison-layout"
#define CHUNK (256 * 1024)
#define TAIL 500

/* Everything below happens on the thread that started the run, as sources of its main context. The task is alive as long as
 * one of its operations is; it returns once, and what comes after is let pass. */
typedef struct
{
  GSubprocess       *process;
  GSocketConnection *request;       /* our end of the helper's standard input; closing it ends the helper */
  GBytes            *request_bytes;
  LsnFrameReader    *reader;
  guint8            *answer_chunk, *said_chunk;
  GString           *said;          /* the end of its standard error */
  GCancellable      *stop;          /* of our own reading and writing */
  GSource           *timer, *cancel;
  double             timeout;
  guint              open;          /* of: standard output, standard error, the process */
  gboolean           returned;
} Run;

static void
run_free (Run *run)
{
  g_clear_object (&run->process);
  g_clear_object (&run->request);
  g_clear_pointer (&run->request_bytes, g_bytes_unref);
  g_clear_pointer (&run->reader, lsn_frame_reader_free);
  g_free (run->answer_chunk);
  g_free (run->said_chunk);
  g_string_free (run->said, TRUE);
  g_clear_object (&run->stop);
  g_free (run);
}

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* The end of a run, however it came about: nothing of the helper is left. Takes @answer or @error. */
static void
run_return (GTask  *task,
            GBytes *answer,
            GError *error)
{
  Run *run = g_task_get_task_data (task);

  g_assert (!run->returned);
  run->returned = TRUE;
  drop_source (&run->timer);
  drop_source (&run->cancel);
  g_subprocess_force_exit (run->process);
  g_cancellable_cancel (run->stop);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, (GDestroyNotify) g_bytes_unref);
}

static void
return_frame (GTask        *task,
              LsnWireFrame *frame)
{
  g_autoptr (LsnRefusal) refusal = NULL;

  if (frame->kind == LSN_FRAME_ANSWER)
    {
      run_return (task, g_steal_pointer (&frame->payload), NULL);
      return;
    }
  if (frame->kind == LSN_FRAME_REFUSAL)
    refusal = lsn_refusal_unpack (frame->payload, NULL);
  run_return (task, NULL, refusal == NULL ? lsn_helper_error_garbage () : lsn_helper_error_refused (refusal));
}

/* The helper has ended and everything that it wrote is read, but that was no answer. */
static void
return_without_answer (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autofree char *said = g_utf8_make_valid (run->said->str, run->said->len);

  if (g_subprocess_get_if_exited (run->process) && g_subprocess_get_exit_status (run->process) == 0)
    run_return (task, NULL, lsn_helper_error_garbage ());
  else
    run_return (task, NULL, lsn_helper_error_crashed (g_strstrip (said)));
}

static void
close_one (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  run->open--;
  if (run->open == 0 && !run->returned)
    return_without_answer (task);
}

static void read_answer (GTask *task);
static void read_said (GTask *task);

static void
on_answer (GObject      *stream,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (stream), result, NULL);
  g_auto (LsnWireFrame) frame = { 0 };
  g_autoptr (GError) error = NULL;

  if (run->returned)
    return;
  if (n <= 0)
    close_one (task);
  else if (!lsn_frame_reader_push (run->reader, run->answer_chunk, n, &error))
    run_return (task, NULL, g_error_matches (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_VERSION)
                            ? lsn_helper_error_version () : lsn_helper_error_garbage ());
  else if (lsn_frame_reader_take (run->reader, &frame))
    return_frame (task, &frame);
  else
    read_answer (task);
}

static void
read_answer (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  g_input_stream_read_async (g_subprocess_get_stdout_pipe (run->process), run->answer_chunk, CHUNK,
                             g_task_get_priority (task), run->stop, on_answer, g_object_ref (task));
}

static void
on_said (GObject      *stream,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (stream), result, NULL);

  if (run->returned)
    return;
  if (n <= 0)
    {
      close_one (task);
      return;
    }
  g_string_append_len (run->said, (const char *) run->said_chunk, n);
  if (run->said->len > TAIL)
    g_string_erase (run->said, 0, run->said->len - TAIL);
  read_said (task);
}

static void
read_said (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  g_input_stream_read_async (g_subprocess_get_stderr_pipe (run->process), run->said_chunk, TAIL,
                             g_task_get_priority (task), run->stop, on_said, g_object_ref (task));
}

/* That the helper did not read to the end is no error by itself: it may have answered, or it has ended and says why. */
static void
on_written (GObject      *stream,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, NULL);
}

static void
on_exited (GObject      *process,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, NULL);
  if (!run->returned)
    close_one (task);
}

static gboolean
on_time_out (gpointer task)
{
  Run *run = g_task_get_task_data (task);

  run_return (task, NULL, lsn_helper_error_timed_out (run->timeout));
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      task)
{
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  run_return (task, NULL, error);
  return G_SOURCE_REMOVE;
}

static GSource *
attach (GTask      *task,
        GSource    *source,
        GSourceFunc function)
{
  g_source_set_callback (source, function, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  return source;
}

static char *
find_helper (void)
{
  const char *folder = g_getenv ("LIAISON_LIBEXECDIR");

  return g_build_filename (folder != NULL ? folder : LIBEXECDIR, HELPER, NULL);
}

/* Of the caller's surroundings, without what steers Graphviz, and in a language of no consequence. */
static GSubprocessLauncher *
new_launcher (int child_end)
{
  static const char * const unwanted[] = { "LANGUAGE", "LC_NUMERIC", "GVBINDIR", "GV_FILE_PATH", "DOTFONTPATH", "GDFONTPATH",
                                           "SERVER_NAME", NULL };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                             | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  for (guint i = 0; unwanted[i] != NULL; i++)
    g_subprocess_launcher_unsetenv (launcher, unwanted[i]);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_take_stdin_fd (launcher, child_end);
  return launcher;
}

/* The request goes over a socket: unlike a pipe it gives an error, not a signal, when the helper has ended. */
static gboolean
spawn (Run        *run,
       const char *path,
       const char *job)
{
  int ends[2];
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSocket) ours = NULL;
  g_autofree char *seconds = g_strdup_printf ("%u", (guint) MIN (ceil (run->timeout) + 1, G_MAXINT / 2));
  g_autofree char *parent = g_strdup_printf ("%d", (int) getpid ());

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return FALSE;
  launcher = new_launcher (ends[1]);
  ours = g_socket_new_from_fd (ends[0], NULL);
  if (ours == NULL)
    {
      close (ends[0]);
      return FALSE;
    }
  run->process = g_subprocess_launcher_spawn (launcher, NULL, path, job, seconds, parent, NULL);
  run->request = g_socket_connection_factory_create_connection (ours);
  return run->process != NULL;
}

static void
start (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  gsize length;
  const void *data = g_bytes_get_data (run->request_bytes, &length);

  if (cancellable != NULL)
    run->cancel = attach (task, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (on_cancelled));
  run->timer = attach (task, g_timeout_source_new (MIN (run->timeout * 1000, G_MAXINT)), on_time_out);
  run->open = 3;
  read_answer (task);
  read_said (task);
  g_subprocess_wait_async (run->process, NULL, on_exited, g_object_ref (task));
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (run->request)), data, length,
                                   g_task_get_priority (task), run->stop, on_written, g_object_ref (task));
}

static GBytes *
stream_of_request (GBytes *payload)
{
  GByteArray *stream = g_byte_array_new ();

  lsn_frame_append_version (stream);
  lsn_frame_append (stream, LSN_FRAME_REQUEST, payload);
  return g_byte_array_free_to_bytes (stream);
}

/**
 * lsn_helper_run_async:
 * @job: "layout", "parse" or "render"
 * @payload: what the request frame holds
 * @timeout: seconds until the helper is killed; 0 for %LSN_HELPER_DEFAULT_TIMEOUT
 * @cancellable: (nullable): kills the helper
 *
 * Runs the helper for one request. To be called on the main thread only: the helper ends with the thread that started it.
 * It never blocks.
 */
void
lsn_helper_run_async (const char         *job,
                      GBytes             *payload,
                      double              timeout,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);
  g_autofree char *path = find_helper ();

  g_task_set_source_tag (task, lsn_helper_run_async);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  run->timeout = timeout > 0 ? timeout : LSN_HELPER_DEFAULT_TIMEOUT;
  run->request_bytes = stream_of_request (payload);
  run->reader = lsn_frame_reader_new ();
  run->answer_chunk = g_malloc (CHUNK);
  run->said_chunk = g_malloc (TAIL);
  run->said = g_string_new (NULL);
  run->stop = g_cancellable_new ();
  if (g_task_return_error_if_cancelled (task))
    return;
  if (spawn (run, path, job))
    start (task);
  else
    g_task_return_error (task, lsn_helper_error_missing (path));
}

/**
 * lsn_helper_run_finish:
 * @result: as the callback got it
 *
 * Returns: (transfer full): what the answer frame holds; %NULL with a %LSN_ENGINE_ERROR, or with %G_IO_ERROR_CANCELLED
 */
GBytes *
lsn_helper_run_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
