/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "engine/graphviz.h"
#include "io/disk.h"
#include "io/dot-reader.h"
#include "io/file-error.h"
#include "io/format.h"
#include "io/graphml-reader.h"
#include "io/limits.h"

/* Loading: the format is what the content says. GraphML is read on a thread. DOT goes to the helper, which must be started
 * from the caller's thread, and what comes back becomes a map on a thread again. */

typedef struct
{
  GFile        *file;         /* or */
  GBytes       *bytes;
  char         *name;
  LsnOrigin    *origin;
  LsnReport    *report;
  LsnFileState *state;
  LsnMap       *map;
  GBytes       *dot;          /* what has to go to the helper */
  LsnDotGraph  *graph;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->file);
  g_clear_pointer (&loading->bytes, g_bytes_unref);
  g_free (loading->name);
  lsn_origin_unref (loading->origin);
  lsn_report_unref (loading->report);
  g_clear_pointer (&loading->state, lsn_file_state_unref);
  g_clear_object (&loading->map);
  g_clear_pointer (&loading->dot, g_bytes_unref);
  g_clear_pointer (&loading->graph, lsn_dot_graph_free);
  g_free (loading);
}

/* The whole of a stream, as far as @limit. */
static GBytes *
read_all (GInputStream *stream,
          gsize         limit,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (64 * 1024);

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, 64 * 1024, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len + (gsize) n > limit)
        {
          g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_LIMIT,
                       /* Translators: %u is a number of megabytes */
                       _("The file is larger than the %u MB that Liaison reads in this format."),
                       (guint) (limit / 1024 / 1024));
          return NULL;
        }
      g_byte_array_append (bytes, chunk, n);
    }
}

/* A stream of the file from its beginning, decompressed. What cannot be read twice is read into memory the first time. */
static GInputStream *
open_loading (gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Loading *loading = data;
  g_autoptr (GInputStream) stream = NULL;
  gboolean seekable = TRUE;

  if (loading->bytes != NULL)
    stream = g_memory_input_stream_new_from_bytes (loading->bytes);
  else
    stream = lsn_disk_open (loading->file, loading->state == NULL ? &loading->state : NULL, &seekable, cancellable, error);
  if (stream != NULL && !seekable)
    {
      loading->bytes = read_all (stream, LSN_IO_MAX_BYTES, cancellable, error);
      return loading->bytes == NULL ? NULL : open_loading (data, cancellable, error);
    }
  return stream == NULL ? NULL : lsn_format_unpack (stream, cancellable, error);
}

static LsnFormat
sniff (GInputStream *stream)
{
  gsize length;
  const char *head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (stream), &length);

  return lsn_format_sniff (head, length);
}

/* The helper takes no byte order mark. */
static gboolean
skip_mark (GInputStream *stream,
           GCancellable *cancellable,
           GError      **error)
{
  gsize length;
  const char *head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (stream), &length);

  return length < 3 || memcmp (head, "\xef\xbb\xbf", 3) != 0 || g_input_stream_skip (stream, 3, cancellable, error) == 3;
}

/* Errors of streams in our words; ours are left as they are. */
static GError *
in_our_words (GError     *error,
              const char *name)
{
  GError *better;

  if (error->domain == LSN_IO_ERROR)
    return error;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    better = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The reading of “%s” was cancelled."), name);
  else
    better = g_error_new (LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” cannot be read: %s."), name, error->message);
  g_error_free (error);
  return better;
}

static void
read_content (Loading      *loading,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GInputStream) stream = open_loading (loading, cancellable, error);

  if (stream == NULL)
    return;
  switch (sniff (stream))
    {
    case LSN_FORMAT_XML:
      g_clear_object (&stream);
      loading->map = lsn_graphml_read (open_loading, loading, loading->origin, loading->report, cancellable, error);
      break;
    case LSN_FORMAT_DOT:
      if (skip_mark (stream, cancellable, error))
        loading->dot = read_all (stream, LSN_IO_MAX_DOT_BYTES, cancellable, error);
      break;
    case LSN_FORMAT_WIDE:
      g_set_error_literal (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT,
                           _("The file is in UTF-16 or UTF-32, which Liaison does not read in this format. "
                             "Save it as UTF-8."));
      break;
    default:
      g_set_error_literal (error, LSN_IO_ERROR, LSN_IO_ERROR_FORMAT,
                           _("The file is in no format that Liaison reads. It reads GraphML and DOT."));
    }
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;

  read_content (loading, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, in_our_words (error, loading->name));
  else
    g_task_return_boolean (task, TRUE);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;

  loading->map = lsn_dot_read (loading->graph, loading->origin, loading->report, cancellable, &error);
  if (loading->map == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
report_error (Loading *loading,
              GError  *error)
{
  if (!lsn_report_has_errors (loading->report))
    lsn_report_add (loading->report, LSN_SEVERITY_ERROR, 0, 0, "%s", error->message);
}

/* DOT that is none, said as of XML: the report has the line in its place, the error behind the sentence. */
static GError *
with_line (Loading *loading,
           GError  *error)
{
  guint line = lsn_engine_error_line (error);
  GError *better;

  if (line == 0)
    return error;
  lsn_report_add (loading->report, LSN_SEVERITY_ERROR, line, 0, "%s", error->message);
  better = lsn_io_error_new_at (LSN_IO_ERROR_SYNTAX, error->message, line, 0);
  g_error_free (error);
  return better;
}

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Runs @work on a thread; the task is done when that is. */
static void
continue_in_thread (GTask              *task,
                    GTaskThreadFunc     work,
                    GAsyncReadyCallback then)
{
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), then, g_object_ref (task));

  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (inner, work);
}

static void
on_parsed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->graph = lsn_dot_parse_finish (result, &error);
  if (loading->graph == NULL)
    {
      error = with_line (loading, error);
      report_error (loading, error);
      g_task_return_error (task, error);
    }
  else
    continue_in_thread (task, build_in_thread, on_built);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        error = in_our_words (error, loading->name);
      report_error (loading, error);
      g_task_return_error (task, error);
    }
  else if (loading->dot != NULL)
    lsn_dot_parse_async (loading->dot, g_task_get_cancellable (task), on_parsed, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
start (Loading            *loading,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  loading->report = lsn_report_new ();
  g_task_set_task_data (task, loading, loading_free);
  continue_in_thread (task, read_in_thread, on_read);
}

/**
 * lsn_load_async:
 * @file: GraphML, plain or gzip, or DOT, whatever its name
 * @origin: where ids come from that the file does not give
 *
 * Reads a file into a new map, off the caller's thread. The callback comes in the caller's context.
 */
void
lsn_load_async (GFile              *file,
                LsnOrigin          *origin,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->file = g_object_ref (file);
  loading->name = g_file_get_parse_name (file);
  loading->origin = lsn_origin_ref (origin);
  start (loading, cancellable, callback, user_data);
}

/**
 * lsn_load_bytes_async:
 * @name: (nullable): of where they come from, for messages
 *
 * lsn_load_async() from bytes. There is no file state then.
 */
void
lsn_load_bytes_async (GBytes             *bytes,
                      const char         *name,
                      LsnOrigin          *origin,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->bytes = g_bytes_ref (bytes);
  loading->name = g_strdup (name == NULL ? "-" : name);
  loading->origin = lsn_origin_ref (origin);
  start (loading, cancellable, callback, user_data);
}

/**
 * lsn_load_finish:
 * @report: (out) (transfer full) (optional): what there is to say; set also when the reading failed
 * @state: (out) (transfer full) (optional) (nullable): what is known of the file
 * @error: %LSN_IO_ERROR, %G_IO_ERROR_CANCELLED, or an error of the helper
 *
 * Returns: (transfer full) (nullable): the map
 */
LsnMap *
lsn_load_finish (GAsyncResult  *result,
                 LsnReport    **report,
                 LsnFileState **state,
                 GError       **error)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  GError *problem = NULL;

  if (report != NULL)
    *report = lsn_report_ref (loading->report);
  if (state != NULL)
    *state = loading->state == NULL ? NULL : lsn_file_state_ref (loading->state);
  if (!g_task_propagate_boolean (G_TASK (result), &problem))
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        problem = in_our_words (problem, loading->name);
      g_propagate_error (error, problem);
      return NULL;
    }
  return g_steal_pointer (&loading->map);
}
