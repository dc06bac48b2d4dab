/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <math.h>
#include <string.h>
#include "model/bounds.h"
#include "photos.h"
#include "scene/image.h"
#include "scene/picture.h"
#include "scene/scene-private.h"
#undef G_DISABLE_ASSERT

/* ---- from a file to a cell ---- */

static GdkPixbuf *
pixbuf_of (const char *uri)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  const char *base64 = strchr (uri, ',');
  gsize size;
  g_autofree guchar *bytes = g_base64_decode (base64 + 1, &size);

  g_assert_true (gdk_pixbuf_loader_write (loader, bytes, size, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
fits_into_a_cell (void)
{
  static const struct
  {
    TestPhoto   sort;
    int         width, height;
    const char *head;
    int         wide, high; /* 0: whatever it takes */
  } cases[] = {
    { TEST_PHOTO_PLAIN, 60, 40, "data:image/png;", 60, 40 },
    { TEST_PHOTO_PLAIN, 1600, 400, "data:image/png;", 512, 128 },
    { TEST_PHOTO_SMOOTH, 900, 1200, "data:image/jpeg;", 384, 512 },
    { TEST_PHOTO_LOGO, 800, 800, "data:image/png;", 512, 512 },
    { TEST_PHOTO_NOISE, 700, 700, "data:image/png;", 0, 0 },
    { TEST_PHOTO_PLAIN, 4000, 1, "data:image/png;", 512, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = test_photo_uri (cases[i].sort, cases[i].width, cases[i].height);
      g_autofree char *again = test_photo_uri (cases[i].sort, cases[i].width, cases[i].height);
      g_autoptr (GdkPixbuf) pixbuf = pixbuf_of (uri);

      g_assert_true (g_str_has_prefix (uri, cases[i].head));
      g_assert_cmpstr (uri, ==, again);
      g_assert_cmpuint (strlen (uri), <, LSN_MAX_IMAGE * 4 / 3 + 40);
      g_assert_cmpuint (strlen (uri), <, LSN_MAX_TEXT);
      g_assert_true (lsn_image_is_whole (uri));
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), <=, (int) LSN_MAX_IMAGE_SIDE);
      if (cases[i].wide == 0)
        continue;
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, cases[i].wide);
      g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, cases[i].high);
      g_assert_cmpint (gdk_pixbuf_get_has_alpha (pixbuf), ==, cases[i].sort == TEST_PHOTO_LOGO);
    }
}

/* What a camera wrote beside the pixels: which way is up is kept to, where it was is not kept. */
static void
turned_and_anonymous (void)
{
  static const char exif[] = "\377\341\0\042Exif\0\0MM\0*\0\0\0\010\0\001\001\022\0\003\0\0\0\001\0\006\0\0\0\0\0\0";
  g_autoptr (GBytes) plain = test_photo_file (TEST_PHOTO_SMOOTH, 300, 200, "jpeg");
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);
  g_autofree guchar *kept = NULL;

  g_byte_array_append (turned, data, 2);
  g_byte_array_append (turned, (const guint8 *) exif, sizeof exif - 1);
  g_byte_array_append (turned, data + 2, (guint) size - 2);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&turned));
  uri = lsn_image_import (bytes, NULL);
  pixbuf = pixbuf_of (uri);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 200);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 300);
  kept = g_base64_decode (strchr (uri, ',') + 1, &size);
  g_assert_null (g_strstr_len ((char *) kept, (gssize) size, "Exif"));
  g_assert_null (memmem (kept, size, "Exif", 4));
}

/* ---- what is no picture ---- */

static void
refused (const void   *data,
         gsize         size,
         LsnImageError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lsn_image_import (bytes, &error);

  g_assert_null (uri);
  g_assert_error (error, LSN_IMAGE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
refuses_what_is_none (void)
{
  static const char svg[] = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>";
  g_autofree char *huge = g_malloc0 (LSN_MAX_IMAGE_FILE + 1);

  refused ("", 0, LSN_IMAGE_ERROR_FORMAT);
  refused ("Qatar\nEgypt\n", 12, LSN_IMAGE_ERROR_FORMAT);
  refused (svg, sizeof svg - 1, LSN_IMAGE_ERROR_FORMAT);
  refused ("BM\0\0\0\0", 6, LSN_IMAGE_ERROR_FORMAT);
  refused (huge, LSN_MAX_IMAGE_FILE + 1, LSN_IMAGE_ERROR_SIZE);
}

static void
refuses_pieces (void)
{
  static const char *const types[] = { "png", "jpeg" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) whole = test_photo_file (TEST_PHOTO_SMOOTH, 64, 64, types[i]);
      gsize size;
      const guint8 *data = g_bytes_get_data (whole, &size);

      for (guint part = 1; part < 10; part++)
        refused (data, size * part / 10, LSN_IMAGE_ERROR_BROKEN);
      refused (data, 20, LSN_IMAGE_ERROR_BROKEN);
      /* Other damage is refused or drawn as well as it can be, but nothing worse. */
      for (guint n = 0; n < 300; n++)
        {
          g_autofree guint8 *bad = g_memdup2 (data, size);
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GError) error = NULL;
          g_autofree char *uri = NULL;

          for (guint k = 0; k < 4; k++)
            bad[g_rand_int_range (rand, 3, (gint32) size)] = (guint8) g_rand_int_range (rand, 0, 256);
          bytes = g_bytes_new (bad, size);
          uri = lsn_image_import (bytes, &error);
          g_assert_true ((uri == NULL) == (error != NULL));
        }
    }
}

static guint32
crc_of (const guint8 *data,
        gsize         size)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~crc;
}

static void
put_number (guint8 *at,
            guint32 number)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8) (number >> (24 - 8 * i));
}

/* A file that is small and says of itself that it is large. */
static void
refuses_bombs (void)
{
  g_autoptr (GBytes) small = test_photo_file (TEST_PHOTO_PLAIN, 2, 2, "png");
  gsize size;
  const guint8 *data = g_bytes_get_data (small, &size);
  g_autofree guint8 *bomb = g_memdup2 (data, size);
  g_autofree char *base64 = NULL, *uri = NULL;

  put_number (bomb + 16, 60000);
  put_number (bomb + 20, 60000);
  put_number (bomb + 29, crc_of (bomb + 12, 17));
  refused (bomb, size, LSN_IMAGE_ERROR_SIZE);

  /* In a map that somebody else made, less is allowed. */
  put_number (bomb + 16, 6000);
  put_number (bomb + 20, 6000);
  put_number (bomb + 29, crc_of (bomb + 12, 17));
  base64 = g_base64_encode (bomb, size);
  uri = g_strconcat ("data:image/png;base64,", base64, NULL);
  g_assert_false (lsn_image_is_whole (uri));
}

static void
refuses_what_moves (void)
{
#define GIF_PICTURE "!\371\004\0\0\0\0\0,\0\0\0\0\001\0\001\0\0\002\002D\001\0"
  static const char gif[] = "GIF89a\001\0\001\0\200\0\0\377\0\0\0\0\0" GIF_PICTURE GIF_PICTURE ";";
  static const char control[] = "\0\0\0\010acTL\0\0\0\002\0\0\0\0\0\0\0\0";
  g_autoptr (GBytes) still = test_photo_file (TEST_PHOTO_PLAIN, 8, 8, "png");
  g_autoptr (GByteArray) moving = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (still, &size);

  refused (gif, sizeof gif - 1, LSN_IMAGE_ERROR_MOVES);
  g_byte_array_append (moving, data, 33);
  g_byte_array_append (moving, (const guint8 *) control, 20);
  g_byte_array_append (moving, data + 33, (guint) size - 33);
  refused (moving->data, moving->len, LSN_IMAGE_ERROR_MOVES);
}

/* ---- drawn ---- */

static guint32
pixel_at (LsnScene *scene,
          double    x,
          double    y,
          double    scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 3, 3);
  cairo_t *cr = cairo_create (surface);
  LsnBox area = { x - 1.5 / scale, y - 1.5 / scale, 3 / scale, 3 / scale };
  guint32 pixel;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  lsn_scene_paint (scene, cr, &area, scale, LSN_PAINT_SCREEN, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + cairo_image_surface_get_stride (surface) + 4);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

static gboolean
is_red (guint32 pixel)
{
  return (pixel >> 16) > 200 && (pixel >> 8 & 0xff) < 60 && (pixel & 0xff) < 60;
}

static void
drawn_in_the_shape (void)
{
  g_autofree char *uri = test_photo_uri (TEST_PHOTO_PLAIN, 90, 60);
  g_autofree char *logo = test_photo_uri (TEST_PHOTO_LOGO, 60, 60);
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow disc = test_actor (map, "d", "Disc", "state", 0, 0), square = test_actor (map, "s", "Square", "issue", 300, 0);
  LsnRow box = test_actor (map, "b", "Closed", "state", 600, 0), inside = test_actor (map, "i", "Inside", "state", 600, 0);
  LsnRow thin = test_actor (map, "t", "Thin", "state", 900, 0);
  const LsnRow all[] = { disc, square, box, thin };
  g_autoptr (LsnScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      test_set_number (map, LSN_TABLE_ACTORS, all[i], LSN_ACTOR_POWER, 1.0);
      test_set_text (map, LSN_TABLE_ACTORS, all[i], LSN_ACTOR_PICTURE, all[i] == thin ? logo : uri);
    }
  test_put_in (map, inside, box);
  test_set_flag (map, box, LSN_ACTOR_COLLAPSED);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);

  g_assert_true (is_red (pixel_at (scene, 0, 0, 1.0)));
  g_assert_true (is_red (pixel_at (scene, 0, 0, 8.0)));
  g_assert_true (is_red (pixel_at (scene, 24, -20, 1.0)));
  g_assert_cmphex (pixel_at (scene, 28, -28, 1.0), ==, 0xffffff);
  g_assert_true (is_red (pixel_at (scene, 300 + 28, -28, 1.0)));
  g_assert_true (is_red (pixel_at (scene, 600, 0, 1.0)));
  /* Where a picture is nothing, paper is seen, not the colour of the kind. */
  g_assert_true (is_red (pixel_at (scene, 900, 0, 1.0)));
  g_assert_cmphex (pixel_at (scene, 900 + 33, 0, 1.0), ==, 0xffffff);
  /* From afar all that can be seen is the kind. */
  g_assert_false (is_red (pixel_at (scene, 0, 0, 0.05)));
}

/* What is no picture leaves the actor as it was. */
static void
broken_is_not_drawn (void)
{
  static const char *const uris[] = { "data:image/png;base64,AAAA", "data:image/svg+xml;base64,PHN2Zy8+", "data:image/png,x",
                                      "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=" };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr (LsnMap) map = test_map_new (), plain = test_map_new ();
      LsnRow actor = test_actor (map, "d", "Disc", "state", 0, 0);
      LsnPicture picture = { .format = LSN_PICTURE_SVG, .margin = -1.0 };
      g_autoptr (LsnScene) scene = NULL, plain_scene = NULL;
      g_autoptr (GBytes) bytes = NULL, plain_bytes = NULL;

      test_actor (plain, "d", "Disc", "state", 0, 0);
      test_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PICTURE, uris[i]);
      lsn_map_commit (map);
      lsn_map_commit (plain);
      scene = test_scene (map, FALSE);
      plain_scene = test_scene (plain, FALSE);
      g_assert_cmphex (pixel_at (scene, 0, 0, 1.0), ==, pixel_at (plain_scene, 0, 0, 1.0));
      g_assert_false (lsn_image_is_whole (uris[i]));
      bytes = lsn_picture_render (scene, &picture, NULL, NULL, NULL);
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "<image"));
    }
}

static gboolean
has (GBytes     *bytes,
     const char *what)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), what, strlen (what)) != NULL;
}

static void
in_files (void)
{
  g_autofree char *photo = test_photo_uri (TEST_PHOTO_SMOOTH, 400, 300);
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow actor = test_actor (map, "d 1", "Disc", "state", 0, 0);
  LsnPicture picture = { .format = LSN_PICTURE_SVG, .margin = -1.0 };
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL, pdf = NULL;

  test_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PICTURE, photo);
  lsn_map_commit (map);
  scene = test_scene (map, FALSE);
  svg = lsn_picture_render (scene, &picture, NULL, NULL, NULL);
  g_assert_true (has (svg, photo));
  g_assert_true (has (svg, "<clipPath id=\"picture-d_201\">"));
  g_assert_true (has (svg, "clip-path=\"url(#picture-d_201)\""));
  picture.format = LSN_PICTURE_PDF;
  pdf = lsn_picture_render (scene, &picture, NULL, NULL, NULL);
  g_assert_true (has (pdf, "/DCTDecode"));
}

/* ---- shared ---- */

static void
decoded_once (void)
{
  g_autofree char *uri = test_photo_uri (TEST_PHOTO_SMOOTH, 400, 300);
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnMap) map = test_map_new ();
  LsnRow actors[3];
  g_autoptr (LsnScene) first = NULL, second = NULL;
  g_autoptr (LsnPixels) one = NULL, other = NULL;
  LsnSceneOptions options = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      actors[i] = test_actor (map, NULL, "Actor", "state", 200 * i, 0);
      test_set_text (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PICTURE, uri);
    }
  lsn_map_commit (map);
  first = lsn_scene_new (map, &options, cache);
  lsn_map_begin (map, "Move", NULL);
  test_set_number (map, LSN_TABLE_ACTORS, actors[2], LSN_ACTOR_Y, 500);
  lsn_map_commit (map);
  options.previous = first;
  second = lsn_scene_new (map, &options, cache);

  g_assert_true (lsn_scene_item (first, first->actors[actors[0]].body) ==
                 lsn_scene_item (second, second->actors[actors[0]].body));
  one = lsn_image_get_pixels (lsn_scene_item (first, first->actors[actors[0]].body)->body.image, INFINITY);
  other = lsn_image_get_pixels (lsn_scene_item (second, second->actors[actors[2]].body)->body.image, INFINITY);
  g_assert_true (one == other);
}

/* However many there are, those in use are right. */
static void
many_come_and_go (void)
{
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnScene) scene = NULL;

  for (int i = 0; i < 90; i++)
    {
      g_autofree char *uri = test_photo_uri (TEST_PHOTO_PLAIN, 512, 400 + i);

      test_set_text (map, LSN_TABLE_ACTORS, test_actor (map, NULL, "Actor", "state", 200 * i, 0), LSN_ACTOR_PICTURE, uri);
    }
  lsn_map_commit (map);
  for (guint turn = 0; turn < 2; turn++)
    {
      g_clear_pointer (&scene, lsn_scene_unref);
      scene = lsn_scene_new (map, NULL, cache);
      for (int i = 0; i < 90; i++)
        g_assert_true (is_red (pixel_at (scene, 200 * i, 0, 10.0)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/images/cell", fits_into_a_cell);
  g_test_add_func ("/scene/images/turned", turned_and_anonymous);
  g_test_add_func ("/scene/images/none", refuses_what_is_none);
  g_test_add_func ("/scene/images/pieces", refuses_pieces);
  g_test_add_func ("/scene/images/bombs", refuses_bombs);
  g_test_add_func ("/scene/images/moves", refuses_what_moves);
  g_test_add_func ("/scene/images/shape", drawn_in_the_shape);
  g_test_add_func ("/scene/images/broken", broken_is_not_drawn);
  g_test_add_func ("/scene/images/files", in_files);
  g_test_add_func ("/scene/images/once", decoded_once);
  g_test_add_func ("/scene/images/many", many_come_and_go);
  return g_test_run ();
}
