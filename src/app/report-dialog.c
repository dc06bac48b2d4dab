/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/report-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_SHOWN 500

static const char *
icon_of (LsnSeverity severity)
{
  switch (severity)
    {
    case LSN_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    case LSN_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case LSN_SEVERITY_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static const char *
name_of (LsnSeverity severity)
{
  switch (severity)
    {
    case LSN_SEVERITY_ERROR:
      return C_("severity", "Error");
    case LSN_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case LSN_SEVERITY_NOTE:
    default:
      return C_("severity", "Note");
    }
}

static char *
place_of (const LsnReportEntry *entry)
{
  if (entry->line == 0)
    return g_strdup ("");
  if (entry->column == 0)
    /* Translators: a place in a text file */
    return g_strdup_printf (_("Line %lu"), (gulong) entry->line);
  /* Translators: a place in a text file */
  return g_strdup_printf (_("Line %lu, column %u"), (gulong) entry->line, entry->column);
}

static GtkWidget *
entry_row (const LsnReportEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (entry->severity));
  g_autofree char *title = g_markup_escape_text (entry->text, -1);
  g_autofree char *place = place_of (entry);

  gtk_widget_set_tooltip_text (icon, name_of (entry->severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name_of (entry->severity), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* The gravest first: an error must not lie below 400 warnings. */
static void
append_entries (GtkListBox *list,
                LsnReport  *report)
{
  static const LsnSeverity order[] = { LSN_SEVERITY_ERROR, LSN_SEVERITY_WARNING, LSN_SEVERITY_NOTE };
  guint n = lsn_report_n_entries (report), n_shown = 0;

  for (guint severity = 0; severity < G_N_ELEMENTS (order); severity++)
    for (guint i = 0; i < n && n_shown < N_SHOWN; i++)
      {
        const LsnReportEntry *entry = lsn_report_get (report, i);

        if (entry->severity != order[severity])
          continue;
        gtk_list_box_append (list, entry_row (entry));
        n_shown++;
      }
  if (n > N_SHOWN)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - N_SHOWN),
                                               n - N_SHOWN);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      gtk_list_box_append (list, row);
    }
}

/**
 * lsn_report_dialog_present:
 * @heading: translated, in a few words
 * @sentence: (nullable): what happened and what to do
 * @report: whose entries to list
 */
void
lsn_report_dialog_present (GtkWindow  *parent,
                           const char *heading,
                           const char *sentence,
                           LsnReport  *report)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/liaison_map/Liaison/ui/report-dialog.ui");
  GtkWindow *dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  GtkLabel *label = GTK_LABEL (gtk_builder_get_object (builder, "sentence"));

  gtk_window_set_title (dialog, heading);
  gtk_window_set_transient_for (dialog, parent);
  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  append_entries (GTK_LIST_BOX (gtk_builder_get_object (builder, "entries")), report);
  gtk_window_present (dialog);
}
