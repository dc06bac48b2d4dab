/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "wire/layout-message.h"

G_BEGIN_DECLS

typedef enum
{
  LSN_ALIGN_MOVE,   /* only moved */
  LSN_ALIGN_MIRROR, /* moved, and mirrored left to right: for layouts whose up and down means something */
  LSN_ALIGN_TURN,   /* moved, turned and mirrored */
} LsnAlignWays;

void lsn_align_fit  (LsnFlatGraph *graph,
                     const double *target_x,
                     const double *target_y,
                     LsnAlignWays  ways);
void lsn_align_bend (LsnFlatGraph *graph,
                     const double *target_x,
                     const double *target_y);

G_END_DECLS
