/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/cell.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"

struct _LsnCell
{
  GObject    parent_instance;

  LsnMap    *map;
  LsnTable   table;
  LsnColumn  column;
  GArray    *rows;      /* LsnRow; some may be gone from the map */
  guint      gesture;   /* counts what the user began: part of the merge key */
};

G_DEFINE_FINAL_TYPE (LsnCell, lsn_cell, G_TYPE_OBJECT)

enum { CHANGED, REFUSED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
lsn_cell_finalize (GObject *object)
{
  LsnCell *cell = LSN_CELL (object);

  g_clear_object (&cell->map);
  g_array_unref (cell->rows);
  G_OBJECT_CLASS (lsn_cell_parent_class)->finalize (object);
}

static void
lsn_cell_class_init (LsnCellClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = lsn_cell_finalize;

  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REFUSED] = g_signal_new ("refused", LSN_TYPE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static void
lsn_cell_init (LsnCell *cell)
{
  cell->rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
}

/**
 * lsn_cell_new:
 *
 * Returns: (transfer full): a field of no rows; lsn_cell_set_rows () says which
 */
LsnCell *
lsn_cell_new (LsnMap   *map,
              LsnTable  table,
              LsnColumn column)
{
  LsnCell *cell = g_object_new (LSN_TYPE_CELL, NULL);

  cell->map = g_object_ref (map);
  cell->table = table;
  cell->column = column;
  return cell;
}

/**
 * lsn_cell_set_rows:
 * @rows: (array length=n_rows): copied
 *
 * The rows that the field is about. Ends the gesture.
 */
void
lsn_cell_set_rows (LsnCell      *cell,
                   const LsnRow *rows,
                   guint         n_rows)
{
  gboolean same = cell->rows->len == n_rows &&
                  (n_rows == 0 || memcmp (cell->rows->data, rows, n_rows * sizeof (LsnRow)) == 0);

  if (!same)
    {
      cell->gesture++;
      g_array_set_size (cell->rows, 0);
      if (n_rows > 0)
        g_array_append_vals (cell->rows, rows, n_rows);
    }
  lsn_cell_refresh (cell);
}

/* The map has changed: whoever shows the cell looks again. */
void
lsn_cell_refresh (LsnCell *cell)
{
  g_signal_emit (cell, signals[CHANGED], 0);
}

LsnMap *
lsn_cell_get_map (LsnCell *cell)
{
  return cell->map;
}

LsnTable
lsn_cell_get_table (LsnCell *cell)
{
  return cell->table;
}

LsnColumn
lsn_cell_get_column (LsnCell *cell)
{
  return cell->column;
}

/**
 * lsn_cell_get_rows:
 * @n_rows: (out): their number
 *
 * Returns: (transfer none) (array length=n_rows): the rows whose column it is; some may be gone from the map
 */
const LsnRow *
lsn_cell_get_rows (LsnCell *cell,
                   guint   *n_rows)
{
  *n_rows = cell->rows->len;
  return (const LsnRow *) cell->rows->data;
}

const LsnColumnSpec *
lsn_cell_get_spec (LsnCell *cell)
{
  return lsn_map_column_spec (cell->map, cell->table, cell->column);
}

/**
 * lsn_cell_get:
 * @value: (out) (optional): the shared value; a text is borrowed from the map
 *
 * Returns: what the rows hold. O(rows).
 */
LsnCellState
lsn_cell_get (LsnCell  *cell,
              LsnValue *value)
{
  LsnValue first = LSN_EMPTY;
  gboolean any = FALSE;

  for (guint i = 0; i < cell->rows->len; i++)
    {
      LsnRow row = g_array_index (cell->rows, LsnRow, i);
      LsnValue one;

      if (!lsn_map_has_row (cell->map, cell->table, row))
        continue;
      one = lsn_map_get (cell->map, cell->table, row, cell->column);
      if (!any)
        first = one;
      else if (!lsn_value_equal (first, one))
        {
          if (value != NULL)
            *value = LSN_EMPTY;
          return LSN_CELL_MIXED;
        }
      any = TRUE;
    }
  if (value != NULL)
    *value = first;
  return first.kind == LSN_VALUE_EMPTY ? LSN_CELL_EMPTY : LSN_CELL_SHARED;
}

/**
 * lsn_cell_dup_text:
 *
 * Returns: (transfer full): the shared value as the file writes it, "" when it is empty or mixed
 */
char *
lsn_cell_dup_text (LsnCell *cell)
{
  if (lsn_cell_get (cell, NULL) != LSN_CELL_SHARED)
    return g_strdup ("");
  for (guint i = 0; i < cell->rows->len; i++)
    {
      LsnRow row = g_array_index (cell->rows, LsnRow, i);

      if (lsn_map_has_row (cell->map, cell->table, row))
        return lsn_map_format_cell (cell->map, cell->table, row, cell->column);
    }
  return g_strdup ("");
}

static char *
undo_label (LsnCell *cell)
{
  const char *field = lsn_column_label (lsn_cell_get_spec (cell));

  if (cell->rows->len == 1)
    /* Translators: %s is the name of a field, such as "Power" */
    return g_strdup_printf (_("Change “%s”"), field);
  if (cell->table == LSN_TABLE_TIES)
    /* Translators: %1$s is the name of a field, such as "Trust", %2$u how many ties get a new value in it */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change “%1$s” of %2$u Tie", "Change “%1$s” of %2$u Ties",
                                         cell->rows->len), field, cell->rows->len);
  if (cell->table == LSN_TABLE_NOTES)
    /* Translators: %1$s is the name of a field, such as "Colour", %2$u how many notes get a new value in it */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change “%1$s” of %2$u Note", "Change “%1$s” of %2$u Notes",
                                         cell->rows->len), field, cell->rows->len);
  /* Translators: %1$s is the name of a field, such as "Power", %2$u how many actors get a new value in it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Change “%1$s” of %2$u Actor", "Change “%1$s” of %2$u Actors",
                                       cell->rows->len), field, cell->rows->len);
}

static gboolean
set_rows (LsnCell *cell,
          LsnValue value,
          GError **error)
{
  for (guint i = 0; i < cell->rows->len; i++)
    {
      LsnRow row = g_array_index (cell->rows, LsnRow, i);

      if (lsn_map_has_row (cell->map, cell->table, row) &&
          !lsn_map_set (cell->map, cell->table, row, cell->column, value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lsn_cell_set:
 * @value: for all rows; %LSN_EMPTY for not known
 *
 * Returns: whether the value was taken, by all rows or by none; "refused" says why not
 */
gboolean
lsn_cell_set (LsnCell *cell,
              LsnValue value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;
  g_autofree char *kept = NULL;
  LsnValue now;

  if (lsn_cell_get (cell, &now) != LSN_CELL_MIXED && lsn_value_equal (now, value))
    return TRUE;
  if (value.kind == LSN_VALUE_TEXT)
    value.text = kept = g_strdup (value.text);

  label = undo_label (cell);
  merge_key = g_strdup_printf ("field-%p-%u", (gpointer) cell, cell->gesture);
  lsn_map_begin (cell->map, label, merge_key);
  if (!set_rows (cell, value, &error))
    {
      lsn_map_rollback (cell->map);
      g_signal_emit (cell, signals[REFUSED], 0, error->message);
      return FALSE;
    }
  lsn_map_commit (cell->map);
  return TRUE;
}

/**
 * lsn_cell_refuse:
 * @sentence: translated: why what was typed is not taken
 *
 * Says so by "refused".
 */
void
lsn_cell_refuse (LsnCell    *cell,
                 const char *sentence)
{
  g_return_if_fail (LSN_IS_CELL (cell));

  g_signal_emit (cell, signals[REFUSED], 0, sentence);
}

/**
 * lsn_cell_set_text:
 * @text: what was typed, as the column reads it; "" for not known
 *
 * Returns: as lsn_cell_set ()
 */
gboolean
lsn_cell_set_text (LsnCell    *cell,
                   const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = lsn_clean_text (text);
  LsnValue value = LSN_EMPTY;

  if (*clean != '\0' && !lsn_map_parse_cell (cell->map, cell->table, cell->column, clean, &value, &error))
    {
      g_signal_emit (cell, signals[REFUSED], 0, error->message);
      return FALSE;
    }
  return lsn_cell_set (cell, value);
}

/**
 * lsn_cell_end_gesture:
 *
 * The word is typed, the slider let go: the next change is a step of undo of its own.
 */
void
lsn_cell_end_gesture (LsnCell *cell)
{
  cell->gesture++;
}

/**
 * lsn_clean_text:
 * @text: any bytes
 *
 * Returns: (transfer full): the same as a cell can hold it: every character that XML 1.0 does not allow is U+FFFD
 */
char *
lsn_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      gboolean allowed = u >= 0x20 ? u != 0xfffe && u != 0xffff : u == '\t' || u == '\n' || u == '\r';

      g_string_append_unichar (clean, allowed ? u : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}
