/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#define WHEEL_FACTOR  1.189207115 /* per notch: four of them double */
#define PAN_PER_NOTCH 60.0

/* ---- menu ---- */

static void
on_menu_pressed_cb (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    LsnCanvas       *self)
{
  if (!lsn_canvas_is_for_map (self, GTK_GESTURE (gesture), x, y) || self->tool != NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lsn_canvas_popup_menu (self, x, y);
}

static void
on_long_pressed_cb (GtkGestureLongPress *gesture,
                    double               x,
                    double               y,
                    LsnCanvas           *self)
{
  if (!lsn_canvas_is_for_map (self, GTK_GESTURE (gesture), x, y) || self->tool != NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lsn_canvas_popup_menu (self, x, y);
}

/* ---- pointer, wheel, pinch ---- */

static void
on_motion_cb (GtkEventControllerMotion *controller,
              double                    x,
              double                    y,
              LsnCanvas                *self)
{
  self->pointer = (LsnPoint) { x, y };
  self->has_pointer = TRUE;
  if (self->map != NULL)
    lsn_canvas_update_hover (self);
}

/* Where the pointer is on the canvas. Returns FALSE when it is over no surface of ours. */
static gboolean
find_pointer (LsnCanvas *self,
              LsnPoint  *at)
{
  GtkNative  *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = gtk_native_get_surface (native);
  GdkSeat    *seat = gdk_display_get_default_seat (gdk_surface_get_display (surface));
  GdkDevice  *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  double      x, y, dx, dy;

  if (pointer == NULL || !gdk_surface_get_device_position (surface, pointer, &x, &y, NULL))
    return FALSE;
  gtk_native_get_surface_transform (native, &dx, &dy);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - dx, y - dy, &at->x, &at->y);
}

/* When a dialog comes or goes, GTK 4.8 says where the pointer is in the window, instead of where it is on the canvas. */
static void
on_enter_cb (GtkEventControllerMotion *controller,
             double                    x,
             double                    y,
             LsnCanvas                *self)
{
  LsnPoint at;

  if (find_pointer (self, &at) && gtk_widget_contains (GTK_WIDGET (self), at.x, at.y))
    on_motion_cb (controller, at.x, at.y, self);
}

static void
on_leave_cb (GtkEventControllerMotion *controller,
             LsnCanvas                *self)
{
  self->has_pointer = FALSE;
  lsn_canvas_update_hover (self);
}

static gboolean
is_wheel (GtkEventControllerScroll *controller)
{
  GdkEvent  *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL &&
         (device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHPAD);
}

/* A wheel zooms, with Shift it pans sideways; two fingers on a touchpad pan, with Ctrl they zoom. */
static gboolean
on_scroll_cb (GtkEventControllerScroll *controller,
              double                    dx,
              double                    dy,
              LsnCanvas                *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = is_wheel (controller);
  double          unit = wheel ? PAN_PER_NOTCH : 1;
  int             width, height;
  LsnPoint        about;

  if (self->map == NULL)
    return GDK_EVENT_PROPAGATE;

  lsn_viewport_get_size (self->viewport, &width, &height);
  about = self->has_pointer ? self->pointer : (LsnPoint) { width / 2.0, height / 2.0 };
  if ((state & GDK_CONTROL_MASK) != 0 || (wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0))
    lsn_canvas_zoom_by (self, pow (WHEEL_FACTOR, -dy * unit / PAN_PER_NOTCH), about.x, about.y);
  else if (wheel && (state & GDK_SHIFT_MASK) != 0)
    lsn_viewport_pan (self->viewport, -(dx + dy) * unit, 0);
  else
    lsn_viewport_pan (self->viewport, -dx * unit, -dy * unit);
  lsn_canvas_update_hover (self);
  return GDK_EVENT_STOP;
}

/* The middle between the fingers. A gesture that no finger is in, such as one that a test drives, stays where it was. */
static gboolean
find_pinch (GtkGesture *gesture,
            LsnPoint   *at)
{
  return gtk_gesture_is_active (gesture) && gtk_gesture_get_bounding_box_center (gesture, &at->x, &at->y);
}

static void
on_pinch_begin_cb (GtkGesture       *gesture,
                   GdkEventSequence *sequence,
                   LsnCanvas        *self)
{
  lsn_canvas_cancel_tool (self);
  self->pinch_zoom = lsn_canvas_get_zoom (self);
  find_pinch (gesture, &self->pinch_at);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch_cb (GtkGestureZoom *gesture,
             double          scale,
             LsnCanvas      *self)
{
  LsnPoint at = self->pinch_at;

  if (find_pinch (GTK_GESTURE (gesture), &at))
    lsn_viewport_pan (self->viewport, at.x - self->pinch_at.x, at.y - self->pinch_at.y);
  self->pinch_at = at;
  lsn_viewport_set_zoom (self->viewport, self->pinch_zoom * scale, at.x, at.y);
}

/* ---- Space and letters ---- */

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   LsnCanvas             *self)
{
  if (self->editor != NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_space)
    return lsn_canvas_type_new_actor (self, controller, keyval);

  self->space_held = TRUE;
  lsn_canvas_update_cursor (self);
  return GDK_EVENT_STOP;
}

static void
on_key_released_cb (GtkEventControllerKey *controller,
                    guint                  keyval,
                    guint                  keycode,
                    GdkModifierType        state,
                    LsnCanvas             *self)
{
  if (keyval != GDK_KEY_space)
    return;

  self->space_held = FALSE;
  lsn_canvas_update_cursor (self);
}

static void
on_focus_changed_cb (GtkEventControllerFocus *controller,
                     LsnCanvas               *self)
{
  self->space_held = FALSE;
  lsn_canvas_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- setting up ---- */

static void
add_menu_gestures (LsnCanvas *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
add_view_controllers (LsnCanvas *self)
{
  GtkEventController *controller = gtk_event_controller_motion_new ();
  GtkGesture         *pinch;

  g_signal_connect (controller, "enter", G_CALLBACK (on_enter_cb), self);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
add_key_controllers (LsnCanvas *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (controller, "key-released", G_CALLBACK (on_key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "enter", G_CALLBACK (on_focus_changed_cb), self);
  g_signal_connect (controller, "leave", G_CALLBACK (on_focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Adds what hears pointer and keys. */
void
lsn_canvas_init_input (LsnCanvas *self)
{
  lsn_canvas_init_pointer (self);
  add_menu_gestures (self);
  add_view_controllers (self);
  add_key_controllers (self);
}
