/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/way.h"

G_BEGIN_DECLS

/* A path being made: the pieces that a pen strokes and fills. Points only grow; a path is cleared and used again. */

typedef enum
{
  LSN_PATH_MOVE,
  LSN_PATH_LINE,
  LSN_PATH_CURVE,
  LSN_PATH_CLOSE,
} LsnPathOp;

typedef struct
{
  LsnPathOp op;
  LsnPoint  p[3]; /* the last used one is where the piece ends */
} LsnPathPiece;

typedef struct
{
  LsnPathPiece *pieces;
  guint         n_pieces;
  guint         room;
} LsnPath;

void lsn_path_finish       (LsnPath *path);        /* frees the pieces, not @path */
void lsn_path_clear        (LsnPath *path);
void lsn_path_move         (LsnPath *path,
                            LsnPoint to);
void lsn_path_line         (LsnPath *path,
                            LsnPoint to);
void lsn_path_curve        (LsnPath *path,
                            LsnPoint a,
                            LsnPoint b,
                            LsnPoint to);
void lsn_path_close        (LsnPath *path);
void lsn_path_add_curve    (LsnPath        *path, /* with a move to its beginning */
                            const LsnCurve *curve);
void lsn_path_add_way     (LsnPath      *path,   /* with a move to its beginning */
                           const LsnWay *way);
void lsn_path_add_circle   (LsnPath *path,
                            LsnPoint centre,
                            double   radius);
void lsn_path_add_polygon  (LsnPath        *path,
                            const LsnPoint *points,
                            guint           n_points);
void lsn_path_add_box      (LsnPath *path,
                            LsnBox   box,
                            double   radius);
void lsn_path_add_segment  (LsnPath *path,
                            LsnPoint from,
                            LsnPoint to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnPath, lsn_path_finish)

G_END_DECLS
