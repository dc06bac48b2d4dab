/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Where things stand in a small picture of the whole map. Pure functions. */

/**
 * LsnMinimapFit:
 * @scale: pixels of the small picture per map unit; 0 when there is nothing to show
 * @picture: where the map stands, in pixels
 * @area: what of the map is shown there, in map units
 */
typedef struct
{
  double scale;
  LsnBox picture;
  LsnBox area;
} LsnMinimapFit;

LsnMinimapFit lsn_minimap_fit      (const LsnBox *area,
                                    double        width,
                                    double        height);
LsnPoint      lsn_minimap_place    (const LsnMinimapFit *fit,
                                    LsnPoint             place);
LsnPoint      lsn_minimap_to_map   (const LsnMinimapFit *fit,
                                    LsnPoint             pixel);
LsnBox        lsn_minimap_frame    (const LsnMinimapFit *fit,
                                    const LsnBox        *visible);
gboolean      lsn_minimap_is_whole (const LsnBox *area,
                                    const LsnBox *visible);

G_END_DECLS
