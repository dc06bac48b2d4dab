/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/tiles.h"

#include <math.h>

#include "canvas/layer.h"
#include "model/edit.h"

static void
test_range (void)
{
  /* At 100 % a tile is 512 units; 1000 x 700 from -10, 500 reaches columns -1 to 1 and rows 0 to 2. */
  LsnTileRange range = lsn_tile_range (&(LsnBox) { -10, 500, 1000, 700 }, 0, 1);

  g_assert_cmpint (range.first_column, ==, -1);
  g_assert_cmpint (range.last_column, ==, 1);
  g_assert_cmpint (range.first_row, ==, 0);
  g_assert_cmpint (range.last_row, ==, 2);

  /* An edge that falls on a tile's edge does not want the next tile. */
  range = lsn_tile_range (&(LsnBox) { 0, 0, 1024, 512 }, 0, 1);
  g_assert_cmpint (range.first_column, ==, 0);
  g_assert_cmpint (range.last_column, ==, 1);
  g_assert_cmpint (range.last_row, ==, 0);

  /* With two device pixels to a pixel, or at 200 %, half as many units. */
  range = lsn_tile_range (&(LsnBox) { 0, 0, 1024, 512 }, 0, 2);
  g_assert_cmpint (range.last_column, ==, 3);
  range = lsn_tile_range (&(LsnBox) { 0, 0, 1024, 512 }, LSN_ZOOM_STEPS_PER_DOUBLING, 1);
  g_assert_cmpint (range.last_column, ==, 3);
}

static void
test_area (void)
{
  LsnTileKey key = { 1, -LSN_ZOOM_STEPS_PER_DOUBLING, 1, -2, 3 };
  LsnBox     area = lsn_tile_area (&key);

  g_assert_cmpfloat (area.x, ==, -2048);
  g_assert_cmpfloat (area.y, ==, 3072);
  g_assert_cmpfloat (area.width, ==, 1024);
}

static void
test_keys (void)
{
  const LsnTileKey key = { 3, 17, 2, -1, 5 };
  LsnTileKey other = key;

  g_assert_true (lsn_tile_key_equal (&key, &other));
  g_assert_cmpuint (lsn_tile_key_hash (&key), ==, lsn_tile_key_hash (&other));
  other.serial++;
  g_assert_false (lsn_tile_key_equal (&key, &other));
  other = key;
  other.step--;
  g_assert_false (lsn_tile_key_equal (&key, &other));
  other = key;
  other.scale_factor = 1;
  g_assert_false (lsn_tile_key_equal (&key, &other));
  other = key;
  other.column = 1;
  g_assert_false (lsn_tile_key_equal (&key, &other));
  other = key;
  other.row = -5;
  g_assert_false (lsn_tile_key_equal (&key, &other));
}

typedef struct
{
  LsnWorkers  *workers;
  LsnViewport *viewport;
  LsnTiles    *tiles;
  LsnScene    *scene;
} Fixture;

static void
on_changed (gpointer tiles,
            gpointer fixture)
{
}

static LsnScene *
scene_of_two (double apart)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (3, "2024-05-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  g_autoptr (LsnMap) snapshot = NULL;
  LsnTextCache   *texts = lsn_text_cache_new ();
  LsnSceneOptions options = { 0 };
  LsnScene       *scene;

  lsn_map_begin (map, "Set up", NULL);
  for (guint i = 0; i < 2; i++)
    {
      LsnRow row = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);

      g_assert_true (lsn_map_set_number (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, i * apart, NULL));
      g_assert_true (lsn_map_set_number (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y, 0, NULL));
    }
  lsn_map_commit (map);
  snapshot = lsn_map_snapshot (map);
  scene = lsn_scene_new (snapshot, &options, texts);
  lsn_text_cache_unref (texts);
  return scene;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->workers = lsn_workers_new (2, TRUE);
  fixture->viewport = lsn_viewport_new ();
  fixture->tiles = lsn_tiles_new (fixture->workers, on_changed, fixture);
  fixture->scene = scene_of_two (3000);
  lsn_viewport_set_size (fixture->viewport, 1000, 700, 1);
  lsn_viewport_center_on (fixture->viewport, 0, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  lsn_workers_free (fixture->workers);
  lsn_tiles_free (fixture->tiles);
  g_object_unref (fixture->viewport);
  lsn_scene_unref (fixture->scene);
}

static void
wait_crisp (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!lsn_tiles_is_crisp (fixture->tiles, fixture->viewport) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
}

/* The small picture of the whole may come after all tiles. */
static void
wait_picture (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!lsn_tiles_has_picture (fixture->tiles) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (lsn_tiles_has_picture (fixture->tiles));
}

static void
test_life (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_false (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
  g_assert_false (lsn_tiles_has_picture (fixture->tiles));
  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  g_assert_false (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
  wait_crisp (fixture);
  lsn_tiles_update (fixture->tiles, fixture->viewport);

  /* Another zoom wants other tiles; back again nothing needs painting. */
  lsn_viewport_set_zoom (fixture->viewport, 2, 500, 350);
  g_assert_false (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  lsn_viewport_set_zoom (fixture->viewport, 1, 500, 350);
  g_assert_true (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
}

static void
test_new_scene (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (LsnScene) other = scene_of_two (100);

  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  wait_picture (fixture);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  lsn_tiles_set_scene (fixture->tiles, other);
  g_assert_false (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
  g_assert_true (lsn_tiles_has_picture (fixture->tiles)); /* the old one, until the new is there */
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  lsn_tiles_set_scene (fixture->tiles, NULL);
  g_assert_false (lsn_tiles_has_picture (fixture->tiles));
}

static void
collect_textures (GskRenderNode *node,
                  GPtrArray     *textures)
{
  if (gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE)
    g_ptr_array_add (textures, g_object_ref (gsk_texture_node_get_texture (node)));
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return;
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    collect_textures (gsk_container_node_get_child (node, i), textures);
}

static GPtrArray *
textures_shown (Fixture *fixture)
{
  GPtrArray   *textures = g_ptr_array_new_with_free_func (g_object_unref);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  lsn_tiles_snapshot (fixture->tiles, snapshot, fixture->viewport);
  node = gtk_snapshot_free_to_node (snapshot);
  collect_textures (node, textures);
  return textures;
}

static guint
n_textures_shown (Fixture *fixture)
{
  g_autoptr (GPtrArray) textures = textures_shown (fixture);

  return textures->len;
}

/* How far all pixels together are from the ground. */
static guint64
ink_of (GPtrArray *textures)
{
  GdkRGBA ground = lsn_texture_ground ();
  const int parts[3] = { (int) round (ground.blue * 255), (int) round (ground.green * 255), (int) round (ground.red * 255) };
  guint64 ink = 0;

  for (guint i = 0; i < textures->len; i++)
    {
      GdkTexture *texture = g_ptr_array_index (textures, i);
      gsize       stride = (gsize) gdk_texture_get_width (texture) * 4;
      gsize       size = stride * (gsize) gdk_texture_get_height (texture);
      g_autofree guint8 *pixels = g_malloc (size);

      gdk_texture_download (texture, pixels, stride);
      for (gsize at = 0; at < size; at++)
        if (at % 4 < 3)
          ink += (guint64) ABS (pixels[at] - parts[at % 4]);
    }
  return ink;
}

/* What lies wholly under other tiles is not drawn: zoomed in only the last tiles, zoomed out the overview as well. */
static void
test_nothing_hidden (Fixture      *fixture,
                     gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint  n_crisp;

  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  while (!lsn_tiles_has_picture (fixture->tiles) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (lsn_tiles_has_picture (fixture->tiles));
  n_crisp = n_textures_shown (fixture);
  lsn_viewport_set_zoom (fixture->viewport, 1.05, 500, 350);
  g_assert_cmpuint (n_textures_shown (fixture), ==, n_crisp);
  lsn_viewport_set_zoom (fixture->viewport, 0.2, 500, 350);
  g_assert_cmpuint (n_textures_shown (fixture), >, n_crisp);
}

/* What is veiled is faint in the very tiles, with nothing above them; then all is as it was. */
static void
test_veil (Fixture      *fixture,
           gconstpointer data)
{
  gint64  end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint64 ink, faint;
  g_autoptr (GPtrArray) plain = NULL;
  g_autoptr (GPtrArray) veiled = NULL;
  g_autoptr (GPtrArray) again = NULL;

  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  plain = textures_shown (fixture);
  ink = ink_of (plain);
  g_assert_cmpuint (ink, >, 0);

  lsn_tiles_set_veil (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&veiled, g_ptr_array_unref);
      veiled = textures_shown (fixture);
      faint = ink_of (veiled);
    }
  while (faint > ink / 2 && g_get_monotonic_time () < end);
  g_assert_cmpuint (faint, <, ink / 2);
  g_assert_cmpuint (faint, >, 0);
  g_assert_cmpuint (veiled->len, ==, plain->len);

  lsn_tiles_set_veil (fixture->tiles, NULL);
  again = textures_shown (fixture);
  g_assert_cmpuint (again->len, ==, plain->len);
  for (guint i = 0; i < plain->len; i++)
    g_assert_true (g_ptr_array_index (again, i) == g_ptr_array_index (plain, i));
}

/* Red, where nothing is painted on it. */
static cairo_surface_t *
new_picture (int       width,
             int       height,
             cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 0, 0);
  cairo_paint (*cr);
  return surface;
}

/* The most that a channel of a pixel differs. */
static int
unlikeness (cairo_surface_t *a,
            cairo_surface_t *b)
{
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  int           most = 0;

  for (int i = 0; i < cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a); i++)
    most = MAX (most, ABS (p[i] - q[i]));
  return most;
}

/* Where there is no ink there is no texture, and yet the picture is the scene on its ground. */
static void
test_trimmed (Fixture      *fixture,
              gconstpointer data)
{
  const int width = 1000, height = 700;
  cairo_t         *shown_cr, *wanted_cr;
  cairo_surface_t *shown = new_picture (width, height, &shown_cr), *wanted = new_picture (width, height, &wanted_cr);
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  GdkRGBA          ground = lsn_texture_ground ();
  LsnBox           visible = lsn_viewport_get_visible (fixture->viewport);
  int              n_pixels = 0;
  g_autoptr (GPtrArray) textures = NULL;
  g_autoptr (GskRenderNode) node = NULL;

  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
  textures = textures_shown (fixture);
  for (guint i = 0; i < textures->len; i++)
    {
      GdkTexture *texture = g_ptr_array_index (textures, i);

      n_pixels += gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
    }
  g_assert_cmpint (n_pixels, >, 0);
  g_assert_cmpint (n_pixels, <, width * height / 20);

  lsn_tiles_snapshot (fixture->tiles, snapshot, fixture->viewport);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, shown_cr);
  gdk_cairo_set_source_rgba (wanted_cr, &ground);
  cairo_paint (wanted_cr);
  cairo_translate (wanted_cr, -visible.x, -visible.y);
  lsn_scene_paint (fixture->scene, wanted_cr, &visible, 1, LSN_PAINT_SCREEN, NULL);
  cairo_destroy (shown_cr);
  cairo_destroy (wanted_cr);
  cairo_surface_flush (shown);
  cairo_surface_flush (wanted);
  g_assert_cmpint (unlikeness (shown, wanted), <=, 3); /* as cairo rounds otherwise where tiles meet */
  cairo_surface_destroy (shown);
  cairo_surface_destroy (wanted);
}

static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  gint64 end;

  lsn_tiles_set_scene (fixture->tiles, fixture->scene);
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  lsn_tiles_pause (fixture->tiles);
  for (end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 4; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (lsn_tiles_is_crisp (fixture->tiles, fixture->viewport));
  lsn_tiles_update (fixture->tiles, fixture->viewport);
  wait_crisp (fixture);
}

static void
test_layer (Fixture      *fixture,
            gconstpointer data)
{
  LsnLayerView view = lsn_layer_view (fixture->viewport);
  LsnBox       bounds = lsn_scene_get_bounds (fixture->scene);
  g_autoptr (LsnLayer) ink = lsn_layer_new (lsn_texture_paint_scene, fixture->scene, LSN_TEXTURE_CLEAR, &bounds, 1, &view,
                                            NULL);
  g_autoptr (LsnLayer) paper = lsn_layer_new (lsn_texture_paint_scene, fixture->scene, LSN_TEXTURE_PAPER, &bounds, 1,
                                              &view, NULL);
  g_autoptr (LsnLayer) nothing = lsn_layer_new (lsn_texture_paint_scene, fixture->scene, LSN_TEXTURE_CLEAR,
                                                &(LsnBox) { 5000, 5000, 10, 10 }, 1, &view, NULL);

  /* The one actor that is seen stands where four cells meet; where there is no ink there is no cell. */
  g_assert_cmpuint (lsn_layer_n_cells (ink), ==, 4);
  g_assert_cmpuint (lsn_layer_n_cells (paper), >=, 4);
  g_assert_cmpuint (lsn_layer_n_cells (nothing), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check (); /* without a screen it still makes the types of render nodes */
  g_test_add_func ("/canvas/tiles/range", test_range);
  g_test_add_func ("/canvas/tiles/area", test_area);
  g_test_add_func ("/canvas/tiles/keys", test_keys);
  g_test_add ("/canvas/tiles/life", Fixture, NULL, set_up, test_life, tear_down);
  g_test_add ("/canvas/tiles/new-scene", Fixture, NULL, set_up, test_new_scene, tear_down);
  g_test_add ("/canvas/tiles/nothing-hidden", Fixture, NULL, set_up, test_nothing_hidden, tear_down);
  g_test_add ("/canvas/tiles/veil", Fixture, NULL, set_up, test_veil, tear_down);
  g_test_add ("/canvas/tiles/trimmed", Fixture, NULL, set_up, test_trimmed, tear_down);
  g_test_add ("/canvas/tiles/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/canvas/tiles/layer", Fixture, NULL, set_up, test_layer, tear_down);
  return g_test_run ();
}
