/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"

G_BEGIN_DECLS

/* The kinds that the map uses, with their looks; picking one selects all that are of it. Can be folded. */

#define LSN_TYPE_LEGEND (lsn_legend_get_type ())
G_DECLARE_FINAL_TYPE (LsnLegend, lsn_legend, LSN, LEGEND, GtkWidget)

void lsn_legend_set_document (LsnLegend   *legend,
                              LsnDocument *document);

G_END_DECLS
