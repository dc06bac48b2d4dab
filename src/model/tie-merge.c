/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/tie-merge.h"

#include <glib/gi18n-lib.h>

#include "model/bends.h"
#include "model/edit.h"
#include "model/kinds.h"
#include "model/merge-cells.h"

static LsnRow
end_of (LsnMap   *map,
        LsnRow    tie,
        LsnColumn end)
{
  return lsn_map_get_reference (map, LSN_TABLE_TIES, tie, end);
}

/* Whether @tie runs from the target of @into to its source. */
static gboolean
is_turned (LsnMap *map,
           LsnRow  into,
           LsnRow  tie)
{
  return end_of (map, into, LSN_TIE_SOURCE) != end_of (map, tie, LSN_TIE_SOURCE);
}

/**
 * lsn_ties_join_same:
 *
 * Returns: whether @ties join the same two actors, in either direction
 */
gboolean
lsn_ties_join_same (LsnMap       *map,
                    const LsnRow *ties,
                    guint         n_ties)
{
  for (guint i = 1; i < n_ties; i++)
    {
      gboolean turned = is_turned (map, ties[0], ties[i]);

      if (end_of (map, ties[0], LSN_TIE_SOURCE) != end_of (map, ties[i], turned ? LSN_TIE_TARGET : LSN_TIE_SOURCE) ||
          end_of (map, ties[0], LSN_TIE_TARGET) != end_of (map, ties[i], turned ? LSN_TIE_SOURCE : LSN_TIE_TARGET))
        return FALSE;
    }
  return TRUE;
}

/**
 * lsn_ties_parallel:
 *
 * Returns: (transfer full) (element-type LsnRow): @tie, and all others between its two actors. Cost: O(ties of its source)
 */
GArray *
lsn_ties_parallel (LsnMap *map,
                   LsnRow  tie)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnRow  source = end_of (map, tie, LSN_TIE_SOURCE);

  g_array_append_val (ties, tie);
  if (source == LSN_NO_ROW)
    return ties;
  for (LsnRow other = LSN_NO_ROW; (other = lsn_map_next_tie (map, source, other)) != LSN_NO_ROW;)
    {
      LsnRow pair[2] = { tie, other };

      if (other != tie && lsn_ties_join_same (map, pair, 2))
        g_array_append_val (ties, other);
    }
  return ties;
}

/* What @tie says in a column, seen from the source of @into. */
static LsnValue
value_of (LsnMap   *map,
          LsnRow    into,
          LsnRow    tie,
          LsnColumn column)
{
  if (is_turned (map, into, tie) && column == LSN_TIE_TRUST)
    column = LSN_TIE_TRUST_BACK;
  else if (is_turned (map, into, tie) && column == LSN_TIE_TRUST_BACK)
    column = LSN_TIE_TRUST;
  return lsn_map_get (map, LSN_TABLE_TIES, tie, column);
}

/* How the line runs is no fact that could be in conflict, nor are its ends; its direction is found from all of them. */
static gboolean
can_conflict (LsnColumn            column,
              const LsnColumnSpec *spec)
{
  return column != LSN_TIE_SOURCE && column != LSN_TIE_TARGET && column != LSN_TIE_DIRECTION && !spec->hidden &&
         !spec->multiline && !spec->computed;
}

static LsnValue
claim_of (LsnMap       *map,
          const LsnRow *ties,
          guint         n_ties,
          LsnRow        tie,
          LsnColumn     column)
{
  return value_of (map, ties[0], tie, column);
}

/**
 * lsn_ties_conflicts:
 * @ties: (array length=n_ties): between the same two actors; the first is the one that stays
 *
 * Returns: (transfer full) (element-type LsnConflict): where they say different things; none for texts of several lines, which
 *   are joined
 */
GArray *
lsn_ties_conflicts (LsnMap       *map,
                    const LsnRow *ties,
                    guint         n_ties)
{
  return lsn_conflicts_find (map, LSN_TABLE_TIES, ties, n_ties, can_conflict, claim_of);
}

/**
 * lsn_tie_cell_words:
 * @into: the tie that stays
 *
 * Returns: (transfer full): what @tie says in a column, as people read it, seen from the source of @into
 */
char *
lsn_tie_cell_words (LsnMap   *map,
                    LsnRow    into,
                    LsnRow    tie,
                    LsnColumn column)
{
  if (is_turned (map, into, tie) && (column == LSN_TIE_TRUST || column == LSN_TIE_TRUST_BACK))
    column = column == LSN_TIE_TRUST ? LSN_TIE_TRUST_BACK : LSN_TIE_TRUST;
  return lsn_cell_in_words (map, LSN_TABLE_TIES, tie, column);
}

/* ---- several are one ---- */

/* What is not taken stands in the notes. */
static gboolean
settle (LsnMap            *map,
        LsnRow             into,
        const LsnConflict *conflict,
        GHashTable        *choices,
        GError           **error)
{
  LsnRow   winner = g_array_index (conflict->rows, LsnRow, 0);
  LsnValue value;

  if (choices != NULL && g_hash_table_contains (choices, GUINT_TO_POINTER (conflict->column)))
    winner = GPOINTER_TO_UINT (g_hash_table_lookup (choices, GUINT_TO_POINTER (conflict->column)));
  value = value_of (map, into, winner, conflict->column);
  for (guint i = 0; i < conflict->rows->len; i++)
    {
      LsnRow row = g_array_index (conflict->rows, LsnRow, i);
      g_autofree char *words = lsn_tie_cell_words (map, into, row, conflict->column);
      g_autofree char *note = NULL;

      if (lsn_value_equal (value_of (map, into, row, conflict->column), value))
        continue;
      /* Translators: a note about a tie that others were merged into: %1$s is a column, %2$s what another said: "Strength: 2" */
      note = g_strdup_printf (_("%1$s: %2$s"),
                              lsn_column_label (lsn_map_column_spec (map, LSN_TABLE_TIES, conflict->column)), words);
      if (!lsn_cells_append_note (map, LSN_TABLE_TIES, into, LSN_TIE_NOTES, note, error))
        return FALSE;
    }
  return lsn_map_set (map, LSN_TABLE_TIES, into, conflict->column, value, error);
}

/* 1 from source to target of @into, 2 the other way, 3 both, 0 none. */
static guint
ways_of (LsnMap *map,
         LsnRow  into,
         LsnRow  tie)
{
  LsnDirection direction = lsn_tie_direction (map, tie);

  if (direction == LSN_DIRECTION_MUTUAL)
    return 3;
  if (direction == LSN_DIRECTION_NONE)
    return 0;
  return is_turned (map, into, tie) ? 2 : 1;
}

static gboolean
swap (LsnMap   *map,
      LsnRow    tie,
      LsnColumn one,
      LsnColumn other,
      GError  **error)
{
  LsnValue a = lsn_map_get (map, LSN_TABLE_TIES, tie, one), b = lsn_map_get (map, LSN_TABLE_TIES, tie, other);

  return lsn_map_set (map, LSN_TABLE_TIES, tie, one, b, error) && lsn_map_set (map, LSN_TABLE_TIES, tie, other, a, error);
}

/* A tie without direction runs from where the others do. Its line goes straight then, if it was bent. */
static gboolean
turn (LsnMap  *map,
      LsnRow   tie,
      GError **error)
{
  return swap (map, tie, LSN_TIE_SOURCE, LSN_TIE_TARGET, error) && swap (map, tie, LSN_TIE_TRUST, LSN_TIE_TRUST_BACK, error) &&
         lsn_bends_set (map, tie, NULL, 0, error);
}

static guint
ways_of_all (LsnMap       *map,
             LsnRow        into,
             const LsnRow *others,
             guint         n_others)
{
  guint all = ways_of (map, into, into);

  for (guint i = 0; i < n_others; i++)
    all |= ways_of (map, into, others[i]);
  return all;
}

/* What runs one way in one tie and the other way in another runs both ways. */
static gboolean
set_ways (LsnMap  *map,
          LsnRow   into,
          guint    ways,
          GError **error)
{
  if (ways == ways_of (map, into, into))
    return TRUE;
  return (ways != 2 || turn (map, into, error)) &&
         lsn_map_set_text (map, LSN_TABLE_TIES, into, LSN_TIE_DIRECTION, ways == 3 ? "mutual" : "forward", error);
}

static gboolean
fill_cells (LsnMap  *map,
            LsnRow   into,
            LsnRow   other,
            GError **error)
{
  for (LsnColumn column = LSN_NO_COLUMN; (column = lsn_map_next_column (map, LSN_TABLE_TIES, column)) != LSN_NO_COLUMN;)
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (map, LSN_TABLE_TIES, column);
      LsnValue value = value_of (map, into, other, column);
      gboolean is_done = TRUE;

      if (value.kind == LSN_VALUE_EMPTY || column == LSN_TIE_SOURCE || column == LSN_TIE_TARGET || column == LSN_TIE_DIRECTION ||
          spec->hidden || spec->computed)
        continue;
      if (lsn_map_get (map, LSN_TABLE_TIES, into, column).kind == LSN_VALUE_EMPTY)
        is_done = lsn_map_set (map, LSN_TABLE_TIES, into, column, value, error);
      else if (spec->multiline)
        is_done = lsn_cells_append_note (map, LSN_TABLE_TIES, into, column, value.text, error);
      if (!is_done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_all (LsnMap       *map,
           LsnRow        into,
           const LsnRow *others,
           guint         n_others,
           GHashTable   *choices,
           GError      **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GArray) conflicts = NULL;
  guint ways;

  g_array_append_val (all, into);
  g_array_append_vals (all, others, n_others);
  if (!lsn_ties_join_same (map, (const LsnRow *) (gpointer) all->data, all->len))
    {
      g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
                           _("Only ties between the same two actors can be merged."));
      return FALSE;
    }
  conflicts = lsn_ties_conflicts (map, (const LsnRow *) (gpointer) all->data, all->len);
  ways = ways_of_all (map, into, others, n_others);
  for (guint i = 0; i < conflicts->len; i++)
    if (!settle (map, into, &g_array_index (conflicts, LsnConflict, i), choices, error))
      return FALSE;
  for (guint i = 0; i < n_others; i++)
    if (!fill_cells (map, into, others[i], error) || !lsn_cells_take_over (map, LSN_TABLE_TIES, into, others[i], error) ||
        !lsn_map_remove_row (map, LSN_TABLE_TIES, others[i], error))
      return FALSE;
  /* at the end, as it may turn the tie round by which all else is seen */
  return set_ways (map, into, ways, error);
}

/**
 * lsn_ties_merge:
 * @into: the tie that stays
 * @others: (array length=n_others): others between its two actors, without @into
 * @choices: (nullable): column -> the tie whose cell is taken where they differ; without one, the first that is known, @into
 *   before @others
 * @error: why not; then nothing was done
 *
 * Makes several ties one, as one step. It has each cell that it had not; texts of several lines are joined, a cell that is not
 * taken becomes a line of the notes, and what runs one way in one and the other way in another runs both ways. Notes on the map
 * that point to @others point to it.
 */
gboolean
lsn_ties_merge (LsnMap       *map,
                LsnRow        into,
                const LsnRow *others,
                guint         n_others,
                GHashTable   *choices,
                GError      **error)
{
  if (n_others == 0)
    return FALSE;

  lsn_map_begin (map, C_("undo", "Merge Ties"), NULL);
  if (!merge_all (map, into, others, n_others, choices, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}
