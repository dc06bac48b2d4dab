/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/message.h"

#include <glib/gi18n-lib.h>

/* libadwaita keeps the heading twice, in large letters on one line and in small ones that wrap, and shows the one that fits.
 * As it takes the smaller of their least widths for both, and the dialog is lower where the heading is narrower, GTK 4.18
 * warns of widths below the least one and of natural sizes that are none. So both are large and wrap. */
static void
even_out (GtkWidget  *widget,
          const char *heading)
{
  if (GTK_IS_LABEL (widget))
    {
      GtkLabel *label = GTK_LABEL (widget);

      if (g_strcmp0 (gtk_label_get_label (label), heading) != 0)
        return;
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_widget_remove_css_class (widget, "title-4");
      gtk_widget_add_css_class (widget, "title-2");
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    even_out (child, heading);
}

/**
 * lsn_message_new:
 * @parent: the window that it is about
 * @heading: translated, in a few words
 * @body: translated: what happened, or what is asked
 *
 * Returns: (transfer none): an #AdwMessageDialog without responses, not shown yet
 */
GtkWidget *
lsn_message_new (GtkWindow  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  even_out (dialog, heading);

  return dialog;
}

/**
 * lsn_message_new_replace:
 * @parent: the window that asks
 * @heading: translated
 * @body: translated: what would be lost
 *
 * Returns: (transfer full): a question whose response is "replace" or "cancel"; not shown yet
 */
GtkWidget *
lsn_message_new_replace (GtkWindow  *parent,
                         const char *heading,
                         const char *body)
{
  GtkWidget *dialog = lsn_message_new (parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace", _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}
