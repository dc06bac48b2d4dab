/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <glib/gstdio.h>

#include "io-test.h"

/* Writing that is cancelled: before it has begun, and too late. */

/* Nothing else is left in the folder. */
static void
tear_down (IoTestPlace  *place,
           gconstpointer data)
{
  g_remove (place->path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  io_test_place_clear (place);
}

/* What is written cannot be cancelled any more: the answer says what is on the disk. */
static void
test_late_cancel (IoTestPlace  *place,
                  gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("late", 4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  lsn_disk_replace_async (place->file, bytes, cancellable, io_test_done, &result);
  while (!g_file_test (place->path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  g_cancellable_cancel (cancellable);
  done = io_test_wait (&result);
  g_assert_true (lsn_disk_replace_finish (done, &error));
  g_assert_no_error (error);
}

static void
assert_says_cancelled (IoTestPlace  *place,
                       const GError *error)
{
  g_autofree char *sentence = g_strdup_printf ("The writing of “%s” was cancelled.", place->path);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, sentence);
}

/* Who cancels before anything is written reads that in our words. */
static void
test_early_cancel (IoTestPlace  *place,
                   gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("early", 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GAsyncResult) result = NULL, done = NULL;
  g_autoptr (GAsyncResult) save_result = NULL, saved = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lsn_disk_replace_async (place->file, bytes, cancellable, io_test_done, &result);
  done = io_test_wait (&result);
  g_assert_false (lsn_disk_replace_finish (done, &error));
  assert_says_cancelled (place, error);
  g_clear_error (&error);

  lsn_save_async (map, place->file, NULL, cancellable, io_test_done, &save_result);
  saved = io_test_wait (&save_result);
  state = lsn_save_finish (saved, NULL, &error);
  g_assert_null (state);
  assert_says_cancelled (place, error);
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) g_test_add ("/cancel/" name, IoTestPlace, NULL, io_test_place_set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("late", test_late_cancel);
  ADD ("early", test_early_cancel);
  return g_test_run ();
}
