/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

/**
 * lsn_tool_alloc:
 * @size: of the tool's struct, which begins with an LsnTool
 * @x: where the drag began, in pixels
 * @y: likewise
 */
gpointer
lsn_tool_alloc (gsize               size,
                const LsnToolClass *klass,
                LsnCanvas          *canvas,
                double              x,
                double              y)
{
  LsnTool *tool = g_malloc0 (size);

  tool->klass = klass;
  tool->canvas = canvas;
  tool->from = tool->to = (LsnPoint) { x, y };
  return tool;
}

/**
 * lsn_tool_free:
 *
 * Ends what the tool does. Without a `finish` before, the map is as it was.
 */
void
lsn_tool_free (LsnTool *tool)
{
  if (tool->klass->clear != NULL)
    tool->klass->clear (tool);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
  g_free (tool);
}
