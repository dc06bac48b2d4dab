/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include <math.h>
#include <time.h>

#include "bench-map.h"
#include "canvas/canvas-private.h"

/* What a frame costs the main thread while the map is panned, zoomed and one actor is dragged, held against a bare window that
 * moves one plain texture per tile; and how long the picture needs to be crisp after the last zoom. */

#define N_FRAMES  130
#define N_SKIPPED 10
#define WIDTH     1600
#define HEIGHT    1000

/* ---- the bare window ---- */

#define BENCH_TYPE_BARE (bench_bare_get_type ())
G_DECLARE_FINAL_TYPE (BenchBare, bench_bare, BENCH, BARE, GtkWidget)

struct _BenchBare
{
  GtkWidget  parent_instance;

  GPtrArray *textures;
  double     x, y;
};

G_DEFINE_FINAL_TYPE (BenchBare, bench_bare, GTK_TYPE_WIDGET)

static void
bench_bare_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BenchBare *self = BENCH_BARE (widget);
  guint      n = 0;

  for (int row = 0; row * LSN_TILE_SIZE < HEIGHT; row++)
    for (int column = 0; column * LSN_TILE_SIZE < WIDTH; column++, n++)
      gtk_snapshot_append_texture (snapshot, g_ptr_array_index (self->textures, n),
                                   &GRAPHENE_RECT_INIT ((float) (column * LSN_TILE_SIZE - self->x),
                                                        (float) (row * LSN_TILE_SIZE - self->y), LSN_TILE_SIZE,
                                                        LSN_TILE_SIZE));
}

static void
bench_bare_finalize (GObject *object)
{
  g_ptr_array_unref (BENCH_BARE (object)->textures);

  G_OBJECT_CLASS (bench_bare_parent_class)->finalize (object);
}

static void
bench_bare_class_init (BenchBareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_bare_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_bare_snapshot;
}

static void
bench_bare_init (BenchBare *self)
{
  gsize stride = LSN_TILE_SIZE * 4;

  self->textures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 12; i++)
    {
      guint8 *pixels = g_malloc (stride * LSN_TILE_SIZE);
      g_autoptr (GBytes) bytes = NULL;

      memset (pixels, 0x80 + (int) i, stride * LSN_TILE_SIZE);
      bytes = g_bytes_new_take (pixels, stride * LSN_TILE_SIZE);
      g_ptr_array_add (self->textures, gdk_memory_texture_new (LSN_TILE_SIZE, LSN_TILE_SIZE, GDK_MEMORY_DEFAULT, bytes,
                                                               stride));
    }
}

/* ---- frames ---- */

typedef void (*Step) (gpointer data,
                      guint    frame);

typedef struct
{
  Step     step;
  gpointer data;
  guint    frame;
  gint64   begun;
  double   begun_cpu;
  double   times[N_FRAMES];
  double   cpu[N_FRAMES];
  gboolean done;
} Run;

/* What this thread alone has used of a processor, in milliseconds: steady also where other programs run beside. */
static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* From before the frame's work, the step included, until it is handed to the screen: with software GL that includes painting. */
static void
on_before_paint_cb (GdkFrameClock *clock,
                    Run           *run)
{
  run->begun = g_get_monotonic_time ();
  run->begun_cpu = thread_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Run           *run)
{
  if (run->frame == 0 || run->begun == 0)
    return;

  run->times[run->frame - 1] = (g_get_monotonic_time () - run->begun) / 1e3;
  run->cpu[run->frame - 1] = thread_time () - run->begun_cpu;
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  Run *run = data;

  if (run->frame == N_FRAMES)
    {
      run->done = TRUE;
      return G_SOURCE_REMOVE;
    }
  run->step (run->data, run->frame++);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Runs the frames and sorts what they cost; the first ones are left out. */
static void
run_frames (GtkWidget *widget,
            Step       step,
            gpointer   data,
            double    *median,
            double    *p95,
            double    *cpu)
{
  Run    run = { .step = step, .data = data };
  guint  n = N_FRAMES - N_SKIPPED;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &run);
  gtk_widget_add_tick_callback (widget, on_tick_cb, &run, NULL);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &run);
  qsort (run.times + N_SKIPPED, n, sizeof (double), compare_doubles);
  qsort (run.cpu + N_SKIPPED, n, sizeof (double), compare_doubles);
  *cpu = run.cpu[N_SKIPPED + n / 2];
  *median = run.times[N_SKIPPED + n / 2];
  *p95 = run.times[N_SKIPPED + n * 95 / 100];
}

static void
step_bare (gpointer data,
           guint    frame)
{
  BenchBare *bare = data;

  bare->x = frame % 60 < 30 ? frame % 30 * 7 : 210 - frame % 30 * 7;
  bare->y = frame % 30 * 3;
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

static void
step_drag (gpointer data,
           guint    frame)
{
  LsnCanvas *canvas = data;
  double     angle = frame * 0.1;

  canvas->tool->klass->motion (canvas->tool, 800 + 80 * cos (angle), 500 + 80 * sin (angle), 0);
}

/* ---- windows ---- */

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
wait_crisp (LsnCanvas *canvas)
{
  while (!lsn_canvas_is_crisp (canvas))
    g_main_context_iteration (NULL, TRUE);
}

static void
report (const char *name,
        guint       n_actors,
        double      value,
        double      budget,
        const char *unit)
{
  g_print ("measure %s-%u %.3f %.2f %s\n", name, n_actors, value, budget, unit);
}

/* Measures a bare window and then the canvas, so that both meet the machine in the same mood. */
static void
measure_frames (const char *name,
                guint       n_actors,
                GtkWidget  *canvas,
                Step        step)
{
  g_autofree char *of_p95 = g_strconcat (name, "-p95", NULL);
  GtkWidget *bare = g_object_new (BENCH_TYPE_BARE, NULL);
  GtkWidget *window = present (bare);
  double     median, p95, cpu, bare_median, bare_p95, bare_cpu;

  run_frames (bare, step_bare, bare, &bare_median, &bare_p95, &bare_cpu);
  gtk_window_destroy (GTK_WINDOW (window));
  run_frames (canvas, step, canvas, &median, &p95, &cpu);
  g_print ("%s %u: median %.2f ms, p95 %.2f ms, of the processor %.2f ms; bare window %.2f, %.2f and %.2f ms\n", name,
           n_actors, median, p95, cpu, bare_median, bare_p95, bare_cpu);
  report (name, n_actors, median / bare_median, 1.2, "times-bare");
  report (of_p95, n_actors, p95 / bare_p95, 1.5, "times-bare");
}

static void
measure_crispness (LsnCanvas *canvas,
                   guint      n_actors,
                   double     budget)
{
  double times[9];

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
      wait_crisp (canvas);
      times[i] = (g_get_monotonic_time () - start) / 1e3;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof (double), compare_doubles);
  report ("crisp-after-zoom", n_actors, times[G_N_ELEMENTS (times) / 2], budget, "ms");
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
  LsnRow     hub = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);

  lsn_canvas_set_map (LSN_CANVAS (canvas), map, selection);
  window = present (canvas);
  wait_crisp (LSN_CANVAS (canvas));
  measure_frames ("pan", n_actors, canvas, step_pan);
  wait_crisp (LSN_CANVAS (canvas));
  measure_frames ("zoom", n_actors, canvas, step_zoom);
  wait_crisp (LSN_CANVAS (canvas));
  measure_crispness (LSN_CANVAS (canvas), n_actors, crisp_budget);

  lsn_canvas_zoom_to_rows (LSN_CANVAS (canvas), LSN_TABLE_ACTORS, &hub, 1);
  lsn_canvas_set_zoom (LSN_CANVAS (canvas), 1);
  lsn_selection_select (selection, LSN_TABLE_ACTORS, hub);
  wait_crisp (LSN_CANVAS (canvas));
  LSN_CANVAS (canvas)->tool = lsn_tool_move_new (LSN_CANVAS (canvas), 800, 500, hub);
  measure_frames ("drag", n_actors, canvas, step_drag);
  lsn_canvas_cancel_tool (LSN_CANVAS (canvas));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  GtkWidget *window;

  if (!gtk_init_check ())
    {
      g_print ("There is no display to measure on.\n");
      return 77;
    }

  window = present (g_object_new (BENCH_TYPE_BARE, NULL));
  g_print ("renderer: %s\n", G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
  gtk_window_destroy (GTK_WINDOW (window));
  measure_map (200, 600, 150);
  measure_map (10000, 50000, 400);
  return 0;
}
