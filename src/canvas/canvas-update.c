/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include <math.h>

#include "model/changes.h"

/* Keeps the picture up with the map. */

#define N_PAINTERS 2
#define N_HELPERS  2
#define ARRIVING   100 /* milliseconds between frames that show some of the tiles that are missed */

static void
update_crisp (LsnCanvas *self)
{
  gboolean crisp = lsn_canvas_is_crisp (self);

  if (crisp && !lsn_patches_is_empty (self->patches))
    {
      lsn_patches_clear (self->patches);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (crisp == self->was_crisp)
    return;

  self->was_crisp = crisp;
  g_object_notify (G_OBJECT (self), "crisp");
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  LsnCanvas *self = LSN_CANVAS (widget);

  /* Without a size there is nothing to paint for; the first allocation builds. */
  if (gtk_widget_get_width (widget) > 0)
    lsn_scene_builder_update (self->builder);
  if (self->map != NULL && !lsn_scene_builder_is_small (self->map))
    lsn_patches_update (self->patches, self->map, self->shown, self->scene, self->viewport);
  if (self->settle == 0)
    lsn_tiles_update (self->tiles, self->viewport);
  lsn_preview_update (self->preview);
  update_crisp (self);
  lsn_signposts_update (self->signposts);
  lsn_canvas_say_seen (self);

  if (self->animation != NULL)
    {
      gtk_widget_queue_draw (widget);
      if (lsn_animation_advance (self->animation, gdk_frame_clock_get_frame_time (clock)))
        return G_SOURCE_CONTINUE;
      g_clear_pointer (&self->animation, lsn_animation_free);
      lsn_canvas_place_children (self);
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Brings the picture up to date in the next frame. */
void
lsn_canvas_queue_update (LsnCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

static gboolean
on_arrived_cb (gpointer data)
{
  LsnCanvas *self = data;

  self->arrived = 0;
  self->was_shown = TRUE;
  lsn_canvas_queue_update (self);
  return G_SOURCE_REMOVE;
}

/* Tiles are shown together when all are there, or as far as they have come after a while: a frame for each of them would
 * take from the painters the time that they need for the next. Of a large map the first that comes is shown at once. */
static void
on_tiles_changed (gpointer tiles,
                  gpointer canvas)
{
  LsnCanvas *self = canvas;

  if (lsn_tiles_is_crisp (tiles, self->viewport) || (!self->was_shown && !lsn_scene_builder_is_small (self->map)))
    {
      g_clear_handle_id (&self->arrived, g_source_remove);
      self->was_shown = TRUE;
      lsn_canvas_queue_update (self);
    }
  else if (self->arrived == 0)
    self->arrived = g_timeout_add (ARRIVING, on_arrived_cb, self);
}

static void
begin_animation (LsnCanvas *self,
                 LsnScene  *scene)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean       wanted = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &wanted, NULL);
  if (!self->animate_next || !wanted || clock == NULL || self->scene == NULL || !lsn_scene_builder_is_small (self->map))
    return;

  g_clear_pointer (&self->animation, lsn_animation_free);
  self->animation = lsn_animation_new (self->map, self->scene, scene, gdk_frame_clock_get_frame_time (clock));
}

static void
on_scene_built (gpointer  data,
                LsnScene *scene,
                LsnMap   *of)
{
  LsnCanvas *self = data;
  g_autoptr (LsnScene) old = g_steal_pointer (&self->scene);

  self->scene = old;
  begin_animation (self, scene);
  self->animate_next = FALSE;
  self->scene = lsn_scene_ref (scene);
  g_set_object (&self->shown, of);
  lsn_tiles_set_scene (self->tiles, scene);
  lsn_canvas_fit_first_time (self);
  if (lsn_scene_builder_is_small (self->map))
    lsn_patches_compare (self->patches, self->map, old, scene, self->viewport);
  lsn_preview_trace (self->preview);
  lsn_canvas_note_shown (self);
  lsn_canvas_refresh_marks (self);
  lsn_signposts_stale (self->signposts);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

static void
forget_hover (LsnCanvas *self)
{
  self->has_hover = FALSE;
  self->has_pressed = FALSE;
}

static void
on_map_changed_cb (LsnMap     *map,
                   LsnChanges *changes,
                   LsnCanvas  *self)
{
  /* A gesture goes on only with what it began with. */
  lsn_canvas_cancel_tool (self);
  lsn_canvas_follow_named (self);
  forget_hover (self);
  if (!lsn_changes_only_places (changes))
    self->animate_next = FALSE;
  lsn_patches_note (self->patches, map, self->shown, self->scene, changes);
  lsn_scene_builder_invalidate (self->builder);
  lsn_canvas_exempt_made (self, changes);
  lsn_canvas_update_actions (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
  lsn_canvas_follow_history (self);
}

static void
on_selection_changed_cb (LsnSelection *selection,
                         LsnCanvas    *self)
{
  self->bend = 0;
  lsn_canvas_refresh_marks (self);
  lsn_signposts_stale (self->signposts);
  lsn_canvas_update_actions (self);
  lsn_canvas_place_children (self);
  lsn_canvas_queue_update (self);
}

/* Small maps are brought up to date at once, so that a gesture that follows an edit within a frame meets the new map. */
void
lsn_canvas_ensure_scene (LsnCanvas *self)
{
  if (self->map != NULL && lsn_scene_builder_is_small (self->map))
    lsn_scene_builder_update (self->builder);
}

/* Makes what paints the picture. */
void
lsn_canvas_init_picture (LsnCanvas *self)
{
  self->texts = lsn_text_cache_new ();
  self->painters = lsn_workers_new (N_PAINTERS, TRUE);
  self->helpers = lsn_workers_new (N_HELPERS, FALSE);
  self->builder = lsn_scene_builder_new (self->helpers, self->texts, on_scene_built, self);
  self->tiles = lsn_tiles_new (self->painters, on_tiles_changed, self);
  self->patches = lsn_patches_new (self->texts);
  self->rings = lsn_rings_new ();
  self->trail = lsn_trail_new ();
  self->signposts = lsn_signposts_new (self);
  self->preview = lsn_preview_new (self);
}

/* The canvas must have no map. */
void
lsn_canvas_take_map (LsnCanvas    *self,
                     LsnMap       *map,
                     LsnSelection *selection)
{
  self->map = g_object_ref (map);
  self->selection = g_object_ref (selection);
  g_signal_connect (map, "changed", G_CALLBACK (on_map_changed_cb), self);
  g_signal_connect_swapped (map, "replaced", G_CALLBACK (lsn_canvas_follow_replaced), self);
  g_signal_connect (selection, "changed", G_CALLBACK (on_selection_changed_cb), self);
  lsn_scene_builder_set_map (self->builder, map);
}

/* Lets go of the map, and of all that was shown of it. */
void
lsn_canvas_drop_map (LsnCanvas *self)
{
  if (self->map == NULL)
    return;

  lsn_canvas_cancel_tool (self);
  lsn_canvas_end_naming (self);
  if (self->asked != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->asked));
  g_signal_handlers_disconnect_by_func (self->map, on_map_changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->map, lsn_canvas_follow_replaced, self);
  g_signal_handlers_disconnect_by_func (self->selection, on_selection_changed_cb, self);
  lsn_scene_builder_set_map (self->builder, NULL);
  lsn_preview_set_map (self->preview, NULL);
  lsn_canvas_forget_filter (self);
  lsn_tiles_set_scene (self->tiles, NULL);
  self->was_shown = FALSE;
  lsn_patches_clear (self->patches);
  g_clear_pointer (&self->marks, lsn_layer_free);
  lsn_rings_clear (self->rings);
  lsn_trail_clear (self->trail);
  lsn_signposts_clear (self->signposts);
  lsn_canvas_forget_tour (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->animation, lsn_animation_free);
  g_clear_pointer (&self->scene, lsn_scene_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->map);
  g_clear_object (&self->selection);
  forget_hover (self);
}
