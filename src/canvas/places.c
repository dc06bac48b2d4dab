/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/places.h"

#include <math.h>

#include "model/edit.h"
#include "model/geometry.h"

#define BESIDE    150.0 /* units from an actor to one that is put beside it */
#define STEP      40.0  /* units from one ring of places to the next */
#define N_RINGS   40
#define N_ANGLES  24
#define GAP       12.0  /* units between two actors at the least */
#define TIE_GAP   24.0  /* units from a line that is not to run through an actor */
#define USUAL     72.0  /* units to each side that a name of usual length takes */
#define N_BETTER  3     /* rings in which something better is looked for once there is a free place */

#define ENOUGH    100.0 /* units of room that leave nothing to be wished for */

/* What makes a free place worse, in units of room */
#define FARTHER   15.0  /* for each ring */
#define ON_A_TIE  300.0
#define THROUGH   200.0

typedef struct
{
  LsnRow   actor;
  gboolean is_frame;
  LsnPoint centre;
  LsnBox   body;
  LsnBox   box;    /* with the name */
} Obstacle;

struct _LsnPlaces
{
  LsnMap       *map;
  LsnScene     *scene;
  LsnTextCache *texts;
  GArray       *obstacles; /* of Obstacle */
  GHashTable   *by_row;    /* actor -> place in obstacles, from 1 */
};

/* What one search looks at. */
typedef struct
{
  LsnPlaces  *places;
  LsnExtents  room;
  LsnRow      parent;
  GArray     *in_reach; /* of Obstacle */
  GArray     *near;     /* of LsnPoint */
} Search;

/* ---- boxes ---- */

static gboolean
overlap (const LsnBox *one,
         const LsnBox *other,
         double        gap)
{
  return one->x < other->x + other->width + gap && other->x < one->x + one->width + gap &&
         one->y < other->y + other->height + gap && other->y < one->y + one->height + gap;
}

static LsnBox
unite (const LsnBox *one,
       const LsnBox *other)
{
  double left = MIN (one->x, other->x), top = MIN (one->y, other->y);

  return (LsnBox) { left, top, MAX (one->x + one->width, other->x + other->width) - left,
                    MAX (one->y + one->height, other->y + other->height) - top };
}

static LsnBox
box_at (const LsnExtents *room,
        LsnPoint          at)
{
  return (LsnBox) { at.x - room->left, at.y - room->above, room->left + room->right, room->above + room->below };
}

/* Whether the line from @from to @to passes a box, by the clipping of Liang and Barsky. */
static gboolean
passes (LsnPoint from,
        LsnPoint to,
        LsnBox   box)
{
  const double along[] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  const double beyond[] = { from.x - box.x, box.x + box.width - from.x, from.y - box.y, box.y + box.height - from.y };
  double       first = 0, last = 1;

  for (guint i = 0; i < G_N_ELEMENTS (along); i++)
    {
      if (along[i] == 0 && beyond[i] < 0)
        return FALSE;
      if (along[i] < 0)
        first = MAX (first, beyond[i] / along[i]);
      else if (along[i] > 0)
        last = MIN (last, beyond[i] / along[i]);
    }
  return first <= last;
}

/* ---- what stands where ---- */

/* An actor's symbol is of usual size. */
static Obstacle
obstacle_at (const LsnExtents *room,
             LsnRow            actor,
             LsnPoint          at)
{
  return (Obstacle) { actor, FALSE, at, { at.x - 27, at.y - 27, 54, 54 }, box_at (room, at) };
}

static void
add_obstacle (LsnPlaces *places,
              Obstacle   obstacle)
{
  g_array_append_val (places->obstacles, obstacle);
  g_hash_table_insert (places->by_row, GUINT_TO_POINTER (obstacle.actor), GUINT_TO_POINTER (places->obstacles->len));
}

/* What a filter hides stands where the map says. */
static void
add_hidden (LsnPlaces *places,
            LsnRow     actor)
{
  const LsnExtents usual = lsn_places_usual ();
  LsnPoint   at = { lsn_map_get_number (places->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                    lsn_map_get_number (places->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };

  if (lsn_scene_hides (places->scene, LSN_TABLE_ACTORS, actor) && isfinite (at.x) && isfinite (at.y) &&
      lsn_map_next_child (places->map, actor, LSN_NO_ROW) == LSN_NO_ROW &&
      lsn_map_shown_as (places->map, actor) == actor)
    add_obstacle (places, obstacle_at (&usual, actor, at));
}

static void
add_drawn (LsnPlaces *places,
           LsnRow     actor)
{
  Obstacle obstacle = { .actor = actor };
  LsnBox   name;

  if (!lsn_scene_actor_body (places->scene, actor, &obstacle.body, &obstacle.is_frame))
    {
      add_hidden (places, actor);
      return;
    }
  /* One without a place is drawn beside the picture, where it goes out of the way of all that have one. */
  if (!obstacle.is_frame && isnan (lsn_map_get_number (places->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X)))
    return;

  obstacle.centre = (LsnPoint) { obstacle.body.x + obstacle.body.width / 2, obstacle.body.y + obstacle.body.height / 2 };
  obstacle.box = obstacle.body;
  if (lsn_scene_name_bounds (places->scene, actor, &name) && name.width > 0)
    obstacle.box = unite (&obstacle.body, &name);
  add_obstacle (places, obstacle);
}

/**
 * lsn_places_new:
 * @map: (transfer none): whose actors; outlives the places
 * @scene: (transfer none): how it is drawn now; outlives the places
 * @texts: (transfer none): for the sizes of names; outlives the places
 *
 * Learns what stands where. Cost: O(actors).
 *
 * Returns: (transfer full): to be asked and told while actors are put
 */
LsnPlaces *
lsn_places_new (LsnMap       *map,
                LsnScene     *scene,
                LsnTextCache *texts)
{
  LsnPlaces *places = g_new0 (LsnPlaces, 1);

  places->map = map;
  places->scene = scene;
  places->texts = texts;
  places->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  places->by_row = g_hash_table_new (NULL, NULL);
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    add_drawn (places, actor);
  return places;
}

/**
 * lsn_places_free:
 * @places: (transfer full): no longer wanted
 */
void
lsn_places_free (LsnPlaces *places)
{
  g_array_unref (places->obstacles);
  g_hash_table_unref (places->by_row);
  g_free (places);
}

/**
 * lsn_places_map:
 *
 * Returns: (transfer none): whose actors
 */
LsnMap *
lsn_places_map (LsnPlaces *places)
{
  return places->map;
}

/* How @actor, or the collapsed container that hides it, is drawn; NULL when it has no place yet. */
static const Obstacle *
find_obstacle (LsnPlaces *places,
               LsnRow     actor)
{
  LsnRow shown = actor != LSN_NO_ROW ? lsn_map_shown_as (places->map, actor) : LSN_NO_ROW;
  guint  place = GPOINTER_TO_UINT (g_hash_table_lookup (places->by_row, GUINT_TO_POINTER (shown)));

  return place > 0 ? &g_array_index (places->obstacles, Obstacle, place - 1) : NULL;
}

/* ---- looking for a place ---- */

static gboolean
is_around (Search         *search,
           const Obstacle *frame)
{
  return frame->is_frame && search->parent != LSN_NO_ROW &&
         lsn_map_is_inside (search->places->map, search->parent, frame->actor);
}

/* A frame that grows around the new actor must not come over strangers. */
static gboolean
grows_over (Search         *search,
            const Obstacle *frame,
            const LsnBox   *box)
{
  LsnBox around = { box->x - LSN_FRAME_PADDING, box->y - LSN_FRAME_PADDING - LSN_FRAME_TITLE_BAND,
                    box->width + 2 * LSN_FRAME_PADDING, box->height + 2 * LSN_FRAME_PADDING + LSN_FRAME_TITLE_BAND };
  LsnBox grown = unite (&frame->body, &around);

  for (guint i = 0; i < search->in_reach->len; i++)
    {
      const Obstacle *other = &g_array_index (search->in_reach, Obstacle, i);

      if (!is_around (search, other) && !lsn_map_is_inside (search->places->map, other->actor, frame->actor) &&
          overlap (&grown, &other->box, 0) && !overlap (&frame->body, &other->box, 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (Search  *search,
         LsnPoint at)
{
  LsnBox box = box_at (&search->room, at);

  for (guint i = 0; i < search->in_reach->len; i++)
    {
      const Obstacle *other = &g_array_index (search->in_reach, Obstacle, i);

      if (is_around (search, other) ? grows_over (search, other, &box) : overlap (&box, &other->box, GAP))
        return FALSE;
    }
  return TRUE;
}

/* The room at a free place, less what is bad about it. */
static double
goodness (Search  *search,
          LsnPoint at)
{
  double room = BESIDE;
  LsnHit hit;

  for (guint i = 0; i < search->in_reach->len; i++)
    {
      const Obstacle *other = &g_array_index (search->in_reach, Obstacle, i);

      if (!other->is_frame)
        room = MIN (room, hypot (other->centre.x - at.x, other->centre.y - at.y));
    }
  for (guint n = 0; n < search->near->len; n++)
    for (guint i = 0; i < search->in_reach->len; i++)
      {
        LsnPoint        from = g_array_index (search->near, LsnPoint, n);
        const Obstacle *other = &g_array_index (search->in_reach, Obstacle, i);

        if (!other->is_frame && hypot (other->centre.x - from.x, other->centre.y - from.y) > 1 &&
            passes (from, at, other->body))
          room -= THROUGH;
      }
  if (lsn_scene_pick (search->places->scene, at.x, at.y, TIE_GAP, &hit) && hit.table == LSN_TABLE_TIES)
    room -= ON_A_TIE;
  for (guint n = 1; n < search->near->len; n++)
    room -= hypot (g_array_index (search->near, LsnPoint, n).x - at.x, g_array_index (search->near, LsnPoint, n).y - at.y);
  return room;
}

static gboolean
look_in_ring (Search   *search,
              LsnPoint  middle,
              double    radius,
              double   *most,
              LsnPoint *best)
{
  gboolean found = FALSE;

  for (guint i = 0; i < (radius > 0 ? N_ANGLES : 1); i++)
    {
      double   angle = 2 * G_PI * i / N_ANGLES;
      LsnPoint at = { round (middle.x + radius * cos (angle)), round (middle.y + radius * sin (angle)) };
      double   good;

      if (!is_free (search, at))
        continue;
      good = goodness (search, at);
      /* What is only a little better is not worth leaving the first: to the right, when all is free. */
      if (good > *most + 1)
        {
          *most = good;
          *best = at;
        }
      found = TRUE;
    }
  return found;
}

/* Where nothing can be in the way, when there is no place nearby. */
static LsnPoint
beyond_all (Search *search)
{
  LsnBox bounds = lsn_scene_get_bounds (search->places->scene);

  for (guint i = 0; i < search->places->obstacles->len; i++)
    bounds = unite (&bounds, &g_array_index (search->places->obstacles, Obstacle, i).box);
  return (LsnPoint) { round (bounds.x + bounds.width + search->room.left + GAP + LSN_FRAME_PADDING),
                      round (bounds.y + bounds.height / 2) };
}

static void
gather (Search  *search,
        LsnPoint middle,
        double   reach)
{
  LsnBox all = { middle.x - reach, middle.y - reach, 2 * reach, 2 * reach };

  for (guint i = 0; i < search->places->obstacles->len; i++)
    {
      const Obstacle *other = &g_array_index (search->places->obstacles, Obstacle, i);

      if (other->actor != search->room.actor && (overlap (&all, &other->box, 0) || is_around (search, other)))
        g_array_append_val (search->in_reach, *other);
    }
}

static LsnPoint
look_around (Search  *search,
             LsnPoint middle,
             double   first)
{
  LsnPoint best = middle;
  double   most = -INFINITY;
  guint    n_found = 0;

  for (guint ring = 0; ring < N_RINGS && n_found < N_BETTER; ring++)
    {
      double   ring_most = -INFINITY;
      LsnPoint ring_best = middle;

      if (!look_in_ring (search, middle, first + ring * STEP, &ring_most, &ring_best))
        continue;
      n_found++;
      if (ring_most - ring * FARTHER > most)
        {
          most = ring_most - ring * FARTHER;
          best = ring_best;
        }
      if (ring_most >= ENOUGH)
        break;
    }
  return n_found > 0 ? best : beyond_all (search);
}

/**
 * lsn_places_usual:
 *
 * Returns: how much room an actor is given whose name is not known yet, in map units around its centre
 */
LsnExtents
lsn_places_usual (void)
{
  return (LsnExtents) { LSN_NO_ROW, USUAL, USUAL, 30, 60 };
}

/**
 * lsn_places_find:
 * @room: how much is wanted around the centre, in map units; its actor does not stand in the way
 * @parent: the container that it is to stand in; %LSN_NO_ROW for none
 * @near: (array length=n_near): actors that it is to be near; those without a place do not count
 * @wish: where it is to stand when none of @near has a place
 *
 * Cost: O(actors), and O(places looked at times actors in reach).
 *
 * Returns: a free place, in map units
 */
LsnPoint
lsn_places_find (LsnPlaces    *places,
                 LsnExtents    room,
                 LsnRow        parent,
                 const LsnRow *near,
                 guint         n_near,
                 LsnPoint      wish)
{
  g_autoptr (GArray) in_reach = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  Search   search = { places, room, parent, in_reach, points };
  LsnPoint middle = { 0, 0 };

  for (guint i = 0; i < n_near; i++)
    {
      const Obstacle *other = find_obstacle (places, near[i]);

      if (other != NULL && near[i] != room.actor)
        g_array_append_val (points, other->centre);
    }
  for (guint i = 0; i < points->len; i++)
    {
      middle.x += g_array_index (points, LsnPoint, i).x / points->len;
      middle.y += g_array_index (points, LsnPoint, i).y / points->len;
    }
  if (points->len == 0)
    middle = wish;
  gather (&search, middle, BESIDE + N_RINGS * STEP);
  return look_around (&search, middle, points->len == 1 ? BESIDE : 0);
}

/**
 * lsn_places_is_free:
 * @room: how much is wanted around the centre, in map units; its actor does not stand in the way
 * @parent: the container that it is to stand in; %LSN_NO_ROW for none
 * @at: the centre, in map units
 *
 * Cost: O(actors).
 *
 * Returns: whether nothing is in the way
 */
gboolean
lsn_places_is_free (LsnPlaces *places,
                    LsnExtents room,
                    LsnRow     parent,
                    LsnPoint   at)
{
  g_autoptr (GArray) in_reach = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  Search search = { places, room, parent, in_reach, NULL };

  gather (&search, at, BESIDE + MAX (MAX (room.left, room.right), MAX (room.above, room.below)));
  return is_free (&search, at);
}

/**
 * lsn_places_stands:
 * @actor: an actor, or %LSN_NO_ROW
 *
 * Returns: whether it, or the collapsed container that hides it, has a place
 */
gboolean
lsn_places_stands (LsnPlaces *places,
                   LsnRow     actor)
{
  return find_obstacle (places, actor) != NULL;
}

/**
 * lsn_places_take:
 * @room: an actor and how much it needs around its centre, in map units
 * @at: its place from now on
 *
 * Gives an actor its place, within a transaction of the map.
 */
void
lsn_places_take (LsnPlaces *places,
                 LsnExtents room,
                 LsnPoint   at)
{
  guint    known = GPOINTER_TO_UINT (g_hash_table_lookup (places->by_row, GUINT_TO_POINTER (room.actor)));
  Obstacle obstacle = obstacle_at (&room, room.actor, at);

  lsn_map_set_number (places->map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_X, at.x, NULL);
  lsn_map_set_number (places->map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_Y, at.y, NULL);
  if (known > 0)
    g_array_index (places->obstacles, Obstacle, known - 1) = obstacle;
  else
    add_obstacle (places, obstacle);
}

/**
 * lsn_places_measure:
 * @actors: (array length=n_actors): of the map
 *
 * Returns: (transfer full) (element-type LsnExtents): the room that they take, in the order in which they are given
 */
GArray *
lsn_places_measure (LsnPlaces    *places,
                    const LsnRow *actors,
                    guint         n_actors)
{
  g_autoptr (GArray) all = lsn_scene_measure (places->map, places->texts);
  g_autoptr (GHashTable) by_row = g_hash_table_new (NULL, NULL);
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (LsnExtents));

  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (by_row, GUINT_TO_POINTER (g_array_index (all, LsnExtents, i).actor),
                         &g_array_index (all, LsnExtents, i));
  for (guint i = 0; i < n_actors; i++)
    {
      const LsnExtents *one = g_hash_table_lookup (by_row, GUINT_TO_POINTER (actors[i]));

      if (one != NULL)
        g_array_append_val (rooms, *one);
    }
  return rooms;
}
