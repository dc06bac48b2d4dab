/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* What stands at the border of a view, for what is beyond it. Pure functions; all in pixels. */

typedef enum { LSN_SIDE_LEFT, LSN_SIDE_RIGHT, LSN_SIDE_TOP, LSN_SIDE_BOTTOM } LsnSide;

#define LSN_N_SIDES 4

/**
 * LsnBorderItem:
 * @at: where on the border it would like to stand
 * @width: of what stands there
 * @height: of what stands there
 */
typedef struct
{
  LsnPoint at;
  double   width;
  double   height;
} LsnBorderItem;

/**
 * LsnBorderGroup:
 * @side: of the view
 * @box: where it stands
 * @first: place among the members of all groups
 * @n: one item, or so many for which there is one sign
 */
typedef struct
{
  LsnSide side;
  LsnBox  box;
  guint   first;
  guint   n;
} LsnBorderGroup;

gboolean lsn_border_exit    (const LsnBox   *view,
                             const LsnPoint *path,
                             guint           n_points,
                             LsnPoint       *at);
LsnSide  lsn_border_side    (const LsnBox *view,
                             LsnPoint      at);
GArray  *lsn_border_arrange (const LsnBox        *view,
                             const LsnBorderItem *items,
                             guint                n_items,
                             double               joined_width,
                             const LsnBox        *obstacles,
                             guint                n_obstacles,
                             GArray              *members);

G_END_DECLS
