/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/export-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/export-scope.h"
#include "app/file-name.h"
#include "app/frames-export.h"
#include "app/message.h"
#include "app/popovers.h"
#include "app/save-chooser.h"
#include "app/settings.h"
#include "app/window-private.h"
#include "canvas/picture-job.h"
#include "io/files.h"
#include "model/notes.h"

#define PREVIEW_WIDTH 720
#define PREVIEW_DELAY 120  /* milliseconds that a wish stays the same before its preview is made */

/* In the order of the rows of export-dialog.ui */
enum { SIZE_BY_SCALE, SIZE_BY_WIDTH };
enum { GROUND_PAPER, GROUND_TRANSPARENT, GROUND_COLOUR };

struct _LsnExportDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *options;
  AdwComboRow      *format;
  AdwComboRow      *scope;
  GtkWidget        *title_row;
  GtkSwitch        *title;
  GtkWidget        *legend_row;
  GtkSwitch        *legend;
  GtkSwitch        *outlines;
  AdwActionRow     *outlines_row;
  AdwPreferencesGroup *size_group;
  AdwComboRow      *size_by;
  AdwActionRow     *width_row;
  AdwActionRow     *scale_row;
  GtkSpinButton    *width;
  GtkSpinButton    *scale;
  GtkSpinButton    *dpi;
  AdwComboRow      *ground;
  AdwActionRow     *colour_row;
  GtkColorButton   *colour;
  GtkStack         *preview_stack;
  GtkPicture       *preview;
  GtkLabel         *problem;
  GtkLabel         *size_label;
  GtkButton        *export_button;
  GtkSpinner       *spinner;

  LsnWindow        *window;
  LsnDocument      *document;
  LsnMap           *snapshot;
  GSettings        *settings;
  GCancellable     *previewing;   /* the preview under way */
  GCancellable     *exporting;    /* the export under way */
  guint             preview_soon;
  GArray           *scopes;       /* of LsnExportScope */
};

G_DEFINE_FINAL_TYPE (LsnExportDialog, lsn_export_dialog, ADW_TYPE_WINDOW)

static const struct
{
  LsnPictureFormat format;
  const char      *id;         /* what its files end in, too */
  const char      *name;
} formats[] = {
  /* Translators: a sort of file to save */
  { LSN_PICTURE_SVG, "svg", NC_("sort of file", "SVG picture") },
  /* Translators: a sort of file to save */
  { LSN_PICTURE_PNG, "png", NC_("sort of file", "PNG picture") },
  /* Translators: a sort of file to save */
  { LSN_PICTURE_PDF, "pdf", NC_("sort of file", "PDF document") },
};

static char *
chosen_colour (LsnExportDialog *dialog)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog->colour), &rgba);
  return g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5), (guint) (rgba.green * 255 + 0.5),
                          (guint) (rgba.blue * 255 + 0.5));
}

static LsnExportScope
scope_of (LsnExportDialog *dialog)
{
  guint row = adw_combo_row_get_selected (dialog->scope);

  if (row < dialog->scopes->len)
    return g_array_index (dialog->scopes, LsnExportScope, row);
  return (LsnExportScope) { LSN_EXPORT_WHOLE, LSN_NO_ROW };
}

/* What the rows say. */
static LsnPictureWish *
wish_of (LsnExportDialog *dialog)
{
  LsnPictureWish *wish = g_new0 (LsnPictureWish, 1);
  LsnExportScope scope = scope_of (dialog);
  guint ground = adw_combo_row_get_selected (dialog->ground);

  wish->picture.format = formats[adw_combo_row_get_selected (dialog->format)].format;
  wish->picture.margin = -1;
  wish->picture.outlines = gtk_switch_get_active (dialog->outlines);
  wish->picture.transparent = ground == GROUND_TRANSPARENT;
  if (ground == GROUND_COLOUR)
    wish->picture.ground = wish->ground = chosen_colour (dialog);
  if (wish->picture.format == LSN_PICTURE_PNG)
    {
      wish->picture.dpi = gtk_spin_button_get_value (dialog->dpi);
      if (adw_combo_row_get_selected (dialog->size_by) == SIZE_BY_WIDTH)
        wish->picture.width = (guint) gtk_spin_button_get_value_as_int (dialog->width);
      else
        wish->picture.scale = gtk_spin_button_get_value (dialog->scale);
    }
  wish->title = gtk_switch_get_active (dialog->title);
  wish->legend = gtk_switch_get_active (dialog->legend);
  wish->page = scope.frame;
  if (scope.what == LSN_EXPORT_SELECTED)
    wish->only_actors = lsn_export_selected (dialog->document);
  if (scope.what != LSN_EXPORT_WHOLE)
    wish->filter = lsn_filter_copy (lsn_canvas_get_filter (dialog->window->canvas));
  return wish;
}

static LsnApplication *
application_of (LsnExportDialog *dialog)
{
  return LSN_APPLICATION (gtk_window_get_application (GTK_WINDOW (dialog->window)));
}

/* @width: 0 while it is not known */
static void
show_size (LsnExportDialog *dialog,
           guint            width,
           guint            height)
{
  g_autofree char *text = NULL;

  if (scope_of (dialog).what == LSN_EXPORT_FRAMES)
    text = lsn_export_frames_note (dialog->snapshot);
  else if (formats[adw_combo_row_get_selected (dialog->format)].format != LSN_PICTURE_PNG)
    text = g_strdup (_("Sharp at any size"));
  else if (width > 0)
    /* Translators: width and height of a picture */
    text = g_strdup_printf (_("%u × %u pixels"), width, height);
  gtk_label_set_text (dialog->size_label, text != NULL ? text : "");
}

static void
show_problem (LsnExportDialog *dialog,
              const char      *sentence)
{
  gtk_label_set_text (dialog->problem, sentence);
  gtk_stack_set_visible_child_name (dialog->preview_stack, "problem");
  gtk_label_set_text (dialog->size_label, "");
}

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LsnExportDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint width, height;

  png = lsn_picture_finish (result, &width, &height, &error);
  if (dialog->preview == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (png != NULL)
    texture = gdk_texture_new_from_bytes (png, &error);
  if (texture == NULL)
    {
      show_problem (dialog, error->message);
      return;
    }
  gtk_picture_set_paintable (dialog->preview, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (dialog->preview_stack, "picture");
  show_size (dialog, width, height);
}

static gboolean
make_preview (gpointer user_data)
{
  LsnExportDialog *dialog = user_data;
  g_autoptr (LsnPictureWish) wish = wish_of (dialog);

  dialog->preview_soon = 0;
  if (dialog->previewing != NULL)
    g_cancellable_cancel (dialog->previewing);
  g_clear_object (&dialog->previewing);
  dialog->previewing = g_cancellable_new ();
  lsn_picture_async (lsn_application_get_workers (application_of (dialog)), dialog->snapshot,
                     lsn_application_get_text_cache (application_of (dialog)), wish, PREVIEW_WIDTH, dialog->previewing,
                     on_previewed, g_object_ref (dialog));
  return G_SOURCE_REMOVE;
}

static void
on_wish_changed (LsnExportDialog *dialog)
{
  gboolean png = formats[adw_combo_row_get_selected (dialog->format)].format == LSN_PICTURE_PNG;
  gboolean svg = formats[adw_combo_row_get_selected (dialog->format)].format == LSN_PICTURE_SVG;
  gboolean by_width = adw_combo_row_get_selected (dialog->size_by) == SIZE_BY_WIDTH;

  gboolean page = scope_of (dialog).frame != LSN_NO_ROW;

  gtk_widget_set_sensitive (dialog->title_row, !page);
  gtk_widget_set_sensitive (dialog->legend_row, !page);
  gtk_widget_set_visible (GTK_WIDGET (dialog->size_group), png);
  gtk_widget_set_visible (GTK_WIDGET (dialog->width_row), by_width);
  gtk_widget_set_visible (GTK_WIDGET (dialog->scale_row), !by_width);
  gtk_widget_set_visible (GTK_WIDGET (dialog->outlines_row), svg);
  gtk_widget_set_visible (GTK_WIDGET (dialog->colour_row),
                          adw_combo_row_get_selected (dialog->ground) == GROUND_COLOUR);
  g_clear_handle_id (&dialog->preview_soon, g_source_remove);
  show_size (dialog, 0, 0);
  if (dialog->snapshot != NULL)
    dialog->preview_soon = g_timeout_add (PREVIEW_DELAY, make_preview, dialog);
}

static void
set_busy (LsnExportDialog *dialog,
          gboolean         busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (dialog->export_button), !busy);
  gtk_widget_set_sensitive (dialog->options, !busy);
  if (busy)
    gtk_spinner_start (dialog->spinner);
  else
    gtk_spinner_stop (dialog->spinner);
  if (!busy)
    g_clear_object (&dialog->exporting);
}

/* Says what was done, in the window, as the dialog goes. */
static void
end_with (LsnExportDialog *dialog,
          const char      *sentence)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast;

  if (dialog->preview == NULL)
    return;
  set_busy (dialog, FALSE);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (dialog->window->toasts, toast);
  lsn_close_popovers (GTK_WIDGET (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
export_failed (LsnExportDialog *dialog,
               const GError    *error)
{
  GtkWidget *message;

  if (dialog->preview == NULL)
    return;
  set_busy (dialog, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  message = lsn_message_new (GTK_WINDOW (dialog), _("The Picture Could Not Be Exported"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (message), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (message));
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LsnExportDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (!lsn_disk_replace_finish (result, &error))
    {
      export_failed (dialog, error);
      return;
    }
  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  /* Translators: %s is the name of a file */
  sentence = g_strdup_printf (_("Exported “%s”"), name);
  end_with (dialog, sentence);
}

static void
on_rendered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LsnExportDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lsn_picture_finish (result, NULL, NULL, &error);
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (bytes == NULL)
    {
      export_failed (dialog, error);
      return;
    }
  if (dialog->preview == NULL)
    return;
  lsn_disk_replace_async (file, bytes, dialog->exporting, on_written, g_object_ref (dialog));
}

/* @file: or the folder of several */
static void
begin_export (LsnExportDialog *dialog,
              GFile           *file)
{
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  dialog->exporting = g_cancellable_new ();
  set_busy (dialog, TRUE);
  g_settings_set_string (dialog->settings, "export-format", formats[adw_combo_row_get_selected (dialog->format)].id);
}

static void
export_to (LsnExportDialog *dialog,
           GFile           *file)
{
  g_autoptr (LsnPictureWish) wish = wish_of (dialog);

  begin_export (dialog, file);
  lsn_picture_async (lsn_application_get_workers (application_of (dialog)), dialog->snapshot,
                     lsn_application_get_text_cache (application_of (dialog)), wish, 0, dialog->exporting, on_rendered,
                     g_object_ref (dialog));
}

/* The ending says what the file is to be, whatever was chosen before. */
static void
follow_ending (LsnExportDialog *dialog,
               GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  const char *dot = strrchr (folded, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (dot + 1, formats[i].id))
      adw_combo_row_set_selected (dialog->format, i);
}

/* ---- each frame a file ---- */

static void export_frames (LsnExportDialog *dialog,
                           GFile           *folder,
                           gboolean         replace);

static void
on_replace_frames (GtkWidget       *message,
                   const char      *response,
                   LsnExportDialog *dialog)
{
  if (g_str_equal (response, "replace"))
    export_frames (dialog, g_object_get_data (G_OBJECT (dialog), "file"), TRUE);
}

static void
ask_to_replace_frames (LsnExportDialog *dialog,
                       const char      *sentence)
{
  GtkWidget *message = lsn_message_new_replace (GTK_WINDOW (dialog), _("Replace the Files?"), sentence);

  set_busy (dialog, FALSE);
  g_signal_connect_object (message, "response", G_CALLBACK (on_replace_frames), dialog, 0);
  gtk_window_present (GTK_WINDOW (message));
}

static void
on_frames_exported (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (LsnExportDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n_written;

  if (lsn_frames_export_finish (result, &n_written, &error))
    {
      /* Translators: %u is how many pictures were exported */
      sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Exported %u frame", "Exported %u frames", n_written), n_written);
      end_with (dialog, sentence);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS) && dialog->preview != NULL)
    ask_to_replace_frames (dialog, error->message);
  else
    export_failed (dialog, error);
}

static void
export_frames (LsnExportDialog *dialog,
               GFile           *folder,
               gboolean         replace)
{
  g_autoptr (LsnPictureWish) wish = wish_of (dialog);
  g_autofree char *ending = g_strconcat (".", formats[adw_combo_row_get_selected (dialog->format)].id, NULL);

  begin_export (dialog, folder);
  lsn_frames_export_async (lsn_application_get_workers (application_of (dialog)), dialog->snapshot,
                           lsn_application_get_text_cache (application_of (dialog)), wish, folder, ending, replace,
                           dialog->exporting, on_frames_exported, g_object_ref (dialog));
}

static void
on_folder_chosen (GtkWindow *parent,
                  GFile     *folder)
{
  if (folder != NULL)
    export_frames (LSN_EXPORT_DIALOG (parent), folder, FALSE);
}

static void
on_chosen (GtkWindow *parent,
           GFile     *file)
{
  if (file == NULL)
    return;
  follow_ending (LSN_EXPORT_DIALOG (parent), file);
  export_to (LSN_EXPORT_DIALOG (parent), file);
}

/* The format of the dialog is offered first. */
static void
on_export (GtkButton       *button,
           LsnExportDialog *dialog)
{
  enum { N = G_N_ELEMENTS (formats) };
  LsnExportScope scope = scope_of (dialog);
  g_autofree char *title = scope.what == LSN_EXPORT_FRAME ? lsn_note_display_name (dialog->snapshot, scope.frame) : NULL;
  g_autofree char *stem = title != NULL ? lsn_file_name_safe (title) : NULL;
  guint chosen = adw_combo_row_get_selected (dialog->format);
  const char *endings[N][2] = { { NULL } };
  LsnSaveFormat offered[N];

  if (scope.what == LSN_EXPORT_FRAMES)
    {
      lsn_folder_chooser_run (GTK_WINDOW (dialog), _("Export the Frames into a Folder"), _("_Export"), dialog->document,
                              on_folder_chosen);
      return;
    }
  for (guint i = 0; i < N; i++)
    {
      guint from = i == 0 ? chosen : i <= chosen ? i - 1 : i;

      endings[i][0] = formats[from].id;
      offered[i] = (LsnSaveFormat) { g_dpgettext2 (GETTEXT_PACKAGE, "sort of file", formats[from].name), endings[i] };
    }
  lsn_save_chooser_run (GTK_WINDOW (dialog), _("Export the Picture"), _("_Export"), dialog->document, stem, offered, N,
                        on_chosen);
}

static void
on_cancel (GtkButton       *button,
           LsnExportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

/* So that Enter exports. Earlier than this the dialog would lose its place on the accessibility bus. */
static void
lsn_export_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lsn_export_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (LSN_EXPORT_DIALOG (widget)->export_button));
}

static void
lsn_export_dialog_dispose (GObject *object)
{
  LsnExportDialog *dialog = LSN_EXPORT_DIALOG (object);

  g_clear_handle_id (&dialog->preview_soon, g_source_remove);
  if (dialog->previewing != NULL)
    g_cancellable_cancel (dialog->previewing);
  if (dialog->exporting != NULL)
    g_cancellable_cancel (dialog->exporting);
  g_clear_object (&dialog->previewing);
  g_clear_object (&dialog->exporting);
  g_clear_object (&dialog->snapshot);
  g_clear_object (&dialog->document);
  g_clear_object (&dialog->window);
  g_clear_object (&dialog->settings);
  g_clear_pointer (&dialog->scopes, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (dialog), LSN_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (lsn_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class, "/io/github/liaison_map/Liaison/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (class, LsnExportDialog, options);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, format);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, scope);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, title_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, title);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, legend_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, legend);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, outlines);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, outlines_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, size_group);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, size_by);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, width_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, scale_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, width);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, scale);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, dpi);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, ground);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, colour_row);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, colour);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, preview);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, problem);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, size_label);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, export_button);
  gtk_widget_class_bind_template_child (class, LsnExportDialog, spinner);
}

static void
lsn_export_dialog_class_init (LsnExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_export_dialog_dispose;
  widget_class->map = lsn_export_dialog_map;
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_wish_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lsn_export_dialog_init (LsnExportDialog *dialog)
{
  g_autofree char *format = NULL;

  dialog->scopes = g_array_new (FALSE, FALSE, sizeof (LsnExportScope));
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->settings = lsn_settings_new ();
  format = g_settings_get_string (dialog->settings, "export-format");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].id, format))
      adw_combo_row_set_selected (dialog->format, i);
}

/**
 * lsn_export_dialog_new:
 * @window: whose map to export, as it is now
 */
GtkWidget *
lsn_export_dialog_new (LsnWindow *window)
{
  LsnExportDialog *dialog = g_object_new (LSN_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  LsnDocument *document = lsn_window_get_document (window);
  g_autoptr (GArray) scopes = NULL;

  dialog->window = g_object_ref (window);
  dialog->document = g_object_ref (document);
  dialog->snapshot = lsn_map_snapshot (lsn_document_get_map (document));
  scopes = lsn_export_scopes (document, dialog->snapshot, lsn_canvas_get_filter (window->canvas), dialog->scope);
  g_array_append_vals (dialog->scopes, scopes->data, scopes->len);
  on_wish_changed (dialog);
  return GTK_WIDGET (dialog);
}
