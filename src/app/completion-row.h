/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of what a text may be completed to, the key that does it before them. The keyboard stays in the text. Hidden while
 * there is nothing. Signal "taken" (guint): the completion of that place was clicked. */

#define LSN_TYPE_COMPLETION_ROW (lsn_completion_row_get_type ())
G_DECLARE_FINAL_TYPE (LsnCompletionRow, lsn_completion_row, LSN, COMPLETION_ROW, GtkWidget)

void lsn_completion_row_clear (LsnCompletionRow *self);
void lsn_completion_row_add   (LsnCompletionRow *self,
                               const char       *words,
                               guint             place,
                               gboolean          is_taken);

G_END_DECLS
