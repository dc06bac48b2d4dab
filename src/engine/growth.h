/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"

G_BEGIN_DECLS

/* How the frame of @top, which is @container or a container around that one, grows when a box that stands at @wish inside of
 * @container is moved. */
typedef struct
{
  LsnUnits *units;
  guint     container, top;
  LsnRect   wish;
} LsnGrowth;

LsnRect  lsn_growth_area      (const LsnGrowth *growth,
                               double           reach);
gboolean lsn_growth_ways_over (const LsnGrowth *growth,
                               LsnRect          there,
                               LsnRect         *ways);

G_END_DECLS
