/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/looks.h"
#include "scene/pen.h"

G_BEGIN_DECLS

/* The bodies of actors. */

/* How far the widest of what is drawn around a body reaches beyond its radius. */
#define LSN_RING_GAP 4.5
#define LSN_RING_WIDTH 1.6

/* Half the size of the square that holds the body: area, not width, tells the power, whatever the shape. */
double   lsn_shape_half     (LsnShape shape,
                             double   radius);
/* From the centre to the border in a direction of length 1. */
double   lsn_shape_reach    (LsnShape shape,
                             double   radius,
                             LsnPoint direction);
/* Where ties end and names begin: the body with its ring. */
double   lsn_body_outer     (const LsnActorLook *look);
void     lsn_shape_add      (LsnPath *path,
                             LsnShape shape,
                             LsnPoint centre,
                             double   radius);
/* @image: instead of the symbol, which goes to the rim; NULL for none */
void     lsn_body_draw      (const LsnActorLook *look,
                             LsnImage           *image,
                             LsnPen             *pen,
                             LsnPoint            centre);

G_END_DECLS
