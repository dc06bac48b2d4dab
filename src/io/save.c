/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/files.h"

#include "io/disk.h"
#include "io/format.h"

/* Saving: a snapshot is encoded and written on a thread of its own. */

typedef struct
{
  LsnMap       *snapshot;
  LsnFileState *expected;
  LsnReport    *report;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->snapshot);
  g_clear_pointer (&saving->expected, lsn_file_state_unref);
  lsn_report_unref (saving->report);
  g_free (saving);
}

static GBytes *
encode (LsnMap    *snapshot,
        GFile     *file,
        LsnReport *report,
        GError   **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = lsn_encode (snapshot, name == NULL ? NULL : lsn_format_from_name (name), report, error);

  if (bytes == NULL || !lsn_format_is_packed_name (name))
    return g_steal_pointer (&bytes);
  return lsn_format_pack (bytes, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  LsnFileState *state = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = encode (saving->snapshot, source, saving->report, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* From here on the file is written: a cancelled save must not leave the caller in doubt. */
  if (!lsn_disk_refuse_cancelled (source, cancellable, &error) &&
      lsn_disk_write (source, bytes, saving->expected, cancellable, &state, &error))
    g_task_return_pointer (task, state, (GDestroyNotify) lsn_file_state_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lsn_save_async:
 * @snapshot: a snapshot; it is read on another thread
 * @file: where to; its ending says the format
 * @expected: (nullable): what the file was when it was read or last written: when it is another by now, it is left alone
 *
 * Saves a map. The callback comes in the caller's context.
 */
void
lsn_save_async (LsnMap             *snapshot,
                GFile              *file,
                LsnFileState       *expected,
                GCancellable       *cancellable,
                GAsyncReadyCallback callback,
                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->snapshot = lsn_map_is_snapshot (snapshot) ? g_object_ref (snapshot) : lsn_map_snapshot (snapshot);
  saving->report = lsn_report_new ();
  saving->expected = expected == NULL ? NULL : lsn_file_state_ref (expected);
  g_task_set_task_data (task, saving, saving_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * lsn_save_finish:
 * @report: (out) (optional) (transfer full): what the format could not keep of the map
 * @error: %LSN_IO_ERROR_FORMAT, %LSN_IO_ERROR_DISK, %LSN_IO_ERROR_CHANGED or %G_IO_ERROR_CANCELLED; the old file is as it was
 *
 * Returns: (transfer full) (nullable): what is known of the file that was written
 */
LsnFileState *
lsn_save_finish (GAsyncResult *result,
                 LsnReport   **report,
                 GError      **error)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));

  if (report != NULL)
    *report = lsn_report_ref (saving->report);
  return g_task_propagate_pointer (G_TASK (result), error);
}
