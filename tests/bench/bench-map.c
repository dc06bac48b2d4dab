/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "bench-map.h"

#include <math.h>

#include "model/kinds.h"

#define CLUSTER 50    /* actors */
#define APART   900.0 /* units from the middle of a cluster to that of the next */

static GArray *
kinds_of (LsnMap  *map,
          gboolean of_ties)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    if (lsn_kind_is_of_tie (map, kind) == of_ties)
      g_array_append_val (kinds, kind);
  return kinds;
}

static LsnRow
any_of (GArray *rows,
        GRand  *rand)
{
  return g_array_index (rows, LsnRow, g_rand_int_range (rand, 0, (gint32) rows->len));
}

static GArray *
add_actors (LsnMap *map,
            GRand  *rand,
            guint   n_actors)
{
  g_autoptr (GArray) kinds = kinds_of (map, FALSE);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint   side = (guint) ceil (sqrt ((n_actors + CLUSTER - 1) / CLUSTER));

  for (guint i = 0; i < n_actors; i++)
    {
      LsnRow actor = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);
      guint  cluster = i / CLUSTER;
      double angle = i % CLUSTER * 2.399963, radius = 55 * sqrt (i % CLUSTER);
      g_autofree char *name = g_strdup_printf ("Actor %u", i);

      lsn_map_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, name, NULL);
      lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND, any_of (kinds, rand), NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, g_rand_double (rand), NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, cluster % side * APART + radius * cos (angle), NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, cluster / side * APART + radius * sin (angle), NULL);
      g_array_append_val (actors, actor);
    }
  return actors;
}

/* Nine of ten ties stay in their cluster. */
static guint
other_end (GRand *rand,
           guint  source,
           guint  n_actors)
{
  guint first = source / CLUSTER * CLUSTER;
  guint n_near = MIN (CLUSTER, n_actors - first);

  if (g_rand_int_range (rand, 0, 10) < 9)
    return first + (guint) g_rand_int_range (rand, 0, (gint32) n_near);
  return (guint) g_rand_int_range (rand, 0, (gint32) n_actors);
}

LsnMap *
bench_map_clustered (guint n_actors,
                     guint n_ties,
                     guint n_hub)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "bench");
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_actors);
  LsnMap *map = lsn_map_new (origin);
  g_autoptr (GArray) kinds = kinds_of (map, TRUE);
  g_autoptr (GArray) actors = NULL;

  lsn_map_begin (map, "Fill", NULL);
  actors = add_actors (map, rand, n_actors);
  for (guint i = 0; i < n_ties; i++)
    {
      guint  source = i < n_hub ? 0 : (guint) g_rand_int_range (rand, 1, (gint32) n_actors);
      guint  target = other_end (rand, source, n_actors);
      LsnRow tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);

      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, g_array_index (actors, LsnRow, source), NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, g_array_index (actors, LsnRow, target), NULL);
      lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, any_of (kinds, rand), NULL);
    }
  lsn_map_commit (map);
  lsn_map_forget_history (map);
  return map;
}
