/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/links.h"

#define N_OWNERS 3

typedef struct
{
  LsnStore owners;
  LsnLinks links;
  guint64  n_steps;
} Family;

static void
family_init (Family *family)
{
  family->n_steps = 0;
  lsn_store_init (&family->owners, LSN_STORE_ROW);
  lsn_links_init (&family->links);
}

static void
family_clear (Family *family)
{
  lsn_store_clear (&family->owners);
  lsn_links_clear (&family->links);
}

static void
add (Family *family,
     LsnRow  owner,
     LsnRow  member)
{
  lsn_store_set_row (&family->owners, member, owner);
  family->n_steps += lsn_links_add (&family->links, &family->owners, owner, member);
}

/* Every member is in the list of its owner, in order, and goes back to the one before it. */
static void
check (Family *family,
       guint   n_rows)
{
  for (LsnRow owner = 1; owner <= N_OWNERS; owner++)
    {
      LsnRow at = lsn_links_first (&family->links, owner);
      LsnRow before = LSN_NO_ROW;

      for (LsnRow row = 1; row <= n_rows; row++)
        if (lsn_store_row (&family->owners, row) == owner)
          {
            g_assert_cmpuint (at, ==, row);
            if (before != LSN_NO_ROW)
              g_assert_cmpuint (lsn_store_row (&family->links.before, row), ==, before);
            before = row;
            at = lsn_links_next (&family->links, at);
          }
      g_assert_cmpuint (at, ==, LSN_NO_ROW);
      if (before != LSN_NO_ROW)
        g_assert_cmpuint (lsn_store_row (&family->links.before, lsn_links_first (&family->links, owner)), ==, before);
    }
}

static void
test_any_order (void)
{
  for (guint round = 0; round < 200; round++)
    {
      Family family;

      family_init (&family);
      for (guint step = 0; step < 60; step++)
        {
          LsnRow row = (LsnRow) g_test_rand_int_range (1, 31);
          LsnRow owner = lsn_store_row (&family.owners, row);

          if (owner != LSN_NO_ROW)
            {
              lsn_store_set_row (&family.owners, row, LSN_NO_ROW);
              lsn_links_remove (&family.links, owner, row);
            }
          else
            add (&family, (LsnRow) g_test_rand_int_range (1, N_OWNERS + 1), row);
          check (&family, 30);
        }
      family_clear (&family);
    }
}

/* A container or hub in the midst of a file: what stands before it is added last, and goes before all that came after. */
static void
test_midst (void)
{
  const guint n = 20000;
  Family family;

  family_init (&family);
  for (LsnRow row = n + 1; row <= 2 * n; row++)
    add (&family, 1, row);
  for (LsnRow row = 1; row <= n; row++)
    add (&family, 1, row);
  check (&family, 2 * n);
  g_assert_cmpuint (family.n_steps, <=, 4 * n);
  family_clear (&family);
}

/* From the middle outwards, and every other one first: the costs are far from the square of the number. */
static void
test_unkind_orders (void)
{
  const guint n = 20000;
  Family outwards, combed, shuffled;
  g_autofree LsnRow *rows = g_new (LsnRow, n);

  family_init (&outwards);
  add (&outwards, 1, 1);
  add (&outwards, 1, 2 * n);
  for (guint i = 1; i < n; i++)
    add (&outwards, 1, i % 2 == 0 ? n + i / 2 : n - i / 2);
  check (&outwards, 2 * n);
  g_assert_cmpuint (outwards.n_steps, <=, 4 * n);
  family_clear (&outwards);

  family_init (&combed);
  for (guint i = 0; i < n; i++)
    add (&combed, 1, i < n / 2 ? 2 * i + 1 : 2 * (n - i));
  check (&combed, n);
  g_assert_cmpuint (combed.n_steps, <=, 2 * n);
  family_clear (&combed);

  family_init (&shuffled);
  for (guint i = 0; i < n; i++)
    rows[i] = i + 1;
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_test_rand_int_range (0, (int) i + 1);
      LsnRow row = rows[i];

      rows[i] = rows[other];
      rows[other] = row;
    }
  for (guint i = 0; i < n; i++)
    add (&shuffled, 1, rows[i]);
  check (&shuffled, n);
  g_assert_cmpuint (shuffled.n_steps, <=, 20 * n);
  family_clear (&shuffled);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/links/any-order", test_any_order);
  g_test_add_func ("/model/links/midst", test_midst);
  g_test_add_func ("/model/links/unkind-orders", test_unkind_orders);
  return g_test_run ();
}
