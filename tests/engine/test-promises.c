/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "engine/layout.h"
#include "model/edit.h"
#include "model/geometry.h"
#include "random-map.h"

#define N_MAPS 50

/* What every engine promises, over random maps: with pins, containers, partial scopes and new actors. Frames and overlaps are
 * computed here once more, from the map alone. */

typedef struct
{
  double x0, y0, x1, y1;
} Box;

typedef struct
{
  LsnMap    *map;
  GArray    *extents;   /* of LsnExtents, by row */
  LsnPlace  *places;    /* by row: where each actor stands after the layout */
  gboolean  *moves;     /* by row: whether the layout gave a place */
  guint      n_rows;
} Outcome;

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnLayout *
lay_out (LsnMap                 *map,
         const LsnLayoutOptions *options,
         GArray                 *extents)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  LsnLayout *layout;

  lsn_layout_async (snapshot, options, (LsnExtents *) extents->data, extents->len, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  layout = lsn_layout_finish (result, &error);
  g_assert_no_error (error);
  return layout;
}

static double
number (LsnMap   *map,
        LsnRow    actor,
        LsnColumn column)
{
  return lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, column);
}

static Outcome *
outcome_new (LsnMap                 *map,
             const LsnLayoutOptions *options,
             GArray                 *extents)
{
  Outcome *outcome = g_new0 (Outcome, 1);
  g_autoptr (LsnLayout) layout = lay_out (map, options, extents);
  guint n_places;
  const LsnPlace *places = lsn_layout_places (layout, &n_places);

  outcome->map = map;
  outcome->extents = extents;
  outcome->n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  outcome->places = g_new0 (LsnPlace, outcome->n_rows);
  outcome->moves = g_new0 (gboolean, outcome->n_rows);
  for (guint row = 1; row < outcome->n_rows; row++)
    outcome->places[row] = (LsnPlace) { row, number (map, row, LSN_ACTOR_X), number (map, row, LSN_ACTOR_Y) }
  ;
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (isfinite (places[i].x) && isfinite (places[i].y));
      g_assert_false (outcome->moves[places[i].actor]);
      outcome->places[places[i].actor] = places[i];
      outcome->moves[places[i].actor] = TRUE;
    }
  return outcome;
}

static void
outcome_free (Outcome *outcome)
{
  g_free (outcome->places);
  g_free (outcome->moves);
  g_free (outcome);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static gboolean
meets (Box a,
       Box b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static Box
box_of (Outcome *outcome,
        LsnRow   actor)
{
  const LsnExtents *extents = &g_array_index (outcome->extents, LsnExtents, actor);
  LsnPlace place = outcome->places[actor];

  return (Box) { place.x - extents->left, place.y - extents->above, place.x + extents->right, place.y + extents->below };
}

/* The frame around everything inside, or around what does not move of it. FALSE when there is nothing. */
static gboolean
frame_of (Outcome *outcome,
          LsnRow   container,
          gboolean only_fixed,
          Box     *frame)
{
  gboolean any = FALSE;

  *frame = (Box) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (LsnRow child = lsn_map_next_child (outcome->map, container, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (outcome->map, container, child))
    {
      Box box;

      if (lsn_map_is_container (outcome->map, child))
        {
          if (!frame_of (outcome, child, only_fixed, &box))
            continue;
        }
      else if (only_fixed && outcome->moves[child])
        continue;
      else
        box = box_of (outcome, child);
      *frame = (Box) { MIN (frame->x0, box.x0), MIN (frame->y0, box.y0), MAX (frame->x1, box.x1), MAX (frame->y1, box.y1) };
      any = TRUE;
    }
  *frame = (Box) { frame->x0 - LSN_FRAME_PADDING, frame->y0 - LSN_FRAME_PADDING - LSN_FRAME_TITLE_BAND,
                   frame->x1 + LSN_FRAME_PADDING, frame->y1 + LSN_FRAME_PADDING };
  return any;
}

static void
assert_no_overlaps (Outcome *outcome)
{
  for (LsnRow a = 1; a < outcome->n_rows; a++)
    for (LsnRow b = a + 1; b < outcome->n_rows; b++)
      if (!lsn_map_is_container (outcome->map, a) && !lsn_map_is_container (outcome->map, b)
          && (outcome->moves[a] || outcome->moves[b]))
        g_assert_false (meets (box_of (outcome, a), box_of (outcome, b)));
}

/* Nobody stands in a frame that it is not in. What is fixed may have stood in one before. Counts those fixed ones over which a
 * frame has grown, as it had to hold a free actor and was walled in. */
static void
assert_no_strangers (Outcome *outcome,
                     guint   *n_enclosed)
{
  for (LsnRow container = 1; container < outcome->n_rows; container++)
    {
      Box frame, fixed_frame;
      gboolean has_fixed;

      if (!lsn_map_is_container (outcome->map, container))
        continue;
      g_assert_true (frame_of (outcome, container, FALSE, &frame));
      has_fixed = frame_of (outcome, container, TRUE, &fixed_frame);
      for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
        {
          if (lsn_map_is_container (outcome->map, actor) || lsn_map_is_inside (outcome->map, actor, container)
              || !meets (frame, box_of (outcome, actor)))
            continue;
          if (!outcome->moves[actor] && has_fixed && meets (fixed_frame, box_of (outcome, actor)))
            continue;
          g_assert_true (has_fixed);
          g_assert_false (outcome->moves[actor]);
          (*n_enclosed)++;
        }
    }
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The median distance of ties between who moves and who does not, by the places of @outcome */
static double
median_distance (Outcome  *outcome,
                 gboolean *moves)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (LsnRow tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_row (outcome->map, LSN_TABLE_TIES, tie))
    {
      LsnRow source = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (outcome->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      double distance = hypot (outcome->places[source].x - outcome->places[target].x,
                               outcome->places[source].y - outcome->places[target].y);

      if (moves[source] != moves[target] && !lsn_map_is_container (outcome->map, source)
          && !lsn_map_is_container (outcome->map, target))
        g_array_append_val (distances, distance);
    }
  if (distances->len == 0)
    return 0;
  g_array_sort (distances, compare_doubles);
  return g_array_index (distances, double, distances->len / 2);
}

static GArray *
random_extents (LsnMap *map,
                GRand  *rand)
{
  GArray *extents = g_array_new (FALSE, TRUE, sizeof (LsnExtents));

  for (LsnRow row = 0; row <= lsn_map_max_row (map, LSN_TABLE_ACTORS); row++)
    {
      double half = g_rand_int_range (rand, 20, 75);
      LsnExtents one = { row, half, half, g_rand_int_range (rand, 14, 34), g_rand_int_range (rand, 30, 70) };

      g_array_append_val (extents, one);
    }
  return extents;
}

static gboolean
is_chosen (GRand *rand,
           double share)
{
  return g_rand_double (rand) < share;
}

/* On a map that was laid out once: some are pinned, some of those without a container have been dragged somewhere and pinned,
 * some are out of scope, or only the new ones move. */
static void
fix_some (LsnMap           *map,
          Outcome          *before,
          GRand            *rand,
          guint             way,
          LsnLayoutOptions *options,
          GArray           *scope)
{
  lsn_map_begin (map, "Fix Some", NULL);
  for (LsnRow actor = 1; actor < before->n_rows; actor++)
    {
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, before->places[actor].x, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, before->places[actor].y, NULL);
      if (lsn_map_is_container (map, actor))
        continue;
      if (way <= 1 && is_chosen (rand, 0.2))
        {
          lsn_map_set_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED, TRUE, NULL);
          if (way == 1 && lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT) == LSN_NO_ROW)
            lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X,
                                before->places[actor].x + g_rand_double_range (rand, -250, 250), NULL);
        }
      if (way == 2 && is_chosen (rand, 0.5))
        g_array_append_val (scope, actor);
      if (way == 3 && is_chosen (rand, 0.5))
        lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, NAN, NULL);
    }
  lsn_map_commit (map);
  options->only = way == 2 ? (LsnRow *) scope->data : NULL;
  options->n_only = scope->len;
  options->new_only = way == 3;
}

static void
assert_fixed (Outcome                *outcome,
              const LsnLayoutOptions *options)
{
  for (LsnRow actor = 1; actor < outcome->n_rows; actor++)
    {
      gboolean named = options->only == NULL;

      for (guint i = 0; i < options->n_only; i++)
        named = named || lsn_map_is_inside (outcome->map, actor, options->only[i]);
      if (lsn_map_is_container (outcome->map, actor))
        continue;
      g_assert_cmpint (outcome->moves[actor], ==,
                       named && lsn_map_get_boolean (outcome->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) != 1
                       && (!options->new_only || isnan (number (outcome->map, actor, LSN_ACTOR_X))));
    }
}

static void
try_map (const char *engine,
         guint       seed,
         guint       max_actors,
         guint      *n_enclosed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_actors = g_rand_int_range (rand, 10, max_actors + 1);
  LsnRandomMap random_map = { .seed = seed, .n_actors = n_actors, .n_ties = n_actors * 2, .n_containers = n_actors / 10,
                              .clustered = seed % 2, .placed = TRUE };
  g_autoptr (LsnMap) map = lsn_random_map_new (&random_map);
  g_autoptr (GArray) extents = random_extents (map, rand), scope = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnLayoutOptions options = { .engine = engine, .seed = seed };
  g_autoptr (Outcome) free_outcome = outcome_new (map, &options, extents);
  g_autoptr (Outcome) fixed_outcome = NULL;
  double free_median, fixed_median;
  guint none = 0;

  assert_fixed (free_outcome, &options);
  assert_no_overlaps (free_outcome);
  assert_no_strangers (free_outcome, &none);
  g_assert_cmpuint (none, ==, 0);

  fix_some (map, free_outcome, rand, seed % 4, &options, scope);
  fixed_outcome = outcome_new (map, &options, extents);
  assert_fixed (fixed_outcome, &options);
  assert_no_overlaps (fixed_outcome);
  assert_no_strangers (fixed_outcome, n_enclosed);
  free_median = median_distance (free_outcome, fixed_outcome->moves);
  fixed_median = median_distance (fixed_outcome, fixed_outcome->moves);
  g_test_message ("map %u: %u actors, median distance to fixed neighbours %.0f, without pins %.0f", seed, n_actors, fixed_median,
                  free_median);
  if (free_median > 0)
    g_assert_cmpfloat (fixed_median, <=, 1.5 * free_median);
}

static void
test_engine (gconstpointer data)
{
  const char *engine = data;
  gboolean slow = g_str_equal (engine, "dot") || g_str_equal (engine, "circo");
  guint n_enclosed = 0;

  for (guint i = 0; i < N_MAPS; i++)
    try_map (engine, 1000 + i, slow ? 60 : 300, &n_enclosed);
  g_assert_cmpuint (n_enclosed, <=, N_MAPS / 10);
}

int
main (int    argc,
      char **argv)
{
  const char * const engines[] = { "neato", "fdp", "sfdp", "dot", "twopi", "circo" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    {
      g_autofree char *path = g_strconcat ("/engine/promises/", engines[i], NULL);

      g_test_add_data_func (path, engines[i], test_engine);
    }
  return g_test_run ();
}
