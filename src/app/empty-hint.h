/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

#include "model/map.h"

G_BEGIN_DECLS

/* Says on the ground of a map without actors what can be done there; goes with the first actor. */

#define LSN_TYPE_EMPTY_HINT (lsn_empty_hint_get_type ())
G_DECLARE_FINAL_TYPE (LsnEmptyHint, lsn_empty_hint, LSN, EMPTY_HINT, GtkWidget)

void lsn_empty_hint_set_map (LsnEmptyHint *hint,
                             LsnMap       *map);

G_END_DECLS
