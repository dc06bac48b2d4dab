/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "wire/parse-message.h"

#include "wire/limits.h"
#include "wire/pack.h"

/**
 * lsn_parsed_free:
 * @parsed: (transfer full) (nullable): what was parsed
 *
 * Frees what was parsed, with its texts.
 */
void
lsn_parsed_free (LsnParsed *parsed)
{
  if (parsed == NULL)
    return;
  g_free (parsed->bytes);
  g_free (parsed->text_start);
  g_free (parsed->cluster_name);
  g_free (parsed->cluster_parent);
  g_free (parsed->node_name);
  g_free (parsed->node_cluster);
  g_free (parsed->tail);
  g_free (parsed->head);
  g_free (parsed->attribute_start);
  g_free (parsed->attribute_name);
  g_free (parsed->attribute_value);
  g_free (parsed);
}

/**
 * lsn_parsed_n_objects:
 * @parsed: a graph
 *
 * Returns: how many things have attributes: the graph, its clusters, nodes and edges
 */
guint
lsn_parsed_n_objects (const LsnParsed *parsed)
{
  return 1 + parsed->n_clusters + parsed->n_nodes + parsed->n_edges;
}

/**
 * lsn_parsed_text:
 * @parsed: a graph
 * @text: the index of a text
 *
 * Returns: (transfer none): UTF-8
 */
const char *
lsn_parsed_text (const LsnParsed *parsed,
                 guint32          text)
{
  return parsed->bytes + parsed->text_start[text];
}

/**
 * lsn_parsed_pack:
 * @parsed: a graph
 *
 * Returns: (transfer full): what an answer frame holds
 */
GBytes *
lsn_parsed_pack (const LsnParsed *parsed)
{
  GByteArray *out = g_byte_array_new ();

  lsn_pack_u32 (out, parsed->directed);
  lsn_pack_u32 (out, parsed->n_graphs);
  lsn_pack_u32 (out, parsed->name);
  lsn_pack_u32 (out, parsed->n_bytes);
  lsn_pack_u32 (out, parsed->n_texts);
  lsn_pack_u32 (out, parsed->n_clusters);
  lsn_pack_u32 (out, parsed->n_nodes);
  lsn_pack_u32 (out, parsed->n_edges);
  lsn_pack_u32 (out, parsed->n_attributes);
  lsn_pack_bytes (out, parsed->bytes, parsed->n_bytes);
  lsn_pack_u32s (out, parsed->text_start, parsed->n_texts);
  lsn_pack_u32s (out, parsed->cluster_name, parsed->n_clusters);
  lsn_pack_u32s (out, parsed->cluster_parent, parsed->n_clusters);
  lsn_pack_u32s (out, parsed->node_name, parsed->n_nodes);
  lsn_pack_u32s (out, parsed->node_cluster, parsed->n_nodes);
  lsn_pack_u32s (out, parsed->tail, parsed->n_edges);
  lsn_pack_u32s (out, parsed->head, parsed->n_edges);
  lsn_pack_u32s (out, parsed->attribute_start, lsn_parsed_n_objects (parsed) + 1);
  lsn_pack_u32s (out, parsed->attribute_name, parsed->n_attributes);
  lsn_pack_u32s (out, parsed->attribute_value, parsed->n_attributes);
  return g_byte_array_free_to_bytes (out);
}

/* Every text begins where the one before has ended with its NUL, and is UTF-8. */
static gboolean
texts_are_sound (const LsnParsed *parsed)
{
  guint expected = 0;

  if (parsed->n_texts == 0 || parsed->n_bytes == 0 || parsed->bytes[parsed->n_bytes - 1] != '\0')
    return FALSE;
  for (guint i = 0; i < parsed->n_texts; i++)
    {
      const char *end;

      if (parsed->text_start[i] != expected || expected >= parsed->n_bytes)
        return FALSE;
      if (!g_utf8_validate (parsed->bytes + expected, -1, &end))
        return FALSE;
      expected = end - parsed->bytes + 1;
    }
  return expected == parsed->n_bytes;
}

static gboolean
clusters_are_sound (const LsnParsed *parsed)
{
  for (guint i = 0; i < parsed->n_clusters; i++)
    if (parsed->cluster_parent[i] > i)   /* cluster i + 1 may only be in one of 1 to i */
      return FALSE;
  return TRUE;
}

static gboolean
attributes_are_sound (const LsnParsed *parsed)
{
  guint n_objects = lsn_parsed_n_objects (parsed);

  if (parsed->attribute_start[0] != 0 || parsed->attribute_start[n_objects] != parsed->n_attributes)
    return FALSE;
  for (guint i = 0; i < n_objects; i++)
    if (parsed->attribute_start[i] > parsed->attribute_start[i + 1])
      return FALSE;
  return TRUE;
}

static gboolean
is_sound (const LsnParsed *parsed)
{
  return texts_are_sound (parsed) && clusters_are_sound (parsed) && attributes_are_sound (parsed)
         && parsed->name < parsed->n_texts;
}

static void
unpack_counts (LsnParsed   *parsed,
               LsnUnpacker *in)
{
  parsed->directed = lsn_unpack_count (in, 1);
  parsed->n_graphs = lsn_unpack_u32 (in);
  parsed->name = lsn_unpack_u32 (in);
  parsed->n_bytes = lsn_unpack_count (in, LSN_WIRE_MAX_FRAME);
  parsed->n_texts = lsn_unpack_count (in, LSN_WIRE_MAX_TEXTS);
  parsed->n_clusters = lsn_unpack_count (in, LSN_WIRE_MAX_CLUSTERS);
  parsed->n_nodes = lsn_unpack_count (in, LSN_WIRE_MAX_NODES);
  parsed->n_edges = lsn_unpack_count (in, LSN_WIRE_MAX_EDGES);
  parsed->n_attributes = lsn_unpack_count (in, LSN_WIRE_MAX_ATTRIBUTES);
}

/**
 * lsn_parsed_unpack:
 * @payload: what an answer frame holds
 *
 * Reads and checks everything: no index of what comes out points anywhere else than it should.
 *
 * Returns: (transfer full): or %NULL with a %LSN_WIRE_ERROR
 */
LsnParsed *
lsn_parsed_unpack (GBytes  *payload,
                   GError **error)
{
  g_autoptr (LsnParsed) parsed = g_new0 (LsnParsed, 1);
  LsnUnpacker in;

  lsn_unpack_init (&in, payload);
  unpack_counts (parsed, &in);
  parsed->bytes = (char *) lsn_unpack_bytes (&in, parsed->n_bytes);
  parsed->text_start = lsn_unpack_u32s (&in, parsed->n_texts);
  parsed->cluster_name = lsn_unpack_indices (&in, parsed->n_clusters, parsed->n_texts);
  parsed->cluster_parent = lsn_unpack_u32s (&in, parsed->n_clusters);
  parsed->node_name = lsn_unpack_indices (&in, parsed->n_nodes, parsed->n_texts);
  parsed->node_cluster = lsn_unpack_indices (&in, parsed->n_nodes, parsed->n_clusters + 1);
  parsed->tail = lsn_unpack_indices (&in, parsed->n_edges, parsed->n_nodes);
  parsed->head = lsn_unpack_indices (&in, parsed->n_edges, parsed->n_nodes);
  parsed->attribute_start = lsn_unpack_u32s (&in, lsn_parsed_n_objects (parsed) + 1);
  parsed->attribute_name = lsn_unpack_indices (&in, parsed->n_attributes, parsed->n_texts);
  parsed->attribute_value = lsn_unpack_indices (&in, parsed->n_attributes, parsed->n_texts);
  if (!in.failed && !is_sound (parsed))
    lsn_unpack_fail (&in);
  return lsn_unpack_end (&in, error) ? g_steal_pointer (&parsed) : NULL;
}
