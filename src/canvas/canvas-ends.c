/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/context-menu.h"
#include "model/kinds.h"

/* Goes to the ends of ties that are out of sight. */

/* Shows an actor in the middle of what is not covered. */
static void
centre_on (LsnCanvas *self,
           LsnRow     actor)
{
  LsnBox   body;
  gboolean is_frame;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL || !lsn_scene_actor_body (self->scene, actor, &body, &is_frame))
    return;
  lsn_viewport_center_on (self->viewport, body.x + body.width / 2,
                          body.y + body.height / 2 + self->covered / 2.0 / lsn_viewport_get_zoom (self->viewport));
}

/* Selects an actor that may be far away, and goes there; the trail leads back. */
void
lsn_canvas_go_to_end (LsnCanvas *self,
                      LsnRow     actor)
{
  lsn_canvas_end_naming (self);
  if (!lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actor))
    return;
  lsn_canvas_note_stop (self);
  lsn_selection_select (self->selection, LSN_TABLE_ACTORS, actor);
  centre_on (self, actor);
}

/* Asks to which of some actors to go. */
void
lsn_canvas_popup_ends (LsnCanvas *self,
                       GArray    *actors,
                       double     x,
                       double     y)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  lsn_canvas_end_naming (self);
  for (guint i = 0; i < actors->len; i++)
    {
      LsnRow actor = g_array_index (actors, LsnRow, i);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *name = NULL;

      if (!lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actor))
        continue;
      name = lsn_actor_display_name (self->map, actor);
      item = g_menu_item_new (NULL, NULL);
      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", name);
      g_menu_item_set_action_and_target (item, "canvas.go-to", "s", lsn_map_row_id (self->map, LSN_TABLE_ACTORS, actor));
      g_menu_append_item (menu, item);
    }
  lsn_canvas_popup_model (self, G_MENU_MODEL (menu), x, y);
}

/* Whether what was gone to last is still where the user is. */
static gboolean
is_on_tour (LsnCanvas *self)
{
  return self->tour != NULL && lsn_selection_n_rows (self->selection, LSN_TABLE_ACTORS) == 1 &&
         lsn_selection_n_rows (self->selection, LSN_TABLE_TIES) == 0 &&
         lsn_canvas_focused_actor (self) == g_array_index (self->tour, LsnRow, self->tour_at);
}

/* The round begins, and ends, where one is. Returns whether there is somewhere to go. */
static gboolean
begin_tour (LsnCanvas *self)
{
  LsnRow        from = lsn_canvas_focused_actor (self);
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_actors);

  lsn_canvas_ensure_scene (self);
  lsn_canvas_forget_tour (self);
  self->tour = lsn_signposts_ends (self->signposts);
  self->tour_at = 0;
  if (from == LSN_NO_ROW || !lsn_selection_contains (self->selection, LSN_TABLE_ACTORS, from))
    from = n_actors > 0 ? actors[0] : LSN_NO_ROW;
  g_array_prepend_val (self->tour, from);
  return from != LSN_NO_ROW && self->tour->len > 1;
}

static void
step (LsnCanvas *self,
      gboolean   back)
{
  if (!is_on_tour (self) && !begin_tour (self))
    {
      lsn_canvas_forget_tour (self);
      lsn_canvas_say (self, FALSE, _("No tie of what is selected leads out of sight."));
      return;
    }
  for (guint i = 0; i < self->tour->len; i++)
    {
      LsnRow actor;

      self->tour_at = (self->tour_at + (back ? self->tour->len - 1 : 1)) % self->tour->len;
      actor = g_array_index (self->tour, LsnRow, self->tour_at);
      if (!lsn_map_has_row (self->map, LSN_TABLE_ACTORS, actor))
        continue;
      self->by_keyboard = TRUE;
      lsn_canvas_go_to_end (self, actor);
      return;
    }
}

/* There is another map, or another round. */
void
lsn_canvas_forget_tour (LsnCanvas *self)
{
  g_clear_pointer (&self->tour, g_array_unref);
}

/* What the actions do that go to actors. */
void
lsn_canvas_act_on_ends (LsnCanvas  *self,
                        const char *name,
                        GVariant   *parameter)
{
  if (g_str_equal (name, "canvas.go-to"))
    lsn_canvas_go_to_end (self, lsn_map_find_row (self->map, LSN_TABLE_ACTORS, g_variant_get_string (parameter, NULL)));
  else
    step (self, g_str_equal (name, "canvas.previous-end"));
}
