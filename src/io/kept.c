/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/kept.h"

#include <math.h>
#include <string.h>

#define PREFIX "x-liaison-"

/* Attributes and lines are texts, elements are XML. */
static const struct
{
  const char   *name;
  LsnColumnType type;
} columns[LSN_N_KEPT] = {
  [LSN_KEPT_ATTRIBUTES] = { "attributes", LSN_TYPE_TEXT },
  [LSN_KEPT_CONTENT] = { "content", LSN_TYPE_XML },
  [LSN_KEPT_DESCRIPTION] = { "description", LSN_TYPE_XML },
  [LSN_KEPT_FILE_ATTRIBUTES] = { "file-attributes", LSN_TYPE_TEXT },
  [LSN_KEPT_FILE_DESCRIPTION] = { "file-description", LSN_TYPE_XML },
  [LSN_KEPT_FILE_HEAD] = { "file-head", LSN_TYPE_XML },
  [LSN_KEPT_FILE_TAIL] = { "file-tail", LSN_TYPE_XML },
  [LSN_KEPT_KEYS] = { "keys", LSN_TYPE_TEXT },
  [LSN_KEPT_TABLES] = { "tables", LSN_TYPE_XML },
};

gboolean
lsn_kept_is_id (const char *column_id)
{
  return g_str_has_prefix (column_id, PREFIX);
}

static char *
make_id (LsnTable table,
         LsnKept  kept)
{
  return g_strconcat (PREFIX, lsn_table_id (table), "-", columns[kept].name, NULL);
}

/**
 * lsn_kept_find:
 *
 * Returns: the column that holds such foreign things, or %LSN_NO_COLUMN when the map has none. O(columns).
 */
LsnColumn
lsn_kept_find (LsnMap  *map,
               LsnTable table,
               LsnKept  kept)
{
  g_autofree char *id = make_id (table, kept);

  return lsn_map_find_column_by_id (map, table, id);
}

static LsnColumn
insert (LsnMap  *map,
        LsnTable table,
        LsnKept  kept,
        GError **error)
{
  g_autofree char *id = make_id (table, kept);
  LsnColumnSpec spec = {
    .id = id, .name = id, .type = columns[kept].type, .min = -INFINITY, .max = INFINITY, .hidden = TRUE
  };

  return lsn_map_insert_column (map, table, &spec, error);
}

/**
 * lsn_kept_set:
 *
 * Keeps @text, in a column that is made when the map has none yet.
 */
gboolean
lsn_kept_set (LsnMap     *map,
              LsnTable    table,
              LsnRow      row,
              LsnKept     kept,
              const char *text,
              GError    **error)
{
  LsnColumn column = lsn_kept_find (map, table, kept);

  if (column == LSN_NO_COLUMN)
    column = insert (map, table, kept, error);
  return column != LSN_NO_COLUMN && lsn_map_set_text (map, table, row, column, text, error);
}

/**
 * lsn_kept_get:
 *
 * Returns: (nullable): what was kept, borrowed from the map
 */
const char *
lsn_kept_get (LsnMap  *map,
              LsnTable table,
              LsnRow   row,
              LsnKept  kept)
{
  LsnColumn column = lsn_kept_find (map, table, kept);

  return column == LSN_NO_COLUMN ? NULL : lsn_map_get_text (map, table, row, column);
}

/**
 * lsn_kept_append:
 * @xml: where to
 * @indent: what the line begins with
 * @first: (nullable): what is kept of others in one element
 * @second: (nullable): what stands behind it
 *
 * Appends both as one line, or nothing when there is neither.
 */
void
lsn_kept_append (GString    *xml,
                 const char *indent,
                 const char *first,
                 const char *second)
{
  if (first == NULL && second == NULL)
    return;
  g_string_append (xml, indent);
  g_string_append (xml, first == NULL ? "" : first);
  g_string_append (xml, second == NULL ? "" : second);
  g_string_append_c (xml, '\n');
}
