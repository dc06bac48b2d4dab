/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/stage.h"
#include "scene/way.h"

G_BEGIN_DECLS

/* The way of a tie through points. */

/**
 * LsnForm:
 * @LSN_FORM_SMOOTH: a curve through the points
 * @LSN_FORM_ANGULAR: straight from point to point
 * @LSN_FORM_ROUNDED: straight, with the corners cut off: no further from the straight way than that
 */
typedef enum
{
  LSN_FORM_SMOOTH,
  LSN_FORM_ANGULAR,
  LSN_FORM_ROUNDED,
} LsnForm;

LsnWay lsn_bends_way (LsnStage       *stage,
                      guint           from,
                      guint           to,
                      const LsnPoint *bends,
                      guint           n_bends,
                      LsnForm         form);

G_END_DECLS
