/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/rough-spots.h"
#include "model/geometry.h"
#include "scene/shapes.h"

#define NAME_SPACE 20.0 /* below a body in a frame: a name of one line */

struct _LsnRoughSpots
{
  LsnMap       *map;    /* borrowed */
  LsnScene     *before; /* borrowed */
  LsnLooks     *looks;
  LsnRoughSpot *spots;  /* by row */
  guint         n_rows;
};

LsnRoughSpots *
lsn_rough_spots_new (LsnMap   *map,
                     LsnScene *before)
{
  LsnRoughSpots *spots = g_new0 (LsnRoughSpots, 1);

  spots->map = map;
  spots->before = before;
  spots->looks = lsn_looks_new (map);
  spots->n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  spots->spots = g_new0 (LsnRoughSpot, spots->n_rows);

  return spots;
}

void
lsn_rough_spots_free (LsnRoughSpots *spots)
{
  lsn_looks_free (spots->looks);
  g_free (spots->spots);
  g_free (spots);
}

LsnLooks *
lsn_rough_spots_looks (LsnRoughSpots *spots)
{
  return spots->looks;
}

/* What is inside a container, as far as it has a place. */
static LsnBox
box_of_inside (LsnRoughSpots *spots,
               LsnRow         container)
{
  LsnBox box = LSN_EMPTY_BOX;
  LsnRow child = LSN_NO_ROW;

  while ((child = lsn_map_next_child (spots->map, container, child)) != LSN_NO_ROW)
    {
      const LsnRoughSpot *inside = lsn_rough_spots_get (spots, child);
      LsnBox body = inside->body;

      if (!inside->is_drawn)
        continue;
      body.height += inside->is_frame ? 0.0 : NAME_SPACE;
      box = lsn_box_union (box, body);
    }

  return box;
}

static void
place_frame (LsnRoughSpots *spots,
             LsnRow         actor,
             LsnRoughSpot  *spot)
{
  LsnBox inside = box_of_inside (spots, actor);

  if (lsn_box_is_empty (&inside))
    {
      spot->is_drawn = spots->before != NULL && lsn_scene_actor_body (spots->before, actor, &spot->body, NULL);
      return;
    }
  spot->body = lsn_box_grow (inside, LSN_FRAME_PADDING);
  spot->body.y -= LSN_FRAME_TITLE_BAND;
  spot->body.height += LSN_FRAME_TITLE_BAND;
}

static void
place_body (LsnRoughSpots *spots,
            LsnRow         actor,
            LsnRoughSpot  *spot)
{
  double half = lsn_shape_half (spot->look.shape, spot->look.radius);
  LsnPoint place = { lsn_map_get_number (spots->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                     lsn_map_get_number (spots->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
  LsnBox box = LSN_EMPTY_BOX;

  if (!isfinite (place.x) || !isfinite (place.y))
    {
      if (spot->look.closed)
        box = box_of_inside (spots, actor);
      if (lsn_box_is_empty (&box) &&
          (spots->before == NULL || !lsn_scene_actor_body (spots->before, actor, &box, NULL)))
        {
          spot->is_drawn = FALSE;
          return;
        }
      place = lsn_box_centre (&box);
    }
  spot->body = lsn_box_around (place, half, half);
}

const LsnRoughSpot *
lsn_rough_spots_get (LsnRoughSpots *spots,
                     LsnRow         actor)
{
  static const LsnRoughSpot nobody = { .known = TRUE };
  LsnRoughSpot *spot;
  gboolean container, closed;

  if (actor == LSN_NO_ROW || actor >= spots->n_rows || !lsn_map_has_row (spots->map, LSN_TABLE_ACTORS, actor))
    return &nobody;

  spot = &spots->spots[actor];
  if (spot->known)
    return spot;

  spot->known = TRUE;
  if (spots->before != NULL && lsn_scene_hides (spots->before, LSN_TABLE_ACTORS, actor))
    return spot;

  container = lsn_map_is_container (spots->map, actor);
  closed = container && lsn_map_get_boolean (spots->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) == 1;
  spot->is_drawn = TRUE;
  spot->is_frame = container && !closed;
  lsn_looks_actor (spots->looks, actor, closed, &spot->look);
  if (spot->is_frame)
    place_frame (spots, actor, spot);
  else
    place_body (spots, actor, spot);

  return spot;
}

const LsnRoughSpot *
lsn_rough_spots_shown (LsnRoughSpots *spots,
                       LsnRow         actor)
{
  return lsn_rough_spots_get (spots, actor != LSN_NO_ROW ? lsn_map_shown_as (spots->map, actor) : LSN_NO_ROW);
}

double
lsn_rough_spot_reach (const LsnRoughSpot *spot,
                      LsnPoint            direction)
{
  if (spot->is_frame)
    return MIN (spot->body.width / 2.0 / MAX (1e-9, fabs (direction.x)),
                spot->body.height / 2.0 / MAX (1e-9, fabs (direction.y)));

  return lsn_shape_reach (spot->look.shape, spot->look.radius, direction);
}
