/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map-private.h"

#include "model/changes.h"

/* Transactions: the outermost one gathers what its primitives record, and hands it to the history or undoes it. */

/* Whether a primitive may run now: a map that is being loaded always, another one inside a transaction. */
gboolean
lsn_map_may_edit (LsnMap *map)
{
  return LSN_IS_MAP (map) && !map->is_snapshot && (map->is_loading || map->depth > 0);
}

/**
 * lsn_map_in_transaction:
 * @map: a map
 *
 * Returns: whether a transaction is open
 */
gboolean
lsn_map_in_transaction (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return map->depth > 0;
}

/**
 * lsn_map_begin:
 * @map: a map, not a snapshot
 * @label: translated, in the imperative ("Move 3 Actors"): what undo will say that it undoes
 * @merge_key: (nullable): a transaction joins the one before it when both have the same key and nothing came between: no
 *   undo, no other transaction and no saving
 *
 * Begins a transaction. They nest: the outermost one counts, with its label and key. Each is ended by one
 * lsn_map_commit () or lsn_map_rollback ().
 */
void
lsn_map_begin (LsnMap     *map,
               const char *label,
               const char *merge_key)
{
  g_return_if_fail (LSN_IS_MAP (map) && !map->is_snapshot);
  g_return_if_fail (label != NULL);

  if (map->depth++ > 0 || map->is_loading)
    return;

  map->records = lsn_records_new ();
  map->is_doomed = FALSE;
  map->is_touched = FALSE;
  lsn_history_open (map, label, merge_key);
}

static void
check_ties (LsnMap       *map,
            const LsnRow *ties,
            guint         n_ties)
{
  for (guint i = 0; i < n_ties; i++)
    if (lsn_map_get_reference (map, LSN_TABLE_TIES, ties[i], LSN_TIE_SOURCE) == LSN_NO_ROW ||
        lsn_map_get_reference (map, LSN_TABLE_TIES, ties[i], LSN_TIE_TARGET) == LSN_NO_ROW)
      g_critical ("The tie “%s” was left without an end.", lsn_map_row_id (map, LSN_TABLE_TIES, ties[i]));
}

static void
check_changed_ties (LsnMap     *map,
                    LsnChanges *changes)
{
  const LsnRow *ties;
  guint n_ties;

  ties = lsn_changes_inserted (changes, LSN_TABLE_TIES, &n_ties);
  check_ties (map, ties, n_ties);

  if (!lsn_changes_touch_column (changes, LSN_TABLE_TIES, LSN_TIE_SOURCE) &&
      !lsn_changes_touch_column (changes, LSN_TABLE_TIES, LSN_TIE_TARGET))
    return;

  ties = lsn_changes_altered (changes, LSN_TABLE_TIES, &n_ties);
  check_ties (map, ties, n_ties);
}

/* What was recorded since the outermost begin, taken back; the revision is what it was. */
static void
take_back (LsnMap *map)
{
  g_autoptr (GArray) records = g_steal_pointer (&map->records);

  lsn_apply_back_to (map, records, 0);
  map->revision = lsn_history_close (map);
  map->is_touched = FALSE;
}

/**
 * lsn_map_commit:
 * @map: a map in a transaction
 *
 * Ends a transaction. The outermost one becomes a step of the history and LsnMap::changed is emitted, unless nothing
 * happened in it. It is a mistake of the program to leave a tie without both ends.
 *
 * Returns: whether the map is another than before
 */
gboolean
lsn_map_commit (LsnMap *map)
{
  g_autoptr (LsnChanges) changes = NULL;

  g_return_val_if_fail (LSN_IS_MAP (map) && map->depth > 0, FALSE);

  if (--map->depth > 0 || map->is_loading)
    return FALSE;

  if (map->is_doomed || map->records->len == 0)
    {
      take_back (map);
      return FALSE;
    }

  map->revision = ++map->last_revision;
  changes = lsn_changes_new (map, map->records, FALSE);
  check_changed_ties (map, changes);
  lsn_history_add (map, g_steal_pointer (&map->records));
  lsn_map_emit_changed (map, changes);

  return TRUE;
}

/**
 * lsn_map_rollback:
 * @map: a map in a transaction, that is not being loaded
 *
 * Ends a transaction that shall not have been. When it is the outermost one, the map goes back to where that began; when it
 * is inside another, that goes back at its own end, whichever way it ends. Nothing is emitted.
 */
void
lsn_map_rollback (LsnMap *map)
{
  g_return_if_fail (LSN_IS_MAP (map) && map->depth > 0 && !map->is_loading);

  map->is_doomed = TRUE;
  if (--map->depth == 0)
    take_back (map);
}

/**
 * lsn_map_forget_history:
 * @map: a map that was filled, or any map outside a transaction
 *
 * Ends the loading of a map: its history is empty, it counts as saved, and from now on it is edited in transactions only.
 */
void
lsn_map_forget_history (LsnMap *map)
{
  g_return_if_fail (LSN_IS_MAP (map) && !map->is_snapshot && map->depth == 0);

  if (map->is_loading)
    for (LsnRow tie = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW);
         tie != LSN_NO_ROW;
         tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie))
      check_ties (map, &tie, 1);

  map->is_loading = FALSE;
  map->is_touched = FALSE;
  map->revision = ++map->last_revision;
  lsn_history_forget (map);
}
