/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"
#include <math.h>
#include "canvas/marks.h"
#include "scene/snap.h"
#include "model/kinds.h"

#define INSET     10.0 /* pixels from the edge, for the focus of the canvas as a whole */
#define LEAST_GRID 12.0 /* pixels from line to line */
#define MAX_LINES 2000 /* with more selected ties the rings of their ends have to do */

/* Whether the body of an actor has corners. */
gboolean
lsn_canvas_is_square (LsnCanvas *self,
                      LsnRow     actor,
                      gboolean   is_frame)
{
  LsnRow kind = lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);

  return is_frame || (kind != LSN_NO_ROW &&
                      g_strcmp0 (lsn_kind_text (self->map, kind, LSN_KIND_SHAPE), "square") == 0);
}

static LsnPoint
place_in (LsnMap *map,
          LsnRow  actor)
{
  if (!lsn_map_has_row (map, LSN_TABLE_ACTORS, actor))
    return (LsnPoint) { NAN, NAN }
  ;

  return (LsnPoint) { lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                      lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
}

/* The scene of a large map may be that of a moment ago. */
gboolean
lsn_canvas_is_scene_current (LsnCanvas *self)
{
  return self->shown == NULL || lsn_map_get_revision (self->shown) == lsn_map_get_revision (self->map);
}

/* How far an actor has been moved since the scene was made. */
LsnPoint
lsn_canvas_moved_since (LsnCanvas *self,
                        LsnRow     actor)
{
  LsnPoint was, is;

  if (self->shown == NULL || lsn_map_get_revision (self->shown) == lsn_map_get_revision (self->map))
    return (LsnPoint) { 0, 0 }
  ;

  was = place_in (self->shown, actor);
  is = place_in (self->map, actor);
  if (!isfinite (was.x) || !isfinite (was.y) || !isfinite (is.x) || !isfinite (is.y))
    return (LsnPoint) { 0, 0 }
  ;

  return (LsnPoint) { is.x - was.x, is.y - was.y };
}

/* The body of an actor in pixels, where it is shown now. */
gboolean
lsn_canvas_body_of (LsnCanvas *self,
                    LsnRow     actor,
                    LsnBox    *body,
                    gboolean  *square)
{
  LsnPoint by = { 0, 0 }, since;
  LsnBox   box;
  gboolean is_frame;

  if (!lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actor) ||
      !lsn_scene_actor_body (self->scene, actor, &box, &is_frame))
    return FALSE;

  if (lsn_selection_contains (self->selection, LSN_TABLE_ACTORS, actor))
    by = lsn_viewport_whole_pixels (self->viewport, lsn_tool_move_by (self->tool));
  since = lsn_canvas_moved_since (self, actor);
  box.x += since.x;
  box.y += since.y;
  *body = lsn_viewport_box_to_widget (self->viewport, &box);
  body->x += by.x;
  body->y += by.y;
  *square = lsn_canvas_is_square (self, actor, is_frame);
  return TRUE;
}

gboolean
lsn_canvas_is_seen (LsnCanvas    *self,
                    const LsnBox *box)
{
  int width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  return box->x < width && box->y < height && box->x + box->width > 0 && box->y + box->height > 0;
}

static void
snapshot_focus (LsnCanvas   *self,
                GtkSnapshot *snapshot)
{
  LsnRow   actor = lsn_canvas_focused_actor (self), row;
  LsnTable table;
  LsnBox   body;
  gboolean square;

  int      width, height;

  if (!self->by_keyboard || !gtk_widget_has_focus (self->focus_child))
    return;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (lsn_selection_get_focus (self->selection, &table, &row) && table == LSN_TABLE_NOTES &&
      lsn_canvas_note_box (self, row, &body))
    lsn_marks_focus (snapshot, &body, TRUE, lsn_viewport_get_zoom (self->viewport));
  else if (actor != LSN_NO_ROW && lsn_canvas_body_of (self, actor, &body, &square))
    lsn_rings_snapshot_focus (self->rings, self, snapshot, &body, square);
  else if (lsn_selection_is_empty (self->selection))
    lsn_marks_focus (snapshot, &(LsnBox) { INSET, INSET, width - 2 * INSET, height - 2 * INSET }, TRUE, 1);
}

static void
snapshot_hover (LsnCanvas   *self,
                GtkSnapshot *snapshot)
{
  LsnBox   body;
  gboolean square;

  if (self->tool != NULL || !self->has_hover)
    return;
  if (self->hover.table == LSN_TABLE_NOTES && lsn_canvas_note_box (self, self->hover.row, &body))
    lsn_marks_halo (snapshot, &body, TRUE, FALSE);
  if (self->hover.table != LSN_TABLE_ACTORS)
    return;
  if (lsn_canvas_body_of (self, self->hover.row, &body, &square))
    lsn_marks_halo (snapshot, &body, square, self->hover.part == LSN_PART_RIM);
}

/* Zoomed out, only every fifth line is shown, or every fifth of those. */
static void
snapshot_grid (LsnCanvas   *self,
               GtkSnapshot *snapshot)
{
  LsnPoint origin = lsn_viewport_to_widget (self->viewport, 0, 0);
  double   step = LSN_SNAP_GRID * lsn_viewport_get_zoom (self->viewport);
  int      width, height;

  while (step < LEAST_GRID)
    step *= 5;
  lsn_viewport_get_size (self->viewport, &width, &height);
  lsn_marks_grid (snapshot, origin, step, width, height);
}

/**
 * lsn_canvas_snapshot_overlay:
 *
 * Appends what lies above the picture. Cost: O(selected actors that are seen).
 */
void
lsn_canvas_snapshot_overlay (LsnCanvas   *self,
                             GtkSnapshot *snapshot)
{
  if (self->scene == NULL || self->map == NULL)
    return;

  if (self->snap_to_grid)
    snapshot_grid (self, snapshot);
  if (self->marks != NULL && self->animation == NULL)
    lsn_layer_snapshot (self->marks, snapshot, self->viewport);
  if (self->animation != NULL)
    return;
  snapshot_hover (self, snapshot);
  if (self->tool != NULL)
    self->tool->klass->snapshot (self->tool, snapshot);
  lsn_rings_snapshot (self->rings, self, snapshot);
  lsn_canvas_snapshot_notes (self, snapshot);
  lsn_canvas_snapshot_handles (self, snapshot);
  lsn_rings_snapshot_pins (self->rings, self, snapshot);
  snapshot_focus (self, snapshot);
}

static void
trace (cairo_t *cr,
       GArray  *path)
{
  for (guint i = 0; i < path->len; i++)
    {
      const LsnPoint *point = &g_array_index (path, LsnPoint, i);

      if (i == 0)
        cairo_move_to (cr, point->x, point->y);
      else
        cairo_line_to (cr, point->x, point->y);
    }
}

/* Paints a band along each path, wide enough to be seen beside the line itself. */
static void
paint_marks (cairo_t      *cr,
             const LsnBox *area,
             double        scale,
             GCancellable *cancellable,
             gpointer      data)
{
  GPtrArray *paths = data;
  GdkRGBA    colour = lsn_marks_colour (0.35);

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 8 / scale + 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < paths->len; i++)
    {
      cairo_new_path (cr);
      trace (cr, g_ptr_array_index (paths, i));
      cairo_stroke (cr);
    }
}

static void
collect_path (LsnCanvas *self,
              LsnRow     tie,
              GPtrArray *paths,
              GArray    *boxes)
{
  GArray *path = lsn_scene_tie_path (self->scene, tie);
  LsnBox  box;
  double  margin = 12 / lsn_viewport_get_zoom (self->viewport) + 2;

  if (path == NULL)
    return;

  g_ptr_array_add (paths, path);
  if (!lsn_scene_row_bounds (self->scene, LSN_TABLE_TIES, tie, &box))
    return;
  box = (LsnBox) { box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin };
  g_array_append_val (boxes, box);
}

/**
 * lsn_canvas_refresh_marks:
 *
 * Paints the bands along the selected ties for what is seen now, and has the rings follow. Cost: O(selected ties and their
 * pixels), and that of lsn_rings_refresh ().
 */
void
lsn_canvas_refresh_marks (LsnCanvas *self)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (LsnBox));
  LsnLayerView  view = lsn_layer_view (self->viewport);
  const LsnRow *ties;
  guint         n_ties;

  g_clear_pointer (&self->marks, lsn_layer_free);
  lsn_rings_refresh (self->rings, self);
  if (self->scene == NULL || self->selection == NULL || view.visible.width <= 0)
    return;

  ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);
  for (guint i = 0; i < n_ties && n_ties <= MAX_LINES; i++)
    collect_path (self, ties[i], paths, boxes);
  /* Half a view more on each side, so that panning has something to show. */
  view.visible.x -= view.visible.width / 2;
  view.visible.y -= view.visible.height / 2;
  view.visible.width *= 2;
  view.visible.height *= 2;
  if (boxes->len > 0)
    self->marks = lsn_layer_new (paint_marks, paths, LSN_TEXTURE_CLEAR, (const LsnBox *) (gpointer) boxes->data,
                                 boxes->len, &view, NULL);
  self->marks_view = view.visible;
}
