/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/colours.h"
#include "app/field.h"
#include "app/kind-cell.h"
#include "model/kinds.h"

/* A colour: one of those that everybody can tell apart, or any other, typed as #rrggbb. */

#define CHIP 20     /* pixels */
#define N_ACROSS 6
#define ENOUGH 3.0  /* contrast with paper that lines and discs need */

static void
draw_chip (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  const char *colour = g_object_get_data (G_OBJECT (area), "colour");
  GdkRGBA rgba;

  if (colour == NULL || !gdk_rgba_parse (&rgba, colour))
    return;
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 0.5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static GtkWidget *
chip_new (const char *colour)
{
  GtkWidget *chip = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (chip), CHIP);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (chip), CHIP);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (chip), draw_chip, NULL, NULL);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (chip), "colour", g_strdup (colour), g_free);
  return chip;
}

/* The colour that counts, its own or that of what stands in for it. */
static char *
colour_of (LsnCell *cell)
{
  LsnRow kind = lsn_kind_cell_row (cell);
  g_autofree char *own = lsn_cell_dup_text (cell);

  if (*own == '\0' && kind != LSN_NO_ROW && lsn_cell_get_column (cell) == LSN_KIND_COLOUR)
    return g_strdup (lsn_kind_text (lsn_cell_get_map (cell), kind, LSN_KIND_COLOUR));
  return *own != '\0' ? g_steal_pointer (&own) : NULL;
}

static char *
words_of (LsnCell *cell)
{
  g_autofree char *own = lsn_cell_dup_text (cell);

  switch (lsn_cell_get (cell, NULL))
    {
    case LSN_CELL_EMPTY:
      return lsn_field_row_dup_no_value (cell);
    case LSN_CELL_MIXED:
      return g_strdup (lsn_field_row_mixed ());
    case LSN_CELL_SHARED:
    default:
      return g_strdup (lsn_colour_name (own));
    }
}

static void
show_colour (LsnCell   *cell,
             GtkWidget *row)
{
  GtkWidget *chip = g_object_get_data (G_OBJECT (row), "chip");
  GtkWidget *warning = g_object_get_data (G_OBJECT (row), "warning");
  GtkWidget *entry = g_object_get_data (G_OBJECT (row), "entry");
  g_autofree char *colour = colour_of (cell);
  g_autofree char *words = words_of (cell);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), "words"), words);
  gtk_widget_set_visible (warning, colour != NULL && lsn_colour_paper_contrast (colour) < ENOUGH);
  gtk_widget_set_visible (chip, colour != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), colour != NULL ? colour : "");
  g_object_set_data_full (G_OBJECT (chip), "colour", g_steal_pointer (&colour), g_free);
  gtk_widget_queue_draw (chip);
}

static void
take_colour (GtkWidget  *row,
             const char *colour)
{
  LsnCell *cell = lsn_field_row_get_cell (row);

  lsn_cell_end_gesture (cell);
  if (lsn_cell_set_text (cell, colour))
    gtk_popover_popdown (g_object_get_data (G_OBJECT (row), "popover"));
}

static void
on_chip (GtkButton *button,
         GtkWidget *row)
{
  take_colour (row, g_object_get_data (G_OBJECT (gtk_button_get_child (button)), "colour"));
}

static void
on_clear (GtkButton *button,
          GtkWidget *row)
{
  take_colour (row, "");
}

static gboolean
is_colour (GtkWidget  *row,
           const char *text)
{
  LsnCell *cell = lsn_field_row_get_cell (row);
  LsnValue value;

  return lsn_map_parse_cell (lsn_cell_get_map (cell), lsn_cell_get_table (cell), lsn_cell_get_column (cell), text, &value,
                             NULL);
}

static void
on_entry_changed (GtkEditable *entry,
                  GtkWidget   *row)
{
  const char *text = gtk_editable_get_text (entry);

  if (*text == '\0' || is_colour (row, text))
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
on_entry_activate (GtkEditable *entry,
                   GtkWidget   *row)
{
  if (is_colour (row, gtk_editable_get_text (entry)))
    take_colour (row, gtk_editable_get_text (entry));
}

static GtkWidget *
chips_grid (GtkWidget *row)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_colours;
  const LsnNamedColour *colours = lsn_named_colours (&n_colours);

  for (guint i = 0; i < n_colours; i++)
    {
      GtkWidget *button = gtk_button_new ();
      const char *name = lsn_colour_name (colours[i].colour);

      gtk_button_set_child (GTK_BUTTON (button), chip_new (colours[i].colour));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect (button, "clicked", G_CALLBACK (on_chip), row);
      gtk_grid_attach (GTK_GRID (grid), button, (int) i % N_ACROSS, (int) i / N_ACROSS, 1, 1);
    }
  return grid;
}

static GtkWidget *
entry_of (GtkWidget *row)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "#rrggbb");
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, _("Red, green and blue as #rrggbb"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another colour"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (on_entry_changed), row);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activate), row);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  return entry;
}

static GtkWidget *
popover_of (GtkWidget *row)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_tooltip_text (clear, _("No Colour of Its Own"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("No Colour of Its Own"), -1);
  gtk_widget_add_css_class (clear, "flat");
  g_signal_connect (clear, "clicked", G_CALLBACK (on_clear), row);
  gtk_box_append (GTK_BOX (line), entry_of (row));
  gtk_box_append (GTK_BOX (line), clear);
  gtk_box_append (GTK_BOX (box), chips_grid (row));
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_object_set_data (G_OBJECT (row), "popover", popover);
  return popover;
}

static GtkWidget *
warning_of (GtkWidget *row)
{
  GtkWidget *warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  const char *text = _("Too pale to be seen well on white paper");

  gtk_widget_set_tooltip_text (warning, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (warning), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (warning, "warning");
  gtk_widget_set_visible (warning, FALSE);
  g_object_set_data (G_OBJECT (row), "warning", warning);
  return warning;
}

/**
 * lsn_colour_field_new:
 *
 * Returns: (transfer floating): a row with colours to choose from
 */
GtkWidget *
lsn_colour_field_new (LsnCell *cell)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chip = chip_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 22);
  g_object_set_data (G_OBJECT (row), "chip", chip);
  g_object_set_data (G_OBJECT (row), "words", words);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover_of (row));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lsn_column_label (lsn_cell_get_spec (cell)), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), warning_of (row));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  lsn_field_row_attach (row, cell, G_CALLBACK (show_colour));
  return row;
}
