/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* What the canvas hides, by conditions that are made, changed and taken away here, with one click to show all.
 *
 * Signal "editing" (gboolean begins): a condition is being made or changed, and what is shown is tried out; or no longer. */

#define LSN_TYPE_FILTER_BAR (lsn_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LsnFilterBar, lsn_filter_bar, LSN, FILTER_BAR, GtkWidget)

void lsn_filter_bar_set_document (LsnFilterBar *bar,
                                  LsnDocument  *document,
                                  LsnCanvas    *canvas);
void lsn_filter_bar_add          (LsnFilterBar *bar,
                                  LsnTable      table,
                                  const char   *column);

G_END_DECLS
