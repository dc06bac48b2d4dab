/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout.h"
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* One layout off the main thread: sizes are measured by a worker, the helper lays out, a worker counts what that betters. */

void       lsn_layout_job_run    (LsnWorkers             *workers,
                                  LsnTextCache           *texts,
                                  LsnMap                 *snapshot,
                                  const LsnLayoutOptions *options,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data);
LsnLayout *lsn_layout_job_finish (GAsyncResult      *result,
                                  LsnLayoutMeasures *measures,
                                  GError           **error);

G_END_DECLS
