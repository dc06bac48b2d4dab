/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/ground.h"

G_BEGIN_DECLS

/* Obstacles are units that stand: fixed actors, and what was settled. Frames of held containers are asked one by one, as they
 * grow and are few. */
struct _LsnGround
{
  LsnUnits     *units;
  double        gap;
  GHashTable   *cells;       /* of GArray of guint, by packed column and row */
  GArray       *all, *large; /* of guint: obstacles, and those of them that are in no cell */
  GArray       *frames;      /* of guint: held containers */
  LsnRect      *fixed;       /* by unit: the frame of a held container around what is fixed of it */
  LsnRect       bounds;
  GArray       *forbidden;   /* of LsnForbidden: of the search that is going on */
  guint        *seen_in;     /* by unit: the last question in which it was met */
  guint         question;
  guint         n_searches;
  guint64       work_left;
};

GArray *lsn_ground_obstacles (LsnGround *ground,
                              LsnRect    area);

G_END_DECLS
