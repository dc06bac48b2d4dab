/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/border.h"

#include <math.h>

#define GAP 4.0 /* pixels between what stands at the border */

/* With more than so many in a row, pushed away from where they belong by each other, some are one sign. */
static const guint most_in_row[LSN_N_SIDES] = { 4, 4, 3, 3 };

/* ---- where a line leaves ---- */

/* The part t0..t1 of the segment that lies in from..to along one axis. Returns FALSE when none does. */
static gboolean
clip_axis (double  start,
           double  way,
           double  from,
           double  to,
           double *t0,
           double *t1)
{
  double a, b;

  if (way == 0)
    return start >= from && start <= to;

  a = (from - start) / way;
  b = (to - start) / way;
  *t0 = MAX (*t0, MIN (a, b));
  *t1 = MIN (*t1, MAX (a, b));
  return *t0 <= *t1;
}

/**
 * lsn_border_exit:
 * @path: (array length=n_points): a line in straight pieces that ends out of @view
 * @at: (out): where it leaves @view for the last time
 *
 * Each piece is clipped as by Liang and Barsky (1984), from the end on. Cost: O(@n_points).
 *
 * Returns: whether it does
 */
gboolean
lsn_border_exit (const LsnBox   *view,
                 const LsnPoint *path,
                 guint           n_points,
                 LsnPoint       *at)
{
  for (guint i = n_points; i > 1; i--)
    {
      LsnPoint from = path[i - 2], to = path[i - 1];
      double   t0 = 0, t1 = 1;

      if (!clip_axis (from.x, to.x - from.x, view->x, view->x + view->width, &t0, &t1) ||
          !clip_axis (from.y, to.y - from.y, view->y, view->y + view->height, &t0, &t1))
        continue;
      *at = (LsnPoint) { from.x + t1 * (to.x - from.x), from.y + t1 * (to.y - from.y) };
      return i < n_points || t1 < 1;
    }
  return FALSE;
}

/**
 * lsn_border_side:
 * @at: on the border of @view, or near to it
 *
 * Returns: the side that is nearest
 */
LsnSide
lsn_border_side (const LsnBox *view,
                 LsnPoint      at)
{
  const double away[LSN_N_SIDES] = {
    [LSN_SIDE_LEFT] = fabs (at.x - view->x),
    [LSN_SIDE_RIGHT] = fabs (at.x - view->x - view->width),
    [LSN_SIDE_TOP] = fabs (at.y - view->y),
    [LSN_SIDE_BOTTOM] = fabs (at.y - view->y - view->height),
  };
  LsnSide nearest = LSN_SIDE_LEFT;

  for (LsnSide side = LSN_SIDE_RIGHT; side < LSN_N_SIDES; side++)
    if (away[side] < away[nearest])
      nearest = side;
  return nearest;
}

/* ---- who stands where ---- */

/* One sign: of an item, or of several that follow each other along the side. */
typedef struct
{
  guint  first;
  guint  n;
  double wish;   /* the middle that it would like to have, along the side */
  double length; /* along the side */
} Unit;

/* Units that touch, as each has pushed the next. */
typedef struct
{
  guint  first;
  guint  n;
  double length;
  double sum;    /* of the middles that the whole would have if it were each one's wish */
  double start;
} Row;

typedef struct
{
  LsnSide side;
  double  from;  /* what is free of it */
  double  to;
  double  joined;
} Side;

static gboolean
is_upright (LsnSide side)
{
  return side == LSN_SIDE_LEFT || side == LSN_SIDE_RIGHT;
}

static void
settle (Row        *row,
        const Side *side)
{
  row->start = CLAMP (row->sum / row->n - row->length / 2, side->from, MAX (side->from, side->to - row->length));
}

/* Where the units stand that want to be near their wishes without overlapping, in rows. */
static GArray *
make_rows (GArray     *units,
           const Side *side)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);
      Row         row = { i, 1, unit->length, unit->wish, 0 };

      settle (&row, side);
      while (rows->len > 0)
        {
          Row before = g_array_index (rows, Row, rows->len - 1);

          if (before.start + before.length + GAP <= row.start)
            break;
          /* What wants its middle at w would have the whole of both with its middle so much aside. */
          before.sum += before.n * (GAP + row.length) / 2;
          row.sum -= row.n * (GAP + before.length) / 2;
          row = (Row) { before.first, before.n + row.n, before.length + GAP + row.length, before.sum + row.sum, 0 };
          settle (&row, side);
          g_array_set_size (rows, rows->len - 1);
        }
      g_array_append_val (rows, row);
    }
  return rows;
}

/* From the middle that a unit would like to have to that of the next. */
static double
distance (GArray *units,
          guint   i)
{
  return g_array_index (units, Unit, i + 1).wish - g_array_index (units, Unit, i).wish;
}

static void
join_next (GArray *units,
           guint   i,
           double  length)
{
  Unit       *unit = &g_array_index (units, Unit, i);
  const Unit *next = unit + 1;

  unit->wish = (unit->wish * unit->n + next->wish * next->n) / (unit->n + next->n);
  unit->n += next->n;
  unit->length = length;
  g_array_remove_index (units, i + 1);
}

/* In each row that is too long one unit for the two of it that belong nearest to each other. Returns whether there was one. */
static gboolean
join_in_rows (GArray     *units,
              GArray     *rows,
              const Side *side)
{
  gboolean joined = FALSE;

  for (guint i = rows->len; i > 0; i--)
    {
      const Row *row = &g_array_index (rows, Row, i - 1);
      guint      nearest = row->first;

      if (row->n == 1 || (row->n <= most_in_row[side->side] && row->length <= side->to - side->from))
        continue;
      for (guint j = row->first; j + 1 < row->first + row->n; j++)
        if (distance (units, j) < distance (units, nearest))
          nearest = j;
      join_next (units, nearest, side->joined);
      joined = TRUE;
    }
  return joined;
}

/* What of a side is free of @obstacles, when signs there reach @depth into the view: its longest part. */
static Side
free_part (const LsnBox *view,
           LsnSide       which,
           double        corner,
           double        depth,
           const LsnBox *obstacles,
           guint         n_obstacles)
{
  gboolean upright = is_upright (which);
  LsnBox   strip = *view;
  Side     side = { which, view->x, view->x + view->width, 0 };

  if (upright)
    side = (Side) { which, view->y + corner, view->y + view->height - corner, 0 }
  ;
  if (which == LSN_SIDE_RIGHT)
    strip.x += strip.width - depth;
  if (which == LSN_SIDE_BOTTOM)
    strip.y += strip.height - depth;
  *(upright ? &strip.width : &strip.height) = depth;
  for (guint i = 0; i < n_obstacles; i++)
    {
      LsnBox box = { obstacles[i].x - GAP, obstacles[i].y - GAP, obstacles[i].width + 2 * GAP, obstacles[i].height + 2 * GAP };
      double from = upright ? box.y : box.x, to = from + (upright ? box.height : box.width);

      if (box.x >= strip.x + strip.width || box.x + box.width <= strip.x || box.y >= strip.y + strip.height ||
          box.y + box.height <= strip.y || to <= side.from || from >= side.to)
        continue;
      if (from - side.from > side.to - to)
        side.to = from;
      else
        side.from = to;
    }
  return side;
}

static void
add_groups (const LsnBox *view,
            const Side   *side,
            GArray       *units,
            const LsnBox *sizes,
            GArray       *groups)
{
  g_autoptr (GArray) rows = make_rows (units, side);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      double     along = row->start;

      for (guint j = row->first; j < row->first + row->n; j++)
        {
          const Unit    *unit = &g_array_index (units, Unit, j);
          LsnBox         box = sizes[j];
          LsnBorderGroup group = { side->side, box, unit->first, unit->n };

          group.box.x = side->side == LSN_SIDE_LEFT ? view->x : view->x + view->width - box.width;
          group.box.y = side->side == LSN_SIDE_TOP ? view->y : view->y + view->height - box.height;
          *(is_upright (side->side) ? &group.box.y : &group.box.x) = along;
          along += unit->length + GAP;
          /* What has no place stays away. */
          if (along - GAP <= side->to + 0.5)
            g_array_append_val (groups, group);
        }
    }
}

typedef struct
{
  const LsnBorderItem *items;
  gboolean             upright;
} Order;

static int
compare_along (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Order         *order = data;
  const LsnBorderItem *v = &order->items[*(const guint *) a], *w = &order->items[*(const guint *) b];
  double               x = order->upright ? v->at.y : v->at.x, y = order->upright ? w->at.y : w->at.x;

  if (x != y)
    return x < y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* The items of one side, in their order along it, go to @members. */
static GArray *
units_of_side (const LsnBox        *view,
               LsnSide              which,
               const LsnBorderItem *items,
               guint                n_items,
               GArray              *members)
{
  Order   order = { items, is_upright (which) };
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_autoptr (GArray) of_side = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_items; i++)
    if (lsn_border_side (view, items[i].at) == which)
      g_array_append_val (of_side, i);
  g_array_sort_with_data (of_side, compare_along, &order);
  for (guint i = 0; i < of_side->len; i++)
    {
      const LsnBorderItem *item = &items[g_array_index (of_side, guint, i)];
      Unit                 unit = { members->len, 1, order.upright ? item->at.y : item->at.x,
                                    order.upright ? item->height : item->width };

      g_array_append_val (units, unit);
      g_array_append_val (members, g_array_index (of_side, guint, i));
    }
  return units;
}

static LsnBox *
sizes_of (GArray              *units,
          const LsnBorderItem *items,
          GArray              *members,
          double               joined_width,
          double               height)
{
  LsnBox *sizes = g_new0 (LsnBox, MAX (units->len, 1));

  for (guint i = 0; i < units->len; i++)
    {
      const Unit          *unit = &g_array_index (units, Unit, i);
      const LsnBorderItem *item = &items[g_array_index (members, guint, unit->first)];

      sizes[i].width = unit->n == 1 ? item->width : joined_width;
      sizes[i].height = unit->n == 1 ? item->height : height;
    }
  return sizes;
}

static void
most_of (const LsnBorderItem *items,
         guint                n_items,
         double              *width,
         double              *height)
{
  for (guint i = 0; i < n_items; i++)
    {
      *width = MAX (*width, items[i].width);
      *height = MAX (*height, items[i].height);
    }
}

/**
 * lsn_border_arrange:
 * @view: along whose inner border signs stand
 * @items: (array length=n_items): what each is for
 * @joined_width: of a sign that stands for several items
 * @obstacles: (array length=n_obstacles) (nullable): what signs keep clear of
 * @members: (element-type guint): gets the numbers of the items, those of a group beside each other
 *
 * No two signs overlap. They push each other aside a little; where too many would, and where there is no room, one sign
 * stands for those that belong nearest to each other. Cost: O(n²) at worst, when all are joined.
 *
 * Returns: (transfer full) (element-type LsnBorderGroup): the signs, side by side
 */
GArray *
lsn_border_arrange (const LsnBox        *view,
                    const LsnBorderItem *items,
                    guint                n_items,
                    double               joined_width,
                    const LsnBox        *obstacles,
                    guint                n_obstacles,
                    GArray              *members)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (LsnBorderGroup));
  double  width = joined_width, height = 0;

  most_of (items, n_items, &width, &height);
  for (LsnSide which = LSN_SIDE_LEFT; which < LSN_N_SIDES; which++)
    {
      g_autoptr (GArray) units = units_of_side (view, which, items, n_items, members);
      g_autoptr (GArray) rows = NULL;
      g_autofree LsnBox *sizes = NULL;
      Side side = free_part (view, which, height + GAP, is_upright (which) ? width : height, obstacles, n_obstacles);

      side.joined = is_upright (which) ? height : joined_width;
      do
        {
          g_clear_pointer (&rows, g_array_unref);
          rows = make_rows (units, &side);
        }
      while (join_in_rows (units, rows, &side));
      sizes = sizes_of (units, items, members, joined_width, height);
      add_groups (view, &side, units, sizes, groups);
    }
  return groups;
}
