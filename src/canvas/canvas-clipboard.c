/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "canvas/map-edits.h"
#include "canvas/places.h"
#include "canvas/rows-bytes.h"
#include "canvas/rows-text.h"

#define DUPLICATE_OFFSET 40.0 /* units */

/* Selected actors with what is inside of them. */
static GArray *
actors_to_copy (LsnCanvas *self)
{
  guint         n_actors;
  const LsnRow *actors = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_actors);

  return lsn_edits_with_inside (self->map, actors, n_actors);
}

static GBytes *
selection_bytes (LsnCanvas *self,
                 GArray    *actors)
{
  guint         n_ties;
  const LsnRow *ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);

  return lsn_rows_to_bytes (self->map, (const LsnRow *) (gpointer) actors->data, actors->len, ties, n_ties);
}

static void
cut_rows (LsnCanvas *self,
          GArray    *actors)
{
  guint         n_ties;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);
  g_autofree LsnRow *ties = g_memdup2 (selected, n_ties * sizeof (LsnRow));
  g_autoptr (GError) error = NULL;

  if (lsn_edits_delete (self->map, (const LsnRow *) (gpointer) actors->data, actors->len, ties, n_ties, _("Cut"), &error))
    lsn_canvas_say (self, TRUE, _("Cut to the clipboard"));
  lsn_canvas_say_error (self, error);
}

/* Puts the selected rows on the clipboard, for ourselves and as text for others. */
void
lsn_canvas_copy (LsnCanvas *self,
                 gboolean   cut)
{
  g_autoptr (GArray) actors = actors_to_copy (self);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text_bytes = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[3];
  guint         n_ties;
  const LsnRow *ties = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);
  char         *text;

  if (actors->len + n_ties == 0)
    return;

  bytes = selection_bytes (self, actors);
  text = lsn_rows_to_text (self->map, (const LsnRow *) (gpointer) actors->data, actors->len, ties, n_ties);
  text_bytes = g_bytes_new_take (text, strlen (text));
  providers[0] = gdk_content_provider_new_for_bytes (LSN_ROWS_MIME_TYPE, bytes);
  providers[1] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text_bytes);
  providers[2] = gdk_content_provider_new_for_bytes ("text/plain", text_bytes);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  if (cut)
    cut_rows (self, actors);
}

static void
select_made (LsnCanvas *self,
             GArray    *actors,
             GArray    *ties)
{
  lsn_selection_set (self->selection, (const LsnRow *) (gpointer) actors->data, actors->len,
                     ties != NULL ? (const LsnRow *) (gpointer) ties->data : NULL, ties != NULL ? ties->len : 0);
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

/* What is pasted where it was copied would cover what it was copied from. */
static void
keep_clear (LsnCanvas *self,
            GArray    *actors)
{
  g_autoptr (LsnPlaces) places = NULL;

  if (self->scene == NULL)
    return;

  places = lsn_places_new (self->map, self->scene, self->texts);
  lsn_places_make_room (places, (const LsnRow *) (gpointer) actors->data, actors->len);
}

static void
paste_bytes (LsnCanvas          *self,
             GBytes             *bytes,
             const LsnRowsPlace *place,
             const char         *label)
{
  g_autoptr (GArray) actors = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GError) error = NULL;

  lsn_canvas_ensure_scene (self);
  lsn_map_begin (self->map, label, NULL);
  if (lsn_rows_from_bytes (self->map, bytes, place, label, &actors, &ties, &error))
    keep_clear (self, actors);
  lsn_map_commit (self->map);
  if (actors != NULL)
    select_made (self, actors, ties);
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
  g_autoptr (GArray) actors = actors_to_copy (self);
  g_autoptr (GBytes) bytes = selection_bytes (self, actors);

  paste_bytes (self, bytes, &(LsnRowsPlace) { TRUE, DUPLICATE_OFFSET, DUPLICATE_OFFSET }, _("Duplicate"));
}
