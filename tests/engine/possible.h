/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "outcome.h"

G_BEGIN_DECLS

/* What the fixed actors of a map leave possible, whatever a layout does */

double   possible_distance (Outcome *outcome,
                            LsnRow   actor,
                            double   x,
                            double   y);
gboolean possible_place    (Outcome *outcome,
                            LsnRow   actor);
double   possible_median   (Outcome *outcome);

G_END_DECLS
