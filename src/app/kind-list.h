/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* The kinds of actors or of ties, each with its picture and how often it is used; one is selected.
 *
 * Signal "selected" (): another kind is. */

#define LSN_TYPE_KIND_LIST (lsn_kind_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnKindList, lsn_kind_list, LSN, KIND_LIST, GtkWidget)

void     lsn_kind_list_set_map      (LsnKindList *list,
                                     LsnMap      *map);
void     lsn_kind_list_show         (LsnKindList *list,
                                     gboolean     of_ties);
gboolean lsn_kind_list_get_of_ties  (LsnKindList *list);
LsnRow   lsn_kind_list_get_selected (LsnKindList *list);
void     lsn_kind_list_select       (LsnKindList *list,
                                     LsnRow       kind);

G_END_DECLS
