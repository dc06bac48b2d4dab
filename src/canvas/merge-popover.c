/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/merge-popover.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/tie-merge.h"

#define MOST_ROWS_HEIGHT 320 /* pixels; with more columns the list scrolls */

typedef struct
{
  LsnColumn  column;
  GArray    *rows;  /* LsnRow, in the order of the list */
  GtkWidget *list;
} Question;

struct _LsnMergePopover
{
  GtkPopover  parent_instance;
  GArray     *questions;
  GtkWidget  *grid;
};

G_DEFINE_TYPE (LsnMergePopover, lsn_merge_popover, GTK_TYPE_POPOVER)

enum { MERGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
take (LsnMergePopover *self)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = &g_array_index (self->questions, Question, i);
      guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->list));

      if (chosen < question->rows->len)
        g_hash_table_insert (choices, GUINT_TO_POINTER (question->column),
                             GUINT_TO_POINTER (g_array_index (question->rows, LsnRow, chosen)));
    }
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MERGE], 0, choices);
  g_object_unref (self);
}

static void
clear_question (gpointer data)
{
  g_array_unref (((Question *) data)->rows);
}

static void
lsn_merge_popover_dispose (GObject *object)
{
  LsnMergePopover *self = LSN_MERGE_POPOVER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_pointer (&self->questions, g_array_unref);

  G_OBJECT_CLASS (lsn_merge_popover_parent_class)->dispose (object);
}

static void
lsn_merge_popover_class_init (LsnMergePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lsn_merge_popover_dispose;

  /**
   * LsnMergePopover::merge:
   * @choices: column -> the tie whose cell is taken
   */
  signals[MERGE] = g_signal_new ("merge", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_HASH_TABLE);
}

static void
lsn_merge_popover_init (LsnMergePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("These ties differ. What is right?"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Merge"));

  self->questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_array_set_clear_func (self->questions, clear_question);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_ROWS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), button);
}

static void
add_question (LsnMergePopover   *self,
              LsnMap            *map,
              LsnRow             into,
              const LsnConflict *conflict)
{
  const char *name = lsn_column_label (lsn_map_column_spec (map, LSN_TABLE_TIES, conflict->column));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *label = gtk_label_new (name);
  Question   question = { conflict->column, g_array_ref (conflict->rows), NULL };

  for (guint i = 0; i < conflict->rows->len; i++)
    gtk_string_list_take (words, lsn_tie_cell_words (map, into, g_array_index (conflict->rows, LsnRow, i), conflict->column));
  question.list = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (words)), NULL);
  gtk_widget_set_hexpand (question.list, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question.list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) self->questions->len, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), question.list, 1, (int) self->questions->len, 1, 1);
  g_array_append_val (self->questions, question);
}

/**
 * lsn_merge_popover_new:
 * @map: (transfer none): whose ties
 * @into: the tie that stays
 * @conflicts: (element-type LsnConflict): where they differ
 *
 * Returns: (transfer floating): a popover that has no parent yet; the first that is known is chosen in each list
 */
GtkWidget *
lsn_merge_popover_new (LsnMap *map,
                       LsnRow  into,
                       GArray *conflicts)
{
  LsnMergePopover *self = g_object_new (LSN_TYPE_MERGE_POPOVER, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    add_question (self, map, into, &g_array_index (conflicts, LsnConflict, i));
  return GTK_WIDGET (self);
}
