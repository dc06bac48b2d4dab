/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"
#include "canvas/places.h"
#include "canvas/rows-bytes.h"
#include "canvas/rows-text.h"

#define DUPLICATE_OFFSET 40.0 /* units */

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

/* What moves when the selection does is copied: actors with what is inside of them, and frames with what stands in them. */
static GArray *
actors_to_copy (LsnCanvas *self,
                GArray   **notes)
{
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) placed = NULL;

  lsn_canvas_ensure_scene (self);
  lsn_canvas_moving_rows (self, FALSE, &actors, &placed);
  *notes = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  for (guint i = 0; i < placed->len; i++)
    g_array_append_val (*notes, g_array_index (placed, LsnPlaced, i).note);
  return lsn_edits_with_inside (self->map, rows_of (actors), actors->len);
}

static GBytes *
selection_bytes (LsnCanvas *self,
                 GArray    *actors,
                 GArray    *notes)
{
  guint         n_ties;
  const LsnRow *ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);

  return lsn_rows_to_bytes (self->map, rows_of (actors), actors->len, ties, n_ties, rows_of (notes), notes->len);
}

static void
cut_rows (LsnCanvas *self,
          GArray    *actors,
          GArray    *notes)
{
  guint         n_ties;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);
  g_autofree LsnRow *ties = g_memdup2 (selected, n_ties * sizeof (LsnRow));
  g_autoptr (GError) error = NULL;

  if (lsn_edits_delete_with_notes (self->map, rows_of (actors), actors->len, ties, n_ties, rows_of (notes), notes->len, _("Cut"),
                                   &error))
    lsn_canvas_say (self, TRUE, _("Cut to the clipboard"));
  lsn_canvas_say_error (self, error);
}

/* What other programs get: notes say what they say, when nothing else was copied. */
static char *
text_of (LsnCanvas *self,
         GArray    *actors,
         GArray    *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint         n_ties;
  const LsnRow *ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);

  if (actors->len + n_ties > 0)
    return lsn_rows_to_text (self->map, rows_of (actors), actors->len, ties, n_ties);
  for (guint i = 0; i < notes->len; i++)
    {
      const char *words = lsn_map_get_text (self->map, LSN_TABLE_NOTES, g_array_index (notes, LsnRow, i), LSN_NOTE_TEXT);

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", words);
    }
  return g_strdup (text->str);
}

/* Puts the selected rows on the clipboard, for ourselves and as text for others. */
void
lsn_canvas_copy (LsnCanvas *self,
                 gboolean   cut)
{
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GArray) actors = actors_to_copy (self, &notes);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text_bytes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[3];
  char *text;

  if (actors->len + notes->len + lsn_selection_n_rows (self->selection, LSN_TABLE_TIES) == 0)
    return;

  bytes = selection_bytes (self, actors, notes);
  text = text_of (self, actors, notes);
  text_bytes = g_bytes_new_take (text, strlen (text));
  providers[0] = gdk_content_provider_new_for_bytes (LSN_ROWS_MIME_TYPE, bytes);
  providers[1] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text_bytes);
  providers[2] = gdk_content_provider_new_for_bytes ("text/plain", text_bytes);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  if (cut)
    cut_rows (self, actors, notes);
}

static void
select_made (LsnCanvas *self,
             GArray    *actors,
             GArray    *ties,
             GArray    *notes)
{
  lsn_selection_set_with_notes (self->selection, rows_of (actors), actors->len, rows_of (ties), ties->len, rows_of (notes),
                                notes->len);
}

/* Under the pointer when it is over the canvas, else in the middle. */
static LsnPoint
place_to_paste (LsnCanvas *self)
{
  int width, height;

  lsn_viewport_get_size (self->viewport, &width, &height);
  if (self->has_pointer)
    return lsn_viewport_to_map (self->viewport, self->pointer.x, self->pointer.y);
  return lsn_viewport_to_map (self->viewport, width / 2.0, height / 2.0);
}

static LsnPoint
place_of (LsnCanvas *self,
          LsnRow     actor)
{
  return (LsnPoint) { lsn_map_get_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                      lsn_map_get_number (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
}

/* What is pasted where it was copied would cover what it was copied from. Notes go as far as the actors that they came with. */
static void
keep_clear (LsnCanvas *self,
            GArray    *actors,
            GArray    *notes)
{
  g_autoptr (LsnPlaces) places = NULL;
  LsnPoint before, by;

  if (self->scene == NULL || actors->len == 0)
    return;

  before = place_of (self, g_array_index (actors, LsnRow, 0));
  places = lsn_places_new (self->map, self->scene, self->texts);
  lsn_places_make_room (places, rows_of (actors), actors->len);
  by = place_of (self, g_array_index (actors, LsnRow, 0));
  by = (LsnPoint) { by.x - before.x, by.y - before.y };
  for (guint i = 0; i < notes->len && isfinite (by.x) && isfinite (by.y); i++)
    {
      LsnRow    note = g_array_index (notes, LsnRow, i);
      LsnPlaced placed = { note, { lsn_map_get_number (self->map, LSN_TABLE_NOTES, note, LSN_NOTE_X),
                                   lsn_map_get_number (self->map, LSN_TABLE_NOTES, note, LSN_NOTE_Y) } };

      lsn_edits_put_notes (self->map, &placed, 1, by.x, by.y);
    }
}

static void
paste_bytes (LsnCanvas          *self,
             GBytes             *bytes,
             const LsnRowsPlace *place,
             const char         *label)
{
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GError) error = NULL;

  lsn_canvas_ensure_scene (self);
  lsn_map_begin (self->map, label, NULL);
  if (lsn_rows_from_bytes (self->map, bytes, place, label, &actors, &ties, &notes, &error))
    keep_clear (self, actors, notes);
  lsn_map_commit (self->map);
  if (actors != NULL)
    select_made (self, actors, ties, notes);
  lsn_canvas_say_error (self, error);
}

static void
paste_text (LsnCanvas *self,
            GBytes    *bytes)
{
  g_autofree char *text = NULL;

  text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  lsn_canvas_paste_lines (self, text, place_to_paste (self));
}

typedef struct
{
  GWeakRef canvas;
  gboolean is_text;
} Reading;

static void
free_reading (Reading *reading)
{
  g_weak_ref_clear (&reading->canvas);
  g_free (reading);
}

static void
on_spliced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Reading *reading = data;
  g_autoptr (LsnCanvas) self = g_weak_ref_get (&reading->canvas);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);

  if (self != NULL && self->map != NULL && size >= 0)
    {
      LsnPoint at = place_to_paste (self);

      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      if (reading->is_text)
        paste_text (self, bytes);
      else
        paste_bytes (self, bytes, &(LsnRowsPlace) { FALSE, at.x, at.y }, _("Paste"));
    }
  else if (self != NULL)
    lsn_canvas_say_error (self, error);
  free_reading (reading);
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  Reading    *reading = data;
  const char *mime_type = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (LsnCanvas) self = g_weak_ref_get (&reading->canvas);

  input = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime_type, NULL);
  if (input == NULL)
    {
      if (self != NULL)
        lsn_canvas_say (self, FALSE, _("There is nothing on the clipboard that a map can take: copy actors or text first."));
      free_reading (reading);
      return;
    }

  reading->is_text = g_strcmp0 (mime_type, LSN_ROWS_MIME_TYPE) != 0;
  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced_cb, reading);
}

/* Pastes what this or another Liaison has copied, or lines of text as the quick entry reads them. */
void
lsn_canvas_paste (LsnCanvas *self)
{
  const char *mime_types[] = { LSN_ROWS_MIME_TYPE, "text/plain;charset=utf-8", "text/plain", NULL };
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->canvas, self);
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), mime_types, G_PRIORITY_DEFAULT, NULL,
                            on_clipboard_read_cb, reading);
}

/* Makes a copy of the selected rows beside them, without the clipboard. */
void
lsn_canvas_duplicate (LsnCanvas *self)
{
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GArray) actors = actors_to_copy (self, &notes);
  g_autoptr (GBytes) bytes = selection_bytes (self, actors, notes);

  paste_bytes (self, bytes, &(LsnRowsPlace) { TRUE, DUPLICATE_OFFSET, DUPLICATE_OFFSET }, _("Duplicate"));
}
