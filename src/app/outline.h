/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "app/view-list.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* What there is: the searchable lists of actors and ties. The selection is the document's.
 *
 * Signals: "shown" (guint table, guint row): picked here, to be brought into sight. "activated" (guint table, guint row):
 * to be worked on. */

#define LSN_TYPE_OUTLINE (lsn_outline_get_type ())
G_DECLARE_FINAL_TYPE (LsnOutline, lsn_outline, LSN, OUTLINE, GtkWidget)

void lsn_outline_set_document (LsnOutline  *outline,
                               LsnDocument *document,
                               LsnCanvas   *canvas);
void lsn_outline_focus_search (LsnOutline *outline);

LsnViewList *lsn_outline_get_views (LsnOutline *outline);

G_END_DECLS
