/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/window.h"

#include <glib/gi18n-lib.h>

#include "app/accels.h"
#include "app/recent.h"
#include "app/settings.h"
#include "app/view-state.h"
#include "app/welcome.h"
#include "app/window-private.h"
#include "canvas/menu-names.h"
#include "model/edit.h"

#define N_RECENT 8
#define PATIENCE  150 /* milliseconds that a window waits for what it is to show, before it appears */
#define PALETTE_HEIGHT 54 /* pixels at the foot of the canvas where the kinds of ties are */

G_DEFINE_FINAL_TYPE (LsnWindow, lsn_window, ADW_TYPE_APPLICATION_WINDOW)

enum { PROP_0, PROP_SHOW_OUTLINE, PROP_SHOW_INSPECTOR, PROP_LOOK, PROP_BESIDE, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
show_title (LsnWindow *window)
{
  LsnDocument *document = window->document;
  g_autofree char *title = document != NULL ? lsn_document_dup_title (document) : g_strdup (_("Liaison"));
  g_autofree char *subtitle = document != NULL ? lsn_document_dup_subtitle (document) : g_strdup ("");
  /* Translators: the title of a map with changes that are not saved */
  g_autofree char *marked = document != NULL && lsn_document_is_modified (document) ? g_strdup_printf (_("• %s"), title)
                                                                                     : g_strdup (title);

  adw_window_title_set_title (window->title, marked);
  adw_window_title_set_subtitle (window->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (window), marked);
}

static void
show_recent (LsnWindow *window)
{
  g_autoptr (GMenuModel) menu = lsn_recent_menu (N_RECENT);

  adw_split_button_set_menu_model (window->open_button, menu);
  lsn_menu_name_items (GTK_WIDGET (adw_split_button_get_popover (window->open_button)));
}

static void
on_history (LsnWindow *window)
{
  lsn_window_take_back_undo (window);
  lsn_window_update_actions (window);
}

static void
on_outline_shown (LsnWindow *window,
                  guint      table,
                  guint      row)
{
  lsn_canvas_show_row (window->canvas, table, row);
}

static void
on_outline_activated (LsnWindow *window,
                      guint      table,
                      guint      row)
{
  lsn_canvas_show_row (window->canvas, table, row);
  lsn_window_focus_map (window);
  if (adw_flap_get_folded (window->outline_flap))
    adw_flap_set_reveal_flap (window->outline_flap, FALSE);
}

static void
on_canvas_message (LsnWindow  *window,
                   const char *sentence,
                   gboolean    can_undo)
{
  lsn_window_say (window, sentence, can_undo);
}

static void
on_canvas_activate_row (LsnWindow *window)
{
  adw_flap_set_reveal_flap (window->inspector_flap, TRUE);
}

static void
on_inspector_message (LsnWindow  *window,
                      const char *sentence)
{
  lsn_window_say (window, sentence, FALSE);
}

static void
on_reveal_changed (AdwFlap    *flap,
                   GParamSpec *pspec,
                   LsnWindow  *window)
{
  gboolean outline = flap == window->outline_flap;

  g_object_notify_by_pspec (G_OBJECT (window), properties[outline ? PROP_SHOW_OUTLINE : PROP_SHOW_INSPECTOR]);
  /* Folding because the window is narrow is nobody's wish: only what is chosen beside the canvas is remembered. */
  if (!adw_flap_get_folded (flap) && window->document != NULL)
    g_settings_set_boolean (window->settings, outline ? "show-outline" : "show-inspector",
                            adw_flap_get_reveal_flap (flap));
}

/* Who opens a map never sees the welcome page, nor mostly the layouts: they are built when they are needed. */
static void
on_welcome_seen (AdwBin    *page,
                 LsnWindow *window)
{
  if (adw_bin_get_child (page) == NULL)
    adw_bin_set_child (page, lsn_welcome_new ());
}

static void
make_layout_popover (GtkMenuButton *button,
                     gpointer       user_data)
{
  LsnWindow *window = user_data;

  if (window->layouts != NULL)
    return;
  window->layouts = LSN_LAYOUT_POPOVER (lsn_layout_popover_new ());
  lsn_layout_popover_set_document (window->layouts, window->document);
  gtk_menu_button_set_popover (button, GTK_WIDGET (window->layouts));
}

static void
make_history_popover (GtkMenuButton *button,
                      gpointer       user_data)
{
  LsnWindow *window = user_data;

  if (window->history != NULL)
    return;
  window->history = LSN_HISTORY_POPOVER (lsn_history_popover_new ());
  lsn_history_popover_set_document (window->history, window->document);
  gtk_menu_button_set_popover (button, GTK_WIDGET (window->history));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         LsnWindow     *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GSList *files = g_value_get_boxed (value);

  gtk_widget_translate_coordinates (GTK_WIDGET (window), GTK_WIDGET (window->canvas), x, y, &x, &y);
  if (lsn_canvas_drop_pictures (window->canvas, files, x, y))
    return TRUE;
  for (GSList *file = files; file != NULL; file = file->next)
    lsn_application_open_file (LSN_APPLICATION (application), GTK_WINDOW (window), file->data);
  return files != NULL;
}

static gboolean
lsn_window_close_request (GtkWindow *gtk_window)
{
  LsnWindow *window = LSN_WINDOW (gtk_window);
  int width, height;

  if (lsn_window_ask_before_close (window))
    return TRUE;
  gtk_window_get_default_size (gtk_window, &width, &height);
  g_settings_set_int (window->settings, "window-width", MAX (width, 360));
  g_settings_set_int (window->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (window->settings, "window-maximized", gtk_window_is_maximized (gtk_window));
  return GTK_WINDOW_CLASS (lsn_window_parent_class)->close_request (gtk_window);
}

/* The header bar asks while the template is being built, before there is a flap. */
static gboolean
is_revealed (AdwFlap *flap)
{
  return flap == NULL || adw_flap_get_reveal_flap (flap);
}

static void
lsn_window_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  LsnWindow *window = LSN_WINDOW (object);

  switch (property)
    {
    case PROP_SHOW_OUTLINE:
      g_value_set_boolean (value, is_revealed (window->outline_flap));
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, is_revealed (window->inspector_flap));
      break;
    case PROP_LOOK:
      g_value_set_string (value, window->shows_table ? "table" : "map");
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, window->shows_table && window->beside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
lsn_window_set_property (GObject      *object,
                         guint         property,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  LsnWindow *window = LSN_WINDOW (object);

  switch (property)
    {
    case PROP_SHOW_OUTLINE:
      adw_flap_set_reveal_flap (window->outline_flap, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      adw_flap_set_reveal_flap (window->inspector_flap, g_value_get_boolean (value));
      break;
    case PROP_LOOK:
      lsn_window_set_look (window, g_strcmp0 (g_value_get_string (value), "table") == 0, window->beside);
      break;
    case PROP_BESIDE:
      if (g_value_get_boolean (value))
        window->showed_table = window->shows_table;
      lsn_window_set_look (window, g_value_get_boolean (value) || window->showed_table, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
forget_document (LsnWindow *window)
{
  if (window->document == NULL)
    return;
  lsn_window_forget_file (window);
  lsn_window_close_kinds (window);
  lsn_window_drop_layout (window);
  if (lsn_document_get_file (window->document) != NULL)
    lsn_view_state_keep (lsn_document_get_map (window->document), window->canvas, window->tables);
  g_signal_handlers_disconnect_by_data (window->document, window);
  g_signal_handlers_disconnect_by_data (lsn_document_get_map (window->document), window);
  g_signal_handlers_disconnect_by_data (lsn_document_get_selection (window->document), window);
  lsn_find_bar_set_document (window->find_bar, NULL, NULL);
  lsn_outline_set_document (window->outline, NULL, NULL);
  lsn_inspector_set_document (window->inspector, NULL);
  lsn_footbar_set_document (window->footbar, NULL, NULL);
  lsn_palette_set_map (window->palette, NULL, NULL);
  lsn_empty_hint_set_map (window->empty_hint, NULL);
  lsn_quick_bar_set_map (window->quick_bar, NULL, NULL);
  if (window->layouts != NULL)
    lsn_layout_popover_set_document (window->layouts, NULL);
  if (window->history != NULL)
    lsn_history_popover_set_document (window->history, NULL);
  if (window->tables != NULL)
    lsn_tables_set_document (window->tables, NULL, NULL);
  lsn_canvas_set_map (window->canvas, NULL, NULL);
  g_clear_object (&window->document);
  g_clear_pointer (&window->view_keys, g_key_file_unref);
}

static void
lsn_window_dispose (GObject *object)
{
  LsnWindow *window = LSN_WINDOW (object);

  if (window->progress != NULL)
    lsn_progress_cancel (window->progress);
  g_clear_handle_id (&window->patience, g_source_remove);
  g_clear_handle_id (&window->fitting, g_source_remove);
  if (window->canvas != NULL)
    forget_document (window);
  g_clear_handle_id (&window->patience, g_source_remove);
  g_clear_pointer (&window->report, lsn_report_unref);
  g_clear_object (&window->loading);
  g_clear_object (&window->settings);
  g_clear_handle_id (&window->taking_back, g_source_remove);
  g_queue_clear (&window->said);
  window->undo_toast = NULL;
  window->canvas = NULL;
  window->layouts = NULL;
  window->history = NULL;
  window->tables = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (window), LSN_TYPE_WINDOW);
  G_OBJECT_CLASS (lsn_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class, "/io/github/liaison_map/Liaison/ui/window.ui");
  gtk_widget_class_bind_template_child (class, LsnWindow, toasts);
  gtk_widget_class_bind_template_child (class, LsnWindow, title);
  gtk_widget_class_bind_template_child (class, LsnWindow, open_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, layout_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, menu_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, outline_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, inspector_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, map_tools);
  gtk_widget_class_bind_template_child (class, LsnWindow, map_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, table_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, export_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, undo_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, redo_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, history_button);
  gtk_widget_class_bind_template_child (class, LsnWindow, report_bar);
  gtk_widget_class_bind_template_child (class, LsnWindow, report_label);
  gtk_widget_class_bind_template_child (class, LsnWindow, places_bar);
  gtk_widget_class_bind_template_child (class, LsnWindow, disk_bar);
  gtk_widget_class_bind_template_child (class, LsnWindow, disk_label);
  gtk_widget_class_bind_template_child (class, LsnWindow, disk_load);
  gtk_widget_class_bind_template_child (class, LsnWindow, pages);
  gtk_widget_class_bind_template_child (class, LsnWindow, outline_flap);
  gtk_widget_class_bind_template_child (class, LsnWindow, inspector_flap);
  gtk_widget_class_bind_template_child (class, LsnWindow, outline);
  gtk_widget_class_bind_template_child (class, LsnWindow, inspector);
  gtk_widget_class_bind_template_child (class, LsnWindow, paned);
  gtk_widget_class_bind_template_child (class, LsnWindow, overlay);
  gtk_widget_class_bind_template_child (class, LsnWindow, find_bar);
  gtk_widget_class_bind_template_child (class, LsnWindow, layout_offer);
  gtk_widget_class_bind_template_child (class, LsnWindow, palette);
  gtk_widget_class_bind_template_child (class, LsnWindow, empty_hint);
  gtk_widget_class_bind_template_child (class, LsnWindow, progress);
  gtk_widget_class_bind_template_child (class, LsnWindow, footbar);
  gtk_widget_class_bind_template_child (class, LsnWindow, quick_bar);
  gtk_widget_class_bind_template_callback (class, on_reveal_changed);
  gtk_widget_class_bind_template_callback (class, on_welcome_seen);
  gtk_widget_class_bind_template_callback_full (class, "on_report_response", G_CALLBACK (lsn_window_on_report_response));
  gtk_widget_class_bind_template_callback_full (class, "on_places_response", G_CALLBACK (lsn_window_on_places_response));
  gtk_widget_class_bind_template_callback_full (class, "on_disk_response", G_CALLBACK (lsn_window_on_disk_response));
}

static void
lsn_window_class_init (LsnWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = lsn_window_get_property;
  object_class->set_property = lsn_window_set_property;
  object_class->dispose = lsn_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = lsn_window_close_request;

  properties[PROP_SHOW_OUTLINE] =
    g_param_spec_boolean ("show-outline", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOW_INSPECTOR] =
    g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LOOK] =
    g_param_spec_string ("look", NULL, NULL, "map", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BESIDE] =
    g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LSN_TYPE_OUTLINE);
  g_type_ensure (LSN_TYPE_INSPECTOR);
  g_type_ensure (LSN_TYPE_FIND_BAR);
  g_type_ensure (LSN_TYPE_LAYOUT_OFFER);
  g_type_ensure (LSN_TYPE_PALETTE);
  g_type_ensure (LSN_TYPE_EMPTY_HINT);
  g_type_ensure (LSN_TYPE_PROGRESS);
  g_type_ensure (LSN_TYPE_FOOTBAR);
  g_type_ensure (LSN_TYPE_QUICK_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.show-outline", "show-outline");
  gtk_widget_class_install_property_action (widget_class, "win.show-inspector", "show-inspector");
  lsn_window_install_look_actions (widget_class);
  lsn_window_install_actions (widget_class);
  lsn_window_install_file_actions (widget_class);
  lsn_window_install_save_actions (widget_class);
  lsn_window_install_layout_actions (widget_class);
  lsn_window_install_kinds_actions (widget_class);
  lsn_window_install_identity_actions (widget_class);
  lsn_window_install_view_actions (widget_class);
}

static void
add_canvas (LsnWindow *window)
{
  g_autoptr (GAction) snap_to_grid = NULL;

  window->canvas = LSN_CANVAS (lsn_canvas_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (window->canvas), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (window->canvas), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (window->canvas), 320, 200);
  lsn_canvas_set_covered (window->canvas, PALETTE_HEIGHT);
  gtk_overlay_set_child (window->overlay, GTK_WIDGET (window->canvas));
  snap_to_grid = g_settings_create_action (window->settings, "snap-to-grid");
  g_action_map_add_action (G_ACTION_MAP (window), snap_to_grid);
  g_settings_bind (window->settings, "snap-to-grid", window->canvas, "snap-to-grid", G_SETTINGS_BIND_GET);
  g_signal_connect_object (window->canvas, "message", G_CALLBACK (on_canvas_message), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "ask-entry", G_CALLBACK (lsn_quick_bar_open), window->quick_bar,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "activate-row", G_CALLBACK (on_canvas_activate_row), window,
                           G_CONNECT_SWAPPED);
}

static void
accept_drops (LsnWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

static void
lsn_window_init (LsnWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  window->settings = lsn_settings_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), g_settings_get_int (window->settings, "window-width"),
                               g_settings_get_int (window->settings, "window-height"));
  if (g_settings_get_boolean (window->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  adw_flap_set_reveal_flap (window->outline_flap, g_settings_get_boolean (window->settings, "show-outline"));
  adw_flap_set_reveal_flap (window->inspector_flap, g_settings_get_boolean (window->settings, "show-inspector"));

  lsn_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (window->menu_button)));
  gtk_menu_button_set_create_popup_func (window->layout_button, make_layout_popover, window, NULL);
  gtk_menu_button_set_create_popup_func (window->history_button, make_history_popover, window, NULL);
  add_canvas (window);
  lsn_window_init_overview (window);
  lsn_window_init_width (window);
  lsn_window_init_layouts (window);
  accept_drops (window);
  lsn_window_add_zoom_keys (GTK_WIDGET (window));
  g_signal_connect_swapped (window->outline, "shown", G_CALLBACK (on_outline_shown), window);
  g_signal_connect_swapped (window->outline, "activated", G_CALLBACK (on_outline_activated), window);
  g_signal_connect_swapped (lsn_outline_get_views (window->outline), "message", G_CALLBACK (on_inspector_message), window);
  g_signal_connect_object (lsn_footbar_get_filter (window->footbar), "editing", G_CALLBACK (lsn_view_list_hold),
                           lsn_outline_get_views (window->outline), G_CONNECT_SWAPPED);
  g_signal_connect_swapped (window->inspector, "message", G_CALLBACK (on_inspector_message), window);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent), window,
                           G_CONNECT_SWAPPED);
  show_recent (window);
  show_title (window);
  lsn_window_update_actions (window);
}

LsnWindow *
lsn_window_new (LsnApplication *application)
{
  return g_object_new (LSN_TYPE_WINDOW, "application", application, NULL);
}

LsnDocument *
lsn_window_get_document (LsnWindow *window)
{
  g_return_val_if_fail (LSN_IS_WINDOW (window), NULL);

  return window->document;
}

static void
follow_document (LsnWindow *window)
{
  LsnMap *map = lsn_document_get_map (window->document);
  LsnSelection *selection = lsn_document_get_selection (window->document);

  g_signal_connect_swapped (window->document, "notify", G_CALLBACK (show_title), window);
  g_signal_connect_swapped (map, "history", G_CALLBACK (on_history), window);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (lsn_window_update_actions), window);
  lsn_canvas_set_map (window->canvas, map, selection);
  lsn_view_state_restore (window->view_keys, map, window->canvas);
  lsn_find_bar_set_document (window->find_bar, window->document, window->canvas);
  lsn_outline_set_document (window->outline, window->document, window->canvas);
  lsn_inspector_set_document (window->inspector, window->document);
  lsn_footbar_set_document (window->footbar, window->document, window->canvas);
  lsn_palette_set_map (window->palette, map, window->canvas);
  lsn_empty_hint_set_map (window->empty_hint, map);
  lsn_quick_bar_set_map (window->quick_bar, map, window->canvas);
  if (window->layouts != NULL)
    lsn_layout_popover_set_document (window->layouts, window->document);
  if (window->history != NULL)
    lsn_history_popover_set_document (window->history, window->document);
  lsn_window_fill_tables (window);
  lsn_window_watch_file (window);
}

/**
 * lsn_window_set_document:
 * @document: (transfer none): what the window shows from now on
 * @view_keys: (nullable): how its map was last looked at; %NULL when nobody has
 */
void
lsn_window_set_document (LsnWindow   *window,
                         LsnDocument *document,
                         GKeyFile    *view_keys)
{
  g_return_if_fail (LSN_IS_WINDOW (window));
  g_return_if_fail (LSN_IS_DOCUMENT (document));

  forget_document (window);
  window->view_keys = view_keys != NULL ? g_key_file_ref (view_keys) : g_key_file_new ();
  gtk_info_bar_set_revealed (window->report_bar, FALSE);
  gtk_info_bar_set_revealed (window->places_bar, FALSE);
  gtk_info_bar_set_revealed (window->disk_bar, FALSE);
  window->document = g_object_ref (document);
  follow_document (window);
  gtk_stack_set_visible_child_name (window->pages, "map");
  show_title (window);
  lsn_window_update_actions (window);
  lsn_window_focus_map (window);
}

/* The window comes up, unless it has already. */
void
lsn_window_appear (LsnWindow *window)
{
  g_clear_handle_id (&window->patience, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
}

static gboolean
on_patience_over (gpointer user_data)
{
  LsnWindow *window = user_data;

  window->patience = 0;
  lsn_window_appear (window);
  return G_SOURCE_REMOVE;
}

/**
 * lsn_window_present_soon:
 *
 * Brings the window to the front. One that was not seen yet and is reading a file comes up with what was read, so that no
 * other page flashes by first; when the reading takes longer than a moment, it comes up without.
 */
void
lsn_window_present_soon (LsnWindow *window)
{
  g_return_if_fail (LSN_IS_WINDOW (window));

  if (window->loading == NULL || gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
  else if (window->patience == 0)
    window->patience = g_timeout_add (PATIENCE, on_patience_over, window);
}

/**
 * lsn_window_is_free:
 *
 * Returns: whether something may be opened here without anything being lost or hidden
 */
gboolean
lsn_window_is_free (LsnWindow *window)
{
  g_return_val_if_fail (LSN_IS_WINDOW (window), FALSE);

  return window->loading == NULL && !lsn_progress_is_busy (window->progress) &&
         (window->document == NULL || lsn_document_is_untouched (window->document));
}

gboolean
lsn_window_has_file (LsnWindow *window,
                     GFile     *file)
{
  g_return_val_if_fail (LSN_IS_WINDOW (window), FALSE);

  if (window->loading != NULL && g_file_equal (window->loading, file))
    return TRUE;
  return window->document != NULL && lsn_document_get_file (window->document) != NULL &&
         g_file_equal (lsn_document_get_file (window->document), file);
}

/**
 * lsn_window_is_settled:
 *
 * Returns: whether nothing runs and the picture is crisp, or there is none
 */
gboolean
lsn_window_is_settled (LsnWindow *window)
{
  g_return_val_if_fail (LSN_IS_WINDOW (window), FALSE);

  if (window->loading != NULL || lsn_progress_is_busy (window->progress) ||
      !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return FALSE;
  return window->document == NULL || lsn_canvas_is_crisp (window->canvas);
}
