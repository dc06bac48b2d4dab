/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long somebody may take to begin writing to a named pipe, in milliseconds */
#define LSN_FIFO_PATIENCE 3000

gboolean lsn_fifo_wait_for_writer (int           fd,
                                   GCancellable *cancellable);

G_END_DECLS
