/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const words[] = { "text", "callout", "frame" };

/**
 * lsn_note_shape_word:
 * @shape: a shape
 *
 * Returns: the word for it in a cell
 */
const char *
lsn_note_shape_word (LsnNoteShape shape)
{
  return words[shape];
}

/**
 * lsn_note_shape:
 * @map: a map
 * @note: a note
 *
 * Returns: its shape; of one that does not say, a callout when it is about something, else a text
 */
LsnNoteShape
lsn_note_shape (LsnMap *map,
                LsnRow  note)
{
  const char *word = lsn_map_get_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_SHAPE);

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return (LsnNoteShape) i;
  return lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR) != LSN_NO_ROW ||
         lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE) != LSN_NO_ROW
         ? LSN_NOTE_SHAPE_CALLOUT : LSN_NOTE_SHAPE_TEXT;
}

/* Of a note that says nothing its shape says more than nothing. */
static const char *
name_of_shape (LsnNoteShape shape)
{
  switch (shape)
    {
    case LSN_NOTE_SHAPE_FRAME:
      return _("Unnamed frame");
    case LSN_NOTE_SHAPE_CALLOUT:
      return _("Empty callout");
    case LSN_NOTE_SHAPE_TEXT:
    default:
      return _("Empty note");
    }
}

/**
 * lsn_note_display_name:
 * @map: a map
 * @note: a note
 *
 * Returns: (transfer full): the title of a frame, or the first line of a text that has words; what stands for none, translated
 */
char *
lsn_note_display_name (LsnMap *map,
                       LsnRow  note)
{
  const char *text = lsn_map_get_text (map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      return g_strdup (lines[i]);

  return g_strdup (name_of_shape (lsn_note_shape (map, note)));
}

typedef struct
{
  LsnRow row;
  char  *key;
} Titled;

static void
clear_titled (gpointer data)
{
  g_free (((Titled *) data)->key);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const Titled *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order : one->row < other->row ? -1 : 1;
}

/**
 * lsn_notes_frames:
 * @map: a map
 *
 * Returns: (transfer full) (element-type LsnRow): its frames, by their titles, in which numbers count by value. O(notes)
 */
GArray *
lsn_notes_frames (LsnMap *map)
{
  g_autoptr (GArray) titled = g_array_new (FALSE, FALSE, sizeof (Titled));
  GArray *frames = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_set_clear_func (titled, clear_titled);
  for (LsnRow note = LSN_NO_ROW; (note = lsn_map_next_row (map, LSN_TABLE_NOTES, note)) != LSN_NO_ROW;)
    if (lsn_note_shape (map, note) == LSN_NOTE_SHAPE_FRAME)
      {
        g_autofree char *name = lsn_note_display_name (map, note);
        Titled one = { note, g_utf8_collate_key_for_filename (name, -1) };

        g_array_append_val (titled, one);
      }
  g_array_sort (titled, compare_titles);
  for (guint i = 0; i < titled->len; i++)
    g_array_append_val (frames, g_array_index (titled, Titled, i).row);

  return frames;
}
