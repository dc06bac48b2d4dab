/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/drop.h"

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"

/* A frame goes around whoever is in it, so it would follow what is dragged out of it. What counts is the frame as it was when the
 * drag began, and a margin around it, so that a container can be made larger. */

#define MARGIN 24.0 /* pixels beyond its frame to which an actor can go without leaving its container */

struct _LsnDrop
{
  LsnCanvas  *canvas;     /* borrowed */
  GArray     *actors;     /* LsnRow: none inside another */
  GArray     *containers; /* LsnRow: the one that each would be in */
  GHashTable *moved;      /* with what is inside */
  LsnRow      target;     /* the container below the pointer */
  LsnRow      left;       /* a container that somebody leaves */
};

/**
 * lsn_drop_new:
 * @actors: that are dragged
 *
 * Returns: (transfer full): that nobody has joined or left a container yet
 */
LsnDrop *
lsn_drop_new (LsnCanvas    *canvas,
              const LsnRow *actors,
              guint         n_actors)
{
  LsnDrop *drop = g_new0 (LsnDrop, 1);
  g_autoptr (GArray) all = lsn_edits_with_inside (canvas->map, actors, n_actors);

  drop->canvas = canvas;
  drop->actors = lsn_edits_outermost (canvas->map, actors, n_actors);
  drop->containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  drop->moved = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (drop->moved, GUINT_TO_POINTER (g_array_index (all, LsnRow, i)));
  for (guint i = 0; i < drop->actors->len; i++)
    {
      LsnRow parent = lsn_map_get_reference (canvas->map, LSN_TABLE_ACTORS, g_array_index (drop->actors, LsnRow, i),
                                             LSN_ACTOR_PARENT);

      g_array_append_val (drop->containers, parent);
    }
  return drop;
}

void
lsn_drop_free (LsnDrop *drop)
{
  g_array_unref (drop->actors);
  g_array_unref (drop->containers);
  g_hash_table_unref (drop->moved);
  g_free (drop);
}

static gboolean
holds (LsnDrop *drop,
       LsnRow   container,
       LsnPoint at,
       double   margin)
{
  LsnBox box;

  return container != LSN_NO_ROW && lsn_scene_actor_body (drop->canvas->scene, container, &box, NULL) &&
         at.x >= box.x - margin && at.x <= box.x + box.width + margin && at.y >= box.y - margin &&
         at.y <= box.y + box.height + margin;
}

/* The innermost container at a place, open or not, that is not dragged itself. */
static LsnRow
container_at (LsnDrop *drop,
              LsnPoint at)
{
  LsnMap *map = drop->canvas->map;
  LsnRow  found = LSN_NO_ROW;

  for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
    if (lsn_map_is_container (map, actor) && !g_hash_table_contains (drop->moved, GUINT_TO_POINTER (actor)) &&
        holds (drop, actor, at, 0) && (found == LSN_NO_ROW || lsn_map_is_inside (map, actor, found)))
      found = actor;
  return found;
}

/**
 * lsn_drop_move:
 * @x: of the pointer, in map units
 * @y: likewise
 *
 * Cost: O(actors).
 */
void
lsn_drop_move (LsnDrop *drop,
               double   x,
               double   y)
{
  LsnMap  *map = drop->canvas->map;
  LsnPoint at = { x, y };
  double   margin = MARGIN / lsn_viewport_get_zoom (drop->canvas->viewport);

  drop->target = drop->left = LSN_NO_ROW;
  if (drop->canvas->scene == NULL)
    return;
  drop->target = container_at (drop, at);
  for (guint i = 0; i < drop->actors->len; i++)
    {
      LsnRow   parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, g_array_index (drop->actors, LsnRow, i), LSN_ACTOR_PARENT);
      gboolean stays = holds (drop, parent, at, margin) &&
                       (drop->target == LSN_NO_ROW || (drop->target != parent && lsn_map_is_inside (map, parent, drop->target)));

      g_array_index (drop->containers, LsnRow, i) = stays ? parent : drop->target;
      if (!stays && parent != LSN_NO_ROW && parent != drop->target)
        drop->left = parent;
    }
}

/**
 * lsn_drop_finish:
 * @dx: how far the actors were dragged, in map units
 * @dy: likewise
 *
 * Moves the actors on the map, in one step.
 */
void
lsn_drop_finish (LsnDrop *drop,
                 double   dx,
                 double   dy)
{
  g_autoptr (GError) error = NULL;

  lsn_edits_put_into (drop->canvas->map, (const LsnRow *) (gpointer) drop->actors->data,
                      (const LsnRow *) (gpointer) drop->containers->data, drop->actors->len, dx, dy, &error);
  lsn_canvas_say_error (drop->canvas, error);
}

static gboolean
joins (LsnDrop *drop)
{
  for (guint i = 0; i < drop->actors->len; i++)
    if (g_array_index (drop->containers, LsnRow, i) == drop->target &&
        lsn_map_get_reference (drop->canvas->map, LSN_TABLE_ACTORS, g_array_index (drop->actors, LsnRow, i),
                               LSN_ACTOR_PARENT) != drop->target)
      return TRUE;
  return FALSE;
}

/**
 * lsn_drop_snapshot:
 *
 * Lights up the container that somebody would join, and marks fainter the one that somebody would leave.
 */
void
lsn_drop_snapshot (LsnDrop     *drop,
                   GtkSnapshot *snapshot)
{
  LsnCanvas *canvas = drop->canvas;
  LsnBox     box;
  gboolean   is_frame;

  if (drop->left != LSN_NO_ROW && lsn_scene_actor_body (canvas->scene, drop->left, &box, &is_frame))
    {
      box = lsn_viewport_box_to_widget (canvas->viewport, &box);
      lsn_marks_halo (snapshot, &box, lsn_canvas_is_square (canvas, drop->left, is_frame), FALSE);
    }
  if (drop->target == LSN_NO_ROW || !joins (drop) ||
      !lsn_scene_actor_body (canvas->scene, drop->target, &box, &is_frame))
    return;
  box = lsn_viewport_box_to_widget (canvas->viewport, &box);
  if (is_frame)
    lsn_marks_band (snapshot, &box);
  lsn_marks_target (snapshot, &box, lsn_canvas_is_square (canvas, drop->target, is_frame));
}
