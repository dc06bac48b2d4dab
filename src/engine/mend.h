/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/ground.h"

G_BEGIN_DECLS

void lsn_mend (LsnUnits      *units,
               LsnGround     *ground,
               const LsnRect *wishes);
void lsn_mend_one_by_one (LsnUnits      *units,
                          LsnGround     *ground,
                          const LsnRect *wishes);

G_END_DECLS
