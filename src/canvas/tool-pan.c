/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "canvas/canvas-private.h"

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
}

static void
pan_snapshot (LsnTool     *tool,
              GtkSnapshot *snapshot)
{
}

static const LsnToolClass pan_class = { "grabbing", pan_motion, pan_finish, pan_snapshot, NULL };

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
  return lsn_tool_alloc (sizeof (LsnTool), &pan_class, canvas, x, y);
}
