/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"

G_BEGIN_DECLS

/* What is selected, field by field, as the columns describe themselves; the map itself when nothing is.
 * Signal "message" (char *sentence): a value was refused. */

#define LSN_TYPE_INSPECTOR (lsn_inspector_get_type ())
G_DECLARE_FINAL_TYPE (LsnInspector, lsn_inspector, LSN, INSPECTOR, GtkWidget)

void lsn_inspector_set_document (LsnInspector *inspector,
                                 LsnDocument  *document);

G_END_DECLS
