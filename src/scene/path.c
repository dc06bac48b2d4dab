/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/path.h"

/* Control points of a quarter of a circle of radius 1. */
#define QUARTER 0.5522847498

void
lsn_path_finish (LsnPath *path)
{
  g_clear_pointer (&path->pieces, g_free);
  path->n_pieces = path->room = 0;
}

void
lsn_path_clear (LsnPath *path)
{
  path->n_pieces = 0;
}

static LsnPathPiece *
append (LsnPath  *path,
        LsnPathOp op)
{
  LsnPathPiece *piece;

  if (path->n_pieces == path->room)
    {
      path->room = MAX (32, path->room * 2);
      path->pieces = g_renew (LsnPathPiece, path->pieces, path->room);
    }

  piece = &path->pieces[path->n_pieces++];
  *piece = (LsnPathPiece) { .op = op };

  return piece;
}

void
lsn_path_move (LsnPath *path,
               LsnPoint to)
{
  append (path, LSN_PATH_MOVE)->p[0] = to;
}

void
lsn_path_line (LsnPath *path,
               LsnPoint to)
{
  append (path, LSN_PATH_LINE)->p[0] = to;
}

void
lsn_path_curve (LsnPath *path,
                LsnPoint a,
                LsnPoint b,
                LsnPoint to)
{
  LsnPathPiece *piece = append (path, LSN_PATH_CURVE);

  piece->p[0] = a;
  piece->p[1] = b;
  piece->p[2] = to;
}

void
lsn_path_close (LsnPath *path)
{
  append (path, LSN_PATH_CLOSE);
}

static void
go_on (LsnPath        *path,
       const LsnCurve *curve)
{
  if (lsn_curve_is_line (curve))
    lsn_path_line (path, curve->p[3]);
  else
    lsn_path_curve (path, curve->p[1], curve->p[2], curve->p[3]);
}

void
lsn_path_add_curve (LsnPath        *path,
                    const LsnCurve *curve)
{
  lsn_path_move (path, curve->p[0]);
  go_on (path, curve);
}

void
lsn_path_add_way (LsnPath      *path,
                  const LsnWay *way)
{
  lsn_path_move (path, lsn_way_start (way));
  for (guint i = 0; i < lsn_way_n (way); i++)
    go_on (path, lsn_way_curve (way, i));
}

void
lsn_path_add_segment (LsnPath *path,
                      LsnPoint from,
                      LsnPoint to)
{
  lsn_path_move (path, from);
  lsn_path_line (path, to);
}

/* A quarter of a circle from @from to @to, whose tangents meet in @corner. */
static void
add_quarter (LsnPath *path,
             LsnPoint from,
             LsnPoint corner,
             LsnPoint to)
{
  lsn_path_curve (path, lsn_between (from, corner, QUARTER), lsn_between (to, corner, QUARTER), to);
}

void
lsn_path_add_circle (LsnPath *path,
                     LsnPoint centre,
                     double   radius)
{
  lsn_path_add_box (path, lsn_box_around (centre, radius, radius), radius);
}

void
lsn_path_add_polygon (LsnPath        *path,
                      const LsnPoint *points,
                      guint           n_points)
{
  lsn_path_move (path, points[0]);
  for (guint i = 1; i < n_points; i++)
    lsn_path_line (path, points[i]);
  lsn_path_close (path);
}

void
lsn_path_add_box (LsnPath *path,
                  LsnBox   box,
                  double   radius)
{
  double r = MIN (radius, MIN (box.width, box.height) / 2.0);
  double left = box.x, top = box.y, right = box.x + box.width, bottom = box.y + box.height;

  lsn_path_move (path, (LsnPoint) { left + r, top });
  if (right - left > 2.0 * r)
    lsn_path_line (path, (LsnPoint) { right - r, top });
  if (r > 0.0)
    add_quarter (path, (LsnPoint) { right - r, top }, (LsnPoint) { right, top }, (LsnPoint) { right, top + r });
  if (bottom - top > 2.0 * r)
    lsn_path_line (path, (LsnPoint) { right, bottom - r });
  if (r > 0.0)
    add_quarter (path, (LsnPoint) { right, bottom - r }, (LsnPoint) { right, bottom }, (LsnPoint) { right - r, bottom });
  if (right - left > 2.0 * r)
    lsn_path_line (path, (LsnPoint) { left + r, bottom });
  if (r > 0.0)
    add_quarter (path, (LsnPoint) { left + r, bottom }, (LsnPoint) { left, bottom }, (LsnPoint) { left, bottom - r });
  if (bottom - top > 2.0 * r)
    lsn_path_line (path, (LsnPoint) { left, top + r });
  if (r > 0.0)
    add_quarter (path, (LsnPoint) { left, top + r }, (LsnPoint) { left, top }, (LsnPoint) { left + r, top });
  lsn_path_close (path);
}
