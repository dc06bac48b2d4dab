/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/map-edits.h"
#include "canvas/name-editor.h"
#include "canvas/places.h"
#include "canvas/remove-later.h"
#include "canvas/text-editor.h"
#include "model/kinds.h"

/* Names typed in place. What is made and then named is one step of the history: both transactions have one merge key. */

#define EDITOR_HEIGHT 44 /* pixels, with the gap */
#define GAP       5.0 /* pixels between a body and the editor */
#define N_OFFERED 7   /* actors below a name that is typed */

/* ---- where the editor stands ---- */

/* The middle of the editor: over the name, but not over the body; below the body when there is no name yet. */
static gboolean
editor_place (LsnCanvas *self,
              double     height,
              LsnPoint  *centre)
{
  LsnBox   box, body;
  gboolean is_frame, has_name;

  if (self->scene == NULL)
    return FALSE;
  if (self->named_table != LSN_TABLE_ACTORS || !lsn_scene_actor_body (self->scene, self->named, &body, &is_frame))
    {
      if (!lsn_scene_row_bounds (self->scene, self->named_table, self->named, &box))
        return FALSE;
      box = lsn_viewport_box_to_widget (self->viewport, &box);
      *centre = (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 };
      return TRUE;
    }

  has_name = lsn_scene_name_bounds (self->scene, self->named, &box) && box.height > 0;
  box = lsn_viewport_box_to_widget (self->viewport, has_name ? &box : &body);
  body = lsn_viewport_box_to_widget (self->viewport, &body);
  *centre = (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 };
  if (is_frame)
    centre->y = has_name ? centre->y : body.y;
  else if (!has_name || box.y + box.height / 2 > body.y + body.height)
    centre->y = MAX (has_name ? centre->y : 0, body.y + body.height + GAP + height / 2);
  else if (box.y + box.height / 2 < body.y)
    centre->y = MIN (centre->y, body.y - GAP - height / 2);
  return TRUE;
}

/* Puts the editor over the name, within the canvas. */
void
lsn_canvas_place_editor (LsnCanvas *self)
{
  LsnPoint centre;
  int      canvas_width, canvas_height, width, height, x, y;

  if (self->editor == NULL)
    return;
  if (LSN_IS_TEXT_EDITOR (self->editor))
    {
      lsn_canvas_place_note_editor (self);
      return;
    }

  lsn_viewport_get_size (self->viewport, &canvas_width, &canvas_height);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = CLAMP (width, 1, MAX (canvas_width, 1));
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (!editor_place (self, height, &centre))
    centre = (LsnPoint) { canvas_width / 2.0, canvas_height / 2.0 }
  ;
  x = (int) CLAMP (centre.x - width / 2.0, 0, MAX (0, canvas_width - width));
  y = (int) CLAMP (centre.y - height / 2.0, 0, MAX (0, canvas_height - height));
  gtk_widget_size_allocate (self->editor, &(GtkAllocation) { x, y, width, height }, -1);
}

/* ---- what typing leads to ---- */

/* What was put by the keyboard was put before its name was known, and may need more room now. */
static void
settle_new (LsnCanvas *self,
            LsnScene  *before)
{
  g_autoptr (LsnPlaces) places = lsn_places_new (self->map, before, self->texts);
  LsnPoint at = { lsn_map_get_number (self->map, LSN_TABLE_ACTORS, self->named, LSN_ACTOR_X),
                  lsn_map_get_number (self->map, LSN_TABLE_ACTORS, self->named, LSN_ACTOR_Y) };

  lsn_places_settle (places, self->named, at);
}

static void
keep_name (LsnCanvas  *self,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnScene) before = NULL;

  if (!lsn_map_has_row (self->map, self->named_table, self->named))
    return;

  lsn_canvas_ensure_scene (self);
  before = self->scene != NULL ? lsn_scene_ref (self->scene) : NULL;
  lsn_map_begin (self->map, self->named_table == LSN_TABLE_ACTORS ? _("Rename Actor") : _("Label Tie"), self->named_key);
  if (lsn_edits_rename (self->map, self->named_table, self->named, name, NULL, &error) && self->named_is_typed &&
      before != NULL)
    settle_new (self, before);
  lsn_map_commit (self->map);
  lsn_canvas_say_error (self, error);
}

/* The editor may be amid handling an event, so it goes a little later. */
void
lsn_canvas_drop_editor (LsnCanvas *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  gtk_widget_set_visible (editor, FALSE);
  lsn_canvas_take_focus_from (self, editor);
  lsn_widget_remove_later (editor, G_PRIORITY_HIGH);
}

static gboolean
is_new (LsnCanvas *self)
{
  return self->named_key != NULL && lsn_map_get_revision (self->map) == self->named_revision;
}

/* Undoes the making of what was named, when nothing else came between; there is nothing to redo then. */
gboolean
lsn_canvas_take_back_new (LsnCanvas *self)
{
  return is_new (self) && lsn_map_take_back (self->map);
}

/* Instead of the actor that was just made, one that was there before is meant: it gets the tie. */
static void
take_existing (LsnCanvas *self,
               LsnRow     actor)
{
  LsnRow from = self->named_from;

  if (!lsn_canvas_take_back_new (self))
    return;
  if (from != LSN_NO_ROW && lsn_map_has_row (self->map, LSN_TABLE_ACTORS, from))
    lsn_edits_add_tie (self->map, self->named_is_reversed ? actor : from, self->named_is_reversed ? from : actor,
                       lsn_canvas_get_next_kind (self));
  lsn_canvas_ensure_scene (self);
  lsn_canvas_focus_row (self, LSN_TABLE_ACTORS, actor);
}

/* Does what was chosen in the list. Returns whom it named. */
static LsnRow
take_suggestion (LsnCanvas           *self,
                 const LsnSuggestion *chosen,
                 const char          *text)
{
  g_autoptr (GError) error = NULL;
  LsnRow named = self->named;

  switch (chosen->what)
    {
    case LSN_SUGGEST_ACTOR:
      named = chosen->actor;
      take_existing (self, named);
      break;

    case LSN_SUGGEST_KEEP_OLD_NAME:
      lsn_edits_rename_keeping (self->map, named, text, &error);
      break;

    case LSN_SUGGEST_ADD_NAME:
      lsn_edits_add_alias (self->map, named, text, &error);
      break;

    case LSN_SUGGEST_NEW_ACTOR:
    case LSN_SUGGEST_WORD:
      keep_name (self, text);
      break;
    }
  lsn_canvas_say_error (self, error);
  return named;
}

/* As in an outline: Tab makes what is tied to the named one, Enter the next of its kind. */
static void
go_on (LsnCanvas *self,
       LsnNameEnd how,
       LsnRow     named,
       LsnRow     from)
{
  lsn_canvas_ensure_scene (self);
  if (self->named_table != LSN_TABLE_ACTORS || !lsn_map_has_row (self->map, LSN_TABLE_ACTORS, named))
    return;

  if (how == LSN_NAME_END_TAB || how == LSN_NAME_END_BACK_TAB)
    lsn_canvas_make_tied_actor (self, named, how == LSN_NAME_END_BACK_TAB);
  else if (how == LSN_NAME_END_ENTER && self->named_is_typed)
    lsn_canvas_make_sibling (self, named, from, self->named_is_reversed);
}

static void
on_done_cb (LsnNameEditor *editor,
            int            how,
            LsnCanvas     *self)
{
  g_autofree char *text = g_strstrip (g_strdup (lsn_name_editor_get_text (editor)));
  g_autoptr (LsnNameEditor) kept = g_object_ref (editor);
  const LsnSuggestion *chosen = how != LSN_NAME_END_LEFT ? lsn_name_editor_get_chosen (editor) : NULL;
  LsnRow named = self->named, from = self->named_from;

  lsn_canvas_drop_editor (self);
  if (how == LSN_NAME_END_ESCAPE || (how != LSN_NAME_END_LEFT && self->named_is_typed && *text == '\0'))
    {
      lsn_canvas_take_back_new (self);
      g_clear_pointer (&self->named_key, g_free);
      return;
    }

  if (chosen != NULL)
    named = take_suggestion (self, chosen, text);
  else
    keep_name (self, text);
  g_clear_pointer (&self->named_key, g_free);
  go_on (self, how, named, from);
}

static void
end (LsnCanvas *self,
     LsnNameEnd how)
{
  if (self->editor != NULL && LSN_IS_TEXT_EDITOR (self->editor))
    lsn_text_editor_end (LSN_TEXT_EDITOR (self->editor), how);
  else if (self->editor != NULL)
    lsn_name_editor_end (LSN_NAME_EDITOR (self->editor), how);
}

/* Ends typing as if the focus went elsewhere: what was typed is kept. */
void
lsn_canvas_end_naming (LsnCanvas *self)
{
  end (self, LSN_NAME_END_LEFT);
}

/* What is named goes away by an undo or otherwise, and nothing can be typed for it any more. */
void
lsn_canvas_follow_named (LsnCanvas *self)
{
  if (self->editor != NULL && !lsn_map_has_row (self->map, self->named_table, self->named))
    end (self, LSN_NAME_END_ESCAPE);
}

/* Whether an actor is named that was made a moment ago, and nothing has been typed. */
static gboolean
is_unnamed (LsnCanvas *self)
{
  return is_new (self) && LSN_IS_NAME_EDITOR (self->editor) &&
         *lsn_name_editor_get_text (LSN_NAME_EDITOR (self->editor)) == '\0';
}

/**
 * lsn_canvas_interrupt:
 *
 * To be called before a step is undone or redone. What has only been begun comes first: a gesture that is going on ends as if
 * it had never begun, and so does an actor that has no name yet. What is typed is kept.
 *
 * Returns: whether something was given up so, which is all that is to be done then
 */
gboolean
lsn_canvas_interrupt (LsnCanvas *self)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self), FALSE);

  if (self->tool != NULL)
    return lsn_canvas_cancel_tool (self);
  if (self->editor == NULL)
    return FALSE;
  if (is_unnamed (self))
    {
      end (self, LSN_NAME_END_ESCAPE);
      return TRUE;
    }
  lsn_canvas_end_naming (self);
  return FALSE;
}

/* Below the name of a new actor stand those that may be meant by it, below another name what may become of the old one. */
static GPtrArray *
suggest (const char *text,
         gpointer    data)
{
  LsnCanvas   *self = data;
  const LsnRow but[] = { self->named, self->named_from };

  if (self->map == NULL || self->named_table != LSN_TABLE_ACTORS)
    return NULL;
  if (self->named_key != NULL)
    return lsn_suggest_actors (self->map, text, but, G_N_ELEMENTS (but), N_OFFERED);
  return lsn_suggest_other_names (self->map, self->named, text);
}

static void
begin_naming (LsnCanvas *self,
              LsnTable   table,
              LsnRow     row)
{
  const char *text = lsn_map_get_text (self->map, table, row,
                                       table == LSN_TABLE_ACTORS ? LSN_ACTOR_NAME : LSN_TIE_LABEL);

  lsn_selection_select (self->selection, table, row);
  lsn_canvas_show_row_with_room (self, table, row, EDITOR_HEIGHT);
  self->named_table = table;
  self->named = row;
  self->editor = lsn_name_editor_new (text != NULL ? text : "");
  lsn_name_editor_set_zoom (LSN_NAME_EDITOR (self->editor), lsn_canvas_get_zoom (self));
  lsn_name_editor_set_suggest (LSN_NAME_EDITOR (self->editor), suggest, self);
  g_signal_connect (self->editor, "done", G_CALLBACK (on_done_cb), self);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
}

/**
 * lsn_canvas_edit_name:
 * @table: actors (the name), ties (the label) or notes (what they say)
 *
 * Lets the user type the name where it is drawn.
 */
void
lsn_canvas_edit_name (LsnCanvas *self,
                      LsnTable   table,
                      LsnRow     row)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail (table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES || table == LSN_TABLE_NOTES);

  if (table == LSN_TABLE_NOTES)
    {
      lsn_canvas_edit_note (self, row);
      return;
    }
  lsn_canvas_end_naming (self);
  if (self->map == NULL || !lsn_map_has_row (self->map, table, row))
    return;

  self->named_from = LSN_NO_ROW;
  self->named_is_typed = FALSE;
  self->named_is_reversed = FALSE;
  begin_naming (self, table, row);
}

/* Names an actor that was made a moment ago. */
void
lsn_canvas_name_new (LsnCanvas     *self,
                     LsnRow         actor,
                     const LsnMade *made)
{
  lsn_canvas_end_naming (self);
  self->named_from = made->from;
  self->named_key = g_strdup (made->merge_key);
  self->named_revision = lsn_map_get_revision (self->map);
  self->named_is_typed = made->is_typed;
  self->named_is_reversed = made->is_reversed;
  begin_naming (self, LSN_TABLE_ACTORS, actor);
}
