/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/tool.h"

#include "canvas/canvas-private.h"
#include "canvas/marks.h"

/* Selects what lies in a box: with Shift beside what is selected, with Ctrl the other way round. */

typedef struct
{
  LsnTool         parent;
  GdkModifierType state;
} RubberBand;

static LsnBox
box_of (LsnTool *tool)
{
  return (LsnBox) {
           MIN (tool->from.x, tool->to.x), MIN (tool->from.y, tool->to.y),
           ABS (tool->to.x - tool->from.x), ABS (tool->to.y - tool->from.y),
  };
}

static void
band_motion (LsnTool        *tool,
             double          x,
             double          y,
             GdkModifierType state)
{
  tool->to = (LsnPoint) { x, y };
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
combine (LsnSelection   *selection,
         LsnTable        table,
         GArray         *hits,
         GdkModifierType state)
{
  const LsnRow *old;
  guint         n_old;
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (found, GUINT_TO_POINTER (g_array_index (hits, LsnRow, i)));
  old = lsn_selection_rows (selection, table, &n_old);
  if (state & GDK_CONTROL_MASK)
    {
      for (guint i = hits->len; i > 0; i--)
        if (lsn_selection_contains (selection, table, g_array_index (hits, LsnRow, i - 1)))
          g_array_remove_index_fast (hits, i - 1);
    }
  for (guint i = 0; i < n_old; i++)
    if (!g_hash_table_contains (found, GUINT_TO_POINTER (old[i])))
      g_array_append_val (hits, old[i]);
}

static void
drop_vanished (LsnMap  *map,
               LsnTable table,
               GArray  *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (!lsn_map_has_row (map, table, g_array_index (rows, LsnRow, i - 1)))
      g_array_remove_index_fast (rows, i - 1);
}

static void
band_finish (LsnTool *tool)
{
  LsnCanvas *canvas = tool->canvas;
  RubberBand *band = (RubberBand *) tool;
  LsnBox      box = box_of (tool);
  LsnPoint    from = lsn_viewport_to_map (canvas->viewport, box.x, box.y);
  double      zoom = lsn_viewport_get_zoom (canvas->viewport);
  LsnBox      area = { from.x, from.y, box.width / zoom, box.height / zoom };
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;

  if (canvas->scene == NULL)
    return;

  lsn_scene_pick_box (canvas->scene, &area, &actors, &ties, &notes);
  drop_vanished (canvas->map, LSN_TABLE_ACTORS, actors);
  drop_vanished (canvas->map, LSN_TABLE_TIES, ties);
  drop_vanished (canvas->map, LSN_TABLE_NOTES, notes);
  if (band->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    {
      combine (canvas->selection, LSN_TABLE_ACTORS, actors, band->state);
      combine (canvas->selection, LSN_TABLE_TIES, ties, band->state);
      combine (canvas->selection, LSN_TABLE_NOTES, notes, band->state);
    }
  lsn_selection_set_with_notes (canvas->selection, (const LsnRow *) (gpointer) actors->data, actors->len,
                                (const LsnRow *) (gpointer) ties->data, ties->len,
                                (const LsnRow *) (gpointer) notes->data, notes->len);
}

static void
band_snapshot (LsnTool     *tool,
               GtkSnapshot *snapshot)
{
  LsnBox box = box_of (tool);

  lsn_marks_band (snapshot, &box);
}

static const LsnToolClass band_class = { "crosshair", band_motion, band_finish, band_snapshot, NULL };

/**
 * lsn_tool_rubber_band_new:
 * @state: the modifiers that say what becomes of what is selected already
 */
LsnTool *
lsn_tool_rubber_band_new (LsnCanvas      *canvas,
                          double          x,
                          double          y,
                          GdkModifierType state)
{
  RubberBand *band = lsn_tool_alloc (sizeof (RubberBand), &band_class, canvas, x, y);

  band->state = state;
  return &band->parent;
}
