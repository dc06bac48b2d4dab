/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "app/sheet.h"

G_BEGIN_DECLS

/* Which columns of a sheet are shown. */

#define LSN_TYPE_COLUMNS_POPOVER (lsn_columns_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnColumnsPopover, lsn_columns_popover, LSN, COLUMNS_POPOVER, GtkPopover)

GtkWidget *lsn_columns_popover_new (LsnSheet *sheet);

G_END_DECLS
