/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#undef G_DISABLE_ASSERT

#include "app/dates.h"

#include <libintl.h>
#include <locale.h>

/* Dates in words and back. The expected ISO dates are worked out by hand. */

#define TODAY "2026-03-05"

static void
assert_reads (const char *words, gboolean is_end, const char *expected)
{
  g_autofree char *iso = NULL;

  if (!lsn_date_from_words (words, is_end, TODAY, &iso))
    g_error ("\"%s\" was not understood", words);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_refuses (const char *words, gboolean is_end)
{
  g_autofree char *iso = NULL;

  if (lsn_date_from_words (words, is_end, TODAY, &iso))
    g_error ("\"%s\" was taken as %s", words, iso);
}

static void
test_reads (void)
{
  assert_reads ("2021", FALSE, "2021");
  assert_reads ("2021-03", FALSE, "2021-03");
  assert_reads (" 2021-03-04 ", FALSE, "2021-03-04");
  assert_reads ("March 2021", FALSE, "2021-03");
  assert_reads ("march, 2021", FALSE, "2021-03");
  assert_reads ("4 March 2021", FALSE, "2021-03-04");
  assert_reads ("Mar 4, 2021", FALSE, "2021-03-04");
  assert_reads ("29 February 2024", FALSE, "2024-02-29");
  assert_reads ("1st April 2024", FALSE, "2024-04-01");
  assert_reads ("sept 2024", FALSE, "2024-09");
  assert_reads ("today", FALSE, TODAY);
  assert_reads ("", FALSE, "");
  assert_reads ("   ", TRUE, "");
}

static void
test_reads_ends (void)
{
  /* Half open: the end of 2021 is the first moment of 2022. */
  assert_reads ("the end of 2021", TRUE, "2022");
  assert_reads ("End of December 2021", TRUE, "2022-01");
  assert_reads ("until the end of March 2021", TRUE, "2021-04");
  assert_reads ("the end of 28 February 2024", TRUE, "2024-02-29");
  assert_reads ("the end of 31 December 2021", TRUE, "2022-01-01");
  assert_reads ("2021", TRUE, "2021");
}

static void
test_refuses (void)
{
  static const char * const wrong[] = { "soon", "2021-13", "2021-00", "2021-02-30", "29 February 2023", "31 April 2021",
                                        "21", "20210", "4 2021", "March", "March March 2021", "4 5 March 2021",
                                        "2021-3", "ju 2021", "ma 2021", "4x5 March 2021",
                                        "2021-03-04T10:00", "-2021", "٢٠٢١-13", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      assert_refuses (wrong[i], FALSE);
      assert_refuses (wrong[i], TRUE);
    }
  assert_refuses ("the end of 2021", FALSE);
  assert_refuses ("the end of", TRUE);
}

static void
assert_words (const char *iso, gboolean is_end, const char *expected)
{
  g_autofree char *words = lsn_date_to_words (iso, is_end);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_says (void)
{
  assert_words ("2021", FALSE, "2021");
  assert_words ("2021-03", FALSE, "March 2021");
  assert_words ("2021-03-04", FALSE, "4 March 2021");
  assert_words ("2022", TRUE, "the end of 2021");
  assert_words ("2022-01", TRUE, "the end of December 2021");
  assert_words ("2024-03-01", TRUE, "the end of 29 February 2024");
  assert_words ("not a date", FALSE, "not a date");
  assert_words ("2021-02-30", TRUE, "2021-02-30");
}

/* Whatever is shown is read as what it was, at every precision over more than a leap cycle. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint i = 0; i < 2000; i++)
    {
      int year = g_rand_int_range (rand, 2, 9998);
      int month = g_rand_int_range (rand, 1, 13);
      int day = g_rand_int_range (rand, 1, 29);
      g_autofree char *iso = i % 3 == 0 ? g_strdup_printf ("%04d", year)
                           : i % 3 == 1 ? g_strdup_printf ("%04d-%02d", year, month)
                                        : g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      gboolean is_end = g_rand_boolean (rand);
      g_autofree char *words = lsn_date_to_words (iso, is_end);

      if (year >= 1000)
        assert_reads (words, is_end, iso);
    }
}

typedef struct
{
  const char *language;
  const char *words[4]; /* of 2021-05-01, 2021-08, and as ends */
} Spoken;

static const Spoken spoken[] = {
  { "fr", { "1er mai 2021", "août 2021", "fin\u00a030 avril 2021", "fin\u00a0juillet 2021" } },
  { "ar", { "1 مايو 2021", "أغسطس 2021", "نهاية 30 أبريل 2021", "نهاية يوليو 2021" } },
};

/* The language of the messages counts, also where the locale has no names of months in it; and what is shown can be typed. */
static void
test_language (gconstpointer data)
{
  const Spoken *as = data;

  setlocale (LC_ALL, "C");
  g_setenv ("LOCPATH", g_getenv ("LIAISON_LOCALES"), TRUE);
  g_assert_nonnull (setlocale (LC_ALL, g_getenv ("LIAISON_LANGUAGE_LOCALE")));
  g_setenv ("LANGUAGE", as->language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LIAISON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (as->words); i++)
    {
      const char *iso = i % 2 == 0 ? "2021-05-01" : "2021-08";

      assert_words (iso, i >= 2, as->words[i]);
      assert_reads (as->words[i], i >= 2, iso);
    }
  test_round_trip ();
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/dates/reads", test_reads);
  g_test_add_func ("/app/dates/reads-ends", test_reads_ends);
  g_test_add_func ("/app/dates/refuses", test_refuses);
  g_test_add_func ("/app/dates/says", test_says);
  g_test_add_func ("/app/dates/round-trip", test_round_trip);
  g_test_add_data_func ("/app/dates/french", &spoken[0], test_language);
  g_test_add_data_func ("/app/dates/arabic", &spoken[1], test_language);
  return g_test_run ();
}
