/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/actor-popover.h"
#include "canvas/map-edits.h"
#include "canvas/places.h"

/* Joining and leaving containers without a pointer. Who joins comes to stand in the frame, who leaves beside it. */

static GArray *
outermost_selected (LsnCanvas *self)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);

  return lsn_edits_outermost (self->map, rows, n_rows);
}

/* Containers keep their form, and what is inside of them its places. */
static void
find_places (LsnCanvas *self,
             GArray    *actors,
             LsnPoint   wish)
{
  g_autoptr (LsnScene) before = lsn_scene_ref (self->scene);
  g_autoptr (LsnPlaces) places = NULL;
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < actors->len; i++)
    {
      LsnRow actor = g_array_index (actors, LsnRow, i);

      if (lsn_map_is_container (self->map, actor))
        continue;
      lsn_map_set (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, LSN_EMPTY, NULL);
      lsn_map_set (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, LSN_EMPTY, NULL);
      g_array_append_val (moved, actor);
    }
  places = lsn_places_new (self->map, before, self->texts);
  lsn_places_put (places, (const LsnRow *) (gpointer) moved->data, moved->len, wish);
}

/* @containers: by actor */
static void
put_into (LsnCanvas *self,
          GArray    *actors,
          GArray    *containers,
          LsnPoint   wish)
{
  const LsnRow *rows = (const LsnRow *) (gpointer) actors->data;
  g_autoptr (GError) error = NULL;

  lsn_map_begin (self->map, g_array_index (containers, LsnRow, 0) != LSN_NO_ROW ? _("Move into Container")
                                                                               : _("Move out of Container"), NULL);
  if (lsn_edits_put_into (self->map, rows, (const LsnRow *) (gpointer) containers->data, actors->len, 0, 0, &error))
    find_places (self, actors, wish);
  lsn_map_commit (self->map);
  lsn_canvas_say_error (self, error);
  if (error == NULL && actors->len > 0)
    lsn_canvas_show_row (self, LSN_TABLE_ACTORS, rows[0]);
}

static void
on_container_chosen_cb (LsnActorPopover *popover,
                        guint            container,
                        LsnCanvas       *self)
{
  g_autoptr (GArray) actors = outermost_selected (self);
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnRow row = container;
  LsnBox box;

  lsn_canvas_ensure_scene (self);
  if (actors->len == 0 || self->scene == NULL || !lsn_map_has_row (self->map, LSN_TABLE_ACTORS, container))
    return;
  for (guint i = 0; i < actors->len; i++)
    g_array_append_val (containers, row);
  if (!lsn_scene_actor_body (self->scene, container, &box, NULL))
    box = (LsnBox) { self->asked_at.x, self->asked_at.y, 0, 0 }
  ;
  put_into (self, actors, containers, (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 });
}

static void
ask_container (LsnCanvas *self)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);
  LsnBox        box = lsn_canvas_bounds_of (self, LSN_TABLE_ACTORS, rows, n_rows);
  GtkWidget    *popover = lsn_actor_popover_new (self->map, _("Put into…"), rows, n_rows);

  g_signal_connect (popover, "chosen", G_CALLBACK (on_container_chosen_cb), self);
  lsn_canvas_ask (self, popover, (LsnPoint) { box.x + box.width / 2, box.y + box.height });
}

static void
take_out (LsnCanvas *self)
{
  g_autoptr (GArray) all = outermost_selected (self);
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  LsnPoint wish = { 0, 0 };

  lsn_canvas_ensure_scene (self);
  for (guint i = 0; i < all->len; i++)
    {
      LsnRow actor = g_array_index (all, LsnRow, i);
      LsnRow from = lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT), to;
      LsnBox box;

      if (from == LSN_NO_ROW)
        continue;
      to = lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, from, LSN_ACTOR_PARENT);
      g_array_append_val (actors, actor);
      g_array_append_val (containers, to);
      if (self->scene != NULL && lsn_scene_actor_body (self->scene, from, &box, NULL))
        wish = (LsnPoint) { box.x + box.width, box.y + box.height / 2 }
      ;
    }
  if (actors->len == 0)
    lsn_canvas_say (self, FALSE, _("None of the selected actors is in a container."));
  else if (self->scene != NULL)
    put_into (self, actors, containers, wish);
}

void
lsn_canvas_act_on_containers (LsnCanvas  *self,
                              const char *name,
                              GVariant   *parameter)
{
  self->by_keyboard = TRUE;
  if (g_str_equal (name, "canvas.put-into"))
    ask_container (self);
  else
    take_out (self);
}
