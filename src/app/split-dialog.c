/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/split-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/identity.h"
#include "model/kinds.h"

struct _LsnSplitDialog
{
  AdwWindow            parent_instance;

  GtkWidget           *done;
  GtkLabel            *problem;
  AdwEntryRow         *name;
  AdwPreferencesGroup *ties;

  LsnDocument         *document;
  LsnCanvas           *canvas;
  LsnRow               actor;
  GPtrArray           *checks;     /* GtkCheckButton, one for each tie */
};

G_DEFINE_FINAL_TYPE (LsnSplitDialog, lsn_split_dialog, ADW_TYPE_WINDOW)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
append_tie (LsnSplitDialog *dialog,
            LsnMap         *map,
            LsnRow          tie)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *sentence = lsn_tie_sentence (map, tie);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_object_set_data (G_OBJECT (check), "tie", GUINT_TO_POINTER (tie));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (dialog->ties, row);
  g_ptr_array_add (dialog->checks, check);
}

static void
on_name_changed (AdwEntryRow    *row,
                 LsnSplitDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  gtk_widget_set_sensitive (dialog->done, *name != '\0');
}

static GArray *
chosen_ties (LsnSplitDialog *dialog)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < dialog->checks->len; i++)
    {
      LsnRow tie = GPOINTER_TO_UINT (g_object_get_data (dialog->checks->pdata[i], "tie"));

      if (gtk_check_button_get_active (dialog->checks->pdata[i]))
        g_array_append_val (ties, tie);
    }
  return ties;
}

static void
on_done (GtkButton      *button,
         LsnSplitDialog *dialog)
{
  LsnMap *map = lsn_document_get_map (dialog->document);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->name))));
  g_autofree char *was = lsn_actor_display_name (map, dialog->actor);
  g_autoptr (GArray) ties = chosen_ties (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  LsnRow twin = lsn_canvas_split_actor (dialog->canvas, dialog->actor, name, (const LsnRow *) (gpointer) ties->data,
                                        ties->len, &error);
  LsnRow both[] = { dialog->actor, twin };

  if (twin == LSN_NO_ROW)
    {
      gtk_label_set_text (dialog->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (dialog->problem), TRUE);
      return;
    }
  lsn_selection_set (lsn_document_get_selection (dialog->document), both, 2, NULL, 0);
  /* Translators: both are names of actors: the first was split, the second is the new one */
  sentence = g_strdup_printf (_("“%1$s” was split, and “%2$s” is new"), was, name);
  g_signal_emit (dialog, signals[DONE], 0, sentence);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Not before: who has the keyboard in a window that is not there yet has assistive technologies see no window. */
static void
on_map (LsnSplitDialog *dialog)
{
  gtk_widget_grab_focus (GTK_WIDGET (dialog->name));
}

static void
lsn_split_dialog_dispose (GObject *object)
{
  LsnSplitDialog *dialog = LSN_SPLIT_DIALOG (object);

  g_clear_object (&dialog->document);
  g_clear_object (&dialog->canvas);
  g_clear_pointer (&dialog->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (dialog), LSN_TYPE_SPLIT_DIALOG);
  G_OBJECT_CLASS (lsn_split_dialog_parent_class)->dispose (object);
}

static void
lsn_split_dialog_class_init (LsnSplitDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_split_dialog_dispose;

  signals[DONE] = g_signal_new ("done", LSN_TYPE_SPLIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnSplitDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LsnSplitDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LsnSplitDialog, name);
  gtk_widget_class_bind_template_child (widget_class, LsnSplitDialog, ties);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lsn_split_dialog_init (LsnSplitDialog *dialog)
{
  dialog->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_widget_set_sensitive (dialog->done, FALSE);
}

/**
 * lsn_split_dialog_new:
 * @document: in which one actor is selected
 * @canvas: which shows the document, and finds a place for the new actor
 *
 * Returns: (transfer none): a window that lives until it is destroyed, not shown yet
 */
GtkWidget *
lsn_split_dialog_new (GtkWindow   *parent,
                      LsnDocument *document,
                      LsnCanvas   *canvas)
{
  LsnSplitDialog *dialog = g_object_new (LSN_TYPE_SPLIT_DIALOG, "transient-for", parent, NULL);
  LsnMap *map = lsn_document_get_map (document);
  guint n_actors;
  const LsnRow *actors = lsn_selection_rows (lsn_document_get_selection (document), LSN_TABLE_ACTORS, &n_actors);

  g_return_val_if_fail (n_actors == 1, NULL);

  dialog->document = g_object_ref (document);
  dialog->canvas = g_object_ref (canvas);
  dialog->actor = actors[0];
  for (LsnRow tie = lsn_map_next_tie (map, dialog->actor, LSN_NO_ROW); tie != LSN_NO_ROW;
       tie = lsn_map_next_tie (map, dialog->actor, tie))
    append_tie (dialog, map, tie);
  gtk_widget_set_visible (GTK_WIDGET (dialog->ties), dialog->checks->len > 0);
  return GTK_WIDGET (dialog);
}
