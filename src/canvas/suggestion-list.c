/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/suggestion-list.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 44 /* of a row, before it is cut short */

struct _LsnSuggestionList
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *entry;       /* borrowed: whose words these are */
  GPtrArray *suggestions;
  int        chosen;      /* -1: none */
};

enum { TAKEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LsnSuggestionList, lsn_suggestion_list, GTK_TYPE_WIDGET)

/* The screen reader stays with the entry, so the entry says what is chosen. */
static void
tell_chosen (LsnSuggestionList *self)
{
  const LsnSuggestion *chosen = lsn_suggestion_list_get_chosen (self);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->box), self->chosen);
  g_autofree char *words = NULL;

  gtk_list_box_select_row (GTK_LIST_BOX (self->box), self->chosen >= 0 ? row : NULL);
  if (chosen == NULL)
    {
      guint n = self->suggestions->len;

      /* Translators: said by the screen reader of an entry with a list below it; %u is how many suggestions are in it */
      words = n == 0 ? g_strdup ("") : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u suggestion", "%u suggestions", n), n);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
      return;
    }

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen->title, -1);
}

static void
on_row_activated_cb (GtkListBox        *box,
                     GtkListBoxRow     *row,
                     LsnSuggestionList *self)
{
  lsn_suggestion_list_choose (self, gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[TAKEN], 0);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  return label;
}

static void
append_row (LsnSuggestionList   *self,
            const LsnSuggestion *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (suggestion->title);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (suggestion->detail != NULL)
    {
      GtkWidget *detail = new_label (suggestion->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, suggestion->title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->box), row);
}

/**
 * lsn_suggestion_list_set:
 * @suggestions: (transfer full) (nullable) (element-type LsnSuggestion): what is offered from now on; nothing of it is chosen
 */
void
lsn_suggestion_list_set (LsnSuggestionList *self,
                         GPtrArray         *suggestions)
{
  GtkWidget *row;

  g_return_if_fail (LSN_IS_SUGGESTION_LIST (self));

  g_ptr_array_set_size (self->suggestions, 0);
  self->chosen = -1;
  while ((row = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->box), row);
  if (suggestions != NULL)
    {
      g_ptr_array_unref (self->suggestions);
      self->suggestions = suggestions;
    }
  for (guint i = 0; i < self->suggestions->len; i++)
    append_row (self, g_ptr_array_index (self->suggestions, i));
  tell_chosen (self);
}

/**
 * lsn_suggestion_list_n:
 *
 * Returns: how many suggestions are offered
 */
guint
lsn_suggestion_list_n (LsnSuggestionList *self)
{
  g_return_val_if_fail (LSN_IS_SUGGESTION_LIST (self), 0);

  return self->suggestions->len;
}

/**
 * lsn_suggestion_list_choose:
 * @place: of a suggestion, from 0; -1 for none
 */
void
lsn_suggestion_list_choose (LsnSuggestionList *self,
                            int                place)
{
  g_return_if_fail (LSN_IS_SUGGESTION_LIST (self));
  g_return_if_fail (place >= -1 && place < (int) self->suggestions->len);

  self->chosen = place;
  tell_chosen (self);
}

/**
 * lsn_suggestion_list_get_chosen:
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
const LsnSuggestion *
lsn_suggestion_list_get_chosen (LsnSuggestionList *self)
{
  g_return_val_if_fail (LSN_IS_SUGGESTION_LIST (self), NULL);

  return self->chosen >= 0 ? g_ptr_array_index (self->suggestions, self->chosen) : NULL;
}

/**
 * lsn_suggestion_list_handle_key:
 * @keyval: what was pressed in the entry, without a modifier
 * @may_choose_none: whether going on past an end chooses nothing before it begins again at the other
 *
 * Returns: whether it was a key of the list, which has gone on then
 */
gboolean
lsn_suggestion_list_handle_key (LsnSuggestionList *self,
                                guint              keyval,
                                gboolean           may_choose_none)
{
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  int      n = (int) self->suggestions->len, first = may_choose_none ? -1 : 0;

  g_return_val_if_fail (LSN_IS_SUGGESTION_LIST (self), FALSE);

  if (n == 0 || (!is_down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up))
    return FALSE;

  if (is_down)
    lsn_suggestion_list_choose (self, self->chosen + 1 < n ? self->chosen + 1 : first);
  else
    lsn_suggestion_list_choose (self, self->chosen > first ? self->chosen - 1 : n - 1);
  return TRUE;
}

static void
lsn_suggestion_list_dispose (GObject *object)
{
  LsnSuggestionList *self = LSN_SUGGESTION_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->entry = NULL;

  G_OBJECT_CLASS (lsn_suggestion_list_parent_class)->dispose (object);
}

static void
lsn_suggestion_list_finalize (GObject *object)
{
  g_ptr_array_unref (LSN_SUGGESTION_LIST (object)->suggestions);

  G_OBJECT_CLASS (lsn_suggestion_list_parent_class)->finalize (object);
}

static void
lsn_suggestion_list_class_init (LsnSuggestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_suggestion_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = lsn_suggestion_list_finalize;

  /**
   * LsnSuggestionList::taken:
   *
   * A row was clicked: it is what is meant.
   */
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lsn_suggestion_list_init (LsnSuggestionList *self)
{
  self->suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_suggestion_free);
  self->chosen = -1;
  self->box = gtk_list_box_new ();
  gtk_widget_set_focusable (self->box, FALSE);
  gtk_widget_add_css_class (self->box, "suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lsn_suggestion_list_new:
 * @entry: (transfer none): in which is typed; tells the screen reader what is chosen; outlives the list
 */
GtkWidget *
lsn_suggestion_list_new (GtkWidget *entry)
{
  LsnSuggestionList *self = g_object_new (LSN_TYPE_SUGGESTION_LIST, NULL);

  self->entry = entry;
  return GTK_WIDGET (self);
}
