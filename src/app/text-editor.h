/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text of several lines typed over its cell. Enter ends, Shift+Enter begins a line. Signal "done" (LsnNameEnd how), once. */

#define LSN_TYPE_TEXT_EDITOR (lsn_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnTextEditor, lsn_text_editor, LSN, TEXT_EDITOR, GtkWidget)

GtkWidget *lsn_text_editor_new      (const char *label,
                                     const char *text);
char      *lsn_text_editor_dup_text (LsnTextEditor *editor);
gboolean   lsn_text_editor_take_key (LsnTextEditor         *editor,
                                     GtkEventControllerKey *from);

G_END_DECLS
