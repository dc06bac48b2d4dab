/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>

#include "engine/layout.h"
#include "random-map.h"

/* What happens when the helper does not do what it should. BAD_HELPER_DIR is where one that misbehaves lies. */

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnMap *
connected_map (guint n_actors)
{
  LsnRandomMap random_map = { .seed = 5, .n_actors = n_actors, .n_ties = 4 * n_actors };

  return lsn_random_map_new (&random_map);
}

static LsnLayout *
lay_out (guint         n_actors,
         double        timeout,
         GCancellable *cancellable,
         GError      **error)
{
  g_autoptr (LsnMap) map = connected_map (n_actors), snapshot = lsn_map_snapshot (map);
  LsnLayoutOptions options = { .engine = "neato", .timeout = timeout };
  g_autoptr (GAsyncResult) result = NULL;

  lsn_layout_async (snapshot, &options, NULL, 0, cancellable, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lsn_layout_finish (result, error);
}

typedef struct
{
  const char    *mode;
  LsnEngineError code;
  const char    *sentence;
} Fault;

#define CRASHED "The layout helper stopped unexpectedly. Nothing was changed."
#define TIMED_OUT "The layout helper was not done after 0.7 seconds and was stopped. Nothing was changed."
#define GARBAGE "The layout helper gave an answer that makes no sense. Nothing was changed."

static const Fault faults[] = {
  { "crash", LSN_ENGINE_ERROR_CRASHED, "The layout helper stopped unexpectedly: “out of luck”. Nothing was changed." },
  { "exit", LSN_ENGINE_ERROR_CRASHED, CRASHED },
  { "silence", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "garbage", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "endless", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "version", LSN_ENGINE_ERROR_GARBAGE, "The layout helper belongs to another version of Liaison. Install Liaison again." },
  { "huge", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "half", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "early", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "refusal", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "nan", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "far", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "more-places", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "more-graphs", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "rest", LSN_ENGINE_ERROR_GARBAGE, GARBAGE },
  { "hang", LSN_ENGINE_ERROR_TIMED_OUT, TIMED_OUT },
  { "deaf", LSN_ENGINE_ERROR_TIMED_OUT, TIMED_OUT },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnLayout) layout = NULL;
  gboolean waits = fault->code == LSN_ENGINE_ERROR_TIMED_OUT;

  g_setenv ("LIAISON_LIBEXECDIR", g_getenv ("BAD_HELPER_DIR"), TRUE);
  g_setenv ("BAD_HELPER", fault->mode, TRUE);
  /* the deaf one gets more than a pipe holds */
  layout = lay_out (g_str_equal (fault->mode, "deaf") ? 20000 : 20, waits ? 0.7 : 20, NULL, &error);
  g_assert_null (layout);
  g_assert_error (error, LSN_ENGINE_ERROR, (int) fault->code);
  g_assert_cmpstr (error->message, ==, fault->sentence);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnLayout) layout = NULL;

  g_setenv ("LIAISON_LIBEXECDIR", "/nowhere", TRUE);
  layout = lay_out (20, 0, NULL, &error);
  g_assert_null (layout);
  g_assert_error (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_MISSING);
  g_assert_cmpstr (error->message, ==, "The layout helper /nowhere/liaison-layout cannot be started. Install Liaison again.");
}

typedef struct
{
  const char   *pid_file;
  GCancellable *cancellable;
  gint64        cancelled_at;
} Cancel;

/* Once the helper runs */
static gboolean
cancel_soon (gpointer data)
{
  Cancel *cancel = data;

  if (!g_file_test (cancel->pid_file, G_FILE_TEST_EXISTS))
    return G_SOURCE_CONTINUE;
  cancel->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
is_gone (int pid)
{
  return kill (pid, 0) != 0 && errno == ESRCH;
}

/* Within 100 ms there is an error, and no process. */
static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("liaison-XXXXXX", NULL);
  g_autofree char *pid_file = g_build_filename (folder, "pid", NULL);
  g_autofree char *pid = NULL;
  Cancel cancel = { pid_file, cancellable, 0 };
  g_autoptr (LsnLayout) layout = NULL;

  g_setenv ("LIAISON_LIBEXECDIR", g_getenv ("BAD_HELPER_DIR"), TRUE);
  g_setenv ("BAD_HELPER", "hang", TRUE);
  g_setenv ("BAD_HELPER_PID", pid_file, TRUE);
  g_timeout_add (5, cancel_soon, &cancel);
  layout = lay_out (20, 0, cancellable, &error);
  g_assert_null (layout);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (pid_file, &pid, NULL, NULL));
  while (!is_gone (atoi (pid)) && g_get_monotonic_time () - cancel.cancelled_at < 100 * 1000)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_gone (atoi (pid)));
  g_unsetenv ("BAD_HELPER_PID");
  g_unlink (pid_file);
  g_rmdir (folder);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LsnLayout) layout = NULL;

  g_cancellable_cancel (cancellable);
  layout = lay_out (20, 0, cancellable, &error);
  g_assert_null (layout);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/faults/", faults[i].mode, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/engine/faults/missing", test_missing);
  g_test_add_func ("/engine/faults/cancel", test_cancel);
  g_test_add_func ("/engine/faults/cancelled-before", test_cancelled_before);
  return g_test_run ();
}
