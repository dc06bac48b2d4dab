/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/overlap.h"

#include <math.h>

#define ROUNDS 120
#define SLACK 0.01 /* pushes go a little further than they must, so that rounding does not leave an overlap */

/* Boxes in the cells of a grid, each in every cell that it touches. Cells are as large as the average box. */
typedef struct
{
  double  x0, y0, size;
  guint   columns, rows;
  guint  *start;   /* of each cell in @items */
  guint  *items;
} Grid;

typedef void (*PairFunc) (guint    a,
                          guint    b,
                          gpointer data);

static LsnRect
bounds_of (const LsnRect *boxes,
           guint          n)
{
  LsnRect bounds = LSN_EMPTY_RECT;

  for (guint i = 0; i < n; i++)
    bounds = lsn_rect_union (bounds, boxes[i]);
  return bounds;
}

static double
cell_size (const LsnRect *boxes,
           guint          n,
           LsnRect        bounds)
{
  double sum = 0, area = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0);

  for (guint i = 0; i < n; i++)
    sum += MAX (boxes[i].x1 - boxes[i].x0, boxes[i].y1 - boxes[i].y0);
  return MAX (MAX (sum / n, sqrt (area / (4.0 * n + 16))), 1);   /* not many more cells than boxes */
}

static guint
column_of (const Grid *grid,
           double      x)
{
  return CLAMP ((x - grid->x0) / grid->size, 0, grid->columns - 1);
}

static guint
row_of (const Grid *grid,
        double      y)
{
  return CLAMP ((y - grid->y0) / grid->size, 0, grid->rows - 1);
}

static void
grid_init (Grid          *grid,
           const LsnRect *boxes,
           guint          n)
{
  LsnRect bounds = bounds_of (boxes, n);
  g_autofree guint *fill = NULL;

  grid->x0 = bounds.x0;
  grid->y0 = bounds.y0;
  grid->size = cell_size (boxes, n, bounds);
  grid->columns = MIN (ceil ((bounds.x1 - bounds.x0) / grid->size) + 1, 20000);
  grid->rows = MIN (ceil ((bounds.y1 - bounds.y0) / grid->size) + 1, 20000);
  if ((guint64) grid->columns * grid->rows > 64 * (guint64) n + 4096)   /* a thread of boxes: cells across it would be empty */
    *(grid->columns > grid->rows ? &grid->rows : &grid->columns) = 1;
  grid->start = g_new0 (guint, (gsize) grid->columns * grid->rows + 1);
  for (guint i = 0; i < n; i++)
    for (guint row = row_of (grid, boxes[i].y0); row <= row_of (grid, boxes[i].y1); row++)
      for (guint column = column_of (grid, boxes[i].x0); column <= column_of (grid, boxes[i].x1); column++)
        grid->start[row * grid->columns + column + 1]++;
  for (guint cell = 0; cell < grid->columns * grid->rows; cell++)
    grid->start[cell + 1] += grid->start[cell];
  grid->items = g_new (guint, grid->start[grid->columns * grid->rows]);
  fill = g_memdup2 (grid->start, sizeof *fill * (gsize) grid->columns * grid->rows);
  for (guint i = 0; i < n; i++)
    for (guint row = row_of (grid, boxes[i].y0); row <= row_of (grid, boxes[i].y1); row++)
      for (guint column = column_of (grid, boxes[i].x0); column <= column_of (grid, boxes[i].x1); column++)
        grid->items[fill[row * grid->columns + column]++] = i;
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->start);
  g_free (grid->items);
}

/* Calls @function for every two boxes that meet, once, in an order that depends on nothing but the boxes. */
static void
for_each_meeting (const LsnRect *boxes,
                  guint          n,
                  PairFunc       function,
                  gpointer       data)
{
  Grid grid;
  g_autofree LsnRect *before = g_memdup2 (boxes, n * sizeof *boxes);   /* @function may move them */

  grid_init (&grid, boxes, n);
  for (guint cell = 0; cell < grid.columns * grid.rows; cell++)
    for (guint i = grid.start[cell]; i < grid.start[cell + 1]; i++)
      for (guint j = i + 1; j < grid.start[cell + 1]; j++)
        {
          const LsnRect *a = &before[grid.items[i]], *b = &before[grid.items[j]];

          /* of the cells that both are in, only the first counts */
          if (lsn_rect_meets (*a, *b) && row_of (&grid, MAX (a->y0, b->y0)) == cell / grid.columns
              && column_of (&grid, MAX (a->x0, b->x0)) == cell % grid.columns)
            function (grid.items[i], grid.items[j], data);
        }
  grid_clear (&grid);
}

typedef struct
{
  LsnRect        *boxes;   /* with half of the gap around them */
  const gboolean *held;
  GArray         *factors;
  guint           n_pushed;
} Overlaps;

static void
note_factor (guint    a,
             guint    b,
             gpointer data)
{
  Overlaps *overlaps = data;
  LsnRect first = overlaps->boxes[a], second = overlaps->boxes[b];
  double dx = fabs (lsn_rect_x (first) - lsn_rect_x (second)), dy = fabs (lsn_rect_y (first) - lsn_rect_y (second));
  double width = (first.x1 - first.x0 + second.x1 - second.x0) / 2, height = (first.y1 - first.y0 + second.y1 - second.y0) / 2;
  double factor = MIN (width / MAX (dx, 1e-6), height / MAX (dy, 1e-6));

  g_array_append_val (overlaps->factors, factor);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static LsnRect *
with_gap (const LsnRect *boxes,
          guint          n,
          double         gap)
{
  LsnRect *wide = g_new (LsnRect, n);

  for (guint i = 0; i < n; i++)
    wide[i] = lsn_rect_grown (boxes[i], gap / 2);
  return wide;
}

/**
 * lsn_overlap_scale:
 * @boxes: boxes
 * @n: how many
 * @gap: what shall be free between two
 * @max: the greatest factor that may come out
 *
 * How much wider apart the boxes should stand so that most overlaps are gone and the shape of the whole is kept; what then
 * still overlaps is for lsn_overlap_remove (). Cost: O(n log n) as long as boxes are not crowded.
 *
 * Returns: a factor, 1 to @max
 */
double
lsn_overlap_scale (const LsnRect *boxes,
                   guint          n,
                   double         gap,
                   double         max)
{
  g_autofree LsnRect *wide = with_gap (boxes, n, gap);
  g_autoptr (GArray) factors = g_array_new (FALSE, FALSE, sizeof (double));
  Overlaps overlaps = { .boxes = wide, .factors = factors };

  if (n < 2)
    return 1;
  for_each_meeting (wide, n, note_factor, &overlaps);
  if (factors->len == 0)
    return 1;
  g_array_sort (factors, compare_doubles);
  return CLAMP (g_array_index (factors, double, factors->len * 3 / 4), 1, max);
}

static void
count_pair (guint    a,
            guint    b,
            gpointer data)
{
  ++*(guint *) data;
}

/**
 * lsn_overlap_count:
 * @boxes: boxes
 * @n: how many
 *
 * Cost: O(n log n) as long as boxes are not crowded.
 *
 * Returns: how many pairs of them overlap
 */
guint
lsn_overlap_count (const LsnRect *boxes,
                   guint          n)
{
  guint n_pairs = 0;

  if (n > 1)
    for_each_meeting (boxes, n, count_pair, &n_pairs);
  return n_pairs;
}

/* Apart by the shorter way, each half of it, or the free one all of it. Who is left stays left, who is above stays above. */
static void
push (guint    a,
      guint    b,
      gpointer data)
{
  Overlaps *overlaps = data;
  LsnRect first = overlaps->boxes[a], second = overlaps->boxes[b];
  gboolean first_held = overlaps->held != NULL && overlaps->held[a];
  gboolean second_held = overlaps->held != NULL && overlaps->held[b];
  double share = first_held ? 0 : second_held ? 1 : 0.5;
  double right = first.x1 - second.x0, left = second.x1 - first.x0;   /* ways for @second to go */
  double down = first.y1 - second.y0, up = second.y1 - first.y0;
  double dx = lsn_rect_x (second) > lsn_rect_x (first) || (lsn_rect_x (second) == lsn_rect_x (first) && a < b) ? right : -left;
  double dy = lsn_rect_y (second) > lsn_rect_y (first) || (lsn_rect_y (second) == lsn_rect_y (first) && a < b) ? down : -up;

  if ((first_held && second_held) || !lsn_rect_meets (first, second))
    return;
  if (fabs (dx) <= fabs (dy))
    {
      dx += copysign (SLACK, dx);
      dy = 0;
    }
  else
    {
      dy += copysign (SLACK, dy);
      dx = 0;
    }
  overlaps->boxes[a] = lsn_rect_moved (first, -dx * share, -dy * share);
  overlaps->boxes[b] = lsn_rect_moved (second, dx * (1 - share), dy * (1 - share));
  overlaps->n_pushed++;
}

/**
 * lsn_overlap_remove:
 * @boxes: boxes; moved
 * @held: (nullable): which of them do not move; %NULL: all may
 * @n: how many
 * @gap: what shall be free between two
 * @cancellable: (nullable): ends it
 *
 * Pushes boxes apart, round by round. Where held boxes leave no room some overlaps remain: lsn_ground_settle () mends those.
 * Cost: O(n log n) a round as long as boxes are not crowded, and at most some hundred rounds.
 *
 * Returns: whether no two that could be pushed apart overlap any more
 */
gboolean
lsn_overlap_remove (LsnRect        *boxes,
                    const gboolean *held,
                    guint           n,
                    double          gap,
                    GCancellable   *cancellable)
{
  g_autofree LsnRect *wide = with_gap (boxes, n, gap);
  Overlaps overlaps = { .boxes = wide, .held = held, .n_pushed = 1 };

  for (guint round = 0; n > 1 && round < ROUNDS && overlaps.n_pushed > 0
       && !g_cancellable_is_cancelled (cancellable); round++)
    {
      overlaps.n_pushed = 0;
      for_each_meeting (wide, n, push, &overlaps);
    }
  for (guint i = 0; i < n; i++)
    if (held == NULL || !held[i])
      boxes[i] = lsn_rect_grown (wide[i], -gap / 2);
  return n < 2 || overlaps.n_pushed == 0;
}
