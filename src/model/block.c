/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/block.h"

#include <string.h>

#include "model/value.h"

struct _LsnBlock
{
  GPtrArray *rows;      /* of GPtrArray of char* */
  guint      n_columns; /* of the widest row */
};

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

/**
 * lsn_block_new:
 *
 * Returns: (transfer full): a block of no rows
 */
LsnBlock *
lsn_block_new (void)
{
  LsnBlock *block = g_new0 (LsnBlock, 1);

  block->rows = g_ptr_array_new_with_free_func (free_row);
  return block;
}

/**
 * lsn_block_free:
 * With all its cells.
 */
void
lsn_block_free (LsnBlock *block)
{
  g_ptr_array_unref (block->rows);
  g_free (block);
}

/**
 * lsn_block_add_row:
 * What is added next begins a row.
 */
void
lsn_block_add_row (LsnBlock *block)
{
  g_ptr_array_add (block->rows, g_ptr_array_new_with_free_func (g_free));
}

static void
take_cell (LsnBlock *block,
           char     *text)
{
  GPtrArray *row;

  if (block->rows->len == 0)
    lsn_block_add_row (block);

  row = g_ptr_array_index (block->rows, block->rows->len - 1);
  g_ptr_array_add (row, text);
  block->n_columns = MAX (block->n_columns, row->len);
}

/**
 * lsn_block_add_cell:
 * @text: copied
 *
 * Adds a cell at the end of the last row.
 */
void
lsn_block_add_cell (LsnBlock   *block,
                    const char *text)
{
  take_cell (block, g_strdup (text));
}

/**
 * lsn_block_drop_first:
 * Without its first row, if it has one. Cost: O(rows).
 */
void
lsn_block_drop_first (LsnBlock *block)
{
  if (block->rows->len > 0)
    g_ptr_array_remove_index (block->rows, 0);
}

/**
 * lsn_block_n_rows:
 * Returns: how many rows there are, empty ones included
 */
guint
lsn_block_n_rows (const LsnBlock *block)
{
  return block->rows->len;
}

/**
 * lsn_block_n_columns:
 * Returns: how many cells the widest row has
 */
guint
lsn_block_n_columns (const LsnBlock *block)
{
  return block->n_columns;
}

/**
 * lsn_block_get:
 *
 * Returns: (transfer none): the text of a cell; "" beyond the end of its row
 */
const char *
lsn_block_get (const LsnBlock *block,
               guint           row,
               guint           column)
{
  const GPtrArray *cells;

  if (row >= block->rows->len)
    return "";

  cells = g_ptr_array_index (block->rows, row);
  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* The end of a quoted cell that begins at @at, after its last quote; NULL when the quote is part of an ordinary text, as
 * programs that do not quote write a text that begins with one. */
static const char *
end_of_quoted (const char *at)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at != '"')
        continue;
      if (at[1] != '"')
        return ends_cell (at[1]) ? at + 1 : NULL;
      at++;
    }

  return NULL;
}

static char *
unquote (const char *begin,
         const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - begin));

  for (const char *at = begin + 1; at < end - 1; at++)
    {
      if (*at == '\r')
        {
          /* A line ends by LF, also where it ended by CR or by both. */
          if (at[1] != '\n')
            g_string_append_c (text, '\n');
          continue;
        }
      g_string_append_c (text, *at);
      if (*at == '"')
        at++;
    }

  return g_string_free (text, FALSE);
}

/* Reads one cell and gives where it ends. */
static const char *
parse_cell (LsnBlock   *block,
            const char *at)
{
  const char *end = *at == '"' ? end_of_quoted (at) : NULL;

  if (end != NULL)
    {
      take_cell (block, unquote (at, end));
      return end;
    }

  for (end = at; !ends_cell (*end);)
    end++;
  take_cell (block, g_strndup (at, (gsize) (end - at)));
  return end;
}

/**
 * lsn_block_parse:
 * @text: rows of cells, as bytes; what is no UTF-8 and what a cell cannot hold is replaced by U+FFFD
 * @length: in bytes, -1 to the NUL
 *
 * The end of the last line is no row of its own. Cost: O(bytes).
 *
 * Returns: (transfer full): the block; of no rows when there is no text
 */
LsnBlock *
lsn_block_parse (const char *text,
                 gssize      length)
{
  g_autofree char *clean = lsn_text_clean (text, length, NULL);
  LsnBlock *block = lsn_block_new ();
  const char *at = clean;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  if (*at == '\0')
    return block;

  lsn_block_add_row (block);
  for (;;)
    {
      at = parse_cell (block, at);
      if (*at == '\t')
        {
          at++;
          continue;
        }
      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
      if (*at == '\0')
        return block;
      lsn_block_add_row (block);
    }
}

static void
append_quoted (GString    *to,
               const char *text)
{
  if (*text != '"' && strpbrk (text, "\t\r\n") == NULL)
    {
      g_string_append (to, text);
      return;
    }

  g_string_append_c (to, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *text);
    }
  g_string_append_c (to, '"');
}

/**
 * lsn_block_to_text:
 *
 * Returns: (transfer full): what lsn_block_parse () reads back, and spreadsheets read; without an end of the last line
 */
char *
lsn_block_to_text (const LsnBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < block->rows->len; row++)
    {
      if (row > 0)
        g_string_append_c (text, '\n');
      for (guint column = 0; column < block->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (text, '\t');
          append_quoted (text, lsn_block_get (block, row, column));
        }
    }

  return g_string_free (text, FALSE);
}

static void
append_html (GString    *html,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      if (i > 0)
        g_string_append (html, "<br>");
      g_string_append (html, escaped);
    }
}

/**
 * lsn_block_to_html:
 *
 * Returns: (transfer full): a table that spreadsheets and word processors take without asking how to read it
 */
char *
lsn_block_to_html (const LsnBlock *block)
{
  GString *html = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table>");

  for (guint row = 0; row < block->rows->len; row++)
    {
      g_string_append (html, "<tr>");
      for (guint column = 0; column < block->n_columns; column++)
        {
          g_string_append (html, "<td>");
          append_html (html, lsn_block_get (block, row, column));
          g_string_append (html, "</td>");
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</table></body></html>");

  return g_string_free (html, FALSE);
}
