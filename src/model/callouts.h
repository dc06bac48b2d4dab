/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"
#include "model/points.h"

G_BEGIN_DECLS

/* Callouts go with what they speak of. */

typedef struct _LsnCallouts LsnCallouts;

/**
 * LsnCalloutPlace:
 * @at: the place that @note gets, in map units
 */
typedef struct
{
  LsnRow   note;
  LsnPoint at;
} LsnCalloutPlace;

LsnCallouts *lsn_callouts_note   (LsnMap *map);
GArray      *lsn_callouts_places (LsnMap      *map,
                                  LsnCallouts *callouts);
void         lsn_callouts_follow (LsnMap      *map,
                                  LsnCallouts *callouts);
void         lsn_callouts_free   (LsnCallouts *callouts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnCallouts, lsn_callouts_free)

G_END_DECLS
