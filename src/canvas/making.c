/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/map-edits.h"
#include "canvas/name-editor.h"
#include "canvas/places.h"
#include "model/identity.h"

/* Actors made by the pointer, which says where, and by the keyboard, for which a free place is found. Each can be named
 * at once. */

#define SIBLING_OFFSET 100.0 /* units below an actor that is tied to nothing */

/* A key that no transaction had before. */
char *
lsn_canvas_new_merge_key (LsnCanvas *self)
{
  return g_strdup_printf ("canvas-make-%u", ++self->n_made);
}

/**
 * lsn_canvas_free_place:
 * @beside: an actor that the new one is to stand near, in the same container; %LSN_NO_ROW for none
 * @wish: where it is to stand otherwise, in map units
 *
 * Returns: where there is room for an actor whose name is not known yet
 */
LsnPoint
lsn_canvas_free_place (LsnCanvas *self,
                       LsnRow     beside,
                       LsnPoint   wish)
{
  g_autoptr (LsnPlaces) places = NULL;
  LsnRow parent = beside != LSN_NO_ROW ? lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, beside, LSN_ACTOR_PARENT)
                                       : LSN_NO_ROW;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return wish;

  places = lsn_places_new (self->map, self->scene, self->texts);
  return lsn_places_find (places, lsn_places_usual (), parent, &beside, beside != LSN_NO_ROW ? 1 : 0, wish);
}

/* In the middle of what is seen of the map. */
LsnPoint
lsn_canvas_middle (LsnCanvas *self)
{
  int width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  return lsn_viewport_to_map (self->viewport, width / 2.0, height / 2.0);
}

static void
make_at (LsnCanvas *self,
         LsnPoint   at,
         LsnRow     kind,
         gboolean   is_typed)
{
  g_autofree char *merge_key = lsn_canvas_new_merge_key (self);
  LsnRow actor = lsn_edits_add_actor (self->map, at.x, at.y, kind, merge_key);

  if (actor != LSN_NO_ROW)
    lsn_canvas_name_new (self, actor, &(LsnMade) { LSN_NO_ROW, merge_key, is_typed, FALSE });
}

/* Makes an actor where the pointer says, and lets its name be typed. */
void
lsn_canvas_make_actor (LsnCanvas *self,
                       LsnPoint   at)
{
  lsn_canvas_end_naming (self);
  make_at (self, at, LSN_NO_ROW, FALSE);
}

/* Makes an actor where there is room near a place, and lets its name be typed. */
void
lsn_canvas_make_actor_near (LsnCanvas *self,
                            LsnPoint   wish,
                            LsnRow     kind)
{
  lsn_canvas_end_naming (self);
  make_at (self, lsn_canvas_free_place (self, LSN_NO_ROW, wish), kind, TRUE);
}

/* Makes an actor beside @from, tied to it, and lets its name be typed. */
void
lsn_canvas_make_tied_actor (LsnCanvas *self,
                            LsnRow     from,
                            gboolean   is_reversed)
{
  g_autofree char *merge_key = lsn_canvas_new_merge_key (self);
  LsnPoint place;
  LsnRow   actor;

  lsn_canvas_end_naming (self);
  place = lsn_canvas_free_place (self, from, (LsnPoint) { 0, 0 });
  actor = lsn_edits_add_tied_actor (self->map, from, place.x, place.y, lsn_canvas_get_next_kind (self), is_reversed,
                                    merge_key);
  if (actor != LSN_NO_ROW)
    lsn_canvas_name_new (self, actor, &(LsnMade) { from, merge_key, TRUE, is_reversed });
}

/* Makes the next actor after @of: tied to the same one, @from, or to nothing as that was. */
void
lsn_canvas_make_sibling (LsnCanvas *self,
                         LsnRow     of,
                         LsnRow     from,
                         gboolean   is_reversed)
{
  LsnBox   body;
  gboolean is_frame;

  if (from != LSN_NO_ROW && lsn_map_has_row (self->map, LSN_TABLE_ACTORS, from))
    lsn_canvas_make_tied_actor (self, from, is_reversed);
  else if (self->scene != NULL && lsn_scene_actor_body (self->scene, of, &body, &is_frame))
    lsn_canvas_make_actor_near (self, (LsnPoint) { body.x + body.width / 2, body.y + body.height / 2 + SIBLING_OFFSET },
                                lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, of, LSN_ACTOR_KIND));
}

/* A letter where nothing is selected that its key could work on begins the name of a new actor. */
gboolean
lsn_canvas_type_new_actor (LsnCanvas             *self,
                           GtkEventControllerKey *controller,
                           guint                  keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean is_dead = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek;

  if (self->map == NULL || self->editor != NULL || self->asked != NULL || self->tool != NULL ||
      !lsn_selection_is_empty (self->selection) ||
      (!g_unichar_isalpha (letter) && !is_dead))
    return FALSE;

  lsn_canvas_make_actor_near (self, lsn_canvas_middle (self), LSN_NO_ROW);
  return self->editor != NULL && lsn_name_editor_take_key (LSN_NAME_EDITOR (self->editor), controller);
}

/**
 * lsn_canvas_split_actor:
 * @actor: who turns out to be two
 * @name: of the other one
 * @ties: (array length=n_ties): those of @actor that are the other's
 *
 * As lsn_actor_split(), but the other comes to stand beside @actor where there is room.
 *
 * Returns: the new actor; %LSN_NO_ROW and an error when it cannot be
 */
LsnRow
lsn_canvas_split_actor (LsnCanvas    *self,
                        LsnRow        actor,
                        const char   *name,
                        const LsnRow *ties,
                        guint         n_ties,
                        GError      **error)
{
  LsnPoint place;
  LsnRow   twin;

  g_return_val_if_fail (LSN_IS_CANVAS (self), LSN_NO_ROW);

  lsn_canvas_end_naming (self);
  place = lsn_canvas_free_place (self, actor, (LsnPoint) { 0, 0 });
  lsn_map_begin (self->map, C_("undo", "Split Actor"), NULL);
  twin = lsn_actor_split (self->map, actor, name, ties, n_ties, error);
  if (twin == LSN_NO_ROW ||
      !lsn_map_set_number (self->map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_X, place.x, error) ||
      !lsn_map_set_number (self->map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_Y, place.y, error))
    {
      lsn_map_rollback (self->map);
      return LSN_NO_ROW;
    }
  lsn_map_commit (self->map);
  return twin;
}
