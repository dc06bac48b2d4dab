/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/message.h"
#include "app/window-private.h"

/* What the window says: in a toast, or in a dialog when it must not be overlooked. */

/* libadwaita 1.2 crashes when a toast goes that is still coming in: what ends the one frees what the other ends with. So who
 * is shown, and since when, is known here. */
#define COMING_IN 1000 /* milliseconds */

static void
on_toast_dismissed (LsnWindow *window,
                    AdwToast  *toast)
{
  if (window->undo_toast == toast)
    window->undo_toast = NULL;
  if (window->old_toast == toast)
    window->old_toast = NULL;
  if (g_queue_peek_head (&window->said) == toast)
    window->said_since = g_get_monotonic_time ();
  g_queue_remove (&window->said, toast);
}

static gboolean
take_back (gpointer data)
{
  LsnWindow *window = LSN_WINDOW (data);
  AdwToast *toast = g_queue_peek_head (&window->said);

  window->taking_back = 0;
  if (toast != NULL && toast == window->old_toast)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Takes a toast away, as soon as that is safe. */
static void
end_toast (LsnWindow *window,
           AdwToast  *toast)
{
  gint64 age = (g_get_monotonic_time () - window->said_since) / 1000;

  if (toast != g_queue_peek_head (&window->said) || age >= COMING_IN)
    {
      adw_toast_dismiss (toast);
      return;
    }
  window->old_toast = toast;
  g_clear_handle_id (&window->taking_back, g_source_remove);
  window->taking_back = g_timeout_add ((guint) (COMING_IN - age), take_back, window);
}

/* What was said before is not about what was done last. */
static void
end_older (LsnWindow *window)
{
  g_autoptr (GList) older = g_list_reverse (g_list_copy (window->said.head));

  for (GList *at = older; at != NULL; at = at->next)
    end_toast (window, at->data);
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
    }
  end_older (window);
  if (g_queue_is_empty (&window->said))
    window->said_since = g_get_monotonic_time ();
  g_queue_push_tail (&window->said, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_toast_dismissed), window, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (window->toasts, toast);
  if (can_undo)
    window->undo_toast = toast;
}

/**
 * lsn_window_take_back_undo:
 *
 * The last step is another now: what a toast offers to undo is not the last any more.
 */
void
lsn_window_take_back_undo (LsnWindow *window)
{
  AdwToast *toast = g_steal_pointer (&window->undo_toast);

  if (toast == NULL)
    return;
  adw_toast_set_button_label (toast, NULL); /* it would undo another step */
  end_toast (window, toast);
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
