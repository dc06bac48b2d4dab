/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/edit.h"
#include "model/invariants.h"

#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

#define ACTORS LSN_TABLE_ACTORS

typedef struct
{
  LsnMap *map;
  LsnRow  actor;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Test", NULL);
  fixture->actor = lsn_map_insert_actor (fixture->map, "qatar", "Qatar", LSN_NO_ROW, NAN, NAN, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *problem = lsn_map_check (fixture->map);

  g_assert_cmpstr (problem, ==, NULL);
  lsn_map_commit (fixture->map);
  g_clear_object (&fixture->map);
}

/* Refused with a sentence, and the cell is what it was. */
static void
assert_refused (Fixture      *fixture,
                LsnColumn     column,
                LsnValue      value,
                LsnModelError code)
{
  g_autofree char *before = lsn_map_format_cell (fixture->map, ACTORS, fixture->actor, column);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lsn_map_set (fixture->map, ACTORS, fixture->actor, column, value, &error));
  g_assert_error (error, LSN_MODEL_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));

  after = lsn_map_format_cell (fixture->map, ACTORS, fixture->actor, column);
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  for (LsnColumn column = LSN_ACTOR_KIND; column < LSN_N_ACTOR_COLUMNS; column++)
    {
      g_assert_cmpint (lsn_map_get (fixture->map, ACTORS, fixture->actor, column).kind, ==, LSN_VALUE_EMPTY);
      g_assert_null (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, column));
      g_assert_true (isnan (lsn_map_get_number (fixture->map, ACTORS, fixture->actor, column)));
      g_assert_cmpint (lsn_map_get_boolean (fixture->map, ACTORS, fixture->actor, column), ==, -1);
      g_assert_cmpuint (lsn_map_get_reference (fixture->map, ACTORS, fixture->actor, column), ==, LSN_NO_ROW);
      g_assert_null (lsn_map_format_cell (fixture->map, ACTORS, fixture->actor, column));
    }

  /* A row or a column that is not there has empty cells too. */
  g_assert_null (lsn_map_get_text (fixture->map, ACTORS, 12345, LSN_ACTOR_NAME));
  g_assert_null (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, 9999));
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *longest = g_strnfill (1024 * 1024, 'x');
  g_autofree char *too_long = g_strnfill (1024 * 1024 + 1, 'x');

  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NAME), ==, "Qatar");
  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES, longest, NULL));
  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES), ==, longest);

  assert_refused (fixture, LSN_ACTOR_NOTES, lsn_value_text (too_long), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_text ("a\001"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_text ("\xFF"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_text ("\xEF\xBF\xBF"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_integer (1), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_boolean (TRUE), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_NAME, lsn_value_reference (1), LSN_MODEL_ERROR_VALUE);

  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES, "", NULL));
  g_assert_null (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES));
}

static void
test_numbers (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 1.0, NULL));
  g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.0, NULL));
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER), ==, 0.0);
  g_assert_true (lsn_map_set (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, lsn_value_integer (1), NULL));
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER), ==, 1.0);

  assert_refused (fixture, LSN_ACTOR_POWER, lsn_value_number (1.0000001), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_POWER, lsn_value_number (-0.1), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_POWER, lsn_value_number (NAN), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_POWER, lsn_value_number (INFINITY), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_POWER, lsn_value_text ("0.5"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_X, lsn_value_number (1.1e9), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_Y, lsn_value_number (-INFINITY), LSN_MODEL_ERROR_VALUE);

  /* 0 is known; NaN through the convenience is not. */
  g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, NAN, NULL));
  g_assert_cmpint (lsn_map_get (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER).kind, ==, LSN_VALUE_EMPTY);
}

static void
test_rounding (Fixture      *fixture,
               gconstpointer data)
{
  static const struct { double given, kept; } cases[] = {
    { 1.234, 1.23 }, { 1.236, 1.24 }, { -1.236, -1.24 }, { 0.004, 0.0 }, { -0.004, 0.0 }, { 1.15, 1.15 },
    { 100000.07, 100000.07 }, { 999999999.99, 999999999.99 }, { 4.35, 4.35 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double kept;

      g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_X, cases[i].given, NULL));
      kept = lsn_map_get_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_X);
      g_assert_cmpmem (&kept, sizeof kept, &cases[i].kept, sizeof cases[i].kept);
    }
}

static void
test_integers (Fixture      *fixture,
               gconstpointer data)
{
  static const gint64 extremes[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      LsnValue value = lsn_value_integer (extremes[i]);

      g_assert_true (lsn_map_set (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_ORDER, value, NULL));
      g_assert_true (lsn_value_equal (lsn_map_get (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_ORDER), value));
    }

  g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_ORDER, 3.0, NULL));
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_ORDER), ==, 3.0);
  assert_refused (fixture, LSN_ACTOR_ORDER, lsn_value_number (2.5), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_ORDER, lsn_value_number (1e18), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_ORDER, lsn_value_number (NAN), LSN_MODEL_ERROR_VALUE);
}

static void
test_booleans (Fixture      *fixture,
               gconstpointer data)
{
  g_assert_true (lsn_map_set_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS, FALSE, NULL));
  g_assert_cmpint (lsn_map_get_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS), ==, 0);
  g_assert_true (lsn_map_set_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS, TRUE, NULL));
  g_assert_cmpint (lsn_map_get_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS), ==, 1);
  g_assert_true (lsn_map_set_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS, -1, NULL));
  g_assert_cmpint (lsn_map_get_boolean (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_OURS), ==, -1);
  assert_refused (fixture, LSN_ACTOR_OURS, lsn_value_integer (1), LSN_MODEL_ERROR_VALUE);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  LsnRow kind = lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "state");

  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_SECRECY, "covert", NULL));
  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_SECRECY), ==, "covert");
  assert_refused (fixture, LSN_ACTOR_SECRECY, lsn_value_text ("Covert"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_SECRECY, lsn_value_text ("hidden"), LSN_MODEL_ERROR_VALUE);

  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_SINCE, "2021-02", NULL));
  assert_refused (fixture, LSN_ACTOR_SINCE, lsn_value_text ("2021-02-30"), LSN_MODEL_ERROR_VALUE);
  assert_refused (fixture, LSN_ACTOR_SINCE, lsn_value_text ("yesterday"), LSN_MODEL_ERROR_VALUE);

  g_assert_true (lsn_map_set_text (fixture->map, LSN_TABLE_KINDS, kind, LSN_KIND_COLOUR, "#ABCDEF", NULL));
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_KINDS, kind, LSN_KIND_COLOUR), ==, "#abcdef");
  g_assert_false (lsn_map_set_text (fixture->map, LSN_TABLE_KINDS, kind, LSN_KIND_COLOUR, "blue", NULL));
}

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  LsnRow inner = lsn_map_insert_actor (fixture->map, "inner", NULL, LSN_NO_ROW, NAN, NAN, NULL);
  LsnRow innermost = lsn_map_insert_actor (fixture->map, "innermost", NULL, LSN_NO_ROW, NAN, NAN, NULL);

  assert_refused (fixture, LSN_ACTOR_PARENT, lsn_value_reference (9999), LSN_MODEL_ERROR_REFERENCE);
  assert_refused (fixture, LSN_ACTOR_PARENT, lsn_value_reference (fixture->actor), LSN_MODEL_ERROR_REFERENCE);
  assert_refused (fixture, LSN_ACTOR_KIND, lsn_value_text ("state"), LSN_MODEL_ERROR_VALUE);

  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, inner, LSN_ACTOR_PARENT, fixture->actor, NULL));
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, innermost, LSN_ACTOR_PARENT, inner, NULL));
  assert_refused (fixture, LSN_ACTOR_PARENT, lsn_value_reference (inner), LSN_MODEL_ERROR_REFERENCE);
  assert_refused (fixture, LSN_ACTOR_PARENT, lsn_value_reference (innermost), LSN_MODEL_ERROR_REFERENCE);
}

static void
test_broader (Fixture      *fixture,
              gconstpointer data)
{
  LsnRow pressure = lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "pressure");
  LsnRow threat = lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "threat");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_KINDS, threat, LSN_KIND_BROADER), ==, pressure);
  g_assert_false (lsn_map_set_reference (fixture->map, LSN_TABLE_KINDS, pressure, LSN_KIND_BROADER, threat, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
}

/* What is written for a cell is read as the same. */
static void
test_format_and_parse (Fixture      *fixture,
                       gconstpointer data)
{
  static const struct { LsnColumn column; const char *text; const char *written; } cases[] = {
    { LSN_ACTOR_NAME, " spaces stay ", " spaces stay " },
    { LSN_ACTOR_KIND, "armed-group", "armed-group" },
    { LSN_ACTOR_POWER, " 0.50 ", "0.5" },
    { LSN_ACTOR_POWER, "NaN", NULL },
    { LSN_ACTOR_POWER, "", NULL },
    { LSN_ACTOR_OURS, "true", "true" },
    { LSN_ACTOR_OURS, "False", "false" },
    { LSN_ACTOR_OURS, "1", "true" },
    { LSN_ACTOR_SECRECY, " covert\n", "covert" },
    { LSN_ACTOR_SINCE, "2021-02-28", "2021-02-28" },
    { LSN_ACTOR_X, "12.345", "12.35" },
    { LSN_ACTOR_ORDER, "-9223372036854775808", "-9223372036854775808" },
    { LSN_ACTOR_ORDER, "3.0", "3" },
    { LSN_ACTOR_ORDER, "nan", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = NULL;
      g_autoptr (GError) error = NULL;
      LsnValue value;

      g_assert_true (lsn_map_parse_cell (fixture->map, ACTORS, cases[i].column, cases[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_true (lsn_map_set (fixture->map, ACTORS, fixture->actor, cases[i].column, value, NULL));
      written = lsn_map_format_cell (fixture->map, ACTORS, fixture->actor, cases[i].column);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_parse_refusals (Fixture      *fixture,
                     gconstpointer data)
{
  static const struct { LsnColumn column; const char *text; LsnModelError code; } cases[] = {
    { LSN_ACTOR_POWER, "much", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_POWER, "inf", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_POWER, "7", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_OURS, "maybe", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_ORDER, "1.5", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_ORDER, "9223372036854775808", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_SECRECY, "hidden", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_KIND, "no-such-kind", LSN_MODEL_ERROR_REFERENCE },
    { LSN_ACTOR_SINCE, "2021-13", LSN_MODEL_ERROR_VALUE },
    { LSN_ACTOR_NAME, "\001", LSN_MODEL_ERROR_VALUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      LsnValue value;

      g_assert_false (lsn_map_parse_cell (fixture->map, ACTORS, cases[i].column, cases[i].text, &value, &error));
      g_assert_error (error, LSN_MODEL_ERROR, (int) cases[i].code);
    }
}

/* Setting what is there already is no edit. */
static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.25, NULL);
  lsn_map_commit (fixture->map);

  lsn_map_begin (fixture->map, "Again", NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.25, NULL);
  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NAME, "Qatar", NULL);
  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES, NULL, NULL);
  g_assert_false (lsn_map_commit (fixture->map));
  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "Test");

  lsn_map_begin (fixture->map, "Test", NULL);
}

#define ADD(name, function) g_test_add ("/model/cells/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("text", test_text);
  ADD ("numbers", test_numbers);
  ADD ("rounding", test_rounding);
  ADD ("integers", test_integers);
  ADD ("booleans", test_booleans);
  ADD ("words", test_words);
  ADD ("references", test_references);
  ADD ("broader", test_broader);
  ADD ("format-and-parse", test_format_and_parse);
  ADD ("parse-refusals", test_parse_refusals);
  ADD ("same", test_same);

  return g_test_run ();
}
