/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Where actors that have no place yet come to stand: near what they are tied to, on no actor, name or frame, so that nothing
 * else has to move. The same map gives the same places. */

typedef struct _LsnPlaces LsnPlaces;

LsnPlaces *lsn_places_new       (LsnMap       *map,
                                 LsnScene     *scene,
                                 LsnTextCache *texts);
void       lsn_places_free      (LsnPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnPlaces, lsn_places_free)

LsnMap    *lsn_places_map       (LsnPlaces *places);

/* How much room an actor is given whose name is not known yet. */
LsnExtents lsn_places_usual     (void);
GArray    *lsn_places_measure   (LsnPlaces    *places,
                                 const LsnRow *actors,
                                 guint         n_actors);
LsnPoint   lsn_places_find      (LsnPlaces    *places,
                                 LsnExtents    room,
                                 LsnRow        parent,
                                 const LsnRow *near,
                                 guint         n_near,
                                 LsnPoint      wish);
gboolean   lsn_places_is_free   (LsnPlaces *places,
                                 LsnExtents room,
                                 LsnRow     parent,
                                 LsnPoint   at);
gboolean   lsn_places_stands    (LsnPlaces *places,
                                 LsnRow     actor);
/* Within a transaction. */
void       lsn_places_take      (LsnPlaces *places,
                                 LsnExtents room,
                                 LsnPoint   at);
void       lsn_places_put       (LsnPlaces    *places,
                                 const LsnRow *actors,
                                 guint         n_actors,
                                 LsnPoint      wish);
gboolean   lsn_places_settle    (LsnPlaces *places,
                                 LsnRow     actor,
                                 LsnPoint   wish);
void       lsn_places_make_room (LsnPlaces    *places,
                                 const LsnRow *actors,
                                 guint         n_actors);

G_END_DECLS
