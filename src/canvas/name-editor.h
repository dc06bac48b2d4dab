/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name typed where it is drawn, in the size in which it is drawn. Signal "done" (LsnNameEnd how): typing has ended; the
 * owner takes the text and removes the editor. Emitted once. */

typedef enum
{
  LSN_NAME_END_ENTER,  /* Enter */
  LSN_NAME_END_TAB,    /* Tab */
  LSN_NAME_END_LEFT,   /* the focus went elsewhere */
  LSN_NAME_END_ESCAPE, /* what was typed does not count */
} LsnNameEnd;

#define LSN_TYPE_NAME_EDITOR (lsn_name_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnNameEditor, lsn_name_editor, LSN, NAME_EDITOR, GtkWidget)

GtkWidget  *lsn_name_editor_new      (const char    *text);
const char *lsn_name_editor_get_text (LsnNameEditor *self);
void        lsn_name_editor_end      (LsnNameEditor *self,
                                      LsnNameEnd     how);
void        lsn_name_editor_set_zoom (LsnNameEditor *self,
                                      double         zoom);

G_END_DECLS
