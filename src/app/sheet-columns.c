/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/sheet-private.h"

/* The columns of a sheet are those of its table, as they describe themselves. */

#define KEY "liaison-column"

/* Which column of the table the view shows there. */
LsnColumn
lsn_sheet_column_of (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), KEY));
}

/* ---- cells ---- */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          LsnSheet                 *sheet)
{
  LsnColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), KEY));

  gtk_list_item_set_child (item, lsn_sheet_cell_new (sheet, item, column));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         LsnSheet                 *sheet)
{
  lsn_sheet_cell_show (LSN_SHEET_CELL (gtk_list_item_get_child (item)));
}

static GtkListItemFactory *
factory_new (LsnSheet *sheet,
             LsnColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), KEY, GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), sheet);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), sheet);
  return factory;
}

/* ---- which and how wide ---- */

/* What is kept for other programs only is no column to look at. */
static gboolean
is_readable (const LsnColumnSpec *spec)
{
  return spec->type != LSN_TYPE_XML && spec->type != LSN_TYPE_IMAGE && spec->type != LSN_TYPE_POINTS;
}

static int
usual_width (const LsnColumnSpec *spec)
{
  switch (spec->type)
    {
    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
    case LSN_TYPE_BOOLEAN:
      return 96;
    case LSN_TYPE_CHOICE:
    case LSN_TYPE_DATE:
    case LSN_TYPE_COLOUR:
      return 120;
    case LSN_TYPE_REFERENCE:
      return 168;
    case LSN_TYPE_TEXT:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
    default:
      return spec->multiline ? 240 : 184;
    }
}

/* The columns that are shown, as they stand. */
void
lsn_sheet_note_columns (LsnSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (sheet->view);

  g_array_set_size (sheet->shown, 0);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      LsnColumn column = lsn_sheet_column_of (view_column);

      g_array_append_val (sheet->shown, column);
    }
  if (sheet->shown->len == 0)
    return;
  if (lsn_sheet_place_of (sheet, sheet->cursor_column) < 0)
    sheet->cursor_column = g_array_index (sheet->shown, LsnColumn, 0);
  if (lsn_sheet_place_of (sheet, sheet->anchor_column) < 0)
    sheet->anchor_column = sheet->cursor_column;
}

static void
on_columns_changed (LsnSheet *sheet)
{
  lsn_sheet_note_columns (sheet);
  if (sheet->shown->len > 0 && sheet->rows != NULL)
    lsn_sheet_show_cells (sheet);
}

/* Shown or hidden; NULL when the view has none for it. */
GtkColumnViewColumn *
lsn_sheet_view_column (LsnSheet *sheet,
                       LsnColumn column)
{
  GListModel *columns = gtk_column_view_get_columns (sheet->view);

  for (guint i = 0; i < sheet->hidden->len; i++)
    if (lsn_sheet_column_of (g_ptr_array_index (sheet->hidden, i)) == column)
      return g_ptr_array_index (sheet->hidden, i);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);

      if (lsn_sheet_column_of (view_column) == column)
        return view_column;
    }
  return NULL;
}

/* ---- sorting ---- */

/* Before GTK 4.10 the view does not tell which column it is to be sorted by: it asks the sorters of the columns in their
 * order, so the first that is asked is that of the column, and what comes out tells whether it was turned round. */
static int
note_asked (gconstpointer a,
            gconstpointer b,
            gpointer      view_column)
{
  LsnSheet *sheet = g_object_get_data (view_column, "liaison-sheet");

  if (sheet->probed == NULL)
    sheet->probed = view_column;
  return -1;
}

static void
on_sorter_changed (LsnSheet *sheet)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  if (sheet->rows == NULL)
    return;
  sheet->probed = NULL;
  order = gtk_sorter_compare (sheet->sorter, one, other);
  sheet->sort_column = sheet->probed != NULL ? lsn_sheet_column_of (sheet->probed) : LSN_NO_COLUMN;
  sheet->descending = order == GTK_ORDERING_LARGER;
  lsn_row_list_set_sort (sheet->rows, sheet->sort_column, sheet->descending);
}

/* ---- making them ---- */

static GtkColumnViewColumn *
view_column_new (LsnSheet *sheet,
                 LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (sheet->map, sheet->table, column);
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (lsn_column_label (spec), factory_new (sheet, column));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, view_column, NULL));
  g_autoptr (GMenuModel) menu = lsn_sheet_column_menu (sheet->table, spec);

  g_object_set_data (G_OBJECT (view_column), KEY, GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (view_column), "liaison-sheet", sheet);
  g_object_set_data (G_OBJECT (view_column), "liaison-type", GUINT_TO_POINTER (spec->type));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_header_menu (view_column, menu);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, usual_width (spec));
  return view_column;
}

/* A view of GTK 4.8 that is read from right to left puts its titles in the wrong places when it has invisible columns: what is
 * hidden is kept outside of it. */
static void
append_column (LsnSheet *sheet,
               LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (sheet->map, sheet->table, column);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  if (!is_readable (spec))
    return;
  view_column = view_column_new (sheet, column);
  if (spec->hidden)
    g_ptr_array_add (sheet->hidden, g_steal_pointer (&view_column));
  else
    gtk_column_view_append_column (sheet->view, view_column);
}

static void
remove_columns (LsnSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (sheet->view);

  g_ptr_array_set_size (sheet->hidden, 0);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (sheet->view, view_column);
    }
}

/* Those of the table, for a map that is shown anew. */
void
lsn_sheet_make_columns (LsnSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (sheet->view);

  g_signal_handlers_disconnect_by_func (columns, on_columns_changed, sheet);
  remove_columns (sheet);
  for (LsnColumn column = lsn_map_next_column (sheet->map, sheet->table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (sheet->map, sheet->table, column))
    append_column (sheet, column);
  sheet->cursor_column = LSN_NO_COLUMN;
  lsn_sheet_note_columns (sheet);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (on_columns_changed), sheet, G_CONNECT_SWAPPED);
  if (sheet->sorter == NULL)
    {
      sheet->sorter = gtk_column_view_get_sorter (sheet->view);
      g_signal_connect_object (sheet->sorter, "changed", G_CALLBACK (on_sorter_changed), sheet, G_CONNECT_SWAPPED);
    }
}

/* The view goes: nothing is to be noted any longer. */
void
lsn_sheet_forget_columns (LsnSheet *sheet)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (sheet->view), sheet);
  if (sheet->sorter != NULL)
    g_signal_handlers_disconnect_by_data (sheet->sorter, sheet);
  sheet->sorter = NULL;
}

/* Columns came, went, or are called something else. */
void
lsn_sheet_update_columns (LsnSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (sheet->view);

  for (guint i = g_list_model_get_n_items (columns); i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      const LsnColumnSpec *spec = lsn_map_column_spec (sheet->map, sheet->table, lsn_sheet_column_of (view_column));

      if (spec == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view_column), "liaison-type")) != spec->type)
        gtk_column_view_remove_column (sheet->view, view_column);
      else if (g_strcmp0 (gtk_column_view_column_get_title (view_column), lsn_column_label (spec)) != 0)
        gtk_column_view_column_set_title (view_column, lsn_column_label (spec));
    }
  for (guint i = sheet->hidden->len; i-- > 0;)
    if (lsn_map_column_spec (sheet->map, sheet->table, lsn_sheet_column_of (g_ptr_array_index (sheet->hidden, i))) == NULL)
      g_ptr_array_remove_index (sheet->hidden, i);
  for (LsnColumn column = lsn_map_next_column (sheet->map, sheet->table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (sheet->map, sheet->table, column))
    if (lsn_sheet_view_column (sheet, column) == NULL)
      append_column (sheet, column);
  lsn_sheet_note_columns (sheet);
}

/* ---- what the menus do ---- */

static GtkColumnViewColumn *
by_id (LsnSheet   *sheet,
       const char *id)
{
  LsnColumn column = sheet->map != NULL ? lsn_map_find_column_by_id (sheet->map, sheet->table, id) : LSN_NO_COLUMN;

  return column != LSN_NO_COLUMN ? lsn_sheet_view_column (sheet, column) : NULL;
}

static void
sort (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  const char *id;
  gboolean descending;
  GtkColumnViewColumn *view_column;

  g_variant_get (parameter, "(&sb)", &id, &descending);
  view_column = by_id (sheet, id);
  if (view_column != NULL && lsn_sheet_place_of (sheet, lsn_sheet_column_of (view_column)) >= 0)
    gtk_column_view_sort_by_column (sheet->view, view_column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * lsn_sheet_list_columns:
 *
 * Returns: (transfer full) (element-type LsnColumn): the columns that can be shown, in the order of the table
 */
GArray *
lsn_sheet_list_columns (LsnSheet *sheet)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (LsnColumn));

  for (LsnColumn column = lsn_map_next_column (sheet->map, sheet->table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (sheet->map, sheet->table, column))
    if (lsn_sheet_view_column (sheet, column) != NULL)
      g_array_append_val (columns, column);
  return columns;
}

/* Before the first that comes after it in the table. */
static void
insert_shown (LsnSheet            *sheet,
              GtkColumnViewColumn *view_column)
{
  LsnColumn column = lsn_sheet_column_of (view_column);
  guint at = 0;

  while (at < sheet->shown->len && g_array_index (sheet->shown, LsnColumn, at) < column)
    at++;
  gtk_column_view_insert_column (sheet->view, at, view_column);
}

/**
 * lsn_sheet_show_column:
 * @column: of the table
 *
 * Returns: whether it is as @shown says: the last column that is shown stays
 */
gboolean
lsn_sheet_show_column (LsnSheet *sheet,
                       LsnColumn column,
                       gboolean  shown)
{
  GtkColumnViewColumn *found = lsn_sheet_view_column (sheet, column);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  if (found == NULL || (!shown && sheet->shown->len <= 1 && lsn_sheet_place_of (sheet, column) == 0))
    return FALSE;
  if ((lsn_sheet_place_of (sheet, column) >= 0) == shown)
    return TRUE;
  view_column = g_object_ref (found);
  if (shown)
    {
      g_ptr_array_remove (sheet->hidden, view_column);
      insert_shown (sheet, view_column);
    }
  else
    {
      g_ptr_array_add (sheet->hidden, g_object_ref (view_column));
      gtk_column_view_remove_column (sheet->view, view_column);
    }
  return TRUE;
}

static void
hide (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  GtkColumnViewColumn *view_column = by_id (sheet, g_variant_get_string (parameter, NULL));

  if (view_column != NULL)
    lsn_sheet_show_column (sheet, lsn_sheet_column_of (view_column), FALSE);
}

/* What the menus of columns do; columns are given by their ids. */
void
lsn_sheet_install_column_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "sheet.sort", "(sb)", sort);
  gtk_widget_class_install_action (class, "sheet.hide", "s", hide);
}
