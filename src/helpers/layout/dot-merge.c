/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/dot-merge.h"

/* A DOT file may hold several graphs, a map is one: the later ones are put into the first. */

static Agsym_t *
find_attribute (Agraph_t *graph,
                int       kind,
                char     *name)
{
  Agsym_t *symbol = agattr (graph, kind, name, NULL);

  return symbol != NULL ? symbol : agattr (graph, kind, name, (char *) "");
}

/* What @copy already says of itself stays. */
static void
copy_attributes (Agraph_t *into,
                 void     *copy,
                 Agraph_t *from,
                 void     *object,
                 int       kind)
{
  for (Agsym_t *symbol = agnxtattr (from, kind, NULL); symbol != NULL; symbol = agnxtattr (from, kind, symbol))
    {
      char *value = agxget (object, symbol);
      Agsym_t *same;
      char *known;

      if (value == NULL || *value == '\0')
        continue;
      same = find_attribute (into, kind, symbol->name);
      known = agxget (copy, same);
      if (known != NULL && *known != '\0')
        continue;
      /* Once cgraph knows the text as markup, setting it keeps that it is */
      if (aghtmlstr (value))
        value = agstrdup_html (into, value);
      agxset (copy, same, value);
    }
}

static Agnode_t *
find_node (Agraph_t *into,
           Agnode_t *node)
{
  return agnode (into, agnameof (node), TRUE);
}

static void
copy_edge (Agraph_t *into,
           Agraph_t *from,
           Agedge_t *edge)
{
  Agedge_t *copy = agedge (into, find_node (into, agtail (edge)), find_node (into, aghead (edge)), NULL, TRUE);
  Agsym_t *direction;

  if (copy == NULL)
    return;
  copy_attributes (into, copy, from, edge, AGEDGE);
  if (agisdirected (into) == agisdirected (from))
    return;
  direction = find_attribute (into, AGEDGE, (char *) "dir");
  if (*agxget (copy, direction) == '\0')
    agxset (copy, direction, (char *) (agisdirected (from) ? "forward" : "none"));
}

static void
copy_subgraphs (Agraph_t *into,
                Agraph_t *into_parent,
                Agraph_t *from,
                Agraph_t *parent)
{
  for (Agraph_t *subgraph = agfstsubg (parent); subgraph != NULL; subgraph = agnxtsubg (subgraph))
    {
      char *name = agnameof (subgraph);
      Agraph_t *copy = agsubg (into_parent, name == NULL || *name == '%' ? NULL : name, TRUE);

      copy_attributes (into, copy, from, subgraph, AGRAPH);
      for (Agnode_t *node = agfstnode (subgraph); node != NULL; node = agnxtnode (subgraph, node))
        agsubnode (copy, find_node (into, node), TRUE);
      copy_subgraphs (into, copy, from, subgraph);
    }
}

/**
 * lsn_dot_merge:
 * @into: the graph that grows
 * @from: another one, which stays as it is
 *
 * Puts the nodes, edges and subgraphs of @from into @into. Nodes and clusters of one name become one, as they do within a graph;
 * what @into says of them counts. Edges are added; they keep whether they have a direction. O(nodes + edges + attributes).
 */
void
lsn_dot_merge (Agraph_t *into,
               Agraph_t *from)
{
  for (Agnode_t *node = agfstnode (from); node != NULL; node = agnxtnode (from, node))
    copy_attributes (into, find_node (into, node), from, node, AGNODE);
  for (Agnode_t *node = agfstnode (from); node != NULL; node = agnxtnode (from, node))
    for (Agedge_t *edge = agfstout (from, node); edge != NULL; edge = agnxtout (from, edge))
      copy_edge (into, from, edge);
  copy_subgraphs (into, into, from, from);
}
