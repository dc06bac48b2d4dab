/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tie-path.h"

#include <math.h>

static LsnPoint
point_of (GArray *path,
          guint   number)
{
  return g_array_index (path, LsnPoint, number);
}

static double
length_of (GArray *path,
           guint   piece)
{
  LsnPoint a = point_of (path, piece), b = point_of (path, piece + 1);

  return hypot (b.x - a.x, b.y - a.y);
}

static double
whole_length (GArray *path)
{
  double length = 0;

  for (guint i = 0; i + 1 < path->len; i++)
    length += length_of (path, i);
  return length;
}

/**
 * lsn_tie_path_share:
 * @path: (element-type LsnPoint): at least two points
 * @near: a place
 * @distance: (out) (optional): from the line, in map units
 *
 * Returns: how much of the length of the line lies before what of it is nearest to @near, 0 to 1
 */
double
lsn_tie_path_share (GArray  *path,
                    LsnPoint near,
                    double  *distance)
{
  double run = 0, at = 0, least = INFINITY;

  for (guint i = 0; i + 1 < path->len; i++)
    {
      LsnPoint a = point_of (path, i), b = point_of (path, i + 1);
      double   dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
      double   t = square > 0 ? CLAMP (((near.x - a.x) * dx + (near.y - a.y) * dy) / square, 0, 1) : 0;
      double   far = hypot (a.x + t * dx - near.x, a.y + t * dy - near.y);

      if (far < least)
        {
          least = far;
          at = run + t * sqrt (square);
        }
      run += sqrt (square);
    }
  if (distance != NULL)
    *distance = least;
  return run > 0 ? at / run : 0;
}

/**
 * lsn_tie_path_at:
 *
 * Returns: the place that has @share of the length of the line before it
 */
LsnPoint
lsn_tie_path_at (GArray *path,
                 double  share)
{
  double left = CLAMP (share, 0, 1) * whole_length (path);

  for (guint i = 0; i + 1 < path->len; i++)
    {
      LsnPoint a = point_of (path, i), b = point_of (path, i + 1);
      double   length = length_of (path, i);

      if (left <= length && length > 0)
        return (LsnPoint) { a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length }
      ;
      left -= length;
    }
  return point_of (path, path->len - 1);
}

/**
 * lsn_tie_path_number:
 * @bends: (element-type LsnPoint): that @path passes through
 *
 * Returns: the number that a bend at @at would have, so that the line does not turn back
 */
guint
lsn_tie_path_number (GArray  *path,
                     GArray  *bends,
                     LsnPoint at)
{
  double share = lsn_tie_path_share (path, at, NULL);
  guint  number = 0;

  while (number < bends->len && lsn_tie_path_share (path, point_of (bends, number), NULL) < share)
    number++;
  return number;
}

/**
 * lsn_tie_path_widest:
 *
 * Returns: the share in the middle of the longest part of the line between ends and bends
 */
double
lsn_tie_path_widest (GArray *path,
                     GArray *bends)
{
  double before = 0, widest = 0, middle = 0.5;

  for (guint i = 0; i <= bends->len; i++)
    {
      double share = i < bends->len ? lsn_tie_path_share (path, point_of (bends, i), NULL) : 1;

      if (share - before > widest)
        {
          widest = share - before;
          middle = (share + before) / 2;
        }
      before = share;
    }
  return middle;
}
