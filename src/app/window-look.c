/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/window-private.h"

/* In which ways the window shows its map: on the canvas, as tables, or both. One selection, one undo, one filter. */

static void
on_message (LsnWindow  *window,
            const char *sentence,
            gboolean    can_undo)
{
  lsn_window_say (window, sentence, can_undo);
}

/* The tables get the map that the window shows. */
void
lsn_window_fill_tables (LsnWindow *window)
{
  if (window->tables == NULL)
    return;
  lsn_tables_set_document (window->tables, window->document, window->canvas);
  if (window->document != NULL)
    {
      lsn_tables_restore_look (window->tables, window->view_keys);
      lsn_tables_follow_selection (window->tables);
    }
}

static void
make_tables (LsnWindow *window)
{
  window->tables = g_object_new (LSN_TYPE_TABLES, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (window->tables), 240, 140);
  gtk_paned_set_end_child (window->paned, GTK_WIDGET (window->tables));
  g_signal_connect_object (window->tables, "message", G_CALLBACK (on_message), window, G_CONNECT_SWAPPED);
  lsn_window_fill_tables (window);
}

/**
 * lsn_window_focus_map:
 *
 * Gives the keyboard to the map as it is shown.
 */
void
lsn_window_focus_map (LsnWindow *window)
{
  gtk_widget_grab_focus (window->shows_table ? GTK_WIDGET (window->tables) : GTK_WIDGET (window->canvas));
}

/**
 * lsn_window_set_look:
 * @table: whether the map is shown as tables
 * @beside: whether they leave room for the canvas then
 */
void
lsn_window_set_look (LsnWindow *window,
                     gboolean   table,
                     gboolean   beside)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (window->paned));

  if (window->shows_table == table && window->beside == beside)
    return;
  window->shows_table = table;
  window->beside = beside;
  if (table && window->tables == NULL)
    make_tables (window);
  if (window->tables != NULL)
    gtk_widget_set_visible (GTK_WIDGET (window->tables), table);
  gtk_widget_set_visible (GTK_WIDGET (window->overlay), !table || beside);
  if (had_focus || focus == NULL || !gtk_widget_get_mapped (focus))
    lsn_window_focus_map (window);
  g_object_notify (G_OBJECT (window), "look");
  g_object_notify (G_OBJECT (window), "beside");
}

static void
toggle_table (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  lsn_window_set_look (window, !window->shows_table, window->beside);
  lsn_window_focus_map (window);
}

/* Which of the ways to see the map is on is a property, so that buttons show it. */
void
lsn_window_install_look_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_property_action (class, "win.look", "look");
  gtk_widget_class_install_property_action (class, "win.beside", "beside");
  gtk_widget_class_install_action (class, "win.table", NULL, toggle_table);
}
