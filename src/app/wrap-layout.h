/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in a row, and in further rows as far as there is not room for all, in their order. One that is to be at the end stands
 * at the end of its row. */

#define LSN_TYPE_WRAP_LAYOUT (lsn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LsnWrapLayout, lsn_wrap_layout, LSN, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
