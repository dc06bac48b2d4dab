/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "scene/snap.h"

#include <math.h>

/* What a dragged body snaps to, without a screen. */

#define BOTH (LSN_SNAP_ACROSS | LSN_SNAP_DOWN)
#define WITHIN 6.0

static LsnBox
disc (double x,
      double y,
      double radius)
{
  return (LsnBox) { x - radius, y - radius, 2 * radius, 2 * radius };
}

static GArray *
new_guides (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LsnGuide));
}

static guint
count (GArray  *guides,
       gboolean gaps)
{
  guint n = 0;

  for (guint i = 0; i < guides->len; i++)
    n += g_array_index (guides, LsnGuide, i).is_gap == gaps;
  return n;
}

static void
test_middles (void)
{
  const LsnBox others[] = { disc (100, 0, 20), disc (400, 300, 30) };
  g_autoptr (LsnSnap) snap = lsn_snap_new (others, G_N_ELEMENTS (others));
  g_autoptr (GArray) guides = new_guides ();
  LsnBox body = disc (104, 295.5, 25);
  LsnPoint by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);
  const LsnGuide *guide;

  g_assert_cmpfloat (body.x + 25 + by.x, ==, 100);
  g_assert_cmpfloat (body.y + 25 + by.y, ==, 300);
  g_assert_cmpuint (count (guides, FALSE), ==, 2);
  g_assert_cmpuint (count (guides, TRUE), ==, 0);
  guide = &g_array_index (guides, LsnGuide, 0);
  g_assert_cmpfloat (guide->from.x, ==, 100);
  g_assert_cmpfloat (guide->to.x, ==, 100);
  g_assert_cmpfloat (guide->from.y, ==, -20);
  g_assert_cmpfloat (guide->to.y, ==, 325);

  /* Only along the axis that is asked for. */
  by = lsn_snap_find (snap, &body, WITHIN, LSN_SNAP_DOWN, guides);
  g_assert_cmpfloat (by.x, ==, 0);
  g_assert_cmpfloat (by.y, ==, 4.5);

  /* Further than that nothing happens, and nothing is said. */
  body = disc (200, 150, 25);
  by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);
  g_assert_cmpfloat (hypot (by.x, by.y), ==, 0);
  g_assert_cmpuint (guides->len, ==, 0);
}

static void
test_edges (void)
{
  const LsnBox others[] = { { 0, 0, 100, 50 } };
  g_autoptr (LsnSnap) snap = lsn_snap_new (others, G_N_ELEMENTS (others));
  g_autoptr (GArray) guides = new_guides ();
  LsnBox body = { 3, 200, 40, 40 };
  LsnPoint by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);

  g_assert_cmpfloat (by.x, ==, -3);
  g_assert_cmpfloat (by.y, ==, 0);
  g_assert_cmpuint (guides->len, ==, 1);
  g_assert_cmpfloat (g_array_index (guides, LsnGuide, 0).from.x, ==, 0);

  body.x = 58;
  by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);
  g_assert_cmpfloat (body.x + body.width + by.x, ==, 100);

  /* Of the same size and in line: one guide, not three. */
  body = (LsnBox) { 1, 200, 100, 50 };
  lsn_snap_find (snap, &body, WITHIN, BOTH, guides);
  g_assert_cmpuint (guides->len, ==, 1);
  g_assert_cmpfloat (g_array_index (guides, LsnGuide, 0).from.x, ==, 50);
}

static void
test_gaps (void)
{
  const LsnBox row[] = { disc (0, 0, 20), disc (300, 4, 30) };
  const LsnBox line[] = { disc (0, 0, 20), disc (7, 100, 20) };
  g_autoptr (LsnSnap) between = lsn_snap_new (row, G_N_ELEMENTS (row));
  g_autoptr (LsnSnap) after = lsn_snap_new (line, G_N_ELEMENTS (line));
  g_autoptr (GArray) guides = new_guides ();
  LsnBox body = disc (142, 12, 20);
  LsnPoint by = lsn_snap_find (between, &body, WITHIN, LSN_SNAP_ACROSS, guides);

  /* 20 to 125 and 165 to 270 */
  g_assert_cmpfloat_with_epsilon (body.x + by.x, 125, 1e-9);
  g_assert_cmpuint (count (guides, TRUE), ==, 2);
  g_assert_cmpfloat (g_array_index (guides, LsnGuide, 0).from.y, ==, 12);

  /* A third below two of them, and one above. */
  body = disc (14, 203, 20);
  by = lsn_snap_find (after, &body, WITHIN, LSN_SNAP_DOWN, guides);
  g_assert_cmpfloat (body.y + 20 + by.y, ==, 200);
  g_assert_cmpuint (count (guides, TRUE), ==, 2);
  body = disc (14, -98, 20);
  by = lsn_snap_find (after, &body, WITHIN, LSN_SNAP_DOWN, guides);
  g_assert_cmpfloat (body.y + 20 + by.y, ==, -100);

  /* Who is not beside it is no neighbour. */
  body = disc (142, 90, 20);
  by = lsn_snap_find (between, &body, WITHIN, LSN_SNAP_ACROSS, guides);
  g_assert_cmpfloat (by.x, ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (LsnSnap) snap = lsn_snap_new (NULL, 0);
  g_autoptr (GArray) guides = new_guides ();
  LsnBox body = disc (1, 2, 3);
  LsnPoint by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);

  g_assert_cmpfloat (hypot (by.x, by.y), ==, 0);
  g_assert_cmpuint (guides->len, ==, 0);
}

static void
test_grid (void)
{
  LsnPoint by = lsn_snap_to_grid ((LsnPoint) { 29, -31 }, BOTH);

  g_assert_cmpfloat (29 + by.x, ==, 20);
  g_assert_cmpfloat (-31 + by.y, ==, -40);
  by = lsn_snap_to_grid ((LsnPoint) { 31, -31 }, LSN_SNAP_ACROSS);
  g_assert_cmpfloat (31 + by.x, ==, 40);
  g_assert_cmpfloat (by.y, ==, 0);
}

/* Whatever stands about, it is never moved further than it may be, and a second time it stays. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GArray) guides = new_guides ();
  guint n_snapped = 0;

  for (guint round = 0; round < 300; round++)
    {
      LsnBox others[60], body;
      g_autoptr (LsnSnap) snap = NULL;
      LsnPoint by, again;

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        others[i] = disc (g_rand_int_range (random, 0, 2000), g_rand_int_range (random, 0, 2000),
                          g_rand_int_range (random, 10, 40));
      snap = lsn_snap_new (others, G_N_ELEMENTS (others));
      body = disc (g_rand_double_range (random, 0, 2000), g_rand_double_range (random, 0, 2000), 22);
      by = lsn_snap_find (snap, &body, WITHIN, BOTH, guides);
      g_assert_cmpfloat (fabs (by.x), <=, WITHIN);
      g_assert_cmpfloat (fabs (by.y), <=, WITHIN);
      n_snapped += by.x != 0 || by.y != 0;
      g_assert_true (by.x == 0 || guides->len > 0);
      body.x += by.x;
      again = lsn_snap_find (snap, &body, 1e-6, LSN_SNAP_ACROSS, guides);
      g_assert_cmpfloat (fabs (again.x), <=, 1e-6);
    }
  g_assert_cmpuint (n_snapped, >, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/snap/middles", test_middles);
  g_test_add_func ("/scene/snap/edges", test_edges);
  g_test_add_func ("/scene/snap/gaps", test_gaps);
  g_test_add_func ("/scene/snap/nothing", test_nothing);
  g_test_add_func ("/scene/snap/grid", test_grid);
  g_test_add_func ("/scene/snap/random", test_random);
  return g_test_run ();
}
