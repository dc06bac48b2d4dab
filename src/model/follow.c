/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/follow.h"

#include <string.h>

#include "model/edit.h"

static gboolean
names_rows_of (const LsnCondition *condition,
               LsnMap             *map,
               LsnTable            table)
{
  LsnColumn            column;
  const LsnColumnSpec *spec;

  if (condition->test == LSN_TEST_WITHIN || condition->test == LSN_TEST_BETWEEN)
    return table == LSN_TABLE_ACTORS;
  if (condition->test != LSN_TEST_IS && condition->test != LSN_TEST_IS_NOT)
    return FALSE;
  column = lsn_map_find_column_by_id (map, condition->table, condition->column);
  if (column == LSN_NO_COLUMN)
    return FALSE;
  spec = lsn_map_column_spec (map, condition->table, column);
  return spec->type == LSN_TYPE_REFERENCE && spec->refers_to == table;
}

/* The values with @by in the place of @id; each once, but for the two ends of a path. */
static char **
values_with (const LsnCondition *condition,
             const char         *id,
             const char         *by)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; condition->values[i] != NULL; i++)
    {
      const char *value = strcmp (condition->values[i], id) == 0 ? by : condition->values[i];

      if (value != NULL && (condition->test == LSN_TEST_BETWEEN ||
                            !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL)))
        g_ptr_array_add (values, g_strdup (value));
    }
  g_ptr_array_add (values, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}

/* Returns the line that takes the place of that of @condition: "" for none, NULL when it stays as it is. */
static char *
follow_line (LsnCondition *condition,
             const char   *id,
             const char   *by)
{
  char **values;

  if (!g_strv_contains ((const char *const *) condition->values, id))
    return NULL;
  values = values_with (condition, id, by);
  g_strfreev (condition->values);
  condition->values = values;
  if (lsn_condition_is_complete (condition))
    return lsn_condition_to_text (condition);
  /* Who is not of a kind that there is no more are all; nobody is of that kind, and nobody is shown. */
  return condition->test == LSN_TEST_IS_NOT ? g_strdup ("") : NULL;
}

/**
 * lsn_conditions_follow:
 * @text: conditions as lsn_filter_to_text() writes them
 * @map: which has the columns that they ask about
 * @table: kinds or actors
 * @id: a row of @table
 * @by: (nullable): another one that takes its place; %NULL when none does
 *
 * What other versions wrote and this one does not understand stays as it is.
 *
 * Returns: (transfer full) (nullable): the conditions that ask of @by what they asked of @id; %NULL when they did not name @id
 */
char *
lsn_conditions_follow (const char *text,
                       LsnMap     *map,
                       LsnTable    table,
                       const char *id,
                       const char *by)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  gboolean              follows = FALSE;

  while (*text != '\0')
    {
      g_autofree char          *line = lsn_filter_take_line (&text);
      g_autoptr (LsnCondition)  condition = lsn_condition_parse (line, NULL);
      g_autofree char          *other = NULL;

      if (condition != NULL && names_rows_of (condition, map, table))
        other = follow_line (condition, id, by);
      follows = follows || other != NULL;
      if (other == NULL)
        g_ptr_array_add (lines, g_steal_pointer (&line));
      else if (*other != '\0' && !g_ptr_array_find_with_equal_func (lines, other, g_str_equal, NULL))
        g_ptr_array_add (lines, g_steal_pointer (&other));
    }
  g_ptr_array_add (lines, NULL);
  return follows ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
}

/**
 * lsn_views_follow:
 * @table: kinds or actors
 * @id: a row of @table
 * @by: (nullable): another one that takes its place; %NULL when none does
 *
 * Has all views ask of @by what they asked of @id. Within a transaction. O(views).
 */
gboolean
lsn_views_follow (LsnMap     *map,
                  LsnTable    table,
                  const char *id,
                  const char *by,
                  GError    **error)
{
  for (LsnRow view = lsn_map_next_row (map, LSN_TABLE_VIEWS, LSN_NO_ROW); view != LSN_NO_ROW;
       view = lsn_map_next_row (map, LSN_TABLE_VIEWS, view))
    {
      const char      *text = lsn_map_get_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_CONDITIONS);
      g_autofree char *other = text != NULL ? lsn_conditions_follow (text, map, table, id, by) : NULL;

      if (other != NULL && !lsn_map_set_text (map, LSN_TABLE_VIEWS, view, LSN_VIEW_CONDITIONS, other, error))
        return FALSE;
    }
  return TRUE;
}
