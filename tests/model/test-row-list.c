/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/row-list.h"
#include "row-mirror.h"
#include "model/row-text.h"

typedef struct
{
  LsnMap *map;
  LsnRow  hamas, bureau, wing, qatar, egypt, tie;
} Fixture;

static LsnRow
actor (LsnMap     *map,
       const char *name,
       const char *kind,
       LsnRow      parent)
{
  LsnRow row = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);

  g_assert_true (lsn_map_set_text (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME, name, NULL));
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND,
                                        lsn_map_find_row (map, LSN_TABLE_KINDS, kind), NULL));
  g_assert_true (lsn_map_set_reference (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PARENT, parent, NULL));

  return row;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnMap *map = fixture->map = lsn_map_new (origin);

  lsn_map_begin (map, "Draw", NULL);
  fixture->wing = actor (map, "Military wing", "armed-group", LSN_NO_ROW);
  fixture->qatar = actor (map, "Qatar", "state", LSN_NO_ROW);
  fixture->hamas = actor (map, "Hamas", "armed-group", LSN_NO_ROW);
  fixture->bureau = actor (map, "Political bureau", "armed-group", fixture->hamas);
  fixture->egypt = actor (map, "Égypte", "state", LSN_NO_ROW);
  lsn_map_set_reference (map, LSN_TABLE_ACTORS, fixture->wing, LSN_ACTOR_PARENT, fixture->hamas, NULL);
  fixture->tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);
  lsn_map_set_reference (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_SOURCE, fixture->qatar, NULL);
  lsn_map_set_reference (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_TARGET, fixture->bureau, NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static void
assert_rows (LsnRowList *list,
             guint       n_rows,
             ...)
{
  va_list rows;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_rows);
  va_start (rows, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      LsnRow row = va_arg (rows, LsnRow);

      g_assert_cmpuint (lsn_row_list_get_row (list, i), ==, row);
      g_assert_cmpuint (lsn_row_list_find (list, row), ==, i);
    }
  va_end (rows);
}

static guint
depth_at (LsnRowList *list,
          guint       position)
{
  g_autoptr (LsnRowItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return lsn_row_item_get_depth (item);
}

static void
test_nested (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_ACTORS);

  assert_rows (list, 5, fixture->qatar, fixture->hamas, fixture->wing, fixture->bureau, fixture->egypt);
  g_assert_cmpuint (depth_at (list, 1), ==, 0);
  g_assert_cmpuint (depth_at (list, 3), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 5));

  lsn_row_list_set_sort (list, LSN_ACTOR_NAME, FALSE);
  g_assert_cmpuint (lsn_row_list_find (list, fixture->wing), ==, lsn_row_list_find (list, fixture->hamas) + 1);
  g_assert_cmpuint (lsn_row_list_find (list, fixture->bureau), ==, lsn_row_list_find (list, fixture->hamas) + 2);

  lsn_row_list_set_nested (list, FALSE);
  lsn_row_list_set_sort (list, LSN_NO_COLUMN, FALSE);
  assert_rows (list, 5, fixture->wing, fixture->qatar, fixture->hamas, fixture->bureau, fixture->egypt);
  g_assert_cmpuint (depth_at (list, 3), ==, 0);
}

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_ACTORS);
  g_autoptr (LsnRowList) ties = lsn_row_list_new (fixture->map, LSN_TABLE_TIES);
  LsnRow alias;

  lsn_row_list_set_search (list, "egypte");
  assert_rows (list, 1, fixture->egypt);
  lsn_row_list_set_search (list, "  WING  mil ");
  assert_rows (list, 1, fixture->wing);
  lsn_row_list_set_search (list, "doha");
  assert_rows (list, 0);

  lsn_map_begin (fixture->map, "Name", NULL);
  alias = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->qatar, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "Doha", NULL);
  lsn_map_commit (fixture->map);
  lsn_row_list_set_search (list, "doha");
  assert_rows (list, 1, fixture->qatar);

  lsn_row_list_set_search (ties, "bureau qatar");
  assert_rows (ties, 1, fixture->tie);
  lsn_map_begin (fixture->map, "Rename", NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->bureau, LSN_ACTOR_NAME, "Politburo", NULL);
  lsn_map_commit (fixture->map);
  lsn_row_list_set_search (ties, "bureau qatar");
  assert_rows (ties, 0);

  lsn_row_list_set_search (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
}

static void
test_sort (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_ACTORS);

  lsn_map_begin (fixture->map, "Rate", NULL);
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_POWER, 0.5, NULL);
  lsn_map_set_number (fixture->map, LSN_TABLE_ACTORS, fixture->egypt, LSN_ACTOR_POWER, 0.75, NULL);
  lsn_map_commit (fixture->map);
  lsn_row_list_set_nested (list, FALSE);

  lsn_row_list_set_sort (list, LSN_ACTOR_POWER, FALSE);
  assert_rows (list, 5, fixture->qatar, fixture->egypt, fixture->wing, fixture->hamas, fixture->bureau);
  lsn_row_list_set_sort (list, LSN_ACTOR_POWER, TRUE);
  assert_rows (list, 5, fixture->egypt, fixture->qatar, fixture->wing, fixture->hamas, fixture->bureau);
}

/* ---- A view that believes only the signal ---- */

static void
assert_mirrored (LsnRowList *list,
                 GArray     *mirror)
{
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < mirror->len; i++)
    g_assert_cmpuint (g_array_index (mirror, LsnRow, i), ==, lsn_row_list_get_row (list, i));
}

static LsnRow
random_actor (LsnMap *map,
              GRand  *rand)
{
  LsnRow row = LSN_NO_ROW;

  for (guint i = g_rand_int_range (rand, 1, lsn_map_n_rows (map, LSN_TABLE_ACTORS) + 1); i > 0; i--)
    row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row);

  return row;
}

static void
random_edit (LsnMap *map,
             GRand  *rand)
{
  g_autofree char *name = g_strdup_printf ("Actor %d", g_rand_int_range (rand, 0, 1000));

  lsn_map_begin (map, "Edit", NULL);
  for (guint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 5))
      {
      case 0:
      case 1:
        actor (map, name, "state", LSN_NO_ROW);
        break;

      case 2:
        if (lsn_map_n_rows (map, LSN_TABLE_ACTORS) > 3)
          lsn_map_remove_row (map, LSN_TABLE_ACTORS, random_actor (map, rand), NULL);
        break;

      case 3: /* may be refused, as it would make a circle */
        lsn_map_set_reference (map, LSN_TABLE_ACTORS, random_actor (map, rand), LSN_ACTOR_PARENT,
                               random_actor (map, rand), NULL);
        break;

      default:
        lsn_map_set_text (map, LSN_TABLE_ACTORS, random_actor (map, rand), LSN_ACTOR_NAME, name, NULL);
        break;
      }
  lsn_map_commit (map);
}

static void
test_signal_tells_all (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_ACTORS);
  g_autoptr (GArray) mirror = lsn_row_mirror_new (list);

  for (guint i = 0; i < 400; i++)
    {
      switch (g_rand_int_range (rand, 0, 10))
        {
        case 0:
          lsn_row_list_set_search (list, g_rand_boolean (rand) ? "actor 1" : NULL);
          break;

        case 1:
          lsn_row_list_set_sort (list, g_rand_boolean (rand) ? LSN_ACTOR_NAME : LSN_NO_COLUMN, g_rand_boolean (rand));
          break;

        case 2:
          lsn_row_list_set_nested (list, g_rand_boolean (rand));
          break;

        case 3:
          lsn_map_undo (fixture->map);
          break;

        case 4:
          lsn_map_redo (fixture->map);
          break;

        default:
          random_edit (fixture->map, rand);
          break;
        }
      assert_mirrored (list, mirror);
    }
}

static void
test_fold (void)
{
  g_autofree char *french = lsn_text_fold ("Élysée Palace");
  g_autofree char *arabic = lsn_text_fold ("قَطَر");

  g_assert_cmpstr (french, ==, "elysee palace");
  g_assert_cmpstr (arabic, ==, "قطر");
}

/* What a filter hides is not in the list, nor are its other names in theirs; the list looks again when the map changes. */
static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_ACTORS);
  g_autoptr (LsnRowList) ties = lsn_row_list_new (fixture->map, LSN_TABLE_TIES);
  g_autoptr (LsnRowList) names = lsn_row_list_new (fixture->map, LSN_TABLE_ALIASES);
  g_autoptr (LsnFilter) filter = NULL;
  LsnRow alias;

  lsn_map_begin (fixture->map, "Name", NULL);
  alias = lsn_map_insert_row (fixture->map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->bureau, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "The bureau", NULL);
  lsn_map_commit (fixture->map);
  assert_rows (names, 1, alias);

  filter = lsn_filter_new ();
  lsn_filter_add (filter, lsn_condition_new (LSN_TEST_IS, LSN_TABLE_ACTORS, "kind", (const char *[]) { "state", NULL }));
  lsn_row_list_set_filter (list, filter);
  lsn_row_list_set_filter (ties, filter);
  lsn_row_list_set_filter (names, filter);
  assert_rows (list, 2, fixture->qatar, fixture->egypt);
  assert_rows (ties, 0);
  assert_rows (names, 0);

  lsn_map_begin (fixture->map, "Change", NULL);
  lsn_map_set_reference (fixture->map, LSN_TABLE_ACTORS, fixture->bureau, LSN_ACTOR_KIND,
                         lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, "state"), NULL);
  lsn_map_commit (fixture->map);
  /* Its container is shown with it. */
  assert_rows (list, 4, fixture->qatar, fixture->hamas, fixture->bureau, fixture->egypt);
  assert_rows (ties, 1, fixture->tie);
  assert_rows (names, 1, alias);

  lsn_row_list_set_filter (list, NULL);
  g_assert_cmpuint (lsn_row_list_n_rows (list), ==, 5);
}

/* The item at the end is of no row, stays there, and is no row of the list. */
static void
test_blank (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (LsnRowList) list = lsn_row_list_new (fixture->map, LSN_TABLE_TIES);
  g_autoptr (LsnRowItem) item = NULL;

  lsn_row_list_set_blank (list, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpuint (lsn_row_list_n_rows (list), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpuint (lsn_row_item_get_row (item), ==, LSN_NO_ROW);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));

  lsn_map_undo (fixture->map);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  lsn_row_list_set_blank (list, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/row-list/nested", test_nested);
  ADD ("/row-list/search", test_search);
  ADD ("/row-list/sort", test_sort);
  ADD ("/row-list/signal-tells-all", test_signal_tells_all);
  ADD ("/row-list/filter", test_filter);
  ADD ("/row-list/blank", test_blank);
  g_test_add_func ("/row-list/fold", test_fold);

  return g_test_run ();
}
