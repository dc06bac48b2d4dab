/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/viewport.h"
#include "model/changes.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* Shows an edit in the next frame, before the tiles that hold it are there. In a small map, whose new scene is there at once,
 * by painting the boxes that differ. In a large one by covering the old picture of what was changed and painting the new one
 * over it: as it will be when that is little, else roughly. */

typedef struct _LsnPatches LsnPatches;

LsnPatches *lsn_patches_new       (LsnTextCache *texts);
void        lsn_patches_free      (LsnPatches *patches);
void        lsn_patches_note      (LsnPatches *patches,
                                   LsnMap     *map,
                                   LsnMap     *shown,
                                   LsnScene   *scene,
                                   LsnChanges *changes);
void        lsn_patches_compare   (LsnPatches  *patches,
                                   LsnMap      *map,
                                   LsnScene    *old,
                                   LsnScene    *scene,
                                   LsnViewport *viewport);
void        lsn_patches_update    (LsnPatches  *patches,
                                   LsnMap      *map,
                                   LsnMap      *shown,
                                   LsnScene    *scene,
                                   LsnViewport *viewport);
void        lsn_patches_clear     (LsnPatches *patches);
gboolean    lsn_patches_is_empty  (LsnPatches *patches);
void        lsn_patches_snapshot  (LsnPatches  *patches,
                                   GtkSnapshot *snapshot,
                                   LsnViewport *viewport);

G_END_DECLS
