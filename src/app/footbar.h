/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"
#include "app/filter-bar.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The foot of the window: how much there is, what of it is shown, and the zoom. */

#define LSN_TYPE_FOOTBAR (lsn_footbar_get_type ())
G_DECLARE_FINAL_TYPE (LsnFootbar, lsn_footbar, LSN, FOOTBAR, GtkWidget)

void lsn_footbar_set_document (LsnFootbar  *footbar,
                               LsnDocument *document,
                               LsnCanvas   *canvas);
LsnFilterBar *lsn_footbar_get_filter (LsnFootbar *footbar);

G_END_DECLS
