/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/view-row.h"

#include <glib/gi18n-lib.h>

struct _LsnViewRow
{
  GtkListBoxRow  parent_instance;

  GtkStack      *stack;
  GtkLabel      *label;
  GtkEntry      *entry;
  GtkWidget     *changed;  /* says that what is shown differs, and makes it the view's */
  GtkWidget     *more;

  LsnRow         view;     /* LSN_NO_ROW for everything */
  LsnFilter     *filter;
  gboolean       is_edited;
};

G_DEFINE_FINAL_TYPE (LsnViewRow, lsn_view_row, GTK_TYPE_LIST_BOX_ROW)

enum { NAMED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
end_editing (LsnViewRow *row,
             gboolean    take)
{
  g_autofree char *name = NULL;

  if (!row->is_edited)
    return;
  row->is_edited = FALSE;
  if (take)
    name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->entry)));
  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row->entry)))))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_stack_set_visible_child (row->stack, GTK_WIDGET (row->label));
  g_signal_emit (row, signals[NAMED], 0, name != NULL ? name : "");
}

static void
on_activate (LsnViewRow *row)
{
  end_editing (row, TRUE);
}

static void
on_focus_left (LsnViewRow *row)
{
  end_editing (row, TRUE);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        LsnViewRow            *row)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_editing (row, FALSE);
  return GDK_EVENT_STOP;
}

static void
lsn_view_row_dispose (GObject *object)
{
  LsnViewRow *row = LSN_VIEW_ROW (object);

  row->is_edited = FALSE;
  g_clear_pointer (&row->filter, lsn_filter_free);
  G_OBJECT_CLASS (lsn_view_row_parent_class)->dispose (object);
}

static void
lsn_view_row_class_init (LsnViewRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_view_row_dispose;
  signals[NAMED] = g_signal_new ("named", LSN_TYPE_VIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/view-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnViewRow, stack);
  gtk_widget_class_bind_template_child (widget_class, LsnViewRow, label);
  gtk_widget_class_bind_template_child (widget_class, LsnViewRow, entry);
  gtk_widget_class_bind_template_child (widget_class, LsnViewRow, changed);
  gtk_widget_class_bind_template_child (widget_class, LsnViewRow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
lsn_view_row_init (LsnViewRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

/**
 * lsn_view_row_new:
 * @view: a row of the views; %LSN_NO_ROW for everything
 *
 * Returns: (transfer floating): a row of the list, as the view is now
 */
GtkWidget *
lsn_view_row_new (LsnMap *map,
                  LsnRow  view)
{
  LsnViewRow      *row = g_object_new (LSN_TYPE_VIEW_ROW, NULL);
  g_autofree char *name = view != LSN_NO_ROW ? lsn_view_display_name (map, view) : g_strdup (C_("view", "Everything"));

  row->view = view;
  row->filter = view != LSN_NO_ROW ? lsn_view_filter (map, view) : lsn_filter_new ();
  gtk_label_set_text (row->label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (row);
}

/**
 * lsn_view_row_get_view:
 *
 * Returns: the view, or %LSN_NO_ROW for everything
 */
LsnRow
lsn_view_row_get_view (LsnViewRow *row)
{
  return row->view;
}

/**
 * lsn_view_row_get_filter:
 *
 * Returns: (transfer none): what it shows
 */
const LsnFilter *
lsn_view_row_get_filter (LsnViewRow *row)
{
  return row->filter;
}

/**
 * lsn_view_row_set_current:
 * @current: whether this view was chosen last
 * @changed: whether what is shown differs from it by now
 */
void
lsn_view_row_set_current (LsnViewRow *row,
                          gboolean    current,
                          gboolean    changed)
{
  gtk_widget_set_visible (row->changed, current && changed && row->view != LSN_NO_ROW);
  gtk_widget_set_visible (row->more, current && row->view != LSN_NO_ROW);
}

/**
 * lsn_view_row_edit:
 *
 * Lets the name be typed anew; the old one is selected.
 */
void
lsn_view_row_edit (LsnViewRow *row)
{
  if (row->view == LSN_NO_ROW)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row->entry), gtk_label_get_text (row->label));
  gtk_stack_set_visible_child (row->stack, GTK_WIDGET (row->entry));
  gtk_widget_grab_focus (GTK_WIDGET (row->entry));
  gtk_editable_select_region (GTK_EDITABLE (row->entry), 0, -1);
  row->is_edited = TRUE;
}

/**
 * lsn_view_row_is_edited:
 *
 * Returns: whether its name is being typed
 */
gboolean
lsn_view_row_is_edited (LsnViewRow *row)
{
  return row->is_edited;
}
