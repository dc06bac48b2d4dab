/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"

/* Attaches an end of a tie to another actor. */

typedef struct
{
  LsnTool  parent;
  LsnRow   tie;
  gboolean at_target;
  LsnRow   actor;     /* under the pointer; LSN_NO_ROW over the ground */
  LsnPoint from;      /* what the end hangs on, in map units */
} End;

static void
end_motion (LsnTool        *tool,
            double          x,
            double          y,
            GdkModifierType state)
{
  End *end = (End *) tool;

  tool->to = (LsnPoint) { x, y };
  end->actor = lsn_canvas_pick_end (tool->canvas, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
end_finish (LsnTool *tool)
{
  End *end = (End *) tool;

  if (end->actor == LSN_NO_ROW)
    lsn_canvas_say (tool->canvas, FALSE, _("The tie stays as it is. Drop its end on an actor to attach it there."));
  else
    lsn_canvas_reattach (tool->canvas, end->tie, end->at_target, end->actor);
}

static void
end_snapshot (LsnTool     *tool,
              GtkSnapshot *snapshot)
{
  End       *end = (End *) tool;
  LsnCanvas *canvas = tool->canvas;
  LsnBox     body;
  gboolean   is_frame;

  lsn_marks_line (snapshot, lsn_viewport_to_widget (canvas->viewport, end->from.x, end->from.y), tool->to);
  lsn_marks_handle (snapshot, tool->to, TRUE, TRUE);
  if (end->actor == LSN_NO_ROW || !lsn_scene_actor_body (canvas->scene, end->actor, &body, &is_frame))
    return;
  body = lsn_viewport_box_to_widget (canvas->viewport, &body);
  lsn_marks_target (snapshot, &body, lsn_canvas_is_square (canvas, end->actor, is_frame));
}

static const LsnToolClass end_class = { "crosshair", end_motion, end_finish, end_snapshot, NULL };

/**
 * lsn_tool_end_new:
 * @at_target: which end of @tie
 */
LsnTool *
lsn_tool_end_new (LsnCanvas *canvas,
                  double     x,
                  double     y,
                  LsnRow     tie,
                  gboolean   at_target)
{
  End *end = lsn_tool_alloc (sizeof (End), &end_class, canvas, x, y);
  g_autoptr (GArray) path = lsn_scene_tie_path (canvas->scene, tie);
  g_autoptr (GArray) bends = lsn_canvas_drawn_bends (canvas, tie);

  end->tie = tie;
  end->at_target = at_target;
  if (bends->len > 0)
    end->from = g_array_index (bends, LsnPoint, at_target ? bends->len - 1 : 0);
  else
    end->from = g_array_index (path, LsnPoint, at_target ? 0 : path->len - 1);
  return &end->parent;
}
