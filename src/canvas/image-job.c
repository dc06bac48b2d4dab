/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/image-job.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/clipboard-read.h"
#include "model/bounds.h"
#include "scene/image.h"

/* ---- from bytes and files ---- */

static void
return_image (GTask  *task,
              GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *uri = lsn_image_import (bytes, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
take_bytes (GTask        *task,
            gpointer      source,
            gpointer      bytes,
            GCancellable *cancellable)
{
  return_image (task, bytes);
}

/**
 * lsn_image_take_bytes_async:
 * @bytes: of a file of a picture
 */
void
lsn_image_take_bytes_async (GBytes             *bytes,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, lsn_image_take_bytes_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, take_bytes);
}

/* No more than can be of use: a file may be endless. */
static GBytes *
read_file (GFile   *file,
           GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[16384];
  gssize n;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_FORMAT, _("This is no file. Choose a PNG or JPEG file."));
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  while (bytes->len <= LSN_MAX_IMAGE_FILE &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, sizeof chunk, NULL, error)) != 0)
    {
      if (n < 0)
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
take_file (GTask        *task,
           gpointer      source,
           gpointer      file,
           GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (file, &error);
  g_autofree char *base = NULL, *name = NULL;

  if (bytes != NULL)
    {
      return_image (task, bytes);
      return;
    }
  if (error->domain == LSN_IMAGE_ERROR)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  /* Translators: %1$s is the name of a file, %2$s the system's own sentence about what went wrong, without a full stop */
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%1$s” cannot be read: %2$s."), name, error->message);
}

/**
 * lsn_image_take_file_async:
 * @file: of a picture
 */
void
lsn_image_take_file_async (GFile              *file,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, lsn_image_take_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, take_file);
}

/**
 * lsn_image_take_finish:
 *
 * Returns: (transfer full) (nullable): what a cell holds; %NULL without an error when nothing was chosen
 */
char *
lsn_image_take_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
pass_on_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  char *uri = lsn_image_take_finish (result, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- from a chooser ---- */

static void
on_response_cb (GtkNativeDialog *chooser,
                int              response,
                GTask           *task)
{
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    lsn_image_take_file_async (file, pass_on_cb, g_object_ref (task));
  else
    g_task_return_pointer (task, NULL, NULL);
  g_object_unref (chooser);
  g_object_unref (task);
}

static GtkFileFilter *
filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/gif");
  gtk_file_filter_add_mime_type (filter, "image/webp");
  return filter;
}

/**
 * lsn_image_choose_async:
 * @asker: in the window that asks
 *
 * Lets a file be chosen.
 */
void
lsn_image_choose_async (GtkWidget          *asker,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (asker));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Choose a Picture"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Choose"), _("_Cancel"));
  GTask *task = g_task_new (asker, NULL, callback, user_data);
  g_autoptr (GtkFileFilter) filter = filter_new ();

  g_task_set_source_tag (task, lsn_image_choose_async);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- from the clipboard ---- */

/**
 * lsn_image_is_named_so:
 *
 * Returns: whether the name of @file says that it is a picture
 */
gboolean
lsn_image_is_named_so (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = name != NULL ? g_content_type_guess (name, NULL, 0, NULL) : NULL;

  return type != NULL && g_content_type_is_a (type, "image/*");
}

/**
 * lsn_image_files_of_uris:
 * @uris: as "text/uri-list"
 *
 * Returns: (transfer full) (element-type GFile): those that are files of pictures; empty when one is something else
 */
GPtrArray *
lsn_image_files_of_uris (GBytes *uris)
{
  gsize size;
  const char *data = g_bytes_get_data (uris, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);
  g_auto (GStrv) lines = g_uri_list_extract_uris (text);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (lines[i]);

      if (!g_file_has_uri_scheme (file, "file") || !lsn_image_is_named_so (file))
        {
          g_ptr_array_set_size (files, 0);
          break;
        }
      g_ptr_array_add (files, g_steal_pointer (&file));
    }
  return files;
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  const char *type;
  g_autoptr (GBytes) bytes = lsn_clipboard_read_finish (result, &type, NULL);
  g_autoptr (GPtrArray) files = NULL;

  if (bytes != NULL && g_str_equal (type, "text/uri-list"))
    files = lsn_image_files_of_uris (bytes);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || (files != NULL && files->len == 0))
    g_task_return_new_error (task, LSN_IMAGE_ERROR, LSN_IMAGE_ERROR_FORMAT, "%s",
                             _("There is no picture on the clipboard. Copy one in another program first."));
  else if (files != NULL)
    lsn_image_take_file_async (g_ptr_array_index (files, 0), pass_on_cb, g_object_ref (task));
  else
    lsn_image_take_bytes_async (bytes, pass_on_cb, g_object_ref (task));
}

/**
 * lsn_image_paste_async:
 *
 * Takes the picture that is on a clipboard, or whose file is.
 */
void
lsn_image_paste_async (GdkClipboard       *clipboard,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  static const char *const types[] = { "text/uri-list", "image/png", "image/jpeg", "image/webp", "image/gif", NULL };
  GTask *task = g_task_new (clipboard, NULL, callback, user_data);

  g_task_set_source_tag (task, lsn_image_paste_async);
  lsn_clipboard_read_async (clipboard, types, on_read_cb, task);
}
