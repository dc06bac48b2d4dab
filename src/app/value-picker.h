/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "model/map.h"

G_BEGIN_DECLS

/* Some of the values that a column holds, chosen by ticking them; with many of them one types to find them.
 *
 * Signals: "changed" (): others are chosen. "done" (): Enter was pressed, with nothing left to find. */

#define LSN_TYPE_VALUE_PICKER (lsn_value_picker_get_type ())
G_DECLARE_FINAL_TYPE (LsnValuePicker, lsn_value_picker, LSN, VALUE_PICKER, GtkWidget)

void   lsn_value_picker_set_column (LsnValuePicker *picker,
                                    LsnMap         *map,
                                    LsnTable        table,
                                    LsnColumn       column);
void   lsn_value_picker_set_values (LsnValuePicker    *picker,
                                    const char *const *values);
char **lsn_value_picker_get_values (LsnValuePicker *picker);

G_END_DECLS
