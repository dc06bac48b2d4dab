/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The list of one table in the outline. Signals as LsnOutline; property "n-rows" (read only): how many are shown. */

#define LSN_TYPE_OUTLINE_LIST (lsn_outline_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnOutlineList, lsn_outline_list, LSN, OUTLINE_LIST, GtkWidget)

GtkWidget *lsn_outline_list_new          (LsnTable table);
void       lsn_outline_list_set_document (LsnOutlineList *list,
                                          LsnDocument    *document,
                                          LsnCanvas      *canvas);
void       lsn_outline_list_set_search (LsnOutlineList *list,
                                        const char     *words);
guint      lsn_outline_list_get_n_rows   (LsnOutlineList *list);
guint      lsn_outline_list_find_title  (LsnOutlineList *list,
                                         const char     *words);
void       lsn_outline_list_activate (LsnOutlineList *list,
                                      guint           position);

G_END_DECLS
