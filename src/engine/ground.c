/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/ground.h"

#include <math.h>

#include "model/geometry.h"

#define MAX_TRIES 3000      /* of one search */
#define MIN_TRIES 60        /* that one has also when all together have used up what they may */
#define TRIES_IN_ALL 600000
#define CELL 256.0
#define MAX_CELLS 4096 /* that a box is entered in; a larger one is kept in a list */

/* Whom the frames around a box may come over when they grow to hold it */
typedef enum
{
  OVER_NOBODY,
  OVER_FIXED,     /* only who is fixed, and other frames */
  OVER_EVERYBODY,
} Growth;

/* Obstacles are units that stand: fixed actors, and what was settled. Frames of held containers are asked one by one, as they
 * grow and are few. */
struct _LsnGround
{
  LsnUnits   *units;
  double      gap;
  GHashTable *cells;       /* of GArray of guint, by packed column and row */
  GArray     *all, *large; /* of guint: obstacles, and those of them that are in no cell */
  GArray     *frames;      /* of guint: held containers */
  LsnRect     bounds;
  Growth      growth;      /* of the search that is going on */
  guint       tries_left;  /* so that a hopeless map does not take for ever */
};

typedef struct
{
  LsnRect box;
  double  distance;        /* from the wish */
  guint   serial;
} Try;

typedef struct
{
  GArray     *heap;        /* of Try */
  GHashTable *seen;
  LsnRect     wish;
  guint       serial;
} Search;

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
  ground->bounds = LSN_EMPTY_RECT;
  ground->tries_left = TRIES_IN_ALL + 20 * units->units->len;
  for (guint i = 1; i < units->units->len; i++)
    {
      LsnUnit *unit = lsn_units_get (units, i);

      if (unit->is_held && unit->is_container)
        {
          g_array_append_val (ground->frames, i);
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
  g_free (ground);
}

/* Whether what stands at unit @index is in the way of @box, which is new where @old was: not when it was there before, or is
 * inside of @container, the frame that grows. */
static gboolean
is_in_way (LsnGround *ground,
           guint      index,
           LsnRect    box,
           LsnRect    old,
           guint      container)
{
  LsnRect there = lsn_units_get (ground->units, index)->box;

  if (container != 0 && ground->growth == OVER_FIXED && lsn_units_get (ground->units, index)->is_held)
    return FALSE;
  return lsn_rect_meets (there, box) && !lsn_rect_meets (there, old)
         && (container == 0 || !lsn_units_is_within (ground->units, index, container));
}

static gboolean
obstacle_in_list (LsnGround *ground,
                  GArray    *list,
                  LsnRect    box,
                  LsnRect    old,
                  guint      container,
                  LsnRect   *obstacle)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (is_in_way (ground, g_array_index (list, guint, i), box, old, container))
      {
        *obstacle = lsn_units_get (ground->units, g_array_index (list, guint, i))->box;
        return TRUE;
      }
  return FALSE;
}

/* An actor in the way of @box */
static gboolean
find_actor (LsnGround *ground,
            LsnRect    box,
            LsnRect    old,
            guint      container,
            LsnRect   *obstacle)
{
  if (obstacle_in_list (ground, ground->large, box, old, container, obstacle))
    return TRUE;
  if (is_large (box))
    return obstacle_in_list (ground, ground->all, box, old, container, obstacle);
  for (int row = cell_of (box.y0); row <= cell_of (box.y1); row++)
    for (int column = cell_of (box.x0); column <= cell_of (box.x1); column++)
      if (obstacle_in_list (ground, g_hash_table_lookup (ground->cells, cell_key (column, row)), box, old, container, obstacle))
        return TRUE;
  return FALSE;
}

/* A frame in the way of @box: of those that are not around @container; nor in it when @old is its frame and @box what that one
 * would grow to */
static gboolean
find_frame (LsnGround *ground,
            LsnRect    box,
            LsnRect    old,
            guint      container,
            LsnRect   *obstacle)
{
  for (guint i = 0; i < ground->frames->len; i++)
    {
      guint frame = g_array_index (ground->frames, guint, i);
      LsnRect there = lsn_units_get (ground->units, frame)->box;

      if (!lsn_rect_meets (there, box) || lsn_rect_meets (there, old)
          || lsn_units_is_within (ground->units, container, frame)
          || (!lsn_rect_is_empty (old) && lsn_units_is_within (ground->units, frame, container)))
        continue;
      *obstacle = there;
      return TRUE;
    }
  return FALSE;
}

/* The frames around would grow to hold @box: what would newly stand in one of them? */
static gboolean
find_enclosed (LsnGround *ground,
               LsnRect    box,
               guint      container,
               LsnRect   *obstacle)
{
  for (guint level = 1; container != 0; level++)
    {
      LsnUnit *unit = lsn_units_get (ground->units, container);
      LsnRect grown = lsn_frame_around (lsn_rect_union (unit->content, box), unit->min_width);

      if (find_actor (ground, grown, unit->box, container, obstacle)
          || (ground->growth == OVER_NOBODY && find_frame (ground, grown, unit->box, container, obstacle)))
        {
          *obstacle = lsn_rect_grown (*obstacle, level * LSN_FRAME_PADDING);   /* so far off its frame keeps off */
          obstacle->y1 += level * LSN_FRAME_TITLE_BAND;
          return TRUE;
        }
      box = grown;
      container = unit->parent;
    }
  return FALSE;
}

static gboolean
find_obstacle (LsnGround *ground,
               LsnRect    box,
               guint      container,
               LsnRect   *obstacle)
{
  LsnRect wide = lsn_rect_grown (box, ground->gap * 0.99);

  return find_actor (ground, wide, LSN_EMPTY_RECT, 0, obstacle)
         || find_frame (ground, wide, LSN_EMPTY_RECT, container, obstacle)
         || (ground->growth != OVER_EVERYBODY && find_enclosed (ground, box, container, obstacle));
}

static gboolean
comes_before (const Try *a,
              const Try *b)
{
  return a->distance < b->distance || (a->distance == b->distance && a->serial < b->serial);
}

static void
heap_push (GArray *heap,
           Try     new_try)
{
  guint i = heap->len;

  g_array_append_val (heap, new_try);
  while (i > 0 && comes_before (&new_try, &g_array_index (heap, Try, (i - 1) / 2)))
    {
      g_array_index (heap, Try, i) = g_array_index (heap, Try, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Try, i) = new_try;
}

static Try
heap_pop (GArray *heap)
{
  Try first = g_array_index (heap, Try, 0), last = g_array_index (heap, Try, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  while (2 * i + 1 < heap->len)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->len && comes_before (&g_array_index (heap, Try, child + 1), &g_array_index (heap, Try, child)))
        child++;
      if (!comes_before (&g_array_index (heap, Try, child), &last))
        break;
      g_array_index (heap, Try, i) = g_array_index (heap, Try, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Try, i) = last;
  return first;
}

static void
add_try (Search *search,
         double  x0,
         double  y0)
{
  LsnRect box = lsn_rect_moved (search->wish, x0 - search->wish.x0, y0 - search->wish.y0);
  gpointer key = cell_key (lround (CLAMP (x0 * 4, -2e9, 2e9)), lround (CLAMP (y0 * 4, -2e9, 2e9)));

  if (g_hash_table_add (search->seen, key))
    heap_push (search->heap, (Try) { box, hypot (x0 - search->wish.x0, y0 - search->wish.y0), search->serial++ });
}

/* Around an obstacle there are four ways. */
static void
add_ways_around (Search *search,
                 LsnRect box,
                 LsnRect obstacle,
                 double  gap)
{
  add_try (search, obstacle.x0 - gap - (box.x1 - box.x0), box.y0);
  add_try (search, obstacle.x1 + gap, box.y0);
  add_try (search, box.x0, obstacle.y0 - gap - (box.y1 - box.y0));
  add_try (search, box.x0, obstacle.y1 + gap);
}

/* Nearest first: what is in the way is gone around, on all sides, until a place is free. */
static gboolean
search_place (LsnGround *ground,
              guint      container,
              LsnRect    wish,
              Growth     growth,
              LsnRect   *place)
{
  Search search = { .heap = g_array_new (FALSE, FALSE, sizeof (Try)), .seen = g_hash_table_new (NULL, NULL), .wish = wish };
  guint max_tries = CLAMP (ground->tries_left, MIN_TRIES, MAX_TRIES), tries;
  gboolean found = FALSE;

  ground->growth = growth;
  add_try (&search, wish.x0, wish.y0);
  for (tries = 0; tries < max_tries && search.heap->len > 0 && !found; tries++)
    {
      LsnRect obstacle, box = heap_pop (search.heap).box;

      found = !find_obstacle (ground, box, container, &obstacle);
      if (found)
        *place = box;
      else
        add_ways_around (&search, box, obstacle, ground->gap);
    }
  ground->tries_left -= MIN (ground->tries_left, tries);
  g_array_unref (search.heap);
  g_hash_table_unref (search.seen);
  return found;
}

/* @wish, moved into @content as far as it goes */
static LsnRect
inside_of (LsnRect content,
           LsnRect wish)
{
  double x = CLAMP (lsn_rect_x (wish), content.x0, content.x1), y = CLAMP (lsn_rect_y (wish), content.y0, content.y1);

  return lsn_rect_moved (wish, x - lsn_rect_x (wish), y - lsn_rect_y (wish));
}

/**
 * lsn_ground_find:
 * @ground: the ground
 * @container: who will be around the box; 0 for nobody
 * @wish: a box where it would like to be
 *
 * The nearest place that is free: on no other, in no frame that is not around it, and so that no frame that is around it grows
 * over others. Where there is none of the last sort, frames may grow over who is fixed, in the last resort over anybody.
 * Cost: O(obstacles around), at most some thousand.
 *
 * Returns: @wish, moved
 */
LsnRect
lsn_ground_find (LsnGround *ground,
                 guint      container,
                 LsnRect    wish)
{
  LsnRect place;

  if (search_place (ground, container, wish, OVER_NOBODY, &place))
    return place;
  if (container != 0)
    {
      LsnRect inner = inside_of (lsn_units_get (ground->units, container)->content, wish);

      if (search_place (ground, container, inner, OVER_FIXED, &place)
          || search_place (ground, container, inner, OVER_EVERYBODY, &place))
        return place;
    }
  return lsn_rect_moved (wish, ground->bounds.x1 + ground->gap - wish.x0, 0);
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
 * lsn_ground_is_strange:
 * @ground: the ground
 * @unit: a unit that has settled
 *
 * Returns: whether it stands in a frame that it is not in
 */
gboolean
lsn_ground_is_strange (LsnGround *ground,
                       guint      unit)
{
  LsnRect obstacle;

  return find_frame (ground, lsn_units_get (ground->units, unit)->box, LSN_EMPTY_RECT,
                     lsn_units_get (ground->units, unit)->parent, &obstacle);
}
