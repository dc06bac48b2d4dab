/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/jobs.h"

#include <graphviz/cgraph.h>
#include <string.h>

#include "helpers/layout/dot-merge.h"
#include "helpers/layout/dot-text.h"
#include "helpers/layout/graphviz-context.h"
#include "wire/limits.h"
#include "wire/parse-message.h"

/* Turns what cgraph has read into flat arrays. Equal texts are kept once. */
typedef struct
{
  Agraph_t   *graph;
  gboolean    latin1;
  LsnParsed  *parsed;
  GHashTable *texts;          /* text -> index + 1 */
  GByteArray *bytes;
  GArray     *text_starts, *cluster_names, *cluster_parents, *attribute_starts, *attribute_names, *attribute_values;
  GPtrArray  *clusters;       /* of Agraph_t, in the order of their indices */
  GHashTable *node_indices;   /* Agnode_t -> index + 1 */
  GHashTable *node_clusters;  /* Agnode_t -> innermost cluster */
} Flattener;

static void
append_u32 (GArray *array,
            guint32 value)
{
  g_array_append_val (array, value);
}

static char *
latin1_to_utf8 (const char *text)
{
  GString *utf8 = g_string_new (NULL);

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    g_string_append_unichar (utf8, *p);
  return g_string_free (utf8, FALSE);
}

/* The index of a text. What is not UTF-8 is taken for Latin-1, as Graphviz does. */
static guint32
add_text (Flattener  *flattener,
          const char *text)
{
  g_autofree char *converted = NULL;
  gpointer known;
  guint32 index;

  if (flattener->latin1 || !g_utf8_validate (text, -1, NULL))
    text = converted = latin1_to_utf8 (text);
  known = g_hash_table_lookup (flattener->texts, text);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;

  index = flattener->text_starts->len;
  append_u32 (flattener->text_starts, flattener->bytes->len);
  g_byte_array_append (flattener->bytes, (const guint8 *) text, strlen (text) + 1);
  g_hash_table_insert (flattener->texts, g_strdup (text), GUINT_TO_POINTER (index + 1));
  return index;
}

/* A value; one in the markup of HTML stands between < and >, as in DOT. A label that only looks so has the first written as the
 * entity, which means the same in a label. */
static guint32
add_value (Flattener  *flattener,
           const char *name,
           char       *value)
{
  g_autofree char *marked = NULL;

  if (aghtmlstr (value))
    marked = g_strconcat ("<", value, ">", NULL);
  else if (*value == '<' && g_str_has_suffix (value, ">") && g_str_equal (name, "label"))
    marked = g_strconcat ("&lt;", value + 1, NULL);
  return add_text (flattener, marked != NULL ? marked : value);
}

/* What nobody named has a name of cgraph's making, which begins with a percent sign. */
static guint32
add_name (Flattener *flattener,
          void      *object)
{
  const char *name = agnameof (object);

  return add_text (flattener, name == NULL || *name == '%' ? "" : name);
}

static gboolean
is_cluster (Agraph_t *subgraph)
{
  const char *name = agnameof (subgraph);

  return name != NULL && g_str_has_prefix (name, "cluster");
}

static void
gather_clusters (Flattener *flattener,
                 Agraph_t  *graph,
                 guint32    inside)
{
  for (Agraph_t *subgraph = agfstsubg (graph); subgraph != NULL; subgraph = agnxtsubg (subgraph))
    {
      guint32 cluster = inside;

      if (is_cluster (subgraph))
        {
          append_u32 (flattener->cluster_names, add_name (flattener, subgraph));
          append_u32 (flattener->cluster_parents, inside);
          g_ptr_array_add (flattener->clusters, subgraph);
          cluster = flattener->clusters->len;
          for (Agnode_t *node = agfstnode (subgraph); node != NULL; node = agnxtnode (subgraph, node))
            g_hash_table_insert (flattener->node_clusters, agsubnode (flattener->graph, node, FALSE),
                                 GUINT_TO_POINTER (cluster));
        }
      gather_clusters (flattener, subgraph, cluster);
    }
}

/* @outer: whose values are inherited, and therefore not the object's own; NULL when all values are */
static void
add_attributes (Flattener *flattener,
                int        kind,
                void      *object,
                void      *outer)
{
  append_u32 (flattener->attribute_starts, flattener->attribute_names->len);
  for (Agsym_t *symbol = agnxtattr (flattener->graph, kind, NULL);
       symbol != NULL && flattener->attribute_names->len <= LSN_WIRE_MAX_ATTRIBUTES;
       symbol = agnxtattr (flattener->graph, kind, symbol))
    {
      char *value = agxget (object, symbol);

      if (value == NULL || *value == '\0' || (outer != NULL && g_strcmp0 (value, agxget (outer, symbol)) == 0))
        continue;
      append_u32 (flattener->attribute_names, add_text (flattener, symbol->name));
      append_u32 (flattener->attribute_values, add_value (flattener, symbol->name, value));
    }
}

static void
add_nodes (Flattener *flattener)
{
  LsnParsed *parsed = flattener->parsed;
  guint i = 0;

  parsed->n_nodes = agnnodes (flattener->graph);
  parsed->node_name = g_new (guint32, parsed->n_nodes);
  parsed->node_cluster = g_new (guint32, parsed->n_nodes);
  for (Agnode_t *node = agfstnode (flattener->graph); node != NULL; node = agnxtnode (flattener->graph, node))
    {
      parsed->node_name[i] = add_text (flattener, agnameof (node));
      parsed->node_cluster[i] = GPOINTER_TO_UINT (g_hash_table_lookup (flattener->node_clusters, node));
      add_attributes (flattener, AGNODE, node, NULL);
      g_hash_table_insert (flattener->node_indices, node, GUINT_TO_POINTER (++i));
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  guint64 first = AGSEQ (*(Agedge_t **) a), second = AGSEQ (*(Agedge_t **) b);

  return first < second ? -1 : first > second;
}

/* In the order of the text: cgraph keeps them by tail. */
static void
add_edges (Flattener *flattener)
{
  LsnParsed *parsed = flattener->parsed;
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  for (Agnode_t *node = agfstnode (flattener->graph); node != NULL; node = agnxtnode (flattener->graph, node))
    for (Agedge_t *edge = agfstout (flattener->graph, node); edge != NULL; edge = agnxtout (flattener->graph, edge))
      g_ptr_array_add (edges, edge);
  g_ptr_array_sort (edges, compare_edges);

  parsed->n_edges = edges->len;
  parsed->tail = g_new (guint32, edges->len);
  parsed->head = g_new (guint32, edges->len);
  for (guint i = 0; i < edges->len; i++)
    {
      Agedge_t *edge = g_ptr_array_index (edges, i);

      parsed->tail[i] = GPOINTER_TO_UINT (g_hash_table_lookup (flattener->node_indices, agtail (edge))) - 1;
      parsed->head[i] = GPOINTER_TO_UINT (g_hash_table_lookup (flattener->node_indices, aghead (edge))) - 1;
      add_attributes (flattener, AGEDGE, edge, NULL);
    }
}

static gboolean
is_latin1 (Agraph_t *graph)
{
  static const char * const names[] = { "latin1", "latin-1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
                                        NULL };
  char *charset = agget (graph, (char *) "charset");
  g_autofree char *lower = charset == NULL ? NULL : g_ascii_strdown (charset, -1);

  return lower != NULL && g_strv_contains (names, lower);
}

static guint32 *
steal_u32s (GArray **array,
            guint   *n)
{
  *n = (*array)->len;
  return (guint32 *) g_array_free (g_steal_pointer (array), FALSE);
}

static void
flatten (Flattener *flattener)
{
  LsnParsed *parsed = flattener->parsed;
  guint n;

  parsed->directed = agisdirected (flattener->graph) != 0;
  parsed->name = add_name (flattener, flattener->graph);
  gather_clusters (flattener, flattener->graph, 0);
  add_attributes (flattener, AGRAPH, flattener->graph, NULL);
  for (guint i = 0; i < flattener->clusters->len; i++)
    add_attributes (flattener, AGRAPH, g_ptr_array_index (flattener->clusters, i), flattener->graph);
  add_nodes (flattener);
  add_edges (flattener);
  append_u32 (flattener->attribute_starts, flattener->attribute_names->len);

  parsed->cluster_name = steal_u32s (&flattener->cluster_names, &parsed->n_clusters);
  parsed->cluster_parent = steal_u32s (&flattener->cluster_parents, &n);
  parsed->attribute_start = steal_u32s (&flattener->attribute_starts, &n);
  parsed->attribute_name = steal_u32s (&flattener->attribute_names, &parsed->n_attributes);
  parsed->attribute_value = steal_u32s (&flattener->attribute_values, &n);
  parsed->text_start = steal_u32s (&flattener->text_starts, &parsed->n_texts);
  parsed->n_bytes = flattener->bytes->len;
  parsed->bytes = (char *) g_byte_array_free (g_steal_pointer (&flattener->bytes), FALSE);
}

static LsnParsed *
parsed_from_graph (Agraph_t *graph)
{
  Flattener flattener = {
    .graph = graph,
    .latin1 = is_latin1 (graph),
    .parsed = g_new0 (LsnParsed, 1),
    .texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .bytes = g_byte_array_new (),
    .text_starts = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .cluster_names = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .cluster_parents = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .attribute_starts = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .attribute_names = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .attribute_values = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .clusters = g_ptr_array_new (),
    .node_indices = g_hash_table_new (NULL, NULL),
    .node_clusters = g_hash_table_new (NULL, NULL),
  };

  flatten (&flattener);
  g_hash_table_unref (flattener.texts);
  g_ptr_array_unref (flattener.clusters);
  g_hash_table_unref (flattener.node_indices);
  g_hash_table_unref (flattener.node_clusters);
  return flattener.parsed;
}

/* A short text can make many edges, {...} -> {...}: they are counted before anything is made of them. */
static gboolean
is_too_large (Agraph_t *graph)
{
  return (guint) agnnodes (graph) > LSN_WIRE_MAX_NODES || (guint) agnedges (graph) > LSN_WIRE_MAX_EDGES;
}

/* What the caller does not take need not be sent. Flattening ends one above the most attributes. */
static gboolean
may_be_sent (const LsnParsed *parsed)
{
  return parsed->n_clusters <= LSN_WIRE_MAX_CLUSTERS && parsed->n_texts <= LSN_WIRE_MAX_TEXTS
         && parsed->n_bytes <= LSN_WIRE_MAX_FRAME && parsed->n_attributes <= LSN_WIRE_MAX_ATTRIBUTES;
}

/* Puts the graphs after the first into it, and counts them. One that is no DOT is a refusal of all. */
static guint
merge_more (Agraph_t    *into,
            LsnDotText  *text,
            LsnRefusal **refusal)
{
  guint n = 0;
  Agraph_t *graph;

  while (!is_too_large (into) && (graph = lsn_dot_text_next (text, refusal)) != NULL)
    {
      lsn_dot_merge (into, graph);
      agclose (graph);
      n++;
    }
  return n;
}

/**
 * lsn_parse_prepare:
 *
 * cgraph opens nothing of itself; its lexer is warmed up so that its tables are in memory.
 */
void
lsn_parse_prepare (void)
{
  g_autoptr (GBytes) dot = g_bytes_new_static ("graph{a--b}", strlen ("graph{a--b}"));
  g_autoptr (LsnRefusal) refusal = NULL;
  LsnDotText text;
  Agraph_t *graph;

  lsn_graphviz_context ();
  if (!lsn_dot_text_open (&text, dot, &refusal))
    return;
  graph = lsn_dot_text_next (&text, &refusal);
  if (graph != NULL)
    agclose (graph);
}

GBytes *
lsn_parse_job (GBytes      *payload,
               LsnRefusal **refusal)
{
  LsnDotText text;
  Agraph_t *graph;
  guint n_more;
  g_autoptr (LsnParsed) parsed = NULL;
  GBytes *answer;

  if (!lsn_dot_text_open (&text, payload, refusal))
    return NULL;
  graph = lsn_dot_text_next (&text, refusal);
  if (graph == NULL)
    {
      if (*refusal == NULL)
        *refusal = lsn_refusal_new (LSN_REFUSAL_EMPTY, 0, "");
      return NULL;
    }
  n_more = merge_more (graph, &text, refusal);
  if (*refusal == NULL && is_too_large (graph))
    *refusal = lsn_refusal_new (LSN_REFUSAL_LIMIT, 0, "");
  if (*refusal == NULL)
    {
      parsed = parsed_from_graph (graph);
      parsed->n_graphs = 1 + n_more;
      if (!may_be_sent (parsed))
        *refusal = lsn_refusal_new (LSN_REFUSAL_LIMIT, 0, "");
    }
  agclose (graph);
  if (*refusal != NULL)
    return NULL;
  answer = lsn_parsed_pack (parsed);
  if (g_bytes_get_size (answer) > LSN_WIRE_MAX_FRAME)
    {
      g_clear_pointer (&answer, g_bytes_unref);
      *refusal = lsn_refusal_new (LSN_REFUSAL_LIMIT, 0, "");
    }
  return answer;
}
