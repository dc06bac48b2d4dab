/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "engine/graphviz.h"
#include "engine/layout.h"

/* DOT files that other programs wrote: what Graphviz reads opens with at least what the manifest counts, the rest is refused with
 * a sentence. Columns of the manifest: path, format, ..., nodes, edges, whether it is valid, ... */

enum { PATH, FORMAT, REPOSITORY, SOURCE, BYTES, NODES, EDGES, VALID, N_COLUMNS };

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static LsnDotGraph *
parse_file (const char *path,
            GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  lsn_dot_parse_async (bytes, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lsn_dot_parse_finish (result, error);
}

static void
assert_texts (LsnDotGraph *graph)
{
  for (guint i = 0; i < lsn_dot_graph_n_nodes (graph); i++)
    g_assert_true (g_utf8_validate (lsn_dot_node_name (graph, i), -1, NULL));
}

static void
check_file (const char *corpus,
            char      **row)
{
  g_autofree char *path = g_build_filename (corpus, row[PATH], NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnDotGraph) graph = parse_file (path, &error);

  g_test_message ("%s: %s", row[PATH], error == NULL ? "opens" : error->message);
  if (g_str_equal (row[VALID], "yes"))
    {
      g_assert_no_error (error);
      g_assert_cmpuint (lsn_dot_graph_n_nodes (graph), >=, g_ascii_strtoull (row[NODES], NULL, 10));
      g_assert_cmpuint (lsn_dot_graph_n_edges (graph), >=, g_ascii_strtoull (row[EDGES], NULL, 10));
      assert_texts (graph);
    }
  else if (graph == NULL)
    {
      g_assert_error (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_corpus (void)
{
  g_autofree char *corpus = g_build_filename (g_getenv ("LIAISON_SHARED"), "corpus", NULL);
  g_autofree char *manifest = g_build_filename (corpus, "MANIFEST.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_files = 0;

  if (!g_file_get_contents (manifest, &text, NULL, NULL))
    {
      g_test_skip ("there is no corpus");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (row) < N_COLUMNS || !g_str_equal (row[FORMAT], "dot"))
        continue;
      check_file (corpus, row);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/corpus/dot", test_corpus);
  return g_test_run ();
}
