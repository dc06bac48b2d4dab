/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/footbar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/template.h"
#include "canvas/menu-names.h"

struct _LsnFootbar
{
  GtkWidget      parent_instance;

  GtkLabel      *actors;     /* how many; with a filter, how many of them it shows */
  GtkLabel      *ties;       /* how many; with a filter that asks about them, how many of them it shows */
  GtkLabel      *selected;
  LsnFilterBar  *filter;
  GtkAdjustment *zoom;       /* binary logarithm of the zoom: equal steps look equal */
  GtkWidget     *slider;
  GtkMenuButton *percent;

  LsnDocument   *document;
  LsnCanvas     *canvas;
  gboolean       showing;    /* the foot is being told how large things are shown */
};

G_DEFINE_FINAL_TYPE (LsnFootbar, lsn_footbar, GTK_TYPE_WIDGET)

static char *
actors_in_words (LsnFootbar *footbar,
                 guint       n_actors,
                 guint       n_shown)
{
  if (lsn_filter_get_faded (lsn_canvas_get_filter (footbar->canvas)))
    /* Translators: how many of the actors a filter does not fade: "12 of 61 actors in focus". The plural goes by %2$u */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u actor in focus", "%1$u of %2$u actors in focus",
                                         n_actors), n_shown, n_actors);
  /* Translators: how many of the actors a filter shows: "12 of 61 actors shown". The plural goes by %2$u */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u actor shown", "%1$u of %2$u actors shown", n_actors),
                          n_shown, n_actors);
}

/* Whether it is ties that are asked about, so that their number says what the filter does. */
static gboolean
asks_of_ties (const LsnFilter *filter)
{
  for (guint i = 0; i < lsn_filter_n (filter); i++)
    if (lsn_filter_get (filter, i)->table == LSN_TABLE_TIES)
      return TRUE;
  return FALSE;
}

static void
show_counts (LsnFootbar *footbar)
{
  LsnMap *map = lsn_document_get_map (footbar->document);
  guint n_actors = lsn_map_n_rows (map, LSN_TABLE_ACTORS), n_ties = lsn_map_n_rows (map, LSN_TABLE_TIES);
  guint n_shown, n_ties_shown;
  gboolean filtered = lsn_canvas_count_shown (footbar->canvas, &n_shown, &n_ties_shown);
  g_autofree char *actors = NULL, *ties = NULL;

  if (filtered)
    {
      actors = actors_in_words (footbar, n_actors, n_shown);
      /* Translators: how many of the ties a filter shows, after "12 of 61 actors shown": "20 of 90 ties". The plural goes by
       * %2$u */
      ties = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u tie", "%1$u of %2$u ties", n_ties), n_ties_shown,
                              n_ties);
    }
  else
    {
      actors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n_actors), n_actors);
      ties = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n_ties), n_ties);
    }
  gtk_label_set_text (footbar->actors, actors);
  gtk_label_set_text (footbar->ties, ties);
  gtk_widget_set_visible (GTK_WIDGET (footbar->ties), !filtered || asks_of_ties (lsn_canvas_get_filter (footbar->canvas)));
}

static void
show_selected (LsnFootbar *footbar)
{
  LsnSelection *selection = lsn_document_get_selection (footbar->document);
  guint n = lsn_selection_n_rows (selection, LSN_TABLE_ACTORS) + lsn_selection_n_rows (selection, LSN_TABLE_TIES) +
            lsn_selection_n_rows (selection, LSN_TABLE_NOTES);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", n), n);

  gtk_label_set_text (footbar->selected, text);
  gtk_widget_set_visible (GTK_WIDGET (footbar->selected), n > 0);
}

static void
show_zoom (LsnFootbar *footbar)
{
  double zoom = lsn_canvas_get_zoom (footbar->canvas);
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  /* Translators: the zoom in per cent; %% is the per cent sign */
  text = g_strdup_printf (_("%d %%"), (int) round (zoom * 100));
  gtk_menu_button_set_label (footbar->percent, text);
  /* Translators: the tooltip of the slider that zooms; %s is "85 %" */
  hint = g_strdup_printf (_("Zoom: %s"), text);
  gtk_widget_set_tooltip_text (footbar->slider, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (footbar->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  footbar->showing = TRUE;
  gtk_adjustment_set_value (footbar->zoom, log2 (zoom));
  footbar->showing = FALSE;
}

static void
on_zoom_changed (GtkAdjustment *adjustment,
                 LsnFootbar    *footbar)
{
  if (!footbar->showing && footbar->canvas != NULL)
    lsn_canvas_set_zoom (footbar->canvas, exp2 (gtk_adjustment_get_value (adjustment)));
}

static void
forget (LsnFootbar *footbar)
{
  if (footbar->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (lsn_document_get_map (footbar->document), footbar);
      g_signal_handlers_disconnect_by_data (lsn_document_get_selection (footbar->document), footbar);
    }
  if (footbar->canvas != NULL)
    g_signal_handlers_disconnect_by_data (footbar->canvas, footbar);
  g_clear_object (&footbar->document);
  footbar->canvas = NULL;
}

static void
lsn_footbar_dispose (GObject *object)
{
  forget (LSN_FOOTBAR (object));
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_FOOTBAR);
  G_OBJECT_CLASS (lsn_footbar_parent_class)->dispose (object);
}

static void
lsn_footbar_class_init (LsnFootbarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_footbar_dispose;
  g_type_ensure (LSN_TYPE_FILTER_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/footbar.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, actors);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, ties);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, selected);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, filter);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, zoom);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, slider);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, percent);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);
}

static void
lsn_footbar_init (LsnFootbar *footbar)
{
  gtk_widget_init_template (GTK_WIDGET (footbar));
  lsn_menu_name_items (GTK_WIDGET (gtk_menu_button_get_popover (footbar->percent)));
}

/**
 * lsn_footbar_set_document:
 * @document: (nullable) (transfer none): what is counted
 * @canvas: what is zoomed
 */
void
lsn_footbar_set_document (LsnFootbar  *footbar,
                          LsnDocument *document,
                          LsnCanvas   *canvas)
{
  g_return_if_fail (LSN_IS_FOOTBAR (footbar));

  forget (footbar);
  lsn_filter_bar_set_document (footbar->filter, NULL, NULL);
  if (document == NULL)
    return;
  footbar->document = g_object_ref (document);
  footbar->canvas = canvas;
  g_signal_connect_swapped (lsn_document_get_map (document), "changed", G_CALLBACK (show_counts), footbar);
  g_signal_connect_swapped (lsn_document_get_selection (document), "changed", G_CALLBACK (show_selected), footbar);
  g_signal_connect_swapped (canvas, "notify::zoom", G_CALLBACK (show_zoom), footbar);
  g_signal_connect_swapped (canvas, "shown", G_CALLBACK (show_counts), footbar);
  lsn_filter_bar_set_document (footbar->filter, document, canvas);
  show_counts (footbar);
  show_selected (footbar);
  show_zoom (footbar);
}

/**
 * lsn_footbar_get_filter:
 *
 * Returns: (transfer none): where conditions of what is shown are made and changed
 */
LsnFilterBar *
lsn_footbar_get_filter (LsnFootbar *footbar)
{
  g_return_val_if_fail (LSN_IS_FOOTBAR (footbar), NULL);

  return footbar->filter;
}
