/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/layout-levels.h"

#include <math.h>

#include "engine/closer.h"
#include "engine/ground.h"
#include "engine/layout-part.h"
#include "engine/mend.h"
#include "engine/packing.h"

#define GAP 16.0        /* between two actors */
#define MAX_NATURAL 2000 /* members of a part that is laid out once more, without pins, for the lengths of its ties */
#define PART_GAP 56.0   /* between parts that no tie joins */

struct _LsnLevels
{
  LsnUnits  *units;
  char      *engine;
  guint32    seed;
  guint      depth;       /* of the containers whose insides come next, from 1; 0 when all are done */
  GPtrArray *parts;       /* of LsnPart: of this depth, in the order of containers */
  LsnGround *ground;      /* NULL when nothing is held */
  GArray    *natural;     /* of LsnNaturalTie */
  LsnRect   *wishes;      /* by unit: where the free ones would like to be when something is held */
  guint     *scratch;     /* a number per unit */
};

/**
 * lsn_levels_new:
 * @units: units; must outlive the levels
 * @engine: a word of the catalogue
 * @seed: where chance begins
 *
 * Returns: (transfer full): free it with lsn_levels_free ()
 */
LsnLevels *
lsn_levels_new (LsnUnits   *units,
                const char *engine,
                guint32     seed)
{
  LsnLevels *levels = g_new0 (LsnLevels, 1);

  levels->units = units;
  levels->engine = g_strdup (engine);
  levels->seed = seed;
  levels->depth = units->max_depth + 1;
  levels->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_part_free);
  levels->scratch = g_new0 (guint, units->units->len);
  levels->natural = g_array_new (FALSE, FALSE, sizeof (LsnNaturalTie));
  levels->wishes = g_new0 (LsnRect, units->units->len);
  if (lsn_units_get (units, 0)->is_held)
    levels->ground = lsn_ground_new (units, GAP);
  return levels;
}

void
lsn_levels_free (LsnLevels *levels)
{
  if (levels == NULL)
    return;
  g_free (levels->engine);
  g_ptr_array_unref (levels->parts);
  g_free (levels->scratch);
  g_free (levels->wishes);
  g_array_unref (levels->natural);
  lsn_ground_free (levels->ground);
  g_free (levels);
}

static guint
root_of (guint *leader,
         guint  unit)
{
  while (leader[unit] != unit)
    unit = leader[unit] = leader[leader[unit]];
  return unit;
}

static void
join_tied (LsnLevels *levels,
           LsnUnit   *container)
{
  for (guint i = 0; i < container->children->len; i++)
    levels->scratch[lsn_unit_child (container, i)] = lsn_unit_child (container, i);
  for (guint i = 0; i < container->ties->len; i++)
    {
      LsnUnitTie tie = g_array_index (container->ties, LsnUnitTie, i);
      guint first = root_of (levels->scratch, tie.tail), second = root_of (levels->scratch, tie.head);

      levels->scratch[MAX (first, second)] = MIN (first, second);
    }
}

/* The parts of a container that have something to move, each in the order of its first unit. */
static void
add_parts (LsnLevels *levels,
           guint      index)
{
  LsnUnit *container = lsn_units_get (levels->units, index);
  g_autoptr (GHashTable) part_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  join_tied (levels, container);
  for (guint i = 0; i < container->children->len; i++)
    {
      guint child = lsn_unit_child (container, i);
      gpointer leader = GUINT_TO_POINTER (root_of (levels->scratch, child));
      LsnPart *part = g_hash_table_lookup (part_of, leader);

      if (part == NULL)
        {
          g_hash_table_insert (part_of, leader, part = lsn_part_new (index));
          g_ptr_array_add (parts, part);
        }
      g_array_append_val (part->members, child);
      part->has_held |= lsn_units_get (levels->units, child)->is_held;
    }
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (levels->parts, g_ptr_array_index (parts, i));
}

static gboolean
something_moves (LsnLevels *levels,
                 LsnPart   *part)
{
  for (guint i = 0; i < part->members->len; i++)
    if (!lsn_units_get (levels->units, g_array_index (part->members, guint, i))->is_held)
      return TRUE;
  return FALSE;
}

/**
 * lsn_levels_next:
 * @levels: levels
 *
 * Goes one level up.
 *
 * Returns: (transfer full) (nullable): what the engine has to lay out there, maybe nothing; lsn_levels_take () when it has.
 *   %NULL when all levels are done
 */
LsnLayoutRequest *
lsn_levels_next (LsnLevels *levels)
{
  LsnLayoutRequest *request;

  if (levels->depth == 0)
    return NULL;
  levels->depth--;
  g_ptr_array_set_size (levels->parts, 0);
  for (guint i = 0; i < levels->units->units->len; i++)
    if (lsn_units_get (levels->units, i)->is_container && lsn_units_get (levels->units, i)->depth == levels->depth)
      add_parts (levels, i);

  request = lsn_layout_request_new (levels->engine, levels->seed);
  for (guint i = 0; i < levels->parts->len; i++)
    {
      LsnPart *part = g_ptr_array_index (levels->parts, i);

      if (part->members->len < 2 || !something_moves (levels, part))
        continue;
      g_ptr_array_add (request->graphs, lsn_part_to_graph (part, levels->units, levels->scratch));
      if (part->has_held && part->members->len <= MAX_NATURAL)
        g_ptr_array_add (request->graphs, lsn_part_to_natural (part, levels->units));
    }
  return request;
}

static gboolean
is_cancelled (LsnLevels *levels)
{
  return g_cancellable_is_cancelled (levels->units->cancellable);
}

/* Where the actors stood */
static LsnRect
old_bounds (LsnLevels *levels)
{
  LsnRect bounds = LSN_EMPTY_RECT;

  for (guint i = 1; i < levels->units->units->len; i++)
    {
      LsnUnit *unit = lsn_units_get (levels->units, i);

      if (unit->has_place && !unit->is_container)
        bounds = lsn_rect_union (bounds, lsn_rect_moved (unit->box, unit->old_x - unit->left - unit->box.x0,
                                                         unit->old_y - unit->above - unit->box.y0));
    }
  return bounds;
}

/* The middle of all actors stays where it was, rounded, so that laying out again does not make the map wander. */
static void
move_to_old_middle (LsnLevels *levels,
                    LsnPart  **parts,
                    guint      n_parts)
{
  LsnRect old = old_bounds (levels), new_bounds = lsn_units_actor_bounds (levels->units, 0, 0, 0);
  double x = lsn_rect_is_empty (old) ? 0 : round (lsn_rect_x (old) / 10) * 10;
  double y = lsn_rect_is_empty (old) ? 0 : round (lsn_rect_y (old) / 10) * 10;

  for (guint i = 0; i < n_parts; i++)
    lsn_part_move (parts[i], levels->units, x - lsn_rect_x (new_bounds), y - lsn_rect_y (new_bounds));
}

/* Nothing is held: the parts are packed, and the container gets its frame around them. */
static void
finish_free (LsnLevels *levels,
             guint      index,
             LsnPart  **parts,
             guint      n_parts)
{
  LsnUnit *container = lsn_units_get (levels->units, index);
  g_autofree LsnRect *boxes = g_new (LsnRect, n_parts), *packed = NULL;
  LsnRect bounds;
  double dx = 0, dy = 0;

  for (guint i = 0; i < n_parts; i++)
    boxes[i] = lsn_part_spread (parts[i], levels->units, levels->engine, GAP);
  packed = g_memdup2 (boxes, n_parts * sizeof *boxes);
  bounds = lsn_pack_boxes (packed, n_parts, PART_GAP);
  if (index != 0)
    {
      container->box = lsn_frame_around (bounds, container->min_width);
      dx = -container->box.x0;
      dy = -container->box.y0;
      container->box = lsn_rect_moved (container->box, dx, dy);
    }
  for (guint i = 0; i < n_parts; i++)
    lsn_part_move (parts[i], levels->units, packed[i].x0 - boxes[i].x0 + dx, packed[i].y0 - boxes[i].y0 + dy);
  if (index == 0)
    move_to_old_middle (levels, parts, n_parts);
}

/* A part that no tie joins to anything held: it stays about where it was, or goes into the middle of what is there. */
static void
settle_free_part (LsnLevels *levels,
                  LsnPart   *part)
{
  LsnRect box = lsn_part_spread (part, levels->units, levels->engine, GAP), wish, place;
  LsnUnit *container = lsn_units_get (levels->units, part->container);
  double x = 0, y = 0;
  gboolean all_stood = TRUE;

  for (guint i = 0; i < part->members->len; i++)
    {
      LsnUnit *unit = lsn_units_get (levels->units, g_array_index (part->members, guint, i));

      all_stood = all_stood && unit->has_place;
      x += unit->old_x / part->members->len;
      y += unit->old_y / part->members->len;
    }
  if (!all_stood)
    {
      x = lsn_rect_x (container->content);
      y = lsn_rect_y (container->content);
    }
  wish = lsn_rect_moved (box, x - lsn_rect_x (box), y - lsn_rect_y (box));
  place = lsn_ground_find (levels->ground, part->container, wish, NULL);
  lsn_part_move (part, levels->units, place.x0 - box.x0, place.y0 - box.y0);
  for (guint i = 0; i < part->members->len; i++)
    {
      guint index = g_array_index (part->members, guint, i);

      levels->wishes[index] = lsn_units_get (levels->units, index)->box;
      lsn_ground_settle (levels->ground, index);
    }
}

static void
settle_held_part (LsnLevels *levels,
                  LsnPart   *part)
{
  if (part->graph == NULL)
    return;
  lsn_part_fit (part, levels->units, levels->engine, GAP, levels->natural);
  for (guint i = 0; i < part->members->len && !is_cancelled (levels); i++)
    {
      guint index = g_array_index (part->members, guint, i);
      LsnUnit *unit = lsn_units_get (levels->units, index);

      if (unit->is_held)
        continue;
      levels->wishes[index] = unit->box;
      unit->box = lsn_ground_find (levels->ground, part->container, unit->box, NULL);
      lsn_ground_settle (levels->ground, index);
    }
}

static void
finish_held (LsnLevels *levels,
             LsnPart  **parts,
             guint      n_parts)
{
  for (guint i = 0; i < n_parts && !is_cancelled (levels); i++)
    if (parts[i]->has_held)
      settle_held_part (levels, parts[i]);
  for (guint i = 0; i < n_parts && !is_cancelled (levels); i++)
    if (!parts[i]->has_held)
      settle_free_part (levels, parts[i]);
}

/**
 * lsn_levels_take:
 * @levels: levels
 * @cancellable: (nullable): ends it soon; the levels are of no use then
 *
 * Takes what the engine made of the graphs of the last request, which must still be there, and puts the units of this level on
 * their places.
 */
void
lsn_levels_take (LsnLevels    *levels,
                 GCancellable *cancellable)
{
  LsnPart **parts = (LsnPart **) levels->parts->pdata;
  guint n_parts = 1;

  levels->units->cancellable = cancellable;
  for (guint i = 0; i < levels->parts->len && !g_cancellable_is_cancelled (cancellable); i += n_parts)
    {
      guint container = parts[i]->container;

      for (n_parts = 1; i + n_parts < levels->parts->len && parts[i + n_parts]->container == container;)
        n_parts++;
      if (lsn_units_get (levels->units, container)->is_held)
        finish_held (levels, parts + i, n_parts);
      else
        finish_free (levels, container, parts + i, n_parts);
    }
  if (levels->depth == 0 && levels->ground != NULL && !is_cancelled (levels))
    {
      lsn_mend (levels->units, levels->ground, levels->wishes);
      lsn_mend_one_by_one (levels->units, levels->ground, levels->wishes);
      lsn_come_closer (levels->units, levels->ground, levels->natural, levels->wishes);
    }
}

/**
 * lsn_levels_is_done:
 * @levels: levels, of which lsn_levels_take () has taken what there was
 *
 * Returns: whether that was the last level
 */
gboolean
lsn_levels_is_done (LsnLevels *levels)
{
  return levels->depth == 0;
}

/**
 * lsn_levels_n_searches:
 * @levels: levels
 *
 * Returns: how often it was looked for a place beside what is fixed
 */
guint
lsn_levels_n_searches (LsnLevels *levels)
{
  return levels->ground == NULL ? 0 : lsn_ground_n_searches (levels->ground);
}
