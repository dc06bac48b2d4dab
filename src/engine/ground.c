/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/ground-private.h"

#include <math.h>

#include "engine/free-place.h"
#include "engine/growth.h"

#define CELL 256.0
#define MAX_CELLS 4096    /* that a box is entered in; a larger one is kept in a list */
#define FIRST_REACH 300.0 /* how far off a place is looked for first; then farther */
#define FARTHER 4
#define SHORT_REACH 900.0 /* farther than this, frames rather cross */
#define NARROW_GAP 1.0    /* where the whole gap is not to be had */
#define ROUNDING 0.02      /* what places may be off for being kept in hundredths */
#define WORK G_GUINT64_CONSTANT (150000000) /* of all searches: so that a hopeless map does not take for ever */
#define WORK_OF_ONE 8      /* to ask one obstacle, beside one rectangle on a line */
#define WORK_OF_GROWTH 400 /* to find out how a frame grows over one */
#define LAST_WORK 1000000  /* of one search when the work is used up */
#define MAX_LINES 200

/* What a place may cost others, the more the later it is tried */
typedef enum
{
  COST_NOTHING,
  COST_CROSSING,  /* frames cross, but nobody stands in a strange one */
  COST_MENDING,   /* a frame comes over a free actor, who will go elsewhere */
  COST_LEAST,     /* as few as possible stand in strange frames */
  COST_ANYTHING,  /* only nothing overlaps: when there is no more work to spend */
} Cost;

static gpointer
cell_key (int column,
          int row)
{
  return (gpointer) (gsize) (((guint64) (guint32) column << 32) | (guint32) row);
}

static int
cell_of (double at)
{
  return floor (CLAMP (at / CELL, -1e9, 1e9));
}

static gboolean
is_large (LsnRect box)
{
  return (box.x1 - box.x0) / CELL * ((box.y1 - box.y0) / CELL) > MAX_CELLS;
}

static void
add_obstacle (LsnGround *ground,
              guint      unit)
{
  LsnRect box = lsn_units_get (ground->units, unit)->box;

  ground->bounds = lsn_rect_union (ground->bounds, box);
  g_array_append_val (ground->all, unit);
  if (is_large (box))
    {
      g_array_append_val (ground->large, unit);
      return;
    }
  for (int row = cell_of (box.y0); row <= cell_of (box.y1); row++)
    for (int column = cell_of (box.x0); column <= cell_of (box.x1); column++)
      {
        gpointer key = cell_key (column, row);
        GArray *cell = g_hash_table_lookup (ground->cells, key);

        if (cell == NULL)
          g_hash_table_insert (ground->cells, key, cell = g_array_new (FALSE, FALSE, sizeof (guint)));
        g_array_append_val (cell, unit);
      }
}

/**
 * lsn_ground_new:
 * @units: units; must outlive the ground
 * @gap: what is to be free between two of them
 *
 * Returns: (transfer full): the ground with all that is fixed
 */
LsnGround *
lsn_ground_new (LsnUnits *units,
                double    gap)
{
  LsnGround *ground = g_new0 (LsnGround, 1);

  ground->units = units;
  ground->gap = gap;
  ground->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  ground->all = g_array_new (FALSE, FALSE, sizeof (guint));
  ground->large = g_array_new (FALSE, FALSE, sizeof (guint));
  ground->frames = g_array_new (FALSE, FALSE, sizeof (guint));
  ground->forbidden = g_array_new (FALSE, FALSE, sizeof (LsnForbidden));
  ground->seen_in = g_new0 (guint, units->units->len);
  ground->fixed = g_new0 (LsnRect, units->units->len);
  ground->bounds = LSN_EMPTY_RECT;
  ground->work_left = WORK;
  for (guint i = 1; i < units->units->len; i++)
    {
      LsnUnit *unit = lsn_units_get (units, i);

      if (unit->is_held && unit->is_container)
        {
          g_array_append_val (ground->frames, i);
          ground->fixed[i] = unit->box;
          ground->bounds = lsn_rect_union (ground->bounds, unit->box);
        }
      else if (unit->is_held)
        add_obstacle (ground, i);
    }
  return ground;
}

void
lsn_ground_free (LsnGround *ground)
{
  if (ground == NULL)
    return;
  g_hash_table_unref (ground->cells);
  g_array_unref (ground->all);
  g_array_unref (ground->large);
  g_array_unref (ground->frames);
  g_array_unref (ground->forbidden);
  g_free (ground->seen_in);
  g_free (ground->fixed);
  g_free (ground);
}

static void
meet_list (LsnGround *ground,
           GArray    *list,
           LsnRect    area,
           GArray    *found)
{
  ground->work_left -= MIN (ground->work_left, WORK_OF_ONE * (list == NULL ? 1 : list->len + 1));
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint unit = g_array_index (list, guint, i);

      if (ground->seen_in[unit] == ground->question || !lsn_rect_meets (lsn_units_get (ground->units, unit)->box, area))
        continue;
      ground->seen_in[unit] = ground->question;
      g_array_append_val (found, unit);
    }
}

/**
 * lsn_ground_obstacles:
 * @ground: the ground
 * @area: a rectangle
 *
 * Returns: (transfer full) (element-type guint): the obstacles that meet @area, each once
 */
GArray *
lsn_ground_obstacles (LsnGround *ground,
                      LsnRect    area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  ground->question++;
  if (is_large (area))
    {
      meet_list (ground, ground->all, area, found);
      return found;
    }
  meet_list (ground, ground->large, area, found);
  for (int row = cell_of (area.y0); row <= cell_of (area.y1); row++)
    for (int column = cell_of (area.x0); column <= cell_of (area.x1); column++)
      meet_list (ground, g_hash_table_lookup (ground->cells, cell_key (column, row)), area, found);
  return found;
}

static void
forbid (LsnGround *ground,
        LsnRect    ways,
        gboolean   is_hard)
{
  LsnForbidden forbidden = { ways, is_hard };

  if (ways.x0 < ways.x1 && ways.y0 < ways.y1)
    g_array_append_val (ground->forbidden, forbidden);
}

/* @wish must not be moved onto what stands at @there. */
static void
forbid_meeting (LsnGround *ground,
                LsnRect    wish,
                LsnRect    there,
                double     gap,
                gboolean   is_hard)
{
  forbid (ground, (LsnRect) { there.x0 - gap - wish.x1, there.y0 - gap - wish.y1, there.x1 + gap - wish.x0,
                              there.y1 + gap - wish.y0 }, is_hard);
}

static void
forbid_actors (LsnGround *ground,
               LsnRect    wish,
               double     reach,
               Cost       cost)
{
  double gap = cost <= COST_CROSSING ? ground->gap : NARROW_GAP;
  g_autoptr (GArray) actors = lsn_ground_obstacles (ground, lsn_rect_grown (wish, reach + gap));

  for (guint i = 0; i < actors->len; i++)
    forbid_meeting (ground, wish, lsn_units_get (ground->units, g_array_index (actors, guint, i))->box, gap, TRUE);
}

static void
forbid_frames (LsnGround *ground,
               guint      container,
               LsnRect    wish,
               double     reach,
               Cost       cost)
{
  double gap = cost == COST_NOTHING ? ground->gap : NARROW_GAP;
  LsnRect area = lsn_rect_grown (wish, reach + gap);

  for (guint i = 0; i < ground->frames->len; i++)
    {
      guint frame = g_array_index (ground->frames, guint, i);
      LsnRect there = lsn_units_get (ground->units, frame)->box;

      if (lsn_rect_meets (there, area) && !lsn_units_is_within (ground->units, container, frame))
        forbid_meeting (ground, wish, there, gap, FALSE);
    }
}

/* @there with the gap around it; with less when so much is not free now */
static LsnRect
kept_off (LsnRect there,
          LsnRect frame,
          double  gap)
{
  for (; gap >= ROUNDING; gap /= 4)
    if (!lsn_rect_meets (lsn_rect_grown (there, gap), frame))
      return lsn_rect_grown (there, gap);
  return there;
}

static gboolean
spend (LsnGround *ground,
       guint64    work)
{
  ground->work_left -= MIN (ground->work_left, work);
  return TRUE;
}

/* One frame around @container, or that of it, grows along: over whom it must not come */
static void
forbid_growing (LsnGround *ground,
                LsnGrowth *growth,
                double     reach,
                Cost       cost)
{
  LsnUnit *around = lsn_units_get (ground->units, growth->top);
  double gap = cost == COST_NOTHING ? ground->gap / 2 : NARROW_GAP;
  LsnRect area = lsn_rect_grown (lsn_growth_area (growth, reach), gap), ways;
  g_autoptr (GArray) actors = lsn_ground_obstacles (ground, area);

  for (guint i = 0; i < actors->len; i++)
    {
      guint index = g_array_index (actors, guint, i);
      LsnUnit *unit = lsn_units_get (ground->units, index);

      if (!lsn_rect_meets (unit->box, around->box) && !lsn_units_is_within (ground->units, index, growth->top)
          && (cost != COST_MENDING || unit->is_held)
          && spend (ground, WORK_OF_GROWTH) && lsn_growth_ways_over (growth, kept_off (unit->box, around->box, gap), &ways))
        forbid (ground, ways, FALSE);
    }
  for (guint i = 0; cost == COST_NOTHING && i < ground->frames->len; i++)
    {
      guint frame = g_array_index (ground->frames, guint, i);
      LsnRect there = lsn_units_get (ground->units, frame)->box;

      if (lsn_rect_meets (there, area) && !lsn_rect_meets (there, around->box)
          && !lsn_units_is_within (ground->units, growth->top, frame)
          && !lsn_units_is_within (ground->units, frame, growth->top)
          && lsn_growth_ways_over (growth, kept_off (there, around->box, gap), &ways))
        forbid (ground, ways, FALSE);
    }
}

/* All that is in the way of @wish, moved by up to @reach along each axis */
static void
forbid_all (LsnGround *ground,
            guint      container,
            LsnRect    wish,
            double     reach,
            Cost       cost)
{
  g_array_set_size (ground->forbidden, 0);
  forbid_actors (ground, wish, reach, cost);
  if (cost < COST_ANYTHING || container == 0)
    forbid_frames (ground, container, wish, reach, cost);
  for (guint top = container; top != 0 && cost < COST_ANYTHING; top = lsn_units_get (ground->units, top)->parent)
    {
      LsnGrowth growth = { ground->units, container, top, wish };

      forbid_growing (ground, &growth, reach, cost);
    }
}

/* Far enough to be beside everything */
static double
whole_reach (LsnGround *ground,
             LsnRect    wish)
{
  LsnRect all = lsn_rect_union (ground->bounds, wish);

  return (all.x1 - all.x0 + all.y1 - all.y0 + wish.x1 - wish.x0 + wish.y1 - wish.y0 + 4 * ground->gap) * 1.5;
}

static gboolean
find_place (LsnGround *ground,
            guint      container,
            LsnRect    wish,
            Cost       cost,
            double     max_reach,
            LsnRect   *box)
{
  guint64 last_work = LAST_WORK;
  LsnFreePlace place;

  for (double reach = MIN (FIRST_REACH, max_reach);; reach = MIN (reach * FARTHER, max_reach))
    {
      if (g_cancellable_is_cancelled (ground->units->cancellable))
        return FALSE;
      ground->n_searches++;
      forbid_all (ground, container, wish, reach, cost);
      if (lsn_free_place_find (ground->forbidden, reach, cost < COST_ANYTHING ? &ground->work_left : &last_work,
                               ground->units->cancellable, &place))
        {
          *box = lsn_rect_moved (wish, place.x, place.y);
          return TRUE;
        }
      if (reach >= max_reach || (ground->work_left == 0 && cost < COST_ANYTHING))
        return FALSE;
    }
}

/* @wish, moved into @content as far as it goes */
static LsnRect
inside_of (LsnRect content,
           LsnRect wish)
{
  double x = CLAMP (lsn_rect_x (wish), content.x0, content.x1), y = CLAMP (lsn_rect_y (wish), content.y0, content.y1);

  return lsn_rect_moved (wish, x - lsn_rect_x (wish), y - lsn_rect_y (wish));
}

static LsnRect
least_bad_place (LsnGround *ground,
                 guint      container,
                 LsnRect    wish)
{
  LsnFreePlace place;
  LsnRect box;

  if (ground->work_left == 0 && find_place (ground, container, wish, COST_ANYTHING, whole_reach (ground, wish), &box))
    return box;
  if (container != 0 && ground->work_left > 0)
    {
      wish = inside_of (lsn_units_get (ground->units, container)->content, wish);
      forbid_all (ground, container, wish, whole_reach (ground, wish), COST_LEAST);
      if (lsn_free_place_cheapest (ground->forbidden, MAX_LINES, ground->units->cancellable, &place))
        return lsn_rect_moved (wish, place.x, place.y);
    }
  return lsn_rect_moved (wish, ground->bounds.x1 + ground->gap - wish.x0, 0);
}

/**
 * lsn_ground_find:
 * @ground: the ground
 * @container: who will be around the box; 0 for nobody
 * @wish: a box where it would like to be
 *
 * The nearest place that is free: on no other, in no frame that is not around it, and so that no frame that is around it grows
 * over others. Where what is fixed leaves no such place, frames may come over free ones, who then have to go (see
 * lsn_ground_strangers ()), and in the last resort it is the place where the fewest stand in strange frames. Nothing ever
 * overlaps. Cost: O(obstacles around * those nearer than the place).
 *
 * @harms: (out) (optional): whether somebody now stands in a strange frame on account of this place
 *
 * Returns: @wish, moved
 */
LsnRect
lsn_ground_find (LsnGround *ground,
                 guint      container,
                 LsnRect    wish,
                 gboolean  *harms)
{
  double whole = whole_reach (ground, wish);
  LsnRect place;

  if (harms != NULL)
    *harms = ground->work_left == 0;
  if (ground->work_left == 0)
    return least_bad_place (ground, container, wish);
  if (find_place (ground, container, wish, COST_NOTHING, MIN (SHORT_REACH, whole), &place)
      || find_place (ground, container, wish, COST_CROSSING, whole, &place))
    return place;
  if (harms != NULL)
    *harms = TRUE;
  if (container != 0 && find_place (ground, container, wish, COST_MENDING, whole, &place))
    return place;
  return least_bad_place (ground, container, wish);
}

/* All ways that lead out of @content */
static void
forbid_leaving (LsnGround *ground,
                LsnRect    content,
                LsnRect    wish)
{
  forbid (ground, (LsnRect) { -INFINITY, -INFINITY, content.x0 - wish.x0, INFINITY }, TRUE);
  forbid (ground, (LsnRect) { content.x1 - wish.x1, -INFINITY, INFINITY, INFINITY }, TRUE);
  forbid (ground, (LsnRect) { -INFINITY, -INFINITY, INFINITY, content.y0 - wish.y0 }, TRUE);
  forbid (ground, (LsnRect) { -INFINITY, content.y1 - wish.y1, INFINITY, INFINITY }, TRUE);
}

/**
 * lsn_ground_find_within:
 * @ground: the ground
 * @container: who is around the box
 * @wish: a box where it would like to be
 * @place: (out): @wish, moved
 *
 * The nearest free place at which no frame has to grow, so that nobody else is harmed whatever stands where.
 *
 * Returns: whether there is one
 */
gboolean
lsn_ground_find_within (LsnGround *ground,
                        guint      container,
                        LsnRect    wish,
                        LsnRect   *place)
{
  LsnRect content = lsn_units_get (ground->units, container)->content, inside = inside_of (content, wish);
  double reach = MAX (content.x1 - content.x0, content.y1 - content.y0);
  LsnFreePlace found;

  if (content.x1 - content.x0 < wish.x1 - wish.x0 || content.y1 - content.y0 < wish.y1 - wish.y0)
    return FALSE;
  g_array_set_size (ground->forbidden, 0);
  forbid_actors (ground, inside, reach, COST_CROSSING);
  forbid_frames (ground, container, inside, reach, COST_CROSSING);
  forbid_leaving (ground, content, inside);
  ground->n_searches++;
  if (!lsn_free_place_find (ground->forbidden, reach, &ground->work_left, ground->units->cancellable, &found))
    return FALSE;
  *place = lsn_rect_moved (inside, found.x, found.y);
  return TRUE;
}

/**
 * lsn_ground_is_exhausted:
 * @ground: the ground
 *
 * Returns: whether so much work has been done that nothing more should be made better
 */
gboolean
lsn_ground_is_exhausted (LsnGround *ground)
{
  return ground->work_left == 0;
}

/**
 * lsn_ground_n_searches:
 * @ground: the ground
 *
 * Returns: how often it was looked for a place so far, a wider look counting anew
 */
guint
lsn_ground_n_searches (LsnGround *ground)
{
  return ground->n_searches;
}

/* The frames around a unit that has settled grow to hold it. */
static void
grow_frames (LsnGround *ground,
             guint      unit)
{
  LsnRect box = lsn_units_get (ground->units, unit)->box;
  guint container = lsn_units_get (ground->units, unit)->parent;

  for (; container != 0; container = lsn_units_get (ground->units, container)->parent)
    {
      LsnUnit *around = lsn_units_get (ground->units, container);

      around->content = lsn_rect_union (around->content, box);
      around->box = box = lsn_frame_around (around->content, around->min_width);
      ground->bounds = lsn_rect_union (ground->bounds, box);
    }
}

/**
 * lsn_ground_settle:
 * @ground: the ground
 * @unit: a unit whose box is where it shall stay
 *
 * From now on it is in the way of others.
 */
void
lsn_ground_settle (LsnGround *ground,
                   guint      unit)
{
  add_obstacle (ground, unit);
  grow_frames (ground, unit);
}

/**
 * lsn_ground_lift:
 * @ground: the ground
 * @unit: a unit that has settled and is not held
 *
 * Takes it away, and makes the frames around it as small as they were without it. Only when all inside of these has settled.
 */
void
lsn_ground_lift (LsnGround *ground,
                 guint      unit)
{
  guint container = lsn_units_get (ground->units, unit)->parent;

  lsn_units_get (ground->units, unit)->box = LSN_EMPTY_RECT;
  for (; container != 0; container = lsn_units_get (ground->units, container)->parent)
    {
      LsnUnit *around = lsn_units_get (ground->units, container);

      around->content = LSN_EMPTY_RECT;
      for (guint i = 0; i < around->children->len; i++)
        around->content = lsn_rect_union (around->content, lsn_units_get (ground->units, lsn_unit_child (around, i))->box);
      around->box = lsn_frame_around (around->content, around->min_width);
    }
}
