/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/window-private.h"

/* The window of the kinds beside that of the map: one at most. */

static void
show_kind (LsnWindow *window,
           LsnRow     kind)
{
  if (window->kinds == NULL)
    g_set_weak_pointer (&window->kinds,
                        LSN_KINDS_WINDOW (lsn_kinds_window_new (GTK_WINDOW (window), window->document)));
  lsn_kinds_window_show (window->kinds, kind);
}

static void
show_kinds (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  show_kind (LSN_WINDOW (widget), LSN_NO_ROW);
}

static void
edit_kind (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  show_kind (window, lsn_map_find_row (lsn_document_get_map (window->document), LSN_TABLE_KINDS,
                                       g_variant_get_string (parameter, NULL)));
}

/**
 * lsn_window_install_kinds_actions:
 *
 * What shows the kinds, and one of them.
 */
void
lsn_window_install_kinds_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.show-kinds", NULL, show_kinds);
  gtk_widget_class_install_action (class, "win.edit-kind", "s", edit_kind);
}

/**
 * lsn_window_close_kinds:
 *
 * The window of the kinds goes, as its map does.
 */
void
lsn_window_close_kinds (LsnWindow *window)
{
  if (window->kinds != NULL)
    gtk_window_destroy (GTK_WINDOW (window->kinds));
}
