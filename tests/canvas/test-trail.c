/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/trail.h"

static LsnStop
at (double x,
    double zoom)
{
  return (LsnStop) { zoom, { x, 0 } };
}

static void
assert_step (LsnTrail *trail,
             LsnStop   from,
             gboolean  back,
             double    x)
{
  LsnStop to;

  g_assert_true (lsn_trail_step (trail, from, back, &to));
  g_assert_cmpfloat (to.middle.x, ==, x);
}

static void
test_back_and_forward (void)
{
  g_autoptr (LsnTrail) trail = lsn_trail_new ();
  LsnStop              to;

  g_assert_false (lsn_trail_step (trail, at (0, 1), TRUE, &to));
  lsn_trail_note (trail, at (500, 1));
  lsn_trail_note (trail, at (1000, 1));
  assert_step (trail, at (1000, 1), TRUE, 500);
  assert_step (trail, at (500, 1), TRUE, 0);
  g_assert_false (lsn_trail_step (trail, at (0, 1), TRUE, &to));
  assert_step (trail, at (0, 1), FALSE, 500);
  assert_step (trail, at (500, 1), FALSE, 1000);
  g_assert_false (lsn_trail_step (trail, at (1000, 1), FALSE, &to));
}

/* A little further is still the same stop; another zoom is another. */
static void
test_what_is_a_stop (void)
{
  g_autoptr (LsnTrail) trail = lsn_trail_new ();

  lsn_trail_note (trail, at (0, 1));
  lsn_trail_note (trail, at (100, 1));
  lsn_trail_note (trail, at (0, 1.2));
  lsn_trail_note (trail, at (500, 0.2));
  lsn_trail_note (trail, at (2000, 0.2));
  assert_step (trail, at (2000, 0.2), TRUE, 500);
  assert_step (trail, at (500, 0.2), TRUE, 0);
}

/* Where one went meanwhile is kept, and what came after the present stop is forgotten. */
static void
test_another_way (void)
{
  g_autoptr (LsnTrail) trail = lsn_trail_new ();
  LsnStop              to;

  lsn_trail_note (trail, at (0, 1));
  lsn_trail_note (trail, at (500, 1));
  assert_step (trail, at (1000, 1), TRUE, 500);
  assert_step (trail, at (2000, 1), TRUE, 500);
  assert_step (trail, at (500, 1), FALSE, 2000);
  g_assert_false (lsn_trail_step (trail, at (2000, 1), FALSE, &to));
  lsn_trail_clear (trail);
  g_assert_false (lsn_trail_step (trail, at (0, 1), TRUE, &to));
}

static void
test_many (void)
{
  g_autoptr (LsnTrail) trail = lsn_trail_new ();
  LsnStop              to;
  guint                n = 0;

  for (guint i = 0; i < 1000; i++)
    lsn_trail_note (trail, at (500.0 * i, 1));
  for (to = at (500.0 * 999, 1); lsn_trail_step (trail, to, TRUE, &to); n++)
    g_assert_cmpfloat (to.middle.x, ==, 500.0 * (998 - n));
  g_assert_cmpuint (n, ==, 99);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trail/back-and-forward", test_back_and_forward);
  g_test_add_func ("/trail/what-is-a-stop", test_what_is_a_stop);
  g_test_add_func ("/trail/another-way", test_another_way);
  g_test_add_func ("/trail/many", test_many);
  return g_test_run ();
}
