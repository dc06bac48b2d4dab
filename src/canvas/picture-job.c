/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "canvas/picture-job.h"

#include <glib/gi18n-lib.h>

#include "model/notes.h"

typedef struct
{
  LsnMap         *snapshot;
  LsnTextCache   *cache;
  LsnPictureWish *wish;
  guint           preview_width;   /* pixels; 0 for the picture itself */
  GCancellable   *cancellable;

  GBytes         *bytes;           /* what came of it; written by the worker */
  GError         *error;
  guint           width, height;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->snapshot);
  lsn_text_cache_unref (job->cache);
  lsn_picture_wish_free (job->wish);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/**
 * lsn_picture_wish_copy:
 * @wish: how a picture is to be
 *
 * Returns: (transfer full): the same wish; its lists are shared
 */
LsnPictureWish *
lsn_picture_wish_copy (const LsnPictureWish *wish)
{
  LsnPictureWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->ground = g_strdup (wish->ground);
  copy->picture.ground = copy->ground;
  if (wish->filter != NULL)
    copy->filter = lsn_filter_copy (wish->filter);
  if (wish->only_actors != NULL)
    copy->only_actors = g_array_ref (wish->only_actors);
  if (wish->only_notes != NULL)
    copy->only_notes = g_array_ref (wish->only_notes);
  return copy;
}

/**
 * lsn_picture_wish_free:
 * @wish: (transfer full): no longer wanted
 */
void
lsn_picture_wish_free (LsnPictureWish *wish)
{
  g_clear_pointer (&wish->only_actors, g_array_unref);
  g_clear_pointer (&wish->only_notes, g_array_unref);
  g_clear_pointer (&wish->filter, lsn_filter_free);
  g_free (wish->ground);
  g_free (wish);
}

static LsnScene *
scene_of (LsnMap               *snapshot,
          LsnTextCache         *cache,
          const LsnPictureWish *wish)
{
  LsnSceneOptions options = {
    .legend = wish->legend,
    .title = wish->title,
    .filter = wish->filter,
    .page = wish->page,
  };

  if (wish->only_actors != NULL)
    {
      options.only_actors = (const LsnRow *) wish->only_actors->data;
      options.n_only_actors = wish->only_actors->len;
    }
  if (wish->only_notes != NULL)
    {
      options.only_notes = (const LsnRow *) wish->only_notes->data;
      options.n_only_notes = wish->only_notes->len;
    }
  return lsn_scene_new (snapshot, &options, cache);
}

/* Transfer full. */
static char *
title_of (LsnMap               *snapshot,
          const LsnPictureWish *wish)
{
  if (wish->page != LSN_NO_ROW)
    return lsn_note_display_name (snapshot, wish->page);
  return g_strdup (lsn_map_get_text (snapshot, LSN_TABLE_MAP, lsn_map_the_row (snapshot), LSN_MAP_TITLE));
}

static void
work (gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (LsnScene) scene = scene_of (job->snapshot, job->cache, job->wish);
  g_autofree char *title = title_of (job->snapshot, job->wish);
  LsnPicture picture = job->wish->picture;

  lsn_picture_size (scene, &picture, &job->width, &job->height);
  if (job->preview_width > 0)
    {
      picture.format = LSN_PICTURE_PNG;
      picture.width = job->preview_width;
      picture.scale = 0;
      picture.dpi = 0;
    }
  job->bytes = lsn_picture_render (scene, &picture, title, cancellable, &job->error);
}

/**
 * lsn_picture_make:
 * @most_side: pixels that no side of a PNG shall pass: it gets fewer an inch instead; 0 for any
 *
 * Builds the scene of @snapshot and makes a picture of it. Any thread. O(rows), and for a PNG its pixels.
 *
 * Returns: (transfer full): the picture
 */
GBytes *
lsn_picture_make (LsnMap               *snapshot,
                  LsnTextCache         *cache,
                  const LsnPictureWish *wish,
                  guint                 most_side,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (LsnScene) scene = scene_of (snapshot, cache, wish);
  g_autofree char *title = title_of (snapshot, wish);
  LsnPicture picture = wish->picture;
  guint width, height;

  lsn_picture_size (scene, &picture, &width, &height);
  if (most_side > 0 && MAX (width, height) > most_side)
    picture.dpi *= most_side / (double) (MAX (width, height) + 1);
  return lsn_picture_render (scene, &picture, title, cancellable, error);
}

static void
done (gpointer data,
      gboolean cancelled)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (cancelled || g_cancellable_is_cancelled (job->cancellable))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("The picture was cancelled."));
  else if (job->bytes == NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_bytes_ref (job->bytes), (GDestroyNotify) g_bytes_unref);
}

static void
work_of_task (gpointer      data,
              GCancellable *cancellable)
{
  work (g_task_get_task_data (data), cancellable);
}

/**
 * lsn_picture_async:
 * @preview_width: pixels of a PNG to show instead of the picture that is wished for; 0 for the picture itself
 *
 * Builds the scene of @snapshot and makes a picture of it, both on a worker.
 */
void
lsn_picture_async (LsnWorkers           *workers,
                   LsnMap               *snapshot,
                   LsnTextCache         *cache,
                   const LsnPictureWish *wish,
                   guint                 preview_width,
                   GCancellable         *cancellable,
                   GAsyncReadyCallback   callback,
                   gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = g_object_ref (snapshot);
  job->cache = lsn_text_cache_ref (cache);
  job->wish = lsn_picture_wish_copy (wish);
  job->preview_width = preview_width;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_source_tag (task, lsn_picture_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  lsn_workers_submit (workers, 0, work_of_task, done, task, g_object_unref, cancellable);
}

/**
 * lsn_picture_finish:
 * @width: (out) (optional): pixels that a PNG of the wish has
 * @height: (out) (optional): as @width
 *
 * Returns: (transfer full): the picture
 */
GBytes *
lsn_picture_finish (GAsyncResult *result,
                    guint        *width,
                    guint        *height,
                    GError      **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (width != NULL)
    *width = job->width;
  if (height != NULL)
    *height = job->height;
  return g_task_propagate_pointer (G_TASK (result), error);
}
