/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* Makes a condition of what the canvas shows, or changes one: first what is asked, then how and with what it is compared. The
 * canvas follows while it is made; Escape gives back what was. */

#define LSN_TYPE_CONDITION_EDITOR (lsn_condition_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnConditionEditor, lsn_condition_editor, LSN, CONDITION_EDITOR, GtkPopover)

GtkWidget *lsn_condition_editor_new  (void);
void       lsn_condition_editor_add  (LsnConditionEditor *editor,
                                      LsnDocument        *document,
                                      LsnCanvas          *canvas,
                                      LsnTable            table,
                                      const char         *column);
void       lsn_condition_editor_edit (LsnConditionEditor *editor,
                                      LsnDocument        *document,
                                      LsnCanvas          *canvas,
                                      guint               index);

G_END_DECLS
