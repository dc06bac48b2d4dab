/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* Keeps the scene up with the map, at most once per frame: a small map at once, so that the very next frame shows the edit,
 * a large one on a worker from a snapshot. */

typedef struct _LsnSceneBuilder LsnSceneBuilder;

/* @of: the state of the map that the scene shows; kept by the receiver when it takes a reference. */
typedef void (*LsnSceneBuilt) (gpointer  data,
                               LsnScene *scene,
                               LsnMap   *of);

LsnSceneBuilder *lsn_scene_builder_new        (LsnWorkers   *workers,
                                               LsnTextCache *texts,
                                               LsnSceneBuilt built,
                                               gpointer      data);
void             lsn_scene_builder_free       (LsnSceneBuilder *builder);
void             lsn_scene_builder_set_map    (LsnSceneBuilder *builder,
                                               LsnMap          *map);
void             lsn_scene_builder_invalidate (LsnSceneBuilder *builder);
void             lsn_scene_builder_set_filter (LsnSceneBuilder *builder,
                                               const LsnFilter *filter);
void             lsn_scene_builder_update     (LsnSceneBuilder *builder);
gboolean         lsn_scene_builder_is_current (LsnSceneBuilder *builder);
gboolean         lsn_scene_builder_is_small   (LsnMap *map);

G_END_DECLS
