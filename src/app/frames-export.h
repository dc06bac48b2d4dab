/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/picture-job.h"

G_BEGIN_DECLS

/* Each frame of a map as a picture of its own in one folder. */

void     lsn_frames_export_async  (LsnWorkers           *workers,
                                   LsnMap               *snapshot,
                                   LsnTextCache         *cache,
                                   const LsnPictureWish *wish,
                                   GFile                *folder,
                                   const char           *ending,
                                   gboolean              replace,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean lsn_frames_export_finish (GAsyncResult *result,
                                   guint        *n_written,
                                   GError      **error);

G_END_DECLS
