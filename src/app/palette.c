/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/palette.h"

#include <glib/gi18n-lib.h>

#include "app/fit-layout.h"
#include "app/row-chooser.h"
#include "app/swatch.h"
#include "app/template.h"
#include "model/changes.h"
#include "model/kind-edits.h"
#include "model/kinds.h"

#define N_SHOWN 9

struct _LsnPalette
{
  GtkWidget      parent_instance;

  GtkBox        *kinds;
  GtkMenuButton *more;
  GtkLabel      *more_name;
  LsnRowChooser *chooser;

  LsnMap        *map;
  LsnCanvas     *canvas;
  gboolean       showing;   /* the buttons are being told what is chosen */
};

G_DEFINE_FINAL_TYPE (LsnPalette, lsn_palette, GTK_TYPE_WIDGET)

static LsnRow
kind_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
}

static LsnRow
chosen_kind (LsnPalette *palette)
{
  LsnRow kind = lsn_canvas_get_next_kind (palette->canvas);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (palette->kinds));

  return kind != LSN_NO_ROW || first == NULL ? kind : kind_of (first);
}

static void
show_choice (LsnPalette *palette)
{
  LsnRow kind = chosen_kind (palette);
  gboolean shown = FALSE;

  palette->showing = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (palette->kinds)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), kind_of (button) == kind);
      shown |= kind_of (button) == kind;
    }
  palette->showing = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (palette->kinds));
  gtk_widget_set_visible (GTK_WIDGET (palette->more_name), !shown);
  if (!shown && lsn_map_has_row (palette->map, LSN_TABLE_KINDS, kind))
    gtk_label_set_text (palette->more_name, lsn_kind_name (palette->map, kind));
}

static void
on_toggled (GtkToggleButton *button,
            LsnPalette      *palette)
{
  if (palette->showing)
    return;
  lsn_canvas_set_next_kind (palette->canvas, kind_of (GTK_WIDGET (button)));
  show_choice (palette);
}

static void
on_chosen (LsnRowChooser *chooser,
           guint          kind,
           LsnPalette    *palette)
{
  lsn_canvas_set_next_kind (palette->canvas, kind);
  show_choice (palette);
}

static void
on_new_kind (LsnRowChooser *chooser,
             const char    *name,
             LsnPalette    *palette)
{
  LsnRow kind = lsn_kind_add (palette->map, TRUE, name, NULL);

  if (kind == LSN_NO_ROW)
    return;
  lsn_canvas_set_next_kind (palette->canvas, kind);
  show_choice (palette);
  gtk_widget_activate_action (GTK_WIDGET (palette), "win.edit-kind", "s",
                              lsn_map_row_id (palette->map, LSN_TABLE_KINDS, kind));
}

static void
append_kind (LsnPalette *palette,
             LsnRow      kind,
             guint       number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *key = gtk_label_new (digit);
  g_autofree char *hint = NULL;

  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "numeric");
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), lsn_swatch_new (palette->map, kind));
  gtk_box_append (GTK_BOX (box), gtk_label_new (lsn_kind_name (palette->map, kind)));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  /* Translators: %s is a kind of tie, such as "Pressure", %u the key that chooses it */
  hint = g_strdup_printf (_("Draw ties of kind %s (%u)"), lsn_kind_name (palette->map, kind), number);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lsn_kind_name (palette->map, kind), -1);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), palette);
  gtk_box_append (palette->kinds, button);
}

static void
fill (LsnPalette *palette)
{
  g_autoptr (GArray) kinds = lsn_canvas_palette (palette->map);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (palette->kinds))) != NULL)
    gtk_box_remove (palette->kinds, child);
  for (guint i = 0; i < MIN (kinds->len, N_SHOWN); i++)
    append_kind (palette, g_array_index (kinds, LsnRow, i), i + 1);
  show_choice (palette);
}

static void
on_map_changed (LsnPalette *palette,
                LsnChanges *changes)
{
  guint inserted, removed, altered;

  lsn_changes_inserted (changes, LSN_TABLE_KINDS, &inserted);
  lsn_changes_removed (changes, LSN_TABLE_KINDS, &removed);
  lsn_changes_altered (changes, LSN_TABLE_KINDS, &altered);
  if (inserted + removed + altered > 0)
    fill (palette);
}

static void
forget (LsnPalette *palette)
{
  if (palette->map != NULL)
    g_signal_handlers_disconnect_by_data (palette->map, palette);
  if (palette->canvas != NULL)
    g_signal_handlers_disconnect_by_data (palette->canvas, palette);
  g_clear_object (&palette->map);
  palette->canvas = NULL;
}

static void
lsn_palette_dispose (GObject *object)
{
  forget (LSN_PALETTE (object));
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_PALETTE);
  G_OBJECT_CLASS (lsn_palette_parent_class)->dispose (object);
}

static void
lsn_palette_class_init (LsnPaletteClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_palette_dispose;
  g_type_ensure (LSN_TYPE_FIT_LAYOUT);
  g_type_ensure (LSN_TYPE_ROW_CHOOSER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnPalette, kinds);
  gtk_widget_class_bind_template_child (widget_class, LsnPalette, more);
  gtk_widget_class_bind_template_child (widget_class, LsnPalette, more_name);
  gtk_widget_class_bind_template_child (widget_class, LsnPalette, chooser);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_new_kind);
}

static void
lsn_palette_init (LsnPalette *palette)
{
  gtk_widget_init_template (GTK_WIDGET (palette));
}

/**
 * lsn_palette_set_map:
 * @map: (nullable) (transfer none): whose kinds; %NULL to empty
 * @canvas: (not nullable unless @map is): which draws; outlives the palette or is replaced before
 */
void
lsn_palette_set_map (LsnPalette *palette,
                     LsnMap     *map,
                     LsnCanvas  *canvas)
{
  g_return_if_fail (LSN_IS_PALETTE (palette));

  forget (palette);
  if (map == NULL)
    return;
  palette->map = g_object_ref (map);
  palette->canvas = canvas;
  lsn_row_chooser_set_kinds (palette->chooser, map, TRUE, NULL);
  lsn_row_chooser_set_can_make (palette->chooser, TRUE);
  g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), palette);
  g_signal_connect_swapped (canvas, "notify::next-kind", G_CALLBACK (show_choice), palette);
  fill (palette);
}
