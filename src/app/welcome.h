/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page of a window without a map: new, open, the example, and what was open before. */

#define LSN_TYPE_WELCOME (lsn_welcome_get_type ())
G_DECLARE_FINAL_TYPE (LsnWelcome, lsn_welcome, LSN, WELCOME, GtkWidget)

GtkWidget *lsn_welcome_new (void);

G_END_DECLS
