/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/sheet-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/number-words.h"
#include "app/sheet-private.h"
#include "app/swatch.h"
#include "app/thumbnail.h"

#define THUMBNAIL_SIZE 20 /* pixels */
#define MOST_BYTES 300 /* of a text: more of it is never in sight */

struct _LsnSheetCell
{
  GtkWidget     parent_instance;

  GtkWidget    *swatch;  /* NULL where no kinds are shown */
  GtkWidget    *thumbnail; /* NULL where no actors are named */
  GtkInscription *text;
  LsnSheet     *sheet;   /* that owns the view */
  GtkListItem  *item;    /* that owns the cell */
  LsnColumn     column;
  guint         marks;   /* LsnCellMarks that are shown */
};

G_DEFINE_FINAL_TYPE (LsnSheetCell, lsn_sheet_cell, GTK_TYPE_WIDGET)

static const LsnColumnSpec *
spec_of (LsnSheetCell *cell)
{
  return lsn_map_column_spec (cell->sheet->map, cell->sheet->table, cell->column);
}

static gboolean
is_number (const LsnColumnSpec *spec)
{
  return spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER;
}

/* One line, and not more of it than can be seen. */
static char *
one_line (char *words)
{
  if (strlen (words) > MOST_BYTES)
    {
      char *end = g_utf8_find_prev_char (words, words + MOST_BYTES);

      *end = '\0';
    }
  return g_strdelimit (words, "\n\r\t", ' ');
}

static const char *
hint_of (LsnTable table)
{
  switch (table)
    {
    case LSN_TABLE_ACTORS:
      return _("New actor…");
    case LSN_TABLE_TIES:
      return _("New tie…");
    case LSN_TABLE_ALIASES:
    case LSN_TABLE_MAP:
    case LSN_TABLE_KINDS:
    case LSN_TABLE_NOTES:
    case LSN_TABLE_VIEWS:
    default:
      return _("New name…");
    }
}

static void
show_text (LsnSheetCell *cell)
{
  LsnSheet *sheet = cell->sheet;
  LsnRow row = lsn_sheet_cell_get_row (cell);
  g_autofree char *words = one_line (lsn_sheet_words (sheet, row, cell->column));
  gboolean hint = row == LSN_NO_ROW && *words == '\0' && lsn_sheet_place_of (sheet, cell->column) == 0 &&
                  g_hash_table_size (sheet->draft) == 0;
  const char *shown = hint ? hint_of (sheet->table) : words;

  if (g_strcmp0 (gtk_inscription_get_text (cell->text), shown) != 0)
    gtk_inscription_set_text (cell->text, shown);
  if (hint)
    gtk_widget_add_css_class (GTK_WIDGET (cell->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell->text), "dim-label");
}

static void
show_swatch (LsnSheetCell *cell)
{
  LsnRow row = lsn_sheet_cell_get_row (cell);
  LsnRow kind = row != LSN_NO_ROW ? lsn_map_get_reference (cell->sheet->map, cell->sheet->table, row, cell->column)
                                  : LSN_NO_ROW;

  lsn_swatch_set_kind (LSN_SWATCH (cell->swatch), cell->sheet->map, kind);
  gtk_widget_set_visible (cell->swatch, kind != LSN_NO_ROW);
}

static void
show_thumbnail (LsnSheetCell *cell)
{
  LsnRow row = lsn_sheet_cell_get_row (cell);

  lsn_thumbnail_set_cell (LSN_THUMBNAIL (cell->thumbnail),
                          row != LSN_NO_ROW ? lsn_map_get_text (cell->sheet->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PICTURE)
                                            : NULL);
}

static void
show_mark (LsnSheetCell *cell,
           guint         marks,
           guint         mark,
           const char   *class)
{
  if ((marks & mark) == (cell->marks & mark))
    return;
  if ((marks & mark) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (cell), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), class);
}

/* The map or the block may be another. */
void
lsn_sheet_cell_show (LsnSheetCell *cell)
{
  guint marks;

  if (!lsn_sheet_cell_is_bound (cell) || cell->sheet->map == NULL || spec_of (cell) == NULL)
    return;
  show_text (cell);
  if (cell->swatch != NULL)
    show_swatch (cell);
  if (cell->thumbnail != NULL)
    show_thumbnail (cell);
  marks = lsn_sheet_marks_of (cell->sheet, lsn_sheet_cell_get_row (cell), cell->column);
  show_mark (cell, marks, LSN_CELL_IN_BLOCK, "in-block");
  show_mark (cell, marks, LSN_CELL_CURSOR, "cursor");
  cell->marks = marks;
}

/* Whether it shows a row of its sheet, the one to be made included. */
gboolean
lsn_sheet_cell_is_bound (LsnSheetCell *cell)
{
  LsnRowItem *item = cell->item != NULL ? gtk_list_item_get_item (cell->item) : NULL;
  LsnRow row = item != NULL ? lsn_row_item_get_row (item) : LSN_NO_ROW;

  return item != NULL && (row == LSN_NO_ROW || lsn_map_has_row (lsn_row_item_get_map (item),
                                                                lsn_row_item_get_table (item), row));
}

/* LSN_NO_ROW for the one to be made; only of a cell that is bound. */
LsnRow
lsn_sheet_cell_get_row (LsnSheetCell *cell)
{
  return lsn_row_item_get_row (gtk_list_item_get_item (cell->item));
}

/* It stays the same. */
LsnColumn
lsn_sheet_cell_get_column (LsnSheetCell *cell)
{
  return cell->column;
}

/* The whole text, and the word for a number. */
static gboolean
lsn_sheet_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  LsnSheetCell *cell = LSN_SHEET_CELL (widget);
  g_autofree char *words = NULL;
  LsnRow row;

  if (!lsn_sheet_cell_is_bound (cell) || cell->sheet->map == NULL || spec_of (cell) == NULL)
    return FALSE;
  row = lsn_sheet_cell_get_row (cell);
  words = lsn_sheet_words (cell->sheet, row, cell->column);
  if (is_number (spec_of (cell)) && row != LSN_NO_ROW && *words != '\0')
    {
      g_free (words);
      words = lsn_number_in_words (spec_of (cell), lsn_map_get_number (cell->sheet->map, cell->sheet->table, row,
                                                                       cell->column));
    }
  gtk_tooltip_set_text (tooltip, words);
  return *words != '\0';
}

static void
lsn_sheet_cell_dispose (GObject *object)
{
  LsnSheetCell *cell = LSN_SHEET_CELL (object);

  if (cell->sheet != NULL)
    g_ptr_array_remove_fast (cell->sheet->cells, cell);
  cell->sheet = NULL;
  cell->item = NULL;
  g_clear_pointer (&cell->swatch, gtk_widget_unparent);
  g_clear_pointer (&cell->thumbnail, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &cell->text, gtk_widget_unparent);
  G_OBJECT_CLASS (lsn_sheet_cell_parent_class)->dispose (object);
}

static void
lsn_sheet_cell_class_init (LsnSheetCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_sheet_cell_dispose;
  widget_class->query_tooltip = lsn_sheet_cell_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheetcell");
}

static void
lsn_sheet_cell_init (LsnSheetCell *cell)
{
  cell->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_min_lines (cell->text, 1);
  gtk_inscription_set_nat_lines (cell->text, 1);
  gtk_inscription_set_text_overflow (cell->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (cell->text), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (cell->text), GTK_WIDGET (cell));
  gtk_widget_set_has_tooltip (GTK_WIDGET (cell), TRUE);
}

/**
 * lsn_sheet_cell_new:
 * @sheet: outlives the cell; knows it from now on
 * @item: (transfer none): says which row the cell shows; owns the cell
 */
GtkWidget *
lsn_sheet_cell_new (LsnSheet    *sheet,
                    GtkListItem *item,
                    LsnColumn    column)
{
  LsnSheetCell *cell = g_object_new (LSN_TYPE_SHEET_CELL, NULL);
  const LsnColumnSpec *spec;

  cell->sheet = sheet;
  cell->item = item;
  cell->column = column;
  spec = spec_of (cell);
  if (spec != NULL && is_number (spec))
    {
      /* A number has its sign before it in every script. */
      gtk_inscription_set_xalign (cell->text, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? 0 : 1);
      gtk_widget_set_direction (GTK_WIDGET (cell->text), GTK_TEXT_DIR_LTR);
    }
  if (spec != NULL && spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_KINDS)
    {
      cell->swatch = lsn_swatch_new (NULL, LSN_NO_ROW);
      gtk_widget_insert_before (cell->swatch, GTK_WIDGET (cell), GTK_WIDGET (cell->text));
      gtk_widget_set_valign (cell->swatch, GTK_ALIGN_CENTER);
    }
  if (sheet->table == LSN_TABLE_ACTORS && column == LSN_ACTOR_NAME)
    {
      cell->thumbnail = lsn_thumbnail_new (THUMBNAIL_SIZE);
      gtk_widget_insert_before (cell->thumbnail, GTK_WIDGET (cell), GTK_WIDGET (cell->text));
    }
  g_ptr_array_add (sheet->cells, cell);
  return GTK_WIDGET (cell);
}
