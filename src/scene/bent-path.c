/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/routes.h"

/**
 * lsn_scene_bent_path:
 * @map: a map
 * @cache: shaped texts
 * @tie: of @map
 * @bends: (array length=n_bends): where its line would be bent
 * @n_bends: how many
 *
 * What is shown of a tie that is being bent. Cost: O(actors), with next to nothing for those that are not in its ends.
 *
 * Returns: (transfer full) (nullable) (element-type LsnPoint): its line as it would run, from source to target, flattened; %NULL
 *   when it would not be drawn
 */
GArray *
lsn_scene_bent_path (LsnMap         *map,
                     LsnTextCache   *cache,
                     LsnRow          tie,
                     const LsnPoint *bends,
                     guint           n_bends)
{
  g_auto (LsnStage) stage = { NULL };
  g_auto (LsnWay) way = { 0 };
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  LsnRow ends[2];
  guint from, to;

  if (source == LSN_NO_ROW || target == LSN_NO_ROW)
    return NULL;

  lsn_stage_init (&stage, map, cache);
  ends[0] = lsn_map_shown_as (map, source);
  ends[1] = lsn_map_shown_as (map, target);
  lsn_stage_limit (&stage, ends, 2, NULL, 0);
  lsn_stage_fill (&stage);
  from = lsn_stage_shown (&stage, source);
  to = lsn_stage_shown (&stage, target);
  if (from == LSN_NO_SPOT || to == LSN_NO_SPOT)
    return NULL;

  way = lsn_routes_way (&stage, tie, from, to, bends, n_bends);

  return lsn_way_flatten (&way, LSN_CURVE_PIECES);
}
