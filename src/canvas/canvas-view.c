/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#define FIT_MARGIN   16.0 /* pixels around what is fitted */
#define SHOW_MARGIN  48.0
#define MOST_FIT     1.0  /* fitting does not enlarge beyond 100 % ... */
#define MOST_ZOOM_TO 2.0  /* ... nor zooming to rows beyond 200 % */
#define SETTLE       40   /* milliseconds without zooming until tiles are painted */

static gboolean
on_settled_cb (gpointer data)
{
  LsnCanvas *self = data;

  self->settle = 0;
  lsn_canvas_refresh_marks (self);
  lsn_canvas_queue_update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_within (const LsnBox *inner,
           const LsnBox *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

/* Called for every change of the viewport. While the zoom goes on changing, what is there is scaled and no tile is painted
 * that the next step would make useless; before anything is there, nothing waits. */
void
lsn_canvas_view_changed (LsnCanvas *self)
{
  LsnBox visible = lsn_viewport_get_visible (self->viewport);
  int    step = lsn_viewport_get_step (self->viewport);

  if (step != self->last_step)
    {
      self->last_step = step;
      lsn_tiles_pause (self->tiles);
      lsn_preview_pause (self->preview);
      g_clear_handle_id (&self->settle, g_source_remove);
      if (self->was_shown)
        self->settle = g_timeout_add (SETTLE, on_settled_cb, self);
      g_object_notify (G_OBJECT (self), "zoom");
    }
  else if ((self->marks != NULL || lsn_rings_are_painted (self->rings)) && self->settle == 0 &&
           !is_within (&visible, &self->marks_view))
    lsn_canvas_refresh_marks (self);
  lsn_canvas_await_rest (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

/**
 * lsn_canvas_get_zoom:
 *
 * Returns: pixels per map unit
 */
double
lsn_canvas_get_zoom (LsnCanvas *self)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), 1);

  return lsn_viewport_get_zoom (self->viewport);
}

/**
 * lsn_canvas_set_zoom:
 * @zoom: pixels per map unit; the nearest of the fine steps is taken
 *
 * Zooms about the middle of the view.
 */
void
lsn_canvas_set_zoom (LsnCanvas *self,
                     double     zoom)
{
  int width, height;

  g_return_if_fail (LSN_IS_CANVAS (self));

  lsn_viewport_get_size (self->viewport, &width, &height);
  lsn_viewport_set_zoom (self->viewport, zoom, width / 2.0, height / 2.0);
}

void
lsn_canvas_zoom_by (LsnCanvas *self,
                    double     factor,
                    double     x,
                    double     y)
{
  lsn_viewport_set_zoom (self->viewport, lsn_viewport_get_zoom (self->viewport) * factor, x, y);
}

/**
 * lsn_canvas_get_view:
 * @zoom: (out): device-independent pixels per map unit
 * @middle: (out): the place in the middle of the canvas, in map units
 */
void
lsn_canvas_get_view (LsnCanvas *self,
                     double    *zoom,
                     LsnPoint  *middle)
{
  int width, height;

  g_return_if_fail (LSN_IS_CANVAS (self));

  lsn_viewport_get_size (self->viewport, &width, &height);
  *zoom = lsn_viewport_get_zoom (self->viewport);
  *middle = lsn_viewport_to_map (self->viewport, width / 2.0, height / 2.0);
}

/**
 * lsn_canvas_set_view:
 * @zoom: device-independent pixels per map unit, over 0
 * @middle: in map units
 *
 * Before the canvas has its size this is what the first frame will show.
 */
void
lsn_canvas_set_view (LsnCanvas      *self,
                     double          zoom,
                     const LsnPoint *middle)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail (zoom > 0);

  self->first_zoom = zoom;
  self->first_middle = *middle;
  if (!self->has_fitted)
    return;
  lsn_canvas_set_zoom (self, zoom);
  lsn_viewport_center_on (self->viewport, middle->x, middle->y);
}

/**
 * lsn_canvas_set_covered:
 * @pixels: how much of the foot the window covers; what is fitted keeps clear of it
 */
void
lsn_canvas_set_covered (LsnCanvas *self,
                        int        pixels)
{
  g_return_if_fail (LSN_IS_CANVAS (self));

  self->covered = pixels;
}

/* What has to be fitted so that @bounds stand above what is covered. */
static LsnBox
with_covered (LsnCanvas *self,
              LsnBox     bounds)
{
  int width, height;
  double across, down;

  lsn_viewport_get_size (self->viewport, &width, &height);
  across = (width - 2 * FIT_MARGIN) / bounds.width;
  down = (height - self->covered - 2 * FIT_MARGIN) / bounds.height;
  if (across > 0 && down > 0)
    bounds.height += self->covered / MIN (MIN (across, down), MOST_FIT);
  return bounds;
}

/* Shows all of @bounds, which have a size, not larger than 100 %. */
void
lsn_canvas_fit_box (LsnCanvas *self,
                    LsnBox     bounds)
{
  bounds = with_covered (self, bounds);
  lsn_viewport_fit (self->viewport, &bounds, FIT_MARGIN, MOST_FIT);
}

/**
 * lsn_canvas_zoom_to_fit:
 *
 * Shows the whole map, not larger than 100 %.
 */
void
lsn_canvas_zoom_to_fit (LsnCanvas *self)
{
  LsnBox bounds;

  g_return_if_fail (LSN_IS_CANVAS (self));

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;

  bounds = lsn_scene_get_bounds (self->scene);
  if (bounds.width > 0 && bounds.height > 0)
    {
      lsn_canvas_fit_box (self, bounds);
      lsn_canvas_get_view (self, &self->fitted_zoom, &self->fitted_middle);
    }
  else
    {
      lsn_canvas_set_zoom (self, 1);
      lsn_viewport_center_on (self->viewport, 0, 0);
    }
}

/* What the given rows cover on the map; of no width when none of them is drawn. */
LsnBox
lsn_canvas_bounds_of (LsnCanvas    *self,
                      LsnTable      table,
                      const LsnRow *rows,
                      guint         n_rows)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
  LsnBox box;

  lsn_canvas_ensure_scene (self);
  for (guint i = 0; i < n_rows && self->scene != NULL; i++)
    if (lsn_scene_row_bounds (self->scene, table, rows[i], &box))
      {
        x0 = MIN (x0, box.x);
        y0 = MIN (y0, box.y);
        x1 = MAX (x1, box.x + box.width);
        y1 = MAX (y1, box.y + box.height);
      }
  return x0 <= x1 ? (LsnBox) { x0, y0, x1 - x0, y1 - y0 } : (LsnBox) { 0, 0, 0, 0 };
}

/**
 * lsn_canvas_zoom_to_rows:
 * @table: actors, ties or notes
 *
 * Shows the given rows as large as they go, not larger than 200 %.
 */
void
lsn_canvas_zoom_to_rows (LsnCanvas    *self,
                         LsnTable      table,
                         const LsnRow *rows,
                         guint         n_rows)
{
  LsnBox box;

  g_return_if_fail (LSN_IS_CANVAS (self));

  box = lsn_canvas_bounds_of (self, table, rows, n_rows);
  if (box.width > 0 || box.height > 0)
    lsn_viewport_fit (self->viewport, &box, FIT_MARGIN, MOST_ZOOM_TO);
}

/* Shows the selected actors, or when there are none the selected notes, or the selected ties, as large as they go. */
void
lsn_canvas_zoom_to_selection (LsnCanvas *self)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_NOTES, LSN_TABLE_TIES };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint         n_rows;
      const LsnRow *rows = lsn_selection_rows (self->selection, tables[i], &n_rows);

      if (n_rows == 0)
        continue;
      lsn_canvas_zoom_to_rows (self, tables[i], rows, n_rows);
      return;
    }
}

/* As lsn_canvas_show_row (), with pixels free below it, where something is about to stand. */
void
lsn_canvas_show_row_with_room (LsnCanvas *self,
                               LsnTable   table,
                               LsnRow     row,
                               int        below)
{
  LsnBox   box;
  gboolean is_frame;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;
  if ((table == LSN_TABLE_ACTORS && lsn_scene_actor_body (self->scene, row, &box, &is_frame)) ||
      lsn_scene_row_bounds (self->scene, table, row, &box))
    {
      box.height += (self->covered + below) / lsn_canvas_get_zoom (self);
      lsn_viewport_show (self->viewport, &box, SHOW_MARGIN);
    }
}

/**
 * lsn_canvas_show_row:
 *
 * Brings a row into sight; the view does not move when it is.
 */
void
lsn_canvas_show_row (LsnCanvas *self,
                     LsnTable   table,
                     LsnRow     row)
{
  g_return_if_fail (LSN_IS_CANVAS (self));

  lsn_canvas_show_row_with_room (self, table, row, 0);
}

/* Brings all of some actors into sight, with their names, where that is possible without zooming; else the last of them. */
void
lsn_canvas_show_actors (LsnCanvas    *self,
                        const LsnRow *actors,
                        guint         n_actors)
{
  LsnBox box = lsn_canvas_bounds_of (self, LSN_TABLE_ACTORS, actors, n_actors);
  LsnBox seen = lsn_viewport_box_to_widget (self->viewport, &box);
  int    width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (n_actors > 1 && (seen.width > width - 2 * SHOW_MARGIN || seen.height + self->covered > height - 2 * SHOW_MARGIN))
    box = lsn_canvas_bounds_of (self, LSN_TABLE_ACTORS, &actors[n_actors - 1], 1);
  if (box.width == 0)
    return;
  box.height += self->covered / lsn_canvas_get_zoom (self);
  lsn_viewport_show (self->viewport, &box, SHOW_MARGIN);
}

/* Before anything has been shown: the view that was asked for, or all of the map. */
void
lsn_canvas_fit_first_time (LsnCanvas *self)
{
  int width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (self->has_fitted || self->scene == NULL || width == 0 || height == 0)
    return;

  self->has_fitted = TRUE;
  if (self->first_zoom > 0)
    lsn_canvas_set_view (self, self->first_zoom, &self->first_middle);
  else
    lsn_canvas_zoom_to_fit (self);
}

/* A view that shows the whole map goes on doing so in another size, as long as nobody moves or zooms it. */
void
lsn_canvas_fit_again (LsnCanvas *self)
{
  LsnPoint middle;
  double zoom;

  lsn_canvas_get_view (self, &zoom, &middle);
  if (self->has_fitted && self->tool == NULL && self->editor == NULL && zoom == self->fitted_zoom &&
      fabs (middle.x - self->fitted_middle.x) * zoom < 2 && fabs (middle.y - self->fitted_middle.y) * zoom < 2)
    lsn_canvas_zoom_to_fit (self);
}
