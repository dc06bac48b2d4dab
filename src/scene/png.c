/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include <glib/gi18n-lib.h>
#include <png.h>
#include <setjmp.h>
#include "scene/page.h"

/* So many rows are painted at a time, so that no size needs more memory than a strip. */
#define STRIP_ROWS 256
#define INCHES_PER_METRE (1.0 / 0.0254)

typedef struct
{
  const LsnPage   *page;
  GByteArray      *bytes;
  cairo_surface_t *strip;
  png_bytep        row;
  png_structp      png;
  png_infop        info;
} Work;

static void
take_bytes (png_structp png,
            png_bytep   data,
            png_size_t  length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_bytes (png_structp png)
{
}

/* libpng's own would write to stderr. */
static void
ignore_warning (png_structp     png,
                png_const_charp message)
{
}

static void G_GNUC_NORETURN
jump_on_error (png_structp     png,
               png_const_charp message)
{
  longjmp (png_jmpbuf (png), 1);
}

static void
paint_strip (Work *work,
             guint top)
{
  const LsnPage *page = work->page;
  cairo_t *cr = cairo_create (work->strip);
  LsnBox area = { page->page.x, page->page.y + top / page->scale, page->page.width, STRIP_ROWS / page->scale };
  double parts[3];

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (page->ground == LSN_NO_COLOUR)
    cairo_set_source_rgba (cr, 0.0, 0.0, 0.0, 0.0);
  else
    {
      lsn_colour_parts (page->ground, parts);
      cairo_set_source_rgb (cr, parts[0], parts[1], parts[2]);
    }
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0.0, -(double) top);
  cairo_scale (cr, page->scale, page->scale);
  cairo_translate (cr, -page->page.x, -page->page.y);
  lsn_scene_paint (page->scene, cr, &area, page->scale, LSN_PAINT_EXACT, page->cancellable);
  cairo_destroy (cr);
  cairo_surface_flush (work->strip);
}

/* cairo's pixels are multiplied by their alpha; PNG's are not. */
static void
convert_row (Work          *work,
             const guint32 *pixels)
{
  png_bytep out = work->row;
  gboolean alpha = work->page->ground == LSN_NO_COLOUR;

  for (guint x = 0; x < work->page->width; x++)
    {
      guint32 pixel = pixels[x], a = pixel >> 24;

      for (int shift = 16; shift >= 0; shift -= 8)
        {
          guint32 part = pixel >> shift & 0xff;

          *out++ = (png_byte) (!alpha || a == 255 ? part : a == 0 ? 0 : MIN (255, (part * 255 + a / 2) / a));
        }
      if (alpha)
        *out++ = (png_byte) a;
    }
}

static void
write_head (Work *work)
{
  const LsnPage *page = work->page;
  double dpi = page->picture->dpi > 0.0 ? page->picture->dpi : 96.0;
  png_uint_32 per_metre = (png_uint_32) lround (dpi * INCHES_PER_METRE);
  png_text title = { .compression = PNG_ITXT_COMPRESSION_NONE, .key = (png_charp) "Title",
                     .text = (png_charp) page->title };

  png_set_IHDR (work->png, work->info, page->width, page->height, 8,
                page->ground == LSN_NO_COLOUR ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (work->png, work->info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_sRGB (work->png, work->info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (page->title != NULL)
    png_set_text (work->png, work->info, &title, 1);
  png_write_info (work->png, work->info);
}

/* FALSE when libpng refused or the work was cancelled. Nothing here may own what a jump would lose. */
static gboolean
write_image (Work *work)
{
  guint height = work->page->height;

  if (setjmp (png_jmpbuf (work->png)))
    return FALSE;

  write_head (work);
  for (guint top = 0; top < height; top += STRIP_ROWS)
    {
      paint_strip (work, top);
      if (g_cancellable_is_cancelled (work->page->cancellable))
        return FALSE;
      for (guint y = 0; y < MIN (STRIP_ROWS, height - top); y++)
        {
          const guchar *pixels = cairo_image_surface_get_data (work->strip) +
                                 (gsize) y * cairo_image_surface_get_stride (work->strip);

          convert_row (work, (const guint32 *) (gconstpointer) pixels);
          png_write_row (work->png, work->row);
        }
    }
  png_write_end (work->png, work->info);

  return TRUE;
}

static void
set_error (const LsnPage *page,
           GError       **error)
{
  if (!g_cancellable_set_error_if_cancelled (page->cancellable, error))
    g_set_error_literal (error, LSN_EXPORT_ERROR, LSN_EXPORT_ERROR_FAILED,
                         _("The PNG could not be made; there may be too little memory. Choose a smaller width or scale."));
}

GBytes *
lsn_png_render (const LsnPage *page,
                GError       **error)
{
  Work work = { page, g_byte_array_new () };
  gboolean done = FALSE;

  work.strip = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) page->width, STRIP_ROWS);
  work.row = g_try_malloc ((gsize) page->width * 4);
  work.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, jump_on_error, ignore_warning);
  work.info = work.png != NULL ? png_create_info_struct (work.png) : NULL;
  if (work.info != NULL && work.row != NULL && cairo_surface_status (work.strip) == CAIRO_STATUS_SUCCESS)
    {
      png_set_write_fn (work.png, work.bytes, take_bytes, flush_bytes);
      done = write_image (&work);
    }
  png_destroy_write_struct (&work.png, &work.info);
  g_free (work.row);
  cairo_surface_destroy (work.strip);
  if (done)
    return g_byte_array_free_to_bytes (work.bytes);

  g_byte_array_unref (work.bytes);
  set_error (page, error);
  return NULL;
}
