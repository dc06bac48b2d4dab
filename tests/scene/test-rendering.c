/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "photos.h"
#include <librsvg/rsvg.h>
#include <locale.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include "io/files.h"
#include "scene/picture.h"
#include "scene/stage.h"
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

/* By the program that people use: poppler's own text of a page turns the letters of some scripts round one by one. */
static char *
text_of_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                      &error, "pdftotext", "-enc", "UTF-8", "-", "-", NULL);
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (program, bytes, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (program));

  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
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
  *text = text_of_pdf (bytes);
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

/* Each word of each name that is shown: what is wrapped stands on several lines. */
static void
find_names (LsnMap     *map,
            const char *text)
{
  g_autofree char *all = squeezed (text);

  for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
    if (lsn_map_shown_as (map, actor) == actor)
      {
        g_auto (GStrv) words = g_strsplit (lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME), " ", -1);

        for (guint i = 0; words[i] != NULL; i++)
          if (strstr (all, words[i]) == NULL)
            g_error ("“%s” is not in the picture: %s", words[i], text);
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

static void
of_the_sample (void)
{
  g_autoptr (LsnMap) map = test_map_sample ();

  same_picture (map);
}

static LsnRow
doubtful_tie (LsnMap *map,
              LsnRow  kind,
              guint   which,
              LsnRow  from,
              LsnRow  to)
{
  static const char *const statuses[] = { "confirmed", "likely", "rumoured", "absent" };
  static const char *const directions[] = { "forward", "mutual", "none" };
  LsnRow tie = test_tie (map, NULL, from, to, lsn_map_row_id (map, LSN_TABLE_KINDS, kind));

  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS, statuses[which % 4]);
  test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION, directions[which % 3]);
  if (which % 2 == 1)
    test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, "covert");
  if (which == 2)
    test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "by letter");

  return tie;
}

/* A row for each kind of tie, sure and less so, covert and not, between actors of all kinds. */
static void
of_every_kind (void)
{
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (GPtrArray) actor_kinds = g_ptr_array_new ();
  guint row = 0;

  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    if (!lsn_kind_is_of_tie (map, kind))
      g_ptr_array_add (actor_kinds, (gpointer) lsn_map_row_id (map, LSN_TABLE_KINDS, kind));
  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    {
      LsnRow last = LSN_NO_ROW;

      if (!lsn_kind_is_of_tie (map, kind))
        continue;
      for (guint i = 0; i < 5; i++)
        {
          LsnRow actor = test_actor (map, NULL, lsn_kind_name (map, kind),
                                     g_ptr_array_index (actor_kinds, (row * 5 + i) % actor_kinds->len), 210.0 * i,
                                     110.0 * row);

          if (i % 2 == 0)
            test_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, (row % 5) / 4.0);
          if (i == 3)
            test_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_SECRECY, "covert");
          if (last != LSN_NO_ROW)
            doubtful_tie (map, kind, i - 1, last, actor);
          last = actor;
        }
      row++;
    }
  lsn_map_commit (map);
  g_assert_cmpuint (row, ==, 25);

  same_picture (map);
}

static void
of_closed_containers (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();

  lsn_map_begin (map, "close", NULL);
  test_set_flag (map, lsn_map_find_row (map, LSN_TABLE_ACTORS, "home"), LSN_ACTOR_COLLAPSED);
  test_set_flag (map, lsn_map_find_row (map, LSN_TABLE_ACTORS, "party"), LSN_ACTOR_COLLAPSED);
  lsn_map_commit (map);

  same_picture (map);
}

static void
of_pictures (void)
{
  g_autoptr (LsnMap) map = test_map_by_hand ();

  lsn_map_begin (map, "close", NULL);
  test_set_flag (map, lsn_map_find_row (map, LSN_TABLE_ACTORS, "home"), LSN_ACTOR_COLLAPSED);
  lsn_map_commit (map);
  test_photos_put (map);

  same_picture (map);
}

static gboolean
can_be_drawn (LsnTextCache *cache,
              const char   *name)
{
  g_autoptr (LsnText) text = lsn_text_cache_get (cache, name, LSN_FONT_NAME, LSN_NAME_WIDTH);

  for (guint i = 0; i < text->n_lines; i++)
    for (guint k = 0; k < text->lines[i].n_runs; k++)
      for (int g = 0; g < text->lines[i].runs[k].n_glyphs; g++)
        if (text->lines[i].runs[k].glyphs[g].index == 0)
          return FALSE;

  return TRUE;
}

/* Scripts of all sorts, as far as there are fonts for them: a program has boxes of its own for the others. */
static void
of_every_script (void)
{
  static const char *const names[] = {
    "Žluťoučký kůň", "Совет мира", "Συμβούλιο Ειρήνης", "المكتب السياسي لحركة التحرير", "ועדת המשפחות", "Պետություն",
    "საბჭო", "राष्ट्रीय परिषद", "জাতীয় পরিষদ", "தேசிய சபை", "สภาแห่งชาติ", "ሰላም ምክር ቤት", "国家和平委员会", "平和委員会",
    "평화 위원회", "مجلس Council 7", "Qatar قطر", "ໂຕະເຈລະຈາ"
  };
  g_autoptr (LsnMap) map = test_map_new ();
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  LsnRow last = LSN_NO_ROW;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (can_be_drawn (cache, names[i]))
      {
        LsnRow actor = test_actor (map, NULL, names[i], "ngo", n % 5 * 220.0, n / 5 * 150.0);

        if (last != LSN_NO_ROW)
          test_set_text (map, LSN_TABLE_TIES, test_tie (map, NULL, last, actor, "support"), LSN_TIE_LABEL, names[i]);
        last = actor;
        n++;
      }
    else
      g_test_message ("no font for “%s”", names[i]);
  lsn_map_commit (map);
  g_assert_cmpuint (n, >=, 3);

  same_picture (map);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/rendering/by-hand", by_hand);
  g_test_add_func ("/scene/rendering/random", at_random);
  g_test_add_func ("/scene/rendering/sample", of_the_sample);
  g_test_add_func ("/scene/rendering/kinds", of_every_kind);
  g_test_add_func ("/scene/rendering/closed", of_closed_containers);
  g_test_add_func ("/scene/rendering/pictures", of_pictures);
  g_test_add_func ("/scene/rendering/scripts", of_every_script);
  return g_test_run ();
}
