/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/way.h"
#include <string.h>

LsnWay
lsn_way_of (LsnCurve curve)
{
  return (LsnWay) { .first = curve };
}

/**
 * lsn_way_new:
 * @curves: (array length=n_curves): each begins where the one before ends
 * @n_curves: at least 1
 *
 * Returns: the way along them, to be cleared
 */
LsnWay
lsn_way_new (const LsnCurve *curves,
             guint           n_curves)
{
  LsnWay way = lsn_way_of (curves[0]);

  if (n_curves > 1)
    {
      way.n_more = n_curves - 1;
      way.more = g_atomic_rc_box_alloc (way.n_more * sizeof (LsnCurve));
      memcpy (way.more, curves + 1, way.n_more * sizeof (LsnCurve));
    }

  return way;
}

LsnWay
lsn_way_share (const LsnWay *way)
{
  LsnWay other = *way;

  if (other.more != NULL)
    g_atomic_rc_box_acquire (other.more);

  return other;
}

void
lsn_way_clear (LsnWay *way)
{
  g_clear_pointer (&way->more, g_atomic_rc_box_release);
  way->n_more = 0;
}

gboolean
lsn_way_equal (const LsnWay *a,
               const LsnWay *b)
{
  return memcmp (&a->first, &b->first, sizeof (LsnCurve)) == 0 && a->n_more == b->n_more &&
         (a->more == b->more || memcmp (a->more, b->more, a->n_more * sizeof (LsnCurve)) == 0);
}

guint
lsn_way_n (const LsnWay *way)
{
  return (guint) way->n_more + 1;
}

const LsnCurve *
lsn_way_curve (const LsnWay *way,
               guint         number)
{
  return number == 0 ? &way->first : &way->more[number - 1];
}

LsnPoint
lsn_way_start (const LsnWay *way)
{
  return way->first.p[0];
}

LsnPoint
lsn_way_end (const LsnWay *way)
{
  return lsn_way_curve (way, (guint) way->n_more)->p[3];
}

/* The curve that @t is on, and where on it. */
static const LsnCurve *
curve_at (const LsnWay *way,
          double       *t)
{
  double place = CLAMP (*t, 0.0, 1.0) * lsn_way_n (way);
  guint number = MIN ((guint) place, (guint) way->n_more);

  *t = place - number;

  return lsn_way_curve (way, number);
}

LsnPoint
lsn_way_at (const LsnWay *way,
            double        t)
{
  const LsnCurve *curve = curve_at (way, &t);

  return lsn_curve_at (curve, t);
}

/* The direction at @t, of length 1. */
LsnPoint
lsn_way_tangent (const LsnWay *way,
                 double        t)
{
  const LsnCurve *curve = curve_at (way, &t);

  return lsn_curve_tangent (curve, t);
}

/**
 * lsn_way_part:
 * @way: a way
 * @t0: where the part begins
 * @t1: where it ends, behind @t0
 *
 * Returns: that part of it, to be cleared
 */
LsnWay
lsn_way_part (const LsnWay *way,
              double        t0,
              double        t1)
{
  double from = CLAMP (t0, 0.0, 1.0) * lsn_way_n (way), to = CLAMP (t1, 0.0, 1.0) * lsn_way_n (way);
  guint first = MIN ((guint) from, (guint) way->n_more), last = MIN ((guint) to, (guint) way->n_more);
  g_autofree LsnCurve *parts = NULL;

  if (last > first && to - last < 1e-9)
    last--;
  parts = g_new (LsnCurve, last - first + 1);
  for (guint i = first; i <= last; i++)
    parts[i - first] = lsn_curve_part (lsn_way_curve (way, i), i == first ? from - first : 0.0, i == last ? to - last : 1.0);

  return lsn_way_new (parts, last - first + 1);
}

LsnBox
lsn_way_box (const LsnWay *way)
{
  LsnBox box = lsn_curve_box (&way->first);

  for (gsize i = 0; i < way->n_more; i++)
    box = lsn_box_union (box, lsn_curve_box (&way->more[i]));

  return box;
}

double
lsn_way_length (const LsnWay *way)
{
  double length = lsn_curve_length (&way->first);

  for (gsize i = 0; i < way->n_more; i++)
    length += lsn_curve_length (&way->more[i]);

  return length;
}

double
lsn_way_distance (const LsnWay *way,
                  LsnPoint      point)
{
  double nearest = lsn_curve_distance (&way->first, point);

  for (gsize i = 0; i < way->n_more; i++)
    nearest = MIN (nearest, lsn_curve_distance (&way->more[i], point));

  return nearest;
}

gboolean
lsn_way_meets_box (const LsnWay *way,
                   const LsnBox *box)
{
  for (guint i = 0; i < lsn_way_n (way); i++)
    if (lsn_curve_meets_box (lsn_way_curve (way, i), box))
      return TRUE;

  return FALSE;
}

/* Where the way has run @length from its beginning. */
double
lsn_way_t_at_length (const LsnWay *way,
                     double        length)
{
  guint n = lsn_way_n (way);

  for (guint i = 0; i + 1 < n; i++)
    {
      const LsnCurve *curve = lsn_way_curve (way, i);
      double own = lsn_curve_length (curve);

      if (length <= own)
        return (i + lsn_curve_t_at_length (curve, length)) / n;
      length -= own;
    }

  return (n - 1 + lsn_curve_t_at_length (lsn_way_curve (way, n - 1), length)) / n;
}

/**
 * lsn_way_flatten:
 * @way: a way
 * @n_pieces: into how many straight pieces each curve of it that is bent is cut
 *
 * Returns: (transfer full) (element-type LsnPoint): the points from piece to piece; at least two
 */
GArray *
lsn_way_flatten (const LsnWay *way,
                 guint         n_pieces)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LsnPoint));

  g_array_append_val (points, way->first.p[0]);
  for (guint i = 0; i < lsn_way_n (way); i++)
    {
      const LsnCurve *curve = lsn_way_curve (way, i);
      guint pieces = lsn_curve_is_line (curve) ? 1 : n_pieces;

      for (guint k = 1; k <= pieces; k++)
        {
          LsnPoint point = k == pieces ? curve->p[3] : lsn_curve_at (curve, (double) k / pieces);

          g_array_append_val (points, point);
        }
    }

  return points;
}
