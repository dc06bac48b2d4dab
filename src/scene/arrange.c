/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/arrange.h"
#include "scene/geometry.h"

static double
begin_of (const LsnBox *box,
          gboolean      down)
{
  return down ? box->y : box->x;
}

static double
size_of (const LsnBox *box,
         gboolean      down)
{
  return down ? box->height : box->width;
}

/* The box of those that are held, or of all when none is. */
static LsnBox
measure (const LsnArranged *boxes,
         guint              n_boxes)
{
  LsnBox held = LSN_EMPTY_BOX, all = LSN_EMPTY_BOX;

  for (guint i = 0; i < n_boxes; i++)
    {
      all = lsn_box_union (all, boxes[i].box);
      if (boxes[i].held)
        held = lsn_box_union (held, boxes[i].box);
    }

  return lsn_box_is_empty (&held) ? all : held;
}

/**
 * lsn_arrange_line_up:
 * @boxes: (array length=n_boxes): in map units
 * @n_boxes: how many
 * @side: what of them
 * @by: (out caller-allocates) (array length=n_boxes): how far each moves
 *
 * Brings boxes into one line with the outermost of them, or with the outermost of those that are held when any is.
 */
void
lsn_arrange_line_up (const LsnArranged *boxes,
                     guint              n_boxes,
                     LsnLineUp          side,
                     LsnPoint          *by)
{
  static const double shares[] = { 0.0, 0.5, 1.0, 0.0, 0.5, 1.0 };
  LsnBox to = measure (boxes, n_boxes);
  gboolean down = side >= LSN_LINE_UP_TOP;
  double line = begin_of (&to, down) + shares[side] * size_of (&to, down);

  for (guint i = 0; i < n_boxes; i++)
    {
      double move = line - begin_of (&boxes[i].box, down) - shares[side] * size_of (&boxes[i].box, down);

      by[i] = (LsnPoint) { 0.0, 0.0 };
      if (!boxes[i].held)
        *(down ? &by[i].y : &by[i].x) = move;
    }
}

typedef struct
{
  const LsnArranged *boxes;
  gboolean           down;
} Sorting;

static int
compare_middles (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Sorting *sorting = data;
  const LsnBox *one = &sorting->boxes[*(const guint *) a].box, *other = &sorting->boxes[*(const guint *) b].box;
  double x = begin_of (one, sorting->down) + size_of (one, sorting->down) / 2.0;
  double y = begin_of (other, sorting->down) + size_of (other, sorting->down) / 2.0;

  if (x != y)
    return x < y ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Equal gaps between two that stay. */
static void
fill_between (const LsnArranged *boxes,
              const guint       *order,
              guint              first,
              guint              last,
              gboolean           down,
              LsnPoint          *by)
{
  const LsnBox *begin = &boxes[order[first]].box;
  double at = begin_of (begin, down) + size_of (begin, down);
  double room = begin_of (&boxes[order[last]].box, down) - at;
  double gap;

  for (guint i = first + 1; i < last; i++)
    room -= size_of (&boxes[order[i]].box, down);
  gap = room / (last - first);
  for (guint i = first + 1; i < last; i++)
    {
      const LsnBox *box = &boxes[order[i]].box;

      at += gap;
      *(down ? &by[order[i]].y : &by[order[i]].x) = at - begin_of (box, down);
      at += size_of (box, down);
    }
}

/**
 * lsn_arrange_distribute:
 * @boxes: (array length=n_boxes): in map units
 * @n_boxes: how many
 * @down: whether one below the other, not beside
 * @by: (out caller-allocates) (array length=n_boxes): how far each moves
 *
 * Makes the gaps equal between the two outermost, and between those that are held; these stay.
 */
void
lsn_arrange_distribute (const LsnArranged *boxes,
                        guint              n_boxes,
                        gboolean           down,
                        LsnPoint          *by)
{
  Sorting sorting = { boxes, down };
  g_autofree guint *order = g_new (guint, MAX (1, n_boxes));
  guint first = 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      order[i] = i;
      by[i] = (LsnPoint) { 0.0, 0.0 };
    }
  g_qsort_with_data (order, (gint) n_boxes, sizeof *order, compare_middles, &sorting);
  for (guint i = 1; i < n_boxes; i++)
    if (i + 1 == n_boxes || boxes[order[i]].held)
      {
        fill_between (boxes, order, first, i, down, by);
        first = i;
      }
}
