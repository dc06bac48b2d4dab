/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* Asks for an actor that there is, by its name, which is completed while it is typed.
 *
 * Signal: "chosen" (guint actor): the popover closes then. */

#define LSN_TYPE_ACTOR_POPOVER (lsn_actor_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnActorPopover, lsn_actor_popover, LSN, ACTOR_POPOVER, GtkPopover)

GtkWidget *lsn_actor_popover_new (LsnMap       *map,
                                  const char   *question,
                                  const LsnRow *but,
                                  guint         n_but);

G_END_DECLS
