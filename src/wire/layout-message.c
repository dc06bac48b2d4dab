/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/layout-message.h"

#include "wire/layout-catalog.h"
#include "wire/limits.h"
#include "wire/pack.h"

/**
 * lsn_flat_graph_new:
 * @n_nodes: how many nodes
 * @n_edges: how many edges
 *
 * A graph whose arrays are there and all zero.
 *
 * Returns: (transfer full): free it with lsn_flat_graph_free ()
 */
LsnFlatGraph *
lsn_flat_graph_new (guint n_nodes,
                    guint n_edges)
{
  LsnFlatGraph *graph = g_new0 (LsnFlatGraph, 1);

  graph->n_nodes = n_nodes;
  graph->width = g_new0 (double, n_nodes);
  graph->height = g_new0 (double, n_nodes);
  graph->x = g_new0 (double, n_nodes);
  graph->y = g_new0 (double, n_nodes);
  graph->fixed = g_new0 (guint8, n_nodes);
  graph->n_edges = n_edges;
  graph->tail = g_new0 (guint32, n_edges);
  graph->head = g_new0 (guint32, n_edges);
  return graph;
}

/**
 * lsn_flat_graph_free:
 * @graph: (transfer full) (nullable): a graph
 *
 * Frees a graph with its arrays.
 */
void
lsn_flat_graph_free (LsnFlatGraph *graph)
{
  if (graph == NULL)
    return;
  g_free (graph->width);
  g_free (graph->height);
  g_free (graph->x);
  g_free (graph->y);
  g_free (graph->fixed);
  g_free (graph->tail);
  g_free (graph->head);
  g_free (graph);
}

/**
 * lsn_layout_request_new:
 * @engine: a word of the catalogue
 * @seed: where chance begins
 *
 * Returns: (transfer full): a request without graphs; it owns those that are put into it
 */
LsnLayoutRequest *
lsn_layout_request_new (const char *engine,
                        guint32     seed)
{
  LsnLayoutRequest *request = g_new0 (LsnLayoutRequest, 1);

  request->engine = g_strdup (engine);
  request->seed = seed;
  request->graphs = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_flat_graph_free);
  return request;
}

/**
 * lsn_layout_request_free:
 * @request: (transfer full) (nullable): a request
 *
 * Frees a request with its graphs.
 */
void
lsn_layout_request_free (LsnLayoutRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->engine);
  g_ptr_array_unref (request->graphs);
  g_free (request);
}

static void
pack_graph (GByteArray   *out,
            LsnFlatGraph *graph)
{
  lsn_pack_u32 (out, graph->n_nodes);
  lsn_pack_u32 (out, graph->n_edges);
  lsn_pack_f64 (out, graph->length);
  lsn_pack_f64s (out, graph->width, graph->n_nodes);
  lsn_pack_f64s (out, graph->height, graph->n_nodes);
  lsn_pack_f64s (out, graph->x, graph->n_nodes);
  lsn_pack_f64s (out, graph->y, graph->n_nodes);
  lsn_pack_bytes (out, graph->fixed, graph->n_nodes);
  lsn_pack_u32s (out, graph->tail, graph->n_edges);
  lsn_pack_u32s (out, graph->head, graph->n_edges);
}

/**
 * lsn_layout_request_pack:
 * @request: a request
 *
 * Returns: (transfer full): what a request frame holds
 */
GBytes *
lsn_layout_request_pack (LsnLayoutRequest *request)
{
  GByteArray *out = g_byte_array_new ();

  lsn_pack_text (out, request->engine);
  lsn_pack_u32 (out, request->seed);
  lsn_pack_u32 (out, request->graphs->len);
  for (guint i = 0; i < request->graphs->len; i++)
    pack_graph (out, g_ptr_array_index (request->graphs, i));
  return g_byte_array_free_to_bytes (out);
}

static gboolean
all_positive (const double *values,
              guint         n)
{
  for (guint i = 0; i < n; i++)
    if (!(values[i] > 0))
      return FALSE;
  return TRUE;
}

static LsnFlatGraph *
unpack_graph (LsnUnpacker *in)
{
  g_autoptr (LsnFlatGraph) graph = g_new0 (LsnFlatGraph, 1);

  graph->n_nodes = lsn_unpack_count (in, LSN_WIRE_MAX_NODES);
  graph->n_edges = lsn_unpack_count (in, LSN_WIRE_MAX_EDGES);
  graph->length = lsn_unpack_f64 (in);
  graph->width = lsn_unpack_f64s (in, graph->n_nodes);
  graph->height = lsn_unpack_f64s (in, graph->n_nodes);
  graph->x = lsn_unpack_f64s (in, graph->n_nodes);
  graph->y = lsn_unpack_f64s (in, graph->n_nodes);
  graph->fixed = lsn_unpack_bytes (in, graph->n_nodes);
  graph->tail = lsn_unpack_indices (in, graph->n_edges, graph->n_nodes);
  graph->head = lsn_unpack_indices (in, graph->n_edges, graph->n_nodes);
  if (in->failed)
    return NULL;
  if (graph->length > 0 && graph->length <= LSN_WIRE_MAX_PLACE
      && all_positive (graph->width, graph->n_nodes) && all_positive (graph->height, graph->n_nodes))
    return g_steal_pointer (&graph);
  lsn_unpack_fail (in);
  return NULL;
}

/**
 * lsn_layout_request_unpack:
 * @payload: what a request frame holds
 *
 * Reads and checks everything: a request that comes out is safe to work on.
 *
 * Returns: (transfer full): or %NULL with a %LSN_WIRE_ERROR
 */
LsnLayoutRequest *
lsn_layout_request_unpack (GBytes  *payload,
                           GError **error)
{
  LsnUnpacker in;
  g_autofree char *engine = NULL;
  g_autoptr (LsnLayoutRequest) request = NULL;
  guint32 seed, n_graphs;

  lsn_unpack_init (&in, payload);
  engine = lsn_unpack_text (&in, LSN_WIRE_MAX_WORD);
  seed = lsn_unpack_u32 (&in);
  n_graphs = lsn_unpack_count (&in, LSN_WIRE_MAX_GRAPHS);
  if (engine != NULL && lsn_engine_find (engine) == NULL)
    lsn_unpack_fail (&in);

  request = lsn_layout_request_new (engine, seed);
  for (guint i = 0; i < n_graphs && !in.failed; i++)
    {
      LsnFlatGraph *graph = unpack_graph (&in);

      if (graph != NULL)
        g_ptr_array_add (request->graphs, graph);
    }
  return lsn_unpack_end (&in, error) ? g_steal_pointer (&request) : NULL;
}

/**
 * lsn_layout_answer_pack:
 * @request: a request whose graphs have their new places
 *
 * Returns: (transfer full): what an answer frame holds: the places, in the order of the graphs
 */
GBytes *
lsn_layout_answer_pack (LsnLayoutRequest *request)
{
  GByteArray *out = g_byte_array_new ();

  lsn_pack_u32 (out, request->graphs->len);
  for (guint i = 0; i < request->graphs->len; i++)
    {
      LsnFlatGraph *graph = g_ptr_array_index (request->graphs, i);

      lsn_pack_u32 (out, graph->n_nodes);
      lsn_pack_f64s (out, graph->x, graph->n_nodes);
      lsn_pack_f64s (out, graph->y, graph->n_nodes);
    }
  return g_byte_array_free_to_bytes (out);
}

/**
 * lsn_layout_answer_unpack:
 * @request: what was asked; its graphs get the places of the answer
 * @payload: what an answer frame holds
 *
 * When the answer does not fit what was asked, some graphs may already have new places.
 *
 * Returns: %FALSE with a %LSN_WIRE_ERROR when that is no answer to @request
 */
gboolean
lsn_layout_answer_unpack (LsnLayoutRequest *request,
                          GBytes           *payload,
                          GError          **error)
{
  LsnUnpacker in;

  lsn_unpack_init (&in, payload);
  if (lsn_unpack_u32 (&in) != request->graphs->len)
    lsn_unpack_fail (&in);
  for (guint i = 0; i < request->graphs->len && !in.failed; i++)
    {
      LsnFlatGraph *graph = g_ptr_array_index (request->graphs, i);

      if (lsn_unpack_u32 (&in) != graph->n_nodes)
        lsn_unpack_fail (&in);
      g_free (graph->x);
      g_free (graph->y);
      graph->x = lsn_unpack_f64s (&in, graph->n_nodes);
      graph->y = lsn_unpack_f64s (&in, graph->n_nodes);
    }
  return lsn_unpack_end (&in, error);
}
