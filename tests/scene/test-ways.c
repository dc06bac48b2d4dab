/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include "scene/scene-private.h"
#include "scene/shapes.h"
#undef G_DISABLE_ASSERT

/* The lines of ties that were bent by hand, or that go around others. */

static const LsnWay *
way_of (LsnScene *scene,
        LsnRow    tie)
{
  const LsnItem *item = lsn_scene_item (scene, scene->ties[tie].line);

  g_assert_nonnull (item);
  g_assert_cmpint (item->type, ==, LSN_ITEM_LINE);
  return &item->line.way;
}

static void
points_are_read_and_written (void)
{
  static const char *const bad[] = { "", "1", "1,2,3", "1,2  3,4", "x,1", "1,nan", "2e9,0", "1,2 " };
  g_autoptr (GArray) none = lsn_points_parse (NULL);
  g_autoptr (GArray) two = lsn_points_parse ("1.25,-3 1e3,0");
  g_autofree char *text = NULL;
  g_autofree char *rounded = lsn_points_format (&(LsnPoint) { 1.0 / 3.0, -0.001 }, 1);
  g_autoptr (GString) many = g_string_new ("0,0");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (lsn_points_format (NULL, 0));
  g_assert_cmpuint (two->len, ==, 2);
  text = lsn_points_format ((const LsnPoint *) (gpointer) two->data, 2);
  g_assert_cmpstr (text, ==, "1.25,-3 1000,0");
  g_assert_cmpstr (rounded, ==, "0.33,0");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (lsn_points_parse (bad[i]));
  for (guint i = 1; i < LSN_MAX_POINTS; i++)
    g_string_append (many, " 1,1");
  g_array_unref (lsn_points_parse (many->str));
  g_string_append (many, " 1,1");
  g_assert_null (lsn_points_parse (many->str));
}

/* A way of several curves is measured as one. */
static void
a_way_is_one (void)
{
  LsnPoint p[4] = { { 0, 0 }, { 100, 0 }, { 100, 50 }, { 130, 50 } };
  LsnCurve curves[3];
  g_auto (LsnWay) way = { 0 };
  g_auto (LsnWay) part = { 0 };
  LsnPoint at;

  for (guint i = 0; i < 3; i++)
    curves[i] = lsn_curve_line (p[i], p[i + 1]);
  way = lsn_way_new (curves, 3);
  g_assert_cmpfloat_with_epsilon (lsn_way_length (&way), 180, 1e-9);
  at = lsn_way_at (&way, lsn_way_t_at_length (&way, 120));
  g_assert_cmpfloat_with_epsilon (at.x, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (at.y, 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (lsn_way_distance (&way, (LsnPoint) { 110, 20 }), 10, 1e-9);
  part = lsn_way_part (&way, lsn_way_t_at_length (&way, 40), lsn_way_t_at_length (&way, 170));
  g_assert_cmpfloat_with_epsilon (lsn_way_length (&part), 130, 1e-6);
  g_assert_cmpfloat_with_epsilon (lsn_way_start (&part).x, 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (lsn_way_end (&part).x, 120, 1e-6);
  g_assert_cmpfloat_with_epsilon (lsn_way_tangent (&way, 0.5).y, 1, 1e-9);
}

/* Smooth or with corners, the line passes the points where it was bent, and begins and ends at the borders. */
static void
bends_are_passed (void)
{
  static const char *const forms[] = { NULL, "smooth", "angular" };
  static const LsnPoint bends[] = { { 120, -140 }, { 260, 90 }, { 320, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint n = 1; n <= G_N_ELEMENTS (bends); n++)
      {
        g_autoptr (LsnMap) map = test_map_new ();
        LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "person", 400, 0);
        LsnRow tie = test_tie (map, "t", a, b, "support");
        g_autofree char *text = lsn_points_format (bends, n);
        g_autoptr (LsnScene) scene = NULL;
        const LsnWay *way;
        LsnBox body;

        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS, text);
        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_FORM, forms[i]);
        lsn_map_commit (map);
        scene = test_scene (map, FALSE);
        way = way_of (scene, tie);
        g_assert_cmpuint (lsn_way_n (way), ==, n + 1);
        for (guint k = 0; k < n; k++)
          g_assert_cmpfloat (lsn_way_distance (way, bends[k]), <, 0.01);
        for (guint end = 0; end < 2; end++)
          {
            LsnPoint place = end == 0 ? lsn_way_start (way) : lsn_way_end (way);

            g_assert_true (lsn_scene_actor_body (scene, end == 0 ? a : b, &body, NULL));
            body = lsn_box_grow (body, 9);
            g_assert_true (lsn_box_holds (&body, place.x, place.y));
            g_assert_cmpfloat (hypot (place.x - (end == 0 ? 0 : 400), place.y), >, LSN_RADIUS_MIN);
          }
        if (i == 2)
          for (guint k = 0; k <= n; k++)
            g_assert_true (lsn_curve_is_line (lsn_way_curve (way, k)));
      }
}

/* What the map says holds for those ties that say nothing. */
static void
the_map_says_it_for_all (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow one = test_tie (map, "t", a, b, "support"), other = test_tie (map, "u", b, a, "support");
  g_autoptr (LsnScene) scene = NULL;

  test_set_text (map, LSN_TABLE_TIES, one, LSN_TIE_BENDS, "200,80");
  test_set_text (map, LSN_TABLE_TIES, other, LSN_TIE_BENDS, "200,-80");
  test_set_text (map, LSN_TABLE_TIES, other, LSN_TIE_FORM, "smooth");
  test_set_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_FORM, "angular");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_curve_is_line (lsn_way_curve (way_of (scene, one), 0)));
  g_assert_false (lsn_curve_is_line (lsn_way_curve (way_of (scene, other), 0)));
}

/* A tie that was bent lies where it was put, and the others of its pair fan out as if it were not there. */
static void
bent_ties_do_not_fan_out (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow bent = test_tie (map, "t", a, b, "support"), straight = test_tie (map, "u", a, b, "threat");
  g_autoptr (LsnScene) scene = NULL;

  test_set_text (map, LSN_TABLE_TIES, bent, LSN_TIE_BENDS, "200,120");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, bent), (LsnPoint) { 200, 120 }), <, 0.01);
  g_assert_true (lsn_curve_is_line (lsn_way_curve (way_of (scene, straight), 0)));
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, straight), (LsnPoint) { 200, 0 }), <, 0.01);
}

/* A loop goes out to its point; inside a container that is collapsed nothing is bent; bends that lie in a body do no harm. */
static void
odd_bends (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow box = test_actor (map, "c", "C", "state", 600, 0), inner = test_actor (map, "d", "D", "state", 600, 0);
  LsnRow loop = test_tie (map, "t", a, a, "support"), inside = test_tie (map, "u", a, b, "support");
  LsnRow hidden = test_tie (map, "v", a, inner, "support"), twice = test_tie (map, "w", b, b, "support");
  g_autoptr (LsnScene) scene = NULL;

  test_put_in (map, inner, box);
  test_set_flag (map, box, LSN_ACTOR_COLLAPSED);
  test_set_text (map, LSN_TABLE_TIES, loop, LSN_TIE_BENDS, "-90,60");
  test_set_text (map, LSN_TABLE_TIES, inside, LSN_TIE_BENDS, "1,1 2,2 399,0");
  test_set_text (map, LSN_TABLE_TIES, hidden, LSN_TIE_BENDS, "300,-400");
  test_set_text (map, LSN_TABLE_TIES, twice, LSN_TIE_BENDS, "400,-100 460,-100 460,0");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, loop), (LsnPoint) { -90, 60 }), <, 0.5);
  g_assert_cmpfloat (lsn_way_length (way_of (scene, inside)), <, 400);
  g_assert_cmpuint (lsn_way_n (way_of (scene, hidden)), ==, 1);
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, twice), (LsnPoint) { 460, -100 }), <, 0.01);
}

static gboolean
stands_at (LsnScene     *scene,
           LsnRow        end,
           const LsnBox *body)
{
  LsnBox own;

  if (!lsn_scene_actor_body (scene, end, &own, NULL))
    return TRUE;
  own = lsn_box_grow (own, 12);
  return lsn_box_meets (&own, body);
}

/* Through how many bodies the line runs that it does not join; those that lie over its ends cannot be helped. */
static guint
n_crossed (LsnScene *scene,
           LsnMap   *map,
           LsnRow    tie)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  guint n = 0;

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      LsnBox body;
      gboolean is_frame;

      if (!lsn_scene_actor_body (scene, actor, &body, &is_frame) || is_frame || stands_at (scene, source, &body) ||
          stands_at (scene, target, &body))
        continue;
      n += lsn_way_distance (way_of (scene, tie), lsn_box_centre (&body)) < body.width / 2;
    }
  return n;
}

/* A wall of actors is gone around, also where a slight bend would not do; parallel ties lie beside one another. */
static void
ways_lead_around (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 500, 0);
  LsnRow ties[3];
  g_autoptr (LsnScene) direct = NULL;
  g_autoptr (LsnScene) around = NULL;

  for (int i = -4; i <= 4; i++)
    test_actor (map, NULL, "Wall", "person", 250 + 20 * (i % 2), 60 * i);
  for (guint i = 0; i < 3; i++)
    ties[i] = i == 1 ? test_tie (map, NULL, b, a, "support") : test_tie (map, NULL, a, b, "support");
  lsn_map_commit (map);
  direct = test_scene (map, FALSE);
  g_assert_cmpuint (n_crossed (direct, map, ties[0]), >, 0);

  lsn_map_begin (map, "Around", NULL);
  test_set_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_ROUTE, "around");
  lsn_map_commit (map);
  around = test_scene (map, FALSE);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (n_crossed (around, map, ties[i]), ==, 0);
      for (guint k = 0; k < i; k++)
        {
          LsnPoint middle = lsn_way_at (way_of (around, ties[i]), 0.5);

          g_assert_cmpfloat (lsn_way_distance (way_of (around, ties[k]), middle), >, 4);
        }
    }
}

/* Over maps by chance: ways around cross fewer bodies than slight bends, and those fewer than straight lines. */
static void
ways_around_cross_fewer (void)
{
  static const char *const routes[] = { "direct", NULL, "around" };
  guint crossed[3] = { 0 };

  for (guint32 seed = 1; seed <= 6; seed++)
    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (LsnMap) map = test_map_random (seed, 60, 120);
        g_autoptr (LsnScene) scene = NULL;

        lsn_map_begin (map, "Routes", NULL);
        test_set_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), LSN_MAP_ROUTE, routes[i]);
        lsn_map_commit (map);
        scene = test_scene (map, FALSE);
        for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW); tie != LSN_NO_ROW;
             tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
          if (scene->ties[tie].line != G_MAXUINT)
            crossed[i] += n_crossed (scene, map, tie);
      }
  g_test_message ("direct %u, slight %u, around %u", crossed[0], crossed[1], crossed[2]);
  g_assert_cmpuint (crossed[1], <, crossed[0]);
  g_assert_cmpuint (crossed[2] * 3, <, crossed[1]);
}

/* A label stays at its share of the line's length. */
static void
labels_stay_where_they_were_put (void)
{
  static const double shares[] = { 0.0, 0.2, 0.75, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (LsnMap) map = test_map_new ();
      LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
      LsnRow tie = test_tie (map, "t", a, b, "support");
      g_autoptr (LsnScene) scene = NULL;
      const LsnItem *label;
      const LsnWay *way;
      LsnPoint at;

      test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "grain");
      test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS, "200,200");
      test_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT, shares[i]);
      lsn_map_commit (map);
      scene = test_scene (map, FALSE);
      label = lsn_scene_item (scene, scene->ties[tie].label);
      way = way_of (scene, tie);
      at = lsn_way_at (way, lsn_way_t_at_length (way, shares[i] * lsn_way_length (way)));
      g_assert_cmpfloat (lsn_distance (lsn_box_centre (&label->ink), at), <, 1.0);
    }
}

/* A bent line whose row has not changed is the same item as before, so that its tiles need no painting. */
static void
bent_lines_are_shared (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 400, 0);
  LsnRow tie = test_tie (map, "t", a, b, "support");
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) first = NULL;
  g_autoptr (LsnScene) second = NULL;
  g_autoptr (LsnScene) third = NULL;

  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS, "200,200 300,100");
  lsn_map_commit (map);
  first = lsn_scene_new (map, NULL, cache);
  second = lsn_scene_new (map, &(LsnSceneOptions) { .previous = first }, cache);
  g_assert_true (lsn_scene_item (first, first->ties[tie].line) == lsn_scene_item (second, second->ties[tie].line));
  lsn_map_begin (map, "Bend", NULL);
  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS, "200,200 300,101");
  lsn_map_commit (map);
  third = lsn_scene_new (map, &(LsnSceneOptions) { .previous = second }, cache);
  g_assert_false (lsn_scene_item (second, second->ties[tie].line) == lsn_scene_item (third, third->ties[tie].line));
}

/* What is dragged takes the bends along whose both ends it holds. */
static void
bends_move_with_both_ends (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow rows[3] = { test_actor (map, "a", "A", "state", 0, 0), test_actor (map, "b", "B", "state", 400, 0),
                     test_actor (map, "c", "C", "state", 0, 400) };
  LsnRow both = test_tie (map, "t", rows[0], rows[1], "support"), one = test_tie (map, "u", rows[0], rows[2], "support");
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnScene) scene = NULL;

  test_set_text (map, LSN_TABLE_TIES, both, LSN_TIE_BENDS, "200,150");
  test_set_text (map, LSN_TABLE_TIES, one, LSN_TIE_BENDS, "-150,200");
  lsn_map_commit (map);
  scene = lsn_scene_new_moved (map, cache, rows, 2, NULL, 0, 50, -20, NULL);
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, both), (LsnPoint) { 250, 130 }), <, 0.01);
  g_assert_cmpfloat (lsn_way_distance (way_of (scene, one), (LsnPoint) { -150, 200 }), <, 0.01);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/ways/points", points_are_read_and_written);
  g_test_add_func ("/scene/ways/one", a_way_is_one);
  g_test_add_func ("/scene/ways/bends", bends_are_passed);
  g_test_add_func ("/scene/ways/for-all", the_map_says_it_for_all);
  g_test_add_func ("/scene/ways/fan", bent_ties_do_not_fan_out);
  g_test_add_func ("/scene/ways/odd", odd_bends);
  g_test_add_func ("/scene/ways/around", ways_lead_around);
  g_test_add_func ("/scene/ways/fewer", ways_around_cross_fewer);
  g_test_add_func ("/scene/ways/labels", labels_stay_where_they_were_put);
  g_test_add_func ("/scene/ways/shared", bent_lines_are_shared);
  g_test_add_func ("/scene/ways/moved", bends_move_with_both_ends);

  return g_test_run ();
}
