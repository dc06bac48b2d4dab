/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A DOT text as the helper has read it. The request is the text itself. */

/**
 * LsnParsed:
 *
 * Everything is an index: of texts from 0, of clusters from 1 (0 is none). A cluster comes after the one that it is in.
 * The attributes stand in one row: those of the graph, then of each cluster, each node, each edge; object i has those from
 * attribute_start[i] to attribute_start[i + 1].
 */
typedef struct
{
  gboolean directed;
  guint    n_graphs;
  guint32  name;

  char    *bytes;             /* the texts, each with its NUL */
  guint    n_bytes;
  guint    n_texts;
  guint32 *text_start;

  guint    n_clusters;
  guint32 *cluster_name, *cluster_parent;
  guint    n_nodes;
  guint32 *node_name, *node_cluster;
  guint    n_edges;
  guint32 *tail, *head;

  guint    n_attributes;
  guint32 *attribute_start;   /* 1 + n_clusters + n_nodes + n_edges + 1 */
  guint32 *attribute_name, *attribute_value;
} LsnParsed;

void        lsn_parsed_free   (LsnParsed *parsed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnParsed, lsn_parsed_free)
guint       lsn_parsed_n_objects (const LsnParsed *parsed);
const char *lsn_parsed_text   (const LsnParsed *parsed,
                               guint32          text);
GBytes     *lsn_parsed_pack   (const LsnParsed *parsed);
LsnParsed  *lsn_parsed_unpack (GBytes  *payload,
                               GError **error);

G_END_DECLS
