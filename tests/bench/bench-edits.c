/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "bench-map.h"
#include "bench-window.h"
#include "canvas/map-edits.h"

/* What the frame costs that shows an edit, of one actor or of thousands, on a map of 10,000 actors and 50,000 ties: what the
 * canvas does when it hears of the edit, and the frame that follows, held against one of a bare window. */

#define N_ACTORS 10000
#define N_TIES   50000
#define N_EDITS  9

typedef struct
{
  double   heard[2]; /* when the first handler of the edit ran, by the clock and by what this thread has used */
  double   begun[2];
  double   cost;
  double   cpu;
  gboolean done;
} Frame;

static void
look (double times[2])
{
  times[0] = g_get_monotonic_time () / 1e3;
  times[1] = bench_thread_time ();
}

static void
add_since (Frame       *frame,
           const double since[2])
{
  double times[2];

  look (times);
  frame->cost += times[0] - since[0];
  frame->cpu += times[1] - since[1];
}

static void
on_first_cb (LsnMap     *map,
             LsnChanges *changes,
             Frame      *frame)
{
  look (frame->heard);
}

static void
on_last_cb (LsnMap     *map,
            LsnChanges *changes,
            Frame      *frame)
{
  add_since (frame, frame->heard);
}

static void
on_before_paint_cb (GdkFrameClock *clock,
                    Frame         *frame)
{
  look (frame->begun);
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   Frame         *frame)
{
  if (frame->done)
    return;

  add_since (frame, frame->begun);
  frame->done = TRUE;
}

typedef void (*Edit) (LsnMap       *map,
                      const LsnRow *actors,
                      guint         n_actors,
                      guint         time);

static void
move (LsnMap       *map,
      const LsnRow *actors,
      guint         n_actors,
      guint         time)
{
  lsn_edits_move (map, actors, n_actors, 40, time % 2 == 0 ? 30 : -30, NULL);
}

static void
change_kind (LsnMap       *map,
             const LsnRow *actors,
             guint         n_actors,
             guint         time)
{
  lsn_edits_set_kind (map, LSN_TABLE_ACTORS, actors, n_actors,
                      lsn_map_find_row (map, LSN_TABLE_KINDS, time % 2 == 0 ? "state" : "person"));
}

/* Every second time they come back. */
static void
delete (LsnMap       *map,
        const LsnRow *actors,
        guint         n_actors,
        guint         time)
{
  if (time % 2 == 0)
    lsn_edits_delete (map, actors, n_actors, NULL, 0, "Delete", NULL);
  else
    lsn_map_undo (map);
}

static Frame
measure_one (LsnCanvas *canvas,
             Edit       edit,
             GArray    *rows,
             guint      time)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  Frame          frame = { 0 };
  gulong         last;

  bench_wait_crisp (canvas);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_set_data (G_OBJECT (canvas->map), "bench-frame", &frame);
  last = g_signal_connect_after (canvas->map, "changed", G_CALLBACK (on_last_cb), &frame);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), &frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &frame);
  edit (canvas->map, (const LsnRow *) (gpointer) rows->data, rows->len, time);
  while (!frame.done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (canvas->map, last);
  g_signal_handlers_disconnect_by_data (clock, &frame);
  return frame;
}

/* The handler that was there before the canvas: it knows the frame of the moment. */
static void
on_changed_cb (LsnMap     *map,
               LsnChanges *changes,
               gpointer    data)
{
  Frame *frame = g_object_get_data (G_OBJECT (map), "bench-frame");

  if (frame != NULL)
    on_first_cb (map, changes, frame);
}

static void
measure (LsnCanvas       *canvas,
         const char      *name,
         Edit             edit,
         guint            n_actors,
         const BenchCost *bare)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  double costs[N_EDITS], cpu[N_EDITS];

  for (LsnRow row = lsn_map_next_row (canvas->map, LSN_TABLE_ACTORS, LSN_NO_ROW); rows->len < n_actors;
       row = lsn_map_next_row (canvas->map, LSN_TABLE_ACTORS, row))
    g_array_append_val (rows, row);
  for (guint i = 0; i < N_EDITS; i++)
    {
      Frame frame = measure_one (canvas, edit, rows, i);

      costs[i] = frame.cost;
      cpu[i] = frame.cpu;
    }
  if (edit == delete)
    lsn_map_undo (canvas->map);
  qsort (costs, N_EDITS, sizeof (double), bench_compare_doubles);
  qsort (cpu, N_EDITS, sizeof (double), bench_compare_doubles);
  g_print ("%s %u: median %.2f ms, of the processor %.2f ms; bare window %.2f and %.2f ms\n", name, n_actors,
           costs[N_EDITS / 2], cpu[N_EDITS / 2], bare->median, bare->cpu);
  bench_report (name, n_actors, costs[N_EDITS / 2] / bare->median, 3, "times-bare");
}

static void
measure_all (LsnCanvas  *canvas,
             const char *where)
{
  static const guint sizes[] = { 1, 50, 500, 5000 };
  BenchCost bare = bench_bare ();
  g_autofree char *moving = g_strconcat ("move-", where, NULL);
  g_autofree char *kinds = g_strconcat ("kind-", where, NULL);
  g_autofree char *deleting = g_strconcat ("delete-", where, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (canvas, moving, move, sizes[i], &bare);
  measure (canvas, kinds, change_kind, 1000, &bare);
  measure (canvas, deleting, delete, 1000, &bare);
}

int
main (void)
{
  g_autoptr (LsnMap) map = NULL;
  g_autoptr (LsnSelection) selection = NULL;
  GtkWidget *canvas, *window;
  LsnRow     first;

  if (!gtk_init_check ())
    {
      g_print ("There is no display to measure on.\n");
      return 77;
    }

  map = bench_map_clustered (N_ACTORS, N_TIES, 100);
  selection = lsn_selection_new (map);
  g_signal_connect (map, "changed", G_CALLBACK (on_changed_cb), NULL);
  canvas = lsn_canvas_new ();
  lsn_canvas_set_map (LSN_CANVAS (canvas), map, selection);
  window = bench_present (canvas);
  bench_tell_renderer (window);
  measure_all (LSN_CANVAS (canvas), "whole");
  first = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
  lsn_canvas_zoom_to_rows (LSN_CANVAS (canvas), LSN_TABLE_ACTORS, &first, 1);
  lsn_canvas_set_zoom (LSN_CANVAS (canvas), 0.5);
  measure_all (LSN_CANVAS (canvas), "half");
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
