/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/document.h"

#include <glib/gi18n-lib.h>

#include "app/file-name.h"
#include "model/edit.h"

struct _LsnDocument
{
  GObject       parent_instance;

  LsnMap       *map;
  LsnSelection *selection;
  GFile        *file;      /* where Save writes; NULL when it has to be asked for */
  GFile        *origin;    /* what it was read from when that is not where Save writes */
  LsnFileState *state;     /* what is known of @file since it was read or written */
};

G_DEFINE_FINAL_TYPE (LsnDocument, lsn_document, G_TYPE_OBJECT)

enum { PROP_0, PROP_TITLE, PROP_SUBTITLE, PROP_MODIFIED, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* What a save under way needs when it comes back. */
typedef struct
{
  GFile     *file;
  guint64    revision;
  LsnReport *report;   /* of what the format could not keep */
} Save;

static void
save_free (Save *save)
{
  g_clear_pointer (&save->report, lsn_report_unref);
  g_object_unref (save->file);
  g_free (save);
}

static void
on_map_changed (LsnDocument *document)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_TITLE]);
}

static void
on_map_history (LsnDocument *document)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_MODIFIED]);
}

static void
lsn_document_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LsnDocument *document = LSN_DOCUMENT (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_take_string (value, lsn_document_dup_title (document));
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, lsn_document_dup_subtitle (document));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, lsn_document_is_modified (document));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
lsn_document_dispose (GObject *object)
{
  LsnDocument *document = LSN_DOCUMENT (object);

  g_clear_object (&document->selection);
  g_clear_object (&document->map);
  g_clear_object (&document->file);
  g_clear_object (&document->origin);
  g_clear_pointer (&document->state, lsn_file_state_unref);
  G_OBJECT_CLASS (lsn_document_parent_class)->dispose (object);
}

static void
lsn_document_class_init (LsnDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = lsn_document_get_property;
  object_class->dispose = lsn_document_dispose;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MODIFIED] =
    g_param_spec_boolean ("modified", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lsn_document_init (LsnDocument *document)
{
}

/**
 * lsn_document_new:
 * @map: (transfer none): a map without a file
 *
 * Returns: (transfer full): a document that asks for a name when it is saved
 */
LsnDocument *
lsn_document_new (LsnMap *map)
{
  LsnDocument *document;

  g_return_val_if_fail (LSN_IS_MAP (map), NULL);

  document = g_object_new (LSN_TYPE_DOCUMENT, NULL);
  document->map = g_object_ref (map);
  document->selection = lsn_selection_new (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (on_map_changed), document, G_CONNECT_SWAPPED);
  g_signal_connect_object (map, "history", G_CALLBACK (on_map_history), document, G_CONNECT_SWAPPED);
  return document;
}

/* Only GraphML is saved where it came from: any other format would lose part of the map. */
static gboolean
keeps_everything (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_strcmp0 (lsn_format_from_name (name), "graphml") == 0;
}

/**
 * lsn_document_new_for_file:
 * @map: (transfer none): what was read
 * @file: where from
 * @state: (nullable) (transfer none): what the file was when it was read
 *
 * A file of a format that cannot hold a whole map (DOT) is only where the document comes from: Save asks for a new name.
 *
 * Returns: (transfer full): a document
 */
LsnDocument *
lsn_document_new_for_file (LsnMap       *map,
                           GFile        *file,
                           LsnFileState *state)
{
  LsnDocument *document = lsn_document_new (map);

  if (keeps_everything (file))
    {
      document->file = g_object_ref (file);
      if (state != NULL)
        document->state = lsn_file_state_ref (state);
    }
  else
    document->origin = g_object_ref (file);
  return document;
}

LsnMap *
lsn_document_get_map (LsnDocument *document)
{
  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  return document->map;
}

LsnSelection *
lsn_document_get_selection (LsnDocument *document)
{
  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  return document->selection;
}

/**
 * lsn_document_get_file:
 *
 * Returns: (nullable) (transfer none): where Save writes
 */
GFile *
lsn_document_get_file (LsnDocument *document)
{
  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  return document->file;
}

gboolean
lsn_document_is_modified (LsnDocument *document)
{
  g_return_val_if_fail (LSN_IS_DOCUMENT (document), FALSE);

  return lsn_map_is_modified (document->map);
}

/**
 * lsn_document_is_untouched:
 *
 * Returns: whether this is a new map that nobody has drawn in: a file may be opened in its place
 */
gboolean
lsn_document_is_untouched (LsnDocument *document)
{
  g_return_val_if_fail (LSN_IS_DOCUMENT (document), FALSE);

  return document->file == NULL && document->origin == NULL && !lsn_map_is_modified (document->map) &&
         lsn_map_n_rows (document->map, LSN_TABLE_ACTORS) == 0;
}

/**
 * lsn_document_check_file_async:
 * @callback: to call lsn_file_check_finish () in
 *
 * Looks whether the file that was read or last written is still there, and is the same. There must be one.
 */
void
lsn_document_check_file_async (LsnDocument        *document,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (LSN_IS_DOCUMENT (document) && document->file != NULL);

  lsn_file_check_async (document->file, document->state, cancellable, callback, user_data);
}

/**
 * lsn_document_accept_disk:
 *
 * The next save replaces the file, whatever it has become meanwhile: its owner was asked.
 */
void
lsn_document_accept_disk (LsnDocument *document)
{
  g_return_if_fail (LSN_IS_DOCUMENT (document));

  g_clear_pointer (&document->state, lsn_file_state_unref);
}

static GFile *
source_of (LsnDocument *document)
{
  return document->file != NULL ? document->file : document->origin;
}

/**
 * lsn_document_dup_title:
 *
 * Returns: (transfer full): the map's title, else the file's name, else "New Map"
 */
char *
lsn_document_dup_title (LsnDocument *document)
{
  const char *title;

  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  title = lsn_map_get_text (document->map, LSN_TABLE_MAP, lsn_map_the_row (document->map), LSN_MAP_TITLE);
  if (title != NULL)
    return g_strdup (title);
  if (source_of (document) != NULL)
    {
      g_autofree char *name = g_file_get_basename (source_of (document));

      return g_filename_display_name (name);
    }
  return g_strdup (_("New Map"));
}

/**
 * lsn_document_dup_subtitle:
 *
 * Returns: (transfer full): where the file is, as people write it, or that there is none yet
 */
char *
lsn_document_dup_subtitle (LsnDocument *document)
{
  g_autofree char *name = NULL;
  const char *home = g_get_home_dir ();

  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  if (source_of (document) == NULL)
    return g_strdup (_("Not saved yet"));
  name = g_file_get_parse_name (source_of (document));
  if (home != NULL && strlen (home) > 1 && g_str_has_prefix (name, home) && name[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", name + strlen (home), NULL);
  return g_steal_pointer (&name);
}

/**
 * lsn_document_suggest_name:
 * @ending: with its dot: ".svg"
 *
 * Returns: (transfer full): a file name to begin with in a dialog
 */
char *
lsn_document_suggest_name (LsnDocument *document,
                           const char  *ending)
{
  g_autofree char *name = NULL;
  g_autofree char *safe = NULL;
  char *dot;

  g_return_val_if_fail (LSN_IS_DOCUMENT (document), NULL);

  if (source_of (document) != NULL)
    {
      g_autofree char *base = g_file_get_basename (source_of (document));

      name = g_filename_display_name (base);
      if (g_str_has_suffix (name, ".gz"))
        name[strlen (name) - 3] = '\0';
      dot = strrchr (name, '.');
      if (dot != NULL && dot != name)
        *dot = '\0';
    }
  else
    name = lsn_document_dup_title (document);
  safe = lsn_file_name_safe (name);
  return g_strconcat (*safe == '\0' ? _("Map") : safe, ending, NULL);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LsnDocument *document = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;
  LsnFileState *state = lsn_save_finish (result, &save->report, &error);

  if (state == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (keeps_everything (save->file))
    {
      g_clear_pointer (&document->state, lsn_file_state_unref);
      document->state = lsn_file_state_ref (state);
      g_set_object (&document->file, save->file);
      lsn_map_mark_saved (document->map, save->revision);
      g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_TITLE]);
      g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_SUBTITLE]);
      g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_MODIFIED]);
    }
  lsn_file_state_unref (state);
  g_task_return_boolean (task, TRUE);
}

/**
 * lsn_document_save_async:
 * @file: (nullable): where to; %NULL for where it came from
 *
 * Writes a snapshot off this thread; editing goes on meanwhile. Saving where the document came from refuses with
 * %LSN_IO_ERROR_CHANGED when somebody else wrote there. A file of a format that loses part of the map (DOT) is written,
 * but the document does not count as saved by it.
 */
void
lsn_document_save_async (LsnDocument        *document,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (LsnMap) snapshot = NULL;
  GTask *task;
  Save *save;
  gboolean same;

  g_return_if_fail (LSN_IS_DOCUMENT (document));
  g_return_if_fail (file != NULL || document->file != NULL);

  same = file == NULL || (document->file != NULL && g_file_equal (file, document->file));
  snapshot = lsn_map_snapshot (document->map);
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file != NULL ? file : document->file);
  save->revision = lsn_map_get_revision (snapshot);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, lsn_document_save_async);
  /* What is written is saved, also when that is cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  lsn_save_async (snapshot, save->file, same ? document->state : NULL, cancellable, on_saved, task);
}

/**
 * lsn_document_save_finish:
 * @report: (out) (transfer full): what the format could not keep of the map
 *
 * Returns: whether the file was written
 */
gboolean
lsn_document_save_finish (LsnDocument  *document,
                          GAsyncResult *result,
                          LsnReport   **report,
                          GError      **error)
{
  Save *save;

  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  save = g_task_get_task_data (G_TASK (result));
  *report = lsn_report_ref (save->report);
  return g_task_propagate_boolean (G_TASK (result), error);
}
