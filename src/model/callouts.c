/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/callouts.h"

#include <math.h>

#include "model/edit.h"
#include "model/notes.h"

/* Where what a callout speaks of was, and the callout itself. */
typedef struct
{
  LsnRow   note;
  LsnPoint about, at;
} Callout;

struct _LsnCallouts
{
  GArray *callouts;
};

static LsnPoint
place_of (LsnMap   *map,
          LsnTable  table,
          LsnRow    row,
          LsnColumn x,
          LsnColumn y)
{
  return (LsnPoint) { lsn_map_get_number (map, table, row, x), lsn_map_get_number (map, table, row, y) };
}

static gboolean
is_place (LsnPoint place)
{
  return isfinite (place.x) && isfinite (place.y);
}

/* The mean of the places of who is in a container. */
static void
add_inside (LsnMap   *map,
            LsnRow    container,
            LsnPoint *sum,
            guint    *n)
{
  for (LsnRow child = LSN_NO_ROW; (child = lsn_map_next_child (map, container, child)) != LSN_NO_ROW;)
    {
      LsnPoint at = place_of (map, LSN_TABLE_ACTORS, child, LSN_ACTOR_X, LSN_ACTOR_Y);

      if (lsn_map_is_container (map, child))
        add_inside (map, child, sum, n);
      else if (is_place (at))
        {
          *sum = (LsnPoint) { sum->x + at.x, sum->y + at.y };
          *n += 1;
        }
    }
}

/* An open container stands where those in it do. */
static LsnPoint
place_of_actor (LsnMap *map,
                LsnRow  actor)
{
  LsnPoint at = { NAN, NAN }, sum = { 0, 0 };
  guint n = 0;

  if (actor == LSN_NO_ROW)
    return at;

  at = place_of (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, LSN_ACTOR_Y);
  if (is_place (at) && lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) == 1)
    return at;
  add_inside (map, actor, &sum, &n);

  return n > 0 ? (LsnPoint) { sum.x / n, sum.y / n } : at;
}

/* What a callout points to, or no place. A text or a frame may say what it is about, but points to nothing, and stays. */
static LsnPoint
place_it_speaks_of (LsnMap *map,
                    LsnRow  note)
{
  LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR);
  LsnRow tie = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE);
  LsnPoint source, target;

  if (lsn_note_shape (map, note) != LSN_NOTE_SHAPE_CALLOUT)
    actor = tie = LSN_NO_ROW;
  if (actor != LSN_NO_ROW || tie == LSN_NO_ROW)
    return place_of_actor (map, actor);

  source = place_of_actor (map, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE));
  target = place_of_actor (map, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));

  return (LsnPoint) { (source.x + target.x) / 2, (source.y + target.y) / 2 };
}

/**
 * lsn_callouts_note:
 * @map: a map
 *
 * To be called before actors are moved that callouts may speak of. Cost: O(notes), and what is in the containers that they
 * speak of.
 *
 * Returns: (transfer full): for lsn_callouts_follow ()
 */
LsnCallouts *
lsn_callouts_note (LsnMap *map)
{
  LsnCallouts *callouts = g_new (LsnCallouts, 1);

  callouts->callouts = g_array_new (FALSE, FALSE, sizeof (Callout));
  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    {
      Callout callout = { note, place_it_speaks_of (map, note),
                          place_of (map, LSN_TABLE_NOTES, note, LSN_NOTE_X, LSN_NOTE_Y) };

      if (is_place (callout.about) && is_place (callout.at))
        g_array_append_val (callouts->callouts, callout);
    }

  return callouts;
}

/**
 * lsn_callouts_places:
 * @map: the same map, or a snapshot of it in which actors stand elsewhere
 * @callouts: of lsn_callouts_note ()
 *
 * What speaks of an actor goes as far as it, and what speaks of a tie as far as the middle between its ends. Cost: as
 * lsn_callouts_note ().
 *
 * Returns: (transfer full) (element-type LsnCalloutPlace): where those go whose actors or ties have moved
 */
GArray *
lsn_callouts_places (LsnMap      *map,
                     LsnCallouts *callouts)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LsnCalloutPlace));

  for (guint i = 0; i < callouts->callouts->len; i++)
    {
      const Callout *callout = &g_array_index (callouts->callouts, Callout, i);
      LsnPoint about = place_it_speaks_of (map, callout->note);
      LsnCalloutPlace place = { callout->note, { callout->at.x + about.x - callout->about.x,
                                                 callout->at.y + about.y - callout->about.y } };

      if (is_place (about) && (about.x != callout->about.x || about.y != callout->about.y))
        g_array_append_val (places, place);
    }

  return places;
}

/**
 * lsn_callouts_follow:
 * @map: a map
 * @callouts: of lsn_callouts_note ()
 *
 * Within the transaction that has moved actors: puts callouts where lsn_callouts_places () says.
 */
void
lsn_callouts_follow (LsnMap      *map,
                     LsnCallouts *callouts)
{
  g_autoptr (GArray) places = lsn_callouts_places (map, callouts);

  for (guint i = 0; i < places->len; i++)
    {
      const LsnCalloutPlace *place = &g_array_index (places, LsnCalloutPlace, i);

      lsn_map_set_number (map, LSN_TABLE_NOTES, place->note, LSN_NOTE_X, place->at.x, NULL);
      lsn_map_set_number (map, LSN_TABLE_NOTES, place->note, LSN_NOTE_Y, place->at.y, NULL);
    }
}

/**
 * lsn_callouts_free:
 * @callouts: (transfer full): of lsn_callouts_note ()
 */
void
lsn_callouts_free (LsnCallouts *callouts)
{
  g_array_unref (callouts->callouts);
  g_free (callouts);
}
