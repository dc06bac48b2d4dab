/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"
#include "model/report.h"

/* Zooming and panning with real pointer events. */

static void
test_wheel_zooms_about_pointer (void)
{
  Desk    *desk = desk_new ();
  LsnPoint before, after;
  double   zoom;

  desk_add_actor (desk, "Qatar", "state", -200, 0);
  desk_wait_crisp (desk);
  zoom = lsn_canvas_get_zoom (desk->canvas);
  desk_do (desk, "mousemove 700 200");
  before = lsn_viewport_to_map (desk->canvas->viewport, 700, 200);
  desk_do (desk, "click --repeat 3 --delay 30 4");
  after = lsn_viewport_to_map (desk->canvas->viewport, 700, 200);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), >, zoom * 1.5);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
  desk_wait_crisp (desk);
  desk_do (desk, "click --repeat 6 --delay 30 5");
  after = lsn_viewport_to_map (desk->canvas->viewport, 700, 200);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), <, zoom / 1.5);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 2);

  /* Shift pans sideways. */
  zoom = lsn_canvas_get_zoom (desk->canvas);
  before = desk_at (desk, 0, 0);
  desk_do (desk, "keydown shift click 5 keyup shift");
  after = desk_at (desk, 0, 0);
  g_assert_cmpfloat (lsn_canvas_get_zoom (desk->canvas), ==, zoom);
  g_assert_cmpfloat (after.x, <, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
  desk_free (desk);
}

static void
show_zoom (LsnCanvas  *canvas,
           GParamSpec *pspec,
           gpointer    label)
{
  g_autofree char *text = g_strdup_printf ("%.3f", lsn_canvas_get_zoom (canvas));

  gtk_label_set_text (label, text);
}

/* Who shows the zoom may change its size at once, also when it is a change of the canvas's size that zooms. Otherwise GTK warns
 * that it has no allocation, which ends the test, and shows nothing any more. */
static void
test_zoom_is_shown (void)
{
  Desk      *desk = desk_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref (desk->canvas);
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  gtk_frame_set_child (GTK_FRAME (frame), label);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (desk->canvas));
  g_object_unref (desk->canvas);
  g_signal_connect (desk->canvas, "notify::zoom", G_CALLBACK (show_zoom), label);
  desk_add_actor (desk, "Qatar", "state", -2000, -2000);
  desk_add_actor (desk, "Hamas", "armed-group", 2000, 2000);
  lsn_canvas_zoom_to_fit (desk->canvas);
  desk_wait_crisp (desk);

  for (int i = 1; i <= 6; i++)
    {
      double before = lsn_canvas_get_zoom (desk->canvas);
      g_autofree char *text = NULL;

      gtk_widget_set_margin_bottom (GTK_WIDGET (desk->canvas), i % 2 * 90);
      while (lsn_canvas_get_zoom (desk->canvas) == before)
        g_main_context_iteration (NULL, TRUE);
      desk_wait_crisp (desk);
      text = g_strdup_printf ("%.3f", lsn_canvas_get_zoom (desk->canvas));
      while (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
        g_main_context_iteration (NULL, TRUE);
    }
  desk_free (desk);
}

static void
test_panning (void)
{
  Desk    *desk = desk_new ();
  LsnPoint before, after;
  guint64  revision;

  desk_add_actor (desk, "Qatar", "state", -200, 0);
  desk_wait_crisp (desk);
  revision = lsn_map_get_revision (desk->map);
  before = desk_at (desk, 0, 0);
  desk_do (desk, "mousemove 500 400 mousedown 2 mousemove_relative 20 10 mousemove_relative 33 17 mouseup 2");
  after = desk_at (desk, 0, 0);
  g_assert_cmpfloat (after.x - before.x, ==, 53);
  g_assert_cmpfloat (after.y - before.y, ==, 27);

  before = after;
  desk_do (desk, "mousemove 500 400 keydown space sleep 0.05 mousedown 1 mousemove_relative -- -40 10 sleep 0.02 "
                 "mousemove_relative -- -10 10 mouseup 1 keyup space");
  after = desk_at (desk, 0, 0);
  g_assert_cmpfloat (after.x - before.x, ==, -50);
  g_assert_cmpfloat (after.y - before.y, ==, 20);
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  desk_free (desk);
}

static void
take_lines (Desk       *desk,
            const char *lines)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (desk->map, lines, NULL, 0, report);
  g_autoptr (GError) error = NULL;

  g_assert_true (lsn_canvas_take_entry (desk->canvas, entry, &error));
  g_assert_no_error (error);
  desk_settle (desk);
}

static void
assert_in_sight (Desk       *desk,
                 const char *name)
{
  LsnBox box;

  g_assert_true (lsn_scene_row_bounds (desk->canvas->scene, LSN_TABLE_ACTORS, desk_find_actor (desk, name), &box));
  box = lsn_viewport_box_to_widget (desk->canvas->viewport, &box);
  g_assert_cmpfloat (box.x, >, 0);
  g_assert_cmpfloat (box.y, >, 0);
  g_assert_cmpfloat (box.x + box.width, <, 1000);
  g_assert_cmpfloat (box.y + box.height, <, 700 - 60);
}

/* All that lines name comes into sight, clear of what the window covers; where that is too much, the last. */
static void
test_entry_is_shown (void)
{
  Desk                *desk = desk_new ();
  g_autoptr (GString)  many = g_string_new (NULL);

  lsn_canvas_set_covered (desk->canvas, 60);
  desk_add_actor (desk, "Foot", "state", 0, 270);
  desk_add_actor (desk, "Corner", "state", 470, 300);
  desk_settle (desk);
  take_lines (desk, "Foot -> Alpha\nFoot -> Beta\nFoot -> Gamma\nCorner -> Delta\n");
  assert_in_sight (desk, "Alpha");
  assert_in_sight (desk, "Beta");
  assert_in_sight (desk, "Gamma");
  assert_in_sight (desk, "Delta");

  for (int i = 0; i < 80; i++)
    g_string_append_printf (many, "Number %d\n", i);
  take_lines (desk, many->str);
  assert_in_sight (desk, "Number 79");
  desk_free (desk);
}

/* The pointer is where it is, also for the canvas that a dialog gives it back to. */
static void
test_hover_after_dialog (void)
{
  Desk      *desk = desk_new ();
  GtkWidget *dialog;
  LsnPoint   at;

  gtk_widget_set_margin_start (GTK_WIDGET (desk->canvas), 250);
  gtk_widget_set_margin_top (GTK_WIDGET (desk->canvas), 50);
  desk_settle (desk);
  desk_do (desk, "mousemove 400 300");
  at = lsn_viewport_to_map (desk->canvas->viewport, desk->canvas->pointer.x + 250, desk->canvas->pointer.y + 50);
  desk_add_actor (desk, "Stranger", "state", at.x, at.y);
  desk_wait_crisp (desk);
  desk_do (desk, "mousemove_relative 1 0");
  g_assert_false (desk->canvas->has_hover);

  dialog = gtk_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (desk->window));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 100, 100);
  gtk_window_present (GTK_WINDOW (dialog));
  desk_settle (desk);
  g_assert_false (desk->canvas->has_hover);
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_settle (desk);
  g_assert_false (desk->canvas->has_hover);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/view/wheel", test_wheel_zooms_about_pointer);
  g_test_add_func ("/canvas/view/zoom-is-shown", test_zoom_is_shown);
  g_test_add_func ("/canvas/view/pan", test_panning);
  g_test_add_func ("/canvas/view/entry-is-shown", test_entry_is_shown);
  g_test_add_func ("/canvas/view/hover-after-dialog", test_hover_after_dialog);
  return g_test_run ();
}
