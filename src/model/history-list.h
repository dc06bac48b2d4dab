/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "model/map.h"

G_BEGIN_DECLS

/* The history of a map as a list model: the state before the first step, then the state after each. An item is made only
 * when a view asks, and knows nothing but its place: what the step is called is asked of the map, as it may have changed.
 *
 * Signals of LsnHistoryList: "moved" (): labels or the present place may be others; once for however many steps. */

#define LSN_TYPE_HISTORY_POINT (lsn_history_point_get_type ())
G_DECLARE_FINAL_TYPE (LsnHistoryPoint, lsn_history_point, LSN, HISTORY_POINT, GObject)

guint           lsn_history_point_get_n_done (LsnHistoryPoint *point);

#define LSN_TYPE_HISTORY_LIST (lsn_history_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnHistoryList, lsn_history_list, LSN, HISTORY_LIST, GObject)

LsnHistoryList *lsn_history_list_new         (LsnMap *map);

G_END_DECLS
