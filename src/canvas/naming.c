/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "canvas/map-edits.h"
#include "canvas/name-editor.h"
#include "canvas/travel.h"
#include "model/kinds.h"

/* Names typed in place. What is made and then named is one step of the history: both transactions have one merge key. */

#define GAP            5.0  /* pixels between a body and the editor */
#define SIBLING_OFFSET 90.0 /* units below an actor that is tied to nothing */

/* A key that no transaction had before. */
char *
lsn_canvas_new_merge_key (LsnCanvas *self)
{
  return g_strdup_printf ("canvas-make-%u", ++self->n_made);
}

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

static void begin_naming (LsnCanvas *self,
                          LsnTable   table,
                          LsnRow     row);

static void
make_sibling (LsnCanvas *self,
              LsnRow     of,
              LsnRow     from)
{
  LsnBox   body;
  gboolean is_frame;

  if (from != LSN_NO_ROW && lsn_map_has_row (self->map, LSN_TABLE_ACTORS, from))
    {
      lsn_canvas_make_tied_actor (self, from);
      return;
    }
  if (lsn_scene_actor_body (self->scene, of, &body, &is_frame))
    lsn_canvas_make_actor (self, body.x + body.width / 2, body.y + body.height / 2 + SIBLING_OFFSET,
                           lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, of, LSN_ACTOR_KIND), TRUE);
}

static void
keep_name (LsnCanvas  *self,
           const char *name)
{
  g_autoptr (GError) error = NULL;

  if (!lsn_map_has_row (self->map, self->named_table, self->named))
    return;

  lsn_edits_rename (self->map, self->named_table, self->named, name, self->named_key, &error);
  lsn_canvas_say_error (self, error);
}

static gboolean
remove_widget (gpointer widget)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

/* The editor may be amid handling an event, so it goes a little later. */
static void
drop_editor (LsnCanvas *self,
             gboolean   take_focus)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  if (take_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (editor, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH, remove_widget, g_object_ref (editor), g_object_unref);
}

static gboolean
take_back_new (LsnCanvas *self)
{
  return self->named_key != NULL && lsn_map_get_revision (self->map) == self->named_revision && lsn_map_undo (self->map);
}

static void
on_done_cb (LsnNameEditor *editor,
            int            how,
            LsnCanvas     *self)
{
  g_autofree char *text = g_strstrip (g_strdup (lsn_name_editor_get_text (editor)));
  LsnRow   named = self->named;
  LsnRow   from = self->named_from;
  LsnTable table = self->named_table;
  gboolean is_typed = self->named_is_typed;

  drop_editor (self, how != LSN_NAME_END_LEFT);
  if (how == LSN_NAME_END_ESCAPE || (how == LSN_NAME_END_ENTER && is_typed && *text == '\0'))
    {
      take_back_new (self);
      g_clear_pointer (&self->named_key, g_free);
      return;
    }

  keep_name (self, text);
  g_clear_pointer (&self->named_key, g_free);
  lsn_canvas_ensure_scene (self);
  if (table != LSN_TABLE_ACTORS || !lsn_map_has_row (self->map, table, named))
    return;
  if (how == LSN_NAME_END_TAB)
    lsn_canvas_make_tied_actor (self, named);
  else if (how == LSN_NAME_END_ENTER && is_typed)
    make_sibling (self, named, from);
}

/* Ends typing as if the focus went elsewhere: what was typed is kept. */
void
lsn_canvas_end_naming (LsnCanvas *self)
{
  if (self->editor != NULL)
    lsn_name_editor_end (LSN_NAME_EDITOR (self->editor), LSN_NAME_END_LEFT);
}

static void
begin_naming (LsnCanvas *self,
              LsnTable   table,
              LsnRow     row)
{
  const char *text = lsn_map_get_text (self->map, table, row,
                                       table == LSN_TABLE_ACTORS ? LSN_ACTOR_NAME : LSN_TIE_LABEL);

  lsn_selection_select (self->selection, table, row);
  lsn_canvas_show_row (self, table, row);
  self->named_table = table;
  self->named = row;
  self->editor = lsn_name_editor_new (text != NULL ? text : "");
  lsn_name_editor_set_zoom (LSN_NAME_EDITOR (self->editor), lsn_canvas_get_zoom (self));
  g_signal_connect (self->editor, "done", G_CALLBACK (on_done_cb), self);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
}

/**
 * lsn_canvas_edit_name:
 * @table: actors (the name) or ties (the label)
 *
 * Lets the user type the name where it is drawn.
 */
void
lsn_canvas_edit_name (LsnCanvas *self,
                      LsnTable   table,
                      LsnRow     row)
{
  g_return_if_fail (LSN_IS_CANVAS (self));
  g_return_if_fail (table == LSN_TABLE_ACTORS || table == LSN_TABLE_TIES);

  lsn_canvas_end_naming (self);
  if (self->map == NULL || !lsn_map_has_row (self->map, table, row))
    return;

  self->named_from = LSN_NO_ROW;
  self->named_is_typed = FALSE;
  begin_naming (self, table, row);
}

/* Names an actor that was made a moment ago. */
void
lsn_canvas_name_new (LsnCanvas  *self,
                     LsnRow      actor,
                     LsnRow      from,
                     const char *merge_key,
                     gboolean    is_typed)
{
  lsn_canvas_end_naming (self);
  self->named_from = from;
  self->named_key = g_strdup (merge_key);
  self->named_revision = lsn_map_get_revision (self->map);
  self->named_is_typed = is_typed;
  begin_naming (self, LSN_TABLE_ACTORS, actor);
}

/* Makes an actor and lets its name be typed. */
void
lsn_canvas_make_actor (LsnCanvas *self,
                       double     x,
                       double     y,
                       LsnRow     kind,
                       gboolean   is_typed)
{
  g_autofree char *merge_key = lsn_canvas_new_merge_key (self);
  LsnRow actor;

  lsn_canvas_end_naming (self);
  actor = lsn_edits_add_actor (self->map, x, y, kind, merge_key);
  if (actor != LSN_NO_ROW)
    lsn_canvas_name_new (self, actor, LSN_NO_ROW, merge_key, is_typed);
}

/* Makes an actor beside @from, tied to it, and lets its name be typed. */
void
lsn_canvas_make_tied_actor (LsnCanvas *self,
                            LsnRow     from)
{
  g_autofree char *merge_key = lsn_canvas_new_merge_key (self);
  LsnPoint place;
  LsnRow   actor;

  lsn_canvas_end_naming (self);
  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;

  place = lsn_travel_free_place (self->map, self->scene, from);
  actor = lsn_edits_add_tied_actor (self->map, from, place.x, place.y, lsn_canvas_get_next_kind (self), merge_key);
  if (actor != LSN_NO_ROW)
    lsn_canvas_name_new (self, actor, from, merge_key, TRUE);
}
