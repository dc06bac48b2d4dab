/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "engine/rect.h"

G_BEGIN_DECLS

double   lsn_overlap_scale  (const LsnRect *boxes,
                             guint          n,
                             double         gap,
                             double         max);
guint    lsn_overlap_count  (const LsnRect *boxes,
                             guint          n);
gboolean lsn_overlap_remove (LsnRect        *boxes,
                             const gboolean *held,
                             guint           n,
                             double          gap,
                             GCancellable   *cancellable);

G_END_DECLS
