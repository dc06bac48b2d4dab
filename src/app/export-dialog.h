/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Takes a picture of the map away: what of it, in which format and size, with a preview of the very picture. */

#define LSN_TYPE_EXPORT_DIALOG (lsn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LsnExportDialog, lsn_export_dialog, LSN, EXPORT_DIALOG, AdwWindow)

GtkWidget *lsn_export_dialog_new (LsnWindow *window);

G_END_DECLS
