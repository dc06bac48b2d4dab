/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "model/edit.h"
#include "model/kinds.h"
#include "scene/scene.h"

/* What a filter hides is not in the scene: not drawn, not found, and neither are ties that would end there. */

typedef struct
{
  LsnMap       *map;
  LsnTextCache *cache;
  LsnRow        state, far, box, inner, empty, tie_near, tie_far;
} Fixture;

static LsnRow
actor (Fixture    *fixture,
       const char *name,
       const char *kind,
       double      x,
       double      y)
{
  LsnRow row = lsn_map_insert_actor (fixture->map, name, name, lsn_map_find_row (fixture->map, LSN_TABLE_KINDS, kind), x, y,
                                     NULL);

  g_assert_cmpuint (row, !=, LSN_NO_ROW);
  return row;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnMap *map = fixture->map = lsn_map_new (origin);

  fixture->cache = lsn_text_cache_new ();
  lsn_map_begin (map, "Draw", NULL);
  fixture->state = actor (fixture, "State", "state", 0, 0);
  fixture->far = actor (fixture, "Far", "armed-group", 400, 0);
  fixture->box = actor (fixture, "Box", "state", NAN, NAN);
  fixture->inner = actor (fixture, "Inner", "state", 0, 300);
  fixture->empty = actor (fixture, "Coalition", "state", NAN, NAN);
  lsn_map_set_reference (map, LSN_TABLE_ACTORS, fixture->inner, LSN_ACTOR_PARENT, fixture->box, NULL);
  lsn_map_set_reference (map, LSN_TABLE_ACTORS, fixture->far, LSN_ACTOR_PARENT, fixture->empty, NULL);
  fixture->tie_near = lsn_map_insert_tie (map, "n", fixture->state, fixture->inner, LSN_NO_ROW, NULL);
  fixture->tie_far = lsn_map_insert_tie (map, "f", fixture->state, fixture->far, LSN_NO_ROW, NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  lsn_text_cache_unref (fixture->cache);
  g_object_unref (fixture->map);
}

static LsnScene *
states (Fixture *fixture)
{
  static const char *const values[] = { "state", NULL };
  g_autoptr (LsnFilter) filter = lsn_filter_new ();
  LsnSceneOptions options = { .filter = filter };

  lsn_filter_add (filter, lsn_condition_new (LSN_TEST_IS, LSN_TABLE_ACTORS, "kind", values));
  return lsn_scene_new (fixture->map, &options, fixture->cache);
}

static gboolean
has (LsnScene *scene,
     LsnTable  table,
     LsnRow    row)
{
  LsnBox box;

  return lsn_scene_row_bounds (scene, table, row, &box);
}

static void
test_hidden (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnScene) all = lsn_scene_new (fixture->map, NULL, fixture->cache);
  g_autoptr (LsnScene) scene = states (fixture);
  guint  n_actors = 0, n_ties = 0;
  LsnHit hit;

  g_assert_false (lsn_scene_count_shown (all, &n_actors, &n_ties));
  g_assert_true (has (all, LSN_TABLE_ACTORS, fixture->far));
  g_assert_true (has (all, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_true (lsn_scene_pick (all, 400, 0, 2, &hit));

  g_assert_true (lsn_scene_count_shown (scene, &n_actors, &n_ties));
  g_assert_cmpuint (n_actors, ==, 4);
  g_assert_cmpuint (n_ties, ==, 1);
  g_assert_true (has (scene, LSN_TABLE_ACTORS, fixture->state));
  g_assert_true (has (scene, LSN_TABLE_ACTORS, fixture->inner));
  g_assert_true (has (scene, LSN_TABLE_TIES, fixture->tie_near));
  g_assert_false (has (scene, LSN_TABLE_ACTORS, fixture->far));
  g_assert_false (has (scene, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_true (lsn_scene_hides (scene, LSN_TABLE_ACTORS, fixture->far));
  g_assert_true (lsn_scene_hides (scene, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_false (lsn_scene_hides (scene, LSN_TABLE_ACTORS, fixture->state));
  if (lsn_scene_pick (scene, 400, 0, 2, &hit))
    g_assert_cmpuint (hit.row, !=, fixture->far);
}

/* A container of which nothing is shown stands where it did, not at the map's origin. */
static void
test_empty_frame (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (LsnScene) scene = states (fixture);
  gboolean is_frame;
  LsnBox   body;

  g_assert_true (lsn_scene_actor_body (scene, fixture->empty, &body, &is_frame));
  g_assert_true (is_frame);
  g_assert_cmpfloat (body.x, <, 400);
  g_assert_cmpfloat (body.x, >, 200);
}

/* What is dragged leaves no hidden tie behind it. */
static void
test_dragged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LsnScene) scene = states (fixture);
  g_autoptr (LsnScene) bare = lsn_scene_new_moved (fixture->map, fixture->cache, &fixture->state, 1, NULL, 0, 10, 10, NULL);
  g_autoptr (LsnScene) moved = lsn_scene_new_moved (fixture->map, fixture->cache, &fixture->state, 1, NULL, 0, 10, 10, scene);

  g_assert_true (has (bare, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_false (has (moved, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_true (has (moved, LSN_TABLE_TIES, fixture->tie_near));
}

static LsnScene *
pale (Fixture *fixture)
{
  static const char *const values[] = { "state", NULL };
  g_autoptr (LsnFilter) filter = lsn_filter_new ();
  LsnSceneOptions options = { .filter = filter };

  lsn_filter_add (filter, lsn_condition_new (LSN_TEST_IS, LSN_TABLE_ACTORS, "kind", values));
  lsn_filter_set_faded (filter, TRUE);
  return lsn_scene_new (fixture->map, &options, fixture->cache);
}

/* The darkest green of a part, 0 to 255. */
static guint
darkest (LsnScene *scene,
         LsnBox    box)
{
  int              width = (int) box.width, height = (int) box.height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  guint            least = 255;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -box.x, -box.y);
  lsn_scene_paint (scene, cr, &box, 1, LSN_PAINT_EXACT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        least = MIN (least, row[4 * x + 1]);
      }
  cairo_surface_destroy (surface);
  return least;
}

/* What is faded is drawn, found and pale; what is not looks as ever. */
static void
test_faded (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (LsnScene) all = lsn_scene_new (fixture->map, NULL, fixture->cache);
  g_autoptr (LsnScene) scene = pale (fixture);
  g_autoptr (LsnScene) moved = lsn_scene_new_moved (fixture->map, fixture->cache, &fixture->far, 1, NULL, 0, 0, 0, scene);
  LsnBox far = { 370, -30, 60, 90 }, near = { -30, -30, 60, 60 }, tie = { 180, -10, 40, 20 };
  guint  n_actors, n_ties;
  LsnHit hit;

  g_assert_true (lsn_scene_count_shown (scene, &n_actors, &n_ties));
  g_assert_cmpuint (n_actors, ==, 4);
  g_assert_false (lsn_scene_hides (scene, LSN_TABLE_ACTORS, fixture->far));
  g_assert_true (lsn_scene_fades (scene, LSN_TABLE_ACTORS, fixture->far));
  g_assert_true (lsn_scene_fades (scene, LSN_TABLE_TIES, fixture->tie_far));
  g_assert_false (lsn_scene_fades (scene, LSN_TABLE_TIES, fixture->tie_near));
  g_assert_false (lsn_scene_fades (all, LSN_TABLE_ACTORS, fixture->far));
  g_assert_true (lsn_scene_pick (scene, 400, 0, 2, &hit));
  g_assert_cmpuint (hit.row, ==, fixture->far);

  g_assert_cmpuint (darkest (all, far), <, 120);
  g_assert_cmpuint (darkest (scene, far), >, 180);
  g_assert_cmpuint (darkest (moved, far), >, 180);
  g_assert_cmpuint (darkest (all, tie), <, 180);
  g_assert_cmpuint (darkest (scene, tie), >, 200);
  g_assert_cmpuint (darkest (scene, tie), <, 250);
  g_assert_cmpuint (darkest (scene, near), ==, darkest (all, near));
}

#define ADD(path, func) g_test_add ("/filter" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/hidden", test_hidden);
  ADD ("/empty-frame", test_empty_frame);
  ADD ("/dragged", test_dragged);
  ADD ("/faded", test_faded);

  return g_test_run ();
}
