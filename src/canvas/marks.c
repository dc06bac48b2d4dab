/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/marks.h"

#include <math.h>

/**
 * lsn_marks_colour:
 * @alpha: 0 to 1
 *
 * Returns: the colour of what is selected
 */
GdkRGBA
lsn_marks_colour (double alpha)
{
  return (GdkRGBA) { 0.11f, 0.44f, 0.85f, (float) alpha };
}

/* A ring of @width around @body, @gap away from it. */
static void
ring (GtkSnapshot   *snapshot,
      const LsnBox  *body,
      gboolean       is_square,
      double         gap,
      double         width,
      const GdkRGBA *colour)
{
  double          out = gap + width;
  float           w = (float) width;
  float           radius = is_square ? (float) (6 + out) : (float) (MIN (body->width, body->height) / 2 + out);
  GskRoundedRect  rect;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT ((float) (body->x - out), (float) (body->y - out),
                                                        (float) (body->width + 2 * out),
                                                        (float) (body->height + 2 * out)), radius);
  gtk_snapshot_append_border (snapshot, &rect, (const float[4]) { w, w, w, w },
                              (const GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/**
 * lsn_marks_band:
 *
 * The rubber band.
 */
void
lsn_marks_band (GtkSnapshot  *snapshot,
                const LsnBox *box)
{
  GdkRGBA         fill = lsn_marks_colour (0.12);
  GdkRGBA         edge = lsn_marks_colour (0.8);
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) round (box->x), (float) round (box->y),
                                             (float) MAX (1, round (box->width)), (float) MAX (1, round (box->height)));
  GskRoundedRect  outline;

  gtk_snapshot_append_color (snapshot, &fill, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
}

/**
 * lsn_marks_segment:
 *
 * A straight line as one turned node of colour.
 */
void
lsn_marks_segment (GtkSnapshot   *snapshot,
                   LsnPoint       from,
                   LsnPoint       to,
                   double         width,
                   const GdkRGBA *colour)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) from.x, (float) from.y));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (to.y - from.y, to.x - from.x) * 180 / G_PI));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, (float) (-width / 2), (float) length,
                                                                    (float) width));
  gtk_snapshot_restore (snapshot);
}

/**
 * lsn_marks_line:
 *
 * The tie that is being drawn, with an open arrowhead.
 */
void
lsn_marks_line (GtkSnapshot *snapshot,
                LsnPoint     from,
                LsnPoint     to)
{
  GdkRGBA colour = lsn_marks_colour (1);
  double  angle = atan2 (to.y - from.y, to.x - from.x);

  if (hypot (to.x - from.x, to.y - from.y) < 1)
    return;

  lsn_marks_segment (snapshot, from, to, 2, &colour);
  for (int side = -1; side <= 1; side += 2)
    lsn_marks_segment (snapshot, to,
                       (LsnPoint) { to.x - 11 * cos (angle + side * 0.45), to.y - 11 * sin (angle + side * 0.45) }, 2,
                       &colour);
}

/* A line of one pixel, across or down, on whole pixels so that it is crisp. */
static void
hairline (GtkSnapshot   *snapshot,
          LsnPoint       from,
          LsnPoint       to,
          const GdkRGBA *colour)
{
  float x = (float) floor (MIN (from.x, to.x)), y = (float) floor (MIN (from.y, to.y));
  float width = (float) MAX (1, round (fabs (to.x - from.x))), height = (float) MAX (1, round (fabs (to.y - from.y)));

  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/**
 * lsn_marks_guide:
 * @is_gap: it measures a gap and has a stop at each end
 *
 * Why what is dragged stands where it does.
 */
void
lsn_marks_guide (GtkSnapshot *snapshot,
                 LsnPoint     from,
                 LsnPoint     to,
                 gboolean     is_gap)
{
  GdkRGBA  colour = lsn_marks_colour (0.9);
  gboolean down = fabs (to.y - from.y) > fabs (to.x - from.x);
  double   x = down ? 4 : 0, y = down ? 0 : 4;

  hairline (snapshot, from, to, &colour);
  if (!is_gap)
    return;

  hairline (snapshot, (LsnPoint) { from.x - x, from.y - y }, (LsnPoint) { from.x + x + 1, from.y + y + 1 }, &colour);
  hairline (snapshot, (LsnPoint) { to.x - x - 1, to.y - y - 1 }, (LsnPoint) { to.x + x, to.y + y }, &colour);
}

/**
 * lsn_marks_grid:
 * @origin: a crossing of two of its lines
 * @step: from line to line
 * @width: of what is seen
 * @height: of what is seen
 *
 * A faint grid. Cost: a node for each of its lines.
 */
void
lsn_marks_grid (GtkSnapshot *snapshot,
                LsnPoint     origin,
                double       step,
                int          width,
                int          height)
{
  GdkRGBA colour = { 0.1f, 0.2f, 0.4f, 0.09f };

  for (double x = fmod (fmod (origin.x, step) + step, step); x < width; x += step)
    hairline (snapshot, (LsnPoint) { x, 0 }, (LsnPoint) { x, height }, &colour);
  for (double y = fmod (fmod (origin.y, step) + step, step); y < height; y += step)
    hairline (snapshot, (LsnPoint) { 0, y }, (LsnPoint) { width, y }, &colour);
}

/**
 * lsn_marks_ring:
 * @gap: (out): pixels between a body and the ring of what is selected
 * @width: (out): pixels that the ring is wide
 *
 * Near the body and thinner where all is small, so that the ring stays off what is round about.
 */
void
lsn_marks_ring (double  zoom,
                double *gap,
                double *width)
{
  *gap = zoom >= 0.75 ? 2 : zoom >= 0.45 ? 1.5 : 1;
  *width = zoom >= 0.75 ? 2.5 : zoom >= 0.45 ? 2 : 1.5;
}

/**
 * lsn_marks_selected:
 * @zoom: pixels per map unit
 *
 * The ring around an actor that is selected.
 */
void
lsn_marks_selected (GtkSnapshot  *snapshot,
                    const LsnBox *body,
                    gboolean      is_square,
                    double        zoom)
{
  GdkRGBA colour = lsn_marks_colour (1);
  double  gap, width;

  lsn_marks_ring (zoom, &gap, &width);
  ring (snapshot, body, is_square, gap, width, &colour);
}

/**
 * lsn_marks_trace_selected:
 * @zoom: pixels per map unit
 *
 * Paints what lsn_marks_selected () appends.
 */
void
lsn_marks_trace_selected (cairo_t      *cr,
                          const LsnBox *body,
                          gboolean      is_square,
                          double        zoom)
{
  GdkRGBA colour = lsn_marks_colour (1);
  double  gap, width, out, radius, x0, y0, x1, y1;

  lsn_marks_ring (zoom, &gap, &width);
  out = gap + width / 2;
  radius = is_square ? 6 + out : MIN (body->width, body->height) / 2 + out;
  x0 = body->x - out + radius;
  y0 = body->y - out + radius;
  x1 = body->x + body->width + out - radius;
  y1 = body->y + body->height + out - radius;
  cairo_new_path (cr);
  cairo_arc (cr, x1, y0, radius, -G_PI / 2, 0);
  cairo_arc (cr, x1, y1, radius, 0, G_PI / 2);
  cairo_arc (cr, x0, y1, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x0, y0, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * lsn_marks_focus:
 *
 * Where the keyboard is: a thin dark ring outside of that of the selection.
 */
void
lsn_marks_focus (GtkSnapshot  *snapshot,
                 const LsnBox *body,
                 gboolean      is_square,
                 double        zoom)
{
  GdkRGBA colour = { 0.1f, 0.1f, 0.15f, 0.75f };
  double  gap, width;

  lsn_marks_ring (zoom, &gap, &width);
  ring (snapshot, body, is_square, gap + width + 1.5, 1.5, &colour);
}

static void
paint_pin (cairo_t *cr)
{
  /* A white disc with a dark rim, so that the pin is seen on any colour, and on it a pin that stands aslant. */
  cairo_arc (cr, 7.5, 7.5, 6.75, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.15, 0.17, 0.22);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);

  cairo_translate (cr, 7.5, 7.5);
  cairo_rotate (cr, G_PI / 6);
  cairo_rectangle (cr, -2.6, -4.6, 5.2, 1.5);
  cairo_rectangle (cr, -1.6, -3.4, 3.2, 3);
  cairo_rectangle (cr, -3.2, -0.6, 6.4, 1.5);
  cairo_rectangle (cr, -0.55, 0.6, 1.1, 4);
  cairo_fill (cr);
}

/**
 * lsn_marks_pin:
 * @scale: device pixels per pixel
 *
 * Returns: (transfer full): the picture of a pin, %LSN_MARKS_PIN pixels wide and high
 */
GdkTexture *
lsn_marks_pin (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, LSN_MARKS_PIN * scale,
                                                         LSN_MARKS_PIN * scale);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  paint_pin (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) LSN_MARKS_PIN * (gsize) scale);
  texture = gdk_memory_texture_new (LSN_MARKS_PIN * scale, LSN_MARKS_PIN * scale, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  cairo_surface_destroy (surface);
  return texture;
}

/**
 * lsn_marks_halo:
 * @on_rim: the pointer is where a tie begins
 *
 * Tells that the rim of an actor is a handle.
 */
void
lsn_marks_halo (GtkSnapshot  *snapshot,
                const LsnBox *body,
                gboolean      is_square,
                gboolean      on_rim)
{
  GdkRGBA colour = lsn_marks_colour (on_rim ? 0.55 : 0.22);

  ring (snapshot, body, is_square, 0, on_rim ? 5 : 4, &colour);
}

/**
 * lsn_marks_target:
 *
 * The ring around the actor that a tie would lead to.
 */
void
lsn_marks_target (GtkSnapshot  *snapshot,
                  const LsnBox *body,
                  gboolean      is_square)
{
  GdkRGBA colour = lsn_marks_colour (0.8);

  ring (snapshot, body, is_square, 2, 4, &colour);
}

/**
 * lsn_marks_handle:
 * @is_square: at the end of a tie, not where it is bent
 * @is_strong: the keyboard is at it, or it is dragged
 *
 * What a part of the selected tie is dragged by.
 */
void
lsn_marks_handle (GtkSnapshot *snapshot,
                  LsnPoint     at,
                  gboolean     is_square,
                  gboolean     is_strong)
{
  double  half = is_strong ? 6 : 5;
  LsnBox  body = { round (at.x) - half, round (at.y) - half, 2 * half, 2 * half };
  GdkRGBA edge = lsn_marks_colour (1), fill = is_strong ? edge : (GdkRGBA) { 1, 1, 1, 1 };
  GskRoundedRect rect;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) body.x, (float) body.y, (float) body.width, (float) body.height);

  gsk_rounded_rect_init_from_rect (&rect, &bounds, is_square ? 2 : (float) half);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rect, (const float[4]) { 2, 2, 2, 2 },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
  if (is_strong)
    ring (snapshot, &body, FALSE, 2, 2, &edge);
}

/**
 * lsn_marks_new_actor:
 *
 * The actor that would be made there.
 */
void
lsn_marks_new_actor (GtkSnapshot *snapshot,
                     LsnPoint     centre,
                     double       radius)
{
  LsnBox  body = { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };
  GdkRGBA colour = lsn_marks_colour (0.6);

  ring (snapshot, &body, FALSE, -2, 2, &colour);
}
