/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#define END_REACH 12.0 /* pixels beside an actor where the end of a tie still means it */
#define LEAST_RIM 24.0 /* pixels: a smaller body is moved by its rim too */

/* ---- what is there ---- */

/* A name that is only near does not answer for the body that is hit. */
static void
prefer_body (LsnHit         *hit,
             const LsnBox   *body,
             const LsnPoint *place)
{
  double half = MIN (body->width, body->height) / 2;
  double away = hypot (place->x - body->x - body->width / 2, place->y - body->y - body->height / 2);

  if (hit->part == LSN_PART_NAME && away <= half)
    hit->part = away >= half - MAX (half / 5, 4) ? LSN_PART_RIM : LSN_PART_BODY;
}

/* What answers at a pixel: actors before ties, a tie within LSN_PICK_RADIUS at any zoom. */
gboolean
lsn_canvas_pick (LsnCanvas *self,
                 double     x,
                 double     y,
                 LsnHit    *hit)
{
  LsnPoint place = lsn_viewport_to_map (self->viewport, x, y);
  LsnBox   body;
  gboolean is_frame;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL ||
      !lsn_scene_pick (self->scene, place.x, place.y, LSN_PICK_RADIUS / lsn_viewport_get_zoom (self->viewport), hit) ||
      !lsn_map_has_row (self->map, hit->table, hit->row))
    return FALSE;

  if (hit->table != LSN_TABLE_ACTORS || !lsn_scene_actor_body (self->scene, hit->row, &body, &is_frame))
    return TRUE;
  if (!is_frame)
    prefer_body (hit, &body, &place);
  if (hit->part == LSN_PART_RIM && MIN (body.width, body.height) * lsn_viewport_get_zoom (self->viewport) < LEAST_RIM)
    hit->part = LSN_PART_BODY;
  return TRUE;
}

/* The actor at which a tie ends that is dropped at a pixel: what is hit, else what is beside it or where somebody new would
 * lie; LSN_NO_ROW on free ground. */
LsnRow
lsn_canvas_pick_end (LsnCanvas *self,
                     double     x,
                     double     y)
{
  LsnPoint place = lsn_viewport_to_map (self->viewport, x, y);
  double   reach = END_REACH / lsn_viewport_get_zoom (self->viewport);
  LsnHit   hit;
  LsnRow   beside;

  if (lsn_canvas_pick (self, x, y, &hit) && hit.table == LSN_TABLE_ACTORS)
    return hit.row;
  if (self->scene == NULL)
    return LSN_NO_ROW;
  beside = lsn_scene_nearest_body (self->scene, place.x, place.y, MAX (reach, LSN_NEW_RADIUS));
  if (beside != LSN_NO_ROW && lsn_map_has_row (self->map, LSN_TABLE_ACTORS, beside))
    return beside;
  if (lsn_scene_pick (self->scene, place.x, place.y, reach, &hit) && hit.table == LSN_TABLE_ACTORS &&
      lsn_map_has_row (self->map, LSN_TABLE_ACTORS, hit.row))
    return hit.row;
  return LSN_NO_ROW;
}

static const char *
cursor_of_hit (LsnCanvas *self)
{
  if (self->hover_handle.type == LSN_HANDLE_NOTE)
    return lsn_canvas_note_cursor (self->hover_handle.number);
  if (self->hover_handle.type == LSN_HANDLE_BEND)
    return "move";
  if (self->hover_handle.type == LSN_HANDLE_NONE && self->hover.table == LSN_TABLE_NOTES)
    return "pointer";
  if (self->hover_handle.type != LSN_HANDLE_NONE || self->hover.part == LSN_PART_RIM)
    return "crosshair";
  if (self->hover.table == LSN_TABLE_TIES && self->hover.part == LSN_PART_NAME)
    return "grab";
  return "pointer";
}

void
lsn_canvas_update_cursor (LsnCanvas *self)
{
  const char *name = "default";

  if (self->tool != NULL)
    name = self->tool->klass->cursor;
  else if (self->space_held)
    name = "grab";
  else if (self->makes_room)
    name = "all-scroll";
  else if (self->draws_frame)
    name = "crosshair";
  else if (self->has_hover || self->hover_handle.type != LSN_HANDLE_NONE)
    name = cursor_of_hit (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static gboolean
is_same_hit (LsnCanvas    *self,
             gboolean      has_hit,
             const LsnHit *hit)
{
  if (!has_hit || !self->has_hover)
    return has_hit == self->has_hover;
  return hit->table == self->hover.table && hit->row == self->hover.row && hit->part == self->hover.part;
}

void
lsn_canvas_update_hover (LsnCanvas *self)
{
  LsnHit    hit = { 0 };
  LsnHandle handle = { 0 };
  gboolean  may_hit = self->map != NULL && self->has_pointer && self->tool == NULL;
  gboolean  has_hit = may_hit && lsn_canvas_pick (self, self->pointer.x, self->pointer.y, &hit);

  if (may_hit)
    lsn_canvas_handle_at (self, self->pointer.x, self->pointer.y, &handle);
  if (handle.type == self->hover_handle.type && handle.number == self->hover_handle.number && is_same_hit (self, has_hit, &hit))
    return;

  self->has_hover = has_hit;
  self->hover = hit;
  self->hover_handle = handle;
  lsn_canvas_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- tools ---- */

static void
begin_tool (LsnCanvas *self,
            LsnTool   *tool)
{
  lsn_canvas_end_naming (self);
  self->tool = tool;
  self->has_hover = FALSE;
  self->hover_handle.type = LSN_HANDLE_NONE;
  lsn_canvas_update_cursor (self);
}

static LsnTool *
take_tool (LsnCanvas *self)
{
  LsnTool *tool = g_steal_pointer (&self->tool);

  self->makes_room = FALSE;
  self->draws_frame = FALSE;
  lsn_canvas_update_cursor (self);
  return tool;
}

static void
finish_tool (LsnCanvas *self)
{
  LsnTool *tool = take_tool (self);

  tool->klass->finish (tool);
  lsn_tool_free (tool);
  lsn_canvas_ensure_scene (self);
  lsn_canvas_update_hover (self);
}

/* Ends a gesture that is going on as if it had never begun. Returns whether there was one. */
gboolean
lsn_canvas_cancel_tool (LsnCanvas *self)
{
  if (self->tool == NULL)
    {
      gboolean waited = self->makes_room || self->draws_frame;

      self->makes_room = FALSE;
      self->draws_frame = FALSE;
      lsn_canvas_update_cursor (self);
      return waited;
    }

  lsn_tool_free (take_tool (self));
  if (self->drag != NULL)
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      gtk_gesture_set_state (self->pan_drag, GTK_EVENT_SEQUENCE_DENIED);
    }
  return TRUE;
}

/* ---- press, drag, release ---- */

gboolean
lsn_canvas_is_for_map (LsnCanvas  *self,
                       GtkGesture *gesture,
                       double      x,
                       double      y)
{
  GdkEvent  *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  /* Events of a menu above the canvas come by as well, and those of the editor. */
  return self->map != NULL && picked == GTK_WIDGET (self) &&
         (event == NULL || gdk_event_get_surface (event) == gtk_native_get_surface (native));
}

static void
note_double (LsnCanvas *self,
             guint32    time,
             double     x,
             double     y)
{
  int most_time, most_distance;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most_time,
                "gtk-double-click-distance", &most_distance, NULL);
  self->is_double = !self->is_double && self->press_time != 0 && time - self->press_time <= (guint32) most_time &&
                    hypot (x - self->press.x, y - self->press.y) <= most_distance;
  self->press_time = time;
}

static void
press_row (LsnCanvas      *self,
           const LsnHit   *hit,
           GdkModifierType state)
{
  if (state & GDK_CONTROL_MASK)
    lsn_selection_toggle (self->selection, hit->table, hit->row);
  else if (state & GDK_SHIFT_MASK)
    lsn_selection_add (self->selection, hit->table, hit->row);
  else if (!lsn_selection_contains (self->selection, hit->table, hit->row))
    lsn_selection_select (self->selection, hit->table, hit->row);
  else
    self->select_on_release = TRUE;
  lsn_selection_set_focus (self->selection, hit->table, hit->row);
}

/* The tie or note stays selected, whatever lies below its handle. */
static void
press_handle (LsnCanvas *self)
{
  const LsnHandle *handle = &self->pressed_handle;

  self->has_pressed = FALSE;
  if (handle->type != LSN_HANDLE_NOTE)
    lsn_canvas_focus_bend (self, handle->tie, handle->type == LSN_HANDLE_BEND ? handle->number : G_MAXUINT);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture,
                  double          x,
                  double          y,
                  LsnCanvas      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!lsn_canvas_is_for_map (self, GTK_GESTURE (gesture), x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  lsn_canvas_end_naming (self);
  self->by_keyboard = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  note_double (self, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)), x, y);
  self->press = (LsnPoint) { x, y };
  self->select_on_release = FALSE;
  self->pressed_handle.type = LSN_HANDLE_NONE;
  self->has_pressed = FALSE;
  if (self->makes_room || self->draws_frame)
    return;
  if (!self->space_held && lsn_canvas_handle_at (self, x, y, &self->pressed_handle))
    {
      press_handle (self);
      return;
    }
  self->has_pressed = !self->space_held && lsn_canvas_pick (self, x, y, &self->pressed);
  if (self->has_pressed)
    press_row (self, &self->pressed, state);
  else if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && !self->space_held)
    self->select_on_release = TRUE;
}

/* By its label that is slid along, by its line it is bent; a line that stands for several stays as it is. */
static LsnTool *
tool_for_tie (LsnCanvas *self)
{
  double    x = self->press.x, y = self->press.y;
  LsnRow    tie = self->pressed.row;
  LsnHandle handle;

  if (self->scene == NULL || !lsn_map_has_row (self->map, LSN_TABLE_TIES, tie))
    return NULL;
  if (self->pressed.part == LSN_PART_NAME)
    return lsn_tool_label_new (self, x, y, tie);
  if (lsn_scene_tie_count (self->scene, tie) != 1)
    return lsn_tool_rubber_band_new (self, x, y, 0);

  if (!lsn_selection_contains (self->selection, LSN_TABLE_TIES, tie) ||
      lsn_selection_n_rows (self->selection, LSN_TABLE_TIES) > 1 ||
      lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) > 0 ||
      lsn_selection_n_rows (self->selection, LSN_TABLE_NOTES) > 0)
    lsn_selection_select (self->selection, LSN_TABLE_TIES, tie);
  if (lsn_canvas_handle_at (self, x, y, &handle) && handle.type == LSN_HANDLE_BEND)
    return lsn_tool_bend_new (self, x, y, tie, handle.number);
  return lsn_tool_bend_new (self, x, y, tie, G_MAXUINT);
}

static LsnTool *
tool_for_press (LsnCanvas      *self,
                GdkModifierType state)
{
  double x = self->press.x, y = self->press.y;

  if (self->space_held)
    return lsn_tool_pan_new (self, x, y);
  if (self->makes_room)
    return lsn_tool_room_new (self, x, y);
  if (self->draws_frame)
    return lsn_tool_frame_new (self, x, y);
  if (self->pressed_handle.type == LSN_HANDLE_NOTE)
    return lsn_tool_resize_new (self, x, y, self->pressed_handle.note, self->pressed_handle.number);
  if (self->pressed_handle.type == LSN_HANDLE_BEND)
    return lsn_tool_bend_new (self, x, y, self->pressed_handle.tie, self->pressed_handle.number);
  if (self->pressed_handle.type != LSN_HANDLE_NONE)
    return lsn_tool_end_new (self, x, y, self->pressed_handle.tie, self->pressed_handle.type == LSN_HANDLE_TARGET);
  if (self->has_pressed && self->pressed.table == LSN_TABLE_TIES && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return tool_for_tie (self);
  if (!self->has_pressed || self->pressed.table == LSN_TABLE_TIES)
    return lsn_tool_rubber_band_new (self, x, y, state);
  if (self->pressed.table == LSN_TABLE_ACTORS && self->pressed.part == LSN_PART_RIM &&
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return lsn_tool_connect_new (self, x, y, self->pressed.row);
  if (lsn_selection_contains (self->selection, self->pressed.table, self->pressed.row))
    return lsn_tool_move_new (self, x, y, self->pressed.table, self->pressed.row, (state & GDK_ALT_MASK) != 0);
  return NULL;
}

static void
on_drag_update_cb (GtkGestureDrag *gesture,
                   double          dx,
                   double          dy,
                   LsnCanvas      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double          x = self->press.x + dx, y = self->press.y + dy;
  LsnTool        *tool;

  self->pointer = (LsnPoint) { x, y };
  if (self->tool == NULL)
    {
      if (self->map == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press.x, (int) self->press.y,
                                                          (int) x, (int) y))
        return;
      tool = tool_for_press (self, state);
      if (tool == NULL)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->select_on_release = FALSE;
      self->is_double = FALSE;
      self->press_time = 0;
      begin_tool (self, tool);
    }
  self->tool->klass->motion (self->tool, x, y, state);
}

static void
double_click (LsnCanvas *self,
              double     x,
              double     y)
{
  LsnPoint place = lsn_viewport_to_map (self->viewport, x, y);
  LsnHandle handle;
  LsnHit   hit;

  if (lsn_canvas_handle_at (self, x, y, &handle) && handle.type == LSN_HANDLE_BEND)
    lsn_canvas_remove_focused_bend (self);
  else if (!lsn_canvas_pick (self, x, y, &hit))
    lsn_canvas_make_actor (self, place);
  else if (hit.table != LSN_TABLE_TIES || hit.part == LSN_PART_NAME)
    lsn_canvas_edit_name (self, hit.table, hit.row);
  else if (lsn_canvas_handled_tie (self) == hit.row)
    lsn_canvas_add_bend (self, &place);
  else
    lsn_canvas_activate_row (self, hit.table, hit.row);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                LsnCanvas      *self)
{
  if (self->tool != NULL)
    {
      finish_tool (self);
      return;
    }
  if (self->map == NULL)
    return;
  if (self->makes_room)
    {
      lsn_canvas_cancel_tool (self);
      return;
    }
  if (self->draws_frame)
    {
      lsn_canvas_make_frame (self, NULL, &self->press);
      return;
    }

  if (self->select_on_release && self->has_pressed)
    {
      if (lsn_map_has_row (self->map, self->pressed.table, self->pressed.row))
        lsn_selection_select (self->selection, self->pressed.table, self->pressed.row);
    }
  else if (self->select_on_release)
    lsn_selection_clear (self->selection);
  self->select_on_release = FALSE;
  if (self->is_double)
    double_click (self, self->press.x, self->press.y);
}

static void
on_drag_cancel_cb (GtkGesture       *gesture,
                   GdkEventSequence *sequence,
                   LsnCanvas        *self)
{
  self->select_on_release = FALSE;
  self->is_double = FALSE;
  lsn_canvas_cancel_tool (self);
}

/* ---- panning with the middle button ---- */

static void
on_pan_begin_cb (GtkGestureDrag *gesture,
                 double          x,
                 double          y,
                 LsnCanvas      *self)
{
  if (!lsn_canvas_is_for_map (self, GTK_GESTURE (gesture), x, y) || self->tool != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->press = (LsnPoint) { x, y };
  begin_tool (self, lsn_tool_pan_new (self, x, y));
}

static void
on_pan_update_cb (GtkGestureDrag *gesture,
                  double          dx,
                  double          dy,
                  LsnCanvas      *self)
{
  if (self->tool != NULL)
    self->tool->klass->motion (self->tool, self->press.x + dx, self->press.y + dy, 0);
}

static void
on_pan_end_cb (GtkGestureDrag *gesture,
               double          dx,
               double          dy,
               LsnCanvas      *self)
{
  if (self->tool != NULL)
    finish_tool (self);
}

/* ---- setting up ---- */

/* Has the canvas hear what is pressed and dragged. */
void
lsn_canvas_init_pointer (LsnCanvas *self)
{
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));

  self->pan_drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->pan_drag), GDK_BUTTON_MIDDLE);
  g_signal_connect (self->pan_drag, "drag-begin", G_CALLBACK (on_pan_begin_cb), self);
  g_signal_connect (self->pan_drag, "drag-update", G_CALLBACK (on_pan_update_cb), self);
  g_signal_connect (self->pan_drag, "drag-end", G_CALLBACK (on_pan_end_cb), self);
  g_signal_connect (self->pan_drag, "cancel", G_CALLBACK (on_drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pan_drag));
}
