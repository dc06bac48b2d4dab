/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cell-paste.h"
#include "app/sheet-private.h"

/* Blocks of cells go to spreadsheets and come from them: as text with tabs, and as a table of HTML, which they take without
 * asking how to read it. What LibreOffice writes with tabs has lost the lines inside of its cells, but for its own format. */

#define TSV_OF_LIBREOFFICE "application/x-libreoffice-tsvc"
#define MOST_ROWS 200000

/* ---- out ---- */

static void
set_clipboard (LsnSheet       *sheet,
               const LsnBlock *block)
{
  char *text = lsn_block_to_text (block), *html = lsn_block_to_html (block);
  g_autoptr (GBytes) text_bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (GBytes) html_bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text_bytes),
    gdk_content_provider_new_for_bytes ("text/plain", text_bytes),
    gdk_content_provider_new_for_bytes ("text/html", html_bytes),
  };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (sheet)), provider);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  g_autoptr (GArray) rows = NULL;
  LsnCells cells = lsn_sheet_block_cells (sheet, &rows);
  g_autoptr (LsnBlock) block = lsn_cells_copy (&cells);

  set_clipboard (sheet, block);
}

static void
say_error (LsnSheet *sheet,
           GError   *error)
{
  if (error != NULL)
    lsn_sheet_say (sheet, error->message, FALSE);
}

static void
empty (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  LsnCells cells = lsn_sheet_block_cells (sheet, &rows);

  lsn_cells_empty (&cells, g_str_equal (name, "sheet.cut") ? _("Cut") : _("Empty Cells"), &error);
  say_error (sheet, error);
}

static void
cut (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  copy (widget, name, parameter);
  empty (widget, name, parameter);
}

/* The first row of the block goes into the others; one row alone gets what stands above it. */
static void
fill_down (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LsnSheet *sheet = LSN_SHEET (widget);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  LsnCells cells = lsn_sheet_block_cells (sheet, &rows);
  guint across[2], down[2];
  LsnRow from;

  lsn_sheet_get_block (sheet, down, across);
  from = cells.n_rows > 1 ? cells.rows[0] : down[0] > 0 ? lsn_row_list_get_row (sheet->rows, down[0] - 1) : LSN_NO_ROW;
  if (from == LSN_NO_ROW)
    return;
  if (cells.n_rows > 1)
    {
      cells.rows++;
      cells.n_rows--;
    }
  lsn_cells_fill_down (&cells, from, &error);
  say_error (sheet, error);
}

/* ---- in ---- */

/* The rows from the first of the block on: as many as there are to paste, or as the block has, when what is pasted goes into
 * it without a rest. Beyond the last row are rows to be made. */
static GArray *
rows_to_paste (LsnSheet *sheet,
               guint     n_rows)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint across[2], down[2];

  lsn_sheet_get_block (sheet, down, across);
  if ((down[1] - down[0] + 1) % n_rows == 0)
    n_rows = down[1] - down[0] + 1;
  for (guint i = 0; i < n_rows; i++)
    {
      LsnRow row = lsn_row_list_get_row (sheet->rows, down[0] + i);

      g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
columns_to_paste (LsnSheet *sheet,
                  guint     n_columns,
                  LsnCells *cells)
{
  guint across[2], down[2], room;
  g_autofree char *sentence = NULL;

  lsn_sheet_get_block (sheet, down, across);
  room = sheet->shown->len - across[0];
  cells->columns = &g_array_index (sheet->shown, LsnColumn, across[0]);
  cells->n_columns = n_columns;
  if ((across[1] - across[0] + 1) % n_columns == 0)
    cells->n_columns = across[1] - across[0] + 1;
  if (n_columns <= room)
    return TRUE;

  /* Translators: what was pasted is wider than the table; both numbers are of columns */
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Nothing was pasted: it has %1$u column, and from here on the table shows %2$u.",
                                           "Nothing was pasted: it has %1$u columns, and from here on the table shows %2$u.",
                                           n_columns), n_columns, room);
  lsn_sheet_say (sheet, sentence, FALSE);
  return FALSE;
}

/* What was pasted is the block afterwards. */
static void
select_pasted (LsnSheet       *sheet,
               const LsnCells *cells,
               GArray         *made)
{
  LsnRow first = cells->rows[0] != LSN_NO_ROW ? cells->rows[0] : made->len > 0 ? g_array_index (made, LsnRow, 0) : LSN_NO_ROW;
  LsnRow last = made->len > 0 ? g_array_index (made, LsnRow, made->len - 1) : cells->rows[cells->n_rows - 1];

  if (lsn_sheet_position (sheet, first) == G_MAXUINT || lsn_sheet_position (sheet, last) == G_MAXUINT)
    return;
  sheet->anchor_row = last;
  sheet->anchor_column = cells->columns[cells->n_columns - 1];
  lsn_sheet_move_cursor (sheet, first, cells->columns[0], TRUE);
}

static void
paste_block (LsnSheet *sheet,
             LsnBlock *block)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (LsnPasted) pasted = lsn_pasted_new ();
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  LsnCells cells = { sheet->map, sheet->table };

  if (lsn_block_n_columns (block) == 0)
    return;
  if (lsn_block_n_rows (block) > MOST_ROWS)
    {
      lsn_sheet_say (sheet, _("Nothing was pasted: it has too many rows. Paste fewer at a time."), FALSE);
      return;
    }
  if (!columns_to_paste (sheet, lsn_block_n_columns (block), &cells))
    return;
  if (lsn_cells_has_titles (&cells, block))
    lsn_block_drop_first (block);
  rows = rows_to_paste (sheet, lsn_block_n_rows (block));
  cells.rows = (const LsnRow *) (gpointer) rows->data;
  cells.n_rows = rows->len;
  lsn_sheet_end_edit (sheet);
  g_hash_table_remove_all (sheet->draft);
  lsn_canvas_get_scene (sheet->canvas);
  if (!lsn_cells_paste (&cells, block, lsn_sheet_place_new, sheet, pasted, &error))
    {
      say_error (sheet, error);
      return;
    }
  select_pasted (sheet, &cells, pasted->rows);
  words = lsn_pasted_words (pasted, sheet->map);
  if (words != NULL)
    lsn_sheet_say (sheet, words, TRUE);
}

static void
on_spliced (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (LsnSheet) sheet = data;
  g_autoptr (GError) error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);

  if (size >= 0 && sheet->map != NULL)
    {
      g_autoptr (LsnBlock) block =
        lsn_block_parse (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (source)),
                         (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (source)));

      paste_block (sheet, block);
    }
  say_error (sheet, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (LsnSheet) sheet = data;
  const char *type = NULL;
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    {
      lsn_sheet_say (sheet, _("There is nothing on the clipboard that a table can take: copy cells or text first."), FALSE);
      return;
    }
  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, g_steal_pointer (&sheet));
}

static void
paste (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  const char *types[] = { TSV_OF_LIBREOFFICE, "text/plain;charset=utf-8", "text/plain", NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), types, G_PRIORITY_DEFAULT, NULL, on_read,
                            g_object_ref (widget));
}

/* What is done with the cells of the block. */
void
lsn_sheet_install_clipboard_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "sheet.copy", NULL, copy);
  gtk_widget_class_install_action (class, "sheet.cut", NULL, cut);
  gtk_widget_class_install_action (class, "sheet.paste", NULL, paste);
  gtk_widget_class_install_action (class, "sheet.empty", NULL, empty);
  gtk_widget_class_install_action (class, "sheet.fill-down", NULL, fill_down);
}
