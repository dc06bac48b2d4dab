/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io-test.h"

#include <string.h>

#include "io/graphml-reader.h"
#include "io/kept.h"

typedef struct
{
  const char *text;
  gsize       length;
} Text;

static GInputStream *
open_text (gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Text *text = data;

  return g_memory_input_stream_new_from_data (text->text, text->length, NULL);
}

LsnMap *
io_test_read (const char *text,
              gssize      length,
              LsnReport **report,
              GError    **error)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnReport) said = lsn_report_new ();
  Text data = { text, length < 0 ? strlen (text) : (gsize) length };
  LsnMap *map = lsn_graphml_read (open_text, &data, origin, said, NULL, error);

  if (report != NULL)
    *report = lsn_report_ref (said);
  return map;
}

LsnMap *
io_test_map (const char *text)
{
  g_autoptr (GError) error = NULL;
  LsnMap *map = io_test_read (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (map);
  return map;
}

char *
io_test_write (LsnMap *map)
{
  g_autoptr (GBytes) bytes = lsn_encode (map, "graphml", NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
io_test_document (const char *keys,
                  const char *graph)
{
  return g_strconcat ("<?xml version=\"1.0\"?>\n<graphml xmlns=\"" LSN_GRAPHML_NAMESPACE "\">\n", keys,
                      "<graph id=\"G\" edgedefault=\"directed\">\n", graph, "</graph>\n</graphml>\n", NULL);
}

const char *
io_test_cell (LsnMap     *map,
              LsnTable    table,
              const char *id,
              const char *column)
{
  static char *cell;
  LsnRow row = table == LSN_TABLE_MAP ? lsn_map_the_row (map) : lsn_map_find_row (map, table, id);
  LsnColumn handle = lsn_map_find_column (map, table, column);

  g_assert_cmpuint (row, !=, LSN_NO_ROW);
  g_clear_pointer (&cell, g_free);
  if (handle != LSN_NO_COLUMN)
    cell = lsn_map_format_cell (map, table, row, handle);
  return cell == NULL ? "" : cell;
}

gboolean
io_test_says (LsnReport  *report,
              LsnSeverity severity,
              guint       line,
              const char *words)
{
  for (guint i = 0; i < lsn_report_n_entries (report); i++)
    {
      const LsnReportEntry *entry = lsn_report_get (report, i);

      if (entry->severity == severity && (line == 0 || entry->line == line) && strstr (entry->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
io_test_done (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

GAsyncResult *
io_test_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static void
assert_equal_cells (LsnMap  *a,
                    LsnMap  *b,
                    LsnTable table,
                    LsnRow   left,
                    LsnRow   right)
{
  for (LsnColumn column = lsn_map_next_column (a, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (a, table, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (a, table, column);
      LsnColumn other = lsn_map_find_column_by_id (b, table, spec->id);
      g_autofree char *before = lsn_map_format_cell (a, table, left, column);
      g_autofree char *after = other == LSN_NO_COLUMN ? NULL : lsn_map_format_cell (b, table, right, other);

      g_assert_cmpstr (before, ==, after);
      if (other == LSN_NO_COLUMN)
        continue;
      g_assert_cmpstr (lsn_map_column_spec (b, table, other)->name, ==, spec->name);
      g_assert_cmpint (lsn_map_column_spec (b, table, other)->type, ==, spec->type);
    }
}

void
io_test_assert_equal (LsnMap *a,
                      LsnMap *b)
{
  for (guint table = 0; table < LSN_N_TABLES; table++)
    {
      g_assert_cmpuint (lsn_map_n_rows (a, table), ==, lsn_map_n_rows (b, table));
      for (LsnRow row = lsn_map_next_row (a, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (a, table, row))
        {
          LsnRow other = lsn_map_find_row (b, table, lsn_map_row_id (a, table, row));

          g_assert_cmpuint (other, !=, LSN_NO_ROW);
          assert_equal_cells (a, b, table, row, other);
        }
    }
}

void
io_test_assert_same_text (const char *wanted,
                          const char *got)
{
  g_auto (GStrv) left = g_strsplit (wanted, "\n", -1);
  g_auto (GStrv) right = g_strsplit (got, "\n", -1);

  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    if (g_strcmp0 (left[i], right[i]) != 0)
      g_error ("line %u is\n%s\nand was\n%s", i + 1, right[i], left[i]);
}

void
io_test_place_set_up (IoTestPlace  *place,
                      gconstpointer data)
{
  place->folder = g_dir_make_tmp ("liaison-test-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "map.graphml", NULL);
  place->file = g_file_new_for_path (place->path);
}

void
io_test_place_clear (IoTestPlace *place)
{
  g_object_unref (place->file);
  g_free (place->folder);
  g_free (place->path);
}
