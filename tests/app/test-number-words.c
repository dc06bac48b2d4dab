/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#undef G_DISABLE_ASSERT

#include "app/number-words.h"

#include <locale.h>
#include <math.h>

static const LsnColumnSpec *
actor (LsnColumn column)
{
  return lsn_table_builtin (LSN_TABLE_ACTORS, column);
}

static void
test_words (void)
{
  const LsnColumnSpec *power = actor (LSN_ACTOR_POWER);
  const LsnColumnSpec *attitude = actor (LSN_ACTOR_ATTITUDE);
  const LsnColumnSpec *sign = lsn_table_builtin (LSN_TABLE_TIES, LSN_TIE_SIGN);

  g_assert_cmpstr (lsn_number_word (power, 0), ==, "none");
  g_assert_cmpstr (lsn_number_word (power, 0.25), ==, "low");
  g_assert_cmpstr (lsn_number_word (power, 0.7), ==, "high");
  g_assert_cmpstr (lsn_number_word (power, 1), ==, "very high");
  g_assert_cmpstr (lsn_number_word (attitude, -1), ==, "strongly opposed");
  g_assert_cmpstr (lsn_number_word (attitude, 0), ==, "neutral");
  g_assert_cmpstr (lsn_number_word (attitude, 0.6), ==, "supportive");
  g_assert_cmpstr (lsn_number_word (sign, -1), ==, "negative");
  g_assert_cmpstr (lsn_number_word (sign, 1), ==, "positive");
}

/* Every word of a scale is reached, each by one stretch, in order. */
static void
test_monotonous (void)
{
  static const LsnColumn columns[] = { LSN_ACTOR_POWER, LSN_ACTOR_STAKE, LSN_ACTOR_LEGITIMACY, LSN_ACTOR_URGENCY,
                                       LSN_ACTOR_ATTITUDE };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const LsnColumnSpec *spec = actor (columns[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char *last = NULL;
      guint n_changes = 0;

      for (guint step = 0; step <= 1000; step++)
        {
          const char *word = lsn_number_word (spec, spec->min + (spec->max - spec->min) * step / 1000);

          g_assert_nonnull (word);
          n_changes += last == NULL || !g_str_equal (word, last);
          last = word;
          g_hash_table_add (seen, (gpointer) word);
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, 5);
      g_assert_cmpuint (n_changes, ==, 5);
    }
}

static void
test_no_words (void)
{
  LsnColumnSpec own = { .name = "output", .type = LSN_TYPE_NUMBER, .unit = "MW", .min = -INFINITY, .max = INFINITY };
  g_autofree char *with_unit = lsn_number_in_words (&own, 40.5);
  g_autofree char *with_word = lsn_number_in_words (actor (LSN_ACTOR_POWER), 0.7);

  g_assert_null (lsn_number_word (&own, 40));
  g_assert_null (lsn_number_word (actor (LSN_ACTOR_POWER), NAN));
  g_assert_null (lsn_number_word (actor (LSN_ACTOR_X), 0));
  g_assert_cmpstr (with_unit, ==, "40.5 MW");
  g_assert_cmpstr (with_word, ==, "high, 0.7");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/number-words/words", test_words);
  g_test_add_func ("/app/number-words/monotonous", test_monotonous);
  g_test_add_func ("/app/number-words/no-words", test_no_words);
  return g_test_run ();
}
