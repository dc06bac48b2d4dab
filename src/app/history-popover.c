/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/history-popover.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"
#include "model/history-list.h"

struct _LsnHistoryPopover
{
  GtkPopover      parent_instance;

  GtkListView    *view;

  LsnDocument    *document;
  LsnHistoryList *list;    /* while the popover is open */
  GPtrArray      *bound;   /* of GtkListItem: the rows that there are widgets for */
  guint           seeking; /* source that shows the present step, once there are rows */
};

G_DEFINE_FINAL_TYPE (LsnHistoryPopover, lsn_history_popover, GTK_TYPE_POPOVER)

static const char *
point_name (LsnHistoryPopover *popover,
            guint              n_done)
{
  LsnMap *map = lsn_document_get_map (popover->document);
  const char *label;

  if (n_done > 0)
    {
      label = n_done <= lsn_map_n_steps (map) ? lsn_map_step_label (map, n_done - 1) : NULL;
      return label != NULL ? label : "";
    }
  if (!lsn_map_history_is_whole (map))
    return _("Earlier steps are no longer kept");
  return lsn_document_get_file (popover->document) != NULL ? _("As opened") : _("As it began");
}

static void
show_row (LsnHistoryPopover *popover,
          GtkListItem       *item)
{
  guint n_done = lsn_history_point_get_n_done (gtk_list_item_get_item (item));
  guint present = lsn_map_n_done (lsn_document_get_map (popover->document));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *mark = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (mark);
  GtkWidget *state = gtk_widget_get_last_child (box);
  const char *name = point_name (popover, n_done);
  const char *said = n_done == present ? C_("step of the history", "now")
                                       : n_done > present ? C_("step of the history", "undone") : NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_opacity (mark, n_done == present ? 1.0 : 0.0);
  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_label_set_text (GTK_LABEL (state), said != NULL ? said : "");
  if (n_done > present)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  if (n_done == present)
    /* Translators: said by the screen reader; %s is a step of the history: "Move 3 Actors, now" */
    sentence = g_strdup_printf (C_("step of the history", "%s, now"), name);
  else if (n_done > present)
    /* Translators: said by the screen reader; %s is a step of the history: "Move 3 Actors, undone" */
    sentence = g_strdup_printf (C_("step of the history", "%s, undone"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL ? sentence : name, -1);
}

static void
setup_row (LsnHistoryPopover *popover,
           GtkListItem       *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (LsnHistoryPopover *popover,
          GtkListItem       *item)
{
  g_ptr_array_add (popover->bound, item);
  show_row (popover, item);
}

static void
unbind_row (LsnHistoryPopover *popover,
            GtkListItem       *item)
{
  g_ptr_array_remove_fast (popover->bound, item);
}

static void
on_moved (LsnHistoryPopover *popover)
{
  for (guint i = 0; i < popover->bound->len; i++)
    show_row (popover, g_ptr_array_index (popover->bound, i));
}

static gboolean
on_seek (gpointer data)
{
  LsnHistoryPopover *popover = data;
  guint present = lsn_map_n_done (lsn_document_get_map (popover->document));

  popover->seeking = 0;
  for (guint i = 0; i < popover->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (popover->bound, i);

      if (gtk_list_item_get_position (item) == present)
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
    }
  return G_SOURCE_REMOVE;
}

static void
forget (LsnHistoryPopover *popover)
{
  g_clear_handle_id (&popover->seeking, g_source_remove);
  if (popover->view != NULL)
    gtk_list_view_set_model (popover->view, NULL);
  if (popover->list != NULL)
    g_signal_handlers_disconnect_by_data (popover->list, popover);
  g_clear_object (&popover->list);
}

static void
lsn_history_popover_map (GtkWidget *widget)
{
  LsnHistoryPopover *popover = LSN_HISTORY_POPOVER (widget);
  GtkSelectionModel *selection;
  guint present;

  if (popover->document != NULL)
    {
      present = lsn_map_n_done (lsn_document_get_map (popover->document));
      popover->list = lsn_history_list_new (lsn_document_get_map (popover->document));
      g_signal_connect_swapped (popover->list, "moved", G_CALLBACK (on_moved), popover);
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (popover->list))));
      gtk_list_view_set_model (popover->view, selection);
      g_object_unref (selection);
      gtk_widget_activate_action (GTK_WIDGET (popover->view), "list.scroll-to-item", "u", present);
      popover->seeking = g_idle_add_full (G_PRIORITY_LOW, on_seek, popover, NULL);
    }
  GTK_WIDGET_CLASS (lsn_history_popover_parent_class)->map (widget);
}

static void
lsn_history_popover_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lsn_history_popover_parent_class)->unmap (widget);
  forget (LSN_HISTORY_POPOVER (widget));
}

static void
on_activate (GtkListView       *view,
             guint              position,
             LsnHistoryPopover *popover)
{
  LsnMap *map = lsn_document_get_map (popover->document);

  if (position <= lsn_map_n_steps (map))
    lsn_map_go_to_step (map, position);
}

static void
lsn_history_popover_dispose (GObject *object)
{
  LsnHistoryPopover *popover = LSN_HISTORY_POPOVER (object);

  forget (popover);
  popover->view = NULL;
  g_clear_object (&popover->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), LSN_TYPE_HISTORY_POPOVER);
  G_OBJECT_CLASS (lsn_history_popover_parent_class)->dispose (object);
}

static void
lsn_history_popover_finalize (GObject *object)
{
  g_ptr_array_unref (LSN_HISTORY_POPOVER (object)->bound);
  G_OBJECT_CLASS (lsn_history_popover_parent_class)->finalize (object);
}

static void
lsn_history_popover_class_init (LsnHistoryPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_history_popover_dispose;
  G_OBJECT_CLASS (class)->finalize = lsn_history_popover_finalize;
  widget_class->map = lsn_history_popover_map;
  widget_class->unmap = lsn_history_popover_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnHistoryPopover, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
lsn_history_popover_init (LsnHistoryPopover *popover)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  popover->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (popover));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_row), popover);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row), popover);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_row), popover);
  gtk_list_view_set_factory (popover->view, factory);
  g_object_unref (factory);
}

GtkWidget *
lsn_history_popover_new (void)
{
  return g_object_new (LSN_TYPE_HISTORY_POPOVER, NULL);
}

/**
 * lsn_history_popover_set_document:
 * @document: (nullable) (transfer none): whose steps to list; the popover is to be closed
 */
void
lsn_history_popover_set_document (LsnHistoryPopover *popover,
                                  LsnDocument       *document)
{
  g_return_if_fail (LSN_IS_HISTORY_POPOVER (popover));

  forget (popover);
  g_set_object (&popover->document, document);
}
