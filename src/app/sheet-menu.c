/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/condition-tests.h"
#include "app/sheet-private.h"
#include "canvas/context-menu.h"
#include "canvas/menu-names.h"
#include "canvas/remove-later.h"

/* What can be done with the block, at hand. */

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static gboolean
has_tests (LsnTable             table,
           const LsnColumnSpec *spec)
{
  return (table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES) && lsn_column_has_tests (spec);
}

/**
 * lsn_sheet_column_menu:
 *
 * Returns: (transfer full): what can be done with a column
 */
GMenuModel *
lsn_sheet_column_menu (LsnTable             table,
                       const LsnColumnSpec *spec)
{
  GMenu *menu = g_menu_new (), *order = g_menu_new (), *look = g_menu_new (), *own = g_menu_new ();

  append_item (order, _("Sort _Ascending"), "sheet.sort", g_variant_new ("(sb)", spec->id, FALSE));
  append_item (order, _("Sort _Descending"), "sheet.sort", g_variant_new ("(sb)", spec->id, TRUE));
  if (has_tests (table, spec))
    append_item (look, _("Filter b_y This Column…"), "win.filter-column", g_variant_new ("(ss)", lsn_table_id (table), spec->id));
  append_item (look, _("_Hide Column"), "sheet.hide", g_variant_new ("s", spec->id));
  append_item (own, _("_Add Column…"), "sheet.add-column", NULL);
  /* A user's own has no other label than its name. */
  if (spec->label == NULL)
    {
      append_item (own, _("_Rename or Change…"), "sheet.edit-column", g_variant_new ("s", spec->id));
      append_item (own, _("Delete _Column"), "sheet.remove-column", g_variant_new ("s", spec->id));
    }
  append_section (menu, order);
  append_section (menu, look);
  append_section (menu, own);
  return G_MENU_MODEL (menu);
}

static const char *
delete_label (LsnTable table)
{
  if (table == LSN_TABLE_ACTORS)
    return _("_Delete Actors");
  return table == LSN_TABLE_TIES ? _("_Delete Ties") : _("_Delete Names");
}

static gboolean
can_filter (LsnSheet *sheet)
{
  return sheet->cursor_row != LSN_NO_ROW &&
         has_tests (sheet->table, lsn_map_column_spec (sheet->map, sheet->table, sheet->cursor_column));
}

/* What the cells of the block say in the column of the cursor. */
static void
filter_by_value (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  g_autoptr (GArray) rows = NULL;
  LsnCells cells;
  guint n_rows;

  if (sheet->map == NULL || !can_filter (sheet))
    return;
  cells = lsn_sheet_block_cells (sheet, &rows);
  /* The last row is to be made. */
  n_rows = cells.n_rows > 0 && cells.rows[cells.n_rows - 1] == LSN_NO_ROW ? cells.n_rows - 1 : cells.n_rows;
  lsn_canvas_add_condition (sheet->canvas, lsn_condition_of_cells (sheet->map, sheet->table, sheet->cursor_column, cells.rows,
                                                                   n_rows, g_str_equal (name, "sheet.hide-value")));
}

static GMenuModel *
block_menu (LsnSheet *sheet)
{
  GMenu *menu = g_menu_new (), *clipboard = g_menu_new (), *cells = g_menu_new (), *rows = g_menu_new ();
  GMenu *filter = g_menu_new ();
  g_autoptr (GMenuModel) column = lsn_sheet_column_menu (sheet->table, lsn_map_column_spec (sheet->map, sheet->table,
                                                                                            sheet->cursor_column));

  append_item (clipboard, _("Cu_t"), "sheet.cut", NULL);
  append_item (clipboard, _("_Copy"), "sheet.copy", NULL);
  append_item (clipboard, _("_Paste"), "sheet.paste", NULL);
  append_item (cells, _("_Fill Down"), "sheet.fill-down", NULL);
  append_item (cells, _("_Empty Cells"), "sheet.empty", NULL);
  append_item (rows, delete_label (sheet->table), "sheet.delete", NULL);
  if (can_filter (sheet))
    {
      append_item (filter, _("Show _Only This Value"), "sheet.show-only", NULL);
      append_item (filter, _("Hide Th_is Value"), "sheet.hide-value", NULL);
    }
  append_section (menu, clipboard);
  append_section (menu, cells);
  append_section (menu, filter);
  append_section (menu, rows);
  g_menu_append_section (menu, NULL, column);
  return G_MENU_MODEL (menu);
}

/* The item that was chosen is done a little later, through the parent of the menu. */
static void
on_closed (GtkPopover *menu,
           LsnSheet   *sheet)
{
  if (sheet->menu == GTK_WIDGET (menu))
    sheet->menu = NULL;
  gtk_widget_grab_focus (sheet->focus);
  lsn_widget_remove_later (GTK_WIDGET (menu), G_PRIORITY_DEFAULT);
}

/**
 * lsn_sheet_pop_up:
 * @popover: (transfer floating): goes when it is closed
 * @at: in the sheet: what it points to
 */
void
lsn_sheet_pop_up (LsnSheet           *sheet,
                  GtkWidget          *popover,
                  const GdkRectangle *at)
{
  sheet->menu = popover;
  if (GTK_IS_POPOVER_MENU (popover))
    lsn_context_menu_place (GTK_POPOVER (popover), GTK_WIDGET (sheet));
  else
    gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (popover, GTK_WIDGET (sheet));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), sheet);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * lsn_sheet_pop_up_menu:
 *
 * At the cursor.
 */
void
lsn_sheet_pop_up_menu (LsnSheet *sheet)
{
  g_autoptr (GMenuModel) model = block_menu (sheet);
  LsnSheetCell *cell = lsn_sheet_find_cell (sheet, sheet->cursor_row, sheet->cursor_column);
  GdkRectangle at = { 0, 0, 1, 1 };
  graphene_rect_t box;
  GtkWidget *menu;

  if (sheet->menu != NULL)
    return;
  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (sheet), &box))
    at = (GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height }
  ;
  menu = gtk_popover_menu_new_from_model (model);
  lsn_menu_name_items (menu);
  lsn_sheet_pop_up (sheet, menu, &at);
}

static void
delete_rows (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lsn_sheet_delete_rows (LSN_SHEET (widget));
}

/* What the menu has that nothing else does. */
void
lsn_sheet_install_menu_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "sheet.delete", NULL, delete_rows);
  gtk_widget_class_install_action (class, "sheet.show-only", NULL, filter_by_value);
  gtk_widget_class_install_action (class, "sheet.hide-value", NULL, filter_by_value);
}
