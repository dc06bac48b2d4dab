/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/field.h"
#include "app/thumbnail.h"
#include "canvas/image-job.h"

/* A picture: seen, chosen, pasted, removed. */

#define SIZE 36 /* pixels */

static void
show_image (LsnCell   *cell,
            GtkWidget *row)
{
  LsnValue value;
  LsnCellState state = lsn_cell_get (cell, &value);
  gboolean is_seen = lsn_thumbnail_set_cell (g_object_get_data (G_OBJECT (row), "thumbnail"),
                                             state == LSN_CELL_SHARED ? value.text : NULL);
  const char *subtitle = "";

  if (state == LSN_CELL_MIXED)
    subtitle = lsn_field_row_mixed ();
  else if (state == LSN_CELL_SHARED && !is_seen)
    /* Translators: said of a picture in a map that is damaged, or of a format that cannot be drawn */
    subtitle = _("Cannot be shown");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "remove"), state != LSN_CELL_EMPTY);
}

/* The rows that the field was about when the picture was asked for may not be those that it is about now. */
typedef struct
{
  LsnCell *cell;
  GArray  *rows;
} Asking;

static Asking *
asking_new (LsnCell *cell)
{
  Asking *asking = g_new0 (Asking, 1);
  guint n;
  const LsnRow *rows = lsn_cell_get_rows (cell, &n);

  asking->cell = g_object_ref (cell);
  asking->rows = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnRow)), rows, n);
  return asking;
}

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->cell);
  g_array_unref (asking->rows);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static gboolean
is_same (const Asking *asking)
{
  guint n;
  const LsnRow *rows = lsn_cell_get_rows (asking->cell, &n);

  return n == asking->rows->len && memcmp (rows, asking->rows->data, n * sizeof (LsnRow)) == 0;
}

static void
on_taken_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = lsn_image_take_finish (result, &error);

  if (error != NULL)
    lsn_cell_refuse (asking->cell, error->message);
  if (uri == NULL || !is_same (asking) || lsn_cell_get_spec (asking->cell) == NULL)
    return;
  lsn_cell_end_gesture (asking->cell);
  lsn_cell_set (asking->cell, lsn_value_text (uri));
}

static void
on_choose (GtkButton *button,
           GtkWidget *row)
{
  lsn_image_choose_async (row, on_taken_cb, asking_new (lsn_field_row_get_cell (row)));
}

static void
on_paste (GtkButton *button,
          GtkWidget *row)
{
  lsn_image_paste_async (gtk_widget_get_clipboard (row), on_taken_cb, asking_new (lsn_field_row_get_cell (row)));
}

static void
on_remove (GtkButton *button,
           GtkWidget *row)
{
  lsn_cell_end_gesture (lsn_field_row_get_cell (row));
  lsn_cell_set (lsn_field_row_get_cell (row), LSN_EMPTY);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *label,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", clicked, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/**
 * lsn_image_field_new:
 *
 * Returns: (transfer floating): a row with the picture and what can be done with it
 */
GtkWidget *
lsn_image_field_new (LsnCell *cell)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *thumbnail = lsn_thumbnail_new (SIZE);
  GtkWidget *choose;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lsn_column_label (lsn_cell_get_spec (cell)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), thumbnail);
  g_object_set_data (G_OBJECT (row), "thumbnail", thumbnail);
  g_object_set_data (G_OBJECT (row), "remove",
                     add_button (row, "edit-clear-symbolic", _("Remove Picture"), G_CALLBACK (on_remove)));
  add_button (row, "edit-paste-symbolic", _("Paste Picture"), G_CALLBACK (on_paste));
  choose = add_button (row, "document-open-symbolic", _("Choose a Picture…"), G_CALLBACK (on_choose));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choose);
  lsn_field_row_attach (row, cell, G_CALLBACK (show_image));
  return row;
}
