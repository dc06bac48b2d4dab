/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/bounds.h"
#include "model/map-private.h"
#include "model/text-hash.h"

/* The primitives on columns. */

static gboolean
refuse (GError      **error,
        LsnModelError code,
        const char   *message)
{
  g_set_error_literal (error, LSN_MODEL_ERROR, (int) code, message);
  return FALSE;
}

static guint
count_choices (LsnMap *map)
{
  guint n = 0;

  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      GPtrArray *fields = map->tables[table].fields;

      for (guint column = lsn_table_n_builtin ((LsnTable) table); column < fields->len; column++)
        {
          const LsnField *field = g_ptr_array_index (fields, column);

          n += field != NULL ? field->spec->n_choices : 0;
        }
    }

  return n;
}

/* @n_others: choices that the other columns of the map have */
static gboolean
check_choices (const LsnColumnSpec *spec,
               guint                n_others,
               GError             **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (lsn_text_hash_string, g_str_equal);

  if (spec->n_choices == 0 || spec->n_choices > LSN_MAX_CHOICES)
    return refuse (error, LSN_MODEL_ERROR_VALUE, _("A column of choices needs from 1 to 65,535 choices."));
  if (n_others + spec->n_choices > LSN_MAX_ALL_CHOICES)
    return refuse (error, LSN_MODEL_ERROR_FULL, _("The columns of a map have at most 1,000,000 choices together."));

  for (guint i = 0; i < spec->n_choices; i++)
    {
      if (spec->choices[i].id == NULL || *spec->choices[i].id == '\0' || !lsn_text_is_clean (spec->choices[i].id, -1))
        return refuse (error, LSN_MODEL_ERROR_VALUE, _("A choice must be a text that is not empty."));
      if (strlen (spec->choices[i].id) > LSN_MAX_ID)
        return refuse (error, LSN_MODEL_ERROR_VALUE, _("A choice has at most 4,096 bytes."));
      if (!g_hash_table_add (seen, (gpointer) spec->choices[i].id))
        return refuse (error, LSN_MODEL_ERROR_VALUE, _("The choices of a column must differ."));
    }

  return TRUE;
}

/* What must hold for any column that a user adds, apart from its name and id. */
static gboolean
check_spec (const LsnColumnSpec *spec,
            guint                n_others,
            GError             **error)
{
  if ((guint) spec->type > LSN_TYPE_XML)
    return refuse (error, LSN_MODEL_ERROR_VALUE, _("There is no such type of column."));
  if (spec->type == LSN_TYPE_CHOICE && !check_choices (spec, n_others, error))
    return FALSE;
  if (spec->type == LSN_TYPE_REFERENCE && (guint) spec->refers_to >= LSN_N_TABLES)
    return refuse (error, LSN_MODEL_ERROR_VALUE, _("A column of references needs a table that it refers to."));
  if ((spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER) &&
      (!(spec->min <= spec->max) || !isfinite (spec->step) || spec->step < 0.0))
    return refuse (error, LSN_MODEL_ERROR_VALUE, _("The range of a column goes from the lesser number to the greater."));
  if ((spec->unit != NULL && !lsn_text_is_clean (spec->unit, -1)) ||
      (spec->handling != NULL && !lsn_text_is_clean (spec->handling, -1)))
    return refuse (error, LSN_MODEL_ERROR_VALUE, _("The description of a column has characters that a file cannot hold."));

  return TRUE;
}

static gboolean
check_name (LsnMap     *map,
            LsnTable    table,
            LsnColumn   column,
            const char *name,
            GError    **error)
{
  LsnColumn other;

  if (name == NULL || *name == '\0' || strlen (name) > 1024 || !lsn_text_is_clean (name, -1))
    return refuse (error, LSN_MODEL_ERROR_NAME, _("A column needs a name, of at most 1,024 bytes."));

  other = lsn_map_find_column (map, table, name);
  if (other == LSN_NO_COLUMN || other == column)
    return TRUE;

  g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME,
               /* Translators: %s is the name of a column */
               _("There is a column “%s” already."), name);
  return FALSE;
}

/* Ids of columns are unique in the file, so over all tables. */
static gboolean
is_id_taken (LsnMap     *map,
             const char *id)
{
  for (guint table = 0; table < LSN_N_TABLES; table++)
    if (lsn_map_find_column_by_id (map, (LsnTable) table, id) != LSN_NO_COLUMN)
      return TRUE;

  return FALSE;
}

static gboolean
check_column_id (LsnMap     *map,
                 const char *id,
                 GError    **error)
{
  if (*id == '\0' || strlen (id) > 1024 || !lsn_text_is_clean (id, -1))
    return refuse (error, LSN_MODEL_ERROR_NAME, _("The id of a column must be a text of at most 1,024 bytes."));
  if (!is_id_taken (map, id))
    return TRUE;

  g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME,
               /* Translators: %s is the id of a column */
               _("There is a column with the id “%s” already."), id);
  return FALSE;
}

/* From the name, so that who reads the file sees words: its letters and digits, and a number when that is taken. */
static char *
make_column_id (LsnMap     *map,
                const char *name)
{
  g_autofree char *word = g_utf8_strdown (name, -1);
  g_autofree char *id = NULL;
  guint number = 2;

  for (char *at = word; *at != '\0'; at++)
    if ((guchar) *at < 0x80 && !g_ascii_isalnum (*at) && *at != '_')
      *at = '-';

  id = g_strdup (word);
  while (is_id_taken (map, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", word, number++);
    }

  return g_steal_pointer (&id);
}

static guint
count_users_columns (LsnMap *map)
{
  guint n = 0;

  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      GPtrArray *fields = map->tables[table].fields;

      for (guint column = lsn_table_n_builtin ((LsnTable) table); column < fields->len; column++)
        n += g_ptr_array_index (fields, column) != NULL;
    }

  return n;
}

/**
 * lsn_map_insert_column:
 * @map: a map
 * @table: a table
 * @spec: what the column is; its id may be %NULL for one made from the name
 * @error: %LSN_MODEL_ERROR_NAME when name or id is taken, %LSN_MODEL_ERROR_VALUE, %LSN_MODEL_ERROR_FULL
 *
 * Adds a column whose cells are all empty. O(columns).
 *
 * Returns: the column, or %LSN_NO_COLUMN
 */
LsnColumn
lsn_map_insert_column (LsnMap              *map,
                       LsnTable             table,
                       const LsnColumnSpec *spec,
                       GError             **error)
{
  LsnColumnSpec complete;
  g_autofree char *id = NULL;
  LsnColumn column;

  g_return_val_if_fail (lsn_map_may_edit (map), LSN_NO_COLUMN);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES && spec != NULL, LSN_NO_COLUMN);

  column = map->tables[table].fields->len;
  if (count_users_columns (map) >= LSN_MAX_COLUMNS)
    {
      refuse (error, LSN_MODEL_ERROR_FULL, _("The map has as many columns as it can have."));
      return LSN_NO_COLUMN;
    }
  if (column >= G_MAXUINT16)
    {
      refuse (error, LSN_MODEL_ERROR_FULL, _("The table has as many columns as it can have."));
      return LSN_NO_COLUMN;
    }

  if (!check_name (map, table, LSN_NO_COLUMN, spec->name, error) || !check_spec (spec, count_choices (map), error) ||
      (spec->id != NULL && !check_column_id (map, spec->id, error)))
    return LSN_NO_COLUMN;

  complete = *spec;
  if (complete.id == NULL)
    complete.id = id = make_column_id (map, spec->name);

  lsn_apply_insert_column (map, table, column, lsn_field_new (lsn_description_new (&complete)));
  return column;
}

static gboolean
check_users_column (LsnTable  table,
                    LsnColumn column,
                    GError  **error)
{
  if (column < lsn_table_n_builtin (table))
    return refuse (error, LSN_MODEL_ERROR_NAME, _("A built-in column cannot be removed or changed."));

  return TRUE;
}

/**
 * lsn_map_remove_column:
 * @map: a map
 * @table: a table
 * @column: a column that a user added
 * @error: %LSN_MODEL_ERROR_NAME for a built-in column
 *
 * Removes a column with all its cells. O(1).
 *
 * Returns: whether it is gone
 */
gboolean
lsn_map_remove_column (LsnMap   *map,
                       LsnTable  table,
                       LsnColumn column,
                       GError  **error)
{
  g_return_val_if_fail (lsn_map_may_edit (map), FALSE);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES && lsn_map_field (map, table, column) != NULL, FALSE);

  if (!check_users_column (table, column, error))
    return FALSE;

  lsn_apply_remove_column (map, table, column);
  return TRUE;
}

static gboolean
convert_cell (LsnMap         *map,
              const LsnField *old,
              LsnField       *new,
              LsnRow          row,
              GError        **error)
{
  LsnValue value = lsn_value_of_cell (old->spec, lsn_store_get (&old->store, row));
  g_autofree char *text = lsn_value_format (map, old->spec, value);

  if (!lsn_value_parse (map, new->spec, text, &value, error) || !lsn_check_value (map, new->spec, value, error))
    return FALSE;

  lsn_store_swap (&new->store, row, lsn_cell_of_value (map, new->spec, value));
  return TRUE;
}

/**
 * lsn_map_alter_column:
 * @map: a map
 * @table: a table
 * @column: a column that a user added
 * @spec: what it shall be; the id stays what it is
 * @error: %LSN_MODEL_ERROR_NAME, or %LSN_MODEL_ERROR_VALUE when a cell does not fit
 *
 * Gives a column another name, type, range or other description. Its cells are kept: as the texts that they are written as,
 * read by the new type. When one does not fit, nothing happens. O(cells).
 *
 * Returns: whether the column is what @spec says
 */
gboolean
lsn_map_alter_column (LsnMap              *map,
                      LsnTable             table,
                      LsnColumn            column,
                      const LsnColumnSpec *spec,
                      GError             **error)
{
  LsnField *old, *new;
  LsnColumnSpec complete;

  g_return_val_if_fail (lsn_map_may_edit (map), FALSE);
  g_return_val_if_fail ((guint) table < LSN_N_TABLES && spec != NULL, FALSE);

  old = lsn_map_field (map, table, column);
  g_return_val_if_fail (old != NULL, FALSE);

  if (!check_users_column (table, column, error) || !check_name (map, table, column, spec->name, error) ||
      !check_spec (spec, count_choices (map) - old->spec->n_choices, error))
    return FALSE;

  complete = *spec;
  complete.id = old->spec->id;
  new = lsn_field_new (lsn_description_new (&complete));

  for (LsnRow row = lsn_store_next (&old->store, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_store_next (&old->store, row))
    if (!convert_cell (map, old, new, row, error))
      {
        lsn_field_free (new);
        return FALSE;
      }

  lsn_apply_swap_column (map, table, column, new);
  return TRUE;
}
