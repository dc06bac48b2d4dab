/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* A number or date that a filter compares with, typed as cells are; between bounds it can be dragged.
 *
 * Signals: "changed" (): it is another, or none. "done" (): Enter was pressed. */

#define LSN_TYPE_TYPED_VALUE (lsn_typed_value_get_type ())
G_DECLARE_FINAL_TYPE (LsnTypedValue, lsn_typed_value, LSN, TYPED_VALUE, GtkWidget)

void  lsn_typed_value_set_column (LsnTypedValue *value,
                                  LsnMap        *map,
                                  LsnTable       table,
                                  LsnColumn      column);
void  lsn_typed_value_set        (LsnTypedValue *value,
                                  const char    *text);
char *lsn_typed_value_get        (LsnTypedValue *value);

G_END_DECLS
