/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/held-values.h"

#include <string.h>

#include "model/builtin-kinds.h"
#include "model/kinds.h"

static void
held_value_free (gpointer data)
{
  g_free (((LsnHeldValue *) data)->value);
  g_free (data);
}

static void
add_value (GPtrArray  *values,
           const char *value,
           LsnRow      row,
           guint       n_rows)
{
  LsnHeldValue *held = g_new (LsnHeldValue, 1);

  *held = (LsnHeldValue) { g_strdup (value), row, n_rows };
  g_ptr_array_add (values, held);
}

/* By the text of the cell, how many rows hold it. */
static GHashTable *
count_texts (LsnMap   *map,
             LsnTable  table,
             LsnColumn column)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    {
      char *text = lsn_map_format_cell (map, table, row, column);

      if (text != NULL)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));

          g_hash_table_insert (counts, text, GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

static guint
count_of (GHashTable *counts,
          const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));
}

typedef struct
{
  LsnHeldValue *held;
  double        number; /* 0 for what is none */
  char         *key;    /* by which it is sorted where numbers do not tell */
} Sorted;

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *one = a, *other = b;

  if (one->number != other->number)
    return one->number < other->number ? -1 : 1;
  return strcmp (one->key, other->key);
}

static void
clear_sorted (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

/* By what people read of them; numbers by what they are. */
static void
sort_values (GPtrArray           *values,
             LsnMap              *map,
             const LsnColumnSpec *spec)
{
  gboolean           are_numbers = spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER;
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (sorted, clear_sorted);
  for (guint i = 0; i < values->len; i++)
    {
      LsnHeldValue    *held = g_ptr_array_index (values, i);
      g_autofree char *name = held->row != LSN_NO_ROW ? lsn_row_display_name (map, spec->refers_to, held->row) : NULL;
      Sorted           one = { held, 0, g_utf8_collate_key (name != NULL ? name : held->value, -1) };

      if (are_numbers && !lsn_number_parse (held->value, &one.number))
        one.number = 0;
      g_array_append_val (sorted, one);
    }
  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_index (values, i) = g_array_index (sorted, Sorted, i).held;
}

static void
add_texts (GPtrArray *values,
           LsnMap    *map,
           LsnTable   table,
           LsnColumn  column)
{
  g_autoptr (GHashTable) counts = count_texts (map, table, column);
  GHashTableIter         iter;
  gpointer               text, n_rows;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &text, &n_rows))
    add_value (values, text, LSN_NO_ROW, GPOINTER_TO_UINT (n_rows));
  sort_values (values, map, lsn_map_column_spec (map, table, column));
}

/* Also those that no row holds: what could be there is worth knowing. */
static void
add_choices (GPtrArray           *values,
             LsnMap              *map,
             LsnTable             table,
             LsnColumn            column,
             const LsnColumnSpec *spec)
{
  g_autoptr (GHashTable) counts = count_texts (map, table, column);

  for (guint i = 0; i < spec->n_choices; i++)
    add_value (values, spec->choices[i].id, LSN_NO_ROW, count_of (counts, spec->choices[i].id));
  if (spec->type != LSN_TYPE_BOOLEAN)
    return;
  add_value (values, "true", LSN_NO_ROW, count_of (counts, "true"));
  if (!lsn_column_is_flag (spec))
    add_value (values, "false", LSN_NO_ROW, count_of (counts, "false"));
}

/* Those in use, and the broader ones above them. */
static void
add_kinds (GPtrArray *values,
           LsnMap    *map,
           gboolean   of_ties)
{
  g_autofree guint  *counts = lsn_kinds_count (map, of_ties);
  g_autoptr (GArray) in_use = lsn_kinds_in_use (map, of_ties);
  g_autoptr (GArray) all = lsn_kinds_of (map, of_ties);
  guint              n_builtin;
  const LsnBuiltinKind *builtin = lsn_builtin_kinds (&n_builtin);

  for (guint i = 0; i < all->len + n_builtin; i++)
    {
      LsnRow      kind = i < all->len ? g_array_index (all, LsnRow, i) : LSN_NO_ROW;
      const char *id = i < all->len ? lsn_map_row_id (map, LSN_TABLE_KINDS, kind) : builtin[i - all->len].id;
      guint       n_rows = 0;

      if (i >= all->len && (builtin[i - all->len].of_tie != of_ties || lsn_map_find_row (map, LSN_TABLE_KINDS, id) != LSN_NO_ROW))
        continue;
      for (guint j = 0; j < in_use->len; j++)
        if (lsn_kind_is_a_named (map, g_array_index (in_use, LsnRow, j), id))
          n_rows += counts[g_array_index (in_use, LsnRow, j)];
      if (n_rows > 0)
        add_value (values, id, kind, n_rows);
    }
}

/* Who is in a container counts for that too. */
static void
add_references (GPtrArray *values,
                LsnMap    *map,
                LsnTable   table,
                LsnColumn  column,
                LsnTable   refers_to)
{
  g_autofree guint *counts = g_new0 (guint, (gsize) lsn_map_max_row (map, refers_to) + 1);

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, table, row))
    for (LsnRow to = lsn_map_get_reference (map, table, row, column); to != LSN_NO_ROW;
         to = refers_to == LSN_TABLE_ACTORS ? lsn_map_get_reference (map, LSN_TABLE_ACTORS, to, LSN_ACTOR_PARENT) : LSN_NO_ROW)
      counts[to]++;
  for (LsnRow row = lsn_map_next_row (map, refers_to, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, refers_to, row))
    if (counts[row] > 0)
      add_value (values, lsn_map_row_id (map, refers_to, row), row, counts[row]);
  sort_values (values, map, lsn_map_column_spec (map, table, column));
}

/**
 * lsn_held_values:
 * @table: actors or ties
 * @column: one of its columns
 *
 * Choices come in their order, kinds in that of lists, everything else by name. O(rows).
 *
 * Returns: (transfer full) (element-type LsnHeldValue): what the cells hold; of choices, and of yes and no, also what none
 *   holds; of kinds and containers also those that what is held is under
 */
GPtrArray *
lsn_held_values (LsnMap   *map,
                 LsnTable  table,
                 LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  GPtrArray           *values = g_ptr_array_new_with_free_func (held_value_free);

  if (spec->type == LSN_TYPE_CHOICE || spec->type == LSN_TYPE_BOOLEAN)
    add_choices (values, map, table, column, spec);
  else if (spec->type == LSN_TYPE_REFERENCE && spec->refers_to == LSN_TABLE_KINDS)
    add_kinds (values, map, table == LSN_TABLE_TIES);
  else if (spec->type == LSN_TYPE_REFERENCE)
    add_references (values, map, table, column, spec->refers_to);
  else
    add_texts (values, map, table, column);
  return values;
}
