/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The layout engines: named by what they do, in the order of the menu. Drives window, command line and documentation. */

typedef struct
{
  const char *id;           /* "dot": the word of the command line and of Graphviz */
  const char *label;        /* untranslated; msgctxt "layout engine": "Hierarchy" */
  const char *description;  /* untranslated sentence: "Levels from top to bottom, along the direction of ties" */
  guint       comfortable;  /* actors up to which it is quick (within 5 s); above, its expected time is said */
} LsnEngineInfo;

const LsnEngineInfo *lsn_engine_catalog (guint *n_engines);
const LsnEngineInfo *lsn_engine_find    (const char *id);
const char          *lsn_engine_label       (const LsnEngineInfo *engine); /* translated */
const char          *lsn_engine_description (const LsnEngineInfo *engine); /* translated */
/* Seconds that it will take for so many nodes and edges, roughly, from measurements. */
double               lsn_engine_expected_time (const LsnEngineInfo *engine, guint n_nodes, guint n_edges);
const char          *lsn_engine_default     (guint n_nodes, guint n_edges);

G_END_DECLS
