/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

int  lsn_natural_compare (const char *a,
                          const char *b);
/* All rows of a table in natural order of their ids. Transfer full array of LsnRow. */
GArray *lsn_natural_rows (LsnMap  *map,
                          LsnTable table);

G_END_DECLS
