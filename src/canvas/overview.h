/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/viewport.h"
#include "model/handover.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* One small picture of the whole map, painted by a worker, so that the ground is never blank where tiles are still missed. */

typedef struct _LsnOverview LsnOverview;

LsnOverview *lsn_overview_new       (LsnWorkers *workers,
                                     GFunc       changed,
                                     gpointer    data);
void         lsn_overview_free      (LsnOverview *overview);
void         lsn_overview_set_scene (LsnOverview *overview,
                                     LsnScene    *scene);
gboolean     lsn_overview_is_there  (LsnOverview *overview);
GdkTexture  *lsn_overview_get_texture (LsnOverview *overview,
                                       LsnBox      *area);
void         lsn_overview_snapshot  (LsnOverview *overview,
                                     GtkSnapshot *snapshot,
                                     LsnViewport *viewport);

G_END_DECLS
