/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <stdio.h>
#include <string.h>

#include "engine/graphviz.h"
#include "engine/layout.h"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LsnDotGraph *
parse_bytes (GBytes  *dot,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lsn_dot_parse_async (dot, NULL, keep_result, &result);
  return lsn_dot_parse_finish (wait_for (&result), error);
}

static LsnDotGraph *
parse (const char *dot,
       GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (dot, strlen (dot));

  return parse_bytes (bytes, error);
}

static GBytes *
render (const char *dot,
        const char *format,
        GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (dot, strlen (dot));

  lsn_graphviz_render_async (bytes, format, NULL, keep_result, &result);
  return lsn_graphviz_render_finish (wait_for (&result), error);
}

/* The value of an attribute, or NULL */
static const char *
attribute (LsnDotGraph *graph,
           char         what,
           guint        index,
           const char  *wanted)
{
  for (guint i = 0; i < lsn_dot_n_attributes (graph, what, index); i++)
    {
      const char *name, *value;

      lsn_dot_attribute (graph, what, index, i, &name, &value);
      if (g_str_equal (name, wanted))
        return value;
    }
  return NULL;
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnDotGraph) graph = parse ("digraph talks {\n"
                                         "  label=Talks; node [shape=box]; a [label=\"A, the first\"];\n"
                                         "  subgraph cluster_x { label=X; b; subgraph cluster_y { label=Y; c } }\n"
                                         "  subgraph { d }\n"
                                         "  c -> a [label=<<b>bold</b>>]; a -> c; a -> a [weight=3]\n"
                                         "}", &error);
  guint tail, head;

  g_assert_no_error (error);
  g_assert_true (lsn_dot_graph_is_directed (graph));
  g_assert_cmpstr (lsn_dot_graph_name (graph), ==, "talks");
  g_assert_cmpuint (lsn_dot_graph_n_graphs (graph), ==, 1);
  g_assert_cmpuint (lsn_dot_graph_n_nodes (graph), ==, 4);
  g_assert_cmpstr (lsn_dot_node_name (graph, 0), ==, "a");
  g_assert_cmpstr (lsn_dot_node_name (graph, 3), ==, "d");
  g_assert_cmpstr (attribute (graph, 'g', 0, "label"), ==, "Talks");
  g_assert_cmpstr (attribute (graph, 'n', 0, "label"), ==, "A, the first");
  g_assert_cmpstr (attribute (graph, 'n', 1, "shape"), ==, "box");

  g_assert_cmpuint (lsn_dot_graph_n_clusters (graph), ==, 2);
  g_assert_cmpstr (lsn_dot_cluster_name (graph, 1), ==, "cluster_x");
  g_assert_cmpuint (lsn_dot_cluster_parent (graph, 1), ==, 0);
  g_assert_cmpuint (lsn_dot_cluster_parent (graph, 2), ==, 1);
  g_assert_cmpstr (attribute (graph, 'c', 2, "label"), ==, "Y");
  g_assert_cmpuint (lsn_dot_node_cluster (graph, 0), ==, 0);
  g_assert_cmpuint (lsn_dot_node_cluster (graph, 1), ==, 1);
  g_assert_cmpuint (lsn_dot_node_cluster (graph, 2), ==, 2);
  g_assert_cmpuint (lsn_dot_node_cluster (graph, 3), ==, 0);

  g_assert_cmpuint (lsn_dot_graph_n_edges (graph), ==, 3);
  lsn_dot_edge_ends (graph, 0, &tail, &head);
  g_assert_cmpuint (tail, ==, 2);
  g_assert_cmpuint (head, ==, 0);
  g_assert_cmpstr (attribute (graph, 'e', 0, "label"), ==, "<<b>bold</b>>");
  g_assert_cmpstr (attribute (graph, 'e', 2, "weight"), ==, "3");
}

static void
test_parse_latin1 (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnDotGraph) declared = parse ("graph{charset=latin1; \"caf\xe9\"}", &error);
  g_autoptr (LsnDotGraph) guessed = parse ("graph{\"\xc5sa\"}", &error);
  g_autoptr (LsnDotGraph) utf8 = parse ("graph{\"caf\xc3\xa9\"}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lsn_dot_node_name (declared, 0), ==, "caf\xc3\xa9");
  g_assert_cmpstr (lsn_dot_node_name (guessed, 0), ==, "\xc3\x85sa");
  g_assert_cmpstr (lsn_dot_node_name (utf8, 0), ==, "caf\xc3\xa9");
}

static const char *
attribute_of (LsnDotGraph *graph,
              char         what,
              guint        index,
              const char  *wanted)
{
  for (guint i = 0; i < lsn_dot_n_attributes (graph, what, index); i++)
    {
      const char *name, *value;

      lsn_dot_attribute (graph, what, index, i, &name, &value);
      if (g_strcmp0 (name, wanted) == 0)
        return value;
    }
  return NULL;
}

/* The graphs of one file become one: nodes of one name are one, edges are added and keep whether they have a direction. */
static void
test_parse_several (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnDotGraph) graph = parse ("graph one {a -- b [label=x]} graph two {c [color=red]} digraph {b -> c; "
                                         "subgraph cluster_d {d}}", &error);
  guint tail, head;

  g_assert_no_error (error);
  g_assert_cmpuint (lsn_dot_graph_n_graphs (graph), ==, 3);
  g_assert_cmpstr (lsn_dot_graph_name (graph), ==, "one");
  g_assert_cmpuint (lsn_dot_graph_n_nodes (graph), ==, 4);
  g_assert_cmpstr (lsn_dot_node_name (graph, 2), ==, "c");
  g_assert_cmpstr (attribute_of (graph, 'n', 2, "color"), ==, "red");

  g_assert_cmpuint (lsn_dot_graph_n_edges (graph), ==, 2);
  lsn_dot_edge_ends (graph, 1, &tail, &head);
  g_assert_cmpuint (tail, ==, 1);
  g_assert_cmpuint (head, ==, 2);
  g_assert_cmpstr (attribute_of (graph, 'e', 0, "label"), ==, "x");
  g_assert_null (attribute_of (graph, 'e', 0, "dir"));
  g_assert_cmpstr (attribute_of (graph, 'e', 1, "dir"), ==, "forward");

  g_assert_cmpuint (lsn_dot_graph_n_clusters (graph), ==, 1);
  g_assert_cmpstr (lsn_dot_cluster_name (graph, 1), ==, "cluster_d");
  g_assert_cmpuint (lsn_dot_node_cluster (graph, 3), ==, 1);
}

static void
assert_refused (const char *dot,
                gsize       length,
                guint       line,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (dot, length);
  g_autoptr (LsnDotGraph) graph = parse_bytes (bytes, &error);

  g_assert_null (graph);
  g_assert_error (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpuint (lsn_engine_error_line (error), ==, line);
}

static void
test_parse_refused (void)
{
  const char wrong[] = "digraph {\n  a -> b\n  a -- c\n}\n";
  const char open[] = "digraph {\n  a -> b\n";
  const char second[] = "graph {a}\ngraph {b\n";
  const char high[] = "digraph {\n#line 9999999999\n  a -> -> b\n}\n";
  const char again[] = "digraph {\n#line 9999999999\n  a -> b\n# 40 \"x\"\n  c -> -> b\n}\n";
  const char negative[] = "digraph {\n#line -7\n  a -> -> b\n}\n";
  const char nul[] = "graph {\n a\0b }";

  assert_refused ("", 0, 0, "There is no graph in this DOT text.");
  assert_refused (wrong, strlen (wrong), 3, "This is not valid DOT, near “--”.");
  assert_refused (open, strlen (open), 3, "This is not valid DOT.");
  assert_refused (second, strlen (second), 3, "This is not valid DOT.");
  assert_refused (high, strlen (high), G_MAXINT32, "This is not valid DOT, near “->”.");
  assert_refused (again, strlen (again), 40, "This is not valid DOT, near “->”.");
  assert_refused (negative, strlen (negative), 0, "This is not valid DOT, near “->”.");
  assert_refused (nul, sizeof nul - 1, 2, "This is not valid DOT.");
}

/* A short text whose defaults come to more than a map takes: refused by the helper, not by who asked it. */
static void
test_too_many_attributes (void)
{
  const guint n_defaults = 2001, n_nodes = 2000;
  g_autoptr (GString) dot = g_string_new ("graph {\nnode [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_defaults; i++)
    g_string_append_printf (dot, "a%u=1 ", i);
  g_string_append (dot, "]\n");
  for (guint i = 0; i < n_nodes; i++)
    g_string_append_printf (dot, "n%u;", i);
  g_string_append (dot, "}\n");
  g_assert_null (parse (dot->str, &error));
  g_assert_error (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "This is larger than the layout helper can take.");
}

static void
test_render_formats (void)
{
  const char * const *formats = lsn_graphviz_formats ();

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) picture = render ("graph{inputscale=72; a [pos=\"0,0\",label=\"Ünal\",URL=\"https://example.org\"];"
                                           "b [pos=\"100,50\"]; a--b}", formats[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (picture), >, 20);
    }
}

static void
test_render_keeps_places (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = render ("graph{inputscale=72; a [pos=\"0,0\"]; b [pos=\"144,72\"]; a--b}", "plain", &error);
  g_autofree char *text = NULL;
  double ax, ay, bx, by;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  g_assert_cmpint (sscanf (strstr (text, "node a"), "node a %lf %lf", &ax, &ay), ==, 2);
  g_assert_cmpint (sscanf (strstr (text, "node b"), "node b %lf %lf", &bx, &by), ==, 2);
  g_assert_cmpfloat_with_epsilon (bx - ax, 2, 1e-3);
  g_assert_cmpfloat_with_epsilon (by - ay, 1, 1e-3);
}

/* Whatever names a file gets nowhere: neither read nor named in the picture. */
static void
test_render_reads_no_file (void)
{
  const char *dot = "digraph { imagepath=\"/etc\"; fontpath=\"/etc\"; stylesheet=\"/etc/passwd\";\n"
                    "a [image=\"/etc/passwd\"]; b [shape=epsf,shapefile=\"/etc/passwd\"]; c [shapefile=\"/etc/passwd\"];\n"
                    "d [label=<<table><tr><td><img src=\"/etc/passwd\"/></td></tr></table>>];\n"
                    "a -> b [headlabel=<<IMG SRC=\"/etc/passwd\"/>>]; subgraph cluster_x { imagepath=\"/etc\"; d } }";
  const char * const formats[] = { "svg", "png", "ps", "pdf", "dot", "json" };
  g_autoptr (LsnDotGraph) parsed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) picture = render (dot, formats[i], &error);
      gsize length;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (picture, &length);
      g_assert_null (memmem (data, length, "root:", 5));
      g_assert_null (memmem (data, length, "passwd", 6));
    }
  parsed = parse (dot, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (attribute (parsed, 'n', 0, "image"), ==, "/etc/passwd");   /* data, which nobody follows */
}

static void
test_render_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = render ("graph {\n a -> }", "svg", &error);

  g_assert_null (picture);
  g_assert_error (error, LSN_ENGINE_ERROR, LSN_ENGINE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "This is not valid DOT, near “->”.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/graphviz/parse", test_parse);
  g_test_add_func ("/engine/graphviz/parse-latin1", test_parse_latin1);
  g_test_add_func ("/engine/graphviz/parse-several", test_parse_several);
  g_test_add_func ("/engine/graphviz/parse-refused", test_parse_refused);
  g_test_add_func ("/engine/graphviz/too-many-attributes", test_too_many_attributes);
  g_test_add_func ("/engine/graphviz/render-formats", test_render_formats);
  g_test_add_func ("/engine/graphviz/render-keeps-places", test_render_keeps_places);
  g_test_add_func ("/engine/graphviz/render-reads-no-file", test_render_reads_no_file);
  g_test_add_func ("/engine/graphviz/render-refused", test_render_refused);
  return g_test_run ();
}
