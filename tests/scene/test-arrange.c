/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "scene/arrange.h"

/* Boxes in line and with equal gaps, by chance, with and without some that are held. */

#define N 9

static double
edge (const LsnArranged *box,
      LsnPoint           by,
      LsnLineUp          side)
{
  static const double shares[] = { 0.0, 0.5, 1.0 };

  if (side >= LSN_LINE_UP_TOP)
    return box->box.y + by.y + shares[side - LSN_LINE_UP_TOP] * box->box.height;
  return box->box.x + by.x + shares[side] * box->box.width;
}

static void
random_boxes (GRand       *rand,
              LsnArranged *boxes,
              guint        n_held)
{
  for (guint i = 0; i < N; i++)
    boxes[i] = (LsnArranged) { { g_rand_double_range (rand, -500, 500), g_rand_double_range (rand, -500, 500),
                                 g_rand_double_range (rand, 10, 80), g_rand_double_range (rand, 10, 80) }, i < n_held }
  ;
}

static void
test_line_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  LsnArranged boxes[N];
  LsnPoint by[N];

  for (guint round = 0; round < 60; round++)
    for (guint side = LSN_LINE_UP_LEFT; side <= LSN_LINE_UP_BOTTOM; side++)
      {
        guint n_held = round % 3 == 0 ? 0 : 1;
        double line, outermost;

        random_boxes (rand, boxes, n_held);
        lsn_arrange_line_up (boxes, N, side, by);
        line = edge (&boxes[0], by[0], side);
        outermost = edge (&boxes[0], (LsnPoint) { 0, 0 }, side);
        for (guint i = 0; i < N; i++)
          {
            double was = edge (&boxes[i], (LsnPoint) { 0, 0 }, side);

            g_assert_cmpfloat_with_epsilon (edge (&boxes[i], by[i], side), line, 1e-9);
            g_assert_cmpfloat (side < LSN_LINE_UP_TOP ? by[i].y : by[i].x, ==, 0);
            if (side % 3 == 0)
              outermost = MIN (outermost, was);
            else if (side % 3 == 2)
              outermost = MAX (outermost, was);
          }
        if (n_held > 0)
          g_assert_true (by[0].x == 0 && by[0].y == 0);
        else if (side % 3 != 1)
          g_assert_cmpfloat_with_epsilon (line, outermost, 1e-9);
      }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const LsnBox *one = a, *other = b;

  return one->x + one->width / 2 < other->x + other->width / 2 ? -1 : 1;
}

/* The outermost and the held stay; all gaps between two of them are the same. */
static void
test_distribute (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  LsnArranged boxes[N];
  LsnPoint by[N];
  LsnBox after[N];

  for (guint round = 0; round < 60; round++)
    {
      guint n_held = round % 2, n_moved = 0;

      random_boxes (rand, boxes, n_held);
      lsn_arrange_distribute (boxes, N, FALSE, by);
      for (guint i = 0; i < N; i++)
        {
          after[i] = boxes[i].box;
          after[i].x += by[i].x;
          g_assert_cmpfloat (by[i].y, ==, 0);
          n_moved += by[i].x != 0;
        }
      g_assert_cmpuint (n_moved, <=, N - 2);
      if (n_held > 0)
        {
          g_assert_cmpfloat (by[0].x, ==, 0);
          continue;
        }
      qsort (after, N, sizeof *after, compare);
      for (guint i = 2; i < N; i++)
        g_assert_cmpfloat_with_epsilon (after[i].x - after[i - 1].x - after[i - 1].width,
                                        after[1].x - after[0].x - after[0].width, 1e-6);
    }
}

static void
test_few (void)
{
  LsnArranged boxes[2] = { { { 0, 0, 10, 10 }, FALSE }, { { 50, 50, 10, 10 }, FALSE } };
  LsnPoint by[2];

  lsn_arrange_distribute (boxes, 0, FALSE, by);
  for (guint n = 1; n <= 2; n++)
    {
      lsn_arrange_distribute (boxes, n, TRUE, by);
      for (guint i = 0; i < n; i++)
        g_assert_true (by[i].x == 0 && by[i].y == 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/arrange/line-up", test_line_up);
  g_test_add_func ("/scene/arrange/distribute", test_distribute);
  g_test_add_func ("/scene/arrange/few", test_few);

  return g_test_run ();
}
