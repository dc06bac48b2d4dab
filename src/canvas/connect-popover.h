/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* Asks whom some actors are to be tied to: by a name, which is completed, after a digit for the kind where that is another, or
 * by an arrow of the quick entry. It knows the map, its owner makes the ties. Stays open for the next one.
 *
 * Signals: "connect" (guint actor, char *name, guint kind): to @actor, or to somebody new of that name; "connect-line" (char
 * *line, guint last): by the rest of a line of the quick entry, the last name in which means that actor, LSN_NO_ROW for
 * somebody new; "kind" (guint kind): the kind of the next ties is another. */

#define LSN_TYPE_CONNECT_POPOVER (lsn_connect_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnConnectPopover, lsn_connect_popover, LSN, CONNECT_POPOVER, GtkPopover)

GtkWidget    *lsn_connect_popover_new         (LsnMap *map,
                                               GArray *sources,
                                               LsnRow  kind);
const LsnRow *lsn_connect_popover_get_sources (LsnConnectPopover *self,
                                               guint             *n_sources);
void          lsn_connect_popover_say         (LsnConnectPopover *self,
                                               const char        *words);

G_END_DECLS
