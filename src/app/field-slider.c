/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/field.h"
#include "app/number-words.h"

/* A number between bounds, or not known: a slider, the number in words, and a button that makes it not known. */

static void
on_value_changed (GtkRange  *range,
                  GtkWidget *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  double number = gtk_range_get_value (range);

  if (lsn_cell_get_spec (cell)->type == LSN_TYPE_INTEGER)
    lsn_cell_set (cell, lsn_value_integer ((gint64) round (number)));
  else
    lsn_cell_set (cell, lsn_value_number (round (number * 100) / 100));
}

static void
on_clear (GtkButton *button,
          GtkWidget *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);

  lsn_cell_end_gesture (cell);
  lsn_cell_set (cell, LSN_EMPTY);
  lsn_cell_end_gesture (cell);
}

static void
on_pressed (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *row)
{
  lsn_cell_end_gesture (lsn_field_row_get_cell (row));
}

static void
show_slider (LsnCell   *cell,
             GtkWidget *row)
{
  GtkRange *range = g_object_get_data (G_OBJECT (row), "range");
  GtkLabel *words = g_object_get_data (G_OBJECT (row), "words");
  GtkWidget *clear = g_object_get_data (G_OBJECT (row), "clear");
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  LsnValue value;
  LsnCellState state = lsn_cell_get (cell, &value);
  gboolean known = state == LSN_CELL_SHARED;
  double number = !known ? spec->min : value.kind == LSN_VALUE_INTEGER ? (double) value.integer : value.number;
  g_autofree char *text = known ? lsn_number_in_words (spec, number)
                  : state == LSN_CELL_MIXED ? g_strdup (lsn_field_row_mixed ()) : lsn_field_row_dup_no_value (cell);

  g_signal_handlers_block_by_func (range, on_value_changed, row);
  gtk_range_set_value (range, known ? number : (spec->min + spec->max) / 2);
  g_signal_handlers_unblock_by_func (range, on_value_changed, row);
  gtk_label_set_text (words, text);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (range), "unknown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (range), "unknown");
  gtk_scale_set_has_origin (GTK_SCALE (range), known);
  gtk_widget_set_sensitive (clear, state != LSN_CELL_EMPTY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* The wheel scrolls the fields; a value is never changed by passing over it. */
static void
ignore_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static GtkWidget *
scale_of (const LsnColumnSpec *spec)
{
  double step = spec->type == LSN_TYPE_INTEGER ? 1 : (spec->max - spec->min) / 20;
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, spec->min, spec->max, step);

  ignore_wheel (scale);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  if (spec->type == LSN_TYPE_INTEGER)
    {
      gtk_range_set_round_digits (GTK_RANGE (scale), 0);
      if (spec->max - spec->min <= 10)
        for (double mark = spec->min; mark <= spec->max; mark++)
          gtk_scale_add_mark (GTK_SCALE (scale), mark, GTK_POS_BOTTOM, NULL);
    }
  else if (spec->min < 0 && spec->max > 0)
    gtk_scale_add_mark (GTK_SCALE (scale), 0, GTK_POS_BOTTOM, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, lsn_column_label (spec), -1);
  return scale;
}

static GtkWidget *
clear_button (const LsnColumnSpec *spec)
{
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  g_autofree char *hint = NULL;

  /* Translators: %s is the name of a field, such as "Power" */
  hint = g_strdup_printf (_("Set “%s” to Not Known"), lsn_column_label (spec));
  gtk_widget_set_tooltip_text (clear, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "field-clear");
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  return clear;
}

static GtkWidget *
heading (const LsnColumnSpec *spec,
         GtkWidget           *words,
         GtkWidget           *clear)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (lsn_column_label (spec));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_add_css_class (words, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), clear);
  return box;
}

/**
 * lsn_slider_field_new:
 *
 * Returns: (transfer floating): a row for a number whose column has both bounds
 */
GtkWidget *
lsn_slider_field_new (LsnCell *cell)
{
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scale = scale_of (spec);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *clear = clear_button (spec);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), heading (spec, words, clear));
  gtk_box_append (GTK_BOX (box), scale);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "range", scale);
  g_object_set_data (G_OBJECT (row), "words", words);
  g_object_set_data (G_OBJECT (row), "clear", clear);
  g_signal_connect (scale, "value-changed", G_CALLBACK (on_value_changed), row);
  g_signal_connect (clear, "clicked", G_CALLBACK (on_clear), row);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), row);
  gtk_widget_add_controller (scale, GTK_EVENT_CONTROLLER (click));
  lsn_field_row_attach (row, cell, G_CALLBACK (show_slider));
  return row;
}
