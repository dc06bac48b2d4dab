/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"
#include "model/date-words.h"
#include <libintl.h>
#include <locale.h>
#undef G_DISABLE_ASSERT

typedef struct
{
  const char *iso;
  const char *words[3]; /* in English, French, Arabic */
} Case;

static const Case cases[] = {
  { "2025", { "2025", "2025", "2025" } },
  { "2025-08", { "August 2025", "août 2025", "أغسطس 2025" } },
  { "2025-01-12", { "12 January 2025", "12 janvier 2025", "12 يناير 2025" } },
  { "2025-05-01", { "1 May 2025", "1er mai 2025", "1 مايو 2025" } },
  { "2025-13", { "2025-13", "2025-13", "2025-13" } },
  { "soon", { "soon", "soon", "soon" } },
  { "", { "", "", "" } },
};

static const Case ends[] = {
  { "2022", { "the end of 2021", "fin\302\2402021", "نهاية 2021" } },
  { "2022-01", { "the end of December 2021", "fin\302\240" "décembre 2021", "نهاية ديسمبر 2021" } },
  { "2021-03-01", { "the end of 28 February 2021", "fin\302\240" "28 février 2021", "نهاية 28 فبراير 2021" } },
  { "0001", { "0001", "0001", "0001" } },
  { "0001-01-01", { "0001-01-01", "0001-01-01", "0001-01-01" } },
  { "soon", { "soon", "soon", "soon" } },
};

/* The language of messages is what counts, whatever the locale calls its months. */
static void
in_language (gconstpointer number)
{
  static const char *const languages[] = { "en", "fr", "ar" };
  guint which = GPOINTER_TO_UINT (number);

  /* from another locale, so that the messages are looked up again */
  setlocale (LC_ALL, "C");
  g_setenv ("LOCPATH", g_getenv ("LIAISON_LOCALES"), TRUE);
  g_assert_nonnull (setlocale (LC_ALL, g_getenv ("LIAISON_LANGUAGE_LOCALE")));
  g_setenv ("LANGUAGE", languages[which], TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LIAISON_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lsn_date_in_words (cases[i].iso);

      g_assert_cmpstr (words, ==, cases[i].words[which]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *words = lsn_date_end_in_words (ends[i].iso);

      g_assert_cmpstr (words, ==, ends[i].words[which]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/model/date-words/english", GUINT_TO_POINTER (0), in_language);
  g_test_add_data_func ("/model/date-words/french", GUINT_TO_POINTER (1), in_language);
  g_test_add_data_func ("/model/date-words/arabic", GUINT_TO_POINTER (2), in_language);
  return g_test_run ();
}
