/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/sheet-private.h"

#define LEAST_WIDTH 24
#define MOST_WIDTH 4000

/* How a sheet was last looked at: the order of its columns, how wide they are, which are hidden, and what it is sorted by. */

static const char *
id_of (LsnSheet *sheet,
       LsnColumn column)
{
  return lsn_map_column_spec (sheet->map, sheet->table, column)->id;
}

static void
keep_columns (LsnSheet   *sheet,
              GKeyFile   *keys,
              const char *group)
{
  guint n_shown = sheet->shown->len, n_hidden = sheet->hidden->len;
  g_autofree const char **shown = g_new0 (const char *, n_shown + 1);
  g_autofree const char **hidden = g_new0 (const char *, n_hidden + 1);
  g_autofree int *widths = g_new0 (int, n_shown + 1);

  for (guint i = 0; i < n_shown; i++)
    {
      LsnColumn column = g_array_index (sheet->shown, LsnColumn, i);

      shown[i] = id_of (sheet, column);
      widths[i] = gtk_column_view_column_get_fixed_width (lsn_sheet_view_column (sheet, column));
    }
  for (guint i = 0; i < n_hidden; i++)
    hidden[i] = id_of (sheet, lsn_sheet_column_of (g_ptr_array_index (sheet->hidden, i)));
  g_key_file_set_string_list (keys, group, "columns", shown, n_shown);
  g_key_file_set_integer_list (keys, group, "widths", widths, n_shown);
  g_key_file_set_string_list (keys, group, "hidden", hidden, n_hidden);
}

/**
 * lsn_sheet_keep_look:
 * @keys: gets a group of the name of the table
 */
void
lsn_sheet_keep_look (LsnSheet *sheet,
                     GKeyFile *keys)
{
  const char *group = lsn_table_id (sheet->table);

  if (sheet->map == NULL)
    return;
  g_key_file_remove_group (keys, group, NULL);
  keep_columns (sheet, keys, group);
  if (sheet->sort_column == LSN_NO_COLUMN || lsn_map_column_spec (sheet->map, sheet->table, sheet->sort_column) == NULL)
    return;
  g_key_file_set_string (keys, group, "sort", id_of (sheet, sheet->sort_column));
  g_key_file_set_boolean (keys, group, "descending", sheet->descending);
}

static GtkColumnViewColumn *
column_by_id (LsnSheet   *sheet,
              const char *id)
{
  LsnColumn column = lsn_map_find_column_by_id (sheet->map, sheet->table, id);

  return column != LSN_NO_COLUMN ? lsn_sheet_view_column (sheet, column) : NULL;
}

static void
restore_sort (LsnSheet *sheet,
              GKeyFile *keys)
{
  const char *group = lsn_table_id (sheet->table);
  g_autofree char *id = g_key_file_get_string (keys, group, "sort", NULL);
  GtkColumnViewColumn *view_column = id != NULL ? column_by_id (sheet, id) : NULL;

  if (view_column != NULL && lsn_sheet_place_of (sheet, lsn_sheet_column_of (view_column)) < 0)
    view_column = NULL;
  gtk_column_view_sort_by_column (sheet->view, view_column,
                                  g_key_file_get_boolean (keys, group, "descending", NULL) ? GTK_SORT_DESCENDING
                                                                                          : GTK_SORT_ASCENDING);
}

static void
restore_hidden (LsnSheet   *sheet,
                GKeyFile   *keys,
                const char *group)
{
  g_auto (GStrv) hidden = g_key_file_get_string_list (keys, group, "hidden", NULL, NULL);

  for (guint i = 0; hidden != NULL && hidden[i] != NULL; i++)
    {
      GtkColumnViewColumn *view_column = column_by_id (sheet, hidden[i]);

      if (view_column != NULL)
        lsn_sheet_show_column (sheet, lsn_sheet_column_of (view_column), FALSE);
    }
}

/**
 * lsn_sheet_restore_look:
 * @keys: what lsn_sheet_keep_look () wrote, or anything
 *
 * Columns that are not told of stay as they are, at the end.
 */
void
lsn_sheet_restore_look (LsnSheet *sheet,
                        GKeyFile *keys)
{
  const char *group = lsn_table_id (sheet->table);
  gsize n_widths = 0;
  g_auto (GStrv) shown = g_key_file_get_string_list (keys, group, "columns", NULL, NULL);
  g_autofree int *widths = g_key_file_get_integer_list (keys, group, "widths", &n_widths, NULL);
  guint place = 0;

  if (sheet->map == NULL)
    return;
  for (guint i = 0; shown != NULL && shown[i] != NULL; i++)
    {
      GtkColumnViewColumn *view_column = column_by_id (sheet, shown[i]);

      if (view_column == NULL)
        continue;
      lsn_sheet_show_column (sheet, lsn_sheet_column_of (view_column), TRUE);
      gtk_column_view_insert_column (sheet->view, place++, view_column);
      if (i < n_widths && widths[i] >= LEAST_WIDTH && widths[i] <= MOST_WIDTH)
        gtk_column_view_column_set_fixed_width (view_column, widths[i]);
    }
  restore_hidden (sheet, keys, group);
  restore_sort (sheet, keys);
}
