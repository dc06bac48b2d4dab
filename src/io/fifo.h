/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long somebody may take to begin writing to a named pipe, or reading from it, in milliseconds */
#define LSN_FIFO_PATIENCE 3000

gboolean lsn_fifo_wait_for_writer (int           fd,
                                   GCancellable *cancellable);

int      lsn_fifo_open_for_writing (const char   *path,
                                    GCancellable *cancellable);
gboolean lsn_fifo_write            (int           fd,
                                    GBytes       *bytes,
                                    GCancellable *cancellable);

G_END_DECLS
