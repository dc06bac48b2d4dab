/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/viewport.h"

#include <math.h>

static void
count (LsnViewport *viewport,
       guint       *n)
{
  (*n)++;
}

static void
test_steps (void)
{
  g_assert_cmpfloat (lsn_zoom_of_step (0), ==, 1);
  g_assert_cmpfloat (lsn_zoom_of_step (LSN_ZOOM_STEPS_PER_DOUBLING), ==, 2);
  g_assert_cmpfloat (lsn_zoom_of_step (-2 * LSN_ZOOM_STEPS_PER_DOUBLING), ==, 0.25);
  for (int step = LSN_ZOOM_STEP_MIN; step <= LSN_ZOOM_STEP_MAX; step++)
    g_assert_cmpint (lsn_zoom_step_of (lsn_zoom_of_step (step)), ==, step);
  g_assert_cmpint (lsn_zoom_step_of (1e30), ==, LSN_ZOOM_STEP_MAX);
  g_assert_cmpint (lsn_zoom_step_of (1e-30), ==, LSN_ZOOM_STEP_MIN);
  g_assert_cmpint (lsn_zoom_step_of (NAN), ==, 0);
  g_assert_cmpint (lsn_zoom_step_of (-1), ==, 0);
}

/* Whatever the order of zooms, the place below the pointer stays there: half a device pixel off before, scaled, and half a
 * device pixel after is all that rounding may cost. */
static void
test_zoom_keeps_place (void)
{
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  lsn_viewport_set_size (viewport, 1000, 700, 2);
  for (guint i = 0; i < 500; i++)
    {
      double   x = g_rand_double_range (rand, 0, 1000), y = g_rand_double_range (rand, 0, 700);
      double   old_zoom = lsn_viewport_get_zoom (viewport), most;
      LsnPoint place = lsn_viewport_to_map (viewport, x, y), now;

      lsn_viewport_set_zoom (viewport, exp2 (g_rand_double_range (rand, -4, 3)), x, y);
      most = 0.25 * lsn_viewport_get_zoom (viewport) / old_zoom + 0.25 + 1e-6;
      now = lsn_viewport_to_widget (viewport, place.x, place.y);
      g_assert_cmpfloat_with_epsilon (now.x, x, most);
      g_assert_cmpfloat_with_epsilon (now.y, y, most);
    }
}

static void
test_whole_pixels (void)
{
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  double x, y;

  lsn_viewport_set_size (viewport, 801, 601, 1);
  lsn_viewport_center_on (viewport, 0.3, 0.7);
  for (guint i = 0; i < 20; i++)
    {
      lsn_viewport_pan (viewport, 0.3, -0.15);
      lsn_viewport_get_origin (viewport, &x, &y);
      g_assert_cmpfloat (x, ==, round (x));
      g_assert_cmpfloat (y, ==, round (y));
    }

  /* Parts of a pixel add up: 20 x 0.3 to the right */
  g_assert_cmpfloat_with_epsilon (x, 0.3 - 400.5 - 6, 0.51);
}

static void
test_round_trip (void)
{
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  lsn_viewport_set_size (viewport, 1600, 1000, 1);
  for (guint i = 0; i < 200; i++)
    {
      double   x = g_rand_double_range (rand, -1e4, 1e4), y = g_rand_double_range (rand, -1e4, 1e4);
      LsnPoint pixel, back;

      lsn_viewport_set_zoom (viewport, exp2 (g_rand_double_range (rand, -8, 4)), 100, 100);
      pixel = lsn_viewport_to_widget (viewport, x, y);
      back = lsn_viewport_to_map (viewport, pixel.x, pixel.y);
      g_assert_cmpfloat_with_epsilon (back.x, x, 1e-6);
      g_assert_cmpfloat_with_epsilon (back.y, y, 1e-6);
    }
}

static void
test_fit_and_show (void)
{
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  const LsnBox wide = { -5000, 100, 10000, 200 };
  const LsnBox small = { 10, 10, 20, 20 };
  LsnBox seen;
  double x, y, x1, y1;

  lsn_viewport_set_size (viewport, 1000, 700, 1);
  lsn_viewport_fit (viewport, &wide, 30, 1);
  seen = lsn_viewport_box_to_widget (viewport, &wide);
  g_assert_cmpfloat (seen.x, >=, 29);
  g_assert_cmpfloat (seen.x + seen.width, <=, 971);
  g_assert_cmpfloat (seen.width, >, 920);
  g_assert_cmpfloat_with_epsilon (seen.y + seen.height / 2, 350, 1);

  lsn_viewport_fit (viewport, &small, 30, 1);
  g_assert_cmpfloat (lsn_viewport_get_zoom (viewport), ==, 1);

  /* What is seen does not move; what is not moves as little as needed. */
  lsn_viewport_get_origin (viewport, &x, &y);
  lsn_viewport_show (viewport, &small, 40);
  lsn_viewport_get_origin (viewport, &x1, &y1);
  g_assert_cmpfloat (x, ==, x1);
  lsn_viewport_show (viewport, &(LsnBox) { 2000, 20, 10, 10 }, 40);
  seen = lsn_viewport_box_to_widget (viewport, &(LsnBox) { 2000, 20, 10, 10 });
  g_assert_cmpfloat_with_epsilon (seen.x + seen.width, 960, 1);
}

static void
test_extremes (void)
{
  g_autoptr (LsnViewport) viewport = lsn_viewport_new ();
  guint n_changes = 0;
  LsnPoint place;

  g_signal_connect (viewport, "changed", G_CALLBACK (count), &n_changes);
  lsn_viewport_set_size (viewport, 100, 100, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  lsn_viewport_set_size (viewport, 100, 100, 1);
  lsn_viewport_pan (viewport, 0, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  lsn_viewport_pan (viewport, 5, 0);
  g_assert_cmpuint (n_changes, ==, 2);
  lsn_viewport_center_on (viewport, 1e300, -1e300);
  lsn_viewport_center_on (viewport, INFINITY, 0);
  lsn_viewport_center_on (viewport, NAN, 0);
  lsn_viewport_fit (viewport, &(LsnBox) { -1e300, -1e300, 2e300, 2e300 }, 30, 1);
  place = lsn_viewport_to_map (viewport, 0, 0);
  g_assert_true (isfinite (place.x) && isfinite (place.y));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canvas/viewport/steps", test_steps);
  g_test_add_func ("/canvas/viewport/zoom-keeps-place", test_zoom_keeps_place);
  g_test_add_func ("/canvas/viewport/whole-pixels", test_whole_pixels);
  g_test_add_func ("/canvas/viewport/round-trip", test_round_trip);
  g_test_add_func ("/canvas/viewport/fit-and-show", test_fit_and_show);
  g_test_add_func ("/canvas/viewport/extremes", test_extremes);
  return g_test_run ();
}
