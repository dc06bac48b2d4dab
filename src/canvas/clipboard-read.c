/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/clipboard-read.h"

static void
on_spliced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source)),
                           (GDestroyNotify) g_bytes_unref);
}

static void
on_opened_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  const char *type = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, (gpointer) type, NULL); /* interned */
  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced_cb, g_object_ref (task));
}

/* Of the types those that are there, as far as that is known: who is asked for another may answer with nothing. */
static GPtrArray *
types_there (GdkClipboard      *clipboard,
             const char *const *types)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GPtrArray *there = g_ptr_array_new ();
  gsize n_known;

  gdk_content_formats_get_mime_types (formats, &n_known);
  for (guint i = 0; types[i] != NULL; i++)
    if (n_known == 0 || gdk_content_formats_contain_mime_type (formats, types[i]))
      g_ptr_array_add (there, (gpointer) types[i]);
  g_ptr_array_add (there, NULL);
  return there;
}

/**
 * lsn_clipboard_read_async:
 * @types: up to a %NULL, the best first
 */
void
lsn_clipboard_read_async (GdkClipboard       *clipboard,
                          const char *const  *types,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = g_task_new (clipboard, NULL, callback, user_data);

  g_autoptr (GPtrArray) there = types_there (clipboard, types);

  g_task_set_source_tag (task, lsn_clipboard_read_async);
  if (there->len == 1)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", types[0]);
      g_object_unref (task);
      return;
    }
  gdk_clipboard_read_async (clipboard, (const char **) there->pdata, G_PRIORITY_DEFAULT, NULL, on_opened_cb, task);
}

/**
 * lsn_clipboard_read_finish:
 * @type: (out): which of the types it is; %NULL when the clipboard has none of them
 *
 * Returns: (transfer full) (nullable): what is there
 */
GBytes *
lsn_clipboard_read_finish (GAsyncResult *result,
                           const char  **type,
                           GError      **error)
{
  *type = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_pointer (G_TASK (result), error);
}
