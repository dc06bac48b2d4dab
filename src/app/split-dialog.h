/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "app/document.h"
#include "canvas/canvas.h"

G_BEGIN_DECLS

/* The selected actor is two: what the other is called, and which of the ties are its own.
 *
 * Signal "done" (char *sentence): what was done. */

#define LSN_TYPE_SPLIT_DIALOG (lsn_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LsnSplitDialog, lsn_split_dialog, LSN, SPLIT_DIALOG, AdwWindow)

GtkWidget *lsn_split_dialog_new (GtkWindow   *parent,
                                 LsnDocument *document,
                                 LsnCanvas   *canvas);

G_END_DECLS
