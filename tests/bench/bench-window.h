/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#pragma once

#include "canvas/canvas-private.h"

G_BEGIN_DECLS

/* A window of 1600 x 1000 and what its frames cost, held against a bare window that moves one plain texture per tile. */

typedef void (*BenchStep) (gpointer data,
                           guint    frame);

/* Milliseconds of a frame, and what the main thread and all threads together took of the processor for it: @all has what workers
 * and the software renderer do beside, which the clock shows only where processors are short. */
typedef struct
{
  double median;
  double p95;
  double cpu;
  double all;
} BenchCost;

GtkWidget *bench_present         (GtkWidget *child);
void       bench_tell_renderer   (GtkWidget *window);
void       bench_wait_crisp      (LsnCanvas *canvas);
BenchCost  bench_frames          (GtkWidget *widget,
                                  BenchStep  step,
                                  gpointer   data);
BenchCost  bench_bare            (void);
double     bench_thread_time     (void);
int        bench_compare_doubles (gconstpointer a,
                                  gconstpointer b);
void       bench_report          (const char *name,
                                  guint       n_actors,
                                  double      value,
                                  double      budget,
                                  const char *unit);

G_END_DECLS
