/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/shapes.h"
#include "scene/stage.h"
#include "scene/way.h"

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

/* Out to @bend and back to where it began. */
LsnCurve lsn_loop_curve_to (const LsnSpot *spot,
                            LsnPoint       middle,
                            LsnPoint       bend);
/* Where a way that goes to @towards first begins: the middle of a body, or a border that holds the other end. */
LsnPoint lsn_clip_begin (LsnStage *stage,
                         guint     spot,
                         guint     other,
                         LsnPoint  towards);
/* The part of some curves, each from where the one before ends, between the borders; to be cleared. */
LsnWay   lsn_clip_way   (LsnStage       *stage,
                         guint           from,
                         guint           to,
                         const LsnCurve *curves,
                         guint           n_curves);

G_END_DECLS
