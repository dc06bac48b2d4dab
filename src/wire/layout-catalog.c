/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "wire/layout-catalog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Up to so many actors the default is the engine that does best for small maps. */
#define SMALL_MAP 300

static const LsnEngineInfo engines[] = {
  /* Translators: an engine that lays a map out, named by what comes out */
  { "neato", NC_("layout engine", "Organic"),
    N_("Tied actors stand close together, others as far apart as the ties between them say."), 1000 },
  /* Translators: an engine that lays a map out, named by what comes out */
  { "fdp", NC_("layout engine", "Clusters"),
    N_("Ties pull and actors push each other away, so that groups stand apart."), 2000 },
  /* Translators: an engine that lays a map out, named by what comes out */
  { "sfdp", NC_("layout engine", "Overview"),
    N_("A quick overview of hundreds or thousands of actors."), 12000 },
  /* Translators: an engine that lays a map out, named by what comes out */
  { "dot", NC_("layout engine", "Hierarchy"),
    N_("Levels from top to bottom, along the direction of the ties."), 300 },
  /* Translators: an engine that lays a map out, named by what comes out */
  { "twopi", NC_("layout engine", "Radial"),
    N_("Rings around the most central actor, by the number of ties from it."), 3000 },
  /* Translators: an engine that lays a map out, named by what comes out */
  { "circo", NC_("layout engine", "Circle"),
    N_("Actors that reach each other in several ways stand on a circle."), 100 },
};

/* Seconds are factor * (nodes + edges) ^ power; fitted to runs over clustered graphs with 2.5 to 5 edges per node. */
static const struct
{
  double factor, power;
} costs[G_N_ELEMENTS (engines)] = {
  { 3.1e-7, 1.9 }, { 1e-8, 2.1 }, { 6e-5, 1.0 }, { 9.2e-8, 2.35 }, { 7e-11, 2.5 }, { 1.2e-7, 3.0 },
};

/**
 * lsn_engine_catalog:
 * @n_engines: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_engines): the engines, in the order of the menu
 */
const LsnEngineInfo *
lsn_engine_catalog (guint *n_engines)
{
  *n_engines = G_N_ELEMENTS (engines);
  return engines;
}

/**
 * lsn_engine_find:
 * @id: a word of the command line
 *
 * Returns: (transfer none) (nullable): that engine, or %NULL when there is none of that name
 */
const LsnEngineInfo *
lsn_engine_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    if (g_str_equal (engines[i].id, id))
      return &engines[i];
  return NULL;
}

/**
 * lsn_engine_label:
 * @engine: one of the catalogue
 *
 * Returns: (transfer none): its name, translated
 */
const char *
lsn_engine_label (const LsnEngineInfo *engine)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "layout engine", engine->label);
}

/**
 * lsn_engine_description:
 * @engine: one of the catalogue
 *
 * Returns: (transfer none): what it does, a translated sentence
 */
const char *
lsn_engine_description (const LsnEngineInfo *engine)
{
  return g_dgettext (GETTEXT_PACKAGE, engine->description);
}

/**
 * lsn_engine_expected_time:
 * @engine: one of the catalogue
 * @n_nodes: how many actors
 * @n_edges: how many ties
 *
 * Returns: how many seconds it will take, roughly
 */
double
lsn_engine_expected_time (const LsnEngineInfo *engine,
                          guint                n_nodes,
                          guint                n_edges)
{
  return costs[engine - engines].factor * pow ((double) n_nodes + n_edges, costs[engine - engines].power);
}

/**
 * lsn_engine_default:
 * @n_nodes: how many actors
 * @n_edges: how many ties
 *
 * Returns: (transfer none): the id of the engine that a map of that size is laid out with when nobody chooses
 */
const char *
lsn_engine_default (guint n_nodes,
                    guint n_edges)
{
  return n_nodes <= SMALL_MAP && n_edges <= 10 * SMALL_MAP ? "neato" : "sfdp";
}
