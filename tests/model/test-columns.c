/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/changes.h"
#include "model/bounds.h"
#include "model/edit.h"
#include "model/invariants.h"

#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

#define ACTORS LSN_TABLE_ACTORS
#define ANY .min = -INFINITY, .max = INFINITY

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
  fixture->actor = lsn_map_insert_actor (fixture->map, "a", "A", LSN_NO_ROW, NAN, NAN, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *problem = lsn_map_check (fixture->map);

  g_assert_cmpstr (problem, ==, NULL);
  if (lsn_map_in_transaction (fixture->map))
    lsn_map_commit (fixture->map);
  g_clear_object (&fixture->map);
}

static void
assert_cell (Fixture    *fixture,
             LsnColumn   column,
             const char *text)
{
  g_autofree char *cell = lsn_map_format_cell (fixture->map, ACTORS, fixture->actor, column);

  g_assert_cmpstr (cell, ==, text);
}

/* Everything that a description says is kept, in the map's own copy. */
static void
test_insert (Fixture      *fixture,
             gconstpointer data)
{
  char name[] = "reach", unit[] = "km", word[] = "near";
  LsnChoice choices[] = { { word, "Near" }, { "far", NULL } };
  LsnColumnSpec spec = {
    .id = "d7", .name = name, .type = LSN_TYPE_CHOICE, .unit = unit, .choices = choices, .n_choices = 2, ANY,
    .translatable = TRUE, .handling = "team",
  };
  LsnColumn column = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
  const LsnColumnSpec *kept;

  memset (name, 'x', strlen (name));
  memset (unit, 'x', strlen (unit));
  memset (word, 'x', strlen (word));

  g_assert_cmpuint (column, ==, LSN_N_ACTOR_COLUMNS);
  g_assert_cmpuint (lsn_map_find_column (fixture->map, ACTORS, "reach"), ==, column);
  g_assert_cmpuint (lsn_map_find_column_by_id (fixture->map, ACTORS, "d7"), ==, column);
  g_assert_cmpuint (lsn_map_find_column (fixture->map, LSN_TABLE_TIES, "reach"), ==, LSN_NO_COLUMN);

  kept = lsn_map_column_spec (fixture->map, ACTORS, column);
  g_assert_cmpstr (lsn_column_label (kept), ==, "reach");
  g_assert_cmpstr (kept->unit, ==, "km");
  g_assert_cmpstr (kept->handling, ==, "team");
  g_assert_true (kept->translatable);
  g_assert_cmpstr (lsn_column_choice_label (kept, "near"), ==, "Near");
  g_assert_cmpstr (lsn_column_choice_label (kept, "far"), ==, "far");

  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, "far", NULL));
  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, column), ==, "far");
  g_assert_false (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, "farther", NULL));
}

static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  LsnColumnSpec spec = { .name = "Red Lines", .type = LSN_TYPE_TEXT, ANY };
  LsnColumn one = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
  LsnColumn other = lsn_map_insert_column (fixture->map, LSN_TABLE_TIES, &spec, NULL);

  /* Unique in the file, not only in the table. */
  g_assert_cmpstr (lsn_map_column_spec (fixture->map, ACTORS, one)->id, ==, "red-lines");
  g_assert_cmpstr (lsn_map_column_spec (fixture->map, LSN_TABLE_TIES, other)->id, ==, "red-lines-2");

  spec.name = "power";
  g_assert_cmpuint (lsn_map_insert_column (fixture->map, LSN_TABLE_TIES, &spec, NULL), !=, LSN_NO_COLUMN);
  g_assert_cmpuint (lsn_map_find_column_by_id (fixture->map, LSN_TABLE_TIES, "power-2"), !=, LSN_NO_COLUMN);
}

static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  static const LsnChoice twice[] = { { "a", "a" }, { "a", "b" } };
  static const LsnChoice empty[] = { { "", "a" } };
  const struct { LsnColumnSpec spec; LsnModelError code; } cases[] = {
    { { .name = NULL, ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "", ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "a\001", ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "power", ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "mine", .id = "trust", ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "mine", .id = "", ANY }, LSN_MODEL_ERROR_NAME },
    { { .name = "mine", .type = LSN_TYPE_CHOICE, ANY }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_CHOICE, .choices = twice, .n_choices = 2, ANY }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_CHOICE, .choices = empty, .n_choices = 1, ANY }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_NUMBER, .min = 2.0, .max = 1.0 }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_NUMBER, .min = NAN, .max = 1.0 }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_NUMBER, .step = -1.0, ANY }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = LSN_TYPE_REFERENCE, .refers_to = LSN_N_TABLES, ANY }, LSN_MODEL_ERROR_VALUE },
    { { .name = "mine", .type = (LsnColumnType) 99, ANY }, LSN_MODEL_ERROR_VALUE },
  };
  g_autofree char *before = lsn_map_dump (fixture->map);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (lsn_map_insert_column (fixture->map, ACTORS, &cases[i].spec, &error), ==, LSN_NO_COLUMN);
      g_assert_error (error, LSN_MODEL_ERROR, (int) cases[i].code);
    }

  after = lsn_map_dump (fixture->map);
  g_assert_cmpstr (before, ==, after);
}

static void
test_builtin (Fixture      *fixture,
              gconstpointer data)
{
  LsnColumnSpec spec = { .name = "might", .type = LSN_TYPE_TEXT, ANY };
  g_autoptr (GError) error = NULL;

  g_assert_false (lsn_map_remove_column (fixture->map, ACTORS, LSN_ACTOR_POWER, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  g_clear_error (&error);
  g_assert_false (lsn_map_alter_column (fixture->map, ACTORS, LSN_ACTOR_POWER, &spec, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
}

/* A column that goes takes its cells along and brings them back; its handle is never another's. */
static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  LsnColumnSpec spec = { .name = "mine", .type = LSN_TYPE_TEXT, ANY };
  LsnColumn column = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
  LsnColumn another;

  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, "kept", NULL);
  lsn_map_commit (fixture->map);

  lsn_map_begin (fixture->map, "Remove", NULL);
  g_assert_true (lsn_map_remove_column (fixture->map, ACTORS, column, NULL));
  g_assert_null (lsn_map_column_spec (fixture->map, ACTORS, column));
  g_assert_cmpuint (lsn_map_next_column (fixture->map, ACTORS, LSN_N_ACTOR_COLUMNS - 1), ==, LSN_NO_COLUMN);
  g_assert_null (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, column));

  another = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
  g_assert_cmpuint (another, ==, column + 1);
  assert_cell (fixture, another, NULL);
  lsn_map_commit (fixture->map);

  g_assert_true (lsn_map_undo (fixture->map));
  assert_cell (fixture, column, "kept");
  g_assert_null (lsn_map_column_spec (fixture->map, ACTORS, another));
  g_assert_true (lsn_map_redo (fixture->map));
  g_assert_null (lsn_map_column_spec (fixture->map, ACTORS, column));
}

/* Another type: cells are kept as what they are written as; one that does not fit stops it all. */
static void
test_alter (Fixture      *fixture,
            gconstpointer data)
{
  LsnColumnSpec text = { .name = "mine", .type = LSN_TYPE_TEXT, ANY };
  LsnColumnSpec number = { .name = "mine", .type = LSN_TYPE_NUMBER, .min = 0.0, .max = 10.0 };
  LsnColumnSpec narrow = { .name = "renamed", .type = LSN_TYPE_INTEGER, .min = 0.0, .max = 5.0 };
  LsnColumn column = lsn_map_insert_column (fixture->map, ACTORS, &text, NULL);
  LsnRow other = lsn_map_insert_actor (fixture->map, "b", "B", LSN_NO_ROW, NAN, NAN, NULL);
  g_autoptr (GError) error = NULL;

  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, "7", NULL);
  lsn_map_set_text (fixture->map, ACTORS, other, column, "few", NULL);
  lsn_map_commit (fixture->map);
  lsn_map_begin (fixture->map, "Alter", NULL);

  g_assert_false (lsn_map_alter_column (fixture->map, ACTORS, column, &number, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE);
  g_clear_error (&error);
  assert_cell (fixture, column, "7");
  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, fixture->actor, column), ==, "7");

  lsn_map_set_text (fixture->map, ACTORS, other, column, NULL, NULL);
  g_assert_true (lsn_map_alter_column (fixture->map, ACTORS, column, &number, NULL));
  g_assert_cmpfloat (lsn_map_get_number (fixture->map, ACTORS, fixture->actor, column), ==, 7.0);

  g_assert_false (lsn_map_alter_column (fixture->map, ACTORS, column, &narrow, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE);
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, column, 3.0, NULL);
  g_assert_true (lsn_map_alter_column (fixture->map, ACTORS, column, &narrow, NULL));
  g_assert_cmpuint (lsn_map_find_column (fixture->map, ACTORS, "renamed"), ==, column);
  g_assert_cmpstr (lsn_map_column_spec (fixture->map, ACTORS, column)->id, ==, "mine");
  lsn_map_commit (fixture->map);

  lsn_map_undo (fixture->map);
  assert_cell (fixture, column, "7");
  g_assert_cmpint (lsn_map_column_spec (fixture->map, ACTORS, column)->type, ==, LSN_TYPE_TEXT);
  g_assert_cmpstr (lsn_map_get_text (fixture->map, ACTORS, other, column), ==, "few");
  lsn_map_redo (fixture->map);
  assert_cell (fixture, column, "3");
}

/* The choices of a column in another order: cells keep their words. */
static void
test_alter_choices (Fixture      *fixture,
                    gconstpointer data)
{
  static const LsnChoice before[] = { { "low", NULL }, { "high", NULL } };
  static const LsnChoice after[] = { { "high", NULL }, { "middle", NULL }, { "low", NULL } };
  static const LsnChoice without[] = { { "high", NULL } };
  LsnColumnSpec spec = { .name = "level", .type = LSN_TYPE_CHOICE, .choices = before, .n_choices = 2, ANY };
  LsnColumn column = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);

  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, "low", NULL);
  spec.choices = after;
  spec.n_choices = 3;
  g_assert_true (lsn_map_alter_column (fixture->map, ACTORS, column, &spec, NULL));
  assert_cell (fixture, column, "low");

  spec.choices = without;
  spec.n_choices = 1;
  g_assert_false (lsn_map_alter_column (fixture->map, ACTORS, column, &spec, NULL));
  assert_cell (fixture, column, "low");
}

static GArray *
make_choices (guint n)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (LsnChoice));

  for (guint i = 0; i < n; i++)
    {
      LsnChoice choice = { g_strdup_printf ("%x", i * 2654435769u), NULL };

      g_array_append_val (choices, choice);
    }
  return choices;
}

static void
free_choices (GArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    g_free ((char *) g_array_index (choices, LsnChoice, i).id);
  g_array_unref (choices);
}

/* As many choices as a column takes, in as many columns as a map takes of them. */
static void
test_many_choices (Fixture      *fixture,
                   gconstpointer data)
{
  GArray *choices = make_choices (LSN_MAX_CHOICES);
  const LsnChoice *all = (const LsnChoice *) choices->data;
  LsnColumnSpec spec = { .type = LSN_TYPE_CHOICE, .choices = all, .n_choices = LSN_MAX_CHOICES, ANY };
  LsnColumn first = LSN_NO_COLUMN;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= LSN_MAX_ALL_CHOICES / LSN_MAX_CHOICES; i++)
    {
      g_autofree char *name = g_strdup_printf ("many %u", i);
      LsnColumn column;

      spec.name = name;
      column = lsn_map_insert_column (fixture->map, ACTORS, &spec, &error);
      g_assert_true ((column == LSN_NO_COLUMN) == (i == LSN_MAX_ALL_CHOICES / LSN_MAX_CHOICES));
      first = i == 0 ? column : first;
    }
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_FULL);

  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, first, all[LSN_MAX_CHOICES - 1].id, NULL));
  assert_cell (fixture, first, all[LSN_MAX_CHOICES - 1].id);

  /* Each is found, among many and among few. */
  for (guint i = 0; i < LSN_MAX_CHOICES; i++)
    g_assert_cmpint (lsn_column_find_choice (lsn_map_column_spec (fixture->map, ACTORS, first), all[i].id), ==, (int) i);
  g_assert_cmpint (lsn_column_find_choice (lsn_map_column_spec (fixture->map, ACTORS, first), "none"), ==, -1);
  g_assert_cmpint (lsn_column_find_choice (lsn_map_column_spec (fixture->map, ACTORS, first), ""), ==, -1);
  spec.n_choices = 5;
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (lsn_column_find_choice (&spec, all[i].id), ==, i < 5 ? (int) i : -1);
  spec.n_choices = LSN_MAX_CHOICES;

  /* Its own choices are not counted twice. */
  spec.name = "altered";
  g_assert_true (lsn_map_alter_column (fixture->map, ACTORS, first, &spec, NULL));
  assert_cell (fixture, first, all[LSN_MAX_CHOICES - 1].id);
  free_choices (choices);
}

static void
on_changed (LsnMap     *map,
            LsnChanges *changes,
            guint      *n_columns)
{
  g_assert_false (lsn_changes_columns (changes, LSN_TABLE_TIES));
  *n_columns += (guint) lsn_changes_columns (changes, ACTORS);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  LsnColumnSpec spec = { .name = "mine", .type = LSN_TYPE_TEXT, ANY };
  guint n_columns = 0;

  lsn_map_commit (fixture->map);
  g_signal_connect (fixture->map, "changed", G_CALLBACK (on_changed), &n_columns);
  lsn_map_begin (fixture->map, "Insert", NULL);
  lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
  lsn_map_commit (fixture->map);
  g_assert_cmpuint (n_columns, ==, 1);
  lsn_map_undo (fixture->map);
  g_assert_cmpuint (n_columns, ==, 2);

  lsn_map_begin (fixture->map, "Name", NULL);
  lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NAME, "B", NULL);
  lsn_map_commit (fixture->map);
  g_assert_cmpuint (n_columns, ==, 2);
}

/* Cells of the types that only users' columns have. */
static void
test_types (Fixture      *fixture,
            gconstpointer data)
{
  static const struct { LsnColumnType type; const char *good; const char *bad; } cases[] = {
    { LSN_TYPE_POINTS, "0,0 12.5,-3 1e2,4", "0;0" },
    { LSN_TYPE_POINTS, "1,1", "1,1 2" },
    { LSN_TYPE_IMAGE, "data:image/png;base64,AAAA", "file:///etc/passwd" },
    { LSN_TYPE_XML, "<a xmlns=\"urn:x\">text</a>", "\001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("column %u", i);
      LsnColumnSpec spec = { .name = name, .type = cases[i].type, ANY };
      LsnColumn column = lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);

      g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, cases[i].good, NULL));
      g_assert_false (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, column, cases[i].bad, NULL));
      assert_cell (fixture, column, cases[i].good);
    }
}

#define ADD(name, function) g_test_add ("/model/columns/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("insert", test_insert);
  ADD ("ids", test_ids);
  ADD ("refusals", test_refusals);
  ADD ("builtin", test_builtin);
  ADD ("remove", test_remove);
  ADD ("alter", test_alter);
  ADD ("alter-choices", test_alter_choices);
  ADD ("many-choices", test_many_choices);
  ADD ("changes", test_changes);
  ADD ("types", test_types);

  return g_test_run ();
}
