/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/selection.h"

#include <string.h>

#include "model/changes.h"
#include "model/map.h"
#include "model/selection-memory.h"

#define MOST_CHANGED 50 /* rows that an undo selects because it changed them; of more nobody can see what happened */

/* A sorted array of rows for each table. They hold only rows that are in the map: a removed row leaves. What was selected at a
 * revision that the map leaves is kept in the memory, so that undo and redo can bring it back. */

struct _LsnSelection
{
  GObject  parent_instance;

  LsnMap  *map;
  GArray  *rows[LSN_N_SELECTABLE]; /* of LsnRow, sorted: actors, ties, notes */
  LsnTable focus_table;
  LsnRow   focus;        /* LSN_NO_ROW: none */
  LsnSelectionMemory *memory;
  guint64  revision;     /* of the map that the rows were selected in */
};

G_DEFINE_FINAL_TYPE (LsnSelection, lsn_selection, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const LsnTable tables[LSN_N_SELECTABLE] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES, LSN_TABLE_NOTES };

static guint
number_of (LsnTable table)
{
  guint number = 0;

  while (number < LSN_N_SELECTABLE && tables[number] != table)
    number++;
  g_return_val_if_fail (number < LSN_N_SELECTABLE, 0);

  return number;
}

static GArray *
rows_of (LsnSelection *selection,
         LsnTable      table)
{
  return selection->rows[number_of (table)];
}

/* Where @row is, or would be. */
static gboolean
search (GArray *rows,
        LsnRow  row,
        guint  *at)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (rows, LsnRow, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  *at = low;
  return low < rows->len && g_array_index (rows, LsnRow, low) == row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  LsnRow left = *(const LsnRow *) a, right = *(const LsnRow *) b;

  return left < right ? -1 : left > right;
}

/* @rows sorted, each once, and only those that the map has. */
static GArray *
tidy (LsnMap       *map,
      LsnTable      table,
      const LsnRow *rows,
      guint         n_rows)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), n_rows);
  guint kept = 0;

  g_array_append_vals (sorted, rows, n_rows);
  g_array_sort (sorted, compare_rows);
  for (guint i = 0; i < sorted->len; i++)
    {
      LsnRow row = g_array_index (sorted, LsnRow, i);

      if (lsn_map_has_row (map, table, row) && (kept == 0 || g_array_index (sorted, LsnRow, kept - 1) != row))
        g_array_index (sorted, LsnRow, kept++) = row;
    }
  g_array_set_size (sorted, kept);

  return sorted;
}

/* Takes @rows; whether they are others than before. */
static gboolean
replace (LsnSelection *selection,
         LsnTable      table,
         GArray       *rows)
{
  GArray **place = &selection->rows[number_of (table)];
  gboolean same = (*place)->len == rows->len &&
                  (rows->len == 0 || memcmp ((*place)->data, rows->data, rows->len * sizeof (LsnRow)) == 0);

  g_array_unref (*place);
  *place = rows;

  return !same;
}

static void
drop_lost_focus (LsnSelection *selection)
{
  if (selection->focus != LSN_NO_ROW && !lsn_map_has_row (selection->map, selection->focus_table, selection->focus))
    selection->focus = LSN_NO_ROW;
}

/* What an undo or redo inserted and altered. */
static GArray *
rows_touched (LsnMap     *map,
              LsnChanges *changes,
              LsnTable    table)
{
  guint n_inserted, n_altered;
  const LsnRow *inserted = lsn_changes_inserted (changes, table, &n_inserted);
  const LsnRow *altered = lsn_changes_altered (changes, table, &n_altered);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_append_vals (rows, inserted, n_inserted);
  g_array_append_vals (rows, altered, n_altered);

  return tidy (map, table, (const LsnRow *) rows->data, rows->len);
}

static void
emit_changed (LsnSelection *selection)
{
  lsn_selection_memory_forget_current (selection->memory);
  g_signal_emit (selection, signals[CHANGED], 0);
}

/* Whether @actor or a container around it is among @selected. */
static gboolean
is_selected_or_inside (LsnMap *map,
                       LsnRow  actor,
                       GArray *selected)
{
  guint at;

  for (; actor != LSN_NO_ROW; actor = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT))
    if (search (selected, actor, &at))
      return TRUE;

  return FALSE;
}

/* Whether what was selected is among what changed. */
static gboolean
has_to_do_with (LsnMap            *map,
                const LsnSelected *selected,
                GArray           **touched)
{
  guint at;

  for (guint i = 0; i < touched[0]->len; i++)
    if (is_selected_or_inside (map, g_array_index (touched[0], LsnRow, i), selected->rows[0]))
      return TRUE;
  for (guint table = 1; table < LSN_N_SELECTABLE; table++)
    for (guint i = 0; i < touched[table]->len; i++)
      if (search (selected->rows[table], g_array_index (touched[table], LsnRow, i), &at))
        return TRUE;

  return FALSE;
}

/* @rows: by table */
static gboolean
replace_all (LsnSelection  *selection,
             GArray *const *rows)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    changed |= replace (selection, tables[i],
                        tidy (selection->map, tables[i], (const LsnRow *) rows[i]->data, rows[i]->len));
  return changed;
}

/* After an undo or redo, by the rule in selection.h. */
static gboolean
select_again (LsnSelection *selection,
              LsnChanges   *changes)
{
  LsnMap *map = selection->map;
  GArray *touched[LSN_N_SELECTABLE];
  guint n_touched = 0;
  const LsnSelected *before = lsn_selection_memory_recall (selection->memory, lsn_map_get_revision (map));
  gboolean is_telling, result;

  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    {
      touched[i] = rows_touched (map, changes, tables[i]);
      n_touched += touched[i]->len;
    }
  is_telling = n_touched > 0 && n_touched <= MOST_CHANGED && !lsn_changes_only_places (changes);
  if (before != NULL && (!is_telling || has_to_do_with (map, before, touched)))
    {
      selection->focus_table = before->focus_table;
      selection->focus = before->focus;
      result = replace_all (selection, before->rows);
    }
  else
    result = replace_all (selection, is_telling ? touched : selection->rows);
  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    g_array_unref (touched[i]);

  return result;
}

static void
on_map_changed_cb (LsnMap       *map,
                   LsnChanges   *changes,
                   LsnSelection *selection)
{
  LsnSelected now = { { selection->rows[0], selection->rows[1], selection->rows[2] }, selection->focus_table,
                      selection->focus };
  gboolean changed;

  lsn_selection_memory_keep (selection->memory, selection->revision, &now);
  selection->revision = lsn_map_get_revision (map);
  if (lsn_changes_is_undo (changes))
    changed = select_again (selection, changes);
  else
    changed = replace_all (selection, selection->rows);

  drop_lost_focus (selection);
  if (changed)
    emit_changed (selection);
}

static void
lsn_selection_dispose (GObject *object)
{
  LsnSelection *selection = LSN_SELECTION (object);

  g_clear_object (&selection->map);
  G_OBJECT_CLASS (lsn_selection_parent_class)->dispose (object);
}

static void
lsn_selection_finalize (GObject *object)
{
  LsnSelection *selection = LSN_SELECTION (object);

  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    g_array_unref (selection->rows[i]);
  lsn_selection_memory_free (selection->memory);
  G_OBJECT_CLASS (lsn_selection_parent_class)->finalize (object);
}

static void
lsn_selection_class_init (LsnSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lsn_selection_dispose;
  object_class->finalize = lsn_selection_finalize;

  /**
   * LsnSelection::changed:
   *
   * Other rows are selected, or the focus is on another one. Once per call and per transaction of the map.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lsn_selection_init (LsnSelection *selection)
{
  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    selection->rows[i] = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  selection->memory = lsn_selection_memory_new ();
}

/**
 * lsn_selection_new:
 * @map: the map whose rows are selected
 *
 * Returns: (transfer full): an empty selection that follows @map
 */
LsnSelection *
lsn_selection_new (LsnMap *map)
{
  LsnSelection *selection = g_object_new (LSN_TYPE_SELECTION, NULL);

  selection->map = g_object_ref (map);
  selection->revision = lsn_map_get_revision (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (on_map_changed_cb), selection, 0);

  return selection;
}

/**
 * lsn_selection_n_rows:
 * @table: actors, ties or notes
 *
 * Returns: how many rows of @table are selected
 */
guint
lsn_selection_n_rows (LsnSelection *selection,
                      LsnTable      table)
{
  return rows_of (selection, table)->len;
}

/**
 * lsn_selection_rows:
 * @table: actors, ties or notes
 * @n_rows: (out): their number
 *
 * Returns: (transfer none) (array length=n_rows): the selected rows, ascending; valid until the selection changes
 */
const LsnRow *
lsn_selection_rows (LsnSelection *selection,
                    LsnTable      table,
                    guint        *n_rows)
{
  GArray *rows = rows_of (selection, table);

  *n_rows = rows->len;
  return (const LsnRow *) rows->data;
}

/**
 * lsn_selection_contains:
 *
 * Returns: whether @row is selected. Cost: O(log n)
 */
gboolean
lsn_selection_contains (LsnSelection *selection,
                        LsnTable      table,
                        LsnRow        row)
{
  guint at;

  return search (rows_of (selection, table), row, &at);
}

/**
 * lsn_selection_is_empty:
 *
 * Returns: whether nothing is selected
 */
gboolean
lsn_selection_is_empty (LsnSelection *selection)
{
  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    if (selection->rows[i]->len > 0)
      return FALSE;

  return TRUE;
}

/**
 * lsn_selection_clear:
 *
 * Selects nothing; the focus stays where it is.
 */
void
lsn_selection_clear (LsnSelection *selection)
{
  lsn_selection_set (selection, NULL, 0, NULL, 0);
}

/**
 * lsn_selection_select:
 *
 * Selects @row and nothing else, and puts the focus on it.
 */
void
lsn_selection_select (LsnSelection *selection,
                      LsnTable      table,
                      LsnRow        row)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < LSN_N_SELECTABLE; i++)
    changed |= replace (selection, tables[i], tidy (selection->map, tables[i], &row, tables[i] == table ? 1 : 0));
  changed |= selection->focus != row || selection->focus_table != table;
  selection->focus = row;
  selection->focus_table = table;
  drop_lost_focus (selection);

  if (changed)
    emit_changed (selection);
}

/**
 * lsn_selection_add:
 *
 * Selects @row too, and puts the focus on it. Rows that the map does not have are passed over.
 */
void
lsn_selection_add (LsnSelection *selection,
                   LsnTable      table,
                   LsnRow        row)
{
  GArray *rows = rows_of (selection, table);
  guint at;
  gboolean contained = search (rows, row, &at);

  if (!lsn_map_has_row (selection->map, table, row))
    return;
  if (!contained)
    g_array_insert_val (rows, at, row);
  if (contained && selection->focus == row && selection->focus_table == table)
    return;

  selection->focus = row;
  selection->focus_table = table;
  emit_changed (selection);
}

/**
 * lsn_selection_toggle:
 *
 * Selects @row when it is not selected, and else takes it out.
 */
void
lsn_selection_toggle (LsnSelection *selection,
                      LsnTable      table,
                      LsnRow        row)
{
  guint at;

  if (!search (rows_of (selection, table), row, &at))
    {
      lsn_selection_add (selection, table, row);
      return;
    }

  g_array_remove_index (rows_of (selection, table), at);
  emit_changed (selection);
}

/**
 * lsn_selection_set:
 * @actors: (array length=n_actors) (nullable): in any order
 * @ties: (array length=n_ties) (nullable): in any order
 *
 * Replaces the selection in one step; no note is selected then. Cost: O(n log n)
 */
void
lsn_selection_set (LsnSelection *selection,
                   const LsnRow *actors,
                   guint         n_actors,
                   const LsnRow *ties,
                   guint         n_ties)
{
  lsn_selection_set_with_notes (selection, actors, n_actors, ties, n_ties, NULL, 0);
}

/**
 * lsn_selection_set_with_notes:
 * @actors: (array length=n_actors) (nullable): in any order
 * @ties: (array length=n_ties) (nullable): in any order
 * @notes: (array length=n_notes) (nullable): in any order
 *
 * Replaces the selection in one step. Cost: O(n log n)
 */
void
lsn_selection_set_with_notes (LsnSelection *selection,
                              const LsnRow *actors,
                              guint         n_actors,
                              const LsnRow *ties,
                              guint         n_ties,
                              const LsnRow *notes,
                              guint         n_notes)
{
  gboolean changed = FALSE;

  changed |= replace (selection, LSN_TABLE_ACTORS, tidy (selection->map, LSN_TABLE_ACTORS, actors, n_actors));
  changed |= replace (selection, LSN_TABLE_TIES, tidy (selection->map, LSN_TABLE_TIES, ties, n_ties));
  changed |= replace (selection, LSN_TABLE_NOTES, tidy (selection->map, LSN_TABLE_NOTES, notes, n_notes));

  if (changed)
    emit_changed (selection);
}

static GArray *
all_rows (LsnMap  *map,
          LsnTable table)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (LsnRow), lsn_map_n_rows (map, table));

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    g_array_append_val (rows, row);

  return rows;
}

/**
 * lsn_selection_select_all:
 *
 * Selects every actor, every tie and every note. Cost: O(rows of the map)
 */
void
lsn_selection_select_all (LsnSelection *selection)
{
  g_autoptr (GArray) actors = all_rows (selection->map, LSN_TABLE_ACTORS);
  g_autoptr (GArray) ties = all_rows (selection->map, LSN_TABLE_TIES);
  g_autoptr (GArray) notes = all_rows (selection->map, LSN_TABLE_NOTES);

  lsn_selection_set_with_notes (selection, (const LsnRow *) actors->data, actors->len, (const LsnRow *) ties->data, ties->len,
                                (const LsnRow *) notes->data, notes->len);
}

/**
 * lsn_selection_get_focus:
 * @table: (out): where the focused row is
 * @row: (out): the focused row
 *
 * Returns: whether there is a focused row; it need not be selected
 */
gboolean
lsn_selection_get_focus (LsnSelection *selection,
                         LsnTable     *table,
                         LsnRow       *row)
{
  *table = selection->focus_table;
  *row = selection->focus;

  return selection->focus != LSN_NO_ROW;
}

/**
 * lsn_selection_set_focus:
 *
 * Puts the focus on @row without selecting it; %LSN_NO_ROW takes it away.
 */
void
lsn_selection_set_focus (LsnSelection *selection,
                         LsnTable      table,
                         LsnRow        row)
{
  if (selection->focus == row && selection->focus_table == table)
    return;

  selection->focus = row;
  selection->focus_table = table;
  drop_lost_focus (selection);
  emit_changed (selection);
}
