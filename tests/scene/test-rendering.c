/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <librsvg/rsvg.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include "scene/picture.h"
#undef G_DISABLE_ASSERT

/* What other programs make of our SVG and PDF is what our PNG shows. */

static GBytes *
render (LsnScene        *scene,
        LsnPictureFormat format)
{
  LsnPicture picture = { .format = format, .margin = -1.0 };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lsn_picture_render (scene, &picture, "A map", NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static cairo_surface_t *
new_paper (LsnScene *scene,
           cairo_t **cr)
{
  LsnPicture picture = { .format = LSN_PICTURE_PNG, .margin = -1.0 };
  cairo_surface_t *surface;
  guint width, height;

  lsn_picture_size (scene, &picture, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);

  return surface;
}

static cairo_status_t
take (void        *data,
      guchar      *out,
      unsigned int length)
{
  GInputStream *stream = data;

  return g_input_stream_read (stream, out, length, NULL, NULL) == (gssize) length ? CAIRO_STATUS_SUCCESS
                                                                                  : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
draw_png (LsnScene *scene)
{
  g_autoptr (GBytes) bytes = render (scene, LSN_PICTURE_PNG);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return cairo_image_surface_create_from_png_stream (take, stream);
}

static cairo_surface_t *
draw_svg (LsnScene *scene)
{
  g_autoptr (GBytes) bytes = render (scene, LSN_PICTURE_SVG);
  g_autoptr (GError) error = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  cairo_t *cr;
  cairo_surface_t *surface = new_paper (scene, &cr);
  RsvgRectangle page = { 0, 0, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface) };

  g_assert_no_error (error);
  rsvg_handle_set_dpi (handle, 96);
  rsvg_handle_render_document (handle, cr, &page, &error);
  g_assert_no_error (error);
  cairo_destroy (cr);
  g_object_unref (handle);

  return surface;
}

static cairo_surface_t *
draw_pdf (LsnScene *scene,
          char    **text)
{
  g_autoptr (GBytes) bytes = render (scene, LSN_PICTURE_PDF);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);
  PopplerPage *page;
  cairo_t *cr;
  cairo_surface_t *surface = new_paper (scene, &cr);

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  cairo_scale (cr, 96.0 / 72.0, 96.0 / 72.0);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  *text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);

  return surface;
}

/* Grey levels, blurred over a pixel to each side. */
static double *
blurred (cairo_surface_t *surface,
         double          *ink)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *data;
  double *grey = g_new (double, (gsize) width * height), *soft = g_new0 (double, (gsize) width * height);

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  *ink = 0.0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p = data + (gsize) y * stride + (gsize) x * 4;

        grey[y * width + x] = (p[0] + p[1] + p[2]) / 765.0;
        *ink += 1.0 - grey[y * width + x];
      }
  for (int y = 1; y < height - 1; y++)
    for (int x = 1; x < width - 1; x++)
      for (int k = 0; k < 9; k++)
        soft[y * width + x] += grey[(y + k / 3 - 1) * width + x + k % 3 - 1] / 9.0;
  g_free (grey);

  return soft;
}

static void
compare (cairo_surface_t *a,
         cairo_surface_t *b,
         const char      *what)
{
  double ink_a, ink_b, sum = 0.0;
  g_autofree double *one = blurred (a, &ink_a), *other = blurred (b, &ink_b);
  gsize n = (gsize) cairo_image_surface_get_width (a) * cairo_image_surface_get_height (a);

  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  for (gsize i = 0; i < n; i++)
    sum += (one[i] - other[i]) * (one[i] - other[i]);
  g_test_message ("%s: RMSE %.4f, ink %.4f", what, sqrt (sum / n), ink_b / ink_a);
  g_assert_cmpfloat (sqrt (sum / n), <, 0.02);
  g_assert_cmpfloat (fabs (ink_b / ink_a - 1.0), <, 0.02);
}

static char *
squeezed (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

/* Each word of each name: what is wrapped stands on several lines. */
static void
find_names (LsnMap     *map,
            const char *text)
{
  g_autofree char *all = squeezed (text);

  for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
    {
      g_auto (GStrv) words = g_strsplit (lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME), " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        if (strstr (all, words[i]) == NULL)
          g_error ("“%s” is not in the picture", words[i]);
    }
}

static void
same_picture (LsnMap *map)
{
  g_autoptr (LsnScene) scene = test_scene (map, TRUE);
  g_autoptr (GBytes) svg_bytes = render (scene, LSN_PICTURE_SVG);
  g_autofree char *text = NULL, *svg_text = NULL;
  cairo_surface_t *png = draw_png (scene), *svg = draw_svg (scene), *pdf = draw_pdf (scene, &text);

  compare (png, svg, "SVG");
  compare (png, pdf, "PDF");
  find_names (map, text);
  svg_text = g_strndup (g_bytes_get_data (svg_bytes, NULL), g_bytes_get_size (svg_bytes));
  find_names (map, svg_text);
  cairo_surface_destroy (png);
  cairo_surface_destroy (svg);
  cairo_surface_destroy (pdf);
}

static void
by_hand (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();

  same_picture (map);
}

static void
at_random (void)
{
  g_autoptr (LsnMap) map = test_map_random (77, 24, 61);

  same_picture (map);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/rendering/by-hand", by_hand);
  g_test_add_func ("/scene/rendering/random", at_random);
  return g_test_run ();
}
