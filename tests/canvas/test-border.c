/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "canvas/border.h"

/* Where lines leave a view, and what stands there for what is beyond. */

static const LsnBox view = { 0, 0, 400, 300 };

static void
check_exit (const LsnPoint *path,
            guint           n,
            double          x,
            double          y,
            LsnSide         side)
{
  LsnPoint at;

  g_assert_true (lsn_border_exit (&view, path, n, &at));
  g_assert_cmpfloat_with_epsilon (at.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (at.y, y, 1e-9);
  g_assert_cmpint (lsn_border_side (&view, at), ==, side);
}

static void
test_exit (void)
{
  const LsnPoint right[] = { { 200, 150 }, { 600, 250 } }, up[] = { { 100, 100 }, { 100, -900 } };
  const LsnPoint left[] = { { 100, 150 }, { -100, 150 } }, down[] = { { 200, 200 }, { 300, 400 } };
  const LsnPoint across[] = { { -100, 100 }, { 900, 100 } };
  const LsnPoint bent[] = { { 200, 150 }, { 500, 150 }, { 300, 250 }, { 300, 800 } };
  const LsnPoint away[] = { { 500, 0 }, { 900, 900 } }, inside[] = { { -50, 50 }, { 300, 200 } };
  const LsnPoint nothing[] = { { 100, 100 } };
  LsnPoint at;

  check_exit (right, 2, 400, 200, LSN_SIDE_RIGHT);
  check_exit (up, 2, 100, 0, LSN_SIDE_TOP);
  check_exit (left, 2, 0, 150, LSN_SIDE_LEFT);
  check_exit (down, 2, 250, 300, LSN_SIDE_BOTTOM);
  /* From outside through the view: where it goes, not where it comes from */
  check_exit (across, 2, 400, 100, LSN_SIDE_RIGHT);
  /* Out, in and out again: the last time */
  check_exit (bent, 4, 300, 300, LSN_SIDE_BOTTOM);

  g_assert_false (lsn_border_exit (&view, away, 2, &at));
  g_assert_false (lsn_border_exit (&view, inside, 2, &at));
  g_assert_false (lsn_border_exit (&view, nothing, 1, &at));
  g_assert_false (lsn_border_exit (&view, NULL, 0, &at));
}

static gboolean
overlap (const LsnBox *a,
         const LsnBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* No two signs overlap, none is outside or on an obstacle, and every item has one. */
static void
check_groups (GArray       *groups,
              GArray       *members,
              guint         n_items,
              const LsnBox *obstacles,
              guint         n_obstacles)
{
  g_autofree guint *seen = g_new0 (guint, n_items);

  for (guint i = 0; i < groups->len; i++)
    {
      const LsnBorderGroup *group = &g_array_index (groups, LsnBorderGroup, i);

      g_assert_cmpfloat (group->box.x, >=, view.x - 1e-9);
      g_assert_cmpfloat (group->box.y, >=, view.y - 1e-9);
      g_assert_cmpfloat (group->box.x + group->box.width, <=, view.x + view.width + 1e-9);
      g_assert_cmpfloat (group->box.y + group->box.height, <=, view.y + view.height + 1e-9);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&group->box, &g_array_index (groups, LsnBorderGroup, j).box));
      for (guint j = 0; j < n_obstacles; j++)
        g_assert_false (overlap (&group->box, &obstacles[j]));
      for (guint j = 0; j < group->n; j++)
        seen[g_array_index (members, guint, group->first + j)]++;
    }
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
test_alone (void)
{
  const LsnBorderItem items[] = { { { 400, 150 }, 90, 24 }, { { 0, 100 }, 60, 24 },
                                  { { 200, 0 }, 80, 24 }, { { 10, 300 }, 70, 24 } };
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) groups = lsn_border_arrange (&view, items, G_N_ELEMENTS (items), 40, NULL, 0, members);
  const LsnBorderGroup *group = (const LsnBorderGroup *) (gpointer) groups->data;

  g_assert_cmpuint (groups->len, ==, 4);
  check_groups (groups, members, 4, NULL, 0);
  /* Each at its side, with its middle where its line leaves; in a corner as near as it goes */
  g_assert_cmpint (group[0].side, ==, LSN_SIDE_LEFT);
  g_assert_cmpfloat (group[0].box.x, ==, 0);
  g_assert_cmpfloat (group[0].box.y, ==, 88);
  g_assert_cmpint (group[1].side, ==, LSN_SIDE_RIGHT);
  g_assert_cmpfloat (group[1].box.x, ==, 310);
  g_assert_cmpfloat (group[1].box.y, ==, 138);
  g_assert_cmpint (group[2].side, ==, LSN_SIDE_TOP);
  g_assert_cmpfloat (group[2].box.x, ==, 160);
  g_assert_cmpfloat (group[2].box.y, ==, 0);
  g_assert_cmpint (group[3].side, ==, LSN_SIDE_BOTTOM);
  g_assert_cmpfloat (group[3].box.x, ==, 0);
  g_assert_cmpfloat (group[3].box.y, ==, 276);
}

/* A few that leave at one place stand below each other in the order of their lines; of more some are one sign. */
static void
test_push_and_join (void)
{
  LsnBorderItem items[6];
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) few = NULL;
  g_autoptr (GArray) many = NULL;
  guint n_joined = 0;

  for (guint i = 0; i < 6; i++)
    items[i] = (LsnBorderItem) { { 400, 155 - 2.0 * i }, 90, 24 }
  ;
  few = lsn_border_arrange (&view, items, 3, 40, NULL, 0, members);
  check_groups (few, members, 3, NULL, 0);
  g_assert_cmpuint (few->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (g_array_index (members, guint, i), ==, 2 - i);
      g_assert_cmpfloat_with_epsilon (g_array_index (few, LsnBorderGroup, i).box.y, 153 - 40 + 28 * i, 1e-9);
    }

  g_array_set_size (members, 0);
  many = lsn_border_arrange (&view, items, 6, 40, NULL, 0, members);
  check_groups (many, members, 6, NULL, 0);
  g_assert_cmpuint (many->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const LsnBorderGroup *group = &g_array_index (many, LsnBorderGroup, i);

      g_assert_cmpfloat (group->box.width, ==, group->n > 1 ? 40 : 90);
      n_joined += group->n > 1;
    }
  g_assert_cmpuint (n_joined, >=, 1);
}

/* What lies over a corner has the signs that would be there stand beside it. */
static void
test_obstacle (void)
{
  const LsnBox        corner = { 280, 180, 120, 120 };
  const LsnBorderItem items[] = { { { 400, 250 }, 90, 24 }, { { 350, 300 }, 90, 24 }, { { 400, 50 }, 90, 24 } };
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) groups = lsn_border_arrange (&view, items, 3, 40, &corner, 1, members);

  g_assert_cmpuint (groups->len, ==, 3);
  check_groups (groups, members, 3, &corner, 1);
}

/* However they lie: none overlaps, none is missed. */
static void
test_random (void)
{
  const LsnBox corner = { 300, 200, 100, 100 };

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 120);
      g_autofree LsnBorderItem *items = g_new0 (LsnBorderItem, n + 1);
      g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) groups = NULL;

      for (guint i = 0; i < n; i++)
        {
          double along = g_test_rand_double ();
          int    side = g_test_rand_int_range (0, LSN_N_SIDES);

          items[i] = (LsnBorderItem) { { side == LSN_SIDE_LEFT ? 0 : side == LSN_SIDE_RIGHT ? 400 : along * 400,
                                         side == LSN_SIDE_TOP ? 0 : side == LSN_SIDE_BOTTOM ? 300 : along * 300 },
                                       g_test_rand_double_range (40, 130), 24 };
        }
      groups = lsn_border_arrange (&view, items, n, 40, &corner, round % 2, members);
      check_groups (groups, members, n, &corner, round % 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/border/exit", test_exit);
  g_test_add_func ("/border/alone", test_alone);
  g_test_add_func ("/border/push-and-join", test_push_and_join);
  g_test_add_func ("/border/obstacle", test_obstacle);
  g_test_add_func ("/border/random", test_random);
  return g_test_run ();
}
