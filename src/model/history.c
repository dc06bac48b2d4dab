/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map-private.h"

#include "model/changes.h"

/* What can be undone and redone: steps of inverse records. Undoing applies a step's records through apply.c, which records
 * their inverses: that is the step to redo, and the other way round, so both are one path. */

#define DEFAULT_BUDGET ((gsize) 64 * 1024 * 1024)

typedef struct
{
  GArray *records; /* LsnRecord, oldest first */
  char   *label;
  char   *merge_key;
  guint64 before;  /* revisions of the map */
  guint64 after;
  gsize   bytes;
} Step;

struct _LsnHistory
{
  GQueue  undo;     /* Step; the newest at the tail */
  GQueue  redo;
  gsize   bytes;
  gsize   budget;
  guint64 saved;    /* the revision that was saved */
  gboolean forgot;   /* older steps have gone */
  gboolean may_join; /* whether the next transaction may join the newest step */
  Step   *open;     /* the transaction under way, without records */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->records, g_array_unref);
  g_free (step->label);
  g_free (step->merge_key);
  g_free (step);
}

static gsize
records_bytes (GArray *records)
{
  gsize bytes = sizeof (Step);

  for (guint i = 0; i < records->len; i++)
    bytes += lsn_record_bytes (&g_array_index (records, LsnRecord, i));

  return bytes;
}

LsnHistory *
lsn_history_new (void)
{
  LsnHistory *history = g_new0 (LsnHistory, 1);

  g_queue_init (&history->undo);
  g_queue_init (&history->redo);
  history->budget = DEFAULT_BUDGET;

  return history;
}

static void
clear_queue (LsnHistory *history,
             GQueue     *queue)
{
  for (GList *at = queue->head; at != NULL; at = at->next)
    history->bytes -= ((Step *) at->data)->bytes;

  g_queue_clear_full (queue, step_free);
}

void
lsn_history_free (LsnHistory *history)
{
  clear_queue (history, &history->undo);
  clear_queue (history, &history->redo);
  g_clear_pointer (&history->open, step_free);
  g_free (history);
}

/* Nothing can be undone, and the map counts as saved. */
void
lsn_history_forget (LsnMap *map)
{
  LsnHistory *history = map->history;

  clear_queue (history, &history->undo);
  clear_queue (history, &history->redo);
  history->saved = map->revision;
  history->may_join = FALSE;
  history->forgot = FALSE;
  lsn_map_emit_changed (map, NULL);
}

void
lsn_history_open (LsnMap     *map,
                  const char *label,
                  const char *merge_key)
{
  Step *step = g_new0 (Step, 1);

  g_return_if_fail (map->history->open == NULL);

  step->label = g_strdup (label);
  step->merge_key = g_strdup (merge_key);
  step->before = map->revision;
  map->history->open = step;
}

/* The transaction under way came to nothing. Returns the revision that it began with. */
guint64
lsn_history_close (LsnMap *map)
{
  guint64 before = map->history->open->before;

  g_clear_pointer (&map->history->open, step_free);
  return before;
}

static gboolean
joins (LsnHistory *history,
       Step       *last,
       Step       *next)
{
  return last != NULL && history->may_join && next->merge_key != NULL &&
         g_strcmp0 (last->merge_key, next->merge_key) == 0 && last->after != history->saved;
}

static guint
cell_hash (gconstpointer data)
{
  const LsnRecord *record = data;

  return (record->row * 31 + record->column) * 31 + record->table;
}

static gboolean
cell_equal (gconstpointer a,
            gconstpointer b)
{
  const LsnRecord *one = a;
  const LsnRecord *other = b;

  return one->row == other->row && one->column == other->column && one->table == other->table;
}

static gboolean
only_sets (GArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, LsnRecord, i).op != LSN_RECORD_SET)
      return FALSE;

  return TRUE;
}

/* Adds the records of a joining transaction. What a cell held before the gesture is known already, so what it held in
 * between is not kept: a slider drag of a thousand steps is one record. */
static void
join_records (Step   *last,
              GArray *records)
{
  g_autoptr (GHashTable) known = NULL;
  guint n_before = last->records->len;

  if (only_sets (last->records) && only_sets (records))
    {
      known = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
      for (guint i = 0; i < n_before; i++)
        g_hash_table_add (known, g_memdup2 (&g_array_index (last->records, LsnRecord, i), sizeof (LsnRecord)));
    }

  for (guint i = 0; i < records->len; i++)
    {
      LsnRecord *record = &g_array_index (records, LsnRecord, i);

      if (known != NULL && g_hash_table_contains (known, record))
        lsn_record_clear (record);
      else
        g_array_append_val (last->records, *record);
    }

  /* What they owned was moved or freed above. */
  g_array_set_clear_func (records, NULL);
  g_array_unref (records);
}

/* The oldest steps go when there are too many bytes, but never the newest one. */
static void
keep_budget (LsnHistory *history)
{
  while (history->bytes > history->budget && history->undo.length > 1)
    {
      Step *oldest = g_queue_pop_head (&history->undo);

      history->bytes -= oldest->bytes;
      step_free (oldest);
      history->forgot = TRUE;
    }
}

/**
 * lsn_history_add:
 * @map: a map whose outermost transaction ends
 * @records: (transfer full): its inverses, at least one
 *
 * Makes the transaction under way the newest step, or joins it to that.
 */
void
lsn_history_add (LsnMap *map,
                 GArray *records)
{
  LsnHistory *history = map->history;
  Step *step = g_steal_pointer (&history->open);
  Step *last = g_queue_peek_tail (&history->undo);

  clear_queue (history, &history->redo);

  if (joins (history, last, step))
    {
      history->bytes -= last->bytes;
      join_records (last, records);
      step_free (step);
      step = last;
    }
  else
    {
      step->records = records;
      g_queue_push_tail (&history->undo, step);
    }

  step->after = map->revision;
  step->bytes = records_bytes (step->records);
  history->bytes += step->bytes;
  history->may_join = TRUE;
  keep_budget (history);
}

/* Without @to the step is forgotten. */
static gboolean
replay (LsnMap  *map,
        GQueue  *from,
        GQueue  *to,
        gboolean is_undo)
{
  LsnHistory *history = map->history;
  Step *step = g_queue_pop_tail (from);
  g_autoptr (LsnChanges) changes = NULL;
  g_autoptr (GArray) records = NULL;

  if (step == NULL)
    return FALSE;

  records = g_steal_pointer (&step->records);
  map->records = lsn_records_new ();
  map->is_touched = TRUE;
  lsn_apply_back_to (map, records, 0);
  step->records = g_steal_pointer (&map->records);

  history->bytes -= step->bytes;
  step->bytes = records_bytes (step->records);
  history->may_join = FALSE;

  map->revision = is_undo ? step->before : step->after;
  changes = lsn_changes_new (map, step->records, TRUE);
  if (to != NULL)
    {
      history->bytes += step->bytes;
      g_queue_push_tail (to, step);
    }
  else
    step_free (step);
  lsn_map_emit_changed (map, changes);

  return TRUE;
}

/**
 * lsn_map_undo:
 * @map: a map outside a transaction
 *
 * Takes back the newest step. O(what it changed).
 *
 * Returns: whether there was one
 */
gboolean
lsn_map_undo (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && !map->is_snapshot && map->depth == 0, FALSE);

  return replay (map, &map->history->undo, &map->history->redo, TRUE);
}

/**
 * lsn_map_take_back:
 * @map: a map outside a transaction
 *
 * As lsn_map_undo(), but the step is forgotten, as if it had never been: what was begun and then given up is nothing that
 * somebody would redo. O(what it changed).
 *
 * Returns: whether there was one
 */
gboolean
lsn_map_take_back (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && !map->is_snapshot && map->depth == 0, FALSE);

  return replay (map, &map->history->undo, NULL, TRUE);
}

/**
 * lsn_map_redo:
 * @map: a map outside a transaction
 *
 * Does again what was undone last. O(what it changed).
 *
 * Returns: whether there was anything
 */
gboolean
lsn_map_redo (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map) && !map->is_snapshot && map->depth == 0, FALSE);

  return replay (map, &map->history->redo, &map->history->undo, FALSE);
}

/**
 * lsn_map_can_undo:
 * @map: a map
 *
 * Returns: whether there is a step to undo
 */
gboolean
lsn_map_can_undo (LsnMap *map)
{
  return lsn_map_undo_label (map) != NULL;
}

/**
 * lsn_map_can_redo:
 * @map: a map
 *
 * Returns: whether there is a step to redo
 */
gboolean
lsn_map_can_redo (LsnMap *map)
{
  return lsn_map_redo_label (map) != NULL;
}

static const char *
newest_label (GQueue *queue)
{
  Step *step = g_queue_peek_tail (queue);

  return step != NULL ? step->label : NULL;
}

/**
 * lsn_map_undo_label:
 * @map: a map
 *
 * Returns: (nullable): the translated label of what undo would undo; borrowed until the history changes
 */
const char *
lsn_map_undo_label (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  return map->history != NULL ? newest_label (&map->history->undo) : NULL;
}

/**
 * lsn_map_redo_label:
 * @map: a map
 *
 * Returns: (transfer none) (nullable): what a redo would do, as the user reads it; %NULL when there is nothing to redo
 */
const char *
lsn_map_redo_label (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  return map->history != NULL ? newest_label (&map->history->redo) : NULL;
}

/**
 * lsn_map_n_steps:
 * @map: a map
 *
 * Returns: how many steps the history holds, those that were undone among them
 */
guint
lsn_map_n_steps (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), 0);

  return map->history != NULL ? map->history->undo.length + map->history->redo.length : 0;
}

/**
 * lsn_map_n_done:
 * @map: a map
 *
 * Returns: how many steps of the history are done, that is, how often lsn_map_undo() would do something
 */
guint
lsn_map_n_done (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), 0);

  return map->history != NULL ? map->history->undo.length : 0;
}

/**
 * lsn_map_history_is_whole:
 * @map: a map
 *
 * Returns: whether undoing all leads back to where the history began; not when its oldest steps were dropped
 */
gboolean
lsn_map_history_is_whole (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return map->history != NULL && !map->history->forgot;
}

/**
 * lsn_map_step_label:
 * @map: a map
 * @step: below lsn_map_n_steps(); 0 is the oldest
 *
 * O(steps).
 *
 * Returns: (nullable): the translated label of a step; borrowed until the history changes
 */
const char *
lsn_map_step_label (LsnMap *map,
                    guint   step)
{
  guint n_done = lsn_map_n_done (map), n_steps = lsn_map_n_steps (map);
  Step *found;

  g_return_val_if_fail (step < n_steps, NULL);

  found = step < n_done ? g_queue_peek_nth (&map->history->undo, step)
                        : g_queue_peek_nth (&map->history->redo, n_steps - 1 - step);
  return found->label;
}

/**
 * lsn_map_go_to_step:
 * @map: a map outside a transaction
 * @n_done: how many steps are to be done, at most lsn_map_n_steps()
 *
 * Undoes or redoes, one by one. O(what changes).
 *
 * Returns: whether anything was to be done
 */
gboolean
lsn_map_go_to_step (LsnMap *map,
                    guint   n_done)
{
  gboolean any = FALSE;

  g_return_val_if_fail (n_done <= lsn_map_n_steps (map), FALSE);

  while (lsn_map_n_done (map) > n_done && lsn_map_undo (map))
    any = TRUE;
  while (lsn_map_n_done (map) < n_done && lsn_map_redo (map))
    any = TRUE;
  return any;
}

/**
 * lsn_map_set_history_budget:
 * @map: a map
 * @bytes: how much the history may hold, about
 *
 * When there is more, the oldest steps go; the newest one always stays. It is 64 MiB at first.
 */
void
lsn_map_set_history_budget (LsnMap *map,
                            gsize   bytes)
{
  g_return_if_fail (LSN_IS_MAP (map) && !map->is_snapshot);

  map->history->budget = bytes;
  keep_budget (map->history);
  lsn_map_emit_changed (map, NULL);
}

/**
 * lsn_map_mark_saved:
 * @map: a map
 * @revision: the revision of the snapshot that was written, which need not be the present one
 */
void
lsn_map_mark_saved (LsnMap *map,
                    guint64 revision)
{
  g_return_if_fail (LSN_IS_MAP (map) && !map->is_snapshot);

  map->history->saved = revision;
  lsn_map_emit_changed (map, NULL);
}

/**
 * lsn_map_is_modified:
 * @map: a map
 *
 * Returns: whether the map is another than when it was saved last; undoing back to that makes it unmodified again
 */
gboolean
lsn_map_is_modified (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return map->history != NULL && map->revision != map->history->saved;
}
