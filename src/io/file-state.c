/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/file-state.h"

/* What is known of a file since it was read or written, to notice that somebody else has changed it. */

struct _LsnFileState
{
  gatomicrefcount references;
  dev_t           device;
  ino_t           inode;
  goffset         size;
  struct timespec modified;
  char           *etag;      /* of a file that is not on a local disk */
};

/**
 * lsn_file_state_new_from_stat:
 * @status: of a file on a local disk
 *
 * Returns: (transfer full): what is known of it
 */
LsnFileState *
lsn_file_state_new_from_stat (const struct stat *status)
{
  LsnFileState *state = g_new0 (LsnFileState, 1);

  g_atomic_ref_count_init (&state->references);
  state->device = status->st_dev;
  state->inode = status->st_ino;
  state->size = status->st_size;
  state->modified = status->st_mtim;
  return state;
}

/**
 * lsn_file_state_new_from_etag:
 * @etag: (nullable): of a file elsewhere
 *
 * Returns: (transfer full): what is known of it
 */
LsnFileState *
lsn_file_state_new_from_etag (const char *etag)
{
  LsnFileState *state = g_new0 (LsnFileState, 1);

  g_atomic_ref_count_init (&state->references);
  state->etag = g_strdup (etag == NULL ? "" : etag);
  return state;
}

/**
 * lsn_file_state_ref:
 * @state: what is known of a file on disk
 *
 * Holds it once more. Any thread.
 *
 * Returns: (transfer full): @state
 */
LsnFileState *
lsn_file_state_ref (LsnFileState *state)
{
  g_atomic_ref_count_inc (&state->references);
  return state;
}

/**
 * lsn_file_state_unref:
 * @state: (transfer full): what is known of a file on disk
 *
 * Gives back one hold, and frees it with the last. Any thread.
 */
void
lsn_file_state_unref (LsnFileState *state)
{
  if (!g_atomic_ref_count_dec (&state->references))
    return;
  g_free (state->etag);
  g_free (state);
}

/**
 * lsn_file_state_get_etag:
 *
 * Returns: (nullable) (transfer none): what a file elsewhere is known by; %NULL of a local one, and when it has none
 */
const char *
lsn_file_state_get_etag (const LsnFileState *state)
{
  return state->etag != NULL && *state->etag != '\0' ? state->etag : NULL;
}

/**
 * lsn_file_state_is_same:
 * @status: of a file on a local disk, as it is now
 *
 * Returns: whether that is still the file that is known
 */
gboolean
lsn_file_state_is_same (const LsnFileState *state,
                        const struct stat  *status)
{
  return state->etag == NULL && state->device == status->st_dev && state->inode == status->st_ino
         && state->size == status->st_size && state->modified.tv_sec == status->st_mtim.tv_sec
         && state->modified.tv_nsec == status->st_mtim.tv_nsec;
}

/**
 * lsn_file_state_query_etag:
 * @file: a file that is not on a local disk
 *
 * Blocks for as long as that place takes to answer.
 *
 * Returns: (transfer full) (nullable): what changes with its content; %NULL when it is not there or has no such thing
 */
char *
lsn_file_state_query_etag (GFile        *file,
                           GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                                                  cancellable, NULL);

  return info == NULL ? NULL : g_strdup (g_file_info_get_etag (info));
}

/**
 * lsn_file_state_is_current:
 * @state: what was known of a file
 * @file: the file
 *
 * Asks the disk; it may block for as long as a file system takes to answer.
 *
 * Returns: whether the file is there and is still the one that was read or written
 */
gboolean
lsn_file_state_is_current (LsnFileState *state,
                           GFile        *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *etag = NULL;
  struct stat status;

  if (path != NULL)
    return stat (path, &status) == 0 && lsn_file_state_is_same (state, &status);
  etag = lsn_file_state_query_etag (file, NULL);
  return etag != NULL && g_strcmp0 (etag, state->etag) == 0;
}

/* ---- looking without waiting ---- */

static LsnFileCheck
check (GFile        *file,
       LsnFileState *state,
       GCancellable *cancellable)
{
  if (!g_file_query_exists (file, cancellable))
    return LSN_FILE_GONE;
  return state == NULL || lsn_file_state_is_current (state, file) ? LSN_FILE_CURRENT : LSN_FILE_CHANGED;
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_task_return_int (task, check (source, data, cancellable));
}

/**
 * lsn_file_check_async:
 * @file: where to look
 * @state: (nullable): what is known of the file
 * @cancellable: (nullable): ends the waiting at once, also while the file system does not answer
 *
 * Looks whether a file is there and is still the one that is known. A file system that hangs (a network that is down) holds
 * up a thread, and nobody else. The callback comes in the caller's context.
 */
void
lsn_file_check_async (GFile              *file,
                      LsnFileState       *state,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  if (state != NULL)
    g_task_set_task_data (task, lsn_file_state_ref (state), (GDestroyNotify) lsn_file_state_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, check_in_thread);
}

/**
 * lsn_file_check_finish:
 * @result: what the callback was given
 *
 * Ends lsn_file_check_async().
 *
 * Returns: what was found; %LSN_FILE_UNKNOWN when it was cancelled before
 */
LsnFileCheck
lsn_file_check_finish (GAsyncResult *result)
{
  gssize found = g_task_propagate_int (G_TASK (result), NULL);

  return found < 0 ? LSN_FILE_UNKNOWN : (LsnFileCheck) found;
}
