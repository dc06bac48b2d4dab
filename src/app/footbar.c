/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/footbar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/template.h"
#include "canvas/menu-names.h"
#include "model/condition-words.h"

struct _LsnFootbar
{
  GtkWidget      parent_instance;

  GtkLabel      *actors;     /* how many; with a filter, how many of them it shows */
  GtkLabel      *ties;       /* how many; hidden by a filter */
  GtkLabel      *selected;
  GtkWidget     *filter;     /* what hides something, shown while anything does */
  GtkBox        *chips;
  GtkToggleButton *fade;     /* the rest is pale instead of hidden */
  GtkAdjustment *zoom;       /* binary logarithm of the zoom: equal steps look equal */
  GtkWidget     *slider;
  GtkMenuButton *percent;

  LsnDocument   *document;
  LsnCanvas     *canvas;
  LsnFilter     *told;       /* what the chips say */
  gboolean       showing;    /* the foot is being told what is shown, and how large */
};

G_DEFINE_FINAL_TYPE (LsnFootbar, lsn_footbar, GTK_TYPE_WIDGET)

static void
show_counts (LsnFootbar *footbar)
{
  LsnMap *map = lsn_document_get_map (footbar->document);
  guint n_actors = lsn_map_n_rows (map, LSN_TABLE_ACTORS), n_ties = lsn_map_n_rows (map, LSN_TABLE_TIES);
  guint n_shown, n_ties_shown;
  gboolean filtered = lsn_canvas_count_shown (footbar->canvas, &n_shown, &n_ties_shown);
  g_autofree char *actors = NULL;
  g_autofree char *ties = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n_ties), n_ties);

  if (filtered && lsn_filter_get_faded (lsn_canvas_get_filter (footbar->canvas)))
    /* Translators: how many of the actors a filter does not fade: "12 of 61 actors in focus". The plural goes by %2$u */
    actors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u actor in focus", "%1$u of %2$u actors in focus",
                                           n_actors), n_shown, n_actors);
  else if (filtered)
    /* Translators: how many of the actors a filter shows: "12 of 61 actors shown". The plural goes by %2$u */
    actors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u actor shown", "%1$u of %2$u actors shown",
                                           n_actors), n_shown, n_actors);
  else
    actors = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u actor", "%u actors", n_actors), n_actors);
  gtk_label_set_text (footbar->actors, actors);
  gtk_label_set_text (footbar->ties, ties);
  gtk_widget_set_visible (GTK_WIDGET (footbar->ties), !filtered);
}

static void
on_chip_clicked (GtkButton  *button,
                 LsnFootbar *footbar)
{
  g_autoptr (LsnFilter) filter = lsn_filter_copy (lsn_canvas_get_filter (footbar->canvas));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "condition"));

  lsn_filter_remove (filter, index);
  lsn_canvas_set_filter (footbar->canvas, filter);
}

static GtkWidget *
chip_new (LsnFootbar *footbar,
          guint       index)
{
  const LsnFilter *filter = lsn_canvas_get_filter (footbar->canvas);
  g_autofree char *words = lsn_condition_describe (lsn_filter_get (filter, index), lsn_document_get_map (footbar->document));
  g_autofree char *hint = NULL;
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  /* Translators: a button that takes a condition of a filter away: "Remove “Kind: State”" */
  hint = g_strdup_printf (_("Remove “%s”"), words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (chip, "chip");
  g_object_set_data (G_OBJECT (button), "condition", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_chip_clicked), footbar);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  return chip;
}

static gboolean
is_up_to_date (LsnFootbar *footbar)
{
  const LsnFilter *filter = lsn_canvas_get_filter (footbar->canvas);

  return footbar->told != NULL && lsn_filter_equal (footbar->told, filter);
}

static void
show_filter (LsnFootbar *footbar)
{
  const LsnFilter *filter = lsn_canvas_get_filter (footbar->canvas);
  GtkWidget *chip;

  show_counts (footbar);
  if (is_up_to_date (footbar))
    return;
  g_clear_pointer (&footbar->told, lsn_filter_free);
  footbar->told = lsn_filter_copy (filter);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (footbar->chips))) != NULL)
    gtk_box_remove (footbar->chips, chip);
  for (guint i = 0; i < lsn_filter_n (filter); i++)
    gtk_box_append (footbar->chips, chip_new (footbar, i));
  gtk_widget_set_visible (footbar->filter, lsn_filter_n (filter) > 0);
  footbar->showing = TRUE;
  gtk_toggle_button_set_active (footbar->fade, lsn_filter_get_faded (filter));
  footbar->showing = FALSE;
}

static void
on_fade_toggled (GtkToggleButton *button,
                 LsnFootbar      *footbar)
{
  if (!footbar->showing && footbar->canvas != NULL)
    gtk_widget_activate_action (GTK_WIDGET (footbar), "win.fade-rest", NULL);
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
  g_clear_pointer (&footbar->told, lsn_filter_free);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/footbar.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, actors);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, ties);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, selected);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, filter);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, chips);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, fade);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, zoom);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, slider);
  gtk_widget_class_bind_template_child (widget_class, LsnFootbar, percent);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_fade_toggled);
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
  if (document == NULL)
    return;
  footbar->document = g_object_ref (document);
  footbar->canvas = canvas;
  g_signal_connect_swapped (lsn_document_get_map (document), "changed", G_CALLBACK (show_counts), footbar);
  g_signal_connect_swapped (lsn_document_get_selection (document), "changed", G_CALLBACK (show_selected), footbar);
  g_signal_connect_swapped (canvas, "notify::zoom", G_CALLBACK (show_zoom), footbar);
  g_signal_connect_swapped (canvas, "shown", G_CALLBACK (show_filter), footbar);
  show_filter (footbar);
  show_selected (footbar);
  show_zoom (footbar);
}
