/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/condition-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/builtin-kinds.h"
#include "model/date-words.h"
#include "model/kinds.h"

/* Conditions in words for people. */

/* What the map has no more may have had an id that nobody can read. */
static char *
gone_in_words (const LsnColumnSpec *spec,
               const char          *id)
{
  const LsnBuiltinKind *kind = spec->refers_to == LSN_TABLE_KINDS ? lsn_builtin_kind_find (id) : NULL;

  if (kind != NULL)
    return g_strdup (lsn_builtin_kind_name (kind));
  if (!lsn_id_looks_made (id))
    return g_strdup (id);
  /* Translators: stands in a filter for a kind or an actor that is no longer in the map: "Kind: removed" */
  return g_strdup (C_("filter", "removed"));
}

static char *
reference_in_words (LsnMap              *map,
                    const LsnColumnSpec *spec,
                    const char          *id)
{
  LsnRow row = lsn_map_find_row (map, spec->refers_to, id);

  return row != LSN_NO_ROW ? lsn_row_display_name (map, spec->refers_to, row) : gone_in_words (spec, id);
}

/**
 * lsn_condition_value_in_words:
 * @spec: the column that is asked about
 * @value: a value of a condition
 *
 * Returns: (transfer full): the value as people read it, translated
 */
char *
lsn_condition_value_in_words (LsnMap              *map,
                              const LsnColumnSpec *spec,
                              const char          *value)
{
  double number;

  switch (spec->type)
    {
    case LSN_TYPE_CHOICE:
      return g_strdup (lsn_column_choice_label (spec, value));

    case LSN_TYPE_BOOLEAN:
      return g_strdup (strcmp (value, "true") == 0 ? C_("value", "Yes") : C_("value", "No"));

    case LSN_TYPE_DATE:
      return lsn_column_is_end (spec) ? lsn_date_end_in_words (value) : lsn_date_in_words (value);

    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
      return lsn_number_parse (value, &number) ? lsn_number_in_locale (number) : g_strdup (value);

    case LSN_TYPE_REFERENCE:
      return reference_in_words (map, spec, value);

    case LSN_TYPE_TEXT:
    case LSN_TYPE_COLOUR:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
    default:
      return g_strdup (value);
    }
}

static char *
values_in_words (const LsnCondition  *condition,
                 LsnMap              *map,
                 const LsnColumnSpec *spec)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; condition->values[i] != NULL; i++)
    g_ptr_array_add (words, lsn_condition_value_in_words (map, spec, condition->values[i]));
  g_ptr_array_add (words, NULL);
  /* Translators: stands between the members of a list in a line: "state, company" */
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

/* A column of ties that actors have too is told apart. */
static char *
label_of (LsnMap              *map,
          LsnTable             table,
          const LsnColumnSpec *spec)
{
  const char *label = lsn_column_label (spec);

  for (LsnColumn other = lsn_map_next_column (map, LSN_TABLE_ACTORS, LSN_NO_COLUMN);
       table == LSN_TABLE_TIES && other != LSN_NO_COLUMN; other = lsn_map_next_column (map, LSN_TABLE_ACTORS, other))
    if (strcmp (lsn_column_label (lsn_map_column_spec (map, LSN_TABLE_ACTORS, other)), label) == 0)
      /* Translators: %s is a column that actors and ties have; this is that of ties: "Secrecy (ties)" */
      return g_strdup_printf (C_("filter", "%s (ties)"), label);
  return g_strdup (label);
}

static char *
describe_limit (const LsnColumnSpec *spec,
                gboolean             is_least,
                const char          *label,
                const char          *value)
{
  if (spec->type == LSN_TYPE_DATE && is_least)
    /* Translators: a filter: %1$s is a column, %2$s a date */
    return g_strdup_printf (C_("filter", "%1$s: %2$s or later"), label, value);
  if (spec->type == LSN_TYPE_DATE)
    /* Translators: a filter: %1$s is a column, %2$s a date */
    return g_strdup_printf (C_("filter", "%1$s: %2$s or earlier"), label, value);
  if (is_least)
    /* Translators: a filter: %1$s is a column, %2$s a number */
    return g_strdup_printf (C_("filter", "%1$s: %2$s or more"), label, value);
  /* Translators: a filter: %1$s is a column, %2$s a number */
  return g_strdup_printf (C_("filter", "%1$s: %2$s or less"), label, value);
}

static char *
describe_cell (const LsnCondition *condition,
               LsnMap             *map)
{
  LsnColumn            column = lsn_map_find_column_by_id (map, condition->table, condition->column);
  const LsnColumnSpec *spec;
  g_autofree char     *label = NULL, *values = NULL;

  if (column == LSN_NO_COLUMN)
    /* Translators: %s is the id of a column; a filter asks for it */
    return g_strdup_printf (_("%s (no such column)"), condition->column);

  spec = lsn_map_column_spec (map, condition->table, column);
  label = label_of (map, condition->table, spec);
  values = values_in_words (condition, map, spec);
  switch (condition->test)
    {
    case LSN_TEST_IS:
      /* Translators: a filter: %1$s is a column, %2$s one or several values of it: "Kind: state, company" */
      return g_strdup_printf (C_("filter", "%1$s: %2$s"), label, values);

    case LSN_TEST_IS_NOT:
      /* Translators: a filter: %1$s is a column, %2$s one or several values of it */
      return g_strdup_printf (C_("filter", "%1$s is not: %2$s"), label, values);

    case LSN_TEST_HOLDS:
      /* Translators: a filter: %1$s is a column, %2$s a text that is looked for in it */
      return g_strdup_printf (C_("filter", "%1$s contains “%2$s”"), label, values);

    case LSN_TEST_AT_LEAST:
    case LSN_TEST_AT_MOST:
      return describe_limit (spec, condition->test == LSN_TEST_AT_LEAST, label, values);

    case LSN_TEST_KNOWN:
      /* Translators: a filter: %s is a column whose cell is not empty */
      return g_strdup_printf (C_("filter", "%s is known"), label);

    case LSN_TEST_UNKNOWN:
      /* Translators: a filter: %s is a column whose cell is empty */
      return g_strdup_printf (C_("filter", "%s is not known"), label);

    case LSN_TEST_DURING:
    case LSN_TEST_WITHIN:
    case LSN_TEST_BETWEEN:
    case LSN_TEST_TIED:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lsn_condition_describe:
 * @map: whose columns, kinds and actors it speaks of
 *
 * Returns: (transfer full): what is asked, in a few translated words
 */
char *
lsn_condition_describe (const LsnCondition *condition,
                        LsnMap             *map)
{
  static const LsnColumnSpec actors = { .type = LSN_TYPE_REFERENCE, .refers_to = LSN_TABLE_ACTORS };
  g_autofree char *words = NULL, *other = NULL;

  switch (condition->test)
    {
    case LSN_TEST_DURING:
      words = lsn_date_in_words (condition->values[0]);
      /* Translators: a filter: %s is a date, a month or a year: what lasted then */
      return g_strdup_printf (C_("filter", "During %s"), words);

    case LSN_TEST_WITHIN:
      words = values_in_words (condition, map, &actors);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: a filter: %1$u is a number of ties, %2$s one or several actors */
                                           "Within %1$u step of %2$s", "Within %1$u steps of %2$s", condition->steps),
                              condition->steps, words);

    case LSN_TEST_BETWEEN:
      words = lsn_condition_value_in_words (map, &actors, condition->values[0]);
      other = lsn_condition_value_in_words (map, &actors, condition->values[1]);
      /* Translators: a filter: who is on a path from the actor %1$s to the actor %2$s */
      return g_strdup_printf (C_("filter", "Between %1$s and %2$s"), words, other);

    case LSN_TEST_TIED:
      /* Translators: a filter: only actors that have a tie in what is shown */
      return g_strdup (C_("filter", "Tied to somebody"));

    case LSN_TEST_IS:
    case LSN_TEST_IS_NOT:
    case LSN_TEST_HOLDS:
    case LSN_TEST_AT_LEAST:
    case LSN_TEST_AT_MOST:
    case LSN_TEST_KNOWN:
    case LSN_TEST_UNKNOWN:
    default:
      return describe_cell (condition, map);
    }
}
