/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/legend.h"

#include <glib/gi18n-lib.h>

#include "app/settings.h"
#include "app/swatch.h"
#include "app/template.h"
#include "canvas/context-menu.h"
#include "model/changes.h"
#include "model/edit.h"
#include "model/kinds.h"

struct _LsnLegend
{
  GtkWidget    parent_instance;

  GtkExpander *expander;
  GtkListBox  *list;

  GSettings   *settings;
  LsnDocument *document;
  guint        refill;     /* source that fills the list again, 0 for none */
  LsnRow       menu_kind;  /* that the menu is about */
};

G_DEFINE_FINAL_TYPE (LsnLegend, lsn_legend, GTK_TYPE_WIDGET)

/* Containers are drawn as frames, so that fewer symbols are seen than are counted. */
static char *
counted (LsnMap *map,
         LsnRow  kind,
         GArray *rows)
{
  guint n_containers = 0;

  if (lsn_kind_is_of_tie (map, kind))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", rows->len), rows->len);

  for (guint i = 0; i < rows->len; i++)
    n_containers += lsn_map_is_container (map, g_array_index (rows, LsnRow, i));
  if (n_containers == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", rows->len), rows->len);
  /* Translators: the plural goes by %1$u; say %2$u so that it fits any number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u actor; containers among them: %2$u",
                                       "%1$u actors; containers among them: %2$u", rows->len), rows->len, n_containers);
}

static void
append_kind (LsnLegend *legend,
             LsnMap    *map,
             LsnRow     kind,
             GArray    *rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (lsn_kind_name (map, kind));
  g_autofree char *count = g_strdup_printf ("%u", rows->len);
  g_autofree char *said = counted (map, kind, rows);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *swatch = lsn_swatch_new (map, kind);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_size_request (swatch, 48, -1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (row, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lsn_kind_name (map, kind),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  gtk_list_box_append (legend->list, row);
}

static GArray *
rows_of_kind (LsnMap  *map,
              LsnTable table,
              LsnRow   kind)
{
  LsnColumn column = table == LSN_TABLE_ACTORS ? LSN_ACTOR_KIND : LSN_TIE_KIND;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, table, row))
    if (lsn_map_get_reference (map, table, row, column) == kind)
      g_array_append_val (rows, row);
  return rows;
}

static void
append_kinds (LsnLegend *legend,
              LsnMap    *map,
              gboolean   of_ties)
{
  LsnTable table = of_ties ? LSN_TABLE_TIES : LSN_TABLE_ACTORS;
  g_autoptr (GArray) kinds = lsn_kinds_in_use (map, of_ties);

  for (guint i = 0; i < kinds->len; i++)
    {
      LsnRow kind = g_array_index (kinds, LsnRow, i);
      g_autoptr (GArray) rows = rows_of_kind (map, table, kind);

      append_kind (legend, map, kind, rows);
    }
}

static void
fill (LsnLegend *legend)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&legend->refill, g_source_remove);
  while ((row = gtk_list_box_get_row_at_index (legend->list, 0)) != NULL)
    gtk_list_box_remove (legend->list, GTK_WIDGET (row));
  if (legend->document != NULL)
    {
      LsnMap *map = lsn_document_get_map (legend->document);

      append_kinds (legend, map, FALSE);
      append_kinds (legend, map, TRUE);
    }
  gtk_widget_set_visible (GTK_WIDGET (legend), gtk_list_box_get_row_at_index (legend->list, 0) != NULL);
}

static gboolean
on_refill (gpointer user_data)
{
  LsnLegend *legend = user_data;

  legend->refill = 0;
  fill (legend);
  return G_SOURCE_REMOVE;
}

static void
fill_later (LsnLegend *legend)
{
  if (legend->refill == 0)
    legend->refill = g_idle_add (on_refill, legend);
}

static void
on_map_changed (LsnLegend  *legend,
                LsnChanges *changes)
{
  if (!lsn_changes_only_places (changes))
    fill_later (legend);
}

static void
select_kind (LsnLegend *legend,
             LsnRow     kind)
{
  LsnMap *map = lsn_document_get_map (legend->document);
  LsnSelection *selection = lsn_document_get_selection (legend->document);
  g_autoptr (GArray) rows = NULL;

  if (!lsn_map_has_row (map, LSN_TABLE_KINDS, kind))
    return;
  if (lsn_kind_is_of_tie (map, kind))
    {
      rows = rows_of_kind (map, LSN_TABLE_TIES, kind);
      lsn_selection_set (selection, NULL, 0, (LsnRow *) rows->data, rows->len);
    }
  else
    {
      rows = rows_of_kind (map, LSN_TABLE_ACTORS, kind);
      lsn_selection_set (selection, (LsnRow *) rows->data, rows->len, NULL, 0);
    }
}

static void
on_row_activated (GtkListBox    *list,
                  GtkListBoxRow *row,
                  LsnLegend     *legend)
{
  select_kind (legend, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind")));
}

/* ---- the menu of a row ---- */

static void
popup_menu (LsnLegend     *legend,
            GtkListBoxRow *row,
            double         x,
            double         y)
{
  LsnMap *map = lsn_document_get_map (legend->document);
  LsnRow kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("Change This Kind…"), NULL);

  if (!lsn_map_has_row (map, LSN_TABLE_KINDS, kind))
    return;
  g_menu_item_set_action_and_target (edit, "win.edit-kind", "s", lsn_map_row_id (map, LSN_TABLE_KINDS, kind));
  g_menu_append (menu, _("Select All of This Kind"), "legend.select");
  g_menu_append_item (menu, edit);
  g_menu_append (menu, _("All Kinds…"), "win.show-kinds");
  legend->menu_kind = kind;
  lsn_context_menu_popup (GTK_WIDGET (legend), G_MENU_MODEL (menu), x, y);
}

static void
on_secondary_click (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    LsnLegend       *legend)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (legend->list, (int) y);
  double at_x, at_y;

  if (row == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (legend->list), GTK_WIDGET (legend), x, y, &at_x, &at_y);
  popup_menu (legend, row, at_x, at_y);
}

static void
popup_menu_at_focus (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LsnLegend *legend = LSN_LEGEND (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (legend->list));
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &bounds))
    return;
  popup_menu (legend, GTK_LIST_BOX_ROW (row), bounds.origin.x + bounds.size.width / 2,
              bounds.origin.y + bounds.size.height / 2);
}

static void
select_of_menu (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  select_kind (LSN_LEGEND (widget), LSN_LEGEND (widget)->menu_kind);
}

static void
lsn_legend_dispose (GObject *object)
{
  LsnLegend *legend = LSN_LEGEND (object);

  lsn_legend_set_document (legend, NULL);
  g_clear_handle_id (&legend->refill, g_source_remove);
  g_clear_object (&legend->settings);
  lsn_template_dispose (GTK_WIDGET (legend), LSN_TYPE_LEGEND);
  G_OBJECT_CLASS (lsn_legend_parent_class)->dispose (object);
}

static void
lsn_legend_class_init (LsnLegendClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/legend.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnLegend, expander);
  gtk_widget_class_bind_template_child (widget_class, LsnLegend, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
  gtk_widget_class_install_action (widget_class, "legend.menu", NULL, popup_menu_at_focus);
  gtk_widget_class_install_action (widget_class, "legend.select", NULL, select_of_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "legend.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "legend.menu", NULL);
}

static void
lsn_legend_init (LsnLegend *legend)
{
  gtk_widget_init_template (GTK_WIDGET (legend));
  legend->settings = lsn_settings_new ();
  g_settings_bind (legend->settings, "show-legend", legend->expander, "expanded", G_SETTINGS_BIND_DEFAULT);
}

/**
 * lsn_legend_set_document:
 * @document: (nullable) (transfer none)
 */
void
lsn_legend_set_document (LsnLegend   *legend,
                         LsnDocument *document)
{
  g_return_if_fail (LSN_IS_LEGEND (legend));

  if (legend->document != NULL)
    g_signal_handlers_disconnect_by_data (lsn_document_get_map (legend->document), legend);
  g_set_object (&legend->document, document);
  if (document == NULL)
    return;
  g_signal_connect_swapped (lsn_document_get_map (document), "changed", G_CALLBACK (on_map_changed), legend);
  /* At once: filled later it would push the list above it aside, and a second frame would be needed. */
  fill (legend);
}
