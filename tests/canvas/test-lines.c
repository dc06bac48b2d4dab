/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "canvas/map-edits.h"
#include "canvas/tie-path.h"
#include "model/bends.h"

/* What a hand does to the lines of ties, without a screen. */

typedef struct
{
  LsnMap *map;
  LsnRow  ada, ben, cem;
  LsnRow  tie;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (5, "2024-05-01", "tester");

  f->map = lsn_map_new (origin);
  f->ada = lsn_edits_add_actor (f->map, 0, 0, LSN_NO_ROW, NULL);
  f->ben = lsn_edits_add_actor (f->map, 400, 0, LSN_NO_ROW, NULL);
  f->cem = lsn_edits_add_actor (f->map, 0, 400, LSN_NO_ROW, NULL);
  f->tie = lsn_edits_add_tie (f->map, f->ada, f->ben, LSN_NO_ROW);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->map);
}

static const char *
bends (Fixture *f)
{
  return lsn_map_get_text (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_BENDS);
}

static void
test_bends (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 100, 50.123 }, &error));
  g_assert_true (lsn_edits_add_bend (f->map, f->tie, 9, (LsnPoint) { 300, -50 }, &error));
  g_assert_true (lsn_edits_add_bend (f->map, f->tie, 1, (LsnPoint) { 200, 0 }, &error));
  g_assert_cmpstr (bends (f), ==, "100,50.12 200,0 300,-50");
  g_assert_true (lsn_edits_move_bend (f->map, f->tie, 1, (LsnPoint) { 210, 4 }, "k"));
  g_assert_true (lsn_edits_move_bend (f->map, f->tie, 1, (LsnPoint) { 220, 4 }, "k"));
  g_assert_false (lsn_edits_move_bend (f->map, f->tie, 3, (LsnPoint) { 0, 0 }, NULL));
  g_assert_cmpstr (bends (f), ==, "100,50.12 220,4 300,-50");
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpstr (bends (f), ==, "100,50.12 200,0 300,-50");
  g_assert_true (lsn_edits_remove_bend (f->map, f->tie, 0));
  g_assert_false (lsn_edits_remove_bend (f->map, f->tie, 2));
  g_assert_cmpstr (bends (f), ==, "200,0 300,-50");
  g_assert_true (lsn_edits_straighten (f->map, &f->tie, 1));
  g_assert_null (bends (f));
  g_assert_false (lsn_edits_straighten (f->map, &f->tie, 1));
}

/* More bends than a cell takes are refused with a sentence, and nothing is changed. */
static void
test_too_many (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LSN_MAX_POINTS; i++)
    g_assert_true (lsn_edits_add_bend (f->map, f->tie, i, (LsnPoint) { i, i }, &error));
  g_assert_false (lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 1, 1 }, &error));
  g_assert_nonnull (error);
}

/* What is moved takes along the bends between its own; a bend to somebody who stays stays. */
static void
test_bends_follow (Fixture      *f,
                   gconstpointer data)
{
  LsnRow both[2] = { f->ada, f->ben };

  lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 200, 100 }, NULL);
  lsn_edits_move (f->map, both, 2, 30, -40, NULL);
  g_assert_cmpstr (bends (f), ==, "230,60");
  lsn_edits_move (f->map, both, 1, 30, -40, NULL);
  g_assert_cmpstr (bends (f), ==, "230,60");
  lsn_map_undo (f->map);
  lsn_map_undo (f->map);
  g_assert_cmpstr (bends (f), ==, "200,100");
}

/* Where places are found anew, the form of a line is kept: turned, stretched and moved as its ends are. */
static void
test_form_is_kept (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GArray) notes = NULL;

  lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 200, 100 }, NULL);
  notes = lsn_bends_note (f->map, NULL);
  lsn_map_begin (f->map, "Turn", NULL);
  lsn_map_set_number (f->map, LSN_TABLE_ACTORS, f->ben, LSN_ACTOR_X, 0, NULL);
  lsn_map_set_number (f->map, LSN_TABLE_ACTORS, f->ben, LSN_ACTOR_Y, 200, NULL);
  lsn_bends_follow (f->map, notes);
  lsn_map_commit (f->map);
  g_assert_cmpstr (bends (f), ==, "-50,100");
}

/* The line stays where it is: only what its ends mean is turned. */
static void
test_reverse (Fixture      *f,
              gconstpointer data)
{
  lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 100, 50 }, NULL);
  lsn_edits_add_bend (f->map, f->tie, 1, (LsnPoint) { 300, 20 }, NULL);
  lsn_edits_put_label (f->map, f->tie, 0.2, NULL);
  g_assert_true (lsn_edits_reverse (f->map, &f->tie, 1));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_SOURCE), ==, f->ben);
  g_assert_cmpstr (bends (f), ==, "300,20 100,50");
  g_assert_cmpfloat (lsn_map_get_number (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_LABEL_AT), ==, 0.8);
}

static void
test_reattach (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lsn_edits_add_bend (f->map, f->tie, 0, (LsnPoint) { 100, 50 }, NULL);
  g_assert_true (lsn_edits_reattach (f->map, f->tie, TRUE, f->cem, &error));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_TARGET), ==, f->cem);
  g_assert_cmpstr (bends (f), ==, "100,50");
  g_assert_false (lsn_edits_reattach (f->map, f->tie, TRUE, f->cem, &error));
  g_assert_no_error (error);
  g_assert_true (lsn_edits_reattach (f->map, f->tie, FALSE, f->cem, &error));
  g_assert_true (lsn_map_undo (f->map));
  g_assert_true (lsn_map_undo (f->map));
  g_assert_cmpuint (lsn_map_get_reference (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_TARGET), ==, f->ben);
}

static void
test_routes (Fixture      *f,
             gconstpointer data)
{
  g_assert_true (lsn_edits_set_route (f->map, &f->tie, 1, LSN_TIE_ROUTE, "around"));
  g_assert_true (lsn_edits_set_route (f->map, NULL, 0, LSN_TIE_ROUTE, "direct"));
  g_assert_true (lsn_edits_set_route (f->map, NULL, 0, LSN_TIE_FORM, "angular"));
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_ROUTE), ==, "around");
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_MAP, lsn_map_the_row (f->map), LSN_MAP_ROUTE), ==, "direct");
  g_assert_cmpstr (lsn_map_get_text (f->map, LSN_TABLE_MAP, lsn_map_the_row (f->map), LSN_MAP_FORM), ==, "angular");
  g_assert_true (lsn_edits_set_route (f->map, &f->tie, 1, LSN_TIE_ROUTE, NULL));
  g_assert_null (lsn_map_get_text (f->map, LSN_TABLE_TIES, f->tie, LSN_TIE_ROUTE));
}

static void
test_shares (void)
{
  static const LsnPoint points[] = { { 0, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 } };
  g_autoptr (GArray) path = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnPoint)), points, 4);
  g_autoptr (GArray) at = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (LsnPoint)), points + 1, 1);
  double   away;
  LsnPoint place;

  g_assert_cmpfloat_with_epsilon (lsn_tie_path_share (path, (LsnPoint) { 110, 50 }, &away), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (away, 10, 1e-9);
  for (double share = 0; share <= 1; share += 0.125)
    {
      place = lsn_tie_path_at (path, share);
      g_assert_cmpfloat_with_epsilon (lsn_tie_path_share (path, place, NULL), share, 1e-9);
    }
  g_assert_cmpuint (lsn_tie_path_number (path, at, (LsnPoint) { 40, 5 }), ==, 0);
  g_assert_cmpuint (lsn_tie_path_number (path, at, (LsnPoint) { 90, 60 }), ==, 1);
  g_assert_cmpfloat_with_epsilon (lsn_tie_path_widest (path, at), 2.0 / 3.0, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/canvas/lines/bends", Fixture, NULL, set_up, test_bends, tear_down);
  g_test_add ("/canvas/lines/too-many", Fixture, NULL, set_up, test_too_many, tear_down);
  g_test_add ("/canvas/lines/follow", Fixture, NULL, set_up, test_bends_follow, tear_down);
  g_test_add ("/canvas/lines/form", Fixture, NULL, set_up, test_form_is_kept, tear_down);
  g_test_add ("/canvas/lines/reverse", Fixture, NULL, set_up, test_reverse, tear_down);
  g_test_add ("/canvas/lines/reattach", Fixture, NULL, set_up, test_reattach, tear_down);
  g_test_add ("/canvas/lines/routes", Fixture, NULL, set_up, test_routes, tear_down);
  g_test_add_func ("/canvas/lines/shares", test_shares);

  return g_test_run ();
}
