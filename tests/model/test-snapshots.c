/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/changes.h"
#include "model/edit.h"
#include "model/invariants.h"
#include "random-map.h"

#include <math.h>

#undef G_DISABLE_ASSERT

/* What nothing can change any more: while the map is edited, undone, redone and freed, and while threads read. */

static LsnMap *
some_map (guint32 seed)
{
  return lsn_random_map_new (&(LsnRandomMap) {
    .seed = seed, .n_actors = 60, .n_ties = 150, .n_containers = 5, .placed = TRUE, .cells = TRUE,
  });
}

static void
edit (LsnMap *map,
      GRand  *rand,
      guint   n_primitives)
{
  lsn_map_begin (map, "Edit", NULL);
  lsn_random_map_edit (map, rand, n_primitives);
  lsn_map_commit (map);
}

static void
test_same (void)
{
  g_autoptr (LsnMap) map = some_map (1);
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (LsnMap) again = lsn_map_snapshot (snapshot);
  g_autofree char *one = lsn_map_dump (map);
  g_autofree char *other = lsn_map_dump (snapshot);
  g_autofree char *problem = lsn_map_check (snapshot);

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_true (again == snapshot);
  g_assert_true (lsn_map_is_snapshot (snapshot));
  g_assert_false (lsn_map_is_snapshot (map));
  g_assert_cmpuint (lsn_map_get_revision (snapshot), ==, lsn_map_get_revision (map));
  g_assert_false (lsn_map_can_undo (snapshot));
  g_assert_false (lsn_map_is_modified (snapshot));
}

static void
test_immutable (void)
{
  g_autoptr (LsnMap) map = some_map (2);
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);

  g_test_expect_message ("liaison-model", G_LOG_LEVEL_CRITICAL, "*is_snapshot*");
  lsn_map_begin (snapshot, "Edit", NULL);
  g_test_assert_expected_messages ();
  g_test_expect_message ("liaison-model", G_LOG_LEVEL_CRITICAL, "*lsn_map_may_edit*");
  g_assert_false (lsn_map_set_text (snapshot, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, "X", NULL));
  g_test_assert_expected_messages ();
}

/* Many snapshots at different times, each compared with what the map held then. */
static void
test_kept (void)
{
  LsnMap *map = some_map (3);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) snapshots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 60; i++)
    {
      g_ptr_array_add (snapshots, lsn_map_snapshot (map));
      g_ptr_array_add (dumps, lsn_map_dump (map));
      if (g_rand_int_range (rand, 0, 4) == 0)
        lsn_map_undo (map);
      else
        edit (map, rand, 20);
    }
  g_object_unref (map);

  for (guint i = 0; i < snapshots->len; i++)
    {
      g_autofree char *dump = lsn_map_dump (g_ptr_array_index (snapshots, i));
      g_autofree char *problem = lsn_map_check (g_ptr_array_index (snapshots, i));

      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
      g_assert_cmpstr (problem, ==, NULL);
    }
}

/* A revision is the name of what the map holds, in the middle of a transaction too. */
static void
test_revisions (void)
{
  g_autoptr (LsnMap) map = some_map (4);
  LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  lsn_map_begin (map, "Edit", NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (LsnMap) snapshot = NULL;
      guint64 revision;

      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, i, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, i, NULL);
      snapshot = lsn_map_snapshot (map);
      revision = lsn_map_get_revision (snapshot);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&revision, sizeof revision)));
    }
  lsn_map_commit (map);
}

typedef struct
{
  LsnMap *snapshot;
  char   *dump;
} Reading;

static gpointer
read_in_thread (gpointer data)
{
  Reading *reading = data;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *dump = lsn_map_dump (reading->snapshot);

      g_assert_cmpstr (dump, ==, reading->dump);
    }

  g_object_unref (reading->snapshot);
  g_free (reading->dump);
  g_free (reading);
  return NULL;
}

/* Read and freed by threads while the map goes on. */
static void
test_threads (void)
{
  g_autoptr (LsnMap) map = some_map (5);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 20; i++)
    {
      GThread *threads[3];

      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        {
          Reading *reading = g_new0 (Reading, 1);

          reading->snapshot = lsn_map_snapshot (map);
          reading->dump = lsn_map_dump (map);
          threads[j] = g_thread_new ("reader", read_in_thread, reading);
          edit (map, rand, 30);
          lsn_map_undo (map);
        }

      edit (map, rand, 30);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
    }
}

/* The places of some are others, rounded as in a cell; all else, and the map itself, is as it was. */
static void
test_moved (void)
{
  g_autoptr (LsnMap) map = some_map (6);
  g_autofree char *before = lsn_map_dump (map);
  LsnRow actors[3];
  double places[6] = { 12.344, -7, 0, 99.5, 1, 1 };
  g_autoptr (LsnMap) moved = NULL;
  g_autofree char *after = NULL;
  g_autofree char *problem = NULL;

  actors[0] = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
  actors[1] = lsn_map_next_row (map, LSN_TABLE_ACTORS, actors[0]);
  actors[2] = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1; /* nobody */
  moved = lsn_map_snapshot_moved (map, actors, places, 3);
  after = lsn_map_dump (map);
  problem = lsn_map_check (moved);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (lsn_map_is_snapshot (moved));
  g_assert_cmpuint (lsn_map_get_revision (moved), !=, lsn_map_get_revision (map));
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      double x = lsn_map_get_number (moved, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
      double y = lsn_map_get_number (moved, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);

      g_assert_cmpfloat (x, ==, actor == actors[0] ? 12.34 : actor == actors[1] ? 0
                         : lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X));
      g_assert_cmpfloat (y, ==, actor == actors[0] ? -7 : actor == actors[1] ? 99.5
                         : lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y));
      g_assert_cmpstr (lsn_map_get_text (moved, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME), ==,
                       lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME));
    }
}

/* What speaks of somebody who would stand elsewhere would go along; the map itself is as it was. */
static void
test_moved_callouts (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  g_autoptr (LsnMap) moved = NULL;
  LsnRow actor, note;

  lsn_map_begin (map, "Draw", NULL);
  actor = lsn_map_insert_actor (map, NULL, "Qatar", LSN_NO_ROW, 10, 20, NULL);
  note = lsn_map_insert_row (map, LSN_TABLE_NOTES, NULL, NULL);
  lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X, 100, NULL);
  lsn_map_set_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_Y, 200, NULL);
  lsn_map_set_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR, actor, NULL);
  lsn_map_commit (map);
  moved = lsn_map_snapshot_moved (map, &actor, (double[]) { 15, 13 }, 1);
  g_assert_cmpfloat (lsn_map_get_number (moved, LSN_TABLE_NOTES, note, LSN_NOTE_X), ==, 105);
  g_assert_cmpfloat (lsn_map_get_number (moved, LSN_TABLE_NOTES, note, LSN_NOTE_Y), ==, 193);
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_NOTES, note, LSN_NOTE_X), ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/snapshots/same", test_same);
  g_test_add_func ("/model/snapshots/immutable", test_immutable);
  g_test_add_func ("/model/snapshots/kept", test_kept);
  g_test_add_func ("/model/snapshots/revisions", test_revisions);
  g_test_add_func ("/model/snapshots/threads", test_threads);
  g_test_add_func ("/model/snapshots/moved", test_moved);
  g_test_add_func ("/model/snapshots/moved-callouts", test_moved_callouts);

  return g_test_run ();
}
