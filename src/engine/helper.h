/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One run of the layout helper: a request in, an answer or an error out. */

#define LSN_HELPER_DEFAULT_TIMEOUT 60.0 /* seconds */

void    lsn_helper_run_async  (const char         *job,
                               GBytes             *payload,
                               double              timeout,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
GBytes *lsn_helper_run_finish (GAsyncResult *result,
                               GError      **error);


G_END_DECLS
