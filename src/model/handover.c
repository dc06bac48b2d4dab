/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/handover.h"

#include <sys/resource.h>

/* What the threads of an idle pool give way by. Linux knows it per thread. At SCHED_IDLE they would get nothing at all while any
 * other program is busy, and the picture would stay coarse for seconds. */
#define NICE 5

/* A pool of threads with one sorted queue under one lock. Jobs go from the submitting thread to a worker and back; each
 * hand-over happens under the lock, so what the one wrote the other sees.
 *
 * ThreadSanitizer does not see GLib's locks, as they are made of futexes: it is told of them. */
#if defined (__SANITIZE_THREAD__)
void __tsan_acquire (void *address);
void __tsan_release (void *address);
#define TSAN_ACQUIRE(address) __tsan_acquire (address)
#define TSAN_RELEASE(address) __tsan_release (address)
#else
#define TSAN_ACQUIRE(address)
#define TSAN_RELEASE(address)
#endif

struct _LsnWorkers
{
  gatomicrefcount references; /* the owner's, and one of each job: a late answer finds the pool closed, not gone */
  GMutex          lock;
  GCond           wake;
  GQueue          waiting;    /* of Job, the first to run at the head */
  gboolean        closed;
  gboolean        idle;
  GThread       **threads;
  guint           n_threads;
};

typedef struct
{
  LsnWorkers    *workers;
  int            priority;
  LsnWorkFunc    work;
  LsnDoneFunc    done;
  gpointer       data;
  GDestroyNotify free_data;
  GCancellable  *cancellable;
  GMainContext  *context;
} Job;

static void
lock (LsnWorkers *workers)
{
  g_mutex_lock (&workers->lock);
  TSAN_ACQUIRE (&workers->lock);
}

static void
unlock (LsnWorkers *workers)
{
  TSAN_RELEASE (&workers->lock);
  g_mutex_unlock (&workers->lock);
}

static void
workers_unref (LsnWorkers *workers)
{
  if (!g_atomic_ref_count_dec (&workers->references))
    return;

  g_queue_clear (&workers->waiting);
  g_mutex_clear (&workers->lock);
  g_cond_clear (&workers->wake);
  g_free (workers->threads);
  g_free (workers);
}

static void
job_free (Job *job)
{
  TSAN_ACQUIRE (job);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_object (&job->cancellable);
  g_main_context_unref (job->context);
  workers_unref (job->workers);
  g_free (job);
}

static gboolean
job_answer (gpointer data)
{
  Job *job = data;
  gboolean closed;

  TSAN_ACQUIRE (job);
  lock (job->workers);
  closed = job->workers->closed;
  unlock (job->workers);

  if (!closed && job->done != NULL)
    job->done (job->data, g_cancellable_is_cancelled (job->cancellable));

  return G_SOURCE_REMOVE;
}

/* Back to the thread that submitted it, where it is also freed. */
static void
job_hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  g_autoptr (GMainContext) context = g_main_context_ref (job->context); /* the job may be gone as soon as it is attached */

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, job_answer, job, (GDestroyNotify) job_free);
  TSAN_RELEASE (job);
  g_source_attach (source, context);
}

static gpointer
work_until_closed (gpointer data)
{
  LsnWorkers *workers = data;

  if (workers->idle)
    setpriority (PRIO_PROCESS, 0, NICE);

  lock (workers);
  while (!workers->closed)
    {
      Job *job = g_queue_pop_head (&workers->waiting);

      if (job == NULL)
        {
          TSAN_RELEASE (&workers->lock);
          g_cond_wait (&workers->wake, &workers->lock);
          TSAN_ACQUIRE (&workers->lock);
          continue;
        }

      unlock (workers);
      if (!g_cancellable_is_cancelled (job->cancellable))
        job->work (job->data, job->cancellable);
      job_hand_back (job);
      lock (workers);
    }
  unlock (workers);

  return NULL;
}

/**
 * lsn_workers_new:
 * @n_threads: how many jobs run at once, at least 1
 * @idle: the threads give way to others, so that they take little time from the window
 *
 * Starts a pool of threads.
 *
 * Returns: (transfer full): the pool; free it on the thread that submits with lsn_workers_free ()
 */
LsnWorkers *
lsn_workers_new (guint    n_threads,
                 gboolean idle)
{
  LsnWorkers *workers = g_new0 (LsnWorkers, 1);

  g_return_val_if_fail (n_threads > 0, NULL);

  g_atomic_ref_count_init (&workers->references);
  g_mutex_init (&workers->lock);
  g_cond_init (&workers->wake);
  g_queue_init (&workers->waiting);
  workers->idle = idle;
  workers->n_threads = n_threads;
  workers->threads = g_new0 (GThread *, n_threads);
  for (guint i = 0; i < n_threads; i++)
    workers->threads[i] = g_thread_new ("liaison-worker", work_until_closed, workers);

  return workers;
}

/**
 * lsn_workers_free:
 * @workers: (transfer full): a pool
 *
 * Drops the jobs that wait, waits for those that run, and frees the pool. No `done` is called any more; the data of every job is
 * freed. Must be called on the thread that submitted.
 */
void
lsn_workers_free (LsnWorkers *workers)
{
  Job *job;

  lock (workers);
  workers->closed = TRUE;
  g_cond_broadcast (&workers->wake);
  unlock (workers);

  for (guint i = 0; i < workers->n_threads; i++)
    g_thread_join (workers->threads[i]);

  while ((job = g_queue_pop_head (&workers->waiting)) != NULL)
    job_free (job);

  workers_unref (workers);
}

/**
 * lsn_workers_submit:
 * @workers: a pool
 * @priority: the higher runs first; equal ones in the order of submission
 * @work: runs on a worker thread, unless @cancellable was cancelled before; reads only what it was given
 * @done: (nullable): runs afterwards on this thread, in its thread-default main context, also after a cancel
 * @data: for both
 * @free_data: (nullable): frees @data, on this thread
 * @cancellable: (nullable): to give up the job
 *
 * Hands a job over. Cost: O(jobs waiting with a lower priority).
 */
void
lsn_workers_submit (LsnWorkers    *workers,
                    int            priority,
                    LsnWorkFunc    work,
                    LsnDoneFunc    done,
                    gpointer       data,
                    GDestroyNotify free_data,
                    GCancellable  *cancellable)
{
  Job *job = g_new0 (Job, 1);
  GList *before;

  g_atomic_ref_count_inc (&workers->references);
  job->workers = workers;
  job->priority = priority;
  job->work = work;
  job->done = done;
  job->data = data;
  job->free_data = free_data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->context = g_main_context_ref_thread_default ();

  lock (workers);
  for (before = workers->waiting.tail; before != NULL; before = before->prev)
    if (((Job *) before->data)->priority >= priority)
      break;
  if (before == NULL)
    g_queue_push_head (&workers->waiting, job);
  else
    g_queue_insert_after (&workers->waiting, before, job);
  g_cond_signal (&workers->wake);
  unlock (workers);
}
