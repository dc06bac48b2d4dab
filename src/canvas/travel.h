/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Where the keyboard goes on a map. Pure functions of what is drawn. */

typedef enum { LSN_TRAVEL_LEFT, LSN_TRAVEL_RIGHT, LSN_TRAVEL_UP, LSN_TRAVEL_DOWN } LsnTravel;

gboolean lsn_travel_from_word  (const char *word,
                                LsnTravel  *way);
LsnPoint lsn_travel_vector     (LsnTravel way);
LsnRow   lsn_travel_next       (LsnMap   *map,
                                LsnScene *scene,
                                LsnRow    from,
                                LsnTravel way);
LsnRow   lsn_travel_nearest    (LsnMap   *map,
                                LsnScene *scene,
                                double    x,
                                double    y);
LsnRow   lsn_travel_follow     (LsnMap   *map,
                                LsnScene *scene,
                                LsnRow    from,
                                guint     nth,
                                LsnRow   *tie);

G_END_DECLS
