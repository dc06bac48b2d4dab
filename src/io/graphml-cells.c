/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Values of the file into cells. This runs once per <data> of a file, 300,000 times for a large one: the common shapes of
 * numbers are read without the C library. */

/* A decimal number of at most 15 digits and no exponent: the quotient of two exact doubles is the nearest double. */
static gboolean
parse_plain (const char *text,
             double     *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *text == '-';
  guint64 digits = 0;
  guint n_digits = 0, n_fraction = 0;
  gboolean point = FALSE;

  for (text += negative; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        {
          digits = 10 * digits + (*text - '0');
          n_digits++;
          n_fraction += point;
        }
      else if (*text == '.' && !point)
        point = TRUE;
      else
        return FALSE;
      if (n_digits > 15)
        return FALSE;
    }
  if (n_digits == 0)
    return FALSE;
  *number = (negative ? -1.0 : 1.0) * ((double) digits / powers[n_fraction]);
  return TRUE;
}

static gboolean
is_word (const char         *text,
         const char * const *words)
{
  g_autofree char *copy = g_strdup (text);

  g_strstrip (copy);
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (copy, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_nan (const char *text)
{
  static const char * const words[] = { "", "nan", "+nan", "-nan", NULL };

  return is_word (text, words);
}

static gboolean
is_infinite (const char *text)
{
  static const char * const words[] = { "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", NULL };

  return is_word (text, words);
}

static gboolean
store_number (LsnGraphml *self,
              LsnTable    table,
              LsnRow      row,
              LsnColumn   column,
              const char *text)
{
  double number;

  if (!parse_plain (text, &number) && !lsn_number_parse (text, &number))
    {
      if (is_nan (text))
        return TRUE;
      if (column >= lsn_table_n_builtin (table) || !is_infinite (text))
        return FALSE;
      lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The number “%s” is not finite. The cell is left empty."), text);
      return TRUE;
    }
  if (!lsn_map_set (self->map, table, row, column, lsn_value_number (number), NULL))
    return FALSE;
  if (table == LSN_TABLE_ACTORS && (column == LSN_ACTOR_X || column == LSN_ACTOR_Y) && !self->places_rounded)
    self->places_rounded = lsn_map_get_number (self->map, table, row, column) != number;
  return TRUE;
}

static gboolean
store_parsed (LsnGraphml *self,
              LsnTable    table,
              LsnRow      row,
              LsnColumn   column,
              const char *text)
{
  LsnValue value;

  return lsn_map_parse_cell (self->map, table, column, text, &value, NULL)
         && lsn_map_set (self->map, table, row, column, value, NULL);
}

/* Whether the column can hold what the text says, and now does. */
static gboolean
store_value (LsnGraphml   *self,
             LsnTable      table,
             LsnRow        row,
             LsnColumn     column,
             LsnColumnType type,
             const char   *text)
{
  switch (type)
    {
    case LSN_TYPE_TEXT:
    case LSN_TYPE_XML:
      return lsn_map_set (self->map, table, row, column, lsn_value_text (text), NULL);
    case LSN_TYPE_CHOICE:
      return lsn_map_set (self->map, table, row, column, lsn_value_text (text), NULL)
             || is_nan (text) || store_parsed (self, table, row, column, text);
    case LSN_TYPE_NUMBER:
      return store_number (self, table, row, column, text);
    default:
      return store_parsed (self, table, row, column, text) || is_nan (text);
    }
}

static void
store_reference (LsnGraphml *self,
                 LsnKeyUse  *use,
                 LsnTable    table,
                 LsnRow      row,
                 const char *text)
{
  if (use->last_text != NULL && strcmp (use->last_text, text) == 0)
    {
      lsn_map_set (self->map, table, row, use->column, lsn_value_reference (use->last), NULL);
      return;
    }
  lsn_graphml_refer (self, table, row, use->column, use->refers_to, text);
  g_clear_pointer (&use->last_text, g_free);
  use->last = lsn_map_get_reference (self->map, table, row, use->column);
  /* A container may be refused for another row: only kinds are remembered. */
  if (use->last != LSN_NO_ROW && use->refers_to == LSN_TABLE_KINDS)
    use->last_text = g_strdup (text);
}

/* A value does not fit: the next pass knows. In the last one it is lost, and said. */
static void
note_misfit (LsnGraphml *self,
             LsnKey     *key,
             LsnTable    table,
             const char *text)
{
  LsnKeyUse *use = &key->uses[table];
  gboolean builtin = use->column < lsn_table_n_builtin (table);
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

  if (self->last_pass || (!builtin && use->as_text))
    {
      lsn_graphml_note (self, LSN_SEVERITY_ERROR, _("The value “%1$s” of the column “%2$s” could not be kept."), shown,
                        key->name);
      return;
    }
  self->again = TRUE;
  use->misfit |= builtin;
  use->as_text |= !builtin;
  if (use->example != NULL)
    return;
  use->example = g_steal_pointer (&shown);
  use->line = lsn_graphml_line (self);
  use->at = lsn_graphml_at (self);
}

static void
store_id (LsnGraphml     *self,
          const LsnFrame *frame)
{
  GPtrArray *cells = self->id_cells[frame->table];

  if (frame->ordinal > cells->len)
    g_ptr_array_set_size (cells, frame->ordinal);
  g_free (g_ptr_array_index (cells, frame->ordinal - 1));
  g_ptr_array_index (cells, frame->ordinal - 1) = g_strdup (self->text->str);
}

static gboolean
has_elements_elsewhere (LsnGraphml     *self,
                        const LsnFrame *frame)
{
  LsnKeyUse *use;

  if (!frame->is_xml || frame->key->uses[frame->table].as_xml)
    return FALSE;
  use = lsn_graphml_use_key (self, frame->key, frame->table);
  if (use == NULL || use->type == LSN_TYPE_XML)
    return FALSE;
  frame->key->uses[frame->table].as_xml = TRUE;
  self->again = TRUE;
  return !self->last_pass;
}

/* The row whose element stood around those values from the @n-th on has ended. */
void
lsn_graphml_forget_given (LsnGraphml *self,
                          guint       n)
{
  for (guint i = self->given->len; i > n; i--)
    {
      LsnGiven *given = &g_array_index (self->given, LsnGiven, i - 1);

      given->use->given = given->before;
    }
  g_array_set_size (self->given, n);
}

/* Whether the row has a value by that key already; what stood there and was none, such as NaN, does not count. */
static gboolean
has_value (LsnGraphml     *self,
           const LsnFrame *frame)
{
  LsnKeyUse *use = &frame->key->uses[frame->table];
  LsnGiven given = { use, use->given };

  if (use->given == frame->row)
    return use->column == LSN_NO_COLUMN || use->type == LSN_TYPE_REFERENCE
           || lsn_map_get (self->map, frame->table, frame->row, use->column).kind != LSN_VALUE_EMPTY;
  g_array_append_val (self->given, given);
  use->given = frame->row;
  return FALSE;
}

/* Two values for one cell: the first one counts, as of keys, ids and graphs. */
static void
report_second_value (LsnGraphml     *self,
                     const LsnFrame *frame)
{
  LsnColumn column = frame->key->uses[frame->table].column;
  g_autofree char *first = column == LSN_NO_COLUMN ? NULL
                           : lsn_map_format_cell (self->map, frame->table, frame->row, column);
  g_autofree char *shown = lsn_graphml_shown (self->text->str);
  g_autofree char *row = lsn_graphml_shown (lsn_map_row_id (self->map, frame->table, frame->row));

  if (g_strcmp0 (first, self->text->str) != 0)
    lsn_graphml_note (self, LSN_SEVERITY_ERROR,
                      /* Translators: %1$s is a value, %2$s the name of a column, %3$s the id of an actor or a tie */
                      _("“%1$s” is a second value of the column “%2$s” for “%3$s”. The first one counts, "
                        "this one could not be kept."),
                      shown, frame->key->name, row);
}

/* Sets the cell that the <data> which has just ended holds, unless it is set. */
gboolean
lsn_graphml_store (LsnGraphml     *self,
                   const LsnFrame *frame)
{
  LsnKeyUse *use;

  if (self->text_full)
    {
      lsn_graphml_note (self, LSN_SEVERITY_ERROR,
                        _("A value of the column “%s” is longer than 1 MiB and could not be kept."), frame->key->name);
      return FALSE;
    }
  if (self->text->len == 0 || has_elements_elsewhere (self, frame))
    return FALSE;
  if (has_value (self, frame))
    {
      report_second_value (self, frame);
      return FALSE;
    }
  if (frame->key->is_id && frame->ordinal > 0 && !frame->is_xml)
    {
      if (self->ids[frame->table] != NULL)
        return TRUE;
      store_id (self, frame);
    }
  use = lsn_graphml_use_key (self, frame->key, frame->table);
  if (use == NULL)
    return FALSE;
  if (use->type == LSN_TYPE_REFERENCE)
    store_reference (self, use, frame->table, frame->row, self->text->str);
  else if (!store_value (self, frame->table, frame->row, use->column, use->type, self->text->str))
    note_misfit (self, frame->key, frame->table, self->text->str);
  if (frame->table == LSN_TABLE_TIES && use->column == LSN_TIE_DIRECTION)
    lsn_graphml_top (self)->direction_given = TRUE;
  return TRUE;
}

/* A default of a few bytes fills a cell of every row: what that may come to is limited. */
static gboolean
count_default (LsnGraphml *self,
               LsnKey     *key)
{
  self->defaults += key->text_default->len + LSN_IO_DEFAULT_COST;
  if (self->defaults <= LSN_IO_MAX_DEFAULTS)
    return TRUE;
  lsn_graphml_fail_at (self, key->line, LSN_IO_ERROR_LIMIT,
                       /* Translators: %s is the id of a <key> of the file, %u a number of megabytes */
                       _("The defaults of the file fill more than %2$u MB of cells, those of the key “%1$s” among them."),
                       key->id, (guint) (LSN_IO_MAX_DEFAULTS >> 20));
  return FALSE;
}

/* Fills the cells of a column that the document leaves to the key's <default>. */
void
lsn_graphml_store_default (LsnGraphml *self,
                           LsnKey     *key,
                           LsnTable    table)
{
  LsnKeyUse *use = lsn_graphml_use_key (self, key, table);
  const char *text = key->text_default->str;
  guint n_pending = self->pending->len;

  if (use == NULL || (table == LSN_TABLE_TIES && use->column == LSN_TIE_DIRECTION))
    return;
  for (LsnRow row = lsn_map_next_row (self->map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (self->map, table, row))
    {
      if (lsn_map_get (self->map, table, row, use->column).kind != LSN_VALUE_EMPTY)
        continue;
      if (!count_default (self, key))
        return;
      if (use->type == LSN_TYPE_REFERENCE)
        store_reference (self, use, table, row, text);
      else if (!store_value (self, table, row, use->column, use->type, text))
        {
          note_misfit (self, key, table, text);
          return;
        }
    }
  if (self->pending->len > n_pending)
    lsn_graphml_finish_references (self);
}

/* Sets a cell of the file's own tables. */
void
lsn_graphml_store_own (LsnGraphml *self,
                       LsnTable    table,
                       LsnRow      row,
                       LsnColumn   column,
                       const char *text)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (self->map, table, column);

  if (spec->type == LSN_TYPE_REFERENCE)
    lsn_graphml_refer (self, table, row, column, spec->refers_to, text);
  else if (!store_value (self, table, row, column, spec->type, text))
    {
      g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

      lsn_graphml_note (self, LSN_SEVERITY_ERROR, _("The value “%1$s” of the column “%2$s” could not be kept."), shown,
                        spec->name);
    }
}
