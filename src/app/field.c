/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/field.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/kind-cell.h"

static void
on_leave (GtkEventControllerFocus *controller,
          LsnCell                 *cell)
{
  lsn_cell_end_gesture (cell);
}

/**
 * lsn_field_row_attach:
 * @row: the row of the inspector; takes a reference on @cell
 * @show: (scope forever): called as `void show (LsnCell *cell, GtkWidget *row)` whenever the cell may be another
 */
void
lsn_field_row_attach (GtkWidget *row,
                      LsnCell   *cell,
                      GCallback  show)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data_full (G_OBJECT (row), "cell", g_object_ref (cell), g_object_unref);
  g_signal_connect_object (cell, "changed", show, row, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), cell, 0);
  gtk_widget_add_controller (row, focus);
}

/**
 * lsn_field_row_get_cell:
 *
 * Returns: (transfer none): the cell that @row was attached to
 */
LsnCell *
lsn_field_row_get_cell (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "cell");
}

/* Whether an empty cell means that the kind of the tie decides. */
static gboolean
is_as_its_kind (LsnCell *cell)
{
  LsnColumn column = lsn_cell_get_column (cell);

  return lsn_cell_get_table (cell) == LSN_TABLE_TIES && (column == LSN_TIE_DIRECTION || column == LSN_TIE_SIGN);
}

/**
 * lsn_field_row_dup_no_value:
 *
 * Returns: (transfer full): what an empty cell of that column is called
 */
char *
lsn_field_row_dup_no_value (LsnCell *cell)
{
  if (lsn_cell_get_table (cell) == LSN_TABLE_KINDS)
    return lsn_kind_cell_dup_no_value (cell);
  if (lsn_cell_get_table (cell) == LSN_TABLE_ACTORS && lsn_cell_get_column (cell) == LSN_ACTOR_PARENT)
    /* Translators: what an actor is inside of, when it is in no other */
    return g_strdup (C_("container", "nothing"));
  if (lsn_cell_get_table (cell) == LSN_TABLE_NOTES)
    /* Translators: a note on the map that says nothing of its own in a field, such as its colour or what it is about */
    return g_strdup (C_("note", "none"));
  if (is_as_its_kind (cell))
    /* Translators: a tie that says no direction or sign of its own has those of its kind */
    return g_strdup (C_("value", "as its kind"));
  return g_strdup (C_("value", "not known"));
}

const char *
lsn_field_row_mixed (void)
{
  /* Translators: the selected rows have several values in this field */
  return C_("value", "several values");
}

static gboolean
is_bounded (const LsnColumnSpec *spec)
{
  return isfinite (spec->min) && isfinite (spec->max);
}

/* A question is a sentence: in one line its end is not seen. */
static gboolean
is_long (LsnCell *cell)
{
  return lsn_cell_get_spec (cell)->multiline ||
         (lsn_cell_get_table (cell) == LSN_TABLE_MAP && lsn_cell_get_column (cell) == LSN_MAP_QUESTION);
}

static void
show_computed (LsnCell   *cell,
               GtkWidget *row)
{
  g_autofree char *text = lsn_cell_dup_text (cell);
  g_autofree char *escaped = NULL;

  switch (lsn_cell_get (cell, NULL))
    {
    case LSN_CELL_EMPTY:
      escaped = lsn_field_row_dup_no_value (cell);
      break;
    case LSN_CELL_MIXED:
      escaped = g_strdup (lsn_field_row_mixed ());
      break;
    case LSN_CELL_SHARED:
    default:
      escaped = g_markup_escape_text (text, -1);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

/**
 * lsn_computed_field_new:
 *
 * Returns: (transfer floating): a row that only shows
 */
GtkWidget *
lsn_computed_field_new (LsnCell *cell)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  lsn_field_row_attach (row, cell, G_CALLBACK (show_computed));
  return row;
}

/**
 * lsn_field_row_new:
 *
 * Returns: (transfer floating) (nullable): the right row for the column of @cell; %NULL for what is not shown as a field
 */
GtkWidget *
lsn_field_row_new (LsnCell *cell)
{
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);

  if (spec->hidden)
    return NULL;
  if (spec->computed)
    return lsn_computed_field_new (cell);
  switch (spec->type)
    {
    case LSN_TYPE_TEXT:
      return is_long (cell) ? lsn_note_field_new (cell) : lsn_text_field_new (cell);
    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
      return is_bounded (spec) ? lsn_slider_field_new (cell) : lsn_typed_field_new (cell);
    case LSN_TYPE_BOOLEAN:
    case LSN_TYPE_CHOICE:
      return lsn_choice_field_new (cell);
    case LSN_TYPE_DATE:
      return lsn_typed_field_new (cell);
    case LSN_TYPE_COLOUR:
      return lsn_colour_field_new (cell);
    case LSN_TYPE_REFERENCE:
      return lsn_reference_field_new (cell);
    case LSN_TYPE_IMAGE:
      return lsn_image_field_new (cell);
    case LSN_TYPE_POINTS:
    case LSN_TYPE_XML:
    default:
      return NULL;
    }
}
