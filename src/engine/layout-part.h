/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"
#include "wire/layout-message.h"

G_BEGIN_DECLS

/* Units of one container that hang together by ties: what an engine gets to lay out at once. */

typedef struct
{
  guint         container;
  GArray       *members;    /* of guint: units, in order */
  gboolean      has_held;
  LsnFlatGraph *graph;      /* borrowed from the request; NULL for one actor alone */
  LsnFlatGraph *natural;    /* the same as if nothing were held; borrowed; NULL when nothing is, or the part is large */
  double       *target_x;   /* of the members: where the held ones stand; NULL when none is */
  double       *target_y;
} LsnPart;

LsnPart      *lsn_part_new      (guint container);
void          lsn_part_free     (LsnPart *part);
LsnFlatGraph *lsn_part_to_graph (LsnPart  *part,
                                 LsnUnits *units,
                                 guint    *index_of);
LsnFlatGraph *lsn_part_to_natural (LsnPart  *part,
                                   LsnUnits *units);
LsnRect       lsn_part_spread   (LsnPart    *part,
                                 LsnUnits   *units,
                                 const char *engine,
                                 double      gap);
void          lsn_part_fit      (LsnPart    *part,
                                 LsnUnits   *units,
                                 const char *engine,
                                 double      gap,
                                 GArray     *natural);
void          lsn_part_move     (LsnPart  *part,
                                 LsnUnits *units,
                                 double    dx,
                                 double    dy);

G_END_DECLS
