/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "io/disk.h"
#include "io/replace.h"

/* What becomes of a file that somebody else has to do with. */

typedef struct
{
  char *folder;
  char *path;
} Place;

static gboolean fails;

/* In place of the system's: the disk takes no more once @fails is set. */
int
ftruncate (int   fd,
           off_t length)
{
  if (!fails)
    return (int) syscall (SYS_ftruncate, fd, length);
  errno = EIO;
  return -1;
}

/* The path of a file of @folder that @sentence names. */
static char *
path_in (const char *sentence,
         const char *folder)
{
  g_autofree char *begin = g_strconcat (folder, "/.", NULL);
  const char      *at = strstr (sentence, begin);
  const char      *end = at != NULL ? strstr (at, "”") : NULL;

  g_assert_nonnull (end);
  return g_strndup (at, end - at);
}

static void
set_up (Place        *place,
        gconstpointer data)
{
  place->folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "map.graphml", NULL);
}

/* Nothing else is left in the folder. */
static void
tear_down (Place        *place,
           gconstpointer data)
{
  g_assert_cmpint (g_remove (place->path), ==, 0);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
}

static void
assert_content (const char *path,
                const char *wanted)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, wanted);
}

/* A list of who may do what that cannot be kept: the group gets what it had in the list, not the most that anybody got by it. */
static void
test_lost_list (Place        *place,
                gconstpointer data)
{
  static const guint8 list[] = {
    2, 0, 0, 0, /* the version; then the owner, user 1300, the group, the most, others */
    1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 6, 0, 20, 5, 0, 0, 4, 0, 0, 0, 255, 255, 255, 255,
    16, 0, 6, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255
  };
  g_autoptr (GBytes) new = g_bytes_new_static ("new", 3);
  g_autofree char   *left = NULL;
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can make a file of somebody else");
      return;
    }
  g_assert_true (g_file_set_contents (place->path, "old", -1, NULL));
  if (setxattr (place->path, "system.posix_acl_access", list, sizeof list, 0) < 0)
    {
      g_test_skip ("no access control lists here");
      return;
    }
  g_assert_cmpint (chown (place->folder, 1235, -1), ==, 0);
  g_assert_cmpint (chown (place->path, 1234, -1), ==, 0);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0660);
  g_assert_cmpint (seteuid (1235), ==, 0);
  g_assert_true (lsn_replace_file (place->path, &status, new, &status, NULL, &left));
  g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 1235);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

/* Somebody else writes while we do: what is on the disk by then is theirs, also where a name was free. */
static void
test_changed_meanwhile (Place        *place,
                        gconstpointer data)
{
  g_autoptr (GBytes) ours = g_bytes_new_static ("ours", 4);
  g_autofree char *left = NULL;
  gboolean changed = FALSE;
  struct stat before, status;

  g_assert_true (g_file_set_contents (place->path, "first", -1, NULL));
  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  g_assert_false (lsn_replace_file (place->path, &before, ours, &status, &changed, &left));
  g_assert_true (changed);
  g_assert_false (lsn_replace_file (place->path, NULL, ours, &status, &changed, &left));
  g_assert_true (changed);
  before.st_nlink = 2;
  g_assert_false (lsn_replace_file (place->path, &before, ours, &status, &changed, &left));
  g_assert_true (changed);
  assert_content (place->path, "theirs");

  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (lsn_replace_file (place->path, &before, ours, &status, &changed, &left));
  g_assert_false (changed);
  assert_content (place->path, "ours");
}

/* What has several names is written where it is. When the disk fails amid that, nobody is told that nothing has happened. */
static void
test_fails_in_place (Place        *place,
                     gconstpointer data)
{
  g_autoptr (GBytes) ours = g_bytes_new_static ("all of ours", 11);
  g_autoptr (GFile)  file = g_file_new_for_path (place->path);
  g_autoptr (GError) error = NULL;
  g_autofree char   *other = g_build_filename (place->folder, "other", NULL);
  g_autofree char   *left = NULL;
  struct stat before, status;

  g_assert_true (g_file_set_contents (place->path, "what was there before", -1, NULL));
  g_assert_cmpint (link (place->path, other), ==, 0);
  g_assert_cmpint (stat (place->path, &before), ==, 0);
  fails = TRUE;
  g_assert_false (lsn_replace_file (place->path, &before, ours, &status, NULL, &left));
  g_assert_cmpint (errno, ==, EIO);
  g_assert_nonnull (left);
  assert_content (left, "all of ours");
  g_assert_cmpint (g_remove (left), ==, 0);
  g_clear_pointer (&left, g_free);

  g_assert_false (lsn_disk_replace (file, ours, NULL, NULL, &error));
  fails = FALSE;
  g_assert_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK);
  g_assert_null (strstr (error->message, "unchanged"));
  left = path_in (error->message, place->folder);
  assert_content (left, "all of ours");
  g_assert_cmpint (g_remove (left), ==, 0);
  g_assert_cmpint (g_remove (other), ==, 0);
}

#define ADD(name, function) g_test_add ("/replace/" name, Place, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lost-list", test_lost_list);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("fails-in-place", test_fails_in_place);
  return g_test_run ();
}
