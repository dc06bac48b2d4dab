/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"

G_BEGIN_DECLS

/* A layout of which nobody is moved further than a budget. */

GArray *lsn_budget_keep (LsnUnits     *units,
                         GArray       *goals,
                         double        budget,
                         GCancellable *cancellable);

G_END_DECLS
