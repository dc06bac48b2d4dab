/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/changes.h"
#include "model/edit.h"

#include <math.h>

#undef G_DISABLE_ASSERT

#define ACTORS LSN_TABLE_ACTORS
#define TIES LSN_TABLE_TIES

typedef struct
{
  LsnMap     *map;
  LsnRow      a, b, ab;
  LsnChanges *changes; /* the last ones */
} Fixture;

static void
on_changed (LsnMap     *map,
            LsnChanges *changes,
            Fixture    *fixture)
{
  g_clear_pointer (&fixture->changes, lsn_changes_unref);
  fixture->changes = lsn_changes_ref (changes);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  fixture->map = lsn_map_new_bare (origin);
  fixture->a = lsn_map_insert_actor (fixture->map, "a", "A", LSN_NO_ROW, 0.0, 0.0, NULL);
  fixture->b = lsn_map_insert_actor (fixture->map, "b", "B", LSN_NO_ROW, 0.0, 0.0, NULL);
  fixture->ab = lsn_map_insert_tie (fixture->map, "ab", fixture->a, fixture->b, LSN_NO_ROW, NULL);
  lsn_map_forget_history (fixture->map);
  g_signal_connect (fixture->map, "changed", G_CALLBACK (on_changed), fixture);
  lsn_map_begin (fixture->map, "Test", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->changes, lsn_changes_unref);
  g_clear_object (&fixture->map);
}

typedef const LsnRow *(*RowsFunc) (LsnChanges *changes,
                                   LsnTable    table,
                                   guint      *n_rows);

static void
assert_rows (Fixture      *fixture,
             RowsFunc      func,
             LsnTable      table,
             const LsnRow *rows,
             guint         n_rows)
{
  guint n_found;
  const LsnRow *found = func (fixture->changes, table, &n_found);

  g_assert_cmpmem (found, n_found * sizeof (LsnRow), rows, n_rows * sizeof (LsnRow));
}

static void
test_insert (Fixture      *fixture,
             gconstpointer data)
{
  LsnRow c = lsn_map_insert_actor (fixture->map, "c", "C", LSN_NO_ROW, 0.0, 0.0, NULL);
  LsnRow gone = lsn_map_insert_actor (fixture->map, "gone", "Gone", LSN_NO_ROW, 0.0, 0.0, NULL);

  /* Who came and went is nobody. */
  lsn_map_remove_row (fixture->map, ACTORS, gone, NULL);
  lsn_map_commit (fixture->map);

  assert_rows (fixture, lsn_changes_inserted, ACTORS, &c, 1);
  assert_rows (fixture, lsn_changes_removed, ACTORS, NULL, 0);
  assert_rows (fixture, lsn_changes_altered, ACTORS, NULL, 0);
  assert_rows (fixture, lsn_changes_inserted, TIES, NULL, 0);
  g_assert_false (lsn_changes_touch_column (fixture->changes, ACTORS, LSN_ACTOR_NAME));
  g_assert_false (lsn_changes_only_places (fixture->changes));
  g_assert_false (lsn_changes_is_undo (fixture->changes));

  lsn_map_undo (fixture->map);
  assert_rows (fixture, lsn_changes_removed, ACTORS, &c, 1);
  assert_rows (fixture, lsn_changes_inserted, ACTORS, NULL, 0);
  g_assert_true (lsn_changes_is_undo (fixture->changes));

  lsn_map_redo (fixture->map);
  assert_rows (fixture, lsn_changes_inserted, ACTORS, &c, 1);
  g_assert_true (lsn_changes_is_undo (fixture->changes));
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  lsn_map_set_number (fixture->map, ACTORS, fixture->a, LSN_ACTOR_POWER, 0.5, NULL);
  lsn_map_remove_row (fixture->map, ACTORS, fixture->a, NULL);
  lsn_map_commit (fixture->map);

  assert_rows (fixture, lsn_changes_removed, ACTORS, &fixture->a, 1);
  assert_rows (fixture, lsn_changes_removed, TIES, &fixture->ab, 1);
  assert_rows (fixture, lsn_changes_altered, ACTORS, NULL, 0);
  assert_rows (fixture, lsn_changes_altered, TIES, NULL, 0);
}

static void
test_alter (Fixture      *fixture,
            gconstpointer data)
{
  LsnRow both[] = { fixture->a, fixture->b };

  lsn_map_set_number (fixture->map, ACTORS, fixture->b, LSN_ACTOR_POWER, 0.5, NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->a, LSN_ACTOR_STAKE, 0.5, NULL);
  lsn_map_set_text (fixture->map, TIES, fixture->ab, LSN_TIE_LABEL, "talks", NULL);
  lsn_map_commit (fixture->map);

  assert_rows (fixture, lsn_changes_altered, ACTORS, both, 2);
  assert_rows (fixture, lsn_changes_altered, TIES, &fixture->ab, 1);
  g_assert_true (lsn_changes_touch_column (fixture->changes, ACTORS, LSN_ACTOR_POWER));
  g_assert_true (lsn_changes_touch_column (fixture->changes, ACTORS, LSN_ACTOR_STAKE));
  g_assert_false (lsn_changes_touch_column (fixture->changes, ACTORS, LSN_ACTOR_NAME));
  g_assert_true (lsn_changes_touch_column (fixture->changes, TIES, LSN_TIE_LABEL));
  g_assert_false (lsn_changes_touch_column (fixture->changes, TIES, 9999));
}

static void
test_places (Fixture      *fixture,
             gconstpointer data)
{
  lsn_map_set_number (fixture->map, ACTORS, fixture->a, LSN_ACTOR_X, 5.0, NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->b, LSN_ACTOR_Y, 5.0, NULL);
  lsn_map_commit (fixture->map);
  g_assert_true (lsn_changes_only_places (fixture->changes));

  lsn_map_undo (fixture->map);
  g_assert_true (lsn_changes_only_places (fixture->changes));

  lsn_map_begin (fixture->map, "More", NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->a, LSN_ACTOR_X, 6.0, NULL);
  lsn_map_set_boolean (fixture->map, ACTORS, fixture->a, LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_commit (fixture->map);
  g_assert_false (lsn_changes_only_places (fixture->changes));

  lsn_map_begin (fixture->map, "Tie", NULL);
  lsn_map_set_number (fixture->map, ACTORS, fixture->a, LSN_ACTOR_X, 7.0, NULL);
  lsn_map_set_number (fixture->map, TIES, fixture->ab, LSN_TIE_TRUST, 0.5, NULL);
  lsn_map_commit (fixture->map);
  g_assert_false (lsn_changes_only_places (fixture->changes));
}

/* A row that goes and comes back with its id is another row. */
static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  LsnRow again;

  lsn_map_remove_row (fixture->map, TIES, fixture->ab, NULL);
  again = lsn_map_insert_tie (fixture->map, "ab", fixture->b, fixture->a, LSN_NO_ROW, NULL);
  lsn_map_commit (fixture->map);

  assert_rows (fixture, lsn_changes_removed, TIES, &fixture->ab, 1);
  assert_rows (fixture, lsn_changes_inserted, TIES, &again, 1);
}

#define ADD(name, function) g_test_add ("/model/changes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("insert", test_insert);
  ADD ("remove", test_remove);
  ADD ("alter", test_alter);
  ADD ("places", test_places);
  ADD ("replace", test_replace);

  return g_test_run ();
}
