/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The views of the map, with "Everything" above them: picking one has the canvas show it. Can be folded.
 * Signal "message" (const char *sentence): what was refused. */

#define LSN_TYPE_VIEW_LIST (lsn_view_list_get_type ())
G_DECLARE_FINAL_TYPE (LsnViewList, lsn_view_list, LSN, VIEW_LIST, GtkWidget)

void lsn_view_list_set_document (LsnViewList *list,
                                 LsnDocument *document,
                                 LsnCanvas   *canvas);
void lsn_view_list_save         (LsnViewList *list);
void lsn_view_list_step         (LsnViewList *list,
                                 int          by);
void lsn_view_list_focus        (LsnViewList *list);
void lsn_view_list_hold         (LsnViewList *list,
                                 gboolean     held);

G_END_DECLS
