/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <math.h>
#include "scene/scene.h"

G_BEGIN_DECLS

/* Points, boxes and cubic curves, in map units. A box with a width below 0 holds nothing. */

#define LSN_EMPTY_BOX ((LsnBox) { 0.0, 0.0, -1.0, -1.0 })

typedef struct
{
  LsnPoint p[4];
} LsnCurve;

/* How many straight pieces stand for a curve where it is measured or met. */
#define LSN_CURVE_PIECES 16

gboolean lsn_box_is_empty   (const LsnBox *box);
LsnBox   lsn_box_around     (LsnPoint centre,
                             double   half_width,
                             double   half_height);
LsnBox   lsn_box_grow       (LsnBox box,
                             double by);
LsnBox   lsn_box_union      (LsnBox a,
                             LsnBox b);
LsnBox   lsn_box_with_point (LsnBox   box,
                             LsnPoint point);
gboolean lsn_box_meets      (const LsnBox *a,
                             const LsnBox *b);
gboolean lsn_box_holds      (const LsnBox *box,
                             double        x,
                             double        y);
gboolean lsn_box_holds_box  (const LsnBox *outer,
                             const LsnBox *inner);
double   lsn_box_overlap    (const LsnBox *a,
                             const LsnBox *b);
LsnPoint lsn_box_centre     (const LsnBox *box);
/* The place on the border of a box that is nearest to a place inside or outside. */
LsnPoint lsn_box_nearest_border (const LsnBox *box,
                                 LsnPoint      place);
gboolean lsn_box_meets_segment (const LsnBox *box,
                                LsnPoint      a,
                                LsnPoint      b);

double   lsn_distance            (LsnPoint a,
                                  LsnPoint b);
double   lsn_distance_to_segment (LsnPoint p,
                                  LsnPoint a,
                                  LsnPoint b);
LsnPoint lsn_between             (LsnPoint a,
                                  LsnPoint b,
                                  double   t);
LsnPoint lsn_along               (LsnPoint from,
                                  LsnPoint direction,
                                  double   distance);

LsnCurve lsn_curve_line     (LsnPoint from,
                             LsnPoint to);
LsnCurve lsn_curve_bent     (LsnPoint from,
                             LsnPoint to,
                             double   bend);
gboolean lsn_curve_is_line  (const LsnCurve *curve);
LsnPoint lsn_curve_at       (const LsnCurve *curve,
                             double          t);
LsnPoint lsn_curve_tangent  (const LsnCurve *curve,
                             double          t);
LsnCurve lsn_curve_part     (const LsnCurve *curve,
                             double          t0,
                             double          t1);
LsnBox   lsn_curve_box      (const LsnCurve *curve);
double   lsn_curve_length   (const LsnCurve *curve);
double   lsn_curve_distance (const LsnCurve *curve,
                             LsnPoint        point);
gboolean lsn_curve_meets_box (const LsnCurve *curve,
                              const LsnBox   *box);
double   lsn_curve_t_at_length (const LsnCurve *curve,
                                double          length);

G_END_DECLS
