/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/layer.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* The ties between what is dragged and what stays, in straight pieces that the window turns by itself: strokes of colour, and
 * small pictures where there are dashes, heads and the like, which are painted once in a while. A picture of a hundred long lines
 * would be as large as the view, and to hand that to the screen in every frame is what takes the time. Immutable. */

typedef struct _LsnLiveTies LsnLiveTies;

LsnLiveTies *lsn_live_ties_new      (LsnMap             *map,
                                     LsnTextCache       *texts,
                                     const LsnRow       *actors,
                                     guint               n_actors,
                                     LsnPoint            by,
                                     const LsnLayerView *view,
                                     LsnScene           *like);
void         lsn_live_ties_free     (LsnLiveTies *ties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLiveTies, lsn_live_ties_free)
void         lsn_live_ties_snapshot (LsnLiveTies *ties,
                                     GtkSnapshot *snapshot,
                                     LsnViewport *viewport,
                                     LsnPoint     by);

G_END_DECLS
