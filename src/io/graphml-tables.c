/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "io/column-words.h"
#include "model/kind-edits.h"

/* Our own namespace: the tables of a map that GraphML has no elements for, in the <data key="tables"> of the graph. The
 * table `columns` describes the columns that users added, and comes first. */

static gboolean
is_element (const LsnStartTag *tag,
            const char        *name)
{
  return strcmp ((const char *) tag->name, name) == 0;
}

static char *
value_of (LsnGraphml        *self,
          const LsnStartTag *tag,
          const char        *name)
{
  LsnAttribute attribute = lsn_graphml_find_attribute (tag, name);
  char *value = attribute.name == NULL ? g_strdup ("") : lsn_graphml_value (self, attribute);

  return value == NULL ? g_strdup ("") : value;
}

/* The kinds that every map begins with, for a file that has no tables of ours. */
void
lsn_graphml_need_kinds (LsnGraphml *self)
{
  if (!self->kinds && !self->own)
    lsn_kinds_insert_builtin (self->map);
  self->kinds = TRUE;
}

void
lsn_file_column_free (gpointer data)
{
  LsnFileColumn *column = data;

  g_free (column->id);
  g_string_chunk_free (column->texts);
  g_array_unref (column->choices);
  g_free (column);
}

static LsnFileColumn *
new_column (const char *id)
{
  LsnFileColumn *column = g_new0 (LsnFileColumn, 1);

  column->id = g_strdup (id);
  column->texts = g_string_chunk_new (256);
  column->choices = g_array_new (FALSE, TRUE, sizeof (LsnChoice));
  column->spec.min = -INFINITY;
  column->spec.max = INFINITY;
  column->table = LSN_N_TABLES;
  return column;
}

static void
start_tables (LsnGraphml        *self,
              const LsnStartTag *tag)
{
  g_autofree char *version = value_of (self, tag, "version");

  if (!self->own && self->resolved)
    self->again = TRUE;
  self->own = TRUE;
  if (!g_str_equal (version, LSN_TABLES_VERSION))
    lsn_graphml_fail (self, LSN_IO_ERROR_FORMAT,
                      /* Translators: %s is a version, such as 2 */
                      _("A newer Liaison wrote this file (version %s of its tables). Open it with that one."), version);
  else
    lsn_graphml_push (self, LSN_IN_TABLES);
}

static void
start_table (LsnGraphml        *self,
             const LsnStartTag *tag)
{
  g_autofree char *name = value_of (self, tag, "name");
  LsnTable table = LSN_TABLE_MAP;

  self->own_columns = g_str_equal (name, LSN_COLUMNS_TABLE);
  if (!self->own_columns && (!lsn_table_from_id (name, &table) || table < LSN_N_KEYED_TABLES))
    {
      lsn_graphml_note (self, LSN_SEVERITY_NOTE, _("The table “%s” is kept in the file but not shown."), name);
      lsn_graphml_keep (self, tag, LSN_KEPT_TABLES, LSN_TABLE_MAP, lsn_map_the_row (self->map));
      return;
    }
  self->own_table = table;
  lsn_graphml_push (self, LSN_IN_TABLE);
}

static void
start_row (LsnGraphml        *self,
           const LsnStartTag *tag)
{
  g_autofree char *id = value_of (self, tag, "id");
  LsnFrame *frame = lsn_graphml_push (self, LSN_IN_ROW);

  if (self->own_columns)
    {
      g_clear_pointer (&self->column, lsn_file_column_free);
      self->column = new_column (id);
      return;
    }
  frame->table = self->own_table;
  frame->row = lsn_map_find_row (self->map, self->own_table, id);
  if (frame->row == LSN_NO_ROW)
    frame->row = lsn_map_insert_row (self->map, self->own_table, *id == '\0' ? NULL : id, NULL);
  if (frame->row == LSN_NO_ROW)
    lsn_graphml_note (self, LSN_SEVERITY_ERROR, _("A row cannot have the id “%s”. It was left out."), id);
}

static void
start_cell (LsnGraphml        *self,
            const LsnStartTag *tag,
            LsnPlace           place)
{
  g_free (self->cell);
  self->cell = value_of (self, tag, place == LSN_IN_CELL ? "column" : "id");
  g_string_truncate (self->text, 0);
  self->text_full = FALSE;
  lsn_graphml_push (self, place);
}

/* An element in the <data key="tables">. FALSE when it is none of ours and begins foreign data. */
gboolean
lsn_graphml_tables_start (LsnGraphml        *self,
                          const LsnStartTag *tag)
{
  LsnPlace place = lsn_graphml_top (self)->place;
  gboolean ours = tag->uri != NULL && strcmp ((const char *) tag->uri, LSN_TABLES_NAMESPACE) == 0;

  if (place == LSN_IN_DATA && tag->uri != NULL && !ours
      && g_str_has_prefix ((const char *) tag->uri, LSN_TABLES_NAMESPACE_STEM))
    lsn_graphml_fail (self, LSN_IO_ERROR_FORMAT,
                      _("A newer Liaison wrote this file (version %s of its tables). Open it with that one."),
                      (const char *) tag->uri + strlen (LSN_TABLES_NAMESPACE_STEM));
  else if (place == LSN_IN_DATA && (!ours || !is_element (tag, "tables")))
    return FALSE;
  else if (place == LSN_IN_DATA)
    start_tables (self, tag);
  else if (ours && place == LSN_IN_TABLES && is_element (tag, "table"))
    start_table (self, tag);
  else if (ours && place == LSN_IN_TABLE && is_element (tag, "row"))
    start_row (self, tag);
  else if (ours && place == LSN_IN_ROW && is_element (tag, "cell"))
    start_cell (self, tag, LSN_IN_CELL);
  else if (ours && place == LSN_IN_ROW && is_element (tag, "choice"))
    start_cell (self, tag, LSN_IN_CHOICE);
  else
    {
      lsn_graphml_note (self, LSN_SEVERITY_NOTE, _("The element “%s” is not expected here. It is kept in the file."),
                        (const char *) tag->name);
      if (ours && is_element (tag, "table"))
        lsn_graphml_keep_wrapped (self, tag);
      else
        lsn_graphml_keep (self, tag, LSN_KEPT_TABLES, LSN_TABLE_MAP, lsn_map_the_row (self->map));
    }
  return TRUE;
}

static void
end_column_cell (LsnGraphml *self)
{
  LsnFileColumn *column = self->column;
  const char *text = g_string_chunk_insert (column->texts, self->text->str);

  if (g_str_equal (self->cell, "of"))
    {
      if (lsn_table_from_id (text, &column->table))
        return;
    }
  else if (lsn_column_set_by_word (&column->spec, self->cell, text))
    return;
  lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("“%1$s” says nothing known about the column “%2$s”: “%3$s”."),
                    self->cell, column->id, text);
}

static void
end_choice (LsnGraphml *self)
{
  LsnChoice choice;

  if (self->column == NULL || !self->own_columns)
    return;
  choice.id = g_string_chunk_insert (self->column->texts, self->cell);
  choice.label = g_string_chunk_insert (self->column->texts, self->text->str);
  g_array_append_val (self->column->choices, choice);
}

/* A cell of a table that has no keys: its columns are found by name. */
static void
end_row_cell (LsnGraphml     *self,
              const LsnFrame *row)
{
  LsnColumn column;

  if (row->row == LSN_NO_ROW || self->text->len == 0)
    return;
  column = lsn_map_find_column (self->map, row->table, self->cell);
  if (column == LSN_NO_COLUMN)
    {
      LsnColumnSpec spec = { .type = LSN_TYPE_TEXT, .min = -INFINITY, .max = INFINITY };

      column = lsn_graphml_new_column (self, row->table, self->cell, self->cell, &spec);
    }
  if (column != LSN_NO_COLUMN)
    lsn_graphml_store_own (self, row->table, row->row, column, self->text->str);
}

/* A column of kinds or aliases is made at once; one of the others when its <key> gets its meaning. */
static void
end_column (LsnGraphml *self)
{
  g_autoptr (GError) error = NULL;
  LsnFileColumn *column = g_steal_pointer (&self->column);

  column->spec.id = column->id;
  column->spec.choices = (const LsnChoice *) column->choices->data;
  column->spec.n_choices = column->choices->len;
  if (column->table == LSN_N_TABLES || column->spec.name == NULL)
    lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The column “%s” is not described well enough to be made."),
                      column->id);
  else if (column->table >= LSN_N_KEYED_TABLES
           && lsn_map_insert_column (self->map, column->table, &column->spec, &error) == LSN_NO_COLUMN)
    lsn_graphml_note (self, LSN_SEVERITY_WARNING, "%s", error->message);
  if (self->resolved && !g_hash_table_contains (self->columns, column->id))
    self->again = TRUE;
  g_hash_table_replace (self->columns, column->id, column);
}

void
lsn_graphml_tables_end (LsnGraphml *self,
                        LsnFrame    frame)
{
  if (self->text_full && (frame.place == LSN_IN_CELL || frame.place == LSN_IN_CHOICE))
    lsn_graphml_note (self, LSN_SEVERITY_ERROR,
                      _("A value of the column “%s” is longer than 1 MiB and could not be kept."), self->cell);
  else if (frame.place == LSN_IN_CELL && self->own_columns)
    end_column_cell (self);
  else if (frame.place == LSN_IN_CELL)
    end_row_cell (self, lsn_graphml_top (self));
  else if (frame.place == LSN_IN_CHOICE)
    end_choice (self);
  else if (frame.place == LSN_IN_ROW && self->own_columns && self->column != NULL)
    end_column (self);
  self->text_full = FALSE;
}
