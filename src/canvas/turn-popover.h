/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks by how much places are rotated and scaled.
 *
 * Signal: "turn" (double degrees, double percent): clockwise; the popover closes then. */

#define LSN_TYPE_TURN_POPOVER (lsn_turn_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnTurnPopover, lsn_turn_popover, LSN, TURN_POPOVER, GtkPopover)

GtkWidget *lsn_turn_popover_new (void);

G_END_DECLS
