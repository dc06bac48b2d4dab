/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/travel.h"

#include <math.h>

static gboolean
centre_of (LsnScene *scene,
           LsnRow    actor,
           LsnPoint *centre)
{
  LsnBox   body;
  gboolean is_frame;

  if (!lsn_scene_actor_body (scene, actor, &body, &is_frame))
    return FALSE;

  *centre = (LsnPoint) { body.x + body.width / 2, body.y + body.height / 2 };
  return TRUE;
}

/**
 * lsn_travel_from_word:
 * @word: "left", "right", "up" or "down"
 */
gboolean
lsn_travel_from_word (const char *word,
                      LsnTravel  *way)
{
  static const char *const words[] = { "left", "right", "up", "down" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *way = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * lsn_travel_vector:
 *
 * Returns: one unit in that direction
 */
LsnPoint
lsn_travel_vector (LsnTravel way)
{
  static const LsnPoint vectors[] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };

  return vectors[way];
}

/**
 * lsn_travel_next:
 *
 * The actor that a reader would call the next one in that direction: near, and not much aside; what lies more than 60
 * degrees aside is not in that direction at all. Cost: O(actors).
 *
 * Returns: an actor, or %LSN_NO_ROW when there is none
 */
LsnRow
lsn_travel_next (LsnMap   *map,
                 LsnScene *scene,
                 LsnRow    from,
                 LsnTravel way)
{
  LsnPoint start, there, vector = lsn_travel_vector (way);
  LsnRow   best = LSN_NO_ROW;
  double   least = INFINITY;

  if (!centre_of (scene, from, &start))
    return LSN_NO_ROW;

  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
    {
      double along, aside;

      if (row == from || !centre_of (scene, row, &there))
        continue;
      along = (there.x - start.x) * vector.x + (there.y - start.y) * vector.y;
      aside = fabs ((there.x - start.x) * vector.y) + fabs ((there.y - start.y) * vector.x);
      if (along <= 0 || aside > along * sqrt (3) || along + 2 * aside >= least)
        continue;
      least = along + 2 * aside;
      best = row;
    }
  return best;
}

/**
 * lsn_travel_nearest:
 * @x: map units
 * @y: map units
 *
 * Cost: O(actors).
 *
 * Returns: the actor whose centre is nearest, or %LSN_NO_ROW when there is none
 */
LsnRow
lsn_travel_nearest (LsnMap   *map,
                    LsnScene *scene,
                    double    x,
                    double    y)
{
  LsnPoint there;
  LsnRow   best = LSN_NO_ROW;
  double   least = INFINITY;

  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
    if (centre_of (scene, row, &there) && hypot (there.x - x, there.y - y) < least)
      {
        least = hypot (there.x - x, there.y - y);
        best = row;
      }
  return best;
}

typedef struct
{
  LsnRow tie;
  LsnRow other;
  double angle; /* clockwise from the top */
} Way;

static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  const Way *v = a;
  const Way *w = b;

  if (v->angle != w->angle)
    return v->angle < w->angle ? -1 : 1;
  return v->tie < w->tie ? -1 : v->tie > w->tie;
}

/**
 * lsn_travel_follow:
 * @nth: from 1, clockwise from the top
 * @tie: (out): the tie that was followed
 *
 * Cost: O(ties of @from).
 *
 * Returns: the actor at its other end, or %LSN_NO_ROW when @from has not so many ties
 */
LsnRow
lsn_travel_follow (LsnMap   *map,
                   LsnScene *scene,
                   LsnRow    from,
                   guint     nth,
                   LsnRow   *tie)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  LsnPoint start, there;

  if (!centre_of (scene, from, &start))
    return LSN_NO_ROW;

  for (LsnRow row = lsn_map_next_tie (map, from, LSN_NO_ROW); row != LSN_NO_ROW; row = lsn_map_next_tie (map, from, row))
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_TARGET);
      LsnRow other = source == from ? target : source;
      Way    way = { row, other, 0 };

      other = lsn_map_shown_as (map, other);
      if (other == from || !centre_of (scene, other, &there))
        continue;
      way.other = other;
      way.angle = atan2 (there.x - start.x, start.y - there.y);
      if (way.angle < 0)
        way.angle += 2 * G_PI;
      g_array_append_val (ways, way);
    }
  if (nth == 0 || nth > ways->len)
    return LSN_NO_ROW;

  g_array_sort (ways, compare_ways);
  *tie = g_array_index (ways, Way, nth - 1).tie;
  return g_array_index (ways, Way, nth - 1).other;
}
