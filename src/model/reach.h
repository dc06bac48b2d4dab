/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* How the ties of a map hang its actors together, whatever their direction. */

/**
 * LsnTieFunc:
 * @tie: a row of the ties
 *
 * Returns: whether the way may go over it
 */
typedef gboolean (*LsnTieFunc) (LsnRow   tie,
                                gpointer data);

#define LSN_STEPS_NONE G_MAXUINT

guint    *lsn_reach_steps   (LsnMap       *map,
                             const LsnRow *from,
                             guint         n_from,
                             LsnTieFunc    may_use,
                             gpointer      data);
gboolean *lsn_reach_between (LsnMap    *map,
                             LsnRow     a,
                             LsnRow     b,
                             LsnTieFunc may_use,
                             gpointer   data);

G_END_DECLS
