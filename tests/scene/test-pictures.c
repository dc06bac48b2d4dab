/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>
#include "scene/picture.h"
#include "scene/swatch.h"
#undef G_DISABLE_ASSERT

static GBytes *
render (LsnScene        *scene,
        LsnPictureFormat format)
{
  LsnPicture picture = { .format = format, .margin = -1.0 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lsn_picture_render (scene, &picture, "Title & <more>", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
same_bytes_twice (void)
{
  for (guint format = LSN_PICTURE_SVG; format <= LSN_PICTURE_PDF; format++)
    {
      g_autoptr (LsnMap) map = test_map_random (31, 20, 40), again = test_map_random (31, 20, 40);
      g_autoptr (LsnScene) one = test_scene (map, TRUE), other = test_scene (again, TRUE);
      g_autoptr (GBytes) first = render (one, format), second = NULL;

      g_usleep (1100000 * (format == LSN_PICTURE_PDF));
      second = render (other, format);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static guint
count_elements (xmlNode    *node,
                const char *name,
                GHashTable *ids)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    {
      xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, (const xmlChar *) "id") : NULL;

      if (id != NULL)
        {
          g_assert_cmpint (xmlValidateNCName (id, 0), ==, 0);
          g_assert_true (g_hash_table_add (ids, g_strdup ((const char *) id)));
          xmlFree (id);
        }
      n += node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name);
      n += count_elements (node->children, name, ids);
    }

  return n;
}

static xmlDoc *
parse (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (text, (int) length, "picture.svg", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

  g_assert_nonnull (document);

  return document;
}

static void
odd_names_in_svg (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LsnScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  LsnRow a, b;
  xmlDoc *document;

  a = test_actor (map, "a b", "A & B <\"quoted\"> ]]>", "state", 0, 0);
  b = test_actor (map, "a_20b", "المكتب السياسي", "state", 300, 0);
  test_actor (map, "1é", "two  spaces", "issue", 600, 0);
  test_tie (map, "a b", a, b, "mediation");
  lsn_map_commit (map);
  scene = test_scene (map, TRUE);
  bytes = render (scene, LSN_PICTURE_SVG);
  document = parse (bytes);
  g_assert_cmpuint (count_elements (xmlDocGetRootElement (document), "foreignObject", ids), ==, 0);
  g_hash_table_remove_all (ids);
  g_assert_cmpuint (count_elements (xmlDocGetRootElement (document), "desc", ids), ==, 4);
  xmlFreeDoc (document);

  text = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (text, "A &amp; B"));
  g_assert_nonnull (strstr (text, "direction=\"rtl\""));
  g_assert_nonnull (strstr (text, ">المكتب السياسي</text>"));
  g_assert_nonnull (strstr (text, "xml:space=\"preserve\""));
  g_assert_nonnull (strstr (text, "<title>Title &amp; &lt;more&gt;</title>"));
}

static void
outlines_need_no_font (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnScene) scene = test_scene (map, TRUE);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LsnPicture picture = { .format = LSN_PICTURE_SVG, .margin = -1.0, .outlines = TRUE };
  g_autoptr (GBytes) bytes = lsn_picture_render (scene, &picture, NULL, NULL, NULL);
  xmlDoc *document = parse (bytes);

  g_assert_cmpuint (count_elements (xmlDocGetRootElement (document), "text", ids), ==, 0);
  g_hash_table_remove_all (ids);
  g_assert_cmpuint (count_elements (xmlDocGetRootElement (document), "path", ids), >, 50);
  xmlFreeDoc (document);
}

static cairo_status_t
take (void        *data,
      guchar      *out,
      unsigned int length)
{
  GByteArray *rest = data;

  if (rest->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (out, rest->data, length);
  g_byte_array_remove_range (rest, 0, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  GByteArray *rest = g_byte_array_new ();
  cairo_surface_t *surface;

  g_byte_array_append (rest, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  surface = cairo_image_surface_create_from_png_stream (take, rest);
  g_byte_array_unref (rest);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static void
sizes_of_png (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  LsnPicture plain = { .format = LSN_PICTURE_PNG, .margin = -1.0 }, print = plain, wide = plain;
  guint width, height, twice_width, twice_height;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  const guint8 density[] = { 'p', 'H', 'Y', 's', 0, 0, 0x1e, 0xc2, 0, 0, 0x1e, 0xc2, 1 };

  print.dpi = 200.0;
  print.scale = 0.96;
  wide.width = 12000;
  lsn_picture_size (scene, &plain, &width, &height);
  lsn_picture_size (scene, &print, &twice_width, &twice_height);
  g_assert_cmpuint (twice_width, ==, 2 * width);
  g_assert_cmpuint (twice_height, ==, 2 * height);
  bytes = lsn_picture_render (scene, &print, NULL, NULL, NULL);
  /* 200 dots an inch are 7,874 a metre: 0x1ec2 */
  g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), density, sizeof density));
  g_clear_pointer (&bytes, g_bytes_unref);

  bytes = lsn_picture_render (scene, &wide, NULL, NULL, NULL);
  g_assert_nonnull (bytes);
  surface = read_png (bytes);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 12000);
  g_assert_cmpfloat_with_epsilon (cairo_image_surface_get_height (surface), 12000.0 * height / width, 12000.0 / width);
  cairo_surface_destroy (surface);
}

static guint32
pixel (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static void
grounds (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  LsnPicture picture = { .format = LSN_PICTURE_PNG, .margin = -1.0 };
  static const guint32 corners[] = { 0xffffffff, 0xff204060, 0 };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      cairo_surface_t *surface;

      picture.ground = i == 1 ? "#204060" : NULL;
      picture.transparent = i == 2;
      bytes = lsn_picture_render (scene, &picture, NULL, NULL, NULL);
      surface = read_png (bytes);
      g_assert_cmphex (pixel (surface, 1, 1) | (i < 2 ? 0xff000000 : 0), ==, corners[i]);
      cairo_surface_destroy (surface);
    }
}

/* What has no right size, or nothing at all. */
static void
extremes (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (LsnMap) map = test_map_new ();
      g_autoptr (LsnScene) scene = NULL;
      LsnPicture png = { .format = LSN_PICTURE_PNG, .margin = -1.0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = NULL, pdf = NULL, bytes = NULL;
      LsnHit hit;

      if (i >= 1)
        test_actor (map, "a", i == 1 ? "" : "One", i == 1 ? NULL : "state", 0, 0);
      if (i >= 2)
        test_tie (map, "t", lsn_map_find_row (map, LSN_TABLE_ACTORS, "a"),
                  test_actor (map, "b", "Far", "state", i == 2 ? 1e6 : 0, i == 2 ? -1e6 : 0), "conflict");
      lsn_map_commit (map);
      scene = test_scene (map, i != 0);
      svg = render (scene, LSN_PICTURE_SVG);
      pdf = render (scene, LSN_PICTURE_PDF);
      xmlFreeDoc (parse (svg));
      g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF", 4) == 0);
      g_assert_false (lsn_scene_pick (scene, 1e9, 1e9, 3, &hit));
      bytes = lsn_picture_render (scene, &png, NULL, NULL, &error);
      if (i == 2)
        g_assert_error (error, LSN_EXPORT_ERROR, LSN_EXPORT_ERROR_SIZE);
      else
        g_assert_no_error (error);
    }
}

static void
cancelled (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();
  g_autoptr (LsnScene) scene = test_scene (map, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LsnPicture picture = { .format = LSN_PICTURE_PNG };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (lsn_picture_render (scene, &picture, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
endings (void)
{
  LsnPictureFormat format;

  g_assert_true (lsn_picture_format_from_name ("a/b.SVG", &format) && format == LSN_PICTURE_SVG);
  g_assert_true (lsn_picture_format_from_name ("b.png", &format) && format == LSN_PICTURE_PNG);
  g_assert_true (lsn_picture_format_from_name ("b.x.pdf", &format) && format == LSN_PICTURE_PDF);
  g_assert_false (lsn_picture_format_from_name (".pdf", &format));
  g_assert_false (lsn_picture_format_from_name ("pdf", &format));
}

/* Every kind has a swatch, and no two are alike. */
static void
swatches (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  lsn_map_commit (map);
  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 24);
      cairo_t *cr = cairo_create (surface);

      lsn_swatch_paint (map, kind, cr, 64, 24);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_assert_true (g_hash_table_add (seen, g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                                          cairo_image_surface_get_data (surface),
                                                                          64 * 24 * 4)));
      cairo_surface_destroy (surface);
    }
}

/* A swatch of the size that lists show, on paper, as one sees it who sees no colours. */
static void
grey_swatch (LsnMap *map,
             LsnRow  kind,
             guint8  grey[48 * 20])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 48, 20);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  int stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lsn_swatch_paint (map, kind, cr, 48, 20);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (guint y = 0; y < 20; y++)
    for (guint x = 0; x < 48; x++)
      {
        guint32 dot = ((const guint32 *) (data + y * stride))[x];

        grey[y * 48 + x] = (guint8) (0.299 * (dot >> 16 & 255) + 0.587 * (dot >> 8 & 255) + 0.114 * (dot & 255) + 0.5);
      }
  cairo_surface_destroy (surface);
}

/* Two kinds of tie can be told apart without seeing colours, and nothing of a line is cut off. */
static void
swatches_without_colour (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (GPtrArray) greys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  lsn_map_commit (map);
  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    if (lsn_kind_is_of_tie (map, kind))
      {
        guint8 *grey = g_malloc (48 * 20);

        grey_swatch (map, kind, grey);
        for (guint x = 0; x < 48; x++)
          {
            g_assert_cmpuint (grey[x], ==, 255);
            g_assert_cmpuint (grey[19 * 48 + x], ==, 255);
          }
        for (guint i = 0; i < greys->len; i++)
          {
            const guint8 *other = g_ptr_array_index (greys, i);
            guint differ = 0;

            for (guint k = 0; k < 48 * 20; k++)
              differ += (guint) ABS (grey[k] - other[k]);
            g_test_message ("%s, %s: %g", (char *) g_ptr_array_index (names, i),
                            lsn_map_row_id (map, LSN_TABLE_KINDS, kind), differ / 255.0);
            g_assert_cmpuint (differ, >, 4 * 255);
          }
        g_ptr_array_add (greys, grey);
        g_ptr_array_add (names, (char *) lsn_map_row_id (map, LSN_TABLE_KINDS, kind));
      }
  g_assert_cmpuint (greys->len, >=, 25);
}

/* A row has another place in the table when the file is read again: the picture must not change with that. */
static void
order_of_rows_is_not_seen (void)
{
  LsnMap *maps[2] = { test_map_new (), test_map_new () };
  GBytes *pictures[2];
  static const char *const ids[] = { "a", "b", "c", "d" };
  LsnScene *scenes[2];

  for (guint turn = 0; turn < 2; turn++)
    {
      LsnRow actors[4];

      for (guint i = 0; i < 4; i++)
        {
          guint k = turn == 0 ? i : 3 - i;

          actors[k] = test_actor (maps[turn], ids[k], ids[k], "state", 120.0 * k, 40.0 * (k % 2));
        }
      for (guint i = 0; i < 6; i++)
        {
          guint k = turn == 0 ? i : 5 - i;
          const char id[] = { (char) ('t' - k), '\0' };

          test_tie (maps[turn], id, actors[k % 2], actors[k < 4 ? 1 - k % 2 : 3], k % 3 == 0 ? "support" : "threat");
        }
      lsn_map_commit (maps[turn]);
      scenes[turn] = test_scene (maps[turn], FALSE);
    }
  for (guint i = 0; i < 2; i++)
    pictures[i] = render (scenes[i], LSN_PICTURE_SVG);
  g_assert_true (g_bytes_equal (pictures[0], pictures[1]));
  for (guint i = 0; i < 2; i++)
    {
      g_bytes_unref (pictures[i]);
      lsn_scene_unref (scenes[i]);
      g_object_unref (maps[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pictures/order-of-rows", order_of_rows_is_not_seen);
  g_test_add_func ("/scene/pictures/same-bytes", same_bytes_twice);
  g_test_add_func ("/scene/pictures/odd-names", odd_names_in_svg);
  g_test_add_func ("/scene/pictures/outlines", outlines_need_no_font);
  g_test_add_func ("/scene/pictures/sizes", sizes_of_png);
  g_test_add_func ("/scene/pictures/grounds", grounds);
  g_test_add_func ("/scene/pictures/extremes", extremes);
  g_test_add_func ("/scene/pictures/cancelled", cancelled);
  g_test_add_func ("/scene/pictures/endings", endings);
  g_test_add_func ("/scene/pictures/swatches", swatches);
  g_test_add_func ("/scene/pictures/swatches-without-colour", swatches_without_colour);
  return g_test_run ();
}
