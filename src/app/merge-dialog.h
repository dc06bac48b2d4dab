/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "app/document.h"

G_BEGIN_DECLS

/* The selected actors are the same: which of them stays, and what it says where they differ.
 *
 * Signal "done" (char *sentence): what was done. */

#define LSN_TYPE_MERGE_DIALOG (lsn_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LsnMergeDialog, lsn_merge_dialog, LSN, MERGE_DIALOG, AdwWindow)

GtkWidget *lsn_merge_dialog_new (GtkWindow   *parent,
                                 LsnDocument *document);

G_END_DECLS
