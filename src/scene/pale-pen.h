/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/pen.h"

G_BEGIN_DECLS

/* A pen that has another one draw, in colours near the paper: for what a view fades. */

typedef struct
{
  LsnPen  pen;
  LsnPen *other; /* borrowed */
} LsnPalePen;

void lsn_pale_pen_init   (LsnPalePen *pale,
                          LsnPen     *other);
void lsn_pale_pen_finish (LsnPalePen *pale);

G_END_DECLS
