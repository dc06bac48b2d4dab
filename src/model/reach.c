/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/reach.h"

static LsnRow
other_end (LsnMap *map,
           LsnRow  tie,
           LsnRow  actor)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);

  return source != actor ? source : lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
}

/**
 * lsn_reach_steps:
 * @from: (array length=n_from): where to begin
 * @may_use: (nullable): which ties count; %NULL for all
 *
 * Counts the ties on the shortest way from the nearest of @from to each actor. O(actors + ties).
 *
 * Returns: (transfer full): by actor, up to lsn_map_max_row(); %LSN_STEPS_NONE where no way leads
 */
guint *
lsn_reach_steps (LsnMap       *map,
                 const LsnRow *from,
                 guint         n_from,
                 LsnTieFunc    may_use,
                 gpointer      data)
{
  gsize  n_rows = (gsize) lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  guint *steps = g_new (guint, n_rows);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (gsize i = 0; i < n_rows; i++)
    steps[i] = LSN_STEPS_NONE;
  for (guint i = 0; i < n_from; i++)
    if (lsn_map_has_row (map, LSN_TABLE_ACTORS, from[i]) && steps[from[i]] != 0)
      {
        steps[from[i]] = 0;
        g_array_append_val (queue, from[i]);
      }

  for (guint next = 0; next < queue->len; next++)
    {
      LsnRow actor = g_array_index (queue, LsnRow, next);

      for (LsnRow tie = lsn_map_next_tie (map, actor, LSN_NO_ROW); tie != LSN_NO_ROW;
           tie = lsn_map_next_tie (map, actor, tie))
        {
          LsnRow end = other_end (map, tie, actor);

          if (end == LSN_NO_ROW || steps[end] != LSN_STEPS_NONE || (may_use != NULL && !may_use (tie, data)))
            continue;
          steps[end] = steps[actor] + 1;
          g_array_append_val (queue, end);
        }
    }
  return steps;
}

/* ---- who is between ---- */

/* A search in depth from a, which goes to b first, as if there were a tie between them. Who shares a block (a part that no
 * single actor cuts in two) with that tie is on a path from one to the other, and nobody else is. */
typedef struct
{
  LsnMap     *map;
  LsnTieFunc  may_use;
  gpointer    data;
  guint      *found;  /* when an actor was found, from 1 */
  guint      *low;    /* the earliest that is reached from below it */
  LsnRow     *parent;
  LsnRow     *at;     /* the tie that is being looked at */
  GArray     *order;  /* of LsnRow, as they were found */
} Search;

static void
enter (Search *search,
       LsnRow  actor,
       LsnRow  parent)
{
  g_array_append_val (search->order, actor);
  search->found[actor] = search->low[actor] = search->order->len;
  search->parent[actor] = parent;
  search->at[actor] = LSN_NO_ROW;
}

/* Goes on from @actor; gives who is to be looked at next. */
static LsnRow
advance (Search *search,
         LsnRow  actor)
{
  LsnRow tie = search->at[actor] = lsn_map_next_tie (search->map, actor, search->at[actor]);
  LsnRow end, parent;

  if (tie == LSN_NO_ROW)
    {
      parent = search->parent[actor];
      if (parent != LSN_NO_ROW)
        search->low[parent] = MIN (search->low[parent], search->low[actor]);
      return parent;
    }

  end = other_end (search->map, tie, actor);
  if (end == LSN_NO_ROW || end == actor || (search->may_use != NULL && !search->may_use (tie, search->data)))
    return actor;
  if (search->found[end] == 0)
    {
      enter (search, end, actor);
      return end;
    }
  if (end != search->parent[actor])
    search->low[actor] = MIN (search->low[actor], search->found[end]);
  return actor;
}

/**
 * lsn_reach_between:
 * @a: an actor
 * @b: another
 * @may_use: (nullable): which ties count; %NULL for all
 *
 * Finds everybody on a path from @a to @b that passes no actor twice: the block of the tie between them, were there one
 * (Tarjan 1972). O(actors + ties).
 *
 * Returns: (transfer full): by actor, up to lsn_map_max_row(): whether it is on such a path; @a and @b are, if there is one
 */
gboolean *
lsn_reach_between (LsnMap    *map,
                   LsnRow     a,
                   LsnRow     b,
                   LsnTieFunc may_use,
                   gpointer   data)
{
  gsize              n_rows = (gsize) lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  gboolean          *between = g_new0 (gboolean, n_rows);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autofree guint  *found = g_new0 (guint, n_rows);
  g_autofree guint  *low = g_new0 (guint, n_rows);
  g_autofree LsnRow *parent = g_new0 (LsnRow, n_rows);
  g_autofree LsnRow *at = g_new0 (LsnRow, n_rows);
  g_autofree guint  *steps = lsn_reach_steps (map, &a, 1, may_use, data);
  Search search = { map, may_use, data, found, low, parent, at, order };

  if (a == b || a >= n_rows || b >= n_rows || steps[b] == LSN_STEPS_NONE)
    return between;

  enter (&search, a, LSN_NO_ROW);
  enter (&search, b, a);
  for (LsnRow actor = b; actor != a;)
    actor = advance (&search, actor);

  between[a] = between[b] = TRUE;
  for (guint i = 2; i < order->len; i++)
    {
      LsnRow actor = g_array_index (order, LsnRow, i);

      between[actor] = between[parent[actor]] && low[actor] < found[parent[actor]];
    }
  return between;
}
