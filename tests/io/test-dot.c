/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include <string.h>

#include "io-test.h"
#include "io/dot-reader.h"
#include "io/dot-text.h"
#include "random-map.h"

/* DOT through the helper: what maps become in it, and what becomes of DOT files. */

#define A LSN_TABLE_ACTORS
#define T LSN_TABLE_TIES

static LsnMap *
load_bytes (GBytes     *bytes,
            LsnReport **report,
            GError    **error)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  lsn_load_bytes_async (bytes, "test", origin, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  return lsn_load_finish (done, report, NULL, error);
}

static LsnMap *
read_dot (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LsnMap *map = load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_foreign (void)
{
  g_autoptr (LsnMap) map = read_dot (
    "digraph net {\n  rankdir=LR\n  subgraph cluster_in { label=\"The Inside\"; a [label=\"Al\\nAmin\", pos=\"72,36!\"]\n"
    "    subgraph cluster_deep { b [label=\"\\N & \\G\", power=0.5, kind=state] } }\n"
    "  c [label=<<b>Bold</b><br/>move>, color=\"#ff0000\", size=12]\n"
    "  d [label=< >]\n  a -> b [label=\"pays\", weight=2.5]\n  b -> c [dir=both]\n  c -> a [dir=none]\n  a -> c [dir=back]\n}\n");

  g_assert_cmpuint (lsn_map_n_rows (map, A), ==, 6);
  g_assert_cmpuint (lsn_map_n_rows (map, T), ==, 4);
  g_assert_cmpstr (io_test_cell (map, A, "d", "name"), ==, "d");
  g_assert_cmpstr (io_test_cell (map, A, "a", "name"), ==, "Al\nAmin");
  g_assert_cmpstr (io_test_cell (map, A, "a", "x"), ==, "96");
  g_assert_cmpstr (io_test_cell (map, A, "a", "y"), ==, "-48");
  g_assert_cmpstr (io_test_cell (map, A, "a", "pinned"), ==, "true");
  g_assert_cmpstr (io_test_cell (map, A, "a", "parent"), ==, "cluster_in");
  g_assert_cmpstr (io_test_cell (map, A, "b", "parent"), ==, "cluster_deep");
  g_assert_cmpstr (io_test_cell (map, A, "cluster_deep", "parent"), ==, "cluster_in");
  g_assert_cmpstr (io_test_cell (map, A, "cluster_in", "name"), ==, "The Inside");
  g_assert_cmpstr (io_test_cell (map, A, "b", "name"), ==, "b & net");
  g_assert_cmpstr (io_test_cell (map, A, "b", "power"), ==, "0.5");
  g_assert_cmpstr (io_test_cell (map, A, "b", "kind"), ==, "state");
  g_assert_cmpstr (io_test_cell (map, A, "c", "name"), ==, "Bold\nmove");
  g_assert_cmpint (lsn_map_column_spec (map, A, lsn_map_find_column (map, A, "color"))->type, ==, LSN_TYPE_COLOUR);
  g_assert_cmpint (lsn_map_column_spec (map, A, lsn_map_find_column (map, A, "size"))->type, ==, LSN_TYPE_INTEGER);
  g_assert_cmpstr (io_test_cell (map, LSN_TABLE_MAP, NULL, "rankdir"), ==, "LR");
  g_assert_cmpstr (io_test_cell (map, T, "e1", "label"), ==, "pays");
  g_assert_cmpstr (io_test_cell (map, T, "e1", "weight"), ==, "2.5");
  g_assert_cmpstr (io_test_cell (map, T, "e1", "direction"), ==, "forward");
  g_assert_cmpstr (io_test_cell (map, T, "e2", "direction"), ==, "mutual");
  g_assert_cmpstr (io_test_cell (map, T, "e3", "direction"), ==, "none");
  /* Drawn from a to c with the head at a: it leads from c to a. */
  g_assert_cmpstr (io_test_cell (map, T, "e4", "source"), ==, "c");
  g_assert_cmpstr (io_test_cell (map, T, "e4", "target"), ==, "a");
}

static void
test_undirected (void)
{
  g_autoptr (LsnMap) map = read_dot ("graph { a -- b }");

  g_assert_cmpstr (io_test_cell (map, T, "e1", "direction"), ==, "none");
}

static void
test_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("digraph {\n a -> [\n}", 19);
  g_autoptr (LsnReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load_bytes (bytes, &report, &error));
  g_assert_nonnull (error);
  g_assert_true (lsn_report_has_errors (report));
}

/* Everything that actors and ties say comes back, but for columns whose type DOT cannot tell. */
static void
assert_same_rows (LsnMap  *a,
                  LsnMap  *b,
                  LsnTable table)
{
  g_assert_cmpuint (lsn_map_n_rows (a, table), ==, lsn_map_n_rows (b, table));
  for (LsnRow row = lsn_map_next_row (a, table, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (a, table, row))
    {
      LsnRow other = lsn_map_find_row (b, table, lsn_map_row_id (a, table, row));

      g_assert_cmpuint (other, !=, LSN_NO_ROW);
      for (LsnColumn column = 0; column < lsn_table_n_builtin (table); column++)
        {
          g_autofree char *before = lsn_map_format_cell (a, table, row, column);
          g_autofree char *after = lsn_map_format_cell (b, table, other, column);

          g_assert_cmpstr (before, ==, after);
        }
    }
}

static gboolean
has_half_a_place (LsnMap *map)
{
  for (LsnRow row = lsn_map_next_row (map, A, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, A, row))
    if ((lsn_map_get (map, A, row, LSN_ACTOR_X).kind == LSN_VALUE_EMPTY)
        != (lsn_map_get (map, A, row, LSN_ACTOR_Y).kind == LSN_VALUE_EMPTY))
      return TRUE;
  return FALSE;
}

static void
drop_half_places (LsnMap *map)
{
  lsn_map_begin (map, "Drop", NULL);
  for (LsnRow row = lsn_map_next_row (map, A, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_row (map, A, row))
    {
      double x = lsn_map_get_number (map, A, row, LSN_ACTOR_X);
      double y = lsn_map_get_number (map, A, row, LSN_ACTOR_Y);

      if (x != x || y != y)
        {
          lsn_map_set (map, A, row, LSN_ACTOR_X, LSN_EMPTY, NULL);
          lsn_map_set (map, A, row, LSN_ACTOR_Y, LSN_EMPTY, NULL);
        }
    }
  lsn_map_commit (map);
  g_assert_false (has_half_a_place (map));
}

static void
test_round_trip (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (LsnMap) map = random_map_new (seed);
      g_autoptr (GBytes) dot = NULL;
      g_autoptr (GBytes) twice = NULL;
      g_autoptr (LsnMap) again = NULL;
      g_autoptr (GError) error = NULL;

      drop_half_places (map);
      dot = lsn_encode (map, "dot", NULL, NULL);
      again = load_bytes (dot, NULL, &error);
      g_assert_no_error (error);
      assert_same_rows (map, again, A);
      assert_same_rows (map, again, T);
      twice = lsn_encode (map, "dot", NULL, NULL);
      g_assert_true (g_bytes_equal (dot, twice));
    }
}

static void
test_texts (void)
{
  static const struct { const char *label; const char *text; } labels[] = {
    { "plain", "plain" }, { "two\\nlines\\l", "two\nlines" }, { "\\N in \\G", "node in graph" }, { "a\\\\b", "a\\b" },
    { "&eacute;&amp;&#233;", "&eacute;&é" }, { "<<i>x</i> &lt; y>", "x < y" }, { "<", "<" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *text = lsn_dot_label_to_text (labels[i].label, "node", "graph");

      g_assert_cmpstr (text, ==, labels[i].text);
    }
  g_assert_null (lsn_dot_label_to_text (NULL, "", ""));
}

/* What the file looks like to Graphviz */
static void
test_looks (void)
{
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='n' for='node' attr.name='name'/><key id='k' for='node' attr.name='kind'/>"
    "<key id='x' for='node' attr.name='x' attr.type='double'/><key id='y' for='node' attr.name='y' attr.type='double'/>"
    "<key id='p' for='node' attr.name='parent'/><key id='i' for='node' attr.name='image' attr.type='string'/>"
    "<key id='d' for='edge' attr.name='direction'/><graph id='m'>"
    "<node id='g'/><node id='a'><data key='n'>\"R&amp;D\"</data><data key='k'>issue</data><data key='x'>100</data>"
    "<data key='y'>-40</data><data key='p'>g</data><data key='i'>/etc/passwd</data></node>"
    "<edge id='t' source='a' target='g'><data key='d'>mutual</data></edge></graph></graphml>");
  g_autoptr (GBytes) bytes = lsn_encode (map, "dot", NULL, NULL);
  g_autofree char *dot = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (dot, "subgraph \"cluster_g\" {"));
  g_assert_nonnull (strstr (dot, "\"a\" [pos=\"75,30!\", shape=\"square\""));
  /* The container has no place: it stands amid what is in it. */
  g_assert_nonnull (strstr (dot, "\"g\" [pos=\"75,30\","));
  g_assert_nonnull (strstr (dot, "xlabel=\"\\\"R&amp;D\\\"\""));
  g_assert_nonnull (strstr (dot, "\"a\" -> \"g\" [id=\"t\", dir=\"both\""));
  /* No column is an attribute that Graphviz acts upon. */
  g_assert_null (strstr (dot, " \"image\"="));
  g_assert_nonnull (strstr (dot, "\"x_image\"=\"/etc/passwd\""));
}

/* What DOT has no place for is counted, one sentence for each sort of thing; a map of which all is written has none. */
static void
test_losses (void)
{
  static const char * const sentences[] = {
    "2 cells that hold XML are not written to DOT.", "2 pieces that another program left in the map are not written to DOT.",
    "Of 1 kind of this map, DOT holds the id only", "1 other name of an actor is not written to DOT."
  };
  g_autoptr (LsnMap) plain = io_test_map ("<graphml><graph><node id='a'/><edge source='a' target='a'/></graph></graphml>");
  g_autoptr (LsnMap) map = io_test_map (
    "<graphml><key id='k' for='node' attr.name='kind' attr.type='string'/><key id='m' for='node'/><graph>"
    "<node id='a' odd='1'><data key='k'>guild</data><data key='m'><x/></data><port name='p'/></node>"
    "<node id='b'><data key='m'><y/></data></node></graph></graphml>");
  g_autoptr (LsnReport) none = lsn_report_new ();
  g_autoptr (LsnReport) report = lsn_report_new ();
  LsnRow alias;

  g_bytes_unref (lsn_encode (plain, "dot", none, NULL));
  g_assert_cmpuint (lsn_report_n_entries (none), ==, 0);
  lsn_map_begin (map, "Name", NULL);
  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, "n", NULL);
  lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "Another", NULL);
  lsn_map_commit (map);
  g_bytes_unref (lsn_encode (map, "dot", report, NULL));
  g_assert_cmpuint (lsn_report_n_entries (report), ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (!io_test_says (report, LSN_SEVERITY_WARNING, 0, sentences[i]))
      g_error ("nothing says “%s”", sentences[i]);
}

/* Who cancels while the map is made has it ended: nothing of the file is looked at any more. */
static void
test_cancel (void)
{
  static const char text[] = "graph { a [pos=\"nowhere\"]; b [power=\"much\", pos=\"nowhere\"]; a -- b }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (LsnDotGraph) graph = NULL;
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (GError) error = NULL;

  lsn_dot_parse_async (bytes, NULL, io_test_done, &result);
  done = io_test_wait (&result);
  graph = lsn_dot_parse_finish (done, &error);
  g_assert_no_error (error);

  g_cancellable_cancel (cancellable);
  g_assert_null (lsn_dot_read (graph, origin, report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lsn_report_n_entries (report), ==, 0);

  g_cancellable_reset (cancellable);
  map = lsn_dot_read (graph, origin, report, cancellable, NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (lsn_report_n_entries (report), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/foreign", test_foreign);
  g_test_add_func ("/dot/undirected", test_undirected);
  g_test_add_func ("/dot/refused", test_refused);
  g_test_add_func ("/dot/round-trip", test_round_trip);
  g_test_add_func ("/dot/texts", test_texts);
  g_test_add_func ("/dot/looks", test_looks);
  g_test_add_func ("/dot/losses", test_losses);
  g_test_add_func ("/dot/cancel", test_cancel);
  return g_test_run ();
}
