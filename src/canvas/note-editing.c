/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "canvas/name-editor.h"
#include "canvas/note-edits.h"
#include "canvas/text-editor.h"
#include "scene/notes-size.h"

/* The words of a note typed where they are drawn, and the title of a frame. What is made and then typed is one step of the
 * history. */

#define NOTE_FONT 12.0  /* units, as the scene has it */
#define TITLE_FONT 16.0
#define LEAST_FONT 9.0  /* pixels that can be read */
#define LEAST_WIDTH 140 /* pixels */

static gboolean
is_frame (LsnCanvas *self)
{
  return lsn_note_shape (self->map, self->named) == LSN_NOTE_SHAPE_FRAME;
}

/* Puts the editor over the words, within the canvas, and as high as they are. */
void
lsn_canvas_place_note_editor (LsnCanvas *self)
{
  int    canvas_width, canvas_height, width, height, least, x, y;
  LsnBox box;

  lsn_viewport_get_size (self->viewport, &canvas_width, &canvas_height);
  if (!lsn_map_has_row (self->map, LSN_TABLE_NOTES, self->named) || !lsn_canvas_note_box (self, self->named, &box))
    box = (LsnBox) { canvas_width / 2.0 - LEAST_WIDTH, canvas_height / 2.0, 2 * LEAST_WIDTH, 0 }
  ;
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = CLAMP ((int) round (box.width), MAX (least, LEAST_WIDTH), MAX (canvas_width, LEAST_WIDTH));
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, width, &least, &height, NULL, NULL);
  if (!lsn_map_has_row (self->map, LSN_TABLE_NOTES, self->named) || !is_frame (self))
    height = MAX (height, (int) round (box.height));
  height = CLAMP (height, least, MAX (canvas_height, least));
  x = (int) CLAMP (box.x, 0, MAX (0, canvas_width - width));
  y = (int) CLAMP (box.y, 0, MAX (0, canvas_height - height));
  gtk_widget_size_allocate (self->editor, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
keep_text (LsnCanvas  *self,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  if (lsn_map_has_row (self->map, LSN_TABLE_NOTES, self->named) &&
      lsn_edits_set_note_text (self->map, self->named, text, self->named_key, &error) && self->named_key != NULL)
    lsn_canvas_settle_callout (self, self->named, self->named_key);
  lsn_canvas_say_error (self, error);
}

static void
on_done_cb (LsnTextEditor *editor,
            int            how,
            LsnCanvas     *self)
{
  g_autofree char *text = g_strchomp (lsn_text_editor_dup_text (editor));
  gboolean is_new = self->named_key != NULL;
  gboolean is_empty = *text == '\0' && lsn_map_has_row (self->map, LSN_TABLE_NOTES, self->named) && !is_frame (self);

  lsn_canvas_drop_editor (self);
  if (how == LSN_NAME_END_ESCAPE || (is_new && is_empty))
    lsn_canvas_take_back_new (self);
  else
    keep_text (self, text);
  g_clear_pointer (&self->named_key, g_free);
}

static void
on_changed_cb (LsnCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
begin (LsnCanvas *self,
       LsnRow     note)
{
  const char *text = lsn_map_get_text (self->map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT);
  gboolean    frame = lsn_note_shape (self->map, note) == LSN_NOTE_SHAPE_FRAME;
  double      zoom = lsn_canvas_get_zoom (self);

  lsn_selection_select (self->selection, LSN_TABLE_NOTES, note);
  lsn_canvas_show_row (self, LSN_TABLE_NOTES, note);
  self->named_table = LSN_TABLE_NOTES;
  self->named = note;
  self->editor = lsn_text_editor_new (frame ? _("Title of the frame") : _("Text of the note"), text != NULL ? text : "");
  lsn_text_editor_set_on_map (LSN_TEXT_EDITOR (self->editor), MAX (LEAST_FONT, zoom * (frame ? TITLE_FONT : NOTE_FONT)),
                              (int) round (zoom * (frame ? LSN_NOTE_FRAME_INSET : LSN_NOTE_INSET)), frame);
  g_signal_connect (self->editor, "done", G_CALLBACK (on_done_cb), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (on_changed_cb), self);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
}

/* Lets the user type the words of a note where they are drawn. */
void
lsn_canvas_edit_note (LsnCanvas *self,
                      LsnRow     note)
{
  lsn_canvas_end_naming (self);
  if (self->map != NULL && lsn_map_has_row (self->map, LSN_TABLE_NOTES, note))
    begin (self, note);
}

/* The same of one that was made a moment ago. */
void
lsn_canvas_edit_new_note (LsnCanvas  *self,
                          LsnRow      note,
                          const char *merge_key)
{
  lsn_canvas_end_naming (self);
  self->named_key = g_strdup (merge_key);
  self->named_revision = lsn_map_get_revision (self->map);
  begin (self, note);
}
