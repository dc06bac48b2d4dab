/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/outline.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/legend.h"
#include "app/outline-list.h"
#include "app/template.h"

struct _LsnOutline
{
  GtkWidget        parent_instance;

  GtkSearchEntry  *search;
  GtkToggleButton *actors_button;
  GtkToggleButton *ties_button;
  GtkStack        *stack;
  GtkWidget       *lists_box;   /* all but the legend */
  LsnViewList     *views;
  LsnLegend       *legend;
  LsnOutlineList  *lists[2];    /* actors, ties: children of the stack */

  LsnDocument     *document;
};

G_DEFINE_FINAL_TYPE (LsnOutline, lsn_outline, GTK_TYPE_WIDGET)

enum { SHOWN, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_counts (LsnOutline *outline)
{
  g_autofree char *actors = NULL;
  g_autofree char *ties = NULL;

  /* Translators: heading of the list of actors with how many it shows */
  actors = g_strdup_printf (_("Actors %u"), lsn_outline_list_get_n_rows (outline->lists[0]));
  /* Translators: heading of the list of ties with how many it shows */
  ties = g_strdup_printf (_("Ties %u"), lsn_outline_list_get_n_rows (outline->lists[1]));
  gtk_button_set_label (GTK_BUTTON (outline->actors_button), actors);
  gtk_button_set_label (GTK_BUTTON (outline->ties_button), ties);
}

/* A group lets go of the one button before it presses the other: only the first, whose "toggled" we hear, is asked. */
static LsnOutlineList *
shown_list (LsnOutline *outline)
{
  return outline->lists[gtk_toggle_button_get_active (outline->actors_button) ? 0 : 1];
}

static void
show_list (LsnOutline *outline)
{
  gtk_stack_set_visible_child (outline->stack, GTK_WIDGET (shown_list (outline)));
}

static void
on_search_changed (GtkSearchEntry *search,
                   LsnOutline     *outline)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (search));

  for (guint i = 0; i < G_N_ELEMENTS (outline->lists); i++)
    lsn_outline_list_set_search (outline->lists[i], words);
  if (lsn_outline_list_get_n_rows (shown_list (outline)) == 0 && *words != '\0')
    {
      GtkToggleButton *other = shown_list (outline) == outline->lists[0] ? outline->ties_button
                                                                         : outline->actors_button;

      if (lsn_outline_list_get_n_rows (outline->lists[other == outline->ties_button]) > 0)
        gtk_toggle_button_set_active (other, TRUE);
    }
}

/* Who types and presses Enter at once is faster than the entry, which says a little later that its text has changed. */
static void
on_search_activate (GtkSearchEntry *search,
                    LsnOutline     *outline)
{
  LsnOutlineList *list;

  on_search_changed (search, outline);
  list = shown_list (outline);
  lsn_outline_list_activate (list, lsn_outline_list_find_title (list, gtk_editable_get_text (GTK_EDITABLE (search))));
}

static void
on_stop_search (GtkSearchEntry *search,
                LsnOutline     *outline)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
}

static void
on_list_toggled (GtkToggleButton *button,
                 LsnOutline      *outline)
{
  show_list (outline);
}

static void
on_shown (LsnOutline *outline,
          guint       table,
          guint       row)
{
  g_signal_emit (outline, signals[SHOWN], 0, table, row);
}

static void
on_activated (LsnOutline *outline,
              guint       table,
              guint       row)
{
  g_signal_emit (outline, signals[ACTIVATED], 0, table, row);
}

/* What was selected elsewhere is found in the list that shows it. */
static void
on_selection_changed (LsnOutline *outline)
{
  LsnSelection *selection = lsn_document_get_selection (outline->document);
  guint n_actors = lsn_selection_n_rows (selection, LSN_TABLE_ACTORS);
  guint n_ties = lsn_selection_n_rows (selection, LSN_TABLE_TIES);

  if (n_actors > 0 && n_ties == 0)
    gtk_toggle_button_set_active (outline->actors_button, TRUE);
  else if (n_ties > 0 && n_actors == 0)
    gtk_toggle_button_set_active (outline->ties_button, TRUE);
}

static void
lsn_outline_dispose (GObject *object)
{
  LsnOutline *outline = LSN_OUTLINE (object);

  if (outline->document != NULL)
    g_signal_handlers_disconnect_by_data (lsn_document_get_selection (outline->document), outline);
  g_clear_object (&outline->document);
  lsn_template_dispose (GTK_WIDGET (outline), LSN_TYPE_OUTLINE);
  G_OBJECT_CLASS (lsn_outline_parent_class)->dispose (object);
}

static void
lsn_outline_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  LsnOutline *outline = LSN_OUTLINE (widget);
  int upper[2], lower[2] = { 0, 0 };

  gtk_widget_measure (outline->lists_box, orientation, for_size, &upper[0], &upper[1], NULL, NULL);
  if (gtk_widget_should_layout (GTK_WIDGET (outline->legend)))
    gtk_widget_measure (GTK_WIDGET (outline->legend), orientation, for_size, &lower[0], &lower[1], NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? upper[0] + lower[0] : MAX (upper[0], lower[0]);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? upper[1] + lower[1] : MAX (upper[1], lower[1]);
}

/* The legend has the height that it needs, up to two fifths of the panel; the rest is for the lists. */
static void
lsn_outline_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  LsnOutline *outline = LSN_OUTLINE (widget);
  int least, least_above, wanted, lower = 0;

  gtk_widget_measure (outline->lists_box, GTK_ORIENTATION_VERTICAL, width, &least_above, NULL, NULL, NULL);
  if (gtk_widget_should_layout (GTK_WIDGET (outline->legend)))
    {
      gtk_widget_measure (GTK_WIDGET (outline->legend), GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
      lower = MAX (least, MIN (MIN (wanted, height * 2 / 5), height - least_above));
      gtk_widget_size_allocate (GTK_WIDGET (outline->legend), &(GtkAllocation) { 0, height - lower, width, lower }, -1);
    }
  gtk_widget_size_allocate (outline->lists_box, &(GtkAllocation) { 0, 0, width, MAX (least_above, height - lower) }, -1);
}

static void
lsn_outline_class_init (LsnOutlineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_outline_dispose;
  g_type_ensure (LSN_TYPE_LEGEND);
  g_type_ensure (LSN_TYPE_VIEW_LIST);

  signals[SHOWN] = g_signal_new ("shown", LSN_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_UINT, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", LSN_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     2, G_TYPE_UINT, G_TYPE_UINT);

  widget_class->measure = lsn_outline_measure;
  widget_class->size_allocate = lsn_outline_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, search);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, actors_button);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, ties_button);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, lists_box);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, views);
  gtk_widget_class_bind_template_child (widget_class, LsnOutline, legend);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_list_toggled);
}

static void
lsn_outline_init (LsnOutline *outline)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };

  gtk_widget_init_template (GTK_WIDGET (outline));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GtkWidget *list = lsn_outline_list_new (tables[i]);

      outline->lists[i] = LSN_OUTLINE_LIST (list);
      gtk_stack_add_child (outline->stack, list);
      g_signal_connect_swapped (list, "shown", G_CALLBACK (on_shown), outline);
      g_signal_connect_swapped (list, "activated", G_CALLBACK (on_activated), outline);
      g_signal_connect_swapped (list, "notify::n-rows", G_CALLBACK (show_counts), outline);
    }
}

/**
 * lsn_outline_set_document:
 * @document: (nullable) (transfer none)
 * @canvas: (not nullable unless @document is): which shows it
 */
void
lsn_outline_set_document (LsnOutline  *outline,
                          LsnDocument *document,
                          LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_OUTLINE (outline));

  if (outline->document != NULL)
    g_signal_handlers_disconnect_by_data (lsn_document_get_selection (outline->document), outline);
  g_set_object (&outline->document, document);
  gtk_editable_set_text (GTK_EDITABLE (outline->search), "");
  for (guint i = 0; i < G_N_ELEMENTS (outline->lists); i++)
    lsn_outline_list_set_document (outline->lists[i], document, canvas);
  lsn_view_list_set_document (outline->views, document, canvas);
  lsn_legend_set_document (outline->legend, document);
  if (document == NULL)
    return;
  g_signal_connect_swapped (lsn_document_get_selection (document), "changed", G_CALLBACK (on_selection_changed),
                            outline);
  show_counts (outline);
}

/**
 * lsn_outline_focus_search:
 *
 * Ready to type what to look for.
 */
void
lsn_outline_focus_search (LsnOutline *outline)
{
  g_return_if_fail (LSN_IS_OUTLINE (outline));

  gtk_widget_grab_focus (GTK_WIDGET (outline->search));
  gtk_editable_select_region (GTK_EDITABLE (outline->search), 0, -1);
}

/**
 * lsn_outline_get_views:
 *
 * Returns: (transfer none): the list of the map's views
 */
LsnViewList *
lsn_outline_get_views (LsnOutline *outline)
{
  g_return_val_if_fail (LSN_IS_OUTLINE (outline), NULL);

  return outline->views;
}
