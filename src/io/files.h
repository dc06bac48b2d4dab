/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/map.h"
#include "model/report.h"

G_BEGIN_DECLS

/* Front door of all files: formats by content when reading, by name when writing. Readers build a new map or fail; they
 * never touch an open one. Reading, encoding and writing run off the caller's thread; the callback comes in its context. */

#define LSN_IO_ERROR (lsn_io_error_quark ())
GQuark lsn_io_error_quark (void);
typedef enum
{
  LSN_IO_ERROR_SYNTAX,   /* the message ends with, and lsn_report has, the line, of XML the column too */
  LSN_IO_ERROR_FORMAT,   /* not a format that we read, or not writable in that format */
  LSN_IO_ERROR_LIMIT,    /* larger than a limit of io/limits.h; the message names it */
  LSN_IO_ERROR_DISK,     /* read or write failed; the message says what the system says */
  LSN_IO_ERROR_CHANGED,  /* the file on disk is not the one that was read or last written */
} LsnIoError;

/* What is known of the file when it was read or written: to notice that somebody else changed it. */
typedef struct _LsnFileState LsnFileState;
LsnFileState *lsn_file_state_ref   (LsnFileState *state);
void          lsn_file_state_unref (LsnFileState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnFileState, lsn_file_state_unref)
gboolean      lsn_file_state_is_current (LsnFileState *state, GFile *file);

typedef enum
{
  LSN_FILE_UNKNOWN,  /* the disk has not answered */
  LSN_FILE_CURRENT,  /* it is the one that was read or written */
  LSN_FILE_CHANGED,
  LSN_FILE_GONE,
} LsnFileCheck;

/* Looks at a file on a thread of its own; @state (nullable): what is known of it. */
void          lsn_file_check_async  (GFile *file, LsnFileState *state, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
LsnFileCheck  lsn_file_check_finish (GAsyncResult *result);

/* Reads GraphML (plain or gzip) or DOT. @report is always set, also on failure (transfer full). */
void          lsn_load_async   (GFile *file, LsnOrigin *origin, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
LsnMap       *lsn_load_finish  (GAsyncResult *result, LsnReport **report, LsnFileState **state, GError **error);
/* The same from bytes; @name (nullable) is only for messages. */
void          lsn_load_bytes_async (GBytes *bytes, const char *name, LsnOrigin *origin, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);

/* Writes a map by the ending of @file: .graphml, .xml, .graphml.gz, .dot, .gv. @expected (nullable): refuse with
 * LSN_IO_ERROR_CHANGED when the file on disk is another by now. */
void          lsn_save_async   (LsnMap *snapshot, GFile *file, LsnFileState *expected, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
LsnFileState *lsn_save_finish  (GAsyncResult *result, LsnReport **report, GError **error);

/* The bytes of a map in a format ("graphml", "dot"), on the calling thread. */
GBytes       *lsn_encode       (LsnMap *snapshot, const char *format, LsnReport *report, GError **error);
const char   *lsn_format_from_name (const char *file_name);   /* "graphml", "dot" or NULL */

/* Replaces @file by @bytes atomically: temporary file beside it, fsync, rename, permissions kept. Blocking. */
gboolean      lsn_disk_replace (GFile *file, GBytes *bytes, LsnFileState *expected, LsnFileState **state, GError **error);
void          lsn_disk_replace_async  (GFile *file, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean      lsn_disk_replace_finish (GAsyncResult *result, GError **error);

G_END_DECLS
