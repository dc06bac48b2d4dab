/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "engine/layout-part.h"

#include <math.h>
#include <string.h>

#include "engine/align.h"
#include "engine/closer.h"
#include "engine/overlap.h"

#define TIE_GAP 90.0      /* what is free between two boxes that a tie joins, so that its line and label can be seen */
#define MAX_SCALE 1.8     /* a layout is widened so far to free it of overlaps; the rest is pushed */
#define MAX_CROWD 0.4     /* of the ground may be covered by boxes */
#define LARGE 2.5         /* times the average is a large box */
#define GOLDEN_ANGLE 2.399963

LsnPart *
lsn_part_new (guint container)
{
  LsnPart *part = g_new0 (LsnPart, 1);

  part->container = container;
  part->members = g_array_new (FALSE, FALSE, sizeof (guint));
  return part;
}

void
lsn_part_free (LsnPart *part)
{
  g_array_unref (part->members);
  g_free (part->target_x);
  g_free (part->target_y);
  g_free (part);
}

static LsnUnit *
member (LsnPart  *part,
        LsnUnits *units,
        guint     i)
{
  return lsn_units_get (units, g_array_index (part->members, guint, i));
}

/* The ties of the container that are between members of the part */
static void
fill_edges (LsnPart     *part,
            LsnUnits    *units,
            const guint *index_of,
            GArray      *edges)
{
  GArray *ties = lsn_units_get (units, part->container)->ties;

  for (guint i = 0; i < part->members->len; i++)
    {
      guint unit = g_array_index (part->members, guint, i), low = 0, high = ties->len;

      while (low < high)   /* the ties are sorted by their tail */
        {
          guint middle = (low + high) / 2;

          if (g_array_index (ties, LsnUnitTie, middle).tail < unit)
            low = middle + 1;
          else
            high = middle;
        }
      for (; low < ties->len && g_array_index (ties, LsnUnitTie, low).tail == unit; low++)
        {
          LsnUnitTie edge = { i, index_of[g_array_index (ties, LsnUnitTie, low).head] };

          g_array_append_val (edges, edge);
        }
    }
}

/**
 * lsn_part_to_graph:
 * @part: a part of at least two members
 * @units: its units, with their boxes
 * @index_of: room for a number per unit
 *
 * Returns: (transfer full): what an engine is to lay out; the part keeps a pointer to it
 */
LsnFlatGraph *
lsn_part_to_graph (LsnPart  *part,
                   LsnUnits *units,
                   guint    *index_of)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (LsnUnitTie));
  guint n = part->members->len;

  for (guint i = 0; i < n; i++)
    index_of[g_array_index (part->members, guint, i)] = i;
  fill_edges (part, units, index_of, edges);
  part->graph = lsn_flat_graph_new (n, edges->len);
  part->graph->length = TIE_GAP;
  for (guint i = 0; i < n; i++)
    {
      LsnUnit *unit = member (part, units, i);

      part->graph->width[i] = unit->box.x1 - unit->box.x0;
      part->graph->height[i] = unit->box.y1 - unit->box.y0;
      part->graph->fixed[i] = unit->is_held;
      part->graph->x[i] = unit->is_held ? lsn_rect_x (unit->box) : 0;
      part->graph->y[i] = unit->is_held ? lsn_rect_y (unit->box) : 0;
    }
  for (guint i = 0; i < edges->len; i++)
    {
      part->graph->tail[i] = g_array_index (edges, LsnUnitTie, i).tail;
      part->graph->head[i] = g_array_index (edges, LsnUnitTie, i).head;
    }
  if (part->has_held)
    {
      part->target_x = g_memdup2 (part->graph->x, n * sizeof (double));
      part->target_y = g_memdup2 (part->graph->y, n * sizeof (double));
    }
  return part->graph;
}

/* About what the inside of a container takes up by itself */
static double
natural_area (LsnUnits *units,
              LsnUnit  *unit)
{
  double area = 0;

  if (!unit->is_container)
    return (unit->box.x1 - unit->box.x0 + TIE_GAP) * (unit->box.y1 - unit->box.y0 + TIE_GAP);
  for (guint i = 0; i < unit->children->len; i++)
    area += natural_area (units, lsn_units_get (units, lsn_unit_child (unit, i)));
  return area;
}

/**
 * lsn_part_to_natural:
 * @part: a part of which something is held, after lsn_part_to_graph ()
 * @units: its units
 *
 * Returns: (transfer full): its graph as it would be if nothing were held; the part keeps a pointer to it
 */
LsnFlatGraph *
lsn_part_to_natural (LsnPart  *part,
                     LsnUnits *units)
{
  const LsnFlatGraph *graph = part->graph;
  LsnFlatGraph *natural = lsn_flat_graph_new (graph->n_nodes, graph->n_edges);

  natural->length = graph->length;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      gboolean is_open = member (part, units, i)->is_container && member (part, units, i)->is_held;
      double side = is_open ? sqrt (natural_area (units, member (part, units, i))) : 0;

      natural->width[i] = is_open ? side : graph->width[i];
      natural->height[i] = is_open ? side : graph->height[i];
    }
  memcpy (natural->tail, graph->tail, graph->n_edges * sizeof *graph->tail);
  memcpy (natural->head, graph->head, graph->n_edges * sizeof *graph->head);
  return part->natural = natural;
}

static LsnRect
box_at (const LsnFlatGraph *graph,
        guint               node)
{
  double x = graph->x[node], y = graph->y[node], width = graph->width[node], height = graph->height[node];

  return (LsnRect) { x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static LsnRect *
boxes_of (const LsnFlatGraph *graph,
          double              scale)
{
  LsnRect *boxes = g_new (LsnRect, graph->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    boxes[i] = lsn_rect_moved (box_at (graph, i), graph->x[i] * (scale - 1), graph->y[i] * (scale - 1));
  return boxes;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
take_median (GArray *values)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static double
distance (const LsnFlatGraph *graph,
          guint               a,
          guint               b)
{
  return hypot (graph->x[a] - graph->x[b], graph->y[a] - graph->y[b]);
}

/* What an edge should be long, from centre to centre */
static double
wanted_distance (const LsnFlatGraph *graph,
                 guint               a,
                 guint               b)
{
  return graph->length + (graph->width[a] + graph->height[a] + graph->width[b] + graph->height[b]) / 4;
}

static double
wanted_length (const LsnFlatGraph *graph,
               guint               edge)
{
  return wanted_distance (graph, graph->tail[edge], graph->head[edge]);
}

/* The scale that makes the median edge as long as wanted, and leaves room between the boxes */
static double
natural_scale (const LsnFlatGraph *graph)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  LsnRect bounds = LSN_EMPTY_RECT;
  double covered = 0, area, scale;

  for (guint i = 0; i < graph->n_edges; i++)
    {
      double ratio = wanted_length (graph, i) / MAX (distance (graph, graph->tail[i], graph->head[i]), 1e-3);

      g_array_append_val (ratios, ratio);
    }
  scale = CLAMP (take_median (ratios), 0.05, 100);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      bounds = lsn_rect_union (bounds, box_at (graph, i));
      covered += graph->width[i] * graph->height[i];
    }
  area = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0);
  if (area > 1)
    scale = MAX (scale, sqrt (covered / MAX_CROWD / area));
  return CLAMP (scale, 0.05, 100);
}

/* A container among actors: widening everything for its sake would leave the actors lost. */
static gboolean
has_large_box (const LsnFlatGraph *graph)
{
  double sum = 0, largest = 0;

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      sum += graph->width[i] + graph->height[i];
      largest = MAX (largest, graph->width[i] + graph->height[i]);
    }
  return largest > LARGE * sum / graph->n_nodes;
}

/* Hierarchy knows sizes and has its own distances. Circle does too, but takes every node for as large as the largest. */
static double
first_scale (const LsnFlatGraph *graph,
             const char         *engine)
{
  double scale;

  if (g_str_equal (engine, "dot"))
    return 1;
  scale = natural_scale (graph);
  return g_str_equal (engine, "circo") ? MIN (scale, 1) : scale;
}

/* How much wider the whole may become to free it of overlaps. A circle widened is still a circle. */
static double
max_scale (const LsnFlatGraph *graph,
           const char         *engine)
{
  if (g_str_equal (engine, "circo") || g_str_equal (engine, "twopi"))
    return MAX_SCALE;
  return has_large_box (graph) ? 1.1 : MAX_SCALE;
}

/* The scale that a layout has by itself: what is held has no part in it. */
static double
own_scale (const LsnFlatGraph *graph,
           const char         *engine,
           double              gap)
{
  double scale = first_scale (graph, engine);
  g_autofree LsnRect *boxes = boxes_of (graph, scale);

  return scale * lsn_overlap_scale (boxes, graph->n_nodes, gap, max_scale (graph, engine));
}

static void
set_boxes (LsnPart       *part,
           LsnUnits      *units,
           const LsnRect *boxes)
{
  for (guint i = 0; i < part->members->len; i++)
    if (!member (part, units, i)->is_held)
      member (part, units, i)->box = boxes[i];
}

/**
 * lsn_part_spread:
 * @part: a part of which nothing is held, laid out
 * @units: its units; those of the part get their boxes, none on another
 * @engine: what laid it out
 * @gap: what shall be free between two boxes
 *
 * Returns: what the part covers
 */
LsnRect
lsn_part_spread (LsnPart    *part,
                 LsnUnits   *units,
                 const char *engine,
                 double      gap)
{
  LsnRect bounds = LSN_EMPTY_RECT;
  g_autofree LsnRect *boxes = NULL;
  double scale;

  if (part->graph == NULL)
    return member (part, units, 0)->box;
  scale = own_scale (part->graph, engine, gap);
  do
    {
      g_free (boxes);
      boxes = boxes_of (part->graph, scale);
      scale *= 1.2;
    }
  while (!lsn_overlap_remove (boxes, NULL, part->graph->n_nodes, gap, units->cancellable)
         && !g_cancellable_is_cancelled (units->cancellable));
  set_boxes (part, units, boxes);
  for (guint i = 0; i < part->members->len; i++)
    bounds = lsn_rect_union (bounds, boxes[i]);
  return bounds;
}

/* The median distance of free nodes from fixed neighbours, as a multiple of what it should be */
static double
median_to_fixed (const LsnFlatGraph *graph)
{
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < graph->n_edges; i++)
    if (graph->fixed[graph->tail[i]] != graph->fixed[graph->head[i]])
      {
        double ratio = distance (graph, graph->tail[i], graph->head[i]) / wanted_length (graph, i);

        g_array_append_val (ratios, ratio);
      }
  return take_median (ratios);
}

/* Of the fixed neighbours of a node: the one beside which it is nearest to all of them. Where it is now hardly counts. */
static guint
middle_neighbour (const LsnFlatGraph *graph,
                  GArray             *neighbours,
                  guint               node)
{
  guint best = G_MAXUINT;
  double best_sum = G_MAXDOUBLE;

  for (guint i = 0; i < neighbours->len; i++)
    {
      double sum = neighbours->len * wanted_distance (graph, node, g_array_index (neighbours, guint, i))
                   + distance (graph, node, g_array_index (neighbours, guint, i)) * 1e-3;

      for (guint j = 0; j < neighbours->len; j++)
        sum += distance (graph, g_array_index (neighbours, guint, i), g_array_index (neighbours, guint, j));
      if (sum < best_sum)
        {
          best_sum = sum;
          best = g_array_index (neighbours, guint, i);
        }
    }
  return best;
}

static GPtrArray *
fixed_neighbours (const LsnFlatGraph *graph)
{
  GPtrArray *neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < graph->n_nodes; i++)
    g_ptr_array_add (neighbours, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < graph->n_edges; i++)
    {
      guint tail = graph->tail[i], head = graph->head[i];

      if (graph->fixed[head] && !graph->fixed[tail])
        g_array_append_val (g_ptr_array_index (neighbours, tail), head);
      if (graph->fixed[tail] && !graph->fixed[head])
        g_array_append_val (g_ptr_array_index (neighbours, head), tail);
    }
  return neighbours;
}

/* Where the fixed nodes stand further apart than an engine would have put them, it cannot bring the free ones near to them:
 * those that are far from their fixed neighbours go beside the middle one of these, and the rest follows. */
static void
pull (LsnFlatGraph *graph,
      double        ratio)
{
  g_autoptr (GPtrArray) neighbours = fixed_neighbours (graph);
  g_autofree double *x = g_memdup2 (graph->x, graph->n_nodes * sizeof *x), *y = g_memdup2 (graph->y, graph->n_nodes * sizeof *y);

  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint middle = middle_neighbour (graph, g_ptr_array_index (neighbours, i), i);
      double far, near, angle;

      if (middle == G_MAXUINT)
        continue;
      far = distance (graph, i, middle);
      near = CLAMP (0.5 * ratio, 0.85, 2) * wanted_distance (graph, i, middle);
      if (far <= near)
        continue;
      angle = far > 0 ? atan2 (graph->y[i] - graph->y[middle], graph->x[i] - graph->x[middle]) : i * GOLDEN_ANGLE;
      x[i] = graph->x[middle] + near * cos (angle);
      y[i] = graph->y[middle] + near * sin (angle);
      graph->fixed[i] = TRUE;   /* for the others, which follow */
    }
  lsn_align_bend (graph, x, y);
}

static void
scale_by (LsnFlatGraph *graph,
          double        scale)
{
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      graph->x[i] *= scale;
      graph->y[i] *= scale;
    }
}

/* How long the ties would be if nothing were held */
static void
note_natural (LsnPart    *part,
              LsnUnits   *units,
              const char *engine,
              double      gap,
              GArray     *natural)
{
  LsnFlatGraph *graph = part->natural;
  g_autofree LsnRect *boxes = boxes_of (graph, own_scale (graph, engine, gap));

  lsn_overlap_remove (boxes, NULL, graph->n_nodes, gap, units->cancellable);
  for (guint i = 0; i < graph->n_edges; i++)
    {
      guint tail = graph->tail[i], head = graph->head[i];
      LsnNaturalTie tie = { g_array_index (part->members, guint, tail), g_array_index (part->members, guint, head),
                            hypot (lsn_rect_x (boxes[tail]) - lsn_rect_x (boxes[head]),
                                   lsn_rect_y (boxes[tail]) - lsn_rect_y (boxes[head])) };

      g_array_append_val (natural, tie);
      tie = (LsnNaturalTie) { tie.head, tie.tail, tie.length };
      g_array_append_val (natural, tie);
    }
}

/**
 * lsn_part_fit:
 * @part: a part of which something is held, laid out
 * @units: its units; the free ones of the part get boxes where they would like to be
 * @engine: what laid it out
 * @gap: what shall be free between two boxes
 * @natural: (element-type LsnNaturalTie): gets how long the ties of the part are when nothing is held
 *
 * Brings what an engine made to what is held, which most engines do not know of. What is held does not move.
 */
void
lsn_part_fit (LsnPart    *part,
              LsnUnits   *units,
              const char *engine,
              double      gap,
              GArray     *natural)
{
  LsnFlatGraph *graph = part->graph;
  gboolean knows_pins = g_str_equal (engine, "neato") || g_str_equal (engine, "fdp");
  double ratio = 1;
  g_autofree LsnRect *boxes = NULL;
  g_autofree gboolean *held = g_new (gboolean, graph->n_nodes);

  for (guint i = 0; i < graph->n_nodes; i++)
    held[i] = graph->fixed[i];
  if (part->natural != NULL)
    note_natural (part, units, engine, gap, natural);
  if (!knows_pins)
    {
      scale_by (graph, own_scale (graph, engine, gap));
      ratio = median_to_fixed (graph);
    }
  lsn_align_fit (graph, part->target_x, part->target_y,
                 knows_pins ? LSN_ALIGN_MOVE : g_str_equal (engine, "dot") ? LSN_ALIGN_MIRROR : LSN_ALIGN_TURN);
  lsn_align_bend (graph, part->target_x, part->target_y);
  if (median_to_fixed (graph) > 1.05 * ratio)
    pull (graph, ratio);
  boxes = boxes_of (graph, 1);
  lsn_overlap_remove (boxes, held, graph->n_nodes, gap, units->cancellable);
  set_boxes (part, units, boxes);
}

void
lsn_part_move (LsnPart  *part,
               LsnUnits *units,
               double    dx,
               double    dy)
{
  for (guint i = 0; i < part->members->len; i++)
    member (part, units, i)->box = lsn_rect_moved (member (part, units, i)->box, dx, dy);
}
