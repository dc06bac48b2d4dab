/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* A popover that finds a row by typing: an actor or a kind.
 *
 * Signals: "chosen" (guint row): LSN_NO_ROW for none. "new-kind" (char *name): a kind of that name is wanted; may be "". */

#define LSN_TYPE_ROW_CHOOSER (lsn_row_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LsnRowChooser, lsn_row_chooser, LSN, ROW_CHOOSER, GtkPopover)

GtkWidget *lsn_row_chooser_new       (void);
void       lsn_row_chooser_set_kinds (LsnRowChooser *chooser,
                                      LsnMap        *map,
                                      gboolean       of_ties,
                                      const char    *none);
void       lsn_row_chooser_set_can_make (LsnRowChooser *chooser,
                                         gboolean       can_make);
void       lsn_row_chooser_set_without (LsnRowChooser *chooser,
                                        LsnRow         kind);
void       lsn_row_chooser_set_table (LsnRowChooser *chooser,
                                      LsnMap        *map,
                                      LsnTable       table,
                                      const char    *none);

G_END_DECLS
