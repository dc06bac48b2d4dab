/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/bounds.h"
#include "model/changes.h"
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
  guint   n_changed;
  guint   n_history;
} Fixture;

static void
on_changed (LsnMap     *map,
            LsnChanges *changes,
            Fixture    *fixture)
{
  fixture->n_changed++;
}

static void
on_history (LsnMap  *map,
            Fixture *fixture)
{
  fixture->n_history++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  fixture->map = lsn_map_new_bare (origin);
  fixture->actor = lsn_map_insert_actor (fixture->map, "a", "A", LSN_NO_ROW, NAN, NAN, NULL);
  lsn_map_forget_history (fixture->map);
  g_signal_connect (fixture->map, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect (fixture->map, "history", G_CALLBACK (on_history), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *problem = lsn_map_check (fixture->map);

  g_assert_cmpstr (problem, ==, NULL);
  g_clear_object (&fixture->map);
}

static void
set_power (Fixture    *fixture,
           const char *label,
           const char *merge_key,
           double      power)
{
  lsn_map_begin (fixture->map, label, merge_key);
  g_assert_true (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, power, NULL));
  lsn_map_commit (fixture->map);
}

static double
power (Fixture *fixture)
{
  return lsn_map_get_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER);
}

static void
test_labels (Fixture      *fixture,
             gconstpointer data)
{
  g_assert_null (lsn_map_undo_label (fixture->map));
  g_assert_false (lsn_map_undo (fixture->map));
  g_assert_false (lsn_map_redo (fixture->map));

  set_power (fixture, "One", NULL, 0.1);
  set_power (fixture, "Two", NULL, 0.2);
  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "Two");
  g_assert_null (lsn_map_redo_label (fixture->map));

  lsn_map_undo (fixture->map);
  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "One");
  g_assert_cmpstr (lsn_map_redo_label (fixture->map), ==, "Two");
  g_assert_cmpfloat (power (fixture), ==, 0.1);
  g_assert_true (lsn_map_can_undo (fixture->map) && lsn_map_can_redo (fixture->map));

  /* A new edit is the end of what could be redone. */
  set_power (fixture, "Three", NULL, 0.3);
  g_assert_false (lsn_map_can_redo (fixture->map));
  lsn_map_undo (fixture->map);
  lsn_map_undo (fixture->map);
  g_assert_true (isnan (power (fixture)));
  g_assert_false (lsn_map_can_undo (fixture->map));
}

static void
test_take_back (Fixture      *fixture,
                gconstpointer data)
{
  guint64 revision;

  g_assert_false (lsn_map_take_back (fixture->map));
  set_power (fixture, "One", NULL, 0.1);
  revision = lsn_map_get_revision (fixture->map);
  set_power (fixture, "Two", NULL, 0.2);
  g_assert_true (lsn_map_take_back (fixture->map));
  g_assert_cmpfloat (power (fixture), ==, 0.1);
  g_assert_cmpuint (lsn_map_get_revision (fixture->map), ==, revision);
  g_assert_cmpuint (lsn_map_n_steps (fixture->map), ==, 1);
  g_assert_false (lsn_map_can_redo (fixture->map));

  /* The steps about it are as they were. */
  set_power (fixture, "Three", NULL, 0.3);
  g_assert_true (lsn_map_undo (fixture->map) && lsn_map_undo (fixture->map));
  g_assert_true (isnan (power (fixture)));
  g_assert_true (lsn_map_redo (fixture->map) && lsn_map_redo (fixture->map));
  g_assert_cmpfloat (power (fixture), ==, 0.3);
}

static void
test_signals (Fixture      *fixture,
              gconstpointer data)
{
  lsn_map_begin (fixture->map, "Nothing", NULL);
  g_assert_false (lsn_map_commit (fixture->map));
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  lsn_map_begin (fixture->map, "Much", NULL);
  for (guint i = 0; i < 10; i++)
    lsn_map_insert_row (fixture->map, ACTORS, NULL, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (lsn_map_commit (fixture->map));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_history, ==, 1);

  lsn_map_undo (fixture->map);
  lsn_map_redo (fixture->map);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_history, ==, 3);

  lsn_map_mark_saved (fixture->map, lsn_map_get_revision (fixture->map));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_history, ==, 4);
}

static void
test_nesting (Fixture      *fixture,
              gconstpointer data)
{
  lsn_map_begin (fixture->map, "Outer", NULL);
  g_assert_true (lsn_map_in_transaction (fixture->map));
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.5, NULL);
  lsn_map_begin (fixture->map, "Inner", "key");
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_STAKE, 0.5, NULL);
  lsn_map_commit (fixture->map);
  g_assert_true (lsn_map_in_transaction (fixture->map));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (lsn_map_commit (fixture->map));
  g_assert_false (lsn_map_in_transaction (fixture->map));

  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "Outer");
  lsn_map_undo (fixture->map);
  g_assert_true (isnan (power (fixture)));
  g_assert_false (lsn_map_can_undo (fixture->map));
}

static void
test_rollback (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint64 revision;

  set_power (fixture, "One", NULL, 0.1);
  before = lsn_map_dump (fixture->map);
  revision = lsn_map_get_revision (fixture->map);

  lsn_map_begin (fixture->map, "Two", NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.9, NULL);
  lsn_map_insert_row (fixture->map, ACTORS, "b", NULL);
  g_assert_cmpuint (lsn_map_get_revision (fixture->map), !=, revision);
  lsn_map_rollback (fixture->map);

  after = lsn_map_dump (fixture->map);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (lsn_map_get_revision (fixture->map), ==, revision);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "One");
}

/* An inner one that fails takes the whole along, whatever comes after it. */
static void
test_inner_rollback (Fixture      *fixture,
                     gconstpointer data)
{
  lsn_map_begin (fixture->map, "Outer", NULL);
  lsn_map_begin (fixture->map, "Inner", NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.5, NULL);
  lsn_map_rollback (fixture->map);
  g_assert_true (lsn_map_in_transaction (fixture->map));
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.6, NULL);
  g_assert_false (lsn_map_commit (fixture->map));

  g_assert_true (isnan (power (fixture)));
  g_assert_false (lsn_map_can_undo (fixture->map));
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  /* The next one is not affected. */
  set_power (fixture, "Next", NULL, 0.7);
  g_assert_cmpfloat (power (fixture), ==, 0.7);
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 1; i <= 100; i++)
    set_power (fixture, "Slide", "slider", i / 100.0);
  g_assert_cmpuint (fixture->n_changed, ==, 100);

  lsn_map_undo (fixture->map);
  g_assert_true (isnan (power (fixture)));
  g_assert_false (lsn_map_can_undo (fixture->map));
  lsn_map_redo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 1.0);

  /* Not after an undo or redo, not with another key, not without one. */
  set_power (fixture, "Slide again", "slider", 0.5);
  set_power (fixture, "Other", "other", 0.6);
  set_power (fixture, "Plain", NULL, 0.7);
  set_power (fixture, "Plain", NULL, 0.8);
  lsn_map_undo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 0.7);
  lsn_map_undo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 0.6);
  lsn_map_undo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 0.5);
  lsn_map_undo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 1.0);
}

/* A gesture that touches more on its way, and one that inserts. */
static void
test_merge_more (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *start = lsn_map_dump (fixture->map);
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  set_power (fixture, "Type", "typing", 0.5);
  lsn_map_begin (fixture->map, "Type", "typing");
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.6, NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_STAKE, 0.6, NULL);
  lsn_map_commit (fixture->map);
  lsn_map_begin (fixture->map, "Type", "typing");
  lsn_map_insert_actor (fixture->map, "b", "B", LSN_NO_ROW, 1.0, 2.0, NULL);
  lsn_map_commit (fixture->map);
  set_power (fixture, "Type", "typing", 0.7);
  end = lsn_map_dump (fixture->map);

  lsn_map_undo (fixture->map);
  back = lsn_map_dump (fixture->map);
  g_assert_cmpstr (start, ==, back);
  g_assert_false (lsn_map_can_undo (fixture->map));
  lsn_map_redo (fixture->map);
  again = lsn_map_dump (fixture->map);
  g_assert_cmpstr (end, ==, again);
}

/* What was saved can be gone back to: a gesture does not run over it. */
static void
test_merge_and_save (Fixture      *fixture,
                     gconstpointer data)
{
  set_power (fixture, "Slide", "slider", 0.1);
  lsn_map_mark_saved (fixture->map, lsn_map_get_revision (fixture->map));
  set_power (fixture, "Slide", "slider", 0.2);
  g_assert_true (lsn_map_is_modified (fixture->map));
  lsn_map_undo (fixture->map);
  g_assert_cmpfloat (power (fixture), ==, 0.1);
  g_assert_false (lsn_map_is_modified (fixture->map));
}

static void
test_saved (Fixture      *fixture,
            gconstpointer data)
{
  guint64 written;

  g_assert_false (lsn_map_is_modified (fixture->map));
  set_power (fixture, "One", NULL, 0.1);
  g_assert_true (lsn_map_is_modified (fixture->map));
  lsn_map_undo (fixture->map);
  g_assert_false (lsn_map_is_modified (fixture->map));
  lsn_map_redo (fixture->map);
  g_assert_true (lsn_map_is_modified (fixture->map));

  /* Edited while it was being written. */
  written = lsn_map_get_revision (fixture->map);
  set_power (fixture, "Two", NULL, 0.2);
  lsn_map_mark_saved (fixture->map, written);
  g_assert_true (lsn_map_is_modified (fixture->map));
  lsn_map_undo (fixture->map);
  g_assert_false (lsn_map_is_modified (fixture->map));
  lsn_map_undo (fixture->map);
  g_assert_true (lsn_map_is_modified (fixture->map));

  /* The way to what was saved is cut off: it is modified for good. */
  set_power (fixture, "Three", NULL, 0.1);
  g_assert_true (lsn_map_is_modified (fixture->map));
  lsn_map_undo (fixture->map);
  g_assert_true (lsn_map_is_modified (fixture->map));
}

static void
set_notes (Fixture *fixture,
           char     letter,
           gsize    length)
{
  g_autofree char *text = g_strnfill (length, letter);

  lsn_map_begin (fixture->map, "Write", NULL);
  g_assert_true (lsn_map_set_text (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_NOTES, text, NULL));
  lsn_map_commit (fixture->map);
}

static guint
count_undo (Fixture *fixture)
{
  guint n_undone = 0;

  while (lsn_map_undo (fixture->map))
    n_undone++;

  return n_undone;
}

static void
test_no_limit (Fixture      *fixture,
               gconstpointer data)
{
  for (guint i = 0; i < 5000; i++)
    set_power (fixture, "Step", NULL, (i % 100) / 100.0);

  g_assert_cmpuint (count_undo (fixture), ==, 5000);
  g_assert_true (isnan (power (fixture)));
}

/* About 10 texts of 10 kB fit into 100 kB. The newest step stays in any case. */
static void
test_budget (Fixture      *fixture,
             gconstpointer data)
{
  guint n_undone;

  lsn_map_set_history_budget (fixture->map, 100 * 1024);
  for (guint i = 0; i < 50; i++)
    set_notes (fixture, (char) ('a' + i % 26), 10 * 1024);

  n_undone = count_undo (fixture);
  g_assert_cmpuint (n_undone, >=, 8);
  g_assert_cmpuint (n_undone, <=, 10);
  g_assert_true (lsn_map_is_modified (fixture->map));

  while (lsn_map_redo (fixture->map))
    ;
  lsn_map_set_history_budget (fixture->map, 0);
  g_assert_cmpuint (count_undo (fixture), ==, 1);
}

static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  set_power (fixture, "One", NULL, 0.1);
  set_power (fixture, "Two", NULL, 0.2);
  lsn_map_undo (fixture->map);
  lsn_map_forget_history (fixture->map);
  g_assert_false (lsn_map_can_undo (fixture->map));
  g_assert_false (lsn_map_can_redo (fixture->map));
  g_assert_false (lsn_map_is_modified (fixture->map));
}

static void
test_outside (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_false (lsn_map_is_loading (fixture->map));
  g_test_expect_message ("liaison-model", G_LOG_LEVEL_CRITICAL, "*lsn_map_may_edit*");
  g_assert_false (lsn_map_set_number (fixture->map, ACTORS, fixture->actor, LSN_ACTOR_POWER, 0.5, NULL));
  g_test_assert_expected_messages ();
  g_assert_true (isnan (power (fixture)));
}

/* A bare map takes edits as they come, says nothing and keeps no history. */
static void
test_loading (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");
  g_autoptr (LsnMap) map = lsn_map_new_bare (origin);
  Fixture fixture = { .map = map };
  g_autofree char *most = g_strnfill (LSN_MAX_ID, 'x');
  g_autofree char *too_long = g_strnfill (LSN_MAX_ID + 1, 'x');
  LsnRow row;

  g_signal_connect (map, "changed", G_CALLBACK (on_changed), &fixture);
  g_assert_true (lsn_map_is_loading (map));
  g_assert_true (lsn_map_set_id (map, most));
  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map)), ==, most);
  g_assert_false (lsn_map_set_id (map, too_long));
  g_assert_false (lsn_map_set_id (map, ""));
  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map)), ==, most);
  g_assert_true (lsn_map_set_id (map, "from a file\001"));
  row = lsn_map_insert_row (map, ACTORS, "a", NULL);
  lsn_map_begin (map, "Not kept", NULL);
  g_assert_true (lsn_map_set_text (map, ACTORS, row, LSN_ACTOR_NAME, "A", NULL));
  lsn_map_commit (map);
  g_assert_true (lsn_map_remove_row (map, ACTORS, row, NULL));
  lsn_map_forget_history (map);

  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map)), ==, "from a file\uFFFD");
  g_assert_cmpuint (lsn_map_find_row (map, LSN_TABLE_MAP, "from a file\uFFFD"), ==, lsn_map_the_row (map));
  g_assert_cmpuint (fixture.n_changed, ==, 0);
  g_assert_false (lsn_map_can_undo (map));
  g_assert_false (lsn_map_is_modified (map));
}

/* The same seed gives the same ids; another one others; none twice. */
static void
test_origin (void)
{
  g_autoptr (LsnOrigin) one = lsn_origin_new_seeded (7, "2024-05-01", "Test");
  g_autoptr (LsnOrigin) same = lsn_origin_new_seeded (7, "2024-05-01", "Test");
  g_autoptr (LsnOrigin) system = lsn_origin_new_default ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *today = lsn_origin_today (one);
  g_autofree char *now = lsn_origin_today (system);

  g_assert_cmpstr (today, ==, "2024-05-01");
  g_assert_cmpuint (strlen (now), ==, 10);
  g_assert_cmpstr (lsn_origin_user (one), ==, "Test");

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *again = lsn_origin_make_id (same);
      char *id = lsn_origin_make_id (one);

      g_assert_cmpstr (id, ==, again);
      g_assert_true (g_ascii_isalpha (*id));
      g_assert_true (g_hash_table_add (seen, id));
      g_assert_true (g_hash_table_add (seen, lsn_origin_make_id (system)));
    }
}

/* Any step of the history can be gone to, and brings back the map as it was then. */
static void
test_steps (Fixture      *fixture,
            gconstpointer data)
{
  LsnMap *map = fixture->map;
  guint   first = lsn_map_n_steps (map);
  char   *dumps[6];

  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    {
      g_autofree char *label = g_strdup_printf ("Step %u", i);

      dumps[i] = lsn_map_dump (map);
      lsn_map_begin (map, label, NULL);
      lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);
      lsn_map_commit (map);
    }

  g_assert_cmpuint (lsn_map_n_steps (map), ==, first + G_N_ELEMENTS (dumps));
  for (guint i = 0; i < 200; i++)
    {
      guint to = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (dumps));
      g_autofree char *is = NULL;
      gboolean moves = lsn_map_n_done (map) != first + to;

      g_assert_cmpint (lsn_map_go_to_step (map, first + to), ==, moves);
      g_assert_cmpuint (lsn_map_n_done (map), ==, first + to);
      g_assert_cmpuint (lsn_map_n_steps (map), ==, first + G_N_ELEMENTS (dumps));
      is = lsn_map_dump (map);
      g_assert_cmpstr (is, ==, dumps[to]);
      g_assert_cmpstr (lsn_map_step_label (map, first + 4), ==, "Step 4");
    }
  for (guint i = 0; i < G_N_ELEMENTS (dumps); i++)
    g_free (dumps[i]);
}

#define ADD(name, function) g_test_add ("/model/transactions/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("labels", test_labels);
  ADD ("take-back", test_take_back);
  ADD ("signals", test_signals);
  ADD ("nesting", test_nesting);
  ADD ("rollback", test_rollback);
  ADD ("inner-rollback", test_inner_rollback);
  ADD ("merge", test_merge);
  ADD ("merge-more", test_merge_more);
  ADD ("merge-and-save", test_merge_and_save);
  ADD ("saved", test_saved);
  ADD ("no-limit", test_no_limit);
  ADD ("budget", test_budget);
  ADD ("steps", test_steps);
  ADD ("forget", test_forget);
  ADD ("outside", test_outside);
  g_test_add_func ("/model/transactions/loading", test_loading);
  g_test_add_func ("/model/transactions/origin", test_origin);

  return g_test_run ();
}
