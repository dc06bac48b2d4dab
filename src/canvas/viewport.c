/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/viewport.h"

#include <math.h>

/* Further than this from the map's origin, in pixels, nothing is ever shown: doubles keep hundredths of a pixel there. */
#define FURTHEST 1099511627776.0

struct _LsnViewport
{
  GObject parent_instance;

  int     width;
  int     height;
  int     scale_factor;
  int     step;
  double  origin_x; /* of the widget's top left, in pixels from the map's origin; exact, rounded when it is read */
  double  origin_y;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnViewport, lsn_viewport, G_TYPE_OBJECT)

static void
lsn_viewport_class_init (LsnViewportClass *klass)
{
  /**
   * LsnViewport::changed:
   *
   * Another part of the map is seen, or in another size.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lsn_viewport_init (LsnViewport *self)
{
  self->scale_factor = 1;
}

/**
 * lsn_viewport_new:
 *
 * Returns: (transfer full): a viewport of no size at 100 %, with the map's origin at its top left
 */
LsnViewport *
lsn_viewport_new (void)
{
  return g_object_new (LSN_TYPE_VIEWPORT, NULL);
}

/**
 * lsn_zoom_of_step:
 * @step: 0 is 100 %, LSN_ZOOM_STEPS_PER_DOUBLING more is twice as large
 *
 * Returns: the zoom in pixels per map unit
 */
double
lsn_zoom_of_step (int step)
{
  return exp2 ((double) step / LSN_ZOOM_STEPS_PER_DOUBLING);
}

/**
 * lsn_zoom_step_of:
 * @zoom: pixels per map unit
 *
 * Returns: the nearest step within the limits; what is not a positive number counts as 100 %
 */
int
lsn_zoom_step_of (double zoom)
{
  double step;

  if (!isfinite (zoom) || zoom <= 0)
    return 0;

  step = round (log2 (zoom) * LSN_ZOOM_STEPS_PER_DOUBLING);
  return (int) CLAMP (step, LSN_ZOOM_STEP_MIN, LSN_ZOOM_STEP_MAX);
}

static double
whole_pixel (LsnViewport *self,
             double       x)
{
  return round (x * self->scale_factor) / self->scale_factor;
}

/* The one way in for every change. */
static void
set_view (LsnViewport *self,
          int          step,
          double       origin_x,
          double       origin_y)
{
  if (!isfinite (origin_x) || !isfinite (origin_y))
    return;

  origin_x = CLAMP (origin_x, -FURTHEST, FURTHEST);
  origin_y = CLAMP (origin_y, -FURTHEST, FURTHEST);
  if (step == self->step && origin_x == self->origin_x && origin_y == self->origin_y)
    return;

  self->step = step;
  self->origin_x = origin_x;
  self->origin_y = origin_y;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lsn_viewport_set_size:
 * @width: in pixels
 * @height: in pixels
 * @scale_factor: device pixels per pixel
 *
 * The middle of what is seen stays in the middle.
 */
void
lsn_viewport_set_size (LsnViewport *self,
                       int          width,
                       int          height,
                       int          scale_factor)
{
  g_return_if_fail (LSN_IS_VIEWPORT (self));
  g_return_if_fail (width >= 0 && height >= 0 && scale_factor > 0);

  if (width == self->width && height == self->height && scale_factor == self->scale_factor)
    return;

  self->origin_x += (self->width - width) / 2.0;
  self->origin_y += (self->height - height) / 2.0;
  self->width = width;
  self->height = height;
  self->scale_factor = scale_factor;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lsn_viewport_get_size:
 * @width: (out): in pixels
 * @height: (out): in pixels
 */
void
lsn_viewport_get_size (LsnViewport *self,
                       int         *width,
                       int         *height)
{
  g_return_if_fail (LSN_IS_VIEWPORT (self));

  *width = self->width;
  *height = self->height;
}

/**
 * lsn_viewport_get_scale_factor:
 *
 * Returns: device pixels per pixel
 */
int
lsn_viewport_get_scale_factor (LsnViewport *self)
{
  g_return_val_if_fail (LSN_IS_VIEWPORT (self), 1);

  return self->scale_factor;
}

/**
 * lsn_viewport_get_step:
 *
 * Returns: the zoom as a step, see lsn_zoom_of_step()
 */
int
lsn_viewport_get_step (LsnViewport *self)
{
  g_return_val_if_fail (LSN_IS_VIEWPORT (self), 0);

  return self->step;
}

/**
 * lsn_viewport_get_zoom:
 *
 * Returns: pixels per map unit
 */
double
lsn_viewport_get_zoom (LsnViewport *self)
{
  g_return_val_if_fail (LSN_IS_VIEWPORT (self), 1);

  return lsn_zoom_of_step (self->step);
}

/**
 * lsn_viewport_set_zoom:
 * @zoom: pixels per map unit; the nearest step within the limits is taken
 * @x: the pixel that keeps its place on the map
 * @y: the pixel that keeps its place on the map
 */
void
lsn_viewport_set_zoom (LsnViewport *self,
                       double       zoom,
                       double       x,
                       double       y)
{
  int    step;
  double ratio;

  g_return_if_fail (LSN_IS_VIEWPORT (self));

  step = lsn_zoom_step_of (zoom);
  ratio = lsn_zoom_of_step (step) / lsn_zoom_of_step (self->step);
  set_view (self, step, (self->origin_x + x) * ratio - x, (self->origin_y + y) * ratio - y);
}

/**
 * lsn_viewport_pan:
 * @dx: pixels that the map moves to the right
 * @dy: pixels that the map moves down
 *
 * Parts of a pixel add up over calls.
 */
void
lsn_viewport_pan (LsnViewport *self,
                  double       dx,
                  double       dy)
{
  g_return_if_fail (LSN_IS_VIEWPORT (self));

  set_view (self, self->step, self->origin_x - dx, self->origin_y - dy);
}

/**
 * lsn_viewport_get_origin:
 * @x: (out): of the widget's left edge, in pixels from the map's origin, a whole device pixel
 * @y: (out): of the widget's top edge
 */
void
lsn_viewport_get_origin (LsnViewport *self,
                         double      *x,
                         double      *y)
{
  g_return_if_fail (LSN_IS_VIEWPORT (self));

  *x = whole_pixel (self, self->origin_x);
  *y = whole_pixel (self, self->origin_y);
}

/**
 * lsn_viewport_to_map:
 * @x: pixels from the widget's left
 * @y: pixels from the widget's top
 *
 * Returns: the place on the map
 */
LsnPoint
lsn_viewport_to_map (LsnViewport *self,
                     double       x,
                     double       y)
{
  double zoom = lsn_zoom_of_step (self->step);

  return (LsnPoint) { (x + whole_pixel (self, self->origin_x)) / zoom, (y + whole_pixel (self, self->origin_y)) / zoom };
}

/**
 * lsn_viewport_to_widget:
 * @x: map units
 * @y: map units
 *
 * Returns: the pixel where that place is seen
 */
LsnPoint
lsn_viewport_to_widget (LsnViewport *self,
                        double       x,
                        double       y)
{
  double zoom = lsn_zoom_of_step (self->step);

  return (LsnPoint) { x * zoom - whole_pixel (self, self->origin_x), y * zoom - whole_pixel (self, self->origin_y) };
}

/**
 * lsn_viewport_box_to_widget:
 * @box: in map units
 *
 * Returns: the box in pixels
 */
LsnBox
lsn_viewport_box_to_widget (LsnViewport  *self,
                            const LsnBox *box)
{
  double   zoom = lsn_zoom_of_step (self->step);
  LsnPoint corner = lsn_viewport_to_widget (self, box->x, box->y);

  return (LsnBox) { corner.x, corner.y, box->width * zoom, box->height * zoom };
}

/**
 * lsn_viewport_box_to_pixels:
 * @box: in map units
 *
 * Returns: the same in pixels of the widget, with its edges on whole device pixels: so pictures that are scaled leave no seam
 * between them
 */
LsnBox
lsn_viewport_box_to_pixels (LsnViewport  *self,
                            const LsnBox *box)
{
  double x0, y0, x1, y1;
  int    scale;
  LsnBox at;

  g_return_val_if_fail (LSN_IS_VIEWPORT (self), *box);

  scale = self->scale_factor;
  at = lsn_viewport_box_to_widget (self, box);
  x0 = round (at.x * scale) / scale;
  y0 = round (at.y * scale) / scale;
  x1 = round ((at.x + at.width) * scale) / scale;
  y1 = round ((at.y + at.height) * scale) / scale;
  return (LsnBox) { x0, y0, x1 - x0, y1 - y0 };
}

/**
 * lsn_viewport_whole_pixels:
 * @by: a movement, in map units
 *
 * Returns: the same in pixels of the widget, whole device pixels: so a picture that is moved is not resampled
 */
LsnPoint
lsn_viewport_whole_pixels (LsnViewport *self,
                           LsnPoint     by)
{
  double each = lsn_zoom_of_step (self->step) * self->scale_factor;

  return (LsnPoint) { round (by.x * each) / self->scale_factor, round (by.y * each) / self->scale_factor };
}

/**
 * lsn_viewport_get_visible:
 *
 * Returns: what is seen, in map units
 */
LsnBox
lsn_viewport_get_visible (LsnViewport *self)
{
  double   zoom = lsn_zoom_of_step (self->step);
  LsnPoint corner = lsn_viewport_to_map (self, 0, 0);

  return (LsnBox) { corner.x, corner.y, self->width / zoom, self->height / zoom };
}

/**
 * lsn_viewport_center_on:
 * @x: map units
 * @y: map units
 *
 * Moves that place to the middle, without zooming.
 */
void
lsn_viewport_center_on (LsnViewport *self,
                        double       x,
                        double       y)
{
  double zoom;

  g_return_if_fail (LSN_IS_VIEWPORT (self));

  zoom = lsn_zoom_of_step (self->step);
  set_view (self, self->step, x * zoom - self->width / 2.0, y * zoom - self->height / 2.0);
}

/**
 * lsn_viewport_fit:
 * @box: in map units
 * @margin: pixels to leave free on each side
 * @max_zoom: not larger than this
 *
 * Shows the whole of @box in the middle, as large as it goes.
 */
void
lsn_viewport_fit (LsnViewport  *self,
                  const LsnBox *box,
                  double        margin,
                  double        max_zoom)
{
  double width, height, zoom;
  int    step;

  g_return_if_fail (LSN_IS_VIEWPORT (self));

  width = MAX (self->width - 2 * margin, 1);
  height = MAX (self->height - 2 * margin, 1);
  zoom = MIN (max_zoom, MIN (width / MAX (box->width, 1e-3), height / MAX (box->height, 1e-3)));
  step = lsn_zoom_step_of (zoom);
  if (step > LSN_ZOOM_STEP_MIN && lsn_zoom_of_step (step) > zoom * (1 + 1e-9))
    step--;

  zoom = lsn_zoom_of_step (step);
  set_view (self, step,
            (box->x + box->width / 2) * zoom - self->width / 2.0,
            (box->y + box->height / 2) * zoom - self->height / 2.0);
}

/* How far to move so that from..to (pixels) lies within margin..size - margin; the beginning wins when it cannot. */
static double
shift_into (double from,
            double to,
            double size,
            double margin)
{
  if (to - from > size - 2 * margin)
    return (size - (from + to)) / 2;
  if (from < margin)
    return margin - from;
  if (to > size - margin)
    return size - margin - to;
  return 0;
}

/**
 * lsn_viewport_show:
 * @box: in map units
 * @margin: pixels to keep between it and the edges
 *
 * Pans as little as needed to see @box; not at all when it is seen already. What is larger than the view is centred.
 */
void
lsn_viewport_show (LsnViewport  *self,
                   const LsnBox *box,
                   double        margin)
{
  LsnBox seen;

  g_return_if_fail (LSN_IS_VIEWPORT (self));

  seen = lsn_viewport_box_to_widget (self, box);
  lsn_viewport_pan (self,
                    shift_into (seen.x, seen.x + seen.width, self->width, margin),
                    shift_into (seen.y, seen.y + seen.height, self->height, margin));
}
