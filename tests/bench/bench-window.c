/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "bench-window.h"

#include <time.h>

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

typedef struct
{
  BenchStep step;
  gpointer  data;
  guint     frame;
  gint64    begun;
  double    begun_cpu;
  double    begun_all;
  double    times[N_FRAMES];
  double    cpu[N_FRAMES];
  double    all[N_FRAMES];
  gboolean  done;
} Run;

static double
clock_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* What this thread alone has used of a processor, in milliseconds: steady also where other programs run beside. */
double
bench_thread_time (void)
{
  return clock_time (CLOCK_THREAD_CPUTIME_ID);
}

/* From before the frame's work, the step included, until it is handed to the screen: with software GL that includes painting. */
static void
on_before_paint_cb (GdkFrameClock *clock,
                    Run           *run)
{
  double all = clock_time (CLOCK_PROCESS_CPUTIME_ID);

  if (run->frame > 0)
    run->all[run->frame - 1] = all - run->begun_all;
  run->begun_all = all;
  run->begun = g_get_monotonic_time ();
  run->begun_cpu = bench_thread_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Run           *run)
{
  if (run->frame == 0 || run->begun == 0)
    return;

  run->times[run->frame - 1] = (g_get_monotonic_time () - run->begun) / 1e3;
  run->cpu[run->frame - 1] = bench_thread_time () - run->begun_cpu;
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

int
bench_compare_doubles (gconstpointer a,
                       gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Runs the frames and sorts what they cost; the first ones are left out. */
BenchCost
bench_frames (GtkWidget *widget,
              BenchStep  step,
              gpointer   data)
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
  qsort (run.times + N_SKIPPED, n, sizeof (double), bench_compare_doubles);
  qsort (run.cpu + N_SKIPPED, n, sizeof (double), bench_compare_doubles);
  qsort (run.all + N_SKIPPED, n, sizeof (double), bench_compare_doubles);
  return (BenchCost) { run.times[N_SKIPPED + n / 2], run.times[N_SKIPPED + n * 95 / 100], run.cpu[N_SKIPPED + n / 2],
                       run.all[N_SKIPPED + n / 2] };
}

static void
step_bare (gpointer data,
           guint    frame)
{
  BenchBare *bare = data;

  bare->x = frame % 60 < 30 ? frame % 30 * 7 : 210 - frame % 30 * 7;
  bare->y = frame % 30 * 3;
}

/* What frames of a bare window cost now. */
BenchCost
bench_bare (void)
{
  GtkWidget *bare = g_object_new (BENCH_TYPE_BARE, NULL);
  GtkWidget *window = bench_present (bare);
  BenchCost  cost = bench_frames (bare, step_bare, bare);

  gtk_window_destroy (GTK_WINDOW (window));
  return cost;
}

/* The judge compares nothing that was painted otherwise than in a user's window. */
void
bench_tell_renderer (GtkWidget *window)
{
  g_print ("renderer: %s\n", G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (window))));
}

/* ---- windows ---- */

GtkWidget *
bench_present (GtkWidget *child)
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

void
bench_wait_crisp (LsnCanvas *canvas)
{
  while (!lsn_canvas_is_crisp (canvas))
    g_main_context_iteration (NULL, TRUE);
}

void
bench_report (const char *name,
              guint       n_actors,
              double      value,
              double      budget,
              const char *unit)
{
  g_print ("measure %s-%u %.3f %.2f %s\n", name, n_actors, value, budget, unit);
}
