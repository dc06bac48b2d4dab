/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rows-bytes.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/kinds.h"
#include "scene/scene.h"

/* (version, columns: (table, id, name, type), kinds, actors, ties: (id, {column id: text})). Cells are the texts that a file
 * would hold, so that reading them checks them as reading a file does. */
#define ROWS_TYPE    "a(sa{ss})"
#define COLUMNS_TYPE "a(usss)"
#define FORMAT_TYPE  "(u" COLUMNS_TYPE ROWS_TYPE ROWS_TYPE ROWS_TYPE ")"
#define ROWS_VERSION 1
#define MAX_BYTES    (64 * 1024 * 1024)

static const char *const type_names[] = {
  "text", "integer", "number", "boolean", "choice", "date", "colour", "reference", "points", "image", "xml",
};

/* ---- writing ---- */

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
  g_variant_builder_open (builder, G_VARIANT_TYPE (ROWS_TYPE));
  for (guint i = 0; i < n_rows; i++)
    add_row (builder, map, table, rows[i]);
  g_variant_builder_close (builder);
}

static void
add_columns (GVariantBuilder *builder,
             LsnMap          *map)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE (COLUMNS_TYPE));
  for (LsnTable table = LSN_TABLE_ACTORS; table <= LSN_TABLE_TIES; table++)
    for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (map, table, column))
      {
        const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);

        if (column >= lsn_table_n_builtin (table))
          g_variant_builder_add (builder, "(usss)", table, spec->id, spec->name, type_names[spec->type]);
      }
  g_variant_builder_close (builder);
}

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
  if (kind != LSN_NO_ROW)
    g_array_append_val (kinds, kind);
}

/* The given ties, and all that join two of the actors. */
static GArray *
ties_to_take (LsnMap       *map,
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
                   guint         n_ties)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (FORMAT_TYPE));
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GArray) all = ties_to_take (map, actors, n_actors, ties, n_ties);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    note_kind (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_KIND, kinds);
  for (guint i = 0; i < all->len; i++)
    note_kind (map, LSN_TABLE_TIES, g_array_index (all, LsnRow, i), LSN_TIE_KIND, kinds);

  g_variant_builder_add (&builder, "u", ROWS_VERSION);
  add_columns (&builder, map);
  add_rows (&builder, map, LSN_TABLE_KINDS, (const LsnRow *) (gpointer) kinds->data, kinds->len);
  add_rows (&builder, map, LSN_TABLE_ACTORS, actors, n_actors);
  add_rows (&builder, map, LSN_TABLE_TIES, (const LsnRow *) (gpointer) all->data, all->len);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_get_data_as_bytes (variant);
}

/**
 * lsn_rows_to_text:
 *
 * Returns: (transfer full): a name or a sentence a line, for other programs
 */
char *
lsn_rows_to_text (LsnMap       *map,
                  const LsnRow *actors,
                  guint         n_actors,
                  const LsnRow *ties,
                  guint         n_ties)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *name = lsn_actor_display_name (map, actors[i]);

      g_string_append_printf (text, "%s\n", name);
    }
  for (guint i = 0; i < n_ties; i++)
    {
      g_autofree char *sentence = lsn_tie_sentence (map, ties[i]);

      g_string_append_printf (text, "%s\n", sentence);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* ---- reading ---- */

typedef struct
{
  LsnMap     *map;
  GHashTable *new_rows; /* id that was copied -> row that was made of it */
} Paste;

static LsnColumnType
type_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    /* What a choice or a reference may hold is not known here: its words are kept as text. */
    if (g_str_equal (name, type_names[i]) && i != LSN_TYPE_CHOICE && i != LSN_TYPE_REFERENCE)
      return i;
  return LSN_TYPE_TEXT;
}

static void
paste_columns (LsnMap   *map,
               GVariant *columns)
{
  GVariantIter iter;
  guint32      table;
  const char  *id, *name, *type;

  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_next (&iter, "(u&s&s&s)", &table, &id, &name, &type))
    {
      LsnColumnSpec spec = { .id = id, .name = name, .type = type_from_name (type), .min = -INFINITY, .max = INFINITY };

      if ((table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES) &&
          lsn_map_find_column_by_id (map, table, id) == LSN_NO_COLUMN &&
          lsn_map_find_column (map, table, name) == LSN_NO_COLUMN)
        lsn_map_insert_column (map, table, &spec, NULL);
    }
}

/* References to what was copied along go to the copy, others to the row of that id if this map has one. */
static LsnRow
resolve (Paste      *paste,
         LsnTable    refers_to,
         const char *id)
{
  gpointer row = refers_to == LSN_TABLE_ACTORS ? g_hash_table_lookup (paste->new_rows, id) : NULL;

  return row != NULL ? GPOINTER_TO_UINT (row) : lsn_map_find_row (paste->map, refers_to, id);
}

static void
paste_cell (Paste      *paste,
            LsnTable    table,
            LsnRow      row,
            const char *column_id,
            const char *text)
{
  LsnColumn            column = lsn_map_find_column_by_id (paste->map, table, column_id);
  const LsnColumnSpec *spec;
  LsnValue             value;

  if (column == LSN_NO_COLUMN)
    return;

  spec = lsn_map_column_spec (paste->map, table, column);
  if (spec->type == LSN_TYPE_REFERENCE)
    lsn_map_set_reference (paste->map, table, row, column, resolve (paste, spec->refers_to, text), NULL);
  else if (lsn_map_parse_cell (paste->map, table, column, text, &value, NULL))
    lsn_map_set (paste->map, table, row, column, value, NULL);
}

static void
paste_cells (Paste    *paste,
             LsnTable  table,
             LsnRow    row,
             GVariant *cells)
{
  GVariantIter iter;
  const char  *column_id, *text;

  g_variant_iter_init (&iter, cells);
  while (g_variant_iter_next (&iter, "{&s&s}", &column_id, &text))
    paste_cell (paste, table, row, column_id, text);
}

static void
paste_kinds (Paste    *paste,
             GVariant *kinds)
{
  for (gsize i = 0; i < g_variant_n_children (kinds); i++)
    {
      const char *id;
      g_autoptr (GVariant) cells = NULL;
      g_autoptr (GVariant) row = g_variant_get_child_value (kinds, i);
      LsnRow kind;

      g_variant_get (row, "(&s@a{ss})", &id, &cells);
      if (lsn_map_find_row (paste->map, LSN_TABLE_KINDS, id) != LSN_NO_ROW)
        continue;
      kind = lsn_map_insert_row (paste->map, LSN_TABLE_KINDS, id, NULL);
      if (kind != LSN_NO_ROW)
        paste_cells (paste, LSN_TABLE_KINDS, kind, cells);
    }
}

static void
paste_actors (Paste    *paste,
              GVariant *rows,
              GArray   *made)
{
  /* First the rows, so that a container may come after what it holds. */
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      const char *id;
      LsnRow      actor = lsn_map_insert_row (paste->map, LSN_TABLE_ACTORS, NULL, NULL);

      g_variant_get (row, "(&s@a{ss})", &id, NULL);
      g_array_append_val (made, actor);
      g_hash_table_insert (paste->new_rows, g_strdup (id), GUINT_TO_POINTER (actor));
    }
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) cells = g_variant_get_child_value (row, 1);

      paste_cells (paste, LSN_TABLE_ACTORS, g_array_index (made, LsnRow, i), cells);
    }
}

static void
paste_ties (Paste    *paste,
            GVariant *rows,
            GArray   *made)
{
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) cells = g_variant_get_child_value (row, 1);
      LsnRow tie = lsn_map_insert_row (paste->map, LSN_TABLE_TIES, NULL, NULL);

      paste_cells (paste, LSN_TABLE_TIES, tie, cells);
      if (lsn_map_get_reference (paste->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == LSN_NO_ROW ||
          lsn_map_get_reference (paste->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET) == LSN_NO_ROW)
        lsn_map_remove_row (paste->map, LSN_TABLE_TIES, tie, NULL);
      else
        g_array_append_val (made, tie);
    }
}

static LsnPoint
middle_of (LsnMap *map,
           GArray *actors)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i < actors->len; i++)
    {
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, i), LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, g_array_index (actors, LsnRow, i), LSN_ACTOR_Y);

      if (isnan (x) || isnan (y))
        continue;
      x0 = MIN (x0, x);
      y0 = MIN (y0, y);
      x1 = MAX (x1, x);
      y1 = MAX (y1, y);
    }
  return x0 <= x1 ? (LsnPoint) { (x0 + x1) / 2, (y0 + y1) / 2 } : (LsnPoint) { 0, 0 };
}

static void
place_actors (LsnMap             *map,
              GArray             *actors,
              const LsnRowsPlace *place)
{
  LsnPoint middle = middle_of (map, actors);
  double   by[2] = { place->by_offset ? place->x : place->x - middle.x, place->by_offset ? place->y : place->y - middle.y };

  for (guint i = 0; i < actors->len; i++)
    for (LsnColumn axis = 0; axis < 2; axis++)
      {
        LsnRow actor = g_array_index (actors, LsnRow, i);
        double old = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X + axis);

        if (!isnan (old))
          lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X + axis, old + by[axis], NULL);
      }
}

static GVariant *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  guint32 version = 0;

  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT_TYPE), bytes, FALSE));
  if (variant != NULL && g_variant_is_normal_form (variant))
    g_variant_get_child (variant, 0, "u", &version);
  if (version == ROWS_VERSION)
    return g_steal_pointer (&variant);

  g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
               _("The clipboard holds actors and ties of another version of Liaison, which cannot be pasted here."));
  return NULL;
}

/**
 * lsn_rows_from_bytes:
 * @place: where the actors come to stand
 * @label: what undo calls it
 * @actors: (out) (element-type LsnRow): what was made
 * @ties: (out) (element-type LsnRow): what was made
 * @error: why nothing was pasted
 *
 * Pastes in one transaction. Rows get ids of their own; ties whose ends are neither pasted nor here are left out.
 */
gboolean
lsn_rows_from_bytes (LsnMap             *map,
                     GBytes             *bytes,
                     const LsnRowsPlace *place,
                     const char         *label,
                     GArray            **actors,
                     GArray            **ties,
                     GError            **error)
{
  g_autoptr (GVariant) variant = parse (bytes, error);
  g_autoptr (GVariant) columns = NULL;
  g_autoptr (GVariant) kinds = NULL;
  g_autoptr (GVariant) actor_rows = NULL;
  g_autoptr (GVariant) tie_rows = NULL;
  g_autoptr (GHashTable) new_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Paste paste = { map, new_rows };

  if (variant == NULL)
    return FALSE;

  g_variant_get (variant, "(u@" COLUMNS_TYPE "@" ROWS_TYPE "@" ROWS_TYPE "@" ROWS_TYPE ")", NULL, &columns, &kinds,
                 &actor_rows, &tie_rows);
  *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  lsn_map_begin (map, label, NULL);
  paste_columns (map, columns);
  paste_kinds (&paste, kinds);
  paste_actors (&paste, actor_rows, *actors);
  paste_ties (&paste, tie_rows, *ties);
  place_actors (map, *actors, place);
  lsn_map_commit (map);
  return TRUE;
}
