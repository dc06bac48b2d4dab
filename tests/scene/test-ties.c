/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include <string.h>
#include "scene/legend.h"
#include "scene/scene-private.h"
#include "scene/shapes.h"
#undef G_DISABLE_ASSERT

static const LsnLineItem *
line_of (LsnScene *scene,
         LsnRow    tie)
{
  const LsnItem *item = lsn_scene_item (scene, scene->ties[tie].line);

  g_assert_nonnull (item);
  g_assert_cmpint (item->type, ==, LSN_ITEM_LINE);
  return &item->line;
}

/* The pixels of a piece of line of a kind, without its colour. */
static GBytes *
drawn (LsnMap *map,
       LsnRow  tie)
{
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 40);
  cairo_t *cr = cairo_create (surface);
  LsnBox area = { 50, -20, 300, 40 };
  GBytes *bytes;

  g_assert_nonnull (line_of (scene, tie));
  cairo_translate (cr, -50, 20);
  lsn_scene_paint (scene, cr, &area, 1.0, LSN_PAINT_EXACT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), 300 * 40 * 4);
  cairo_surface_destroy (surface);

  return bytes;
}

/* Every line that the schema offers looks different from every other without colour, and so does what is covert or doubtful. */
static void
lines_differ_by_form (void)
{
  const LsnColumnSpec *spec = lsn_table_builtin (LSN_TABLE_KINDS, LSN_KIND_LINE);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  static const char *const statuses[] = { "likely", "rumoured", "absent" };

  for (guint i = 0; i < spec->n_choices + 4; i++)
    {
      g_autoptr (LsnMap) map = test_map_new ();
      LsnRow a = test_actor (map, "a", "A", NULL, 0, 0), b = test_actor (map, "b", "B", NULL, 400, 0);
      LsnRow tie = test_tie (map, "t", a, b, "cooperation");
      LsnRow kind = lsn_map_find_row (map, LSN_TABLE_KINDS, "cooperation");

      test_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_LINE, i < spec->n_choices ? spec->choices[i].id : "solid");
      if (i == spec->n_choices)
        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, "covert");
      else if (i > spec->n_choices)
        test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS, statuses[i - spec->n_choices - 1]);
      lsn_map_commit (map);
      g_ptr_array_add (all, drawn (map, tie));
    }
  /* the bracket differs at its end only, which this piece does not show */
  for (guint i = 0; i < all->len; i++)
    for (guint k = 0; k < i; k++)
      if (i >= spec->n_choices || !g_str_equal (spec->choices[i].id, "bracket"))
        g_assert_false (g_bytes_equal (g_ptr_array_index (all, i), g_ptr_array_index (all, k)));
}

static void
ends_stand_at_the_border (void)
{
  static const char *const shapes[] = { "disc", "square", "diamond", "hexagon" };

  for (guint shape = 0; shape < G_N_ELEMENTS (shapes); shape++)
    for (guint angle = 0; angle < 12; angle++)
      {
        g_autoptr (LsnMap) map = test_map_new ();
        LsnRow a = test_actor (map, "a", "A", "state", 0, 0);
        LsnRow b = test_actor (map, "b", "B", "state", 400 * cos (angle * G_PI / 6), 400 * sin (angle * G_PI / 6));
        LsnRow tie = test_tie (map, "t", a, b, "support");
        g_autoptr (LsnScene) scene = NULL;
        const LsnLineItem *line;
        const LsnItem *body;
        double far, reach;
        LsnPoint start;

        test_set_text (map, LSN_TABLE_KINDS, lsn_map_find_row (map, LSN_TABLE_KINDS, "state"), LSN_KIND_SHAPE,
                       shapes[shape]);
        lsn_map_commit (map);
        scene = test_scene (map, FALSE);
        line = line_of (scene, tie);
        body = lsn_scene_item (scene, scene->actors[a].body);
        start = lsn_way_start (&line->way);
        far = hypot (start.x, start.y);
        reach = lsn_shape_reach (body->body.look.shape, body->body.look.radius, (LsnPoint) { start.x / far, start.y / far });
        g_assert_cmpfloat (far, >, reach);
        g_assert_cmpfloat (far, <, reach + 8.0);
      }
}

static void
parallel_ties_do_not_coincide (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 100);
  LsnRow ties[5];
  g_autoptr (LsnScene) scene = NULL;

  for (guint i = 0; i < 5; i++)
    ties[i] = i % 2 == 0 ? test_tie (map, NULL, a, b, "support") : test_tie (map, NULL, b, a, "threat");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  for (guint i = 0; i < 5; i++)
    for (guint k = 0; k < i; k++)
      {
        LsnPoint one = lsn_way_at (&line_of (scene, ties[i])->way, 0.5);

        g_assert_cmpfloat (lsn_way_distance (&line_of (scene, ties[k])->way, one), >, 12.0);
      }
}

static void
a_loop_leaves_and_returns (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 10, 20);
  LsnRow one = test_tie (map, "t", a, a, "influence"), other = test_tie (map, "u", a, a, "influence");
  g_autoptr (LsnScene) scene = NULL;
  const LsnLineItem *line;
  LsnBox body;

  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  line = line_of (scene, one);
  g_assert_true (lsn_scene_actor_body (scene, a, &body, NULL));
  g_assert_cmpfloat (lsn_way_length (&line->way), >, 50.0);
  g_assert_cmpfloat (lsn_distance (lsn_way_at (&line->way, 0.5), (LsnPoint) { 10, 20 }), >, body.width);
  g_assert_cmpfloat (lsn_distance (lsn_way_at (&line->way, 0.5),
                                   lsn_way_at (&line_of (scene, other)->way, 0.5)), >, 12.0);
}

static void
a_line_goes_around_a_third (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 500, 0);
  LsnRow tie = test_tie (map, "t", a, b, "support");
  g_autoptr (LsnScene) scene = NULL;

  test_actor (map, "c", "C", "state", 250, 0);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_cmpfloat (lsn_way_distance (&line_of (scene, tie)->way, (LsnPoint) { 250, 0 }), >, 26.0);
}

/* So does it in a map of thousands of ties, where other lines are nearer to one another. */
static void
a_line_goes_around_in_a_large_map (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 500, 0);
  LsnRow tie = test_tie (map, "t", a, b, "support"), others[400];
  g_autoptr (LsnScene) scene = NULL;
  const LsnWay *way;

  test_actor (map, "c", "C", "state", 250, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = test_actor (map, NULL, "", "person", i % 20 * 120.0, 1000 + i / 20 * 120.0);
  for (guint i = 0; i < 6000; i++)
    test_tie (map, NULL, others[i % 400], others[(i * 7 + i / 400 * 13 + 1) % 400], "contact");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  way = &line_of (scene, tie)->way;
  g_assert_cmpfloat (lsn_way_distance (way, (LsnPoint) { 250, 0 }), >, 26.0);
}

/* A closed container has the ties of what it holds: each counted once, those within it not at all. */
static void
closed_containers_sum (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow box = test_actor (map, "box", "Box", "state", 0, 0), x = test_actor (map, "x", "X", "state", 400, 0);
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 100, 0);
  LsnRow deep = test_actor (map, "deep", "Deep", "state", 100, 100);
  LsnRow sum[4], within, mutual;
  g_autoptr (LsnScene) scene = NULL;
  guint total = 0, lines = 0;

  test_put_in (map, a, box);
  test_put_in (map, b, box);
  test_put_in (map, deep, b);
  sum[0] = test_tie (map, NULL, a, x, "support");
  sum[1] = test_tie (map, NULL, b, x, "support");
  sum[2] = test_tie (map, NULL, box, x, "support");
  sum[3] = test_tie (map, NULL, deep, x, "support");
  test_tie (map, NULL, x, a, "support");
  test_tie (map, NULL, a, x, "threat");
  within = test_tie (map, NULL, a, deep, "support");
  mutual = test_tie (map, NULL, a, b, "alliance");
  test_set_flag (map, box, LSN_ACTOR_COLLAPSED);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);

  g_assert_cmpuint (line_of (scene, sum[0])->line.count, ==, 4);
  for (guint i = 1; i < 4; i++)
    g_assert_true (line_of (scene, sum[i]) == line_of (scene, sum[0]));
  g_assert_false (lsn_scene_row_bounds (scene, LSN_TABLE_TIES, within, &(LsnBox) { 0 }));
  g_assert_false (lsn_scene_row_bounds (scene, LSN_TABLE_TIES, mutual, &(LsnBox) { 0 }));
  g_assert_false (lsn_scene_row_bounds (scene, LSN_TABLE_ACTORS, deep, &(LsnBox) { 0 }));
  for (guint i = 0; i < scene->items->len; i++)
    {
      const LsnItem *item = lsn_scene_item (scene, i);

      if (item->type == LSN_ITEM_LINE)
        {
          total += item->line.line.count;
          lines++;
        }
    }
  g_assert_cmpuint (total, ==, 6);
  g_assert_cmpuint (lines, ==, 3);
}

/* The kinds that the legend names are those that are shown, no more and no fewer. */
static void
legend_is_what_is_shown (void)
{
  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (LsnMap) map = test_map_random (seed, 12, 9);
      g_autoptr (LsnScene) bare = test_scene (map, FALSE), scene = test_scene (map, TRUE);
      g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
      GHashTableIter iter;
      gpointer name;

      for (guint i = 0; i < bare->items->len; i++)
        {
          const LsnItem *item = lsn_scene_item (bare, i);
          LsnRow kind = item->table == LSN_TABLE_TIES
                        ? lsn_map_get_reference (map, LSN_TABLE_TIES, item->row, LSN_TIE_KIND)
                        : lsn_map_get_reference (map, LSN_TABLE_ACTORS, item->row, LSN_ACTOR_KIND);

          if (kind != LSN_NO_ROW)
            g_hash_table_add (used, (gpointer) lsn_kind_name (map, kind));
        }
      for (guint i = bare->items->len; i < scene->items->len; i++)
        {
          const LsnItem *item = lsn_scene_item (scene, i);

          for (LsnRow kind = LSN_NO_ROW; item->type == LSN_ITEM_WORDS &&
               (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
            if (g_str_equal (item->words.text->lines[0].utf8, lsn_kind_name (map, kind)))
              g_assert_true (g_hash_table_add (named, (gpointer) lsn_kind_name (map, kind)));
        }
      g_hash_table_iter_init (&iter, used);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        g_assert_true (g_hash_table_contains (named, name));
      g_assert_cmpuint (g_hash_table_size (named), ==, g_hash_table_size (used));
    }
}

static void
moved_stand_further (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  LsnRow us = lsn_map_find_row (map, LSN_TABLE_ACTORS, "us");
  LsnRow tie = lsn_map_find_row (map, LSN_TABLE_TIES, "t2"), other = lsn_map_find_row (map, LSN_TABLE_TIES, "t9");
  g_autoptr (LsnScene) scene = lsn_scene_new_moved (map, cache, &us, 1, NULL, 0, 30, -20, NULL);
  LsnBox body, ink;

  g_assert_true (lsn_scene_actor_body (scene, us, &body, NULL));
  g_assert_cmpfloat_with_epsilon (body.x + body.width / 2, 430, 1e-9);
  g_assert_cmpfloat_with_epsilon (body.y + body.height / 2, 80, 1e-9);
  g_assert_true (lsn_scene_row_bounds (scene, LSN_TABLE_TIES, tie, &ink));
  g_assert_false (lsn_scene_row_bounds (scene, LSN_TABLE_TIES, other, &ink));
  g_assert_false (lsn_scene_actor_body (scene, lsn_map_find_row (map, LSN_TABLE_ACTORS, "eu"), &body, NULL));
}

static double
length_of (LsnScene *scene,
           LsnRow    tie)
{
  return lsn_way_length (&line_of (scene, tie)->way);
}

/* Between a frame and who stands in it, close to its border or in a frame that is hardly larger: from border to border, and long
 * enough to be seen. */
static void
frame_to_its_own (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow frame = test_actor (map, "f", "Coalition", "state", NAN, NAN), small = test_actor (map, "s", "Wing", NULL, NAN, NAN);
  LsnRow a = test_actor (map, "a", "A", "state", 0, 0), b = test_actor (map, "b", "B", "state", 300, 0);
  LsnRow alone = test_actor (map, "c", "C", "state", 700, 0);
  LsnRow ties[4];
  g_autoptr (LsnScene) scene = NULL;
  LsnBox box;

  test_put_in (map, a, frame);
  test_put_in (map, b, frame);
  test_put_in (map, alone, small);
  ties[0] = test_tie (map, "1", frame, a, "commands");
  ties[1] = test_tie (map, "2", b, frame, "support");
  ties[2] = test_tie (map, "3", small, alone, "commands");
  ties[3] = test_tie (map, "4", alone, small, "influence");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  for (guint i = 0; i < 4; i++)
    {
      const LsnWay *way = &line_of (scene, ties[i])->way;
      LsnPoint on_border = i % 2 == 0 ? lsn_way_start (way) : lsn_way_end (way);

      g_assert_true (lsn_scene_actor_body (scene, i < 2 ? frame : small, &box, NULL));
      g_assert_cmpfloat (MIN (MIN (fabs (on_border.x - box.x), fabs (on_border.x - box.x - box.width)),
                              fabs (on_border.y - box.y - box.height)), <, 0.01);
      box = lsn_box_grow (box, 0.01);
      g_assert_true (lsn_box_holds (&box, on_border.x, on_border.y));
      g_assert_cmpfloat (length_of (scene, ties[i]), >=, i < 2 ? 47 : 30);
    }
}

/* Ties to a frame and to who stands in the middle of it would lie on one line. */
static void
frame_beside_its_own (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow frame = test_actor (map, "f", "Movement", NULL, NAN, NAN), wing = test_actor (map, "w", "Wing", "state", 0, 0);
  LsnRow ada = test_actor (map, "a", "Ada", "person", 300, 4), ben = test_actor (map, "b", "Ben", "person", 0, 300);
  LsnRow ties[5];
  g_autoptr (LsnScene) scene = NULL;

  test_put_in (map, wing, frame);
  ties[0] = test_tie (map, "1", ada, frame, "pressure");
  ties[1] = test_tie (map, "2", ada, wing, "support");
  ties[2] = test_tie (map, "3", wing, ada, "contact");
  ties[3] = test_tie (map, "4", frame, ada, "influence");
  ties[4] = test_tie (map, "5", ben, frame, "pressure");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  for (guint i = 0; i < 4; i++)
    {
      LsnPoint middle = lsn_way_at (&line_of (scene, ties[i])->way, 0.5);

      for (guint k = 0; k < 4; k++)
        if (k != i)
          g_assert_cmpfloat (lsn_way_distance (&line_of (scene, ties[k])->way, middle), >, 6);
    }

  /* who has no tie to anybody inside has a straight one */
  g_assert_cmpfloat (length_of (scene, ties[4]), <,
                     lsn_distance (lsn_way_start (&line_of (scene, ties[4])->way),
                                   lsn_way_end (&line_of (scene, ties[4])->way)) + 0.01);
}

/* How many pixels of the colour of a line are to be seen where its label stands. */
static guint
red_below_label (const char *kind)
{
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow a = test_actor (map, "a", "A", NULL, 0, 0), b = test_actor (map, "b", "B", NULL, 400, 90);
  LsnRow tie = test_tie (map, "t", a, b, kind);
  g_autoptr (LsnScene) scene = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  LsnBox ink;
  guint n_red = 0;

  test_set_text (map, LSN_TABLE_KINDS, lsn_map_find_row (map, LSN_TABLE_KINDS, kind), LSN_KIND_COLOUR, "#ff0000");
  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "a long quarrel over water rights in the valley");
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  g_assert_true (lsn_scene_label_bounds (scene, tie, &ink));
  g_assert_true (lsn_way_meets_box (&line_of (scene, tie)->way, &ink));
  ink = lsn_box_grow (ink, -1.0);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (4 * ink.width), (int) (4 * ink.height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 4, 4);
  cairo_translate (cr, -ink.x, -ink.y);
  lsn_scene_paint (scene, cr, &ink, 4.0, LSN_PAINT_EXACT, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        n_red += ((const guint32 *) (gconstpointer) row)[x] == 0xffff0000;
    }
  cairo_surface_destroy (surface);

  return n_red;
}

static void
a_label_hides_a_zigzag (void)
{
  g_assert_cmpuint (red_below_label ("conflict"), ==, 0);
  g_assert_cmpuint (red_below_label ("threat"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/ties/lines-differ-by-form", lines_differ_by_form);
  g_test_add_func ("/scene/ties/ends", ends_stand_at_the_border);
  g_test_add_func ("/scene/ties/parallel", parallel_ties_do_not_coincide);
  g_test_add_func ("/scene/ties/loop", a_loop_leaves_and_returns);
  g_test_add_func ("/scene/ties/around", a_line_goes_around_a_third);
  g_test_add_func ("/scene/ties/around-in-large", a_line_goes_around_in_a_large_map);
  g_test_add_func ("/scene/ties/closed", closed_containers_sum);
  g_test_add_func ("/scene/ties/legend", legend_is_what_is_shown);
  g_test_add_func ("/scene/ties/frame-to-its-own", frame_to_its_own);
  g_test_add_func ("/scene/ties/frame-beside-its-own", frame_beside_its_own);
  g_test_add_func ("/scene/ties/label-on-zigzag", a_label_hides_a_zigzag);
  g_test_add_func ("/scene/ties/moved", moved_stand_further);
  return g_test_run ();
}
