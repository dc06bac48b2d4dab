/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/viewport.h"
#include "model/selection.h"
#include "scene/scene.h"

G_BEGIN_DECLS

/* The other ends of the ties of the selected actors, and the lines that lead there: as they were when they were collected. */

typedef struct _LsnTieEnds LsnTieEnds;

LsnTieEnds *lsn_tie_ends_new     (void);
void        lsn_tie_ends_free    (LsnTieEnds *ends);
void        lsn_tie_ends_clear   (LsnTieEnds *ends);
void        lsn_tie_ends_collect (LsnTieEnds   *ends,
                                  LsnMap       *map,
                                  LsnScene     *scene,
                                  LsnSelection *selection);
guint       lsn_tie_ends_n       (LsnTieEnds *ends);
LsnRow      lsn_tie_ends_actor   (LsnTieEnds *ends,
                                  guint       number);
gboolean    lsn_tie_ends_leaves  (LsnTieEnds   *ends,
                                  guint         number,
                                  LsnViewport  *viewport,
                                  const LsnBox *view,
                                  LsnPoint     *at,
                                  LsnPoint     *there);

G_END_DECLS
