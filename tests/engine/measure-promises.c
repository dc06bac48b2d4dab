/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <stdio.h>
#include <stdlib.h>

#include "promise-maps.h"

/* How many of many random maps break which promise, per way to fix something:
 * measure-promises ENGINE FIRST-SEED N-MAPS [WAY [MAX-ACTORS]]. What test-promises.c asserts of a few maps is looked at here over
 * many. */

static void
measure (const char *engine,
         guint       first,
         guint       n_maps,
         Way         way,
         guint       max_actors)
{
  guint n_overlaps = 0, n_moved = 0, n_strangers = 0, n_impossible = 0, n_impossible_pairs = 0;
  guint n_far = 0, n_too_far = 0;
  gint64 start = g_get_monotonic_time ();

  for (guint seed = first; seed < first + n_maps; seed++)
    {
      Kept kept = kept_by (engine, seed, way, max_actors);
      gboolean far = kept.fixed_median > 1.5 * kept.free_median && kept.free_median > 0;
      gboolean too_far = far && kept.fixed_median > 1.5 * kept.possible;

      n_overlaps += kept.n_overlaps > 0;
      n_moved += kept.n_moved > 0;
      n_strangers += kept.n_strangers > 0;
      n_impossible += kept.n_impossible > 0;
      n_impossible_pairs += kept.n_impossible;
      n_far += far;
      n_too_far += too_far;
      if (g_getenv ("VERBOSE") != NULL && (kept.n_strangers > 0 || far))
        printf ("  seed %u: %u actors, %u strangers, %u impossible, %.0f, free %.0f, possible %.0f\n", seed,
                kept.n_actors,
                kept.n_strangers, kept.n_impossible, kept.fixed_median, kept.free_median, kept.possible);
    }
  printf ("%-6s %-13s moved %2u overlap %2u strangers %2u (impossible %2u maps, %3u pairs) ", engine,
          way_names[way],
          n_moved, n_overlaps, n_strangers, n_impossible, n_impossible_pairs);
  printf ("far %2u, farther than must be %2u; %.1f s\n", n_far, n_too_far, (g_get_monotonic_time () - start) / 1e6);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  gboolean slow;

  g_return_val_if_fail (argc >= 4, 1);
  slow = g_str_equal (argv[1], "dot") || g_str_equal (argv[1], "circo");
  for (guint way = 0; way < N_WAYS; way++)
    if (argc == 4 || g_str_equal (argv[4], way_names[way]))
      measure (argv[1], atoi (argv[2]), atoi (argv[3]), way, argc > 5 ? atoi (argv[5]) : slow ? 60 : 300);
  return 0;
}
