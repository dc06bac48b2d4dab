/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/invariants.h"

#include "model/map-private.h"

typedef struct
{
  LsnMap *map;
  char   *problem; /* the first one */
} Check;

static void
expect (Check      *check,
        gboolean    holds,
        const char *what,
        LsnTable    table,
        LsnRow      row)
{
  if (!holds && check->problem == NULL)
    check->problem = g_strdup_printf ("%s: row %u of %s", what, row, lsn_table_id (table));
}

static void
check_store (Check          *check,
             const LsnStore *store,
             LsnTable        table)
{
  guint n_known = 0;

  for (LsnRow row = lsn_store_next (store, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_store_next (store, row))
    {
      n_known++;
      expect (check, lsn_map_has (check->map, table, row), "a cell without a row", table, row);
    }

  expect (check, n_known == store->n_known, "cells are miscounted", table, n_known);
  for (guint i = 0; i < store->n_chunks; i++)
    expect (check, store->chunks[i] == NULL || store->chunks[i]->n_known > 0, "an empty chunk is kept", table, i);
}

static void
check_cell (Check    *check,
            LsnField *field,
            LsnTable  table,
            LsnRow    row)
{
  LsnValue value = lsn_value_of_cell (field->spec, lsn_store_get (&field->store, row));

  expect (check, lsn_check_value (check->map, field->spec, value, NULL), "a cell that its column refuses", table, row);
}

static void
check_table (Check   *check,
             LsnTable table)
{
  LsnTableData *data = &check->map->tables[table];

  for (LsnRow row = lsn_store_next (&data->ids, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_store_next (&data->ids, row))
    {
      const char *id = lsn_store_text (&data->ids, row);

      expect (check, row <= data->max_row, "a handle above the greatest", table, row);
      expect (check, lsn_map_find_row (check->map, table, id) == row, "an id that is not found", table, row);
      for (LsnColumn column = 0; column < data->fields->len; column++)
        if (lsn_map_field (check->map, table, column) != NULL)
          check_cell (check, lsn_map_field (check->map, table, column), table, row);
    }

  for (LsnColumn column = 0; column < data->fields->len; column++)
    if (lsn_map_field (check->map, table, column) != NULL)
      check_store (check, &lsn_map_field (check->map, table, column)->store, table);
}

/* Every member that refers to an owner is in its list once, in order, and nobody else is. */
static void
check_links (Check          *check,
             const LsnLinks *links,
             LsnTable        table,
             LsnColumn       column)
{
  LsnMap *map = check->map;
  guint n_listed = 0;
  guint n_referring = lsn_map_field (map, table, column)->store.n_known;

  for (LsnRow owner = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
       owner != LSN_NO_ROW;
       owner = lsn_map_next_row (map, LSN_TABLE_ACTORS, owner))
    {
      LsnRow before = LSN_NO_ROW;

      for (LsnRow member = lsn_links_first (links, owner);
           member != LSN_NO_ROW && n_listed <= n_referring;
           member = lsn_links_next (links, member))
        {
          n_listed++;
          expect (check, lsn_map_get_reference (map, table, member, column) == owner, "a member of another", table, member);
          expect (check, member > before, "members out of order", table, member);
          expect (check, before == LSN_NO_ROW || lsn_store_row (&links->before, member) == before,
                  "a broken list", table, member);
          before = member;
        }

      if (before != LSN_NO_ROW)
        expect (check, lsn_store_row (&links->before, lsn_links_first (links, owner)) == before,
                "a list without its last", table, before);
    }

  expect (check, n_listed == n_referring, "members are missing from the lists", table, n_listed);
}

/**
 * lsn_map_check:
 * @map: a map
 *
 * Looks over all of a map: every cell is one that its column allows and belongs to a row, every id is found, references
 * lead to rows, counts are right and adjacency says what the cells say. O(rows * columns).
 *
 * Returns: (nullable) (transfer full): the first thing that is wrong; %NULL when nothing is
 */
char *
lsn_map_check (LsnMap *map)
{
  Check check = { .map = map };

  for (guint table = 0; table < LSN_N_TABLES; table++)
    check_table (&check, (LsnTable) table);

  check_links (&check, &map->out, LSN_TABLE_TIES, LSN_TIE_SOURCE);
  check_links (&check, &map->in, LSN_TABLE_TIES, LSN_TIE_TARGET);
  check_links (&check, &map->inside, LSN_TABLE_ACTORS, LSN_ACTOR_PARENT);

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
       actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      guint depth = 0;
      LsnRow at = actor;

      while (at != LSN_NO_ROW && depth++ <= lsn_map_n_rows (map, LSN_TABLE_ACTORS))
        at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT);
      expect (&check, at == LSN_NO_ROW, "a circle of containers", LSN_TABLE_ACTORS, actor);
    }

  return check.problem;
}

static void
dump_column (GString             *text,
             const LsnColumnSpec *spec,
             LsnColumn            column)
{
  g_string_append_printf (text, "  column %u %s \"%s\" type %d %g..%g step %g refers %d %d flags %d%d%d%d",
                          column, spec->id, spec->name, spec->type, spec->min, spec->max, spec->step,
                          spec->refers_to, spec->on_remove,
                          spec->multiline, spec->computed, spec->translatable, spec->hidden);
  for (guint i = 0; i < spec->n_choices; i++)
    g_string_append_printf (text, " %s", spec->choices[i].id);
  g_string_append_c (text, '\n');
}

static void
dump_row (GString *text,
          LsnMap  *map,
          LsnTable table,
          LsnRow   row)
{
  g_string_append_printf (text, "  row %u \"%s\"", row, lsn_map_row_id (map, table, row));
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN);
       column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      g_autofree char *cell = lsn_map_format_cell (map, table, row, column);

      if (cell != NULL)
        g_string_append_printf (text, " %u=\"%s\"", column, cell);
    }
  g_string_append_c (text, '\n');
}

/**
 * lsn_map_dump:
 * @map: a map
 *
 * Returns: (transfer full): everything that it holds as a text, with the handles of rows and columns
 */
char *
lsn_map_dump (LsnMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      LsnTable table = (LsnTable) i;

      g_string_append_printf (text, "%s\n", lsn_table_id (table));
      for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN);
           column != LSN_NO_COLUMN;
           column = lsn_map_next_column (map, table, column))
        dump_column (text, lsn_map_column_spec (map, table, column), column);
      for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW);
           row != LSN_NO_ROW;
           row = lsn_map_next_row (map, table, row))
        dump_row (text, map, table, row);
    }

  return g_string_free (text, FALSE);
}
