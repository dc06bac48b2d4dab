/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/follow.h"
#include "model/identity.h"
#include "model/kind-edits.h"
#include "model/views.h"

/* Views ask of what took the place of a row what they asked of the row. */

typedef struct
{
  LsnMap *map;
  LsnRow  a, b, c;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");

  fixture->map = lsn_map_new (origin);
  lsn_map_begin (fixture->map, "Draw", NULL);
  fixture->a = lsn_map_insert_actor (fixture->map, "a", "A", LSN_NO_ROW, 0, 0, NULL);
  fixture->b = lsn_map_insert_actor (fixture->map, "b", "B", LSN_NO_ROW, 0, 0, NULL);
  fixture->c = lsn_map_insert_actor (fixture->map, "c", "C", LSN_NO_ROW, 0, 0, NULL);
  lsn_map_commit (fixture->map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
}

static void
test_lines (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    LsnTable    table;
    const char *id, *by, *before, *after; /* NULL: stays as it is */
  } cases[] = {
    { LSN_TABLE_KINDS, "state", "ngo", "is actors kind state", "is actors 'kind' 'ngo'" },
    { LSN_TABLE_KINDS, "state", "ngo", "is actors kind media state", "is actors 'kind' 'media' 'ngo'" },
    { LSN_TABLE_KINDS, "state", "ngo", "is-not actors kind state ngo", "is-not actors 'kind' 'ngo'" },
    { LSN_TABLE_KINDS, "state", "ngo", "is actors kind media", NULL },
    { LSN_TABLE_KINDS, "state", "ngo", "holds actors kind state", NULL },
    { LSN_TABLE_KINDS, "state", "ngo", "is actors gone state", NULL },
    { LSN_TABLE_KINDS, "state", "ngo", "is actors secrecy state", NULL },
    { LSN_TABLE_KINDS, "state", "ngo", "within 1 state", NULL },
    { LSN_TABLE_KINDS, "threat", "pressure", "tied\nis ties tie-kind threat", "tied\nis ties 'tie-kind' 'pressure'" },
    { LSN_TABLE_KINDS, "state", "ngo", "is actors 'kind' 'ngo'\nis actors kind state", "is actors 'kind' 'ngo'" },
    /* Lines of other versions stay. */
    { LSN_TABLE_KINDS, "state", "ngo", "sounds state\nis actors kind state", "sounds state\nis actors 'kind' 'ngo'" },
    /* Where nothing takes its place. */
    { LSN_TABLE_KINDS, "state", NULL, "is actors kind state ngo", "is actors 'kind' 'ngo'" },
    { LSN_TABLE_KINDS, "state", NULL, "is actors kind state", NULL },
    { LSN_TABLE_KINDS, "state", NULL, "tied\nis-not actors kind state", "tied" },
    { LSN_TABLE_ACTORS, "a", "b", "within 2 a c", "within 2 'b' 'c'" },
    { LSN_TABLE_ACTORS, "a", "b", "within 2 a b", "within 2 'b'" },
    { LSN_TABLE_ACTORS, "a", "b", "between c a", "between 'c' 'b'" },
    { LSN_TABLE_ACTORS, "a", "b", "between b a", "between 'b' 'b'" },
    { LSN_TABLE_ACTORS, "a", "b", "is actors parent a", "is actors 'parent' 'b'" },
    { LSN_TABLE_ACTORS, "a", "b", "is ties source a", "is ties 'source' 'b'" },
    { LSN_TABLE_ACTORS, "a", "b", "is actors kind a", NULL },
    { LSN_TABLE_ACTORS, "a", "b", "during 2021", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = lsn_conditions_follow (cases[i].before, fixture->map, cases[i].table, cases[i].id, cases[i].by);

      g_test_message ("%s", cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

static LsnRow
save (LsnMap     *map,
      const char *conditions)
{
  g_autoptr (LsnFilter) filter = lsn_filter_parse (conditions, NULL);

  return lsn_view_save (map, filter, NULL, NULL);
}

static void
assert_asks (LsnMap     *map,
             LsnRow      view,
             const char *conditions)
{
  g_autoptr (LsnFilter) filter = lsn_view_filter (map, view);
  g_autoptr (LsnFilter) wanted = lsn_filter_parse (conditions, NULL);

  g_assert_true (lsn_filter_equal (filter, wanted));
}

/* In one step with the merging, which undoing takes back whole. */
static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow  one = lsn_kind_add (map, FALSE, "Party", NULL), other = lsn_map_find_row (map, LSN_TABLE_KINDS, "ngo");
  g_autofree char *asks = g_strdup_printf ("is actors kind %s", lsn_map_row_id (map, LSN_TABLE_KINDS, one));
  LsnRow view = save (map, asks), bystander = save (map, "tied");

  g_assert_true (lsn_kind_replace (map, one, other, NULL));
  assert_asks (map, view, "is actors kind ngo");
  assert_asks (map, bystander, "tied");
  lsn_map_undo (map);
  g_assert_true (lsn_map_has_row (map, LSN_TABLE_KINDS, one));
  assert_asks (map, view, asks);
  lsn_map_redo (map);
  assert_asks (map, view, "is actors kind ngo");
}

static void
test_actors (Fixture      *fixture,
             gconstpointer data)
{
  LsnMap *map = fixture->map;
  LsnRow  view = save (map, "within 1 b c\nbetween a b");
  LsnRow  others[] = { fixture->b, fixture->c };

  g_assert_true (lsn_actors_merge (map, fixture->a, others, 2, NULL, NULL));
  assert_asks (map, view, "within 1 a\nbetween a a");
  lsn_map_undo (map);
  assert_asks (map, view, "within 1 b c\nbetween a b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/follow/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/follow/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/follow/actors", Fixture, NULL, set_up, test_actors, tear_down);
  return g_test_run ();
}
