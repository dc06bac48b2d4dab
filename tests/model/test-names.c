/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/names.h"

static LsnMap *
make_map (const char *const *names)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  LsnMap *map = lsn_map_new (origin);

  lsn_map_begin (map, "Draw", NULL);
  for (guint i = 0; names[i] != NULL; i++)
    lsn_map_insert_actor (map, NULL, names[i], LSN_NO_ROW, 0, 0, NULL);
  lsn_map_commit (map);
  return map;
}

static LsnRow
add_alias (LsnMap     *map,
           LsnRow      actor,
           const char *text)
{
  LsnRow alias;

  lsn_map_begin (map, "Alias", NULL);
  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, NULL, NULL);
  lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, actor, NULL);
  lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, text, NULL);
  lsn_map_commit (map);
  return alias;
}

static char *
names_of (LsnMap *map,
          GArray *hits)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "",
                            lsn_map_get_text (map, LSN_TABLE_ACTORS, g_array_index (hits, LsnNameHit, i).actor,
                                              LSN_ACTOR_NAME));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
test_complete (void)
{
  static const char *const names[] = { "Subprefect", "The Prefecture", "Prefet", "Préfet", "préfet of Lyon", "Qatar", NULL };
  static const struct
  {
    const char *text, *names;
  } cases[] = {
    { "Préfet", "Préfet|Prefet|préfet of Lyon" },
    { " prefe ", "Prefet|Préfet|préfet of Lyon|The Prefecture|Subprefect" },
    { "LYON", "préfet of Lyon" },
    { "atar", "Qatar" },
    { "", "" },
    { "  ", "" },
    { "nobody", "" },
  };
  g_autoptr (LsnMap) map = make_map (names);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = lsn_names_complete (map, cases[i].text, 10);
      g_autofree char   *found = names_of (map, hits);

      g_assert_cmpstr (found, ==, cases[i].names);
    }
}

static void
test_limit (void)
{
  static const char *const names[] = { "bbb", "bb", "b", NULL };
  g_autoptr (LsnMap) map = make_map (names);
  g_autoptr (GArray) hits = lsn_names_complete (map, "b", 2);
  g_autofree char   *found = names_of (map, hits);

  g_assert_cmpstr (found, ==, "b|bb");
}

/* An actor comes once, by the name that fits best. */
static void
test_aliases (void)
{
  static const char *const names[] = { "Office of the President", "Palace Guard", NULL };
  g_autoptr (LsnMap) map = make_map (names);
  LsnRow office = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW);
  LsnRow alias = add_alias (map, office, "Palace");
  g_autoptr (GArray) hits = NULL;
  g_autofree char   *found = NULL;

  add_alias (map, office, "The Palace on the hill");
  hits = lsn_names_complete (map, "palace", 10);
  found = names_of (map, hits);
  g_assert_cmpstr (found, ==, "Office of the President|Palace Guard");
  g_assert_cmpuint (g_array_index (hits, LsnNameHit, 0).alias, ==, alias);
  g_assert_cmpint (g_array_index (hits, LsnNameHit, 0).fit, ==, LSN_NAME_FIT_FOLDED);
  g_assert_cmpuint (g_array_index (hits, LsnNameHit, 1).alias, ==, LSN_NO_ROW);
}

static void
test_whole (void)
{
  static const char *const names[] = { "Palace", "palace", "US", "The US", NULL };
  static const struct
  {
    const char *text, *names;
  } cases[] = {
    { "Palace", "Palace" },
    { " PALACE ", "Palace|palace" },
    { "us", "US" },
    { "The", "" },
    { "", "" },
  };
  g_autoptr (LsnMap)       map = make_map (names);
  g_autoptr (LsnNameIndex) index = lsn_name_index_new (map);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) hits = lsn_name_index_find (index, cases[i].text);
      g_autofree char   *found = names_of (map, hits);

      g_assert_cmpstr (found, ==, cases[i].names);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/complete", test_complete);
  g_test_add_func ("/names/limit", test_limit);
  g_test_add_func ("/names/aliases", test_aliases);
  g_test_add_func ("/names/whole", test_whole);
  return g_test_run ();
}
