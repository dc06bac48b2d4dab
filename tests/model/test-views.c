/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/edit.h"
#include "model/views.h"

static LsnMap *
new_map (void)
{
  g_autoptr (LsnOrigin) origin = lsn_origin_new_seeded (1, "2026-01-01", "tester");

  return lsn_map_new (origin);
}

static LsnRow
save (LsnMap     *map,
      const char *conditions)
{
  g_autoptr (LsnFilter) filter = lsn_filter_parse (conditions, NULL);
  LsnRow                view = lsn_view_save (map, filter, NULL, NULL);

  g_assert_cmpuint (view, !=, LSN_NO_ROW);
  return view;
}

static void
assert_name (LsnMap     *map,
             LsnRow      view,
             const char *wanted)
{
  g_autofree char *name = lsn_view_display_name (map, view);

  g_assert_cmpstr (name, ==, wanted);
}

static void
test_save (void)
{
  g_autoptr (LsnMap)    map = new_map ();
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("is actors kind state\ntied", NULL);
  g_autoptr (LsnFilter) kept = NULL;
  g_autoptr (GArray)    views = NULL;
  LsnRow first = save (map, "is actors kind state\ntied"), second = save (map, "tied"), third = save (map, "tied");

  kept = lsn_view_filter (map, first);
  g_assert_true (lsn_filter_equal (kept, filter));
  assert_name (map, first, "Kind: State, Tied to somebody");
  assert_name (map, second, "Tied to somebody");
  assert_name (map, third, "Tied to somebody (2)");
  views = lsn_views (map);
  g_assert_cmpuint (views->len, ==, 3);
  g_assert_cmpuint (g_array_index (views, LsnRow, 0), ==, first);
  g_assert_cmpuint (g_array_index (views, LsnRow, 2), ==, third);

  assert_name (map, save (map, ""), "View 1");
  assert_name (map, save (map, ""), "View 2");
  lsn_map_undo (map);
  assert_name (map, save (map, ""), "View 2");
  lsn_map_undo (map);
  lsn_map_undo (map);
  g_assert_cmpstr (lsn_map_undo_label (map), ==, "Save View");
  lsn_map_undo (map);
  g_assert_false (lsn_map_has_row (map, LSN_TABLE_VIEWS, third));
  lsn_map_redo (map);
  assert_name (map, third, "Tied to somebody (2)");
}

static void
test_order (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (GArray) views = NULL;
  LsnRow first = save (map, "tied"), second = save (map, "during 2021");

  lsn_map_begin (map, "Sort", NULL);
  lsn_map_set (map, LSN_TABLE_VIEWS, first, LSN_VIEW_ORDER, lsn_value_integer (9), NULL);
  lsn_map_commit (map);
  views = lsn_views (map);
  g_assert_cmpuint (g_array_index (views, LsnRow, 0), ==, second);
  g_assert_cmpuint (g_array_index (views, LsnRow, 1), ==, first);
}

static void
test_rename (void)
{
  g_autoptr (LsnMap) map = new_map ();
  g_autoptr (GError) error = NULL;
  LsnRow first = save (map, "tied"), second = save (map, "during 2021");

  g_assert_true (lsn_view_rename (map, first, "  États  ", NULL, NULL));
  assert_name (map, first, "États");
  g_assert_cmpuint (lsn_view_find (map, "etats"), ==, first);
  g_assert_cmpuint (lsn_view_find (map, lsn_map_row_id (map, LSN_TABLE_VIEWS, second)), ==, second);
  g_assert_cmpuint (lsn_view_find (map, "nothing"), ==, LSN_NO_ROW);

  g_assert_false (lsn_view_rename (map, second, "ETATS", NULL, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  g_clear_error (&error);
  g_assert_false (lsn_view_rename (map, second, "  ", NULL, &error));
  g_assert_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_NAME);
  assert_name (map, second, "During 2021");
  g_assert_true (lsn_view_rename (map, first, "états", NULL, NULL));
}

/* A view and its first name are one step. */
static void
test_one_step (void)
{
  g_autoptr (LsnMap)    map = new_map ();
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("tied", NULL);
  LsnRow                view = lsn_view_save (map, filter, "key", NULL);

  lsn_view_rename (map, view, "Mine", "key", NULL);
  lsn_map_undo (map);
  g_assert_false (lsn_map_has_row (map, LSN_TABLE_VIEWS, view));
  g_assert_false (lsn_map_can_undo (map));
}

static void
test_update_and_remove (void)
{
  g_autoptr (LsnMap)    map = new_map ();
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("during 2021", NULL);
  g_autoptr (LsnFilter) kept = NULL;
  g_autoptr (LsnFilter) back = NULL;
  LsnRow                view = save (map, "tied");

  g_assert_true (lsn_view_update (map, view, filter, NULL));
  kept = lsn_view_filter (map, view);
  g_assert_true (lsn_filter_equal (kept, filter));
  lsn_map_undo (map);
  back = lsn_view_filter (map, view);
  g_assert_cmpint (lsn_filter_get (back, 0)->test, ==, LSN_TEST_TIED);
  g_assert_true (lsn_view_remove (map, view, NULL));
  g_assert_false (lsn_map_has_row (map, LSN_TABLE_VIEWS, view));
}

/* Whether the rest is faded is kept with a view; the cell of one that hides stays empty. */
static void
test_faded (void)
{
  g_autoptr (LsnMap)    map = new_map ();
  g_autoptr (LsnFilter) filter = lsn_filter_parse ("tied", NULL);
  g_autoptr (LsnFilter) hidden = NULL;
  g_autoptr (LsnFilter) faded = NULL;
  LsnRow                view = save (map, "tied");

  hidden = lsn_view_filter (map, view);
  g_assert_false (lsn_filter_get_faded (hidden));
  g_assert_cmpint (lsn_map_get_boolean (map, LSN_TABLE_VIEWS, view, LSN_VIEW_FADED), ==, -1);
  lsn_filter_set_faded (filter, TRUE);
  g_assert_false (lsn_filter_equal (filter, hidden));
  g_assert_true (lsn_view_update (map, view, filter, NULL));
  faded = lsn_view_filter (map, view);
  g_assert_true (lsn_filter_equal (filter, faded));
  lsn_map_undo (map);
  g_assert_cmpint (lsn_map_get_boolean (map, LSN_TABLE_VIEWS, view, LSN_VIEW_FADED), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/save", test_save);
  g_test_add_func ("/views/order", test_order);
  g_test_add_func ("/views/rename", test_rename);
  g_test_add_func ("/views/one-step", test_one_step);
  g_test_add_func ("/views/update-and-remove", test_update_and_remove);
  g_test_add_func ("/views/faded", test_faded);
  return g_test_run ();
}
