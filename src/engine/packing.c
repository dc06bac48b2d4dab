/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/packing.h"

#include <math.h>

#define ASPECT 1.6 /* of the whole: about that of a screen */

/* The line above which nothing can be put any more: steps from left to right, each with its height */
typedef struct
{
  double x, y, width;
} Step;

typedef struct
{
  const LsnRect *box;
  guint          index;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  double first_height = first->box->y1 - first->box->y0, second_height = second->box->y1 - second->box->y0;

  if (first_height != second_height)
    return first_height > second_height ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

/* How far down a box @width wide comes when its left side is at step @i; -1 when it does not fit into @total */
static double
level_at (GArray *steps,
          guint   i,
          double  width,
          double  total)
{
  double level = 0, end = g_array_index (steps, Step, i).x + width;

  if (end > total + 1e-6)
    return -1;
  for (; i < steps->len && g_array_index (steps, Step, i).x < end - 1e-6; i++)
    level = MAX (level, g_array_index (steps, Step, i).y);
  return level;
}

static void
raise_steps (GArray *steps,
             Step    new_step)
{
  double end = new_step.x + new_step.width;
  guint i = 0;

  while (g_array_index (steps, Step, i).x < new_step.x - 1e-6)
    i++;
  g_array_insert_val (steps, i, new_step);
  for (i++; i < steps->len && g_array_index (steps, Step, i).x < end - 1e-6;)
    {
      Step *covered = &g_array_index (steps, Step, i);
      double covered_end = covered->x + covered->width;

      if (covered_end <= end + 1e-6)
        g_array_remove_index (steps, i);
      else
        {
          covered->x = end;
          covered->width = covered_end - end;
        }
    }
}

static Step
lowest_place (GArray *steps,
              double  width,
              double  total)
{
  Step best = { 0, G_MAXDOUBLE, width };

  for (guint i = 0; i < steps->len; i++)
    {
      double level = level_at (steps, i, width, total);

      if (level >= 0 && level < best.y - 1e-6)
        best = (Step) { g_array_index (steps, Step, i).x, level, width }
      ;
    }
  return best;
}

/**
 * lsn_pack_boxes:
 * @boxes: boxes; moved so that none meets another
 * @n: how many
 * @gap: what is left free between two
 *
 * Packs what hangs together in no way, the tallest first, each as high as it goes, into a width that makes the whole about as
 * wide as a screen. Cost: O(n * steps of the sky line).
 *
 * Returns: what all of them cover, from 0, 0
 */
LsnRect
lsn_pack_boxes (LsnRect *boxes,
                guint    n,
                double   gap)
{
  g_autofree Entry *entries = g_new (Entry, n);
  g_autofree LsnRect *packed = g_new (LsnRect, n);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  double total = 0, area = 0;
  LsnRect bounds = { 0, 0, 0, 0 };
  Step sky = { 0, 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      double width = boxes[i].x1 - boxes[i].x0 + gap, height = boxes[i].y1 - boxes[i].y0 + gap;

      entries[i] = (Entry) { &boxes[i], i };
      total = MAX (total, width);
      area += width * height;
    }
  sky.width = total = MAX (total, sqrt (ASPECT * area));
  g_array_append_val (steps, sky);
  if (n > 1)
    qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    {
      const LsnRect *box = entries[i].box;
      Step place = lowest_place (steps, box->x1 - box->x0 + gap, total);

      packed[entries[i].index] = lsn_rect_moved (*box, place.x - box->x0, place.y - box->y0);
      bounds = lsn_rect_union (bounds, packed[entries[i].index]);
      place.y += box->y1 - box->y0 + gap;
      raise_steps (steps, place);
    }
  for (guint i = 0; i < n; i++)
    boxes[i] = packed[i];
  return bounds;
}
