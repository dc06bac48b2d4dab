/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <string.h>

#include "model/edit.h"
#include "model/identity.h"
#include "model/invariants.h"
#include "model/names.h"
#include "model/merge-cells.h"
#include "random-map.h"

typedef struct
{
  LsnMap *map;
  LsnRow  palace, president, guard, qatar, tie;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnMap *map = fixture->map = lsn_map_new (origin);
  LsnRow  alias;

  lsn_map_begin (map, "Draw", NULL);
  fixture->palace = lsn_map_insert_actor (map, "palace", "The palace",
                                          lsn_map_find_row (map, LSN_TABLE_KINDS, "government-body"), 0, 0, NULL);
  fixture->president = lsn_map_insert_actor (map, "president", "The president",
                                             lsn_map_find_row (map, LSN_TABLE_KINDS, "person"), 9, 9, NULL);
  fixture->guard = lsn_map_insert_actor (map, "guard", "The guard", LSN_NO_ROW, 5, 5, NULL);
  fixture->qatar = lsn_map_insert_actor (map, "qatar", "Qatar", LSN_NO_ROW, 5, 5, NULL);
  lsn_map_set_reference (map, LSN_TABLE_ACTORS, fixture->guard, LSN_ACTOR_PARENT, fixture->president, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, fixture->president, LSN_ACTOR_POWER, 0.4, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, fixture->president, LSN_ACTOR_STAKE, 0.9, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_POWER, 0.8, NULL);
  lsn_map_set_text (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_NOTES, "On the hill", NULL);
  lsn_map_set_text (map, LSN_TABLE_ACTORS, fixture->president, LSN_ACTOR_NOTES, "Elected", NULL);
  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, "alias", NULL);
  lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->president, NULL);
  lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "The old man", NULL);
  fixture->tie = lsn_map_insert_tie (map, "t", fixture->qatar, fixture->president, LSN_NO_ROW, NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static void
test_conflicts (Fixture      *fixture,
                gconstpointer data)
{
  LsnRow both[] = { fixture->palace, fixture->president };
  g_autoptr (GArray) conflicts = lsn_actors_conflicts (fixture->map, both, 2);
  g_autofree char *kind = NULL;

  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpuint (g_array_index (conflicts, LsnConflict, 0).column, ==, LSN_ACTOR_KIND);
  g_assert_cmpuint (g_array_index (conflicts, LsnConflict, 1).column, ==, LSN_ACTOR_POWER);
  kind = lsn_cell_in_words (fixture->map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_KIND);
  g_assert_cmpstr (kind, ==, "Government body");
}

static void
assert_same_actor (Fixture    *fixture,
                   const char *name)
{
  g_autoptr (LsnNameIndex) index = lsn_name_index_new (fixture->map);
  g_autoptr (GArray)       hits = lsn_name_index_find (index, name);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpuint (g_array_index (hits, LsnNameHit, 0).actor, ==, fixture->palace);
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  g_autoptr (GError)     error = NULL;
  LsnMap *map = fixture->map;
  guint64 before = lsn_map_get_revision (map);

  g_hash_table_insert (choices, GUINT_TO_POINTER (LSN_ACTOR_KIND), GUINT_TO_POINTER (fixture->president));
  g_assert_true (lsn_actors_merge (map, fixture->palace, &fixture->president, 1, choices, &error));
  g_assert_no_error (error);

  g_assert_false (lsn_map_has_row (map, LSN_TABLE_ACTORS, fixture->president));
  g_assert_cmpstr (lsn_map_row_id (map, LSN_TABLE_KINDS,
                                   lsn_map_get_reference (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_KIND)), ==,
                   "person");
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_POWER), ==, 0.8);
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_STAKE), ==, 0.9);
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_X), ==, 0);
  g_assert_cmpstr (lsn_map_get_text (map, LSN_TABLE_ACTORS, fixture->palace, LSN_ACTOR_NOTES), ==,
                   "On the hill\nKind: Government body (The palace)\nPower: 0.4 (The president)\nElected");
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_TARGET), ==, fixture->palace);
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_ACTORS, fixture->guard, LSN_ACTOR_PARENT), ==, fixture->palace);
  assert_same_actor (fixture, "The palace");
  assert_same_actor (fixture, "The president");
  assert_same_actor (fixture, "The old man");

  g_assert_true (lsn_map_undo (map));
  g_assert_cmpuint (lsn_map_get_revision (map), ==, before);
}

/* Who is merged with what it is inside of does not end up inside itself. */
static void
test_merge_inside (Fixture      *fixture,
                   gconstpointer data)
{
  LsnRow others[] = { fixture->president, fixture->palace };

  g_assert_true (lsn_actors_merge (fixture->map, fixture->guard, others, 2, NULL, NULL));
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_ACTORS, fixture->guard, LSN_ACTOR_PARENT), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_map_n_rows (fixture->map, LSN_TABLE_ACTORS), ==, 2);
}

static void
test_split (Fixture      *fixture,
            gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow  twin = lsn_actor_split (map, fixture->president, "The prime minister", &fixture->tie, 1, NULL);

  g_assert_cmpuint (twin, !=, LSN_NO_ROW);
  g_assert_cmpstr (lsn_map_get_text (map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_NAME), ==, "The prime minister");
  g_assert_cmpfloat (lsn_map_get_number (map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_POWER), ==, 0.4);
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_TARGET), ==, twin);
  g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_ACTORS, fixture->guard, LSN_ACTOR_PARENT), ==,
                    fixture->president);
}

static LsnRow
random_actor (LsnMap *map)
{
  LsnRow row;

  do
    row = (LsnRow) g_test_rand_int_range (1, (gint32) lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1);
  while (!lsn_map_has_row (map, LSN_TABLE_ACTORS, row));
  return row;
}

/* Of any map: no tie goes, each leads where it led, and undoing gives all back. */
static void
test_random (void)
{
  for (guint i = 0; i < 60; i++)
    {
      LsnRandomMap options = { .seed = i, .n_actors = 30, .n_ties = 60, .n_containers = 8, .placed = TRUE, .cells = TRUE };
      g_autoptr (LsnMap) map = lsn_random_map_new (&options);
      g_autoptr (LsnMap) before = lsn_map_snapshot (map);
      LsnRow   into = random_actor (map), others[3];
      guint    n_others = (guint) g_test_rand_int_range (1, 4);
      gboolean is_other[64] = { FALSE };
      g_autofree char *was = lsn_map_dump (map), *is = NULL, *problem = NULL;

      for (guint j = 0; j < n_others; j++)
        {
          do
            others[j] = random_actor (map);
          while (others[j] == into || is_other[others[j]]);
          is_other[others[j]] = TRUE;
        }

      g_assert_true (lsn_actors_merge (map, into, others, n_others, NULL, NULL));
      problem = lsn_map_check (map);
      g_assert_null (problem);
      g_assert_cmpuint (lsn_map_n_rows (map, LSN_TABLE_TIES), ==, lsn_map_n_rows (before, LSN_TABLE_TIES));
      for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
           tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
        {
          LsnRow source = lsn_map_get_reference (before, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);

          g_assert_cmpuint (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE), ==,
                            is_other[source] ? into : source);
        }
      g_assert_true (lsn_map_undo (map));
      is = lsn_map_dump (map);
      g_assert_cmpstr (is, ==, was);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/identity/conflicts", Fixture, NULL, set_up, test_conflicts, tear_down);
  g_test_add ("/identity/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/identity/merge-inside", Fixture, NULL, set_up, test_merge_inside, tear_down);
  g_test_add ("/identity/split", Fixture, NULL, set_up, test_split, tear_down);
  g_test_add_func ("/identity/random", test_random);
  return g_test_run ();
}
