/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "maps.h"
#include "scene/clip.h"
#include "scene/geometry.h"
#include "scene/grid.h"
#undef G_DISABLE_ASSERT

#define NEAR(a, b, by) g_assert_cmpfloat_with_epsilon (a, b, by)

static void
boxes (void)
{
  LsnBox a = { 0, 0, 10, 10 }, b = { 5, 5, 10, 10 }, far = { 20, 20, 1, 1 }, all;

  g_assert_true (lsn_box_meets (&a, &b));
  g_assert_false (lsn_box_meets (&a, &far));
  NEAR (lsn_box_overlap (&a, &b), 25, 1e-9);
  NEAR (lsn_box_overlap (&a, &far), 0, 1e-9);
  all = lsn_box_union (lsn_box_union (LSN_EMPTY_BOX, a), far);
  NEAR (all.width, 21, 1e-9);
  g_assert_true (lsn_box_holds_box (&all, &b));
  g_assert_true (lsn_box_meets_segment (&a, (LsnPoint) { -5, 5 }, (LsnPoint) { 15, 6 }));
  g_assert_false (lsn_box_meets_segment (&a, (LsnPoint) { -5, 5 }, (LsnPoint) { 5, 16 }));
}

/* The length of a quarter of a circle, and the middle that a bend asks for. */
static void
curves (void)
{
  LsnCurve quarter = { { { 100, 0 }, { 100, 55.22847 }, { 55.22847, 100 }, { 0, 100 } } };
  LsnCurve bent = lsn_curve_bent ((LsnPoint) { 0, 0 }, (LsnPoint) { 200, 0 }, 30);
  LsnCurve part = lsn_curve_part (&quarter, 0.25, 0.75);

  NEAR (lsn_curve_length (&quarter), 100 * G_PI / 2, 0.2);
  NEAR (lsn_curve_at (&bent, 0.5).x, 100, 1e-9);
  NEAR (lsn_curve_at (&bent, 0.5).y, 30, 1e-9);
  NEAR (part.p[0].x, lsn_curve_at (&quarter, 0.25).x, 1e-9);
  NEAR (part.p[3].y, lsn_curve_at (&quarter, 0.75).y, 1e-9);
  NEAR (lsn_curve_at (&part, 0.5).x, lsn_curve_at (&quarter, 0.5).x, 1e-9);
  NEAR (lsn_curve_distance (&quarter, (LsnPoint) { 0, 0 }), 100, 0.5);
  g_assert_true (lsn_curve_is_line (&(LsnCurve) { { { 0, 0 }, { 3, 3 }, { 6, 6 }, { 9, 9 } } }));
  g_assert_false (lsn_curve_is_line (&bent));
}

/* What the grid gives holds all that really meets, against asking everybody. */
static void
grid_misses_nothing (void)
{
  GRand *random = g_rand_new_with_seed (11);
  g_autoptr (LsnGrid) grid = lsn_grid_new ((LsnBox) { 0, 0, 2000, 1000 }, 300);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  LsnBox items[300];

  for (guint i = 0; i < 300; i++)
    {
      items[i] = (LsnBox) { g_rand_double_range (random, -300, 2200), g_rand_double_range (random, -200, 1100),
                            g_rand_double_range (random, 0, 150), g_rand_double_range (random, 0, 150) };
      lsn_grid_add (grid, i, items[i]);
    }
  for (guint k = 0; k < 200; k++)
    {
      LsnBox asked = { g_rand_double_range (random, -400, 2300), g_rand_double_range (random, -300, 1200),
                       g_rand_double_range (random, 0, 400), g_rand_double_range (random, 0, 400) };
      guint at = 0;

      lsn_grid_find (grid, asked, found);
      for (guint i = 1; i < found->len; i++)
        g_assert_cmpuint (g_array_index (found, guint32, i - 1), <, g_array_index (found, guint32, i));
      for (guint i = 0; i < 300; i++)
        {
          while (at < found->len && g_array_index (found, guint32, at) < i)
            at++;
          if (lsn_box_meets (&items[i], &asked))
            g_assert_true (at < found->len && g_array_index (found, guint32, at) == i);
        }
    }
  g_rand_free (random);
}

/* Ten thousand things that each cover a fine grid take no room by the cell, and are found as others are. */
static void
grid_holds_wide_things (void)
{
  g_autoptr (LsnGrid) grid = lsn_grid_new ((LsnBox) { 0, 0, 1e6, 1e6 }, 100000);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  LsnCurve curve = lsn_curve_line ((LsnPoint) { 10, 10 }, (LsnPoint) { 900, 10 });

  for (guint i = 0; i < 10000; i++)
    lsn_grid_add (grid, i, i % 2 == 0 ? (LsnBox) { 0, 0, 1e6, 1e6 } : (LsnBox) { 5e5, 0, 5e5, 1e6 });
  lsn_grid_add (grid, 10000, (LsnBox) { 20, 0, 20, 20 });

  lsn_grid_find (grid, (LsnBox) { 15, 5, 10, 10 }, found);
  g_assert_cmpuint (found->len, ==, 5001);
  g_assert_cmpuint (g_array_index (found, guint32, 1), ==, 2);
  g_assert_cmpuint (g_array_index (found, guint32, 5000), ==, 10000);
  lsn_grid_find (grid, (LsnBox) { 9e5, 9e5, 10, 10 }, found);
  g_assert_cmpuint (found->len, ==, 10000);
  lsn_grid_find_curve_loosely (grid, &curve, found);
  g_assert_cmpuint (found->len, >=, 5001);
  g_assert_cmpuint (found->len, <, 10000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/geometry/boxes", boxes);
  g_test_add_func ("/scene/geometry/curves", curves);
  g_test_add_func ("/scene/geometry/grid", grid_misses_nothing);
  g_test_add_func ("/scene/geometry/grid-wide", grid_holds_wide_things);
  return g_test_run ();
}
