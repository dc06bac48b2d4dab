/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/completion-row.h"

#include <glib/gi18n-lib.h>

struct _LsnCompletionRow
{
  GtkWidget  parent_instance;

  GtkWidget *key;
  GtkBox    *offers;
};

G_DEFINE_FINAL_TYPE (LsnCompletionRow, lsn_completion_row, GTK_TYPE_WIDGET)

enum { TAKEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
lsn_completion_row_dispose (GObject *object)
{
  LsnCompletionRow *self = LSN_COMPLETION_ROW (object);

  g_clear_pointer (&self->key, gtk_widget_unparent);
  if (self->offers != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->offers));
  self->offers = NULL;
  G_OBJECT_CLASS (lsn_completion_row_parent_class)->dispose (object);
}

static void
lsn_completion_row_class_init (LsnCompletionRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = lsn_completion_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
  signals[TAKEN] = g_signal_new ("taken", LSN_TYPE_COMPLETION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);
}

static void
lsn_completion_row_init (LsnCompletionRow *self)
{
  /* Translators: the key, followed by what it would complete a name to */
  self->key = gtk_label_new (C_("key", "Tab:"));
  gtk_widget_add_css_class (self->key, "caption");
  gtk_widget_add_css_class (self->key, "dim-label");
  gtk_widget_set_parent (self->key, GTK_WIDGET (self));

  self->offers = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_valign (GTK_WIDGET (self->offers), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offers), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Completions"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->offers), GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lsn_completion_row_clear:
 *
 * Takes all away.
 */
void
lsn_completion_row_clear (LsnCompletionRow *self)
{
  GtkWidget *child;

  g_return_if_fail (LSN_IS_COMPLETION_ROW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_box_remove (self->offers, child);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_clicked_cb (GtkButton        *button,
               LsnCompletionRow *self)
{
  g_signal_emit (self, signals[TAKEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place")));
}

/**
 * lsn_completion_row_add:
 * @words: what is offered
 * @place: that "taken" says
 * @is_taken: whether it stands in the text now
 */
void
lsn_completion_row_add (LsnCompletionRow *self,
                        const char       *words,
                        guint             place,
                        gboolean          is_taken)
{
  GtkWidget *button;

  g_return_if_fail (LSN_IS_COMPLETION_ROW (self));

  button = gtk_button_new_with_label (words);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  if (is_taken)
    gtk_widget_set_state_flags (button, GTK_STATE_FLAG_CHECKED, FALSE);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), self);
  gtk_box_append (self->offers, button);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
