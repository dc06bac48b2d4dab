/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/condition.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/condition-words.h"
#include "model/kinds.h"
#include "model/row-text.h"

/* The words of the file. */
static const char *const test_words[LSN_N_TESTS] = {
  [LSN_TEST_IS] = "is",
  [LSN_TEST_IS_NOT] = "is-not",
  [LSN_TEST_HOLDS] = "holds",
  [LSN_TEST_AT_LEAST] = "at-least",
  [LSN_TEST_AT_MOST] = "at-most",
  [LSN_TEST_KNOWN] = "known",
  [LSN_TEST_UNKNOWN] = "unknown",
  [LSN_TEST_DURING] = "during",
  [LSN_TEST_WITHIN] = "within",
  [LSN_TEST_BETWEEN] = "between",
  [LSN_TEST_TIED] = "tied",
};

static gboolean
test_has_column (LsnTest test)
{
  return test < LSN_TEST_DURING;
}

/**
 * lsn_condition_new:
 * @test: what is asked
 * @table: of what
 * @column: (nullable): id of the column, for the tests that have one
 * @values: (nullable) (array zero-terminated=1): what it is compared with
 *
 * Returns: (transfer full): a condition
 */
LsnCondition *
lsn_condition_new (LsnTest            test,
                   LsnTable           table,
                   const char        *column,
                   const char *const *values)
{
  static const char *const none[] = { NULL };
  LsnCondition *condition = g_new0 (LsnCondition, 1);

  condition->test = test;
  condition->table = table;
  condition->column = g_strdup (column);
  condition->values = g_strdupv ((char **) (values != NULL ? values : none));
  return condition;
}

/**
 * lsn_condition_copy:
 *
 * Returns: (transfer full): the same once more
 */
LsnCondition *
lsn_condition_copy (const LsnCondition *condition)
{
  LsnCondition *copy = lsn_condition_new (condition->test, condition->table, condition->column,
                                          (const char *const *) condition->values);

  copy->steps = condition->steps;
  return copy;
}

/**
 * lsn_condition_free:
 * @condition: (transfer full): no longer wanted
 */
void
lsn_condition_free (LsnCondition *condition)
{
  g_free (condition->column);
  g_strfreev (condition->values);
  g_free (condition);
}

/**
 * lsn_condition_equal:
 *
 * Returns: whether both ask the same
 */
gboolean
lsn_condition_equal (const LsnCondition *a,
                     const LsnCondition *b)
{
  return a->test == b->test && a->table == b->table && a->steps == b->steps &&
         g_strcmp0 (a->column, b->column) == 0 &&
         g_strv_equal ((const char *const *) a->values, (const char *const *) b->values);
}

/**
 * lsn_condition_has_column:
 *
 * Returns: whether it asks about a cell
 */
gboolean
lsn_condition_has_column (const LsnCondition *condition)
{
  return test_has_column (condition->test);
}

/**
 * lsn_condition_of_cells:
 * @column: one of @table
 * @rows: (array length=n_rows): whose cells say what is asked for
 * @hide: whether all but that is asked for
 *
 * Cells that are not known count only when all are.
 *
 * Returns: (transfer full): the condition that @rows pass, or with @hide do not. O(rows).
 */
LsnCondition *
lsn_condition_of_cells (LsnMap       *map,
                        LsnTable      table,
                        LsnColumn     column,
                        const LsnRow *rows,
                        guint         n_rows,
                        gboolean      hide)
{
  const char            *id = lsn_map_column_spec (map, table, column)->id;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)  values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = lsn_map_format_cell (map, table, rows[i], column);

      if (text != NULL && !g_hash_table_contains (seen, text))
        {
          g_hash_table_add (seen, text);
          g_ptr_array_add (values, g_steal_pointer (&text));
        }
    }
  if (values->len == 0)
    return lsn_condition_new (hide ? LSN_TEST_KNOWN : LSN_TEST_UNKNOWN, table, id, NULL);
  g_ptr_array_add (values, NULL);
  return lsn_condition_new (hide ? LSN_TEST_IS_NOT : LSN_TEST_IS, table, id, (const char *const *) values->pdata);
}

/* ---- text ---- */

/**
 * lsn_condition_to_text:
 *
 * Returns: (transfer full): words that lsn_condition_parse() reads, quoted as a shell quotes: "is actors kind state ngo",
 *   "within 2 ID", "during 2021"
 */
char *
lsn_condition_to_text (const LsnCondition *condition)
{
  g_autoptr (GString) text = g_string_new (test_words[condition->test]);

  if (lsn_condition_has_column (condition))
    {
      g_autofree char *column = g_shell_quote (condition->column);

      g_string_append_printf (text, " %s %s", lsn_table_id (condition->table), column);
    }
  if (condition->test == LSN_TEST_WITHIN)
    g_string_append_printf (text, " %u", condition->steps);
  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      g_autofree char *value = g_shell_quote (condition->values[i]);

      g_string_append_printf (text, " %s", value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static LsnCondition *
refuse (const char *text,
        GError    **error)
{
  g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
               /* Translators: %s is a line of a file */
               _("“%s” is no condition that this version understands."), text);
  return NULL;
}

static gboolean
find_test (const char *word,
           LsnTest    *test)
{
  for (guint i = 0; i < LSN_N_TESTS; i++)
    if (strcmp (test_words[i], word) == 0)
      {
        *test = (LsnTest) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lsn_condition_is_complete:
 *
 * Returns: whether it has as many values as its test compares with: one that has not is still being made
 */
gboolean
lsn_condition_is_complete (const LsnCondition *condition)
{
  guint n_values = g_strv_length (condition->values);

  switch (condition->test)
    {
    case LSN_TEST_AT_LEAST:
    case LSN_TEST_AT_MOST:
      return n_values == 1;

    case LSN_TEST_DURING:
      return n_values == 1 && lsn_date_is_valid (condition->values[0]);

    case LSN_TEST_KNOWN:
    case LSN_TEST_UNKNOWN:
    case LSN_TEST_TIED:
      return n_values == 0;

    case LSN_TEST_BETWEEN:
      return n_values == 2;

    case LSN_TEST_IS:
    case LSN_TEST_IS_NOT:
    case LSN_TEST_HOLDS:
    case LSN_TEST_WITHIN:
    default:
      return n_values > 0;
    }
}

/**
 * lsn_condition_parse:
 * @text: as lsn_condition_to_text() writes it
 * @error: %LSN_MODEL_ERROR_VALUE
 *
 * Returns: (transfer full): the condition, or %NULL and an error
 */
LsnCondition *
lsn_condition_parse (const char *text,
                     GError    **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (LsnCondition) condition = NULL;
  LsnTable table = LSN_TABLE_ACTORS;
  LsnTest  test;
  guint    n_words = 0, at = 1;
  guint64  steps = 0;

  if (!g_utf8_validate (text, -1, NULL) || !g_shell_parse_argv (text, NULL, &words, NULL))
    return refuse (text, error);
  n_words = g_strv_length (words);
  if (!find_test (words[0], &test))
    return refuse (text, error);

  if (test_has_column (test))
    {
      if (n_words < 3 || !lsn_table_from_id (words[1], &table) ||
          (table != LSN_TABLE_ACTORS && table != LSN_TABLE_TIES))
        return refuse (text, error);
      at = 3;
    }
  if (test == LSN_TEST_WITHIN)
    {
      if (n_words < 2 || !g_ascii_string_to_unsigned (words[1], 10, 0, 1000, &steps, NULL))
        return refuse (text, error);
      at = 2;
    }

  condition = lsn_condition_new (test, table, test_has_column (test) ? words[2] : NULL,
                                 (const char *const *) words + at);
  condition->steps = (guint) steps;
  return lsn_condition_is_complete (condition) ? g_steal_pointer (&condition) : refuse (text, error);
}

/* ---- asking ---- */

static gboolean
is_row (LsnMap              *map,
        const LsnColumnSpec *spec,
        LsnRow               row,
        const char          *id)
{
  LsnRow wanted;

  /* A broader kind need not be a row of the map. */
  if (spec->refers_to == LSN_TABLE_KINDS)
    return lsn_kind_is_a_named (map, row, id);
  wanted = lsn_map_find_row (map, spec->refers_to, id);
  if (row == LSN_NO_ROW || wanted == LSN_NO_ROW)
    return FALSE;
  if (spec->refers_to == LSN_TABLE_ACTORS)
    return lsn_map_is_inside (map, row, wanted);
  return row == wanted;
}

/* The first day of a date of any precision, and the first day after it, as numbers of days. */
static guint
first_day (const char *date,
           gboolean    after)
{
  guint year = 0, month = 1, day = 1;
  int   n_parts = sscanf (date, "%4u-%2u-%2u", &year, &month, &day);
  GDate first;

  g_date_clear (&first, 1);
  g_date_set_dmy (&first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (after && n_parts == 3)
    g_date_add_days (&first, 1);
  else if (after && n_parts == 2)
    g_date_add_months (&first, 1);
  else if (after)
    g_date_add_years (&first, 1);
  return g_date_get_julian (&first);
}

/* A day is one of its month and year, a month one of its year. Ends are moments. */
static gboolean
is_part_of (const LsnColumnSpec *spec,
            LsnValue             date,
            LsnValue             wanted)
{
  if (date.kind != LSN_VALUE_TEXT || wanted.kind != LSN_VALUE_TEXT)
    return FALSE;
  if (lsn_column_is_end (spec))
    return first_day (date.text, FALSE) == first_day (wanted.text, FALSE);
  return g_str_has_prefix (date.text, wanted.text);
}

static gboolean
is_value (const LsnCondition  *condition,
          LsnMap              *map,
          const LsnColumnSpec *spec,
          LsnColumn            column,
          LsnRow               row)
{
  LsnValue value = lsn_map_get (map, condition->table, row, column);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      LsnValue wanted;

      if (spec->type == LSN_TYPE_REFERENCE)
        {
          if (is_row (map, spec, value.kind == LSN_VALUE_REFERENCE ? value.row : LSN_NO_ROW, condition->values[i]))
            return TRUE;
        }
      else if (!lsn_map_parse_cell (map, condition->table, column, condition->values[i], &wanted, NULL))
        continue;
      else if (lsn_value_equal (value, wanted) || (spec->type == LSN_TYPE_DATE && is_part_of (spec, value, wanted)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds_text (const LsnCondition  *condition,
            LsnMap              *map,
            const LsnColumnSpec *spec,
            LsnColumn            column,
            LsnRow               row)
{
  g_autofree char *cell = lsn_map_format_cell (map, condition->table, row, column);
  g_autofree char *words = cell != NULL ? lsn_condition_value_in_words (map, spec, cell) : NULL;
  g_autofree char *folded = words != NULL ? lsn_text_fold (words) : NULL;

  for (guint i = 0; folded != NULL && condition->values[i] != NULL; i++)
    {
      g_autofree char *wanted = lsn_text_fold (condition->values[i]);

      if (strstr (folded, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* How a date is to another, as far as both go: a day of 2021 is neither before nor after 2021. Ends are moments. */
static int
compare_dates (const LsnColumnSpec *spec,
               const char          *date,
               const char          *limit)
{
  if (lsn_column_is_end (spec) && lsn_date_is_valid (limit))
    return (int) first_day (date, FALSE) - (int) first_day (limit, FALSE);
  return strncmp (date, limit, MIN (strlen (date), strlen (limit)));
}

static gboolean
is_on_side (const LsnCondition  *condition,
            LsnMap              *map,
            const LsnColumnSpec *spec,
            LsnColumn            column,
            LsnRow               row)
{
  int sense = condition->test == LSN_TEST_AT_LEAST ? 1 : -1;

  if (spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER)
    {
      double number = lsn_map_get_number (map, condition->table, row, column), limit;

      return !isnan (number) && lsn_number_parse (condition->values[0], &limit) && sense * (number - limit) >= 0;
    }
  else
    {
      const char *text = lsn_map_get_text (map, condition->table, row, column);

      return text != NULL && sense * compare_dates (spec, text, condition->values[0]) >= 0;
    }
}

/**
 * lsn_condition_test:
 * @condition: one with a column
 * @row: of the condition's table
 *
 * Returns: whether @row passes; all do when the map has no such column
 */
gboolean
lsn_condition_test (const LsnCondition *condition,
                    LsnMap             *map,
                    LsnRow              row)
{
  LsnColumn            column = lsn_map_find_column_by_id (map, condition->table, condition->column);
  const LsnColumnSpec *spec;

  if (column == LSN_NO_COLUMN)
    return TRUE;

  spec = lsn_map_column_spec (map, condition->table, column);
  switch (condition->test)
    {
    case LSN_TEST_IS:
      return is_value (condition, map, spec, column, row);

    case LSN_TEST_IS_NOT:
      return !is_value (condition, map, spec, column, row);

    case LSN_TEST_HOLDS:
      return holds_text (condition, map, spec, column, row);

    case LSN_TEST_AT_LEAST:
    case LSN_TEST_AT_MOST:
      return is_on_side (condition, map, spec, column, row);

    case LSN_TEST_KNOWN:
      return lsn_map_get (map, condition->table, row, column).kind != LSN_VALUE_EMPTY;

    case LSN_TEST_UNKNOWN:
      return lsn_map_get (map, condition->table, row, column).kind == LSN_VALUE_EMPTY;

    case LSN_TEST_DURING:
    case LSN_TEST_WITHIN:
    case LSN_TEST_BETWEEN:
    case LSN_TEST_TIED:
    default:
      g_return_val_if_reached (TRUE);
    }
}

/**
 * lsn_condition_test_during:
 * @condition: one of %LSN_TEST_DURING
 * @table: actors or ties
 *
 * The time of a row begins with the first day of its "since" and ends before the first day of its "until".
 *
 * Returns: whether that time has a part in common with the date
 */
gboolean
lsn_condition_test_during (const LsnCondition *condition,
                           LsnMap             *map,
                           LsnTable            table,
                           LsnRow              row)
{
  gboolean    is_tie = table == LSN_TABLE_TIES;
  const char *since = lsn_map_get_text (map, table, row, is_tie ? LSN_TIE_SINCE : LSN_ACTOR_SINCE);
  const char *until = lsn_map_get_text (map, table, row, is_tie ? LSN_TIE_UNTIL : LSN_ACTOR_UNTIL);

  return (since == NULL || first_day (since, FALSE) < first_day (condition->values[0], TRUE)) &&
         (until == NULL || first_day (until, FALSE) > first_day (condition->values[0], FALSE));
}
