/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/fifo.h"
#include "io/file-state.h"
#include "io/replace.h"

/* The one place where files are opened to be read, and written: with what is said when that fails. */

#define MAX_LINKS 40

static char *
shown_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

static gboolean
set_read_error (GError **error,
                GFile   *file,
                int      number)
{
  g_autofree char *name = shown_name (file);

  /* Translators: the first is a file's name, the second what the system says, such as "Permission denied" */
  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” cannot be read: %s."), name, g_strerror (number));
  return FALSE;
}

static gboolean
set_write_error (GError **error,
                 GFile   *file,
                 int      number)
{
  g_autofree char *name = shown_name (file);

  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK,
               /* Translators: the first is a file's name, the second what the system says, such as "No space left on device" */
               _("“%s” cannot be written: %s. What was there before is unchanged."), name, g_strerror (number));
  return FALSE;
}

/**
 * lsn_disk_refuse_cancelled:
 * @file: that was to be written
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: whether @cancellable is cancelled, which @error says then in our words
 */
gboolean
lsn_disk_refuse_cancelled (GFile        *file,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autofree char *name = shown_name (file);

  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The writing of “%s” was cancelled."), name);
  return TRUE;
}

/* Of a file with several names, which is written where it is. */
static gboolean
set_part_error (GError    **error,
                GFile      *file,
                int         number,
                const char *whole)
{
  g_autofree char   *name = shown_name (file);
  g_autoptr (GFile)  copy = g_file_new_for_path (whole);
  g_autofree char   *shown = shown_name (copy);

  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK,
               /* Translators: the first is a file's name, the second what the system says, the third where a whole copy lies */
               _("“%1$s” could not be written to its end: %2$s. All that it should hold is in “%3$s”: copy that over it."),
               name, g_strerror (number), shown);
  return FALSE;
}

static GInputStream *
open_path (GFile         *file,
           const char    *path,
           LsnFileState **state,
           gboolean      *seekable,
           GCancellable  *cancellable,
           GError       **error)
{
  /* Opening a pipe that nobody writes to must not hold us up; reading it can be cancelled. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) < 0)
    {
      set_read_error (error, file, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (S_ISDIR (status.st_mode))
    {
      set_read_error (error, file, EISDIR);
      close (fd);
      return NULL;
    }
  if (S_ISFIFO (status.st_mode) && !lsn_fifo_wait_for_writer (fd, cancellable))
    {
      g_autofree char *name = shown_name (file);

      g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” is a pipe that nobody writes to."), name);
      close (fd);
      return NULL;
    }
  fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
  *seekable = S_ISREG (status.st_mode);
  if (state != NULL)
    *state = lsn_file_state_new_from_stat (&status);
  return g_unix_input_stream_new (fd, TRUE);
}

/**
 * lsn_disk_open:
 * @file: a file, on a disk or elsewhere
 * @state: (out) (transfer full) (optional): what is known of it, for lsn_file_state_is_current()
 * @seekable: (out): whether it can be opened again and holds the same
 *
 * Returns: (transfer full) (nullable): its content
 */
GInputStream *
lsn_disk_open (GFile         *file,
               LsnFileState **state,
               gboolean      *seekable,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *etag = NULL;
  GError *reason = NULL;

  if (g_file_peek_path (file) != NULL)
    return open_path (file, g_file_peek_path (file), state, seekable, cancellable, error);
  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL)
    {
      g_autofree char *name = shown_name (file);

      g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” cannot be read: %s."), name, reason->message);
      g_error_free (reason);
      return NULL;
    }
  *seekable = TRUE;
  etag = lsn_file_state_query_etag (file, cancellable);
  if (state != NULL)
    *state = lsn_file_state_new_from_etag (etag);
  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

/* The file that a chain of symbolic links leads to, whether it is there or not. NULL and errno for a circle. */
static char *
follow_links (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* A pipe or a terminal has nothing to be replaced. */
static gboolean
write_through (const char   *target,
               gboolean      is_fifo,
               GBytes       *bytes,
               struct stat  *status,
               GCancellable *cancellable)
{
  int fd = is_fifo ? lsn_fifo_open_for_writing (target, cancellable) : open (target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  gboolean good;
  int number;

  if (fd < 0)
    return FALSE;
  good = (is_fifo ? lsn_fifo_write (fd, bytes, cancellable) : lsn_write_all (fd, bytes)) && fstat (fd, status) == 0;
  number = errno;
  close (fd);
  errno = number;
  return good;
}

/* What was written before it failed is out. */
static gboolean
set_through_error (GError      **error,
                   GFile        *file,
                   int           number,
                   GCancellable *cancellable)
{
  g_autofree char *name = shown_name (file);

  if (lsn_disk_refuse_cancelled (file, cancellable, error))
    return FALSE;
  if (number == ENXIO)
    g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” is a pipe that nobody reads from."), name);
  else
    /* Translators: the first is the name of a pipe or a device, the second what the system says */
    g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK, _("“%s” cannot be written: %s."), name, g_strerror (number));
  return FALSE;
}

static gboolean
set_changed_error (GError **error,
                   GFile   *file)
{
  g_autofree char *name = shown_name (file);

  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_CHANGED,
               _("“%s” was changed by somebody else since it was read. Save under another name, or read it again."), name);
  return FALSE;
}

static gboolean
replace_path (GFile         *file,
              GBytes        *bytes,
              LsnFileState  *expected,
              GCancellable  *cancellable,
              LsnFileState **state,
              GError       **error)
{
  g_autofree char *target = follow_links (g_file_peek_path (file));
  g_autofree char *left = NULL;
  struct stat before, status;
  gboolean exists, changed = FALSE;

  if (target == NULL)
    return set_write_error (error, file, errno);
  exists = stat (target, &before) == 0;
  if (exists && expected != NULL && !lsn_file_state_is_same (expected, &before))
    return set_changed_error (error, file);
  if (exists && S_ISDIR (before.st_mode))
    return set_write_error (error, file, EISDIR);
  if (exists && access (target, W_OK) < 0)
    return set_write_error (error, file, errno);
  if (exists && !S_ISREG (before.st_mode))
    {
      if (!write_through (target, S_ISFIFO (before.st_mode), bytes, &status, cancellable))
        return set_through_error (error, file, errno, cancellable);
    }
  else if (!lsn_replace_file (target, exists ? &before : NULL, bytes, &status, expected != NULL ? &changed : NULL, &left))
    {
      int number = errno;

      if (left != NULL)
        return set_part_error (error, file, number, left);
      return changed ? set_changed_error (error, file) : set_write_error (error, file, number);
    }
  if (state != NULL)
    *state = lsn_file_state_new_from_stat (&status);
  return TRUE;
}

static gboolean
replace_elsewhere (GFile         *file,
                   GBytes        *bytes,
                   LsnFileState  *expected,
                   LsnFileState **state,
                   GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *name = shown_name (file);
  const char *wanted = expected != NULL ? lsn_file_state_get_etag (expected) : NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data, length, wanted, FALSE, G_FILE_CREATE_NONE, &etag, NULL, &reason))
    {
      if (state != NULL)
        *state = lsn_file_state_new_from_etag (etag);
      return TRUE;
    }
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return set_changed_error (error, file);
  g_set_error (error, LSN_IO_ERROR, LSN_IO_ERROR_DISK,
               _("“%s” cannot be written: %s. What was there before is unchanged."), name, reason->message);
  return FALSE;
}

/**
 * lsn_disk_replace:
 * @file: a file that is there or not; a symbolic link is followed and stays
 * @bytes: its new content
 * @expected: (nullable): what the file is expected to be; when it is there and another, it is left alone
 * @state: (out) (transfer full) (optional): what is known of the new file
 * @error: %LSN_IO_ERROR_DISK or %LSN_IO_ERROR_CHANGED, with a sentence that says what the system says
 *
 * Replaces a file in one step and waits for the disk: after a failure, or when the power fails, the file is the old one or
 * the new one, never a part; but for a file with several names (hard links), which is written where it is: then the error says
 * where all of @bytes are. Permissions and owner stay, as far as we may set them.
 *
 * Returns: whether the file holds @bytes now
 */
gboolean
lsn_disk_replace (GFile         *file,
                  GBytes        *bytes,
                  LsnFileState  *expected,
                  LsnFileState **state,
                  GError       **error)
{
  return lsn_disk_write (file, bytes, expected, NULL, state, error);
}

/**
 * lsn_disk_write:
 * @file: a file that is there or not
 * @bytes: its new content
 * @expected: (nullable): what the file is expected to be
 * @cancellable: (nullable): ends the waiting for a pipe; a file on a disk is written whole
 * @state: (out) (transfer full) (optional): what is known of the new file
 * @error: as that of lsn_disk_replace (), or %G_IO_ERROR_CANCELLED
 *
 * lsn_disk_replace () that can be cancelled while a pipe takes nothing.
 *
 * Returns: whether the file holds @bytes now
 */
gboolean
lsn_disk_write (GFile         *file,
                GBytes        *bytes,
                LsnFileState  *expected,
                GCancellable  *cancellable,
                LsnFileState **state,
                GError       **error)
{
  if (g_file_peek_path (file) == NULL)
    return replace_elsewhere (file, bytes, expected, state, error);
  return replace_path (file, bytes, expected, cancellable, state, error);
}

static void
replace_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;

  if (!lsn_disk_refuse_cancelled (source, cancellable, &error) &&
      lsn_disk_write (source, data, NULL, cancellable, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lsn_disk_replace_async:
 *
 * lsn_disk_replace() on a thread of its own. The callback comes in the caller's context.
 */
void
lsn_disk_replace_async (GFile              *file,
                        GBytes             *bytes,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  /* A file that is written is written, also when that is cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, replace_in_thread);
}

/**
 * lsn_disk_replace_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lsn_disk_replace_async().
 *
 * Returns: whether the file was replaced; else the old one is there as it was, with LSN_IO_ERROR or G_IO_ERROR_CANCELLED
 */
gboolean
lsn_disk_replace_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
