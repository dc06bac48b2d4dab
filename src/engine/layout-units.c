/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/layout-units.h"

#include <math.h>
#include <string.h>

#include "model/geometry.h"
#include "wire/limits.h"

/* What an actor reaches when nobody has measured it */
#define DEFAULT_REACH 30.0

/* The title of a frame is wrapped at so many units, and a letter is at most about so wide. */
#define TITLE_WIDTH 300.0
#define LETTER_WIDTH 10.0
#define NAMELESS 20

/**
 * lsn_frame_around:
 * @content: what a container's inside covers
 * @min_width: what the frame must be wide for its title
 *
 * Returns: the container's frame
 */
LsnRect
lsn_frame_around (LsnRect content,
                  double  min_width)
{
  LsnRect frame = lsn_rect_grown (content, LSN_FRAME_PADDING);
  double lacking = min_width - (frame.x1 - frame.x0);

  frame.y0 -= LSN_FRAME_TITLE_BAND;
  if (lacking > 0)
    {
      frame.x0 -= lacking / 2;
      frame.x1 += lacking / 2;
    }
  return frame;
}

static gboolean
get_place (LsnMap *map,
           LsnRow  actor,
           double *x,
           double *y)
{
  *x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
  *y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);
  return fabs (*x) < LSN_WIRE_MAX_PLACE / 4 && fabs (*y) < LSN_WIRE_MAX_PLACE / 4;   /* NaN is not */
}

static LsnRow
parent_of (LsnMap *map,
           LsnRow  actor)
{
  return lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT);
}

static gboolean
is_collapsed (LsnMap *map,
              LsnRow  actor)
{
  return lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_COLLAPSED) == 1;
}

/* Of the rows up to the greatest: those that @options lets move */
static gboolean *
rows_in_scope (LsnMap                 *map,
               const LsnLayoutOptions *options)
{
  guint n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  g_autofree gboolean *named = g_new0 (gboolean, n_rows);
  gboolean *in_scope = g_new0 (gboolean, n_rows);
  LsnRow actor = LSN_NO_ROW;

  for (guint i = 0; options->only != NULL && i < options->n_only; i++)
    if (options->only[i] < n_rows)
      named[options->only[i]] = TRUE;
  while ((actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW)
    for (LsnRow at = actor; at != LSN_NO_ROW && !in_scope[actor]; at = parent_of (map, at))
      in_scope[actor] = options->only == NULL || named[at];
  return in_scope;
}

/* Whether an actor or a container of it is pinned. O(depth). */
gboolean
lsn_units_is_pinned (LsnMap *map,
                     LsnRow  actor)
{
  for (LsnRow at = actor; at != LSN_NO_ROW; at = parent_of (map, at))
    if (lsn_map_get_boolean (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PINNED) == 1)
      return TRUE;
  return FALSE;
}

/* An actor that has a place keeps it when it or a container of it is pinned, when it is out of scope, or when only those
 * without a place are to move. */
static gboolean
keeps_place (LsnMap                 *map,
             LsnRow                  actor,
             gboolean                in_scope,
             const LsnLayoutOptions *options)
{
  return !in_scope || options->new_only || lsn_units_is_pinned (map, actor);
}

static GArray *
drawn_actors (LsnMap *map)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnRow actor = LSN_NO_ROW;

  while ((actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor)) != LSN_NO_ROW)
    if (lsn_map_shown_as (map, actor) == actor)
      g_array_append_val (rows, actor);
  lsn_map_sort_by_id (map, LSN_TABLE_ACTORS, rows);
  return rows;
}

static void
add_unit (LsnUnits *units,
          LsnUnit   unit)
{
  unit.children = g_array_new (FALSE, FALSE, sizeof (guint));
  unit.ties = g_array_new (FALSE, FALSE, sizeof (LsnUnitTie));
  g_array_append_val (units->units, unit);
}

/* Containers are units also when they have no place: what is inside says where they are. */
static void
add_actor (LsnUnits               *units,
           LsnRow                  actor,
           gboolean                in_scope,
           const LsnLayoutOptions *options)
{
  LsnUnit unit = { .actor = actor };

  unit.is_container = lsn_map_is_container (units->map, actor) && !is_collapsed (units->map, actor);
  unit.has_place = get_place (units->map, actor, &unit.old_x, &unit.old_y);
  unit.is_fixed = unit.has_place && keeps_place (units->map, actor, in_scope, options);
  if (!unit.has_place && !in_scope && !unit.is_container)
    return;
  if (!unit.has_place && !in_scope)
    unit.is_fixed = TRUE;
  units->unit_of[actor] = units->units->len;
  add_unit (units, unit);
}

static void
find_parents (LsnUnits *units)
{
  for (guint i = 1; i < units->units->len; i++)
    {
      LsnRow parent = parent_of (units->map, lsn_units_get (units, i)->actor);

      lsn_units_get (units, i)->parent = parent == LSN_NO_ROW ? 0 : units->unit_of[parent];
      g_array_append_val (lsn_units_get (units, lsn_units_get (units, i)->parent)->children, i);
    }
}

static void
find_depths (LsnUnits *units,
             guint     container)
{
  LsnUnit *unit = lsn_units_get (units, container);

  units->max_depth = MAX (units->max_depth, unit->depth);
  for (guint i = 0; i < unit->children->len; i++)
    {
      LsnUnit *child = lsn_units_get (units, lsn_unit_child (unit, i));

      child->depth = unit->depth + 1;
      if (child->is_container)
        find_depths (units, lsn_unit_child (unit, i));
    }
}

static void
set_extents (LsnUnit          *unit,
             const LsnExtents *extents)
{
  unit->left = extents == NULL ? DEFAULT_REACH : MAX (extents->left, 1);
  unit->above = extents == NULL ? DEFAULT_REACH : MAX (extents->above, 1);
  unit->box = (LsnRect) { 0, 0, unit->left + (extents == NULL ? DEFAULT_REACH : MAX (extents->right, 1)),
                          unit->above + (extents == NULL ? DEFAULT_REACH : MAX (extents->below, 1)) };
  if (unit->has_place)
    unit->box = lsn_rect_moved (unit->box, unit->old_x - unit->left, unit->old_y - unit->above);
}

/* Extents of a frame are of the frame as it stands; by its title it is no wider than that, and no wider than its letters. */
static void
set_title (LsnMap           *map,
           LsnUnit          *unit,
           const LsnExtents *extents)
{
  const char *name = lsn_map_get_text (map, LSN_TABLE_ACTORS, unit->actor, LSN_ACTOR_NAME);
  double letters = LETTER_WIDTH * (name == NULL ? NAMELESS : g_utf8_strlen (name, -1));

  unit->min_width = 2 * LSN_FRAME_PADDING + MIN (TITLE_WIDTH, letters);
  if (extents != NULL)
    unit->min_width = MIN (unit->min_width, extents->left + extents->right);
}

static void
find_boxes (LsnUnits         *units,
            const LsnExtents *extents,
            guint             n_extents)
{
  g_autofree const LsnExtents **of_row = g_new0 (const LsnExtents *, units->n_rows);

  for (guint i = 0; i < n_extents; i++)
    if (extents[i].actor < units->n_rows)
      of_row[extents[i].actor] = &extents[i];
  for (guint i = 1; i < units->units->len; i++)
    {
      LsnUnit *unit = lsn_units_get (units, i);

      unit->box = LSN_EMPTY_RECT;
      if (unit->children->len == 0)
        {
          unit->is_container = FALSE;   /* all that is inside is without a place and out of scope */
          set_extents (unit, of_row[unit->actor]);
        }
      else
        set_title (units->map, unit, of_row[unit->actor]);
    }
}

/* What is fixed holds the containers around it, and gives them their first frames. */
static void
hold (LsnUnits *units,
      guint     container)
{
  LsnUnit *unit = lsn_units_get (units, container);

  unit->content = LSN_EMPTY_RECT;
  for (guint i = 0; i < unit->children->len; i++)
    {
      LsnUnit *child = lsn_units_get (units, lsn_unit_child (unit, i));

      if (child->is_container)
        hold (units, lsn_unit_child (unit, i));
      else
        child->is_held = child->is_fixed;
      if (child->is_held)
        unit->content = lsn_rect_union (unit->content, child->box);
    }
  unit->is_held = !lsn_rect_is_empty (unit->content);
  if (unit->is_held)
    unit->box = lsn_frame_around (unit->content, unit->min_width);
}

static void
add_tie (LsnUnits *units,
         guint     tail,
         guint     head)
{
  LsnUnitTie tie;

  while (tail != head && lsn_units_get (units, tail)->parent != lsn_units_get (units, head)->parent)
    if (lsn_units_get (units, tail)->depth > lsn_units_get (units, head)->depth)
      tail = lsn_units_get (units, tail)->parent;
    else if (lsn_units_get (units, tail)->depth < lsn_units_get (units, head)->depth)
      head = lsn_units_get (units, head)->parent;
    else
      {
        tail = lsn_units_get (units, tail)->parent;
        head = lsn_units_get (units, head)->parent;
      }
  if (tail == head)
    return;
  tie = (LsnUnitTie) { tail, head };
  g_array_append_val (lsn_units_get (units, lsn_units_get (units, tail)->parent)->ties, tie);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const LsnUnitTie *first = a, *second = b;

  if (first->tail != second->tail)
    return first->tail < second->tail ? -1 : 1;
  return first->head < second->head ? -1 : first->head > second->head;
}

/* Several ties between the same two count as one: in the order of units, so that the order of rows does not matter. */
static void
find_ties (LsnUnits *units)
{
  LsnRow tie = LSN_NO_ROW;

  while ((tie = lsn_map_next_row (units->map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW)
    {
      LsnRow source = lsn_map_get_reference (units->map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
      LsnRow target = lsn_map_get_reference (units->map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
      guint tail, head;

      if (source == LSN_NO_ROW || target == LSN_NO_ROW)
        continue;
      tail = units->unit_of[lsn_map_shown_as (units->map, source)];
      head = units->unit_of[lsn_map_shown_as (units->map, target)];
      if (tail != 0 && head != 0)
        add_tie (units, tail, head);
    }
  for (guint i = 0; i < units->units->len; i++)
    {
      GArray *ties = lsn_units_get (units, i)->ties;
      guint n = 0;

      g_array_sort (ties, compare_ties);
      for (guint j = 0; j < ties->len; j++)
        if (n == 0 || compare_ties (&g_array_index (ties, LsnUnitTie, n - 1), &g_array_index (ties, LsnUnitTie, j)) != 0)
          g_array_index (ties, LsnUnitTie, n++) = g_array_index (ties, LsnUnitTie, j);
      g_array_set_size (ties, n);
    }
}

/**
 * lsn_units_new:
 * @map: a snapshot
 * @options: what may move
 * @extents: sizes of actors
 * @n_extents: how many
 *
 * Cost: O(rows log rows).
 *
 * Returns: (transfer full): the units, each with its box, the fixed ones where they are
 */
LsnUnits *
lsn_units_new (LsnMap                 *map,
               const LsnLayoutOptions *options,
               const LsnExtents       *extents,
               guint                   n_extents)
{
  LsnUnits *units = g_new0 (LsnUnits, 1);
  g_autofree gboolean *in_scope = rows_in_scope (map, options);
  g_autoptr (GArray) rows = drawn_actors (map);

  units->map = g_object_ref (map);
  units->n_rows = lsn_map_max_row (map, LSN_TABLE_ACTORS) + 1;
  units->unit_of = g_new0 (guint, units->n_rows);
  units->units = g_array_new (FALSE, TRUE, sizeof (LsnUnit));
  add_unit (units, (LsnUnit) { .is_container = TRUE });
  for (guint i = 0; i < rows->len; i++)
    {
      LsnRow actor = g_array_index (rows, LsnRow, i);

      add_actor (units, actor, in_scope[actor], options);
    }
  find_parents (units);
  find_boxes (units, extents, n_extents);
  find_depths (units, 0);
  hold (units, 0);
  find_ties (units);
  return units;
}

void
lsn_units_free (LsnUnits *units)
{
  if (units == NULL)
    return;
  for (guint i = 0; i < units->units->len; i++)
    {
      g_array_unref (lsn_units_get (units, i)->children);
      g_array_unref (lsn_units_get (units, i)->ties);
    }
  g_array_unref (units->units);
  g_free (units->unit_of);
  g_object_unref (units->map);
  g_free (units);
}

/**
 * lsn_units_is_within:
 * @units: units
 * @unit: one of them
 * @container: another
 *
 * Returns: whether @unit is @container, or inside of it at any depth
 */
gboolean
lsn_units_is_within (LsnUnits *units,
                     guint     unit,
                     guint     container)
{
  while (unit != container && unit != 0)
    unit = lsn_units_get (units, unit)->parent;
  return unit == container;
}

/**
 * lsn_units_actor_bounds:
 * @units: units
 * @index: one of them
 * @dx: where the box of its parent begins, when that is not held
 * @dy: where the box of its parent begins, when that is not held
 *
 * Returns: what the actors cover that are inside of it, without frames
 */
LsnRect
lsn_units_actor_bounds (LsnUnits *units,
                        guint     index,
                        double    dx,
                        double    dy)
{
  LsnUnit *unit = lsn_units_get (units, index);
  gboolean local = unit->is_container && !unit->is_held && index != 0;
  LsnRect bounds = LSN_EMPTY_RECT;

  if (!unit->is_container)
    return lsn_rect_moved (unit->box, dx, dy);
  for (guint i = 0; i < unit->children->len; i++)
    bounds = lsn_rect_union (bounds, lsn_units_actor_bounds (units, lsn_unit_child (unit, i),
                                                             local ? dx + unit->box.x0 : dx,
                                                             local ? dy + unit->box.y0 : dy));
  return bounds;
}

/* What is inside of a collapsed container moves as it does; what has no place yet gets one around it. */
static void
move_inside (LsnUnits *units,
             GArray   *places,
             LsnRow    container,
             LsnPlace  new_place,
             double    dx,
             double    dy)
{
  guint n_new = 0;

  for (LsnRow child = lsn_map_next_child (units->map, container, LSN_NO_ROW); child != LSN_NO_ROW;
       child = lsn_map_next_child (units->map, container, child))
    {
      LsnPlace place = { .actor = child };

      if (get_place (units->map, child, &place.x, &place.y))
        {
          place.x += dx;
          place.y += dy;
        }
      else
        {
          place.x = new_place.x + 4 * DEFAULT_REACH * (n_new % 4);
          place.y = new_place.y + 4 * DEFAULT_REACH * (n_new / 4);
          n_new++;
        }
      if (lsn_map_get_boolean (units->map, LSN_TABLE_ACTORS, child, LSN_ACTOR_PINNED) != 1)
        g_array_append_val (places, place);
      move_inside (units, places, child, place, dx, dy);
    }
}

static void
add_places (LsnUnits *units,
            GArray   *places,
            guint     index,
            double    dx,
            double    dy)
{
  LsnUnit *unit = lsn_units_get (units, index);
  LsnPlace place = { .actor = unit->actor };

  if (unit->is_container)
    {
      gboolean local = !unit->is_held && index != 0;

      for (guint i = 0; i < unit->children->len; i++)
        add_places (units, places, lsn_unit_child (unit, i), local ? dx + unit->box.x0 : dx, local ? dy + unit->box.y0 : dy);
      place.x = lsn_rect_x (unit->box) + dx;
      place.y = lsn_rect_y (unit->box) + dy;
    }
  else
    {
      place.x = unit->box.x0 + unit->left + dx;
      place.y = unit->box.y0 + unit->above + dy;
    }
  if (index == 0 || unit->is_fixed)
    return;
  g_array_append_val (places, place);
  if (!unit->is_container)
    move_inside (units, places, unit->actor, place, unit->has_place ? place.x - unit->old_x : 0,
                 unit->has_place ? place.y - unit->old_y : 0);
}

/**
 * lsn_units_places:
 * @units: units whose boxes are where they shall be
 *
 * Returns: (transfer full) (element-type LsnPlace): the new places of all that move
 */
GArray *
lsn_units_places (LsnUnits *units)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LsnPlace));

  add_places (units, places, 0, 0, 0);
  return places;
}

/* A copy of the boxes of all, to go back to. Transfer full. */
LsnRect *
lsn_units_boxes (LsnUnits *units)
{
  LsnRect *boxes = g_new (LsnRect, units->units->len);

  for (guint i = 0; i < units->units->len; i++)
    boxes[i] = lsn_units_get (units, i)->box;
  return boxes;
}
