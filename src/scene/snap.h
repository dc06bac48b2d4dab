/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* What a dragged body snaps to: the middles and edges of others, equal gaps between neighbours, and a grid. Boxes and places are
 * in map units; it knows no pointer and no screen. */

#define LSN_SNAP_GRID 20.0 /* units from line to line */

typedef struct _LsnSnap LsnSnap;

/**
 * LsnGuide:
 * @is_gap: it measures a gap that is as wide as another; else it runs along what is aligned
 *
 * A line that tells why a body stands where it does.
 */
typedef struct
{
  LsnPoint from;
  LsnPoint to;
  gboolean is_gap;
} LsnGuide;

/**
 * LsnSnapAxes:
 *
 * The ways in which a body may be put right.
 */
typedef enum
{
  LSN_SNAP_ACROSS = 1 << 0,
  LSN_SNAP_DOWN = 1 << 1,
} LsnSnapAxes;

LsnSnap *lsn_snap_new  (const LsnBox *others,
                        guint         n_others);
void     lsn_snap_free (LsnSnap *snap);
LsnPoint lsn_snap_find (LsnSnap      *snap,
                        const LsnBox *body,
                        double        within,
                        LsnSnapAxes   axes,
                        GArray       *guides);
LsnPoint lsn_snap_to_grid (LsnPoint    middle,
                           LsnSnapAxes axes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnSnap, lsn_snap_free)

G_END_DECLS
