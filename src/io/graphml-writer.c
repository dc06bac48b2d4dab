/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "io/column-words.h"
#include "io/kept.h"
#include "io/natural-order.h"
#include "io/xml-text.h"
#include "io/yed.h"

/* The canonical writer: one element a line, rows in natural order of their ids, columns and attributes in fixed order,
 * numbers in their shortest form, nothing that says when or by whom. The same map gives the same bytes. */

typedef struct
{
  LsnColumn            column;
  const LsnColumnSpec *spec;
  char                *start;       /* "      <data key=...>" */
  gsize                start_length;
  gboolean             used;
} FileColumn;

typedef struct
{
  LsnMap   *map;
  GString  *body;                   /* the graph, before it is known which keys it needs */
  GString  *head;
  GHashTable *key_lines;            /* id -> what else a foreign <key> said, in three parts */
  FileColumn *columns[LSN_TABLE_TIES + 1];
  guint     n_columns[LSN_TABLE_TIES + 1];
  LsnColumn kept_attributes[LSN_TABLE_TIES + 1], kept_description[LSN_TABLE_TIES + 1], kept_content[LSN_TABLE_TIES + 1];
  LsnColumn fill, shape;
  guint     n_replaced;
} Writer;

static void
append_text (Writer     *self,
             GString    *xml,
             const char *text)
{
  self->n_replaced += lsn_xml_append_text (xml, text, -1);
}

static void
append_quoted (Writer     *self,
               GString    *xml,
               const char *name,
               const char *value)
{
  g_string_append_c (xml, ' ');
  g_string_append (xml, name);
  g_string_append (xml, "=\"");
  self->n_replaced += lsn_xml_append_attribute (xml, value, -1);
  g_string_append_c (xml, '"');
}

static void
append_integer (GString *xml,
                gint64   integer)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 left = integer < 0 ? -(guint64) integer : (guint64) integer;

  do
    *--at = '0' + left % 10;
  while ((left /= 10) > 0);
  if (integer < 0)
    *--at = '-';
  g_string_append_len (xml, at, digits + sizeof digits - at);
}

/* Whatever a cell holds, as text. FALSE when it is empty: nothing is appended then. */
static void
append_value (Writer              *self,
              GString             *xml,
              const LsnColumnSpec *spec,
              LsnValue             value)
{
  char number[32];

  switch (value.kind)
    {
    case LSN_VALUE_TEXT:
      if (spec->type == LSN_TYPE_XML)
        g_string_append (xml, value.text);
      else
        append_text (self, xml, value.text);
      break;
    case LSN_VALUE_INTEGER:
      append_integer (xml, value.integer);
      break;
    case LSN_VALUE_NUMBER:
      g_string_append (xml, lsn_number_format (value.number, number));
      break;
    case LSN_VALUE_BOOLEAN:
      g_string_append (xml, value.boolean ? "true" : "false");
      break;
    case LSN_VALUE_REFERENCE:
      append_text (self, xml, lsn_map_row_id (self->map, spec->refers_to, value.row));
      break;
    default:
      break;
    }
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const FileColumn *left = a;
  const FileColumn *right = b;

  return lsn_natural_compare (left->spec->id, right->spec->id);
}

static gboolean
has_key (LsnTable             table,
         LsnColumn            column,
         const LsnColumnSpec *spec)
{
  return !lsn_kept_is_id (spec->id)
         && !(table == LSN_TABLE_TIES && (column == LSN_TIE_SOURCE || column == LSN_TIE_TARGET));
}

/* The columns of a table in the order of the file: the built-in ones in theirs, those that users added by their ids. */
static FileColumn *
list_columns (LsnMap  *map,
              LsnTable table,
              guint   *n_columns)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (FileColumn));
  guint n_builtin = 0;

  for (LsnColumn column = lsn_map_next_column (map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, table, column))
    {
      FileColumn item = { .column = column, .spec = lsn_map_column_spec (map, table, column) };

      if (!has_key (table, column, item.spec))
        continue;
      item.used = column >= lsn_table_n_builtin (table);
      n_builtin += column < lsn_table_n_builtin (table);
      g_array_append_val (columns, item);
    }
  *n_columns = columns->len;
  if (columns->len > n_builtin)
    qsort (&g_array_index (columns, FileColumn, n_builtin), columns->len - n_builtin, sizeof (FileColumn),
           compare_columns);
  return (FileColumn *) g_array_free (columns, FALSE);
}

static void
prepare_columns (Writer  *self,
                 LsnTable table)
{
  FileColumn *columns = list_columns (self->map, table, &self->n_columns[table]);

  self->columns[table] = columns;
  for (guint i = 0; i < self->n_columns[table]; i++)
    {
      GString *start = g_string_new (table == LSN_TABLE_MAP ? "    <data" : "      <data");

      append_quoted (self, start, "key", columns[i].spec->id);
      g_string_append_c (start, '>');
      columns[i].start_length = start->len;
      columns[i].start = g_string_free (start, FALSE);
    }
  self->kept_attributes[table] = lsn_kept_find (self->map, table, LSN_KEPT_ATTRIBUTES);
  self->kept_description[table] = lsn_kept_find (self->map, table, LSN_KEPT_DESCRIPTION);
  self->kept_content[table] = lsn_kept_find (self->map, table, LSN_KEPT_CONTENT);
}

/* yEd's own description of a row, made to agree with the row's cells */
static void
append_yed (Writer     *self,
            LsnTable    table,
            LsnRow      row,
            const char *xml)
{
  LsnYed now = { 0 };
  g_autofree char *updated = NULL;

  now.label = (char *) lsn_map_get_text (self->map, table, row,
                                         table == LSN_TABLE_TIES ? (LsnColumn) LSN_TIE_LABEL : (LsnColumn) LSN_ACTOR_NAME);
  if (table == LSN_TABLE_ACTORS)
    {
      now.x = lsn_map_get_number (self->map, table, row, LSN_ACTOR_X);
      now.y = lsn_map_get_number (self->map, table, row, LSN_ACTOR_Y);
      now.placed = !isnan (now.x) && !isnan (now.y);
      if (self->fill != LSN_NO_COLUMN)
        now.fill = (char *) lsn_map_get_text (self->map, table, row, self->fill);
      if (self->shape != LSN_NO_COLUMN)
        now.shape = (char *) lsn_map_get_text (self->map, table, row, self->shape);
    }
  updated = lsn_yed_update (xml, &now);
  g_string_append (self->body, updated);
}

static void
append_cells (Writer  *self,
              LsnTable table,
              LsnRow   row)
{
  for (guint i = 0; i < self->n_columns[table]; i++)
    {
      FileColumn *item = &self->columns[table][i];
      LsnValue value = lsn_map_get (self->map, table, row, item->column);

      if (value.kind == LSN_VALUE_EMPTY)
        continue;
      item->used = TRUE;
      g_string_append_len (self->body, item->start, item->start_length);
      if (item->spec->type == LSN_TYPE_XML && table != LSN_TABLE_MAP && strstr (value.text, LSN_YED_NAMESPACE) != NULL)
        append_yed (self, table, row, value.text);
      else
        append_value (self, self->body, item->spec, value);
      g_string_append_len (self->body, "</data>\n", 8);
    }
}

static const char *
kept_text (Writer   *self,
           LsnTable  table,
           LsnRow    row,
           LsnColumn column)
{
  return column == LSN_NO_COLUMN ? NULL : lsn_map_get_text (self->map, table, row, column);
}

static void
append_attributes (GString    *xml,
                   const char *attributes)
{
  if (attributes != NULL && lsn_xml_is_attributes (attributes))
    g_string_append (xml, attributes);
}

/* The rest of a row's element: its foreign attributes, the end of its start tag, its cells, its end. */
static void
finish_row (Writer     *self,
            LsnTable    table,
            LsnRow      row,
            const char *end)
{
  GString *xml = self->body;
  gsize before;

  append_attributes (xml, kept_text (self, table, row, self->kept_attributes[table]));
  before = xml->len;
  g_string_append_len (xml, ">\n", 2);
  lsn_kept_append (xml, "      ", kept_text (self, table, row, self->kept_description[table]),
                   kept_text (self, table, row, self->kept_content[table]));
  append_cells (self, table, row);
  if (xml->len == before + 2)
    {
      g_string_truncate (xml, before);
      g_string_append (xml, "/>\n");
    }
  else
    g_string_append (xml, end);
}

static void
append_actors (Writer *self)
{
  g_autoptr (GArray) rows = lsn_natural_rows (self->map, LSN_TABLE_ACTORS);

  for (guint i = 0; i < rows->len; i++)
    {
      LsnRow row = g_array_index (rows, LsnRow, i);

      g_string_append (self->body, "    <node");
      append_quoted (self, self->body, "id", lsn_map_row_id (self->map, LSN_TABLE_ACTORS, row));
      finish_row (self, LSN_TABLE_ACTORS, row, "    </node>\n");
    }
}

static void
append_end (Writer     *self,
            const char *name,
            LsnRow      tie,
            LsnColumn   column)
{
  LsnRow actor = lsn_map_get_reference (self->map, LSN_TABLE_TIES, tie, column);

  append_quoted (self, self->body, name, actor == LSN_NO_ROW ? "" : lsn_map_row_id (self->map, LSN_TABLE_ACTORS, actor));
}

static void
append_ties (Writer *self)
{
  g_autoptr (GArray) rows = lsn_natural_rows (self->map, LSN_TABLE_TIES);

  for (guint i = 0; i < rows->len; i++)
    {
      LsnRow row = g_array_index (rows, LsnRow, i);

      g_string_append (self->body, "    <edge");
      append_quoted (self, self->body, "id", lsn_map_row_id (self->map, LSN_TABLE_TIES, row));
      append_end (self, "source", row, LSN_TIE_SOURCE);
      append_end (self, "target", row, LSN_TIE_TARGET);
      finish_row (self, LSN_TABLE_TIES, row, "    </edge>\n");
    }
}

static void
append_own_cell (Writer     *self,
                 const char *column,
                 const char *text)
{
  g_string_append (self->body, "            <l:cell");
  append_quoted (self, self->body, "column", column);
  g_string_append_c (self->body, '>');
  append_text (self, self->body, text);
  g_string_append (self->body, "</l:cell>\n");
}

static void
begin_own_row (Writer     *self,
               const char *id)
{
  g_string_append (self->body, "          <l:row");
  append_quoted (self, self->body, "id", id);
  g_string_append (self->body, ">\n");
}

static void
append_own_row (Writer     *self,
                LsnTable    table,
                LsnRow      row,
                FileColumn *columns,
                guint       n_columns)
{
  begin_own_row (self, lsn_map_row_id (self->map, table, row));
  for (guint i = 0; i < n_columns; i++)
    {
      LsnValue value = lsn_map_get (self->map, table, row, columns[i].column);

      if (value.kind == LSN_VALUE_EMPTY)
        continue;
      g_string_append (self->body, "            <l:cell");
      append_quoted (self, self->body, "column", columns[i].spec->name);
      g_string_append_c (self->body, '>');
      if (columns[i].spec->type == LSN_TYPE_XML)
        append_text (self, self->body, value.text);
      else
        append_value (self, self->body, columns[i].spec, value);
      g_string_append (self->body, "</l:cell>\n");
    }
  g_string_append (self->body, "          </l:row>\n");
}

static void
append_own_table (Writer  *self,
                  LsnTable table)
{
  g_autoptr (GArray) rows = lsn_natural_rows (self->map, table);
  guint n_columns;
  g_autofree FileColumn *columns = list_columns (self->map, table, &n_columns);

  g_string_append (self->body, "        <l:table");
  append_quoted (self, self->body, "name", lsn_table_id (table));
  g_string_append (self->body, rows->len == 0 ? "/>\n" : ">\n");
  for (guint i = 0; i < rows->len; i++)
    append_own_row (self, table, g_array_index (rows, LsnRow, i), columns, n_columns);
  if (rows->len > 0)
    g_string_append (self->body, "        </l:table>\n");
}

static void
append_column (Writer              *self,
               LsnTable             table,
               const LsnColumnSpec *spec)
{
  begin_own_row (self, spec->id);
  append_own_cell (self, "of", lsn_table_id (table));
  for (const char * const *word = lsn_column_words (); *word != NULL; word++)
    {
      g_autofree char *text = lsn_column_get_by_word (spec, *word);

      if (text != NULL)
        append_own_cell (self, *word, text);
    }
  for (guint i = 0; i < spec->n_choices; i++)
    {
      g_string_append (self->body, "            <l:choice");
      append_quoted (self, self->body, "id", spec->choices[i].id);
      g_string_append_c (self->body, '>');
      append_text (self, self->body, spec->choices[i].label == NULL ? "" : spec->choices[i].label);
      g_string_append (self->body, "</l:choice>\n");
    }
  g_string_append (self->body, "          </l:row>\n");
}

/* The columns that users added and of which a <key> does not say all */
static void
append_columns (Writer *self)
{
  gsize before = self->body->len, empty;

  g_string_append (self->body, "        <l:table name=\"" LSN_COLUMNS_TABLE "\">\n");
  empty = self->body->len;
  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      guint n_columns;
      g_autofree FileColumn *columns = list_columns (self->map, table, &n_columns);

      for (guint i = 0; i < n_columns; i++)
        if (columns[i].column >= lsn_table_n_builtin (table)
            && (table > LSN_TABLE_TIES || !lsn_column_is_plain (columns[i].spec)))
          append_column (self, table, columns[i].spec);
    }
  if (self->body->len == empty)
    g_string_truncate (self->body, before);
  else
    g_string_append (self->body, "        </l:table>\n");
}

static void
append_tables (Writer *self)
{
  g_string_append (self->body, "    <data key=\"" LSN_TABLES_KEY "\">\n      <l:tables xmlns:l=\"" LSN_TABLES_NAMESPACE
                   "\" version=\"" LSN_TABLES_VERSION "\">\n");
  append_columns (self);
  /* A map that uses none of the later tables is saved as ever. */
  for (guint table = LSN_TABLE_TIES + 1; table < LSN_N_TABLES; table++)
    if (table <= LSN_TABLE_ALIASES || lsn_map_n_rows (self->map, table) > 0)
      append_own_table (self, table);
  lsn_kept_append_of_map (self->body, "        ", self->map, LSN_KEPT_TABLES, LSN_KEPT_TABLES);
  g_string_append (self->body, "      </l:tables>\n    </data>\n");
}

/* Undirected when there are ties and none of them has a direction */
static gboolean
is_directed (LsnMap *map)
{
  LsnRow row = lsn_map_next_row (map, LSN_TABLE_TIES, LSN_NO_ROW);

  if (row == LSN_NO_ROW)
    return TRUE;
  for (; row != LSN_NO_ROW; row = lsn_map_next_row (map, LSN_TABLE_TIES, row))
    if (g_strcmp0 (lsn_map_get_text (map, LSN_TABLE_TIES, row, LSN_TIE_DIRECTION), "none") != 0)
      return TRUE;
  return FALSE;
}

static void
append_graph (Writer *self)
{
  LsnRow row = lsn_map_the_row (self->map);

  g_string_append (self->body, "  <graph");
  append_quoted (self, self->body, "id", lsn_map_row_id (self->map, LSN_TABLE_MAP, row));
  append_quoted (self, self->body, "edgedefault", is_directed (self->map) ? "directed" : "undirected");
  append_attributes (self->body, kept_text (self, LSN_TABLE_MAP, row, self->kept_attributes[LSN_TABLE_MAP]));
  g_string_append (self->body, ">\n");
  lsn_kept_append_of_map (self->body, "    ", self->map, LSN_KEPT_DESCRIPTION, LSN_KEPT_DESCRIPTION);
  append_tables (self);
  append_cells (self, LSN_TABLE_MAP, row);
  append_actors (self);
  append_ties (self);
  lsn_kept_append_of_map (self->body, "    ", self->map, LSN_KEPT_CONTENT, LSN_KEPT_CONTENT);
  g_string_append (self->body, "  </graph>\n");
}

/* What else foreign <key>s said of their columns: for each id a line of it, of attributes and of content. */
static GHashTable *
find_key_lines (Writer *self)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  const char *lines = lsn_kept_get (self->map, LSN_TABLE_MAP, lsn_map_the_row (self->map), LSN_KEPT_KEYS);
  g_auto (GStrv) split = lines == NULL ? NULL : g_strsplit (lines, "\n", -1);

  for (char **line = split; line != NULL && *line != NULL; line++)
    {
      g_auto (GStrv) parts = g_strsplit (*line, "\t", -1);
      const char *id = parts[0];

      if (g_strv_length (parts) == 3 && !g_hash_table_contains (found, id))
        g_hash_table_insert (found, (gpointer) id, g_steal_pointer (&parts));
    }
  return found;
}

static void
append_key (Writer     *self,
            const char *id,
            const char *what,
            const char *name,
            const char *type)
{
  char **more = g_hash_table_lookup (self->key_lines, id);

  g_string_append (self->head, "  <key");
  append_quoted (self, self->head, "id", id);
  append_quoted (self, self->head, "for", what);
  append_quoted (self, self->head, "attr.name", name);
  append_quoted (self, self->head, "attr.type", type);
  append_attributes (self->head, more == NULL ? NULL : more[1]);
  if (more == NULL || *more[2] == '\0')
    g_string_append (self->head, "/>\n");
  else
    g_string_append_printf (self->head, ">%s</key>\n", more[2]);
}

static void
append_head (Writer *self)
{
  static const char * const elements[] = { "graph", "node", "edge" };
  LsnRow row = lsn_map_the_row (self->map);

  g_string_append (self->head, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"" LSN_GRAPHML_NAMESPACE "\"");
  append_attributes (self->head, lsn_kept_get (self->map, LSN_TABLE_MAP, row, LSN_KEPT_FILE_ATTRIBUTES));
  g_string_append (self->head, ">\n");
  lsn_kept_append_of_map (self->head, "  ", self->map, LSN_KEPT_FILE_DESCRIPTION, LSN_KEPT_FILE_HEAD);
  self->key_lines = find_key_lines (self);
  append_key (self, LSN_TABLES_KEY, "graph", LSN_TABLES_KEY, "string");
  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    for (guint i = 0; i < self->n_columns[table]; i++)
      {
        const LsnColumnSpec *spec = self->columns[table][i].spec;

        if (self->columns[table][i].used)
          append_key (self, spec->id, elements[table], spec->name, lsn_column_graphml_type (spec->type));
      }
}

static void
clear_writer (Writer *self)
{
  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    {
      for (guint i = 0; i < self->n_columns[table]; i++)
        g_free (self->columns[table][i].start);
      g_free (self->columns[table]);
    }
  g_clear_pointer (&self->key_lines, g_hash_table_unref);
  g_string_free (self->head, TRUE);
}

/**
 * lsn_graphml_write:
 * @map: a map or a snapshot
 * @report: (nullable): says when characters had to be replaced
 *
 * Writes a map as GraphML. O(cells), and O(n log n) when rows are not in the order of their ids.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
lsn_graphml_write (LsnMap    *map,
                   LsnReport *report)
{
  Writer self = { .map = map, .body = g_string_sized_new (64 * 1024), .head = g_string_sized_new (4096) };

  self.fill = lsn_map_find_column_by_id (map, LSN_TABLE_ACTORS, LSN_YED_FILL);
  self.shape = lsn_map_find_column_by_id (map, LSN_TABLE_ACTORS, LSN_YED_SHAPE);
  for (guint table = 0; table <= LSN_TABLE_TIES; table++)
    prepare_columns (&self, table);
  append_graph (&self);
  append_head (&self);
  lsn_kept_append_of_map (self.body, "  ", map, LSN_KEPT_FILE_TAIL, LSN_KEPT_FILE_TAIL);
  g_string_append (self.body, "</graphml>\n");
  g_string_prepend_len (self.body, self.head->str, self.head->len);
  if (self.n_replaced > 0 && report != NULL)
    lsn_report_add (report, LSN_SEVERITY_WARNING, 0, 0,
                    g_dngettext (GETTEXT_PACKAGE, "%u character that a file cannot hold was replaced by “\357\277\275”.",
                                 "%u characters that a file cannot hold were replaced by “\357\277\275”.",
                                 self.n_replaced), self.n_replaced);
  clear_writer (&self);
  return g_string_free_to_bytes (self.body);
}
