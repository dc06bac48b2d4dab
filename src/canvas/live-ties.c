/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/live-ties.h"

#include <math.h>

#include "canvas/marks.h"

#define TOLERANCE    1.0  /* pixels by which a stroke may miss the curve that it is a part of */
#define MAX_STROKES  3000 /* per frame; what is more is seen when the drag rests */
#define LEAST_WIDTH  1.0  /* pixels; what is thinner is paler instead */

typedef struct
{
  LsnPoint from, to;
  double   from_follows, to_follows; /* how much of a movement each end takes part in: 1 at what is dragged, 0 at what stays */
  double   width;                    /* units */
  GdkRGBA  colour;
} Stroke;

struct _LsnLiveTies
{
  LsnPoint by;      /* where the strokes were made for */
  GArray  *strokes; /* Stroke */
};

static void
add_with_inside (LsnMap     *map,
                 LsnRow      actor,
                 GHashTable *set)
{
  LsnRow child = LSN_NO_ROW;

  if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, actor) || !g_hash_table_add (set, GUINT_TO_POINTER (actor)))
    return;

  while ((child = lsn_map_next_child (map, actor, child)) != LSN_NO_ROW)
    add_with_inside (map, child, set);
}

/* How far @point is from the line through @from and @to. */
static double
distance (LsnPoint point,
          LsnPoint from,
          LsnPoint to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = hypot (dx, dy);

  return length > 0 ? fabs ((point.x - from.x) * dy - (point.y - from.y) * dx) / length
                    : hypot (point.x - from.x, point.y - from.y);
}

/* A line that is made into strokes. */
typedef struct
{
  const LsnPoint *points;
  guint           n_points;
  double          tolerance;   /* units */
  gboolean        from_target; /* the target is what is dragged */
  Stroke          like;
  GArray         *strokes;
} Line;

static double
follows (const Line *line,
         guint       point)
{
  double share = (double) point / (line->n_points - 1);

  return line->from_target ? share : 1 - share;
}

/* Where the part @part of @n_parts begins. */
static guint
begin_of (const Line *line,
          guint       part,
          guint       n_parts)
{
  return part * (line->n_points - 1) / n_parts;
}

static gboolean
is_near (const Line *line,
         guint       n_parts)
{
  for (guint part = 0; part < n_parts; part++)
    {
      guint first = begin_of (line, part, n_parts), last = begin_of (line, part + 1, n_parts);

      for (guint i = first + 1; i < last; i++)
        if (distance (line->points[i], line->points[first], line->points[last]) > line->tolerance)
          return FALSE;
    }
  return TRUE;
}

/* In as few strokes as come near enough: for the screen each is a call of its own. */
static void
add_strokes (Line *line)
{
  guint n_parts = 1;

  while (n_parts < line->n_points - 1 && !is_near (line, n_parts))
    n_parts++;
  for (guint part = 0; part < n_parts; part++)
    {
      guint first = begin_of (line, part, n_parts), last = begin_of (line, part + 1, n_parts);

      line->like.from = line->points[first];
      line->like.to = line->points[last];
      line->like.from_follows = follows (line, first);
      line->like.to_follows = follows (line, last);
      g_array_append_val (line->strokes, line->like);
    }
}

static void
add_tie (LsnLiveTies *ties,
         LsnScene    *scene,
         LsnRow       tie,
         gboolean     from_target,
         double       tolerance)
{
  g_autoptr (GArray) path = lsn_scene_tie_path (scene, tie);
  Line   line = { .tolerance = tolerance, .from_target = from_target, .strokes = ties->strokes };
  double parts[3];

  if (path == NULL || path->len < 2 || !lsn_scene_tie_stroke (scene, tie, parts, &line.like.width))
    return;

  line.points = (const LsnPoint *) (gpointer) path->data;
  line.n_points = path->len;
  line.like.colour = (GdkRGBA) { (float) parts[0], (float) parts[1], (float) parts[2], 1 };
  add_strokes (&line);
}

/**
 * lsn_live_ties_new:
 * @map: a map, or a snapshot when this runs off the map's thread
 * @actors: who is dragged, with what is inside
 * @by: how far, in map units
 * @scale: pixels per map unit, for which the strokes are fine enough
 *
 * Cost: O(actors and their ties).
 *
 * Returns: (transfer full): the ties that have one end dragged
 */
LsnLiveTies *
lsn_live_ties_new (LsnMap       *map,
                   LsnTextCache *texts,
                   const LsnRow *actors,
                   guint         n_actors,
                   LsnPoint      by,
                   double        scale,
                   LsnScene     *like)
{
  g_autoptr (LsnScene) scene = lsn_scene_new_moved (map, texts, actors, n_actors, by.x, by.y, like);
  g_autoptr (GHashTable) dragged = g_hash_table_new (NULL, NULL);
  LsnLiveTies   *ties = g_new0 (LsnLiveTies, 1);
  GHashTableIter iter;
  gpointer       each;

  ties->by = by;
  ties->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  for (guint i = 0; i < n_actors; i++)
    add_with_inside (map, actors[i], dragged);
  g_hash_table_iter_init (&iter, dragged);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    for (LsnRow actor = GPOINTER_TO_UINT (each), tie = LSN_NO_ROW;
         (tie = lsn_map_next_tie (map, actor, tie)) != LSN_NO_ROW;)
      {
        LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
        LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);

        if (!g_hash_table_contains (dragged, GUINT_TO_POINTER (source)) ||
            !g_hash_table_contains (dragged, GUINT_TO_POINTER (target)))
          add_tie (ties, scene, tie, target == actor, TOLERANCE / scale);
      }
  return ties;
}

void
lsn_live_ties_free (LsnLiveTies *ties)
{
  g_array_unref (ties->strokes);
  g_free (ties);
}

static LsnPoint
follow (LsnViewport *viewport,
        LsnPoint     at,
        LsnPoint     by,
        double       share)
{
  return lsn_viewport_to_widget (viewport, at.x + by.x * share, at.y + by.y * share);
}

static gboolean
is_seen (LsnPoint a,
         LsnPoint b,
         int      width,
         int      height)
{
  return MAX (a.x, b.x) >= 0 && MIN (a.x, b.x) <= width && MAX (a.y, b.y) >= 0 && MIN (a.y, b.y) <= height;
}

/**
 * lsn_live_ties_snapshot:
 * @by: how far everything has been dragged by now, in map units: the ends follow before new strokes are there
 *
 * Appends a node for each stroke that is seen. Cost: O(strokes).
 */
void
lsn_live_ties_snapshot (LsnLiveTies *ties,
                        GtkSnapshot *snapshot,
                        LsnViewport *viewport,
                        LsnPoint     by)
{
  double   zoom = lsn_viewport_get_zoom (viewport);
  LsnPoint since = { by.x - ties->by.x, by.y - ties->by.y };
  guint    n_shown = 0;
  int      width, height;

  lsn_viewport_get_size (viewport, &width, &height);
  for (guint i = 0; i < ties->strokes->len && n_shown < MAX_STROKES; i++)
    {
      const Stroke *stroke = &g_array_index (ties->strokes, Stroke, i);
      LsnPoint      from = follow (viewport, stroke->from, since, stroke->from_follows);
      LsnPoint      to = follow (viewport, stroke->to, since, stroke->to_follows);
      GdkRGBA       colour = stroke->colour;

      if (!is_seen (from, to, width, height))
        continue;
      colour.alpha = (float) MIN (1, stroke->width * zoom / LEAST_WIDTH);
      lsn_marks_segment (snapshot, from, to, MAX (LEAST_WIDTH, stroke->width * zoom), &colour);
      n_shown++;
    }
}
