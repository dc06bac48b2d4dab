/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* A rough picture of what an edit changed, cheap enough for one frame however much that is: the old picture is covered with
 * paper, and above it stand bodies as plain shapes and ties as straight lines, until a scene of the map as it is has been
 * made and painted. */

typedef struct _LsnRough LsnRough;

/**
 * LsnRoughOptions:
 * @actors: (array length=n_actors): by row: whether it was changed
 * @ties: (array length=n_ties): likewise
 * @before: what may be seen of the map as it was: the scene of the last picture that was complete, and the one whose picture
 *   is being painted; each may be %NULL
 * @area: what is seen, in map units
 * @scale: pixels per unit
 */
typedef struct
{
  const guint8 *actors;
  guint         n_actors;
  const guint8 *ties;
  guint         n_ties;
  LsnScene     *before[2];
  LsnBox        area;
  double        scale;
} LsnRoughOptions;

LsnRough *lsn_rough_new   (LsnMap                *map,
                           LsnTextCache          *cache,
                           const LsnRoughOptions *options);
void      lsn_rough_free  (LsnRough *rough);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnRough, lsn_rough_free)
LsnBox    lsn_rough_bounds (LsnRough *rough);
void      lsn_rough_paint (LsnRough     *rough,
                           cairo_t      *cr,
                           const LsnBox *area,
                           double        scale);

G_END_DECLS
