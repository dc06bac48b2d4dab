/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/conflicts.h"

static void
clear_conflict (gpointer data)
{
  g_array_unref (((LsnConflict *) data)->rows);
}

static GArray *
rows_that_differ (LsnMap       *map,
                  LsnColumn     column,
                  const LsnRow *rows,
                  guint         n_rows,
                  LsnClaimOf    claim_of)
{
  GArray *differing = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_rows; i++)
    {
      LsnValue value = claim_of (map, rows, n_rows, rows[i], column);
      gboolean is_new = value.kind != LSN_VALUE_EMPTY;

      for (guint j = 0; is_new && j < differing->len; j++)
        is_new = !lsn_value_equal (value, claim_of (map, rows, n_rows, g_array_index (differing, LsnRow, j), column));
      if (is_new)
        g_array_append_val (differing, rows[i]);
    }
  return differing;
}

/**
 * lsn_conflicts_find:
 * @map: a map
 * @table: a table
 * @rows: (array length=n_rows): of it, that are to be one
 * @can_conflict: which columns are looked at
 * @claim_of: what they say there
 *
 * Returns: (transfer full) (element-type LsnConflict): where they say different things, in the order of the columns.
 *   O(columns * n_rows * answers)
 */
GArray *
lsn_conflicts_find (LsnMap        *map,
                    LsnTable       table,
                    const LsnRow  *rows,
                    guint          n_rows,
                    LsnCanConflict can_conflict,
                    LsnClaimOf     claim_of)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (LsnConflict));

  g_array_set_clear_func (conflicts, clear_conflict);
  for (LsnColumn column = LSN_NO_COLUMN; (column = lsn_map_next_column (map, table, column)) != LSN_NO_COLUMN;)
    {
      LsnConflict conflict = { .column = column };

      if (!can_conflict (column, lsn_map_column_spec (map, table, column)))
        continue;
      conflict.rows = rows_that_differ (map, column, rows, n_rows, claim_of);
      if (conflict.rows->len > 1)
        g_array_append_val (conflicts, conflict);
      else
        g_array_unref (conflict.rows);
    }
  return conflicts;
}
