/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/jobs.h"

#include <string.h>

#include "helpers/layout/dot-text.h"
#include "helpers/layout/graphviz-context.h"
#include "wire/limits.h"
#include "wire/render-message.h"

/* Attributes that name a file, or make one be named in the picture. Graphviz would open some of them. */
static const char * const file_attributes[] = {
  "image", "imagepath", "shapefile", "fontpath", "stylesheet", "_background", NULL
};

static gboolean
names_a_file (const char *attribute,
              char       *value)
{
  if (g_strv_contains (file_attributes, attribute))
    return TRUE;
  if (aghtmlstr (value))
    {
      g_autofree char *lower = g_ascii_strdown (value, -1);

      return strstr (lower, "<img") != NULL;
    }
  return FALSE;
}

static void
strip_object (Agraph_t *root,
              int       kind,
              void     *object)
{
  for (Agsym_t *symbol = agnxtattr (root, kind, NULL); symbol != NULL; symbol = agnxtattr (root, kind, symbol))
    if (names_a_file (symbol->name, agxget (object, symbol)))
      agxset (object, symbol, (char *) "");
}

static void
strip_subgraphs (Agraph_t *root,
                 Agraph_t *graph)
{
  strip_object (root, AGRAPH, graph);
  for (Agraph_t *subgraph = agfstsubg (graph); subgraph != NULL; subgraph = agnxtsubg (subgraph))
    strip_subgraphs (root, subgraph);
}

static void
strip_files (Agraph_t *graph)
{
  strip_subgraphs (graph, graph);
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    {
      strip_object (graph, AGNODE, node);
      for (Agedge_t *edge = agfstout (graph, node); edge != NULL; edge = agnxtout (graph, edge))
        strip_object (graph, AGEDGE, edge);
    }
}

static gboolean
every_node_has_a_place (Agraph_t *graph)
{
  Agsym_t *symbol = agattr (graph, AGNODE, (char *) "pos", NULL);

  if (symbol == NULL)
    return agnnodes (graph) == 0;
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    if (*agxget (node, symbol) == '\0')
      return FALSE;
  return TRUE;
}

/* The places of the text are kept; without them the quickest engine makes some. */
static GBytes *
render (GVC_t      *gvc,
        Agraph_t   *graph,
        const char *format)
{
  char *data = NULL;
  unsigned length = 0;
  GBytes *picture = NULL;

  if (gvLayout (gvc, graph, every_node_has_a_place (graph) ? "nop" : "sfdp") != 0)
    return NULL;
  if (gvRenderData (gvc, graph, format, &data, &length) == 0 && data != NULL && length <= LSN_WIRE_MAX_FRAME)
    picture = g_bytes_new (data, length);
  if (data != NULL)
    gvFreeRenderData (data);
  gvFreeLayout (gvc, graph);
  return picture;
}

/**
 * lsn_render_prepare:
 *
 * Plugins and fonts are read when a format needs them: the box lets that through.
 */
void
lsn_render_prepare (void)
{
  lsn_graphviz_context ();
}

GBytes *
lsn_render_job (GBytes      *payload,
                LsnRefusal **refusal)
{
  g_autofree char *format = NULL;
  g_autoptr (GBytes) dot = lsn_render_request_unpack (payload, &format, NULL);
  LsnDotText text;
  Agraph_t *graph;
  GBytes *picture;

  if (dot == NULL)
    *refusal = lsn_refusal_new (LSN_REFUSAL_REQUEST, 0, "");
  if (dot == NULL || !lsn_dot_text_open (&text, dot, refusal))
    return NULL;
  graph = lsn_dot_text_next (&text, refusal);
  if (graph == NULL)
    {
      if (*refusal == NULL)
        *refusal = lsn_refusal_new (LSN_REFUSAL_EMPTY, 0, "");
      return NULL;
    }
  strip_files (graph);
  picture = render (lsn_graphviz_context (), graph, format);
  agclose (graph);
  if (picture == NULL)
    *refusal = lsn_graphviz_refusal (LSN_REFUSAL_FAILED);
  return picture;
}
