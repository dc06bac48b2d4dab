/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "promise-maps.h"

#include <math.h>

#include "model/edit.h"
#include "possible.h"
#include "random-map.h"

const char * const way_names[N_WAYS] = {
  "pins", "dragged", "scope", "new", "scattered", "ten", "half", "random-scope", "nested", "all-but-one", "two-parts",
};

/* A map with some of it fixed */
typedef struct
{
  LsnMap           *map;
  GRand            *rand;
  GArray           *extents;   /* of LsnExtents, by row */
  GArray           *scope;     /* of LsnRow */
  LsnLayoutOptions  options;
} Trial;

static void
make_extents (Trial *trial)
{
  trial->extents = g_array_new (FALSE, TRUE, sizeof (LsnExtents));
  for (LsnRow row = 0; row <= lsn_map_max_row (trial->map, LSN_TABLE_ACTORS); row++)
    {
      double half = g_rand_int_range (trial->rand, 20, 75);
      LsnExtents one = { row, half, half, g_rand_int_range (trial->rand, 14, 34), g_rand_int_range (trial->rand, 30, 70) };

      g_array_append_val (trial->extents, one);
    }
}

/* Three containers in a row of containers, again and again; who was in the first is in the last. */
static void
nest_deeply (LsnMap *map)
{
  GArray *containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow actor = 1; actor <= lsn_map_max_row (map, LSN_TABLE_ACTORS); actor++)
    if (lsn_map_is_container (map, actor))
      g_array_append_val (containers, actor);
  for (guint i = 0; i < containers->len; i++)
    lsn_map_set_reference (map, LSN_TABLE_ACTORS, g_array_index (containers, LsnRow, i), LSN_ACTOR_PARENT, LSN_NO_ROW, NULL);
  for (guint i = 0; i < containers->len; i++)
    if (i % 3 > 0)
      lsn_map_set_reference (map, LSN_TABLE_ACTORS, g_array_index (containers, LsnRow, i), LSN_ACTOR_PARENT,
                             g_array_index (containers, LsnRow, i - 1), NULL);
  g_array_unref (containers);
}

/* Ties between the halves of the map go to the neighbour instead. */
static void
part_in_two (LsnMap *map)
{
  LsnRow n = lsn_map_max_row (map, LSN_TABLE_ACTORS);

  for (LsnRow tie = 1; tie <= lsn_map_max_row (map, LSN_TABLE_TIES); tie++)
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

      if ((source > n / 2) != (target > n / 2))
        lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, source == n ? n - 1 : source == n / 2 ? 1 : source + 1,
                               NULL);
    }
}

static void
make_map (Trial *trial,
          guint  seed,
          Way    way,
          guint  max_actors)
{
  guint n_actors = g_rand_int_range (trial->rand, 10, max_actors + 1);
  LsnRandomMap random_map = { .seed = seed, .n_actors = way == WAY_TEN ? 40 : n_actors, .clustered = seed % 2, .placed = TRUE };

  random_map.n_ties = 2 * random_map.n_actors;
  random_map.n_containers = way == WAY_TWO_PARTS ? 0 : random_map.n_actors / 10;
  trial->map = lsn_random_map_new (&random_map);
  lsn_map_begin (trial->map, "Change", NULL);
  if (way == WAY_NESTED)
    nest_deeply (trial->map);
  if (way == WAY_TWO_PARTS)
    part_in_two (trial->map);
  lsn_map_commit (trial->map);
}

static gboolean
is_chosen (GRand *rand,
           double share)
{
  return g_rand_double (rand) < share;
}

static void
drag (Trial *trial,
      LsnRow actor,
      double x,
      double y)
{
  lsn_map_set_number (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, NULL);
  lsn_map_set_number (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, y, NULL);
}

static gboolean
is_pinned_by (Trial *trial,
              Way    way,
              LsnRow actor,
              guint  nth)
{
  switch (way)
    {
    case WAY_TEN:
      return nth % 3 == 0 && nth < 30;
    case WAY_HALF:
      return nth % 2 == 0;
    case WAY_ALL_BUT_ONE:
      return nth != (guint) lsn_map_max_row (trial->map, LSN_TABLE_ACTORS) / 2;
    case WAY_TWO_PARTS:
      return actor <= lsn_map_max_row (trial->map, LSN_TABLE_ACTORS) / 2 && is_chosen (trial->rand, 0.3);
    case WAY_SCOPE:
    case WAY_NEW:
    case WAY_RANDOM_SCOPE:
      return FALSE;
    default:
      return is_chosen (trial->rand, 0.2);
    }
}

static void
pin (Trial   *trial,
     Way      way,
     Outcome *before,
     Box      all,
     LsnRow   actor)
{
  LsnPlace place = before->places[actor];
  gboolean is_inside = lsn_map_get_reference (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT) != LSN_NO_ROW;

  lsn_map_set_boolean (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED, TRUE, NULL);
  if (way == WAY_SCATTERED || way == WAY_TEN)
    drag (trial, actor, g_rand_double_range (trial->rand, all.x0, all.x1), g_rand_double_range (trial->rand, all.y0, all.y1));
  else if ((way == WAY_DRAGGED || way == WAY_HALF || way == WAY_NESTED || way == WAY_TWO_PARTS) && !is_inside)
    drag (trial, actor, place.x + g_rand_double_range (trial->rand, -250, 250),
          place.y + (way == WAY_DRAGGED ? 0 : g_rand_double_range (trial->rand, -250, 250)));
}

static void
fix_some (Trial   *trial,
          Way      way,
          Outcome *before)
{
  Box all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  guint nth = 0;

  for (LsnRow actor = 1; actor < before->n_rows; actor++)
    all = box_union (all, (Box) { before->places[actor].x, before->places[actor].y, before->places[actor].x,
                                  before->places[actor].y });
  lsn_map_begin (trial->map, "Fix Some", NULL);
  for (LsnRow actor = 1; actor < before->n_rows; actor++)
    {
      if (way != WAY_RANDOM_SCOPE)
        drag (trial, actor, before->places[actor].x, before->places[actor].y);
      if (lsn_map_is_container (trial->map, actor))
        continue;
      if (is_pinned_by (trial, way, actor, nth++))
        pin (trial, way, before, all, actor);
      if ((way == WAY_SCOPE || way == WAY_RANDOM_SCOPE) && is_chosen (trial->rand, 0.5))
        g_array_append_val (trial->scope, actor);
      if (way == WAY_NEW && is_chosen (trial->rand, 0.5))
        lsn_map_set_number (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, NAN, NULL);
    }
  lsn_map_commit (trial->map);
  trial->options.only = way == WAY_SCOPE || way == WAY_RANDOM_SCOPE ? (LsnRow *) trial->scope->data : NULL;
  trial->options.n_only = trial->scope->len;
  trial->options.new_only = way == WAY_NEW;
}

/* How many actors were laid out that should not have been, or the other way round */
static guint
count_moved (Trial   *trial,
             Outcome *outcome)
{
  guint n = 0;

  for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
    {
      gboolean named = trial->options.only == NULL;

      for (guint i = 0; i < trial->options.n_only; i++)
        named = named || lsn_map_is_inside (trial->map, actor, trial->options.only[i]);
      if (!lsn_map_is_container (trial->map, actor))
        n += outcome->moves[actor]
             != (named && lsn_map_get_boolean (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) != 1
                 && (!trial->options.new_only
                     || isnan (lsn_map_get_number (trial->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X))));
    }
  return n;
}

/* Is there a free actor in @container to which the fixed ones leave no place that harms nobody? Its frame must harm somebody. */
static gboolean
is_walled_in (Outcome *outcome,
              LsnRow   container)
{
  for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
    if (outcome->moves[actor] && !lsn_map_is_container (outcome->map, actor)
        && lsn_map_is_inside (outcome->map, actor, container) && !possible_place (outcome, actor))
      return TRUE;
  return FALSE;
}

/* Nobody stands in a frame that it is not in. What is fixed may have stood before in the frame around what is fixed: nothing
 * can be done about that. */
static void
count_strangers (Outcome *outcome,
                 LsnRow   container,
                 Kept    *kept)
{
  Box frame, fixed_frame;
  gboolean has_fixed = outcome_frame (outcome, container, TRUE, &fixed_frame);
  int walled_in = -1;

  if (!outcome_frame (outcome, container, FALSE, &frame))
    return;
  for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
    {
      Box box = outcome_box (outcome, actor);

      if (lsn_map_is_container (outcome->map, actor) || lsn_map_is_inside (outcome->map, actor, container)
          || !box_meets (frame, box) || (!outcome->moves[actor] && has_fixed && box_meets (fixed_frame, box)))
        continue;
      if (walled_in < 0)
        walled_in = is_walled_in (outcome, container);
      if (walled_in || (outcome->moves[actor] && !possible_place (outcome, actor)))
        kept->n_impossible++;
      else
        kept->n_strangers++;
    }
}

static void
count_outcome (Trial   *trial,
               Outcome *outcome,
               Kept    *kept)
{
  kept->n_moved += count_moved (trial, outcome);
  kept->n_overlaps += outcome_n_overlaps (outcome);
  for (LsnRow container = 1; container < outcome->n_rows; container++)
    if (lsn_map_is_container (trial->map, container))
      count_strangers (outcome, container, kept);
}

/* Lays a random map out, fixes some of it, and lays it out again. */
Kept
kept_by (const char *engine,
         guint       seed,
         Way         way,
         guint       max_actors)
{
  Trial trial = { .rand = g_rand_new_with_seed (seed), .options = { .engine = engine, .seed = seed } };
  g_autoptr (Outcome) without = NULL, with = NULL;
  Kept kept = { 0 };

  make_map (&trial, seed, way, max_actors);
  make_extents (&trial);
  trial.scope = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  without = outcome_new (trial.map, &trial.options, trial.extents);
  count_outcome (&trial, without, &kept);
  g_assert_cmpuint (kept.n_impossible, ==, 0);
  fix_some (&trial, way, without);
  with = outcome_new (trial.map, &trial.options, trial.extents);
  count_outcome (&trial, with, &kept);
  kept.n_actors = with->n_rows - 1;
  kept.free_median = outcome_median (without, with->moves);
  kept.fixed_median = outcome_median (with, with->moves);
  if (kept.fixed_median > 1.5 * kept.free_median)
    kept.possible = possible_median (with);
  g_rand_free (trial.rand);
  g_array_unref (trial.extents);
  g_array_unref (trial.scope);
  g_object_unref (trial.map);
  return kept;
}
