/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/merge-dialog.h"
#include "app/split-dialog.h"
#include "app/window-private.h"

/* When several actors are one, or one is two. */

static void
on_done (LsnWindow  *window,
         const char *sentence)
{
  lsn_window_say (window, sentence, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

static void
present (LsnWindow *window,
         GtkWidget *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
merge_actors (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  present (window, lsn_merge_dialog_new (GTK_WINDOW (window), window->document));
}

static void
split_actor (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  LsnWindow *window = LSN_WINDOW (widget);

  present (window, lsn_split_dialog_new (GTK_WINDOW (window), window->document, window->canvas));
}

/**
 * lsn_window_install_identity_actions:
 *
 * What makes one actor of several, and two of one.
 */
void
lsn_window_install_identity_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.merge-actors", NULL, merge_actors);
  gtk_widget_class_install_action (class, "win.split-actor", NULL, split_actor);
}
