/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What can be told of a map in numbers. */

typedef struct
{
  LsnRow kind;      /* LSN_NO_ROW: those without a kind */
  guint  n_rows;
} LsnKindFact;

typedef struct
{
  LsnColumn column;
  guint     n_cells;  /* that are not empty */
} LsnColumnFact;

typedef struct
{
  GArray *kinds;      /* of LsnKindFact, in the map's order; only kinds in use */
  GArray *columns;    /* of LsnColumnFact, in the map's order */
} LsnTableFacts;

typedef struct
{
  guint         n_actors, n_ties, n_containers, n_pinned, n_unplaced;
  LsnTableFacts actors, ties;
  gboolean      placed;         /* whether any actor has a place, so that the bounds below mean something */
  double        x, y, width, height;
} LsnFacts;

void lsn_facts_gather (LsnFacts *facts,
                       LsnMap   *map);
void lsn_facts_clear  (LsnFacts *facts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LsnFacts, lsn_facts_clear)

G_END_DECLS
