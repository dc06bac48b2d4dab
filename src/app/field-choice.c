/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/field.h"
#include "app/kind-cell.h"
#include "model/kinds.h"

/* One of few values, or not known: choices, and yes or no. The first entry of the list is "not known"; where the selected
 * rows differ a last one says so as long as they do. */

static guint
n_values (const LsnColumnSpec *spec)
{
  if (lsn_column_is_flag (spec))
    return 1;
  return spec->type == LSN_TYPE_BOOLEAN ? 2 : spec->n_choices;
}

static const char *
value_label (const LsnColumnSpec *spec,
             guint                index)
{
  if (spec->type == LSN_TYPE_BOOLEAN)
    return index == 0 ? C_("value", "yes") : C_("value", "no");
  return lsn_column_choice_label (spec, spec->choices[index].id);
}

static LsnValue
value_at (const LsnColumnSpec *spec,
          guint                index)
{
  if (spec->type == LSN_TYPE_BOOLEAN)
    return lsn_value_boolean (index == 0);
  return lsn_value_text (spec->choices[index].id);
}

/* Its index from 1, 0 for not known. */
static guint
position_of (const LsnColumnSpec *spec,
             LsnValue             value)
{
  for (guint i = 0; i < n_values (spec); i++)
    if (lsn_value_equal (value_at (spec, i), value))
      return i + 1;
  return 0;
}

static void
on_selected (AdwComboRow *row)
{
  LsnCell *cell = lsn_field_row_get_cell (GTK_WIDGET (row));
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  guint position = adw_combo_row_get_selected (row);

  if (position > n_values (spec))
    return;
  lsn_cell_end_gesture (cell);
  lsn_cell_set (cell, position == 0 ? LSN_EMPTY : value_at (spec, position - 1));
}

/* What is drawn where the tie says nothing itself: shown when it is the same for all that are selected. */
static char *
no_value_label (LsnCell *cell)
{
  g_autofree char *plain = lsn_field_row_dup_no_value (cell);
  guint n_rows;
  const LsnRow *ties = lsn_cell_get_rows (cell, &n_rows);
  LsnDirection direction;

  if (lsn_column_is_flag (lsn_cell_get_spec (cell)))
    return g_strdup (C_("value", "no"));
  if (lsn_cell_get_table (cell) != LSN_TABLE_TIES || lsn_cell_get_column (cell) != LSN_TIE_DIRECTION || n_rows == 0 ||
      lsn_cell_get (cell, NULL) != LSN_CELL_EMPTY)
    return g_steal_pointer (&plain);

  direction = lsn_tie_direction (lsn_cell_get_map (cell), ties[0]);
  for (guint i = 1; i < n_rows; i++)
    if (lsn_tie_direction (lsn_cell_get_map (cell), ties[i]) != direction)
      return g_steal_pointer (&plain);
  return g_strdup (direction == LSN_DIRECTION_NONE ? C_("value", "as its kind (no direction)")
                                                   : C_("value", "as its kind (one way)"));
}

/* A new text only when it is another, as the list would lose what is selected in it. */
static void
show_no_value (GtkStringList *labels,
               LsnCell       *cell)
{
  g_autofree char *text = no_value_label (cell);
  const char *first[] = { text, NULL };

  if (g_strcmp0 (gtk_string_list_get_string (labels, 0), text) != 0)
    gtk_string_list_splice (labels, 0, 1, first);
}

/* Only what holds others can be collapsed. */
static gboolean
applies (LsnCell *cell)
{
  guint n_rows;
  const LsnRow *actors = lsn_cell_get_rows (cell, &n_rows);

  if (lsn_cell_get_table (cell) != LSN_TABLE_ACTORS || lsn_cell_get_column (cell) != LSN_ACTOR_COLLAPSED)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    if (lsn_map_has_row (lsn_cell_get_map (cell), LSN_TABLE_ACTORS, actors[i]) &&
        lsn_map_is_container (lsn_cell_get_map (cell), actors[i]))
      return TRUE;
  return FALSE;
}

static void
show_choice (LsnCell   *cell,
             GtkWidget *row)
{
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
  guint n = n_values (spec) + 1;
  LsnValue value;
  gboolean mixed = lsn_cell_get (cell, &value) == LSN_CELL_MIXED;
  const char *mark[] = { lsn_field_row_mixed (), NULL };

  gtk_widget_set_visible (row, applies (cell));
  g_signal_handlers_block_by_func (row, on_selected, NULL);
  show_no_value (labels, cell);
  if (mixed && g_list_model_get_n_items (G_LIST_MODEL (labels)) == n)
    gtk_string_list_splice (labels, n, 0, mark);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), mixed ? n : position_of (spec, value));
  if (!mixed && g_list_model_get_n_items (G_LIST_MODEL (labels)) > n)
    gtk_string_list_remove (labels, n);
  g_signal_handlers_unblock_by_func (row, on_selected, NULL);
}

/**
 * lsn_choice_field_new:
 *
 * Returns: (transfer floating): a row with a list of values to choose from
 */
GtkWidget *
lsn_choice_field_new (LsnCell *cell)
{
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *plain = lsn_column_is_flag (spec) ? g_strdup (C_("value", "no")) : lsn_field_row_dup_no_value (cell);

  gtk_string_list_append (labels, plain);
  for (guint i = 0; i < n_values (spec); i++)
    gtk_string_list_append (labels, value_label (spec, i));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (spec));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  lsn_kind_cell_show_samples (cell, ADW_COMBO_ROW (row));
  lsn_field_row_attach (row, cell, G_CALLBACK (show_choice));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_selected), NULL);
  return row;
}
