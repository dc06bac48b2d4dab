/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rows-provider.h"

#include <string.h>

#include "canvas/rows-bytes.h"
#include "canvas/rows-text.h"

#define MARGIN 12.0   /* units around a picture */
#define DPI 192.0     /* so that it is crisp where it is pasted, in the size of the map at 100 % */
#define MOST_SIDE 8000

struct _LsnRowsProvider
{
  GdkContentProvider parent_instance;

  LsnMap         *snapshot;
  LsnTextCache   *cache;
  GArray         *actors; /* LsnRow; NULL for a picture of all, which is no rows */
  GArray         *ties;
  GArray         *notes;
  LsnPictureWish *wish;
};

G_DEFINE_FINAL_TYPE (LsnRowsProvider, lsn_rows_provider, GDK_TYPE_CONTENT_PROVIDER)

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

/* Notes say what they say, when nothing else was copied. */
static char *
text_of_notes (LsnMap *map,
               GArray *notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const char *words = lsn_map_get_text (map, LSN_TABLE_NOTES, g_array_index (notes, LsnRow, i), LSN_NOTE_TEXT);

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", words);
    }
  return g_string_free (text, FALSE);
}

static GBytes *
text_of (LsnRowsProvider *self)
{
  char *text;

  if (self->actors->len + self->ties->len > 0)
    text = lsn_rows_to_text (self->snapshot, rows_of (self->actors), self->actors->len, rows_of (self->ties), self->ties->len);
  else
    text = text_of_notes (self->snapshot, self->notes);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
bytes_for (LsnRowsProvider *self,
           const char      *type,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (LsnPictureWish) wish = NULL;

  if (g_str_equal (type, LSN_ROWS_MIME_TYPE))
    return lsn_rows_to_bytes (self->snapshot, rows_of (self->actors), self->actors->len, rows_of (self->ties), self->ties->len,
                              rows_of (self->notes), self->notes->len);
  if (g_str_has_prefix (type, "text/"))
    return text_of (self);

  wish = lsn_picture_wish_copy (self->wish);
  wish->picture.format = g_str_equal (type, "image/png") ? LSN_PICTURE_PNG : LSN_PICTURE_SVG;
  return lsn_picture_make (self->snapshot, self->cache, wish, MOST_SIDE, cancellable, error);
}

static void
make_bytes (GTask        *task,
            gpointer      source,
            gpointer      type,
            GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = bytes_for (source, type, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written_cb (GObject      *stream,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);
  GOutputStream *stream = g_task_get_task_data (task);
  gconstpointer words;
  gsize size;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "bytes", bytes, (GDestroyNotify) g_bytes_unref);
  words = g_bytes_get_data (bytes, &size);
  g_output_stream_write_all_async (stream, words, size, g_task_get_priority (task), g_task_get_cancellable (task),
                                   on_written_cb, g_object_ref (task));
}

static void
lsn_rows_provider_write_mime_type_async (GdkContentProvider *provider,
                                         const char         *mime_type,
                                         GOutputStream      *stream,
                                         int                 io_priority,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  g_autoptr (GTask) making = NULL;

  g_task_set_priority (task, io_priority);
  g_task_set_source_tag (task, lsn_rows_provider_write_mime_type_async);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  if (!gdk_content_formats_contain_mime_type (formats, mime_type))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", mime_type);
      g_object_unref (task);
      return;
    }

  making = g_task_new (provider, cancellable, on_made_cb, task);
  g_task_set_task_data (making, g_strdup (mime_type), g_free);
  g_task_run_in_thread (making, make_bytes);
}

static gboolean
lsn_rows_provider_write_mime_type_finish (GdkContentProvider *provider,
                                          GAsyncResult       *result,
                                          GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Who pastes takes the first that suits. */
static GdkContentFormats *
lsn_rows_provider_ref_formats (GdkContentProvider *provider)
{
  static const char *const all[] = { LSN_ROWS_MIME_TYPE, "text/plain;charset=utf-8", "text/plain", "image/svg+xml", "image/png" };
  guint n_rows = LSN_ROWS_PROVIDER (provider)->actors != NULL ? 0 : 3;

  return gdk_content_formats_new ((const char **) all + n_rows, G_N_ELEMENTS (all) - n_rows);
}

static void
lsn_rows_provider_finalize (GObject *object)
{
  LsnRowsProvider *self = LSN_ROWS_PROVIDER (object);

  g_clear_object (&self->snapshot);
  g_clear_pointer (&self->cache, lsn_text_cache_unref);
  g_clear_pointer (&self->actors, g_array_unref);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->wish, lsn_picture_wish_free);
  G_OBJECT_CLASS (lsn_rows_provider_parent_class)->finalize (object);
}

static void
lsn_rows_provider_class_init (LsnRowsProviderClass *class)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = lsn_rows_provider_finalize;
  provider_class->ref_formats = lsn_rows_provider_ref_formats;
  provider_class->write_mime_type_async = lsn_rows_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = lsn_rows_provider_write_mime_type_finish;
}

static void
lsn_rows_provider_init (LsnRowsProvider *self)
{
}

/* The actors, and those at the ends of the ties, so that a tie has something to stand between. */
static GArray *
actors_in_picture (LsnMap *snapshot,
                   GArray *actors,
                   GArray *ties)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_append_vals (all, actors->data, actors->len);
  for (guint i = 0; i < ties->len; i++)
    for (LsnColumn end = LSN_TIE_SOURCE; end <= LSN_TIE_TARGET; end++)
      {
        LsnRow actor = lsn_map_get_reference (snapshot, LSN_TABLE_TIES, g_array_index (ties, LsnRow, i), end);

        if (actor != LSN_NO_ROW)
          g_array_append_val (all, actor);
      }
  return all;
}

/**
 * lsn_rows_provider_new:
 * @snapshot: of the map
 * @cache: shaped texts
 * @filter: (nullable): what of the map is seen, and is in the picture
 * @actors: (nullable) (element-type LsnRow): what was copied; %NULL for a picture of all, which cannot be pasted as rows
 * @ties: (nullable) (element-type LsnRow): likewise
 * @notes: (nullable) (element-type LsnRow): likewise
 *
 * O(1) in the map: all that is on offer is made when it is asked for.
 *
 * Returns: (transfer full): for the clipboard
 */
GdkContentProvider *
lsn_rows_provider_new (LsnMap          *snapshot,
                       LsnTextCache    *cache,
                       const LsnFilter *filter,
                       GArray          *actors,
                       GArray          *ties,
                       GArray          *notes)
{
  LsnRowsProvider *self = g_object_new (LSN_TYPE_ROWS_PROVIDER, NULL);

  self->snapshot = g_object_ref (snapshot);
  self->cache = lsn_text_cache_ref (cache);
  self->wish = g_new0 (LsnPictureWish, 1);
  self->wish->picture = (LsnPicture) { .margin = MARGIN, .dpi = DPI }
  ;
  if (filter != NULL)
    self->wish->filter = lsn_filter_copy (filter);
  if (actors != NULL)
    {
      self->actors = g_array_ref (actors);
      self->ties = g_array_ref (ties);
      self->notes = g_array_ref (notes);
      self->wish->only_notes = g_array_ref (notes);
      self->wish->only_actors = actors_in_picture (snapshot, actors, ties);
    }
  return GDK_CONTENT_PROVIDER (self);
}
