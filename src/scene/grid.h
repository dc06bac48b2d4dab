/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/way.h"

G_BEGIN_DECLS

/* A uniform grid over numbered things: what may be in a box, without asking everything. */

typedef struct _LsnGrid LsnGrid;

/* Cost of adding: O(cells met), of which there are never many; what is larger is asked at each search.
 * @n_expected sets how fine the grid is. */
LsnGrid *lsn_grid_new       (LsnBox bounds,
                             guint  n_expected);
void     lsn_grid_free      (LsnGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnGrid, lsn_grid_free)
void     lsn_grid_add       (LsnGrid *grid,
                             guint    number,
                             LsnBox   box);
void     lsn_grid_add_curve (LsnGrid        *grid,
                             guint           number,
                             const LsnCurve *curve,
                             double          reach);
void     lsn_grid_add_way   (LsnGrid      *grid,
                             guint         number,
                             const LsnWay *way,
                             double        reach);
/* Numbers that may meet @box, each once, rising, into @found (cleared first). */
void     lsn_grid_find      (LsnGrid *grid,
                             LsnBox   box,
                             GArray  *found);
/* The same as they come, some of them several times: for who asks very often. */
void     lsn_grid_find_loosely       (LsnGrid *grid,
                                      LsnBox   box,
                                      GArray  *found);
void     lsn_grid_find_curve_loosely (LsnGrid        *grid,
                                      const LsnCurve *curve,
                                      GArray         *found);

G_END_DECLS
