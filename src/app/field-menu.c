/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/condition-tests.h"
#include "app/field.h"
#include "canvas/context-menu.h"
#include "model/condition.h"

/* The menu of a field: what the selected rows say in it is asked for, or hidden. */

/* The condition is written as files write it, which the action of the window reads. */
static void
append_item (GMenu      *menu,
             LsnCell    *cell,
             const char *label,
             gboolean    hide)
{
  guint n_rows;
  const LsnRow *rows = lsn_cell_get_rows (cell, &n_rows);
  g_autoptr (LsnCondition) condition = lsn_condition_of_cells (lsn_cell_get_map (cell), lsn_cell_get_table (cell),
                                                               lsn_cell_get_column (cell), rows, n_rows, hide);
  g_autofree char *text = lsn_condition_to_text (condition);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.show-only", "s", text);
  g_menu_append_item (menu, item);
}

static void
pop_up (GtkWidget *row,
        double     x,
        double     y)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  GtkWidget *over = g_object_get_data (G_OBJECT (row), "over");
  g_autoptr (GMenu) menu = g_menu_new ();
  double at_x, at_y;

  if (!gtk_widget_translate_coordinates (row, over, x, y, &at_x, &at_y))
    return;
  append_item (menu, cell, _("Show _Only This Value"), FALSE);
  append_item (menu, cell, _("Hide Th_is Value"), TRUE);
  lsn_context_menu_popup (over, G_MENU_MODEL (menu), at_x, at_y);
}

static void
on_secondary_click (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    GtkWidget       *row)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (row, x, y);
}

static gboolean
on_menu_key (GtkWidget *row,
             GVariant  *arguments,
             gpointer   user_data)
{
  pop_up (row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row) / 2.0);
  return TRUE;
}

/**
 * lsn_field_menu_attach:
 * @row: a field of actors or ties, attached to its cell
 * @over: what the menu pops up over; it has @row inside, and presents its popovers when it is allocated
 *
 * What is typed in keeps the menu of texts.
 */
void
lsn_field_menu_attach (GtkWidget *row,
                       GtkWidget *over)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  LsnTable table = lsn_cell_get_table (cell);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  if ((table != LSN_TABLE_ACTORS && table != LSN_TABLE_TIES) || !lsn_column_has_tests (lsn_cell_get_spec (cell)))
    {
      g_object_unref (keys);
      g_object_unref (click);
      return;
    }
  g_object_set_data (G_OBJECT (row), "over", over);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key, NULL, NULL)));
  gtk_widget_add_controller (row, keys);
}
