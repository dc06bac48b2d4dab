/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "canvas/canvas-private.h"
#include "canvas/drop.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"
#include "canvas/note-edits.h"
#include "scene/snap.h"

/* Moves the selected actors and notes, with what is inside them, into containers and out of them; their ties follow live. They
 * snap to where others stand, and to the grid when there is one, unless Ctrl is held. Shift keeps to one axis. A frame takes
 * along what stands in it, unless Alt was held when the drag began; by a note nobody is dragged into a container. */

#define SNAP_RADIUS 6.0 /* pixels */

typedef struct
{
  LsnTool     parent;
  LsnLive    *live;
  LsnDrop    *drop;    /* NULL when it is a note that the pointer holds */
  GArray     *actors;
  GArray     *notes;   /* of LsnPlaced */
  LsnPoint    by;
  LsnBox      body;    /* of the actor or note that was pressed, as it stood */
  gboolean    has_body;
  GHashTable *apart;   /* those that it cannot snap to: what moves, and the frames around it */
  LsnSnap    *snap;    /* to who is seen in @seen; NULL until it is wanted */
  LsnBox      seen;
  GArray     *guides;  /* of LsnGuide */
} Move;

static LsnBox
seen_part (LsnCanvas *canvas)
{
  LsnPoint from = lsn_viewport_to_map (canvas->viewport, 0, 0);
  double   zoom = lsn_viewport_get_zoom (canvas->viewport);
  int      width, height;

  lsn_viewport_get_size (canvas->viewport, &width, &height);
  return (LsnBox) { from.x, from.y, width / zoom, height / zoom };
}

static gboolean
is_seen (const LsnBox *body,
         const LsnBox *seen)
{
  return body->x < seen->x + seen->width && body->x + body->width > seen->x && body->y < seen->y + seen->height &&
         body->y + body->height > seen->y;
}

static gboolean
is_moving (Move  *move,
           LsnRow note)
{
  for (guint i = 0; i < move->notes->len; i++)
    if (g_array_index (move->notes, LsnPlaced, i).note == note)
      return TRUE;
  return FALSE;
}

/* Made anew only when the view has changed: O(actors). A note stands in line with other notes too. */
static void
ensure_snap (Move *move)
{
  LsnCanvas *canvas = move->parent.canvas;
  LsnBox     seen = seen_part (canvas), body;
  g_autoptr (GArray) others = NULL;

  if (move->snap != NULL && memcmp (&seen, &move->seen, sizeof seen) == 0)
    return;

  others = g_array_new (FALSE, FALSE, sizeof (LsnBox));
  for (LsnRow actor = LSN_NO_ROW; (actor = lsn_map_next_row (canvas->map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW;)
    if (!g_hash_table_contains (move->apart, GUINT_TO_POINTER (actor)) &&
        lsn_scene_actor_body (canvas->scene, actor, &body, NULL) && is_seen (&body, &seen))
      g_array_append_val (others, body);
  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (canvas->map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    if (move->drop == NULL && !is_moving (move, note) && lsn_scene_note_box (canvas->scene, note, &body) &&
        is_seen (&body, &seen))
      g_array_append_val (others, body);
  g_clear_pointer (&move->snap, lsn_snap_free);
  move->snap = lsn_snap_new ((const LsnBox *) (gpointer) others->data, others->len);
  move->seen = seen;
}

static void
add_snap (Move       *move,
          LsnSnapAxes axes)
{
  LsnCanvas *canvas = move->parent.canvas;
  LsnBox     body = { move->body.x + move->by.x, move->body.y + move->by.y, move->body.width, move->body.height };
  LsnPoint   more, middle = { body.x + body.width / 2, body.y + body.height / 2 };

  ensure_snap (move);
  if (canvas->snap_to_grid)
    {
      more = lsn_snap_to_grid (middle, axes);
      body.x += more.x;
      body.y += more.y;
      lsn_snap_find (move->snap, &body, 0, axes, move->guides);
    }
  else
    more = lsn_snap_find (move->snap, &body, SNAP_RADIUS / lsn_viewport_get_zoom (canvas->viewport), axes, move->guides);
  move->by.x += more.x;
  move->by.y += more.y;
}

static void
move_motion (LsnTool        *tool,
             double          x,
             double          y,
             GdkModifierType state)
{
  Move       *move = (Move *) tool;
  LsnPoint    from = lsn_viewport_to_map (tool->canvas->viewport, tool->from.x, tool->from.y);
  LsnPoint    to = lsn_viewport_to_map (tool->canvas->viewport, x, y);
  LsnSnapAxes axes = LSN_SNAP_ACROSS | LSN_SNAP_DOWN;

  tool->to = (LsnPoint) { x, y };
  move->by = (LsnPoint) { to.x - from.x, to.y - from.y };
  if (state & GDK_SHIFT_MASK)
    {
      gboolean across = fabs (move->by.x) > fabs (move->by.y);

      axes = across ? LSN_SNAP_ACROSS : LSN_SNAP_DOWN;
      *(across ? &move->by.y : &move->by.x) = 0;
    }
  g_array_set_size (move->guides, 0);
  if ((state & GDK_CONTROL_MASK) == 0 && move->has_body && tool->canvas->scene != NULL)
    add_snap (move, axes);
  if (move->drop != NULL)
    lsn_drop_move (move->drop, to.x, to.y);
  lsn_live_move (move->live, move->by.x, move->by.y);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
move_finish (LsnTool *tool)
{
  Move            *move = (Move *) tool;
  LsnMap          *map = tool->canvas->map;
  const LsnPlaced *notes = (const LsnPlaced *) (gpointer) move->notes->data;

  if (move->drop == NULL)
    lsn_edits_move_with_notes (map, (const LsnRow *) (gpointer) move->actors->data, move->actors->len, notes, move->notes->len,
                               move->by.x, move->by.y, NULL);
  else if (move->notes->len == 0)
    lsn_drop_finish (move->drop, move->by.x, move->by.y);
  else
    {
      lsn_map_begin (map, _("Move"), NULL);
      lsn_drop_finish (move->drop, move->by.x, move->by.y);
      lsn_edits_put_notes (map, notes, move->notes->len, move->by.x, move->by.y);
      lsn_map_commit (map);
    }
}

static void
move_snapshot (LsnTool     *tool,
               GtkSnapshot *snapshot)
{
  Move        *move = (Move *) tool;
  LsnViewport *viewport = tool->canvas->viewport;

  if (move->drop != NULL)
    lsn_drop_snapshot (move->drop, snapshot);
  lsn_live_snapshot (move->live, snapshot);
  for (guint i = 0; i < move->guides->len; i++)
    {
      const LsnGuide *guide = &g_array_index (move->guides, LsnGuide, i);

      lsn_marks_guide (snapshot, lsn_viewport_to_widget (viewport, guide->from.x, guide->from.y),
                       lsn_viewport_to_widget (viewport, guide->to.x, guide->to.y), guide->is_gap);
    }
}

static void
move_clear (LsnTool *tool)
{
  Move *move = (Move *) tool;

  g_clear_pointer (&move->live, lsn_live_free);
  g_clear_pointer (&move->drop, lsn_drop_free);
  g_clear_pointer (&move->actors, g_array_unref);
  g_clear_pointer (&move->notes, g_array_unref);
  g_clear_pointer (&move->apart, g_hash_table_unref);
  g_clear_pointer (&move->snap, lsn_snap_free);
  g_clear_pointer (&move->guides, g_array_unref);
}

static const LsnToolClass move_class = { "move", move_motion, move_finish, move_snapshot, move_clear };

static void
queue_update (gpointer live,
              gpointer canvas)
{
  lsn_canvas_queue_update (canvas);
}

static GHashTable *
find_apart (LsnMap *map,
            GArray *actors)
{
  g_autoptr (GArray) all = lsn_edits_with_inside (map, (const LsnRow *) (gpointer) actors->data, actors->len);
  GHashTable *apart = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    for (LsnRow at = g_array_index (all, LsnRow, i); at != LSN_NO_ROW && g_hash_table_add (apart, GUINT_TO_POINTER (at));
         at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT))
      ;
  return apart;
}

static LsnLive *
begin_live (LsnCanvas *canvas,
            GArray    *actors,
            GArray    *placed)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < placed->len; i++)
    g_array_append_val (notes, g_array_index (placed, LsnPlaced, i).note);
  return lsn_live_new (canvas->helpers, canvas->map, canvas->scene, canvas->texts, canvas->tiles,
                       (const LsnRow *) (gpointer) actors->data, actors->len, (const LsnRow *) (gpointer) notes->data, notes->len,
                       canvas->viewport, queue_update, canvas);
}

/**
 * lsn_tool_move_new:
 * @table: actors or notes
 * @pressed: what the pointer holds; what it stands in line with guides the others
 * @alone: whether frames go without what stands in them
 *
 * Returns: (transfer full): a tool that moves what is selected now
 */
LsnTool *
lsn_tool_move_new (LsnCanvas *canvas,
                   double     x,
                   double     y,
                   LsnTable   table,
                   LsnRow     pressed,
                   gboolean   alone)
{
  Move    *move = lsn_tool_alloc (sizeof (Move), &move_class, canvas, x, y);
  gboolean is_note = table == LSN_TABLE_NOTES;

  lsn_canvas_moving_rows (canvas, alone, &move->actors, &move->notes);
  move->live = begin_live (canvas, move->actors, move->notes);
  if (!is_note)
    move->drop = lsn_drop_new (canvas, (const LsnRow *) (gpointer) move->actors->data, move->actors->len);
  move->apart = find_apart (canvas->map, move->actors);
  move->guides = g_array_new (FALSE, FALSE, sizeof (LsnGuide));
  move->has_body = canvas->scene != NULL && (is_note ? lsn_scene_note_box (canvas->scene, pressed, &move->body)
                                             : lsn_scene_actor_body (canvas->scene, pressed, &move->body, NULL));
  return &move->parent;
}

LsnPoint
lsn_tool_move_by (LsnTool *tool)
{
  return tool != NULL && tool->klass == &move_class ? ((Move *) tool)->by : (LsnPoint) { 0, 0 };
}
