/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/geometry.h"

gboolean
lsn_box_is_empty (const LsnBox *box)
{
  return !(box->width >= 0.0);
}

LsnBox
lsn_box_around (LsnPoint centre,
                double   half_width,
                double   half_height)
{
  return (LsnBox) { centre.x - half_width, centre.y - half_height, 2.0 * half_width, 2.0 * half_height };
}

LsnBox
lsn_box_grow (LsnBox box,
              double by)
{
  if (lsn_box_is_empty (&box))
    return box;

  return (LsnBox) { box.x - by, box.y - by, box.width + 2.0 * by, box.height + 2.0 * by };
}

LsnBox
lsn_box_union (LsnBox a,
               LsnBox b)
{
  double x, y;

  if (lsn_box_is_empty (&a))
    return b;
  if (lsn_box_is_empty (&b))
    return a;

  x = MIN (a.x, b.x);
  y = MIN (a.y, b.y);

  return (LsnBox) { x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

LsnBox
lsn_box_with_point (LsnBox   box,
                    LsnPoint point)
{
  return lsn_box_union (box, (LsnBox) { point.x, point.y, 0.0, 0.0 });
}

gboolean
lsn_box_meets (const LsnBox *a,
               const LsnBox *b)
{
  return !lsn_box_is_empty (a) && !lsn_box_is_empty (b) &&
         a->x <= b->x + b->width && b->x <= a->x + a->width &&
         a->y <= b->y + b->height && b->y <= a->y + a->height;
}

gboolean
lsn_box_holds (const LsnBox *box,
               double        x,
               double        y)
{
  return x >= box->x && x <= box->x + box->width && y >= box->y && y <= box->y + box->height;
}

gboolean
lsn_box_holds_box (const LsnBox *outer,
                   const LsnBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

/* The area that both cover. */
double
lsn_box_overlap (const LsnBox *a,
                 const LsnBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0.0 && height > 0.0 ? width * height : 0.0;
}

LsnPoint
lsn_box_centre (const LsnBox *box)
{
  return (LsnPoint) { box->x + box->width / 2.0, box->y + box->height / 2.0 };
}

LsnPoint
lsn_box_nearest_border (const LsnBox *box,
                        LsnPoint      place)
{
  LsnPoint at = { CLAMP (place.x, box->x, box->x + box->width), CLAMP (place.y, box->y, box->y + box->height) };
  double left = at.x - box->x, right = box->x + box->width - at.x;
  double above = at.y - box->y, below = box->y + box->height - at.y;
  double least = MIN (MIN (left, right), MIN (above, below));

  if (least == left)
    return (LsnPoint) { box->x, at.y }
  ;
  if (least == right)
    return (LsnPoint) { box->x + box->width, at.y }
  ;
  if (least == above)
    return (LsnPoint) { at.x, box->y }
  ;

  return (LsnPoint) { at.x, box->y + box->height };
}

static gboolean
clip_to_slab (double  from,
              double  step,
              double  low,
              double  high,
              double *t0,
              double *t1)
{
  double a, b;

  if (step == 0.0)
    return from >= low && from <= high;

  a = (low - from) / step;
  b = (high - from) / step;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));

  return *t0 <= *t1;
}

gboolean
lsn_box_meets_segment (const LsnBox *box,
                       LsnPoint      a,
                       LsnPoint      b)
{
  double t0 = 0.0, t1 = 1.0;

  return clip_to_slab (a.x, b.x - a.x, box->x, box->x + box->width, &t0, &t1) &&
         clip_to_slab (a.y, b.y - a.y, box->y, box->y + box->height, &t0, &t1);
}

double
lsn_distance (LsnPoint a,
              LsnPoint b)
{
  double x = b.x - a.x, y = b.y - a.y;

  return sqrt (x * x + y * y);
}

double
lsn_distance_to_segment (LsnPoint p,
                         LsnPoint a,
                         LsnPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double t = square > 0.0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0.0;

  return lsn_distance (p, lsn_between (a, b, CLAMP (t, 0.0, 1.0)));
}

LsnPoint
lsn_between (LsnPoint a,
             LsnPoint b,
             double   t)
{
  return (LsnPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

LsnPoint
lsn_along (LsnPoint from,
           LsnPoint direction,
           double   distance)
{
  return (LsnPoint) { from.x + direction.x * distance, from.y + direction.y * distance };
}

LsnCurve
lsn_curve_line (LsnPoint from,
                LsnPoint to)
{
  return (LsnCurve) { { from, lsn_between (from, to, 1.0 / 3.0), lsn_between (from, to, 2.0 / 3.0), to } };
}

/* A curve whose middle stands @bend beside the straight line, to the right of its direction (y down). */
LsnCurve
lsn_curve_bent (LsnPoint from,
                LsnPoint to,
                double   bend)
{
  LsnCurve curve = lsn_curve_line (from, to);
  double length = lsn_distance (from, to);
  LsnPoint across;

  if (length <= 0.0 || bend == 0.0)
    return curve;

  across = (LsnPoint) { -(to.y - from.y) / length, (to.x - from.x) / length };
  curve.p[1] = lsn_along (curve.p[1], across, bend * 4.0 / 3.0);
  curve.p[2] = lsn_along (curve.p[2], across, bend * 4.0 / 3.0);

  return curve;
}

gboolean
lsn_curve_is_line (const LsnCurve *curve)
{
  const LsnPoint *p = curve->p;
  double dx = p[3].x - p[0].x, dy = p[3].y - p[0].y, square = dx * dx + dy * dy;

  for (guint i = 1; i <= 2; i++)
    {
      double x = p[i].x - p[0].x, y = p[i].y - p[0].y;
      double across = x * dy - y * dx, along = x * dx + y * dy;

      if (across * across > 1e-4 * square || along < -1e-6 * square || along > 1.000001 * square)
        return FALSE;
    }

  return TRUE;
}

LsnPoint
lsn_curve_at (const LsnCurve *curve,
              double          t)
{
  double s = 1.0 - t;
  double a = s * s * s, b = 3.0 * s * s * t, c = 3.0 * s * t * t, d = t * t * t;
  const LsnPoint *p = curve->p;

  return (LsnPoint) { a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                        a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/* The direction at @t, of length 1; (1, 0) where a curve has none. */
LsnPoint
lsn_curve_tangent (const LsnCurve *curve,
                   double          t)
{
  const LsnPoint *p = curve->p;
  double s = 1.0 - t;
  double x = s * s * (p[1].x - p[0].x) + 2.0 * s * t * (p[2].x - p[1].x) + t * t * (p[3].x - p[2].x);
  double y = s * s * (p[1].y - p[0].y) + 2.0 * s * t * (p[2].y - p[1].y) + t * t * (p[3].y - p[2].y);
  double length = hypot (x, y);

  if (length < 1e-9)
    {
      x = p[3].x - p[0].x;
      y = p[3].y - p[0].y;
      length = hypot (x, y);
    }
  if (length < 1e-9)
    return (LsnPoint) { 1.0, 0.0 }
  ;

  return (LsnPoint) { x / length, y / length };
}

/* De Casteljau: what is before @t in @first, what is after it in @second; either may be NULL. */
static void
split (const LsnCurve *curve,
       double          t,
       LsnCurve       *first,
       LsnCurve       *second)
{
  const LsnPoint *p = curve->p;
  LsnPoint a = lsn_between (p[0], p[1], t), b = lsn_between (p[1], p[2], t), c = lsn_between (p[2], p[3], t);
  LsnPoint ab = lsn_between (a, b, t), bc = lsn_between (b, c, t);
  LsnPoint middle = lsn_between (ab, bc, t);
  LsnCurve before = { { p[0], a, ab, middle } };
  LsnCurve after = { { middle, bc, c, p[3] } };

  if (first != NULL)
    *first = before;
  if (second != NULL)
    *second = after;
}

LsnCurve
lsn_curve_part (const LsnCurve *curve,
                double          t0,
                double          t1)
{
  LsnCurve part = *curve;

  if (t1 < 1.0)
    split (&part, t1, &part, NULL);
  if (t0 > 0.0 && t1 > 0.0)
    split (&part, MIN (t0 / t1, 1.0), NULL, &part);

  return part;
}

/* A box that holds the curve: that of its pieces, with what they may miss. */
LsnBox
lsn_curve_box (const LsnCurve *curve)
{
  LsnBox box = { curve->p[0].x, curve->p[0].y, 0.0, 0.0 };

  if (lsn_curve_is_line (curve))
    return lsn_box_with_point (box, curve->p[3]);

  for (guint i = 1; i <= LSN_CURVE_PIECES; i++)
    box = lsn_box_with_point (box, lsn_curve_at (curve, (double) i / LSN_CURVE_PIECES));

  return lsn_box_grow (box, 0.01 * MAX (box.width, box.height));
}

double
lsn_curve_length (const LsnCurve *curve)
{
  LsnPoint last = curve->p[0];
  double length = 0.0;

  if (lsn_curve_is_line (curve))
    return lsn_distance (curve->p[0], curve->p[3]);

  for (guint i = 1; i <= LSN_CURVE_PIECES; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / LSN_CURVE_PIECES);

      length += lsn_distance (last, next);
      last = next;
    }

  return length;
}

double
lsn_curve_distance (const LsnCurve *curve,
                    LsnPoint        point)
{
  LsnPoint last = curve->p[0];
  double nearest = INFINITY;

  if (lsn_curve_is_line (curve))
    return lsn_distance_to_segment (point, curve->p[0], curve->p[3]);

  for (guint i = 1; i <= LSN_CURVE_PIECES; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / LSN_CURVE_PIECES);

      nearest = MIN (nearest, lsn_distance_to_segment (point, last, next));
      last = next;
    }

  return nearest;
}

gboolean
lsn_curve_meets_box (const LsnCurve *curve,
                     const LsnBox   *box)
{
  LsnPoint last = curve->p[0];

  if (lsn_curve_is_line (curve))
    return lsn_box_meets_segment (box, curve->p[0], curve->p[3]);

  for (guint i = 1; i <= LSN_CURVE_PIECES; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / LSN_CURVE_PIECES);

      if (lsn_box_meets_segment (box, last, next))
        return TRUE;
      last = next;
    }

  return FALSE;
}

/* Where the curve has run @length from its beginning. */
double
lsn_curve_t_at_length (const LsnCurve *curve,
                       double          length)
{
  LsnPoint last = curve->p[0];
  double run = 0.0;

  if (length <= 0.0)
    return 0.0;

  for (guint i = 1; i <= LSN_CURVE_PIECES; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / LSN_CURVE_PIECES);
      double piece = lsn_distance (last, next);

      if (piece > 0.0 && run + piece >= length)
        return (i - 1 + (length - run) / piece) / LSN_CURVE_PIECES;
      run += piece;
      last = next;
    }

  return 1.0;
}
