/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/layout-job.h"

typedef struct
{
  LsnWorkers       *workers;   /* borrowed: those of the application, which is held as long as something runs */
  LsnMap           *snapshot;
  LsnTextCache     *texts;
  LsnLayoutOptions  options;   /* its engine and rows are the next two */
  char             *engine;
  LsnRow           *only;
  GArray           *extents;   /* LsnExtents */
  LsnLayout        *layout;
  LsnLayoutMeasures measures;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->snapshot);
  lsn_text_cache_unref (job->texts);
  g_free (job->engine);
  g_free (job->only);
  g_clear_pointer (&job->extents, g_array_unref);
  g_clear_pointer (&job->layout, lsn_layout_unref);
  g_free (job);
}

static const LsnExtents *
extents_of (Job *job)
{
  return (const LsnExtents *) (gpointer) job->extents->data;
}

static void
count (gpointer      task,
       GCancellable *cancellable)
{
  Job *job = g_task_get_task_data (task);

  job->measures = lsn_layout_measure (job->layout, job->snapshot, extents_of (job), job->extents->len);
}

static void
on_counted (gpointer task,
            gboolean cancelled)
{
  Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&job->layout), (GDestroyNotify) lsn_layout_unref);
}

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->layout = lsn_layout_finish (result, &error);
  if (job->layout == NULL)
    g_task_return_error (task, error);
  else
    lsn_workers_submit (job->workers, 1, count, on_counted, g_object_ref (task), g_object_unref,
                        g_task_get_cancellable (task));
}

static void
measure (gpointer      task,
         GCancellable *cancellable)
{
  Job *job = g_task_get_task_data (task);

  job->extents = lsn_scene_measure (job->snapshot, job->texts);
}

static void
on_measured (gpointer task,
             gboolean cancelled)
{
  Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    lsn_layout_async (job->snapshot, &job->options, extents_of (job), job->extents->len, g_task_get_cancellable (task),
                      on_laid_out, g_object_ref (task));
}

/**
 * lsn_layout_job_run:
 * @workers: must live until @callback is called
 * @texts: shaped texts
 * @snapshot: what to lay out
 * @options: how, and what of it; copied
 * @cancellable: stops it
 * @callback: called on the main thread
 *
 * Lays a map out and measures what that would do to it.
 */
void
lsn_layout_job_run (LsnWorkers             *workers,
                    LsnTextCache           *texts,
                    LsnMap                 *snapshot,
                    const LsnLayoutOptions *options,
                    GCancellable           *cancellable,
                    GAsyncReadyCallback     callback,
                    gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, lsn_layout_job_run);
  g_task_set_task_data (task, job, job_free);
  job->workers = workers;
  job->snapshot = g_object_ref (snapshot);
  job->texts = lsn_text_cache_ref (texts);
  job->engine = g_strdup (options->engine);
  job->only = g_memdup2 (options->only, options->n_only * sizeof (LsnRow));
  job->options = *options;
  job->options.engine = job->engine;
  job->options.only = job->only;
  lsn_workers_submit (workers, 1, measure, on_measured, g_object_ref (task), g_object_unref, cancellable);
}

/**
 * lsn_layout_job_finish:
 * @result: as the callback got it
 * @measures: (out): what the layout would do
 *
 * Returns: (transfer full) (nullable): the layout; %NULL with an error as of lsn_layout_finish ()
 */
LsnLayout *
lsn_layout_job_finish (GAsyncResult      *result,
                       LsnLayoutMeasures *measures,
                       GError           **error)
{
  LsnLayout *layout = g_task_propagate_pointer (G_TASK (result), error);

  if (layout != NULL)
    *measures = ((Job *) g_task_get_task_data (G_TASK (result)))->measures;
  return layout;
}
