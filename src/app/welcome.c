/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/welcome.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/recent.h"

#define N_SHOWN 5

struct _LsnWelcome
{
  GtkWidget            parent_instance;

  AdwStatusPage       *page;
  AdwPreferencesGroup *recent;
  GList               *rows;      /* AdwActionRow, children of @recent */
};

G_DEFINE_FINAL_TYPE (LsnWelcome, lsn_welcome, GTK_TYPE_WIDGET)

static void
append_row (LsnWelcome    *welcome,
            GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *where = gtk_recent_info_get_uri_display (info);
  g_autofree char *escaped = g_markup_escape_text (where != NULL ? where : gtk_recent_info_get_uri (info), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_preferences_group_add (welcome->recent, row);
  welcome->rows = g_list_prepend (welcome->rows, row);
}

static void
fill (LsnWelcome *welcome)
{
  g_autoptr (GPtrArray) infos = lsn_recent_list (N_SHOWN);

  for (GList *row = welcome->rows; row != NULL; row = row->next)
    adw_preferences_group_remove (welcome->recent, row->data);
  g_clear_list (&welcome->rows, NULL);
  for (guint i = 0; i < infos->len; i++)
    append_row (welcome, infos->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (welcome->recent), infos->len > 0);
}

static void
lsn_welcome_dispose (GObject *object)
{
  LsnWelcome *welcome = LSN_WELCOME (object);

  g_clear_list (&welcome->rows, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (welcome), LSN_TYPE_WELCOME);
  G_OBJECT_CLASS (lsn_welcome_parent_class)->dispose (object);
}

static void
lsn_welcome_class_init (LsnWelcomeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = lsn_welcome_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_map/Liaison/ui/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, LsnWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, LsnWelcome, recent);
}

static void
lsn_welcome_init (LsnWelcome *welcome)
{
  gtk_widget_init_template (GTK_WIDGET (welcome));
  adw_status_page_set_icon_name (welcome->page, APP_ID);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), welcome,
                           G_CONNECT_SWAPPED);
  fill (welcome);
}

GtkWidget *
lsn_welcome_new (void)
{
  return g_object_new (LSN_TYPE_WELCOME, NULL);
}
