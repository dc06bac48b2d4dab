/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/growth.h"

#include <math.h>

#define FAR 1e8
#define HALVINGS 60

/* The frame when it has to hold @box too */
static LsnRect
frame_with (const LsnGrowth *growth,
            LsnRect          box)
{
  for (guint container = growth->container;; container = lsn_units_get (growth->units, container)->parent)
    {
      LsnUnit *unit = lsn_units_get (growth->units, container);

      box = lsn_frame_around (lsn_rect_union (unit->content, box), unit->min_width);
      if (container == growth->top)
        return box;
    }
}

/**
 * lsn_growth_area:
 * @growth: what grows
 * @reach: how far the box may be moved along each axis
 *
 * Returns: what the frame may come to cover
 */
LsnRect
lsn_growth_area (const LsnGrowth *growth,
                 double           reach)
{
  return frame_with (growth, lsn_rect_grown (growth->wish, reach));
}

/* Which side of the frame, and the line that it must not pass */
typedef struct
{
  const LsnGrowth *growth;
  gsize            side;    /* offset into LsnRect */
  double           line;
} Limit;

static double
side_when_moved (const Limit *limit,
                 double       by)
{
  LsnRect frame = frame_with (limit->growth, lsn_rect_moved (limit->growth->wish, by, by));

  return G_STRUCT_MEMBER (double, &frame, limit->side);
}

/* How far the box goes along an axis before that side of the frame passes the line. Each side follows the box or stands, so
 * there is one such way, made a little less when it @is_first of what is forbidden, else more: -infinite when the side is past
 * the line anyhow, infinite when it never is. */
static double
way_to_line (const Limit *limit,
             gboolean     is_first)
{
  double low = -FAR, high = FAR;

  if (side_when_moved (limit, low) > limit->line)
    return -INFINITY;
  if (side_when_moved (limit, high) <= limit->line)
    return INFINITY;
  for (guint i = 0; i < HALVINGS && high - low > 1e-4; i++)
    {
      double middle = (low + high) / 2;

      *(side_when_moved (limit, middle) > limit->line ? &high : &low) = middle;
    }
  return is_first ? low : high;
}

/**
 * lsn_growth_ways_over:
 * @growth: what grows
 * @there: something that the frame should not come over
 * @ways: (out): the ways of the box that bring the frame over it
 *
 * Returns: whether there are such ways
 */
gboolean
lsn_growth_ways_over (const LsnGrowth *growth,
                      LsnRect          there,
                      LsnRect         *ways)
{
  ways->x0 = way_to_line (&(Limit) { growth, G_STRUCT_OFFSET (LsnRect, x1), there.x0 }, TRUE);
  ways->x1 = way_to_line (&(Limit) { growth, G_STRUCT_OFFSET (LsnRect, x0), there.x1 }, FALSE);
  ways->y0 = way_to_line (&(Limit) { growth, G_STRUCT_OFFSET (LsnRect, y1), there.y0 }, TRUE);
  ways->y1 = way_to_line (&(Limit) { growth, G_STRUCT_OFFSET (LsnRect, y0), there.y1 }, FALSE);
  return ways->x0 < ways->x1 && ways->y0 < ways->y1;
}
