/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

/* The steps of a map's history, the oldest first; choosing one goes there. It stays open, so that one can look at several. */

#define LSN_TYPE_HISTORY_POPOVER (lsn_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnHistoryPopover, lsn_history_popover, LSN, HISTORY_POPOVER, GtkPopover)

GtkWidget *lsn_history_popover_new          (void);
void       lsn_history_popover_set_document (LsnHistoryPopover *popover,
                                             LsnDocument       *document);

G_END_DECLS
