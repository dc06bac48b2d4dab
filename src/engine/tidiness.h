/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "engine/layout-units.h"

G_BEGIN_DECLS

/* What makes a map hard to read, counted: here and nowhere else, for offers of layouts, their search and benchmarks. */

typedef struct
{
  guint n_crossings;  /* pairs of straight lines between actors that cross; several ties between the same two are one line */
  guint n_overlaps;   /* pairs of actors whose boxes, names included, overlap */
  guint n_strangers;  /* pairs of an actor and the frame of a container that it stands in but is not in */
} LsnTidiness;

LsnTidiness lsn_tidiness_of_map (LsnMap           *map,
                                 const LsnPlace   *places,
                                 guint             n_places,
                                 const LsnExtents *extents,
                                 guint             n_extents);

/* A line between two units that stand */
typedef struct
{
  guint   tail, head;
  double  x0, y0, x1, y1;
  LsnRect bounds;
} LsnTieLine;

/* The same of units that move: each box of an actor is where it stands, and frames follow. */
typedef struct
{
  LsnUnits *units;
  gboolean *stands;   /* by unit: an actor with a place, or a container with such inside */
  GArray   *lines;    /* of LsnTieLine */
  GArray  **own;      /* by unit: of guint, the lines that end there */
  gboolean *is_own;   /* by line: scratch, FALSE */
} LsnDrawing;

LsnDrawing *lsn_drawing_new    (LsnUnits       *units,
                                const LsnPlace *places,
                                guint           n_places);
void        lsn_drawing_free   (LsnDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LsnDrawing, lsn_drawing_free)
void        lsn_drawing_move   (LsnDrawing *drawing,
                                guint       unit,
                                LsnRect     box);
LsnTidiness lsn_drawing_count  (LsnDrawing *drawing);
LsnTidiness lsn_drawing_count_around (LsnDrawing *drawing,
                                      guint       unit);

G_END_DECLS
