/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/routes.h"

G_BEGIN_DECLS

/* Where names and the labels of ties go. */

/* Beside or below each body where it is free; into the spots. */
void    lsn_labels_place_names (LsnStage  *stage,
                                LsnRoutes *routes);

typedef struct
{
  guint    route;
  LsnText *text;
  LsnPoint anchor;
  LsnBox   box;
  LsnColour ground;
  gboolean  plate;   /* lies on a line that goes up and down, and would show between the letters */
} LsnTieLabel;

/* Array of LsnTieLabel whose texts the caller owns; names must be placed. */
GArray *lsn_labels_place_ties  (LsnStage  *stage,
                                LsnRoutes *routes);

G_END_DECLS
