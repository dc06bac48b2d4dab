/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "canvas/map-edits.h"
#include "canvas/note-edits.h"
#include "io/graphml-writer.h"
#include "model/bends.h"

/* Whatever the order of gestures, undo and redo: to undo all gives the bytes that saving right after opening gives. */

#define N_MAPS     12
#define N_GESTURES 120

typedef struct
{
  LsnMap *map;
  GRand  *rand;
} Hand;

static LsnRow
any_row (Hand    *hand,
         LsnTable table)
{
  guint  n_rows = lsn_map_n_rows (hand->map, table), skip;
  LsnRow row = LSN_NO_ROW;

  if (n_rows == 0)
    return LSN_NO_ROW;
  skip = (guint) g_rand_int_range (hand->rand, 0, (gint32) n_rows);
  do
    row = lsn_map_next_row (hand->map, table, row);
  while (skip-- > 0);
  return row;
}

/* Up to five rows, each once. */
static GArray *
some_rows (Hand    *hand,
           LsnTable table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (gint32 n = g_rand_int_range (hand->rand, 1, 6); n > 0; n--)
    {
      LsnRow   row = any_row (hand, table);
      gboolean is_new = row != LSN_NO_ROW;

      for (guint i = 0; i < rows->len; i++)
        is_new &= g_array_index (rows, LsnRow, i) != row;
      if (is_new)
        g_array_append_val (rows, row);
    }
  return rows;
}

static double
any_place (Hand *hand)
{
  return g_rand_double_range (hand->rand, -600, 600);
}

static void
gesture_on_ties (Hand *hand,
                 int   which)
{
  static const char *const routes[] = { NULL, "direct", "around" };
  static const char *const forms[] = { NULL, "smooth", "angular" };
  g_autoptr (GArray) ties = some_rows (hand, LSN_TABLE_TIES);
  const LsnRow *rows = (const LsnRow *) (gpointer) ties->data;
  LsnPoint at = { any_place (hand), any_place (hand) };
  guint    number = (guint) g_rand_int_range (hand->rand, 0, 4);

  if (ties->len == 0)
    return;
  switch (which)
    {
    case 0: lsn_edits_add_bend (hand->map, rows[0], number, at, NULL); break;
    case 1: lsn_edits_move_bend (hand->map, rows[0], number, at, g_rand_boolean (hand->rand) ? "bend" : NULL); break;
    case 2: lsn_edits_remove_bend (hand->map, rows[0], number); break;
    case 3: lsn_edits_straighten (hand->map, rows, ties->len); break;
    case 4: lsn_edits_put_label (hand->map, rows[0], g_rand_double (hand->rand), "label"); break;
    case 5: lsn_edits_reverse (hand->map, rows, ties->len); break;
    case 6: lsn_edits_reattach (hand->map, rows[0], g_rand_boolean (hand->rand), any_row (hand, LSN_TABLE_ACTORS), NULL); break;
    case 7: lsn_edits_set_route (hand->map, rows, ties->len, LSN_TIE_ROUTE, routes[number % 3]); break;
    default: lsn_edits_set_route (hand->map, NULL, 0, LSN_TIE_FORM, forms[number % 3]); break;
    }
}

static void
put_into (Hand   *hand,
          GArray *actors)
{
  g_autoptr (GArray) outermost = lsn_edits_outermost (hand->map, (const LsnRow *) (gpointer) actors->data, actors->len);
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < outermost->len; i++)
    {
      LsnRow container = g_rand_boolean (hand->rand) ? any_row (hand, LSN_TABLE_ACTORS) : LSN_NO_ROW;

      g_array_append_val (containers, container);
    }
  lsn_edits_put_into (hand->map, (const LsnRow *) (gpointer) outermost->data, (const LsnRow *) (gpointer) containers->data,
                      outermost->len, any_place (hand), any_place (hand), NULL);
}

static void
gesture_on_actors (Hand *hand,
                   int   which)
{
  g_autoptr (GArray) actors = some_rows (hand, LSN_TABLE_ACTORS);
  const LsnRow *rows = (const LsnRow *) (gpointer) actors->data;
  LsnPoint at = { any_place (hand), any_place (hand) };
  gboolean either = g_rand_boolean (hand->rand);

  if (actors->len == 0)
    return;
  switch (which)
    {
    case 0: lsn_edits_move (hand->map, rows, actors->len, at.x / 10, at.y / 10, either ? "move" : NULL); break;
    case 1: lsn_edits_turn (hand->map, rows, actors->len, at, at.x, fabs (at.y) / 600 + 0.1); break;
    case 2: lsn_edits_make_room (hand->map, either, at.x, at.y, either ? "room" : NULL); break;
    case 3: lsn_edits_set_order (hand->map, LSN_TABLE_ACTORS, rows, actors->len, either); break;
    case 4: put_into (hand, actors); break;
    case 5: lsn_edits_set_collapsed (hand->map, rows, actors->len, either); break;
    case 6: lsn_edits_set_pinned (hand->map, rows, actors->len, either); break;
    case 7: lsn_edits_group (hand->map, rows, actors->len, at.x, at.y); break;
    case 8: lsn_edits_delete (hand->map, rows, 1, NULL, 0, NULL, NULL); break;
    case 9: lsn_edits_add_tie (hand->map, rows[0], rows[actors->len - 1], LSN_NO_ROW); break;
    default: lsn_edits_add_actor (hand->map, at.x, at.y, LSN_NO_ROW, NULL); break;
    }
}

static void
gesture_on_notes (Hand *hand,
                  int   which)
{
  g_autoptr (GArray) notes = some_rows (hand, LSN_TABLE_NOTES);
  g_autoptr (GArray) actors = some_rows (hand, LSN_TABLE_ACTORS);
  const LsnRow *rows = (const LsnRow *) (gpointer) notes->data;
  LsnPoint  at = { any_place (hand), any_place (hand) };
  LsnBox    box = { at.x, at.y, fabs (at.y), fabs (at.x) };
  LsnPlaced placed = { notes->len > 0 ? rows[0] : LSN_NO_ROW, at };
  gboolean  either = g_rand_boolean (hand->rand);

  if (which == 0 || notes->len == 0)
    lsn_edits_add_note (hand->map, g_rand_int_range (hand->rand, 0, 3), &box, either ? LSN_TABLE_ACTORS : LSN_TABLE_TIES,
                        any_row (hand, either ? LSN_TABLE_ACTORS : LSN_TABLE_TIES), NULL);
  else if (which == 1)
    lsn_edits_set_note_text (hand->map, rows[0], either ? "" : "Words", either ? "words" : NULL, NULL);
  else if (which == 2)
    lsn_edits_move_with_notes (hand->map, (const LsnRow *) (gpointer) actors->data, actors->len, &placed, 1, at.x / 10, at.y / 10,
                               either ? "move" : NULL);
  else if (which == 3)
    lsn_edits_resize_notes (hand->map, rows, &box, 1, either ? "resize" : NULL);
  else if (which == 4)
    lsn_edits_set_order (hand->map, LSN_TABLE_NOTES, rows, notes->len, either);
  else
    lsn_edits_delete_with_notes (hand->map, NULL, 0, NULL, 0, rows, 1, NULL, NULL);
}

static GBytes *
bytes_of (LsnMap *map)
{
  g_autoptr (LsnReport) report = lsn_report_new ();

  return lsn_graphml_write (map, report);
}

static LsnMap *
new_map (GRand *rand)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (g_rand_int (rand), "2024-05-01", "tester");
  LsnMap *map = lsn_map_new (origin);
  Hand    hand = { map, rand };

  for (guint i = 0; i < 14; i++)
    lsn_edits_add_actor (map, any_place (&hand), any_place (&hand), LSN_NO_ROW, NULL);
  for (guint i = 0; i < 22; i++)
    lsn_edits_add_tie (map, any_row (&hand, LSN_TABLE_ACTORS), any_row (&hand, LSN_TABLE_ACTORS), LSN_NO_ROW);
  for (guint i = 0; i < 8; i++)
    gesture_on_ties (&hand, 0);
  return map;
}

static void
test_undo_all (void)
{
  for (guint32 seed = 1; seed <= N_MAPS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (LsnMap) map = new_map (rand);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) done = NULL;
      g_autoptr (GBytes) redone = NULL;
      g_autoptr (GBytes) undone = NULL;
      Hand  hand = { map, rand };
      guint n_before = 0, n = 0;

      /* what was there before the gestures counts as the file that was opened */
      while (lsn_map_undo (map))
        n_before++;
      for (guint i = 0; i < n_before; i++)
        lsn_map_redo (map);
      before = bytes_of (map);
      for (guint i = 0; i < N_GESTURES; i++)
        {
          if (i % 4 == 3)
            gesture_on_notes (&hand, g_rand_int_range (rand, 0, 6));
          else if (g_rand_boolean (rand))
            gesture_on_actors (&hand, g_rand_int_range (rand, 0, 11));
          else
            gesture_on_ties (&hand, g_rand_int_range (rand, 0, 9));
        }
      done = bytes_of (map);
      g_assert_false (g_bytes_equal (done, before));
      while (lsn_map_undo (map))
        n++;
      for (guint i = 0; i < n; i++)
        g_assert_true (lsn_map_redo (map));
      redone = bytes_of (map);
      g_assert_true (g_bytes_equal (done, redone));
      for (guint i = n; i > n_before; i--)
        g_assert_true (lsn_map_undo (map));
      undone = bytes_of (map);
      g_assert_true (g_bytes_equal (before, undone));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/gestures/undo-all", test_undo_all);

  return g_test_run ();
}
