/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What always holds of a map between two primitives, looked over from one end to the other: for tests. */
char *lsn_map_check (LsnMap *map); /* NULL when all is well, else what is not. Transfer full. */

/* Everything that a map holds as one text, rows with handles and ids, columns and cells: equal maps are equal texts. */
char *lsn_map_dump  (LsnMap *map); /* transfer full */

G_END_DECLS
