/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* Making, filling and replacing kinds. What a kind says is changed by its cells as everywhere. */

/* The built-in kinds, as rows of a bare map: what lsn_map_new () calls. Inside a transaction or before history begins. */
void     lsn_kinds_insert_builtin (LsnMap *map);

/* Each is one transaction. */
LsnRow   lsn_kind_add         (LsnMap *map, gboolean of_tie, const char *name, GError **error);
LsnRow   lsn_kind_add_builtin (LsnMap *map, const char *id, GError **error);
LsnRow   lsn_kind_duplicate   (LsnMap *map, LsnRow kind, GError **error);
gboolean lsn_kind_replace     (LsnMap *map, LsnRow kind, LsnRow by, GError **error);
gboolean lsn_kind_reset       (LsnMap *map, LsnRow kind, GError **error);
gboolean lsn_kind_is_builtin  (LsnMap *map, LsnRow kind);

G_END_DECLS
