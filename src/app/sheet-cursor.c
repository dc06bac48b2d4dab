/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/sheet-private.h"

/* The cursor of a sheet, and how it goes together with what is selected in the window. */

/* The list inside of the view has the action, and the view does not hand it on. */
static void
scroll_down_to (LsnSheet *sheet,
                guint     position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (sheet->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/* Of the columns those in any row tell where they are. */
static gboolean
scroll_across_to (LsnSheet *sheet,
                  LsnColumn column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (sheet->scroller);
  double width = gtk_widget_get_width (GTK_WIDGET (sheet->view));

  for (guint i = 0; i < sheet->cells->len; i++)
    {
      LsnSheetCell *cell = g_ptr_array_index (sheet->cells, i);
      graphene_rect_t box;

      if (lsn_sheet_cell_get_column (cell) != column || !gtk_widget_get_mapped (GTK_WIDGET (cell)) ||
          gtk_widget_get_width (GTK_WIDGET (cell)) <= 0 ||
          !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (sheet->view), &box))
        continue;
      if (box.origin.x < 0 || box.size.width > width)
        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + box.origin.x);
      else if (box.origin.x + box.size.width > width)
        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + box.origin.x + box.size.width - width);
      return TRUE;
    }
  return FALSE;
}

/* A column that has just come has no cells before the next frame is laid out. */
static gboolean
on_frame (GtkWidget     *view,
          GdkFrameClock *clock,
          gpointer       data)
{
  LsnSheet *sheet = data;

  if (sheet->map == NULL || sheet->n_frames == 0 || --sheet->n_frames > 0)
    return sheet->map != NULL && sheet->n_frames > 0;
  scroll_across_to (sheet, sheet->cursor_column);
  return G_SOURCE_REMOVE;
}

static void
reveal_column (LsnSheet *sheet)
{
  if (scroll_across_to (sheet, sheet->cursor_column) || sheet->n_frames > 0)
    return;
  sheet->n_frames = 3;
  gtk_widget_add_tick_callback (GTK_WIDGET (sheet->view), on_frame, sheet, NULL);
}

/* ---- the two selections ---- */

/* The view shows the rows that the document has selected. */
void
lsn_sheet_mark_rows (LsnSheet *sheet)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (sheet->rows)));
  guint n_rows;
  const LsnRow *rows;

  if (sheet->table != LSN_TABLE_ACTORS && sheet->table != LSN_TABLE_TIES)
    return;
  rows = lsn_selection_rows (sheet->selection, sheet->table, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      guint position = lsn_row_list_find (sheet->rows, rows[i]);

      if (position != G_MAXUINT)
        gtk_bitset_add (selected, position);
    }
  gtk_selection_model_set_selection (sheet->marked, selected, mask);
}

/* The rows of the block; those that bear the other names of the block. */
static void
select_block (LsnSheet *sheet)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint across[2], down[2];

  lsn_sheet_get_block (sheet, down, across);
  for (guint i = down[0]; i <= down[1]; i++)
    {
      LsnRow row = lsn_row_list_get_row (sheet->rows, i);

      if (row != LSN_NO_ROW && sheet->table == LSN_TABLE_ALIASES)
        row = lsn_map_get_reference (sheet->map, LSN_TABLE_ALIASES, row, LSN_ALIAS_ACTOR);
      if (row != LSN_NO_ROW)
        g_array_append_val (rows, row);
    }

  sheet->syncing = TRUE;
  if (sheet->table == LSN_TABLE_TIES)
    lsn_selection_set (sheet->selection, NULL, 0, (LsnRow *) (gpointer) rows->data, rows->len);
  else
    lsn_selection_set (sheet->selection, (LsnRow *) (gpointer) rows->data, rows->len, NULL, 0);
  lsn_sheet_mark_rows (sheet);
  sheet->syncing = FALSE;
}

/* Moves nothing but the cursor and, unless it extends the block, the anchor. */
void
lsn_sheet_set_cursor (LsnSheet *sheet,
                      LsnRow    row,
                      LsnColumn column,
                      gboolean  extend)
{
  sheet->cursor_row = row;
  sheet->cursor_column = column;
  sheet->cursor_position = lsn_sheet_position (sheet, row);
  if (!extend)
    {
      sheet->anchor_row = row;
      sheet->anchor_column = column;
    }
}

/* Brings the cursor into view, when the sheet is seen. */
void
lsn_sheet_reveal_cursor (LsnSheet *sheet)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (sheet)))
    return;
  scroll_down_to (sheet, lsn_sheet_position (sheet, sheet->cursor_row));
  reveal_column (sheet);
}

/**
 * lsn_sheet_move_cursor:
 * @row: that is shown, or %LSN_NO_ROW for the one to be made
 * @column: that is shown
 * @extend: whether the block goes on from where it began
 *
 * Selects the rows of the block, and brings the cursor into view.
 */
void
lsn_sheet_move_cursor (LsnSheet *sheet,
                       LsnRow    row,
                       LsnColumn column,
                       gboolean  extend)
{
  lsn_sheet_end_edit (sheet);
  lsn_sheet_set_cursor (sheet, row, column, extend);
  select_block (sheet);
  lsn_sheet_show_cells (sheet);
  lsn_sheet_reveal_cursor (sheet);
}

/* Somebody else has selected something: the cursor goes there, unless it is amid it. */
void
lsn_sheet_follow_selection (LsnSheet *sheet)
{
  LsnTable table;
  LsnRow row;
  guint n_rows;
  const LsnRow *rows;

  if (sheet->syncing || (sheet->table != LSN_TABLE_ACTORS && sheet->table != LSN_TABLE_TIES))
    return;
  lsn_sheet_mark_rows (sheet);
  rows = lsn_selection_rows (sheet->selection, sheet->table, &n_rows);
  if (n_rows == 0)
    return;
  if (!lsn_selection_get_focus (sheet->selection, &table, &row) || table != sheet->table)
    row = rows[0];
  if (lsn_row_list_find (sheet->rows, row) == G_MAXUINT)
    return;
  if (row != sheet->cursor_row)
    lsn_sheet_end_edit (sheet);
  lsn_sheet_set_cursor (sheet, row, sheet->cursor_column, FALSE);
  lsn_sheet_show_cells (sheet);
  lsn_sheet_reveal_cursor (sheet);
}

/* Rows came, went or stand elsewhere: the cursor stays with its row, or at its place when that is gone. */
void
lsn_sheet_keep_cursor (LsnSheet *sheet)
{
  guint n_rows = lsn_row_list_n_rows (sheet->rows);

  if (lsn_sheet_position (sheet, sheet->cursor_row) == G_MAXUINT)
    lsn_sheet_set_cursor (sheet, lsn_row_list_get_row (sheet->rows, MIN (sheet->cursor_position, n_rows)), sheet->cursor_column,
                          FALSE);
  if (lsn_sheet_position (sheet, sheet->anchor_row) == G_MAXUINT)
    sheet->anchor_row = sheet->cursor_row;
  sheet->cursor_position = lsn_sheet_position (sheet, sheet->cursor_row);
}
