/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "random-map.h"

#include "model/kind-edits.h"
#include "model/kinds.h"

#include <math.h>

#undef G_DISABLE_ASSERT

typedef struct
{
  const LsnRandomMap *options;
  LsnMap             *map;
  GRand              *rand;
  LsnRow             *actors;
  guint              *clusters;  /* by actor */
  GArray             *actor_kinds;
  GArray             *tie_kinds;
} Maker;

#define ACTORS_PER_CLUSTER 25

static LsnRow
pick (GArray *rows,
      GRand  *rand)
{
  return g_array_index (rows, LsnRow, g_rand_int_range (rand, 0, (gint32) rows->len));
}

static guint
n_clusters (Maker *maker)
{
  return MAX (1, maker->options->n_actors / ACTORS_PER_CLUSTER);
}

static void
sort_kinds (Maker *maker)
{
  maker->actor_kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  maker->tie_kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  for (LsnRow kind = lsn_map_next_row (maker->map, LSN_TABLE_KINDS, LSN_NO_ROW);
       kind != LSN_NO_ROW;
       kind = lsn_map_next_row (maker->map, LSN_TABLE_KINDS, kind))
    g_array_append_val (lsn_kind_is_of_tie (maker->map, kind) ? maker->tie_kinds : maker->actor_kinds, kind);
}

static void
fill_actor (Maker *maker,
            LsnRow actor)
{
  GRand *rand = maker->rand;
  LsnMap *map = maker->map;

  lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND, pick (maker->actor_kinds, rand), NULL);
  if (g_rand_int_range (rand, 0, 4) > 0)
    lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, g_rand_int_range (rand, 0, 101) / 100.0, NULL);
  if (g_rand_int_range (rand, 0, 10) == 0)
    lsn_map_set_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_EXTERNAL, TRUE, NULL);
  if (g_rand_int_range (rand, 0, 10) == 0)
    lsn_map_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NOTES, "Said to be well informed.\nNot confirmed.", NULL);
}

static void
place_actor (Maker *maker,
             LsnRow actor,
             guint  cluster)
{
  GRand *rand = maker->rand;
  double side = sqrt ((double) maker->options->n_actors) * 120.0;
  guint across = (guint) ceil (sqrt ((double) n_clusters (maker)));
  double step = side / across;
  double x = g_rand_double_range (rand, 0.0, side);
  double y = g_rand_double_range (rand, 0.0, side);

  if (maker->options->clustered)
    {
      x = (cluster % across + g_rand_double_range (rand, 0.05, 0.95)) * step;
      y = (cluster / across + g_rand_double_range (rand, 0.05, 0.95)) * step;
    }

  lsn_map_set_number (maker->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, NULL);
  lsn_map_set_number (maker->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, y, NULL);
}

static void
add_actor (Maker *maker,
           guint  index)
{
  g_autofree char *id = g_strdup_printf ("a%u", index + 1);
  g_autofree char *name = g_strdup_printf ("Actor %u", index + 1);
  guint cluster = index % n_clusters (maker);
  LsnRow actor = lsn_map_insert_actor (maker->map, id, name, LSN_NO_ROW, NAN, NAN, NULL);

  g_assert_cmpuint (actor, !=, LSN_NO_ROW);
  maker->actors[index] = actor;
  maker->clusters[index] = cluster;
  if (maker->options->cells)
    fill_actor (maker, actor);
  if (maker->options->placed)
    place_actor (maker, actor, cluster);
}

/* The first actors are the containers; every third of them is inside one before it, and half of the others are inside one. */
static void
nest (Maker *maker)
{
  guint n_containers = MIN (maker->options->n_containers, maker->options->n_actors);

  for (guint i = 1; n_containers > 0 && i < maker->options->n_actors; i++)
    {
      gboolean is_container = i < n_containers;
      guint parent = (guint) g_rand_int_range (maker->rand, 0, (gint32) MIN (i, n_containers));

      if (is_container ? i % 3 == 0 : g_rand_boolean (maker->rand))
        g_assert_true (lsn_map_set_reference (maker->map, LSN_TABLE_ACTORS, maker->actors[i], LSN_ACTOR_PARENT,
                                              maker->actors[parent], NULL));
    }
}

static void
fill_tie (Maker *maker,
          LsnRow tie)
{
  static const char *const secrecies[] = { "public", "private", "covert" };
  static const char *const directions[] = { "forward", "mutual", "none" };
  GRand *rand = maker->rand;
  LsnMap *map = maker->map;

  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, pick (maker->tie_kinds, rand), NULL);
  if (g_rand_boolean (rand))
    lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, directions[g_rand_int_range (rand, 0, 3)], NULL);
  if (g_rand_boolean (rand))
    lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_TRUST, g_rand_int_range (rand, 0, 101) / 100.0, NULL);
  if (g_rand_int_range (rand, 0, 4) == 0)
    lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, secrecies[g_rand_int_range (rand, 0, 3)], NULL);
  if (g_rand_boolean (rand))
    lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_STRENGTH, g_rand_int_range (rand, 0, 5), NULL);
}

static guint
other_end (Maker *maker,
           guint  source)
{
  guint n_actors = maker->options->n_actors;
  guint clusters = n_clusters (maker);
  guint target = (guint) g_rand_int_range (maker->rand, 0, (gint32) n_actors);

  /* Nine ties of ten stay in the cluster: actors of one are as far apart as there are clusters. */
  if (maker->options->clustered && g_rand_int_range (maker->rand, 0, 10) > 0)
    target = source % clusters + clusters * (target % MAX (1, n_actors / clusters));

  return MIN (target, n_actors - 1);
}

static void
add_tie (Maker *maker,
         guint  index)
{
  g_autofree char *id = g_strdup_printf ("t%u", index + 1);
  guint source = (guint) g_rand_int_range (maker->rand, 0, (gint32) maker->options->n_actors);
  LsnRow tie = lsn_map_insert_tie (maker->map, id, maker->actors[source], maker->actors[other_end (maker, source)],
                                   LSN_NO_ROW, NULL);

  g_assert_cmpuint (tie, !=, LSN_NO_ROW);
  if (maker->options->cells)
    fill_tie (maker, tie);
}

/**
 * lsn_random_map_new:
 * @options: what it shall be
 *
 * Returns: (transfer full): a map with the built-in kinds, actors a1, a2 ... and ties t1, t2 ...
 */
LsnMap *
lsn_random_map_new (const LsnRandomMap *options)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (options->seed, "2024-05-01", "Test");
  Maker maker = { .options = options, .map = lsn_map_new_bare (origin), .rand = g_rand_new_with_seed (options->seed) };

  lsn_kinds_insert_builtin (maker.map);
  sort_kinds (&maker);
  maker.actors = g_new0 (LsnRow, options->n_actors + 1);
  maker.clusters = g_new0 (guint, options->n_actors + 1);

  for (guint i = 0; i < options->n_actors; i++)
    add_actor (&maker, i);
  nest (&maker);
  for (guint i = 0; options->n_actors > 0 && i < options->n_ties; i++)
    add_tie (&maker, i);

  lsn_map_forget_history (maker.map);

  g_array_unref (maker.actor_kinds);
  g_array_unref (maker.tie_kinds);
  g_rand_free (maker.rand);
  g_free (maker.actors);
  g_free (maker.clusters);

  return maker.map;
}
