/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "model/condition.h"
#include "model/edit.h"
#include "model/held-values.h"
#include "random-map.h"

/* What there is to choose from when a filter asks about a column. */

static LsnMap *
new_map (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");
  static const struct
  {
    const char *id, *kind, *parent, *secrecy, *region;
  } actors[] = {
    { "c", NULL, NULL, NULL, NULL },
    { "b", "ngo", "c", "covert", "south" },
    { "a", "state", "b", "covert", "North" },
    { "d", "government-body", "c", NULL, "south" },
  };
  static const double tens[G_N_ELEMENTS (actors)] = { 40, 9.5, -2, 9.5 };
  LsnColumnSpec region = { .name = "region", .type = LSN_TYPE_TEXT };
  LsnMap       *map = lsn_map_new (origin);
  LsnColumnSpec number = { .name = "visits", .type = LSN_TYPE_NUMBER, .min = -INFINITY, .max = INFINITY };
  LsnColumn     column, visits;
  LsnRow        rows[G_N_ELEMENTS (actors)];

  lsn_map_begin (map, "Draw", NULL);
  column = lsn_map_insert_column (map, LSN_TABLE_ACTORS, &region, NULL);
  visits = lsn_map_insert_column (map, LSN_TABLE_ACTORS, &number, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      LsnRow kind = actors[i].kind != NULL ? lsn_map_find_row (map, LSN_TABLE_KINDS, actors[i].kind) : LSN_NO_ROW;
      LsnRow parent = actors[i].parent != NULL ? lsn_map_find_row (map, LSN_TABLE_ACTORS, actors[i].parent) : LSN_NO_ROW;

      rows[i] = lsn_map_insert_actor (map, actors[i].id, actors[i].id, kind, 0, 0, NULL);
      lsn_map_set_reference (map, LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_PARENT, parent, NULL);
      lsn_map_set_text (map, LSN_TABLE_ACTORS, rows[i], LSN_ACTOR_SECRECY, actors[i].secrecy, NULL);
      lsn_map_set_text (map, LSN_TABLE_ACTORS, rows[i], column, actors[i].region, NULL);
      lsn_map_set_number (map, LSN_TABLE_ACTORS, rows[i], visits, tens[i], NULL);
    }
  lsn_map_set_boolean (map, LSN_TABLE_ACTORS, rows[0], LSN_ACTOR_PINNED, 1, NULL);
  lsn_map_insert_tie (map, "t", rows[2], rows[3], lsn_map_find_row (map, LSN_TABLE_KINDS, "threat"), NULL);
  lsn_map_commit (map);
  return map;
}

static char *
held (LsnMap   *map,
      LsnTable  table,
      LsnColumn column)
{
  g_autoptr (GPtrArray) values = lsn_held_values (map, table, column);
  g_autoptr (GString)   text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const LsnHeldValue *value = g_ptr_array_index (values, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", value->value, value->n_rows);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cases (void)
{
  g_autoptr (LsnMap) map = new_map ();
  const struct
  {
    LsnTable    table;
    LsnColumn   column;
    const char *held;
  } cases[] = {
    /* Narrower kinds count for the broader ones, also for those that are no row of the map. */
    { LSN_TABLE_ACTORS, LSN_ACTOR_KIND, "state 2, government-body 1, ngo 1, authority 2, organisation 1" },
    { LSN_TABLE_ACTORS, LSN_ACTOR_PARENT, "b 1, c 3" },
    { LSN_TABLE_ACTORS, LSN_ACTOR_SECRECY, "public 0, private 0, covert 2" },
    { LSN_TABLE_ACTORS, LSN_ACTOR_OURS, "true 0, false 0" },
    { LSN_TABLE_ACTORS, LSN_ACTOR_PINNED, "true 1" },
    { LSN_TABLE_ACTORS, lsn_map_find_column (map, LSN_TABLE_ACTORS, "region"), "North 1, south 2" },
    { LSN_TABLE_ACTORS, lsn_map_find_column (map, LSN_TABLE_ACTORS, "visits"), "-2 1, 9.5 2, 40 1" },
    { LSN_TABLE_ACTORS, LSN_ACTOR_NOTES, "" },
    { LSN_TABLE_TIES, LSN_TIE_SOURCE, "a 1, b 1, c 1" },
    { LSN_TABLE_TIES, LSN_TIE_TARGET, "c 1, d 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = held (map, cases[i].table, cases[i].column);

      g_assert_cmpstr (text, ==, cases[i].held);
    }
}

/* Whatever a map holds: as many rows pass the condition as the value says, and each row with a value passes one. */
static void
test_random (void)
{
  const LsnRandomMap options = { .seed = 7, .n_actors = 40, .n_ties = 90, .n_containers = 6, .cells = TRUE };
  g_autoptr (LsnMap) map = lsn_random_map_new (&options);
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (LsnColumn column = lsn_map_next_column (map, tables[t], LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (map, tables[t], column))
      {
        const LsnColumnSpec  *spec = lsn_map_column_spec (map, tables[t], column);
        g_autoptr (GPtrArray) values = lsn_held_values (map, tables[t], column);

        if (spec->type == LSN_TYPE_DATE)
          continue;
        for (guint i = 0; i < values->len; i++)
          {
            const LsnHeldValue *value = g_ptr_array_index (values, i);
            const char         *strv[] = { value->value, NULL };
            g_autoptr (LsnCondition) condition = lsn_condition_new (LSN_TEST_IS, tables[t], spec->id, strv);
            guint               n_rows = 0;

            for (LsnRow row = lsn_map_next_row (map, tables[t], LSN_NO_ROW); row != LSN_NO_ROW;
                 row = lsn_map_next_row (map, tables[t], row))
              n_rows += lsn_condition_test (condition, map, row) ? 1 : 0;
            g_assert_cmpuint (n_rows, ==, value->n_rows);
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/held-values/cases", test_cases);
  g_test_add_func ("/held-values/random", test_random);
  return g_test_run ();
}
