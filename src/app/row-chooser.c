/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/row-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/swatch.h"
#include "model/kinds.h"
#include "model/row-list.h"

struct _LsnRowChooser
{
  GtkPopover      parent_instance;

  GtkSearchEntry *search;
  GtkButton      *none;
  GtkListView    *view;
  GtkStack       *stack;
  GtkWidget      *kinds_box;

  LsnMap         *map;
  LsnTable        table;
  gboolean        of_ties;   /* of the kinds, those of ties */
  LsnRow          without;   /* a kind that is not offered */
  LsnRowList     *rows;      /* only while the popover is shown */
};

G_DEFINE_FINAL_TYPE (LsnRowChooser, lsn_row_chooser, GTK_TYPE_POPOVER)

enum { CHOSEN, NEW_KIND, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
choose (LsnRowChooser *chooser,
        LsnRow         row)
{
  gtk_popover_popdown (GTK_POPOVER (chooser));
  g_signal_emit (chooser, signals[CHOSEN], 0, row);
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), lsn_swatch_new (NULL, LSN_NO_ROW));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  LsnRowItem *row_item = gtk_list_item_get_item (item);
  LsnMap *map = lsn_row_item_get_map (row_item);
  LsnRow row = lsn_row_item_get_row (row_item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (box));
  LsnSwatch *swatch = LSN_SWATCH (gtk_widget_get_first_child (box));

  if (lsn_row_item_get_table (row_item) == LSN_TABLE_KINDS)
    {
      gtk_label_set_text (label, lsn_kind_name (map, row));
      lsn_swatch_set_kind (swatch, map, row);
    }
  else
    {
      g_autofree char *name = lsn_actor_display_name (map, row);

      gtk_label_set_text (label, name);
      lsn_swatch_set_actor (swatch, map, row);
    }
}

static gboolean
is_wanted_kind (gpointer item,
                gpointer user_data)
{
  LsnRowChooser *chooser = user_data;
  LsnRow kind = lsn_row_item_get_row (item);

  return kind != chooser->without && lsn_map_has_row (chooser->map, LSN_TABLE_KINDS, kind) &&
         lsn_kind_is_of_tie (chooser->map, kind) == chooser->of_ties;
}

static GListModel *
choices (LsnRowChooser *chooser)
{
  GListModel *model = G_LIST_MODEL (g_object_ref (chooser->rows));

  if (chooser->table != LSN_TABLE_KINDS)
    return model;
  /* Some tens of kinds: a filter that makes every row object is no burden here. */
  return G_LIST_MODEL (gtk_filter_list_model_new (model, GTK_FILTER (gtk_custom_filter_new (is_wanted_kind, chooser,
                                                                                            NULL))));
}

static void
show_page (LsnRowChooser *chooser)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (chooser->view));

  if (model != NULL)
    gtk_stack_set_visible_child_name (chooser->stack, g_list_model_get_n_items (model) > 0 ? "rows" : "none");
}

static void
lsn_row_chooser_map (GtkWidget *widget)
{
  LsnRowChooser *chooser = LSN_ROW_CHOOSER (widget);

  if (chooser->map != NULL)
    {
      GtkSelectionModel *model;

      g_clear_object (&chooser->rows);
      chooser->rows = lsn_row_list_new (chooser->map, chooser->table);
      lsn_row_list_set_nested (chooser->rows, FALSE);
      if (chooser->table == LSN_TABLE_ACTORS)
        lsn_row_list_set_sort (chooser->rows, LSN_ACTOR_NAME, FALSE);
      model = GTK_SELECTION_MODEL (gtk_single_selection_new (choices (chooser)));
      gtk_list_view_set_model (chooser->view, model);
      g_object_unref (model);
    }
  gtk_editable_set_text (GTK_EDITABLE (chooser->search), "");
  show_page (chooser);
  GTK_WIDGET_CLASS (lsn_row_chooser_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (chooser->search));
}

static void
lsn_row_chooser_unmap (GtkWidget *widget)
{
  LsnRowChooser *chooser = LSN_ROW_CHOOSER (widget);

  GTK_WIDGET_CLASS (lsn_row_chooser_parent_class)->unmap (widget);
  gtk_list_view_set_model (chooser->view, NULL);
  g_clear_object (&chooser->rows);
}

static void
on_search_changed (GtkSearchEntry *search,
                   LsnRowChooser  *chooser)
{
  if (chooser->rows == NULL)
    return;
  lsn_row_list_set_search (chooser->rows, gtk_editable_get_text (GTK_EDITABLE (search)));
  show_page (chooser);
}

static void
choose_position (LsnRowChooser *chooser,
                 guint          position)
{
  g_autoptr (LsnRowItem) item = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (chooser->view)), position);
  if (item != NULL)
    choose (chooser, lsn_row_item_get_row (item));
}

/* Who types and presses Enter at once is faster than the entry, which says a little later that its text has changed. */
static void
on_search_activate (GtkSearchEntry *search,
                    LsnRowChooser  *chooser)
{
  GtkSelectionModel *model = gtk_list_view_get_model (chooser->view);

  on_search_changed (search, chooser);
  if (model != NULL)
    choose_position (chooser, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)));
}

static void
on_stop_search (GtkSearchEntry *search,
                LsnRowChooser  *chooser)
{
  gtk_popover_popdown (GTK_POPOVER (chooser));
}

static void
on_activate (GtkListView   *view,
             guint          position,
             LsnRowChooser *chooser)
{
  choose_position (chooser, position);
}

static void
on_none (GtkButton     *button,
         LsnRowChooser *chooser)
{
  choose (chooser, LSN_NO_ROW);
}

static void
on_new_kind (GtkButton     *button,
             LsnRowChooser *chooser)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (chooser->search)));

  gtk_popover_popdown (GTK_POPOVER (chooser));
  g_signal_emit (chooser, signals[NEW_KIND], 0, g_strstrip (name));
}

static void
on_edit_kinds (GtkButton     *button,
               LsnRowChooser *chooser)
{
  gtk_popover_popdown (GTK_POPOVER (chooser));
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (chooser)), "win.show-kinds", NULL);
}

static void
lsn_row_chooser_dispose (GObject *object)
{
  LsnRowChooser *chooser = LSN_ROW_CHOOSER (object);

  g_clear_object (&chooser->rows);
  g_clear_object (&chooser->map);
  gtk_widget_dispose_template (GTK_WIDGET (chooser), LSN_TYPE_ROW_CHOOSER);
  G_OBJECT_CLASS (lsn_row_chooser_parent_class)->dispose (object);
}

static void
lsn_row_chooser_class_init (LsnRowChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_row_chooser_dispose;
  widget_class->map = lsn_row_chooser_map;
  widget_class->unmap = lsn_row_chooser_unmap;

  signals[CHOSEN] = g_signal_new ("chosen", LSN_TYPE_ROW_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);
  signals[NEW_KIND] = g_signal_new ("new-kind", LSN_TYPE_ROW_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/row-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnRowChooser, search);
  gtk_widget_class_bind_template_child (widget_class, LsnRowChooser, none);
  gtk_widget_class_bind_template_child (widget_class, LsnRowChooser, view);
  gtk_widget_class_bind_template_child (widget_class, LsnRowChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, LsnRowChooser, kinds_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
  gtk_widget_class_bind_template_callback (widget_class, on_new_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_kinds);
}

static void
lsn_row_chooser_init (LsnRowChooser *chooser)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (chooser));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_list_view_set_factory (chooser->view, factory);
}

GtkWidget *
lsn_row_chooser_new (void)
{
  return g_object_new (LSN_TYPE_ROW_CHOOSER, NULL);
}

static void
set_choices (LsnRowChooser *chooser,
             LsnMap        *map,
             LsnTable       table,
             const char    *none)
{
  g_set_object (&chooser->map, map);
  chooser->table = table;
  gtk_widget_set_visible (GTK_WIDGET (chooser->none), none != NULL);
  if (none != NULL)
    gtk_button_set_label (chooser->none, none);
}

/**
 * lsn_row_chooser_set_kinds:
 * @map: (nullable): whose kinds
 * @of_ties: kinds of ties, else of actors
 * @none: (nullable): what choosing nothing is called; %NULL when something has to be chosen
 */
void
lsn_row_chooser_set_kinds (LsnRowChooser *chooser,
                           LsnMap        *map,
                           gboolean       of_ties,
                           const char    *none)
{
  chooser->of_ties = of_ties;
  set_choices (chooser, map, LSN_TABLE_KINDS, none);
}

/**
 * lsn_row_chooser_set_can_make:
 * @can_make: whether a new kind is offered ("new-kind" is emitted with what was typed) and the way to change kinds
 */
void
lsn_row_chooser_set_can_make (LsnRowChooser *chooser,
                              gboolean       can_make)
{
  gtk_widget_set_visible (chooser->kinds_box, can_make);
}

/**
 * lsn_row_chooser_set_without:
 * @kind: a kind that is not offered; %LSN_NO_ROW to offer all
 */
void
lsn_row_chooser_set_without (LsnRowChooser *chooser,
                             LsnRow         kind)
{
  chooser->without = kind;
}

/**
 * lsn_row_chooser_set_table:
 * @table: actors, or kinds of any sort
 * @none: (nullable): as for lsn_row_chooser_set_kinds ()
 */
void
lsn_row_chooser_set_table (LsnRowChooser *chooser,
                           LsnMap        *map,
                           LsnTable       table,
                           const char    *none)
{
  set_choices (chooser, map, table, none);
}
