/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the layout helper is asked, and what it answers. Places are centres in map units, y down. */

/**
 * LsnFlatGraph:
 *
 * One graph to lay out: @n_nodes boxes and @n_edges lines between them. @fixed says which of them have a place (@x, @y) to
 * keep: engines that can are told, the others ignore it.
 */
typedef struct
{
  guint    n_nodes;
  double  *width, *height;
  double  *x, *y;
  guint8  *fixed;
  guint    n_edges;
  guint32 *tail, *head;
  double   length;        /* what should be free between two boxes that an edge joins */
} LsnFlatGraph;

typedef struct
{
  char      *engine;
  guint32    seed;
  GPtrArray *graphs;      /* of LsnFlatGraph */
} LsnLayoutRequest;

LsnFlatGraph     *lsn_flat_graph_new          (guint n_nodes,
                                               guint n_edges);
void              lsn_flat_graph_free         (LsnFlatGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnFlatGraph, lsn_flat_graph_free)

LsnLayoutRequest *lsn_layout_request_new      (const char       *engine,
                                               guint32           seed);
void              lsn_layout_request_free     (LsnLayoutRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnLayoutRequest, lsn_layout_request_free)
GBytes           *lsn_layout_request_pack     (LsnLayoutRequest *request);
LsnLayoutRequest *lsn_layout_request_unpack   (GBytes  *payload,
                                               GError **error);

GBytes           *lsn_layout_answer_pack      (LsnLayoutRequest *request);
gboolean          lsn_layout_answer_unpack    (LsnLayoutRequest *request,
                                               GBytes           *payload,
                                               GError          **error);

G_END_DECLS
