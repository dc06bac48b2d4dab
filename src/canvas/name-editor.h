/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/suggest.h"

G_BEGIN_DECLS

/* A name typed where it is drawn, in the size in which it is drawn, with a list of suggestions below it, of which none is
 * chosen by itself. Signal "done" (LsnNameEnd how): typing has ended; the owner takes the text, or what was chosen, and
 * removes the editor. Emitted once. */

typedef enum
{
  LSN_NAME_END_ENTER,  /* Enter */
  LSN_NAME_END_TAB,    /* Tab */
  LSN_NAME_END_BACK_TAB, /* Shift+Tab */
  LSN_NAME_END_LEFT,   /* the focus went elsewhere */
  LSN_NAME_END_ESCAPE, /* what was typed does not count */
} LsnNameEnd;

/* What may be meant by @text. Transfer full, of LsnSuggestion; NULL for nothing. */
typedef GPtrArray *(*LsnNameSuggest) (const char *text,
                                      gpointer    data);

#define LSN_TYPE_NAME_EDITOR (lsn_name_editor_get_type ())
G_DECLARE_FINAL_TYPE (LsnNameEditor, lsn_name_editor, LSN, NAME_EDITOR, GtkWidget)

GtkWidget  *lsn_name_editor_new      (const char    *text);
const char *lsn_name_editor_get_text (LsnNameEditor *self);
void        lsn_name_editor_set_text (LsnNameEditor *self,
                                      const char    *text);
void        lsn_name_editor_set_label (LsnNameEditor *self,
                                       const char    *label);
void        lsn_name_editor_end      (LsnNameEditor *self,
                                      LsnNameEnd     how);
void        lsn_name_editor_set_zoom (LsnNameEditor *self,
                                      double         zoom);
void        lsn_name_editor_set_suggest (LsnNameEditor *self,
                                         LsnNameSuggest suggest,
                                         gpointer       data);
const LsnSuggestion *lsn_name_editor_get_chosen (LsnNameEditor *self);
gboolean    lsn_name_editor_take_key (LsnNameEditor         *self,
                                      GtkEventControllerKey *from);

G_END_DECLS
