/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/window-private.h"

/* What a narrow window leaves out, so that the map and its title have room: first the pane of details lies over the map when
 * it is wanted, then the list; of the header bar goes what stands in the menu or is soonest done by a key. */

#define NO_DETAILS 1000 /* pixels: narrower, the details go over the map ... */
#define NO_LIST    880  /* ... and the list */
#define FEW_TOOLS  960  /* ... and the header bar has less (all of it takes up to 920) ... */
#define LEAST_TOOLS 800 /* ... and less (what is left takes up to 720) */

/* What lies over the map is shown when it is asked for; beside the map it is as it was chosen to be. */
static void
on_folded (LsnWindow  *window,
           GParamSpec *pspec,
           AdwFlap    *flap)
{
  const char *setting = flap == window->outline_flap ? "show-outline" : "show-inspector";

  adw_flap_set_reveal_flap (flap, !adw_flap_get_folded (flap) && g_settings_get_boolean (window->settings, setting));
}

static void
fold (AdwFlap *flap,
      gboolean folded)
{
  adw_flap_set_fold_policy (flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
}

/* Of the ways to see the map a narrow header bar offers the other one only, and a narrower one the way back to the map. */
static void
show_looks (LsnWindow *window,
            int        width)
{
  gtk_widget_set_visible (window->map_button, width >= FEW_TOOLS || window->shows_table);
  gtk_widget_set_visible (window->table_button, width >= FEW_TOOLS || (width >= LEAST_TOOLS && !window->shows_table));
}

static void
show_open (LsnWindow *window,
           gboolean   as_icon)
{
  if (as_icon)
    adw_split_button_set_icon_name (window->open_button, "document-open-symbolic");
  else
    adw_split_button_set_label (window->open_button, _("_Open"));
}

static gboolean
fit_width (gpointer data)
{
  LsnWindow *window = data;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  gboolean few = width < FEW_TOOLS;

  window->fitting = 0;
  if (width == 0)
    return G_SOURCE_REMOVE;
  fold (window->inspector_flap, width < NO_DETAILS);
  fold (window->outline_flap, width < NO_LIST);
  show_looks (window, width);
  show_open (window, width < LEAST_TOOLS);
  gtk_widget_set_visible (window->export_button, !few);
  gtk_widget_set_visible (GTK_WIDGET (window->history_button), !few);
  return G_SOURCE_REMOVE;
}

/**
 * lsn_window_fit_width:
 *
 * Soon, as sizes may just be given: has the window leave out what it has no room for.
 */
void
lsn_window_fit_width (LsnWindow *window)
{
  if (window->fitting == 0)
    window->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_width, window, NULL);
}

static void
on_realize (LsnWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_connect_object (surface, "notify::width", G_CALLBACK (lsn_window_fit_width), window, G_CONNECT_SWAPPED);
}

/**
 * lsn_window_init_width:
 *
 * Has the window follow its width.
 */
void
lsn_window_init_width (LsnWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
  /* By itself a flap would be shown when there is room again, whether it is wanted or not. */
  adw_flap_set_locked (window->inspector_flap, TRUE);
  adw_flap_set_locked (window->outline_flap, TRUE);
  g_signal_connect_object (window->inspector_flap, "notify::folded", G_CALLBACK (on_folded), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->outline_flap, "notify::folded", G_CALLBACK (on_folded), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "notify::look", G_CALLBACK (lsn_window_fit_width), NULL);
}
