/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/clip.h"

#define LOOP_REACH 62.0
#define ROOM 48.0   /* units of a tie in a frame that are enough to see it */
#define CORNER 16.0 /* units off a corner of a frame */
#define STEP 12.0   /* units along a border */
#define STEPS 10

/* Whether a place is in a body or so near that a line should end before it. */
static gboolean
covers (const LsnSpot *spot,
        LsnPoint       place)
{
  double x = place.x - spot->centre.x, y = place.y - spot->centre.y;
  double far, margin;

  if (spot->is_frame)
    {
      LsnBox grown = lsn_box_grow (spot->body, LSN_TIE_GAP);

      return lsn_box_holds (&grown, place.x, place.y);
    }
  margin = lsn_body_outer (&spot->look) - spot->look.radius + LSN_TIE_GAP;
  if (spot->look.shape == LSN_SHAPE_DISC)
    {
      double radius = spot->look.radius + margin;

      return x * x + y * y <= radius * radius;
    }
  far = hypot (x, y);
  if (far < 1e-6)
    return TRUE;

  return far <= lsn_shape_reach (spot->look.shape, spot->look.radius, (LsnPoint) { x / far, y / far }) + margin;
}

/* Where the curve leaves the body that its beginning, mostly the body's centre, is in. */
static double
leaves_at (const LsnSpot  *spot,
           const LsnCurve *curve)
{
  double inside = 0.0, outside = 1.0;
  guint pieces = 2 * LSN_CURVE_PIECES;

  if (!covers (spot, curve->p[0]))
    return 0.0;
  if (!spot->is_frame && spot->look.shape == LSN_SHAPE_DISC && lsn_curve_is_line (curve) &&
      lsn_distance (spot->centre, curve->p[0]) < 1e-9)
    return MIN (1.0, (lsn_body_outer (&spot->look) + LSN_TIE_GAP) /
                MAX (1e-6, lsn_distance (curve->p[0], curve->p[3])));

  for (guint i = 1; i <= pieces; i++)
    if (!covers (spot, lsn_curve_at (curve, (double) i / pieces)))
      {
        outside = (double) i / pieces;
        inside = (i - 1.0) / pieces;
        break;
      }
    else
      inside = 1.0;
  if (inside >= 1.0)
    return 1.0;

  for (guint i = 0; i < 14; i++)
    {
      double middle = (inside + outside) / 2.0;

      if (covers (spot, lsn_curve_at (curve, middle)))
        inside = middle;
      else
        outside = middle;
    }

  return outside;
}

static LsnCurve
turned (const LsnCurve *curve)
{
  return (LsnCurve) { { curve->p[3], curve->p[2], curve->p[1], curve->p[0] } };
}

LsnPoint
lsn_clip_begin (LsnStage *stage,
                guint     spot,
                guint     other,
                LsnPoint  towards)
{
  const LsnSpot *begin = &stage->spots[spot];

  return lsn_spot_holds (stage, spot, other) ? lsn_box_nearest_border (&begin->body, towards) : begin->centre;
}

/* How much of the way from a place on the border of a frame to what stands in it is to be seen. */
static double
seen_from (LsnPoint       place,
           const LsnSpot *inside)
{
  LsnCurve back = lsn_curve_line (inside->centre, place);

  return (1.0 - leaves_at (inside, &back)) * lsn_distance (place, inside->centre);
}

/* The place on a side of a frame that is so far beside what lies opposite to @at. Above, there is its title. */
static LsnPoint
on_side (const LsnBox *box,
         guint         side,
         LsnPoint      at,
         double        beside)
{
  double x = CLAMP (at.x + beside, box->x + CORNER, MAX (box->x + CORNER, box->x + box->width - CORNER));
  double y = CLAMP (at.y + beside, box->y + CORNER, MAX (box->y + CORNER, box->y + box->height - CORNER));
  const LsnPoint places[] = { { box->x, y }, { box->x + box->width, y }, { x, box->y + box->height } };

  return places[side];
}

/* Where a straight tie between a frame and what stands in it meets the frame: what stands close to a border is reached from
 * beside, so that the tie can be seen, and has room for its heads and a label; where the frame is too small for that, from
 * as far as can be. */
static LsnPoint
roomy_on_border (const LsnBox  *box,
                 const LsnSpot *inside)
{
  LsnPoint best = lsn_box_nearest_border (box, inside->centre);
  double best_seen = seen_from (best, inside);

  for (guint step = 0; step <= STEPS; step++)
    for (guint side = 0; side < 6; side++)
      {
        LsnPoint place = on_side (box, side / 2, inside->centre, (side % 2 == 0 ? -STEP : STEP) * step);
        double seen = seen_from (place, inside);

        if (best_seen >= ROOM ? seen >= ROOM && seen < best_seen - 1e-6 : seen > best_seen + 1e-6)
          {
            best = place;
            best_seen = seen;
          }
      }

  return best;
}

static LsnPoint
straight_begin (LsnStage *stage,
                guint     spot,
                guint     other)
{
  const LsnSpot *begin = &stage->spots[spot];

  return lsn_spot_holds (stage, spot, other) ? roomy_on_border (&begin->body, &stage->spots[other]) : begin->centre;
}

LsnCurve
lsn_clip_curve (LsnStage *stage,
                guint     from,
                guint     to,
                double    bend)
{
  const LsnSpot *source = &stage->spots[from], *target = &stage->spots[to];
  gboolean out = lsn_spot_holds (stage, from, to), in = lsn_spot_holds (stage, to, from);
  LsnPoint a = straight_begin (stage, from, to), b = straight_begin (stage, to, from);
  LsnCurve curve = lsn_curve_bent (a, b, bend), back = turned (&curve);
  double t0 = out ? 0.0 : leaves_at (source, &curve);
  double t1 = in ? 1.0 : 1.0 - leaves_at (target, &back);

  /* bodies that overlap leave no way between them */
  if (t1 - t0 < 0.02)
    {
      double middle = CLAMP ((t0 + t1) / 2.0, 0.05, 0.95);

      t0 = middle - 0.05;
      t1 = middle + 0.05;
    }

  return lsn_curve_part (&curve, t0, t1);
}

/* How far along some curves, in curves, they leave a body. */
static double
way_out (const LsnSpot  *spot,
         const LsnCurve *curves,
         guint           n_curves)
{
  for (guint i = 0; i < n_curves; i++)
    {
      double t = leaves_at (spot, &curves[i]);

      if (t < 1.0)
        return i + t;
    }

  return n_curves;
}

LsnWay
lsn_clip_way (LsnStage       *stage,
              guint           from,
              guint           to,
              const LsnCurve *curves,
              guint           n_curves)
{
  gboolean out = lsn_spot_holds (stage, from, to), in = lsn_spot_holds (stage, to, from);
  g_autofree LsnCurve *back = g_new (LsnCurve, n_curves);
  g_auto (LsnWay) whole = lsn_way_new (curves, n_curves);
  double t0, t1;

  for (guint i = 0; i < n_curves; i++)
    back[i] = turned (&curves[n_curves - 1 - i]);
  t0 = out ? 0.0 : way_out (&stage->spots[from], curves, n_curves);
  t1 = n_curves - (in ? 0.0 : way_out (&stage->spots[to], back, n_curves));
  if (t1 - t0 < 0.02)
    return from != to ? lsn_way_of (lsn_clip_curve (stage, from, to, 0.0)) : lsn_way_of (lsn_loop_curve (&stage->spots[from], 0));

  return lsn_way_part (&whole, t0 / n_curves, t1 / n_curves);
}

LsnCurve
lsn_loop_curve_to (const LsnSpot *spot,
                   LsnPoint       middle,
                   LsnPoint       bend)
{
  double far = MAX (lsn_distance (middle, bend), 1.0), half = 0.42, angle = atan2 (bend.y - middle.y, bend.x - middle.x);
  LsnPoint out = { cos (angle - half), sin (angle - half) }, in = { cos (angle + half), sin (angle + half) };
  double leave, reach;

  if (spot->is_frame)
    leave = MIN (LSN_TIE_GAP, far / 2.0);
  else
    leave = lsn_shape_reach (spot->look.shape, lsn_body_outer (&spot->look), out) + LSN_TIE_GAP;
  /* a curve whose middle is at the bend: 1/8 of each end and 3/8 of each handle */
  reach = MAX (leave, (far / cos (half) - leave / 4.0) / 0.75);

  return (LsnCurve) { { lsn_along (middle, out, leave), lsn_along (middle, out, reach), lsn_along (middle, in, reach),
                        lsn_along (middle, in, leave) } };
}

LsnCurve
lsn_loop_curve (const LsnSpot *spot,
                guint          nth)
{
  double middle = -G_PI / 4.0 + nth * G_PI / 4.0, half = 0.42;
  double far = LOOP_REACH + 6.0 * (nth / 8);
  LsnPoint centre = spot->centre, out, in;
  double leave, arrive;

  if (spot->is_frame)
    {
      double x = spot->body.x + spot->body.width - 36.0 - 30.0 * nth;

      return (LsnCurve) { { { x - 12.0, spot->body.y - LSN_TIE_GAP }, { x - 26.0, spot->body.y - far + 10.0 },
                            { x + 26.0, spot->body.y - far + 10.0 }, { x + 12.0, spot->body.y - LSN_TIE_GAP } } };
    }

  out = (LsnPoint) { cos (middle - half), sin (middle - half) };
  in = (LsnPoint) { cos (middle + half), sin (middle + half) };
  leave = lsn_shape_reach (spot->look.shape, lsn_body_outer (&spot->look), out) + LSN_TIE_GAP;
  arrive = lsn_shape_reach (spot->look.shape, lsn_body_outer (&spot->look), in) + LSN_TIE_GAP;

  return (LsnCurve) { { lsn_along (centre, out, leave), lsn_along (centre, out, leave + far),
                        lsn_along (centre, in, arrive + far), lsn_along (centre, in, arrive) } };
}
