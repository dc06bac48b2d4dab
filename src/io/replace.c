/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "io/file-state.h"

/* The new content goes to a file without a name, to the disk, and then takes the name in one step. Where a file without a
 * name cannot be had it has one of ours. Who is killed meanwhile leaves that; whoever saves there later removes it. */

#define PREFIX    ".liaison-"
#define TEMPORARY ".tmp"
#define WHOLE     ".whole" /* what is kept while a file with several names is written: never removed by another process */
#define ACL_ATTRIBUTE "system.posix_acl_access"
#define ACL_TAG_GROUP 4    /* the file's own group, in that attribute */
#define STALE     3600     /* seconds after which a temporary file that nobody holds is nobody's */

/**
 * lsn_write_all:
 * @fd: a file that is open for writing
 *
 * Returns: whether all of @bytes were written; else errno says why not
 */
gboolean
lsn_write_all (int     fd,
               GBytes *bytes)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, at, left);

      if (n < 0 && errno != EINTR)
        return FALSE;
      at += MAX (n, 0);
      left -= MAX (n, 0);
    }
  return TRUE;
}

/* Closes and says FALSE, and errno stays what it was. */
static gboolean
fail_closing (int fd)
{
  int number = errno;

  close (fd);
  errno = number;
  return FALSE;
}

/* ---- names beside the target ---- */

static char *
name_beside (const char *target,
             const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_strdup_printf (PREFIX "%08x%s", g_random_int (), ending);

  return g_build_filename (folder, name, NULL);
}

/* A new file with a name beside @target. Whoever writes to it holds its lock. */
static int
create_beside (const char *target,
               mode_t      mode,
               const char *ending,
               char      **path)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *candidate = name_beside (target, ending);
      int fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

      if (fd >= 0)
        {
          flock (fd, LOCK_EX | LOCK_NB);
          *path = g_steal_pointer (&candidate);
        }
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }
  return -1;
}

/* A new file in the folder of @target; @path stays NULL when it has no name. */
static int
create (const char *target,
        mode_t      mode,
        gboolean    may_be_unnamed,
        char      **path)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int fd = may_be_unnamed ? open (folder, O_WRONLY | O_TMPFILE | O_CLOEXEC, mode) : -1;

  return fd >= 0 ? fd : create_beside (target, mode, TEMPORARY, path);
}

/* Gives a file without a name one of ours: one that is taken cannot be given. */
static gboolean
give_name (int         fd,
           const char *target,
           char      **path)
{
  g_autofree char *unnamed = g_strdup_printf ("/proc/self/fd/%d", fd);

  flock (fd, LOCK_EX | LOCK_NB);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *candidate = name_beside (target, TEMPORARY);

      if (linkat (AT_FDCWD, unnamed, AT_FDCWD, candidate, AT_SYMLINK_FOLLOW) == 0)
        {
          *path = g_steal_pointer (&candidate);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_ours (const char *name)
{
  const char *digits = g_str_has_prefix (name, PREFIX) ? name + strlen (PREFIX) : "";

  return strlen (digits) == 8 + strlen (TEMPORARY) && strspn (digits, "0123456789abcdef") == 8 &&
         g_str_equal (digits + 8, TEMPORARY);
}

/* Whoever wrote to it has been gone for long: it is old by the clock of the disk, and nobody holds it. */
static void
remove_when_stale (const char        *path,
                   const struct stat *now)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  struct stat status;

  if (fd < 0)
    return;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid () &&
      status.st_mtim.tv_sec < now->st_mtim.tv_sec - STALE && flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlink (path);
  close (fd);
}

static void
remove_stale (const char        *target,
              const struct stat *now)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = is_ours (name) ? g_build_filename (folder, name, NULL) : NULL;

      if (path != NULL)
        remove_when_stale (path, now);
    }
}

/* ---- what stays of the old file ---- */

/* What the file's own group may do, as three bits. Where there is a list of who may do what, the bits of the mode are the most
 * that anybody gets by it, and the group's are in the list: a number of 4 bytes, then for each a tag, what it may, and who. */
static mode_t
group_may (const char        *target,
           const struct stat *before)
{
  gssize size = getxattr (target, ACL_ATTRIBUTE, NULL, 0);
  g_autofree guint8 *list = size > 0 ? g_malloc (size) : NULL;
  mode_t may = (before->st_mode & S_IRWXG) >> 3;

  size = list != NULL ? getxattr (target, ACL_ATTRIBUTE, list, size) : 0;
  for (gssize at = 4; at + 8 <= size; at += 8)
    if (list[at] == ACL_TAG_GROUP && list[at + 1] == 0)
      may &= list[at + 2];
  return may;
}

/* Owner and permissions as they were, as far as we may. Another group than before gets no more than everybody. */
static gboolean
keep_permissions (int                fd,
                  const char        *target,
                  const struct stat *before)
{
  struct stat now;
  mode_t mode = (before->st_mode & 07777 & ~S_IRWXG) | group_may (target, before) << 3;

  if (fstat (fd, &now) < 0)
    return FALSE;
  if ((now.st_uid != before->st_uid || now.st_gid != before->st_gid)
      && fchown (fd, before->st_uid, before->st_gid) < 0)
    {
      mode &= ~(S_ISUID | S_ISGID);
      if (now.st_gid != before->st_gid && fchown (fd, -1, before->st_gid) < 0)
        mode = (mode & ~S_IRWXG) | (mode & S_IRWXO) << 3;
    }
  return fchmod (fd, mode) == 0;
}

/* Notes of the user and of the desktop go along; lists of who may do what only with the owner and group that they go with. */
static gboolean
is_kept (const char        *name,
         const struct stat *before,
         const struct stat *now)
{
  if (g_str_equal (name, ACL_ATTRIBUTE))
    return before->st_uid == now->st_uid && before->st_gid == now->st_gid;
  return g_str_has_prefix (name, "user.") || g_str_equal (name, "security.selinux");
}

static void
copy_attribute (const char *target,
                int         fd,
                const char *name)
{
  gssize size = getxattr (target, name, NULL, 0);
  g_autofree char *value = size >= 0 ? g_malloc (size + 1) : NULL;

  size = value != NULL ? getxattr (target, name, value, size) : -1;
  if (size >= 0)
    fsetxattr (fd, name, value, size, 0);
}

/* Extended attributes, where the file system has them. */
static void
keep_attributes (const char        *target,
                 int                fd,
                 const struct stat *before)
{
  gssize size = listxattr (target, NULL, 0);
  g_autofree char *names = size > 0 ? g_malloc0 (size + 1) : NULL;
  struct stat now;

  size = names != NULL ? listxattr (target, names, size) : 0;
  if (size <= 0 || fstat (fd, &now) < 0)
    return;
  for (const char *name = names; name < names + size; name += strlen (name) + 1)
    if (is_kept (name, before, &now))
      copy_attribute (target, fd, name);
}

/* ---- writing ---- */

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
fill (int                fd,
      const char        *target,
      const struct stat *before,
      GBytes            *bytes,
      struct stat       *status)
{
  if (before != NULL && !keep_permissions (fd, target, before))
    return FALSE;
  if (before != NULL)
    keep_attributes (target, fd, before);
  return lsn_write_all (fd, bytes) && fsync (fd) == 0 && fstat (fd, status) == 0;
}

/* Whether the file is another than when the writing began. NULL for @changed: nobody minds. */
static gboolean
was_changed (const char        *target,
             const struct stat *before,
             gboolean          *changed)
{
  g_autoptr (LsnFileState) known = before != NULL ? lsn_file_state_new_from_stat (before) : NULL;
  struct stat now;

  if (changed == NULL)
    return FALSE;
  *changed = stat (target, &now) == 0 && (known == NULL || !lsn_file_state_is_same (known, &now));
  return *changed;
}

/* Until it has the permissions of the old file, nobody else may open the new one. */
static gboolean
write_and_rename (const char        *target,
                  const struct stat *before,
                  gboolean           may_be_unnamed,
                  GBytes            *bytes,
                  struct stat       *status,
                  gboolean          *changed)
{
  g_autofree char *path = NULL;
  int fd = create (target, before == NULL ? 0666 : 0600, may_be_unnamed, &path);
  gboolean was_unnamed = fd >= 0 && path == NULL;
  int number;

  if (fd < 0)
    return FALSE;
  if (fill (fd, target, before, bytes, status) && (path != NULL || give_name (fd, target, &path)) &&
      !was_changed (target, before, changed) && rename (path, target) == 0)
    {
      close (fd);
      return TRUE;
    }
  number = errno;
  close (fd);
  if (path != NULL)
    unlink (path);
  /* Some file systems have files without a name, but give them none later. */
  if (was_unnamed && path == NULL && (number == ENOENT || number == EPERM || number == EOPNOTSUPP || number == EXDEV))
    return write_and_rename (target, before, FALSE, bytes, status, changed);
  errno = number;
  return FALSE;
}

/* The other names of a file go on naming the same one, so it is written where it is. What it will hold is on the disk
 * under a name of its own meanwhile, and stays there when this cannot be done to its end. */
static gboolean
write_in_place (const char        *target,
                const struct stat *before,
                GBytes            *bytes,
                struct stat       *status,
                gboolean          *changed,
                char             **left)
{
  g_autofree char *whole = NULL;
  int copy = create_beside (target, 0600, WHOLE, &whole);
  int fd = copy >= 0 ? open (target, O_WRONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
  gboolean good = fd >= 0 && lsn_write_all (copy, bytes) && fsync (copy) == 0 && !was_changed (target, before, changed);

  /* Room for all of it first: after that the disk is not full any more. */
  if (good && g_bytes_get_size (bytes) > 0)
    {
      int number = posix_fallocate (fd, 0, g_bytes_get_size (bytes));

      good = number == 0;
      if (!good && ftruncate (fd, before->st_size) < 0)
        *left = g_steal_pointer (&whole); /* zeros behind what was there */
      errno = good ? errno : number;
    }
  if (good)
    {
      good = lsn_write_all (fd, bytes) && ftruncate (fd, g_bytes_get_size (bytes)) == 0 && fsync (fd) == 0 &&
             fstat (fd, status) == 0;
      if (!good) /* the only whole copy */
        *left = g_steal_pointer (&whole);
    }
  if (copy >= 0)
    fail_closing (copy);
  if (fd >= 0)
    fail_closing (fd);
  if (whole != NULL)
    {
      int number = errno;

      unlink (whole);
      errno = number;
    }
  return good;
}

/**
 * lsn_replace_file:
 * @target: a regular file, no link
 * @before: (nullable): what it was; %NULL when there is none yet
 * @bytes: what it shall hold
 * @status: (out): what it is now
 * @changed: (out) (nullable): %NULL to replace it whatever it is by then; else it is looked at once more when everything is on
 *   the disk, and left alone when it is not what @before says
 * @left: (out) (transfer full): where @bytes are when @target holds a part of them only; else %NULL
 *
 * Replaces a file in one step and waits for the disk. Permissions, owner, extended attributes and other names (hard links)
 * stay, as far as we may; for those the file is written in place, with a whole copy beside it meanwhile. Temporary files of
 * processes that have died go. Cost: O(size + entries of the folder).
 *
 * Returns: whether it was done; else @changed or errno says why not, and without @left the old file is as it was
 */
gboolean
lsn_replace_file (const char        *target,
                  const struct stat *before,
                  GBytes            *bytes,
                  struct stat       *status,
                  gboolean          *changed,
                  char             **left)
{
  gboolean good;

  *left = NULL;
  good = before != NULL && before->st_nlink > 1 ? write_in_place (target, before, bytes, status, changed, left)
                                                : write_and_rename (target, before, TRUE, bytes, status, changed);

  if (!good)
    return FALSE;
  sync_folder (target);
  remove_stale (target, status);
  return TRUE;
}
