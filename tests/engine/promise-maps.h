/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "outcome.h"

G_BEGIN_DECLS

/* Random maps of which something is fixed, and what a layout of them keeps. */

typedef enum
{
  /* what people do: on a map that was laid out once */
  WAY_PINS,          /* a fifth is pinned where it is */
  WAY_DRAGGED,       /* the same, and those in no container were dragged before */
  WAY_SCOPE,         /* half is out of scope */
  WAY_NEW,           /* half has a place, only the others move */
  /* harsh ones */
  WAY_SCATTERED,     /* a fifth is pinned somewhere on the whole map, members of many containers too */
  WAY_TEN,           /* ten of forty are */
  WAY_HALF,          /* every second one is pinned, those in no container were dragged before */
  WAY_RANDOM_SCOPE,  /* half is out of scope, on a map that was never laid out */
  WAY_NESTED,        /* containers three deep */
  WAY_ALL_BUT_ONE,
  WAY_TWO_PARTS,     /* pins in one of two parts that no tie joins */
  N_WAYS
} Way;

typedef struct
{
  guint  n_actors;
  guint  n_overlaps;     /* pairs */
  guint  n_moved;        /* fixed actors that were moved, and free ones that were not */
  guint  n_strangers;    /* pairs of a frame and an actor in it that is not of it, without: */
  guint  n_impossible;   /* such pairs that cannot be avoided: what is fixed leaves no place to some actor */
  double free_median;    /* of the distances between who moves and who does not: without pins */
  double fixed_median;   /* with them */
  double possible;       /* when that is too far: what the fixed ones allow at best */
} Kept;

extern const char * const way_names[N_WAYS];

Kept kept_by (const char *engine,
              guint       seed,
              Way         way,
              guint       max_actors);

G_END_DECLS
