/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/show-in-folder.h"

typedef struct
{
  GtkWindow *parent;
  GFile     *file;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->file);
  g_free (request);
}

/* No file manager that shows single files: its folder has to do. */
static void
show_folder (Request *request)
{
  g_autoptr (GFile) folder = g_file_get_parent (request->file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (request->parent, uri, GDK_CURRENT_TIME);
}

static void
on_called (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL)
    show_folder (request);
  request_free (request);
}

/**
 * lsn_show_in_folder:
 * @uri: of a file
 *
 * Shows the file in the desktop's file manager, or its folder where that cannot show single files.
 */
void
lsn_show_in_folder (GtkWindow  *parent,
                    const char *uri)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *uris[] = { uri, NULL };
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->file = g_file_new_for_uri (uri);
  if (bus == NULL)
    {
      show_folder (request);
      request_free (request);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_called, request);
}
