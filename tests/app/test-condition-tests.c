/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/condition-tests.h"

#include <locale.h>

#include "model/filter.h"

/* Every column that can be asked about has tests, each with a name of its own and an input whose values make it complete. */

static const char *
value_for (const LsnColumnSpec *spec)
{
  switch ((guint) spec->type)
    {
    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
      return "1";
    case LSN_TYPE_DATE:
      return "2021";
    case LSN_TYPE_BOOLEAN:
      return "true";
    case LSN_TYPE_CHOICE:
      return spec->choices[0].id;
    default:
      return "a";
    }
}

static void
check_test (LsnTable             table,
            const LsnColumnSpec *spec,
            LsnTest              test)
{
  const char *values[] = { value_for (spec), NULL };
  gboolean    has_value = lsn_condition_input (spec, test) != LSN_INPUT_NONE;
  g_autoptr (LsnCondition) condition = lsn_condition_new (test, table, spec->id, has_value ? values : NULL);
  g_autoptr (LsnCondition) empty = lsn_condition_new (test, table, spec->id, NULL);
  g_autoptr (LsnCondition) again = NULL;
  g_autofree char         *text = lsn_condition_to_text (condition);

  g_assert_true (lsn_condition_is_complete (condition));
  g_assert_true (lsn_condition_is_complete (empty) == !has_value);
  again = lsn_condition_parse (text, NULL);
  g_assert_nonnull (again);
  g_assert_true (lsn_condition_equal (condition, again));
}

static void
test_columns (void)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };
  guint n_columns = 0;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint column = 0; column < lsn_table_n_builtin (tables[t]); column++)
      {
        const LsnColumnSpec   *spec = lsn_table_builtin (tables[t], column);
        g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
        LsnTest                tests[LSN_N_TESTS];
        guint                  n_tests = lsn_column_tests (spec, tests);

        if (!lsn_column_has_tests (spec))
          {
            g_assert_true (spec->hidden || spec->type == LSN_TYPE_IMAGE);
            continue;
          }
        n_columns++;
        g_assert_cmpuint (n_tests, >=, 2);
        for (guint i = 0; i < n_tests; i++)
          {
            check_test (tables[t], spec, tests[i]);
            g_assert_true (g_hash_table_add (labels, (gpointer) lsn_column_test_label (spec, tests[i])));
          }
      }
  g_assert_cmpuint (n_columns, >, 30);
}

static void
test_words (void)
{
  const LsnColumnSpec *power = lsn_table_builtin (LSN_TABLE_ACTORS, LSN_ACTOR_POWER);
  const LsnColumnSpec *since = lsn_table_builtin (LSN_TABLE_ACTORS, LSN_ACTOR_SINCE);
  const LsnColumnSpec *until = lsn_table_builtin (LSN_TABLE_TIES, LSN_TIE_UNTIL);
  const LsnColumnSpec *pinned = lsn_table_builtin (LSN_TABLE_ACTORS, LSN_ACTOR_PINNED);
  LsnTest              tests[LSN_N_TESTS];

  g_assert_cmpstr (lsn_column_test_label (power, LSN_TEST_AT_LEAST), ==, "is at least");
  g_assert_cmpstr (lsn_column_test_label (since, LSN_TEST_AT_LEAST), ==, "is or is later than");
  g_assert_cmpstr (lsn_column_test_label (since, LSN_TEST_IS), ==, "is in");
  g_assert_cmpstr (lsn_column_test_label (until, LSN_TEST_IS), ==, "is");
  /* Nobody does not know whether an actor is pinned. */
  g_assert_cmpuint (lsn_column_tests (pinned, tests), ==, 2);
  g_assert_cmpint (lsn_condition_input (NULL, LSN_TEST_WITHIN), ==, LSN_INPUT_ACTORS);
  g_assert_cmpint (lsn_condition_input (NULL, LSN_TEST_DURING), ==, LSN_INPUT_TYPED);
  g_assert_cmpint (lsn_condition_input (NULL, LSN_TEST_TIED), ==, LSN_INPUT_NONE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/condition-tests/columns", test_columns);
  g_test_add_func ("/app/condition-tests/words", test_words);
  return g_test_run ();
}
