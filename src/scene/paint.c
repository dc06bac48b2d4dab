/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "scene/cairo-pen.h"
#include "scene/scene-private.h"

/* After so many items it is asked whether the painting is still wanted. */
#define ASK_EVERY 64

static gboolean
is_cancelled (GCancellable *cancellable,
              guint         number)
{
  return cancellable != NULL && number % ASK_EVERY == 0 && g_cancellable_is_cancelled (cancellable);
}

static void
draw_if_met (LsnScene     *scene,
             guint         number,
             const LsnBox *area,
             LsnPen       *pen)
{
  const LsnItem *item = lsn_scene_item (scene, number);

  if (lsn_item_meets (item, area))
    lsn_item_draw (item, pen);
}

/**
 * lsn_scene_paint:
 * @scene: a scene
 * @cr: a context, already transformed to map units
 * @area: the part wanted, in map units
 * @scale: device pixels per map unit
 * @flags: how
 * @cancellable: (nullable): ends the painting early, with a part missing
 *
 * Paints a part of the scene onto any cairo surface, from any thread. Does not paint the ground. On screen, what is smaller
 * than a device pixel is left out. Cost: O(items in @area).
 */
void
lsn_scene_paint (LsnScene     *scene,
                 cairo_t      *cr,
                 const LsnBox *area,
                 double        scale,
                 LsnPaintFlags flags,
                 GCancellable *cancellable)
{
  gboolean screen = (flags & LSN_PAINT_SCREEN) != 0;
  LsnCairoPen pen;

  lsn_cairo_pen_init (&pen, cr, screen ? scale : 0.0, screen);
  if (lsn_box_holds_box (area, &scene->bounds))
    {
      for (guint i = 0; i < scene->items->len && !is_cancelled (cancellable, i); i++)
        lsn_item_draw (lsn_scene_item (scene, i), &pen.pen);
    }
  else
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

      lsn_grid_find (scene->grid, *area, found);
      for (guint i = 0; i < found->len && !is_cancelled (cancellable, i); i++)
        draw_if_met (scene, g_array_index (found, guint32, i), area, &pen.pen);
    }
  lsn_cairo_pen_finish (&pen);
}
