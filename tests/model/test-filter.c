/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <string.h>

#include "model/condition-words.h"
#include "model/edit.h"
#include "model/filter.h"
#include "model/kinds.h"
#include "model/report.h"

/* Six actors in a row a - b - c - d - e, and f alone; g is a container that holds e. */
typedef struct
{
  LsnMap *map;
  LsnRow  actors[7];
  LsnRow  ties[4];
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  static const char *const kinds[] = { "state", "state", "ngo", "armed-group", "person", "media", "armed-group" };
  static const char *const tie_kinds[] = { "negotiation", "mediation", "rivalry", "back-channel" };
  LsnMap *map = fixture->map = lsn_map_new (origin);

  lsn_map_begin (map, "Draw", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    {
      char id[] = { (char) ('a' + i), '\0' };

      fixture->actors[i] = lsn_map_insert_actor (map, id, id, lsn_map_find_row (map, LSN_TABLE_KINDS, kinds[i]), 0, 0, NULL);
      g_assert_cmpuint (fixture->actors[i], !=, LSN_NO_ROW);
      if (i < 4)
        lsn_map_set_number (map, LSN_TABLE_ACTORS, fixture->actors[i], LSN_ACTOR_POWER, i / 4.0, NULL);
    }
  lsn_map_set_reference (map, LSN_TABLE_ACTORS, fixture->actors[4], LSN_ACTOR_PARENT, fixture->actors[6], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ties); i++)
    fixture->ties[i] = lsn_map_insert_tie (map, NULL, fixture->actors[i], fixture->actors[i + 1],
                                           lsn_map_find_row (map, LSN_TABLE_KINDS, tie_kinds[i]), NULL);
  lsn_map_set_text (map, LSN_TABLE_TIES, fixture->ties[1], LSN_TIE_SINCE, "2020-06", NULL);
  lsn_map_set_text (map, LSN_TABLE_TIES, fixture->ties[1], LSN_TIE_UNTIL, "2022", NULL);
  lsn_map_set_text (map, LSN_TABLE_ACTORS, fixture->actors[2], LSN_ACTOR_NOTES, "Founded in Zürich", NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static char *
names_shown (LsnMap         *map,
             const LsnShown *shown)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_actors = 0, n_ties = 0;

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    if (shown->actors[actor])
      {
        g_string_append (names, lsn_map_row_id (map, LSN_TABLE_ACTORS, actor));
        n_actors++;
      }
  g_string_append_c (names, ' ');
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    if (shown->ties[tie])
      {
        g_string_append (names, lsn_map_row_id (map, LSN_TABLE_ACTORS,
                                                lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE)));
        n_ties++;
      }
  g_assert_cmpuint (shown->n_actors, ==, n_actors);
  g_assert_cmpuint (shown->n_ties, ==, n_ties);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The actors that are shown, then the sources of the ties. */
static const struct
{
  const char *filter, *shown;
} shown_by[] = {
  { "", "abcdefg abcd" },
  { "is actors kind state", "ab a" },
  { "is actors kind state ngo", "abc ab" },
  /* A broader kind takes the narrower ones in, also one that is no row. */
  { "is actors kind organisation", "cdfg c" },
  { "is ties tie-kind communication", "abcdefg abd" },
  { "is-not actors kind state ngo", "defg d" },
  { "is actors kind person", "eg " },
  { "is actors parent g", "eg " },
  { "at-least actors power 0.5", "cd c" },
  { "at-most actors power 0.25", "ab a" },
  { "known actors power", "abcd abc" },
  { "unknown actors power", "efg " },
  { "holds actors notes zurich", "c " },
  { "holds actors kind 'armed GROUP'", "dg " },
  { "is ties tie-kind rivalry", "abcdefg c" },
  { "is ties tie-kind rivalry\ntied", "cd c" },
  { "during 2020-05", "abcdefg acd" },
  { "during 2020-06-30", "abcdefg abcd" },
  { "during 2021-12-31", "abcdefg abcd" },
  { "during 2022", "abcdefg acd" },
  { "during 2020", "abcdefg abcd" },
  { "at-most ties tie-since 2020", "abcdefg b" },
  { "at-least ties tie-since 2020-07", "abcdefg " },
  /* A month is one of its year, not the other way round. */
  { "is ties tie-since 2020", "abcdefg b" },
  { "is ties tie-since 2020-06", "abcdefg b" },
  { "is ties tie-since 2020-06-01", "abcdefg " },
  { "is-not ties tie-since 2020", "abcdefg acd" },
  /* An end is a moment: that of 2021 is 2022, and so is the first day of 2022. */
  { "at-most ties tie-until 2022", "abcdefg b" },
  { "at-most ties tie-until 2022-01-01", "abcdefg b" },
  { "at-most ties tie-until 2021-12", "abcdefg " },
  { "at-least ties tie-until 2022-01", "abcdefg b" },
  { "at-least ties tie-until 2022-02", "abcdefg " },
  { "is ties tie-until 2022-01-01", "abcdefg b" },
  { "is ties tie-until 2021", "abcdefg " },
  { "within 1 b", "abc ab" },
  { "within 1 a e", "abdeg ad" },
  { "within 0 f", "f " },
  { "within 5 nobody", " " },
  { "between a c", "abc ab" },
  { "between f a", "af " },
  { "within 2 a\nis ties tie-kind negotiation", "abc ab" },
  { "within 2 a\nis ties tie-kind mediation", "a " },
  { "between a e\nwithin 1 c", "bcd bc" },
  { "is actors gone x", "abcdefg abcd" },
  { "is actors kind gone", " " },
};

static void
test_cases (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_by); i++)
    {
      g_autoptr (LsnReport) report = lsn_report_new ();
      g_autoptr (LsnFilter) filter = lsn_filter_parse (shown_by[i].filter, report);
      g_autoptr (LsnShown)  shown = lsn_filter_apply (filter, fixture->map);
      g_autofree char      *names = names_shown (fixture->map, shown);

      g_test_message ("%s", shown_by[i].filter);
      g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);
      g_assert_cmpstr (names, ==, shown_by[i].shown);
    }
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *condition, *words;
  } cases[] = {
    { "is actors kind state ngo", "Kind: State, NGO" },
    { "is-not ties direction mutual", "Direction is not: Both ways" },
    { "holds actors label 'x y'", "Name contains “x y”" },
    { "at-least actors power 0.5", "Power: 0.5 or more" },
    { "unknown ties trust", "Trust is not known" },
    { "during 2021", "During 2021" },
    { "within 1 a", "Within 1 step of a" },
    { "within 2 a b", "Within 2 steps of a, b" },
    { "between a e", "Between a and e" },
    { "is actors gone x", "gone (no such column)" },
    /* What ties have and actors too is told apart. */
    { "is ties tie-kind negotiation", "Kind (ties): Negotiation" },
    { "is actors secrecy covert", "Secrecy: Covert" },
    { "is ties tie-secrecy covert", "Secrecy (ties): Covert" },
    { "is actors since 2021-03", "Since: March 2021" },
    { "at-least actors since 2021-03", "Since: March 2021 or later" },
    { "at-most actors until 2022", "Until: the end of 2021 or earlier" },
    /* A kind that is built in is called so though it is gone; an id that nobody can read is not shown. */
    { "is actors kind organisation", "Kind: Organisation" },
    { "is actors kind 'c7qx2m5fh4tzb'", "Kind: removed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LsnCondition) condition = lsn_condition_parse (cases[i].condition, NULL);
      g_autofree char *words = lsn_condition_describe (condition, fixture->map);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_wrong_text (void)
{
  static const char *const wrong[] = {
    "is", "is actors", "is actors kind", "is kinds of tie", "at-least actors power 1 2", "during soon", "during", "within a",
    "within 2", "within -1 a", "between a", "between a b c", "tied a", "known actors power 1", "somehow", "'open", "\303",
  };
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnFilter) filter = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lsn_condition_parse (wrong[i], &error));
      g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE);
    }

  filter = lsn_filter_parse ("tied\nsomehow\nduring 2021", report);
  g_assert_cmpuint (lsn_filter_n (filter), ==, 2);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 1);
  g_assert_cmpuint (lsn_report_get (report, 0)->line, ==, 2);
}

static LsnCondition *
random_condition (void)
{
  static const char *const columns[] = { "kind", "power", "label", "notes", "gone" };
  static const char *const values[] = { "state", "0.25", "a", "it's \"odd\"", "two\nlines", "b", "\\", "" };
  LsnTest     test = (LsnTest) g_test_rand_int_range (0, LSN_N_TESTS);
  gboolean    has_column = test < LSN_TEST_DURING;
  guint       n = test == LSN_TEST_BETWEEN ? 2 : test == LSN_TEST_IS || test == LSN_TEST_WITHIN ? 3 : 1;
  const char *given[4] = { NULL };
  LsnCondition *condition;

  for (guint i = 0; i < n; i++)
    given[i] = test == LSN_TEST_DURING ? "2021" : values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
  if (test == LSN_TEST_KNOWN || test == LSN_TEST_UNKNOWN || test == LSN_TEST_TIED)
    given[0] = NULL;
  condition = lsn_condition_new (test, LSN_TABLE_ACTORS,
                                 has_column ? columns[g_test_rand_int_range (0, G_N_ELEMENTS (columns))] : NULL, given);
  condition->steps = test == LSN_TEST_WITHIN ? (guint) g_test_rand_int_range (0, 4) : 0;
  return condition;
}

/* What is written is read back; one more condition never shows more; their order does not matter. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (LsnFilter) filter = lsn_filter_new ();
      g_autoptr (LsnFilter) reversed = lsn_filter_new ();
      g_autoptr (LsnFilter) again = NULL;
      g_autoptr (LsnShown)  before = NULL;
      g_autoptr (LsnShown)  after = NULL;
      g_autoptr (LsnShown)  other = NULL;
      g_autofree char      *text = NULL, *names = NULL, *other_names = NULL;

      for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
        lsn_filter_add (filter, random_condition ());
      before = lsn_filter_apply (filter, fixture->map);
      lsn_filter_add (filter, random_condition ());
      after = lsn_filter_apply (filter, fixture->map);
      for (guint row = 0; row <= lsn_map_max_row (fixture->map, LSN_TABLE_ACTORS); row++)
        g_assert_true (before->actors[row] || !after->actors[row]);

      for (guint at = lsn_filter_n (filter); at > 0; at--)
        lsn_filter_add (reversed, lsn_condition_copy (lsn_filter_get (filter, at - 1)));
      other = lsn_filter_apply (reversed, fixture->map);
      names = names_shown (fixture->map, after);
      other_names = names_shown (fixture->map, other);
      g_assert_cmpstr (names, ==, other_names);

      text = lsn_filter_to_text (filter);
      again = lsn_filter_parse (text, NULL);
      g_assert_true (lsn_filter_equal (filter, again));
    }
}

static void
test_list (void)
{
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("tied\ntied\nduring 2021", NULL);
  g_autoptr (LsnFilter) copy = lsn_filter_copy (filter);

  g_assert_cmpuint (lsn_filter_n (filter), ==, 2);
  g_assert_true (lsn_filter_equal (filter, copy));
  lsn_filter_remove (copy, 0);
  g_assert_false (lsn_filter_equal (filter, copy));
  g_assert_cmpint (lsn_filter_get (copy, 0)->test, ==, LSN_TEST_DURING);
}

/* What cells say is asked for or hidden; empty ones count only among their own. */
static void
test_of_cells (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *actors;
    LsnColumn   column;
    gboolean    hide;
    const char *text;
  } cases[] = {
    { "ab", LSN_ACTOR_KIND, FALSE, "is actors 'kind' 'state'" },
    { "acb", LSN_ACTOR_KIND, FALSE, "is actors 'kind' 'state' 'ngo'" },
    { "c", LSN_ACTOR_KIND, TRUE, "is-not actors 'kind' 'ngo'" },
    { "bf", LSN_ACTOR_POWER, FALSE, "is actors 'power' '0.25'" },
    { "ef", LSN_ACTOR_POWER, FALSE, "unknown actors 'power'" },
    { "ef", LSN_ACTOR_POWER, TRUE, "known actors 'power'" },
    { "e", LSN_ACTOR_PARENT, FALSE, "is actors 'parent' 'g'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LsnRow rows[4];
      guint  n_rows = (guint) strlen (cases[i].actors);
      g_autoptr (LsnCondition) condition = NULL;
      g_autofree char         *text = NULL;

      for (guint j = 0; j < n_rows; j++)
        rows[j] = fixture->actors[cases[i].actors[j] - 'a'];
      condition = lsn_condition_of_cells (fixture->map, LSN_TABLE_ACTORS, cases[i].column, rows, n_rows, cases[i].hide);
      text = lsn_condition_to_text (condition);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (lsn_condition_is_complete (condition));
      for (guint j = 0; j < n_rows && strcmp (cases[i].actors, "bf") != 0; j++)
        g_assert_true (lsn_condition_test (condition, fixture->map, rows[j]) == !cases[i].hide);
    }
}

static void
assert_exempt (const LsnFilter *filter,
               Fixture         *fixture,
               const char      *actors,
               guint            n_ties)
{
  g_autoptr (LsnShown) shown = lsn_filter_apply (filter, fixture->map);

  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    g_assert_cmpint (shown->actors[fixture->actors[i]], ==, strchr (actors, 'a' + (int) i) != NULL);
  g_assert_cmpuint (shown->n_actors, ==, strlen (actors));
  g_assert_cmpuint (shown->n_ties, ==, n_ties);
}

/* Who is exempt is shown whatever is asked, with the containers around; ties come with their ends. Rows that are gone do not. */
static void
test_exempt (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("is actors kind ngo\ntied", NULL);
  g_autoptr (LsnFilter) copy = NULL;

  assert_exempt (filter, fixture, "", 0);
  lsn_filter_exempt (filter, LSN_TABLE_ACTORS, &fixture->actors[4], 1);
  assert_exempt (filter, fixture, "eg", 0);
  lsn_filter_exempt (filter, LSN_TABLE_TIES, &fixture->ties[0], 1);
  assert_exempt (filter, fixture, "egab", 1);
  copy = lsn_filter_copy (filter);
  assert_exempt (copy, fixture, "egab", 1);
  lsn_map_begin (fixture->map, "Delete", NULL);
  lsn_map_remove_row (fixture->map, LSN_TABLE_TIES, fixture->ties[0], NULL);
  lsn_map_commit (fixture->map);
  assert_exempt (copy, fixture, "eg", 0);
  lsn_map_undo (fixture->map);
  assert_exempt (copy, fixture, "egab", 1);
  lsn_filter_forget_exempt (copy);
  assert_exempt (copy, fixture, "", 0);
  g_assert_true (lsn_filter_equal (copy, filter));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/filter/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/filter/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add_func ("/filter/wrong-text", test_wrong_text);
  g_test_add ("/filter/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add_func ("/filter/list", test_list);
  g_test_add ("/filter/of-cells", Fixture, NULL, set_up, test_of_cells, tear_down);
  g_test_add ("/filter/exempt", Fixture, NULL, set_up, test_exempt, tear_down);
  return g_test_run ();
}
