/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout.h"
#include "engine/rect.h"

G_BEGIN_DECLS

/* A map as a layout sees it: boxes in boxes. A unit is an actor that is drawn as itself, or a container as the frame around
 * its inside. Unit 0 is the ground that all stand on. Units are in the order of their actors' ids. */

typedef struct
{
  LsnRow   actor;
  guint    parent;       /* a unit; of unit 0 itself */
  guint    depth;        /* 0 for the ground */
  gboolean is_container;
  gboolean is_fixed;     /* its cells keep their place */
  gboolean is_held;      /* does not move as a whole: fixed, or something inside is */
  gboolean has_place;
  double   old_x, old_y; /* of the cells, when it has a place */
  double   left, above;  /* from the box's corner to the actor's place; containers: to the middle */
  double   min_width;    /* of a container's frame, for its title */
  LsnRect  content;      /* of a held container: what its frame must hold so far */
  LsnRect  box;          /* of a container: its frame; within a container that is not held, from that one's own origin */
  GArray  *children;     /* of guint */
  GArray  *ties;         /* of LsnUnitTie: between two children, or units inside of them */
} LsnUnit;

typedef struct
{
  guint tail, head;      /* children */
} LsnUnitTie;

typedef struct
{
  LsnMap  *map;
  GArray  *units;        /* of LsnUnit */
  guint   *unit_of;      /* by row; 0 for actors that are no unit */
  guint    n_rows;
  guint    max_depth;    /* of containers */
  GCancellable *cancellable;   /* (nullable) borrowed: asked by whatever takes long; then boxes are anywhere */
} LsnUnits;

gboolean  lsn_units_is_pinned (LsnMap *map,
                               LsnRow  actor);
LsnUnits *lsn_units_new     (LsnMap                 *map,
                             const LsnLayoutOptions *options,
                             const LsnExtents       *extents,
                             guint                   n_extents);
void      lsn_units_free    (LsnUnits *units);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnUnits, lsn_units_free)

static inline LsnUnit *
lsn_units_get (LsnUnits *units,
               guint     unit)
{
  return &g_array_index (units->units, LsnUnit, unit);
}

static inline guint
lsn_unit_child (const LsnUnit *unit,
                guint          i)
{
  return g_array_index (unit->children, guint, i);
}

LsnRect   lsn_frame_around  (LsnRect content,
                             double  min_width);
gboolean  lsn_units_is_within (LsnUnits *units,
                               guint     unit,
                               guint     container);
LsnRect   lsn_units_actor_bounds (LsnUnits *units,
                                  guint     index,
                                  double    dx,
                                  double    dy);
GArray   *lsn_units_places  (LsnUnits *units);
LsnRect  *lsn_units_boxes   (LsnUnits *units);

G_END_DECLS
