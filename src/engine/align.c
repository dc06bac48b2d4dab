/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/align.h"

#include <math.h>

#define BEND_ROUNDS 60

/* x' = a x + b y + e, y' = c x + d y + f */
typedef struct
{
  double a, b, c, d, e, f;
} Motion;

typedef struct
{
  double x, y;
} Point;

static Point
apply (const Motion *motion,
       double        x,
       double        y)
{
  return (Point) { motion->a * x + motion->b * y + motion->e, motion->c * x + motion->d * y + motion->f };
}

static Point
centre_of_fixed (const LsnFlatGraph *graph,
                 const double       *x,
                 const double       *y)
{
  Point sum = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->fixed[i])
      {
        sum.x += x[i];
        sum.y += y[i];
        n++;
      }
  return n == 0 ? sum : (Point) { sum.x / n, sum.y / n };
}

/* The turn that fits best, of what was mirrored before (@mirror is -1) or not (1): the angle between the sums of the dot and
 * of the cross products (Procrustes in the plane). */
static Motion
best_turn (const LsnFlatGraph *graph,
           const double       *target_x,
           const double       *target_y,
           double              mirror,
           gboolean            may_turn)
{
  Point from = centre_of_fixed (graph, graph->x, graph->y), to = centre_of_fixed (graph, target_x, target_y);
  double along = 0, across = 0, length, cosine = 1, sine = 0;
  Motion motion;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->fixed[i])
      {
        double x = mirror * (graph->x[i] - from.x), y = graph->y[i] - from.y;

        along += x * (target_x[i] - to.x) + y * (target_y[i] - to.y);
        across += x * (target_y[i] - to.y) - y * (target_x[i] - to.x);
      }
  length = hypot (along, across);
  if (may_turn && length > 0)
    {
      cosine = along / length;
      sine = across / length;
    }
  motion = (Motion) { mirror * cosine, -sine, mirror * sine, cosine, 0, 0 };
  motion.e = to.x - motion.a * from.x - motion.b * from.y;
  motion.f = to.y - motion.c * from.x - motion.d * from.y;
  return motion;
}

static double
misfit (const LsnFlatGraph *graph,
        const double       *target_x,
        const double       *target_y,
        const Motion       *motion)
{
  double sum = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->fixed[i])
      {
        Point p = apply (motion, graph->x[i], graph->y[i]);

        sum += (p.x - target_x[i]) * (p.x - target_x[i]) + (p.y - target_y[i]) * (p.y - target_y[i]);
      }
  return sum;
}

/**
 * lsn_align_fit:
 * @graph: as an engine laid it out; moved as a whole
 * @target_x: where the fixed nodes stand
 * @target_y: where the fixed nodes stand
 * @ways: how it may be moved
 *
 * Moves all nodes, never scaling, so that the fixed ones come as near to their places as possible (least squares).
 * Cost: O(n).
 */
void
lsn_align_fit (LsnFlatGraph *graph,
               const double *target_x,
               const double *target_y,
               LsnAlignWays  ways)
{
  gboolean may_turn = ways == LSN_ALIGN_TURN;
  Motion motion = best_turn (graph, target_x, target_y, 1, may_turn);

  if (ways != LSN_ALIGN_MOVE)
    {
      Motion mirrored = best_turn (graph, target_x, target_y, -1, may_turn);

      if (misfit (graph, target_x, target_y, &mirrored) < misfit (graph, target_x, target_y, &motion))
        motion = mirrored;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      Point p = apply (&motion, graph->x[i], graph->y[i]);

      graph->x[i] = p.x;
      graph->y[i] = p.y;
    }
}

/* One round: every free node is shifted as its neighbours are on average. */
static void
relax (const LsnFlatGraph *graph,
       Point              *shift,
       Point              *sum,
       guint              *degree)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      sum[i] = (Point) { 0, 0 };
      degree[i] = 0;
    }
  for (guint i = 0; i < graph->n_edges; i++)
    {
      guint tail = graph->tail[i], head = graph->head[i];

      sum[tail] = (Point) { sum[tail].x + shift[head].x, sum[tail].y + shift[head].y };
      sum[head] = (Point) { sum[head].x + shift[tail].x, sum[head].y + shift[tail].y };
      degree[tail]++;
      degree[head]++;
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    if (!graph->fixed[i] && degree[i] > 0)
      shift[i] = (Point) { sum[i].x / degree[i], sum[i].y / degree[i] }
  ;
}

/**
 * lsn_align_bend:
 * @graph: after lsn_align_fit ()
 * @target_x: where the fixed nodes stand
 * @target_y: where the fixed nodes stand
 *
 * Sets the fixed nodes on their places and lets the others follow: each is shifted as its neighbours are on average, so that
 * what stood beside a fixed node still does. Cost: O(nodes + edges).
 */
void
lsn_align_bend (LsnFlatGraph *graph,
                const double *target_x,
                const double *target_y)
{
  g_autofree Point *shift = g_new0 (Point, graph->n_nodes), *sum = g_new (Point, graph->n_nodes);
  g_autofree guint *degree = g_new (guint, graph->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    if (graph->fixed[i])
      shift[i] = (Point) { target_x[i] - graph->x[i], target_y[i] - graph->y[i] }
  ;
  for (guint round = 0; round < BEND_ROUNDS; round++)
    relax (graph, shift, sum, degree);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->x[i] = graph->fixed[i] ? target_x[i] : graph->x[i] + shift[i].x;
      graph->y[i] = graph->fixed[i] ? target_y[i] : graph->y[i] + shift[i].y;
    }
}
