/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/edit.h"
#include "model/map.h"

/* How long the model takes to undo, and to redo, a layout of 10,000 actors: the median of several times. */

#define N_ACTORS 10000
#define N_ROUNDS 9
#define BUDGET_MS 20

static void
move_all (LsnMap  *map,
          GRand   *rand,
          GError **error)
{
  LsnRow actor = LSN_NO_ROW;

  lsn_map_begin (map, "Lay Out", NULL);
  while ((actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW)
    if (!lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, g_rand_double_range (rand, -9e3, 9e3), error) ||
        !lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, g_rand_double_range (rand, -9e3, 9e3), error))
      break;
  lsn_map_commit (map);
}

static LsnMap *
make_map (GRand   *rand,
          GError **error)
{
  LsnOrigin *origin = lsn_origin_new_seeded (1, "2026-01-01", "bench");
  LsnMap *map = lsn_map_new (origin);

  lsn_origin_unref (origin);
  lsn_map_begin (map, "Fill", NULL);
  for (guint i = 0; i < N_ACTORS; i++)
    lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, error);
  lsn_map_commit (map);
  move_all (map, rand, error);
  return map;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

typedef gboolean (*LsnStep) (LsnMap *map);

static void
measure (const char *name,
         LsnMap     *map,
         LsnStep     there,
         LsnStep     back)
{
  gint64 times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      g_assert_true (there (map));
      times[i] = g_get_monotonic_time () - began;
      g_assert_true (back (map));
    }
  qsort (times, N_ROUNDS, sizeof times[0], compare_times);
  g_print ("measure %s %.2f %d ms\n", name, times[N_ROUNDS / 2] / 1000.0, BUDGET_MS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = make_map (rand, &error);

  move_all (map, rand, &error);
  g_assert_no_error (error);
  measure ("undo-layout-10000", map, lsn_map_undo, lsn_map_redo);
  lsn_map_undo (map);
  measure ("redo-layout-10000", map, lsn_map_redo, lsn_map_undo);
  return 0;
}
