/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rows-bytes.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/rows-format.h"
#include "model/kinds.h"
#include "scene/scene.h"

#define MAX_BYTES (512 * 1024 * 1024) /* pictures of many actors */

/**
 * Paste:
 * @columns: by table: id of a column that was copied -> its handle here, from 1
 * @rows: by table: id of a row that was copied -> what stands for it here
 */
typedef struct
{
  LsnMap     *map;
  GHashTable *columns[LSN_N_TABLES];
  GHashTable *rows[LSN_N_TABLES];
} Paste;

static void
paste_init (Paste  *paste,
            LsnMap *map)
{
  paste->map = map;
  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      paste->columns[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      paste->rows[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
}

static void
paste_clear (Paste *paste)
{
  for (guint i = 0; i < LSN_N_TABLES; i++)
    {
      g_hash_table_unref (paste->columns[i]);
      g_hash_table_unref (paste->rows[i]);
    }
}

static gboolean
is_copied (guint32 table)
{
  for (guint i = 0; i < G_N_ELEMENTS (lsn_rows_tables); i++)
    if (lsn_rows_tables[i] == (LsnTable) table)
      return TRUE;
  return FALSE;
}

static LsnColumnType
type_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lsn_rows_type_names); i++)
    if (g_str_equal (name, lsn_rows_type_names[i]))
      return i;
  return LSN_TYPE_TEXT;
}

/* A column of choices that is here already takes those that it lacks. */
static void
widen_choices (LsnMap   *map,
               LsnTable  table,
               LsnColumn column,
               char    **choices)
{
  LsnColumnSpec      spec = *lsn_map_column_spec (map, table, column);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LsnChoice));

  g_array_append_vals (all, spec.choices, spec.n_choices);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < spec.n_choices && !known; k++)
        known = g_str_equal (spec.choices[k].id, choices[i]);
      if (!known)
        g_array_append_val (all, ((LsnChoice) { choices[i], choices[i] }));
    }
  if (all->len == spec.n_choices)
    return;

  spec.choices = (const LsnChoice *) (gpointer) all->data;
  spec.n_choices = all->len;
  lsn_map_alter_column (map, table, column, &spec, NULL);
}

static LsnColumn
insert_column (LsnMap        *map,
               LsnTable       table,
               LsnColumnSpec *spec,
               char         **choices)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LsnChoice));
  LsnColumn column;

  for (guint i = 0; choices[i] != NULL; i++)
    g_array_append_val (all, ((LsnChoice) { choices[i], choices[i] }));
  spec->choices = (const LsnChoice *) (gpointer) all->data;
  spec->n_choices = spec->type == LSN_TYPE_CHOICE ? all->len : 0;
  column = lsn_map_insert_column (map, table, spec, NULL);
  if (column != LSN_NO_COLUMN)
    return column;

  /* Something else here has its id. */
  spec->id = NULL;
  return lsn_map_insert_column (map, table, spec, NULL);
}

/* Columns are one when they have one name. */
static void
paste_columns (Paste    *paste,
               GVariant *columns)
{
  GVariantIter  iter;
  guint32       table;
  LsnColumnSpec spec = { 0 };
  const char   *type, *refers_to;
  char        **choices;

  g_variant_iter_init (&iter, columns);
  while (g_variant_iter_loop (&iter, "(u&s&s&s&sdd&sb^as)", &table, &spec.id, &spec.name, &type, &spec.unit, &spec.min, &spec.max,
                              &refers_to, &spec.multiline, &choices))
    {
      const char *id = spec.id;
      LsnColumn   column;

      if (!is_copied (table))
        continue;
      spec.type = type_from_name (type);
      spec.unit = *spec.unit != '\0' ? spec.unit : NULL;
      if (spec.type == LSN_TYPE_REFERENCE && !lsn_table_from_id (refers_to, &spec.refers_to))
        spec.type = LSN_TYPE_TEXT;
      column = lsn_map_find_column (paste->map, table, spec.name);
      if (column == LSN_NO_COLUMN)
        column = insert_column (paste->map, table, &spec, choices);
      else if (column >= lsn_table_n_builtin (table) && spec.type == LSN_TYPE_CHOICE &&
               lsn_map_column_spec (paste->map, table, column)->type == LSN_TYPE_CHOICE)
        widen_choices (paste->map, table, column, choices);
      if (column != LSN_NO_COLUMN)
        g_hash_table_insert (paste->columns[table], g_strdup (id), GUINT_TO_POINTER (column + 1));
    }
}

static LsnColumn
column_of (Paste      *paste,
           LsnTable    table,
           const char *id)
{
  guint     column = GPOINTER_TO_UINT (g_hash_table_lookup (paste->columns[table], id));
  LsnColumn built_in;

  if (column > 0)
    return column - 1;
  built_in = lsn_map_find_column_by_id (paste->map, table, id);
  return built_in < lsn_table_n_builtin (table) ? built_in : LSN_NO_COLUMN;
}

/* References to what was copied along go to the copy, others to the row of that id if this map has one. */
static LsnRow
resolve (Paste      *paste,
         LsnTable    refers_to,
         const char *id)
{
  gpointer row = g_hash_table_lookup (paste->rows[refers_to], id);

  return row != NULL ? GPOINTER_TO_UINT (row) : lsn_map_find_row (paste->map, refers_to, id);
}

static void
paste_cell (Paste      *paste,
            LsnTable    table,
            LsnRow      row,
            const char *column_id,
            const char *text)
{
  LsnColumn            column = column_of (paste, table, column_id);
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

/* A kind that a user made here under the same name: two maps that grew apart. LSN_NO_ROW for none. */
static LsnRow
kind_like (LsnMap   *map,
           GVariant *cells)
{
  const char *name = NULL, *of = NULL;

  g_variant_lookup (cells, lsn_table_builtin (LSN_TABLE_KINDS, LSN_KIND_NAME)->id, "&s", &name);
  g_variant_lookup (cells, lsn_table_builtin (LSN_TABLE_KINDS, LSN_KIND_OF)->id, "&s", &of);
  for (LsnRow kind = LSN_NO_ROW; name != NULL && (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    if (g_strcmp0 (lsn_map_get_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME), name) == 0 &&
        g_strcmp0 (lsn_map_get_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_OF), of) == 0)
      return kind;
  return LSN_NO_ROW;
}

/* What a copied row becomes; kinds that are here stand for themselves. */
static LsnRow
row_for (Paste      *paste,
         LsnTable    table,
         const char *id,
         GVariant   *cells,
         gboolean   *is_new)
{
  LsnRow row = LSN_NO_ROW;

  if (table == LSN_TABLE_KINDS)
    row = lsn_map_find_row (paste->map, table, id);
  if (table == LSN_TABLE_KINDS && row == LSN_NO_ROW)
    row = kind_like (paste->map, cells);
  *is_new = row == LSN_NO_ROW;
  return *is_new ? lsn_map_insert_row (paste->map, table, table == LSN_TABLE_KINDS ? id : NULL, NULL) : row;
}

/* First the rows, so that a container may come after what it holds; then their cells. */
static void
paste_rows (Paste    *paste,
            LsnTable  table,
            GVariant *rows,
            GArray   *made)
{
  gsize n = g_variant_n_children (rows);
  g_autofree LsnRow *new_rows = g_new0 (LsnRow, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) cells = g_variant_get_child_value (row, 1);
      const char *id;
      gboolean    is_new;
      LsnRow      becomes;

      g_variant_get_child (row, 0, "&s", &id);
      becomes = row_for (paste, table, id, cells, &is_new);
      new_rows[i] = is_new ? becomes : LSN_NO_ROW;
      if (becomes != LSN_NO_ROW)
        g_hash_table_insert (paste->rows[table], g_strdup (id), GUINT_TO_POINTER (becomes));
    }
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) cells = g_variant_get_child_value (row, 1);

      if (new_rows[i] == LSN_NO_ROW)
        continue;
      paste_cells (paste, table, new_rows[i], cells);
      g_array_append_val (made, new_rows[i]);
    }
}

static gboolean
has_reference (LsnMap   *map,
               LsnTable  table,
               LsnRow    row,
               LsnColumn column)
{
  return lsn_map_get_reference (map, table, row, column) != LSN_NO_ROW;
}

/* Ties without an end, and names of nobody, are left out. */
static void
remove_loose (LsnMap  *map,
              LsnTable table,
              GArray  *made)
{
  for (guint i = made->len; i-- > 0;)
    {
      LsnRow row = g_array_index (made, LsnRow, i);

      if (table == LSN_TABLE_TIES ? has_reference (map, table, row, LSN_TIE_SOURCE) &&
          has_reference (map, table, row, LSN_TIE_TARGET) : has_reference (map, table, row, LSN_ALIAS_ACTOR))
        continue;
      lsn_map_remove_row (map, table, row, NULL);
      g_array_remove_index (made, i);
    }
}

/* What is placed: x comes before y in both tables. */
static const struct { LsnTable table; LsnColumn x; } placed[] = {
  { LSN_TABLE_ACTORS, LSN_ACTOR_X }, { LSN_TABLE_NOTES, LSN_NOTE_X },
};

/* Of the actors; of the notes when there are none. */
static LsnPoint
middle_of (LsnMap *map,
           GArray *rows[G_N_ELEMENTS (placed)])
{
  for (guint i = 0; i < G_N_ELEMENTS (placed); i++)
    {
      double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

      for (guint k = 0; k < rows[i]->len; k++)
        {
          double x = lsn_map_get_number (map, placed[i].table, g_array_index (rows[i], LsnRow, k), placed[i].x);
          double y = lsn_map_get_number (map, placed[i].table, g_array_index (rows[i], LsnRow, k), placed[i].x + 1);

          if (isnan (x) || isnan (y))
            continue;
          x0 = MIN (x0, x);
          y0 = MIN (y0, y);
          x1 = MAX (x1, x);
          y1 = MAX (y1, y);
        }
      if (x0 <= x1)
        return (LsnPoint) { (x0 + x1) / 2, (y0 + y1) / 2 }
      ;
    }
  return (LsnPoint) { 0, 0 };
}

static void
place_rows (LsnMap             *map,
            GArray             *rows[G_N_ELEMENTS (placed)],
            const LsnRowsPlace *place)
{
  LsnPoint middle = middle_of (map, rows);
  double   by[2] = { place->by_offset ? place->x : place->x - middle.x, place->by_offset ? place->y : place->y - middle.y };

  for (guint i = 0; i < G_N_ELEMENTS (placed); i++)
    for (guint k = 0; k < rows[i]->len; k++)
      for (LsnColumn axis = 0; axis < 2; axis++)
        {
          LsnRow row = g_array_index (rows[i], LsnRow, k);
          double old = lsn_map_get_number (map, placed[i].table, row, placed[i].x + axis);

          if (!isnan (old))
            lsn_map_set_number (map, placed[i].table, row, placed[i].x + axis, old + by[axis], NULL);
        }
}

static GVariant *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (GVariant) variant = NULL;
  guint32 version = 0;

  if (g_bytes_get_size (bytes) <= MAX_BYTES)
    variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (LSN_ROWS_FORMAT), bytes, FALSE));
  if (variant != NULL && g_variant_is_normal_form (variant))
    g_variant_get_child (variant, 0, "u", &version);
  if (version == LSN_ROWS_VERSION)
    return g_steal_pointer (&variant);

  g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE,
               _("The clipboard holds actors and ties of another version of Liaison, which cannot be pasted here."));
  return NULL;
}

/**
 * lsn_rows_from_bytes:
 * @place: where the actors and notes come to stand
 * @label: what undo calls it
 * @actors: (out) (element-type LsnRow): what was made
 * @ties: (out) (element-type LsnRow): what was made
 * @notes: (out) (element-type LsnRow): what was made
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
                     GArray            **notes,
                     GError            **error)
{
  g_autoptr (GVariant) variant = parse (bytes, error);
  g_autoptr (GVariant) columns = NULL;
  Paste paste;

  if (variant == NULL)
    return FALSE;

  columns = g_variant_get_child_value (variant, 1);
  *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  *notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  paste_init (&paste, map);
  lsn_map_begin (map, label, NULL);
  paste_columns (&paste, columns);
  for (guint i = 0; i < G_N_ELEMENTS (lsn_rows_tables); i++)
    {
      g_autoptr (GVariant) rows = g_variant_get_child_value (variant, i + 2);
      g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (LsnRow));
      GArray *made = lsn_rows_tables[i] == LSN_TABLE_ACTORS ? *actors : lsn_rows_tables[i] == LSN_TABLE_TIES ? *ties
                   : lsn_rows_tables[i] == LSN_TABLE_NOTES ? *notes : others;

      paste_rows (&paste, lsn_rows_tables[i], rows, made);
      if (lsn_rows_tables[i] == LSN_TABLE_TIES || lsn_rows_tables[i] == LSN_TABLE_ALIASES)
        remove_loose (map, lsn_rows_tables[i], made);
    }
  place_rows (map, (GArray *[]) { *actors, *notes }, place);
  lsn_map_commit (map);
  paste_clear (&paste);
  return TRUE;
}
