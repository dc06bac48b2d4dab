/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/minimap-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/travel.h"

#define STEP         0.125       /* of what is seen: how far an arrow key moves it */
#define WHEEL_FACTOR 1.189207115 /* per notch or key: four of them double */

/* ---- pointer ---- */

static gboolean
is_in_frame (LsnMinimap *self,
             double      x,
             double      y)
{
  return x >= self->frame.x && y >= self->frame.y && x <= self->frame.x + self->frame.width &&
         y <= self->frame.y + self->frame.height;
}

static LsnPoint
middle_of_view (LsnMinimap *self)
{
  LsnBox visible = lsn_viewport_get_visible (self->canvas->viewport);

  return (LsnPoint) { visible.x + visible.width / 2, visible.y + visible.height / 2 };
}

static void
show_place (LsnMinimap *self,
            double      x,
            double      y)
{
  LsnPoint at = lsn_minimap_to_map (&self->fit, (LsnPoint) { x, y });

  lsn_viewport_center_on (self->canvas->viewport, at.x - self->held.x, at.y - self->held.y);
}

static void
on_drag_begin_cb (GtkGestureDrag *gesture,
                  double          x,
                  double          y,
                  LsnMinimap     *self)
{
  LsnPoint at = lsn_minimap_to_map (&self->fit, (LsnPoint) { x, y });
  LsnPoint middle;

  if (self->canvas == NULL || self->fit.scale <= 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  middle = middle_of_view (self);
  self->press = (LsnPoint) { x, y };
  self->held = (LsnPoint) { 0, 0 };
  if (is_in_frame (self, x, y))
    self->held = (LsnPoint) { at.x - middle.x, at.y - middle.y }
  ;
  else
    show_place (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
}

static void
on_drag_update_cb (GtkGestureDrag *gesture,
                   double          dx,
                   double          dy,
                   LsnMinimap     *self)
{
  if (self->canvas != NULL && self->fit.scale > 0)
    show_place (self, self->press.x + dx, self->press.y + dy);
}

static void
on_drag_end_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                LsnMinimap     *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_in_frame (self, self->press.x + dx, self->press.y + dy) ? "grab" : NULL);
}

static void
on_motion_cb (GtkEventControllerMotion *controller,
              double                    x,
              double                    y,
              LsnMinimap               *self)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_BUTTON1_MASK) == 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_in_frame (self, x, y) ? "grab" : NULL);
}

static void
zoom_by (LsnMinimap *self,
         double      factor)
{
  int width, height;

  lsn_viewport_get_size (self->canvas->viewport, &width, &height);
  lsn_canvas_zoom_by (self->canvas, factor, width / 2.0, height / 2.0);
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *controller,
              double                    dx,
              double                    dy,
              LsnMinimap               *self)
{
  if (self->canvas == NULL)
    return GDK_EVENT_PROPAGATE;
  zoom_by (self, pow (WHEEL_FACTOR, -dy));
  return GDK_EVENT_STOP;
}

/* Adds what hears the pointer. */
void
lsn_minimap_init_input (LsnMinimap *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll_cb), self);
  gtk_widget_add_controller (widget, controller);
  controller = gtk_event_controller_motion_new ();
  g_signal_connect (controller, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (widget, controller);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/* ---- keys ---- */

#define OVERVIEW NC_("shortcut group", "In the overview")

static const LsnAccel accels[] = {
  { "overview.move('left')", { "Left", "KP_Left" }, "Left Right Up Down", NC_("shortcut", "Move what is in sight"), OVERVIEW },
  { "overview.move('right')", { "Right", "KP_Right" }, NULL, NULL, OVERVIEW },
  { "overview.move('up')", { "Up", "KP_Up" }, NULL, NULL, OVERVIEW },
  { "overview.move('down')", { "Down", "KP_Down" }, NULL, NULL, OVERVIEW },
  { "overview.page('left')", { "<Shift>Left", "<Shift>KP_Left" }, "<Shift>Left...Down",
    NC_("shortcut", "Move it as far as it is wide or high"), OVERVIEW },
  { "overview.page('right')", { "<Shift>Right", "<Shift>KP_Right" }, NULL, NULL, OVERVIEW },
  { "overview.page('up')", { "<Shift>Up", "<Shift>KP_Up" }, NULL, NULL, OVERVIEW },
  { "overview.page('down')", { "<Shift>Down", "<Shift>KP_Down" }, NULL, NULL, OVERVIEW },
  { "overview.zoom('in')", { "plus", "equal", "KP_Add" }, "plus", NC_("shortcut", "Zoom in"), OVERVIEW },
  { "overview.zoom('out')", { "minus", "KP_Subtract" }, NULL, NC_("shortcut", "Zoom out"), OVERVIEW },
  { "overview.leave", { "Escape", "Return", "KP_Enter" }, NULL, NC_("shortcut", "Go to the map"), OVERVIEW },
};

/**
 * lsn_minimap_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: (array length=n_accels) (transfer none): its keys, in the order of the shortcuts window
 */
const LsnAccel *
lsn_minimap_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

static void
act_move (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  LsnMinimap *self = LSN_MINIMAP (widget);
  double      share = g_str_equal (name, "overview.page") ? 1 : STEP;
  int         width, height;
  LsnTravel   way;
  LsnPoint    by;

  if (self->canvas == NULL || !lsn_travel_from_word (g_variant_get_string (parameter, NULL), &way))
    return;
  by = lsn_travel_vector (way);
  lsn_viewport_get_size (self->canvas->viewport, &width, &height);
  lsn_viewport_pan (self->canvas->viewport, -by.x * share * width, -by.y * share * height);
}

static void
act_zoom (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  LsnMinimap *self = LSN_MINIMAP (widget);

  if (self->canvas != NULL)
    zoom_by (self, g_str_equal (g_variant_get_string (parameter, NULL), "in") ? WHEEL_FACTOR : 1 / WHEEL_FACTOR);
}

static void
act_leave (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LsnMinimap *self = LSN_MINIMAP (widget);

  if (self->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The actions of the keys. */
void
lsn_minimap_bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "overview.move", "s", act_move);
  gtk_widget_class_install_action (widget_class, "overview.page", "s", act_move);
  gtk_widget_class_install_action (widget_class, "overview.zoom", "s", act_zoom);
  gtk_widget_class_install_action (widget_class, "overview.leave", NULL, act_leave);
  lsn_accels_bind (widget_class, accels, G_N_ELEMENTS (accels));
}
