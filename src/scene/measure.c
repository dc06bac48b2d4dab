/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <math.h>
#include "scene/scene.h"
#include "scene/stage.h"

/* What layouts keep free. */

static LsnExtents
extents_of (LsnRow   actor,
            LsnPoint centre,
            LsnBox   reach)
{
  return (LsnExtents) { actor, ceil (centre.x - reach.x), ceil (reach.x + reach.width - centre.x),
                        ceil (centre.y - reach.y), ceil (reach.y + reach.height - centre.y) };
}

/**
 * lsn_scene_measure:
 * @map: a map, or a snapshot when this runs off the map's thread
 * @cache: shaped texts
 *
 * Measures every actor with its name below it, also those that a collapsed container hides; a frame as it stands now. What an
 * actor reaches does not depend on where it or others stand. Cost: O(actors), and the shaping of new texts.
 *
 * Returns: (transfer full): array of #LsnExtents in the order of the actors
 */
GArray *
lsn_scene_measure (LsnMap       *map,
                   LsnTextCache *cache)
{
  GArray *extents = g_array_sized_new (FALSE, FALSE, sizeof (LsnExtents), lsn_map_n_rows (map, LSN_TABLE_ACTORS));
  g_auto (LsnStage) stage = { NULL };

  lsn_stage_init (&stage, map, cache);
  stage.everybody = TRUE;
  lsn_stage_fill (&stage);
  for (guint i = 0; i < stage.n_spots; i++)
    {
      LsnExtents one = extents_of (stage.spots[i].row, stage.spots[i].centre, stage.spots[i].reach);

      g_array_append_val (extents, one);
    }

  return extents;
}
