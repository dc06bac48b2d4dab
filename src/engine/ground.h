/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"

G_BEGIN_DECLS

/* The ground of a map on which something is fixed: what stands where, and which place is free for who still looks for one. */

typedef struct _LsnGround LsnGround;

LsnGround *lsn_ground_new    (LsnUnits *units,
                              double    gap);
void       lsn_ground_free   (LsnGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnGround, lsn_ground_free)
LsnRect    lsn_ground_find   (LsnGround *ground,
                              guint      container,
                              LsnRect    wish,
                              gboolean  *harms);
gboolean   lsn_ground_find_within (LsnGround *ground,
                                   guint      container,
                                   LsnRect    wish,
                                   LsnRect   *place);
void       lsn_ground_settle (LsnGround *ground,
                              guint      unit);
void       lsn_ground_lift   (LsnGround *ground,
                              guint      unit);
gboolean   lsn_ground_is_exhausted (LsnGround *ground);
guint      lsn_ground_n_searches (LsnGround *ground);
guint      lsn_ground_strangers (LsnGround *ground,
                                 gboolean  *to_move);

G_END_DECLS
