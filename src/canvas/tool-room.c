/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"

/* Makes room: all beyond the line where the drag began moves as far as it goes, across or down, whichever is more. */

typedef struct
{
  LsnTool  parent;
  gboolean down;
} Room;

static void room_motion (LsnTool        *tool,
                         double          x,
                         double          y,
                         GdkModifierType state);

static void
room_finish (LsnTool *tool)
{
  Room     *room = (Room *) tool;
  LsnPoint  from = lsn_viewport_to_map (tool->canvas->viewport, tool->from.x, tool->from.y);
  LsnPoint  to = lsn_viewport_to_map (tool->canvas->viewport, tool->to.x, tool->to.y);

  if (room->down)
    lsn_edits_make_room (tool->canvas->map, TRUE, from.y, to.y - from.y, NULL);
  else
    lsn_edits_make_room (tool->canvas->map, FALSE, from.x, to.x - from.x, NULL);
}

/* The room, with an arrow from the line that stays to where what is beyond it will be. */
static void
room_snapshot (LsnTool     *tool,
               GtkSnapshot *snapshot)
{
  Room  *room = (Room *) tool;
  double x = MIN (tool->from.x, tool->to.x), y = MIN (tool->from.y, tool->to.y);
  int    width, height;

  lsn_viewport_get_size (tool->canvas->viewport, &width, &height);
  if (room->down)
    {
      lsn_marks_band (snapshot, &(LsnBox) { -1, y, width + 2, fabs (tool->to.y - tool->from.y) });
      lsn_marks_line (snapshot, tool->from, (LsnPoint) { tool->from.x, tool->to.y });
    }
  else
    {
      lsn_marks_band (snapshot, &(LsnBox) { x, -1, fabs (tool->to.x - tool->from.x), height + 2 });
      lsn_marks_line (snapshot, tool->from, (LsnPoint) { tool->to.x, tool->from.y });
    }
}

static const LsnToolClass across_class = { "ew-resize", room_motion, room_finish, room_snapshot, NULL };
static const LsnToolClass down_class = { "ns-resize", room_motion, room_finish, room_snapshot, NULL };

static void
room_motion (LsnTool        *tool,
             double          x,
             double          y,
             GdkModifierType state)
{
  Room *room = (Room *) tool;

  tool->to = (LsnPoint) { x, y };
  room->down = fabs (y - tool->from.y) > fabs (x - tool->from.x);
  tool->klass = room->down ? &down_class : &across_class;
  lsn_canvas_update_cursor (tool->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

LsnTool *
lsn_tool_room_new (LsnCanvas *canvas,
                   double     x,
                   double     y)
{
  return lsn_tool_alloc (sizeof (Room), &across_class, canvas, x, y);
}
