/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/field.h"
#include "app/kind-cell.h"
#include "app/row-chooser.h"
#include "app/swatch.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

/* Another row: a kind, a container, an end of a tie. */

static char *
name_of (LsnCell *cell,
         LsnRow   row)
{
  LsnMap *map = lsn_cell_get_map (cell);
  LsnTable table = lsn_cell_get_spec (cell)->refers_to;

  if (!lsn_map_has_row (map, table, row))
    return lsn_field_row_dup_no_value (cell);
  return lsn_row_display_name (map, table, row);
}

/* Whether the kinds to choose from are those of ties. */
static gboolean
is_of_ties (LsnCell *cell)
{
  if (lsn_cell_get_table (cell) == LSN_TABLE_KINDS)
    return lsn_kind_is_of_tie (lsn_cell_get_map (cell), lsn_kind_cell_row (cell));
  return lsn_cell_get_table (cell) == LSN_TABLE_TIES;
}

static LsnRow
swatch_kind (LsnCell *cell,
             LsnRow   row)
{
  LsnMap *map = lsn_cell_get_map (cell);
  LsnTable table = lsn_cell_get_spec (cell)->refers_to;

  if (table == LSN_TABLE_KINDS)
    return row;
  if (table == LSN_TABLE_ACTORS && row != LSN_NO_ROW)
    return lsn_map_get_reference (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND);
  return LSN_NO_ROW;
}

static void
show_reference (LsnCell   *cell,
                GtkWidget *row)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "label");
  LsnSwatch *swatch = g_object_get_data (G_OBJECT (row), "swatch");
  LsnValue value;
  LsnCellState state = lsn_cell_get (cell, &value);
  LsnRow to = state == LSN_CELL_SHARED ? value.row : LSN_NO_ROW;
  LsnRow kind = swatch_kind (cell, to);
  g_autofree char *name = state == LSN_CELL_MIXED ? g_strdup (lsn_field_row_mixed ()) : name_of (cell, to);

  gtk_label_set_text (label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), name);
  lsn_swatch_set_kind (swatch, lsn_cell_get_map (cell), kind);
  gtk_widget_set_visible (GTK_WIDGET (swatch), kind != LSN_NO_ROW);
}

static void
on_chosen (LsnRowChooser *chooser,
           guint          to,
           GtkWidget     *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);

  lsn_cell_end_gesture (cell);
  lsn_cell_set (cell, lsn_value_reference (to));
}

/* A kind of its own for the rows, made and given to them in one step; then it is said what it is. */
static void
on_new_kind (LsnRowChooser *chooser,
             const char    *name,
             GtkWidget     *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  LsnMap *map = lsn_cell_get_map (cell);
  LsnRow kind;

  lsn_cell_end_gesture (cell);
  lsn_map_begin (map, C_("undo", "New Kind"), NULL);
  kind = lsn_kind_add (map, is_of_ties (cell), name, NULL);
  if (kind == LSN_NO_ROW || !lsn_cell_set (cell, lsn_value_reference (kind)))
    {
      lsn_map_rollback (map);
      return;
    }
  lsn_map_commit (map);
  gtk_widget_activate_action (row, "win.edit-kind", "s", lsn_map_row_id (map, LSN_TABLE_KINDS, kind));
}

static GtkWidget *
chooser_of (LsnCell   *cell,
            GtkWidget *row)
{
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  GtkWidget *chooser = lsn_row_chooser_new ();
  gboolean of_kind = lsn_cell_get_table (cell) == LSN_TABLE_KINDS;
  g_autofree char *none = spec->on_remove != LSN_ON_REMOVE_CLEAR ? NULL
                          : of_kind ? g_strdup (C_("value", "not set")) : lsn_field_row_dup_no_value (cell);

  if (spec->refers_to == LSN_TABLE_KINDS)
    {
      lsn_row_chooser_set_kinds (LSN_ROW_CHOOSER (chooser), lsn_cell_get_map (cell), is_of_ties (cell), none);
      lsn_row_chooser_set_can_make (LSN_ROW_CHOOSER (chooser), !of_kind);
      g_signal_connect (chooser, "new-kind", G_CALLBACK (on_new_kind), row);
    }
  else
    lsn_row_chooser_set_table (LSN_ROW_CHOOSER (chooser), lsn_cell_get_map (cell), spec->refers_to, none);
  return chooser;
}

/**
 * lsn_reference_field_new:
 *
 * Returns: (transfer floating): a row that finds another row of the map by typing
 */
GtkWidget *
lsn_reference_field_new (LsnCell *cell)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = lsn_swatch_new (NULL, LSN_NO_ROW);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *chooser = chooser_of (cell, row);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "swatch", swatch);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), row);
  lsn_field_row_attach (row, cell, G_CALLBACK (show_reference));
  return row;
}
