/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/text-hash.h"

/* Which column a key means: never by its id alone, as every program has its own, but by what it is for and its name, then by
 * its id, then by what other programs call a name. What means nothing to a map is a column of its own. */

enum { BY_NAME, BY_ID, BY_CUSTOM, N_ROUNDS };

static LsnColumn
by_custom (LsnTable    table,
           const char *name)
{
  if (table == LSN_TABLE_ACTORS && g_ascii_strcasecmp (name, "label") == 0)
    return LSN_ACTOR_NAME;
  if (table == LSN_TABLE_TIES && (g_str_equal (name, "Label") || g_str_equal (name, "Edge Label")))
    return LSN_TIE_LABEL;
  return LSN_NO_COLUMN;
}

/* The built-in column that a key means in that round, or LSN_NO_COLUMN */
static LsnColumn
find_builtin (LsnGraphml *self,
              LsnKey     *key,
              LsnTable    table,
              guint       round)
{
  LsnColumn column = round == BY_NAME ? lsn_map_find_column (self->map, table, key->name)
                     : self->own ? LSN_NO_COLUMN
                     : round == BY_ID ? lsn_map_find_column_by_id (self->map, table, key->id)
                     : by_custom (table, key->name);

  if (column >= lsn_table_n_builtin (table) || (self->claimed[table] & (G_GUINT64_CONSTANT (1) << column)) != 0)
    return LSN_NO_COLUMN;
  if (table == LSN_TABLE_TIES && (column == LSN_TIE_SOURCE || column == LSN_TIE_TARGET))
    return LSN_NO_COLUMN;
  return column;
}

static void
bind_use (LsnGraphml *self,
          LsnKeyUse  *use,
          LsnTable    table,
          LsnColumn   column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (self->map, table, column);

  use->column = column;
  use->type = spec->type;
  use->refers_to = spec->refers_to;
}

static gboolean
bind_builtin (LsnGraphml *self,
              LsnKey     *key,
              LsnTable    table,
              guint       round)
{
  LsnKeyUse *use = &key->uses[table];
  LsnColumn column;

  if (use->column != LSN_NO_COLUMN)
    return TRUE;
  if (use->misfit || use->as_xml || key->is_tables || key->is_id)
    return FALSE;
  column = find_builtin (self, key, table, round);
  if (column == LSN_NO_COLUMN)
    return FALSE;
  self->claimed[table] |= G_GUINT64_CONSTANT (1) << column;
  bind_use (self, use, table, column);
  if (round != BY_NAME)
    lsn_report_add (self->report, LSN_SEVERITY_NOTE, 0, 0,
                    /* Translators: the first is a name in a foreign file, the second the name of one of our columns */
                    _("The column “%1$s” is read as “%2$s”."), key->name,
                    lsn_table_builtin (table, column)->name);
  return TRUE;
}

static gboolean
is_free_id (LsnGraphml *self,
            const char *id)
{
  if (*id == '\0' || g_str_equal (id, LSN_TABLES_KEY) || lsn_kept_is_id (id))
    return FALSE;
  for (guint table = 0; table < LSN_N_TABLES; table++)
    if (lsn_map_find_column_by_id (self->map, table, id) != LSN_NO_COLUMN)
      return FALSE;
  return TRUE;
}

/* What was taken once is taken for the rest of the pass: the next one that wants it begins where the last one ended. */
static guint
last_number (LsnGraphml *self,
             char        what,
             LsnTable    table,
             const char *wanted)
{
  g_autofree char *name = g_strdup_printf ("%c%u%s", what, table, wanted);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));
}

static void
note_number (LsnGraphml *self,
             char        what,
             LsnTable    table,
             const char *wanted,
             guint       number)
{
  if (number > 0)
    g_hash_table_replace (self->numbers, g_strdup_printf ("%c%u%s", what, table, wanted), GUINT_TO_POINTER (number));
}

static char *
numbered_id (LsnTable    table,
             const char *wanted,
             guint       number)
{
  if (number == 0)
    return g_strdup (wanted);
  return number == 1 ? g_strconcat (lsn_table_id (table), "-", wanted, NULL)
         : g_strdup_printf ("%s-%s-%u", lsn_table_id (table), wanted, number);
}

static char *
free_id (LsnGraphml *self,
         LsnTable    table,
         const char *wanted)
{
  guint number = last_number (self, 'i', table, wanted);
  char *id = numbered_id (table, wanted, number);

  while (!is_free_id (self, id))
    {
      g_free (id);
      id = numbered_id (table, wanted, ++number);
    }
  note_number (self, 'i', table, wanted, number);
  return id;
}

static char *
numbered_name (const char *wanted,
               guint       number)
{
  if (number == 0)
    return g_strdup (wanted);
  /* The word in brackets is part of the file, the same in every language. */
  return number == 1 ? g_strdup_printf ("%s (file)", wanted) : g_strdup_printf ("%s (file %u)", wanted, number);
}

static char *
free_name (LsnGraphml *self,
           LsnTable    table,
           const char *wanted)
{
  guint number = last_number (self, 'n', table, wanted);
  char *name = numbered_name (wanted, number);

  while (lsn_map_find_column (self->map, table, name) != LSN_NO_COLUMN)
    {
      g_free (name);
      name = numbered_name (wanted, ++number);
    }
  note_number (self, 'n', table, wanted, number);
  return name;
}

/* A description that makes no sense, such as a range from 5 to 1, does not cost the values. */
static LsnColumn
insert_as_text (LsnGraphml    *self,
                LsnTable       table,
                LsnColumnSpec *spec,
                GError       **error)
{
  g_autofree char *shown = lsn_graphml_shown (spec->name);

  lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                    /* Translators: %1$s is the name of a column, %2$s a sentence that says why */
                    _("What the file says about the column “%1$s” cannot be used, so it is read as text. %2$s"), shown,
                    (*error)->message);
  g_clear_error (error);
  *spec = (LsnColumnSpec) { .id = spec->id, .name = spec->name, .type = LSN_TYPE_TEXT, .min = -INFINITY, .max = INFINITY };
  return lsn_map_insert_column (self->map, table, spec, error);
}

/* A column of the user's, with that id and name or such as are free. */
LsnColumn
lsn_graphml_new_column (LsnGraphml          *self,
                        LsnTable             table,
                        const char          *id,
                        const char          *name,
                        const LsnColumnSpec *like)
{
  g_autofree char *unique_id = free_id (self, table, id);
  g_autofree char *unique_name = free_name (self, table, name);
  LsnColumnSpec spec = *like;
  g_autoptr (GError) error = NULL;
  LsnColumn column;

  spec.id = unique_id;
  spec.name = unique_name;
  column = lsn_map_insert_column (self->map, table, &spec, &error);
  if (g_error_matches (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE))
    column = insert_as_text (self, table, &spec, &error);
  if (column != LSN_NO_COLUMN)
    return column;
  g_clear_error (&error);
  /* A name or an id that a map does not take, such as one of 4,000 letters */
  g_free (unique_id);
  g_free (unique_name);
  spec.id = unique_id = free_id (self, table, "column");
  spec.name = unique_name = free_name (self, table, "column");
  column = lsn_map_insert_column (self->map, table, &spec, &error);
  if (column == LSN_NO_COLUMN)
    lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, "%s", error->message);
  else
    lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The name of a column cannot be kept. It is “%s” from now on."),
                      unique_name);
  return column;
}

static void
report_column (LsnGraphml *self,
               LsnKey     *key,
               LsnKeyUse  *use,
               const char *name)
{
  if (use->misfit)
    lsn_report_add (self->report, LSN_SEVERITY_WARNING, use->line, use->at,
                    /* Translators: %1$s and %3$s are names of columns, %2$s a value */
                    _("Values of the column “%1$s” such as “%2$s” do not fit the built-in column. "
                      "All of them are kept as “%3$s”."), key->name, use->example, name);
  else if (use->as_text)
    lsn_report_add (self->report, LSN_SEVERITY_WARNING, use->line, use->at,
                    /* Translators: %1$s is the name of a column, %2$s a value */
                    _("The column “%1$s” has values such as “%2$s” that are not what it says they are. "
                      "It is read as text."), key->name, use->example);
}

static void
bind_own_column (LsnGraphml *self,
                 LsnKey     *key,
                 LsnTable    table)
{
  LsnFileColumn *described = g_hash_table_lookup (self->columns, key->id);
  LsnColumnSpec plain = { .type = key->type, .min = -INFINITY, .max = INFINITY };
  LsnColumnSpec spec = described != NULL && described->table == table ? described->spec : plain;
  LsnColumn column;

  if (key->uses[table].as_xml && spec.type != LSN_TYPE_XML)
    spec = (LsnColumnSpec) { .type = LSN_TYPE_XML, .min = -INFINITY, .max = INFINITY, .hidden = TRUE }
  ;
  else if (key->uses[table].as_text)
    spec = (LsnColumnSpec) { .type = LSN_TYPE_TEXT, .min = -INFINITY, .max = INFINITY }
  ;
  column = lsn_graphml_new_column (self, table, key->what == LSN_FOR_OTHERS ? "column" : key->id, key->name, &spec);
  if (column == LSN_NO_COLUMN)
    return;
  bind_use (self, &key->uses[table], table, column);
  report_column (self, key, &key->uses[table], lsn_map_column_spec (self->map, table, column)->name);
}

/* What the key means for rows of @table; its column is made when there is none yet. NULL when that failed. */
LsnKeyUse *
lsn_graphml_use_key (LsnGraphml *self,
                     LsnKey     *key,
                     LsnTable    table)
{
  for (guint round = 0; round < N_ROUNDS && key->uses[table].column == LSN_NO_COLUMN; round++)
    bind_builtin (self, key, table, round);
  if (key->uses[table].column == LSN_NO_COLUMN)
    bind_own_column (self, key, table);
  return key->uses[table].column == LSN_NO_COLUMN ? NULL : &key->uses[table];
}

/* In a file of ours the rows have their own ids, and a column `id` is one like all others. */
static void
look_at_ids (LsnGraphml *self)
{
  for (guint i = 0; i < self->keys->len && self->own; i++)
    ((LsnKey *) g_ptr_array_index (self->keys, i))->is_id = FALSE;
}

/* Gives the keys that are known by now their columns: a key that has the right name comes before one that has the right id,
 * whatever their order in the document. */
void
lsn_graphml_resolve (LsnGraphml *self)
{
  self->resolved = TRUE;
  look_at_ids (self);
  lsn_graphml_need_kinds (self);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < self->keys->len; i++)
      for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
        {
          LsnKey *key = g_ptr_array_index (self->keys, i);

          if (key->what == (LsnKeyFor) (1 << table))
            bind_builtin (self, key, table, round);
        }
  for (guint i = 0; i < self->keys->len && self->error == NULL && !lsn_graphml_is_cancelled (self); i++)
    for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
      {
        LsnKey *key = g_ptr_array_index (self->keys, i);

        if (key->what == (LsnKeyFor) (1 << table) && !key->is_tables
            && !(key->is_id && self->ids[table] != NULL))
          lsn_graphml_use_key (self, key, table);
      }
}

/* One line: the column's id, the attributes of its <key> beyond GraphML's, and what stood in it. */
static void
append_key_line (LsnGraphml *self,
                 GPtrArray  *lines,
                 LsnKey     *key,
                 LsnTable    table)
{
  const LsnColumnSpec *spec;
  g_autoptr (GString) content = NULL;

  if (key->uses[table].column == LSN_NO_COLUMN || (key->attributes == NULL && key->content == NULL))
    return;
  spec = lsn_map_column_spec (self->map, table, key->uses[table].column);
  content = g_string_new (key->content == NULL ? "" : key->content->str);
  g_string_replace (content, "\n", "&#10;", 0);
  g_string_replace (content, "\t", "&#9;", 0);
  g_ptr_array_add (lines, g_strdup_printf ("%s\t%s\t%s\n", spec->id, key->attributes == NULL ? "" : key->attributes,
                                           content->str));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
keep_keys (LsnGraphml *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->keys->len; i++)
    for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
      append_key_line (self, lines, g_ptr_array_index (self->keys, i), table);
  if (lines->len == 0)
    return;
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (text->len + strlen (line) > LSN_IO_MAX_CELL)
        lsn_graphml_lose (self, strlen (line));
      else
        g_string_append (text, line);
    }
  if (!lsn_kept_set (self->map, LSN_TABLE_MAP, lsn_map_the_row (self->map), LSN_KEPT_KEYS, text->str, NULL))
    lsn_graphml_lose (self, text->len);
}

/* Whether every row of the document has a value for the column `id`, and no two the same */
static gboolean
gives_ids (LsnGraphml *self,
           LsnTable    table)
{
  GPtrArray *cells = self->id_cells[table];
  g_autoptr (GHashTable) seen = g_hash_table_new (lsn_text_hash_string, g_str_equal);

  if (cells->len == 0 || cells->len != self->n_rows[table])
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    if (g_ptr_array_index (cells, i) == NULL || !g_hash_table_add (seen, g_ptr_array_index (cells, i)))
      return FALSE;
  return TRUE;
}

static void
take_ids (LsnGraphml *self,
          LsnTable    table)
{
  if (self->ids[table] != NULL)
    lsn_report_add (self->report, LSN_SEVERITY_NOTE, 0, 0,
                    table == LSN_TABLE_ACTORS ? _("The actors have the ids that stand in the column “id”.")
                    : _("The ties have the ids that stand in the column “id”."));
  else if (!self->last_pass && gives_ids (self, table))
    {
      self->ids[table] = g_steal_pointer (&self->id_cells[table]);
      self->again = TRUE;
    }
}

static void
finish_key (LsnGraphml *self,
            LsnKey     *key)
{
  gboolean used = FALSE;

  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      gboolean fills = key->what == LSN_FOR_ALL ? table != LSN_TABLE_MAP : (key->what & (1 << table)) != 0;

      if (fills && key->text_default != NULL && key->text_default->len > 0 && !key->is_tables && !key->is_id)
        lsn_graphml_store_default (self, key, table);
      used |= key->uses[table].column != LSN_NO_COLUMN;
    }
  if (key->what == LSN_FOR_ALL && !used && !key->is_id)
    lsn_graphml_use_key (self, key, LSN_TABLE_ACTORS);
}

void
lsn_graphml_finish_keys (LsnGraphml *self)
{
  take_ids (self, LSN_TABLE_ACTORS);
  take_ids (self, LSN_TABLE_TIES);
  for (guint i = 0; i < self->keys->len && self->error == NULL && !lsn_graphml_is_cancelled (self); i++)
    finish_key (self, g_ptr_array_index (self->keys, i));
  keep_keys (self);
  if (self->places_rounded)
    lsn_report_add (self->report, LSN_SEVERITY_NOTE, 0, 0, _("Places are kept in hundredths of a unit."));
}
