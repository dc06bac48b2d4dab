/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/sheet-private.h"

#include <glib/gi18n-lib.h>

#include "app/cell-words.h"
#include "app/template.h"
#include "canvas/focus-child.h"
#include "model/changes.h"
#include "model/kinds.h"

G_DEFINE_FINAL_TYPE (LsnSheet, lsn_sheet, GTK_TYPE_WIDGET)

enum { MESSAGE, N_SIGNALS };
enum { PROP_0, PROP_N_ROWS, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

/* Has the window say it. */
void
lsn_sheet_say (LsnSheet   *sheet,
               const char *sentence,
               gboolean    can_undo)
{
  g_signal_emit (sheet, signals[MESSAGE], 0, sentence, can_undo);
}

/* ---- where things are ---- */

/* Of a row, or of the one to be made; G_MAXUINT when it is not shown. */
guint
lsn_sheet_position (LsnSheet *sheet,
                    LsnRow    row)
{
  return row == LSN_NO_ROW ? lsn_row_list_n_rows (sheet->rows) : lsn_row_list_find (sheet->rows, row);
}

/* Of a column among those that are shown; -1 when it is not. */
int
lsn_sheet_place_of (LsnSheet *sheet,
                    LsnColumn column)
{
  for (guint i = 0; i < sheet->shown->len; i++)
    if (g_array_index (sheet->shown, LsnColumn, i) == column)
      return (int) i;
  return -1;
}

static void
in_order (guint a,
          guint b,
          guint range[2])
{
  range[0] = MIN (a, b);
  range[1] = MAX (a, b);
}

/* The first and the last row and column of the block, by their places. */
void
lsn_sheet_get_block (LsnSheet *sheet,
                     guint     rows[2],
                     guint     columns[2])
{
  guint at = lsn_sheet_position (sheet, sheet->cursor_row), from = lsn_sheet_position (sheet, sheet->anchor_row);
  int place = MAX (lsn_sheet_place_of (sheet, sheet->cursor_column), 0);
  int from_place = lsn_sheet_place_of (sheet, sheet->anchor_column);

  in_order (at, from == G_MAXUINT ? at : from, rows);
  in_order ((guint) place, (guint) (from_place < 0 ? place : from_place), columns);
}

/* The cells of the block. @rows holds the rows, and must outlive what is returned. */
LsnCells
lsn_sheet_block_cells (LsnSheet *sheet,
                       GArray  **rows)
{
  guint across[2], down[2];

  lsn_sheet_get_block (sheet, down, across);
  *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  for (guint i = down[0]; i <= down[1]; i++)
    {
      LsnRow row = lsn_row_list_get_row (sheet->rows, i);

      g_array_append_val (*rows, row);
    }
  return (LsnCells) { sheet->map, sheet->table, (const LsnRow *) (gpointer) (*rows)->data, (*rows)->len,
                      &g_array_index (sheet->shown, LsnColumn, across[0]), across[1] - across[0] + 1 };
}

guint
lsn_sheet_marks_of (LsnSheet *sheet,
                    LsnRow    row,
                    LsnColumn column)
{
  guint across[2], down[2], marks = 0, position = lsn_sheet_position (sheet, row);
  int place = lsn_sheet_place_of (sheet, column);

  if (row == sheet->cursor_row && column == sheet->cursor_column)
    marks |= LSN_CELL_CURSOR;
  lsn_sheet_get_block (sheet, down, across);
  if ((down[0] != down[1] || across[0] != across[1]) && position >= down[0] && position <= down[1] &&
      place >= (int) across[0] && place <= (int) across[1])
    marks |= LSN_CELL_IN_BLOCK;
  return marks;
}

/* What a cell says, also one of the row to be made. Transfer full. */
char *
lsn_sheet_words (LsnSheet *sheet,
                 LsnRow    row,
                 LsnColumn column)
{
  LsnSheetDraft *draft;

  if (row != LSN_NO_ROW)
    return lsn_cell_words (sheet->map, sheet->table, row, column);
  draft = g_hash_table_lookup (sheet->draft, GUINT_TO_POINTER (column));
  if (draft == NULL)
    return g_strdup ("");
  return lsn_value_words (sheet->map, lsn_map_column_spec (sheet->map, sheet->table, column), draft->value);
}

LsnSheetCell *
lsn_sheet_find_cell (LsnSheet *sheet,
                     LsnRow    row,
                     LsnColumn column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      LsnSheetCell *cell = g_ptr_array_index (sheet->cells, i);

      if (lsn_sheet_cell_get_column (cell) == column && lsn_sheet_cell_is_bound (cell) &&
          lsn_sheet_cell_get_row (cell) == row && gtk_widget_get_mapped (GTK_WIDGET (cell)))
        return cell;
    }
  return NULL;
}

/* ---- what is shown ---- */

static char *
row_name (LsnSheet *sheet,
          LsnRow    row)
{
  switch (sheet->table)
    {
    case LSN_TABLE_ACTORS:
      return lsn_actor_display_name (sheet->map, row);
    case LSN_TABLE_TIES:
      return lsn_tie_sentence (sheet->map, row);
    case LSN_TABLE_ALIASES:
    case LSN_TABLE_MAP:
    case LSN_TABLE_KINDS:
    case LSN_TABLE_NOTES:
    case LSN_TABLE_VIEWS:
    default:
      return lsn_cell_words (sheet->map, sheet->table, row, LSN_ALIAS_TEXT);
    }
}

/* For who does not see the cursor: the column, the cell, and whose it is. */
static void
say_cursor (LsnSheet *sheet)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (sheet->map, sheet->table, sheet->cursor_column);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (spec == NULL)
    return;
  words = lsn_sheet_words (sheet, sheet->cursor_row, sheet->cursor_column);
  name = sheet->cursor_row != LSN_NO_ROW ? row_name (sheet, sheet->cursor_row) : g_strdup (_("New row"));
  /* Translators: what a screen reader says of a cell of a table: the name of the column, what the cell holds, whose it is:
   * "Power: 0.7. Qatar" */
  sentence = g_strdup_printf (C_("cell", "%1$s: %2$s. %3$s"), lsn_column_label (spec),
                              *words != '\0' ? words : C_("value", "not known"), name);
  lsn_focus_child_set_label (LSN_FOCUS_CHILD (sheet->focus), sentence);
}

/* The map, the block or the draft is another. O(cells in sight). */
void
lsn_sheet_show_cells (LsnSheet *sheet)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    lsn_sheet_cell_show (g_ptr_array_index (sheet->cells, i));
  say_cursor (sheet);
  gtk_widget_queue_allocate (GTK_WIDGET (sheet->overlay));
}

/* ---- following the map ---- */

static void
on_items_changed (LsnSheet *sheet)
{
  lsn_sheet_keep_cursor (sheet);
  lsn_sheet_mark_rows (sheet);
  lsn_sheet_show_cells (sheet);
  g_object_notify_by_pspec (G_OBJECT (sheet), properties[PROP_N_ROWS]);
}

static void
on_map_changed (LsnMap     *map,
                LsnChanges *changes,
                LsnSheet   *sheet)
{
  if (sheet->editor != NULL && sheet->edited_row != LSN_NO_ROW && !lsn_map_has_row (map, sheet->table, sheet->edited_row))
    lsn_sheet_end_edit (sheet);
  if (lsn_changes_columns (changes, sheet->table))
    lsn_sheet_update_columns (sheet);
  lsn_sheet_keep_cursor (sheet);
  lsn_sheet_show_cells (sheet);
}

static void
on_shown (LsnSheet *sheet)
{
  lsn_row_list_set_filter (sheet->rows, lsn_canvas_get_filter (sheet->canvas));
  on_items_changed (sheet);
}

/* The view makes its cells as soon as it has a model, also where nobody sees them: it gets one when it is first seen. */
static void
on_map (LsnSheet *sheet)
{
  if (sheet->rows == NULL)
    return;
  if (gtk_column_view_get_model (sheet->view) != sheet->marked)
    gtk_column_view_set_model (sheet->view, sheet->marked);
  lsn_sheet_mark_rows (sheet);
  lsn_sheet_show_cells (sheet);
  lsn_sheet_reveal_cursor (sheet);
}

static void
forget (LsnSheet *sheet)
{
  if (sheet->document == NULL)
    return;
  lsn_sheet_end_edit (sheet);
  g_signal_handlers_disconnect_by_data (sheet->map, sheet);
  g_signal_handlers_disconnect_by_data (sheet->selection, sheet);
  g_signal_handlers_disconnect_by_data (sheet->canvas, sheet);
  g_signal_handlers_disconnect_by_data (sheet->rows, sheet);
  if (sheet->view != NULL)
    gtk_column_view_set_model (sheet->view, NULL);
  g_hash_table_remove_all (sheet->draft);
  g_clear_object (&sheet->marked);
  g_clear_object (&sheet->rows);
  sheet->selection = NULL;
  sheet->canvas = NULL;
  sheet->map = NULL;
  g_clear_object (&sheet->document);
}

static void
follow (LsnSheet *sheet)
{
  g_signal_connect_object (sheet->rows, "items-changed", G_CALLBACK (on_items_changed), sheet,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (sheet->map, "changed", G_CALLBACK (on_map_changed), sheet);
  g_signal_connect_swapped (sheet->selection, "changed", G_CALLBACK (lsn_sheet_follow_selection), sheet);
  g_signal_connect_swapped (sheet->canvas, "shown", G_CALLBACK (on_shown), sheet);
}

/**
 * lsn_sheet_set_document:
 * @document: (nullable) (transfer none): whose rows
 * @canvas: (nullable): whose filter counts here too, and which finds places for new actors
 */
void
lsn_sheet_set_document (LsnSheet    *sheet,
                        LsnDocument *document,
                        LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_SHEET (sheet));

  forget (sheet);
  if (document == NULL)
    return;
  sheet->document = g_object_ref (document);
  sheet->map = lsn_document_get_map (document);
  sheet->selection = lsn_document_get_selection (document);
  sheet->canvas = canvas;
  sheet->rows = lsn_row_list_new (sheet->map, sheet->table);
  lsn_row_list_set_nested (sheet->rows, FALSE);
  lsn_row_list_set_blank (sheet->rows, TRUE);
  sheet->marked = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (sheet->rows))));
  lsn_sheet_make_columns (sheet);
  lsn_sheet_set_cursor (sheet, lsn_row_list_get_row (sheet->rows, 0), g_array_index (sheet->shown, LsnColumn, 0), FALSE);
  follow (sheet);
  on_shown (sheet);
  lsn_sheet_follow_selection (sheet);
  if (gtk_widget_get_mapped (GTK_WIDGET (sheet)))
    on_map (sheet);
}

/**
 * lsn_sheet_go_to:
 * @column: %LSN_NO_COLUMN for that of the cursor
 *
 * Puts the cursor there, when that row is shown, and a column that is.
 */
void
lsn_sheet_go_to (LsnSheet *sheet,
                 LsnRow    row,
                 LsnColumn column)
{
  g_return_if_fail (LSN_IS_SHEET (sheet));

  if (sheet->rows == NULL || lsn_sheet_position (sheet, row) == G_MAXUINT)
    return;
  if (column == LSN_NO_COLUMN || lsn_sheet_place_of (sheet, column) < 0)
    column = sheet->cursor_column;
  lsn_sheet_move_cursor (sheet, row, column, FALSE);
}

/* How many rows are shown, the one to be made left out. */
guint
lsn_sheet_n_rows (LsnSheet *sheet)
{
  return sheet->rows != NULL ? lsn_row_list_n_rows (sheet->rows) : 0;
}

/* Borrowed; NULL without a document. */
LsnMap *
lsn_sheet_get_map (LsnSheet *sheet)
{
  return sheet->map;
}

/* Which table it shows. */
LsnTable
lsn_sheet_get_table (LsnSheet *sheet)
{
  return sheet->table;
}

/* Whether the column is in sight, or would be if it were scrolled to. */
gboolean
lsn_sheet_shows_column (LsnSheet *sheet,
                        LsnColumn column)
{
  return lsn_sheet_place_of (sheet, column) >= 0;
}

/* New actors get places near the middle of what the canvas shows. */
void
lsn_sheet_place_new (const LsnRow *actors,
                     guint         n_actors,
                     gpointer      sheet)
{
  lsn_canvas_put_new (LSN_SHEET (sheet)->canvas, actors, n_actors);
}

/* ---- the widget ---- */

static gboolean
on_child_position (GtkOverlay   *overlay,
                   GtkWidget    *child,
                   GdkRectangle *at,
                   LsnSheet     *sheet)
{
  gboolean edits = child == sheet->editor;
  LsnSheetCell *cell;
  graphene_rect_t box;
  int width, height;

  if (sheet->map == NULL)
    return FALSE;
  cell = lsn_sheet_find_cell (sheet, edits ? sheet->edited_row : sheet->cursor_row,
                              edits ? sheet->edited_column : sheet->cursor_column);
  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (overlay), &box))
    sheet->edited_at = (GdkRectangle) { (int) box.origin.x, (int) box.origin.y, (int) box.size.width,
                                        (int) box.size.height }
  ;
  *at = sheet->edited_at;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, edits ? NULL : &width, edits ? &width : NULL, NULL, NULL);
  at->width = CLAMP (MAX (at->width, width), 1, MAX (gtk_widget_get_width (GTK_WIDGET (overlay)), 1));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, at->width, &height, NULL, NULL, NULL);
  if (height > at->height)
    at->y -= edits && height < 2 * at->height ? (height - at->height) / 2 : 0;
  at->height = MAX (at->height, height);
  at->x = CLAMP (at->x, 0, MAX (gtk_widget_get_width (GTK_WIDGET (overlay)) - at->width, 0));
  at->y = CLAMP (at->y, 0, MAX (gtk_widget_get_height (GTK_WIDGET (overlay)) - at->height, 0));
  return TRUE;
}

static gboolean
lsn_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LSN_SHEET (widget)->focus);
}

static void
lsn_sheet_get_property (GObject    *object,
                        guint       property,
                        GValue     *value,
                        GParamSpec *pspec)
{
  g_assert (property == PROP_N_ROWS);
  g_value_set_uint (value, lsn_sheet_n_rows (LSN_SHEET (object)));
}

static void
lsn_sheet_dispose (GObject *object)
{
  LsnSheet *sheet = LSN_SHEET (object);

  forget (sheet);
  if (sheet->view != NULL)
    lsn_sheet_forget_columns (sheet);
  sheet->view = NULL;
  lsn_template_dispose (GTK_WIDGET (sheet), LSN_TYPE_SHEET);
  G_OBJECT_CLASS (lsn_sheet_parent_class)->dispose (object);
}

static void
lsn_sheet_finalize (GObject *object)
{
  LsnSheet *sheet = LSN_SHEET (object);

  g_ptr_array_unref (sheet->cells);
  g_ptr_array_unref (sheet->hidden);
  g_array_unref (sheet->shown);
  g_hash_table_unref (sheet->draft);
  G_OBJECT_CLASS (lsn_sheet_parent_class)->finalize (object);
}

static void
lsn_sheet_class_init (LsnSheetClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = lsn_sheet_get_property;
  object_class->dispose = lsn_sheet_dispose;
  object_class->finalize = lsn_sheet_finalize;
  widget_class->grab_focus = lsn_sheet_grab_focus;

  properties[PROP_N_ROWS] =
    g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MESSAGE] = g_signal_new ("message", LSN_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnSheet, overlay);
  gtk_widget_class_bind_template_child (widget_class, LsnSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, LsnSheet, view);
  gtk_widget_class_bind_template_callback (widget_class, on_child_position);
  lsn_sheet_install_column_actions (widget_class);
  lsn_sheet_install_own_column_actions (widget_class);
  lsn_sheet_install_clipboard_actions (widget_class);
  lsn_sheet_install_menu_actions (widget_class);
}

static void
free_draft (gpointer data)
{
  g_free (((LsnSheetDraft *) data)->text);
  g_free (data);
}

static void
lsn_sheet_init (LsnSheet *sheet)
{
  sheet->cells = g_ptr_array_new ();
  sheet->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  sheet->shown = g_array_new (FALSE, FALSE, sizeof (LsnColumn));
  sheet->draft = g_hash_table_new_full (NULL, NULL, NULL, free_draft);
  sheet->tab_column = LSN_NO_COLUMN;
  sheet->sort_column = LSN_NO_COLUMN;
  gtk_widget_init_template (GTK_WIDGET (sheet));

  /* The cursor is the sheet's own: nothing in the view takes the keyboard. */
  gtk_widget_set_can_focus (GTK_WIDGET (sheet->view), FALSE);
  sheet->focus = lsn_focus_child_new ();
  gtk_overlay_add_overlay (sheet->overlay, sheet->focus);
  g_signal_connect (sheet, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (sheet->scroller), "value-changed",
                            G_CALLBACK (gtk_widget_queue_allocate), sheet->overlay);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (sheet->scroller), "value-changed",
                            G_CALLBACK (gtk_widget_queue_allocate), sheet->overlay);
  lsn_sheet_add_keys (sheet);
  lsn_sheet_add_pointer (sheet);
}

/* Transfer floating; of one table for all its life. */
GtkWidget *
lsn_sheet_new (LsnTable table)
{
  LsnSheet *sheet = g_object_new (LSN_TYPE_SHEET, NULL);

  sheet->table = table;
  return GTK_WIDGET (sheet);
}
