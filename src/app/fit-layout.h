/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in a row, as many as there is room for: what does not fit whole is not shown. A toggle button that is active is
 * always shown. */

#define LSN_TYPE_FIT_LAYOUT (lsn_fit_layout_get_type ())
G_DECLARE_FINAL_TYPE (LsnFitLayout, lsn_fit_layout, LSN, FIT_LAYOUT, GtkLayoutManager)

G_END_DECLS
