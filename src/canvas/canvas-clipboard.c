/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/clipboard-read.h"
#include "canvas/image-job.h"
#include "canvas/map-edits.h"
#include "canvas/note-edits.h"
#include "canvas/places.h"
#include "canvas/rows-bytes.h"
#include "canvas/rows-provider.h"

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

static void
offer (LsnCanvas *self,
       GArray    *actors,
       GArray    *ties,
       GArray    *notes)
{
  g_autoptr (LsnMap) snapshot = lsn_map_snapshot (self->map);
  g_autoptr (GdkContentProvider) provider = lsn_rows_provider_new (snapshot, self->texts, self->filter, actors, ties, notes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* Puts the selected rows on the clipboard: for ourselves, and as text and pictures for others. */
void
lsn_canvas_copy (LsnCanvas *self,
                 gboolean   cut)
{
  g_autoptr (GArray) notes = NULL;
  g_autoptr (GArray) actors = actors_to_copy (self, &notes);
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint         n_ties;
  const LsnRow *selected = lsn_selection_rows (self->selection, LSN_TABLE_TIES, &n_ties);

  if (actors->len + notes->len + n_ties == 0)
    return;

  g_array_append_vals (ties, selected, n_ties);
  offer (self, actors, ties, notes);
  if (cut)
    cut_rows (self, actors, notes);
}

/* Puts a picture of all that is shown on the clipboard. */
void
lsn_canvas_copy_picture (LsnCanvas *self)
{
  offer (self, NULL, NULL, NULL);
  lsn_canvas_say (self, FALSE, _("Picture of the map copied"));
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
LsnPoint
lsn_canvas_place_to_paste (LsnCanvas *self)
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

  if (g_bytes_get_size (bytes) == 0)
    return;

  text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  lsn_canvas_paste_lines (self, text, lsn_canvas_place_to_paste (self));
}

static void read_clipboard (LsnCanvas         *self,
                            const char *const *types);

static const char *const text_types[] = { "text/plain;charset=utf-8", "text/plain", NULL };

/* Files that are pictures; of others, what they are called. */
static void
paste_files (LsnCanvas *self,
             GBytes    *uris)
{
  g_autoptr (GPtrArray) files = lsn_image_files_of_uris (uris);

  if (files->len > 0)
    lsn_canvas_take_picture_files (self, files, NULL);
  else
    read_clipboard (self, text_types);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (LsnCanvas) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;
  const char *type;
  g_autoptr (GBytes) bytes = lsn_clipboard_read_finish (result, &type, &error);
  LsnPoint at;

  g_weak_ref_clear (data);
  g_free (data);
  if (self == NULL || self->map == NULL)
    return;

  at = lsn_canvas_place_to_paste (self);
  if (type == NULL)
    lsn_canvas_say (self, FALSE,
                    _("There is nothing on the clipboard that a map can take: copy actors, a picture or text first."));
  else if (bytes == NULL)
    lsn_canvas_say_error (self, error);
  else if (g_str_equal (type, LSN_ROWS_MIME_TYPE))
    paste_bytes (self, bytes, &(LsnRowsPlace) { FALSE, at.x, at.y }, _("Paste"));
  else if (g_str_equal (type, "text/uri-list"))
    paste_files (self, bytes);
  else if (g_str_has_prefix (type, "image/"))
    lsn_canvas_take_picture_bytes (self, bytes);
  else
    paste_text (self, bytes);
}

static void
read_clipboard (LsnCanvas         *self,
                const char *const *types)
{
  GWeakRef *canvas = g_new0 (GWeakRef, 1);

  g_weak_ref_init (canvas, self);
  lsn_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), types, on_read_cb, canvas);
}

/* Pastes what this or another Liaison has copied, lines of text as the quick entry reads them, or pictures. Spreadsheets offer
 * pictures of their text too, so that text goes first. */
void
lsn_canvas_paste (LsnCanvas *self)
{
  static const char *const types[] = { LSN_ROWS_MIME_TYPE, "text/uri-list", "text/plain;charset=utf-8", "text/plain",
                                       "image/png", "image/jpeg", "image/webp", "image/gif", NULL };

  read_clipboard (self, types);
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
