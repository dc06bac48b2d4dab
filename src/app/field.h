/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "app/cell.h"

G_BEGIN_DECLS

/* Rows of the inspector: one maker per column type. Each follows its cell's "changed" and keeps the cell alive. */

GtkWidget *lsn_field_row_new           (LsnCell *cell);
GtkWidget *lsn_text_field_new      (LsnCell *cell);
GtkWidget *lsn_note_field_new      (LsnCell *cell);
GtkWidget *lsn_typed_field_new     (LsnCell *cell);   /* dates, unbounded numbers: checked when typed */
GtkWidget *lsn_slider_field_new    (LsnCell *cell);   /* numbers between bounds */
GtkWidget *lsn_choice_field_new    (LsnCell *cell);   /* choices, yes or no */
GtkWidget *lsn_reference_field_new (LsnCell *cell);
GtkWidget *lsn_colour_field_new    (LsnCell *cell);
GtkWidget *lsn_image_field_new     (LsnCell *cell);
GtkWidget *lsn_computed_field_new  (LsnCell *cell);

/* What its values can be used for. */
void       lsn_field_menu_attach       (GtkWidget *row,
                                        GtkWidget *over);

/* What the makers share. @show (LsnCell *cell, GtkWidget *row) brings @row up to date. */
void        lsn_field_row_attach (GtkWidget *row,
                                  LsnCell   *cell,
                                  GCallback  show);
LsnCell    *lsn_field_row_get_cell   (GtkWidget *row);
char       *lsn_field_row_dup_no_value (LsnCell *cell);
const char *lsn_field_row_mixed      (void);

G_END_DECLS
