/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/message.h"
#include "app/popovers.h"
#include "app/recent.h"
#include "app/save-chooser.h"
#include "app/window-private.h"
#include "model/edit.h"

/* Saving, and the questions around it. Nothing here throws anything away that nobody was asked about. */

#define CLOSE_PATIENCE 1500 /* milliseconds that a disk has to say whether a file is there before its window closes */

typedef struct
{
  LsnWindow    *window;
  GApplication *application; /* held, so that what is being written when the last window closes is written to its end */
  GFile        *file;        /* NULL: where the document came from */
} Saving;

static void save_to (LsnWindow *window,
                     GFile     *file);
static void save_as (LsnWindow *window);

static void
saving_free (Saving *saving)
{
  g_application_release (saving->application);
  g_object_unref (saving->application);
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
on_changed_response (AdwMessageDialog *dialog,
                     const char       *response,
                     LsnWindow        *window)
{
  if (g_str_equal (response, "replace"))
    {
      lsn_document_accept_disk (window->document);
      save_to (window, NULL);
    }
  else if (g_str_equal (response, "save-as"))
    save_as (window);
  else
    window->close_when_saved = FALSE;
}

static void
ask_about_changed_file (LsnWindow *window)
{
  GtkWidget *dialog;

  dialog = lsn_message_new (GTK_WINDOW (window), _("The File Was Changed by Somebody Else"),
                            _("Since it was opened here, another program has written to it. Replacing it loses "
                              "what that program wrote."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"),
                                    "save-as", _("_Save As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_changed_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_failure_response (AdwMessageDialog *dialog,
                     const char       *response,
                     LsnWindow        *window)
{
  if (g_str_equal (response, "save-as"))
    save_as (window);
  else
    window->close_when_saved = FALSE;
}

static void
show_failure (LsnWindow    *window,
              const GError *error)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  body = g_strdup_printf ("%s\n\n%s", error->message, _("The map is still open here."));
  dialog = lsn_message_new (GTK_WINDOW (window), _("The Map Could Not Be Saved"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "save-as", _("_Save As…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_failure_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
say_saved (LsnWindow *window,
           GFile     *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;

  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_("Saved “%s”"), name);
  lsn_window_say (window, sentence, FALSE);
}

/* A format that cannot hold the whole map says what it left out. */
static void
say_losses (LsnWindow *window,
            LsnReport *report)
{
  guint n = lsn_report_n_entries (report);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Saved with %u remark", "Saved with %u remarks", n), n);
  lsn_window_show_report (window, report, text);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  LsnWindow *window = saving->window;
  LsnDocument *document = LSN_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnReport) report = NULL;
  gboolean done = lsn_document_save_finish (document, result, &report, &error);

  lsn_progress_end (window->progress);
  if (window->document == document && gtk_widget_get_realized (GTK_WIDGET (window)))
    lsn_window_watch_file (window);
  if (window->document != document || !gtk_widget_get_realized (GTK_WIDGET (window)))
    ;
  else if (done)
    {
      GFile *file = saving->file != NULL ? saving->file : lsn_document_get_file (document);

      lsn_recent_add (file);
      say_saved (window, file);
      say_losses (window, report);
      if (window->close_when_saved && !lsn_document_is_modified (document))
        {
          lsn_close_popovers (GTK_WIDGET (window));
          gtk_window_close (GTK_WINDOW (window));
        }
      window->close_when_saved = FALSE;
    }
  else if (g_error_matches (error, LSN_IO_ERROR, LSN_IO_ERROR_CHANGED))
    ask_about_changed_file (window);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (window, error);
  else
    {
      lsn_window_say (window, error->message, FALSE);
      window->close_when_saved = FALSE;
    }
  saving_free (saving);
}

static void
save_to (LsnWindow *window,
         GFile     *file)
{
  Saving *saving;

  if (lsn_progress_is_busy (window->progress))
    {
      window->close_when_saved = FALSE;
      lsn_window_say (window, _("Not saved yet: wait until what runs has ended"), FALSE);
      return;
    }
  lsn_window_forget_file (window);
  saving = g_new0 (Saving, 1);
  saving->window = g_object_ref (window);
  saving->application = g_object_ref (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
  g_application_hold (saving->application);
  saving->file = file != NULL ? g_object_ref (file) : NULL;
  lsn_document_save_async (window->document, file, lsn_progress_begin (window->progress, _("Saving…")), on_saved,
                           saving);
}

static void
on_save_as_chosen (GtkWindow *parent,
                   GFile     *file)
{
  LsnWindow *window = LSN_WINDOW (parent);

  if (file != NULL)
    save_to (window, file);
  else
    window->close_when_saved = FALSE;
}

static void
save_as (LsnWindow *window)
{
  static const char * const graphml[] = { "graphml", "graphml.gz", "xml", NULL };
  static const char * const dot[] = { "dot", "gv", NULL };
  const LsnSaveFormat formats[] = {
    { _("Maps (GraphML)"), graphml },
    { _("Graphviz DOT: loses part of the map"), dot },
  };

  lsn_save_chooser_run (GTK_WINDOW (window), _("Save the Map"), _("_Save"), window->document, NULL, formats,
                        G_N_ELEMENTS (formats), on_save_as_chosen);
}

/**
 * lsn_window_save:
 *
 * Saves where the document came from, else asks where.
 */
void
lsn_window_save (LsnWindow *window)
{
  if (lsn_document_get_file (window->document) != NULL)
    save_to (window, NULL);
  else
    save_as (window);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  lsn_window_save (LSN_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  save_as (LSN_WINDOW (widget));
}

void
lsn_window_install_save_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (class, "win.save-as", NULL, save_as_action);
}

static gboolean
destroy_window (gpointer window)
{
  lsn_close_popovers (window);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

/* The question goes before the window that it is about: it would look for it on its way out. */
static void
on_close_response (AdwMessageDialog *dialog,
                   const char       *response,
                   LsnWindow        *window)
{
  if (g_str_equal (response, "save"))
    {
      window->close_when_saved = TRUE;
      lsn_window_save (window);
    }
  else if (g_str_equal (response, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, destroy_window, g_object_ref (window), g_object_unref);
}

static void
ask_to_save (LsnWindow *window,
             gboolean   is_gone)
{
  g_autofree char *title = lsn_document_dup_title (window->document);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the title of a map */
  body = g_strdup_printf (_("“%s” has changes that are not saved. If you discard them, they are lost."), title);
  dialog = lsn_message_new (GTK_WINDOW (window), _("Save Changes?"),
                            is_gone ? _("The file is no longer there. Save to write it again.") : body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A window whose file is there, or about which the disk does not answer, has nothing to lose. */
static void
on_looked_before_close (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (LsnWindow) window = user_data;
  LsnFileCheck found = lsn_file_check_finish (result);

  window->is_closing = FALSE;
  if (window->document == NULL || !gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  if (found == LSN_FILE_GONE || lsn_document_is_modified (window->document))
    {
      ask_to_save (window, found == LSN_FILE_GONE);
      return;
    }
  window->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
stop_waiting (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/**
 * lsn_window_ask_before_close:
 *
 * Asks about what is not saved. A map whose file has gone counts as that, so the disk is asked first, for a while.
 *
 * Returns: whether somebody is being asked; then the window stays for now, and closes by itself when it may
 */
gboolean
lsn_window_ask_before_close (LsnWindow *window)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (window->document == NULL || window->may_close)
    return FALSE;
  if (window->is_closing)
    return TRUE;
  if (lsn_document_get_file (window->document) == NULL)
    {
      if (!lsn_document_is_modified (window->document))
        return FALSE;
      ask_to_save (window, FALSE);
      return TRUE;
    }
  window->is_closing = TRUE;
  cancellable = g_cancellable_new ();
  g_timeout_add_full (G_PRIORITY_DEFAULT, CLOSE_PATIENCE, stop_waiting, g_object_ref (cancellable), g_object_unref);
  lsn_document_check_file_async (window->document, cancellable, on_looked_before_close, g_object_ref (window));
  return TRUE;
}
