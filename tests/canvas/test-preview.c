/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

/* What the map may become is shown, and only that: neither the map nor, at the end, the view is another. */

static LsnMap *
moved (Desk  *desk,
       LsnRow actor,
       double x,
       double y)
{
  return lsn_map_snapshot_moved (desk->map, &actor, (double[]) { x, y }, 1);
}

static void
show (Desk  *desk,
      LsnRow actor,
      double x,
      double y)
{
  g_autoptr (LsnMap) preview = moved (desk, actor, x, y);

  lsn_canvas_set_preview (desk->canvas, preview);
  g_assert_false (lsn_canvas_is_crisp (desk->canvas));
  desk_wait_crisp (desk);
}

static void
test_view_comes_back (void)
{
  Desk    *desk = desk_new ();
  LsnRow   qatar = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnPoint middle, before;
  guint64  revision;
  double   zoom, was;

  desk_add_tie (desk, qatar, desk_add_actor (desk, "Egypt", "state", 100, 60), "mediation");
  desk_wait_crisp (desk);
  revision = lsn_map_get_revision (desk->map);
  lsn_canvas_get_view (desk->canvas, &was, &before);

  /* Who goes out of sight is brought into it. */
  show (desk, qatar, 3000, 900);
  lsn_canvas_get_view (desk->canvas, &zoom, &middle);
  g_assert_cmpfloat (zoom, <, was);
  desk_look (desk, "preview-far");
  lsn_canvas_set_preview (desk->canvas, NULL);
  desk_wait_crisp (desk);
  lsn_canvas_get_view (desk->canvas, &zoom, &middle);
  g_assert_cmpfloat (zoom, ==, was);
  g_assert_cmpfloat_with_epsilon (middle.x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (middle.y, before.y, 1);

  /* Who has moved the view meanwhile keeps it. */
  show (desk, qatar, 3000, 900);
  lsn_canvas_set_zoom (desk->canvas, 0.5);
  desk_wait_crisp (desk);
  lsn_canvas_set_preview (desk->canvas, NULL);
  desk_wait_crisp (desk);
  g_assert_cmpfloat_with_epsilon (lsn_canvas_get_zoom (desk->canvas), 0.5, 0.01);
  g_assert_cmpuint (lsn_map_get_revision (desk->map), ==, revision);
  desk_free (desk);
}

/* What is near stays where it is seen; edits and another map do not wait for the end of the preview. */
static void
test_edits_go_on (void)
{
  Desk    *desk = desk_new ();
  LsnRow   qatar = desk_add_actor (desk, "Qatar", "state", -200, 0);
  LsnRow   egypt = desk_add_actor (desk, "Egypt", "state", 100, 60);
  LsnPoint middle, before;
  double   zoom, was;

  desk_wait_crisp (desk);
  lsn_canvas_get_view (desk->canvas, &was, &before);
  show (desk, qatar, -100, -80);
  lsn_canvas_get_view (desk->canvas, &zoom, &middle);
  g_assert_cmpfloat (zoom, ==, was);
  g_assert_cmpfloat (middle.x, ==, before.x);

  /* Its own picture is where it still is. */
  desk_click (desk, 100, 60);
  g_assert_true (lsn_selection_contains (desk->selection, LSN_TABLE_ACTORS, egypt));
  desk_do (desk, "key Delete");
  g_assert_false (lsn_map_has_row (desk->map, LSN_TABLE_ACTORS, egypt));
  desk_wait_crisp (desk);
  lsn_canvas_set_map (desk->canvas, NULL, NULL);
  desk_settle (desk);
  desk_free (desk);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/preview/view", test_view_comes_back);
  g_test_add_func ("/canvas/preview/edits", test_edits_go_on);
  return g_test_run ();
}
