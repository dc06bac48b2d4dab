/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/report.h"

G_BEGIN_DECLS

/* What a reader had to say about a file, entry by entry. */

void lsn_report_dialog_present (GtkWindow  *parent,
                                const char *heading,
                                const char *sentence,
                                LsnReport  *report);

G_END_DECLS
