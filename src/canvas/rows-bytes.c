/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rows-bytes.h"

#include "canvas/rows-format.h"
#include "model/kinds.h"

/* The writing of rows; rows-paste.c reads them. */

static void
add_row (GVariantBuilder *builder,
         LsnMap          *map,
         LsnTable         table,
         LsnRow           row)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(sa{ss})"));
  g_variant_builder_add (builder, "s", lsn_map_row_id (map, table, row));
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{ss}"));
  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      g_autofree char *text = lsn_map_format_cell (map, table, row, column);

      if (text != NULL)
        g_variant_builder_add (builder, "{ss}", lsn_map_column_spec (map, table, column)->id, text);
    }
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

static void
add_rows (GVariantBuilder *builder,
          LsnMap          *map,
          LsnTable         table,
          const LsnRow    *rows,
          guint            n_rows)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE (LSN_ROWS_TYPE));
  for (guint i = 0; i < n_rows; i++)
    add_row (builder, map, table, rows[i]);
  g_variant_builder_close (builder);
}

static void
add_column (GVariantBuilder     *builder,
            LsnTable             table,
            const LsnColumnSpec *spec)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(ussssddsbas)"));
  g_variant_builder_add (builder, "u", table);
  g_variant_builder_add (builder, "s", spec->id);
  g_variant_builder_add (builder, "s", spec->name);
  g_variant_builder_add (builder, "s", lsn_rows_type_names[spec->type]);
  g_variant_builder_add (builder, "s", spec->unit != NULL ? spec->unit : "");
  g_variant_builder_add (builder, "d", spec->min);
  g_variant_builder_add (builder, "d", spec->max);
  g_variant_builder_add (builder, "s", spec->type == LSN_TYPE_REFERENCE ? lsn_table_id (spec->refers_to) : "");
  g_variant_builder_add (builder, "b", spec->multiline);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < spec->n_choices; i++)
    g_variant_builder_add (builder, "s", spec->choices[i].id);
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

/* Those that users added. */
static void
add_columns (GVariantBuilder *builder,
             LsnMap          *map)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE (LSN_ROWS_COLUMNS));
  for (guint i = 0; i < G_N_ELEMENTS (lsn_rows_tables); i++)
    for (LsnColumn column = lsn_map_next_column (map, lsn_rows_tables[i], LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (map, lsn_rows_tables[i], column))
      if (column >= lsn_table_n_builtin (lsn_rows_tables[i]))
        add_column (builder, lsn_rows_tables[i], lsn_map_column_spec (map, lsn_rows_tables[i], column));
  g_variant_builder_close (builder);
}

/* The kind of a row, with those that it stands under. */
static void
note_kind (LsnMap   *map,
           LsnTable  table,
           LsnRow    row,
           LsnColumn column,
           GArray   *kinds)
{
  LsnRow kind = lsn_map_get_reference (map, table, row, column);

  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, LsnRow, i) == kind)
      return;
  if (kind == LSN_NO_ROW)
    return;

  g_array_append_val (kinds, kind);
  note_kind (map, LSN_TABLE_KINDS, kind, LSN_KIND_BROADER, kinds);
}

static GArray *
aliases_of (LsnMap       *map,
            const LsnRow *actors,
            guint         n_actors)
{
  g_autoptr (GHashTable) among = g_hash_table_new (NULL, NULL);
  GArray *aliases = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    g_hash_table_add (among, GUINT_TO_POINTER (actors[i]));
  for (LsnRow alias = LSN_NO_ROW; (alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, alias)) != LSN_NO_ROW;)
    {
      LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR);

      if (g_hash_table_contains (among, GUINT_TO_POINTER (actor)))
        g_array_append_val (aliases, alias);
    }
  return aliases;
}

/**
 * lsn_rows_ties_to_take:
 *
 * Returns: (transfer full) (element-type LsnRow): @ties, and all that join two of @actors. O(ties of the actors).
 */
GArray *
lsn_rows_ties_to_take (LsnMap       *map,
                       const LsnRow *actors,
                       guint         n_actors,
                       const LsnRow *ties,
                       guint         n_ties)
{
  g_autoptr (GHashTable) among = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    g_hash_table_add (among, GUINT_TO_POINTER (actors[i]));
  for (guint i = 0; i < n_ties; i++)
    if (g_hash_table_add (taken, GUINT_TO_POINTER (ties[i])))
      g_array_append_val (all, ties[i]);
  for (guint i = 0; i < n_actors; i++)
    for (LsnRow tie = lsn_map_next_tie (map, actors[i], LSN_NO_ROW); tie != LSN_NO_ROW;
         tie = lsn_map_next_tie (map, actors[i], tie))
      {
        LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
        LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

        if (g_hash_table_contains (among, GUINT_TO_POINTER (source)) &&
            g_hash_table_contains (among, GUINT_TO_POINTER (target)) &&
            g_hash_table_add (taken, GUINT_TO_POINTER (tie)))
          g_array_append_val (all, tie);
      }
  return all;
}

/**
 * lsn_rows_to_bytes:
 * @actors: with the ties that join two of them
 * @ties: more ties
 * @notes: (array length=n_notes): those to take along
 *
 * Cost: O(cells of the rows).
 *
 * Returns: (transfer full): the rows, for %LSN_ROWS_MIME_TYPE
 */
GBytes *
lsn_rows_to_bytes (LsnMap       *map,
                   const LsnRow *actors,
                   guint         n_actors,
                   const LsnRow *ties,
                   guint         n_ties,
                   const LsnRow *notes,
                   guint         n_notes)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (LSN_ROWS_FORMAT));
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GArray) all = lsn_rows_ties_to_take (map, actors, n_actors, ties, n_ties);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GArray) aliases = aliases_of (map, actors, n_actors);

  for (guint i = 0; i < n_actors; i++)
    note_kind (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_KIND, kinds);
  for (guint i = 0; i < all->len; i++)
    note_kind (map, LSN_TABLE_TIES, g_array_index (all, LsnRow, i), LSN_TIE_KIND, kinds);

  g_variant_builder_add (&builder, "u", LSN_ROWS_VERSION);
  add_columns (&builder, map);
  add_rows (&builder, map, LSN_TABLE_KINDS, (const LsnRow *) (gpointer) kinds->data, kinds->len);
  add_rows (&builder, map, LSN_TABLE_ACTORS, actors, n_actors);
  add_rows (&builder, map, LSN_TABLE_TIES, (const LsnRow *) (gpointer) all->data, all->len);
  add_rows (&builder, map, LSN_TABLE_ALIASES, (const LsnRow *) (gpointer) aliases->data, aliases->len);
  add_rows (&builder, map, LSN_TABLE_NOTES, notes, n_notes);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_get_data_as_bytes (variant);
}
