/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <glib.h>
#include <math.h>
#include <string.h>

#include "wire/frame.h"
#include "wire/layout-catalog.h"
#include "wire/layout-message.h"
#include "wire/pack.h"
#include "wire/parse-message.h"
#include "wire/refusal.h"
#include "wire/render-message.h"

/* What is packed comes out again; what is cut off, changed or too large never does anything but fail. */

typedef gboolean (*UnpackFunc) (GBytes  *payload,
                                GError **error);

static LsnLayoutRequest *
sample_request (void)
{
  LsnLayoutRequest *request = lsn_layout_request_new ("neato", 7);
  LsnFlatGraph *graph = lsn_flat_graph_new (3, 2);

  graph->length = 90;
  for (guint i = 0; i < 3; i++)
    {
      graph->width[i] = 100 + i;
      graph->height[i] = 50 + i;
    }
  graph->fixed[1] = TRUE;
  graph->x[1] = -12.25;
  graph->head[0] = 1;
  graph->tail[1] = 2;
  g_ptr_array_add (request->graphs, graph);
  g_ptr_array_add (request->graphs, lsn_flat_graph_new (0, 0));
  ((LsnFlatGraph *) g_ptr_array_index (request->graphs, 1))->length = 1;
  return request;
}

static gboolean
unpack_request (GBytes  *payload,
                GError **error)
{
  g_autoptr (LsnLayoutRequest) request = lsn_layout_request_unpack (payload, error);

  return request != NULL;
}

static gboolean
unpack_answer (GBytes  *payload,
               GError **error)
{
  g_autoptr (LsnLayoutRequest) request = sample_request ();

  return lsn_layout_answer_unpack (request, payload, error);
}

/* Reads all that an index of the answer points to */
static gboolean
unpack_parsed (GBytes  *payload,
               GError **error)
{
  g_autoptr (LsnParsed) parsed = lsn_parsed_unpack (payload, error);
  gsize length = 0;

  if (parsed == NULL)
    return FALSE;
  for (guint i = 0; i < parsed->n_nodes; i++)
    length += strlen (lsn_parsed_text (parsed, parsed->node_name[i])) + parsed->node_cluster[i];
  for (guint i = 0; i < parsed->n_attributes; i++)
    length += strlen (lsn_parsed_text (parsed, parsed->attribute_value[i]));
  for (guint i = 0; i < parsed->n_edges; i++)
    length += parsed->node_name[parsed->tail[i]] + parsed->node_name[parsed->head[i]];
  g_assert_cmpuint (length, <, G_MAXUINT);
  return TRUE;
}

static gboolean
unpack_render (GBytes  *payload,
               GError **error)
{
  g_autofree char *format = NULL;
  g_autoptr (GBytes) dot = lsn_render_request_unpack (payload, &format, error);

  return dot != NULL && lsn_render_format_allowed (format);
}

static gboolean
unpack_refusal (GBytes  *payload,
                GError **error)
{
  g_autoptr (LsnRefusal) refusal = lsn_refusal_unpack (payload, error);

  return refusal != NULL;
}

static GBytes *
sample_parsed (void)
{
  guint32 starts[] = { 0, 2 }, names[] = { 0 }, clusters[] = { 1 }, parents[] = { 0 }, ends[] = { 0 };
  guint32 attribute_starts[] = { 0, 1, 1, 1, 2 }, attribute_names[] = { 0, 1 }, attribute_values[] = { 1, 1 };
  LsnParsed parsed = {
    .directed = TRUE, .n_graphs = 1, .bytes = (char *) "a\0bc", .n_bytes = 5, .n_texts = 2, .text_start = starts,
    .n_clusters = 1, .cluster_name = names, .cluster_parent = parents, .n_nodes = 1, .node_name = names,
    .node_cluster = clusters, .n_edges = 1, .tail = ends, .head = ends, .n_attributes = 2,
    .attribute_start = attribute_starts, .attribute_name = attribute_names, .attribute_value = attribute_values,
  };

  return lsn_parsed_pack (&parsed);
}

/* Cut off anywhere it fails; with any bit flipped, or any four bytes as large as can be, it does not crash. */
static void
assert_robust (GBytes    *payload,
               UnpackFunc unpack)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (payload, &length);

  g_assert_true (unpack (payload, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL;

      g_assert_false (unpack (cut, &error));
      g_assert_error (error, LSN_WIRE_ERROR, LSN_WIRE_ERROR_GARBAGE);
    }
  for (gsize bit = 0; bit < length * 8; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) flipped = NULL;

      copy[bit / 8] ^= 1 << bit % 8;
      flipped = g_bytes_new (copy, length);
      unpack (flipped, NULL);
    }
  for (gsize i = 0; i + 4 <= length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) large = NULL;

      memset (copy + i, 255, 4);
      large = g_bytes_new (copy, length);
      unpack (large, NULL);
    }
}

static void
test_layout_request (void)
{
  g_autoptr (LsnLayoutRequest) request = sample_request ();
  g_autoptr (GBytes) payload = lsn_layout_request_pack (request);
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnLayoutRequest) again = lsn_layout_request_unpack (payload, &error);
  LsnFlatGraph *graph;

  g_assert_no_error (error);
  g_assert_cmpstr (again->engine, ==, "neato");
  g_assert_cmpuint (again->seed, ==, 7);
  g_assert_cmpuint (again->graphs->len, ==, 2);
  graph = g_ptr_array_index (again->graphs, 0);
  g_assert_cmpuint (graph->n_nodes, ==, 3);
  g_assert_cmpfloat (graph->width[2], ==, 102);
  g_assert_cmpfloat (graph->x[1], ==, -12.25);
  g_assert_true (graph->fixed[1]);
  g_assert_cmpuint (graph->n_edges, ==, 2);
  g_assert_cmpuint (graph->tail[1], ==, 2);
  assert_robust (payload, unpack_request);
}

/* Each of these is well packed, but nothing to lay out. */
static void
test_layout_request_refused (void)
{
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (LsnLayoutRequest) request = sample_request ();
      LsnFlatGraph *graph = g_ptr_array_index (request->graphs, 0);
      g_autoptr (GBytes) payload = NULL;

      if (i == 0)
        graph->x[0] = NAN;
      else if (i == 1)
        graph->y[2] = INFINITY;
      else if (i == 2)
        graph->width[1] = 0;
      else if (i == 3)
        graph->head[1] = 3;
      else if (i == 4)
        graph->length = -1;
      else if (i == 5)
        graph->height[0] = 1e200;
      else
        {
          g_free (request->engine);
          request->engine = g_strdup ("nop2");
        }
      payload = lsn_layout_request_pack (request);
      g_assert_false (unpack_request (payload, NULL));
    }
}

static void
test_layout_answer (void)
{
  g_autoptr (LsnLayoutRequest) request = sample_request (), answered = sample_request ();
  g_autoptr (GBytes) payload = NULL;
  LsnFlatGraph *graph = g_ptr_array_index (answered->graphs, 0);

  graph->x[2] = 3.5;
  payload = lsn_layout_answer_pack (answered);
  g_assert_true (lsn_layout_answer_unpack (request, payload, NULL));
  g_assert_cmpfloat (((LsnFlatGraph *) g_ptr_array_index (request->graphs, 0))->x[2], ==, 3.5);
  assert_robust (payload, unpack_answer);
}

static void
test_parsed (void)
{
  g_autoptr (GBytes) payload = sample_parsed ();

  assert_robust (payload, unpack_parsed);
}

static void
test_render (void)
{
  g_autoptr (GBytes) dot = g_bytes_new_static ("graph {}", 8);
  g_autoptr (GBytes) payload = lsn_render_request_pack ("svg", dot);
  g_autoptr (GBytes) forbidden = lsn_render_request_pack ("x11", dot);

  assert_robust (payload, unpack_render);
  g_assert_false (unpack_render (forbidden, NULL));
}

static void
test_refusal (void)
{
  g_autofree char *long_detail = g_strnfill (100000, '\377');
  g_autoptr (LsnRefusal) refusal = lsn_refusal_new (LSN_REFUSAL_SYNTAX, 12, "near \xff");
  g_autoptr (LsnRefusal) long_refusal = lsn_refusal_new (LSN_REFUSAL_FAILED, 0, long_detail);
  g_autoptr (GBytes) payload = lsn_refusal_pack (refusal), long_payload = lsn_refusal_pack (long_refusal);
  g_autoptr (LsnRefusal) again = lsn_refusal_unpack (payload, NULL);

  g_assert_cmpint (again->reason, ==, LSN_REFUSAL_SYNTAX);
  g_assert_cmpuint (again->line, ==, 12);
  g_assert_cmpstr (again->detail, ==, "near \357\277\275");
  g_assert_true (unpack_refusal (long_payload, NULL));
  assert_robust (payload, unpack_refusal);
}

static void
test_catalog (void)
{
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);

  g_assert_cmpuint (n_engines, ==, 6);
  for (guint i = 0; i < n_engines; i++)
    {
      g_assert_true (lsn_engine_find (engines[i].id) == &engines[i]);
      g_assert_cmpfloat (lsn_engine_expected_time (&engines[i], engines[i].comfortable, 3 * engines[i].comfortable), <, 15);
      g_assert_cmpfloat (lsn_engine_expected_time (&engines[i], 10, 20), <, 0.1);
    }
  g_assert_null (lsn_engine_find ("osage"));
  g_assert_cmpstr (lsn_engine_default (30, 60), ==, "neato");
  g_assert_cmpstr (lsn_engine_default (10000, 50000), ==, "sfdp");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/messages/layout-request", test_layout_request);
  g_test_add_func ("/wire/messages/layout-request-refused", test_layout_request_refused);
  g_test_add_func ("/wire/messages/layout-answer", test_layout_answer);
  g_test_add_func ("/wire/messages/parsed", test_parsed);
  g_test_add_func ("/wire/messages/render", test_render);
  g_test_add_func ("/wire/messages/refusal", test_refusal);
  g_test_add_func ("/wire/messages/catalog", test_catalog);
  return g_test_run ();
}
