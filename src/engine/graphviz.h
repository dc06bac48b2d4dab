/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gio/gio.h>
#include "engine/layout.h"

G_BEGIN_DECLS

/* DOT in and Graphviz's formats out, both in the boxed helper. */

/* What a DOT file holds, as flat arrays of texts: attributes are data. The caller (io/dot-reader.c) builds a map of it. */
typedef struct _LsnDotGraph LsnDotGraph;
void         lsn_dot_parse_async  (GBytes *dot, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
LsnDotGraph *lsn_dot_parse_finish (GAsyncResult *result, GError **error);
void         lsn_dot_graph_free   (LsnDotGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnDotGraph, lsn_dot_graph_free)
gboolean     lsn_dot_graph_is_directed (LsnDotGraph *graph);
const char  *lsn_dot_graph_name   (LsnDotGraph *graph);
guint        lsn_dot_graph_n_graphs (LsnDotGraph *graph);   /* how many the file held; all are put into one */
guint        lsn_dot_graph_n_nodes (LsnDotGraph *graph);
const char  *lsn_dot_node_name    (LsnDotGraph *graph, guint node);
guint        lsn_dot_node_cluster (LsnDotGraph *graph, guint node);  /* innermost cluster, from 1; 0 for none */
guint        lsn_dot_graph_n_clusters (LsnDotGraph *graph);          /* clusters count from 1 */
const char  *lsn_dot_cluster_name (LsnDotGraph *graph, guint cluster);
guint        lsn_dot_cluster_parent (LsnDotGraph *graph, guint cluster);
guint        lsn_dot_graph_n_edges (LsnDotGraph *graph);
void         lsn_dot_edge_ends    (LsnDotGraph *graph, guint edge, guint *tail, guint *head);
/* Attributes of what: 'g' graph, 'n' node, 'e' edge, 'c' cluster. Explicit or default values that are not "". */
guint        lsn_dot_n_attributes (LsnDotGraph *graph, char what, guint index);
void         lsn_dot_attribute    (LsnDotGraph *graph, char what, guint index, guint attribute,
                                   const char **name, const char **value);

/* Graphviz's own formats: @dot is text that io/dot-writer.c made; nodes carry `pos`. */
const char * const *lsn_graphviz_formats (void);   /* the allow-list; NULL-terminated */
void         lsn_graphviz_render_async  (GBytes *dot, const char *format, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
GBytes      *lsn_graphviz_render_finish (GAsyncResult *result, GError **error);

G_END_DECLS
