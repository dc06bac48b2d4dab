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

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GKeyFile *keys = g_key_file_new ();

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  g_task_return_pointer (task, keys, (GDestroyNotify) g_key_file_unref);
}

/**
 * lsn_view_state_load_async:
 *
 * Reads how @map was last looked at, on another thread: the folder may be far away.
 */
void
lsn_view_state_load_async (LsnMap             *map,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  /* No source: the thread's reference to the map could be the last. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, lsn_view_state_path (map), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * lsn_view_state_load_finish:
 *
 * Returns: (transfer full): what was known, which is empty when nothing was
 */
GKeyFile *
lsn_view_state_load_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * lsn_view_state_restore:
 * @keys: what was known
 *
 * Shows the part of @map that was last looked at; the whole map when nothing is known of it.
 */
void
lsn_view_state_restore (GKeyFile  *keys,
                        LsnMap    *map,
                        LsnCanvas *canvas)
{
  LsnPoint middle;
  double zoom;

  if (get_finite (keys, "zoom", &zoom) && zoom > 0 && get_finite (keys, "x", &middle.x) &&
      get_finite (keys, "y", &middle.y) && shows_something (map, &middle))
    lsn_canvas_set_view (canvas, zoom, &middle);
}

/* What is to be written, and where. */
typedef struct
{
  char     *path;
  GKeyFile *keys;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->path);
  g_key_file_unref (keeping->keys);
  g_free (keeping);
}

/* What the file says of groups that are not told anew stays. */
static void
add_what_was (GKeyFile   *keys,
              const char *path)
{
  g_autoptr (GKeyFile) before = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_file (before, path, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (before, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_key_file_get_keys (before, groups[i], NULL, NULL);

      if (g_key_file_has_group (keys, groups[i]))
        continue;
      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        {
          g_autofree char *value = g_key_file_get_value (before, groups[i], names[k], NULL);

          if (value != NULL)
            g_key_file_set_value (keys, groups[i], names[k], value);
        }
    }
}

/* A state that cannot be written is forgotten: nobody's work is lost by that. */
static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Keeping *keeping = data;
  g_autofree char *folder = g_path_get_dirname (keeping->path);
  g_autoptr (GFile) file = g_file_new_for_path (keeping->path);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *text;

  add_what_was (keeping->keys, keeping->path);
  text = g_key_file_to_data (keeping->keys, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    lsn_disk_replace (file, bytes, NULL, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_kept_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      application)
{
  g_application_release (application);
  g_object_unref (application);
}

/**
 * lsn_view_state_note:
 * @keys: gets what is seen now
 * @tables: (nullable): %NULL when they were not looked at, and what @keys says of them stays
 */
void
lsn_view_state_note (GKeyFile  *keys,
                     LsnCanvas *canvas,
                     LsnTables *tables)
{
  LsnPoint middle;
  double zoom;

  lsn_canvas_get_view (canvas, &zoom, &middle);
  g_key_file_set_double (keys, GROUP, "zoom", zoom);
  g_key_file_set_double (keys, GROUP, "x", middle.x);
  g_key_file_set_double (keys, GROUP, "y", middle.y);
  if (tables != NULL)
    lsn_tables_keep_look (tables, keys);
}

/**
 * lsn_view_state_keep:
 * @tables: (nullable): %NULL when they were not looked at, and what is known of them stays
 *
 * Remembers which part of @map is looked at.
 */
void
lsn_view_state_keep (LsnMap    *map,
                     LsnCanvas *canvas,
                     LsnTables *tables)
{
  Keeping *keeping = g_new0 (Keeping, 1);
  g_autoptr (GTask) task = NULL;

  keeping->path = lsn_view_state_path (map);
  keeping->keys = g_key_file_new ();
  lsn_view_state_note (keeping->keys, canvas, tables);
  /* The program stays until it is written. */
  g_application_hold (g_application_get_default ());
  task = g_task_new (NULL, NULL, on_kept_cb, g_object_ref (g_application_get_default ()));
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, keep_in_thread);
}
