/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map.h"

#include "model/callouts.h"
#include "model/changes.h"
#include "model/kind-edits.h"
#include "model/map-private.h"

G_DEFINE_FINAL_TYPE (LsnMap, lsn_map, G_TYPE_OBJECT)

G_DEFINE_QUARK (lsn-model-error-quark, lsn_model_error)

enum
{
  CHANGED,
  HISTORY,
  REPLACED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_field (gpointer field)
{
  if (field != NULL)
    lsn_field_free (field);
}

static void
lsn_map_finalize (GObject *object)
{
  LsnMap *self = LSN_MAP (object);

  g_clear_pointer (&self->history, lsn_history_free);
  g_clear_pointer (&self->records, g_array_unref);

  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      g_clear_pointer (&self->tables[i].fields, g_ptr_array_unref);
      lsn_store_clear (&self->tables[i].ids);
      g_clear_pointer (&self->tables[i].index, lsn_id_index_unref);
    }

  lsn_links_clear (&self->out);
  lsn_links_clear (&self->in);
  lsn_links_clear (&self->inside);
  g_clear_pointer (&self->pool, lsn_text_pool_free);
  g_clear_pointer (&self->origin, lsn_origin_unref);

  G_OBJECT_CLASS (lsn_map_parent_class)->finalize (object);
}

static void
lsn_map_class_init (LsnMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lsn_map_finalize;

  /**
   * LsnMap::changed:
   * @map: the map
   * @changes: (type LsnChanges): what is another
   *
   * Once per transaction, undo and redo, after all of it is done.
   */
  signals[CHANGED] = g_signal_new ("changed", LSN_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, LSN_TYPE_CHANGES);

  /**
   * LsnMap::history:
   * @map: the map
   *
   * What can be undone or redone, or whether the map is saved, is another.
   */
  signals[HISTORY] = g_signal_new ("history", LSN_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * LsnMap::replaced:
   * @map: the map
   * @table: (type LsnTable): kinds or actors
   * @id: of a row that was removed
   * @by: (nullable): of the one that has taken its place
   *
   * After "changed", but not when that is undone or done again. Views have followed; who names rows elsewhere does so now.
   */
  signals[REPLACED] = g_signal_new ("replaced", LSN_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
lsn_map_init (LsnMap *self)
{
}

/* @changes: (nullable): when only the saved mark moved */
void
lsn_map_emit_changed (LsnMap     *map,
                      LsnChanges *changes)
{
  if (changes != NULL)
    g_signal_emit (map, signals[CHANGED], 0, changes);

  g_signal_emit (map, signals[HISTORY], 0);
}

/* Says that @by, or nothing, has taken the place of a row. */
void
lsn_map_emit_replaced (LsnMap     *map,
                       LsnTable    table,
                       const char *id,
                       const char *by)
{
  g_signal_emit (map, signals[REPLACED], 0, (guint) table, id, by);
}

static void
init_table (LsnMap  *map,
            LsnTable table)
{
  LsnTableData *data = &map->tables[table];
  guint n_columns = lsn_table_n_builtin (table);

  data->fields = g_ptr_array_new_full (n_columns, free_field);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (data->fields, lsn_field_new (lsn_description_builtin (lsn_table_builtin (table, i))));

  lsn_store_init (&data->ids, LSN_STORE_TEXT);
  data->index = lsn_id_index_new ();
}

/**
 * lsn_map_new_bare:
 * @origin: where ids come from
 *
 * Makes a map that has its one map row and nothing else, for a reader to fill: it is being loaded, so it may be edited
 * outside transactions and records nothing until lsn_map_forget_history () is called.
 *
 * Returns: (transfer full): the map
 */
LsnMap *
lsn_map_new_bare (LsnOrigin *origin)
{
  LsnMap *map;

  g_return_val_if_fail (origin != NULL, NULL);

  map = g_object_new (LSN_TYPE_MAP, NULL);
  map->origin = lsn_origin_ref (origin);
  map->pool = lsn_text_pool_new ();
  map->history = lsn_history_new ();
  map->is_loading = TRUE;

  for (guint i = 0; i < LSN_N_TABLES; i++)
    init_table (map, (LsnTable) i);

  lsn_links_init (&map->out);
  lsn_links_init (&map->in);
  lsn_links_init (&map->inside);

  map->the_row = 1;
  lsn_apply_insert_row (map, LSN_TABLE_MAP, map->the_row, lsn_map_take_id (map, LSN_TABLE_MAP));

  return map;
}

/**
 * lsn_map_new:
 * @origin: where ids come from
 *
 * Returns: (transfer full): a map with the built-in kinds, ready to be edited, without history
 */
LsnMap *
lsn_map_new (LsnOrigin *origin)
{
  LsnMap *map = lsn_map_new_bare (origin);

  g_return_val_if_fail (map != NULL, NULL);

  lsn_kinds_insert_builtin (map);
  lsn_map_forget_history (map);

  return map;
}

static void
share_table (const LsnTableData *data,
             LsnTableData       *copy)
{
  copy->fields = g_ptr_array_new_full (data->fields->len, free_field);
  for (guint i = 0; i < data->fields->len; i++)
    {
      LsnField *field = g_ptr_array_index (data->fields, i);

      g_ptr_array_add (copy->fields, field != NULL ? lsn_field_share (field) : NULL);
    }

  lsn_store_share (&data->ids, &copy->ids);
  copy->index = lsn_id_index_ref (data->index);
  copy->max_row = data->max_row;
}

static LsnMap *
share (LsnMap *map)
{
  LsnMap *copy = g_object_new (LSN_TYPE_MAP, NULL);

  copy->is_snapshot = TRUE;
  copy->origin = lsn_origin_ref (map->origin);
  copy->the_row = map->the_row;
  copy->revision = map->revision;
  for (guint i = 0; i < LSN_N_TABLES; i++)
    share_table (&map->tables[i], &copy->tables[i]);
  lsn_links_share (&map->out, &copy->out);
  lsn_links_share (&map->in, &copy->in);
  lsn_links_share (&map->inside, &copy->inside);
  return copy;
}

/**
 * lsn_map_snapshot:
 * @map: a map
 *
 * Makes a map that holds what @map holds now and that nothing can change any more. It may be read and freed in any
 * thread. It shares its cells with @map, which copies what it changes from now on: O(rows / 512), not O(rows).
 *
 * Returns: (transfer full): the snapshot; of a snapshot, itself
 */
LsnMap *
lsn_map_snapshot (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  if (map->is_snapshot)
    return g_object_ref (map);

  map->is_touched = FALSE;
  return share (map);
}

static void
put_number (LsnMap   *map,
            LsnTable  table,
            LsnRow    row,
            LsnColumn column,
            double    number)
{
  LsnField *field = lsn_map_field (map, table, column);
  LsnCell   old = lsn_store_swap (&field->store, row, lsn_cell_of_value (map, field->spec,
                                                                         lsn_value_number (number)));

  lsn_cell_clear (&field->store, &old);
}

/**
 * lsn_map_snapshot_moved:
 * @map: a map, or a snapshot of it
 * @actors: (array length=n_actors): who stands elsewhere; who is not there is passed over
 * @places: x and y of each of them, in map units
 * @n_actors: how many
 *
 * As lsn_map_snapshot (), with the places that the actors might get, and callouts with them: what a picture of an offer is made
 * of. It is no state of @map, and its revision is that of none. Cost: O(rows / 512 + n_actors).
 *
 * Returns: (transfer full): the snapshot
 */
LsnMap *
lsn_map_snapshot_moved (LsnMap       *map,
                        const LsnRow *actors,
                        const double *places,
                        guint         n_actors)
{
  g_autoptr (LsnCallouts) callouts = NULL;
  g_autoptr (GArray) noted = NULL;
  LsnMap *snapshot;

  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  callouts = lsn_callouts_note (map);
  snapshot = share (map);
  snapshot->revision = G_MAXUINT64;
  for (guint i = 0; i < n_actors; i++)
    {
      if (!lsn_map_has_row (snapshot, LSN_TABLE_ACTORS, actors[i]))
        continue;
      put_number (snapshot, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_X, places[2 * i]);
      put_number (snapshot, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_Y, places[2 * i + 1]);
    }
  noted = lsn_callouts_places (snapshot, callouts);
  for (guint i = 0; i < noted->len; i++)
    {
      const LsnCalloutPlace *place = &g_array_index (noted, LsnCalloutPlace, i);

      put_number (snapshot, LSN_TABLE_NOTES, place->note, LSN_NOTE_X, place->at.x);
      put_number (snapshot, LSN_TABLE_NOTES, place->note, LSN_NOTE_Y, place->at.y);
    }
  return snapshot;
}

/**
 * lsn_map_is_snapshot:
 * @map: a map
 *
 * Returns: whether nothing can change it any more, so that any thread may read it
 */
gboolean
lsn_map_is_snapshot (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return map->is_snapshot;
}

/**
 * lsn_map_is_loading:
 * @map: a map
 *
 * Returns: whether a reader still fills it
 */
gboolean
lsn_map_is_loading (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return map->is_loading;
}

/**
 * lsn_map_get_revision:
 * @map: a map
 *
 * Returns: a number that names what the map holds: equal revisions of one map are equal maps
 */
guint64
lsn_map_get_revision (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), 0);

  return map->revision;
}

/**
 * lsn_map_the_row:
 * @map: a map or a snapshot
 *
 * Returns: the one row of LSN_TABLE_MAP
 */
LsnRow
lsn_map_the_row (LsnMap *map)
{
  g_return_val_if_fail (LSN_IS_MAP (map), LSN_NO_ROW);

  return map->the_row;
}
