/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/preview.h"

#include <math.h>

#include "canvas/canvas-private.h"
#include "canvas/marks.h"

#define PRESENT      0.2   /* how much is left of the picture that is */
#define LEAST_WAY    0.5   /* units: who goes less far does not move */
#define LEAST_TRACE  6.0   /* pixels outside of both bodies */
#define HEAD         9.0   /* pixels: the sides of an arrowhead */
#define FAR          70.0  /* pixels: of longer traces only the head is strong, so that the picture below can be read */
#define MOST_TRACES  2000  /* three nodes each; of more only the longest can be told apart anyway */
#define MARGIN       40.0  /* units round a body where its name may be */

typedef struct
{
  LsnPoint from, to;
  double   was, is;  /* radii of the body, in units */
} Trace;

/* A view: what is in the middle, and how large. */
typedef struct
{
  double   zoom;
  LsnPoint middle;
} View;

struct _LsnPreview
{
  LsnCanvas       *canvas;   /* whose part it is */
  LsnSceneBuilder *builder;
  LsnTiles        *tiles;
  LsnMap          *map;      /* as it would be; NULL when there is nothing to show */
  LsnScene        *scene;    /* of that */
  GArray          *traces;   /* Trace, the longest first */
  View             before;   /* what the user saw */
  View             fitted;   /* what is seen instead, so that all who move are */
  guint            is_seen   : 1;
  guint            has_view  : 1;
  guint            has_moved : 1; /* the view is @fitted, if nobody has moved it since */
};

/* ---- the traces ---- */

static double
way_of (const Trace *trace)
{
  return hypot (trace->to.x - trace->from.x, trace->to.y - trace->from.y);
}

static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  double one = way_of (a), other = way_of (b);

  return one > other ? -1 : one < other;
}

static LsnPoint
centre_of (const LsnBox *body)
{
  return (LsnPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

/**
 * lsn_preview_trace:
 *
 * Finds anew who goes where: after the picture that is, or the one that would be, has changed. Cost: O(actors).
 */
void
lsn_preview_trace (LsnPreview *preview)
{
  LsnScene *present = preview->canvas->scene;

  g_array_set_size (preview->traces, 0);
  if (preview->scene == NULL || present == NULL)
    return;

  for (LsnRow actor = lsn_map_next_row (preview->map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (preview->map, LSN_TABLE_ACTORS, actor))
    {
      LsnBox   was, is;
      gboolean was_frame, is_frame;
      Trace    trace;

      if (!lsn_scene_actor_body (present, actor, &was, &was_frame) || was_frame ||
          !lsn_scene_actor_body (preview->scene, actor, &is, &is_frame) || is_frame)
        continue;
      trace = (Trace) { centre_of (&was), centre_of (&is), was.width / 2, is.width / 2 };
      if (way_of (&trace) >= LEAST_WAY)
        g_array_append_val (preview->traces, trace);
    }
  g_array_sort (preview->traces, compare_ways);
}

/* ---- the view ---- */

static View
view_of (LsnCanvas *canvas)
{
  View view;

  lsn_canvas_get_view (canvas, &view.zoom, &view.middle);
  return view;
}

static gboolean
is_same_view (const View *a,
              const View *b)
{
  return a->zoom == b->zoom && fabs (a->middle.x - b->middle.x) * a->zoom < 2 &&
         fabs (a->middle.y - b->middle.y) * a->zoom < 2;
}

/* All who move, where they are and where they would be; of no width when nobody does. */
static LsnBox
bounds_of (GArray *traces)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i < traces->len; i++)
    {
      const Trace *trace = &g_array_index (traces, Trace, i);
      double       by = MAX (trace->was, trace->is) + MARGIN;

      x0 = MIN (x0, MIN (trace->from.x, trace->to.x) - by);
      y0 = MIN (y0, MIN (trace->from.y, trace->to.y) - by);
      x1 = MAX (x1, MAX (trace->from.x, trace->to.x) + by);
      y1 = MAX (y1, MAX (trace->from.y, trace->to.y) + by);
    }
  return x0 < x1 ? (LsnBox) { x0, y0, x1 - x0, y1 - y0 } : (LsnBox) { 0, 0, 0, 0 };
}

static gboolean
is_within (const LsnBox *inner,
           const LsnBox *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

/* Brings all who move into sight, unless the user has taken the view elsewhere meanwhile. */
static void
fit (LsnPreview *preview)
{
  View   now = view_of (preview->canvas);
  LsnBox visible = lsn_viewport_get_visible (preview->canvas->viewport);
  LsnBox bounds = bounds_of (preview->traces);

  if (!preview->has_view)
    preview->before = now;
  preview->has_view = TRUE;
  if (bounds.width <= 0 || is_within (&bounds, &visible) || (preview->has_moved && !is_same_view (&now, &preview->fitted)))
    return;

  lsn_canvas_fit_box (preview->canvas, bounds);
  preview->fitted = view_of (preview->canvas);
  preview->has_moved = TRUE;
}

static void
restore_view (LsnPreview *preview)
{
  View now = view_of (preview->canvas);

  if (preview->has_moved && is_same_view (&now, &preview->fitted))
    lsn_canvas_set_view (preview->canvas, preview->before.zoom, &preview->before.middle);
  preview->has_view = preview->has_moved = FALSE;
}

/* ---- the picture ---- */

static void
on_built (gpointer  data,
          LsnScene *scene,
          LsnMap   *of)
{
  LsnPreview *preview = data;

  g_clear_pointer (&preview->scene, lsn_scene_unref);
  preview->scene = lsn_scene_ref (scene);
  lsn_tiles_set_scene (preview->tiles, scene);
  lsn_preview_trace (preview);
  fit (preview);
  lsn_canvas_queue_update (preview->canvas);
}

static void
on_tiles_changed (gpointer tiles,
                  gpointer data)
{
  LsnPreview *preview = data;

  if (preview->is_seen || lsn_tiles_is_crisp (tiles, preview->canvas->viewport))
    lsn_canvas_queue_update (preview->canvas);
}

/**
 * lsn_preview_new:
 * @canvas: whose part it is, with its workers; they must be freed before the preview
 *
 * Returns: (transfer full): nothing to show yet
 */
LsnPreview *
lsn_preview_new (LsnCanvas *canvas)
{
  LsnPreview *preview = g_new0 (LsnPreview, 1);

  preview->canvas = canvas;
  preview->builder = lsn_scene_builder_new (canvas->helpers, canvas->texts, on_built, preview);
  preview->tiles = lsn_tiles_new (canvas->painters, on_tiles_changed, preview);
  preview->traces = g_array_new (FALSE, FALSE, sizeof (Trace));
  return preview;
}

void
lsn_preview_free (LsnPreview *preview)
{
  lsn_scene_builder_free (preview->builder);
  lsn_tiles_free (preview->tiles);
  g_clear_object (&preview->map);
  g_clear_pointer (&preview->scene, lsn_scene_unref);
  g_array_unref (preview->traces);
  g_free (preview);
}

/**
 * lsn_preview_set_map:
 * @map: (nullable): a snapshot of the canvas's map as it would be; %NULL ends the preview
 *
 * The picture comes as soon as it is painted; until then the one before stays.
 */
void
lsn_preview_set_map (LsnPreview *preview,
                     LsnMap     *map)
{
  if (map == NULL && preview->map == NULL)
    return;

  g_set_object (&preview->map, map);
  lsn_scene_builder_set_map (preview->builder, map);
  if (map == NULL)
    {
      restore_view (preview);
      preview->is_seen = FALSE;
      g_clear_pointer (&preview->scene, lsn_scene_unref);
      lsn_tiles_set_scene (preview->tiles, NULL);
      g_array_set_size (preview->traces, 0);
    }
  else
    lsn_scene_builder_set_filter (preview->builder, preview->canvas->filter);
  lsn_canvas_queue_update (preview->canvas);
}

/**
 * lsn_preview_set_filter:
 *
 * Has the preview hide what the canvas hides.
 */
void
lsn_preview_set_filter (LsnPreview *preview)
{
  if (preview->map != NULL)
    lsn_scene_builder_set_filter (preview->builder, preview->canvas->filter);
}

/**
 * lsn_preview_update:
 *
 * To be called once per frame. Cost: O(tiles seen); O(rows) when a small map has changed.
 */
void
lsn_preview_update (LsnPreview *preview)
{
  if (preview->map == NULL)
    return;

  lsn_scene_builder_update (preview->builder);
  if (preview->canvas->settle == 0)
    lsn_tiles_update (preview->tiles, preview->canvas->viewport);
  preview->is_seen = preview->is_seen || lsn_tiles_is_crisp (preview->tiles, preview->canvas->viewport);
}

/**
 * lsn_preview_pause:
 *
 * The zoom goes on: see lsn_tiles_pause ().
 */
void
lsn_preview_pause (LsnPreview *preview)
{
  if (preview->map != NULL)
    lsn_tiles_pause (preview->tiles);
}

/**
 * lsn_preview_is_crisp:
 *
 * Returns: whether all that should be seen of it is, which is so when there is nothing
 */
gboolean
lsn_preview_is_crisp (LsnPreview *preview)
{
  return preview->map == NULL || (lsn_scene_builder_is_current (preview->builder) &&
                                  lsn_tiles_is_crisp (preview->tiles, preview->canvas->viewport));
}

/**
 * lsn_preview_is_seen:
 *
 * Returns: whether there is a picture, to be shown instead of the present one
 */
gboolean
lsn_preview_is_seen (LsnPreview *preview)
{
  return preview->is_seen;
}

/* ---- drawing ---- */

/* From rim to rim, with an arrowhead. */
static void
snapshot_trace (GtkSnapshot *snapshot,
                const Trace *trace,
                LsnViewport *viewport)
{
  GdkRGBA  colour = lsn_marks_colour (0.7);
  GdkRGBA  faint = lsn_marks_colour (0.3);
  LsnPoint from = lsn_viewport_to_widget (viewport, trace->from.x, trace->from.y);
  LsnPoint to = lsn_viewport_to_widget (viewport, trace->to.x, trace->to.y);
  double   zoom = lsn_viewport_get_zoom (viewport), way = way_of (trace) * zoom;
  double   angle = atan2 (to.y - from.y, to.x - from.x);
  double   first = trace->was * zoom, last = way - trace->is * zoom - 2;

  if (last - first < LEAST_TRACE)
    return;

  to = (LsnPoint) { from.x + cos (angle) * last, from.y + sin (angle) * last };
  from = (LsnPoint) { from.x + cos (angle) * first, from.y + sin (angle) * first };
  lsn_marks_segment (snapshot, from, to, 1.5, last - first > FAR ? &faint : &colour);
  for (int side = -1; side <= 1; side += 2)
    lsn_marks_segment (snapshot, to, (LsnPoint) { to.x - HEAD * cos (angle + side * 0.4),
                                                  to.y - HEAD * sin (angle + side * 0.4) }, 1.5, &colour);
}

static gboolean
is_trace_seen (const Trace  *trace,
               const LsnBox *visible)
{
  return MIN (trace->from.x, trace->to.x) < visible->x + visible->width && MAX (trace->from.x, trace->to.x) > visible->x &&
         MIN (trace->from.y, trace->to.y) < visible->y + visible->height && MAX (trace->from.y, trace->to.y) > visible->y;
}

/**
 * lsn_preview_snapshot:
 *
 * Appends the picture as it would be, the one that is as a shade over it, and the traces. Tiles are opaque, so the shade lies
 * above; on white paper that comes to the same. Cost: O(tiles seen, and traces up to some thousands).
 */
void
lsn_preview_snapshot (LsnPreview  *preview,
                      GtkSnapshot *snapshot)
{
  LsnCanvas *canvas = preview->canvas;
  LsnBox     visible = lsn_viewport_get_visible (canvas->viewport);
  guint      n_drawn = 0;

  lsn_tiles_snapshot (preview->tiles, snapshot, canvas->viewport);
  gtk_snapshot_push_opacity (snapshot, PRESENT);
  lsn_tiles_snapshot (canvas->tiles, snapshot, canvas->viewport);
  lsn_patches_snapshot (canvas->patches, snapshot, canvas->viewport);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < preview->traces->len && n_drawn < MOST_TRACES; i++)
    {
      const Trace *trace = &g_array_index (preview->traces, Trace, i);

      if (!is_trace_seen (trace, &visible))
        continue;
      snapshot_trace (snapshot, trace, canvas->viewport);
      n_drawn++;
    }
}

/**
 * lsn_canvas_set_preview:
 * @preview: (nullable): a snapshot of the map as it would be, of the same rows; %NULL ends the preview
 *
 * Shows what the map may become: see lsn_map_snapshot_moved (). Who moves is brought into sight; when the preview ends, the view
 * is what it was, unless the user has moved it. Edits do not wait: who edits gives another preview then.
 */
void
lsn_canvas_set_preview (LsnCanvas *self,
                        LsnMap    *preview)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail (preview == NULL || (self->map != NULL && lsn_map_is_snapshot (preview)));

  lsn_preview_set_map (self->preview, preview);
}
