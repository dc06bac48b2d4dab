/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/routes.h"
#include <stdlib.h>
#include "scene/clip.h"
#include "scene/grid.h"

/* Above so many ties no way is sought around other actors: such a picture is a mass of lines anyway. */
#define MAX_AVOIDING 3000
#define FAN_STEP 26.0

void
lsn_routes_finish (LsnRoutes *routes)
{
  g_clear_pointer (&routes->routes, g_free);
  g_clear_pointer (&routes->by_tie, g_free);
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

  if (from == LSN_NO_SPOT || to == LSN_NO_SPOT)
    return FALSE;
  /* what is inside a collapsed container is not shown */
  if (from == to && (source != target || stage->spots[from].row != source))
    return FALSE;

  *route = (LsnRoute) { .tie = tie, .from = from, .to = to, .loop = from == to };
  route->mergeable = stage->spots[from].look.closed || stage->spots[to].look.closed;
  route->kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  route->line.count = 1;
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
  BY (from);
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

  return a->tie < b->tie ? -1 : a->tie > b->tie;
}

/* Those of one pair beside one another; routes are big, so pointers to them are sorted. */
static void
sort_by_pair (LsnRoutes *routes)
{
  g_autofree LsnRoute **order = g_new (LsnRoute *, MAX (1, routes->n_routes));
  LsnRoute *sorted = g_new (LsnRoute, MAX (1, routes->n_routes));

  for (guint i = 0; i < routes->n_routes; i++)
    order[i] = &routes->routes[i];
  qsort (order, routes->n_routes, sizeof *order, compare_routes);
  for (guint i = 0; i < routes->n_routes; i++)
    sorted[i] = *order[i];
  g_free (routes->routes);
  routes->routes = sorted;
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

/* Back into the order of the ties, and the table by tie from names of ties to numbers of routes. */
static void
sort_by_tie (LsnRoutes *routes)
{
  guint *own = g_new (guint, routes->n_ties), n = 0;
  LsnRoute *sorted = g_new (LsnRoute, MAX (1, routes->n_routes));

  for (guint i = 0; i < routes->n_ties; i++)
    own[i] = G_MAXUINT;
  for (guint i = 0; i < routes->n_routes; i++)
    own[routes->routes[i].tie] = i;
  for (guint i = 0; i < routes->n_ties; i++)
    if (own[i] != G_MAXUINT)
      {
        sorted[n] = routes->routes[own[i]];
        own[i] = n++;
      }
  for (guint i = 0; i < routes->n_ties; i++)
    if (routes->by_tie[i] != G_MAXUINT)
      own[i] = own[routes->by_tie[i]];
  g_free (routes->by_tie);
  g_free (routes->routes);
  routes->by_tie = own;
  routes->routes = sorted;
}

/* A line should not run through a frame that neither of its ends stands in, least of all through its title. */
static double
cost_of_frame (LsnStage       *stage,
               const LsnRoute *route,
               const LsnCurve *curve,
               guint           frame)
{
  const LsnSpot *spot = &stage->spots[frame];
  LsnBox title = { spot->body.x, spot->body.y, spot->name->width + 28.0, 32.0 };
  double cost = lsn_curve_meets_box (curve, &title) ? 12.0 : 0.0;

  if (lsn_spot_holds (stage, frame, route->from) || lsn_spot_holds (stage, frame, route->to))
    return cost;

  return lsn_curve_meets_box (curve, &spot->body) ? cost + 24.0 : cost;
}

/* What stands in the way: bodies of third actors, and their names below them. */
static double
obstruction (LsnStage       *stage,
             const LsnRoute *route,
             const LsnCurve *curve,
             LsnGrid        *bodies,
             GArray         *found)
{
  double cost = 0.0;

  lsn_grid_find (bodies, lsn_curve_box (curve), found);
  for (guint i = 0; i < found->len; i++)
    {
      guint number = g_array_index (found, guint32, i);
      const LsnSpot *spot = &stage->spots[number];
      double near;

      if (number == route->from || number == route->to)
        continue;
      if (spot->is_frame)
        {
          cost += cost_of_frame (stage, route, curve, number);
          continue;
        }
      near = lsn_curve_distance (curve, spot->centre) - lsn_body_outer (&spot->look);
      if (near < 9.0)
        cost += 100.0 + 4.0 * (9.0 - MAX (near, -30.0));
      else if (lsn_curve_meets_box (curve, &spot->reach))
        cost += 12.0;
    }

  return cost;
}

/* The slightest bend that keeps a line clear of actors that it does not join. Only what is seen of the line counts: what stands
 * in a container is not in the way of a line that ends at its frame. */
static double
best_bend (LsnStage       *stage,
           const LsnRoute *route,
           LsnGrid        *bodies,
           GArray         *found)
{
  static const double tries[] = { 0.0, 0.06, -0.06, 0.12, -0.12, 0.19, -0.19, 0.27, -0.27, 0.36, -0.36 };
  LsnPoint a = stage->spots[route->from].centre, b = stage->spots[route->to].centre;
  double length = lsn_distance (a, b), best = INFINITY, bend = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      LsnCurve curve = lsn_clip_curve (stage, route->from, route->to, tries[i] * length);
      double cost = obstruction (stage, route, &curve, bodies, found) + 60.0 * fabs (tries[i]);

      if (cost < best - 1e-9)
        {
          best = cost;
          bend = tries[i] * length;
        }
      if (i == 0 && cost == 0.0)
        break;
    }

  return bend;
}

static LsnGrid *
grid_of_bodies (LsnStage *stage)
{
  LsnBox bounds = LSN_EMPTY_BOX;
  LsnGrid *grid;

  for (guint i = 0; i < stage->n_spots; i++)
    bounds = lsn_box_union (bounds, stage->spots[i].reach);
  grid = lsn_grid_new (bounds, stage->n_spots);
  for (guint i = 0; i < stage->n_spots; i++)
    lsn_grid_add (grid, i, lsn_box_grow (stage->spots[i].reach, 10.0));

  return grid;
}

/* Ties of one pair lie beside one another; each knows its side by the pair's order, not by its own direction. */
static void
fan_out (LsnStage *stage,
         LsnRoute *routes,
         guint     n_routes,
         double    bend)
{
  double length = lsn_distance (stage->spots[routes[0].from].centre, stage->spots[routes[0].to].centre);
  double step = MIN (FAN_STEP, 0.8 * MAX (length, 60.0) / n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      double offset = bend + (i - (n_routes - 1) / 2.0) * step;
      gboolean turned = routes[i].from > routes[i].to;

      if (routes[i].loop)
        routes[i].curve = lsn_loop_curve (&stage->spots[routes[i].from], i);
      else
        routes[i].curve = lsn_clip_curve (stage, routes[i].from, routes[i].to, turned ? -offset : offset);
    }
}

void
lsn_routes_find (LsnRoutes  *routes,
                 LsnStage   *stage,
                 GHashTable *touching)
{
  g_autoptr (LsnGrid) bodies = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint end;

  collect (routes, stage, touching);
  sort_by_pair (routes);
  merge (routes, stage);
  if (lsn_map_n_rows (stage->map, LSN_TABLE_TIES) <= MAX_AVOIDING)
    bodies = grid_of_bodies (stage);

  for (guint i = 0; i < routes->n_routes; i = end)
    {
      LsnRoute *first = &routes->routes[i];
      guint low = MIN (first->from, first->to), high = MAX (first->from, first->to);
      LsnRoute way = { .from = low, .to = high };

      for (end = i + 1; end < routes->n_routes; end++)
        if (MIN (routes->routes[end].from, routes->routes[end].to) != low ||
            MAX (routes->routes[end].from, routes->routes[end].to) != high)
          break;
      fan_out (stage, first, end - i,
               bodies != NULL && low != high ? best_bend (stage, &way, bodies, found) : 0.0);
    }
  sort_by_tie (routes);
}
