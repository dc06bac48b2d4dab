/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "canvas/map-edits.h"
#include "model/bends.h"

/* Several actors put in order, room made, containers joined and left, without a screen. */

typedef struct
{
  LsnMap *map;
  LsnRow  actors[6]; /* 0: a container of 1 and 2; 3 pinned */
  LsnRow  tie;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (6, "2024-05-01", "tester");

  f->map = lsn_map_new (origin);
  for (guint i = 0; i < G_N_ELEMENTS (f->actors); i++)
    f->actors[i] = lsn_edits_add_actor (f->map, 100 * i, 10 * i, LSN_NO_ROW, NULL);
  lsn_map_begin (f->map, "Set up", NULL);
  for (guint i = 1; i <= 2; i++)
    lsn_map_set_reference (f->map, LSN_TABLE_ACTORS, f->actors[i], LSN_ACTOR_PARENT, f->actors[0], NULL);
  lsn_map_set_boolean (f->map, LSN_TABLE_ACTORS, f->actors[3], LSN_ACTOR_PINNED, TRUE, NULL);
  lsn_map_commit (f->map);
  f->tie = lsn_edits_add_tie (f->map, f->actors[4], f->actors[5], LSN_NO_ROW);
  lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 450, 200 }, NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static double
x_of (Fixture *f,
      guint    actor)
{
  return lsn_map_get_number (f->map, LSN_TABLE_ACTORS, f->actors[actor], LSN_ACTOR_X);
}

static double
y_of (Fixture *f,
      guint    actor)
{
  return lsn_map_get_number (f->map, LSN_TABLE_ACTORS, f->actors[actor], LSN_ACTOR_Y);
}

static LsnRow
parent_of (Fixture *f,
           guint    actor)
{
  return lsn_map_get_reference (f->map, LSN_TABLE_ACTORS, f->actors[actor], LSN_ACTOR_PARENT);
}

static const char *
bends (Fixture *f)
{
  return lsn_map_get_text (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_BENDS);
}

static void
test_who (Fixture      *f,
          gconstpointer data)
{
  g_autoptr (GArray) outermost = lsn_edits_outermost (f->map, f->actors, 4);

  g_assert_cmpuint (outermost->len, ==, 2);
  g_assert_cmpuint (g_array_index (outermost, LsnRow, 0), ==, f->actors[0]);
  g_assert_cmpuint (g_array_index (outermost, LsnRow, 1), ==, f->actors[3]);
  g_assert_true (lsn_edits_is_held (f->map, f->actors[3]));
  g_assert_false (lsn_edits_is_held (f->map, f->actors[0]));
  lsn_edits_set_pinned (f->map, &f->actors[2], 1, TRUE);
  g_assert_true (lsn_edits_is_held (f->map, f->actors[0]));
}

static void
test_move_each (Fixture      *f,
                gconstpointer data)
{
  const LsnRow rows[3] = { f->actors[0], f->actors[4], f->actors[5] };
  const LsnPoint by[3] = { { 5, 6 }, { 50, 0 }, { 50, 0 } };

  g_assert_true (lsn_edits_move_each (f->map, rows, by, 3, "Arrange"));
  g_assert_cmpfloat (x_of (f, 1), ==, 105);
  g_assert_cmpfloat (y_of (f, 2), ==, 26);
  g_assert_cmpfloat (x_of (f, 5), ==, 550);
  g_assert_cmpstr (bends (f), ==, "500,200");
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpfloat (x_of (f, 1), ==, 100);
  g_assert_cmpstr (bends (f), ==, "450,200");
}

/* A quarter turn, twice as far apart; who is pinned stays; four of them are none. */
static void
test_turn (Fixture      *f,
           gconstpointer data)
{
  g_assert_true (lsn_edits_turn (f->map, f->actors, 6, (LsnPoint) { 400, 40 }, 90, 2));
  g_assert_cmpfloat (x_of (f, 3), ==, 300);
  g_assert_cmpfloat (x_of (f, 4), ==, 400);
  g_assert_cmpfloat_with_epsilon (x_of (f, 5), 400 - 2 * 10, 0.01);
  g_assert_cmpfloat_with_epsilon (y_of (f, 5), 40 + 2 * 100, 0.01);
  g_assert_cmpfloat_with_epsilon (x_of (f, 1), 400 + 2 * 30, 0.01);
  g_assert_cmpfloat_with_epsilon (y_of (f, 1), 40 - 2 * 300, 0.01);
  g_assert_true (lsn_map_undo (f->map));
  for (guint i = 0; i < 4; i++)
    lsn_edits_turn (f->map, f->actors, 6, (LsnPoint) { 400, 40 }, 90, 1);
  g_assert_cmpfloat_with_epsilon (x_of (f, 5), 500, 0.05);
  g_assert_cmpfloat_with_epsilon (y_of (f, 5), 50, 0.05);
}

static void
test_room (Fixture      *f,
           gconstpointer data)
{
  LsnRow note;

  lsn_map_begin (f->map, "Note", NULL);
  note = lsn_map_insert_row (f->map, LSN_TABLE_NOTES, NULL, NULL);
  lsn_map_set_number (f->map, LSN_TABLE_NOTES, note, LSN_NOTE_X, 460, NULL);
  lsn_map_set_number (f->map, LSN_TABLE_NOTES, note, LSN_NOTE_Y, 0, NULL);
  lsn_map_commit (f->map);

  g_assert_true (lsn_edits_make_room (f->map, FALSE, 150, 70, NULL));
  g_assert_cmpfloat (x_of (f, 1), ==, 100);
  g_assert_cmpfloat (x_of (f, 2), ==, 270);
  g_assert_cmpfloat (x_of (f, 3), ==, 300);
  g_assert_cmpfloat (x_of (f, 5), ==, 570);
  g_assert_cmpstr (bends (f), ==, "520,200");
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_NOTES, note, LSN_NOTE_X), ==, 530);
  lsn_map_undo (f->map);
  g_assert_true (lsn_edits_make_room (f->map, TRUE, 45, -30, NULL));
  g_assert_cmpfloat (y_of (f, 4), ==, 10);
  g_assert_cmpfloat (y_of (f, 5), ==, 50);
  g_assert_cmpfloat (x_of (f, 4), ==, 400);
  g_assert_false (lsn_edits_make_room (f->map, TRUE, 45, 0, NULL));
}

/* What is inside a collapsed container goes with it, wherever it would be; nobody is moved twice. */
static void
test_room_and_containers (Fixture      *f,
                          gconstpointer data)
{
  lsn_edits_set_collapsed (f->map, f->actors, 1, TRUE);
  g_assert_cmpfloat (x_of (f, 0), ==, 150);
  g_assert_true (lsn_edits_make_room (f->map, FALSE, 120, 40, NULL));
  g_assert_cmpfloat (x_of (f, 0), ==, 190);
  g_assert_cmpfloat (x_of (f, 1), ==, 140);
  g_assert_cmpfloat (x_of (f, 2), ==, 240);
}

static void
test_order (Fixture      *f,
            gconstpointer data)
{
  LsnRow two[2] = { f->actors[4], f->actors[1] };

  g_assert_true (lsn_edits_set_order (f->map, LSN_TABLE_ACTORS, two, 2, TRUE));
  g_assert_cmpint (lsn_map_get (f->map, LSN_TABLE_ACTORS, f->actors[1], LSN_ACTOR_ORDER).integer, ==, 1);
  g_assert_cmpint (lsn_map_get (f->map, LSN_TABLE_ACTORS, f->actors[4], LSN_ACTOR_ORDER).integer, ==, 2);
  g_assert_true (lsn_edits_set_order (f->map, LSN_TABLE_ACTORS, &f->actors[4], 1, FALSE));
  g_assert_cmpint (lsn_map_get (f->map, LSN_TABLE_ACTORS, f->actors[4], LSN_ACTOR_ORDER).integer, ==, -1);
  g_assert_false (lsn_edits_set_order (f->map, LSN_TABLE_ACTORS, f->actors, 6, TRUE));
}

static void
test_put_into (Fixture      *f,
               gconstpointer data)
{
  LsnRow rows[2] = { f->actors[4], f->actors[1] }, to[2] = { f->actors[0], LSN_NO_ROW };
  LsnRow circle[2] = { f->actors[5], f->actors[1] };
  g_autoptr (GError) error = NULL;

  g_assert_true (lsn_edits_put_into (f->map, rows, to, 2, 10, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (parent_of (f, 4), ==, f->actors[0]);
  g_assert_cmpuint (parent_of (f, 1), ==, LSN_NO_ROW);
  g_assert_cmpfloat (x_of (f, 4), ==, 410);
  g_assert_cmpfloat (x_of (f, 1), ==, 110);
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpuint (parent_of (f, 4), ==, LSN_NO_ROW);
  g_assert_cmpfloat (x_of (f, 1), ==, 100);

  /* nobody is in what is inside of them; then nothing is done */
  rows[0] = f->actors[5];
  rows[1] = f->actors[0];
  circle[0] = f->actors[0];
  circle[1] = f->actors[1];
  g_assert_false (lsn_edits_put_into (f->map, rows, circle, 2, 10, 0, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (parent_of (f, 5), ==, LSN_NO_ROW);
  g_assert_cmpfloat (x_of (f, 5), ==, 500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/canvas/arrange/who", Fixture, NULL, set_up, test_who, tear_down);
  g_test_add ("/canvas/arrange/move-each", Fixture, NULL, set_up, test_move_each, tear_down);
  g_test_add ("/canvas/arrange/turn", Fixture, NULL, set_up, test_turn, tear_down);
  g_test_add ("/canvas/arrange/room", Fixture, NULL, set_up, test_room, tear_down);
  g_test_add ("/canvas/arrange/room-and-containers", Fixture, NULL, set_up, test_room_and_containers, tear_down);
  g_test_add ("/canvas/arrange/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/canvas/arrange/put-into", Fixture, NULL, set_up, test_put_into, tear_down);

  return g_test_run ();
}
