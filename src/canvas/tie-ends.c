/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tie-ends.h"

#include "canvas/border.h"

#define MOST_ENDS 512 /* with more nothing would be told by signs */

typedef struct
{
  LsnRow actor;
  LsnBox body;  /* map units */
  guint  first; /* of the points of its line, from the selected actor on */
  guint  n;
} End;

struct _LsnTieEnds
{
  GArray *ends;   /* of End */
  GArray *points; /* of LsnPoint: their lines, in map units */
};

/**
 * lsn_tie_ends_new:
 *
 * Returns: (transfer full): none yet
 */
LsnTieEnds *
lsn_tie_ends_new (void)
{
  LsnTieEnds *ends = g_new0 (LsnTieEnds, 1);

  ends->ends = g_array_new (FALSE, FALSE, sizeof (End));
  ends->points = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  return ends;
}

void
lsn_tie_ends_free (LsnTieEnds *ends)
{
  g_array_unref (ends->ends);
  g_array_unref (ends->points);
  g_free (ends);
}

/**
 * lsn_tie_ends_clear:
 *
 * Forgets all.
 */
void
lsn_tie_ends_clear (LsnTieEnds *ends)
{
  g_array_set_size (ends->ends, 0);
  g_array_set_size (ends->points, 0);
}

static LsnPoint
middle_of (const LsnBox *box)
{
  return (LsnPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

/* The line of a tie from @from on; straight when it is not drawn by itself. */
static void
add_line (LsnTieEnds   *ends,
          LsnMap       *map,
          LsnScene     *scene,
          LsnRow        tie,
          LsnRow        from,
          const LsnBox *body,
          End          *end)
{
  g_autoptr (GArray) path = lsn_scene_tie_path (scene, tie);
  LsnRow   source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  gboolean backwards = lsn_map_shown_as (map, source) != from;
  LsnPoint straight[] = { middle_of (body), middle_of (&end->body) };

  end->first = ends->points->len;
  if (path == NULL || path->len < 2)
    g_array_append_vals (ends->points, straight, 2);
  for (guint i = 0; path != NULL && path->len >= 2 && i < path->len; i++)
    g_array_append_val (ends->points, g_array_index (path, LsnPoint, backwards ? path->len - 1 - i : i));
  end->n = ends->points->len - end->first;
}

/* Several ties to the same actor lead to one place. */
static gboolean
has_end (LsnTieEnds *ends,
         LsnRow      actor)
{
  for (guint i = 0; i < ends->ends->len; i++)
    if (lsn_tie_ends_actor (ends, i) == actor)
      return TRUE;
  return FALSE;
}

/* The ties of @actor, which is shown as @from; with it those of what is inside, when that is a collapsed container. */
static void
add_ends (LsnTieEnds *ends,
          LsnMap     *map,
          LsnScene   *scene,
          LsnRow      from,
          LsnRow      actor)
{
  LsnBox   body;
  gboolean is_frame;

  if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, actor) || lsn_map_shown_as (map, actor) != from ||
      !lsn_scene_actor_body (scene, from, &body, &is_frame))
    return;
  for (LsnRow tie = lsn_map_next_tie (map, actor, LSN_NO_ROW); tie != LSN_NO_ROW && ends->ends->len <= MOST_ENDS;
       tie = lsn_map_next_tie (map, actor, tie))
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      End    end = { lsn_map_shown_as (map, source == actor ? target : source) };

      if (end.actor == from || has_end (ends, end.actor) || lsn_scene_hides (scene, LSN_TABLE_TIES, tie) ||
          !lsn_scene_actor_body (scene, end.actor, &end.body, &is_frame))
        continue;
      add_line (ends, map, scene, tie, from, &body, &end);
      g_array_append_val (ends->ends, end);
    }
  for (LsnRow child = lsn_map_next_child (map, actor, LSN_NO_ROW); child != LSN_NO_ROW && ends->ends->len <= MOST_ENDS;
       child = lsn_map_next_child (map, actor, child))
    add_ends (ends, map, scene, from, child);
}

/**
 * lsn_tie_ends_collect:
 * @map: may be newer than @scene
 *
 * Takes the ends of the ties of all actors that are selected now; none when they are too many for signs. Cost: O(ends²), for
 * at most 512.
 */
void
lsn_tie_ends_collect (LsnTieEnds   *ends,
                      LsnMap       *map,
                      LsnScene     *scene,
                      LsnSelection *selection)
{
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (selection, LSN_TABLE_ACTORS, &n_actors);

  lsn_tie_ends_clear (ends);
  for (guint i = 0; i < n_actors && n_actors <= MOST_ENDS && ends->ends->len <= MOST_ENDS; i++)
    add_ends (ends, map, scene, actors[i], actors[i]);
  if (ends->ends->len > MOST_ENDS)
    lsn_tie_ends_clear (ends);
}

/**
 * lsn_tie_ends_n:
 *
 * Returns: how many there are
 */
guint
lsn_tie_ends_n (LsnTieEnds *ends)
{
  return ends->ends->len;
}

/**
 * lsn_tie_ends_actor:
 * @number: below lsn_tie_ends_n ()
 *
 * Returns: who is there
 */
LsnRow
lsn_tie_ends_actor (LsnTieEnds *ends,
                    guint       number)
{
  return g_array_index (ends->ends, End, number).actor;
}

static gboolean
overlap (const LsnBox *a,
         const LsnBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * lsn_tie_ends_leaves:
 * @number: below lsn_tie_ends_n ()
 * @view: what is seen, in pixels
 * @at: (out): where the line leaves @view, in pixels
 * @there: (out): where the end is, in pixels
 *
 * Cost: O(points of its line).
 *
 * Returns: whether the end is out of @view, and its line leaves it
 */
gboolean
lsn_tie_ends_leaves (LsnTieEnds   *ends,
                     guint         number,
                     LsnViewport  *viewport,
                     const LsnBox *view,
                     LsnPoint     *at,
                     LsnPoint     *there)
{
  const End *end = &g_array_index (ends->ends, End, number);
  LsnBox     body = lsn_viewport_box_to_widget (viewport, &end->body);
  LsnPoint  *path;

  if (overlap (&body, view))
    return FALSE;

  *there = middle_of (&body);
  path = g_newa (LsnPoint, end->n);
  for (guint i = 0; i < end->n; i++)
    {
      const LsnPoint *point = &g_array_index (ends->points, LsnPoint, end->first + i);

      path[i] = lsn_viewport_to_widget (viewport, point->x, point->y);
    }
  return lsn_border_exit (view, path, end->n, at);
}
