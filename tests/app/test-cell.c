/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/cell.h"

#include <locale.h>
#include <math.h>

#include "model/edit.h"

/* The value logic of the inspector: shared, none, several; all rows in one step; refusals that change nothing. */

typedef struct
{
  LsnOrigin *origin;
  LsnMap    *map;
  LsnRow     actors[3];
  guint      n_refused;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->origin = lsn_origin_new_seeded (7, "2026-03-05", "tester");
  fixture->map = lsn_map_new (fixture->origin);
  lsn_map_begin (fixture->map, "Set up", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->actors); i++)
    {
      fixture->actors[i] = lsn_map_insert_row (fixture->map, LSN_TABLE_ACTORS, NULL, NULL);
      g_assert_cmpuint (fixture->actors[i], !=, LSN_NO_ROW);
    }
  lsn_map_commit (fixture->map);
  lsn_map_forget_history (fixture->map);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->map);
  lsn_origin_unref (fixture->origin);
}

static void
count_refused (Fixture    *fixture,
               const char *sentence)
{
  g_assert_cmpstr (sentence, !=, "");
  fixture->n_refused++;
}

static LsnCell *
cell_of (Fixture  *fixture,
         LsnColumn column,
         guint     n_rows)
{
  LsnCell *cell = lsn_cell_new (fixture->map, LSN_TABLE_ACTORS, column);

  lsn_cell_set_rows (cell, fixture->actors, n_rows);
  g_signal_connect_swapped (cell, "refused", G_CALLBACK (count_refused), fixture);
  return cell;
}

static double
power (Fixture *fixture,
       guint    actor)
{
  return lsn_map_get_number (fixture->map, LSN_TABLE_ACTORS, fixture->actors[actor], LSN_ACTOR_POWER);
}

static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LsnCell) cell = cell_of (fixture, LSN_ACTOR_POWER, 3);
  g_autoptr (LsnCell) one = cell_of (fixture, LSN_ACTOR_POWER, 1);
  LsnValue value;

  g_assert_cmpint (lsn_cell_get (cell, &value), ==, LSN_CELL_EMPTY);
  g_assert_true (lsn_cell_set (one, lsn_value_number (0.25)));
  g_assert_cmpint (lsn_cell_get (one, &value), ==, LSN_CELL_SHARED);
  g_assert_cmpfloat (value.number, ==, 0.25);
  /* One known and two not known are several values, not one. */
  g_assert_cmpint (lsn_cell_get (cell, &value), ==, LSN_CELL_MIXED);
  g_assert_cmpint (value.kind, ==, LSN_VALUE_EMPTY);
  g_assert_true (lsn_cell_set (cell, lsn_value_number (0.75)));
  g_assert_cmpint (lsn_cell_get (cell, &value), ==, LSN_CELL_SHARED);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (power (fixture, i), ==, 0.75);
}

static void
test_one_step (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (LsnCell) cell = cell_of (fixture, LSN_ACTOR_POWER, 3);

  /* A slider dragged is one step... */
  for (guint i = 0; i <= 10; i++)
    g_assert_true (lsn_cell_set (cell, lsn_value_number (i / 10.0)));
  g_assert_cmpstr (lsn_map_undo_label (fixture->map), ==, "Change “Power” of 3 Actors");
  /* ...and the next drag another. */
  lsn_cell_end_gesture (cell);
  g_assert_true (lsn_cell_set (cell, lsn_value_number (0.5)));
  g_assert_true (lsn_map_undo (fixture->map));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (power (fixture, i), ==, 1.0);
  g_assert_true (lsn_map_undo (fixture->map));
  for (guint i = 0; i < 3; i++)
    g_assert_true (isnan (power (fixture, i)));
  g_assert_false (lsn_map_can_undo (fixture->map));
}

static void
test_same_value (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (LsnCell) cell = cell_of (fixture, LSN_ACTOR_NAME, 1);

  g_assert_true (lsn_cell_set_text (cell, ""));
  g_assert_false (lsn_map_can_undo (fixture->map));
  g_assert_true (lsn_cell_set_text (cell, "Qatar"));
  lsn_cell_end_gesture (cell);
  g_assert_true (lsn_cell_set_text (cell, "Qatar"));
  g_assert_true (lsn_map_undo (fixture->map));
  g_assert_false (lsn_map_can_undo (fixture->map));
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LsnCell) number = cell_of (fixture, LSN_ACTOR_POWER, 3);
  g_autoptr (LsnCell) parent = cell_of (fixture, LSN_ACTOR_PARENT, 2);

  g_assert_false (lsn_cell_set (number, lsn_value_number (1.5)));
  g_assert_false (lsn_cell_set_text (number, "much"));
  g_assert_cmpuint (fixture->n_refused, ==, 2);
  /* Taken by all or by none: the second of the two cannot be inside itself, so the first does not move either. */
  g_assert_false (lsn_cell_set (parent, lsn_value_reference (fixture->actors[1])));
  g_assert_cmpuint (fixture->n_refused, ==, 3);
  g_assert_cmpuint (lsn_map_get_reference (fixture->map, LSN_TABLE_ACTORS, fixture->actors[0], LSN_ACTOR_PARENT), ==,
                    LSN_NO_ROW);
  g_assert_false (lsn_map_can_undo (fixture->map));
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (LsnCell) cell = cell_of (fixture, LSN_ACTOR_NOTES, 2);
  g_autofree char *text = NULL;
  g_autofree char *mixed = NULL;

  g_assert_true (lsn_cell_set_text (cell, "one\ntwo \x01 \xff three"));
  text = lsn_cell_dup_text (cell);
  g_assert_cmpstr (text, ==, "one\ntwo \xef\xbf\xbd \xef\xbf\xbd three");
  lsn_cell_set_rows (cell, fixture->actors, 3);
  mixed = lsn_cell_dup_text (cell);
  g_assert_cmpstr (mixed, ==, "");
  g_assert_cmpint (lsn_cell_get (cell, NULL), ==, LSN_CELL_MIXED);
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (LsnCell) cell = cell_of (fixture, LSN_ACTOR_NAME, 3);

  g_assert_true (lsn_cell_set_text (cell, "Same"));
  lsn_map_begin (fixture->map, "Remove", NULL);
  g_assert_true (lsn_map_remove_row (fixture->map, LSN_TABLE_ACTORS, fixture->actors[1], NULL));
  lsn_map_commit (fixture->map);
  g_assert_cmpint (lsn_cell_get (cell, NULL), ==, LSN_CELL_SHARED);
  g_assert_true (lsn_cell_set_text (cell, "Other"));
  g_assert_cmpstr (lsn_map_get_text (fixture->map, LSN_TABLE_ACTORS, fixture->actors[2], LSN_ACTOR_NAME), ==, "Other");
}

static void
test_clean_text (void)
{
  static const struct { const char *dirty, *clean; } texts[] = {
    { "plain", "plain" },
    { "tab\tline\nreturn\r", "tab\tline\nreturn\r" },
    { "\x01\x1f", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xef\xbf\xbe\xef\xbf\xbf", "\xef\xbf\xbd\xef\xbf\xbd" },    /* U+FFFE, U+FFFF */
    { "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },      /* a lone surrogate is no UTF-8 */
    { "قطر 卡塔尔 🕊", "قطر 卡塔尔 🕊" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = lsn_clean_text (texts[i].dirty);

      g_assert_cmpstr (clean, ==, texts[i].clean);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/cell/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/app/cell/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/app/cell/same-value", Fixture, NULL, set_up, test_same_value, tear_down);
  g_test_add ("/app/cell/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/app/cell/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/app/cell/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add_func ("/app/cell/clean-text", test_clean_text);
  return g_test_run ();
}
