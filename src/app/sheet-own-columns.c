/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/column-editor.h"
#include "app/sheet-private.h"
#include "model/edit.h"

/* Columns that the user adds, changes and takes away. */

static LsnColumn
own_column (LsnSheet *sheet,
            GVariant *id)
{
  LsnColumn column = sheet->map != NULL
                       ? lsn_map_find_column_by_id (sheet->map, sheet->table, g_variant_get_string (id, NULL))
                       : LSN_NO_COLUMN;

  return column != LSN_NO_COLUMN && column >= lsn_table_n_builtin (sheet->table) ? column : LSN_NO_COLUMN;
}

static void
on_made (LsnSheet *sheet,
         guint     column)
{
  if (lsn_sheet_place_of (sheet, column) >= 0)
    lsn_sheet_move_cursor (sheet, sheet->cursor_row, column, FALSE);
}

/* Below the head of the column that it is about, or of the last one. */
static GdkRectangle
place_for (LsnSheet *sheet,
           LsnColumn column)
{
  int width = gtk_widget_get_width (GTK_WIDGET (sheet));

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      LsnSheetCell *cell = g_ptr_array_index (sheet->cells, i);
      graphene_rect_t box;

      if (lsn_sheet_cell_get_column (cell) == column && gtk_widget_get_mapped (GTK_WIDGET (cell)) &&
          gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (sheet), &box))
        return (GdkRectangle) { CLAMP ((int) box.origin.x, 0, width), 0, CLAMP ((int) box.size.width, 1, 200), 28 }
      ;
    }
  return (GdkRectangle) { gtk_widget_get_direction (GTK_WIDGET (sheet)) == GTK_TEXT_DIR_RTL ? 1 : width - 2, 0, 1, 28 };
}

static void
edit (LsnSheet *sheet,
      LsnColumn column)
{
  GtkWidget *editor;
  GdkRectangle at = place_for (sheet, column);

  if (sheet->menu != NULL || sheet->map == NULL)
    return;
  lsn_sheet_end_edit (sheet);
  editor = lsn_column_editor_new (sheet->map, sheet->table, column);
  g_signal_connect_object (editor, "made", G_CALLBACK (on_made), sheet, G_CONNECT_SWAPPED);
  lsn_sheet_pop_up (sheet, editor, &at);
}

static void
add_column (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  edit (LSN_SHEET (widget), LSN_NO_COLUMN);
}

static void
edit_column (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnColumn column = own_column (LSN_SHEET (widget), parameter);

  if (column != LSN_NO_COLUMN)
    edit (LSN_SHEET (widget), column);
}

static void
remove_column (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  LsnColumn column = own_column (sheet, parameter);
  g_autofree char *sentence = NULL;

  if (column == LSN_NO_COLUMN)
    return;
  /* Translators: %s is the name of a column */
  sentence = g_strdup_printf (_("Column “%s” deleted"),
                              lsn_column_label (lsn_map_column_spec (sheet->map, sheet->table, column)));
  lsn_map_begin (sheet->map, _("Delete Column"), NULL);
  lsn_map_remove_column (sheet->map, sheet->table, column, NULL);
  lsn_map_commit (sheet->map);
  lsn_sheet_say (sheet, sentence, TRUE);
}

/* What the menus do with columns of the user's own, given by their ids. */
void
lsn_sheet_install_own_column_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "sheet.add-column", NULL, add_column);
  gtk_widget_class_install_action (class, "sheet.edit-column", "s", edit_column);
  gtk_widget_class_install_action (class, "sheet.remove-column", "s", remove_column);
}
