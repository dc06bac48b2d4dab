/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/kept.h"

#include <math.h>
#include <string.h>

#include "model/bounds.h"

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

/* What is kept of a map can be more than a cell holds: a graph that is not shown, say. It goes on in further columns. */
static char *
make_id (LsnTable table,
         LsnKept  kept,
         guint    part)
{
  return part == 0 ? g_strconcat (PREFIX, lsn_table_id (table), "-", columns[kept].name, NULL)
         : g_strdup_printf (PREFIX "%s-%s-%u", lsn_table_id (table), columns[kept].name, part + 1);
}

static LsnColumn
find_part (LsnMap  *map,
           LsnTable table,
           LsnKept  kept,
           guint    part)
{
  g_autofree char *id = make_id (table, kept, part);

  return lsn_map_find_column_by_id (map, table, id);
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
  return find_part (map, table, kept, 0);
}

static LsnColumn
need_part (LsnMap  *map,
           LsnTable table,
           LsnKept  kept,
           guint    part,
           GError **error)
{
  g_autofree char *id = make_id (table, kept, part);
  LsnColumn column = lsn_map_find_column_by_id (map, table, id);
  LsnColumnSpec spec = {
    .id = id, .name = id, .type = columns[kept].type, .min = -INFINITY, .max = INFINITY, .hidden = TRUE
  };

  return column != LSN_NO_COLUMN ? column : lsn_map_insert_column (map, table, &spec, error);
}

/* The text in pieces that cells hold, none of which ends inside a character */
static GPtrArray *
split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gsize left = strlen (text);

  do
    {
      gsize length = MIN (left, LSN_MAX_TEXT);

      while (length < left && (text[length] & 0xc0) == 0x80)
        length--;
      g_ptr_array_add (parts, g_strndup (text, length));
      text += length;
      left -= length;
    }
  while (left > 0);
  return parts;
}

static gboolean
set_parts (LsnMap    *map,
           LsnTable   table,
           LsnRow     row,
           GArray    *of,
           GPtrArray *parts,
           GError   **error)
{
  for (guint i = 0; i < parts->len; i++)
    if (!lsn_map_set_text (map, table, row, g_array_index (of, LsnColumn, i), g_ptr_array_index (parts, i), error))
      {
        /* A part alone is no XML. */
        while (i-- > 0)
          lsn_map_set_text (map, table, row, g_array_index (of, LsnColumn, i), NULL, NULL);
        return FALSE;
      }
  return TRUE;
}

/**
 * lsn_kept_set:
 *
 * Keeps @text, in columns that are made when the map has none yet: one for each %LSN_MAX_TEXT bytes.
 *
 * Returns: whether all of it is kept; else nothing is
 */
gboolean
lsn_kept_set (LsnMap     *map,
              LsnTable    table,
              LsnRow      row,
              LsnKept     kept,
              const char *text,
              GError    **error)
{
  g_autoptr (GPtrArray) parts = split (text);
  g_autoptr (GArray) of = g_array_new (FALSE, FALSE, sizeof (LsnColumn));

  for (guint i = 0; i < parts->len; i++)
    {
      LsnColumn column = need_part (map, table, kept, i, error);

      if (column == LSN_NO_COLUMN)
        return FALSE;
      g_array_append_val (of, column);
    }
  return set_parts (map, table, row, of, parts, error);
}

/**
 * lsn_kept_get:
 *
 * Returns: (nullable): what was kept, or its first %LSN_MAX_TEXT bytes; borrowed from the map
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

static void
append_parts (GString *xml,
              LsnMap  *map,
              LsnKept  kept)
{
  LsnColumn column;

  for (guint part = 0; (column = find_part (map, LSN_TABLE_MAP, kept, part)) != LSN_NO_COLUMN; part++)
    {
      const char *text = lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), column);

      g_string_append (xml, text == NULL ? "" : text);
    }
}

/**
 * lsn_kept_append_of_map:
 * @xml: where to
 * @indent: what the line begins with
 * @map: a map
 * @first: something that is kept of the map itself
 * @second: what stands behind it; may be @first
 *
 * Appends all of both, as lsn_kept_append() does.
 */
void
lsn_kept_append_of_map (GString    *xml,
                        const char *indent,
                        LsnMap     *map,
                        LsnKept     first,
                        LsnKept     second)
{
  gsize before = xml->len, empty;

  g_string_append (xml, indent);
  empty = xml->len;
  append_parts (xml, map, first);
  if (second != first)
    append_parts (xml, map, second);
  if (xml->len == empty)
    g_string_truncate (xml, before);
  else
    g_string_append_c (xml, '\n');
}
