/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/recent.h"

#include <glib/gi18n-lib.h>

#include "io/files.h"

#define CONTENT_TYPE "application/graphml+xml"

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  GtkRecentInfo *x = *(GtkRecentInfo * const *) a;
  GtkRecentInfo *y = *(GtkRecentInfo * const *) b;

  return g_date_time_compare (gtk_recent_info_get_visited (y), gtk_recent_info_get_visited (x));
}

/**
 * lsn_recent_list:
 * @most: how many at the most
 *
 * Whether they are still there is not asked: a disk that does not answer would hold the window up.
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): local files that we opened, the last one first
 */
GPtrArray *
lsn_recent_list (guint most)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = items; item != NULL; item = item->next)
    {
      GtkRecentInfo *info = item->data;

      if (gtk_recent_info_has_application (info, APP_ID) && gtk_recent_info_is_local (info))
        g_ptr_array_add (infos, info);
      else
        gtk_recent_info_unref (info);
    }
  g_list_free (items);
  g_ptr_array_sort (infos, newest_first);
  g_ptr_array_set_size (infos, MIN (infos->len, most));
  return infos;
}

/**
 * lsn_recent_menu:
 *
 * Returns: (transfer full): a menu that opens one of lsn_recent_list () by "win.open-uri"
 */
GMenuModel *
lsn_recent_menu (guint most)
{
  g_autoptr (GPtrArray) infos = lsn_recent_list (most);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  for (guint i = 0; i < infos->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (infos->pdata[i]), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (infos->pdata[i]));
      g_menu_append_item (files, item);
    }
  if (infos->len > 0)
    g_menu_append_section (menu, _("Recent Maps"), G_MENU_MODEL (files));
  g_menu_append (menu, _("_Example Map"), "win.open-sample");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * lsn_recent_add:
 *
 * Remembers that @file was opened or saved here.
 */
void
lsn_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) CONTENT_TYPE,
    .app_name = (char *) APP_ID,
    .app_exec = (char *) "liaison %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
on_looked_cb (GObject      *file,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *uri = g_file_get_uri (G_FILE (file));

  if (lsn_file_check_finish (result) == LSN_FILE_GONE)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

/**
 * lsn_recent_review:
 * @file: that could not be opened
 *
 * Forgets that it was opened once, when it is no longer there.
 */
void
lsn_recent_review (GFile *file)
{
  lsn_file_check_async (file, NULL, NULL, on_looked_cb, NULL);
}
