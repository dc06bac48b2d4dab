/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/types.h"

G_BEGIN_DECLS

/* Actors and ties as lines that people read and that the quick entry takes back. */

char *lsn_rows_to_text (LsnMap       *map,
                        const LsnRow *actors,
                        guint         n_actors,
                        const LsnRow *ties,
                        guint         n_ties);

G_END_DECLS
