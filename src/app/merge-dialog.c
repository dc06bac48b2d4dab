/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/identity.h"
#include "model/kinds.h"
#include "model/merge-cells.h"

struct _LsnMergeDialog
{
  AdwWindow            parent_instance;

  GtkWidget           *done;
  GtkLabel            *problem;
  AdwComboRow         *into;
  AdwPreferencesGroup *conflicts;

  LsnDocument         *document;
  GArray              *actors;     /* LsnRow, in the order of the list of names */
  GPtrArray           *rows;       /* AdwComboRow, one for each conflict */
  GArray              *differing;  /* LsnConflict, as shown */
};

G_DEFINE_FINAL_TYPE (LsnMergeDialog, lsn_merge_dialog, ADW_TYPE_WINDOW)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static LsnMap *
map_of (LsnMergeDialog *dialog)
{
  return lsn_document_get_map (dialog->document);
}

static LsnRow
actor_at (LsnMergeDialog *dialog,
          guint           index)
{
  return g_array_index (dialog->actors, LsnRow, index);
}

/* The actors with the one that stays before the others. */
static GArray *
in_order (LsnMergeDialog *dialog)
{
  guint first = adw_combo_row_get_selected (dialog->into);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_append_val (actors, g_array_index (dialog->actors, LsnRow, first));
  for (guint i = 0; i < dialog->actors->len; i++)
    if (i != first)
      g_array_append_val (actors, g_array_index (dialog->actors, LsnRow, i));
  return actors;
}

static const LsnRow *
rows_of (GArray *rows)
{
  return (const LsnRow *) (gpointer) rows->data;
}

/* Each value that there is, with who says it. */
static GtkStringList *
values_of (LsnMap            *map,
           const LsnConflict *conflict)
{
  GtkStringList *values = gtk_string_list_new (NULL);

  for (guint i = 0; i < conflict->rows->len; i++)
    {
      LsnRow actor = g_array_index (conflict->rows, LsnRow, i);
      g_autofree char *value = lsn_cell_in_words (map, LSN_TABLE_ACTORS, actor, conflict->column);
      g_autofree char *name = lsn_actor_display_name (map, actor);
      /* Translators: what an actor says in a field, and its name: "0.4 (The palace)" */
      g_autofree char *line = g_strdup_printf (C_("value", "%1$s (%2$s)"), value, name);

      gtk_string_list_append (values, line);
    }
  return values;
}

static void
append_conflict (LsnMergeDialog    *dialog,
                 const LsnConflict *conflict)
{
  LsnMap *map = map_of (dialog);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) values = values_of (map, conflict);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lsn_column_label (lsn_map_column_spec (map, LSN_TABLE_ACTORS, conflict->column)));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (values));
  adw_preferences_group_add (dialog->conflicts, row);
  g_ptr_array_add (dialog->rows, row);
}

static void
show_conflicts (LsnMergeDialog *dialog)
{
  g_autoptr (GArray) actors = in_order (dialog);

  for (guint i = 0; i < dialog->rows->len; i++)
    adw_preferences_group_remove (dialog->conflicts, dialog->rows->pdata[i]);
  g_ptr_array_set_size (dialog->rows, 0);
  g_clear_pointer (&dialog->differing, g_array_unref);
  dialog->differing = lsn_actors_conflicts (map_of (dialog), rows_of (actors), actors->len);
  for (guint i = 0; i < dialog->differing->len; i++)
    append_conflict (dialog, &g_array_index (dialog->differing, LsnConflict, i));
  gtk_widget_set_visible (GTK_WIDGET (dialog->conflicts), dialog->differing->len > 0);
}

static void
on_into_changed (LsnMergeDialog *dialog)
{
  if (dialog->document != NULL && adw_combo_row_get_selected (dialog->into) < dialog->actors->len)
    show_conflicts (dialog);
}

/* What was chosen, by column. */
static GHashTable *
choices_of (LsnMergeDialog *dialog)
{
  GHashTable *choices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < dialog->differing->len; i++)
    {
      const LsnConflict *conflict = &g_array_index (dialog->differing, LsnConflict, i);
      guint chosen = adw_combo_row_get_selected (dialog->rows->pdata[i]);

      g_hash_table_insert (choices, GUINT_TO_POINTER (conflict->column),
                           GUINT_TO_POINTER (g_array_index (conflict->rows, LsnRow, chosen)));
    }
  return choices;
}

static void
on_done (GtkButton      *button,
         LsnMergeDialog *dialog)
{
  LsnMap *map = map_of (dialog);
  g_autoptr (GArray) actors = in_order (dialog);
  g_autoptr (GHashTable) choices = choices_of (dialog);
  g_autoptr (GError) error = NULL;
  LsnRow into = g_array_index (actors, LsnRow, 0);
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  if (!lsn_actors_merge (map, into, rows_of (actors) + 1, actors->len - 1, choices, &error))
    {
      gtk_label_set_text (dialog->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (dialog->problem), TRUE);
      return;
    }
  lsn_selection_select (lsn_document_get_selection (dialog->document), LSN_TABLE_ACTORS, into);
  name = lsn_actor_display_name (map, into);
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: %1$u is a number of actors, %2$s the name of the one that is left */
                                           "%1$u actor merged into “%2$s”", "%1$u actors merged into “%2$s”",
                                           actors->len), actors->len, name);
  g_signal_emit (dialog, signals[DONE], 0, sentence);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Not before: who has the keyboard in a window that is not there yet has assistive technologies see no window. */
static void
on_map (LsnMergeDialog *dialog)
{
  gtk_widget_grab_focus (GTK_WIDGET (dialog->into));
}

static void
lsn_merge_dialog_dispose (GObject *object)
{
  LsnMergeDialog *dialog = LSN_MERGE_DIALOG (object);

  g_clear_object (&dialog->document);
  g_clear_pointer (&dialog->actors, g_array_unref);
  g_clear_pointer (&dialog->rows, g_ptr_array_unref);
  g_clear_pointer (&dialog->differing, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (dialog), LSN_TYPE_MERGE_DIALOG);
  G_OBJECT_CLASS (lsn_merge_dialog_parent_class)->dispose (object);
}

static void
lsn_merge_dialog_class_init (LsnMergeDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_merge_dialog_dispose;

  signals[DONE] = g_signal_new ("done", LSN_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnMergeDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LsnMergeDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LsnMergeDialog, into);
  gtk_widget_class_bind_template_child (widget_class, LsnMergeDialog, conflicts);
  gtk_widget_class_bind_template_callback (widget_class, on_into_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lsn_merge_dialog_init (LsnMergeDialog *dialog)
{
  dialog->actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  dialog->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

/**
 * lsn_merge_dialog_new:
 * @document: in which at least two actors are selected
 *
 * Returns: (transfer none): a window that lives until it is destroyed, not shown yet
 */
GtkWidget *
lsn_merge_dialog_new (GtkWindow   *parent,
                      LsnDocument *document)
{
  LsnMergeDialog *dialog = g_object_new (LSN_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_actors;
  const LsnRow *actors = lsn_selection_rows (lsn_document_get_selection (document), LSN_TABLE_ACTORS, &n_actors);

  g_array_append_vals (dialog->actors, actors, n_actors);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *name = lsn_actor_display_name (lsn_document_get_map (document), actor_at (dialog, i));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (dialog->into, G_LIST_MODEL (names));
  dialog->document = g_object_ref (document);
  show_conflicts (dialog);
  return GTK_WIDGET (dialog);
}
