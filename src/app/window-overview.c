/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/window-private.h"

/* The overview in the lower corner of the canvas, above the kinds of ties. */

#define MARGIN       12 /* pixels from the edges of the canvas and from the kinds */
#define SHARE        4  /* of the width of the canvas it takes a fourth, at most what it would like to have */
#define LEAST_WIDTH  96 /* pixels: smaller it is of no use ... */
#define LEAST_HEIGHT 64
#define LEAST_ROOM   72 /* ... nor may it take more than half of the height */

static void
on_found (LsnWindow *window,
          GArray    *hits)
{
  lsn_minimap_set_found (window->minimap, hits);
}

/* How much of the foot the kinds of ties take. */
static int
height_of_kinds (LsnWindow *window,
                 int        width)
{
  int height = 0;

  if (gtk_widget_get_visible (GTK_WIDGET (window->palette)))
    gtk_widget_measure (GTK_WIDGET (window->palette), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height + MARGIN;
}

/* The lower corner where a line of text ends; smaller on a small canvas. */
static gboolean
place_minimap (GtkOverlay   *overlay,
               GtkWidget    *child,
               GdkRectangle *at,
               LsnWindow    *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int height = gtk_widget_get_height (GTK_WIDGET (overlay)) - height_of_kinds (window, width);
  int wide, high;

  if (child != GTK_WIDGET (window->minimap))
    return FALSE;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &high, NULL, NULL);
  at->width = CLAMP (width / SHARE, LEAST_WIDTH, wide);
  at->height = CLAMP (at->width * high / wide, LEAST_HEIGHT, MAX (LEAST_ROOM, height / 2));
  at->x = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL ? MARGIN : width - at->width - MARGIN;
  at->y = height - at->height - MARGIN;
  return TRUE;
}

/**
 * lsn_window_init_overview:
 *
 * Once the window has its canvas: lays the overview over it, and has it marked what is found.
 */
void
lsn_window_init_overview (LsnWindow *window)
{
  g_autoptr (GAction) show = g_settings_create_action (window->settings, "show-minimap");

  window->minimap = LSN_MINIMAP (lsn_minimap_new ());
  lsn_minimap_set_canvas (window->minimap, window->canvas);
  g_signal_connect (window->overlay, "get-child-position", G_CALLBACK (place_minimap), window);
  gtk_overlay_add_overlay (window->overlay, GTK_WIDGET (window->minimap));
  lsn_canvas_keep_clear (window->canvas, GTK_WIDGET (window->minimap));
  g_action_map_add_action (G_ACTION_MAP (window), show);
  g_settings_bind (window->settings, "show-minimap", window->minimap, "wanted", G_SETTINGS_BIND_GET);
  g_signal_connect_swapped (window->find_bar, "found", G_CALLBACK (on_found), window);
}
