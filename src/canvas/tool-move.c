/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"

/* Moves the selected actors, with what is inside them; their ties follow live. Shift keeps to one axis. */

typedef struct
{
  LsnTool  parent;
  LsnLive *live;
  GArray  *actors;
  LsnPoint by;
} Move;

static void
move_motion (LsnTool        *tool,
             double          x,
             double          y,
             GdkModifierType state)
{
  Move    *move = (Move *) tool;
  LsnPoint from = lsn_viewport_to_map (tool->canvas->viewport, tool->from.x, tool->from.y);
  LsnPoint to = lsn_viewport_to_map (tool->canvas->viewport, x, y);

  tool->to = (LsnPoint) { x, y };
  move->by = (LsnPoint) { to.x - from.x, to.y - from.y };
  if (state & GDK_SHIFT_MASK)
    {
      if (fabs (move->by.x) > fabs (move->by.y))
        move->by.y = 0;
      else
        move->by.x = 0;
    }
  lsn_live_move (move->live, move->by.x, move->by.y);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
move_finish (LsnTool *tool)
{
  Move *move = (Move *) tool;

  lsn_edits_move (tool->canvas->map, (const LsnRow *) (gpointer) move->actors->data, move->actors->len, move->by.x,
                  move->by.y, NULL);
}

static void
move_snapshot (LsnTool     *tool,
               GtkSnapshot *snapshot)
{
  lsn_live_snapshot (((Move *) tool)->live, snapshot);
}

static void
move_clear (LsnTool *tool)
{
  Move *move = (Move *) tool;

  g_clear_pointer (&move->live, lsn_live_free);
  g_clear_pointer (&move->actors, g_array_unref);
}

static const LsnToolClass move_class = { "move", move_motion, move_finish, move_snapshot, move_clear };

static void
queue_update (gpointer live,
              gpointer canvas)
{
  lsn_canvas_queue_update (canvas);
}

/**
 * lsn_tool_move_new:
 *
 * Returns: (transfer full): a tool that moves what is selected now
 */
LsnTool *
lsn_tool_move_new (LsnCanvas *canvas,
                   double     x,
                   double     y)
{
  Move         *move = lsn_tool_alloc (sizeof (Move), &move_class, canvas, x, y);
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (canvas->selection, LSN_TABLE_ACTORS, &n_actors);

  move->actors = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), actors, n_actors);
  move->live = lsn_live_new (canvas->helpers, canvas->map, canvas->texts, canvas->tiles, actors, n_actors, canvas->viewport,
                             queue_update, canvas);
  return &move->parent;
}

LsnPoint
lsn_tool_move_by (LsnTool *tool)
{
  return tool != NULL && tool->klass == &move_class ? ((Move *) tool)->by : (LsnPoint) { 0, 0 };
}
