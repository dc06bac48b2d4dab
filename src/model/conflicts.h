/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/**
 * LsnConflict:
 * @column: of the rows' table
 * @rows: (element-type LsnRow): those whose cells are known, those that say the same once; at least two
 *
 * A column in which rows that are to be one differ.
 */
typedef struct
{
  LsnColumn column;
  GArray   *rows;
} LsnConflict;

/* Whether what a column says could be in conflict at all. */
typedef gboolean (*LsnCanConflict) (LsnColumn            column,
                                    const LsnColumnSpec *spec);

/* What a row says in a column to the question which of @rows is right; empty when it says nothing. */
typedef LsnValue (*LsnClaimOf) (LsnMap       *map,
                                const LsnRow *rows,
                                guint         n_rows,
                                LsnRow        row,
                                LsnColumn     column);

GArray *lsn_conflicts_find (LsnMap        *map,
                            LsnTable       table,
                            const LsnRow  *rows,
                            guint          n_rows,
                            LsnCanConflict can_conflict,
                            LsnClaimOf     claim_of);

G_END_DECLS
