/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* A small picture of one kind, in document colours; in a dark interface it stands on a piece of paper. */

#define LSN_TYPE_SWATCH (lsn_swatch_get_type ())
G_DECLARE_FINAL_TYPE (LsnSwatch, lsn_swatch, LSN, SWATCH, GtkWidget)

GtkWidget *lsn_swatch_new (LsnMap *map,
                           LsnRow  kind);
void       lsn_swatch_set_kind (LsnSwatch *swatch,
                                LsnMap    *map,
                                LsnRow     kind);
void       lsn_swatch_set_actor (LsnSwatch *swatch,
                                 LsnMap    *map,
                                 LsnRow     actor);
void       lsn_swatch_set_choice (LsnSwatch  *swatch,
                                  LsnColumn   column,
                                  const char *choice);

G_END_DECLS
