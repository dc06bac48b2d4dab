/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/graphviz.h"
#include "model/map.h"
#include "model/report.h"

G_BEGIN_DECLS

LsnMap *lsn_dot_read (LsnDotGraph  *graph,
                      LsnOrigin    *origin,
                      LsnReport    *report,
                      GCancellable *cancellable,
                      GError      **error);

G_END_DECLS
