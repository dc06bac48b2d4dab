/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/graphviz.h"

#include <string.h>

#include "engine/helper-error.h"
#include "engine/helper.h"
#include "engine/layout.h"
#include "wire/parse-message.h"
#include "wire/render-message.h"

struct _LsnDotGraph
{
  LsnParsed *parsed;
};

static void
on_parsed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) payload = lsn_helper_run_finish (result, &error);
  LsnDotGraph *graph;
  LsnParsed *parsed;

  if (payload == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  parsed = lsn_parsed_unpack (payload, NULL);
  if (parsed == NULL)
    {
      g_task_return_error (task, lsn_helper_error_garbage ());
      return;
    }
  graph = g_new0 (LsnDotGraph, 1);
  graph->parsed = parsed;
  g_task_return_pointer (task, graph, (GDestroyNotify) lsn_dot_graph_free);
}

/**
 * lsn_dot_parse_async:
 * @dot: a DOT text, from anywhere
 * @cancellable: (nullable): stops the helper
 *
 * Reads DOT in the boxed helper. To be called on the main thread.
 */
void
lsn_dot_parse_async (GBytes             *dot,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lsn_dot_parse_async);
  lsn_helper_run_async ("parse", dot, 0, cancellable, on_parsed, task);
}

/**
 * lsn_dot_parse_finish:
 * @result: as the callback got it
 *
 * Returns: (transfer full): the first graph of the text; %NULL with a %LSN_ENGINE_ERROR: %LSN_ENGINE_ERROR_REFUSED says what
 *   is no DOT, and lsn_engine_error_line () where
 */
LsnDotGraph *
lsn_dot_parse_finish (GAsyncResult *result,
                      GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lsn_dot_graph_free:
 * @graph: (transfer full) (nullable): a graph
 *
 * Frees a graph with all its texts.
 */
void
lsn_dot_graph_free (LsnDotGraph *graph)
{
  if (graph == NULL)
    return;
  lsn_parsed_free (graph->parsed);
  g_free (graph);
}

/**
 * lsn_dot_graph_is_directed:
 * @graph: a graph that was read
 *
 * Returns: whether its edges have a direction
 */
gboolean
lsn_dot_graph_is_directed (LsnDotGraph *graph)
{
  return graph->parsed->directed;
}

/**
 * lsn_dot_graph_name:
 * @graph: a graph
 *
 * Returns: (transfer none): its name, "" when it has none
 */
const char *
lsn_dot_graph_name (LsnDotGraph *graph)
{
  return lsn_parsed_text (graph->parsed, graph->parsed->name);
}

/**
 * lsn_dot_graph_n_graphs:
 * @graph: a graph that was read
 *
 * Returns: how many graphs the file held; all are put into this one
 */
guint
lsn_dot_graph_n_graphs (LsnDotGraph *graph)
{
  return graph->parsed->n_graphs;
}

/**
 * lsn_dot_graph_n_nodes:
 * @graph: a graph that was read
 *
 * Returns: how many nodes it has; they count from 0
 */
guint
lsn_dot_graph_n_nodes (LsnDotGraph *graph)
{
  return graph->parsed->n_nodes;
}

/**
 * lsn_dot_node_name:
 * @graph: a graph that was read
 * @node: from 0
 *
 * Returns: (transfer none): its name
 */
const char *
lsn_dot_node_name (LsnDotGraph *graph,
                   guint        node)
{
  return lsn_parsed_text (graph->parsed, graph->parsed->node_name[node]);
}

/**
 * lsn_dot_node_cluster:
 * @graph: a graph that was read
 * @node: from 0
 *
 * Returns: the innermost cluster that it is in, from 1; 0 for none
 */
guint
lsn_dot_node_cluster (LsnDotGraph *graph,
                      guint        node)
{
  return graph->parsed->node_cluster[node];
}

/**
 * lsn_dot_graph_n_clusters:
 * @graph: a graph that was read
 *
 * Returns: how many clusters it has; they count from 1
 */
guint
lsn_dot_graph_n_clusters (LsnDotGraph *graph)
{
  return graph->parsed->n_clusters;
}

/**
 * lsn_dot_cluster_name:
 * @graph: a graph
 * @cluster: from 1
 *
 * Returns: (transfer none): the name of the subgraph, which begins with "cluster"
 */
const char *
lsn_dot_cluster_name (LsnDotGraph *graph,
                      guint        cluster)
{
  return lsn_parsed_text (graph->parsed, graph->parsed->cluster_name[cluster - 1]);
}

/**
 * lsn_dot_cluster_parent:
 * @graph: a graph
 * @cluster: from 1
 *
 * Returns: the cluster that it is in, which is less than @cluster; 0 for none
 */
guint
lsn_dot_cluster_parent (LsnDotGraph *graph,
                        guint        cluster)
{
  return graph->parsed->cluster_parent[cluster - 1];
}

/**
 * lsn_dot_graph_n_edges:
 * @graph: a graph that was read
 *
 * Returns: how many edges it has; they count from 0
 */
guint
lsn_dot_graph_n_edges (LsnDotGraph *graph)
{
  return graph->parsed->n_edges;
}

/**
 * lsn_dot_edge_ends:
 * @graph: a graph that was read
 * @edge: from 0
 * @tail: (out): the node that it leaves
 * @head: (out): the node that it reaches
 *
 * Tells which nodes an edge joins.
 */
void
lsn_dot_edge_ends (LsnDotGraph *graph,
                   guint        edge,
                   guint       *tail,
                   guint       *head)
{
  *tail = graph->parsed->tail[edge];
  *head = graph->parsed->head[edge];
}

/* The place of a thing among all that have attributes */
static guint
object_of (LsnDotGraph *graph,
           char         what,
           guint        index)
{
  switch (what)
    {
    case 'c':
      return index;   /* clusters count from 1, and the graph is 0 */
    case 'n':
      return 1 + graph->parsed->n_clusters + index;
    case 'e':
      return 1 + graph->parsed->n_clusters + graph->parsed->n_nodes + index;
    default:
      return 0;
    }
}

/**
 * lsn_dot_n_attributes:
 * @graph: a graph
 * @what: 'g' for the graph, 'c' for a cluster, 'n' for a node, 'e' for an edge
 * @index: which cluster (from 1), node or edge (from 0)
 *
 * Returns: how many attributes it has that are not "". A cluster has not those that are the same as the graph's.
 */
guint
lsn_dot_n_attributes (LsnDotGraph *graph,
                      char         what,
                      guint        index)
{
  guint object = object_of (graph, what, index);

  return graph->parsed->attribute_start[object + 1] - graph->parsed->attribute_start[object];
}

/**
 * lsn_dot_attribute:
 * @graph: a graph
 * @what: as of lsn_dot_n_attributes ()
 * @index: as of lsn_dot_n_attributes ()
 * @attribute: which one, from 0
 * @name: (out) (transfer none): its name
 * @value: (out) (transfer none): its value, UTF-8; one in Graphviz's HTML stands between < and >
 */
void
lsn_dot_attribute (LsnDotGraph *graph,
                   char         what,
                   guint        index,
                   guint        attribute,
                   const char **name,
                   const char **value)
{
  guint i = graph->parsed->attribute_start[object_of (graph, what, index)] + attribute;

  *name = lsn_parsed_text (graph->parsed, graph->parsed->attribute_name[i]);
  *value = lsn_parsed_text (graph->parsed, graph->parsed->attribute_value[i]);
}

/**
 * lsn_graphviz_formats:
 *
 * Returns: (transfer none): what lsn_graphviz_render_async () can make, %NULL-terminated, sorted
 */
const char * const *
lsn_graphviz_formats (void)
{
  return lsn_render_formats ();
}

/**
 * lsn_graphviz_render_async:
 * @dot: a DOT text whose nodes have places (pos); without them Graphviz makes some
 * @format: one of lsn_graphviz_formats ()
 * @cancellable: (nullable): stops the helper
 *
 * Has Graphviz draw, in the boxed helper. To be called on the main thread. Files that @dot names are not read.
 */
void
lsn_graphviz_render_async (GBytes             *dot,
                           const char         *format,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GBytes) payload = lsn_render_request_pack (format, dot);

  g_return_if_fail (lsn_render_format_allowed (format));
  lsn_helper_run_async ("render", payload, 0, cancellable, callback, user_data);
}

/**
 * lsn_graphviz_render_finish:
 * @result: as the callback got it
 *
 * Returns: (transfer full): the picture; %NULL with a %LSN_ENGINE_ERROR
 */
GBytes *
lsn_graphviz_render_finish (GAsyncResult *result,
                            GError      **error)
{
  return lsn_helper_run_finish (result, error);
}
