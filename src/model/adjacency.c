/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/map-private.h"

/* Who is tied to whom and who is inside whom. */

static LsnRow
next_incoming (LsnMap *map,
               LsnRow  actor,
               LsnRow  tie)
{
  /* A loop was among the outgoing ties already. */
  while (tie != LSN_NO_ROW && lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == actor)
    tie = lsn_links_next (&map->in, tie);

  return tie;
}

/**
 * lsn_map_next_tie:
 * @map: a map
 * @actor: an actor
 * @after: the tie before, or %LSN_NO_ROW to begin
 *
 * Goes through the ties of an actor: those that go out, then those that come in, each in order of insertion. O(1) a step.
 *
 * Returns: the next tie, or %LSN_NO_ROW
 */
LsnRow
lsn_map_next_tie (LsnMap *map,
                  LsnRow  actor,
                  LsnRow  after)
{
  LsnRow next;

  g_return_val_if_fail (LSN_IS_MAP (map), LSN_NO_ROW);

  if (after != LSN_NO_ROW && lsn_map_get_reference (map, LSN_TABLE_TIES, after, LSN_TIE_SOURCE) != actor)
    return next_incoming (map, actor, lsn_links_next (&map->in, after));

  next = after == LSN_NO_ROW ? lsn_links_first (&map->out, actor) : lsn_links_next (&map->out, after);
  return next != LSN_NO_ROW ? next : next_incoming (map, actor, lsn_links_first (&map->in, actor));
}

/**
 * lsn_map_next_child:
 * @map: a map or a snapshot
 * @container: an actor
 * @after: the child before, or LSN_NO_ROW to begin
 *
 * Goes through the actors that stand directly in @container. Cost: O(1) a step.
 *
 * Returns: the next child, or LSN_NO_ROW at the end
 */
LsnRow
lsn_map_next_child (LsnMap *map,
                    LsnRow  container,
                    LsnRow  after)
{
  g_return_val_if_fail (LSN_IS_MAP (map), LSN_NO_ROW);

  return after == LSN_NO_ROW ? lsn_links_first (&map->inside, container) : lsn_links_next (&map->inside, after);
}

/**
 * lsn_map_is_container:
 * @map: a map or a snapshot
 * @actor: an actor
 *
 * Returns: whether there are actors inside it
 */
gboolean
lsn_map_is_container (LsnMap *map,
                      LsnRow  actor)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  return lsn_links_first (&map->inside, actor) != LSN_NO_ROW;
}

/**
 * lsn_map_is_inside:
 * @map: a map
 * @actor: an actor
 * @container: an actor
 *
 * Returns: whether @actor is @container or anywhere inside it. O(depth).
 */
gboolean
lsn_map_is_inside (LsnMap *map,
                   LsnRow  actor,
                   LsnRow  container)
{
  g_return_val_if_fail (LSN_IS_MAP (map), FALSE);

  while (actor != LSN_NO_ROW && actor != container)
    actor = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);

  return actor != LSN_NO_ROW;
}

/**
 * lsn_map_shown_as:
 * @map: a map
 * @actor: an actor
 *
 * Returns: who stands for @actor in the picture: the outermost collapsed container that it is inside, or itself. O(depth).
 */
LsnRow
lsn_map_shown_as (LsnMap *map,
                  LsnRow  actor)
{
  LsnRow shown = actor;

  g_return_val_if_fail (LSN_IS_MAP (map), LSN_NO_ROW);

  for (LsnRow at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);
       at != LSN_NO_ROW;
       at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT))
    if (lsn_map_get_boolean (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_COLLAPSED) == 1)
      shown = at;

  return shown;
}
