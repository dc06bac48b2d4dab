/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "model/edit.h"
#include "model/find.h"

typedef struct
{
  LsnMap *map;
  LsnRow  qatar, doctor, families, tie;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnMap *map = fixture->map = lsn_map_new (origin);
  LsnRow  state = lsn_map_find_row (map, LSN_TABLE_KINDS, "state");
  LsnRow  alias;

  lsn_map_begin (map, "Draw", NULL);
  fixture->families = lsn_map_insert_actor (map, "f", "Families", LSN_NO_ROW, NAN, NAN, NULL);
  fixture->qatar = lsn_map_insert_actor (map, "q", "Qatar", state, NAN, NAN, NULL);
  fixture->doctor = lsn_map_insert_actor (map, "d", "Élise", LSN_NO_ROW, NAN, NAN, NULL);
  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, fixture->doctor, NULL);
  lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, "The Physician of Qatar", NULL);
  lsn_map_set_text (map, LSN_TABLE_ACTORS, fixture->families, LSN_ACTOR_NOTES,
                    "They have been waiting for a word since the spring,\nand say that QÁTAR alone can free the hostages "
                    "before the end of the year comes round again.", NULL);
  fixture->tie = lsn_map_insert_tie (map, "t", fixture->families, fixture->qatar, LSN_NO_ROW, NULL);
  lsn_map_set_text (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_LABEL, "asks for help", NULL);
  lsn_map_set_text (map, LSN_TABLE_TIES, fixture->tie, LSN_TIE_SINCE, "2024-03", NULL);
  lsn_map_commit (map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static void
assert_found (GArray   *hits,
              guint     index,
              LsnTable  table,
              LsnRow    row,
              LsnColumn column)
{
  const LsnFound *found;

  g_assert_cmpuint (index, <, hits->len);
  found = &g_array_index (hits, LsnFound, index);
  g_assert_cmpint (found->table, ==, table);
  g_assert_cmpuint (found->row, ==, row);
  g_assert_cmpuint (found->column, ==, column);
}

static void
assert_words (Fixture    *fixture,
              const char *text,
              guint       index,
              const char *words)
{
  g_autoptr (GArray) hits = lsn_find (fixture->map, text);
  g_autofree char   *said = NULL;

  g_assert_cmpuint (index, <, hits->len);
  said = lsn_found_describe (fixture->map, &g_array_index (hits, LsnFound, index), text);
  g_assert_cmpstr (said, ==, words);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GArray) hits = lsn_find (fixture->map, "qatar");

  g_assert_cmpuint (hits->len, ==, 3);
  assert_found (hits, 0, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_NAME);
  assert_found (hits, 1, LSN_TABLE_ACTORS, fixture->doctor, LSN_ACTOR_NAME);
  g_assert_cmpuint (g_array_index (hits, LsnFound, 1).alias, !=, LSN_NO_ROW);
  assert_found (hits, 2, LSN_TABLE_ACTORS, fixture->families, LSN_ACTOR_NOTES);
}

static void
test_columns (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) none = lsn_find (fixture->map, "");
  g_autoptr (GArray) kind = lsn_find (fixture->map, "STATE");
  g_autoptr (GArray) label = lsn_find (fixture->map, "for help");
  g_autoptr (GArray) date = lsn_find (fixture->map, "march 2024");
  g_autoptr (GArray) accent = lsn_find (fixture->map, "elise");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (kind->len, ==, 1);
  assert_found (kind, 0, LSN_TABLE_ACTORS, fixture->qatar, LSN_ACTOR_KIND);
  g_assert_cmpuint (label->len, ==, 1);
  assert_found (label, 0, LSN_TABLE_TIES, fixture->tie, LSN_TIE_LABEL);
  g_assert_cmpuint (date->len, ==, 1);
  assert_found (date, 0, LSN_TABLE_TIES, fixture->tie, LSN_TIE_SINCE);
  g_assert_cmpuint (accent->len, ==, 1);
  assert_found (accent, 0, LSN_TABLE_ACTORS, fixture->doctor, LSN_ACTOR_NAME);
}

/* What is written on the map is found, not what it looks like. */
static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) shapes = NULL;
  LsnRow note;

  lsn_map_begin (fixture->map, "Add", NULL);
  note = lsn_map_insert_row (fixture->map, LSN_TABLE_NOTES, NULL, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT, "Talks in Qatar\nand Cairo", NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_NOTES, note, LSN_NOTE_SHAPE, "callout", NULL);
  lsn_map_commit (fixture->map);
  hits = lsn_find (fixture->map, "cairo");
  g_assert_cmpuint (hits->len, ==, 1);
  assert_found (hits, 0, LSN_TABLE_NOTES, note, LSN_NOTE_TEXT);
  assert_words (fixture, "cairo", 0, "in Text: \u2068Talks in Qatar and Cairo\u2069");
  shapes = lsn_find (fixture->map, "callout");
  g_assert_cmpuint (shapes->len, ==, 0);
}

static void
test_own_column (Fixture      *fixture,
                 gconstpointer data)
{
  LsnColumnSpec spec = { .name = "Phone", .type = LSN_TYPE_TEXT };
  g_autoptr (GArray) before = lsn_find (fixture->map, "0044");
  g_autoptr (GArray) hits = NULL;
  LsnColumn column;

  g_assert_cmpuint (before->len, ==, 0);
  lsn_map_begin (fixture->map, "Add", NULL);
  column = lsn_map_insert_column (fixture->map, LSN_TABLE_ACTORS, &spec, NULL);
  lsn_map_set_text (fixture->map, LSN_TABLE_ACTORS, fixture->qatar, column, "0044 20", NULL);
  lsn_map_commit (fixture->map);
  hits = lsn_find (fixture->map, "0044");
  g_assert_cmpuint (hits->len, ==, 1);
  assert_found (hits, 0, LSN_TABLE_ACTORS, fixture->qatar, column);
  assert_words (fixture, "0044", 0, "in Phone: \u2068" "0044 20\u2069");
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  assert_words (fixture, "qatar", 0, "in Name: \u2068Qatar\u2069");
  assert_words (fixture, "qatar", 1, "in another name: \u2068The Physician of Qatar\u2069");
  assert_words (fixture, "qatar", 2,
                "in Notes: \u2068…spring, and say that QÁTAR alone can free the hostages before the end…\u2069");
}

#define ADD(path, func) g_test_add ("/find" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/order", test_order);
  ADD ("/columns", test_columns);
  ADD ("/notes", test_notes);
  ADD ("/own-column", test_own_column);
  ADD ("/words", test_words);

  return g_test_run ();
}
