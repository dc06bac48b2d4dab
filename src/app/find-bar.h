/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* Finds a text in all that a map says, as it is typed, and steps through where it stands: the row is selected and brought
 * into view, and the bar says in which of its fields the text was found. */

#define LSN_TYPE_FIND_BAR (lsn_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (LsnFindBar, lsn_find_bar, LSN, FIND_BAR, GtkWidget)

void lsn_find_bar_set_document (LsnFindBar  *bar,
                                LsnDocument *document,
                                LsnCanvas   *canvas);
void lsn_find_bar_open         (LsnFindBar *bar);
void lsn_find_bar_close        (LsnFindBar *bar);
void lsn_find_bar_step         (LsnFindBar *bar,
                                gboolean    back);

G_END_DECLS
