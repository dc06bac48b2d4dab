/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/marks.h"
#include "canvas/note-edits.h"
#include "scene/snap.h"

/* Gives a note another size by one of its handles; and draws a new frame. On the grid when there is one, unless Ctrl is held. */

#define LEAST_DRAWN 24.0 /* units: what is smaller was meant as a click */

typedef struct
{
  LsnTool parent;
  LsnRow  note;   /* LSN_NO_ROW for a new frame */
  guint   number; /* of the handle */
  LsnBox  before;
  LsnBox  box;    /* in map units */
} Resize;

static double
on_grid (double at)
{
  return round (at / LSN_SNAP_GRID) * LSN_SNAP_GRID;
}

static void
resize_motion (LsnTool        *tool,
               double          x,
               double          y,
               GdkModifierType state)
{
  Resize     *resize = (Resize *) tool;
  LsnCanvas  *canvas = tool->canvas;
  LsnPoint    from = lsn_viewport_to_map (canvas->viewport, tool->from.x, tool->from.y);
  LsnPoint    to = lsn_viewport_to_map (canvas->viewport, x, y);

  tool->to = (LsnPoint) { x, y };
  if (canvas->snap_to_grid && (state & GDK_CONTROL_MASK) == 0)
    to = (LsnPoint) { on_grid (to.x), on_grid (to.y) }
  ;
  if (resize->note != LSN_NO_ROW)
    resize->box = lsn_canvas_resized_note (&resize->before, resize->number, (LsnPoint) { to.x - from.x, to.y - from.y });
  else
    resize->box = (LsnBox) { MIN (from.x, to.x), MIN (from.y, to.y), fabs (to.x - from.x), fabs (to.y - from.y) }
  ;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
resize_finish (LsnTool *tool)
{
  Resize    *resize = (Resize *) tool;
  LsnCanvas *canvas = tool->canvas;

  gboolean   is_drawn = resize->box.width >= LEAST_DRAWN && resize->box.height >= LEAST_DRAWN;

  if (resize->note == LSN_NO_ROW)
    lsn_canvas_make_frame (canvas, is_drawn ? &resize->box : NULL, &tool->from);
  else if (lsn_map_has_row (canvas->map, LSN_TABLE_NOTES, resize->note))
    lsn_edits_resize_notes (canvas->map, &resize->note, &resize->box, 1, NULL);
}

static void
resize_snapshot (LsnTool     *tool,
                 GtkSnapshot *snapshot)
{
  Resize *resize = (Resize *) tool;
  LsnBox  box = lsn_viewport_box_to_widget (tool->canvas->viewport, &resize->box);

  lsn_marks_band (snapshot, &box);
}

static const LsnToolClass frame_class = { "crosshair", resize_motion, resize_finish, resize_snapshot, NULL };
static const LsnToolClass classes[] = {
  { "nwse-resize", resize_motion, resize_finish, resize_snapshot, NULL },
  { "ns-resize", resize_motion, resize_finish, resize_snapshot, NULL },
  { "nesw-resize", resize_motion, resize_finish, resize_snapshot, NULL },
  { "ew-resize", resize_motion, resize_finish, resize_snapshot, NULL },
};

/**
 * lsn_tool_resize_new:
 * @note: that is drawn
 * @number: of the handle that is dragged
 *
 * Returns: (transfer full): a tool that gives the note another size
 */
LsnTool *
lsn_tool_resize_new (LsnCanvas *canvas,
                     double     x,
                     double     y,
                     LsnRow     note,
                     guint      number)
{
  Resize *resize = lsn_tool_alloc (sizeof (Resize), &classes[number % G_N_ELEMENTS (classes)], canvas, x, y);

  resize->note = note;
  resize->number = number;
  lsn_scene_note_box (canvas->scene, note, &resize->before);
  resize->box = resize->before;
  return &resize->parent;
}

/**
 * lsn_tool_frame_new:
 *
 * Returns: (transfer full): a tool that draws a new frame
 */
LsnTool *
lsn_tool_frame_new (LsnCanvas *canvas,
                    double     x,
                    double     y)
{
  return lsn_tool_alloc (sizeof (Resize), &frame_class, canvas, x, y);
}
