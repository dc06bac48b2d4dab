/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/history-list.h"

typedef struct
{
  LsnMap         *map;
  LsnHistoryList *list;
  guint           n_items; /* as one knows it who only heard the signals */
  guint           n_moved;
} Fixture;

static void
on_items_changed (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  g_assert_cmpuint (position + removed, <=, fixture->n_items);
  fixture->n_items += added - removed;
}

static void
on_moved (Fixture *fixture)
{
  fixture->n_moved++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");

  fixture->map = lsn_map_new (origin);
  fixture->list = lsn_history_list_new (fixture->map);
  fixture->n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect_swapped (fixture->list, "moved", G_CALLBACK (on_moved), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->list);
  g_object_unref (fixture->map);
}

static void
draw (Fixture *fixture,
      guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Draw %u", i);

      lsn_map_begin (fixture->map, label, NULL);
      lsn_map_insert_row (fixture->map, LSN_TABLE_ACTORS, NULL, NULL);
      lsn_map_commit (fixture->map);
    }
}

static void
settle (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->list)));
  g_assert_cmpuint (fixture->n_items, ==, lsn_map_n_steps (fixture->map) + 1);
}

static void
test_grows_and_shrinks (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (LsnHistoryPoint) last = NULL;

  g_assert_cmpuint (fixture->n_items, ==, 1);
  draw (fixture, 5);
  settle (fixture);
  g_assert_cmpuint (fixture->n_items, ==, 6);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->list), 5);
  g_assert_cmpuint (lsn_history_point_get_n_done (last), ==, 5);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 6));

  lsn_map_go_to_step (fixture->map, 2);
  settle (fixture);
  g_assert_cmpuint (fixture->n_items, ==, 6);
  draw (fixture, 1);
  settle (fixture);
  g_assert_cmpuint (fixture->n_items, ==, 4);
}

static void
test_long_way_is_told_once (Fixture      *fixture,
                            gconstpointer data)
{
  draw (fixture, 10000);
  settle (fixture);
  fixture->n_moved = 0;
  lsn_map_go_to_step (fixture->map, 10);
  settle (fixture);
  g_assert_cmpuint (fixture->n_moved, ==, 1);
  g_assert_cmpuint (fixture->n_items, ==, 10001);
}

static void
test_forgotten_steps (Fixture      *fixture,
                      gconstpointer data)
{
  draw (fixture, 20);
  g_assert_true (lsn_map_history_is_whole (fixture->map));
  lsn_map_set_history_budget (fixture->map, 1);
  settle (fixture);
  g_assert_cmpuint (fixture->n_items, ==, 2);
  g_assert_false (lsn_map_history_is_whole (fixture->map));
}

#define ADD(path, func) g_test_add ("/history-list" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/grows-and-shrinks", test_grows_and_shrinks);
  ADD ("/long-way-is-told-once", test_long_way_is_told_once);
  ADD ("/forgotten-steps", test_forgotten_steps);

  return g_test_run ();
}
