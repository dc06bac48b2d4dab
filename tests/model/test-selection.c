/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/selection.h"

typedef struct
{
  LsnMap       *map;
  LsnSelection *selection;
  LsnRow        actors[3], tie;
  guint         n_changed;
} Fixture;

static void
count_cb (LsnSelection *selection,
          Fixture      *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Draw", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    fixture->actors[i] = lsn_map_insert_row (fixture->map, LSN_TABLE_ACTORS, NULL, NULL);
  fixture->tie = lsn_map_insert_row (fixture->map, LSN_TABLE_TIES, NULL, NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_SOURCE, fixture->actors[0], NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_TARGET, fixture->actors[1], NULL);
  lsn_map_commit (fixture->map);
  fixture->selection = lsn_selection_new (fixture->map);
  g_signal_connect (fixture->selection, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->selection);
  g_object_unref (fixture->map);
}

static void
assert_selected_and_note (Fixture    *fixture,
                          const char *actors,   /* a letter for each of the three: "a-c" */
                          gboolean    tie,
                          LsnRow      note)
{
  guint n_expected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    {
      gboolean expected = actors[i] != '-';

      g_assert_cmpint (lsn_selection_contains (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[i]), ==, expected);
      n_expected += expected;
    }
  g_assert_cmpuint (lsn_selection_n_rows (fixture->selection, LSN_TABLE_ACTORS), ==, n_expected);
  g_assert_cmpint (lsn_selection_contains (fixture->selection, LSN_TABLE_TIES, fixture->tie), ==, tie);
  g_assert_cmpuint (lsn_selection_n_rows (fixture->selection, LSN_TABLE_TIES), ==, tie);
  g_assert_cmpint (lsn_selection_contains (fixture->selection, LSN_TABLE_NOTES, note), ==, note != LSN_NO_ROW);
  g_assert_cmpuint (lsn_selection_n_rows (fixture->selection, LSN_TABLE_NOTES), ==, note != LSN_NO_ROW);
  g_assert_cmpint (lsn_selection_is_empty (fixture->selection), ==, n_expected == 0 && !tie && note == LSN_NO_ROW);
}

static void
assert_selected (Fixture    *fixture,
                 const char *actors,
                 gboolean    tie)
{
  assert_selected_and_note (fixture, actors, tie, LSN_NO_ROW);
}

static void
test_by_hand (Fixture      *fixture,
              gconstpointer data)
{
  LsnSelection *selection = fixture->selection;
  LsnTable table;
  LsnRow row;

  assert_selected (fixture, "---", FALSE);
  g_assert_false (lsn_selection_get_focus (selection, &table, &row));

  lsn_selection_select (selection, LSN_TABLE_ACTORS, fixture->actors[1]);
  assert_selected (fixture, "-b-", FALSE);
  lsn_selection_add (selection, LSN_TABLE_ACTORS, fixture->actors[0]);
  lsn_selection_toggle (selection, LSN_TABLE_TIES, fixture->tie);
  assert_selected (fixture, "ab-", TRUE);
  g_assert_true (lsn_selection_get_focus (selection, &table, &row));
  g_assert_cmpint (table, ==, LSN_TABLE_TIES);
  g_assert_cmpuint (row, ==, fixture->tie);
  lsn_selection_toggle (selection, LSN_TABLE_ACTORS, fixture->actors[1]);
  assert_selected (fixture, "a--", TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 4);

  lsn_selection_select (selection, LSN_TABLE_TIES, fixture->tie);
  assert_selected (fixture, "---", TRUE);
  lsn_selection_select (selection, LSN_TABLE_TIES, fixture->tie);
  g_assert_cmpuint (fixture->n_changed, ==, 5);
  lsn_selection_select_all (selection);
  assert_selected (fixture, "abc", TRUE);
  lsn_selection_clear (selection);
  assert_selected (fixture, "---", FALSE);
  g_assert_cmpuint (fixture->n_changed, ==, 7);
}

static void
test_set_is_tidy (Fixture      *fixture,
                  gconstpointer data)
{
  LsnRow untidy[] = { fixture->actors[2], fixture->actors[0], 4711, fixture->actors[2] };
  guint n_rows;
  const LsnRow *rows;

  lsn_selection_set (fixture->selection, untidy, G_N_ELEMENTS (untidy), NULL, 0);
  assert_selected (fixture, "a-c", FALSE);
  rows = lsn_selection_rows (fixture->selection, LSN_TABLE_ACTORS, &n_rows);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpuint (rows[0], <, rows[1]);
  lsn_selection_add (fixture->selection, LSN_TABLE_ACTORS, 4711);
  assert_selected (fixture, "a-c", FALSE);
}

/* Notes are selected like actors and ties, and leave and come back with them. */
static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  LsnSelection *selection = fixture->selection;
  LsnRow note;

  lsn_map_begin (fixture->map, "Add", NULL);
  note = lsn_map_insert_row (fixture->map, LSN_TABLE_NOTES, NULL, NULL);
  lsn_map_commit (fixture->map);
  lsn_selection_select_all (selection);
  assert_selected_and_note (fixture, "abc", TRUE, note);
  lsn_selection_select (selection, LSN_TABLE_NOTES, note);
  assert_selected_and_note (fixture, "---", FALSE, note);
  lsn_selection_set_with_notes (selection, fixture->actors, 1, NULL, 0, &note, 1);
  assert_selected_and_note (fixture, "a--", FALSE, note);

  lsn_map_begin (fixture->map, "Delete", NULL);
  g_assert_true (lsn_map_remove_row (fixture->map, LSN_TABLE_NOTES, note, NULL));
  lsn_map_commit (fixture->map);
  g_assert_cmpuint (lsn_selection_n_rows (selection, LSN_TABLE_NOTES), ==, 0);
  lsn_map_undo (fixture->map);
  assert_selected_and_note (fixture, "a--", FALSE, note);
  lsn_selection_set (selection, fixture->actors, 1, NULL, 0);
  g_assert_cmpuint (lsn_selection_n_rows (selection, LSN_TABLE_NOTES), ==, 0);
}

static void
test_follows_the_map (Fixture      *fixture,
                      gconstpointer data)
{
  LsnTable table;
  LsnRow row;

  lsn_selection_select_all (fixture->selection);
  lsn_selection_set_focus (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[0]);
  lsn_map_begin (fixture->map, "Delete", NULL);
  g_assert_true (lsn_map_remove_row (fixture->map, LSN_TABLE_ACTORS, fixture->actors[0], NULL));
  lsn_map_commit (fixture->map);

  /* The tie went with its actor. */
  assert_selected (fixture, "-bc", FALSE);
  g_assert_false (lsn_selection_get_focus (fixture->selection, &table, &row));

  /* What was selected comes back with them. */
  g_assert_true (lsn_map_undo (fixture->map));
  assert_selected (fixture, "abc", TRUE);
  g_assert_true (lsn_selection_get_focus (fixture->selection, &table, &row));
  g_assert_cmpuint (row, ==, fixture->actors[0]);
  g_assert_true (lsn_map_redo (fixture->map));
  assert_selected (fixture, "-bc", FALSE);
}

static void
test_undo_selects_what_it_changed (Fixture      *fixture,
                                   gconstpointer data)
{
  lsn_map_begin (fixture->map, "Rename", NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->actors[2], LSN_ACTOR_NAME, "Egypt", NULL);
  lsn_map_commit (fixture->map);
  assert_selected (fixture, "---", FALSE);
  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[0]);

  lsn_map_undo (fixture->map);
  assert_selected (fixture, "--c", FALSE);
  lsn_selection_clear (fixture->selection);
  lsn_map_redo (fixture->map);
  assert_selected (fixture, "--c", FALSE);
}

static void
place (Fixture *fixture,
       LsnRow   actor,
       double   x)
{
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, NULL);
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, 0, NULL);
}

/* A layout moves everything, and nobody asked for everything to be selected. */
static void
test_layout (Fixture      *fixture,
             gconstpointer data)
{
  lsn_map_begin (fixture->map, "Lay Out", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    place (fixture, fixture->actors[i], 100 * i);
  lsn_map_commit (fixture->map);
  lsn_map_undo (fixture->map);
  assert_selected (fixture, "---", FALSE);

  lsn_selection_select (fixture->selection, LSN_TABLE_TIES, fixture->tie);
  lsn_map_redo (fixture->map);
  assert_selected (fixture, "---", FALSE);
  lsn_map_undo (fixture->map);
  assert_selected (fixture, "---", TRUE);
}

/* Only what is inside moves, and what was taken hold of is selected again. */
static void
test_container (Fixture      *fixture,
                gconstpointer data)
{
  lsn_map_begin (fixture->map, "Put Inside", NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ACTORS, fixture->actors[1], LSN_ACTOR_PARENT, fixture->actors[0], NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ACTORS, fixture->actors[2], LSN_ACTOR_PARENT, fixture->actors[0], NULL);
  lsn_map_commit (fixture->map);
  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[0]);
  lsn_map_begin (fixture->map, "Move", NULL);
  place (fixture, fixture->actors[1], 10);
  place (fixture, fixture->actors[2], 20);
  lsn_map_commit (fixture->map);
  lsn_selection_select (fixture->selection, LSN_TABLE_TIES, fixture->tie);

  lsn_map_undo (fixture->map);
  assert_selected (fixture, "a--", FALSE);
  lsn_selection_clear (fixture->selection);
  lsn_map_redo (fixture->map);
  assert_selected (fixture, "---", TRUE);
}

/* What was made is selected again when it is made again, and before it what was selected then. */
static void
test_made (Fixture      *fixture,
           gconstpointer data)
{
  LsnRow made;

  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[1]);
  lsn_map_begin (fixture->map, "Add", NULL);
  made = lsn_map_insert_row (fixture->map, LSN_TABLE_ACTORS, NULL, NULL);
  lsn_map_commit (fixture->map);
  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, made);

  lsn_map_undo (fixture->map);
  assert_selected (fixture, "-b-", FALSE);
  lsn_map_redo (fixture->map);
  g_assert_cmpuint (lsn_selection_n_rows (fixture->selection, LSN_TABLE_ACTORS), ==, 1);
  g_assert_true (lsn_selection_contains (fixture->selection, LSN_TABLE_ACTORS, made));
}

/* Too many to be seen; and steps that are older than what is remembered. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  for (guint n = 0; n < 300; n++)
    {
      lsn_map_begin (fixture->map, "Power", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
        lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, fixture->actors[i], LSN_ACTOR_POWER, n / 1000.0, NULL);
      lsn_map_commit (fixture->map);
    }
  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[0]);
  for (guint n = 0; n < 300; n++)
    g_assert_true (lsn_map_undo (fixture->map));
  assert_selected (fixture, "abc", FALSE);

  lsn_map_begin (fixture->map, "Draw", NULL);
  for (guint n = 0; n < 60; n++)
    lsn_map_insert_row (fixture->map, LSN_TABLE_ACTORS, NULL, NULL);
  lsn_map_commit (fixture->map);
  lsn_selection_select (fixture->selection, LSN_TABLE_ACTORS, fixture->actors[2]);
  lsn_map_undo (fixture->map);
  assert_selected (fixture, "abc", FALSE);
  lsn_map_redo (fixture->map);
  assert_selected (fixture, "--c", FALSE);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/selection/by-hand", test_by_hand);
  ADD ("/selection/set-is-tidy", test_set_is_tidy);
  ADD ("/selection/notes", test_notes);
  ADD ("/selection/follows-the-map", test_follows_the_map);
  ADD ("/selection/undo-selects-what-it-changed", test_undo_selects_what_it_changed);
  ADD ("/selection/layout", test_layout);
  ADD ("/selection/container", test_container);
  ADD ("/selection/made", test_made);
  ADD ("/selection/many", test_many);

  return g_test_run ();
}
