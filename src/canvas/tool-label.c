/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"
#include "canvas/tie-path.h"

/* Slides the label of a tie along its line. */

typedef struct
{
  LsnTool  parent;
  LsnRow   tie;
  GArray  *path;
  LsnBox   box;    /* of the label, as it stands */
  LsnPoint off;    /* of its middle from the pointer, in map units */
  double   share;
} Label;

static void
label_motion (LsnTool        *tool,
              double          x,
              double          y,
              GdkModifierType state)
{
  Label   *label = (Label *) tool;
  LsnPoint at = lsn_viewport_to_map (tool->canvas->viewport, x, y);

  tool->to = (LsnPoint) { x, y };
  label->share = lsn_tie_path_share (label->path, (LsnPoint) { at.x + label->off.x, at.y + label->off.y }, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
label_finish (LsnTool *tool)
{
  Label *label = (Label *) tool;

  if (lsn_map_has_row (tool->canvas->map, LSN_TABLE_TIES, label->tie))
    lsn_edits_put_label (tool->canvas->map, label->tie, label->share, NULL);
}

static void
label_snapshot (LsnTool     *tool,
                GtkSnapshot *snapshot)
{
  Label   *label = (Label *) tool;
  LsnPoint at = lsn_tie_path_at (label->path, label->share);
  LsnBox   box = { at.x - label->box.width / 2, at.y - label->box.height / 2, label->box.width, label->box.height };

  lsn_canvas_snapshot_path (tool->canvas, snapshot, label->path);
  box = lsn_viewport_box_to_widget (tool->canvas->viewport, &box);
  lsn_marks_band (snapshot, &box);
}

static void
label_clear (LsnTool *tool)
{
  g_clear_pointer (&((Label *) tool)->path, g_array_unref);
}

static const LsnToolClass label_class = { "grabbing", label_motion, label_finish, label_snapshot, label_clear };

/**
 * lsn_tool_label_new:
 *
 * Returns: (transfer full) (nullable): %NULL when the label of @tie is not drawn
 */
LsnTool *
lsn_tool_label_new (LsnCanvas *canvas,
                    double     x,
                    double     y,
                    LsnRow     tie)
{
  LsnPoint at = lsn_viewport_to_map (canvas->viewport, x, y);
  Label   *label;
  LsnBox   box;

  if (!lsn_scene_label_bounds (canvas->scene, tie, &box))
    return NULL;
  label = lsn_tool_alloc (sizeof (Label), &label_class, canvas, x, y);
  label->tie = tie;
  label->box = box;
  label->path = lsn_scene_tie_path (canvas->scene, tie);
  label->off = (LsnPoint) { box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y }
  ;
  label->share = lsn_tie_path_share (label->path, (LsnPoint) { at.x + label->off.x, at.y + label->off.y }, NULL);
  return &label->parent;
}
