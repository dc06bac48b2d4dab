/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/kind-cell.h"

#include <glib/gi18n-lib.h>

#include "app/number-words.h"
#include "app/swatch.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

#define LINE_WIDTH 60 /* pixels, in which every line shows what it is */

/**
 * lsn_kind_cell_row:
 *
 * Returns: the kind that @cell is of; %LSN_NO_ROW when it is of another table, or of no or several rows
 */
LsnRow
lsn_kind_cell_row (LsnCell *cell)
{
  guint n_rows;
  const LsnRow *rows = lsn_cell_get_rows (cell, &n_rows);

  if (lsn_cell_get_table (cell) != LSN_TABLE_KINDS || n_rows != 1 ||
      !lsn_map_has_row (lsn_cell_get_map (cell), LSN_TABLE_KINDS, rows[0]))
    return LSN_NO_ROW;
  return rows[0];
}

/**
 * lsn_kind_cell_dup_text:
 *
 * Returns: (transfer full) (nullable): the text that stands in for an empty cell of a kind: its built-in name or meaning
 */
char *
lsn_kind_cell_dup_text (LsnCell *cell)
{
  LsnRow kind = lsn_kind_cell_row (cell);
  LsnColumn column = lsn_cell_get_column (cell);

  if (kind == LSN_NO_ROW || (column != LSN_KIND_NAME && column != LSN_KIND_MEANING) ||
      lsn_cell_get (cell, NULL) != LSN_CELL_EMPTY)
    return NULL;
  return g_strdup (lsn_kind_text (lsn_cell_get_map (cell), kind, column));
}

/* What readers take the cell for when it is empty, in words; NULL for nothing. */
static char *
dup_answer (LsnCell *cell,
            LsnRow   kind)
{
  LsnMap *map = lsn_cell_get_map (cell);
  const LsnColumnSpec *spec = lsn_cell_get_spec (cell);
  LsnColumn column = lsn_cell_get_column (cell);
  const char *text;
  int answer;

  if (column == LSN_KIND_BROADER)
    return lsn_kind_dup_broader_name (map, kind);
  if (column == LSN_KIND_SIGN)
    return lsn_number_in_words (spec, lsn_kind_sign (map, kind));
  if (spec->type == LSN_TYPE_BOOLEAN)
    {
      answer = lsn_kind_boolean (map, kind, column);
      return answer < 0 ? NULL : g_strdup (answer ? C_("value", "yes") : C_("value", "no"));
    }
  if (spec->type != LSN_TYPE_CHOICE && spec->type != LSN_TYPE_COLOUR)
    return NULL;
  text = lsn_kind_text (map, kind, column);
  if (text == NULL)
    return NULL;
  return g_strdup (spec->type == LSN_TYPE_CHOICE ? lsn_column_choice_label (spec, text) : text);
}

/**
 * lsn_kind_cell_dup_no_value:
 * @cell: of a kind
 *
 * Returns: (transfer full): what the empty cell is called, with what it means
 */
char *
lsn_kind_cell_dup_no_value (LsnCell *cell)
{
  LsnRow kind = lsn_kind_cell_row (cell);
  g_autofree char *answer = NULL;

  /* The cell is asked for what it would be called if it were empty: what it holds says nothing about that. */
  if (kind != LSN_NO_ROW && lsn_cell_get (cell, NULL) == LSN_CELL_EMPTY && lsn_cell_get_column (cell) < LSN_N_KIND_COLUMNS)
    answer = dup_answer (cell, kind);
  if (answer == NULL)
    /* Translators: a kind says nothing about that */
    return g_strdup (C_("value", "not set"));
  if (lsn_cell_get_column (cell) == LSN_KIND_BROADER)
    return g_steal_pointer (&answer);
  /* Translators: a kind says nothing about that itself, so that what is built in or its broader kind counts, which is %s */
  return g_strdup_printf (C_("value", "not set (%s)"), answer);
}

static gboolean
is_drawn (LsnCell *cell)
{
  LsnColumn column = lsn_cell_get_column (cell);

  return lsn_cell_get_table (cell) == LSN_TABLE_KINDS &&
         (column == LSN_KIND_SHAPE || column == LSN_KIND_SYMBOL || column == LSN_KIND_LINE);
}

/* The choice that a line of the list stands for; NULL for the empty cell. What the row itself shows has no place in the list. */
static const char *
choice_called (const LsnColumnSpec *spec,
               const char          *label)
{
  for (guint i = 0; i < spec->n_choices; i++)
    if (g_str_equal (lsn_column_choice_label (spec, spec->choices[i].id), label))
      return spec->choices[i].id;
  return NULL;
}

static void
show_sample (LsnCell     *cell,
             GtkListItem *item)
{
  LsnMap *map = lsn_cell_get_map (cell);
  GtkWidget *box = gtk_list_item_get_child (item);
  LsnSwatch *swatch = LSN_SWATCH (gtk_widget_get_first_child (box));
  const char *label = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *choice = choice_called (lsn_cell_get_spec (cell), label);
  LsnRow kind = lsn_kind_cell_row (cell);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), label);
  /* What would count in place of what the cell holds is not known. */
  lsn_swatch_set_kind (swatch, map, choice != NULL || lsn_cell_get (cell, NULL) == LSN_CELL_EMPTY ? kind : LSN_NO_ROW);
  if (choice == NULL && kind != LSN_NO_ROW)
    choice = lsn_kind_text (map, kind, lsn_cell_get_column (cell));
  lsn_swatch_set_choice (swatch, lsn_cell_get_column (cell), choice);
}

static void
bind_sample (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             LsnCell                  *cell)
{
  show_sample (cell, item);
}

/* Another kind, or another colour of it, leaves the choice where it was. */
static void
on_cell_changed (LsnCell     *cell,
                 GtkListItem *item)
{
  if (gtk_list_item_get_item (item) != NULL)
    show_sample (cell, item);
}

static void
setup_sample (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              LsnCell                  *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *swatch = lsn_swatch_new (NULL, LSN_NO_ROW);

  if (lsn_cell_get_column (cell) == LSN_KIND_LINE)
    gtk_widget_set_size_request (swatch, LINE_WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (cell, "changed", G_CALLBACK (on_cell_changed), item, 0);
}

/**
 * lsn_kind_cell_show_samples:
 * @row: the field of @cell
 *
 * Has the list of shapes, symbols or lines show each as it would be drawn for the kind. Does nothing for other columns.
 */
void
lsn_kind_cell_show_samples (LsnCell     *cell,
                            AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (!is_drawn (cell))
    return;
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_sample), cell, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_sample), cell, 0);
  adw_combo_row_set_factory (row, factory);
}
