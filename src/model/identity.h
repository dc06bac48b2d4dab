/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/conflicts.h"

G_BEGIN_DECLS

/* When two actors turn out to be one, or one to be two. Each is one transaction. */

/* Of LsnConflict, in the order of the columns. Transfer full. */
GArray  *lsn_actors_conflicts (LsnMap       *map,
                               const LsnRow *actors,
                               guint         n_actors);
gboolean lsn_actors_merge     (LsnMap       *map,
                               LsnRow        into,
                               const LsnRow *others,
                               guint         n_others,
                               GHashTable   *choices,
                               GError      **error);
LsnRow   lsn_actor_split      (LsnMap       *map,
                               LsnRow        actor,
                               const char   *name,
                               const LsnRow *ties,
                               guint         n_ties,
                               GError      **error);

G_END_DECLS
