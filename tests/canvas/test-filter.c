/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include <math.h>

#include "desk.h"
#include "model/identity.h"
#include "model/kind-edits.h"

/* What the canvas hides, and that it goes on to ask of whoever took the place of what it asked for. */

static void
show (Desk       *desk,
      const char *conditions)
{
  g_autoptr (LsnFilter) filter = lsn_filter_parse (conditions, NULL);

  lsn_canvas_set_filter (desk->canvas, filter);
  desk_settle (desk);
}

static void
assert_shown (Desk       *desk,
              const char *conditions,
              guint       n_actors)
{
  g_autoptr (LsnFilter) wanted = lsn_filter_parse (conditions, NULL);
  guint                 n_shown, n_ties;

  desk_settle (desk);
  g_assert_true (lsn_filter_equal (lsn_canvas_get_filter (desk->canvas), wanted));
  g_assert_true (lsn_canvas_count_shown (desk->canvas, &n_shown, &n_ties));
  g_assert_cmpuint (n_shown, ==, n_actors);
}

static void
test_kinds (void)
{
  Desk            *desk = desk_new ();
  LsnRow           party = lsn_kind_add (desk->map, FALSE, "Party", NULL), ngo;
  g_autofree char *asks = g_strdup_printf ("is actors kind %s", lsn_map_row_id (desk->map, LSN_TABLE_KINDS, party));

  desk_add_actor (desk, "Greens", lsn_map_row_id (desk->map, LSN_TABLE_KINDS, party), -200, 0);
  desk_add_actor (desk, "Aid", "ngo", 0, 0);
  desk_add_actor (desk, "Qatar", "state", 200, 0);
  ngo = lsn_map_find_row (desk->map, LSN_TABLE_KINDS, "ngo");
  show (desk, asks);
  assert_shown (desk, asks, 1);
  g_assert_true (lsn_kind_replace (desk->map, party, ngo, NULL));
  assert_shown (desk, "is actors kind ngo", 2);
  lsn_map_undo (desk->map);
  assert_shown (desk, asks, 1);
  lsn_map_redo (desk->map);
  assert_shown (desk, "is actors kind ngo", 2);
  /* What was chosen since is nobody else's business. */
  show (desk, "is actors kind state");
  lsn_map_undo (desk->map);
  assert_shown (desk, "is actors kind state", 1);
  desk_free (desk);
}

static void
test_actors (void)
{
  Desk            *desk = desk_new ();
  LsnRow           palace = desk_add_actor (desk, "The palace", "state", -200, 0);
  LsnRow           king = desk_add_actor (desk, "The king", "person", 0, 0);
  g_autofree char *before = g_strdup_printf ("within 0 %s", lsn_map_row_id (desk->map, LSN_TABLE_ACTORS, king));
  g_autofree char *after = g_strdup_printf ("within 0 %s", lsn_map_row_id (desk->map, LSN_TABLE_ACTORS, palace));

  show (desk, before);
  g_assert_true (lsn_actors_merge (desk->map, palace, &king, 1, NULL, NULL));
  assert_shown (desk, after, 1);
  lsn_map_undo (desk->map);
  assert_shown (desk, before, 1);
  desk_free (desk);
}

/* One more condition takes the place of one that asks the same of others. */
static void
test_add (void)
{
  Desk *desk = desk_new ();

  desk_add_actor (desk, "Qatar", "state", -200, 0);
  desk_add_actor (desk, "Aid", "ngo", 0, 0);
  show (desk, "is actors kind state");
  lsn_canvas_add_condition (desk->canvas, lsn_condition_parse ("is actors kind ngo", NULL));
  assert_shown (desk, "is actors kind ngo", 1);
  lsn_canvas_add_condition (desk->canvas, lsn_condition_parse ("is-not actors label Aid", NULL));
  assert_shown (desk, "is actors kind ngo\nis-not actors label Aid", 0);
  desk_free (desk);
}

/* As someone draws: with Insert, a name, Tab, another. Who draws under a filter sees what is drawn until it changes. */
static void
test_made (void)
{
  Desk           *desk = desk_new ();
  LsnRow          hidden = desk_add_actor (desk, "Aid", "ngo", 150, 0), newbie, tied;
  LsnBox          box;
  LsnPoint        at, other;
  gboolean        is_frame;

  desk_add_actor (desk, "Qatar", "state", -200, 0);
  show (desk, "is actors kind state");
  lsn_selection_clear (desk->selection);
  lsn_canvas_make_actor_near (desk->canvas, (LsnPoint) { 0, 0 }, LSN_NO_ROW);
  desk_do (desk, "type --delay 15 Newbie");
  desk_do (desk, "key Tab");
  desk_do (desk, "type --delay 15 Tied");
  desk_do (desk, "key Return key Escape");
  assert_shown (desk, "is actors kind state", 3);
  newbie = desk_find_actor (desk, "Newbie");
  tied = desk_find_actor (desk, "Tied");
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, tied));
  g_assert_true (lsn_scene_actor_body (desk->canvas->scene, newbie, &box, &is_frame));
  at = (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 };
  g_assert_true (lsn_scene_actor_body (desk->canvas->scene, tied, &box, &is_frame));
  other = (LsnPoint) { box.x + box.width / 2, box.y + box.height / 2 };
  g_assert_cmpfloat (hypot (at.x - other.x, at.y - other.y), <, 300);
  /* Not upon whom the filter hides. */
  g_assert_cmpfloat (hypot (150 - other.x, other.y), >, 60);
  g_assert_true (lsn_canvas_hides (desk->canvas, LSN_TABLE_ACTORS, hidden));
  lsn_map_undo (desk->map);
  assert_shown (desk, "is actors kind state", 2);
  lsn_map_redo (desk->map);
  assert_shown (desk, "is actors kind state", 3);
  show (desk, "is actors kind ngo");
  assert_shown (desk, "is actors kind ngo", 1);
  desk_free (desk);
}

/* A tie to somebody hidden brings that one along; copies of what is shown are shown. */
static void
test_tied_and_copied (void)
{
  Desk         *desk = desk_new ();
  LsnRow        hidden = desk_add_actor (desk, "Aid", "ngo", 150, 0);
  LsnRow        qatar = desk_add_actor (desk, "Qatar", "state", -200, 0);
  guint         n_rows;
  const LsnRow *rows;

  show (desk, "is actors label Qatar");
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  lsn_map_begin (desk->map, "Paste", NULL);
  desk_add_actor (desk, "Copy", "ngo", -50, 100);
  lsn_map_commit (desk->map);
  assert_shown (desk, "is actors label Qatar", 2);
  desk_add_tie (desk, qatar, hidden, "influence");
  assert_shown (desk, "is actors label Qatar", 3);
  rows = lsn_selection_rows (desk->selection, LSN_TABLE_ACTORS, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint (rows[0], ==, qatar);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/filter/kinds", test_kinds);
  g_test_add_func ("/canvas/filter/actors", test_actors);
  g_test_add_func ("/canvas/filter/add", test_add);
  g_test_add_func ("/canvas/filter/made", test_made);
  g_test_add_func ("/canvas/filter/tied-and-copied", test_tied_and_copied);
  return g_test_run ();
}
