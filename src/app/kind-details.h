/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* All that one kind says, to be changed; how often it is used; and what can be done with it as a whole.
 *
 * Signal "message" (char *sentence, gboolean can_undo): what was done or refused. */

#define LSN_TYPE_KIND_DETAILS (lsn_kind_details_get_type ())
G_DECLARE_FINAL_TYPE (LsnKindDetails, lsn_kind_details, LSN, KIND_DETAILS, GtkWidget)

void lsn_kind_details_set_kind   (LsnKindDetails *details,
                                  LsnMap         *map,
                                  LsnRow          kind);
void lsn_kind_details_edit_name  (LsnKindDetails *details);
void lsn_kind_details_ask_remove (LsnKindDetails *details);
gboolean lsn_kind_details_cancel (LsnKindDetails *details);

G_END_DECLS
