/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "cli/facts.h"

#include <math.h>

static GArray *
gather_kinds (LsnMap   *map,
              LsnTable  table,
              LsnColumn kind_column)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (LsnKindFact));
  g_autofree guint *counts = g_new0 (guint, lsn_map_max_row (map, LSN_TABLE_KINDS) + 1);
  LsnRow row = LSN_NO_ROW;
  LsnRow kind = LSN_NO_ROW;

  while ((row = lsn_map_next_row (map, table, row)) != LSN_NO_ROW)
    counts[lsn_map_get_reference (map, table, row, kind_column)]++;
  do
    {
      kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind);
      if (counts[kind] > 0)
        g_array_append_val (facts, ((LsnKindFact) { kind, counts[kind] }));
    }
  while (kind != LSN_NO_ROW);
  return facts;
}

static guint
count_cells (LsnMap   *map,
             LsnTable  table,
             LsnColumn column)
{
  LsnRow row = LSN_NO_ROW;
  guint n = 0;

  while ((row = lsn_map_next_row (map, table, row)) != LSN_NO_ROW)
    if (lsn_map_get (map, table, row, column).kind != LSN_VALUE_EMPTY)
      n++;
  return n;
}

static GArray *
gather_columns (LsnMap  *map,
                LsnTable table)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (LsnColumnFact));
  LsnColumn column = LSN_NO_COLUMN;

  while ((column = lsn_map_next_column (map, table, column)) != LSN_NO_COLUMN)
    g_array_append_val (facts, ((LsnColumnFact) { column, count_cells (map, table, column) }));
  return facts;
}

static void
gather_places (LsnFacts *facts,
               LsnMap   *map)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  LsnRow actor = LSN_NO_ROW;

  while ((actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW)
    {
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);

      facts->n_containers += lsn_map_is_container (map, actor);
      facts->n_pinned += lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PINNED) == TRUE;
      if (isnan (x) || isnan (y))
        {
          /* The frame of a container is where its inside is */
          facts->n_unplaced += !lsn_map_is_container (map, actor);
          continue;
        }
      facts->placed = TRUE;
      left = MIN (left, x);
      right = MAX (right, x);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }
  if (!facts->placed)
    return;
  facts->x = left;
  facts->y = top;
  facts->width = right - left;
  facts->height = bottom - top;
}

/**
 * lsn_facts_gather:
 * @facts: (out caller-allocates): what there is
 * @map: a map
 *
 * Counts rows, kinds and cells and finds how far the actors' centres spread, in map units. Cost: O(rows x columns).
 */
void
lsn_facts_gather (LsnFacts *facts,
                  LsnMap   *map)
{
  *facts = (LsnFacts) {
    .n_actors = lsn_map_n_rows (map, LSN_TABLE_ACTORS),
    .n_ties = lsn_map_n_rows (map, LSN_TABLE_TIES),
    .actors.kinds = gather_kinds (map, LSN_TABLE_ACTORS, LSN_ACTOR_KIND),
    .actors.columns = gather_columns (map, LSN_TABLE_ACTORS),
    .ties.kinds = gather_kinds (map, LSN_TABLE_TIES, LSN_TIE_KIND),
    .ties.columns = gather_columns (map, LSN_TABLE_TIES),
  };
  gather_places (facts, map);
}

/**
 * lsn_facts_clear:
 * @facts: what lsn_facts_gather () filled
 *
 * Frees what @facts points to.
 */
void
lsn_facts_clear (LsnFacts *facts)
{
  g_clear_pointer (&facts->actors.kinds, g_array_unref);
  g_clear_pointer (&facts->actors.columns, g_array_unref);
  g_clear_pointer (&facts->ties.kinds, g_array_unref);
  g_clear_pointer (&facts->ties.columns, g_array_unref);
}
