/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "model/block.h"

#include <string.h>

/* Blocks as spreadsheets write them and read them back. */

static void
assert_block (const char *text,
              guint       n_rows,
              guint       n_columns,
              const char *cells[])
{
  g_autoptr (LsnBlock) block = lsn_block_parse (text, -1);

  g_assert_cmpuint (lsn_block_n_rows (block), ==, n_rows);
  g_assert_cmpuint (lsn_block_n_columns (block), ==, n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    g_assert_cmpstr (lsn_block_get (block, i / n_columns, i % n_columns), ==, cells[i]);
}

#define ASSERT_BLOCK(text, n_rows, n_columns, ...) \
  assert_block (text, n_rows, n_columns, (const char *[]) { __VA_ARGS__ })

static void
test_parse (void)
{
  ASSERT_BLOCK ("a", 1, 1, "a");
  ASSERT_BLOCK ("a\tb\nc\td\n", 2, 2, "a", "b", "c", "d");
  ASSERT_BLOCK ("a\tb\r\nc\td\r\n", 2, 2, "a", "b", "c", "d");
  ASSERT_BLOCK ("a\rb", 2, 1, "a", "b");
  ASSERT_BLOCK ("\xef\xbb\xbf" "a\t", 1, 2, "a", "");
  /* Short rows are filled up; the end of the last line is no row, an empty line amid is one. */
  ASSERT_BLOCK ("a\n\nb\tc", 3, 2, "a", "", "", "", "b", "c");
}

static void
test_quotes (void)
{
  ASSERT_BLOCK ("\"two\nlines\"\tb", 1, 2, "two\nlines", "b");
  ASSERT_BLOCK ("\"two\r\nlines\"\r\nb", 2, 1, "two\nlines", "b");
  ASSERT_BLOCK ("\"a\tb\"\tc", 1, 2, "a\tb", "c");
  ASSERT_BLOCK ("\"say \"\"no\"\"\"\tb", 1, 2, "say \"no\"", "b");
  ASSERT_BLOCK ("\"\"\tb", 1, 2, "", "b");
  /* Programs that quote nothing write these as they are. */
  ASSERT_BLOCK ("\"The palace\" (old)\tb", 1, 2, "\"The palace\" (old)", "b");
  ASSERT_BLOCK ("\"open\tb\nc", 2, 2, "\"open", "b", "c", "");
  ASSERT_BLOCK ("a \"b\" c", 1, 1, "a \"b\" c");
}

static void
test_nothing (void)
{
  g_autoptr (LsnBlock) block = lsn_block_parse ("", -1);

  g_assert_cmpuint (lsn_block_n_rows (block), ==, 0);
  g_assert_cmpuint (lsn_block_n_columns (block), ==, 0);
  g_assert_cmpstr (lsn_block_get (block, 3, 3), ==, "");
}

/* What no cell can hold never gets into one. */
static void
test_bytes (void)
{
  static const char bytes[] = "a\xff\tb\0c\001";
  g_autoptr (LsnBlock) block = lsn_block_parse (bytes, sizeof bytes - 1);

  g_assert_cmpuint (lsn_block_n_columns (block), ==, 2);
  g_assert_cmpstr (lsn_block_get (block, 0, 0), ==, "a\xef\xbf\xbd");
  g_assert_cmpstr (lsn_block_get (block, 0, 1), ==, "b\xef\xbf\xbd" "c\xef\xbf\xbd");
}

static char *
random_cell (GRand *rand)
{
  static const char letters[] = "ab\"\n\t <&\xc3\xa9";
  GString *cell = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      int at = g_rand_int_range (rand, 0, (int) sizeof letters - 2);

      if ((guchar) letters[at] >= 0x80)
        g_string_append (cell, "\xc3\xa9");
      else
        g_string_append_c (cell, letters[at]);
    }
  return g_string_free (cell, FALSE);
}

/* Whatever is in the cells: what is written is read back. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      guint n_rows = (guint) g_rand_int_range (rand, 1, 5), n_columns = (guint) g_rand_int_range (rand, 2, 5);
      g_autoptr (LsnBlock) block = lsn_block_new ();
      g_autoptr (LsnBlock) again = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n_rows; i++)
        {
          lsn_block_add_row (block);
          for (guint j = 0; j < n_columns; j++)
            {
              g_autofree char *cell = random_cell (rand);

              lsn_block_add_cell (block, cell);
            }
        }
      text = lsn_block_to_text (block);
      again = lsn_block_parse (text, -1);
      g_assert_cmpuint (lsn_block_n_rows (again), ==, n_rows);
      for (guint i = 0; i < n_rows * n_columns; i++)
        g_assert_cmpstr (lsn_block_get (again, i / n_columns, i % n_columns), ==,
                         lsn_block_get (block, i / n_columns, i % n_columns));
    }
}

static void
test_html (void)
{
  g_autoptr (LsnBlock) block = lsn_block_parse ("a & b\t\"x\ny\"\nc\t<d>", -1);
  g_autofree char *html = lsn_block_to_html (block);

  g_assert_nonnull (strstr (html, "<tr><td>a &amp; b</td><td>x<br>y</td></tr><tr><td>c</td><td>&lt;d&gt;</td></tr>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/block/parse", test_parse);
  g_test_add_func ("/model/block/quotes", test_quotes);
  g_test_add_func ("/model/block/nothing", test_nothing);
  g_test_add_func ("/model/block/bytes", test_bytes);
  g_test_add_func ("/model/block/round-trip", test_round_trip);
  g_test_add_func ("/model/block/html", test_html);
  return g_test_run ();
}
