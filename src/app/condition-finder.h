/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/condition.h"

G_BEGIN_DECLS

/* All that a filter can ask, found by typing: the columns of actors and ties, how things hang together, and, while something
 * is typed, kinds and choices by their names.
 *
 * Signals: "chosen" (LsnCondition *condition): what to begin with, borrowed; it may still lack its values. "cancel" (). */

#define LSN_TYPE_CONDITION_FINDER (lsn_condition_finder_get_type ())
G_DECLARE_FINAL_TYPE (LsnConditionFinder, lsn_condition_finder, LSN, CONDITION_FINDER, GtkWidget)

void lsn_condition_finder_set_map (LsnConditionFinder *finder,
                                   LsnMap             *map);

G_END_DECLS
