/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/empty-hint.h"

#include "app/template.h"

struct _LsnEmptyHint
{
  GtkWidget  parent_instance;

  LsnMap    *map;
};

G_DEFINE_FINAL_TYPE (LsnEmptyHint, lsn_empty_hint, GTK_TYPE_WIDGET)

static void
on_map_changed (LsnEmptyHint *hint)
{
  gtk_widget_set_visible (GTK_WIDGET (hint), hint->map != NULL && lsn_map_n_rows (hint->map, LSN_TABLE_ACTORS) == 0);
}

static void
forget (LsnEmptyHint *hint)
{
  if (hint->map != NULL)
    g_signal_handlers_disconnect_by_data (hint->map, hint);
  g_clear_object (&hint->map);
}

static void
lsn_empty_hint_dispose (GObject *object)
{
  forget (LSN_EMPTY_HINT (object));
  lsn_template_dispose (GTK_WIDGET (object), LSN_TYPE_EMPTY_HINT);
  G_OBJECT_CLASS (lsn_empty_hint_parent_class)->dispose (object);
}

static void
lsn_empty_hint_class_init (LsnEmptyHintClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_empty_hint_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/empty-hint.ui");
}

static void
lsn_empty_hint_init (LsnEmptyHint *hint)
{
  gtk_widget_init_template (GTK_WIDGET (hint));
}

/**
 * lsn_empty_hint_set_map:
 * @map: (nullable) (transfer none): what is shown on the ground
 */
void
lsn_empty_hint_set_map (LsnEmptyHint *hint,
                        LsnMap       *map)
{
  g_return_if_fail (LSN_IS_EMPTY_HINT (hint));

  forget (hint);
  if (map != NULL)
    {
      hint->map = g_object_ref (map);
      g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), hint);
    }
  on_map_changed (hint);
}
