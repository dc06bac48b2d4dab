/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/routes.h"
#include <stdlib.h>
#include <string.h>
#include "scene/around.h"
#include "scene/bends.h"
#include "scene/clip.h"
#include "scene/detour.h"

/* Above so many ties no way is sought around other actors. A line that looks for one takes 20 µs where actors stand close, so
 * this takes 0.2 s in a worker; with 10,000 actors and 50,000 ties it took 1.0 s instead of 0.1, for lines that nobody can tell
 * from one another. */
#define MAX_AVOIDING 10000
#define FAN_STEP 26.0
#define IN_LINE 0.06 /* units beside for each unit along at which two ties look like one */
#define AROUND_CLEARANCE 8.0
#define AROUND_STEP 9.0

void
lsn_routes_finish (LsnRoutes *routes)
{
  for (guint i = 0; i < routes->n_routes; i++)
    {
      lsn_way_clear (&routes->routes[i].way);
      g_free (routes->routes[i].bends);
    }
  g_clear_pointer (&routes->routes, g_free);
  g_clear_pointer (&routes->by_tie, g_free);
}

/* What a tie says, or else the map. */
static const char *
choice_of (LsnMap   *map,
           LsnRow    tie,
           LsnColumn column,
           LsnColumn of_map)
{
  const char *own = lsn_map_get_text (map, LSN_TABLE_TIES, tie, column);

  return own != NULL ? own : lsn_map_get_text (map, LSN_TABLE_MAP, lsn_map_the_row (map), of_map);
}

static void
read_routing (LsnMap   *map,
              LsnRoute *route)
{
  const char *way = choice_of (map, route->tie, LSN_TIE_ROUTE, LSN_MAP_ROUTE);
  const char *form = choice_of (map, route->tie, LSN_TIE_FORM, LSN_MAP_FORM);

  route->routing = g_strcmp0 (way, "around") == 0 ? LSN_ROUTING_AROUND
                   : g_strcmp0 (way, "direct") == 0 ? LSN_ROUTING_DIRECT
                                                    : LSN_ROUTING_SLIGHT;
  route->angular = g_strcmp0 (form, "angular") == 0;
}

/* What was bent for its own ends means nothing between those that stand for them. Bends go with what is dragged when both ends
 * do. */
static void
read_bends (LsnStage *stage,
            LsnRoute *route,
            LsnRow    source,
            LsnRow    target)
{
  const char *text = lsn_map_get_text (stage->map, LSN_TABLE_TIES, route->tie, LSN_TIE_BENDS);
  GArray *points;
  gboolean moves;

  if (text == NULL || stage->spots[route->from].row != source || stage->spots[route->to].row != target)
    return;
  points = lsn_points_parse (text);
  if (points == NULL)
    return;

  moves = stage->moved != NULL && g_hash_table_contains (stage->moved, GUINT_TO_POINTER (source)) &&
          g_hash_table_contains (stage->moved, GUINT_TO_POINTER (target));
  route->n_bends = points->len;
  route->bends = (LsnPoint *) (gpointer) g_array_free (points, FALSE);
  for (guint i = 0; moves && i < route->n_bends; i++)
    route->bends[i] = (LsnPoint) { route->bends[i].x + stage->by.x, route->bends[i].y + stage->by.y }
  ;
}

static gboolean
make_route (LsnStage *stage,
            LsnRow    tie,
            LsnRoute *route)
{
  LsnMap *map = stage->map;
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  guint from = source != LSN_NO_ROW ? lsn_stage_shown (stage, source) : LSN_NO_SPOT;
  guint to = target != LSN_NO_ROW ? lsn_stage_shown (stage, target) : LSN_NO_SPOT;

  if (from == LSN_NO_SPOT || to == LSN_NO_SPOT ||
      (stage->shown_by != NULL && lsn_scene_hides (stage->shown_by, LSN_TABLE_TIES, tie)))
    return FALSE;
  /* what is inside a collapsed container is not shown */
  if (from == to && (source != target || stage->spots[from].row != source))
    return FALSE;

  *route = (LsnRoute) { .tie = tie, .id = lsn_map_row_id (map, LSN_TABLE_TIES, tie), .from = from, .to = to,
                        .loop = from == to };
  route->is_turned = strcmp (lsn_map_row_id (map, LSN_TABLE_ACTORS, stage->spots[from].row),
                             lsn_map_row_id (map, LSN_TABLE_ACTORS, stage->spots[to].row)) > 0;
  route->mergeable = stage->spots[from].look.closed || stage->spots[to].look.closed;
  route->kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  route->line.count = 1;
  read_routing (map, route);
  read_bends (stage, route, source, target);
  lsn_looks_tie (stage->looks, tie, &route->line.look);

  return TRUE;
}

static void
take (LsnRoutes *routes,
      LsnStage  *stage,
      LsnRow     tie,
      guint     *room)
{
  if (routes->n_routes == *room)
    {
      *room = MAX (64, *room * 2);
      routes->routes = g_renew (LsnRoute, routes->routes, *room);
    }
  if (make_route (stage, tie, &routes->routes[routes->n_routes]))
    routes->n_routes++;
}

static void
collect_touching (LsnRoutes  *routes,
                  LsnStage   *stage,
                  GHashTable *touching)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer actor;
  guint room = 0;

  g_hash_table_iter_init (&iter, touching);
  while (g_hash_table_iter_next (&iter, &actor, NULL))
    for (LsnRow tie = LSN_NO_ROW;
         (tie = lsn_map_next_tie (stage->map, GPOINTER_TO_UINT (actor), tie)) != LSN_NO_ROW;)
      if (g_hash_table_add (seen, GUINT_TO_POINTER (tie)))
        take (routes, stage, tie, &room);
}

static void
collect (LsnRoutes  *routes,
         LsnStage   *stage,
         GHashTable *touching)
{
  guint room = 0;

  if (touching != NULL)
    collect_touching (routes, stage, touching);
  else
    for (LsnRow tie = LSN_NO_ROW; (tie = lsn_map_next_row (stage->map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW;)
      take (routes, stage, tie, &room);
}

/* What two ties must share to be drawn as one. */
static int
compare_merging (const LsnRoute *a,
                 const LsnRoute *b)
{
#define BY(member) if (a->member != b->member) return a->member < b->member ? -1 : 1
  BY (mergeable);
  if (!a->mergeable)
    return 0;
  BY (is_turned);
  BY (kind);
  BY (line.look.head_at_target);
  BY (line.look.head_at_source);
  BY (line.look.covert);
  BY (line.look.status);
#undef BY

  return 0;
}

static int
compare_routes (const void *one,
                const void *other)
{
  const LsnRoute *a = *(const LsnRoute *const *) one, *b = *(const LsnRoute *const *) other;
  guint a_low = MIN (a->from, a->to), a_high = MAX (a->from, a->to);
  guint b_low = MIN (b->from, b->to), b_high = MAX (b->from, b->to);
  int merging;

  if (a_low != b_low)
    return a_low < b_low ? -1 : 1;
  if (a_high != b_high)
    return a_high < b_high ? -1 : 1;
  merging = compare_merging (a, b);
  if (merging != 0)
    return merging;

  return strcmp (a->id, b->id);
}

/* Routes are big, so pointers to them are sorted. */
static void
sort (LsnRoutes *routes,
      int (*compare)(const void *, const void *))
{
  g_autofree LsnRoute **order = g_new (LsnRoute *, MAX (1, routes->n_routes));
  LsnRoute *sorted = g_new (LsnRoute, MAX (1, routes->n_routes));

  for (guint i = 0; i < routes->n_routes; i++)
    order[i] = &routes->routes[i];
  qsort (order, routes->n_routes, sizeof *order, compare);
  for (guint i = 0; i < routes->n_routes; i++)
    sorted[i] = *order[i];
  g_free (routes->routes);
  routes->routes = sorted;
}

static void
forget_bends (LsnRoute *route)
{
  g_clear_pointer (&route->bends, g_free);
  route->n_bends = 0;
}

/* Ties of hidden actors that say the same become one line; each is counted in one line only. */
static void
merge (LsnRoutes *routes,
       LsnStage  *stage)
{
  guint kept = 0;
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (LsnRow[2]));

  for (guint i = 0; i < routes->n_routes; i++)
    {
      LsnRoute *route = &routes->routes[i], *last = kept > 0 ? &routes->routes[kept - 1] : NULL;

      if (last != NULL && route->mergeable && last->mergeable && last->from == route->from && last->to == route->to &&
          compare_merging (last, route) == 0)
        {
          LsnRow pair[2] = { route->tie, last->tie };

          forget_bends (last);
          forget_bends (route);
          last->line.count++;
          last->line.look.width = MAX (last->line.look.width, route->line.look.width);
          lsn_looks_trace (stage->looks)->summed = TRUE;
          g_array_append_val (merged, pair);
        }
      else
        routes->routes[kept++] = *route;
    }
  routes->n_routes = kept;

  /* the table by tie: those merged away first name the tie that stands for them */
  routes->n_ties = lsn_map_max_row (stage->map, LSN_TABLE_TIES) + 1;
  routes->by_tie = g_new (guint, routes->n_ties);
  for (guint i = 0; i < routes->n_ties; i++)
    routes->by_tie[i] = G_MAXUINT;
  for (guint i = 0; i < merged->len; i++)
    {
      const LsnRow *pair = (const LsnRow *) (gconstpointer) (merged->data + i * sizeof (LsnRow[2]));

      routes->by_tie[pair[0]] = pair[1];
    }
  g_array_unref (merged);
}

static int
compare_ids (const void *one,
             const void *other)
{
  return strcmp ((*(const LsnRoute *const *) one)->id, (*(const LsnRoute *const *) other)->id);
}

/* Into the order of the ids of the ties, which outlasts a file, and the table by tie from names of ties to numbers of routes. */
static void
sort_by_tie (LsnRoutes *routes)
{
  guint *own = g_new (guint, routes->n_ties);

  sort (routes, compare_ids);
  for (guint i = 0; i < routes->n_ties; i++)
    own[i] = G_MAXUINT;
  for (guint i = 0; i < routes->n_routes; i++)
    own[routes->routes[i].tie] = i;
  for (guint i = 0; i < routes->n_ties; i++)
    if (routes->by_tie[i] != G_MAXUINT)
      own[i] = own[routes->by_tie[i]];
  g_free (routes->by_tie);
  routes->by_tie = own;
}

/* What finds ways past others; each is made when it is first asked for. */
typedef struct
{
  LsnStage  *stage;
  LsnDetour *detour;
  LsnAround *around;
  GArray    *bends;   /* of LsnPoint */
  GHashTable *inside; /* of count_inside() */
  gboolean   asks;    /* whether there are few enough ties */
} Ways;

static double
slight_bend (Ways           *ways,
             const LsnRoute *route)
{
  if (!ways->asks || route->loop)
    return 0.0;
  if (ways->detour == NULL)
    ways->detour = lsn_detour_new (ways->stage);

  return lsn_detour_bend (ways->detour, route->is_turned ? route->to : route->from, route->is_turned ? route->from : route->to);
}

/* The @nth of a pair keeps so much further off the others that they lie beside one another. */
static gboolean
go_around (Ways     *ways,
           LsnRoute *route,
           guint     nth)
{
  if (!ways->asks || route->loop)
    return FALSE;
  if (ways->around == NULL)
    ways->around = lsn_around_new (ways->stage);
  if (!lsn_around_find (ways->around, route->from, route->to, AROUND_CLEARANCE + AROUND_STEP * nth, ways->bends) ||
      ways->bends->len == 0)
    return FALSE;

  route->way = lsn_bends_way (ways->stage, route->from, route->to, (const LsnPoint *) (gpointer) ways->bends->data,
                              ways->bends->len, route->angular ? LSN_FORM_ANGULAR : LSN_FORM_ROUNDED);

  return TRUE;
}

/* ---- ties to a frame beside those to what stands in it ---- */

/* The end of a tie that stays, and a frame around the other end. */
static guint64
key_of (guint stays,
        guint frame)
{
  return (guint64) stays << 32 | frame;
}

static gboolean
is_in_line (LsnStage *stage,
            guint     stays,
            guint     inside,
            guint     frame)
{
  LsnPoint from = stage->spots[stays].centre, to = stage->spots[frame].centre, at = stage->spots[inside].centre;
  double length = lsn_distance (from, to);
  double along = length > 0.0 ? ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length : 0.0;
  double across = length > 0.0 ? ((at.x - from.x) * (to.y - from.y) - (at.y - from.y) * (to.x - from.x)) / length : 0.0;

  return along > 0.0 && fabs (across) <= IN_LINE * along;
}

static void
note_inside (GHashTable *inside,
             LsnStage   *stage,
             guint       stays,
             guint       end)
{
  for (guint frame = stage->spots[end].parent; frame != LSN_NO_SPOT; frame = stage->spots[frame].parent)
    if (stage->spots[frame].is_frame && frame != stays && !lsn_spot_holds (stage, frame, stays) &&
        is_in_line (stage, stays, end, frame))
      {
        guint64 key = key_of (stays, frame);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (inside, &key));

        g_hash_table_insert (inside, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
      }
}

/* Of each spot and each frame, by key_of(): how many ties of the one end in the other, in line with its middle. */
static GHashTable *
count_inside (LsnRoutes *routes,
              LsnStage  *stage)
{
  GHashTable *inside = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < routes->n_routes; i++)
    {
      const LsnRoute *route = &routes->routes[i];

      if (route->loop || route->n_bends > 0)
        continue;
      note_inside (inside, stage, route->from, route->to);
      note_inside (inside, stage, route->to, route->from);
    }
  return inside;
}

static guint
n_inside (Ways           *ways,
          const LsnRoute *route)
{
  guint64 one = key_of (route->from, route->to), other = key_of (route->to, route->from);

  return GPOINTER_TO_UINT (g_hash_table_lookup (ways->inside, &one)) +
         GPOINTER_TO_UINT (g_hash_table_lookup (ways->inside, &other));
}

/* Ties of one pair lie beside one another; each knows its side by the pair's order, not by its own direction. Those that were
 * bent by hand lie where they were put. */
static void
fan_out (Ways     *ways,
         LsnRoute *routes,
         guint     n_routes)
{
  LsnStage *stage = ways->stage;
  double length = lsn_distance (stage->spots[routes[0].from].centre, stage->spots[routes[0].to].centre);
  guint n_free = 0, nth = 0, n_beside;
  double step, slight = NAN;

  for (guint i = 0; i < n_routes; i++)
    n_free += routes[i].n_bends == 0;
  n_beside = n_free > 0 ? n_inside (ways, &routes[0]) : 0;
  step = MIN (FAN_STEP, 0.8 * MAX (length, 60.0) / MAX (1, n_free + n_beside));

  for (guint i = 0; i < n_routes; i++)
    {
      LsnRoute *route = &routes[i];
      double offset = (nth - (n_free - 1) / 2.0 + (n_beside > 0 ? (n_free + n_beside) / 2.0 : 0.0)) * step;

      if (route->n_bends > 0)
        {
          route->way = lsn_bends_way (stage, route->from, route->to, route->bends, route->n_bends,
                                      route->angular ? LSN_FORM_ANGULAR : LSN_FORM_SMOOTH);
          continue;
        }
      nth++;
      if (route->loop)
        route->way = lsn_way_of (lsn_loop_curve (&stage->spots[route->from], nth - 1));
      else if (route->routing != LSN_ROUTING_AROUND || !go_around (ways, route, nth - 1))
        {
          if (route->routing != LSN_ROUTING_DIRECT && isnan (slight))
            slight = slight_bend (ways, route);
          offset += route->routing != LSN_ROUTING_DIRECT ? slight : 0.0;
          route->way = lsn_way_of (lsn_clip_curve (stage, route->from, route->to, route->is_turned ? -offset : offset));
        }
    }
}

void
lsn_routes_find (LsnRoutes  *routes,
                 LsnStage   *stage,
                 GHashTable *touching)
{
  g_autoptr (GArray) bends = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  g_autoptr (GHashTable) inside = NULL;
  Ways ways = { .stage = stage, .bends = bends };
  guint end;

  collect (routes, stage, touching);
  sort (routes, compare_routes); /* those of one pair beside one another */
  merge (routes, stage);
  ways.asks = routes->n_routes <= MAX_AVOIDING;
  ways.inside = inside = count_inside (routes, stage);

  for (guint i = 0; i < routes->n_routes; i = end)
    {
      LsnRoute *first = &routes->routes[i];
      guint low = MIN (first->from, first->to), high = MAX (first->from, first->to);

      for (end = i + 1; end < routes->n_routes; end++)
        if (MIN (routes->routes[end].from, routes->routes[end].to) != low ||
            MAX (routes->routes[end].from, routes->routes[end].to) != high)
          break;
      fan_out (&ways, first, end - i);
    }
  g_clear_pointer (&ways.detour, lsn_detour_free);
  g_clear_pointer (&ways.around, lsn_around_free);
  sort_by_tie (routes);
}

LsnWay
lsn_routes_way (LsnStage       *stage,
                LsnRow          tie,
                guint           from,
                guint           to,
                const LsnPoint *bends,
                guint           n_bends)
{
  LsnRoute route = { .tie = tie };

  read_routing (stage->map, &route);
  if (n_bends > 0)
    return lsn_bends_way (stage, from, to, bends, n_bends, route.angular ? LSN_FORM_ANGULAR : LSN_FORM_SMOOTH);
  if (from == to)
    return lsn_way_of (lsn_loop_curve (&stage->spots[from], 0));

  return lsn_way_of (lsn_clip_curve (stage, from, to, 0.0));
}
