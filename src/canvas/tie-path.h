/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "scene/scene.h"

G_BEGIN_DECLS

/* Places along the flattened line of a tie, as lsn_scene_tie_path () gives it: shares of its length, 0 at its source. */

double   lsn_tie_path_share  (GArray  *path,
                              LsnPoint near,
                              double  *distance);
LsnPoint lsn_tie_path_at     (GArray *path,
                              double  share);
guint    lsn_tie_path_number (GArray  *path,
                              GArray  *bends,
                              LsnPoint at);
double   lsn_tie_path_widest (GArray *path,
                              GArray *bends);

G_END_DECLS
