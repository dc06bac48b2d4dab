/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

/* ThreadSanitizer does not see GLib's locks: it is told of them. */
#if defined (__SANITIZE_THREAD__)
void __tsan_acquire (void *address);
void __tsan_release (void *address);
#else
#define __tsan_acquire(address)
#define __tsan_release(address)
#endif

#include "model/handover.h"

typedef struct
{
  GMutex    lock;
  GCond     wake;
  gboolean  open;       /* workers wait for this before they go on */
  gboolean  entered;    /* one of them is there */
  GString  *ran;        /* names of the jobs, in the order in which they ran */
  GString  *done;
  guint     n_freed;
  GThread  *owner;
} Scene;

typedef struct
{
  Scene       *scene;
  char         name;
} Job;

static void
scene_init (Scene *scene)
{
  *scene = (Scene) { .ran = g_string_new (NULL), .done = g_string_new (NULL), .owner = g_thread_self () };
  g_mutex_init (&scene->lock);
  g_cond_init (&scene->wake);
}

static void
scene_clear (Scene *scene)
{
  g_string_free (scene->ran, TRUE);
  g_string_free (scene->done, TRUE);
  g_mutex_clear (&scene->lock);
  g_cond_clear (&scene->wake);
}

static void
work (gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;

  g_mutex_lock (&job->scene->lock);
  __tsan_acquire (&job->scene->lock);
  job->scene->entered = TRUE;
  g_cond_broadcast (&job->scene->wake);
  while (!job->scene->open)
    {
      __tsan_release (&job->scene->lock);
      g_cond_wait (&job->scene->wake, &job->scene->lock);
      __tsan_acquire (&job->scene->lock);
    }
  g_assert_true (g_thread_self () != job->scene->owner);
  g_string_append_c (job->scene->ran, job->name);
  __tsan_release (&job->scene->lock);
  g_mutex_unlock (&job->scene->lock);
}

static void
done (gpointer data,
      gboolean cancelled)
{
  Job *job = data;

  g_assert_true (g_thread_self () == job->scene->owner);
  g_string_append_c (job->scene->done, cancelled ? g_ascii_toupper (job->name) : job->name);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_assert_true (g_thread_self () == job->scene->owner);
  job->scene->n_freed++;
  g_free (job);
}

static void
submit (LsnWorkers   *workers,
        Scene        *scene,
        char          name,
        int           priority,
        GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->scene = scene;
  job->name = name;
  lsn_workers_submit (workers, priority, work, done, job, job_free, cancellable);
}

static void
wait_until_entered (Scene *scene)
{
  g_mutex_lock (&scene->lock);
  __tsan_acquire (&scene->lock);
  while (!scene->entered)
    {
      __tsan_release (&scene->lock);
      g_cond_wait (&scene->wake, &scene->lock);
      __tsan_acquire (&scene->lock);
    }
  __tsan_release (&scene->lock);
  g_mutex_unlock (&scene->lock);
}

static void
open_gate (Scene *scene)
{
  g_mutex_lock (&scene->lock);
  __tsan_acquire (&scene->lock);
  scene->open = TRUE;
  g_cond_broadcast (&scene->wake);
  __tsan_release (&scene->lock);
  g_mutex_unlock (&scene->lock);
}

static void
test_priorities (void)
{
  g_autoptr (LsnWorkers) workers = lsn_workers_new (1, TRUE);
  Scene scene;

  scene_init (&scene);
  submit (workers, &scene, 'a', 0, NULL);
  wait_until_entered (&scene);
  submit (workers, &scene, 'b', 0, NULL);
  submit (workers, &scene, 'c', 2, NULL);
  submit (workers, &scene, 'd', 1, NULL);
  submit (workers, &scene, 'e', 2, NULL);
  submit (workers, &scene, 'f', 0, NULL);
  open_gate (&scene);
  while (scene.n_freed < 6)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (scene.ran->str, ==, "acedbf");
  g_assert_cmpstr (scene.done->str, ==, "acedbf");
  scene_clear (&scene);
}

static void
test_cancel (void)
{
  g_autoptr (LsnWorkers) workers = lsn_workers_new (1, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Scene scene;

  scene_init (&scene);
  submit (workers, &scene, 'a', 0, NULL);
  wait_until_entered (&scene);
  submit (workers, &scene, 'b', 0, cancellable);
  submit (workers, &scene, 'c', 0, NULL);
  g_cancellable_cancel (cancellable);
  open_gate (&scene);
  while (scene.n_freed < 3)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (scene.ran->str, ==, "ac");
  g_assert_cmpstr (scene.done->str, ==, "aBc");
  scene_clear (&scene);
}

/* Freed in the middle of work: what runs ends, what waits never runs, nobody is told, nothing leaks. */
static void
test_free (void)
{
  LsnWorkers *workers = lsn_workers_new (1, FALSE);
  Scene scene;

  scene_init (&scene);
  submit (workers, &scene, 'a', 0, NULL);
  wait_until_entered (&scene);
  submit (workers, &scene, 'b', 0, NULL);
  open_gate (&scene);
  lsn_workers_free (workers);
  while (scene.n_freed < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (scene.done->str, ==, "");
  g_assert_true (g_str_has_prefix (scene.ran->str, "a"));
  scene_clear (&scene);
}

typedef struct
{
  guint in, out;
} Square;

static void
work_square (gpointer      data,
             GCancellable *cancellable)
{
  Square *square = data;

  square->out = square->in * square->in;
}

static guint64 sum;

static void
done_square (gpointer data,
             gboolean cancelled)
{
  sum += ((Square *) data)->out;
}

static void
test_many (void)
{
  g_autoptr (LsnWorkers) workers = lsn_workers_new (4, TRUE);

  sum = 0;
  for (guint i = 1; i <= 1000; i++)
    {
      Square *square = g_new0 (Square, 1);

      square->in = i;
      lsn_workers_submit (workers, (int) (i % 7), work_square, done_square, square, g_free, NULL);
    }

  /* n (n + 1) (2n + 1) / 6 */
  while (sum < 333833500)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sum, ==, 333833500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handover/priorities", test_priorities);
  g_test_add_func ("/handover/cancel", test_cancel);
  g_test_add_func ("/handover/free", test_free);
  g_test_add_func ("/handover/many", test_many);

  return g_test_run ();
}
