/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/map-private.h"

/* Removing a row with all that hangs on it. What goes is found first, so a refusal leaves everything as it was. */

typedef struct
{
  LsnTable table;
  LsnRow   row;
} Doomed;

typedef struct
{
  LsnMap     *map;
  GArray     *doomed;   /* Doomed; the row itself first, then what follows it */
  GHashTable *seen;     /* of (table, row); NULL as long as there is one */
  GArray     *refusing; /* Doomed; rows that must not lose what they refer to */
} Removal;

static gpointer
key_of (LsnTable table,
        LsnRow   row)
{
  return GSIZE_TO_POINTER (((gsize) table << 32) | row);
}

static void
doom (Removal *removal,
      LsnTable table,
      LsnRow   row)
{
  Doomed doomed = { table, row };

  if (removal->seen == NULL)
    {
      removal->seen = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < removal->doomed->len; i++)
        {
          Doomed *before = &g_array_index (removal->doomed, Doomed, i);

          g_hash_table_add (removal->seen, key_of (before->table, before->row));
        }
    }

  if (g_hash_table_add (removal->seen, key_of (table, row)))
    g_array_append_val (removal->doomed, doomed);
}

typedef void (*ReferrerFunc) (Removal             *removal,
                              const LsnColumnSpec *spec,
                              LsnTable             table,
                              LsnRow               row,
                              LsnColumn            column);

static void
scan_column (Removal     *removal,
             LsnRow       to,
             LsnTable     table,
             LsnColumn    column,
             ReferrerFunc func)
{
  LsnField *field = lsn_map_field (removal->map, table, column);

  for (LsnRow row = lsn_store_next (&field->store, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_store_next (&field->store, row))
    if (lsn_store_row (&field->store, row) == to)
      func (removal, field->spec, table, row, column);
}

static void
walk_links (Removal        *removal,
            const LsnLinks *links,
            LsnRow          to,
            LsnTable        table,
            LsnColumn       column,
            ReferrerFunc    func)
{
  LsnField *field = lsn_map_field (removal->map, table, column);
  LsnRow next;

  for (LsnRow row = lsn_links_first (links, to); row != LSN_NO_ROW; row = next)
    {
      next = lsn_links_next (links, row);
      func (removal, field->spec, table, row, column);
    }
}

/* Calls @func for each cell that refers to a row: by adjacency where there is one, else by looking through the column. */
static void
each_referrer (Removal     *removal,
               LsnTable     to_table,
               LsnRow       to,
               ReferrerFunc func)
{
  LsnMap *map = removal->map;

  for (guint table = 0; table < LSN_N_TABLES; table++)
    for (LsnColumn column = 0; column < map->tables[table].fields->len; column++)
      {
        LsnField *field = lsn_map_field (map, (LsnTable) table, column);

        if (field == NULL || field->store.type != LSN_STORE_ROW || field->store.n_known == 0 ||
            field->spec->refers_to != to_table)
          continue;

        if (table == LSN_TABLE_TIES && column == LSN_TIE_SOURCE)
          walk_links (removal, &map->out, to, LSN_TABLE_TIES, column, func);
        else if (table == LSN_TABLE_TIES && column == LSN_TIE_TARGET)
          walk_links (removal, &map->in, to, LSN_TABLE_TIES, column, func);
        else if (table == LSN_TABLE_ACTORS && column == LSN_ACTOR_PARENT)
          walk_links (removal, &map->inside, to, LSN_TABLE_ACTORS, column, func);
        else
          scan_column (removal, to, (LsnTable) table, column, func);
      }
}

static void
find_followers (Removal             *removal,
                const LsnColumnSpec *spec,
                LsnTable             table,
                LsnRow               row,
                LsnColumn            column)
{
  Doomed referrer = { table, row };

  if (spec->on_remove == LSN_ON_REMOVE_FOLLOW)
    doom (removal, table, row);
  else if (spec->on_remove == LSN_ON_REMOVE_REFUSE)
    g_array_append_val (removal->refusing, referrer);
}

static void
clear_reference (Removal             *removal,
                 const LsnColumnSpec *spec,
                 LsnTable             table,
                 LsnRow               row,
                 LsnColumn            column)
{
  lsn_apply_set (removal->map, table, row, column, LSN_CELL_EMPTY);
}

static gboolean
is_refused (Removal *removal,
            GError **error)
{
  Doomed *first = &g_array_index (removal->doomed, Doomed, 0);

  for (guint i = 0; i < removal->refusing->len; i++)
    {
      Doomed *referrer = &g_array_index (removal->refusing, Doomed, i);

      /* Who goes itself has nothing to refuse. */
      if (removal->seen != NULL ? g_hash_table_contains (removal->seen, key_of (referrer->table, referrer->row))
                                : referrer->table == first->table && referrer->row == first->row)
        continue;

      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE,
                   /* Translators: both are ids */
                   _("“%1$s” cannot be removed as long as “%2$s” refers to it."),
                   lsn_map_row_id (removal->map, first->table, first->row),
                   lsn_map_row_id (removal->map, referrer->table, referrer->row));
      return TRUE;
    }

  return FALSE;
}

static void
remove_one (Removal *removal,
            LsnTable table,
            LsnRow   row)
{
  LsnMap *map = removal->map;

  each_referrer (removal, table, row, clear_reference);

  for (LsnColumn column = 0; column < map->tables[table].fields->len; column++)
    {
      LsnField *field = lsn_map_field (map, table, column);

      if (field != NULL && lsn_store_get (&field->store, row).known)
        lsn_apply_set (map, table, row, column, LSN_CELL_EMPTY);
    }

  lsn_apply_remove_row (map, table, row);
}

/**
 * lsn_map_remove_row:
 * @map: a map
 * @table: a table, not %LSN_TABLE_MAP
 * @row: a row of it
 * @error: %LSN_MODEL_ERROR_REFERENCE when a column refuses that
 *
 * Removes a row. What refers to it becomes empty, goes with it or refuses, as the columns say. A tie costs O(columns), an
 * actor O(its ties and what is inside it), and columns that users added O(rows).
 *
 * Returns: whether it is gone; if not, everything is as it was
 */
gboolean
lsn_map_remove_row (LsnMap  *map,
                    LsnTable table,
                    LsnRow   row,
                    GError **error)
{
  Removal removal = { .map = map };
  Doomed first = { table, row };
  gboolean refused;

  g_return_val_if_fail (lsn_map_may_edit (map), FALSE);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES && lsn_map_has (map, table, row), FALSE);

  if (table == LSN_TABLE_MAP)
    {
      g_set_error_literal (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE,
                           _("The row that describes the map cannot be removed."));
      return FALSE;
    }

  removal.doomed = g_array_new (FALSE, FALSE, sizeof (Doomed));
  removal.refusing = g_array_new (FALSE, FALSE, sizeof (Doomed));
  g_array_append_val (removal.doomed, first);

  for (guint i = 0; i < removal.doomed->len; i++)
    {
      Doomed next = g_array_index (removal.doomed, Doomed, i);

      each_referrer (&removal, next.table, next.row, find_followers);
    }

  refused = is_refused (&removal, error);
  if (!refused)
    for (guint i = removal.doomed->len; i > 0; i--)
      {
        Doomed next = g_array_index (removal.doomed, Doomed, i - 1);

        remove_one (&removal, next.table, next.row);
      }

  g_array_unref (removal.doomed);
  g_array_unref (removal.refusing);
  g_clear_pointer (&removal.seen, g_hash_table_unref);

  return !refused;
}
