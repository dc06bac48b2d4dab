/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>
#include <string.h>

#include "engine/layout.h"
#include "model/edit.h"
#include "random-map.h"
#include "wire/layout-catalog.h"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnLayout *
lay_out_with (LsnMap                 *map,
              const LsnLayoutOptions *options)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LsnLayout *layout;

  lsn_layout_async (snapshot, options, NULL, 0, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  layout = lsn_layout_finish (result, &error);
  g_assert_no_error (error);
  return layout;
}

static LsnLayout *
lay_out (LsnMap     *map,
         const char *engine)
{
  return lay_out_with (map, &(LsnLayoutOptions) { .engine = engine, .seed = 1 });
}

static LsnMap *
new_map (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2024-05-01", "Test");

  return lsn_map_new (origin);
}

static LsnRow
add_actor (LsnMap *map,
           LsnRow  parent,
           double  x,
           double  y)
{
  LsnRow actor = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);

  lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT, parent, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, y, NULL);
  return actor;
}

static void
add_tie (LsnMap *map,
         LsnRow  source,
         LsnRow  target)
{
  LsnRow tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);

  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, source, NULL);
  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, target, NULL);
}

static double
x_of (LsnMap *map,
      LsnRow  actor)
{
  return lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
}

static double
y_of (LsnMap *map,
      LsnRow  actor)
{
  return lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);
}

/* The same map, engine and seed give the same bytes. */
static void
test_same_again (void)
{
  LsnRandomMap random_map = { .seed = 9, .n_actors = 40, .n_ties = 90, .n_containers = 4, .clustered = TRUE };
  g_autoptr (LsnMap) map = lsn_random_map_new (&random_map);
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);

  for (guint i = 0; i < n_engines; i++)
    {
      g_autoptr (LsnLayout) first = lay_out (map, engines[i].id), second = lay_out (map, engines[i].id);
      guint n_first, n_second;
      const LsnPlace *first_places = lsn_layout_places (first, &n_first);
      const LsnPlace *second_places = lsn_layout_places (second, &n_second);

      g_assert_cmpmem (first_places, n_first * sizeof *first_places, second_places, n_second * sizeof *second_places);
      g_assert_cmpuint (n_first, ==, 40);
    }
}

static void
test_small_maps (void)
{
  guint n_engines, n_places;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);

  for (guint i = 0; i < n_engines; i++)
    {
      g_autoptr (LsnMap) map = new_map ();
      g_autoptr (LsnLayout) none = lay_out (map, engines[i].id), one = NULL, two = NULL;
      LsnRow first, second;

      lsn_layout_places (none, &n_places);
      g_assert_cmpuint (n_places, ==, 0);
      lsn_map_begin (map, "Draw", NULL);
      first = add_actor (map, LSN_NO_ROW, NAN, NAN);
      add_tie (map, first, first);
      lsn_map_commit (map);
      one = lay_out (map, engines[i].id);
      lsn_layout_places (one, &n_places);
      g_assert_cmpuint (n_places, ==, 1);

      lsn_map_begin (map, "Draw", NULL);
      second = add_actor (map, LSN_NO_ROW, NAN, NAN);
      add_tie (map, first, second);
      add_tie (map, second, first);
      add_tie (map, second, first);
      lsn_map_commit (map);
      two = lay_out (map, engines[i].id);
      g_assert_cmpuint (lsn_layout_apply (two, map, "Lay Out"), ==, 2);
      g_assert_cmpfloat (hypot (x_of (map, first) - x_of (map, second), y_of (map, first) - y_of (map, second)), >, 60);
      g_assert_cmpfloat (hypot (x_of (map, first) - x_of (map, second), y_of (map, first) - y_of (map, second)), <, 400);
    }
}

/* One step, which can be undone; who has gone meanwhile is left out; places that are the same count as not moved. */
static void
test_apply (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (LsnLayout) layout = NULL;
  LsnRow first, second, third;

  lsn_map_begin (map, "Draw", NULL);
  first = add_actor (map, LSN_NO_ROW, 1, 2);
  second = add_actor (map, LSN_NO_ROW, 3, 4);
  third = add_actor (map, LSN_NO_ROW, NAN, NAN);
  add_tie (map, first, second);
  add_tie (map, second, third);
  lsn_map_commit (map);
  layout = lay_out (map, "neato");
  lsn_map_begin (map, "Remove", NULL);
  lsn_map_remove_row (map, LSN_TABLE_ACTORS, second, NULL);
  lsn_map_commit (map);

  g_assert_cmpuint (lsn_layout_apply (layout, map, "Lay Out"), ==, 2);
  g_assert_cmpstr (lsn_map_undo_label (map), ==, "Lay Out");
  g_assert_false (isnan (x_of (map, third)));
  g_assert_cmpuint (lsn_layout_apply (layout, map, "Lay Out Again"), ==, 0);
  g_assert_cmpstr (lsn_map_undo_label (map), ==, "Lay Out");
  g_assert_true (lsn_map_undo (map));
  g_assert_cmpfloat (x_of (map, first), ==, 1);
  g_assert_true (isnan (x_of (map, third)));
}

/* Who is pinned while the layout is made stays, and who is in a container that is; a pinned one without a place gets one. */
static void
test_apply_pinned (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (LsnLayout) layout = NULL;
  LsnRow pinned, container, inside, fresh, free;

  lsn_map_begin (map, "Draw", NULL);
  pinned = add_actor (map, LSN_NO_ROW, 1, 2);
  container = add_actor (map, LSN_NO_ROW, 300, 400);
  inside = add_actor (map, container, 300, 400);
  fresh = add_actor (map, LSN_NO_ROW, NAN, NAN);
  free = add_actor (map, LSN_NO_ROW, 5, 6);
  add_tie (map, pinned, fresh);
  add_tie (map, inside, free);
  lsn_map_commit (map);
  layout = lay_out (map, "neato");
  lsn_map_begin (map, "Pin", NULL);
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, pinned, LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, container, LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, fresh, LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_commit (map);

  g_assert_cmpuint (lsn_layout_apply (layout, map, "Lay Out"), ==, 2);
  g_assert_cmpfloat (x_of (map, pinned), ==, 1);
  g_assert_cmpfloat (y_of (map, pinned), ==, 2);
  g_assert_cmpfloat (x_of (map, inside), ==, 300);
  g_assert_cmpfloat (y_of (map, inside), ==, 400);
  g_assert_false (isnan (x_of (map, fresh)));
  g_assert_true (x_of (map, free) != 5 || y_of (map, free) != 6);
}

/* What is inside of a collapsed container moves along with it. */
static void
test_collapsed (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (LsnLayout) layout = NULL;
  LsnRow container, inside, beside, other;
  double dx, dy;

  lsn_map_begin (map, "Draw", NULL);
  container = add_actor (map, LSN_NO_ROW, 1000, 1000);
  inside = add_actor (map, container, 950, 1010);
  beside = add_actor (map, container, 1050, 1010);
  other = add_actor (map, LSN_NO_ROW, -500, 0);
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, container, LSN_ACTOR_COLLAPSED, TRUE, NULL);
  add_tie (map, other, inside);
  lsn_map_commit (map);
  layout = lay_out (map, "neato");
  lsn_layout_apply (layout, map, "Lay Out");

  dx = x_of (map, container) - 1000;
  dy = y_of (map, container) - 1000;
  g_assert_cmpfloat (hypot (dx, dy), >, 1);
  g_assert_cmpfloat_with_epsilon (x_of (map, inside), 950 + dx, 0.02);
  g_assert_cmpfloat_with_epsilon (y_of (map, inside), 1010 + dy, 0.02);
  g_assert_cmpfloat_with_epsilon (x_of (map, beside), 1050 + dx, 0.02);
  g_assert_cmpfloat (hypot (x_of (map, container) - x_of (map, other), y_of (map, container) - y_of (map, other)), <, 400);
}

/* A pinned container does not move, nor what is inside of it. An open one stands in the middle of its frame. */
static void
test_containers (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (LsnLayout) layout = NULL;
  LsnRow pinned, inside, open, first, second;

  lsn_map_begin (map, "Draw", NULL);
  pinned = add_actor (map, LSN_NO_ROW, 10, 20);
  inside = add_actor (map, pinned, 10, 30);
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, pinned, LSN_ACTOR_PINNED, TRUE, NULL);
  open = add_actor (map, LSN_NO_ROW, NAN, NAN);
  first = add_actor (map, open, NAN, NAN);
  second = add_actor (map, open, NAN, NAN);
  add_tie (map, first, second);
  add_tie (map, inside, first);
  lsn_map_commit (map);
  layout = lay_out (map, "neato");
  g_assert_cmpuint (lsn_layout_apply (layout, map, "Lay Out"), ==, 3);

  g_assert_cmpfloat (x_of (map, pinned), ==, 10);
  g_assert_cmpfloat (y_of (map, inside), ==, 30);
  g_assert_cmpfloat_with_epsilon (x_of (map, open), (x_of (map, first) + x_of (map, second)) / 2, 1);
}

/* Only the new one moves, and goes to its neighbour. */
static void
test_new_only (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (LsnLayout) layout = NULL;
  LsnRow near, new_one;
  guint n_places;
  const LsnPlace *places;

  lsn_map_begin (map, "Draw", NULL);
  for (guint i = 0; i < 20; i++)
    add_actor (map, LSN_NO_ROW, i % 5 * 300, i / 5 * 300);
  near = add_actor (map, LSN_NO_ROW, 5000, 5000);
  new_one = add_actor (map, LSN_NO_ROW, NAN, NAN);
  add_tie (map, near, new_one);
  lsn_map_commit (map);
  layout = lay_out_with (map, &(LsnLayoutOptions) { .engine = "sfdp", .new_only = TRUE });
  places = lsn_layout_places (layout, &n_places);
  g_assert_cmpuint (n_places, ==, 1);
  g_assert_cmpuint (places[0].actor, ==, new_one);
  g_assert_cmpfloat (hypot (places[0].x - 5000, places[0].y - 5000), <, 400);
}

/* Laying out again what was laid out moves nothing by more than rounding does. */
static void
test_does_not_wander (void)
{
  LsnRandomMap random_map = { .seed = 4, .n_actors = 30, .n_ties = 60, .n_containers = 2, .placed = TRUE };
  g_autoptr (LsnMap) map = lsn_random_map_new (&random_map);
  g_autoptr (LsnLayout) first = lay_out (map, "dot"), second = NULL, third = NULL;

  lsn_layout_apply (first, map, "Lay Out");
  second = lay_out (map, "dot");
  lsn_layout_apply (second, map, "Lay Out");
  third = lay_out (map, "dot");
  g_assert_cmpuint (lsn_layout_apply (third, map, "Lay Out"), ==, 0);
}

static void
test_default_engine (void)
{
  g_autoptr (LsnMap) map = new_map ();
  LsnRandomMap random_map = { .seed = 4, .n_actors = 400, .n_ties = 800 };
  g_autoptr (LsnMap) large = lsn_random_map_new (&random_map);

  g_assert_cmpstr (lsn_layout_default_engine (map), ==, "neato");
  g_assert_cmpstr (lsn_layout_default_engine (large), ==, "sfdp");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/layout/same-again", test_same_again);
  g_test_add_func ("/engine/layout/small-maps", test_small_maps);
  g_test_add_func ("/engine/layout/apply", test_apply);
  g_test_add_func ("/engine/layout/apply-pinned", test_apply_pinned);
  g_test_add_func ("/engine/layout/collapsed", test_collapsed);
  g_test_add_func ("/engine/layout/containers", test_containers);
  g_test_add_func ("/engine/layout/new-only", test_new_only);
  g_test_add_func ("/engine/layout/does-not-wander", test_does_not_wander);
  g_test_add_func ("/engine/layout/default-engine", test_default_engine);
  return g_test_run ();
}
