/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/ground.h"

G_BEGIN_DECLS

/* How long a tie between two units of one container is in a layout of which nothing is fixed */
typedef struct
{
  guint  tail, head;
  double length;
} LsnNaturalTie;

void lsn_come_closer (LsnUnits  *units,
                      LsnGround *ground,
                      GArray    *natural,
                      LsnRect   *wishes);

G_END_DECLS
