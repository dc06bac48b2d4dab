/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"
#include "model/report.h"

G_BEGIN_DECLS

void lsn_dot_report_losses (LsnMap    *map,
                            LsnReport *report);

G_END_DECLS
