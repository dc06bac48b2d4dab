/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/places.h"

#include <math.h>

#include "model/edit.h"
#include "model/geometry.h"

/* Gives actors their places: by what they are tied to, as a list, or as a whole. */

#define PER_COLUMN      8     /* of a list of actors that are tied to nobody */
#define ACROSS          180.0 /* units from a column to the next */
#define DOWN            110.0 /* units from one actor of a column to the next */
#define STEP            40.0  /* units from one ring of places for a block to the next */
#define N_RINGS         25
#define N_ANGLES        16
#define MOST_AS_A_WHOLE 100   /* actors */

static GArray *
tied_to (LsnMap *map,
         LsnRow  actor)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow tie = lsn_map_next_tie (map, actor, LSN_NO_ROW); tie != LSN_NO_ROW; tie = lsn_map_next_tie (map, actor, tie))
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      LsnRow other = source == actor ? target : source;

      if (other != actor)
        g_array_append_val (others, other);
    }
  return others;
}

static guint
n_placed_near (LsnPlaces *places,
               LsnRow     actor)
{
  g_autoptr (GArray) others = tied_to (lsn_places_map (places), actor);
  guint n = 0;

  for (guint i = 0; i < others->len; i++)
    n += lsn_places_stands (places, g_array_index (others, LsnRow, i));
  return n;
}

/* Who is tied to most of those that stand already comes next, so that a net grows from what there is. */
static guint
choose_next (LsnPlaces *places,
             GArray    *left)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < left->len; i++)
    {
      guint n = n_placed_near (places, g_array_index (left, LsnExtents, i).actor);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return best;
}

static void
put_one (LsnPlaces *places,
         LsnExtents room,
         LsnPoint   wish)
{
  g_autoptr (GArray) others = tied_to (lsn_places_map (places), room.actor);
  LsnRow parent = lsn_map_get_reference (lsn_places_map (places), LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_PARENT);

  lsn_places_take (places, room, lsn_places_find (places, room, parent, (const LsnRow *) (gpointer) others->data, others->len,
                                                  wish));
}

/* Those that are tied to nobody stand in columns, as a list is read; they leave @left. */
static void
put_list (LsnPlaces *places,
          GArray    *left,
          LsnPoint   wish)
{
  guint n_put = 0, n_left = 0;

  for (guint i = 0; i < left->len; i++)
    {
      LsnExtents room = g_array_index (left, LsnExtents, i);

      if (lsn_map_next_tie (lsn_places_map (places), room.actor, LSN_NO_ROW) != LSN_NO_ROW)
        g_array_index (left, LsnExtents, n_left++) = room;
      else
        {
          put_one (places, room, (LsnPoint) { wish.x + n_put / PER_COLUMN * ACROSS, wish.y + n_put % PER_COLUMN * DOWN });
          n_put++;
        }
    }
  g_array_set_size (left, n_left);
}

/**
 * lsn_places_put:
 * @actors: (array length=n_actors): without a place
 * @wish: where those come to stand that are tied to nobody who has a place
 *
 * Gives new actors their places, within a transaction of the map. Nothing else moves. Cost: O(actors) and O(n²) in
 * @n_actors.
 */
void
lsn_places_put (LsnPlaces    *places,
                const LsnRow *actors,
                guint         n_actors,
                LsnPoint      wish)
{
  g_autoptr (GArray) left = lsn_places_measure (places, actors, n_actors);

  put_list (places, left, wish);
  while (left->len > 0)
    {
      guint next = choose_next (places, left);

      put_one (places, g_array_index (left, LsnExtents, next), wish);
      g_array_remove_index (left, next);
    }
}

/**
 * lsn_places_settle:
 * @actor: a new one whose name has just been typed
 * @wish: where it came to stand before its name was known
 *
 * Gives an actor another place, within a transaction, when it has turned out to need more room than there is.
 *
 * Returns: whether it moved
 */
gboolean
lsn_places_settle (LsnPlaces *places,
                   LsnRow     actor,
                   LsnPoint   wish)
{
  g_autoptr (GArray) rooms = lsn_places_measure (places, &actor, 1);
  LsnRow parent = lsn_map_get_reference (lsn_places_map (places), LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);

  if (rooms->len == 0 || lsn_places_is_free (places, g_array_index (rooms, LsnExtents, 0), parent, wish))
    return FALSE;

  put_one (places, g_array_index (rooms, LsnExtents, 0), wish);
  return TRUE;
}

/* ---- what comes as a whole ---- */

/* One of a block of actors that keep their places to one another. */
typedef struct
{
  LsnExtents room;
  LsnRow     parent; /* outside of the block; LSN_NO_ROW for none */
  LsnPoint   at;
} Part;

static gboolean
is_in (const LsnRow *actors,
       guint         n_actors,
       LsnRow        actor)
{
  for (guint i = 0; i < n_actors; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

/* Frames are as large as what is in them wants. */
static void
add_part (GArray       *parts,
          LsnMap       *map,
          const LsnRow *actors,
          guint         n_actors,
          LsnExtents    room)
{
  Part part = { room, lsn_map_get_reference (map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_PARENT),
                { lsn_map_get_number (map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_X),
                  lsn_map_get_number (map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_Y) } };

  gboolean is_frame = lsn_map_is_container (map, room.actor) &&
                      lsn_map_get_boolean (map, LSN_TABLE_ACTORS, room.actor, LSN_ACTOR_COLLAPSED) != 1;

  if (is_frame || isnan (part.at.x) || isnan (part.at.y))
    return;

  for (; is_in (actors, n_actors, part.parent);
       part.parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, part.parent, LSN_ACTOR_PARENT))
    {
      part.room.left += LSN_FRAME_PADDING;
      part.room.right += LSN_FRAME_PADDING;
      part.room.above += LSN_FRAME_PADDING + LSN_FRAME_TITLE_BAND;
      part.room.below += LSN_FRAME_PADDING;
    }
  g_array_append_val (parts, part);
}

static gboolean
fits (LsnPlaces *places,
      GArray    *parts,
      LsnPoint   by)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (!lsn_places_is_free (places, part->room, part->parent, (LsnPoint) { part->at.x + by.x, part->at.y + by.y }))
        return FALSE;
    }
  return TRUE;
}

/* The smallest step, of those looked at, that takes the whole block where it is free; to the right and down first. */
static LsnPoint
look_for_room (LsnPlaces *places,
               GArray    *parts)
{
  for (guint ring = 0; ring < N_RINGS; ring++)
    for (guint i = 0; i < (ring > 0 ? N_ANGLES : 1); i++)
      {
        double   angle = G_PI / 4 + 2 * G_PI * i / N_ANGLES;
        LsnPoint by = { round (ring * STEP * cos (angle)), round (ring * STEP * sin (angle)) };

        if (fits (places, parts, by))
          return by;
      }
  return (LsnPoint) { 0, 0 };
}

/**
 * lsn_places_make_room:
 * @actors: (array length=n_actors): new ones that have places, as pasted ones do
 *
 * Moves them as a whole, within a transaction, to where they cover nobody; not at all when they cover nobody, or are
 * more than a person would look for room for. Cost: O(actors) for each place looked at and each of @actors.
 */
void
lsn_places_make_room (LsnPlaces    *places,
                      const LsnRow *actors,
                      guint         n_actors)
{
  LsnMap *map = lsn_places_map (places);
  g_autoptr (GArray) rooms = NULL;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  LsnPoint by;

  if (n_actors > MOST_AS_A_WHOLE)
    return;

  rooms = lsn_places_measure (places, actors, n_actors);
  for (guint i = 0; i < rooms->len; i++)
    add_part (parts, map, actors, n_actors, g_array_index (rooms, LsnExtents, i));
  by = look_for_room (places, parts);
  for (guint i = 0; i < n_actors && (by.x != 0 || by.y != 0); i++)
    {
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_Y);

      if (isnan (x) || isnan (y))
        continue;
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_X, x + by.x, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_Y, y + by.y, NULL);
    }
}
