/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/view-state.h"

#include <math.h>

#include "io/files.h"

/* A file per map, as small as a name: they are read one at a time, when a map is opened. */

#define GROUP "view"

/**
 * lsn_view_state_path:
 *
 * Returns: (transfer full): where the view of @map is kept; ids may hold anything, so the name is their checksum
 */
char *
lsn_view_state_path (LsnMap *map)
{
  const char *id = lsn_map_row_id (map, LSN_TABLE_MAP, lsn_map_the_row (map));
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_autofree char *name = g_strconcat (sum, ".ini", NULL);

  return g_build_filename (g_get_user_state_dir (), "liaison", "views", name, NULL);
}

static gboolean
get_finite (GKeyFile   *keys,
            const char *key,
            double     *number)
{
  g_autoptr (GError) error = NULL;

  *number = g_key_file_get_double (keys, GROUP, key, &error);
  return error == NULL && isfinite (*number);
}

/* Ids of maps of other programs are often the same: a view of nothing is of another map. O(actors). */
static gboolean
shows_something (LsnMap         *map,
                 const LsnPoint *middle)
{
  LsnPoint least = { INFINITY, INFINITY }, most = { -INFINITY, -INFINITY };

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    {
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y);

      least = (LsnPoint) { fmin (least.x, x), fmin (least.y, y) };
      most = (LsnPoint) { fmax (most.x, x), fmax (most.y, y) };
    }
  return middle->x >= least.x && middle->x <= most.x && middle->y >= least.y && middle->y <= most.y;
}

/**
 * lsn_view_state_restore:
 *
 * Shows the part of @map that was last looked at; the whole map when nothing is known of it.
 */
void
lsn_view_state_restore (LsnMap    *map,
                        LsnCanvas *canvas)
{
  g_autofree char *path = lsn_view_state_path (map);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  LsnPoint middle;
  double zoom;

  if (g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL) && get_finite (keys, "zoom", &zoom) && zoom > 0 &&
      get_finite (keys, "x", &middle.x) && get_finite (keys, "y", &middle.y) && shows_something (map, &middle))
    lsn_canvas_set_view (canvas, zoom, &middle);
}

static void
on_kept_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      application)
{
  lsn_disk_replace_finish (result, NULL);
  g_application_release (application);
  g_object_unref (application);
}

/**
 * lsn_view_state_restore_tables:
 *
 * Shows the columns as they were; as they are at first when nothing is known of them.
 */
void
lsn_view_state_restore_tables (LsnMap    *map,
                               LsnTables *tables)
{
  g_autofree char *path = lsn_view_state_path (map);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  lsn_tables_restore_look (tables, keys);
}

/**
 * lsn_view_state_keep:
 * @tables: (nullable): %NULL when they were not looked at, and what is known of them stays
 *
 * Remembers which part of @map is looked at. A state that cannot be written is forgotten: nobody's work is lost by that.
 */
void
lsn_view_state_keep (LsnMap    *map,
                     LsnCanvas *canvas,
                     LsnTables *tables)
{
  g_autofree char *path = lsn_view_state_path (map);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  LsnPoint middle;
  double zoom;
  gsize length;
  char *text;

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  lsn_canvas_get_view (canvas, &zoom, &middle);
  g_key_file_set_double (keys, GROUP, "zoom", zoom);
  g_key_file_set_double (keys, GROUP, "x", middle.x);
  g_key_file_set_double (keys, GROUP, "y", middle.y);
  if (tables != NULL)
    lsn_tables_keep_look (tables, keys);
  text = g_key_file_to_data (keys, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return;
  /* The program stays until it is written. */
  g_application_hold (g_application_get_default ());
  lsn_disk_replace_async (file, bytes, NULL, on_kept_cb, g_object_ref (g_application_get_default ()));
}
