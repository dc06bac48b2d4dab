/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "io/graphml-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/text-hash.h"

/* Keys as the document declares them, and how a <data> finds its own. What they mean is in graphml-columns.c. */

void
lsn_key_free (gpointer data)
{
  LsnKey *key = data;

  lsn_key_forget (key);
  g_free (key->id);
  g_free (key->name);
  g_free (key->attributes);
  if (key->content != NULL)
    g_string_free (key->content, TRUE);
  if (key->text_default != NULL)
    g_string_free (key->text_default, TRUE);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    g_free (key->uses[table].example);
  g_free (key);
}

/* What was found out about the document stays, what belongs to a map goes. */
void
lsn_key_forget (LsnKey *key)
{
  key->used = key->fresh = FALSE;
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      key->uses[table].column = LSN_NO_COLUMN;
      key->uses[table].given = key->uses[table].last = LSN_NO_ROW;
      g_clear_pointer (&key->uses[table].last_text, g_free);
    }
}

/* Of keys with one id the first is meant, as long as they are for the same elements. */
static void
index_key (LsnGraphml *self,
           LsnKey     *key)
{
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    if ((key->what & (1 << table)) != 0 && !g_hash_table_contains (self->key_index[table], key->id))
      g_hash_table_insert (self->key_index[table], key->id, key);
  if (!g_hash_table_contains (self->keys_by_id, key->id))
    g_hash_table_insert (self->keys_by_id, key->id, key);
}

/* At the beginning of a pass: keys of an earlier pass are known before they are met. */
void
lsn_graphml_index_keys (LsnGraphml *self)
{
  self->keys_by_id = g_hash_table_new (lsn_text_hash_string, g_str_equal);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    self->key_index[table] = g_hash_table_new (lsn_text_hash_string, g_str_equal);
  for (guint i = 0; i < self->keys->len; i++)
    {
      lsn_key_forget (g_ptr_array_index (self->keys, i));
      index_key (self, g_ptr_array_index (self->keys, i));
    }
  for (guint i = 0; i < self->made_keys->len; i++)
    {
      lsn_key_forget (g_ptr_array_index (self->made_keys, i));
      index_key (self, g_ptr_array_index (self->made_keys, i));
    }
}

static LsnKeyFor
what_for (const char *text)
{
  if (text == NULL || *text == '\0' || g_str_equal (text, "all"))
    return LSN_FOR_ALL;
  if (g_str_equal (text, "node"))
    return LSN_FOR_ACTORS;
  if (g_str_equal (text, "edge"))
    return LSN_FOR_TIES;
  return g_str_equal (text, "graph") ? LSN_FOR_MAP : LSN_FOR_OTHERS;
}

static LsnColumnType
type_of (const char *text)
{
  if (text == NULL)
    return LSN_TYPE_TEXT;
  if (g_str_equal (text, "boolean"))
    return LSN_TYPE_BOOLEAN;
  if (g_str_equal (text, "int") || g_str_equal (text, "long"))
    return LSN_TYPE_INTEGER;
  if (g_str_equal (text, "float") || g_str_equal (text, "double"))
    return LSN_TYPE_NUMBER;
  return LSN_TYPE_TEXT;
}

static LsnKey *
new_key (const char *id,
         const char *name)
{
  LsnKey *key = g_new0 (LsnKey, 1);

  key->id = g_strdup (id == NULL ? "" : id);
  key->name = g_strdup (name != NULL && *name != '\0' ? name : *key->id != '\0' ? key->id : "data");
  lsn_key_forget (key);
  return key;
}

static char *
value_of (LsnGraphml        *self,
          const LsnStartTag *tag,
          const char        *name)
{
  LsnAttribute attribute = lsn_graphml_find_attribute (tag, name);

  return attribute.name == NULL ? NULL : lsn_graphml_value (self, attribute);
}

static LsnKey *
read_key (LsnGraphml        *self,
          const LsnStartTag *tag)
{
  static const char * const known[] = { "id", "for", "attr.name", "attr.type", NULL };
  g_autofree char *id = value_of (self, tag, "id");
  g_autofree char *name = value_of (self, tag, "attr.name");
  g_autofree char *what = value_of (self, tag, "for");
  g_autofree char *type = value_of (self, tag, "attr.type");
  g_autofree char *yfiles = value_of (self, tag, "yfiles.type");
  LsnKey *key = new_key (id, name != NULL ? name : yfiles);

  key->declared = key->fresh = TRUE;
  key->what = what_for (what);
  key->type = type_of (type);
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    key->uses[table].as_xml = type == NULL && yfiles != NULL;
  key->is_tables = key->what == LSN_FOR_MAP && g_str_equal (key->id, LSN_TABLES_KEY);
  key->is_id = key->type == LSN_TYPE_TEXT && g_str_equal (key->name, "id");
  key->attributes = lsn_graphml_foreign_attributes (self, tag, known);
  return key;
}

static LsnKey *
add_key (LsnGraphml        *self,
         const LsnStartTag *tag)
{
  LsnKey *key = read_key (self, tag);
  LsnKey *before = g_hash_table_lookup (self->keys_by_id, key->id);

  if (before != NULL && (!before->declared || (before->used && self->resolved)))
    self->again = TRUE;
  key->position = self->keys->len;
  key->line = lsn_graphml_line (self);
  g_ptr_array_add (self->keys, key);
  index_key (self, key);
  return key;
}

/* Whether an earlier key of that id is for the same elements */
static gboolean
is_shadowed (LsnGraphml *self,
             LsnKey     *key)
{
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    {
      LsnKey *first = g_hash_table_lookup (self->key_index[table], key->id);

      if ((key->what & (1 << table)) != 0 && first != key && first != NULL && first->declared)
        return TRUE;
    }
  return FALSE;
}

static gboolean
count_key (LsnGraphml *self,
           LsnKey     *key)
{
  guint most = key->what == LSN_FOR_OTHERS ? LSN_IO_MAX_FOREIGN_KEYS : LSN_IO_MAX_KEYS;
  guint n;

  self->n_foreign_keys += key->what == LSN_FOR_OTHERS;
  n = key->what == LSN_FOR_OTHERS ? self->n_foreign_keys : self->n_keys - self->n_foreign_keys;
  if (n <= most)
    return TRUE;
  lsn_graphml_fail (self, LSN_IO_ERROR_LIMIT, _("The file declares more than %u keys."), most);
  return FALSE;
}

/* A <key> begins. In a later pass it is known. */
void
lsn_graphml_key (LsnGraphml        *self,
                 const LsnStartTag *tag)
{
  LsnKey *key = self->n_keys++ < self->keys->len ? g_ptr_array_index (self->keys, self->n_keys - 1) : add_key (self, tag);

  if (!count_key (self, key))
    return;
  if (is_shadowed (self, key))
    {
      g_autofree char *shown = lsn_graphml_shown (key->id);

      lsn_graphml_note (self, LSN_SEVERITY_WARNING,
                        _("The key “%s” is declared twice for the same elements. The first one counts."), shown);
    }
  if (key->what == LSN_FOR_OTHERS)
    {
      lsn_graphml_keep (self, tag, LSN_KEPT_FILE_HEAD, LSN_TABLE_MAP, lsn_map_the_row (self->map));
      return;
    }
  lsn_graphml_push (self, LSN_IN_KEY)->key = key;
  if (!self->resolved || key->is_tables)
    return;
  for (guint table = 0; table < LSN_N_KEYED_TABLES; table++)
    if (key->what == (LsnKeyFor) (1 << table))
      lsn_graphml_use_key (self, key, table);
}

/* No key of that id is for such an element: one that is for others, or one that is made up. */
static LsnKey *
find_misplaced_key (LsnGraphml *self,
                    const char *id,
                    LsnTable    table)
{
  LsnKey *key = g_hash_table_lookup (self->keys_by_id, id);

  if (key == NULL)
    {
      key = new_key (id, NULL);
      key->what = LSN_FOR_ALL;
      g_ptr_array_add (self->made_keys, key);
      index_key (self, key);
    }
  else
    {
      g_autofree char *shown = lsn_graphml_shown (id);

      lsn_graphml_note (self, LSN_SEVERITY_NOTE, _("The key “%s” is not declared for such an element."), shown);
      g_hash_table_insert (self->key_index[table], key->id, key);
    }
  return key;
}

/* The key with that id for data of rows of @table; @id is not terminated, and no longer than a name may be. Data mostly
 * come in one order, so that the key after the last one found is the one looked for. */
LsnKey *
lsn_graphml_find_key (LsnGraphml *self,
                      const char *id,
                      gsize       length,
                      LsnTable    table)
{
  LsnKey *key;

  for (guint i = self->next_key; i < self->keys->len && i < self->next_key + 4; i++)
    {
      key = g_ptr_array_index (self->keys, i);
      if ((key->what & (1 << table)) != 0 && strncmp (key->id, id, length) == 0 && key->id[length] == '\0'
          && key->used)
        {
          self->next_key = i + 1;
          return key;
        }
    }
  g_string_truncate (self->names, 0);
  g_string_append_len (self->names, id, length);
  key = g_hash_table_lookup (self->key_index[table], self->names->str);
  if (key == NULL)
    key = find_misplaced_key (self, self->names->str, table);
  if (!key->declared && !key->used)
    {
      g_autofree char *shown = lsn_graphml_shown (key->id);

      lsn_graphml_note (self, LSN_SEVERITY_WARNING, _("The key “%s” is not declared. Its values are kept as text."), shown);
    }
  key->used = TRUE;
  if (key->declared)
    self->next_key = key->position + 1;
  return key;
}
