/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/thin.h"

/* Coverage of 1 is this many. */
#define FULL 256

/* Lines thinner than this are as strong as this: else those of a far view would vanish. */
#define LEAST_WIDTH 0.35

typedef struct
{
  LsnThin      *thin;
  guint32       red, green, blue;
  double        weight;
  double        dash[LSN_N_DASHES];
  double        period; /* pixels; 0 for no gaps */
  double        run;
} Stroke;

static gboolean
one_box (cairo_t *cr,
         LsnThin *thin)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean one = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (one)
    {
      cairo_rectangle_t box = list->rectangles[0];
      double x0 = box.x, y0 = box.y, x1 = box.x + box.width, y1 = box.y + box.height;

      cairo_user_to_device (cr, &x0, &y0);
      cairo_user_to_device (cr, &x1, &y1);
      thin->left = (int) MAX (thin->left, ceil (x0 + thin->matrix.x0 - 1e-6));
      thin->top = (int) MAX (thin->top, ceil (y0 + thin->matrix.y0 - 1e-6));
      thin->right = (int) MIN (thin->right, floor (x1 + thin->matrix.x0 + 1e-6));
      thin->bottom = (int) MIN (thin->bottom, floor (y1 + thin->matrix.y0 + 1e-6));
    }
  cairo_rectangle_list_destroy (list);

  return one && thin->left < thin->right && thin->top < thin->bottom;
}

gboolean
lsn_thin_begin (LsnThin *thin,
                cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double x_scale, y_scale, x, y;
  cairo_matrix_t matrix;
  cairo_format_t format;

  *thin = (LsnThin) { NULL };
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  if (format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24)
    return FALSE;
  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  cairo_surface_get_device_offset (surface, &x, &y);
  if (x_scale != 1.0 || y_scale != 1.0)
    return FALSE;

  cairo_surface_flush (surface);
  thin->pixels = cairo_image_surface_get_data (surface);
  if (thin->pixels == NULL)
    return FALSE;
  thin->stride = cairo_image_surface_get_stride (surface);
  thin->right = cairo_image_surface_get_width (surface);
  thin->bottom = cairo_image_surface_get_height (surface);
  thin->matrix.x0 = x;
  thin->matrix.y0 = y;
  if (!one_box (cr, thin))
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  matrix.x0 += x;
  matrix.y0 += y;
  thin->matrix = matrix;
  thin->surface = surface;

  return TRUE;
}

void
lsn_thin_end (LsnThin *thin)
{
  if (thin->surface != NULL)
    cairo_surface_mark_dirty (thin->surface);
  thin->surface = NULL;
}

static inline void
blend (Stroke *stroke,
       int     x,
       int     y,
       guint32 share)
{
  LsnThin *thin = stroke->thin;
  guint32 *pixel, old, rest, alpha, red, green, blue;

  if (x < thin->left || x >= thin->right || y < thin->top || y >= thin->bottom)
    return;

  pixel = (guint32 *) (gpointer) (thin->pixels + (gsize) y * thin->stride) + x;
  old = *pixel;
  rest = FULL - share;
  alpha = (255 * share + (old >> 24) * rest) >> 8;
  red = (stroke->red * share + (old >> 16 & 0xff) * rest) >> 8;
  green = (stroke->green * share + (old >> 8 & 0xff) * rest) >> 8;
  blue = (stroke->blue * share + (old & 0xff) * rest) >> 8;
  *pixel = alpha << 24 | red << 16 | green << 8 | blue;
}

static gboolean
is_gap (const Stroke *stroke,
        double        run)
{
  double at = stroke->period > 0.0 ? fmod (run, stroke->period) : 0.0;

  for (guint i = 0; stroke->period > 0.0 && i < LSN_N_DASHES; i++)
    {
      if (at < stroke->dash[i])
        return i % 2 == 1;
      at -= stroke->dash[i];
    }

  return FALSE;
}

/* Keeps of a segment what lies in the box; FALSE when nothing does. @run grows by what is cut off before it. */
static gboolean
clip (const LsnThin *thin,
      LsnPoint      *a,
      LsnPoint      *b,
      double        *run)
{
  double dx = b->x - a->x, dy = b->y - a->y, t0 = 0.0, t1 = 1.0;
  double low[2] = { thin->left - 1.0 - a->x, thin->top - 1.0 - a->y };
  double high[2] = { thin->right + 1.0 - a->x, thin->bottom + 1.0 - a->y };
  double step[2] = { dx, dy };
  LsnPoint from = *a;

  for (guint i = 0; i < 2; i++)
    if (step[i] == 0.0)
      {
        if (low[i] > 0.0 || high[i] < 0.0)
          return FALSE;
      }
    else
      {
        t0 = MAX (t0, MIN (low[i] / step[i], high[i] / step[i]));
        t1 = MIN (t1, MAX (low[i] / step[i], high[i] / step[i]));
      }
  if (t0 >= t1)
    return FALSE;

  *run += t0 * hypot (dx, dy);
  *a = (LsnPoint) { from.x + dx * t0, from.y + dy * t0 };
  *b = (LsnPoint) { from.x + dx * t1, from.y + dy * t1 };

  return TRUE;
}

/* Along the longer axis, one pixel after the other, shared between the two that the line runs between. */
static void
draw_segment (Stroke  *stroke,
              LsnPoint a,
              LsnPoint b)
{
  double length = hypot (b.x - a.x, b.y - a.y), run = stroke->run;
  gboolean steep = fabs (b.y - a.y) > fabs (b.x - a.x);
  double from, to, across, slope, per_step;

  stroke->run += length;
  if (length < 1e-6 || !clip (stroke->thin, &a, &b, &run))
    return;

  from = steep ? a.y : a.x;
  to = steep ? b.y : b.x;
  across = steep ? a.x : a.y;
  if (fabs (to - from) < 1e-6)
    return;
  slope = ((steep ? b.x : b.y) - across) / (to - from);
  per_step = sqrt (1.0 + slope * slope);
  for (int at = (int) floor (MIN (from, to)), end = (int) floor (MAX (from, to)); at <= end; at++)
    {
      double begin = MAX (at, MIN (from, to)), stop = MIN (at + 1.0, MAX (from, to));
      double middle = (begin + stop) / 2.0, place = across + (middle - from) * slope - 0.5;
      double below = place - floor (place);
      double weight = stroke->weight * per_step * (stop - begin) * FULL;

      if (is_gap (stroke, run + fabs (middle - from) * per_step))
        continue;
      weight = MIN (weight, FULL);
      if (steep)
        {
          blend (stroke, (int) floor (place), at, (guint32) (weight * (1.0 - below)));
          blend (stroke, (int) floor (place) + 1, at, (guint32) (weight * below));
        }
      else
        {
          blend (stroke, at, (int) floor (place), (guint32) (weight * (1.0 - below)));
          blend (stroke, at, (int) floor (place) + 1, (guint32) (weight * below));
        }
    }
}

static LsnPoint
to_pixels (const LsnThin *thin,
           LsnPoint       place)
{
  cairo_matrix_transform_point (&thin->matrix, &place.x, &place.y);
  return place;
}

static void
set_dash (Stroke      *stroke,
          const double dash[LSN_N_DASHES],
          double       scale)
{
  double on = 0.0;

  stroke->period = 0.0;
  for (guint i = 0, n = lsn_style_n_dashes (dash); i < n; i++)
    {
      /* a dot is as long as the line is wide, which here is a pixel */
      stroke->dash[i] = i % 2 == 0 ? MAX (1.0, dash[i] * scale) : dash[i] * scale;
      stroke->period += stroke->dash[i];
      on += i % 2 == 0 ? stroke->dash[i] : 0.0;
    }
  if (stroke->period < 5.0)
    {
      /* too fine to be seen: as pale as it would look */
      if (stroke->period > 0.0)
        stroke->weight *= CLAMP (on / stroke->period, 0.5, 1.0);
      stroke->period = 0.0;
    }
}

static void
draw_curve (Stroke         *stroke,
            const LsnCurve *curve)
{
  double length = lsn_distance (curve->p[0], curve->p[1]) + lsn_distance (curve->p[1], curve->p[2]) +
                  lsn_distance (curve->p[2], curve->p[3]);
  guint pieces = (guint) CLAMP (length / 6.0, 3.0, 48.0);
  LsnPoint last = curve->p[0];

  for (guint i = 1; i <= pieces; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / pieces);

      draw_segment (stroke, last, next);
      last = next;
    }
}

void
lsn_thin_path (LsnThin       *thin,
               const LsnPath *path,
               LsnColour      colour,
               double         width,
               const double   dash[LSN_N_DASHES])
{
  double scale = hypot (thin->matrix.xx, thin->matrix.yx);
  Stroke stroke = { thin, colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff,
                    CLAMP (width * scale, LEAST_WIDTH, 1.0) };
  LsnPoint at = { 0.0, 0.0 }, start = at;

  set_dash (&stroke, dash, scale);
  for (guint i = 0; i < path->n_pieces; i++)
    {
      const LsnPathPiece *piece = &path->pieces[i];
      LsnPoint to = to_pixels (thin, piece->p[piece->op == LSN_PATH_CURVE ? 2 : 0]);

      if (piece->op == LSN_PATH_MOVE)
        start = to;
      else if (piece->op == LSN_PATH_LINE)
        draw_segment (&stroke, at, to);
      else if (piece->op == LSN_PATH_CURVE)
        draw_curve (&stroke, &(LsnCurve) { { at, to_pixels (thin, piece->p[0]), to_pixels (thin, piece->p[1]), to } });
      else
        {
          draw_segment (&stroke, at, start);
          to = start;
        }
      at = to;
    }
}
