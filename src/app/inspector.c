/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/field.h"
#include "canvas/marks.h"
#include "model/changes.h"
#include "model/edit.h"
#include "model/kinds.h"
#include "model/notes.h"

struct _LsnInspector
{
  GtkWidget        parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel          *heading;
  GtkLabel          *sentence;
  GtkWidget         *pinned;         /* says how many of the selected actors are pinned, when any is */
  GtkImage          *pin;
  GtkLabel          *pinned_label;
  GtkBox            *which;          /* actors, ties or notes, when several of them are selected */
  GtkToggleButton   *actors_button;
  GtkToggleButton   *ties_button;
  GtkToggleButton   *notes_button;
  GtkBox            *groups;

  LsnDocument       *document;
  LsnTable           table;          /* of the fields that are there */
  GPtrArray         *cells;          /* LsnCell, one per field */
};

G_DEFINE_FINAL_TYPE (LsnInspector, lsn_inspector, GTK_TYPE_WIDGET)

enum { MESSAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static LsnMap *
map_of (LsnInspector *inspector)
{
  return lsn_document_get_map (inspector->document);
}

static guint
n_selected (LsnInspector *inspector,
            LsnTable      table)
{
  return lsn_selection_n_rows (lsn_document_get_selection (inspector->document), table);
}

static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES, LSN_TABLE_NOTES };

static GtkToggleButton *
button_of (LsnInspector *inspector,
           LsnTable      table)
{
  return table == LSN_TABLE_ACTORS ? inspector->actors_button : table == LSN_TABLE_TIES ? inspector->ties_button
                                                                                       : inspector->notes_button;
}

/* The one that is asked for, when rows of it are selected, else the first of which some are. */
static LsnTable
wanted_table (LsnInspector *inspector)
{
  LsnTable wanted = LSN_TABLE_MAP;

  for (guint i = G_N_ELEMENTS (tables); i-- > 0;)
    if (n_selected (inspector, tables[i]) > 0)
      {
        if (gtk_toggle_button_get_active (button_of (inspector, tables[i])))
          return tables[i];
        wanted = tables[i];
      }
  return wanted;
}

/* A choice of what there are fields for, when rows of several tables are selected. */
static void
show_which (LsnInspector *inspector)
{
  guint n_tables = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gboolean any = n_selected (inspector, tables[i]) > 0;

      gtk_widget_set_visible (GTK_WIDGET (button_of (inspector, tables[i])), any);
      n_tables += any;
    }
  gtk_widget_set_visible (GTK_WIDGET (inspector->which), n_tables > 1);
  if (n_tables > 1)
    gtk_toggle_button_set_active (button_of (inspector, inspector->table), TRUE);
}

static void
on_refused (LsnInspector *inspector,
            const char   *sentence)
{
  g_signal_emit (inspector, signals[MESSAGE], 0, sentence);
}

/* The group of the inspector that bears @title, a new one when there is none yet. */
static AdwPreferencesGroup *
group_called (LsnInspector *inspector,
              const char   *title)
{
  GtkWidget *group;

  for (group = gtk_widget_get_first_child (GTK_WIDGET (inspector->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    if (g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), title) == 0)
      return ADW_PREFERENCES_GROUP (group);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (inspector->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static const char *
group_title (LsnMap   *map,
             LsnTable  table,
             LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  const char *title = lsn_column_group (spec);

  if (title != NULL)
    return title;
  return column < lsn_table_n_builtin (table) ? "" : _("Own Fields");
}

static void
append_field (LsnInspector *inspector,
              LsnTable      table,
              LsnColumn     column)
{
  LsnMap *map = map_of (inspector);
  g_autoptr (LsnCell) cell = lsn_cell_new (map, table, column);
  GtkWidget *row = lsn_field_row_new (cell);

  if (row == NULL)
    return;
  adw_preferences_group_add (group_called (inspector, group_title (map, table, column)), row);
  lsn_field_menu_attach (row, GTK_WIDGET (inspector));
  g_signal_connect_object (cell, "refused", G_CALLBACK (on_refused), inspector, G_CONNECT_SWAPPED);
  g_ptr_array_add (inspector->cells, g_steal_pointer (&cell));
}

static void
clear_fields (LsnInspector *inspector)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (inspector->groups))) != NULL)
    gtk_box_remove (inspector->groups, child);
  g_ptr_array_set_size (inspector->cells, 0);
}

static void
build_fields (LsnInspector *inspector,
              LsnTable      table)
{
  LsnMap *map = map_of (inspector);

  clear_fields (inspector);
  inspector->table = table;
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    append_field (inspector, table, column);
}

static void
point_cells (LsnInspector *inspector)
{
  LsnRow the_row = lsn_map_the_row (map_of (inspector));
  const LsnRow *rows = &the_row;
  guint n_rows = 1;

  if (inspector->table != LSN_TABLE_MAP)
    rows = lsn_selection_rows (lsn_document_get_selection (inspector->document), inspector->table, &n_rows);
  for (guint i = 0; i < inspector->cells->len; i++)
    lsn_cell_set_rows (inspector->cells->pdata[i], rows, n_rows);
}

static char *
heading_text (LsnInspector *inspector,
              char        **sentence)
{
  LsnMap *map = map_of (inspector);
  const LsnRow *rows;
  guint n;

  *sentence = NULL;
  if (inspector->table == LSN_TABLE_MAP)
    {
      *sentence = g_strdup (lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_QUESTION));
      return lsn_document_dup_title (inspector->document);
    }
  rows = lsn_selection_rows (lsn_document_get_selection (inspector->document), inspector->table, &n);
  if (inspector->table == LSN_TABLE_ACTORS)
    {
      if (n != 1)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n), n);
      *sentence = lsn_actor_summary (map, rows[0]);
      return lsn_actor_display_name (map, rows[0]);
    }
  if (inspector->table == LSN_TABLE_NOTES)
    {
      if (n != 1)
        /* Translators: %u is how many notes, callouts and frames are selected */
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n), n);
      *sentence = lsn_note_sentence (map, rows[0]);
      return lsn_note_display_name (map, rows[0]);
    }
  if (n != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n), n);
  *sentence = lsn_tie_sentence (map, rows[0]);
  return g_strdup (C_("tie", "Tie"));
}

/* How many actors are selected and pinned while the fields are of actors. */
static guint
count_pinned (LsnInspector *inspector)
{
  guint n, n_pinned = 0;
  const LsnRow *rows = lsn_selection_rows (lsn_document_get_selection (inspector->document), LSN_TABLE_ACTORS, &n);

  for (guint i = 0; i < n && inspector->table == LSN_TABLE_ACTORS; i++)
    n_pinned += lsn_map_get_boolean (map_of (inspector), LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_PINNED) == 1;
  return n_pinned;
}

static void
show_pinned (LsnInspector *inspector)
{
  guint n = n_selected (inspector, LSN_TABLE_ACTORS), n_pinned = count_pinned (inspector);
  g_autofree char *some = NULL;

  gtk_widget_set_visible (inspector->pinned, n_pinned > 0);
  if (n_pinned == 0)
    return;
  if (gtk_image_get_paintable (inspector->pin) == NULL)
    {
      g_autoptr (GdkTexture) pin = lsn_marks_pin (gtk_widget_get_scale_factor (GTK_WIDGET (inspector)));

      gtk_image_set_from_paintable (inspector->pin, GDK_PAINTABLE (pin));
    }
  if (n_pinned < n)
    /* Translators: %1$u of the %2$u selected actors, which are always several: "2 of 5 actors are pinned" */
    some = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u actors is pinned", "%1$u of %2$u actors are pinned",
                                         n_pinned), n_pinned, n);
  gtk_label_set_text (inspector->pinned_label, some != NULL ? some : _("Pinned"));
}

static void
show_heading (LsnInspector *inspector)
{
  g_autofree char *sentence = NULL;
  g_autofree char *heading = heading_text (inspector, &sentence);

  gtk_label_set_text (inspector->heading, heading);
  gtk_label_set_text (inspector->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (inspector->sentence), sentence != NULL);
  show_pinned (inspector);
  show_which (inspector);
}

static void
show_selection (LsnInspector *inspector)
{
  LsnTable table;

  if (inspector->document == NULL)
    return;
  table = wanted_table (inspector);
  if (table != inspector->table || inspector->cells->len == 0)
    {
      build_fields (inspector, table);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (inspector->scroller), 0);
    }
  point_cells (inspector);
  show_heading (inspector);
}

static void
on_map_changed (LsnInspector *inspector,
                LsnChanges   *changes)
{
  if (lsn_changes_columns (changes, inspector->table))
    clear_fields (inspector);
  if (!lsn_changes_only_places (changes))
    show_selection (inspector);
}

static void
on_which_toggled (GtkToggleButton *button,
                  LsnInspector    *inspector)
{
  /* the one before says that it is no longer chosen when none is yet */
  if (gtk_toggle_button_get_active (button))
    show_selection (inspector);
}

static void
forget (LsnInspector *inspector)
{
  if (inspector->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (map_of (inspector), inspector);
  g_signal_handlers_disconnect_by_data (lsn_document_get_selection (inspector->document), inspector);
  g_clear_object (&inspector->document);
}

static void
lsn_inspector_dispose (GObject *object)
{
  LsnInspector *inspector = LSN_INSPECTOR (object);

  forget (inspector);
  g_clear_pointer (&inspector->cells, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (inspector), LSN_TYPE_INSPECTOR);
  G_OBJECT_CLASS (lsn_inspector_parent_class)->dispose (object);
}

static void
lsn_inspector_class_init (LsnInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_inspector_dispose;

  signals[MESSAGE] = g_signal_new ("message", LSN_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, sentence);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, pinned);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, pin);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, pinned_label);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, which);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, actors_button);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, ties_button);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, notes_button);
  gtk_widget_class_bind_template_child (widget_class, LsnInspector, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_which_toggled);
}

static void
lsn_inspector_init (LsnInspector *inspector)
{
  inspector->cells = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (inspector));
}

/**
 * lsn_inspector_set_document:
 * @document: (nullable) (transfer none): whose selection to show
 */
void
lsn_inspector_set_document (LsnInspector *inspector,
                            LsnDocument  *document)
{
  g_return_if_fail (LSN_IS_INSPECTOR (inspector));

  forget (inspector);
  clear_fields (inspector);
  if (document == NULL)
    return;
  inspector->document = g_object_ref (document);
  g_signal_connect_swapped (lsn_document_get_map (document), "changed", G_CALLBACK (on_map_changed), inspector);
  g_signal_connect_swapped (lsn_document_get_selection (document), "changed", G_CALLBACK (show_selection), inspector);
  show_selection (inspector);
}
