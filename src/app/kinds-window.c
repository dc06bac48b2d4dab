/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/kinds-window.h"

#include <glib/gi18n-lib.h>

#include "app/kind-details.h"
#include "app/kind-list.h"
#include "model/builtin-kinds.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

struct _LsnKindsWindow
{
  AdwWindow        parent_instance;

  AdwToastOverlay *toasts;
  GtkToggleButton *actors_button;
  GtkToggleButton *ties_button;
  AdwSplitButton  *new_button;
  LsnKindList     *list;
  LsnKindDetails  *details;

  LsnMap          *map;
};

G_DEFINE_FINAL_TYPE (LsnKindsWindow, lsn_kinds_window, ADW_TYPE_WINDOW)

static void
say (LsnKindsWindow *window,
     const char     *sentence,
     gboolean        can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "kinds.undo");
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
}

static void
on_message (LsnKindDetails *details,
            const char     *sentence,
            gboolean        can_undo,
            LsnKindsWindow *window)
{
  say (window, sentence, can_undo);
}

static void
on_selected (LsnKindList    *list,
             LsnKindsWindow *window)
{
  gboolean any = lsn_kind_list_get_selected (list) != LSN_NO_ROW;

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "kinds.duplicate", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "kinds.remove", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "kinds.rename", any);
  lsn_kind_details_set_kind (window->details, window->map, lsn_kind_list_get_selected (list));
}

/* The built-in kinds that the map has no row of: heads, and those that were removed. */
static void
show_builtin (LsnKindsWindow *window)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  guint n_kinds;
  const LsnBuiltinKind *kinds = lsn_builtin_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (kinds[i].of_tie != lsn_kind_list_get_of_ties (window->list) ||
          lsn_map_find_row (window->map, LSN_TABLE_KINDS, kinds[i].id) != LSN_NO_ROW)
        continue;
      item = g_menu_item_new (lsn_builtin_kind_name (&kinds[i]), NULL);
      g_menu_item_set_action_and_target (item, "kinds.add-builtin", "s", kinds[i].id);
      g_menu_append_item (section, item);
    }
  g_menu_append (menu, _("_New Kind"), "kinds.new");
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, _("Built In"), G_MENU_MODEL (section));
  adw_split_button_set_menu_model (window->new_button, G_MENU_MODEL (menu));
}

static void
on_sort_toggled (GtkToggleButton *button,
                 LsnKindsWindow  *window)
{
  if (window->map == NULL)
    return;
  lsn_kind_list_show (window->list, gtk_toggle_button_get_active (window->ties_button));
  show_builtin (window);
}

static void
select_new (LsnKindsWindow *window,
            LsnRow          kind,
            GError         *error)
{
  if (kind == LSN_NO_ROW)
    {
      say (window, error->message, FALSE);
      return;
    }
  lsn_kind_list_select (window->list, kind);
  lsn_kind_details_edit_name (window->details);
}

static void
add_kind (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  LsnKindsWindow *window = LSN_KINDS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  LsnRow kind = lsn_kind_add (window->map, lsn_kind_list_get_of_ties (window->list), NULL, &error);

  select_new (window, kind, error);
}

static void
add_builtin (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnKindsWindow *window = LSN_KINDS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  LsnRow kind = lsn_kind_add_builtin (window->map, g_variant_get_string (parameter, NULL), &error);

  select_new (window, kind, error);
}

static void
duplicate_kind (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LsnKindsWindow *window = LSN_KINDS_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  LsnRow kind = lsn_kind_duplicate (window->map, lsn_kind_list_get_selected (window->list), &error);

  select_new (window, kind, error);
}

static void
remove_kind (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lsn_kind_details_ask_remove (LSN_KINDS_WINDOW (widget)->details);
}

static void
rename_kind (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lsn_kind_details_edit_name (LSN_KINDS_WINDOW (widget)->details);
}

/* What is asked first, then the window. */
static void
cancel (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  if (!lsn_kind_details_cancel (LSN_KINDS_WINDOW (widget)->details))
    gtk_window_close (GTK_WINDOW (widget));
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  lsn_map_undo (LSN_KINDS_WINDOW (widget)->map);
}

static void
redo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  lsn_map_redo (LSN_KINDS_WINDOW (widget)->map);
}

static void
lsn_kinds_window_dispose (GObject *object)
{
  LsnKindsWindow *window = LSN_KINDS_WINDOW (object);

  if (window->map != NULL)
    g_signal_handlers_disconnect_by_data (window->map, window);
  g_clear_object (&window->map);
  gtk_widget_dispose_template (GTK_WIDGET (window), LSN_TYPE_KINDS_WINDOW);
  G_OBJECT_CLASS (lsn_kinds_window_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *class)
{
  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "kinds.cancel", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_n, GDK_CONTROL_MASK, "kinds.new", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_d, GDK_CONTROL_MASK, "kinds.duplicate", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Delete, 0, "kinds.remove", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F2, 0, "kinds.rename", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, GDK_CONTROL_MASK, "kinds.undo", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "kinds.redo", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_y, GDK_CONTROL_MASK, "kinds.redo", NULL);
}

static void
lsn_kinds_window_class_init (LsnKindsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_kinds_window_dispose;

  g_type_ensure (LSN_TYPE_KIND_LIST);
  g_type_ensure (LSN_TYPE_KIND_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/kinds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, actors_button);
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, ties_button);
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LsnKindsWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_message);

  gtk_widget_class_install_action (widget_class, "kinds.new", NULL, add_kind);
  gtk_widget_class_install_action (widget_class, "kinds.add-builtin", "s", add_builtin);
  gtk_widget_class_install_action (widget_class, "kinds.duplicate", NULL, duplicate_kind);
  gtk_widget_class_install_action (widget_class, "kinds.remove", NULL, remove_kind);
  gtk_widget_class_install_action (widget_class, "kinds.rename", NULL, rename_kind);
  gtk_widget_class_install_action (widget_class, "kinds.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "kinds.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "kinds.redo", NULL, redo);
  bind_keys (widget_class);
}

static void
lsn_kinds_window_init (LsnKindsWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
}

/**
 * lsn_kinds_window_new:
 * @parent: the window of the map
 * @document: whose kinds
 *
 * Returns: (transfer none): a window that lives until it is destroyed, not shown yet
 */
GtkWidget *
lsn_kinds_window_new (GtkWindow   *parent,
                      LsnDocument *document)
{
  LsnKindsWindow *window = g_object_new (LSN_TYPE_KINDS_WINDOW, "transient-for", parent, NULL);

  window->map = g_object_ref (lsn_document_get_map (document));
  lsn_kind_list_set_map (window->list, window->map);
  g_signal_connect_swapped (window->map, "changed", G_CALLBACK (show_builtin), window);
  show_builtin (window);
  return GTK_WIDGET (window);
}

/**
 * lsn_kinds_window_show:
 * @kind: (nullable): the kind to begin with; %LSN_NO_ROW for whatever is selected
 *
 * Brings the window to the front.
 */
void
lsn_kinds_window_show (LsnKindsWindow *window,
                       LsnRow          kind)
{
  g_return_if_fail (LSN_IS_KINDS_WINDOW (window));

  gtk_window_present (GTK_WINDOW (window));
  if (kind == LSN_NO_ROW)
    return;
  gtk_toggle_button_set_active (lsn_kind_is_of_tie (window->map, kind) ? window->ties_button : window->actors_button, TRUE);
  lsn_kind_list_select (window->list, kind);
}
