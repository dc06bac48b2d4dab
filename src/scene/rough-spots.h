/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/geometry.h"
#include "scene/looks.h"

G_BEGIN_DECLS

/* Where actors stand and how they look, asked one by one as they are needed, without their names: what a rough picture needs
 * of a stage. */

typedef struct
{
  gboolean     known;     /* the rest has been found out */
  gboolean     is_drawn;
  gboolean     is_frame;
  LsnBox       body;
  LsnActorLook look;
} LsnRoughSpot;

typedef struct _LsnRoughSpots LsnRoughSpots;

/* @before: where those stand that have no place of their own, and what it hides is not drawn; may be NULL */
LsnRoughSpots      *lsn_rough_spots_new   (LsnMap   *map,
                                           LsnScene *before);
void                lsn_rough_spots_free  (LsnRoughSpots *spots);
/* Of an actor itself, not of a collapsed container that hides it. */
const LsnRoughSpot *lsn_rough_spots_get   (LsnRoughSpots *spots,
                                           LsnRow         actor);
/* Of who stands for an actor in the picture. */
const LsnRoughSpot *lsn_rough_spots_shown (LsnRoughSpots *spots,
                                           LsnRow         actor);
LsnLooks           *lsn_rough_spots_looks (LsnRoughSpots *spots);
/* How far from the middle of a spot its border is, in a direction of length 1. */
double              lsn_rough_spot_reach  (const LsnRoughSpot *spot,
                                           LsnPoint            direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnRoughSpots, lsn_rough_spots_free)

G_END_DECLS
