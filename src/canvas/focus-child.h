/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Drawn things cannot be accessible objects, so this child of the canvas stands where the focused row is drawn, takes the
 * keyboard focus and says the row's sentence. It draws nothing. */

#define LSN_TYPE_FOCUS_CHILD (lsn_focus_child_get_type ())
G_DECLARE_FINAL_TYPE (LsnFocusChild, lsn_focus_child, LSN, FOCUS_CHILD, GtkWidget)

GtkWidget  *lsn_focus_child_new        (void);
void        lsn_focus_child_set_label  (LsnFocusChild *self,
                                        const char    *label);

G_END_DECLS
