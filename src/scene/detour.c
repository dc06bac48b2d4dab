/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/detour.h"
#include "scene/clip.h"
#include "scene/grid.h"

/* A line that has so many actors about it looks for no way around them: it crosses half the map, and a bend would only move it
 * onto others. This is also what keeps the cost of a line bounded, so that lines of any map may look. */
#define MAX_MET 48
#define MAX_ABOUT 160
#define MAX_BEND 0.36
#define CLEARANCE 9.0
#define BEND_COST 60.0

struct _LsnDetour
{
  LsnStage *stage;
  LsnGrid  *bodies;
  GArray   *found;  /* of guint32 */
  guint    *seen;   /* by spot: the question that last met it */
  guint     question;
};

/* A curve as the straight pieces that it is measured by. */
typedef struct
{
  LsnPoint p[LSN_CURVE_PIECES + 1];
  guint    n;
  LsnBox   box;
} Pieces;

/**
 * lsn_detour_new:
 * @stage: who stands where; it outlives what is returned
 *
 * Returns: (transfer full): what finds ways on @stage. Cost: O(actors)
 */
LsnDetour *
lsn_detour_new (LsnStage *stage)
{
  LsnDetour *detour = g_new0 (LsnDetour, 1);
  LsnBox bounds = LSN_EMPTY_BOX;

  detour->stage = stage;
  detour->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  detour->seen = g_new0 (guint, MAX (1, stage->n_spots));
  for (guint i = 0; i < stage->n_spots; i++)
    bounds = lsn_box_union (bounds, stage->spots[i].reach);
  detour->bodies = lsn_grid_new (bounds, stage->n_spots);
  for (guint i = 0; i < stage->n_spots; i++)
    lsn_grid_add (detour->bodies, i, lsn_box_grow (stage->spots[i].reach, CLEARANCE + 1.0));

  return detour;
}

/**
 * lsn_detour_free:
 * @detour: (transfer full): what finds ways
 *
 * Frees it.
 */
void
lsn_detour_free (LsnDetour *detour)
{
  lsn_grid_free (detour->bodies);
  g_array_unref (detour->found);
  g_free (detour->seen);
  g_free (detour);
}

static void
take_pieces (Pieces         *pieces,
             const LsnCurve *curve)
{
  pieces->n = lsn_curve_is_line (curve) ? 1 : LSN_CURVE_PIECES;
  pieces->p[0] = curve->p[0];
  pieces->box = (LsnBox) { curve->p[0].x, curve->p[0].y, 0.0, 0.0 };
  for (guint i = 1; i <= pieces->n; i++)
    {
      pieces->p[i] = i == pieces->n ? curve->p[3] : lsn_curve_at (curve, (double) i / pieces->n);
      pieces->box = lsn_box_with_point (pieces->box, pieces->p[i]);
    }
}

static double
distance_to (const Pieces *pieces,
             LsnPoint      point)
{
  double nearest = INFINITY;

  for (guint i = 0; i < pieces->n; i++)
    {
      double dx = pieces->p[i + 1].x - pieces->p[i].x, dy = pieces->p[i + 1].y - pieces->p[i].y;
      double x = point.x - pieces->p[i].x, y = point.y - pieces->p[i].y, square = dx * dx + dy * dy;
      double t = square > 0.0 ? CLAMP ((x * dx + y * dy) / square, 0.0, 1.0) : 0.0;

      x -= t * dx;
      y -= t * dy;
      nearest = MIN (nearest, x * x + y * y);
    }

  return sqrt (nearest);
}

static gboolean
meet_box (const Pieces *pieces,
          const LsnBox *box)
{
  for (guint i = 0; i < pieces->n; i++)
    if (lsn_box_meets_segment (box, pieces->p[i], pieces->p[i + 1]))
      return TRUE;

  return FALSE;
}

/* A line should not run through a frame that neither of its ends stands in, least of all through its title. */
static double
cost_of_frame (LsnStage     *stage,
               const Pieces *pieces,
               guint         from,
               guint         to,
               guint         frame)
{
  const LsnSpot *spot = &stage->spots[frame];
  LsnBox title = { spot->body.x, spot->body.y, spot->name->width + 28.0, 32.0 };
  double cost = meet_box (pieces, &title) ? 12.0 : 0.0;

  if (lsn_spot_holds (stage, frame, from) || lsn_spot_holds (stage, frame, to))
    return cost;

  return meet_box (pieces, &spot->body) ? cost + 24.0 : cost;
}

/* Bodies of third actors, and their names below them. */
static double
cost_of_actor (const Pieces  *pieces,
               const LsnSpot *spot)
{
  double near = distance_to (pieces, spot->centre) - lsn_body_outer (&spot->look);

  if (near < CLEARANCE)
    return 100.0 + 4.0 * (CLEARANCE - MAX (near, -30.0));

  return meet_box (pieces, &spot->reach) ? 12.0 : 0.0;
}

/* Only what is seen of a line counts: what stands in a container is not in the way of a line that ends at its frame. What it has
 * within the bodies that it joins meets nobody else, and need not be cut off. */
static LsnCurve
curve_of (LsnDetour *detour,
          guint      from,
          guint      to,
          double     bend)
{
  const LsnSpot *a = &detour->stage->spots[from], *b = &detour->stage->spots[to];

  if (a->is_frame || b->is_frame)
    return lsn_clip_curve (detour->stage, from, to, bend);

  return lsn_curve_bent (a->centre, b->centre, bend);
}

/* What stands in the way of a line. Ends early above @limit. */
static double
obstruction (LsnDetour *detour,
             guint      from,
             guint      to,
             double     bend,
             double     limit)
{
  LsnCurve curve = curve_of (detour, from, to, bend);
  double cost = 0.0;
  Pieces pieces;

  take_pieces (&pieces, &curve);
  for (guint i = 0; i < detour->found->len && cost < limit; i++)
    {
      guint number = g_array_index (detour->found, guint32, i);
      const LsnSpot *spot = &detour->stage->spots[number];
      LsnBox reach = lsn_box_grow (spot->reach, CLEARANCE + 1.0);

      if (!lsn_box_meets (&reach, &pieces.box))
        continue;
      cost += spot->is_frame ? cost_of_frame (detour->stage, &pieces, from, to, number) : cost_of_actor (&pieces, spot);
    }

  return cost;
}

/* Each once, without the two ends. */
static void
tidy (LsnDetour *detour,
      guint      from,
      guint      to)
{
  guint kept = 0;

  detour->question++;
  for (guint i = 0; i < detour->found->len; i++)
    {
      guint32 number = g_array_index (detour->found, guint32, i);

      if (number == from || number == to || detour->seen[number] == detour->question)
        continue;
      detour->seen[number] = detour->question;
      g_array_index (detour->found, guint32, kept++) = number;
    }
  g_array_set_size (detour->found, kept);
}

/* Everybody whom a line of any bend that is tried could meet. */
static void
find_about (LsnDetour *detour,
            guint      from,
            guint      to)
{
  LsnPoint a = detour->stage->spots[from].centre, b = detour->stage->spots[to].centre;
  double bend = MAX_BEND * lsn_distance (a, b);
  LsnCurve left = lsn_curve_bent (a, b, bend), right = lsn_curve_bent (a, b, -bend);

  lsn_grid_find_loosely (detour->bodies, lsn_box_union (lsn_curve_box (&left), lsn_curve_box (&right)), detour->found);
  tidy (detour, from, to);
}

/**
 * lsn_detour_bend:
 * @detour: what finds ways
 * @from: a spot
 * @to: another spot
 *
 * Finds the slightest bend that keeps a line clear of actors that it does not join. Cost: bounded.
 *
 * Returns: the bend, in units to the right of the way from @from to @to; 0 for a straight line
 */
double
lsn_detour_bend (LsnDetour *detour,
                 guint      from,
                 guint      to)
{
  static const double tries[] = { 0.06, -0.06, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27, MAX_BEND, -MAX_BEND };
  LsnCurve straight = curve_of (detour, from, to, 0.0);
  double length = lsn_distance (detour->stage->spots[from].centre, detour->stage->spots[to].centre);
  double best, bend = 0.0;

  lsn_grid_find_curve_loosely (detour->bodies, &straight, detour->found);
  tidy (detour, from, to);
  if (detour->found->len > MAX_MET)
    return 0.0;
  best = obstruction (detour, from, to, 0.0, INFINITY);
  if (best <= 0.0)
    return 0.0;

  find_about (detour, from, to);
  if (detour->found->len > MAX_ABOUT)
    return 0.0;
  for (guint i = 0; i < G_N_ELEMENTS (tries) && BEND_COST * fabs (tries[i]) < best; i++)
    {
      double own = BEND_COST * fabs (tries[i]);
      double cost = own + obstruction (detour, from, to, tries[i] * length, best - own);

      if (cost < best - 1e-9)
        {
          best = cost;
          bend = tries[i] * length;
        }
    }

  return bend;
}
