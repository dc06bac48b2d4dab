/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/window-private.h"

/* What the window does with the views of the map. */

/* The list of the window, seen. */
static LsnViewList *
open_views (LsnWindow *window)
{
  adw_flap_set_reveal_flap (window->outline_flap, TRUE);
  return lsn_outline_get_views (window->outline);
}

static void
save_view (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  lsn_view_list_save (open_views (LSN_WINDOW (widget)));
}

static void
show_views (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  lsn_view_list_focus (open_views (LSN_WINDOW (widget)));
}

static void
step_view (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  lsn_view_list_step (lsn_outline_get_views (LSN_WINDOW (widget)->outline), g_str_equal (name, "win.next-view") ? 1 : -1);
}

static void
add_filter (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  lsn_filter_bar_add (lsn_footbar_get_filter (LSN_WINDOW (widget)->footbar), LSN_TABLE_ACTORS, NULL);
}

/* By the words of files for the table and the column. */
static void
filter_column (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LsnTable table;
  const char *table_id, *column;

  g_variant_get (parameter, "(&s&s)", &table_id, &column);
  if (lsn_table_from_id (table_id, &table))
    lsn_filter_bar_add (lsn_footbar_get_filter (LSN_WINDOW (widget)->footbar), table, column);
}

/* What is asked comes as a line of text, as files write it. */
static void
show_only (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  LsnCondition *condition = lsn_condition_parse (g_variant_get_string (parameter, NULL), &error);

  if (condition != NULL)
    lsn_canvas_add_condition (window->canvas, condition);
  else
    lsn_window_say (window, error->message, FALSE);
}

/**
 * lsn_window_install_view_actions:
 *
 * What shows a part of the map, saves that as views, and goes from one to the other.
 */
void
lsn_window_install_view_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.add-filter", NULL, add_filter);
  gtk_widget_class_install_action (class, "win.filter-column", "(ss)", filter_column);
  gtk_widget_class_install_action (class, "win.show-only", "s", show_only);
  gtk_widget_class_install_action (class, "win.save-view", NULL, save_view);
  gtk_widget_class_install_action (class, "win.show-views", NULL, show_views);
  gtk_widget_class_install_action (class, "win.next-view", NULL, step_view);
  gtk_widget_class_install_action (class, "win.previous-view", NULL, step_view);
}
