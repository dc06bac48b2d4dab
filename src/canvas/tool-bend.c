/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "canvas/canvas-private.h"
#include "canvas/map-edits.h"
#include "canvas/marks.h"
#include "canvas/tie-path.h"
#include "model/bends.h"
#include "scene/snap.h"

/* Bends a tie where it was pressed, or moves one of its bends. */

typedef struct
{
  LsnTool  parent;
  LsnRow   tie;
  GArray  *bends;  /* as they are now, with the one that is dragged */
  guint    number;
  gboolean is_new;
  LsnPoint off;    /* of the bend from the pointer, in map units */
} Bend;

static void
bend_motion (LsnTool        *tool,
             double          x,
             double          y,
             GdkModifierType state)
{
  Bend    *bend = (Bend *) tool;
  LsnPoint at = lsn_viewport_to_map (tool->canvas->viewport, x, y);

  tool->to = (LsnPoint) { x, y };
  at.x += bend->off.x;
  at.y += bend->off.y;
  if (tool->canvas->snap_to_grid && (state & GDK_CONTROL_MASK) == 0)
    {
      LsnPoint more = lsn_snap_to_grid (at, LSN_SNAP_ACROSS | LSN_SNAP_DOWN);

      at.x += more.x;
      at.y += more.y;
    }
  g_array_index (bend->bends, LsnPoint, bend->number) = at;
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
bend_finish (LsnTool *tool)
{
  Bend      *bend = (Bend *) tool;
  LsnCanvas *canvas = tool->canvas;
  LsnPoint   at = g_array_index (bend->bends, LsnPoint, bend->number);
  g_autoptr (GError) error = NULL;

  if (!lsn_map_has_row (canvas->map, LSN_TABLE_TIES, bend->tie))
    return;
  if (bend->is_new)
    lsn_edits_add_bend (canvas->map, bend->tie, bend->number, at, &error);
  else
    lsn_edits_move_bend (canvas->map, bend->tie, bend->number, at, NULL);
  lsn_canvas_say_error (canvas, error);
  if (error == NULL)
    lsn_canvas_focus_bend (canvas, bend->tie, bend->number);
}

static void
bend_snapshot (LsnTool     *tool,
               GtkSnapshot *snapshot)
{
  Bend        *bend = (Bend *) tool;
  LsnCanvas   *canvas = tool->canvas;
  g_autoptr (GArray) path = lsn_scene_bent_path (canvas->map, canvas->texts, bend->tie,
                                                 (const LsnPoint *) (gpointer) bend->bends->data, bend->bends->len);

  if (path == NULL)
    return;
  lsn_canvas_snapshot_path (canvas, snapshot, path);
  for (guint i = 0; i < bend->bends->len; i++)
    {
      LsnPoint at = g_array_index (bend->bends, LsnPoint, i);

      lsn_marks_handle (snapshot, lsn_viewport_to_widget (canvas->viewport, at.x, at.y), FALSE, i == bend->number);
    }
}

static void
bend_clear (LsnTool *tool)
{
  g_clear_pointer (&((Bend *) tool)->bends, g_array_unref);
}

static const LsnToolClass bend_class = { "move", bend_motion, bend_finish, bend_snapshot, bend_clear };

/**
 * lsn_tool_bend_new:
 * @number: the bend that is moved; %G_MAXUINT for a new one where @tie was pressed
 */
LsnTool *
lsn_tool_bend_new (LsnCanvas *canvas,
                   double     x,
                   double     y,
                   LsnRow     tie,
                   guint      number)
{
  Bend    *bend = lsn_tool_alloc (sizeof (Bend), &bend_class, canvas, x, y);
  LsnPoint at = lsn_viewport_to_map (canvas->viewport, x, y);
  g_autoptr (GArray) path = lsn_scene_tie_path (canvas->scene, tie);

  bend->tie = tie;
  bend->bends = lsn_canvas_drawn_bends (canvas, tie);
  bend->is_new = number == G_MAXUINT;
  bend->number = number;
  if (bend->is_new)
    {
      bend->number = path != NULL ? lsn_tie_path_number (path, bend->bends, at) : bend->bends->len;
      g_array_insert_val (bend->bends, bend->number, at);
    }
  else
    {
      LsnPoint old = g_array_index (bend->bends, LsnPoint, number);

      bend->off = (LsnPoint) { old.x - at.x, old.y - at.y };
    }
  return &bend->parent;
}
