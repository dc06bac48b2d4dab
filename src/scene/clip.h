/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/shapes.h"
#include "scene/stage.h"

G_BEGIN_DECLS

/* Where a tie leaves one body and meets the other. */

#define LSN_TIE_GAP 3.0

/* From border to border, with the middle of the whole way @bend beside the straight one. */
LsnCurve lsn_clip_curve (LsnStage *stage,
                         guint     from,
                         guint     to,
                         double    bend);
/* A tie of an actor to itself; the @nth of them. */
LsnCurve lsn_loop_curve (const LsnSpot *spot,
                         guint          nth);

G_END_DECLS
