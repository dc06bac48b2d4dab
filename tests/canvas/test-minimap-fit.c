/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/minimap-fit.h"

/* Where things stand in the overview, without a screen. */

static void
check_box (LsnBox box,
           double x,
           double y,
           double width,
           double height)
{
  g_assert_cmpfloat_with_epsilon (box.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.height, height, 1e-9);
}

static void
test_fit (void)
{
  LsnBox        wide = { -500, 100, 2000, 500 }, high = { 0, 0, 100, 400 }, empty = { 5, 6, 0, 0 };
  LsnMinimapFit fit = lsn_minimap_fit (&wide, 200, 100);

  g_assert_cmpfloat (fit.scale, ==, 0.1);
  check_box (fit.picture, 0, 25, 200, 50);
  fit = lsn_minimap_fit (&high, 200, 100);
  g_assert_cmpfloat (fit.scale, ==, 0.25);
  check_box (fit.picture, 87.5, 0, 25, 100);

  g_assert_cmpfloat (lsn_minimap_fit (&empty, 200, 100).scale, ==, 0);
  g_assert_cmpfloat (lsn_minimap_fit (&wide, 0, 0).scale, ==, 0);
}

static void
test_there_and_back (void)
{
  LsnBox        area = { -500, 100, 2000, 500 };
  LsnMinimapFit fit = lsn_minimap_fit (&area, 200, 100);
  LsnPoint      pixel = lsn_minimap_place (&fit, (LsnPoint) { 500, 350 });

  g_assert_cmpfloat (pixel.x, ==, 100);
  g_assert_cmpfloat (pixel.y, ==, 50);
  g_assert_cmpfloat_with_epsilon (lsn_minimap_to_map (&fit, pixel).x, 500, 1e-9);
  g_assert_cmpfloat_with_epsilon (lsn_minimap_to_map (&fit, pixel).y, 350, 1e-9);
  /* Beside the picture the nearest place of the map */
  g_assert_cmpfloat_with_epsilon (lsn_minimap_to_map (&fit, (LsnPoint) { -40, 0 }).x, -500, 1e-9);
  g_assert_cmpfloat_with_epsilon (lsn_minimap_to_map (&fit, (LsnPoint) { 999, 999 }).y, 600, 1e-9);
}

static void
test_frame (void)
{
  LsnBox        area = { 0, 0, 1000, 500 };
  LsnMinimapFit fit = lsn_minimap_fit (&area, 100, 50);
  LsnBox        inside = { 200, 100, 300, 200 }, beyond = { -300, 400, 500, 400 }, away = { 5000, -5000, 300, 200 };
  LsnBox        tiny = { 990, 490, 2, 1 };

  check_box (lsn_minimap_frame (&fit, &inside), 20, 10, 30, 20);
  /* Only what lies on the map */
  check_box (lsn_minimap_frame (&fit, &beyond), 0, 40, 20, 10);
  /* What is elsewhere still has a frame to catch, in the corner that is nearest; so has what is very small. */
  check_box (lsn_minimap_frame (&fit, &away), 92, 0, 8, 8);
  check_box (lsn_minimap_frame (&fit, &tiny), 92, 42, 8, 8);
}

static void
test_whole (void)
{
  LsnBox area = { 0, 0, 1000, 500 };

  g_assert_true (lsn_minimap_is_whole (&area, &(LsnBox) { 0, 0, 1000, 500 }));
  g_assert_true (lsn_minimap_is_whole (&area, &(LsnBox) { -10, -10, 2000, 2000 }));
  g_assert_true (lsn_minimap_is_whole (&area, &(LsnBox) { 5, 2, 990, 496 }));
  g_assert_false (lsn_minimap_is_whole (&area, &(LsnBox) { 20, 0, 1000, 500 }));
  g_assert_false (lsn_minimap_is_whole (&area, &(LsnBox) { 0, 0, 1000, 480 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minimap/fit", test_fit);
  g_test_add_func ("/minimap/there-and-back", test_there_and_back);
  g_test_add_func ("/minimap/frame", test_frame);
  g_test_add_func ("/minimap/whole", test_whole);
  return g_test_run ();
}
