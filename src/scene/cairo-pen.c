/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/cairo-pen.h"

#define LEAST_TEXT 3.0
#define HALO_WIDTH 5.5

static void
set_colour (cairo_t  *cr,
            LsnColour colour)
{
  double parts[3];

  lsn_colour_parts (colour, parts);
  cairo_set_source_rgb (cr, parts[0], parts[1], parts[2]);
}

static void
trace (cairo_t       *cr,
       const LsnPath *path)
{
  cairo_new_path (cr);
  for (guint i = 0; i < path->n_pieces; i++)
    {
      const LsnPathPiece *piece = &path->pieces[i];
      const LsnPoint *p = piece->p;

      if (piece->op == LSN_PATH_MOVE)
        cairo_move_to (cr, p[0].x, p[0].y);
      else if (piece->op == LSN_PATH_LINE)
        cairo_line_to (cr, p[0].x, p[0].y);
      else if (piece->op == LSN_PATH_CURVE)
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      else
        cairo_close_path (cr);
    }
}

static void
draw_path (LsnPen         *pen,
           const LsnPath  *path,
           const LsnStyle *style)
{
  LsnCairoPen *self = (LsnCairoPen *) pen;
  cairo_t *cr = self->cr;
  gboolean strokes = style->stroke != LSN_NO_COLOUR;
  gboolean thin = strokes && self->can_thin && style->width * pen->scale < 1.0;

  if (style->fill != LSN_NO_COLOUR || !thin)
    trace (cr, path);
  if (style->fill != LSN_NO_COLOUR)
    {
      set_colour (cr, style->fill);
      cairo_fill_preserve (cr);
    }
  if (!strokes)
    return;
  if (thin)
    {
      lsn_thin_path (&self->thin, path, style->stroke, style->width, style->dash);
      return;
    }

  set_colour (cr, style->stroke);
  cairo_set_line_width (cr, style->width);
  cairo_set_line_cap (cr, style->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, style->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, style->dash, (int) lsn_style_n_dashes (style->dash), 0.0);
  cairo_stroke (cr);
}

static void
use_font (cairo_t             *cr,
          cairo_scaled_font_t *font)
{
  cairo_matrix_t matrix;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_scaled_font_get_font_matrix (font, &matrix);
  cairo_scaled_font_get_font_options (font, options);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static void
draw_run (LsnCairoPen      *self,
          const LsnTextRun *run)
{
  use_font (self->cr, run->font);
  if (self->with_text && run->n_clusters > 0)
    cairo_show_text_glyphs (self->cr, run->utf8, run->n_bytes, run->glyphs, run->n_glyphs, run->clusters,
                            run->n_clusters, run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  else if (run->coloured)
    cairo_show_glyphs (self->cr, run->glyphs, run->n_glyphs);
  else
    {
      /* as outlines, because cairo puts glyphs on whole pixels, which spaces small letters unevenly */
      cairo_new_path (self->cr);
      cairo_glyph_path (self->cr, run->glyphs, run->n_glyphs);
      cairo_fill (self->cr);
    }
}

static void
draw_halo (LsnCairoPen      *self,
           const LsnTextRun *run)
{
  if (run->coloured)
    return;

  use_font (self->cr, run->font);
  cairo_new_path (self->cr);
  cairo_glyph_path (self->cr, run->glyphs, run->n_glyphs);
  cairo_stroke (self->cr);
}

static void
draw_line (LsnCairoPen       *self,
           const LsnTextLine *line,
           LsnPoint           origin,
           gboolean           halo)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (self->cr, &matrix);
  cairo_translate (self->cr, origin.x, origin.y);
  for (guint i = 0; i < line->n_runs; i++)
    if (halo)
      draw_halo (self, &line->runs[i]);
    else
      draw_run (self, &line->runs[i]);
  cairo_set_matrix (self->cr, &matrix);
}

static void
draw_text (LsnPen        *pen,
           const LsnText *text,
           LsnPoint       anchor,
           LsnAlign       align,
           LsnColour      colour,
           LsnColour      halo)
{
  LsnCairoPen *self = (LsnCairoPen *) pen;

  if (!lsn_pen_shows (pen, lsn_font_spec (text->font)->size, LEAST_TEXT))
    return;

  if (halo != LSN_NO_COLOUR && lsn_pen_shows (pen, lsn_font_spec (text->font)->size, 2.0 * LEAST_TEXT))
    {
      set_colour (self->cr, halo);
      cairo_set_line_width (self->cr, HALO_WIDTH);
      cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (self->cr, NULL, 0, 0.0);
      for (guint i = 0; i < text->n_lines; i++)
        draw_line (self, &text->lines[i],
                   (LsnPoint) { lsn_text_line_left (text, &text->lines[i], align, anchor.x),
                                anchor.y + text->lines[i].baseline }, TRUE);
    }
  set_colour (self->cr, colour);
  for (guint i = 0; i < text->n_lines; i++)
    draw_line (self, &text->lines[i],
               (LsnPoint) { lsn_text_line_left (text, &text->lines[i], align, anchor.x),
                            anchor.y + text->lines[i].baseline }, FALSE);
}

/* Of pixels that threads share: cairo's own surfaces are not for several. */
static cairo_surface_t *
surface_of (LsnPixels *pixels)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels->data, CAIRO_FORMAT_ARGB32, pixels->width,
                                                                  pixels->height, pixels->stride);

  cairo_surface_set_user_data (surface, &key, lsn_pixels_ref (pixels), (cairo_destroy_func_t) lsn_pixels_unref);
  return surface;
}

/* A PDF takes photographs as they are. */
static void
attach_jpeg (cairo_surface_t *surface,
             LsnImage        *image)
{
  GBytes *jpeg = lsn_image_get_jpeg (image);
  gsize size;
  const guchar *data = jpeg != NULL ? g_bytes_get_data (jpeg, &size) : NULL;

  if (jpeg != NULL)
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size, (cairo_destroy_func_t) g_bytes_unref, jpeg);
}

/* How many pixels of a picture are of use in a square of @size units. */
static double
pixels_for (cairo_t *cr,
            double   size)
{
  double x = size, y = 0.0;

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return INFINITY;

  cairo_user_to_device_distance (cr, &x, &y);
  return hypot (x, y);
}

static gboolean
draw_image (LsnPen        *pen,
            LsnImage      *image,
            const LsnPath *path,
            LsnBox         box,
            double         opacity)
{
  cairo_t *cr = ((LsnCairoPen *) pen)->cr;
  double wanted = pixels_for (cr, box.width), scale;
  g_autoptr (LsnPixels) pixels = lsn_image_get_pixels (image, wanted);
  cairo_surface_t *surface;

  if (pixels == NULL)
    return FALSE;

  surface = surface_of (pixels);
  if (!isfinite (wanted))
    attach_jpeg (surface, image);
  draw_path (pen, path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = LSN_NO_COLOUR });
  scale = box.width / MIN (pixels->width, pixels->height);
  cairo_save (cr);
  trace (cr, path);
  cairo_clip (cr);
  cairo_translate (cr, box.x + box.width / 2.0, box.y + box.height / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, -pixels->width / 2.0, -pixels->height / 2.0);
  if (isfinite (wanted)) /* without this its border is blurred; a PDF would not take the JPEG then */
    cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint_with_alpha (cr, opacity);
  cairo_restore (cr);
  cairo_surface_destroy (surface);

  return TRUE;
}

void
lsn_cairo_pen_init (LsnCairoPen *pen,
                    cairo_t     *cr,
                    double       scale,
                    gboolean     thin)
{
  *pen = (LsnCairoPen) { .cr = cr };
  pen->pen.scale = scale;
  pen->pen.draw_path = draw_path;
  pen->pen.draw_text = draw_text;
  pen->pen.draw_image = draw_image;
  pen->with_text = cairo_surface_has_show_text_glyphs (cairo_get_target (cr));
  pen->can_thin = thin && lsn_thin_begin (&pen->thin, cr);
}

void
lsn_cairo_pen_finish (LsnCairoPen *pen)
{
  if (pen->can_thin)
    lsn_thin_end (&pen->thin);
  lsn_path_finish (&pen->pen.path);
}
