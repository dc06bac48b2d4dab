/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <string.h>
#include "photos.h"
#undef G_DISABLE_ASSERT

/* Painters in threads put the same pixels as one alone, from one scene, on screen and exactly. */

#define SIDE 400

typedef struct
{
  LsnScene     *scene;
  double        scale;
  LsnPaintFlags flags;
} Work;

static GBytes *
paint (const Work *work)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  LsnBox bounds = lsn_scene_get_bounds (work->scene);
  LsnBox area = { bounds.x, bounds.y, SIDE / work->scale, SIDE / work->scale };
  GBytes *bytes;

  cairo_scale (cr, work->scale, work->scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  lsn_scene_paint (work->scene, cr, &area, work->scale, work->flags, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), SIDE * SIDE * 4);
  cairo_surface_destroy (surface);

  return bytes;
}

static gpointer
paint_often (gpointer data)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (all, paint (data));
  for (guint i = 1; i < all->len; i++)
    if (!g_bytes_equal (g_ptr_array_index (all, 0), g_ptr_array_index (all, i)))
      return NULL;

  return g_bytes_ref (g_ptr_array_index (all, 0));
}

static void
four_paint_as_one (void)
{
  static const double scales[] = { 1.7, 0.6, 0.15 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (LsnMap) map = test_map_random (20 + i, 30, 60);
      g_autoptr (LsnScene) scene = test_scene (map, TRUE);
      Work work = { scene, scales[i / 2], i % 2 == 0 ? LSN_PAINT_EXACT : LSN_PAINT_SCREEN };
      GThread *threads[4];
      g_autoptr (GBytes) alone = NULL;

      for (guint k = 0; k < 4; k++)
        threads[k] = g_thread_new ("painter", paint_often, &work);
      alone = paint (&work);
      for (guint k = 0; k < 4; k++)
        {
          g_autoptr (GBytes) together = g_thread_join (threads[k]);

          g_assert_nonnull (together);
          g_assert_true (g_bytes_equal (alone, together));
        }
    }
}

/* Whoever comes first decodes the pictures. */
static void
four_decode_as_one (void)
{
  static const double scales[] = { 8.0, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (LsnMap) map = test_map_by_hand ();
      g_autoptr (LsnScene) scene = NULL, again = NULL;
      g_autoptr (GBytes) alone = NULL;
      GThread *threads[4];
      Work work;

      test_photos_put (map);
      scene = test_scene (map, FALSE);
      again = test_scene (map, FALSE);
      work = (Work) { scene, scales[i], LSN_PAINT_SCREEN };
      for (guint k = 0; k < 4; k++)
        threads[k] = g_thread_new ("painter", paint_often, &work);
      alone = paint (&(Work) { again, scales[i], LSN_PAINT_SCREEN });
      for (guint k = 0; k < 4; k++)
        {
          g_autoptr (GBytes) together = g_thread_join (threads[k]);

          g_assert_nonnull (together);
          g_assert_true (g_bytes_equal (alone, together));
        }
    }
}

static gpointer
build (gpointer data)
{
  gpointer *both = data;

  for (guint i = 0; i < 4; i++)
    lsn_scene_unref (lsn_scene_new (both[0], NULL, both[1]));

  return NULL;
}

/* Scenes are built at the same time from one snapshot and one cache. */
static void
four_build_as_one (void)
{
  g_autoptr (LsnMap) map = test_map_random (9, 60, 80);
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (map);
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  gpointer both[2] = { snapshot, cache };
  GThread *threads[4];

  for (guint k = 0; k < 4; k++)
    threads[k] = g_thread_new ("builder", build, both);
  for (guint k = 0; k < 4; k++)
    g_thread_join (threads[k]);
}

/* The quick lines put about as much ink as cairo's. */
static void
quick_lines_are_as_dark (void)
{
  g_autoptr (LsnMap) map = test_map_random (4, 60, 200);
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  double ink[2] = { 0.0, 0.0 };

  for (guint i = 0; i < 2; i++)
    {
      Work work = { scene, 0.45, i == 0 ? LSN_PAINT_EXACT : LSN_PAINT_SCREEN };
      g_autoptr (GBytes) bytes = paint (&work);
      const guchar *pixels = g_bytes_get_data (bytes, NULL);

      for (guint k = 0; k < SIDE * SIDE; k++)
        ink[i] += pixels[4 * k + 3];
    }
  g_assert_cmpfloat (ink[1], >, 0.85 * ink[0]);
  g_assert_cmpfloat (ink[1], <, 1.15 * ink[0]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/threads/paint", four_paint_as_one);
  g_test_add_func ("/scene/threads/decode", four_decode_as_one);
  g_test_add_func ("/scene/threads/build", four_build_as_one);
  g_test_add_func ("/scene/threads/quick-lines", quick_lines_are_as_dark);
  return g_test_run ();
}
