/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "desk.h"

/* What has been closed over the canvas is freed: nothing of it stays behind, however often it is opened. */

static Desk *
desk_with_two (void)
{
  Desk  *desk = desk_new ();
  LsnRow qatar = desk_add_actor (desk, "Qatar", "state", 0, 0);

  desk_add_actor (desk, "Hamas", "armed-group", 300, 100);
  desk_wait_crisp (desk);
  lsn_selection_select (desk->selection, LSN_TABLE_ACTORS, qatar);
  return desk;
}

/* @place: in the canvas, where a widget is now. Watches that widget. */
static void
watch (GtkWidget **place,
       gpointer   *watched)
{
  g_assert_nonnull (*place);
  *watched = *place;
  g_object_add_weak_pointer (*watched, watched);
}

static void
assert_freed (Desk     *desk,
              gpointer *watched)
{
  desk_settle (desk);
  g_assert_null (*watched);
}

static void
test_connect (void)
{
  Desk    *desk = desk_with_two ();
  gpointer popover;

  desk_do (desk, "key ctrl+l");
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "key Escape");
  assert_freed (desk, &popover);

  desk_do (desk, "key ctrl+l");
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "type --delay 15 ham");
  desk_do (desk, "key Down Return");
  desk_do (desk, "key Escape");
  assert_freed (desk, &popover);
  g_assert_cmpuint (lsn_map_n_rows (desk->map, LSN_TABLE_TIES), ==, 1);

  /* by a click elsewhere */
  desk_do (desk, "key ctrl+l");
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "mousemove 900 650 sleep 0.05 click 1");
  assert_freed (desk, &popover);
  desk_free (desk);
}

/* What is asked in a popover, given up and answered; the keyboard is the canvas's again at once. */
static void
test_asked (void)
{
  Desk    *desk = desk_with_two ();
  gpointer popover;

  desk_do (desk, "key ctrl+a");
  desk_do (desk, "key o");
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "key Escape");
  assert_freed (desk, &popover);

  desk_do (desk, "key i");
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "key Escape");
  desk_do (desk, "key o");
  assert_freed (desk, &popover);
  watch (&desk->canvas->asked, &popover);
  desk_do (desk, "key ctrl+a");
  desk_do (desk, "type --delay 15 90");
  desk_do (desk, "key Return");
  assert_freed (desk, &popover);
  g_assert_true (lsn_map_can_undo (desk->map));
  desk_free (desk);
}

static void
test_editor (void)
{
  Desk    *desk = desk_with_two ();
  gpointer editor;

  desk_do (desk, "key F2");
  watch (&desk->canvas->editor, &editor);
  desk_do (desk, "key ctrl+a");
  desk_do (desk, "type --delay 15 Ham");
  desk_do (desk, "key Return");
  assert_freed (desk, &editor);
  desk_free (desk);
}

/* The menu stays until there is another one, as its actions come after it has closed. */
static void
test_menu (void)
{
  Desk    *desk = desk_with_two ();
  gpointer first, second;

  desk_do (desk, "key shift+F10");
  watch (&desk->canvas->menu, &first);
  desk_do (desk, "key Escape");
  desk_do (desk, "key shift+F10");
  watch (&desk->canvas->menu, &second);
  assert_freed (desk, &first);
  desk_do (desk, "key Escape");
  desk_free (desk);
  g_assert_null (second);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/closed/connect", test_connect);
  g_test_add_func ("/canvas/closed/asked", test_asked);
  g_test_add_func ("/canvas/closed/editor", test_editor);
  g_test_add_func ("/canvas/closed/menu", test_menu);
  return g_test_run ();
}
