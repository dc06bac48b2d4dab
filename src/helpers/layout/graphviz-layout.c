/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "helpers/layout/jobs.h"

#include "helpers/layout/graphviz-context.h"
#include "wire/layout-catalog.h"
#include "wire/layout-message.h"
#include "wire/limits.h"

#define UNITS_PER_INCH 72.0   /* one unit is one point here; only the ratio of sizes to places counts */

static void
set_number (void       *object,
            const char *name,
            double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.4f", value);
  agset (object, (char *) name, text);
}

static void
declare (Agraph_t   *g,
         int         kind,
         const char *name,
         const char *value)
{
  agattr (g, kind, (char *) name, (char *) value);
}

static void
declare_number (Agraph_t   *g,
                int         kind,
                const char *name,
                double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  declare (g, kind, name, g_ascii_formatd (text, sizeof text, "%.4f", value));
}

/* Half of what a box is wide and high on average: so far from its centre an edge gets out of it, roughly. */
static double
radius (const LsnFlatGraph *flat,
        guint               node)
{
  return (flat->width[node] + flat->height[node]) / 4;
}

static double
typical_length (const LsnFlatGraph *flat)
{
  double sum = 0;

  for (guint i = 0; i < flat->n_nodes; i++)
    sum += radius (flat, i);
  return flat->length + 2 * sum / flat->n_nodes;
}

/* Everything that steers the engines, and no label: labels would open fonts. */
static Agraph_t *
new_graph (const char         *engine,
           guint32             seed,
           const LsnFlatGraph *flat)
{
  Agraph_t *g = agopen ((char *) "g", Agdirected, NULL);
  double length = typical_length (flat) / UNITS_PER_INCH, gap = flat->length / UNITS_PER_INCH;
  g_autofree char *start = g_strdup_printf ("%u", seed % 100000);

  declare (g, AGRAPH, "overlap", "true");
  declare (g, AGRAPH, "splines", "false");
  declare (g, AGRAPH, "inputscale", "72");
  declare (g, AGRAPH, "start", start);
  declare (g, AGRAPH, "nslimit", "1");
  declare (g, AGRAPH, "nslimit1", "1");
  declare (g, AGRAPH, "mclimit", "0.1");
  declare_number (g, AGRAPH, "K", length);
  declare_number (g, AGRAPH, "mindist", 0.6 * gap);
  declare_number (g, AGRAPH, "nodesep", 0.35 * gap);
  declare_number (g, AGRAPH, "ranksep", g_str_equal (engine, "twopi") ? length : 0.7 * gap);
  declare (g, AGNODE, "shape", "box");
  declare (g, AGNODE, "label", "");
  declare (g, AGNODE, "fixedsize", "true");
  declare (g, AGNODE, "width", "1");
  declare (g, AGNODE, "height", "1");
  declare (g, AGNODE, "pos", "");
  declare_number (g, AGEDGE, "len", length);
  return g;
}

/* Graphviz counts y upwards: turned here on the way in and in read_places () on the way out, and nowhere else. */
static void
set_place (Agnode_t *node,
           double    x,
           double    y)
{
  char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdup_printf ("%s,%s!", g_ascii_formatd (x_text, sizeof x_text, "%.4f", x),
                                           g_ascii_formatd (y_text, sizeof y_text, "%.4f", -y));

  agset (node, (char *) "pos", text);
}

static Agraph_t *
build_graph (const char         *engine,
             guint32             seed,
             const LsnFlatGraph *flat,
             Agnode_t          **nodes)
{
  Agraph_t *g = new_graph (engine, seed, flat);
  gboolean pins = g_str_equal (engine, "neato") || g_str_equal (engine, "fdp");

  for (guint i = 0; i < flat->n_nodes; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "%u", i);
      nodes[i] = agnode (g, name, TRUE);
      set_number (nodes[i], "width", flat->width[i] / UNITS_PER_INCH);
      set_number (nodes[i], "height", flat->height[i] / UNITS_PER_INCH);
      if (pins && flat->fixed[i])
        set_place (nodes[i], flat->x[i], flat->y[i]);
    }
  for (guint i = 0; i < flat->n_edges; i++)
    {
      Agedge_t *edge = agedge (g, nodes[flat->tail[i]], nodes[flat->head[i]], NULL, TRUE);

      set_number (edge, "len", (flat->length + radius (flat, flat->tail[i]) + radius (flat, flat->head[i])) / UNITS_PER_INCH);
    }
  return g;
}

static gboolean
read_places (LsnFlatGraph *flat,
             Agnode_t    **nodes)
{
  for (guint i = 0; i < flat->n_nodes; i++)
    {
      pointf place = ND_coord (nodes[i]);

      if (!(ABS (place.x) < LSN_WIRE_MAX_PLACE && ABS (place.y) < LSN_WIRE_MAX_PLACE))   /* NaN neither */
        return FALSE;
      flat->x[i] = place.x;
      flat->y[i] = -place.y;
    }
  return TRUE;
}

/* The graph is not closed: circo remembers the attributes of the last one by its address, and takes a new one at that address
 * for the same. The process ends soon. */
static gboolean
lay_out (GVC_t        *gvc,
         const char   *engine,
         guint32       seed,
         LsnFlatGraph *flat)
{
  g_autofree Agnode_t **nodes = g_new (Agnode_t *, flat->n_nodes);
  Agraph_t *g = build_graph (engine, seed, flat, nodes);
  gboolean done = gvLayout (gvc, g, engine) == 0 && read_places (flat, nodes);

  gvFreeLayout (gvc, g);
  return done;
}

/* Two nodes and an edge, by every engine: then all plugins are loaded. */
static void
warm_up (GVC_t *gvc)
{
  guint n_engines;
  const LsnEngineInfo *engines = lsn_engine_catalog (&n_engines);

  for (guint i = 0; i < n_engines; i++)
    {
      g_autoptr (LsnFlatGraph) flat = lsn_flat_graph_new (2, 1);

      flat->length = 100;
      flat->width[0] = flat->width[1] = flat->height[0] = flat->height[1] = 50;
      flat->head[0] = 1;
      lay_out (gvc, engines[i].id, 1, flat);
    }
}

void
lsn_layout_prepare (void)
{
  warm_up (lsn_graphviz_context ());
}

GBytes *
lsn_layout_job (GBytes      *payload,
                LsnRefusal **refusal)
{
  g_autoptr (LsnLayoutRequest) request = lsn_layout_request_unpack (payload, NULL);

  if (request == NULL)
    {
      *refusal = lsn_refusal_new (LSN_REFUSAL_REQUEST, 0, "");
      return NULL;
    }
  for (guint i = 0; i < request->graphs->len; i++)
    {
      LsnFlatGraph *flat = g_ptr_array_index (request->graphs, i);

      if (flat->n_nodes > 0 && !lay_out (lsn_graphviz_context (), request->engine, request->seed, flat))
        {
          *refusal = lsn_graphviz_refusal (LSN_REFUSAL_FAILED);
          return NULL;
        }
    }
  return lsn_layout_answer_pack (request);
}
