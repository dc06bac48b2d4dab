/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* Seeded random maps for the tests and benchmarks of all layers. */

typedef struct
{
  guint32  seed;
  guint    n_actors;
  guint    n_ties;
  guint    n_containers;  /* of the actors; each holds some of the others, a third of them inside another container */
  gboolean clustered;     /* places in clusters and ties mostly inside them; else anywhere */
  gboolean placed;        /* actors have x and y */
  gboolean cells;         /* names, kinds, power, trust and the rest; else only ends and names */
} LsnRandomMap;

/* A map that is loaded and has no history. Transfer full. */
LsnMap *lsn_random_map_new (const LsnRandomMap *options);

/* Random edits, inside a transaction, on whatever is there: rows, cells and columns of every table, refused ones too. */
void    lsn_random_map_edit (LsnMap *map,
                             GRand  *rand,
                             guint   n_primitives);

G_END_DECLS
