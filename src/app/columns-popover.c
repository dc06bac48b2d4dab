/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/columns-popover.h"

struct _LsnColumnsPopover
{
  GtkPopover parent_instance;

  GtkBox    *columns;
  LsnSheet  *sheet;   /* outlives the popover */
};

G_DEFINE_FINAL_TYPE (LsnColumnsPopover, lsn_columns_popover, GTK_TYPE_POPOVER)

/* The keyboard goes from one popover to the other by way of the sheet. */
static gboolean
add_column (gpointer sheet)
{
  gtk_widget_activate_action (sheet, "sheet.add-column", NULL);
  return G_SOURCE_REMOVE;
}

static void
on_add (LsnColumnsPopover *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, add_column, g_object_ref (popover->sheet), g_object_unref);
}

static void
lsn_columns_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LSN_TYPE_COLUMNS_POPOVER);
  G_OBJECT_CLASS (lsn_columns_popover_parent_class)->dispose (object);
}

static void
lsn_columns_popover_class_init (LsnColumnsPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_columns_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/columns-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnColumnsPopover, columns);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
lsn_columns_popover_init (LsnColumnsPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

/* One column at the least stays: its mark cannot be taken away. */
static void
on_toggled (GtkCheckButton *check,
            LsnSheet       *sheet)
{
  LsnColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "column"));

  if (!lsn_sheet_show_column (sheet, column, gtk_check_button_get_active (check)))
    gtk_check_button_set_active (check, TRUE);
}

/**
 * lsn_columns_popover_new:
 * @sheet: (transfer none): outlives the popover
 *
 * Returns: (transfer floating): the columns of the sheet as they are now
 */
GtkWidget *
lsn_columns_popover_new (LsnSheet *sheet)
{
  LsnColumnsPopover *popover = g_object_new (LSN_TYPE_COLUMNS_POPOVER, NULL);
  g_autoptr (GArray) columns = lsn_sheet_list_columns (sheet);

  popover->sheet = sheet;
  for (guint i = 0; i < columns->len; i++)
    {
      LsnColumn column = g_array_index (columns, LsnColumn, i);
      const LsnColumnSpec *spec = lsn_map_column_spec (lsn_sheet_get_map (sheet), lsn_sheet_get_table (sheet), column);
      GtkWidget *check = gtk_check_button_new_with_label (lsn_column_label (spec));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), lsn_sheet_shows_column (sheet, column));
      g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
      g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), sheet);
      gtk_box_append (popover->columns, check);
    }
  return GTK_WIDGET (popover);
}
