/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "canvas/canvas-private.h"

/* Moves the view with the pointer; broken off, the view goes back to where it was. */

typedef struct
{
  LsnTool  parent;
  gboolean finished;
} Pan;

static void
pan_motion (LsnTool        *tool,
            double          x,
            double          y,
            GdkModifierType state)
{
  lsn_viewport_pan (tool->canvas->viewport, x - tool->to.x, y - tool->to.y);
  tool->to = (LsnPoint) { x, y };
}

static void
pan_finish (LsnTool *tool)
{
  ((Pan *) tool)->finished = TRUE;
}

static void
pan_snapshot (LsnTool     *tool,
              GtkSnapshot *snapshot)
{
}

static void
pan_clear (LsnTool *tool)
{
  if (!((Pan *) tool)->finished)
    lsn_viewport_pan (tool->canvas->viewport, tool->from.x - tool->to.x, tool->from.y - tool->to.y);
}

static const LsnToolClass pan_class = { "grabbing", pan_motion, pan_finish, pan_snapshot, pan_clear, TRUE };

/**
 * lsn_tool_pan_new:
 *
 * Returns: (transfer full): a tool that moves the view with the pointer
 */
LsnTool *
lsn_tool_pan_new (LsnCanvas *canvas,
                  double     x,
                  double     y)
{
  return lsn_tool_alloc (sizeof (Pan), &pan_class, canvas, x, y);
}
