/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/tidiness.h"

#include "engine/overlap.h"

#define FLAT 1e-6   /* so that the bounds of an upright or level line are not empty */

/* A container's frame is around those of its inside that stand. */
static void
frame (LsnDrawing *drawing,
       guint       container)
{
  LsnUnit *unit = lsn_units_get (drawing->units, container);

  unit->content = LSN_EMPTY_RECT;
  for (guint i = 0; i < unit->children->len; i++)
    if (drawing->stands[lsn_unit_child (unit, i)])
      unit->content = lsn_rect_union (unit->content, lsn_units_get (drawing->units, lsn_unit_child (unit, i))->box);
  drawing->stands[container] = container != 0 && !lsn_rect_is_empty (unit->content);
  unit->box = drawing->stands[container] ? lsn_frame_around (unit->content, unit->min_width) : LSN_EMPTY_RECT;
}

static void
frame_all (LsnDrawing *drawing,
           guint       container)
{
  LsnUnit *unit = lsn_units_get (drawing->units, container);

  for (guint i = 0; i < unit->children->len; i++)
    if (lsn_units_get (drawing->units, lsn_unit_child (unit, i))->is_container)
      frame_all (drawing, lsn_unit_child (unit, i));
  unit->is_held = TRUE;   /* its inside stands on the ground, not on its own */
  frame (drawing, container);
}

/* Lines end at the places of actors, which are not the middle of their boxes, and in the middle of frames. */
static void
end_at (LsnDrawing *drawing,
        guint       index,
        double     *x,
        double     *y)
{
  const LsnUnit *unit = lsn_units_get (drawing->units, index);

  *x = unit->is_container ? lsn_rect_x (unit->box) : unit->box.x0 + unit->left;
  *y = unit->is_container ? lsn_rect_y (unit->box) : unit->box.y0 + unit->above;
}

static void
follow (LsnDrawing *drawing,
        guint       unit)
{
  for (guint i = 0; i < drawing->own[unit]->len; i++)
    {
      LsnTieLine *line = &g_array_index (drawing->lines, LsnTieLine, g_array_index (drawing->own[unit], guint, i));

      end_at (drawing, line->tail, &line->x0, &line->y0);
      end_at (drawing, line->head, &line->x1, &line->y1);
      line->bounds = (LsnRect) { MIN (line->x0, line->x1), MIN (line->y0, line->y1), MAX (line->x0, line->x1),
                                 MAX (line->y0, line->y1) };
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const LsnTieLine *first = a, *second = b;

  if (first->tail != second->tail)
    return first->tail < second->tail ? -1 : 1;
  return first->head < second->head ? -1 : first->head > second->head;
}

static void
find_lines (LsnDrawing *drawing)
{
  LsnMap *map = drawing->units->map;
  LsnRow tie = LSN_NO_ROW;
  guint n = 0;

  while ((tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW)
    {
      LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      guint tail = source == LSN_NO_ROW ? 0 : drawing->units->unit_of[lsn_map_shown_as (map, source)];
      guint head = target == LSN_NO_ROW ? 0 : drawing->units->unit_of[lsn_map_shown_as (map, target)];
      LsnTieLine line = { .tail = MIN (tail, head), .head = MAX (tail, head) };

      if (tail != head && drawing->stands[tail] && drawing->stands[head])
        g_array_append_val (drawing->lines, line);
    }
  g_array_sort (drawing->lines, compare_lines);
  for (guint i = 0; i < drawing->lines->len; i++)
    if (n == 0 || compare_lines (&g_array_index (drawing->lines, LsnTieLine, n - 1),
                                 &g_array_index (drawing->lines, LsnTieLine, i)) != 0)
      g_array_index (drawing->lines, LsnTieLine, n++) = g_array_index (drawing->lines, LsnTieLine, i);
  g_array_set_size (drawing->lines, n);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (drawing->own[g_array_index (drawing->lines, LsnTieLine, i).tail], i);
      g_array_append_val (drawing->own[g_array_index (drawing->lines, LsnTieLine, i).head], i);
    }
  drawing->is_own = g_new0 (gboolean, n);
  for (guint i = 1; i < drawing->units->units->len; i++)
    follow (drawing, i);
}

/**
 * lsn_drawing_new:
 * @units: units as they come from lsn_units_new (); theirs are the boxes that move
 * @places: (array length=n_places): where some actors stand instead of where the map says
 * @n_places: how many
 *
 * Returns: (transfer full): what is seen of a map; free it before @units
 */
LsnDrawing *
lsn_drawing_new (LsnUnits       *units,
                 const LsnPlace *places,
                 guint           n_places)
{
  LsnDrawing *drawing = g_new0 (LsnDrawing, 1);

  drawing->units = units;
  drawing->stands = g_new0 (gboolean, units->units->len);
  drawing->lines = g_array_new (FALSE, FALSE, sizeof (LsnTieLine));
  drawing->own = g_new0 (GArray *, units->units->len);
  for (guint i = 0; i < units->units->len; i++)
    {
      drawing->stands[i] = lsn_units_get (units, i)->has_place && !lsn_units_get (units, i)->is_container;
      drawing->own[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  for (guint i = 0; i < n_places; i++)
    {
      guint index = places[i].actor < units->n_rows ? units->unit_of[places[i].actor] : 0;
      LsnUnit *unit = lsn_units_get (units, index);

      if (index == 0 || unit->is_container)
        continue;
      unit->box = lsn_rect_moved (unit->box, places[i].x - unit->left - unit->box.x0,
                                  places[i].y - unit->above - unit->box.y0);
      drawing->stands[index] = TRUE;
    }
  frame_all (drawing, 0);
  find_lines (drawing);
  return drawing;
}

void
lsn_drawing_free (LsnDrawing *drawing)
{
  if (drawing == NULL)
    return;
  for (guint i = 0; i < drawing->units->units->len; i++)
    g_array_unref (drawing->own[i]);
  g_free (drawing->own);
  g_free (drawing->is_own);
  g_array_unref (drawing->lines);
  g_free (drawing->stands);
  g_free (drawing);
}

/**
 * lsn_drawing_move:
 * @drawing: a drawing
 * @unit: an actor in it
 * @box: where it shall stand
 *
 * The frames around it follow. Cost: O(those in the containers around it).
 */
void
lsn_drawing_move (LsnDrawing *drawing,
                  guint       unit,
                  LsnRect     box)
{
  lsn_units_get (drawing->units, unit)->box = box;
  follow (drawing, unit);
  for (guint at = lsn_units_get (drawing->units, unit)->parent; at != 0; at = lsn_units_get (drawing->units, at)->parent)
    {
      frame (drawing, at);
      follow (drawing, at);
    }
}

/* On which side of a line a point is */
static double
side (const LsnTieLine *line,
      double            x,
      double            y)
{
  return (line->x1 - line->x0) * (y - line->y0) - (line->y1 - line->y0) * (x - line->x0);
}

/* Lines that meet at an actor do not cross. */
static gboolean
cross (const LsnTieLine *a,
       const LsnTieLine *b)
{
  if (!lsn_rect_meets (lsn_rect_grown (a->bounds, FLAT), b->bounds)
      || a->tail == b->tail || a->tail == b->head || a->head == b->tail || a->head == b->head)
    return FALSE;
  return side (a, b->x0, b->y0) * side (a, b->x1, b->y1) < 0 && side (b, a->x0, a->y0) * side (b, a->x1, a->y1) < 0;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const LsnTieLine *first = a, *second = b;

  return first->bounds.x0 < second->bounds.x0 ? -1 : first->bounds.x0 > second->bounds.x0;
}

static guint
count_crossings (LsnDrawing *drawing)
{
  guint n_lines = drawing->lines->len, n = 0;
  g_autofree LsnTieLine *lines = g_memdup2 (drawing->lines->data, n_lines * sizeof *lines);

  if (n_lines > 0)
    qsort (lines, n_lines, sizeof *lines, compare_lefts);
  for (guint i = 0; i < n_lines; i++)
    for (guint j = i + 1; j < n_lines && lines[j].bounds.x0 <= lines[i].bounds.x1; j++)
      n += cross (&lines[i], &lines[j]);
  return n;
}

static gboolean
is_actor (LsnDrawing *drawing,
          guint       unit)
{
  return drawing->stands[unit] && !lsn_units_get (drawing->units, unit)->is_container;
}

static gboolean
is_strange_in (LsnDrawing *drawing,
               guint       actor,
               guint       container)
{
  return lsn_rect_meets (lsn_units_get (drawing->units, actor)->box, lsn_units_get (drawing->units, container)->box)
         && !lsn_units_is_within (drawing->units, actor, container);
}

/**
 * lsn_drawing_count:
 * @drawing: a drawing
 *
 * Cost: O(n log n) for actors that are not crowded, O(frames * actors), and O(pairs of lines that are above each other).
 *
 * Returns: the counts of the whole
 */
LsnTidiness
lsn_drawing_count (LsnDrawing *drawing)
{
  guint n_units = drawing->units->units->len;
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (LsnRect));
  LsnTidiness counts = { .n_crossings = count_crossings (drawing) };

  for (guint i = 1; i < n_units; i++)
    if (is_actor (drawing, i))
      g_array_append_val (boxes, lsn_units_get (drawing->units, i)->box);
    else if (drawing->stands[i])
      for (guint j = 1; j < n_units; j++)
        counts.n_strangers += is_actor (drawing, j) && is_strange_in (drawing, j, i);
  counts.n_overlaps = lsn_overlap_count ((const LsnRect *) boxes->data, boxes->len);
  return counts;
}

static guint
count_crossings_around (LsnDrawing *drawing,
                        guint       unit)
{
  const LsnTieLine *lines = (const LsnTieLine *) drawing->lines->data;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint at = unit; at != 0; at = lsn_units_get (drawing->units, at)->parent)
    for (guint i = 0; i < drawing->own[at]->len; i++)
      {
        guint line = g_array_index (drawing->own[at], guint, i);

        if (!drawing->is_own[line])
          g_array_append_val (own, line);
        drawing->is_own[line] = TRUE;
      }
  for (guint i = 0; i < own->len; i++)
    {
      guint line = g_array_index (own, guint, i);

      for (guint j = 0; j < drawing->lines->len; j++)
        n += (!drawing->is_own[j] || j > line) && cross (&lines[line], &lines[j]);
    }
  for (guint i = 0; i < own->len; i++)
    drawing->is_own[g_array_index (own, guint, i)] = FALSE;
  return n;
}

/**
 * lsn_drawing_count_around:
 * @drawing: a drawing
 * @unit: an actor in it that stands
 *
 * Of lsn_drawing_count () what can change when that actor moves. Cost: O(its lines * lines + actors * containers around it).
 *
 * Returns: the counts
 */
LsnTidiness
lsn_drawing_count_around (LsnDrawing *drawing,
                          guint       unit)
{
  LsnRect box = lsn_units_get (drawing->units, unit)->box;
  LsnTidiness counts = { .n_crossings = count_crossings_around (drawing, unit) };

  for (guint i = 1; i < drawing->units->units->len; i++)
    {
      if (!drawing->stands[i] || i == unit)
        continue;
      if (lsn_units_get (drawing->units, i)->is_container)
        {
          counts.n_strangers += is_strange_in (drawing, unit, i);
          continue;
        }
      counts.n_overlaps += lsn_rect_meets (lsn_units_get (drawing->units, i)->box, box);
      for (guint at = lsn_units_get (drawing->units, unit)->parent; at != 0; at = lsn_units_get (drawing->units, at)->parent)
        counts.n_strangers += is_strange_in (drawing, i, at);
    }
  return counts;
}

/**
 * lsn_tidiness_of_map:
 * @map: a map or a snapshot
 * @places: (array length=n_places) (nullable): where some actors would stand instead of where the map says, as of
 *   lsn_layout_places ()
 * @n_places: how many
 * @extents: (array length=n_extents): how far each actor reaches
 * @n_extents: how many
 *
 * Counts what makes a map hard to read; actors without a place and their ties are left out. What a collapsed container hides is
 * not seen. Any thread, with a snapshot. Cost: as of lsn_drawing_count ().
 *
 * Returns: the counts
 */
LsnTidiness
lsn_tidiness_of_map (LsnMap           *map,
                     const LsnPlace   *places,
                     guint             n_places,
                     const LsnExtents *extents,
                     guint             n_extents)
{
  LsnLayoutOptions everybody = { 0 };
  g_autoptr (LsnUnits) units = lsn_units_new (map, &everybody, extents, n_extents);
  g_autoptr (LsnDrawing) drawing = lsn_drawing_new (units, places, n_places);

  return lsn_drawing_count (drawing);
}
