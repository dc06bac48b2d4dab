/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout.h"

G_BEGIN_DECLS

/* What a layout made of a map, and what can be said of it from the map alone: boxes and frames are computed here once more. */

typedef struct
{
  double x0, y0, x1, y1;
} Box;

typedef struct
{
  LsnMap    *map;
  GArray    *extents;   /* of LsnExtents, by row; borrowed */
  LsnPlace  *places;    /* by row: where each actor stands after the layout */
  gboolean  *moves;     /* by row: whether the layout gave a place */
  guint      n_rows;
} Outcome;

Outcome *outcome_new  (LsnMap                 *map,
                       const LsnLayoutOptions *options,
                       GArray                 *extents);
void     outcome_free (Outcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

/* Every function of a container here is about open ones: no map of these tests has a collapsed one. */
gboolean box_meets        (Box a,
                           Box b);
Box      box_union        (Box a,
                           Box b);
Box      outcome_box      (Outcome *outcome,
                           LsnRow   actor);
Box      frame_around     (Box content);
gboolean outcome_content  (Outcome *outcome,
                           LsnRow   container,
                           gboolean only_fixed,
                           Box     *content);
gboolean outcome_frame    (Outcome *outcome,
                           LsnRow   container,
                           gboolean only_fixed,
                           Box     *frame);

guint    outcome_n_overlaps (Outcome *outcome);
double   take_median        (GArray *values);
double   outcome_median     (Outcome        *outcome,
                             const gboolean *moves);

G_END_DECLS
