/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/document.h"

G_BEGIN_DECLS

/* Which layout, and of what. Choosing one activates "win.layout". */

#define LSN_TYPE_LAYOUT_POPOVER (lsn_layout_popover_get_type ())
G_DECLARE_FINAL_TYPE (LsnLayoutPopover, lsn_layout_popover, LSN, LAYOUT_POPOVER, GtkPopover)

typedef enum
{
  LSN_LAYOUT_ALL,
  LSN_LAYOUT_SELECTED,
  LSN_LAYOUT_NEW,
} LsnLayoutScope;

GtkWidget     *lsn_layout_popover_new (void);
void           lsn_layout_popover_set_document (LsnLayoutPopover *popover,
                                                LsnDocument      *document);
LsnLayoutScope lsn_layout_popover_get_scope    (LsnLayoutPopover *popover);

G_END_DECLS
