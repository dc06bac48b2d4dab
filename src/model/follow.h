/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* Conditions name kinds and actors by their ids: when another takes the place of one, they follow. */

char    *lsn_conditions_follow (const char *text,
                                LsnMap     *map,
                                LsnTable    table,
                                const char *id,
                                const char *by);
gboolean lsn_views_follow      (LsnMap     *map,
                                LsnTable    table,
                                const char *id,
                                const char *by,
                                GError    **error);

G_END_DECLS
