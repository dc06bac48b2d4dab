/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <math.h>

#include "bench-map.h"
#include "bench-window.h"
#include "canvas/minimap.h"

/* What a frame costs the main thread during each gesture of the pointer, held against a bare window that moves one plain texture
 * per tile; and how long the picture needs to be crisp after the last zoom.
 *
 * bench-frames [ACTORS [NAME...]]: only the map of so many actors, and of what is measured only what has one of these names. */

static const char *const *wanted; /* NULL for all */

static gboolean
is_wanted (const char *name)
{
  return wanted == NULL || g_strv_contains (wanted, name);
}

static void
step_pan (gpointer data,
          guint    frame)
{
  lsn_viewport_pan (LSN_CANVAS (data)->viewport, frame % 60 < 30 ? 7 : -7, frame % 60 < 30 ? 3 : -3);
}

static void
step_zoom (gpointer data,
           guint    frame)
{
  lsn_canvas_zoom_by (data, frame % 60 < 30 ? 1.02 : 1 / 1.02, 800, 500);
}

/* Round 100 %, where most of the ends are out of sight. */
static void
step_zoom_hub (gpointer data,
               guint    frame)
{
  lsn_canvas_zoom_by (data, frame % 60 < 30 ? 1.01 : 1 / 1.01, 800, 500);
}

static void
step_drag (gpointer data,
           guint    frame)
{
  LsnCanvas *canvas = data;
  double     angle = frame * 0.1;

  canvas->tool->klass->motion (canvas->tool, 800 + 80 * cos (angle), 500 + 80 * sin (angle), 0);
}

/* Measures a bare window and then the canvas, so that both meet the machine in the same mood. */
static void
measure_frames (const char *name,
                guint       n_actors,
                GtkWidget  *canvas,
                BenchStep   step)
{
  g_autofree char *of_p95 = g_strconcat (name, "-p95", NULL);
  BenchCost bare, cost;

  if (!is_wanted (name))
    return;

  bare = bench_bare ();
  cost = bench_frames (canvas, step, canvas);
  g_print ("%s %u: median %.2f ms, p95 %.2f ms, of the processor %.2f ms and %.2f in all threads; "
           "bare window %.2f, %.2f, %.2f and %.2f ms\n", name, n_actors, cost.median, cost.p95, cost.cpu, cost.all,
           bare.median, bare.p95, bare.cpu, bare.all);
  bench_report (name, n_actors, cost.median / bare.median, 1.2, "times-bare");
  bench_report (of_p95, n_actors, cost.p95 / bare.p95, 1.5, "times-bare");
}

static void
measure_crispness (LsnCanvas *canvas,
                   guint      n_actors,
                   double     budget)
{
  double times[9];

  if (!is_wanted ("crisp-after-zoom"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start;

      for (guint step = 0; step < 6; step++)
        {
          gint64 end = g_get_monotonic_time () + 16 * G_TIME_SPAN_MILLISECOND;

          lsn_canvas_zoom_by (canvas, i % 2 == 0 ? 1.07 : 1 / 1.06, 700, 400);
          while (step < 5 && g_get_monotonic_time () < end)
            g_main_context_iteration (NULL, FALSE);
        }
      start = g_get_monotonic_time ();
      bench_wait_crisp (canvas);
      times[i] = (g_get_monotonic_time () - start) / 1e3;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof (double), bench_compare_doubles);
  bench_report ("crisp-after-zoom", n_actors, times[G_N_ELEMENTS (times) / 2], budget, "ms");
}

static GArray *
first_actors (LsnMap *map,
              guint   n_actors)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow row = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); rows->len < n_actors;
       row = lsn_map_next_row (map, LSN_TABLE_ACTORS, row))
    g_array_append_val (rows, row);
  return rows;
}

/* A gesture that began in the middle of the view, where the first actor stands; it is given up in the end. */
static void
measure_tool (const char *name,
              guint       n_actors,
              LsnCanvas  *canvas,
              LsnTool    *tool)
{
  canvas->tool = tool;
  measure_frames (name, n_actors, GTK_WIDGET (canvas), step_drag);
  lsn_canvas_cancel_tool (canvas);
  bench_wait_crisp (canvas);
}

/* A tie of the hub, by its line, its end and its label. */
static void
measure_tie (LsnCanvas *canvas,
             guint      n_actors,
             LsnRow     hub)
{
  LsnRow tie = lsn_map_next_tie (canvas->map, hub, LSN_NO_ROW);
  LsnTool *label;

  lsn_selection_select (canvas->selection, LSN_TABLE_TIES, tie);
  bench_wait_crisp (canvas);
  measure_tool ("bend", n_actors, canvas, lsn_tool_bend_new (canvas, 800, 500, tie, G_MAXUINT));
  measure_tool ("re-attach", n_actors, canvas, lsn_tool_end_new (canvas, 800, 500, tie, TRUE));

  lsn_map_begin (canvas->map, "Label", NULL);
  lsn_map_set_text (canvas->map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "since the spring", NULL);
  lsn_map_commit (canvas->map);
  bench_wait_crisp (canvas);
  label = lsn_tool_label_new (canvas, 800, 500, tie);
  g_assert (label != NULL);
  measure_tool ("move-label", n_actors, canvas, label);
  lsn_map_undo (canvas->map);
  bench_wait_crisp (canvas);
}

/* A new actor that holds the first twenty but for the hub. */
static void
measure_container (LsnCanvas *canvas,
                   guint      n_actors,
                   GArray    *some)
{
  LsnRow container;

  lsn_map_begin (canvas->map, "Contain", NULL);
  container = lsn_map_insert_row (canvas->map, LSN_TABLE_ACTORS, NULL, NULL);
  for (guint i = 1; i < 20; i++)
    lsn_map_set_reference (canvas->map, LSN_TABLE_ACTORS, g_array_index (some, LsnRow, i), LSN_ACTOR_PARENT, container, NULL);
  lsn_map_commit (canvas->map);
  lsn_selection_select (canvas->selection, LSN_TABLE_ACTORS, container);
  bench_wait_crisp (canvas);
  measure_tool ("drag-container", n_actors, canvas, lsn_tool_move_new (canvas, 800, 500, LSN_TABLE_ACTORS, container, FALSE));
  lsn_map_undo (canvas->map);
  bench_wait_crisp (canvas);
}

static void
measure_gestures (LsnCanvas *canvas,
                  guint      n_actors)
{
  g_autoptr (GArray) some = first_actors (canvas->map, 50);
  LsnRow hub = g_array_index (some, LsnRow, 0);

  lsn_canvas_zoom_to_rows (canvas, LSN_TABLE_ACTORS, &hub, 1);
  lsn_canvas_set_zoom (canvas, 1);
  bench_wait_crisp (canvas);
  measure_tool ("rubber-band", n_actors, canvas, lsn_tool_rubber_band_new (canvas, 300, 200, 0));
  measure_tool ("connect", n_actors, canvas, lsn_tool_connect_new (canvas, 800, 500, hub));
  measure_tool ("make-room", n_actors, canvas, lsn_tool_room_new (canvas, 800, 500));
  measure_tie (canvas, n_actors, hub);
  measure_container (canvas, n_actors, some);
  lsn_selection_select (canvas->selection, LSN_TABLE_ACTORS, hub);
  measure_tool ("drag", n_actors, canvas, lsn_tool_move_new (canvas, 800, 500, LSN_TABLE_ACTORS, hub, FALSE));
  /* The signs for the ends of its ties go along the border. */
  bench_wait_crisp (canvas);
  measure_frames ("pan-from-hub", n_actors, GTK_WIDGET (canvas), step_pan);
  measure_frames ("zoom-from-hub", n_actors, GTK_WIDGET (canvas), step_zoom_hub);
  bench_wait_crisp (canvas);
  g_object_set (canvas, "snap-to-grid", TRUE, NULL);
  measure_tool ("drag-on-grid", n_actors, canvas, lsn_tool_move_new (canvas, 800, 500, LSN_TABLE_ACTORS, hub, FALSE));
  g_object_set (canvas, "snap-to-grid", FALSE, NULL);
  lsn_selection_set (canvas->selection, (const LsnRow *) (gpointer) some->data, some->len, NULL, 0);
  measure_tool ("drag-fifty", n_actors, canvas, lsn_tool_move_new (canvas, 800, 500, LSN_TABLE_ACTORS, hub, FALSE));
}

/* The canvas with the overview in its corner, as in the window. */
static GtkWidget *
with_overview (GtkWidget *canvas)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *minimap = lsn_minimap_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  gtk_widget_set_halign (minimap, GTK_ALIGN_END);
  gtk_widget_set_valign (minimap, GTK_ALIGN_END);
  lsn_minimap_set_canvas (LSN_MINIMAP (minimap), LSN_CANVAS (canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), minimap);
  lsn_canvas_keep_clear (LSN_CANVAS (canvas), minimap);
  return overlay;
}

static void
measure_map (guint  n_actors,
             guint  n_ties,
             double crisp_budget)
{
  g_autoptr (LsnMap) map = bench_map_clustered (n_actors, n_ties, 100);
  g_autoptr (LsnSelection) selection = lsn_selection_new (map);
  GtkWidget *canvas = lsn_canvas_new ();
  GtkWidget *window;

  lsn_canvas_set_map (LSN_CANVAS (canvas), map, selection);
  window = bench_present (with_overview (canvas));
  bench_tell_renderer (window);
  bench_wait_crisp (LSN_CANVAS (canvas));
  measure_frames ("pan", n_actors, canvas, step_pan);
  bench_wait_crisp (LSN_CANVAS (canvas));
  measure_frames ("zoom", n_actors, canvas, step_zoom);
  bench_wait_crisp (LSN_CANVAS (canvas));
  measure_crispness (LSN_CANVAS (canvas), n_actors, crisp_budget);
  measure_gestures (LSN_CANVAS (canvas), n_actors);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    guint  n_actors, n_ties;
    double crisp_budget;
  } maps[] = { { 200, 600, 150 }, { 1000, 5000, 400 }, { 10000, 50000, 400 } };

  if (!gtk_init_check ())
    {
      g_print ("There is no display to measure on.\n");
      return 77;
    }

  if (argc > 2)
    wanted = (const char *const *) argv + 2;
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    if (argc < 2 || g_ascii_strtoull (argv[1], NULL, 10) == maps[i].n_actors)
      measure_map (maps[i].n_actors, maps[i].n_ties, maps[i].crisp_budget);
  return 0;
}
