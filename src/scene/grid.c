/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/grid.h"
#include <stdlib.h>

#define FINEST_CELL 64.0
#define MOST_CELLS 1024 /* of one thing: what meets more is kept beside the cells */
#define NONE G_MAXUINT32

typedef struct
{
  guint32 number;
  guint32 next;
} Entry;

typedef struct
{
  guint32 number;
  LsnBox  box;
} Wide;

struct _LsnGrid
{
  LsnBox   bounds;
  double   cell;
  guint    columns, rows;
  guint32 *heads;
  Entry   *entries;
  guint    n_entries, room;
  GArray  *wide;  /* of Wide */
};

static guint
cells_along (double length,
             double cell)
{
  return (guint) CLAMP (floor (length / cell) + 1.0, 1.0, 1e6);
}

LsnGrid *
lsn_grid_new (LsnBox bounds,
              guint  n_expected)
{
  LsnGrid *grid = g_new0 (LsnGrid, 1);
  double most = 1024.0 + 2.0 * n_expected;

  if (lsn_box_is_empty (&bounds))
    bounds = (LsnBox) { 0.0, 0.0, 0.0, 0.0 }
  ;
  grid->bounds = bounds;
  grid->cell = FINEST_CELL;
  while ((double) cells_along (bounds.width, grid->cell) * cells_along (bounds.height, grid->cell) > most)
    grid->cell *= 1.5;
  grid->columns = cells_along (bounds.width, grid->cell);
  grid->rows = cells_along (bounds.height, grid->cell);
  grid->wide = g_array_new (FALSE, FALSE, sizeof (Wide));
  grid->heads = g_new (guint32, (gsize) grid->columns * grid->rows);
  for (gsize i = 0; i < (gsize) grid->columns * grid->rows; i++)
    grid->heads[i] = NONE;

  return grid;
}

void
lsn_grid_free (LsnGrid *grid)
{
  g_free (grid->heads);
  g_free (grid->entries);
  g_array_unref (grid->wide);
  g_free (grid);
}

/* What is outside the bounds falls into the cells at the border. */
static guint
cell_at (double at,
         double origin,
         double cell,
         guint  n_cells)
{
  double index = (at - origin) / cell;

  return index > 0.0 ? (guint) MIN (index, n_cells - 1.0) : 0;
}

static void
cells_of (const LsnGrid *grid,
          const LsnBox  *box,
          guint          range[4])
{
  range[0] = cell_at (box->x, grid->bounds.x, grid->cell, grid->columns);
  range[1] = cell_at (box->x + box->width, grid->bounds.x, grid->cell, grid->columns);
  range[2] = cell_at (box->y, grid->bounds.y, grid->cell, grid->rows);
  range[3] = cell_at (box->y + box->height, grid->bounds.y, grid->cell, grid->rows);
}

static void
add_to_cell (LsnGrid *grid,
             gsize    cell,
             guint    number)
{
  if (grid->heads[cell] != NONE && grid->entries[grid->heads[cell]].number == number)
    return;

  if (grid->n_entries == grid->room)
    {
      grid->room = MAX (1024, grid->room * 2);
      grid->entries = g_renew (Entry, grid->entries, grid->room);
    }
  grid->entries[grid->n_entries] = (Entry) { number, grid->heads[cell] };
  grid->heads[cell] = grid->n_entries++;
}

typedef void (*Visit) (LsnGrid *grid,
                       gsize    cell,
                       gpointer data);

static void
visit_box (LsnGrid *grid,
           LsnBox   box,
           Visit    visit,
           gpointer data)
{
  guint range[4];

  cells_of (grid, &box, range);
  for (guint row = range[2]; row <= range[3]; row++)
    for (guint column = range[0]; column <= range[1]; column++)
      visit (grid, (gsize) row * grid->columns + column, data);
}

/* A curve never leaves the box of its four points. */
static LsnBox
hull_of (const LsnCurve *curve)
{
  LsnBox hull = { curve->p[0].x, curve->p[0].y, 0.0, 0.0 };

  for (guint i = 1; i < 4; i++)
    hull = lsn_box_with_point (hull, curve->p[i]);
  return hull;
}

/* The cells along a curve, some of them several times. */
static void
visit_curve (LsnGrid        *grid,
             const LsnCurve *curve,
             double          reach,
             Visit           visit,
             gpointer        data)
{
  LsnBox hull = hull_of (curve);
  LsnPoint last = curve->p[0];
  guint pieces;

  if (MIN (hull.width, hull.height) <= 1.5 * grid->cell)
    {
      visit_box (grid, lsn_box_grow (hull, reach), visit, data);
      return;
    }

  pieces = (guint) CLAMP (MIN (hull.width, hull.height) / grid->cell * 2.0 + 1.0, LSN_CURVE_PIECES, 64.0);
  for (guint i = 1; i <= pieces; i++)
    {
      LsnPoint next = lsn_curve_at (curve, (double) i / pieces);
      LsnBox box = { MIN (last.x, next.x), MIN (last.y, next.y), fabs (next.x - last.x), fabs (next.y - last.y) };

      visit_box (grid, lsn_box_grow (box, reach + 1.0), visit, data);
      last = next;
    }
}

static void
put_in_cell (LsnGrid *grid,
             gsize    cell,
             gpointer number)
{
  add_to_cell (grid, cell, GPOINTER_TO_UINT (number));
}

void
lsn_grid_add (LsnGrid *grid,
              guint    number,
              LsnBox   box)
{
  Wide wide = { number, box };
  guint range[4];

  cells_of (grid, &box, range);
  if ((guint64) (range[1] - range[0] + 1) * (range[3] - range[2] + 1) > MOST_CELLS)
    g_array_append_val (grid->wide, wide);
  else
    visit_box (grid, box, put_in_cell, GUINT_TO_POINTER (number));
}

void
lsn_grid_add_curve (LsnGrid        *grid,
                    guint           number,
                    const LsnCurve *curve,
                    double          reach)
{
  visit_curve (grid, curve, reach, put_in_cell, GUINT_TO_POINTER (number));
}

void
lsn_grid_add_way (LsnGrid      *grid,
                  guint         number,
                  const LsnWay *way,
                  double        reach)
{
  for (guint i = 0; i < lsn_way_n (way); i++)
    lsn_grid_add_curve (grid, number, lsn_way_curve (way, i), reach);
}

static void
take_from_cell (LsnGrid *grid,
                gsize    cell,
                gpointer found)
{
  for (guint32 at = grid->heads[cell]; at != NONE; at = grid->entries[at].next)
    g_array_append_val ((GArray *) found, grid->entries[at].number);
}

static void
take_wide (LsnGrid      *grid,
           const LsnBox *box,
           GArray       *found)
{
  for (guint i = 0; i < grid->wide->len; i++)
    {
      const Wide *wide = &g_array_index (grid->wide, Wide, i);

      if (lsn_box_meets (&wide->box, box))
        g_array_append_val (found, wide->number);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

/* Each once, rising. */
static void
tidy (GArray *found)
{
  guint kept = 0;

  if (found->len > 1)
    g_array_sort (found, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, guint32, i) != g_array_index (found, guint32, kept - 1))
      g_array_index (found, guint32, kept++) = g_array_index (found, guint32, i);
  g_array_set_size (found, kept);
}

void
lsn_grid_find (LsnGrid *grid,
               LsnBox   box,
               GArray  *found)
{
  g_array_set_size (found, 0);
  visit_box (grid, box, take_from_cell, found);
  take_wide (grid, &box, found);
  tidy (found);
}

void
lsn_grid_find_loosely (LsnGrid *grid,
                       LsnBox   box,
                       GArray  *found)
{
  g_array_set_size (found, 0);
  visit_box (grid, box, take_from_cell, found);
  take_wide (grid, &box, found);
}

void
lsn_grid_find_curve_loosely (LsnGrid        *grid,
                             const LsnCurve *curve,
                             GArray         *found)
{
  LsnBox hull = hull_of (curve);

  g_array_set_size (found, 0);
  visit_curve (grid, curve, 0.0, take_from_cell, found);
  take_wide (grid, &hull, found);
}
