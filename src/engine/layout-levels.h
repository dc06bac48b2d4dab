/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"
#include "wire/layout-message.h"

G_BEGIN_DECLS

/* A layout by levels: the insides of the deepest containers first, each then a box of its size one level up. */

typedef struct _LsnLevels LsnLevels;

LsnLevels        *lsn_levels_new  (LsnUnits   *units,
                                   const char *engine,
                                   guint32     seed);
void              lsn_levels_free (LsnLevels *levels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLevels, lsn_levels_free)
LsnLayoutRequest *lsn_levels_next (LsnLevels  *levels);
void              lsn_levels_take       (LsnLevels    *levels,
                                         GCancellable *cancellable);
gboolean          lsn_levels_is_done    (LsnLevels *levels);
guint             lsn_levels_n_searches (LsnLevels *levels);

G_END_DECLS
