/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/condition-tests.h"

#include <glib/gi18n-lib.h>

/* The first of each is the one to begin with. */
static const LsnTest of_texts[] = { LSN_TEST_HOLDS, LSN_TEST_IS, LSN_TEST_IS_NOT, LSN_TEST_KNOWN, LSN_TEST_UNKNOWN };
static const LsnTest of_numbers[] = { LSN_TEST_AT_LEAST, LSN_TEST_AT_MOST, LSN_TEST_IS, LSN_TEST_IS_NOT, LSN_TEST_KNOWN,
                                      LSN_TEST_UNKNOWN };
static const LsnTest of_dates[] = { LSN_TEST_IS, LSN_TEST_IS_NOT, LSN_TEST_AT_LEAST, LSN_TEST_AT_MOST, LSN_TEST_KNOWN,
                                    LSN_TEST_UNKNOWN };
static const LsnTest of_values[] = { LSN_TEST_IS, LSN_TEST_IS_NOT, LSN_TEST_KNOWN, LSN_TEST_UNKNOWN };
static const LsnTest of_flags[] = { LSN_TEST_IS, LSN_TEST_IS_NOT };

static guint
copy_tests (LsnTest       *tests,
            const LsnTest *from,
            guint          n)
{
  for (guint i = 0; i < n; i++)
    tests[i] = from[i];
  return n;
}

/**
 * lsn_column_has_tests:
 *
 * Returns: whether anybody would filter by that column
 */
gboolean
lsn_column_has_tests (const LsnColumnSpec *spec)
{
  return !spec->hidden && spec->type != LSN_TYPE_POINTS && spec->type != LSN_TYPE_IMAGE && spec->type != LSN_TYPE_XML;
}

/**
 * lsn_column_tests:
 * @tests: (out caller-allocates): the tests that suit the column, the one to begin with first
 *
 * Returns: how many there are
 */
guint
lsn_column_tests (const LsnColumnSpec *spec,
                  LsnTest              tests[LSN_N_TESTS])
{
  switch (spec->type)
    {
    case LSN_TYPE_TEXT:
      return copy_tests (tests, of_texts, G_N_ELEMENTS (of_texts));

    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
      return copy_tests (tests, of_numbers, G_N_ELEMENTS (of_numbers));

    case LSN_TYPE_DATE:
      return copy_tests (tests, of_dates, G_N_ELEMENTS (of_dates));

    case LSN_TYPE_BOOLEAN:
    case LSN_TYPE_CHOICE:
    case LSN_TYPE_COLOUR:
    case LSN_TYPE_REFERENCE:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
    default:
      if (lsn_column_is_flag (spec))
        return copy_tests (tests, of_flags, G_N_ELEMENTS (of_flags));
      return copy_tests (tests, of_values, G_N_ELEMENTS (of_values));
    }
}

static const char *
date_test_label (const LsnColumnSpec *spec,
                 LsnTest              test)
{
  gboolean is_end = lsn_column_is_end (spec);

  switch ((guint) test)
    {
    case LSN_TEST_IS:
      /* Translators: what a filter asks of a date: "since … is in 2021"; for ends it is "is the end of 2021" */
      return is_end ? C_("test", "is") : C_("test", "is in");

    case LSN_TEST_IS_NOT:
      return is_end ? C_("test", "is not") : C_("test", "is not in");

    case LSN_TEST_AT_LEAST:
      /* Translators: what a filter asks of a date: that day, month or year, or later */
      return C_("test", "is or is later than");

    default:
      /* Translators: what a filter asks of a date: that day, month or year, or earlier */
      return C_("test", "is or is earlier than");
    }
}

/**
 * lsn_column_test_label:
 *
 * Returns: what a test is called that suits the column: it stands between the column's name and the value
 */
const char *
lsn_column_test_label (const LsnColumnSpec *spec,
                       LsnTest              test)
{
  if (spec->type == LSN_TYPE_DATE && test != LSN_TEST_KNOWN && test != LSN_TEST_UNKNOWN)
    return date_test_label (spec, test);
  switch ((guint) test)
    {
    case LSN_TEST_IS:
      /* Translators: what a filter asks of a column; one or several values follow, of which one is enough */
      return C_("test", "is");

    case LSN_TEST_IS_NOT:
      return C_("test", "is not");

    case LSN_TEST_HOLDS:
      /* Translators: what a filter asks of a column: this text is somewhere in it */
      return C_("test", "contains");

    case LSN_TEST_AT_LEAST:
      return C_("test", "is at least");

    case LSN_TEST_AT_MOST:
      return C_("test", "is at most");

    case LSN_TEST_KNOWN:
      /* Translators: what a filter asks of a column: that there is a value */
      return C_("test", "is known");

    default:
      return C_("test", "is not known");
    }
}

/**
 * lsn_condition_input:
 * @spec: (nullable): the column; %NULL for tests that have none
 *
 * Returns: by what the values of a condition are given
 */
LsnConditionInput
lsn_condition_input (const LsnColumnSpec *spec,
                     LsnTest              test)
{
  switch ((guint) test)
    {
    case LSN_TEST_WITHIN:
    case LSN_TEST_BETWEEN:
      return LSN_INPUT_ACTORS;

    case LSN_TEST_DURING:
    case LSN_TEST_AT_LEAST:
    case LSN_TEST_AT_MOST:
      return LSN_INPUT_TYPED;

    case LSN_TEST_HOLDS:
      return LSN_INPUT_WORDS;

    case LSN_TEST_IS:
    case LSN_TEST_IS_NOT:
      return spec->type == LSN_TYPE_DATE ? LSN_INPUT_TYPED : LSN_INPUT_VALUES;

    default:
      return LSN_INPUT_NONE;
    }
}

/**
 * lsn_whole_map_test_label:
 * @test: one that has no column
 *
 * Returns: what it is called in the list of all that a filter can ask
 */
const char *
lsn_whole_map_test_label (LsnTest test)
{
  switch ((guint) test)
    {
    case LSN_TEST_WITHIN:
      return C_("filter", "Within some steps of actors");

    case LSN_TEST_BETWEEN:
      return C_("filter", "On a path between two actors");

    case LSN_TEST_DURING:
      /* Translators: a filter: what lasted in a year, in a month or on a day */
      return C_("filter", "During a date");

    default:
      return C_("filter", "Tied to somebody");
    }
}
