/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#include "canvas/marks.h"
#include "scene/notes-size.h"

/* The marks of the selected notes, and the handles of one that is selected alone: at its corners and amid its sides. They are
 * numbered clockwise from the corner above on the left. */

#define REACH 8       /* pixels within which a handle answers */
#define LEAST_SIDE 40 /* pixels: a shorter side has no handle in its middle */

/* The note that has handles; LSN_NO_ROW for none. */
LsnRow
lsn_canvas_handled_note (LsnCanvas *self)
{
  guint         n_notes;
  const LsnRow *notes;

  if (self->selection == NULL || self->scene == NULL || lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) > 0 ||
      lsn_selection_n_rows (self->selection, LSN_TABLE_TIES) > 0)
    return LSN_NO_ROW;
  notes = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  return n_notes == 1 ? notes[0] : LSN_NO_ROW;
}

/* Where a note is drawn now, in pixels. */
gboolean
lsn_canvas_note_box (LsnCanvas *self,
                     LsnRow     note,
                     LsnBox    *box)
{
  LsnPoint by = { 0, 0 };

  if (self->scene == NULL || !lsn_map_has_row (self->map, LSN_TABLE_NOTES, note) ||
      !lsn_scene_note_box (self->scene, note, box))
    return FALSE;

  if (lsn_selection_contains (self->selection, LSN_TABLE_NOTES, note))
    by = lsn_tool_move_by (self->tool);
  box->x += by.x;
  box->y += by.y;
  *box = lsn_viewport_box_to_widget (self->viewport, box);
  return TRUE;
}

/* Where a handle stands; FALSE when there is no room for it. */
static gboolean
handle_place (const LsnBox *box,
              guint         number,
              LsnPoint     *at)
{
  static const struct { double x, y; } shares[LSN_N_NOTE_HANDLES] = {
    { 0, 0 }, { 0.5, 0 }, { 1, 0 }, { 1, 0.5 }, { 1, 1 }, { 0.5, 1 }, { 0, 1 }, { 0, 0.5 },
  };

  *at = (LsnPoint) { box->x + shares[number].x * box->width, box->y + shares[number].y * box->height };
  return number % 2 == 0 || (shares[number].x == 0.5 ? box->width : box->height) >= LEAST_SIDE;
}

/* Which handle of the selected note answers at a pixel. Returns whether one does. */
gboolean
lsn_canvas_note_handle_at (LsnCanvas *self,
                           double     x,
                           double     y,
                           LsnHandle *handle)
{
  LsnRow   note = lsn_canvas_handled_note (self);
  double   least = REACH;
  LsnPoint at;
  LsnBox   box;

  if (note == LSN_NO_ROW || !lsn_canvas_note_box (self, note, &box))
    return FALSE;

  for (guint i = 0; i < LSN_N_NOTE_HANDLES; i++)
    if (handle_place (&box, i, &at) && hypot (at.x - x, at.y - y) <= least)
      {
        least = hypot (at.x - x, at.y - y);
        *handle = (LsnHandle) { .type = LSN_HANDLE_NOTE, .note = note, .number = i };
      }
  return handle->type == LSN_HANDLE_NOTE;
}

const char *
lsn_canvas_note_cursor (guint number)
{
  static const char *const cursors[] = { "nwse-resize", "ns-resize", "nesw-resize", "ew-resize" };

  return cursors[number % G_N_ELEMENTS (cursors)];
}

/* What a note fills when one of its handles is dragged so far. */
LsnBox
lsn_canvas_resized_note (const LsnBox *box,
                         guint         number,
                         LsnPoint      by)
{
  gboolean left = number == 0 || number >= 6, right = number >= 2 && number <= 4;
  gboolean above = number <= 2, below = number >= 4 && number <= 6;
  LsnBox   resized = *box;

  if (left || right)
    {
      resized.width = MAX (LSN_NOTE_LEAST, box->width + (left ? -by.x : by.x));
      resized.x += left ? box->width - resized.width : 0;
    }
  if (above || below)
    {
      resized.height = MAX (LSN_NOTE_LEAST_HEIGHT, box->height + (above ? -by.y : by.y));
      resized.y += above ? box->height - resized.height : 0;
    }
  return resized;
}

static void
snapshot_handles (GtkSnapshot  *snapshot,
                  const LsnBox *box)
{
  LsnPoint at;

  for (guint i = 0; i < LSN_N_NOTE_HANDLES; i++)
    if (handle_place (box, i, &at))
      lsn_marks_handle (snapshot, at, TRUE, FALSE);
}

/* The rings of the selected notes. Cost: O(selected notes). */
void
lsn_canvas_snapshot_notes (LsnCanvas   *self,
                           GtkSnapshot *snapshot)
{
  guint         n_notes;
  const LsnRow *notes = lsn_selection_rows (self->selection, LSN_TABLE_NOTES, &n_notes);
  LsnBox        box;

  for (guint i = 0; i < n_notes; i++)
    if (lsn_canvas_note_box (self, notes[i], &box) && lsn_canvas_is_seen (self, &box))
      lsn_marks_selected (snapshot, &box, TRUE, lsn_viewport_get_zoom (self->viewport));
  if (self->tool == NULL && self->editor == NULL && lsn_canvas_note_box (self, lsn_canvas_handled_note (self), &box))
    snapshot_handles (snapshot, &box);
}
