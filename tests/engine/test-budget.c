/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "engine/layout.h"
#include "engine/tidiness.h"
#include "model/edit.h"
#include "outcome.h"
#include "random-map.h"

/* Layouts as offers, over random maps: with a movement budget, of new actors only, and what is said of them. */

#define N_MAPS 50

typedef struct
{
  LsnMap *map;
  GRand  *rand;
  GArray *extents;   /* of LsnExtents, by row */
} Trial;

static void
trial_init (Trial *trial,
            guint  seed)
{
  LsnRandomMap random_map = { .seed = seed, .clustered = seed % 2, .placed = TRUE };

  trial->rand = g_rand_new_with_seed (seed);
  random_map.n_actors = g_rand_int_range (trial->rand, 10, 80);
  random_map.n_ties = 2 * random_map.n_actors;
  random_map.n_containers = seed % 3 == 0 ? random_map.n_actors / 10 : 0;
  trial->map = lsn_random_map_new (&random_map);
  trial->extents = g_array_new (FALSE, TRUE, sizeof (LsnExtents));
  for (LsnRow row = 0; row <= lsn_map_max_row (trial->map, LSN_TABLE_ACTORS); row++)
    {
      double half = g_rand_int_range (trial->rand, 20, 75);
      LsnExtents one = { row, half, half, g_rand_int_range (trial->rand, 14, 34), g_rand_int_range (trial->rand, 30, 70) };

      g_array_append_val (trial->extents, one);
    }
}

static void
trial_clear (Trial *trial)
{
  g_object_unref (trial->map);
  g_rand_free (trial->rand);
  g_array_unref (trial->extents);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

static LsnTidiness
tidiness (Trial          *trial,
          const LsnPlace *places,
          guint           n_places)
{
  return lsn_tidiness_of_map (trial->map, places, n_places, (const LsnExtents *) trial->extents->data, trial->extents->len);
}

static double
number (Trial    *trial,
        LsnRow    actor,
        LsnColumn column)
{
  return lsn_map_get_number (trial->map, LSN_TABLE_ACTORS, actor, column);
}

/* The overlaps and crossings of a map, counted once more, the slow way; @moved stands elsewhere. Maps without containers only. */
static guint
count_slowly (Trial         *trial,
              const Outcome *outcome,
              LsnPlace       moved)
{
  LsnMap *map = trial->map;
  g_autofree LsnPlace *places = g_memdup2 (outcome->places, outcome->n_rows * sizeof (LsnPlace));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (LsnRow) * 2);
  Outcome changed = *outcome;
  guint n = 0;

  changed.places = places;
  if (moved.actor != LSN_NO_ROW)
    places[moved.actor] = moved;
  for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
    {
      LsnRow a = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow b = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      LsnRow ends[2] = { MIN (a, b), MAX (a, b) };

      if (a != b && g_hash_table_add (seen, GUINT_TO_POINTER (ends[0] * 100000 + ends[1])))
        g_array_append_val (lines, ends);
    }
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < i; j++)
      {
        LsnRow *e = (LsnRow *) lines->data + 2 * i, *f = (LsnRow *) lines->data + 2 * j;
        LsnPlace a = places[e[0]], b = places[e[1]], c = places[f[0]], d = places[f[1]];
        double along = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
        double s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / along;
        double t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / along;

        n += e[0] != f[0] && e[0] != f[1] && e[1] != f[0] && e[1] != f[1] && s > 0 && s < 1 && t > 0 && t < 1;
      }
  for (LsnRow a = 1; a < outcome->n_rows; a++)
    for (LsnRow b = 1; b < a; b++)
      n += box_meets (outcome_box (&changed, a), outcome_box (&changed, b));
  return n;
}

static gboolean
is_in_scope (LsnMap                 *map,
             const LsnLayoutOptions *options,
             LsnRow                  actor)
{
  for (guint i = 0; i < options->n_only; i++)
    if (lsn_map_is_inside (map, actor, options->only[i]))
      return TRUE;
  return options->only == NULL || lsn_map_is_container (map, actor);
}

/* Can one actor alone be moved within @budget so that there are fewer crossings and overlaps? */
static gboolean
can_be_better (Trial         *trial,
               const Outcome *before,
               double         budget)
{
  guint now = count_slowly (trial, before, (LsnPlace) { LSN_NO_ROW, 0, 0 });

  for (LsnRow actor = 1; actor < before->n_rows && now > 0; actor++)
    for (guint i = 0; i < 4; i++)
      {
        LsnPlace place = before->places[actor];

        place.x += budget * 0.9 * cos (i * G_PI / 2);
        place.y += budget * 0.9 * sin (i * G_PI / 2);
        if (count_slowly (trial, before, place) < now)
          return TRUE;
      }
  return FALSE;
}

static void
test_counts (void)
{
  for (guint seed = 1; seed <= N_MAPS; seed++)
    {
      g_auto (Trial) trial = { NULL };
      LsnTidiness counts;

      trial_init (&trial, seed);
      counts = tidiness (&trial, NULL, 0);
      if (seed % 3 != 0)
        {
          Outcome now = { .map = trial.map, .extents = trial.extents };

          now.n_rows = lsn_map_max_row (trial.map, LSN_TABLE_ACTORS) + 1;
          now.places = g_new0 (LsnPlace, now.n_rows);
          for (LsnRow row = 1; row < now.n_rows; row++)
            now.places[row] = (LsnPlace) { row, number (&trial, row, LSN_ACTOR_X), number (&trial, row, LSN_ACTOR_Y) }
          ;
          g_assert_cmpuint (counts.n_crossings + counts.n_overlaps, ==,
                            count_slowly (&trial, &now, (LsnPlace) { LSN_NO_ROW, 0, 0 }));
          g_assert_cmpuint (counts.n_strangers, ==, 0);
          g_free (now.places);
        }
    }
}

static void
test_nothing (void)
{
  for (guint seed = 1; seed <= N_MAPS; seed++)
    {
      g_auto (Trial) trial = { NULL };
      LsnLayoutOptions options = { .engine = "neato", .seed = seed, .has_budget = TRUE, .budget = 0 };
      g_autoptr (Outcome) outcome = NULL;

      trial_init (&trial, seed);
      outcome = outcome_new (trial.map, &options, trial.extents);
      for (LsnRow row = 1; row < outcome->n_rows; row++)
        g_assert_false (outcome->moves[row]);
    }
}

static void
pin_some (Trial *trial)
{
  lsn_map_begin (trial->map, "Pin", NULL);
  for (LsnRow row = 1; row <= lsn_map_max_row (trial->map, LSN_TABLE_ACTORS); row++)
    if (g_rand_double (trial->rand) < 0.1)
      lsn_map_set_boolean (trial->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_commit (trial->map);
}

static void
check_budget (Trial                  *trial,
              const LsnLayoutOptions *options)
{
  LsnTidiness before = tidiness (trial, NULL, 0), after;
  g_autoptr (Outcome) outcome = outcome_new (trial->map, options, trial->extents);
  g_autoptr (Outcome) again = outcome_new (trial->map, options, trial->extents);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (LsnPlace));
  gboolean flat = TRUE;

  for (LsnRow row = 1; row < outcome->n_rows; row++)
    {
      double x = number (trial, row, LSN_ACTOR_X), y = number (trial, row, LSN_ACTOR_Y);
      LsnPlace place = outcome->places[row];

      g_assert_cmpint (outcome->moves[row], ==, again->moves[row]);
      flat = flat && !lsn_map_is_container (trial->map, row);
      if (!outcome->moves[row])
        continue;
      g_assert_cmpmem (&place, sizeof place, &again->places[row], sizeof place);
      g_assert_cmpint (lsn_map_get_boolean (trial->map, LSN_TABLE_ACTORS, row, LSN_ACTOR_PINNED), !=, 1);
      g_assert_true (is_in_scope (trial->map, options, row));
      place.x = round (place.x * 100) / 100;   /* as a map keeps it */
      place.y = round (place.y * 100) / 100;
      g_assert_false (hypot (place.x - x, place.y - y) > options->budget + 1e-9);
      g_array_append_val (moved, place);
    }
  after = tidiness (trial, (const LsnPlace *) moved->data, moved->len);
  g_assert_cmpuint (after.n_crossings + 5 * (after.n_overlaps + after.n_strangers), <=,
                    before.n_crossings + 5 * (before.n_overlaps + before.n_strangers));
  for (LsnRow row = 1; row < outcome->n_rows; row++)
    outcome->places[row] = (LsnPlace) { row, number (trial, row, LSN_ACTOR_X), number (trial, row, LSN_ACTOR_Y) }
  ;
  g_test_message ("budget %.0f: %u crossings, %u overlaps; then %u, %u", options->budget, before.n_crossings, before.n_overlaps,
                  after.n_crossings, after.n_overlaps);
  if (flat && options->only == NULL && can_be_better (trial, outcome, options->budget))
    g_assert_true (after.n_crossings < before.n_crossings || after.n_overlaps < before.n_overlaps);
}

static void
test_budget (gconstpointer engine)
{
  for (guint seed = 1; seed <= N_MAPS; seed++)
    {
      const double budgets[] = { 5, 40, 150, 600 };
      g_auto (Trial) trial = { NULL };
      g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      LsnLayoutOptions options = { .engine = engine, .seed = seed, .has_budget = TRUE, .budget = budgets[seed % 4] };

      trial_init (&trial, seed);
      if (seed % 5 == 0)
        pin_some (&trial);
      for (LsnRow row = 1; seed % 5 == 1 && row <= lsn_map_max_row (trial.map, LSN_TABLE_ACTORS); row += 2)
        g_array_append_val (only, row);
      options.only = only->len > 0 ? (const LsnRow *) only->data : NULL;
      options.n_only = only->len;
      check_budget (&trial, &options);
    }
}

/* Half of the actors are new. */
static void
test_new_only (gconstpointer engine)
{
  for (guint seed = 1; seed <= N_MAPS; seed++)
    {
      g_auto (Trial) trial = { NULL };
      LsnLayoutOptions options = { .engine = engine, .seed = seed };
      g_autoptr (Outcome) full = NULL, outcome = NULL;
      double full_median;

      trial_init (&trial, seed);
      full = outcome_new (trial.map, &options, trial.extents);
      lsn_map_begin (trial.map, "Change", NULL);
      for (LsnRow row = 1; row < full->n_rows; row++)
        {
          gboolean is_new = !lsn_map_is_container (trial.map, row) && g_rand_double (trial.rand) < 0.3;

          lsn_map_set_number (trial.map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, is_new ? NAN : full->places[row].x, NULL);
          lsn_map_set_number (trial.map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y, full->places[row].y, NULL);
        }
      lsn_map_commit (trial.map);
      options.new_only = TRUE;
      outcome = outcome_new (trial.map, &options, trial.extents);
      for (LsnRow row = 1; row < outcome->n_rows; row++)
        g_assert_true (lsn_map_is_container (trial.map, row)
                       || outcome->moves[row] == isnan (number (&trial, row, LSN_ACTOR_X)));
      full_median = outcome_median (full, outcome->moves);
      g_assert_cmpfloat (outcome_median (outcome, outcome->moves), <=, 1.5 * full_median);
    }
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is said before it is taken is what is so after. */
static void
test_measures (void)
{
  g_auto (Trial) trial = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LsnLayout) layout = NULL;
  g_autoptr (LsnMap) snapshot = NULL;
  LsnLayoutOptions options = { .engine = "neato", .has_budget = TRUE, .budget = 100 };
  LsnLayoutMeasures measures;
  LsnTidiness counts;
  double sum = 0, max = 0;
  guint n_moved = 0;

  trial_init (&trial, 4);
  lsn_map_begin (trial.map, "Forget a Place", NULL);
  lsn_map_set_number (trial.map, LSN_TABLE_ACTORS, 2, LSN_ACTOR_X, NAN, NULL);
  lsn_map_commit (trial.map);
  snapshot = lsn_map_snapshot (trial.map);
  lsn_layout_async (snapshot, &options, (LsnExtents *) trial.extents->data, trial.extents->len, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  layout = lsn_layout_finish (result, NULL);
  measures = lsn_layout_measure (layout, snapshot, (LsnExtents *) trial.extents->data, trial.extents->len);
  counts = tidiness (&trial, NULL, 0);
  g_assert_cmpuint (measures.crossings_before, ==, counts.n_crossings);
  g_assert_cmpuint (measures.overlaps_before, ==, counts.n_overlaps);
  g_assert_cmpuint (lsn_layout_apply (layout, trial.map, "Lay Out"), ==, measures.n_moved + 1);
  counts = tidiness (&trial, NULL, 0);
  g_assert_cmpuint (measures.crossings_after, ==, counts.n_crossings);
  g_assert_cmpuint (measures.overlaps_after, ==, counts.n_overlaps);
  g_assert_cmpuint (measures.crossings_after, <, measures.crossings_before);
  for (LsnRow row = 1; row <= lsn_map_max_row (trial.map, LSN_TABLE_ACTORS); row++)
    {
      double x = lsn_map_get_number (snapshot, LSN_TABLE_ACTORS, row, LSN_ACTOR_X);
      double y = lsn_map_get_number (snapshot, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y);
      double shift = hypot (number (&trial, row, LSN_ACTOR_X) - x, number (&trial, row, LSN_ACTOR_Y) - y);

      if (!(shift > 0))
        continue;
      n_moved++;
      sum += shift;
      max = MAX (max, shift);
    }
  g_assert_cmpuint (measures.n_placed, ==, 1);
  g_assert_cmpuint (measures.n_moved, ==, n_moved);
  g_assert_cmpfloat_with_epsilon (measures.mean_shift, sum / n_moved, 0.01);
  g_assert_cmpfloat_with_epsilon (measures.max_shift, max, 0.01);
  g_assert_true (lsn_map_undo (trial.map));
  counts = tidiness (&trial, NULL, 0);
  g_assert_cmpuint (measures.crossings_before, ==, counts.n_crossings);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/budget/counts", test_counts);
  g_test_add_func ("/engine/budget/nothing", test_nothing);
  g_test_add_data_func ("/engine/budget/neato", "neato", test_budget);
  g_test_add_data_func ("/engine/budget/dot", "dot", test_budget);
  g_test_add_data_func ("/engine/budget/new-only/neato", "neato", test_new_only);
  g_test_add_data_func ("/engine/budget/new-only/sfdp", "sfdp", test_new_only);
  g_test_add_func ("/engine/budget/measures", test_measures);
  return g_test_run ();
}
