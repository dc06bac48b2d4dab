/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <glib/gstdio.h>

#include "io-test.h"

/* Whether a file is still the one that is known, asked of a disk that may not answer: nobody waits for it but a thread. */

/* ---- a place that hangs until it is let go ---- */

static GMutex   lock;
static GCond    let_go;
static gboolean hangs;
static guint    n_asked;

typedef struct { GObject parent_instance; } FarFile;
typedef struct { GObjectClass parent_class; } FarFileClass;

static GType far_file_get_type (void);
static void  far_file_iface_init (GFileIface *iface);

G_DEFINE_TYPE_WITH_CODE (FarFile, far_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, far_file_iface_init))

static GFileInfo *
query_info (GFile              *file,
            const char         *attributes,
            GFileQueryInfoFlags flags,
            GCancellable       *cancellable,
            GError            **error)
{
  GFileInfo *info = g_file_info_new ();

  g_mutex_lock (&lock);
  n_asked++;
  while (hangs)
    g_cond_wait (&let_go, &lock);
  g_mutex_unlock (&lock);
  g_file_info_set_file_type (info, G_FILE_TYPE_REGULAR);
  return info;
}

static char *
no_path (GFile *file)
{
  return NULL;
}

static void
far_file_iface_init (GFileIface *iface)
{
  iface->query_info = query_info;
  iface->get_path = no_path;
}

static void
far_file_class_init (FarFileClass *klass)
{
}

static void
far_file_init (FarFile *file)
{
}

static void
set_hangs (gboolean value)
{
  g_mutex_lock (&lock);
  hangs = value;
  g_cond_broadcast (&let_go);
  g_mutex_unlock (&lock);
}

static gboolean
was_asked (void)
{
  gboolean asked;

  g_mutex_lock (&lock);
  asked = n_asked > 0;
  g_mutex_unlock (&lock);
  return asked;
}

/* ---- tests ---- */

static void
test_hanging (void)
{
  g_autoptr (GFile) file = g_object_new (far_file_get_type (), NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  set_hangs (TRUE);
  lsn_file_check_async (file, NULL, NULL, io_test_done, &result);
  while (!was_asked ())
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (result);
  set_hangs (FALSE);
  done = io_test_wait (&result);
  g_assert_cmpint (lsn_file_check_finish (done), ==, LSN_FILE_CURRENT);
}

/* Who no longer waits is answered at once, while the disk still hangs. */
static void
test_cancelled (void)
{
  g_autoptr (GFile) file = g_object_new (far_file_get_type (), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  set_hangs (TRUE);
  lsn_file_check_async (file, NULL, cancellable, io_test_done, &result);
  g_cancellable_cancel (cancellable);
  done = io_test_wait (&result);
  g_assert_cmpint (lsn_file_check_finish (done), ==, LSN_FILE_UNKNOWN);
  set_hangs (FALSE);
}

static LsnFileCheck
check (GFile        *file,
       LsnFileState *state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_file_check_async (file, state, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_file_check_finish (done);
}

static void
test_local (void)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.graphml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (LsnFileState) state = NULL;

  g_assert_true (lsn_disk_replace (file, bytes, NULL, &state, NULL));
  g_assert_cmpint (check (file, state), ==, LSN_FILE_CURRENT);
  g_assert_cmpint (check (file, NULL), ==, LSN_FILE_CURRENT);
  g_assert_true (g_file_set_contents (path, "another", -1, NULL));
  g_assert_cmpint (check (file, state), ==, LSN_FILE_CHANGED);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (check (file, state), ==, LSN_FILE_GONE);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/hanging", test_hanging);
  g_test_add_func ("/check/cancelled", test_cancelled);
  g_test_add_func ("/check/local", test_local);
  return g_test_run ();
}
