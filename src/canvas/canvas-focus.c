/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/focus-child.h"
#include "model/kinds.h"
#include "model/notes.h"

/* The focused row, and the child that tells a screen reader of it. */

LsnRow
lsn_canvas_focused_actor (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;

  if (self->selection == NULL || !lsn_selection_get_focus (self->selection, &table, &row) ||
      table != LSN_TABLE_ACTORS || !lsn_map_has_row (self->map, LSN_TABLE_ACTORS, row))
    return LSN_NO_ROW;
  return row;
}

/* Goes to a row: selects it alone, and brings it into sight. */
void
lsn_canvas_focus_row (LsnCanvas *self,
                      LsnTable   table,
                      LsnRow     row)
{
  lsn_selection_select (self->selection, table, row);
  lsn_canvas_show_row (self, table, row);
}

static char *
focus_label (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;
  guint    n_actors;

  if (self->map == NULL)
    return g_strdup (_("No map"));
  if (lsn_selection_get_focus (self->selection, &table, &row) && lsn_map_has_row (self->map, table, row))
    {
      if (table == LSN_TABLE_ACTORS)
        return lsn_actor_sentence (self->map, row);
      if (table == LSN_TABLE_TIES)
        return lsn_tie_sentence (self->map, row);
      if (table == LSN_TABLE_NOTES)
        return lsn_note_sentence (self->map, row);
    }

  n_actors = lsn_map_n_rows (self->map, LSN_TABLE_ACTORS);
  /* Translators: said by the screen reader for the canvas as a whole; %u is a number of actors */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Map of %u actor; the arrow keys go to it",
                                       "Map of %u actors; the arrow keys go from one to another", n_actors), n_actors);
}

static LsnBox
focus_box (LsnCanvas *self)
{
  LsnTable table;
  LsnRow   row;
  LsnBox   box;
  gboolean is_frame, is_drawn = FALSE;
  int      width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (self->map != NULL && self->scene != NULL && lsn_selection_get_focus (self->selection, &table, &row))
    is_drawn = (table == LSN_TABLE_ACTORS && lsn_scene_actor_body (self->scene, row, &box, &is_frame)) ||
               (table == LSN_TABLE_NOTES && lsn_scene_note_box (self->scene, row, &box)) ||
               lsn_scene_row_bounds (self->scene, table, row, &box);
  if (!is_drawn)
    return (LsnBox) { 0, 0, width, height }
  ;

  box = lsn_viewport_box_to_widget (self->viewport, &box);
  return (LsnBox) {
           CLAMP (box.x, -1e4, 1e4), CLAMP (box.y, -1e4, 1e4), CLAMP (box.width, 1, 1e4), CLAMP (box.height, 1, 1e4),
  };
}

/* Puts the child that has the focus over the focused row, and has it say what that is. */
void
lsn_canvas_place_focus_child (LsnCanvas *self)
{
  g_autofree char *label = focus_label (self);
  LsnBox box = focus_box (self);

  lsn_focus_child_set_label (LSN_FOCUS_CHILD (self->focus_child), label);
  if (!gtk_widget_should_layout (self->focus_child))
    return;

  gtk_widget_measure (self->focus_child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->focus_child, &(GtkAllocation) { (int) box.x, (int) box.y, (int) box.width,
                                                                  (int) box.height }, -1);
}

/* To be called when @widget, over the canvas, has closed. The toolkit moves the focus out of what is hidden with the next
 * frame only: keys that come before would be lost there, and what is removed before is never freed. */
void
lsn_canvas_take_focus_from (LsnCanvas *self,
                            GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
