/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "io/replace.h"

/* What becomes of a file that somebody else has to do with. */

typedef struct
{
  char *folder;
  char *path;
} Place;

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
  g_assert_true (lsn_replace_file (place->path, &status, new, &status, NULL));
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
  gboolean changed = FALSE;
  struct stat before, status;

  g_assert_true (g_file_set_contents (place->path, "first", -1, NULL));
  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  g_assert_false (lsn_replace_file (place->path, &before, ours, &status, &changed));
  g_assert_true (changed);
  g_assert_false (lsn_replace_file (place->path, NULL, ours, &status, &changed));
  g_assert_true (changed);
  before.st_nlink = 2;
  g_assert_false (lsn_replace_file (place->path, &before, ours, &status, &changed));
  g_assert_true (changed);
  assert_content (place->path, "theirs");

  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (lsn_replace_file (place->path, &before, ours, &status, &changed));
  g_assert_false (changed);
  assert_content (place->path, "ours");
}

#define ADD(name, function) g_test_add ("/replace/" name, Place, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lost-list", test_lost_list);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  return g_test_run ();
}
