/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/edit.h"
#include "model/invariants.h"

#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

#define ACTORS LSN_TABLE_ACTORS
#define TIES LSN_TABLE_TIES

typedef struct
{
  LsnMap *map;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Test", NULL);
}

/* Whatever a test did is undone and redone. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *problem = lsn_map_check (fixture->map);
  g_autofree char *done = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (problem, ==, NULL);
  if (lsn_map_in_transaction (fixture->map))
    lsn_map_commit (fixture->map);

  done = lsn_map_dump (fixture->map);
  while (lsn_map_undo (fixture->map))
    ;
  while (lsn_map_redo (fixture->map))
    ;
  again = lsn_map_dump (fixture->map);
  g_assert_cmpstr (done, ==, again);

  g_clear_object (&fixture->map);
}

static LsnRow
actor (Fixture    *fixture,
       const char *id)
{
  LsnRow row = lsn_map_insert_actor (fixture->map, id, id, LSN_NO_ROW, NAN, NAN, NULL);

  g_assert_cmpuint (row, !=, LSN_NO_ROW);
  return row;
}

static LsnRow
tie (Fixture *fixture,
     LsnRow   source,
     LsnRow   target)
{
  LsnRow row = lsn_map_insert_tie (fixture->map, NULL, source, target, LSN_NO_ROW, NULL);

  g_assert_cmpuint (row, !=, LSN_NO_ROW);
  return row;
}

static void
assert_ties (Fixture      *fixture,
             LsnRow        of,
             const LsnRow *ties,
             guint         n_ties)
{
  LsnRow at = LSN_NO_ROW;

  for (guint i = 0; i < n_ties; i++)
    {
      at = lsn_map_next_tie (fixture->map, of, at);
      g_assert_cmpuint (at, ==, ties[i]);
    }

  at = n_ties == 0 ? lsn_map_next_tie (fixture->map, of, LSN_NO_ROW) : lsn_map_next_tie (fixture->map, of, at);
  g_assert_cmpuint (at, ==, LSN_NO_ROW);
}

static void
test_the_row (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LsnRow row = lsn_map_the_row (fixture->map);

  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_MAP), ==, 1);
  g_assert_cmpuint (lsn_map_next_row (fixture->map, LSN_TABLE_MAP, LSN_NO_ROW), ==, row);
  g_assert_cmpuint (strlen (lsn_map_row_id (fixture->map, LSN_TABLE_MAP, row)), ==, 13);

  g_assert_cmpuint (lsn_map_insert_row (fixture->map, LSN_TABLE_MAP, NULL, &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (lsn_map_remove_row (fixture->map, LSN_TABLE_MAP, row, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
}

static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LsnRow one = actor (fixture, "one");
  LsnRow unnamed = lsn_map_insert_row (fixture->map, ACTORS, NULL, NULL);

  g_assert_cmpuint (lsn_map_find_row (fixture->map, ACTORS, "one"), ==, one);
  g_assert_cmpuint (lsn_map_find_row (fixture->map, TIES, "one"), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_find_row (fixture->map, ACTORS, NULL), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_find_row (fixture->map, ACTORS, lsn_map_row_id (fixture->map, ACTORS, unnamed)), ==, unnamed);

  g_assert_cmpuint (lsn_map_insert_row (fixture->map, ACTORS, "one", &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  g_clear_error (&error);
  g_assert_cmpuint (lsn_map_insert_row (fixture->map, ACTORS, "", &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  g_clear_error (&error);
  g_assert_cmpuint (lsn_map_insert_row (fixture->map, ACTORS, "\002", &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  g_clear_error (&error);

  /* Unique within a table only. */
  g_assert_cmpuint (lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, "one", &error), !=, LSN_NO_ROW);
  g_assert_no_error (error);
}

/* Many ids that come and go: the index must not lose any. */
static void
test_many_ids (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  LsnRow rows[500] = { 0 };

  for (guint i = 0; i < 20000; i++)
    {
      guint number = (guint) g_rand_int_range (rand, 0, 500);
      g_autofree char *id = g_strdup_printf ("id %u", number);

      g_assert_cmpuint (lsn_map_find_row (fixture->map, LSN_TABLE_ALIASES, id), ==, rows[number]);
      if (rows[number] == LSN_NO_ROW)
        rows[number] = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, id, NULL);
      else
        {
          g_assert_true (lsn_map_remove_row (fixture->map, LSN_TABLE_ALIASES, rows[number], NULL));
          rows[number] = LSN_NO_ROW;
        }
    }
}

/* A handle is never another row's, not even when its row is gone. */
static void
test_handles (Fixture      *fixture,
              gconstpointer data)
{
  LsnRow first = actor (fixture, "first");
  LsnRow second, third;

  g_assert_true (lsn_map_remove_row (fixture->map, ACTORS, first, NULL));
  second = actor (fixture, "first");
  g_assert_cmpuint (second, >, first);
  lsn_map_commit (fixture->map);
  lsn_map_undo (fixture->map);

  lsn_map_begin (fixture->map, "Again", NULL);
  third = actor (fixture, "third");
  g_assert_cmpuint (third, >, second);
  g_assert_cmpuint (lsn_map_max_row (fixture->map, ACTORS), ==, third);
}

static void
test_iteration (Fixture      *fixture,
                gconstpointer data)
{
  LsnRow rows[3000];
  guint n_seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = lsn_map_insert_row (fixture->map, ACTORS, NULL, NULL);

  /* Removing while iterating: every row comes once. */
  for (LsnRow row = lsn_map_next_row (fixture->map, ACTORS, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_map_next_row (fixture->map, ACTORS, row))
    {
      g_assert_cmpuint (row, ==, rows[n_seen]);
      if (n_seen % 3 != 0 || (n_seen > 500 && n_seen < 2600))
        g_assert_true (lsn_map_remove_row (fixture->map, ACTORS, row, NULL));
      n_seen++;
    }
  g_assert_cmpuint (n_seen, ==, G_N_ELEMENTS (rows));

  n_seen = 0;
  for (LsnRow row = lsn_map_next_row (fixture->map, ACTORS, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_map_next_row (fixture->map, ACTORS, row), n_seen++)
    g_assert_true (lsn_map_has_row (fixture->map, ACTORS, row));
  g_assert_cmpuint (n_seen, ==, 167 + 133);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, ACTORS), ==, n_seen);
}

static void
test_adjacency (Fixture      *fixture,
                gconstpointer data)
{
  LsnRow a = actor (fixture, "a"), b = actor (fixture, "b"), c = actor (fixture, "c");
  LsnRow ab = tie (fixture, a, b), ba = tie (fixture, b, a), ab2 = tie (fixture, a, b), aa = tie (fixture, a, a);
  LsnRow cb = tie (fixture, c, b);

  assert_ties (fixture, a, (LsnRow[]) { ab, ab2, aa, ba }, 4);
  assert_ties (fixture, b, (LsnRow[]) { ba, ab, ab2, cb }, 4);
  assert_ties (fixture, c, (LsnRow[]) { cb }, 1);

  g_assert_true (lsn_map_set_reference (fixture->map, TIES, ab, LSN_TIE_TARGET, c, NULL));
  assert_ties (fixture, b, (LsnRow[]) { ba, ab2, cb }, 3);
  assert_ties (fixture, c, (LsnRow[]) { cb, ab }, 2);

  g_assert_true (lsn_map_remove_row (fixture->map, TIES, aa, NULL));
  assert_ties (fixture, a, (LsnRow[]) { ab, ab2, ba }, 3);

  /* What is put back comes to its old place. */
  g_assert_true (lsn_map_set_reference (fixture->map, TIES, ab, LSN_TIE_TARGET, b, NULL));
  assert_ties (fixture, b, (LsnRow[]) { ba, ab, ab2, cb }, 4);
}

static void
test_tie_without_actor (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LsnRow a = actor (fixture, "a");

  g_assert_cmpuint (lsn_map_insert_tie (fixture->map, "t", a, 77, LSN_NO_ROW, &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
  g_clear_error (&error);

  /* A kind that is not there: no half tie stays. */
  g_assert_cmpuint (lsn_map_insert_tie (fixture->map, "t", a, a, 7777, &error), ==, LSN_NO_ROW);
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, TIES), ==, 0);

  /* Nor half an actor. */
  g_assert_cmpuint (lsn_map_insert_actor (fixture->map, "x", "X", LSN_NO_ROW, INFINITY, 0.0, NULL), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_find_row (fixture->map, ACTORS, "x"), ==, LSN_NO_ROW);
}

/* Ties and aliases go with their actor; parent and kind become empty; all of it comes back. */
static void
test_removal (Fixture      *fixture,
              gconstpointer data)
{
  LsnRow a = actor (fixture, "a"), b = actor (fixture, "b"), child = actor (fixture, "child");
  LsnRow kind = lsn_map_insert_row (fixture->map, LSN_TABLE_KINDS, "mine", NULL);
  LsnRow alias = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, "alias", NULL);
  LsnRow ab = tie (fixture, a, b), ba = tie (fixture, b, a);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  lsn_map_set_reference (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, a, NULL);
  lsn_map_set_reference (fixture->map, ACTORS, child, LSN_ACTOR_PARENT, a, NULL);
  lsn_map_set_reference (fixture->map, ACTORS, b, LSN_ACTOR_KIND, kind, NULL);
  lsn_map_set_reference (fixture->map, TIES, ba, LSN_TIE_KIND, kind, NULL);
  lsn_map_commit (fixture->map);
  before = lsn_map_dump (fixture->map);

  lsn_map_begin (fixture->map, "Remove", NULL);
  g_assert_true (lsn_map_remove_row (fixture->map, LSN_TABLE_KINDS, kind, NULL));
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, ACTORS, b, LSN_ACTOR_KIND), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, TIES, ba, LSN_TIE_KIND), ==, LSN_NO_ROW);
  g_assert_true (lsn_map_has_row (fixture->map, TIES, ba));

  g_assert_true (lsn_map_remove_row (fixture->map, ACTORS, a, NULL));
  g_assert_false (lsn_map_has_row (fixture->map, TIES, ab));
  g_assert_false (lsn_map_has_row (fixture->map, TIES, ba));
  g_assert_false (lsn_map_has_row (fixture->map, LSN_TABLE_ALIASES, alias));
  g_assert_true (lsn_map_has_row (fixture->map, ACTORS, child));
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, ACTORS, child, LSN_ACTOR_PARENT), ==, LSN_NO_ROW);
  lsn_map_commit (fixture->map);

  lsn_map_undo (fixture->map);
  after = lsn_map_dump (fixture->map);
  g_assert_cmpstr (before, ==, after);
  assert_ties (fixture, a, (LsnRow[]) { ab, ba }, 2);
  g_assert_cmpuint (lsn_map_next_child (fixture->map, a, LSN_NO_ROW), ==, child);
  lsn_map_redo (fixture->map);
}

static LsnColumn
reference_column (Fixture    *fixture,
                  const char *name,
                  LsnTable    to,
                  LsnOnRemove on_remove)
{
  LsnColumnSpec spec = {
    .name = name, .type = LSN_TYPE_REFERENCE, .refers_to = to, .on_remove = on_remove, .min = -INFINITY, .max = INFINITY,
  };

  return lsn_map_insert_column (fixture->map, ACTORS, &spec, NULL);
}

/* Who refuses is asked for all that would go; a refusal leaves everything. */
static void
test_refused_removal (Fixture      *fixture,
                      gconstpointer data)
{
  LsnColumn witness = reference_column (fixture, "witness", TIES, LSN_ON_REMOVE_REFUSE);
  LsnRow a = actor (fixture, "a"), b = actor (fixture, "b"), c = actor (fixture, "c");
  LsnRow ab = tie (fixture, a, b);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, c, witness, ab, NULL));
  before = lsn_map_dump (fixture->map);

  g_assert_false (lsn_map_remove_row (fixture->map, TIES, ab, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
  g_clear_error (&error);
  g_assert_false (lsn_map_remove_row (fixture->map, ACTORS, a, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE);
  after = lsn_map_dump (fixture->map);
  g_assert_cmpstr (before, ==, after);

  /* Who goes itself has nothing to refuse. */
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, c, witness, LSN_NO_ROW, NULL));
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, a, witness, ab, NULL));
  g_assert_true (lsn_map_remove_row (fixture->map, ACTORS, a, NULL));
}

/* A chain of followers a thousand long, and a circle of them. */
static void
test_followers (Fixture      *fixture,
                gconstpointer data)
{
  LsnColumn leader = reference_column (fixture, "leader", ACTORS, LSN_ON_REMOVE_FOLLOW);
  LsnRow first = actor (fixture, "first");
  LsnRow last = first;

  for (guint i = 0; i < 1000; i++)
    {
      LsnRow next = lsn_map_insert_row (fixture->map, ACTORS, NULL, NULL);

      g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, next, leader, last, NULL));
      last = next;
    }
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, first, leader, last, NULL));
  lsn_map_commit (fixture->map);

  lsn_map_begin (fixture->map, "Remove", NULL);
  g_assert_true (lsn_map_remove_row (fixture->map, ACTORS, first, NULL));
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, ACTORS), ==, 0);
}

/* From above and from below: no more than a hundred containers are inside one another. */
static void
test_levels (Fixture      *fixture,
             gconstpointer data)
{
  LsnRow rows[LSN_MAX_LEVELS + 2], other = actor (fixture, "other");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = lsn_map_insert_row (fixture->map, ACTORS, NULL, NULL);
  for (guint i = 0; i < LSN_MAX_LEVELS / 2; i++)
    g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, rows[i + 1], LSN_ACTOR_PARENT, rows[i], NULL));
  for (guint i = LSN_MAX_LEVELS; i-- > LSN_MAX_LEVELS / 2;)
    g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, rows[i + 1], LSN_ACTOR_PARENT, rows[i], NULL));

  g_assert_false (lsn_map_set_reference (fixture->map, ACTORS, rows[LSN_MAX_LEVELS + 1], LSN_ACTOR_PARENT,
                                         rows[LSN_MAX_LEVELS], &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (lsn_map_set_reference (fixture->map, ACTORS, rows[0], LSN_ACTOR_PARENT, other, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_FULL);
}

static void
test_containers (Fixture      *fixture,
                 gconstpointer data)
{
  LsnRow outer = actor (fixture, "outer"), inner = actor (fixture, "inner"), leaf = actor (fixture, "leaf");
  LsnRow other = actor (fixture, "other");

  lsn_map_set_reference (fixture->map, ACTORS, inner, LSN_ACTOR_PARENT, outer, NULL);
  lsn_map_set_reference (fixture->map, ACTORS, leaf, LSN_ACTOR_PARENT, inner, NULL);
  lsn_map_set_reference (fixture->map, ACTORS, other, LSN_ACTOR_PARENT, outer, NULL);

  g_assert_true (lsn_map_is_container (fixture->map, outer));
  g_assert_true (lsn_map_is_container (fixture->map, inner));
  g_assert_false (lsn_map_is_container (fixture->map, leaf));
  g_assert_cmpuint (lsn_map_next_child (fixture->map, outer, LSN_NO_ROW), ==, inner);
  g_assert_cmpuint (lsn_map_next_child (fixture->map, outer, inner), ==, other);
  g_assert_cmpuint (lsn_map_next_child (fixture->map, outer, other), ==, LSN_NO_ROW);

  g_assert_true (lsn_map_is_inside (fixture->map, leaf, outer));
  g_assert_true (lsn_map_is_inside (fixture->map, leaf, leaf));
  g_assert_false (lsn_map_is_inside (fixture->map, outer, leaf));
  g_assert_false (lsn_map_is_inside (fixture->map, other, inner));

  g_assert_cmpuint (lsn_map_shown_as (fixture->map, leaf), ==, leaf);
  lsn_map_set_boolean (fixture->map, ACTORS, inner, LSN_ACTOR_COLLAPSED, TRUE, NULL);
  g_assert_cmpuint (lsn_map_shown_as (fixture->map, leaf), ==, inner);
  g_assert_cmpuint (lsn_map_shown_as (fixture->map, inner), ==, inner);
  g_assert_cmpuint (lsn_map_shown_as (fixture->map, other), ==, other);
  lsn_map_set_boolean (fixture->map, ACTORS, outer, LSN_ACTOR_COLLAPSED, TRUE, NULL);
  g_assert_cmpuint (lsn_map_shown_as (fixture->map, leaf), ==, outer);

  /* An actor that was moved out may contain what contained it. */
  g_assert_false (lsn_map_set_reference (fixture->map, ACTORS, outer, LSN_ACTOR_PARENT, leaf, NULL));
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, inner, LSN_ACTOR_PARENT, LSN_NO_ROW, NULL));
  g_assert_true (lsn_map_set_reference (fixture->map, ACTORS, outer, LSN_ACTOR_PARENT, leaf, NULL));
  g_assert_true (lsn_map_is_inside (fixture->map, other, inner));
}

static void
test_half_tie (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");
  g_autoptr (LsnMap) map = lsn_map_new (origin);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*half*without an end*");
      return;
    }

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  lsn_map_begin (map, "Half", NULL);
  lsn_map_insert_row (map, TIES, "half", NULL);
  lsn_map_commit (map);
}

#define ADD(name, function) g_test_add ("/model/rows/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-row", test_the_row);
  ADD ("ids", test_ids);
  ADD ("many-ids", test_many_ids);
  ADD ("handles", test_handles);
  ADD ("iteration", test_iteration);
  ADD ("adjacency", test_adjacency);
  ADD ("tie-without-actor", test_tie_without_actor);
  ADD ("removal", test_removal);
  ADD ("refused-removal", test_refused_removal);
  ADD ("followers", test_followers);
  ADD ("levels", test_levels);
  ADD ("containers", test_containers);
  g_test_add_func ("/model/rows/half-tie", test_half_tie);

  return g_test_run ();
}
