/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/message.h"
#include "app/window-private.h"

/* What the window says: in a toast, or in a dialog when it must not be overlooked. */

static void
on_undo_toast_dismissed (LsnWindow *window,
                         AdwToast  *toast)
{
  if (window->undo_toast == toast)
    window->undo_toast = NULL;
}

/**
 * lsn_window_say:
 * @sentence: translated: what was done or refused
 * @can_undo: whether the toast offers to undo it, as long as it is the last step
 */
void
lsn_window_say (LsnWindow  *window,
                const char *sentence,
                gboolean    can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_toast_dismissed), window, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
  if (can_undo)
    window->undo_toast = toast;
}

/**
 * lsn_window_show_problem:
 * @heading: translated, in a few words
 * @sentence: translated: what happened, where, and what to do
 */
void
lsn_window_show_problem (LsnWindow  *window,
                         const char *heading,
                         const char *sentence)
{
  GtkWidget *dialog = lsn_message_new (GTK_WINDOW (window), heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
