/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/views.h"

G_BEGIN_DECLS

/* A view in the list of views: its name, which can be typed anew in place, and whether what is shown differs from it.
 * Signal "named" (const char *name): a name was typed, or an empty one when the old one stays. */

#define LSN_TYPE_VIEW_ROW (lsn_view_row_get_type ())
G_DECLARE_FINAL_TYPE (LsnViewRow, lsn_view_row, LSN, VIEW_ROW, GtkListBoxRow)

GtkWidget       *lsn_view_row_new         (LsnMap *map,
                                           LsnRow  view);
LsnRow           lsn_view_row_get_view    (LsnViewRow *row);
const LsnFilter *lsn_view_row_get_filter  (LsnViewRow *row);
void             lsn_view_row_set_current (LsnViewRow *row,
                                           gboolean    current,
                                           gboolean    changed);
void             lsn_view_row_edit        (LsnViewRow *row);
gboolean         lsn_view_row_is_edited   (LsnViewRow *row);

G_END_DECLS
