/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "photos.h"
#include <math.h>
#include "scene/image.h"
#undef G_DISABLE_ASSERT

static void
set_pixel (guint8   *pixel,
           TestPhoto sort,
           double    x,
           double    y,
           GRand    *rand)
{
  guint8 alpha = 255, parts[3] = { 220, 30, 30 };

  if (sort == TEST_PHOTO_SMOOTH)
    for (guint i = 0; i < 3; i++)
      parts[i] = (guint8) (128 + 60 * sin (5 * x + i) + 60 * cos (7 * y * (i + 1)) + g_rand_int_range (rand, -4, 4));
  if (sort == TEST_PHOTO_NOISE)
    for (guint i = 0; i < 3; i++)
      parts[i] = (guint8) g_rand_int_range (rand, 0, 256);
  if (sort == TEST_PHOTO_LOGO)
    alpha = hypot (x - 0.5, y - 0.5) < 0.4 ? 255 : 0;
  if (sort == TEST_PHOTO_NOISE)
    alpha = (guint8) g_rand_int_range (rand, 0, 256);
  for (guint i = 0; i < 3; i++)
    pixel[i] = parts[i];
  pixel[3] = alpha;
}

GBytes *
test_photo_file (TestPhoto   sort,
                 int         width,
                 int         height,
                 const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      set_pixel (gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x, sort, x / (double) width,
                 y / (double) height, rand);
  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, type, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, size);
}

char *
test_photo_uri (TestPhoto sort,
                int       width,
                int       height)
{
  g_autoptr (GBytes) file = test_photo_file (sort, width, height, "png");
  g_autoptr (GError) error = NULL;
  char *uri = lsn_image_import (file, &error);

  g_assert_no_error (error);
  return uri;
}

void
test_photos_put (LsnMap *map)
{
  g_autofree char *smooth = test_photo_uri (TEST_PHOTO_SMOOTH, 700, 500);
  g_autofree char *logo = test_photo_uri (TEST_PHOTO_LOGO, 200, 260);
  LsnRow actor = LSN_NO_ROW;

  lsn_map_begin (map, "Pictures", NULL);
  for (guint i = 0; (actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW; i++)
    if (i % 4 < 2)
      test_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PICTURE, i % 4 == 0 ? smooth : logo);
  lsn_map_commit (map);
}
