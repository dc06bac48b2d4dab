/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#include "canvas/marks.h"
#include "model/bends.h"

/* The handles of the selected tie, when it is alone: at its ends, to attach them to others, and where it is bent. */

#define REACH 8 /* pixels within which a handle answers */

/* The tie that has handles; LSN_NO_ROW for none. A line that stands for several has none. */
LsnRow
lsn_canvas_handled_tie (LsnCanvas *self)
{
  guint         n_ties;
  const LsnRow *ties;

  if (self->selection == NULL || self->scene == NULL || lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) > 0 ||
      lsn_selection_n_rows (self->selection, LSN_TABLE_NOTES) > 0)
    return LSN_NO_ROW;
  ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);
  return n_ties == 1 && lsn_map_has_row (self->map, LSN_TABLE_TIES, ties[0]) &&
         lsn_scene_tie_count (self->scene, ties[0]) == 1 ? ties[0] : LSN_NO_ROW;
}

/* The bends that the line is drawn with: those of a tie whose end stands for what it hides are not. */
GArray *
lsn_canvas_drawn_bends (LsnCanvas *self,
                        LsnRow     tie)
{
  LsnRow source = lsn_map_get_reference (self->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (self->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

  if (lsn_map_shown_as (self->map, source) != source || lsn_map_shown_as (self->map, target) != target)
    return g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  return lsn_bends_get (self->map, tie);
}

/* The bend that the keyboard is at. Returns whether there is one. */
gboolean
lsn_canvas_focused_bend (LsnCanvas *self,
                         LsnRow    *tie,
                         guint     *number)
{
  g_autoptr (GArray) bends = NULL;

  *tie = lsn_canvas_handled_tie (self);
  if (*tie == LSN_NO_ROW || *tie != self->bent || self->bend == 0)
    return FALSE;
  bends = lsn_canvas_drawn_bends (self, *tie);
  *number = self->bend - 1;
  return *number < bends->len;
}

/* @number: from 0; G_MAXUINT for none */
void
lsn_canvas_focus_bend (LsnCanvas *self,
                       LsnRow     tie,
                       guint      number)
{
  self->bent = tie;
  self->bend = number == G_MAXUINT ? 0 : number + 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static LsnPoint
in_pixels (LsnCanvas *self,
           LsnPoint   at)
{
  return lsn_viewport_to_widget (self->viewport, at.x, at.y);
}

static void
consider (LsnHandle  handle,
          LsnPoint   at,
          double     x,
          double     y,
          LsnHandle *nearest,
          double    *least)
{
  double far = hypot (at.x - x, at.y - y);

  if (far > *least)
    return;
  *least = far;
  *nearest = handle;
}

/* Which handle answers at a pixel: those of a note, or bends before ends, the nearest of each. Returns whether one does. */
gboolean
lsn_canvas_handle_at (LsnCanvas *self,
                      double     x,
                      double     y,
                      LsnHandle *handle)
{
  LsnRow tie = lsn_canvas_handled_tie (self);
  g_autoptr (GArray) path = tie != LSN_NO_ROW ? lsn_scene_tie_path (self->scene, tie) : NULL;
  g_autoptr (GArray) bends = NULL;
  double least = REACH;

  *handle = (LsnHandle) { .type = LSN_HANDLE_NONE, .tie = tie };
  if (lsn_canvas_note_handle_at (self, x, y, handle))
    return TRUE;
  if (path == NULL)
    return FALSE;

  bends = lsn_canvas_drawn_bends (self, tie);
  for (guint i = 0; i < bends->len; i++)
    consider ((LsnHandle) { .type = LSN_HANDLE_BEND, .tie = tie, .number = i },
              in_pixels (self, g_array_index (bends, LsnPoint, i)), x, y, handle, &least);
  if (handle->type == LSN_HANDLE_NONE)
    {
      consider ((LsnHandle) { .type = LSN_HANDLE_SOURCE, .tie = tie, .number = 0 },
                in_pixels (self, g_array_index (path, LsnPoint, 0)), x, y, handle, &least);
      consider ((LsnHandle) { .type = LSN_HANDLE_TARGET, .tie = tie, .number = 0 },
                in_pixels (self, g_array_index (path, LsnPoint, path->len - 1)), x, y, handle, &least);
    }
  return handle->type != LSN_HANDLE_NONE;
}

/* A line that is not on the map yet. */
void
lsn_canvas_snapshot_path (LsnCanvas   *self,
                          GtkSnapshot *snapshot,
                          GArray      *path)
{
  GdkRGBA colour = lsn_marks_colour (1);

  for (guint i = 0; i + 1 < path->len; i++)
    lsn_marks_segment (snapshot, in_pixels (self, g_array_index (path, LsnPoint, i)),
                       in_pixels (self, g_array_index (path, LsnPoint, i + 1)), 2, &colour);
}

void
lsn_canvas_snapshot_handles (LsnCanvas   *self,
                             GtkSnapshot *snapshot)
{
  LsnRow tie = lsn_canvas_handled_tie (self), focused;
  g_autoptr (GArray) path = tie != LSN_NO_ROW ? lsn_scene_tie_path (self->scene, tie) : NULL;
  g_autoptr (GArray) bends = NULL;
  guint number = G_MAXUINT;

  if (path == NULL || self->tool != NULL)
    return;

  bends = lsn_canvas_drawn_bends (self, tie);
  if (!lsn_canvas_focused_bend (self, &focused, &number))
    number = G_MAXUINT;
  lsn_marks_handle (snapshot, in_pixels (self, g_array_index (path, LsnPoint, 0)), TRUE, FALSE);
  lsn_marks_handle (snapshot, in_pixels (self, g_array_index (path, LsnPoint, path->len - 1)), TRUE, FALSE);
  for (guint i = 0; i < bends->len; i++)
    lsn_marks_handle (snapshot, in_pixels (self, g_array_index (bends, LsnPoint, i)), FALSE, i == number);
}
