/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/svg-pen.h"
#include <string.h>

#define HALO_WIDTH 5.5

static const char *
format_number (double value,
               char   buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  gsize length;

  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.2f", value);
  length = strlen (buffer);
  while (length > 0 && buffer[length - 1] == '0')
    buffer[--length] = '\0';
  if (length > 0 && buffer[length - 1] == '.')
    buffer[--length] = '\0';

  return g_str_equal (buffer, "-0") ? "0" : buffer;
}

void
lsn_svg_attribute (xmlTextWriterPtr writer,
                   const char      *attribute,
                   const char      *value)
{
  xmlTextWriterWriteAttribute (writer, (const xmlChar *) attribute, (const xmlChar *) value);
}

void
lsn_svg_number (xmlTextWriterPtr writer,
                const char      *attribute,
                double           value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  lsn_svg_attribute (writer, attribute, format_number (value, buffer));
}

void
lsn_svg_colour (xmlTextWriterPtr writer,
                const char      *attribute,
                LsnColour        colour)
{
  char buffer[16];

  g_snprintf (buffer, sizeof buffer, "#%06x", colour & 0xffffff);
  lsn_svg_attribute (writer, attribute, buffer);
}

void
lsn_svg_start (xmlTextWriterPtr writer,
               const char      *element)
{
  xmlTextWriterStartElement (writer, (const xmlChar *) element);
}

void
lsn_svg_end (xmlTextWriterPtr writer)
{
  xmlTextWriterEndElement (writer);
}

static void
append_points (GString        *data,
               char            letter,
               const LsnPoint *points,
               guint           n_points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (data, letter);
  for (guint i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (data, ' ');
      g_string_append (data, format_number (points[i].x, buffer));
      g_string_append_c (data, ',');
      g_string_append (data, format_number (points[i].y, buffer));
    }
}

static void
append_path (GString       *data,
             const LsnPath *path)
{
  for (guint i = 0; i < path->n_pieces; i++)
    {
      const LsnPathPiece *piece = &path->pieces[i];

      if (piece->op == LSN_PATH_CLOSE)
        g_string_append_c (data, 'Z');
      else
        append_points (data, piece->op == LSN_PATH_MOVE ? 'M' : piece->op == LSN_PATH_LINE ? 'L' : 'C', piece->p,
                       piece->op == LSN_PATH_CURVE ? 3 : 1);
    }
}

static void
write_dashes (xmlTextWriterPtr writer,
              const double     dash[LSN_N_DASHES])
{
  g_autoptr (GString) dashes = g_string_new (NULL);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < lsn_style_n_dashes (dash); i++)
    g_string_append_printf (dashes, "%s%s", i > 0 ? " " : "", format_number (dash[i], buffer));
  lsn_svg_attribute (writer, "stroke-dasharray", dashes->str);
}

static void
draw_path (LsnPen         *pen,
           const LsnPath  *path,
           const LsnStyle *style)
{
  LsnSvgPen *self = (LsnSvgPen *) pen;

  if (path->n_pieces == 0)
    return;

  lsn_svg_start (self->writer, "path");
  g_string_truncate (self->data, 0);
  append_path (self->data, path);
  lsn_svg_attribute (self->writer, "d", self->data->str);
  if (style->fill != LSN_NO_COLOUR)
    lsn_svg_colour (self->writer, "fill", style->fill);
  if (style->stroke != LSN_NO_COLOUR)
    {
      lsn_svg_colour (self->writer, "stroke", style->stroke);
      lsn_svg_number (self->writer, "stroke-width", style->width);
      if (style->dash[1] > 0.0)
        write_dashes (self->writer, style->dash);
      if (style->round)
        {
          lsn_svg_attribute (self->writer, "stroke-linecap", "round");
          lsn_svg_attribute (self->writer, "stroke-linejoin", "round");
        }
    }
  lsn_svg_end (self->writer);
}

/* Which end of the text stands at the anchor: an end is where reading ends, so it depends on the direction. */
static const char *
anchor_of (LsnAlign align,
           gboolean rtl)
{
  if (align == LSN_ALIGN_CENTRE)
    return "middle";

  return (align == LSN_ALIGN_LEFT) != rtl ? NULL : "end";
}

static gboolean
has_odd_spaces (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (text[0] == ' ' || text[length - 1] == ' ' || strstr (text, "  ") != NULL);
}

static void
write_line (LsnSvgPen     *self,
            const LsnText *text,
            guint          number,
            LsnPoint       anchor,
            LsnAlign       align,
            LsnColour      colour,
            gboolean       named)
{
  const LsnTextLine *line = &text->lines[number];
  const LsnFontSpec *font = lsn_font_spec (text->font);
  const char *end = anchor_of (align, line->rtl);

  lsn_svg_start (self->writer, "text");
  if (named)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", self->name, number + 1);

      lsn_svg_attribute (self->writer, "id", id);
    }
  lsn_svg_number (self->writer, "x", anchor.x);
  lsn_svg_number (self->writer, "y", anchor.y + line->baseline);
  lsn_svg_number (self->writer, "font-size", font->size);
  if (font->weight != 400)
    lsn_svg_number (self->writer, "font-weight", font->weight);
  lsn_svg_colour (self->writer, "fill", colour);
  if (end != NULL)
    lsn_svg_attribute (self->writer, "text-anchor", end);
  if (line->rtl)
    lsn_svg_attribute (self->writer, "direction", "rtl");
  if (has_odd_spaces (line->utf8))
    lsn_svg_attribute (self->writer, "xml:space", "preserve");
  xmlTextWriterWriteString (self->writer, (const xmlChar *) line->utf8);
  lsn_svg_end (self->writer);
}

/* The halo is the same words once more, stroked, below: no program needs to know about the order of painting. */
static void
write_halo (LsnSvgPen *self,
            guint      number,
            LsnColour  halo)
{
  g_autofree char *target = g_strdup_printf ("#%s-%u", self->name, number + 1);

  lsn_svg_start (self->writer, "use");
  lsn_svg_attribute (self->writer, "xlink:href", target);
  lsn_svg_colour (self->writer, "stroke", halo);
  lsn_svg_number (self->writer, "stroke-width", HALO_WIDTH);
  lsn_svg_attribute (self->writer, "stroke-linejoin", "round");
  lsn_svg_end (self->writer);
}

static void
take_outline (LsnSvgPen        *self,
              const LsnTextRun *run,
              LsnPoint          origin,
              LsnPath          *path)
{
  cairo_t *cr = self->outliner;
  cairo_matrix_t matrix;
  cairo_path_t *outline;

  cairo_scaled_font_get_font_matrix (run->font, &matrix);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (run->font));
  cairo_set_font_matrix (cr, &matrix);
  cairo_new_path (cr);
  cairo_glyph_path (cr, run->glyphs, run->n_glyphs);
  outline = cairo_copy_path (cr);
  for (int i = 0; i < outline->num_data; i += outline->data[i].header.length)
    {
      const cairo_path_data_t *data = &outline->data[i];
      LsnPoint p[3] = { { 0.0, 0.0 } };

      for (int k = 1; k < data->header.length; k++)
        p[k - 1] = (LsnPoint) { origin.x + data[k].point.x, origin.y + data[k].point.y }
      ;
      if (data->header.type == CAIRO_PATH_MOVE_TO)
        lsn_path_move (path, p[0]);
      else if (data->header.type == CAIRO_PATH_LINE_TO)
        lsn_path_line (path, p[0]);
      else if (data->header.type == CAIRO_PATH_CURVE_TO)
        lsn_path_curve (path, p[0], p[1], p[2]);
      else
        lsn_path_close (path);
    }
  cairo_path_destroy (outline);
}

static void
draw_outlines (LsnSvgPen     *self,
               const LsnText *text,
               LsnPoint       anchor,
               LsnAlign       align,
               LsnColour      colour,
               LsnColour      halo)
{
  g_auto (LsnPath) path = { NULL };

  for (guint i = 0; i < text->n_lines; i++)
    for (guint k = 0; k < text->lines[i].n_runs; k++)
      take_outline (self, &text->lines[i].runs[k],
                    (LsnPoint) { lsn_text_line_left (text, &text->lines[i], align, anchor.x),
                                 anchor.y + text->lines[i].baseline }, &path);
  if (halo != LSN_NO_COLOUR)
    draw_path (&self->pen, &path, &(LsnStyle) { .fill = LSN_NO_COLOUR, .stroke = halo, .width = HALO_WIDTH,
                                                .round = TRUE });
  draw_path (&self->pen, &path, &(LsnStyle) { .fill = colour, .stroke = LSN_NO_COLOUR });
}

static void
draw_text (LsnPen        *pen,
           const LsnText *text,
           LsnPoint       anchor,
           LsnAlign       align,
           LsnColour      colour,
           LsnColour      halo)
{
  LsnSvgPen *self = (LsnSvgPen *) pen;
  gboolean named = halo != LSN_NO_COLOUR && self->name != NULL;

  if (self->outliner != NULL)
    {
      draw_outlines (self, text, anchor, align, colour, halo);
      return;
    }

  for (guint i = 0; named && i < text->n_lines; i++)
    if (*text->lines[i].utf8 != '\0')
      write_halo (self, i, halo);
  for (guint i = 0; i < text->n_lines; i++)
    if (*text->lines[i].utf8 != '\0')
      write_line (self, text, i, anchor, align, colour, named);
}

/* Within a path of its own, which stands before it. */
static gboolean
draw_image (LsnPen        *pen,
            LsnImage      *image,
            const LsnPath *path,
            LsnBox         box,
            double         opacity)
{
  LsnSvgPen *self = (LsnSvgPen *) pen;
  g_autofree char *clip = g_strdup_printf ("url(#%s)", self->name != NULL ? self->name : "picture");
  g_autoptr (LsnPixels) pixels = lsn_image_get_pixels (image, 0.0);

  if (pixels == NULL)
    return FALSE;

  lsn_svg_start (self->writer, "clipPath");
  lsn_svg_attribute (self->writer, "id", self->name != NULL ? self->name : "picture");
  draw_path (pen, path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = LSN_NO_COLOUR });
  lsn_svg_end (self->writer);
  draw_path (pen, path, &(LsnStyle) { .fill = LSN_PAPER, .stroke = LSN_NO_COLOUR });
  lsn_svg_start (self->writer, "image");
  lsn_svg_number (self->writer, "x", box.x);
  lsn_svg_number (self->writer, "y", box.y);
  lsn_svg_number (self->writer, "width", box.width);
  lsn_svg_number (self->writer, "height", box.height);
  lsn_svg_attribute (self->writer, "preserveAspectRatio", "xMidYMid slice");
  lsn_svg_attribute (self->writer, "clip-path", clip);
  if (opacity < 1.0)
    lsn_svg_number (self->writer, "opacity", opacity);
  lsn_svg_attribute (self->writer, "xlink:href", lsn_image_get_uri (image));
  lsn_svg_end (self->writer);

  return TRUE;
}

void
lsn_svg_pen_init (LsnSvgPen       *pen,
                  xmlTextWriterPtr writer,
                  gboolean         outlines)
{
  *pen = (LsnSvgPen) { .pen = { .draw_path = draw_path, .draw_text = draw_text, .draw_image = draw_image }, .writer = writer };
  pen->data = g_string_new (NULL);
  if (outlines)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
      cairo_font_options_t *options = cairo_font_options_create ();

      pen->outliner = cairo_create (surface);
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_set_font_options (pen->outliner, options);
      cairo_font_options_destroy (options);
      cairo_surface_destroy (surface);
    }
}

void
lsn_svg_pen_finish (LsnSvgPen *pen)
{
  g_string_free (pen->data, TRUE);
  g_clear_pointer (&pen->name, g_free);
  g_clear_pointer (&pen->outliner, cairo_destroy);
  lsn_path_finish (&pen->pen.path);
}
