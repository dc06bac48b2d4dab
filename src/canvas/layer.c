/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/layer.h"

#include <math.h>

#define CELL 256 /* device pixels */

typedef struct
{
  LsnTrimmed picture;
  LsnBox     area;
} Cell;

struct _LsnLayer
{
  GArray  *cells; /* Cell */
  gboolean is_opaque;
};

static void
clear_cell (gpointer data)
{
  lsn_trimmed_clear (&((Cell *) data)->picture);
}

/**
 * lsn_layer_view:
 *
 * Returns: what @viewport shows now
 */
LsnLayerView
lsn_layer_view (LsnViewport *viewport)
{
  return (LsnLayerView) {
           lsn_viewport_get_visible (viewport),
           lsn_viewport_get_zoom (viewport) * lsn_viewport_get_scale_factor (viewport),
  };
}

static gboolean
overlap (const LsnBox *a,
         const LsnBox *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

static gboolean
overlaps_any (const LsnBox *area,
              const LsnBox *boxes,
              guint         n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    if (overlap (area, &boxes[i]))
      return TRUE;
  return FALSE;
}

/* The part of the view that the boxes may touch; empty when there is none. */
static gboolean
bound (const LsnBox       *boxes,
       guint               n_boxes,
       const LsnLayerView *view,
       LsnBox             *all)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i < n_boxes; i++)
    {
      x0 = MIN (x0, boxes[i].x);
      y0 = MIN (y0, boxes[i].y);
      x1 = MAX (x1, boxes[i].x + boxes[i].width);
      y1 = MAX (y1, boxes[i].y + boxes[i].height);
    }
  x0 = MAX (x0, view->visible.x);
  y0 = MAX (y0, view->visible.y);
  x1 = MIN (x1, view->visible.x + view->visible.width);
  y1 = MIN (y1, view->visible.y + view->visible.height);
  *all = (LsnBox) { x0, y0, x1 - x0, y1 - y0 };
  return x0 <= x1 && y0 <= y1;
}

/* The part of a cell that may have something to see, up to whole pixels: what is empty costs the screen time as well. */
static LsnBox
cropped (const LsnBox *cell,
         const LsnBox *all,
         double        scale)
{
  double x0 = MAX (cell->x, floor (all->x * scale) / scale);
  double y0 = MAX (cell->y, floor (all->y * scale) / scale);
  double x1 = MIN (cell->x + cell->width, ceil ((all->x + all->width) * scale) / scale);
  double y1 = MIN (cell->y + cell->height, ceil ((all->y + all->height) * scale) / scale);

  return (LsnBox) { x0, y0, x1 - x0, y1 - y0 };
}

static LsnBox
whole_pixels (const LsnBox *box,
              double        scale)
{
  double x = floor (box->x * scale), y = floor (box->y * scale);

  return (LsnBox) { x / scale, y / scale, (ceil ((box->x + box->width) * scale) - x) / scale,
                    (ceil ((box->y + box->height) * scale) - y) / scale };
}

static void
add_cell (LsnLayer        *layer,
          LsnBox           area,
          LsnPaintFunc     paint,
          gpointer         data,
          LsnTextureGround ground,
          double           scale,
          GCancellable    *cancellable)
{
  int  width = (int) round (area.width * scale), height = (int) round (area.height * scale);
  Cell cell = { .area = area };

  if (width > 0 && height > 0 &&
      lsn_trimmed_paint (&cell.picture, paint, data, ground, &area, scale, width, height, cancellable) &&
      (cell.picture.texture != NULL || layer->is_opaque))
    g_array_append_val (layer->cells, cell);
}

static LsnLayer *
new_layer (LsnTextureGround ground)
{
  LsnLayer *layer = g_new0 (LsnLayer, 1);

  layer->is_opaque = ground == LSN_TEXTURE_PAPER;
  layer->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (layer->cells, clear_cell);
  return layer;
}

/**
 * lsn_layer_new:
 * @boxes: where there may be something to see, in map units
 * @view: what is seen; nothing is painted elsewhere
 *
 * Cost: that of painting, and O(pixels) of the cells that the boxes touch.
 *
 * Returns: (transfer full): a layer, empty when nothing is to be seen
 */
LsnLayer *
lsn_layer_new (LsnPaintFunc        paint,
               gpointer            data,
               LsnTextureGround    ground,
               const LsnBox       *boxes,
               guint               n_boxes,
               const LsnLayerView *view,
               GCancellable       *cancellable)
{
  LsnLayer *layer = new_layer (ground);
  double    size = CELL / view->scale;
  LsnBox    all;

  if (!bound (boxes, n_boxes, view, &all))
    return layer;

  for (double row = floor (all.y / size); row * size <= all.y + all.height; row++)
    for (double column = floor (all.x / size); column * size <= all.x + all.width; column++)
      {
        LsnBox square = { column * size, row * size, size, size };

        if (g_cancellable_is_cancelled (cancellable))
          return layer;
        if (overlaps_any (&square, boxes, n_boxes))
          add_cell (layer, cropped (&square, &all, view->scale), paint, data, ground, view->scale, cancellable);
      }
  return layer;
}

/**
 * lsn_layer_new_whole:
 * @box: where there is something to see, in map units
 * @view: what is seen; nothing is painted elsewhere
 *
 * As lsn_layer_new(), in one call of @paint: for what is cheaper to paint at once than to be asked about for each cell.
 *
 * Returns: (transfer full): a layer, empty when nothing is to be seen
 */
LsnLayer *
lsn_layer_new_whole (LsnPaintFunc        paint,
                     gpointer            data,
                     LsnTextureGround    ground,
                     const LsnBox       *box,
                     const LsnLayerView *view)
{
  LsnLayer *layer = new_layer (ground);
  LsnBox    all;

  if (bound (box, 1, view, &all))
    add_cell (layer, whole_pixels (&all, view->scale), paint, data, ground, view->scale, NULL);
  return layer;
}

void
lsn_layer_free (LsnLayer *layer)
{
  g_array_unref (layer->cells);
  g_free (layer);
}

guint
lsn_layer_n_cells (LsnLayer *layer)
{
  return layer->cells->len;
}

/**
 * lsn_layer_snapshot:
 *
 * Appends a texture per cell, scaled when the zoom is no longer the one that it was painted for.
 */
void
lsn_layer_snapshot (LsnLayer    *layer,
                    GtkSnapshot *snapshot,
                    LsnViewport *viewport)
{
  for (guint i = 0; i < layer->cells->len; i++)
    {
      const Cell *cell = &g_array_index (layer->cells, Cell, i);
      LsnBox      box = lsn_viewport_box_to_widget (viewport, &cell->area);

      if (layer->is_opaque)
        lsn_trimmed_snapshot_around (&cell->picture, snapshot, &box);
      lsn_trimmed_snapshot (&cell->picture, snapshot, &box);
    }
}
