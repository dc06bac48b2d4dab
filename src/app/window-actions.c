/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/export-dialog.h"
#include "app/shortcuts.h"
#include "app/show-in-folder.h"
#include "app/window-private.h"
#include "model/edit.h"

/* The keys of the window are heard before those of a text, but what is typed over the map is newer than the map's last step. */
static gboolean
is_for_text (LsnWindow  *window,
             const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *before = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (window->canvas)))
    return FALSE;
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean can = g_str_equal (action, "text.undo") ? gtk_text_buffer_get_can_undo (buffer)
                                                       : gtk_text_buffer_get_can_redo (buffer);

      return can && gtk_widget_activate_action (focus, action, NULL);
    }
  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  if (!is_for_text (window, "text.undo") && !lsn_canvas_interrupt (window->canvas))
    lsn_map_undo (lsn_document_get_map (window->document));
}

static void
redo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  if (!is_for_text (window, "text.redo") && !lsn_canvas_interrupt (window->canvas))
    lsn_map_redo (lsn_document_get_map (window->document));
}

static void
find (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  lsn_find_bar_open (LSN_WINDOW (widget)->find_bar);
}

static void
find_next (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  lsn_find_bar_step (LSN_WINDOW (widget)->find_bar, g_str_equal (name, "win.find-previous"));
}

static void
search_list (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  adw_flap_set_reveal_flap (window->outline_flap, TRUE);
  lsn_outline_focus_search (window->outline);
}

static void
quick_entry (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lsn_quick_bar_open (LSN_WINDOW (widget)->quick_bar, NULL);
}

static void
show_popover (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LsnWindow     *window = LSN_WINDOW (widget);
  GtkMenuButton *button = window->menu_button;

  if (g_str_equal (name, "win.show-layouts"))
    button = window->layout_button;
  else if (g_str_equal (name, "win.show-history"))
    button = window->history_button;
  gtk_menu_button_popup (button);
}

static void
show_shortcuts (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GtkWidget *shortcuts = lsn_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
export_picture (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);
  GtkWidget *dialog = lsn_export_dialog_new (window);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
zoom_to (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  lsn_canvas_set_zoom (LSN_WINDOW (widget)->canvas, g_variant_get_double (parameter));
}

static void
show_in_folder (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  lsn_show_in_folder (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What the canvas does, for buttons and menus that are not inside it: "win.pin" is "canvas.pin". */
static const char * const forwarded[] = {
  "canvas.pin", "canvas.unpin", "canvas.zoom-in", "canvas.zoom-out", "canvas.zoom-normal",
  "canvas.zoom-fit", "canvas.zoom-selection", "canvas.fade-rest", "canvas.show-all", "canvas.copy-picture",
};

static void
forward (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autofree char *action = g_strconcat ("canvas", strchr (name, '.'), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (LSN_WINDOW (widget)->canvas), action, parameter);
}

/**
 * lsn_window_install_actions:
 *
 * The actions that change and show; those of files and layouts are beside what they do.
 */
void
lsn_window_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (class, "win.find", NULL, find);
  gtk_widget_class_install_action (class, "win.find-next", NULL, find_next);
  gtk_widget_class_install_action (class, "win.find-previous", NULL, find_next);
  gtk_widget_class_install_action (class, "win.search-list", NULL, search_list);
  gtk_widget_class_install_action (class, "win.quick-entry", NULL, quick_entry);
  gtk_widget_class_install_action (class, "win.show-menu", NULL, show_popover);
  gtk_widget_class_install_action (class, "win.show-layouts", NULL, show_popover);
  gtk_widget_class_install_action (class, "win.show-history", NULL, show_popover);
  gtk_widget_class_install_action (class, "win.show-shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (class, "win.export", NULL, export_picture);
  gtk_widget_class_install_action (class, "win.zoom-to", "d", zoom_to);
  gtk_widget_class_install_action (class, "win.show-in-folder", "s", show_in_folder);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    {
      g_autofree char *action = g_strconcat ("win", strchr (forwarded[i], '.'), NULL);

      gtk_widget_class_install_action (class, g_intern_string (action), NULL, forward);
    }
}

/* GTK tells every widget of the window, each cell of a table too, also when nothing is another: only what is new is told. */
static void
set_enabled (LsnWindow  *window,
             const char *action,
             gboolean    enabled)
{
  gpointer told = GINT_TO_POINTER (enabled ? 1 : 2);

  if (g_object_get_data (G_OBJECT (window), action) == told)
    return;
  g_object_set_data (G_OBJECT (window), action, told);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), action, enabled);
}

static void
update_history (LsnWindow *window)
{
  LsnMap *map = window->document != NULL ? lsn_document_get_map (window->document) : NULL;
  const char *undo_label = map != NULL ? lsn_map_undo_label (map) : NULL;
  const char *redo_label = map != NULL ? lsn_map_redo_label (map) : NULL;
  g_autofree char *undo_hint = NULL;
  g_autofree char *redo_hint = NULL;

  set_enabled (window, "win.undo", map != NULL && lsn_map_can_undo (map));
  set_enabled (window, "win.redo", map != NULL && lsn_map_can_redo (map));
  if (undo_label != NULL)
    /* Translators: %s is what undoing takes back: "Undo Move 3 Actors" */
    undo_hint = g_strdup_printf (_("Undo %s"), undo_label);
  if (redo_label != NULL)
    /* Translators: %s is what redoing does again: "Redo Move 3 Actors" */
    redo_hint = g_strdup_printf (_("Redo %s"), redo_label);
  gtk_widget_set_tooltip_text (window->undo_button, undo_hint != NULL ? undo_hint : _("Undo"));
  gtk_widget_set_tooltip_text (window->redo_button, redo_hint != NULL ? redo_hint : _("Redo"));
}

/**
 * lsn_window_update_actions:
 *
 * What can be done now, in one place.
 */
void
lsn_window_update_actions (LsnWindow *window)
{
  static const char * const with_map[] = { "win.save", "win.save-as", "win.export", "win.copy-picture", "win.find",
                                           "win.find-next", "win.find-previous",
                                           "win.search-list", "win.quick-entry", "win.show-outline",
                                           "win.show-inspector", "win.zoom-in", "win.zoom-out",
                                           "win.zoom-normal", "win.zoom-fit", "win.fade-rest", "win.show-all",
                                           "win.zoom-to", "win.layout",
                                           "win.show-layouts", "win.show-history", "win.show-kinds", "win.edit-kind",
                                           "win.add-filter", "win.filter-column", "win.show-only",
                                           "win.save-view",
                                           "win.show-views", "win.next-view", "win.previous-view",
                                           "win.look", "win.beside", "win.table" };
  static const char * const with_actors[] = { "win.pin", "win.unpin" };
  LsnSelection *selection = window->document != NULL ? lsn_document_get_selection (window->document) : NULL;
  gboolean any = selection != NULL && !lsn_selection_is_empty (selection);
  guint n_actors = selection != NULL ? lsn_selection_n_rows (selection, LSN_TABLE_ACTORS) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (with_map); i++)
    set_enabled (window, with_map[i], window->document != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (with_actors); i++)
    set_enabled (window, with_actors[i], n_actors > 0);
  set_enabled (window, "win.zoom-selection", any);
  set_enabled (window, "win.merge-actors", n_actors > 1);
  set_enabled (window, "win.split-actor", n_actors == 1);
  gtk_widget_set_visible (window->map_tools, window->document != NULL);
  gtk_widget_set_visible (window->outline_button, window->document != NULL);
  gtk_widget_set_visible (window->inspector_button, window->document != NULL);
  update_history (window);
}
