/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/dates.h"
#include "app/field.h"
#include "app/kind-cell.h"

/* Texts of one line and of several, and what is typed as a text and checked: dates in words, numbers. */

static void on_entry_changed (GtkEditable *row);

static GtkWidget *
mixed_mark (void)
{
  GtkWidget *label = gtk_label_new (lsn_field_row_mixed ());

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
set_text (GtkEditable *editable,
          const char  *text,
          GCallback    handler)
{
  if (g_strcmp0 (gtk_editable_get_text (editable), text) == 0)
    return;
  g_signal_handlers_block_matched (editable, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, handler, NULL);
  gtk_editable_set_text (editable, text);
  g_signal_handlers_unblock_matched (editable, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, handler, NULL);
}

static void
show_mark (LsnCell   *cell,
           GtkWidget *row)
{
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "mixed"), lsn_cell_get (cell, NULL) == LSN_CELL_MIXED);
}

static GtkWidget *
entry_row (LsnCell  *cell,
           GCallback show)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *mark = mixed_mark ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), mark);
  g_object_set_data (G_OBJECT (row), "mixed", mark);
  lsn_field_row_attach (row, cell, show);
  return row;
}

/* Who has just emptied a text sees nothing come back before going elsewhere. */
static char *
text_to_show (LsnCell   *cell,
              GtkWidget *row)
{
  g_autofree char *text = lsn_cell_dup_text (cell);
  g_autofree char *stand_in = lsn_kind_cell_dup_text (cell);

  if (*text != '\0' || stand_in == NULL || gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return g_steal_pointer (&text);
  return g_steal_pointer (&stand_in);
}

/* What stands in for an empty cell is not written into it. */
static void
take_text (LsnCell    *cell,
           const char *text)
{
  g_autofree char *stand_in = lsn_kind_cell_dup_text (cell);

  lsn_cell_set_text (cell, g_strcmp0 (text, stand_in) == 0 ? "" : text);
}

static void
on_text_leave (GtkEventControllerFocus *controller,
               LsnCell                 *cell)
{
  lsn_cell_refresh (cell);
}

/* Shows a text that stands in for an empty cell again when the row is left. */
static void
follow_leaving (GtkWidget *row,
                LsnCell   *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_text_leave), cell, 0);
  gtk_widget_add_controller (row, focus);
}

static void
show_text (LsnCell   *cell,
           GtkWidget *row)
{
  g_autofree char *text = text_to_show (cell, row);

  set_text (GTK_EDITABLE (row), text, G_CALLBACK (on_entry_changed));
  show_mark (cell, row);
}

static void
on_entry_changed (GtkEditable *row)
{
  take_text (lsn_field_row_get_cell (GTK_WIDGET (row)), gtk_editable_get_text (row));
}

/**
 * lsn_text_field_new:
 *
 * Returns: (transfer floating): a row with a text of one line, taken over as it is typed
 */
GtkWidget *
lsn_text_field_new (LsnCell *cell)
{
  GtkWidget *row = entry_row (cell, G_CALLBACK (show_text));

  g_signal_connect (row, "changed", G_CALLBACK (on_entry_changed), NULL);
  follow_leaving (row, cell);
  return row;
}

static void
on_buffer_changed (GtkTextBuffer *buffer,
                   GtkWidget     *row)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  take_text (lsn_field_row_get_cell (row), text);
}

static void
show_note (LsnCell   *cell,
           GtkWidget *row)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (row), "buffer");
  g_autofree char *text = text_to_show (cell, row);
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  if (g_strcmp0 (text, shown) != 0)
    {
      g_signal_handlers_block_by_func (buffer, on_buffer_changed, row);
      gtk_text_buffer_set_text (buffer, text, -1);
      g_signal_handlers_unblock_by_func (buffer, on_buffer_changed, row);
    }
  show_mark (cell, row);
}

static GtkWidget *
note_heading (LsnCell   *cell,
              GtkWidget *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (lsn_column_label (lsn_cell_get_spec (cell)));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

/**
 * lsn_note_field_new:
 *
 * Returns: (transfer floating): a row with a text of several lines
 */
GtkWidget *
lsn_note_field_new (LsnCell *cell)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *mark = mixed_mark ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "field-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lsn_column_label (lsn_cell_get_spec (cell)), -1);
  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), note_heading (cell, mark));
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "mixed", mark);
  g_object_set_data (G_OBJECT (row), "buffer", buffer);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), row, 0);
  lsn_field_row_attach (row, cell, G_CALLBACK (show_note));
  follow_leaving (row, cell);
  return row;
}

static gboolean
is_end (LsnCell *cell)
{
  return lsn_column_is_end (lsn_cell_get_spec (cell));
}

static char *
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%F");
}

/* What was typed, as the cell reads it; NULL when it is not understood. */
static char *
typed_value (LsnCell    *cell,
             const char *text)
{
  g_autofree char *now = NULL;
  char *iso = NULL;

  if (lsn_cell_get_spec (cell)->type != LSN_TYPE_DATE)
    return g_strdup (text);
  now = today ();
  return lsn_date_from_words (text, is_end (cell), now, &iso) ? iso : NULL;
}

static gboolean
typed_is_valid (LsnCell    *cell,
                const char *text)
{
  g_autofree char *value = typed_value (cell, text);
  LsnValue parsed;

  return value != NULL &&
         (*value == '\0' || lsn_map_parse_cell (lsn_cell_get_map (cell), lsn_cell_get_table (cell),
                                                lsn_cell_get_column (cell), value, &parsed, NULL));
}

static void
on_typed_changed (GtkEditable *row)
{
  LsnCell *cell = lsn_field_row_get_cell (GTK_WIDGET (row));

  if (typed_is_valid (cell, gtk_editable_get_text (row)))
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
show_typed (LsnCell   *cell,
            GtkWidget *row)
{
  g_autofree char *text = lsn_cell_dup_text (cell);
  g_autofree char *shown = lsn_cell_get_spec (cell)->type == LSN_TYPE_DATE && *text != '\0'
                             ? lsn_date_to_words (text, is_end (cell)) : g_strdup (text);

  /* What is being typed stays until the cell itself is another. */
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "shown"), shown) != 0)
    {
      set_text (GTK_EDITABLE (row), shown, G_CALLBACK (on_typed_changed));
      gtk_widget_remove_css_class (row, "error");
      g_object_set_data_full (G_OBJECT (row), "shown", g_steal_pointer (&shown), g_free);
    }
  show_mark (cell, row);
}

static void
show_typed_again (GtkWidget *row)
{
  g_object_set_data (G_OBJECT (row), "shown", NULL);
  show_typed (lsn_field_row_get_cell (row), row);
}

static const char *
date_examples (LsnCell *cell)
{
  return is_end (cell) ? _("For example 2021, March 2021, the end of 2021, 2021-03-04")
                       : _("For example 2021, March 2021, 4 March 2021, 2021-03-04");
}

static void
refuse_date (LsnCell    *cell,
             const char *text)
{
  g_autofree char *sentence = NULL;

  if (is_end (cell))
    /* Translators: %s is what somebody typed where a date belongs */
    sentence = g_strdup_printf (_("“%s” is not a date. Type for example 2021, March 2021, the end of 2021 or 2021-03-04."),
                                text);
  else
    /* Translators: %s is what somebody typed where a date belongs */
    sentence = g_strdup_printf (_("“%s” is not a date. Type for example 2021, March 2021, 4 March 2021 or 2021-03-04."),
                                text);
  lsn_cell_refuse (cell, sentence);
}

static void
on_typed_apply (GtkWidget *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *value = typed_value (cell, text);

  if (value == NULL)
    refuse_date (cell, text);
  if (value == NULL || !lsn_cell_set_text (cell, value))
    return;
  lsn_cell_end_gesture (cell);
  show_typed_again (row);
}

static void
on_typed_leave (GtkEventControllerFocus *controller,
                GtkWidget               *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *value = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "shown"), text) == 0)
    return;
  if (typed_is_valid (cell, text))
    {
      on_typed_apply (row);
      return;
    }
  value = typed_value (cell, text);
  if (value == NULL)
    refuse_date (cell, text);
  show_typed_again (row);
}

/* An entry of dates says what it understands as long as one types in it. */
static void
on_date_enter (GtkEventControllerFocus *controller,
               GtkWidget               *row)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  g_autofree char *title = NULL;

  /* Translators: above an entry of dates: %s is its name, such as "Since" */
  title = g_strdup_printf (_("%s: such as March 2021, 2021-03-04"), lsn_column_label (lsn_cell_get_spec (cell)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

/**
 * lsn_typed_field_new:
 *
 * Returns: (transfer floating): a row whose text is checked while it is typed and taken over by Enter, or on leaving it
 */
GtkWidget *
lsn_typed_field_new (LsnCell *cell)
{
  GtkWidget *row = entry_row (cell, G_CALLBACK (show_typed));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (lsn_cell_get_spec (cell)->type == LSN_TYPE_DATE)
    {
      gtk_widget_set_tooltip_text (row, date_examples (cell));
      g_signal_connect (focus, "enter", G_CALLBACK (on_date_enter), row);
    }
  g_signal_connect (row, "changed", G_CALLBACK (on_typed_changed), NULL);
  g_signal_connect (row, "entry-activated", G_CALLBACK (on_typed_apply), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (on_typed_leave), row);
  gtk_widget_add_controller (row, focus);
  return row;
}
