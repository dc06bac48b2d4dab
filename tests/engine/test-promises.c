/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "promise-maps.h"

#define N_MAPS 50        /* of what people do */
#define N_HARSH_MAPS 6   /* of each harsh way */
#define MAX_FARTHER 1.5

/* What every engine promises, over random maps: with pins, containers, partial scopes and new actors.
 *
 * What is fixed may break a promise before anything is laid out; the rest can then not be had:
 *
 * - Two fixed members of a container with a fixed stranger between them: the frame around them is over the stranger.
 * - Walls. A is a container with a fixed member a1, B one with fixed members that stand left of, right of, above and below
 *   a1. The frame of B is over all of that. A free member a2 of A must not stand in it; but wherever outside it goes, the frame
 *   of A, which holds a1 and a2, comes over one of the four. Six actors, and three walls are not enough: it goes out
 *   where the fourth lacks.
 *   possible.c finds out for each actor whether what is fixed leaves it a place at all.
 * - Two such containers with one way out, which either of them can take, but not both. Nothing is forgiven for that here: so the
 *   two harshest ways to fix actors are tried on maps as large as people draw. measure-promises.c tells how many maps
 *   are left with a stranger: of a hundred of up to 60 actors at most four, of those of up to 300 about one in eight.
 * - Distance. pin - free - pin, and the pins lie ten thousand units apart: the free one cannot be within the length of a tie
 *   of both. possible.c tells how near it could be at best, and no more than MAX_FARTHER times that is asserted. Where
 *   frames leave no place near a neighbour, distance yields. */

static void
try_map (const char *engine,
         guint       seed,
         Way         way)
{
  gboolean slow = g_str_equal (engine, "dot") || g_str_equal (engine, "circo"), usual = way < WAY_SCATTERED;
  gboolean harshest = way == WAY_SCATTERED || way == WAY_RANDOM_SCOPE;
  Kept kept = kept_by (engine, seed, way, slow || harshest ? 60 : 300);

  g_test_message ("%s, map %u: %u actors, %u strangers, %u that cannot be helped; median distance to fixed neighbours %.0f, "
                  "without pins %.0f, at best %.0f", way_names[way], seed, kept.n_actors, kept.n_strangers, kept.n_impossible,
                  kept.fixed_median, kept.free_median, kept.possible);
  g_assert_cmpuint (kept.n_moved, ==, 0);
  g_assert_cmpuint (kept.n_overlaps, ==, 0);
  g_assert_cmpuint (kept.n_strangers, ==, 0);
  if (kept.free_median > 0)
    g_assert_cmpfloat (kept.fixed_median, <=, MAX_FARTHER * (usual ? kept.free_median : MAX (kept.free_median, kept.possible)));
}

static void
test_usual (gconstpointer engine)
{
  for (guint i = 0; i < N_MAPS; i++)
    try_map (engine, 1000 + i, WAY_PINS + i % 4);
}

static void
test_harsh (gconstpointer engine)
{
  for (guint way = WAY_SCATTERED; way < N_WAYS; way++)
    for (guint i = 0; i < N_HARSH_MAPS; i++)
      try_map (engine, 1000 + i, way);
}

int
main (int    argc,
      char **argv)
{
  const char * const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      g_autofree char *usual = g_strconcat ("/engine/promises/usual/", engines[i], NULL);
      g_autofree char *harsh = g_strconcat ("/engine/promises/harsh/", engines[i], NULL);

      g_test_add_data_func (usual, engines[i], test_usual);
      g_test_add_data_func (harsh, engines[i], test_harsh);
    }
  return g_test_run ();
}
