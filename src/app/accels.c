/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/accels.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAP    NC_("shortcut group", "Map")
#define CHANGE NC_("shortcut group", "Change")
#define FIND   NC_("shortcut group", "Find")
#define WINDOW NC_("shortcut group", "Window")

static const LsnAccel accels[] = {
  { "win.new", { "<Control>n" }, NULL, NC_("shortcut", "New map"), MAP },
  { "win.open", { "<Control>o" }, NULL, NC_("shortcut", "Open a map"), MAP },
  { "win.open-sample", { "<Control><Shift>o" }, NULL, NC_("shortcut", "Open the example"), MAP },
  { "win.save", { "<Control>s" }, NULL, NC_("shortcut", "Save"), MAP },
  { "win.save-as", { "<Control><Shift>s" }, NULL, NC_("shortcut", "Save under another name"), MAP },
  { "win.export", { "<Control>e" }, NULL, NC_("shortcut", "Export a picture"), MAP },
  { "win.undo", { "<Control>z" }, NULL, NC_("shortcut", "Undo"), CHANGE },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, NULL, NC_("shortcut", "Redo"), CHANGE },
  { "win.show-history", { "<Control><Alt>z" }, NULL, NC_("shortcut", "List what was done, and go back to any step"), CHANGE },
  { "win.show-kinds", { "<Control><Shift>k" }, NULL, NC_("shortcut", "See and change the kinds of actors and ties"), CHANGE },
  { "win.merge-actors", { "<Control>m" }, NULL, NC_("shortcut", "Make the selected actors one, as they are the same"), CHANGE },
  { "win.split-actor", { "<Control><Alt>m" }, NULL, NC_("shortcut", "Split the selected actor in two"), CHANGE },
  { "win.quick-entry", { "<Control><Shift>l" }, NULL, NC_("shortcut", "Type actors and ties as they are spoken"), CHANGE },
  { "win.layout('')", { "<Control>j" }, NULL, NC_("shortcut", "Lay out as suits the map's size"), CHANGE },
  { "win.show-layouts", { "<Control><Shift>j" }, NULL, NC_("shortcut", "Choose a layout"), CHANGE },
  { "win.find", { "<Control>f" }, NULL, NC_("shortcut", "Find in names, notes and all fields"), FIND },
  { "win.find-next", { "F3" }, NULL, NC_("shortcut", "Next place that was found"), FIND },
  { "win.find-previous", { "<Shift>F3" }, NULL, NC_("shortcut", "Place before that"), FIND },
  { "win.search-list", { "<Control><Shift>f" }, NULL, NC_("shortcut", "Search the list"), FIND },
  { "win.add-filter", { "<Control><Shift>h" }, NULL, NC_("shortcut", "Show only a part of the map"), FIND },
  { "win.show-all", { "<Control><Alt>a" }, NULL, NC_("shortcut", "Show what the filter hides"), FIND },
  { "win.fade-rest", { "<Control><Alt>f" }, NULL, NC_("shortcut", "Fade the rest instead of hiding it, or hide it"), FIND },
  { "win.save-view", { "<Control>b" }, NULL, NC_("shortcut", "Save what is shown as a view"), FIND },
  { "win.show-views", { "<Control><Shift>b" }, NULL, NC_("shortcut", "Go to the list of views"), FIND },
  { "win.next-view", { "<Control><Shift>Page_Down" }, NULL, NC_("shortcut", "Show the next view"), FIND },
  { "win.previous-view", { "<Control><Shift>Page_Up" }, NULL, NC_("shortcut", "Show the view before that"), FIND },
  { "win.table", { "<Control>t" }, NULL, NC_("shortcut", "Show the table, or the map again"), WINDOW },
  { "win.beside", { "<Control><Shift>t" }, NULL, NC_("shortcut", "Show the table below the map"), WINDOW },
  { "win.show-outline", { "F9" }, NULL, NC_("shortcut", "Show or hide the list"), WINDOW },
  { "win.show-inspector", { "<Shift>F9" }, NULL, NC_("shortcut", "Show or hide the details"), WINDOW },
  { "win.show-minimap", { "F8" }, NULL, NC_("shortcut", "Show or hide the overview"), WINDOW },
  { "win.show-menu", { "F10" }, NULL, NC_("shortcut", "Main menu"), WINDOW },
  { "app.new-window", { "<Control><Shift>n" }, NULL, NC_("shortcut", "New window"), WINDOW },
  { "win.show-shortcuts", { "F1", "<Control>question" }, NULL, NC_("shortcut", "Keyboard shortcuts"), WINDOW },
  { "window.close", { "<Control>w" }, NULL, NC_("shortcut", "Close the window"), WINDOW },
  { "app.quit", { "<Control>q" }, NULL, NC_("shortcut", "Quit"), WINDOW },
};

/**
 * lsn_window_accels:
 * @n_accels: (out): how many there are
 *
 * Returns: the keys that work wherever the focus is
 */
const LsnAccel *
lsn_window_accels (guint *n_accels)
{
  *n_accels = G_N_ELEMENTS (accels);
  return accels;
}

static void
add_key (GtkShortcutController *controller,
         const char            *accel,
         const char            *action)
{
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accel),
                                                          gtk_named_action_new (action)));
}

/**
 * lsn_window_add_zoom_keys:
 * @window: a window with an action "win.zoom-…" for each "canvas.zoom-…"
 *
 * Has the keys by which the canvas zooms work in the whole window, except where the focus has a use of its own for them:
 * Home in a text goes to the beginning of its line.
 */
void
lsn_window_add_zoom_keys (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  guint n_accels;
  const LsnAccel *canvas = lsn_canvas_accels (&n_accels);

  for (guint i = 0; i < n_accels; i++)
    {
      g_autofree char *action = NULL;

      if (!g_str_has_prefix (canvas[i].action, "canvas.zoom-"))
        continue;
      action = g_strconcat ("win", strchr (canvas[i].action, '.'), NULL);
      /* Menus show the key that was added last. */
      for (guint j = g_strv_length ((char **) canvas[i].accels); j > 0; j--)
        add_key (GTK_SHORTCUT_CONTROLLER (controller), canvas[i].accels[j - 1], action);
    }
  gtk_widget_add_controller (window, controller);
}
