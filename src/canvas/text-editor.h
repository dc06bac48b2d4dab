/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/name-editor.h"

G_BEGIN_DECLS

/* A text of several lines typed over its cell: Enter ends, Shift+Enter begins a line. On the map, over a note, it looks as that:
 * Enter begins a line, Ctrl+Enter ends; but a title has one line, which Enter ends. Signals "done" (LsnNameEnd how), once, and
 * "changed" (), after each key. */

#define LSN_TYPE_TEXT_EDITOR (lsn_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnTextEditor, lsn_text_editor, LSN, TEXT_EDITOR, GtkWidget)

GtkWidget *lsn_text_editor_new      (const char *label,
                                     const char *text);
void       lsn_text_editor_set_on_map (LsnTextEditor *editor,
                                       double         font_size,
                                       int            inset,
                                       gboolean       is_title);
void       lsn_text_editor_end      (LsnTextEditor *editor,
                                     LsnNameEnd     how);
char      *lsn_text_editor_dup_text (LsnTextEditor *editor);
gboolean   lsn_text_editor_take_key (LsnTextEditor         *editor,
                                     GtkEventControllerKey *from);

G_END_DECLS
