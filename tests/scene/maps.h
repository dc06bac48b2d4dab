/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"
#include "model/kinds.h"
#include "model/map.h"
#include "scene/scene.h"

/* Small maps for the tests of the scene. */

LsnMap *test_map_new   (void);
LsnRow  test_actor     (LsnMap     *map,
                        const char *id,
                        const char *name,
                        const char *kind,
                        double      x,
                        double      y);
LsnRow  test_tie       (LsnMap     *map,
                        const char *id,
                        LsnRow      from,
                        LsnRow      to,
                        const char *kind);
void    test_set_text  (LsnMap     *map,
                        LsnTable    table,
                        LsnRow      row,
                        LsnColumn   column,
                        const char *text);
void    test_set_number (LsnMap   *map,
                         LsnTable  table,
                         LsnRow    row,
                         LsnColumn column,
                         double    number);
void    test_set_flag  (LsnMap   *map,
                        LsnRow    actor,
                        LsnColumn column);
void    test_put_in    (LsnMap *map,
                        LsnRow  actor,
                        LsnRow  container);
/* Clustered, with every kind, containers and all that a tie can say. */
LsnMap *test_map_random (guint32 seed,
                         guint   n_actors,
                         guint   n_ties);
/* Like a map that a hand made: well spaced, 12 actors, two frames. */
LsnMap *test_map_by_hand (void);
/* What the welcome page opens. */
LsnMap *test_map_sample (void);
LsnScene *test_scene    (LsnMap  *map,
                         gboolean house_matter);
