/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* Shows where ties differ that are to be one, and asks what is right: a list to choose from for each column.
 *
 * Signal: "merge" (GHashTable *choices): column -> the tie whose cell is taken; the popover closes then. */

#define LSN_TYPE_MERGE_POPOVER (lsn_merge_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnMergePopover, lsn_merge_popover, LSN, MERGE_POPOVER, GtkPopover)

GtkWidget *lsn_merge_popover_new (LsnMap *map,
                                  LsnRow  into,
                                  GArray *conflicts);

G_END_DECLS
