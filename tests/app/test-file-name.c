/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "config.h"

#include "app/file-name.h"

#include <string.h>

#include "model/edit.h"
#include "model/notes.h"

static void
test_safe (void)
{
  static const struct { const char *name, *safe; } cases[] = {
    { "Before the talks", "Before the talks" },
    { "a/b\\c:d", "a-b-c-d" },
    { "..hidden", "-.hidden" },
    { "قبل المحادثات", "قبل المحادثات" },
    { "", "" },
  };
  g_autoptr (GString) crowns = g_string_new (NULL);
  g_autofree char *safe = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *made = lsn_file_name_safe (cases[i].name);

      g_assert_cmpstr (made, ==, cases[i].safe);
    }
  for (guint i = 0; i < 100; i++)
    g_string_append (crowns, "\U0001F451");
  safe = lsn_file_name_safe (crowns->str);
  g_assert_true (g_utf8_validate (safe, -1, NULL));
  g_assert_cmpuint (strlen (safe), >, 100);
  g_assert_cmpuint (strlen (safe), <=, 240);
}

static void
add_frame (LsnMap     *map,
           const char *title)
{
  LsnRow frame = lsn_map_insert_row (map, LSN_TABLE_NOTES, NULL, NULL);

  lsn_map_set_text (map, LSN_TABLE_NOTES, frame, LSN_NOTE_SHAPE, "frame", NULL);
  lsn_map_set_text (map, LSN_TABLE_NOTES, frame, LSN_NOTE_TEXT, title, NULL);
}

/* In the order of their titles, numbers by value, and no two the same, also where large letters are as small ones. */
static void
test_frames (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  g_autoptr (GArray) frames = NULL;
  g_autoptr (GPtrArray) names = NULL;

  lsn_map_begin (map, "Draw", NULL);
  add_frame (map, "10 After");
  add_frame (map, NULL);
  add_frame (map, "2 Then");
  add_frame (map, "Same");
  add_frame (map, "same");
  add_frame (map, NULL);
  lsn_map_insert_row (map, LSN_TABLE_NOTES, NULL, NULL);
  lsn_map_commit (map);
  frames = lsn_notes_frames (map);
  names = lsn_file_name_frames (map, frames, ".svg");
  g_assert_cmpuint (names->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "2 Then.svg");
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "10 After.svg");
  for (guint i = 0; i < names->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpint (g_ascii_strcasecmp (g_ptr_array_index (names, i), g_ptr_array_index (names, k)), !=, 0);
  g_assert_true (g_ptr_array_find_with_equal_func (names, "Unnamed frame.svg", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (names, "Unnamed frame 2.svg", g_str_equal, NULL));
}

/* Frames of one title are numbered one after the other, without each being tried against all before. */
static void
test_many_frames (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  g_autoptr (LsnMap) map = lsn_map_new (origin);
  g_autoptr (GArray) frames = NULL;
  g_autoptr (GPtrArray) names = NULL;

  lsn_map_begin (map, "Draw", NULL);
  add_frame (map, "Talks 3");
  for (guint i = 0; i < 20000; i++)
    add_frame (map, "Talks");
  lsn_map_commit (map);
  frames = lsn_notes_frames (map);
  names = lsn_file_name_frames (map, frames, ".svg");
  g_assert_cmpuint (names->len, ==, 20001);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Talks.svg");
  g_assert_cmpstr (g_ptr_array_index (names, 2), ==, "Talks 3.svg");
  g_assert_cmpstr (g_ptr_array_index (names, 19999), ==, "Talks 20000.svg");
  g_assert_cmpstr (g_ptr_array_index (names, 20000), ==, "Talks 3 2.svg");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-name/safe", test_safe);
  g_test_add_func ("/file-name/frames", test_frames);
  g_test_add_func ("/file-name/many-frames", test_many_frames);

  return g_test_run ();
}
