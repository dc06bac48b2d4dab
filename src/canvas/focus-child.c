/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/focus-child.h"

struct _LsnFocusChild
{
  GtkWidget parent_instance;

  char     *label;
};

G_DEFINE_FINAL_TYPE (LsnFocusChild, lsn_focus_child, GTK_TYPE_WIDGET)

static void
lsn_focus_child_finalize (GObject *object)
{
  LsnFocusChild *self = LSN_FOCUS_CHILD (object);

  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (lsn_focus_child_parent_class)->finalize (object);
}

/* The pointer is the canvas's business. */
static gboolean
lsn_focus_child_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  return FALSE;
}

static void
lsn_focus_child_class_init (LsnFocusChildClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lsn_focus_child_finalize;
  GTK_WIDGET_CLASS (klass)->contains = lsn_focus_child_contains;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lsnfocuschild");
}

static void
lsn_focus_child_init (LsnFocusChild *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * lsn_focus_child_new:
 * Returns: (transfer floating): a child that takes the keyboard and says nothing yet
 */
GtkWidget *
lsn_focus_child_new (void)
{
  return g_object_new (LSN_TYPE_FOCUS_CHILD, NULL);
}

/**
 * lsn_focus_child_set_label:
 * @label: a translated sentence
 */
void
lsn_focus_child_set_label (LsnFocusChild *self,
                           const char    *label)
{
  g_return_if_fail (LSN_IS_FOCUS_CHILD (self));

  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
}
