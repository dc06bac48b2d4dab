/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "engine/free-place.h"
#include "engine/layout-levels.h"
#include "random-map.h"

#define REACH 60

/* Rectangles at whole numbers, some without end on a side */
static GArray *
random_forbidden (GRand *rand)
{
  GArray *forbidden = g_array_new (FALSE, FALSE, sizeof (LsnForbidden));

  for (guint i = 0, n = g_rand_int_range (rand, 0, 30); i < n; i++)
    {
      int x = g_rand_int_range (rand, -40, 40), y = g_rand_int_range (rand, -40, 40);
      LsnForbidden one = { { x, y, x + g_rand_int_range (rand, 1, 30), y + g_rand_int_range (rand, 1, 30) },
                           g_rand_boolean (rand) };

      if (g_rand_int_range (rand, 0, 8) == 0)
        one.ways.x1 = INFINITY;
      if (g_rand_int_range (rand, 0, 8) == 0)
        one.ways.y0 = -INFINITY;
      g_array_append_val (forbidden, one);
    }
  return forbidden;
}

/* How many are around a point; G_MAXUINT if a hard one is, and @hard_count */
static guint
cost_at (GArray  *forbidden,
         double   x,
         double   y,
         gboolean hard_counts)
{
  guint cost = 0;

  for (guint i = 0; i < forbidden->len; i++)
    {
      const LsnForbidden *one = &g_array_index (forbidden, LsnForbidden, i);

      if (one->ways.x0 >= x || x >= one->ways.x1 || one->ways.y0 >= y || y >= one->ways.y1)
        continue;
      if (one->is_hard && hard_counts)
        return G_MAXUINT;
      cost++;
    }
  return cost;
}

/* The nearest free place is at whole numbers too, so asking all of them finds it. */
static void
test_nearest (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) forbidden = random_forbidden (rand);
      double best = INFINITY;
      guint64 work = G_MAXUINT32;
      LsnFreePlace place;

      for (int x = -REACH; x <= REACH; x++)
        for (int y = -REACH; y <= REACH; y++)
          if (hypot (x, y) <= REACH && hypot (x, y) < best && cost_at (forbidden, x, y, FALSE) == 0)
            best = hypot (x, y);
      g_assert_cmpint (lsn_free_place_find (forbidden, REACH, &work, NULL, &place), ==, isfinite (best));
      if (!isfinite (best))
        continue;
      g_assert_cmpfloat (hypot (place.x, place.y), ==, best);
      g_assert_cmpuint (cost_at (forbidden, place.x, place.y, FALSE), ==, 0);
    }
}

/* The cheapest place on the lines that are asked is no dearer than any at a corner of two rectangles. */
static void
test_cheapest (void)
{
  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) forbidden = random_forbidden (rand);
      guint least = G_MAXUINT;
      LsnFreePlace place;

      for (int x = -2 * REACH; x <= 2 * REACH; x++)
        for (int y = -2 * REACH; y <= 2 * REACH; y++)
          least = MIN (least, cost_at (forbidden, x, y, TRUE));
      g_assert_cmpint (lsn_free_place_cheapest (forbidden, G_MAXUINT, NULL, &place), ==, least < G_MAXUINT);
      if (least == G_MAXUINT)
        continue;
      g_assert_cmpuint (place.cost, ==, least);
      g_assert_cmpuint (cost_at (forbidden, place.x, place.y, TRUE), ==, least);
    }
}

/* A map of which every second actor is fixed, all without a tie to each other but one in a row */
static LsnMap *
half_pinned_map (void)
{
  LsnRandomMap random_map = { .seed = 3, .n_actors = 400, .n_ties = 800, .n_containers = 20, .placed = TRUE };
  LsnMap *map = lsn_random_map_new (&random_map);

  lsn_map_begin (map, "Pin", NULL);
  for (LsnRow actor = 1; actor <= lsn_map_max_row (map, LSN_TABLE_ACTORS); actor += 2)
    lsn_map_set_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED, !lsn_map_is_container (map, actor), NULL);
  lsn_map_commit (map);
  return map;
}

/* What an engine might have answered, all levels up; returns how often a place was looked for. */
static guint
take_all (LsnMap       *map,
          GCancellable *cancellable)
{
  LsnLayoutOptions options = { .engine = "sfdp" };
  g_autoptr (LsnUnits) units = lsn_units_new (map, &options, NULL, 0);
  g_autoptr (LsnLevels) levels = lsn_levels_new (units, options.engine, 1);
  LsnLayoutRequest *request;

  while ((request = lsn_levels_next (levels)) != NULL)
    {
      for (guint i = 0; i < request->graphs->len; i++)
        {
          LsnFlatGraph *graph = g_ptr_array_index (request->graphs, i);

          for (guint j = 0; j < graph->n_nodes; j++)
            {
              graph->x[j] = j % 20 * 300;
              graph->y[j] = j / 20 * 300;
            }
        }
      lsn_levels_take (levels, cancellable);
      lsn_layout_request_free (request);
    }
  return lsn_levels_n_searches (levels);
}

/* After a cancel nobody looks for a place any more, and a look that goes on ends at its next step. */
static void
test_cancel (void)
{
  g_autoptr (LsnMap) map = half_pinned_map ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) forbidden = random_forbidden (rand);
  guint64 work = 1000;
  LsnFreePlace place;

  g_assert_cmpuint (take_all (map, NULL), >, 200);
  g_cancellable_cancel (cancelled);
  g_assert_cmpuint (take_all (map, cancelled), ==, 0);
  g_assert_false (lsn_free_place_find (forbidden, REACH, &work, cancelled, &place));
  g_assert_cmpuint (work, ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/ground/nearest", test_nearest);
  g_test_add_func ("/engine/ground/cheapest", test_cheapest);
  g_test_add_func ("/engine/ground/cancel", test_cancel);
  return g_test_run ();
}
