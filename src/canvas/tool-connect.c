/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"

/* Draws a tie from the rim of an actor: to another actor, to the actor itself when the pointer went out and came back, or
 * to the ground, where a new actor is made. */

typedef struct
{
  LsnTool  parent;
  LsnRow   source;
  LsnRow   target;      /* LSN_NO_ROW over the ground */
  gboolean was_outside;
} Connect;

static void
connect_motion (LsnTool        *tool,
                double          x,
                double          y,
                GdkModifierType state)
{
  Connect *connect = (Connect *) tool;

  tool->to = (LsnPoint) { x, y };
  connect->target = lsn_canvas_pick_end (tool->canvas, x, y);
  if (connect->target != connect->source)
    connect->was_outside = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
connect_to_ground (Connect *connect)
{
  LsnCanvas *canvas = connect->parent.canvas;
  LsnPoint   place = lsn_viewport_to_map (canvas->viewport, connect->parent.to.x, connect->parent.to.y);
  LsnRow     actor;
  g_autofree char *merge_key = lsn_canvas_new_merge_key (canvas);

  actor = lsn_edits_add_tied_actor (canvas->map, connect->source, place.x, place.y, lsn_canvas_get_next_kind (canvas),
                                    FALSE, merge_key);
  if (actor != LSN_NO_ROW)
    lsn_canvas_name_new (canvas, actor, &(LsnMade) { connect->source, merge_key, FALSE, FALSE });
}

static void
connect_finish (LsnTool *tool)
{
  Connect   *connect = (Connect *) tool;
  LsnCanvas *canvas = tool->canvas;
  LsnRow     tie;

  if (!lsn_map_has_row (canvas->map, LSN_TABLE_ACTORS, connect->source))
    return;
  if (connect->target == LSN_NO_ROW)
    {
      connect_to_ground (connect);
      return;
    }
  if (connect->target == connect->source && !connect->was_outside)
    return;

  tie = lsn_edits_add_tie (canvas->map, connect->source, connect->target, lsn_canvas_get_next_kind (canvas));
  if (tie != LSN_NO_ROW)
    lsn_selection_select (canvas->selection, LSN_TABLE_TIES, tie);
}

/* Where the line from @other ends at a body; at @other itself when that is inside, or the body is a frame. */
static LsnPoint
rim_towards (const LsnBox *box,
             gboolean      is_frame,
             LsnPoint      other)
{
  double dx = other.x - (box->x + box->width / 2);
  double dy = other.y - (box->y + box->height / 2);
  double distance = MAX (hypot (dx, dy), 1);
  double radius = MIN (box->width, box->height) / 2;

  if (is_frame || distance <= radius)
    return other;
  return (LsnPoint) { other.x - dx * (1 - radius / distance), other.y - dy * (1 - radius / distance) };
}

static gboolean
find_body (LsnCanvas *canvas,
           LsnRow     actor,
           LsnBox    *box,
           gboolean  *is_frame)
{
  if (actor == LSN_NO_ROW || !lsn_scene_actor_body (canvas->scene, actor, box, is_frame))
    return FALSE;
  *box = lsn_viewport_box_to_widget (canvas->viewport, box);
  return TRUE;
}

static void
connect_snapshot (LsnTool     *tool,
                  GtkSnapshot *snapshot)
{
  Connect  *connect = (Connect *) tool;
  LsnCanvas *canvas = tool->canvas;
  LsnBox    source, target;
  gboolean  is_frame;
  LsnPoint  from = tool->from, to = tool->to;

  if (find_body (canvas, connect->source, &source, &is_frame))
    {
      LsnPoint rim = rim_towards (&source, is_frame, to);

      from = rim.x != to.x || rim.y != to.y ? rim : from;
    }
  if (connect->target == LSN_NO_ROW)
    lsn_marks_new_actor (snapshot, to, LSN_NEW_RADIUS * lsn_viewport_get_zoom (canvas->viewport));
  else if (find_body (canvas, connect->target, &target, &is_frame))
    {
      lsn_marks_target (snapshot, &target, is_frame);
      if (connect->target != connect->source && !is_frame)
        to = rim_towards (&target, FALSE, from);
    }
  lsn_marks_line (snapshot, from, to);
}

static const LsnToolClass connect_class = { "crosshair", connect_motion, connect_finish, connect_snapshot, NULL };

/**
 * lsn_tool_connect_new:
 * @source: the actor from whose rim the tie is drawn
 */
LsnTool *
lsn_tool_connect_new (LsnCanvas *canvas,
                      double     x,
                      double     y,
                      LsnRow     source)
{
  Connect *connect = lsn_tool_alloc (sizeof (Connect), &connect_class, canvas, x, y);

  connect->source = connect->target = source;
  return &connect->parent;
}
