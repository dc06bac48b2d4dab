/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include "scene/scene-private.h"
#include "scene/shapes.h"
#undef G_DISABLE_ASSERT

static gboolean
is_on_actor (const LsnItem *item,
             LsnPoint       place,
             double         radius)
{
  double border = MAX (radius, 4.0);

  if (item->type == LSN_ITEM_BODY)
    {
      double x = place.x - item->body.centre.x, y = place.y - item->body.centre.y, far = hypot (x, y);
      LsnPoint towards = far > 1e-9 ? (LsnPoint) { x / far, y / far } : (LsnPoint) { 1, 0 };

      return far <= lsn_shape_reach (item->body.look.shape, item->body.look.radius, towards) + radius;
    }
  if (item->type == LSN_ITEM_FRAME)
    {
      LsnBox b = item->frame.box;
      double x = fabs (place.x - (b.x + b.width / 2)) - b.width / 2;
      double y = fabs (place.y - (b.y + b.height / 2)) - b.height / 2;

      return x <= border && y <= border && (x > -border || y > -border);
    }
  return FALSE;
}

/* The slow way: everything from the top, by the definitions of the header. */
static gboolean
pick_slowly (LsnScene *scene,
             LsnPoint  place,
             double    radius,
             LsnHit   *hit)
{
  double nearest = INFINITY;
  gboolean any = FALSE;

  for (guint i = scene->items->len; i-- > 0;)
    {
      const LsnItem *item = lsn_scene_item (scene, i);
      double far;

      if (is_on_actor (item, place, radius))
        {
          *hit = (LsnHit) { LSN_TABLE_ACTORS, item->row };
          return TRUE;
        }
      if (item->type == LSN_ITEM_WORDS)
        {
          double slack = item->table == LSN_TABLE_ACTORS ? MIN (radius, 2.0) : 0.0;
          LsnBox box = lsn_box_grow (item->ink, slack);

          if (!lsn_box_holds (&box, place.x, place.y))
            continue;
          if (item->table == LSN_TABLE_ACTORS)
            {
              hit->table = LSN_TABLE_ACTORS;
              hit->row = item->row;
              return TRUE;
            }
          if (nearest > 0.0)
            {
              *hit = (LsnHit) { LSN_TABLE_TIES, item->row };
              nearest = 0.0;
              any = TRUE;
            }
        }
      else if (item->type == LSN_ITEM_LINE)
        {
          far = MAX (0.0, lsn_way_distance (&item->line.way, place) - item->line.line.look.width / 2);
          if (far <= radius && far < nearest)
            {
              *hit = (LsnHit) { LSN_TABLE_TIES, item->row };
              nearest = far;
              any = TRUE;
            }
        }
    }

  return any;
}

static void
same_as_slowly (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (LsnMap) map = test_map_random (seed, 40, 90);
      g_autoptr (LsnScene) scene = test_scene (map, FALSE);
      LsnBox bounds = lsn_scene_get_bounds (scene);
      GRand *random = g_rand_new_with_seed (seed);
      guint hits = 0;

      for (guint i = 0; i < 800; i++)
        {
          LsnPoint place = { g_rand_double_range (random, bounds.x, bounds.x + bounds.width),
                             g_rand_double_range (random, bounds.y, bounds.y + bounds.height) };
          LsnHit quick = { 0 }, slow = { 0 };
          gboolean one = lsn_scene_pick (scene, place.x, place.y, 5.0, &quick);
          gboolean other = pick_slowly (scene, place, 5.0, &slow);

          g_assert_cmpint (one, ==, other);
          if (one)
            {
              g_assert_cmpint (quick.table, ==, slow.table);
              g_assert_cmpuint (quick.row, ==, slow.row);
              hits++;
            }
        }
      g_assert_cmpuint (hits, >, 50);
      g_rand_free (random);
    }
}

static void
parts_of_a_body (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow actor = test_actor (map, "a", "Name", "state", 100, 100);
  g_autoptr (LsnScene) scene = NULL;
  LsnBox body, name;
  LsnHit hit;

  test_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, 1.0);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (scene, actor, &body, NULL));
  g_assert_cmpfloat (body.width, ==, 76.0);
  g_assert_true (lsn_scene_pick (scene, 100, 100, 0, &hit));
  g_assert_cmpint (hit.part, ==, LSN_PART_BODY);
  g_assert_true (lsn_scene_pick (scene, 100 + 0.79 * 38, 100, 0, &hit));
  g_assert_cmpint (hit.part, ==, LSN_PART_BODY);
  g_assert_true (lsn_scene_pick (scene, 100 + 0.81 * 38, 100, 0, &hit));
  g_assert_cmpint (hit.part, ==, LSN_PART_RIM);
  g_assert_false (lsn_scene_pick (scene, 100 + 39, 100, 0, &hit));
  g_assert_true (lsn_scene_name_bounds (scene, actor, &name));
  g_assert_true (lsn_scene_pick (scene, name.x + name.width / 2, name.y + name.height / 2, 0, &hit));
  g_assert_cmpint (hit.part, ==, LSN_PART_NAME);
}

/* By the distance to the outline, so that a big one is near at a place where a small one is not. */
static void
nearest_body (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow big = test_actor (map, "a", "Big", "state", 0, 0), small = test_actor (map, "b", "Small", "state", 100, 0);
  g_autoptr (LsnScene) scene = NULL;
  LsnBox body, other;

  test_set_number (map, LSN_TABLE_ACTORS, big, LSN_ACTOR_POWER, 1.0);
  test_set_number (map, LSN_TABLE_ACTORS, small, LSN_ACTOR_POWER, 0.0);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (scene, big, &body, NULL) && lsn_scene_actor_body (scene, small, &other, NULL));
  g_assert_cmpfloat (body.width, >, other.width + 8);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, 52, 0, 60), ==, big);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, 100 - other.width / 2 - 5, 0, 60), ==, small);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, 0, -body.height / 2 - 9, 10), ==, big);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, 0, -body.height / 2 - 11, 10), ==, LSN_NO_ROW);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, 3, 4, 0), ==, big);
  g_assert_cmpuint (lsn_scene_nearest_body (scene, NAN, 0, 10), ==, LSN_NO_ROW);
}

static void
inside_a_frame_is_ground (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow frame = test_actor (map, "f", "Frame", "state", NAN, NAN);
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 0);
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (GArray) actors = NULL, ties = NULL, notes = NULL;
  LsnBox body, name;
  gboolean is_frame;
  LsnHit hit;

  test_put_in (map, a, frame);
  test_put_in (map, b, frame);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_actor_body (scene, frame, &body, &is_frame));
  g_assert_true (is_frame);
  g_assert_false (lsn_scene_pick (scene, 150, 0, 3, &hit));
  g_assert_true (lsn_scene_pick (scene, body.x, body.y + body.height / 2, 3, &hit));
  g_assert_cmpuint (hit.row, ==, frame);
  g_assert_true (lsn_scene_name_bounds (scene, frame, &name));
  g_assert_true (lsn_scene_pick (scene, name.x + 5, name.y + 8, 0, &hit));
  g_assert_cmpint (hit.part, ==, LSN_PART_FRAME_TITLE);
  lsn_scene_pick_box (scene, &(LsnBox) { -60, -60, 200, 120 }, &actors, &ties, &notes);
  g_assert_cmpuint (actors->len, ==, 1);
  g_assert_cmpuint (g_array_index (actors, LsnRow, 0), ==, a);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pick/same-as-slowly", same_as_slowly);
  g_test_add_func ("/scene/pick/body", parts_of_a_body);
  g_test_add_func ("/scene/pick/nearest-body", nearest_body);
  g_test_add_func ("/scene/pick/frame", inside_a_frame_is_ground);
  return g_test_run ();
}
