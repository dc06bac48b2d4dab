/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include <gtk/gtk.h>
#include "canvas/minimap-fit.h"
#include "model/find.h"
#include "model/selection.h"

G_BEGIN_DECLS

/* What is selected and what was found, in a small picture of the map: one texture, however many they are. */

typedef struct
{
  LsnMap              *map;
  LsnScene            *scene;
  LsnSelection        *selection;
  GArray              *found; /* of LsnFound */
  const LsnMinimapFit *fit;
} LsnMinimapMarks;

GdkTexture *lsn_minimap_marks_paint (const LsnMinimapMarks *marks,
                                     int                    width,
                                     int                    height,
                                     int                    scale_factor);

G_END_DECLS
