/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "app/save-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/message.h"
#include "io/files.h"

/* Where to save: a chooser, the ending that a name lacks, and whether a file that is there already may be replaced. */

typedef struct
{
  GtkWindow     *parent;    /* not owned: the answers come only as long as it lives */
  GPtrArray     *filters;   /* of GtkFileFilter, one a format */
  GPtrArray     *endings;   /* of strings with their dot, the first of each format */
  GPtrArray     *known;     /* of strings with their dot, all of all formats */
  LsnSaveChosen  chosen;
  GFile         *file;      /* what it is asked of whether it may be replaced */
} Saving;

static void
saving_free (Saving *saving)
{
  g_ptr_array_unref (saving->filters);
  g_ptr_array_unref (saving->endings);
  g_ptr_array_unref (saving->known);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (GtkWindow           *parent,
            const LsnSaveFormat *formats,
            guint                n_formats,
            LsnSaveChosen        chosen)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->parent = parent;
  saving->chosen = chosen;
  saving->filters = g_ptr_array_new_with_free_func (g_object_unref);
  saving->endings = g_ptr_array_new_with_free_func (g_free);
  saving->known = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_formats; i++)
    {
      g_ptr_array_add (saving->filters, lsn_file_filter_new (formats[i].name, formats[i].endings));
      g_ptr_array_add (saving->endings, g_strconcat (".", formats[i].endings[0], NULL));
      for (guint j = 0; formats[i].endings[j] != NULL; j++)
        g_ptr_array_add (saving->known, g_strconcat (".", formats[i].endings[j], NULL));
    }
  return saving;
}

static void
on_replace_response (GtkWidget  *dialog,
                     const char *response,
                     GtkWindow  *parent)
{
  Saving *saving = g_object_get_data (G_OBJECT (dialog), "saving");

  saving->chosen (parent, g_str_equal (response, "replace") ? saving->file : NULL);
}

/* @saving: (transfer full) */
static void
ask_to_replace (Saving *saving)
{
  g_autofree char *name = g_file_get_parse_name (saving->file);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_("“%s” is there already. Replacing it loses what it holds."), name);
  dialog = lsn_message_new_replace (saving->parent, _("Replace the File?"), body);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_replace_response), saving->parent, 0);
  g_object_set_data_full (G_OBJECT (dialog), "saving", saving, (GDestroyNotify) saving_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
has_ending (Saving     *saving,
            const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < saving->known->len; i++)
    if (g_str_has_suffix (folded, g_ptr_array_index (saving->known, i)))
      return TRUE;
  return FALSE;
}

/* The file, with the ending of the format that was chosen when its name has none. */
static GFile *
with_ending (Saving         *saving,
             GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *longer = NULL;
  guint format = 0;

  if (folder == NULL || has_ending (saving, name))
    return g_steal_pointer (&file);
  if (!g_ptr_array_find (saving->filters, gtk_file_chooser_get_filter (chooser), &format))
    format = 0;
  longer = g_strconcat (name, g_ptr_array_index (saving->endings, format), NULL);
  return g_file_get_child (folder, longer);
}

/* Takes @data, and the hold on its parent: both lived while the disk was asked. */
static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GtkWindow) parent = saving->parent;

  if (!gtk_widget_get_realized (GTK_WIDGET (parent)))
    return;
  if (lsn_file_check_finish (result) == LSN_FILE_GONE)
    saving->chosen (parent, saving->file);
  else
    ask_to_replace (g_steal_pointer (&saving));
}

static void
on_response (GtkNativeDialog *chooser,
             int              response,
             GtkWindow       *parent)
{
  g_autoptr (Saving) saving = g_object_steal_data (G_OBJECT (chooser), "saving");
  g_autoptr (GFile) typed = NULL;

  gtk_native_dialog_hide (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      typed = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      saving->file = with_ending (saving, GTK_FILE_CHOOSER (chooser));
    }
  /* The chooser has asked about the name that was typed, and knows nothing of one with another ending. */
  if (saving->file != NULL && !g_file_equal (saving->file, typed))
    {
      GFile *file = saving->file;

      g_object_ref (parent);
      lsn_file_check_async (file, NULL, NULL, on_looked_cb, g_steal_pointer (&saving));
    }
  else
    saving->chosen (parent, saving->file);
  g_object_unref (chooser);
}

/**
 * lsn_file_filter_new:
 * @name: translated
 * @endings: without their dot, up to a %NULL
 *
 * Returns: (transfer full): what shows files with one of the endings
 */
GtkFileFilter *
lsn_file_filter_new (const char         *name,
                     const char * const *endings)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  return filter;
}

static void
begin_beside (GtkFileChooser *chooser,
              LsnDocument    *document)
{
  GFile *file = lsn_document_get_file (document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
on_folder_response (GtkNativeDialog *chooser,
                    int              response,
                    GtkWindow       *parent)
{
  LsnFolderChosen chosen = (LsnFolderChosen) g_object_get_data (G_OBJECT (chooser), "chosen");
  g_autoptr (GFile) folder = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_hide (chooser);
  chosen (parent, folder);
  g_object_unref (chooser);
}

/**
 * lsn_folder_chooser_run:
 * @parent: the window that asks
 * @title: translated
 * @accept: translated, with its mnemonic: what the button says
 * @document: whose folder is offered
 * @chosen: called once, unless @parent is gone by then; the folder is %NULL when that was called off
 *
 * Asks for a folder, without waiting.
 */
void
lsn_folder_chooser_run (GtkWindow      *parent,
                        const char     *title,
                        const char     *accept,
                        LsnDocument    *document,
                        LsnFolderChosen chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept,
                                                               _("_Cancel"));

  begin_beside (GTK_FILE_CHOOSER (chooser), document);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "chosen", (gpointer) chosen);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_response), parent, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * lsn_save_chooser_run:
 * @parent: the window that asks
 * @title: translated
 * @accept: translated, with its mnemonic: what the button says
 * @document: whose folder and name are offered
 * @stem: (nullable): a name without its ending that is offered instead
 * @formats: (array length=n_formats): what can be written, the usual one first
 * @chosen: called once, unless @parent is gone by then
 *
 * Asks where to save, without waiting. Nothing that is there already is chosen unless somebody was asked about it.
 */
void
lsn_save_chooser_run (GtkWindow           *parent,
                      const char          *title,
                      const char          *accept,
                      LsnDocument         *document,
                      const char          *stem,
                      const LsnSaveFormat *formats,
                      guint                n_formats,
                      LsnSaveChosen        chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, accept,
                                                               _("_Cancel"));
  Saving *saving = saving_new (parent, formats, n_formats, chosen);
  const char *ending = g_ptr_array_index (saving->endings, 0);
  g_autofree char *name = stem != NULL ? g_strconcat (stem, ending, NULL) : lsn_document_suggest_name (document, ending);

  for (guint i = 0; i < n_formats; i++)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), g_ptr_array_index (saving->filters, i));
  begin_beside (GTK_FILE_CHOOSER (chooser), document);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "saving", saving, (GDestroyNotify) saving_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_response), parent, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
