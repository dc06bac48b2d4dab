/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/file-name.h"

#include <string.h>

#include "model/notes.h"

#define MOST_LETTERS 80
#define MOST_BYTES   200 /* file systems take 255, with what stands after it */

/**
 * lsn_file_name_safe:
 * @name: what people call it
 *
 * Returns: (transfer full): that as a file can be called, not hidden and not too long, without an ending; may be empty
 */
char *
lsn_file_name_safe (const char *title)
{
  char *name = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", '-');

  g_strstrip (name);
  if (g_utf8_strlen (name, -1) > MOST_LETTERS)
    *g_utf8_offset_to_pointer (name, MOST_LETTERS) = '\0';
  while (strlen (name) > MOST_BYTES)
    *g_utf8_prev_char (name + strlen (name)) = '\0';
  while (*name == '.')
    *name = '-';
  return name;
}

/* How a name is told from one that is taken: file systems may not tell large letters from small ones. */
static char *
key_of (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

/**
 * lsn_file_name_frames:
 * @map: a map
 * @frames: (element-type LsnRow): its frames
 * @ending: with its dot: ".png"
 *
 * Returns: (transfer full) (element-type utf8): a file name for each of @frames, by its title, no two of them the same
 */
GPtrArray *
lsn_file_name_frames (LsnMap     *map,
                      GArray     *frames,
                      const char *ending)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL); /* the next, by title */

  for (guint i = 0; i < frames->len; i++)
    {
      g_autofree char *title = lsn_note_display_name (map, g_array_index (frames, LsnRow, i));
      g_autofree char *safe = lsn_file_name_safe (title);
      char *key = key_of (safe), *name = g_strdup (safe);
      guint number = MAX (2, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key)));

      for (; !g_hash_table_add (taken, key_of (name)); number++)
        {
          g_free (name);
          name = g_strdup_printf ("%s %u", safe, number);
        }
      g_hash_table_insert (numbers, key, GUINT_TO_POINTER (number));
      g_ptr_array_add (names, g_strconcat (name, ending, NULL));
      g_free (name);
    }

  return names;
}
