/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/message.h"
#include "app/recent.h"
#include "app/report-dialog.h"
#include "app/save-chooser.h"
#include "app/view-state.h"
#include "app/window-private.h"
#include "model/edit.h"

#define SAMPLE "/io/github/liaison_map/Liaison/samples/hostage-release.graphml"
#define MONITOR_DELAY 400 /* milliseconds that a file is left alone after the last sign of a change */

/* Says that there is a report of what was read or written, and keeps it for who wants to see it. */
void
lsn_window_show_report (LsnWindow  *window,
                        LsnReport  *report,
                        const char *text)
{
  lsn_report_ref (report);
  g_clear_pointer (&window->report, lsn_report_unref);
  window->report = report;
  gtk_label_set_text (window->report_label, text);
  gtk_info_bar_set_revealed (window->report_bar, TRUE);
}

static void
show_remarks (LsnWindow *window)
{
  guint n = window->report != NULL ? lsn_report_n_entries (window->report) : 0;
  guint n_errors = window->report != NULL ? (guint) lsn_report_count (window->report, LSN_SEVERITY_ERROR) : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  if (n_errors > 0)
    /* Translators: parts of a file that are wrong and are missing in the map now */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opened without %u part of the file, which is wrong",
                                         "Opened without %u parts of the file, which are wrong", n_errors), n_errors);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opened with %u remark", "Opened with %u remarks", n), n);
  lsn_window_show_report (window, window->report, text);
}

/* A map of another program often says who there is and not where: then most actors stand in a grid beside the others. */
static void
offer_layout (LsnWindow *window,
              LsnMap    *map)
{
  guint n_without = 0, n_actors = 0;

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      /* The place of a container is that of what is inside it. */
      if (lsn_map_is_container (map, actor))
        continue;
      n_actors++;
      n_without += isnan (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X)) ||
                   isnan (lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y));
    }
  gtk_info_bar_set_revealed (window->places_bar, n_actors > 1 && 2 * n_without > n_actors);
}

static void
on_failure_response (AdwMessageDialog *dialog,
                     const char       *response,
                     LsnWindow        *window)
{
  if (g_str_equal (response, "details") && window->report != NULL)
    lsn_report_dialog_present (GTK_WINDOW (window), adw_message_dialog_get_heading (dialog),
                               adw_message_dialog_get_body (dialog), window->report);
}

static void
show_load_failure (LsnWindow    *window,
                   GFile        *file,
                   const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the name of a file */
  heading = g_strdup_printf (_("“%s” Could Not Be Opened"), name);
  dialog = lsn_message_new (GTK_WINDOW (window), heading, error->message);
  if (window->report != NULL && lsn_report_n_entries (window->report) > 1)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "details", _("_Details"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_failure_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_loading (LsnWindow *window)
{
  if (window->progress != NULL)
    lsn_progress_end (window->progress);
  g_clear_object (&window->loading);
}

/* A document that was read, while it is asked how it was last looked at. */
typedef struct
{
  LsnWindow   *window;
  LsnDocument *document;
} Opening;

/* Whether the window shows that map already, as it does when its file is loaded again. */
static gboolean
is_shown (LsnWindow   *window,
          LsnDocument *document)
{
  g_autofree char *before = window->document != NULL ? lsn_view_state_path (lsn_document_get_map (window->document)) : NULL;
  g_autofree char *now = lsn_view_state_path (lsn_document_get_map (document));

  return g_strcmp0 (before, now) == 0;
}

static void
on_view_known (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (LsnWindow) window = opening->window;
  g_autoptr (LsnDocument) document = opening->document;
  g_autoptr (GKeyFile) keys = lsn_view_state_load_finish (result);
  GFile *file = lsn_document_get_file (document);

  g_free (opening);
  end_loading (window);
  if (window->canvas == NULL)
    return;
  /* What is looked at now is kept only when the map goes. */
  if (is_shown (window, document))
    lsn_view_state_note (keys, window->canvas, window->tables);
  lsn_window_set_document (window, document, keys);
  lsn_window_appear (window);
  show_remarks (window);
  offer_layout (window, lsn_document_get_map (document));
  if (file != NULL)
    lsn_recent_add (file);
}

/* The end of reading: a document, or why there is none. @file is NULL for the example. */
static void
finish_loading (LsnWindow    *window,
                GFile        *file,
                GAsyncResult *result)
{
  g_autoptr (LsnFileState) state = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LsnMap) map = NULL;
  Opening *opening;

  g_clear_pointer (&window->report, lsn_report_unref);
  map = lsn_load_finish (result, &window->report, &state, &error);
  if (map == NULL || window->canvas == NULL)
    end_loading (window);
  if (window->canvas == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (map == NULL)
    {
      lsn_window_appear (window);
      show_load_failure (window, file, error);
      if (file != NULL)
        lsn_recent_review (file);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (window);
  opening->document = file != NULL ? lsn_document_new_for_file (map, file, state) : lsn_document_new (map);
  lsn_view_state_load_async (map, on_view_known, opening);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LsnWindow) window = user_data;
  g_autoptr (GFile) file = window->loading != NULL ? g_object_ref (window->loading) : NULL;

  finish_loading (window, file, result);
}

static void
on_sample_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LsnWindow) window = user_data;

  finish_loading (window, NULL, result);
}

/**
 * lsn_window_load:
 * @file: what to read; the window is free (see lsn_window_is_free ())
 */
void
lsn_window_load (LsnWindow *window,
                 GFile     *file)
{
  LsnApplication *application = LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));

  g_return_if_fail (lsn_window_is_free (window));

  window->loading = g_object_ref (file);
  lsn_load_async (file, lsn_application_get_origin (application),
                  lsn_progress_begin (window->progress, _("Opening…")), on_loaded, g_object_ref (window));
}

/* A window in which something can be opened: this one, or a new one. */
static LsnWindow *
free_window (LsnWindow *window)
{
  LsnWindow *other;

  if (lsn_window_is_free (window))
    return window;
  other = lsn_window_new (LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))));
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

static void
new_map (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  LsnWindow *window = free_window (LSN_WINDOW (widget));
  LsnApplication *application = LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr (LsnMap) map = lsn_map_new (lsn_application_get_origin (application));
  g_autoptr (LsnDocument) document = lsn_document_new (map);

  lsn_window_set_document (window, document, NULL);
}

static void
open_sample (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnWindow *window = free_window (LSN_WINDOW (widget));
  LsnApplication *application = LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SAMPLE, 0, NULL);

  g_return_if_fail (bytes != NULL);
  lsn_load_bytes_async (bytes, NULL, lsn_application_get_origin (application),
                        lsn_progress_begin (window->progress, _("Opening…")), on_sample_loaded, g_object_ref (window));
}

static GtkFileFilter *
any_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  LsnWindow       *window)
{
  g_autoptr (GListModel) files = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          lsn_application_open_file (LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                                     GTK_WINDOW (window), file);
        }
    }
  g_object_unref (dialog);
}

static void
open_map (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open a Map"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  static const char * const endings[] = { "graphml", "xml", "gz", "dot", "gv", NULL };
  g_autoptr (GtkFileFilter) maps = lsn_file_filter_new (_("Maps and Graphs"), endings);
  g_autoptr (GtkFileFilter) any = any_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), maps);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), any);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_open_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_uri (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  lsn_application_open_file (LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (widget))), GTK_WINDOW (widget),
                             file);
}

void
lsn_window_install_file_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.new", NULL, new_map);
  gtk_widget_class_install_action (class, "win.open", NULL, open_map);
  gtk_widget_class_install_action (class, "win.open-uri", "s", open_uri);
  gtk_widget_class_install_action (class, "win.open-sample", NULL, open_sample);
}

void
lsn_window_on_report_response (GtkInfoBar *bar,
                               int         response,
                               LsnWindow  *window)
{
  if (response == GTK_RESPONSE_HELP && window->report != NULL)
    lsn_report_dialog_present (GTK_WINDOW (window), _("Remarks on the File"), NULL, window->report);
  else
    gtk_info_bar_set_revealed (bar, FALSE);
}

void
lsn_window_on_places_response (GtkInfoBar *bar,
                               int         response,
                               LsnWindow  *window)
{
  gtk_info_bar_set_revealed (bar, FALSE);
  if (response == GTK_RESPONSE_APPLY)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.layout", "s", "");
}

static void
on_looked_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LsnWindow) window = user_data;
  LsnFileCheck found = lsn_file_check_finish (result);
  gboolean gone = found == LSN_FILE_GONE;

  if (found == LSN_FILE_UNKNOWN || window->document == NULL || window->disk_bar == NULL)
    return;
  gtk_label_set_text (window->disk_label,
                      gone ? _("The file is no longer there. Save to write it again.")
                           : _("Another program has changed the file since it was opened here."));
  gtk_widget_set_visible (window->disk_load, !gone);
  gtk_info_bar_set_revealed (window->disk_bar, found != LSN_FILE_CURRENT);
}

static gboolean
look_at_file (gpointer user_data)
{
  LsnWindow *window = user_data;

  window->monitor_delay = 0;
  g_cancellable_cancel (window->looking);
  g_clear_object (&window->looking);
  window->looking = g_cancellable_new ();
  lsn_document_check_file_async (window->document, window->looking, on_looked_cb, g_object_ref (window));
  return G_SOURCE_REMOVE;
}

static void
on_file_changed (LsnWindow *window)
{
  g_clear_handle_id (&window->monitor_delay, g_source_remove);
  window->monitor_delay = g_timeout_add (MONITOR_DELAY, look_at_file, window);
}

/* On a slow network file system this may take its time. */
static void
watch_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  GFileMonitor *monitor = g_file_monitor_file (source, G_FILE_MONITOR_WATCH_MOVES, cancellable, &error);

  if (monitor != NULL)
    g_task_return_pointer (task, monitor, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What cannot be watched is not. What happened until now was not seen, so the file is looked at once. */
static void
on_watched_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LsnWindow) window = user_data;
  g_autoptr (GFileMonitor) monitor = g_task_propagate_pointer (G_TASK (result), NULL);

  if (monitor == NULL)
    return;
  g_clear_object (&window->watching);
  window->monitor = g_steal_pointer (&monitor);
  g_signal_connect_swapped (window->monitor, "changed", G_CALLBACK (on_file_changed), window);
  on_file_changed (window);
}

/**
 * lsn_window_watch_file:
 *
 * Notices when another program changes the document's file. To be called again when the document has another file.
 */
void
lsn_window_watch_file (LsnWindow *window)
{
  GFile *file = lsn_document_get_file (window->document);
  g_autoptr (GTask) task = NULL;

  lsn_window_forget_file (window);
  gtk_info_bar_set_revealed (window->disk_bar, FALSE);
  if (file == NULL)
    return;
  window->watching = g_cancellable_new ();
  task = g_task_new (file, window->watching, on_watched_cb, g_object_ref (window));
  g_task_run_in_thread (task, watch_in_thread);
}

void
lsn_window_forget_file (LsnWindow *window)
{
  g_clear_handle_id (&window->monitor_delay, g_source_remove);
  g_cancellable_cancel (window->looking);
  g_clear_object (&window->looking);
  g_cancellable_cancel (window->watching);
  g_clear_object (&window->watching);
  if (window->monitor != NULL)
    g_signal_handlers_disconnect_by_data (window->monitor, window);
  g_clear_object (&window->monitor);
}

static void
on_reload_response (AdwMessageDialog *dialog,
                    const char       *response,
                    LsnWindow        *window)
{
  g_autoptr (GFile) file = NULL;

  if (!g_str_equal (response, "load") || window->document == NULL || lsn_progress_is_busy (window->progress))
    return;
  file = g_object_ref (lsn_document_get_file (window->document));
  window->loading = g_object_ref (file);
  lsn_load_async (file, lsn_application_get_origin (LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)))),
                  lsn_progress_begin (window->progress, _("Opening…")), on_loaded, g_object_ref (window));
}

static void
reload (LsnWindow *window)
{
  GtkWidget *dialog;

  if (!lsn_document_is_modified (window->document))
    {
      on_reload_response (NULL, "load", window);
      return;
    }
  dialog = lsn_message_new (GTK_WINDOW (window), _("Load the File Again?"),
                            _("Your changes that are not saved will be lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "load", _("_Load Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "load", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_reload_response), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
lsn_window_on_disk_response (GtkInfoBar *bar,
                             int         response,
                             LsnWindow  *window)
{
  gtk_info_bar_set_revealed (bar, FALSE);
  if (response == GTK_RESPONSE_YES && window->document != NULL)
    reload (window);
}
