/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/frames-export.h"

#include <glib/gi18n-lib.h>

#include "app/file-name.h"
#include "io/files.h"
#include "model/notes.h"

/* One after the other: first it is looked which files are there already, then each is made and written. */

typedef struct
{
  LsnWorkers     *workers;
  LsnMap         *snapshot;
  LsnTextCache   *cache;
  LsnPictureWish *wish;
  GFile          *folder;
  GArray         *frames;    /* of LsnRow */
  GPtrArray      *names;
  GPtrArray      *there;     /* of the names: files that are there already */
  gboolean        replace;
  guint           at;
  guint           n_written;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->snapshot);
  lsn_text_cache_unref (export->cache);
  lsn_picture_wish_free (export->wish);
  g_object_unref (export->folder);
  g_array_unref (export->frames);
  g_ptr_array_unref (export->names);
  g_ptr_array_unref (export->there);
  g_free (export);
}

static void step (GTask *task);

static GFile *
file_at (Export *export)
{
  return g_file_get_child (export->folder, g_ptr_array_index (export->names, export->at));
}

/* The next, once what is waited for has come. Takes @task. */
static void
go_on (GTask *task)
{
  ((Export *) g_task_get_task_data (task))->at++;
  step (task);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  if (!lsn_disk_replace_finish (result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  export->n_written++;
  go_on (task);
}

static void
on_rendered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);
  g_autoptr (GFile) file = file_at (export);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = lsn_picture_finish (result, NULL, NULL, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  lsn_disk_replace_async (file, bytes, g_task_get_cancellable (task), on_written, task);
}

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);

  if (lsn_file_check_finish (result) != LSN_FILE_GONE)
    g_ptr_array_add (export->there, g_ptr_array_index (export->names, export->at));
  go_on (task);
}

static void
refuse (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  guint n = export->there->len;
  g_autofree char *list = NULL;

  g_ptr_array_add (export->there, NULL);
  list = g_strjoinv (C_("list", ", "), (char **) export->there->pdata);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           /* Translators: %2$s is a list of names of files, %1$u how many */
                           g_dngettext (GETTEXT_PACKAGE, "%1$u file is there already: %2$s. Replacing it loses what it holds.",
                                        "%1$u files are there already: %2$s. Replacing them loses what they hold.", n), n, list);
}

/* Takes @task. */
static void
step (GTask *task)
{
  Export *export = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!export->replace && export->at == export->names->len && export->there->len == 0)
    {
      export->replace = TRUE;
      export->at = 0;
    }
  if (export->at == export->names->len)
    {
      if (!export->replace)
        refuse (task);
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else if (!export->replace)
    {
      g_autoptr (GFile) file = file_at (export);

      lsn_file_check_async (file, NULL, cancellable, on_looked, task);
    }
  else
    {
      export->wish->page = g_array_index (export->frames, LsnRow, export->at);
      lsn_picture_async (export->workers, export->snapshot, export->cache, export->wish, 0, cancellable, on_rendered, task);
    }
}

/**
 * lsn_frames_export_async:
 * @workers: must outlive the work
 * @snapshot: whose frames
 * @wish: how; its page does not count
 * @folder: where
 * @ending: of the files, with its dot; their names are the titles of the frames
 * @replace: whether files that are there already may be replaced; else nothing is written when there are any
 */
void
lsn_frames_export_async (LsnWorkers           *workers,
                         LsnMap               *snapshot,
                         LsnTextCache         *cache,
                         const LsnPictureWish *wish,
                         GFile                *folder,
                         const char           *ending,
                         gboolean              replace,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->workers = workers;
  export->snapshot = g_object_ref (snapshot);
  export->cache = lsn_text_cache_ref (cache);
  export->wish = lsn_picture_wish_copy (wish);
  export->folder = g_object_ref (folder);
  export->frames = lsn_notes_frames (snapshot);
  export->names = lsn_file_name_frames (snapshot, export->frames, ending);
  export->there = g_ptr_array_new ();
  export->replace = replace;
  g_task_set_source_tag (task, lsn_frames_export_async);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  step (task);
}

/**
 * lsn_frames_export_finish:
 * @n_written: (out): how many files were written, also when it failed later
 * @error: %G_IO_ERROR_EXISTS when files are there that may not be replaced
 *
 * Returns: whether all were written
 */
gboolean
lsn_frames_export_finish (GAsyncResult *result,
                          guint        *n_written,
                          GError      **error)
{
  *n_written = ((Export *) g_task_get_task_data (G_TASK (result)))->n_written;
  return g_task_propagate_boolean (G_TASK (result), error);
}
