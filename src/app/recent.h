/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The maps that were open before, as the desktop remembers them. */

GPtrArray  *lsn_recent_list (guint most);
GMenuModel *lsn_recent_menu (guint most);
void        lsn_recent_add  (GFile *file);
void lsn_recent_review (GFile *file);

G_END_DECLS
