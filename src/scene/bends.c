/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/bends.h"
#include "scene/clip.h"

#define ROUNDING 18.0

/* The direction in which a smooth way passes the point between two others, of length 1; 0 where they are the same. */
static LsnPoint
passing (LsnPoint before,
         LsnPoint after)
{
  double length = lsn_distance (before, after);

  return length > 1e-9 ? (LsnPoint) { (after.x - before.x) / length, (after.y - before.y) / length } : (LsnPoint) { 0.0, 0.0 };
}

/* A Catmull-Rom spline with handles of a third of each chord, so that points at unlike distances make no loops; at its ends it
 * looks towards where it goes. */
static void
make_smooth (const LsnPoint *points,
             guint           n_points,
             LsnCurve       *curves)
{
  for (guint i = 0; i + 1 < n_points; i++)
    {
      LsnPoint a = points[i], b = points[i + 1];
      double handle = lsn_distance (a, b) / 3.0;
      LsnCurve *curve = &curves[i];

      *curve = lsn_curve_line (a, b);
      if (i > 0)
        curve->p[1] = lsn_along (a, passing (points[i - 1], b), handle);
      if (i + 2 < n_points)
        curve->p[2] = lsn_along (b, passing (a, points[i + 2]), -handle);
      if (i == 0)
        curve->p[1] = lsn_between (a, curve->p[2], 0.5);
      if (i + 2 == n_points)
        curve->p[2] = lsn_between (b, curve->p[1], 0.5);
    }
}

/* Pieces and corners by turns. Returns how many. */
static guint
make_rounded (const LsnPoint *points,
              guint           n_points,
              LsnCurve       *curves)
{
  LsnPoint at = points[0];
  guint n = 0;

  for (guint i = 1; i + 1 < n_points; i++)
    {
      LsnPoint corner = points[i];
      double before = lsn_distance (points[i - 1], corner), after = lsn_distance (corner, points[i + 1]);
      double cut = MIN (ROUNDING, MIN (before, after) / 2.0);
      LsnPoint from = before > 0.0 ? lsn_between (corner, points[i - 1], cut / before) : corner;
      LsnPoint to = after > 0.0 ? lsn_between (corner, points[i + 1], cut / after) : corner;

      curves[n++] = lsn_curve_line (at, from);
      curves[n++] = (LsnCurve) { { from, lsn_between (from, corner, 2.0 / 3.0), lsn_between (to, corner, 2.0 / 3.0), to } };
      at = to;
    }
  curves[n++] = lsn_curve_line (at, points[n_points - 1]);

  return n;
}

/* From its actor out to the point and back, as a loop. */
static LsnWay
loop_to (const LsnSpot *spot,
         LsnPoint       bend)
{
  LsnPoint middle = spot->is_frame ? (LsnPoint) { bend.x, spot->body.y } : spot->centre;

  return lsn_way_of (lsn_loop_curve_to (spot, middle, bend));
}

/**
 * lsn_bends_way:
 * @stage: who stands where
 * @from: a spot
 * @to: a spot, maybe the same
 * @bends: (array length=n_bends): what the way passes through, in units
 * @n_bends: at least 1
 * @form: how it passes them
 *
 * Returns: the way from border to border, to be cleared
 */
LsnWay
lsn_bends_way (LsnStage       *stage,
               guint           from,
               guint           to,
               const LsnPoint *bends,
               guint           n_bends,
               LsnForm         form)
{
  g_autofree LsnPoint *points = g_new (LsnPoint, n_bends + 2);
  g_autofree LsnCurve *curves = g_new (LsnCurve, 2 * n_bends + 1);
  guint n_curves = n_bends + 1;

  if (from == to && n_bends == 1)
    return loop_to (&stage->spots[from], bends[0]);

  points[0] = lsn_clip_begin (stage, from, to, bends[0]);
  for (guint i = 0; i < n_bends; i++)
    points[i + 1] = bends[i];
  points[n_bends + 1] = lsn_clip_begin (stage, to, from, bends[n_bends - 1]);

  if (form == LSN_FORM_ROUNDED)
    n_curves = make_rounded (points, n_bends + 2, curves);
  else if (form == LSN_FORM_SMOOTH)
    make_smooth (points, n_bends + 2, curves);
  else
    for (guint i = 0; i <= n_bends; i++)
      curves[i] = lsn_curve_line (points[i], points[i + 1]);

  return lsn_clip_way (stage, from, to, curves, n_curves);
}
