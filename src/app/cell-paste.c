/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/cell-paste.h"

#include <glib/gi18n-lib.h>

#include "app/cell-words.h"
#include "model/edit.h"
#include "model/kinds.h"
#include "model/row-text.h"

#define MOST_NAMED 3 /* in a message */

/**
 * lsn_pasted_new:
 *
 * Returns: (transfer full): nothing made yet
 */
LsnPasted *
lsn_pasted_new (void)
{
  LsnPasted *pasted = g_new0 (LsnPasted, 1);

  pasted->rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  pasted->actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  pasted->kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  return pasted;
}

/**
 * lsn_pasted_free:
 * @pasted: (transfer full): no longer wanted
 */
void
lsn_pasted_free (LsnPasted *pasted)
{
  g_array_unref (pasted->rows);
  g_array_unref (pasted->actors);
  g_array_unref (pasted->kinds);
  g_free (pasted);
}

/* The first names of them. */
static char *
names_of (LsnMap  *map,
          LsnTable table,
          GArray  *rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len && i < MOST_NAMED; i++)
    g_ptr_array_add (names, lsn_row_display_name (map, table, g_array_index (rows, LsnRow, i)));
  if (rows->len > MOST_NAMED)
    g_ptr_array_add (names, g_strdup ("\u2026"));
  g_ptr_array_add (names, NULL);
  /* Translators: stands between the parts of a list */
  return g_strjoinv (C_("list", ", "), (char **) names->pdata);
}

/**
 * lsn_pasted_words:
 *
 * Returns: (transfer full) (nullable): a sentence about what was made because it was named; %NULL when nothing was
 */
char *
lsn_pasted_words (const LsnPasted *pasted,
                  LsnMap          *map)
{
  guint n_actors = pasted->actors->len, n_kinds = pasted->kinds->len;
  g_autofree char *actors = names_of (map, LSN_TABLE_ACTORS, pasted->actors);
  g_autofree char *kinds = names_of (map, LSN_TABLE_KINDS, pasted->kinds);

  if (n_actors > 0 && n_kinds > 0)
    /* Translators: said after pasting into a table; both %s are lists of names */
    return g_strdup_printf (_("Pasted. New on the map: %1$s. New kinds of ties: %2$s."), actors, kinds);
  if (n_actors > 0)
    /* Translators: said after pasting into a table; %u is how many, %s a list of names */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted, with %1$u new actor: %2$s",
                                         "Pasted, with %1$u new actors: %2$s", n_actors), n_actors, actors);
  if (n_kinds > 0)
    /* Translators: said after pasting into a table; %u is how many, %s a list of names */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pasted, with %1$u new kind of tie: %2$s",
                                         "Pasted, with %1$u new kinds of ties: %2$s", n_kinds), n_kinds, kinds);
  return NULL;
}

typedef struct
{
  const LsnCells *cells;
  const LsnBlock *block;
  LsnCellReader  *reader;
  LsnRow         *to;     /* of cells->n_rows; LSN_NO_ROW for a blank one that is not made */
  LsnPasted      *pasted;
} Pasting;

static const char *
words_at (const Pasting *pasting,
          guint          row,
          guint          column)
{
  return lsn_block_get (pasting->block, row % lsn_block_n_rows (pasting->block),
                        column % lsn_block_n_columns (pasting->block));
}

/* Says where: people count rows from 1. */
static gboolean
prefix (const Pasting *pasting,
        guint          row,
        LsnColumn      column,
        GError        *reason,
        GError       **error)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (pasting->cells->map, pasting->cells->table, column);

  g_set_error (error, reason->domain, reason->code,
               /* Translators: why what was pasted is refused: the number of a row of it, the name of a column, and a sentence */
               _("Nothing was pasted. Row %1$u, column “%2$s”: %3$s"), row + 1, lsn_column_label (spec), reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
read_at (Pasting  *pasting,
         guint     row,
         guint     column,
         LsnValue *value,
         GError  **error)
{
  const LsnCells *cells = pasting->cells;
  const LsnColumnSpec *spec = lsn_map_column_spec (cells->map, cells->table, cells->columns[column]);
  GError *reason = NULL;

  if (spec->computed)
    g_set_error_literal (&reason, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                         _("This column is computed, and nothing can be put into it."));
  else if (lsn_cell_reader_read (pasting->reader, cells->table, cells->columns[column], words_at (pasting, row, column),
                                 value, &reason))
    return TRUE;
  return prefix (pasting, row, cells->columns[column], reason, error);
}

static gboolean
is_blank (const Pasting *pasting,
          guint          row)
{
  for (guint column = 0; column < pasting->cells->n_columns; column++)
    if (*words_at (pasting, row, column) != '\0')
      return FALSE;
  return TRUE;
}

/* The column's value in a row to be made, which cannot do without. */
static gboolean
read_needed (Pasting  *pasting,
             guint     row,
             LsnColumn needed,
             LsnValue *value,
             GError  **error)
{
  const LsnCells *cells = pasting->cells;

  for (guint i = 0; i < cells->n_columns; i++)
    if (cells->columns[i] == needed && *words_at (pasting, row, i) != '\0')
      return read_at (pasting, row, i, value, error);
  return prefix (pasting, row, needed, g_error_new_literal (LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                                                            _("A new row needs something here.")), error);
}

static LsnRow
make_row (Pasting *pasting,
          guint    row,
          GError **error)
{
  const LsnCells *cells = pasting->cells;
  const LsnColumn *needs = lsn_table_needs (cells->table);
  LsnValue values[2] = { LSN_EMPTY, LSN_EMPTY };
  guint n = 0;
  LsnRow made;

  /* What is read first borrows nothing from the reader: it is a reference. */
  for (; needs[n] != LSN_NO_COLUMN; n++)
    if (!read_needed (pasting, row, needs[n], &values[n], error))
      return LSN_NO_ROW;
  made = lsn_cells_insert (cells->map, cells->table, needs, values, n, error);
  if (made != LSN_NO_ROW)
    g_array_append_val (pasting->pasted->rows, made);
  return made;
}

static gboolean
paste_cell (Pasting *pasting,
            guint    row,
            guint    column,
            GError **error)
{
  const LsnCells *cells = pasting->cells;
  GError *reason = NULL;
  LsnValue value;

  if (!read_at (pasting, row, column, &value, error))
    return FALSE;
  if (lsn_cells_set (cells->map, cells->table, pasting->to[row], cells->columns[column], value, &reason))
    return TRUE;
  return prefix (pasting, row, cells->columns[column], reason, error);
}

/* The rows that are to be made, and the names of all, so that what is read afterwards finds them. */
static gboolean
paste_names (Pasting *pasting,
             GError **error)
{
  const LsnCells *cells = pasting->cells;

  for (guint row = 0; row < cells->n_rows; row++)
    {
      pasting->to[row] = cells->rows[row];
      if (pasting->to[row] == LSN_NO_ROW && is_blank (pasting, row))
        continue;
      if (pasting->to[row] == LSN_NO_ROW)
        pasting->to[row] = make_row (pasting, row, error);
      if (pasting->to[row] == LSN_NO_ROW)
        return FALSE;
      for (guint i = 0; cells->table == LSN_TABLE_ACTORS && i < cells->n_columns; i++)
        if (cells->columns[i] == LSN_ACTOR_NAME && !paste_cell (pasting, row, i, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
paste_others (Pasting *pasting,
              GError **error)
{
  const LsnCells *cells = pasting->cells;

  for (guint row = 0; row < cells->n_rows; row++)
    for (guint i = 0; pasting->to[row] != LSN_NO_ROW && i < cells->n_columns; i++)
      if ((cells->table != LSN_TABLE_ACTORS || cells->columns[i] != LSN_ACTOR_NAME) && !paste_cell (pasting, row, i, error))
        return FALSE;
  return TRUE;
}

static void
place_new (const Pasting *pasting,
           LsnPlaceNew    place,
           gpointer       data)
{
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  if (pasting->cells->table == LSN_TABLE_ACTORS)
    g_array_append_vals (actors, pasting->pasted->rows->data, pasting->pasted->rows->len);
  g_array_append_vals (actors, pasting->pasted->actors->data, pasting->pasted->actors->len);
  if (actors->len > 0)
    place ((const LsnRow *) (gpointer) actors->data, actors->len, data);
}

static gboolean
is_title (const char          *words,
          const LsnColumnSpec *spec)
{
  g_autofree char *said = lsn_text_fold (words);
  g_autofree char *label = lsn_text_fold (lsn_column_label (spec));
  g_autofree char *name = lsn_text_fold (spec->name);

  return g_str_equal (g_strstrip (said), label) || g_str_equal (said, name);
}

/**
 * lsn_cells_has_titles:
 * @cells: where @block goes
 *
 * Returns: whether the first row of @block is the titles of the columns, or their names in files, case and accents aside
 */
gboolean
lsn_cells_has_titles (const LsnCells *cells,
                      const LsnBlock *block)
{
  guint n = MIN (lsn_block_n_columns (block), cells->n_columns);

  for (guint i = 0; i < n; i++)
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (cells->map, cells->table, cells->columns[i]);

      if (!is_title (lsn_block_get (block, 0, i), spec))
        return FALSE;
    }
  return n > 0 && lsn_block_n_rows (block) > 1;
}

/**
 * lsn_cells_paste:
 * @block: what to put there; repeated when the cells are more; not empty
 * @place: (nullable): called with the actors that were made
 * @pasted: gets what was made
 * @error: the first reason, with its row of @block and its column; then nothing is changed
 *
 * Cost: O(cells), and O(actors and their names) once when names are looked up.
 *
 * Returns: whether all of it was put there
 */
gboolean
lsn_cells_paste (const LsnCells *cells,
                 const LsnBlock *block,
                 LsnPlaceNew     place,
                 gpointer        data,
                 LsnPasted      *pasted,
                 GError        **error)
{
  g_autoptr (LsnCellReader) reader = lsn_cell_reader_new (cells->map);
  g_autofree LsnRow *to = g_new0 (LsnRow, cells->n_rows);
  Pasting pasting = { cells, block, reader, to, pasted };

  g_return_val_if_fail (lsn_block_n_columns (block) > 0, FALSE);

  lsn_cell_reader_make (reader, pasted->actors, pasted->kinds);
  lsn_map_begin (cells->map, _("Paste"), NULL);
  if (!paste_names (&pasting, error) || !paste_others (&pasting, error))
    {
      lsn_map_rollback (cells->map);
      return FALSE;
    }
  if (place != NULL)
    place_new (&pasting, place, data);
  lsn_map_commit (cells->map);
  return TRUE;
}
