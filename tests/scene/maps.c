/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include <math.h>
#include "io/files.h"
#undef G_DISABLE_ASSERT

LsnMap *
test_map_new (void)
{
  LsnOrigin *origin = lsn_origin_new_seeded (7, "2026-11-22", "tester");
  LsnMap *map = lsn_map_new (origin);

  lsn_origin_unref (origin);
  lsn_map_begin (map, "fill", NULL);

  return map;
}

void
test_set_text (LsnMap     *map,
               LsnTable    table,
               LsnRow      row,
               LsnColumn   column,
               const char *text)
{
  g_autoptr (GError) error = NULL;

  lsn_map_set_text (map, table, row, column, text, &error);
  g_assert_no_error (error);
}

void
test_set_number (LsnMap   *map,
                 LsnTable  table,
                 LsnRow    row,
                 LsnColumn column,
                 double    number)
{
  g_autoptr (GError) error = NULL;

  lsn_map_set_number (map, table, row, column, number, &error);
  g_assert_no_error (error);
}

void
test_set_flag (LsnMap   *map,
               LsnRow    actor,
               LsnColumn column)
{
  g_autoptr (GError) error = NULL;

  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, actor, column, TRUE, &error);
  g_assert_no_error (error);
}

void
test_put_in (LsnMap *map,
             LsnRow  actor,
             LsnRow  container)
{
  g_autoptr (GError) error = NULL;

  lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT, container, &error);
  g_assert_no_error (error);
}

static void
set_kind (LsnMap     *map,
          LsnTable    table,
          LsnRow      row,
          LsnColumn   column,
          const char *kind)
{
  g_autoptr (GError) error = NULL;

  if (kind == NULL)
    return;
  lsn_map_set_reference (map, table, row, column, lsn_map_find_row (map, LSN_TABLE_KINDS, kind), &error);
  g_assert_no_error (error);
}

LsnRow
test_actor (LsnMap     *map,
            const char *id,
            const char *name,
            const char *kind,
            double      x,
            double      y)
{
  g_autoptr (GError) error = NULL;
  LsnRow row = lsn_map_insert_row (map, LSN_TABLE_ACTORS, id, &error);

  g_assert_no_error (error);
  test_set_text (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NAME, name);
  set_kind (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND, kind);
  test_set_number (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_X, x);
  test_set_number (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_Y, y);

  return row;
}

LsnRow
test_tie (LsnMap     *map,
          const char *id,
          LsnRow      from,
          LsnRow      to,
          const char *kind)
{
  g_autoptr (GError) error = NULL;
  LsnRow row = lsn_map_insert_row (map, LSN_TABLE_TIES, id, &error);

  g_assert_no_error (error);
  lsn_map_set_reference (map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE, from, &error);
  g_assert_no_error (error);
  lsn_map_set_reference (map, LSN_TABLE_TIES, row, LSN_TIE_TARGET, to, &error);
  g_assert_no_error (error);
  set_kind (map, LSN_TABLE_TIES, row, LSN_TIE_KIND, kind);

  return row;
}

static void
decorate_actor (LsnMap *map,
                LsnRow  actor,
                GRand  *random)
{
  if (g_rand_boolean (random))
    test_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER, g_rand_double (random));
  if (g_rand_int_range (random, 0, 6) == 0)
    test_set_flag (map, actor, LSN_ACTOR_EXTERNAL);
  if (g_rand_int_range (random, 0, 8) == 0)
    test_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_SECRECY, "covert");
}

static void
decorate_tie (LsnMap *map,
              LsnRow  tie,
              GRand  *random)
{
  static const char *const statuses[] = { "confirmed", "likely", "rumoured", "absent" };

  if (g_rand_int_range (random, 0, 6) == 0)
    test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_SECRECY, "covert");
  if (g_rand_int_range (random, 0, 4) == 0)
    test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_STATUS, statuses[g_rand_int_range (random, 0, 4)]);
  if (g_rand_int_range (random, 0, 5) == 0)
    test_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL, "says so");
  test_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_STRENGTH, g_rand_int_range (random, 0, 5));
}

LsnMap *
test_map_random (guint32 seed,
                 guint   n_actors,
                 guint   n_ties)
{
  LsnMap *map = test_map_new ();
  GRand *random = g_rand_new_with_seed (seed);
  g_autofree LsnRow *actors = g_new (LsnRow, n_actors);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    g_array_append_val (kinds, kind);
  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %u of the map", i);

      actors[i] = test_actor (map, NULL, name, NULL, g_rand_double_range (random, 0, 40.0 * n_actors),
                              g_rand_double_range (random, 0, 30.0 * n_actors));
      decorate_actor (map, actors[i], random);
      if (i > 0 && g_rand_int_range (random, 0, 5) == 0)
        test_put_in (map, actors[i], actors[g_rand_int_range (random, 0, (gint32) i)]);
    }
  for (guint i = 0; i < n_ties; i++)
    {
      LsnRow tie = test_tie (map, NULL, actors[g_rand_int_range (random, 0, (gint32) n_actors)],
                             actors[g_rand_int_range (random, 0, (gint32) n_actors)], NULL);
      LsnRow kind = g_array_index (kinds, LsnRow, i % kinds->len);

      if (lsn_kind_is_of_tie (map, kind))
        lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, kind, NULL);
      decorate_tie (map, tie, random);
    }
  g_rand_free (random);
  lsn_map_commit (map);

  return map;
}

LsnMap *
test_map_by_hand (void)
{
  LsnMap *map = test_map_new ();
  LsnRow a = test_actor (map, "us", "United States", "state", 400, 100);
  LsnRow b = test_actor (map, "eu", "European allies", "state", 100, 120);
  LsnRow c = test_actor (map, "qatar", "Qatar", "state", 760, 220);
  LsnRow d = test_actor (map, "egypt", "Egypt", "state", 760, 420);
  LsnRow home = test_actor (map, "home", "Israel", "state", 0, 0);
  LsnRow e = test_actor (map, "government", "Israeli government", "government-body", 400, 360);
  LsnRow f = test_actor (map, "team", "Negotiating team", "government-body", 400, 520);
  LsnRow party = test_actor (map, "party", "The movement", "armed-group", 0, 0);
  LsnRow g = test_actor (map, "bureau", "Political bureau", "armed-group", 1100, 320);
  LsnRow h = test_actor (map, "wing", "Military wing", "armed-group", 1120, 520);
  LsnRow i = test_actor (map, "held", "Hostages", "captives", 920, 700);
  LsnRow j = test_actor (map, "families", "Families of the hostages", "families", 100, 640);

  test_put_in (map, e, home);
  test_put_in (map, f, home);
  test_put_in (map, g, party);
  test_put_in (map, h, party);
  test_set_number (map, LSN_TABLE_ACTORS, a, LSN_ACTOR_POWER, 1.0);
  test_set_number (map, LSN_TABLE_ACTORS, c, LSN_ACTOR_POWER, 0.5);
  test_set_flag (map, b, LSN_ACTOR_EXTERNAL);
  test_tie (map, "t1", a, e, "alliance");
  test_tie (map, "t2", a, b, "cooperation");
  test_tie (map, "t3", c, g, "mediation");
  test_tie (map, "t4", d, g, "mediation");
  test_tie (map, "t5", f, c, "negotiation");
  test_tie (map, "t6", f, d, "negotiation");
  test_tie (map, "t7", g, h, "influence");
  test_tie (map, "t8", h, i, "holds");
  test_tie (map, "t9", j, e, "pressure");
  test_tie (map, "t10", e, g, "conflict");
  test_set_text (map, LSN_TABLE_TIES, test_tie (map, "t11", d, h, "back-channel"), LSN_TIE_SECRECY, "covert");
  lsn_map_commit (map);

  return map;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      slot)
{
  *(GAsyncResult **) slot = g_object_ref (result);
}

LsnMap *
test_map_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LIAISON_SOURCE"), "data", "samples", "hostage-release.graphml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (7, "2026-11-22", "tester");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LsnMap *map;

  lsn_load_async (file, origin, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  map = lsn_load_finish (result, NULL, NULL, &error);
  g_assert_no_error (error);

  return map;
}

LsnScene *
test_scene (LsnMap  *map,
            gboolean house_matter)
{
  g_autoptr (LsnTextCache) cache = lsn_text_cache_new ();
  LsnSceneOptions options = { .legend = house_matter, .title = house_matter };

  return lsn_scene_new (map, &options, cache);
}
