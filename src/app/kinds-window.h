/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <adwaita.h>
#include "app/document.h"

G_BEGIN_DECLS

/* The kinds of a map beside the map: seen, changed, added, duplicated, merged and removed. What is done here shows at once. */

#define LSN_TYPE_KINDS_WINDOW (lsn_kinds_window_get_type ())
G_DECLARE_FINAL_TYPE (LsnKindsWindow, lsn_kinds_window, LSN, KINDS_WINDOW, AdwWindow)

GtkWidget *lsn_kinds_window_new  (GtkWindow   *parent,
                                  LsnDocument *document);
void       lsn_kinds_window_show (LsnKindsWindow *window,
                                  LsnRow          kind);

G_END_DECLS
