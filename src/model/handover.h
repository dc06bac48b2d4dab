/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one place where threads meet. Work runs on a worker thread and must only read what it was given (snapshots, scenes)
 * and write what it alone holds; then `done` runs on the thread that submitted it, in its main context, also after a
 * cancel. A higher priority runs first; equal ones in order of submission. */

typedef struct _LsnWorkers LsnWorkers;
typedef void (*LsnWorkFunc) (gpointer data, GCancellable *cancellable);
typedef void (*LsnDoneFunc) (gpointer data, gboolean cancelled);

/* @idle: the threads give way to others, so that they take little time from the window. */
LsnWorkers *lsn_workers_new    (guint    n_threads,
                                gboolean idle);
/* Cancels what waits, waits for what runs, calls no `done` any more (data is freed). */
void        lsn_workers_free   (LsnWorkers *workers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnWorkers, lsn_workers_free)
void        lsn_workers_submit (LsnWorkers    *workers,
                                int            priority,
                                LsnWorkFunc    work,
                                LsnDoneFunc    done,
                                gpointer       data,
                                GDestroyNotify free_data,
                                GCancellable  *cancellable);

G_END_DECLS
