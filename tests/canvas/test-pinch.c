/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

/* Two fingers: no X server can be told to touch, so the gesture itself is told what it would have seen. */

static GtkGesture *
find_pinch (Desk *desk)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (desk->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        return GTK_GESTURE (controller);
    }
  g_error ("the canvas has no gesture for two fingers");
}

/* Zooms are steps, so fine that none is seen. */
static double
nearest_step (double zoom)
{
  double step = lsn_zoom_of_step (lsn_zoom_step_of (zoom));

  g_assert_cmpfloat_with_epsilon (step / zoom, 1.0, 0.02);
  return step;
}

static void
test_pinch (void)
{
  Desk       *desk = desk_new ();
  GtkGesture *pinch = find_pinch (desk);
  double      begin = lsn_canvas_get_zoom (desk->canvas);
  guint64     revision = lsn_map_get_revision (desk->map);

  desk_settle (desk);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), ==, nearest_step (1.5 * begin));

  /* the scale is since the fingers came down, not since the last event */
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), ==, nearest_step (2.0 * begin));
  g_signal_emit_by_name (pinch, "end", NULL);

  /* a second pinch goes on from there */
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 0.25);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), ==, nearest_step (0.5 * begin));
  g_signal_emit_by_name (pinch, "cancel", NULL);

  desk_wait_crisp (desk);
  desk_look (desk, "pinch");
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  desk_free (desk);
}

/* What is between the fingers stays there. */
static void
test_place (void)
{
  Desk       *desk = desk_new ();
  GtkGesture *pinch = find_pinch (desk);
  LsnPoint    at = desk->canvas->pinch_at, before, after;

  desk_settle (desk);
  before = lsn_viewport_to_map (desk->canvas->viewport, at.x, at.y);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 4.0);
  after = lsn_viewport_to_map (desk->canvas->viewport, at.x, at.y);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1.0);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1.0);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/pinch/zoom", test_pinch);
  g_test_add_func ("/canvas/pinch/place", test_place);
  return g_test_run ();
}
