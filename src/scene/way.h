/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/geometry.h"

G_BEGIN_DECLS

/**
 * LsnWay:
 * @first: the first curve, mostly the only one
 * @more: (nullable): those after it, each from where the one before ends; shared by count
 * @n_more: how many
 *
 * What the line of a tie runs along. Places on it are given by t, from 0 at its beginning to 1 at its end; each curve takes an
 * equal part of that.
 */
typedef struct
{
  LsnCurve  first;
  LsnCurve *more;
  gsize     n_more;
} LsnWay;

LsnWay          lsn_way_of      (LsnCurve curve);
LsnWay          lsn_way_new     (const LsnCurve *curves,
                                 guint           n_curves);
LsnWay          lsn_way_share   (const LsnWay *way);
void            lsn_way_clear   (LsnWay *way);
gboolean        lsn_way_equal   (const LsnWay *a,
                                 const LsnWay *b);
guint           lsn_way_n       (const LsnWay *way);
const LsnCurve *lsn_way_curve   (const LsnWay *way,
                                 guint         number);
LsnPoint        lsn_way_start   (const LsnWay *way);
LsnPoint        lsn_way_end     (const LsnWay *way);
LsnPoint        lsn_way_at      (const LsnWay *way,
                                 double        t);
LsnPoint        lsn_way_tangent (const LsnWay *way,
                                 double        t);
LsnWay          lsn_way_part    (const LsnWay *way,
                                 double        t0,
                                 double        t1);
LsnBox          lsn_way_box     (const LsnWay *way);
double          lsn_way_length  (const LsnWay *way);
double          lsn_way_distance (const LsnWay *way,
                                  LsnPoint      point);
gboolean        lsn_way_meets_box (const LsnWay *way,
                                   const LsnBox *box);
double          lsn_way_t_at_length (const LsnWay *way,
                                     double        length);
GArray         *lsn_way_flatten (const LsnWay *way,
                                 guint         n_pieces);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnWay, lsn_way_clear)

G_END_DECLS
