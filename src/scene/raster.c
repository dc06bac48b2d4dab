/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/raster.h"
#include <math.h>

gboolean
lsn_raster_begin (LsnRaster       *raster,
                  cairo_surface_t *surface)
{
  *raster = (LsnRaster) { NULL };
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE ||
      cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    return FALSE;

  cairo_surface_flush (surface);
  raster->pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  raster->width = cairo_image_surface_get_width (surface);
  raster->height = cairo_image_surface_get_height (surface);
  raster->stride = cairo_image_surface_get_stride (surface) / (int) sizeof (guint32);

  return raster->pixels != NULL;
}

void
lsn_raster_end (LsnRaster       *raster,
                cairo_surface_t *surface)
{
  cairo_surface_mark_dirty (surface);
  raster->pixels = NULL;
}

static inline guint32
opaque (LsnColour colour)
{
  return 0xff000000u | colour;
}

/* Two channels at a time; @share is 0 to 256. */
static inline guint32
blend (guint32 old,
       guint32 ink,
       guint32 share)
{
  guint32 rest = 256 - share;
  guint32 odd = ((old >> 8 & 0xff00ff) * rest + (ink >> 8 & 0xff00ff) * share) & 0xff00ff00u;
  guint32 even = ((old & 0xff00ff) * rest + (ink & 0xff00ff) * share) >> 8 & 0xff00ff;

  return odd | even;
}

/* The part from @low to @high of a row or column of @n pixels, those at its ends as far as they are covered. */
static inline void
span (guint32 *pixels,
      int      step,
      int      n,
      double   low,
      double   high,
      double   weight,
      guint32  ink)
{
  int first, last;

  low = MAX (low, 0.0);
  high = MIN (high, n);
  if (low >= high)
    return;

  first = (int) low;
  last = MIN ((int) high, n - 1);
  if (first == last)
    {
      pixels[first * step] = blend (pixels[first * step], ink, (guint32) ((high - low) * weight));
      return;
    }
  pixels[first * step] = blend (pixels[first * step], ink, (guint32) ((first + 1 - low) * weight));
  for (int at = first + 1; at < last; at++)
    pixels[at * step] = weight >= 256.0 ? ink : blend (pixels[at * step], ink, (guint32) weight);
  pixels[last * step] = blend (pixels[last * step], ink, (guint32) ((high - last) * weight));
}

void
lsn_raster_fill (LsnRaster *raster,
                 LsnColour  colour)
{
  for (int y = 0; y < raster->height; y++)
    for (int x = 0; x < raster->width; x++)
      raster->pixels[y * raster->stride + x] = opaque (colour);
}

/* Along the longer axis, one row or column after the other. */
void
lsn_raster_line (LsnRaster *raster,
                 LsnPoint   from,
                 LsnPoint   to,
                 double     width,
                 LsnColour  colour)
{
  gboolean steep = fabs (to.y - from.y) > fabs (to.x - from.x);
  double   begin = steep ? from.y : from.x, end = steep ? to.y : to.x;
  double   across = steep ? from.x : from.y, slope, half, weight;
  int      n = steep ? raster->height : raster->width, n_across = steep ? raster->width : raster->height;
  int      step = steep ? raster->stride : 1, step_across = steep ? 1 : raster->stride;
  double   low, high;

  if (begin == end || !isfinite (begin) || !isfinite (end) || !isfinite (across))
    return;

  slope = ((steep ? to.x : to.y) - across) / (end - begin);
  half = width * sqrt (1.0 + slope * slope) / 2.0;
  /* what is thinner than a pixel is paler */
  weight = 256.0 * MIN (1.0, 2.0 * half);
  half = MAX (half, 0.5);
  low = MAX (0.0, floor (MIN (begin, end)));
  high = MIN (n - 1.0, floor (MAX (begin, end)));
  if (fabs (slope) > 1e-9)
    {
      double one = begin + (-half - across) / slope, other = begin + (n_across + half - across) / slope;

      low = MAX (low, floor (MIN (one, other)));
      high = MIN (high, ceil (MAX (one, other)));
    }
  if (low > high)
    return;

  across += (low + 0.5 - begin) * slope;
  for (int at = (int) low; at <= (int) high; at++, across += slope)
    span (raster->pixels + at * step, step_across, n_across, across - half, across + half, weight, opaque (colour));
}

void
lsn_raster_disc (LsnRaster *raster,
                 LsnPoint   centre,
                 double     radius,
                 LsnColour  colour)
{
  double low = MAX (0.0, floor (centre.y - radius)), high = MIN (raster->height - 1.0, floor (centre.y + radius));

  if (centre.x + radius < 0.0 || centre.x - radius > raster->width || !(low <= high))
    return;

  for (int y = (int) low; y <= (int) high; y++)
    {
      double dy = y + 0.5 - centre.y, rest = radius * radius - dy * dy;
      double half = rest > 0.0 ? sqrt (rest) : 0.0;

      span (raster->pixels + y * raster->stride, 1, raster->width, centre.x - half, centre.x + half, 256.0,
            opaque (colour));
    }
}

void
lsn_raster_box (LsnRaster    *raster,
                const LsnBox *box,
                LsnColour     colour)
{
  double low = MAX (0.0, floor (box->y + 0.5)), high = MIN (raster->height, floor (box->y + box->height + 0.5));

  if (box->x + box->width < 0.0 || box->x > raster->width || !(low < high))
    return;

  for (int y = (int) low; y < (int) high; y++)
    span (raster->pixels + y * raster->stride, 1, raster->width, box->x, box->x + box->width, 256.0, opaque (colour));
}
