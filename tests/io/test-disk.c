/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "io-test.h"

/* Files on a disk that is full, read-only, gone or changed by somebody else: the old file stays, and the sentence says why. */

static void
remove_all (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0)
        remove_all (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

static void
tear_down (IoTestPlace  *place,
           gconstpointer data)
{
  g_chmod (place->folder, 0700);
  remove_all (place->folder);
  io_test_place_clear (place);
}

static gboolean
replace (GFile         *file,
         const char    *text,
         LsnFileState  *expected,
         LsnFileState **state,
         GError       **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lsn_disk_replace (file, bytes, expected, state, error);
}

static void
assert_content (const char *path,
                const char *wanted)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, wanted);
}

/* Nothing is left behind: the folder has that many entries. */
static void
assert_entries (const char *folder,
                guint       wanted)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, wanted);
}

static void
test_replace (IoTestPlace  *place,
              gconstpointer data)
{
  g_autoptr (LsnFileState) first = NULL;
  g_autoptr (LsnFileState) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (place->file, "one", NULL, &first, &error));
  g_assert_no_error (error);
  assert_content (place->path, "one");
  g_assert_true (lsn_file_state_is_current (first, place->file));
  g_assert_true (replace (place->file, "two", first, &second, &error));
  g_assert_no_error (error);
  assert_content (place->path, "two");
  g_assert_false (lsn_file_state_is_current (first, place->file));
  g_assert_true (lsn_file_state_is_current (second, place->file));
  assert_entries (place->folder, 1);
}

static void
test_changed (IoTestPlace  *place,
              gconstpointer data)
{
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (place->file, "ours", NULL, &state, NULL));
  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  g_assert_false (lsn_file_state_is_current (state, place->file));
  g_assert_false (replace (place->file, "ours again", state, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "map.graphml"));
  assert_content (place->path, "theirs");
  assert_entries (place->folder, 1);
  g_clear_error (&error);
  /* A file that was removed is not somebody else's: it is written again. */
  g_remove (place->path);
  g_assert_false (lsn_file_state_is_current (state, place->file));
  g_assert_true (replace (place->file, "ours again", state, NULL, &error));
  assert_content (place->path, "ours again");
}

static void
test_permissions (IoTestPlace  *place,
                  gconstpointer data)
{
  struct stat status;
  mode_t mask = umask (027);

  g_assert_true (replace (place->file, "new", NULL, NULL, NULL));
  umask (mask);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpint (g_chmod (place->path, 0604), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (chown (place->path, 1234, 4321), ==, 0);
  g_assert_true (replace (place->file, "again", NULL, NULL, NULL));
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0604);
  if (geteuid () == 0)
    {
      g_assert_cmpuint (status.st_uid, ==, 1234);
      g_assert_cmpuint (status.st_gid, ==, 4321);
    }
}

static void
test_links (IoTestPlace  *place,
            gconstpointer data)
{
  g_autofree char *inner = g_build_filename (place->folder, "inner", NULL);
  g_autofree char *real = g_build_filename (inner, "real.graphml", NULL);
  g_autofree char *circle = g_build_filename (place->folder, "circle", NULL);
  g_autoptr (GFile) round = g_file_new_for_path (circle);
  g_autoptr (GError) error = NULL;

  g_mkdir (inner, 0700);
  g_assert_cmpint (symlink ("inner/real.graphml", place->path), ==, 0);
  /* A link to what is not there yet, then to what is */
  g_assert_true (replace (place->file, "one", NULL, NULL, NULL));
  g_assert_true (replace (place->file, "two", NULL, NULL, NULL));
  assert_content (real, "two");
  g_assert_true (g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  g_assert_false (replace (round, "three", NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, g_strerror (ELOOP)));
}

static void
assert_write_fails (GFile *file,
                    int    number)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (file, "new", NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  if (strstr (error->message, g_strerror (number)) == NULL)
    g_error ("“%s” does not say “%s”", error->message, g_strerror (number));
}

static void
test_vanished_folder (IoTestPlace  *place,
                      gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "gone", "map.graphml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);

  assert_write_fails (file, ENOENT);
  assert_write_fails (folder, EISDIR);
}

/* Root may write anywhere, so this runs as somebody else. */
static void
test_read_only (IoTestPlace  *place,
                gconstpointer data)
{
  uid_t user = geteuid ();

  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  if (user == 0)
    {
      g_assert_cmpint (chown (place->folder, 1234, -1), ==, 0);
      g_assert_cmpint (chown (place->path, 1234, -1), ==, 0);
      g_assert_cmpint (seteuid (1234), ==, 0);
    }
  g_assert_cmpint (g_chmod (place->folder, 0500), ==, 0);
  assert_write_fails (place->file, EACCES);
  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
  assert_content (place->path, "old");
  assert_entries (place->folder, 1);
  if (user == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* A limit on the size of files ends a write in the middle too, and needs no rights. */
static void
test_limited_file (IoTestPlace  *place,
                   gconstpointer data)
{
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;
  gboolean written;

  g_assert_true (replace (place->file, "old", NULL, NULL, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { .rlim_cur = 64 * 1024, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = replace (place->file, large, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  g_assert_nonnull (strstr (error->message, "unchanged"));
  assert_content (place->path, "old");
  assert_entries (place->folder, 1);
}

/* What is full without a disk: nothing is replaced there, the bytes go through. */
static void
test_full_device (IoTestPlace  *place,
                  gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");

  assert_write_fails (file, ENOSPC);
}

static void
test_full_disk (IoTestPlace  *place,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "disk", "map.graphml", NULL);
  g_autofree char *disk = g_build_filename (place->folder, "disk", NULL);
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir (disk, 0700);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=64k") != 0)
    {
      /* The two tests above stand for it. */
      g_test_message ("no small disk can be mounted here");
      return;
    }
  g_assert_true (replace (file, "old", NULL, NULL, NULL));
  g_assert_false (replace (file, large, NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
  g_assert_nonnull (strstr (error->message, "unchanged"));
  assert_content (path, "old");
  assert_entries (disk, 1);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
test_async (IoTestPlace  *place,
            gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("async", 5);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  lsn_disk_replace_async (place->file, bytes, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  g_assert_true (lsn_disk_replace_finish (done, &error));
  g_assert_no_error (error);
  assert_content (place->path, "async");
}

/* Whoever may not give the file its group back must not let another group in. */
static void
test_other_group (IoTestPlace  *place,
                  gconstpointer data)
{
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can make a file of a group that is not its own");
      return;
    }
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (place->path, 0664), ==, 0);
  g_assert_cmpint (chown (place->folder, 1234, -1), ==, 0);
  g_assert_cmpint (chown (place->path, 1234, 4321), ==, 0);
  g_assert_cmpint (seteuid (1234), ==, 0);
  g_assert_true (replace (place->file, "new", NULL, NULL, NULL));
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_gid, !=, 4321);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0644);
}

static void
start_pipe (IoTestPlace   *place,
            gsize          length,
            GCancellable  *cancellable,
            GAsyncResult **result)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_strnfill (length, 'x'), length);

  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  lsn_disk_replace_async (place->file, bytes, cancellable, io_test_done, result);
}

/* A pipe that nobody reads from, and one whose reader takes nothing: both can be cancelled. */
static void
test_pipe_cancelled (IoTestPlace  *place,
                     gconstpointer data)
{
  for (guint reader = 0; reader < 2; reader++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) done = NULL;
      g_autoptr (GError) error = NULL;
      char byte;
      int fd = -1;

      start_pipe (place, 1024 * 1024, cancellable, &result);
      if (reader == 1)
        {
          fd = open (place->path, O_RDONLY | O_CLOEXEC);
          g_assert_cmpint (read (fd, &byte, 1), ==, 1);
        }
      g_cancellable_cancel (cancellable);
      done = io_test_wait (&result);
      g_assert_false (lsn_disk_replace_finish (done, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_nonnull (strstr (error->message, "The writing of"));
      if (fd >= 0)
        close (fd);
      g_remove (place->path);
    }
}

static void
test_pipe (IoTestPlace  *place,
           gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  start_pipe (place, 1024 * 1024, NULL, &result);
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, 1024 * 1024);
  done = io_test_wait (&result);
  g_assert_true (lsn_disk_replace_finish (done, &error));
  g_assert_no_error (error);
}

/* Nothing of a pipe is unchanged, and nothing is said of that. */
static void
test_pipe_unread (IoTestPlace  *place,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  g_assert_false (replace (place->file, "new", NULL, NULL, &error));
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, "nobody reads from"));
  g_assert_null (strstr (error->message, "unchanged"));
}

static gboolean
has_unnamed_files (const char *folder)
{
  int fd = open (folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);

  return fd >= 0 && close (fd) == 0;
}

/* A limit on the size of files kills whoever does not ignore it, amid writing. */
static void
test_killed_subprocess (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("LIAISON_TEST_FILE"));
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  struct rlimit limit = { 64 * 1024, 64 * 1024 };

  signal (SIGXFSZ, SIG_DFL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  replace (file, large, NULL, NULL, NULL);
}

static void
test_killed (IoTestPlace  *place,
             gconstpointer data)
{
  g_assert_true (replace (place->file, "old", NULL, NULL, NULL));
  g_setenv ("LIAISON_TEST_FILE", place->path, TRUE);
  g_test_trap_subprocess ("/disk/killed/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_assert_false (g_test_trap_has_passed ());
  assert_content (place->path, "old");
  if (has_unnamed_files (place->folder))
    assert_entries (place->folder, 1);
}

/* A file of the folder that was last written to so many seconds ago. */
static char *
make_old (IoTestPlace *place,
          const char  *name,
          int          age)
{
  char *path = g_build_filename (place->folder, name, NULL);
  struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { .tv_sec = g_get_real_time () / G_USEC_PER_SEC - age } };

  g_assert_true (g_file_set_contents (path, "left", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  return path;
}

/* Only what is surely nobody's any more goes. */
static void
test_stale (IoTestPlace  *place,
            gconstpointer data)
{
  static const struct { const char *name; int age; gboolean goes; } cases[] = {
    { ".liaison-00c0ffee.tmp", 7200, TRUE },
    { ".liaison-00c0ffef.tmp", 600, FALSE },     /* may still be written to */
    { ".liaison-00c0fff0.whole", 7200, FALSE },  /* the only whole copy of something */
    { ".liaison-notes.tmp", 7200, FALSE },       /* somebody's own */
    { "liaison-00c0ffee.tmp", 7200, FALSE },
    { "map.graphml.tmp", 7200, FALSE },
  };
  g_autofree char *held = make_old (place, ".liaison-0badcafe.tmp", 7200);
  g_autofree char *linked = g_build_filename (place->folder, ".liaison-0badf00d.tmp", NULL);
  int fd = open (held, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  g_assert_cmpint (symlink ("map.graphml.tmp", linked), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_free (make_old (place, cases[i].name, cases[i].age));
  g_assert_true (replace (place->file, "new", NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, cases[i].name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS) == cases[i].goes)
        g_error ("%s %s", cases[i].name, cases[i].goes ? "stays" : "goes");
    }
  g_assert_true (g_file_test (held, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (linked, G_FILE_TEST_IS_SYMLINK));
  close (fd);
  g_assert_true (replace (place->file, "newer", NULL, NULL, NULL));
  g_assert_false (g_file_test (held, G_FILE_TEST_EXISTS));
}

/* The other name of a file goes on naming the same one. */
static void
test_hard_links (IoTestPlace  *place,
                 gconstpointer data)
{
  g_autofree char *other = g_build_filename (place->folder, "other.graphml", NULL);
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;
  gboolean written;

  g_assert_true (replace (place->file, "a longer text than the next", NULL, NULL, NULL));
  g_assert_cmpint (link (place->path, other), ==, 0);
  g_assert_true (replace (place->file, "new", NULL, &state, &error));
  assert_content (other, "new");
  assert_entries (place->folder, 2);
  g_assert_true (lsn_file_state_is_current (state, place->file));

  /* What cannot be written whole is not begun. */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { .rlim_cur = 64 * 1024, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = replace (place->file, large, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_nonnull (strstr (error->message, g_strerror (EFBIG)));
  assert_content (other, "new");
  assert_entries (place->folder, 2);
}

static void
test_attributes (IoTestPlace  *place,
                 gconstpointer data)
{
  char value[8] = "";

  g_assert_true (replace (place->file, "old", NULL, NULL, NULL));
  if (setxattr (place->path, "user.liaison.test", "kept", 4, 0) < 0)
    {
      g_test_skip ("no extended attributes here");
      return;
    }
  g_assert_true (replace (place->file, "new", NULL, NULL, NULL));
  g_assert_cmpint (getxattr (place->path, "user.liaison.test", value, sizeof value), ==, 4);
  g_assert_cmpstr (value, ==, "kept");
}

#define ADD(name, function) g_test_add ("/disk/" name, IoTestPlace, NULL, io_test_place_set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("replace", test_replace);
  ADD ("changed", test_changed);
  ADD ("permissions", test_permissions);
  ADD ("links", test_links);
  ADD ("vanished-folder", test_vanished_folder);
  ADD ("read-only", test_read_only);
  ADD ("limited-file", test_limited_file);
  ADD ("full-device", test_full_device);
  ADD ("killed", test_killed);
  g_test_add_func ("/disk/killed/subprocess", test_killed_subprocess);
  ADD ("stale", test_stale);
  ADD ("hard-links", test_hard_links);
  ADD ("attributes", test_attributes);
  ADD ("full-disk", test_full_disk);
  ADD ("async", test_async);
  ADD ("other-group", test_other_group);
  ADD ("pipe", test_pipe);
  ADD ("pipe-cancelled", test_pipe_cancelled);
  ADD ("pipe-unread", test_pipe_unread);
  return g_test_run ();
}
