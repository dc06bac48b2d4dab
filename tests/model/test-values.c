/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/value.h"

#include <float.h>
#include <math.h>
#include <string.h>

#undef G_DISABLE_ASSERT

static void
test_equal (void)
{
  char one[] = "same", other[] = "same";

  g_assert_true (lsn_value_equal (LSN_EMPTY, LSN_EMPTY));
  g_assert_true (lsn_value_equal (lsn_value_text (one), lsn_value_text (other)));
  g_assert_false (lsn_value_equal (lsn_value_text ("a"), lsn_value_text ("b")));
  g_assert_false (lsn_value_equal (lsn_value_integer (1), lsn_value_number (1.0)));
  g_assert_true (lsn_value_equal (lsn_value_boolean (2), lsn_value_boolean (TRUE)));
  g_assert_false (lsn_value_equal (lsn_value_reference (1), lsn_value_reference (2)));

  /* What is nothing is empty, whatever it is made as. */
  g_assert_true (lsn_value_equal (lsn_value_text (""), LSN_EMPTY));
  g_assert_true (lsn_value_equal (lsn_value_text (NULL), LSN_EMPTY));
  g_assert_true (lsn_value_equal (lsn_value_reference (LSN_NO_ROW), LSN_EMPTY));
}

static void
test_format (void)
{
  static const struct { double number; const char *text; } cases[] = {
    { 0.0, "0" }, { -0.0, "-0" }, { 1.0, "1" }, { -1.0, "-1" }, { 0.1, "0.1" }, { 0.25, "0.25" }, { -0.05, "-0.05" },
    { 12.3, "12.3" }, { 1.0 / 3.0, "0.3333333333333333" }, { 1e300, "1e+300" }, { 5e-324, "5e-324" }, { -1.5e-310, "-1.5e-310" },
    { 123456789.01, "123456789.01" }, { 0.1 + 0.2, "0.30000000000000004" }, { 1e21, "1e+21" },
    { 9007199254740993.0, "9007199254740992" }, { DBL_MAX, "1.7976931348623157e+308" },
  };
  char buffer[32];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (lsn_number_format (cases[i].number, buffer), ==, cases[i].text);
}

/* Whatever the number, its text reads back as the same bits. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  char buffer[32];

  for (guint i = 0; i < 100000; i++)
    {
      guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
      double number, back = 0.0;

      if (i % 3 == 0)
        number = (double) (gint32) bits / 100.0;
      else if (i % 3 == 1)
        number = g_rand_double_range (rand, -1e6, 1e6);
      else
        memcpy (&number, &bits, sizeof number);

      if (!isfinite (number))
        continue;

      g_assert_true (lsn_number_parse (lsn_number_format (number, buffer), &back));
      g_assert_cmpmem (&number, sizeof number, &back, sizeof back);
    }
}

static void
test_parse (void)
{
  static const char *const bad[] = {
    "", " ", "x", "1x", "1 2", "0x10", "inf", "-inf", "nan", "NaN", "1e999", "1,5", "--1", "1e", ".", "infinity", "1.2.3",
  };
  double number = 42.0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (lsn_number_parse (bad[i], &number));
      g_assert_cmpfloat (number, ==, 42.0);
    }

  g_assert_true (lsn_number_parse (" \t-1.5e2\n", &number));
  g_assert_cmpfloat (number, ==, -150.0);
  g_assert_true (lsn_number_parse ("+.5", &number));
  g_assert_cmpfloat (number, ==, 0.5);
}

static void
test_clean (void)
{
  static const struct { const char *from; const char *to; } cases[] = {
    { "", "" },
    { "tab\tline\nreturn\r", "tab\tline\nreturn\r" },
    { "العربية 🕊 \xF4\x8F\xBF\xBD", "العربية 🕊 \xF4\x8F\xBF\xBD" },
    { "a\001b\x1Fz", "a\uFFFDb\uFFFDz" },
    { "\x7F", "\x7F" },
    { "\xEF\xBF\xBE-\xEF\xBF\xBF", "\uFFFD-\uFFFD" },          /* U+FFFE and U+FFFF */
    { "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD" },                   /* half a surrogate pair */
    { "\xC0\x80", "\uFFFD\uFFFD" },                             /* overlong NUL */
    { "end\xC3", "end\uFFFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean changed = -1;
      g_autofree char *clean = lsn_text_clean (cases[i].from, -1, &changed);

      g_assert_cmpstr (clean, ==, cases[i].to);
      g_assert_cmpint (changed, ==, strcmp (cases[i].from, cases[i].to) != 0);
      g_assert_cmpint (lsn_text_is_clean (cases[i].from, -1), ==, !changed);
      g_assert_true (lsn_text_is_clean (clean, -1));
    }
}

static void
test_clean_nul (void)
{
  gboolean changed = FALSE;
  g_autofree char *clean = lsn_text_clean ("a\0b", 3, &changed);

  g_assert_true (changed);
  g_assert_cmpstr (clean, ==, "a\uFFFDb");
  g_assert_false (lsn_text_is_clean ("a\0b", 3));
}

static void
test_dates (void)
{
  static const char *const good[] = { "2021", "0001", "9999", "2021-02", "2021-12", "2024-02-29", "2000-02-29", "2021-12-31" };
  static const char *const bad[] = {
    "", "21", "0000", "20211", "2021-", "2021-00", "2021-13", "2021-2", "2021-02-29", "1900-02-29", "2021-04-31",
    "2021-01-00", "2021-01-1", "2021-01-011", "2021/01/01", " 2021", "2021 ", "-2021", "2021-02-28T00:00", "２０２１",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (lsn_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lsn_date_is_valid (bad[i]));
}

static void
test_colours (void)
{
  static const char *const bad[] = { "", "#", "#123", "#12345", "#1234567", "3566a8", "#3566ag", "#3566a8 ", "red" };
  guint8 rgba[4];

  g_assert_true (lsn_colour_parse ("#3566A8", rgba));
  g_assert_cmpmem (rgba, 4, "\x35\x66\xA8\xFF", 4);
  g_assert_true (lsn_colour_parse ("#00ff0080", rgba));
  g_assert_cmpmem (rgba, 4, "\x00\xFF\x00\x80", 4);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lsn_colour_parse (bad[i], rgba));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/values/equal", test_equal);
  g_test_add_func ("/model/values/format", test_format);
  g_test_add_func ("/model/values/round-trip", test_round_trip);
  g_test_add_func ("/model/values/parse", test_parse);
  g_test_add_func ("/model/values/clean", test_clean);
  g_test_add_func ("/model/values/clean-nul", test_clean_nul);
  g_test_add_func ("/model/values/dates", test_dates);
  g_test_add_func ("/model/values/colours", test_colours);

  return g_test_run ();
}
