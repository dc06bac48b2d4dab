/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/number-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/row-text.h"

/* The words of a scale from its least to its greatest value, at equal distances. */
typedef struct
{
  const char *column;     /* name of the columns that it is for */
  guint       n_words;
  const char *words[5];
} Scale;

static const Scale scales[] = {
  { "power", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                  NC_("amount", "very high") } },
  { "stake", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                  NC_("amount", "very high") } },
  { "legitimacy", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                       NC_("amount", "very high") } },
  { "urgency", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                    NC_("amount", "very high") } },
  { "trust", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                  NC_("amount", "very high") } },
  { "trust_back", 5, { NC_("amount", "none"), NC_("amount", "low"), NC_("amount", "medium"), NC_("amount", "high"),
                       NC_("amount", "very high") } },
  { "attitude", 5, { NC_("amount", "strongly opposed"), NC_("amount", "opposed"), NC_("amount", "neutral"),
                     NC_("amount", "supportive"), NC_("amount", "strongly supportive") } },
  { "strength", 5, { NC_("amount", "none"), NC_("amount", "weak"), NC_("amount", "moderate"), NC_("amount", "strong"),
                     NC_("amount", "very strong") } },
  { "sign", 3, { NC_("amount", "negative"), NC_("amount", "neutral"), NC_("amount", "positive") } },
};

static const Scale *
scale_of (const LsnColumnSpec *spec)
{
  if (!isfinite (spec->min) || !isfinite (spec->max) || spec->max <= spec->min)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (scales[i].column, spec->name) == 0)
      return &scales[i];
  return NULL;
}

/**
 * lsn_number_n_words:
 *
 * Returns: how many words the scale of a column has; 0 when it has none
 */
guint
lsn_number_n_words (const LsnColumnSpec *spec)
{
  const Scale *scale = scale_of (spec);

  return scale != NULL ? scale->n_words : 0;
}

/**
 * lsn_number_nth_word:
 * @index: below lsn_number_n_words ()
 * @number: (out): what it stands for
 *
 * Returns: a translated word of the scale, from the least number to the greatest
 */
const char *
lsn_number_nth_word (const LsnColumnSpec *spec,
                     guint                index,
                     double              *number)
{
  const Scale *scale = scale_of (spec);

  *number = spec->min + (spec->max - spec->min) * index / (scale->n_words - 1);
  return g_dpgettext2 (GETTEXT_PACKAGE, "amount", scale->words[index]);
}

/**
 * lsn_number_from_word:
 * @word: what was typed; case and accents do not count
 * @number: (out): what it stands for
 *
 * Returns: whether it is a word of the column's scale
 */
gboolean
lsn_number_from_word (const LsnColumnSpec *spec,
                      const char          *word,
                      double              *number)
{
  g_autofree char *wanted = lsn_text_fold (word);

  for (guint i = 0; i < lsn_number_n_words (spec); i++)
    {
      g_autofree char *folded = lsn_text_fold (lsn_number_nth_word (spec, i, number));

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * lsn_number_word:
 *
 * Returns: (nullable): the translated word for @number in a column with a scale of words, %NULL in any other
 */
const char *
lsn_number_word (const LsnColumnSpec *spec,
                 double               number)
{
  const Scale *scale = scale_of (spec);
  double share;

  if (!isfinite (number) || scale == NULL)
    return NULL;
  share = (CLAMP (number, spec->min, spec->max) - spec->min) / (spec->max - spec->min);
  return g_dpgettext2 (GETTEXT_PACKAGE, "amount", scale->words[(guint) floor (share * (scale->n_words - 1) + 0.5)]);
}

/**
 * lsn_number_in_words:
 *
 * Returns: (transfer full): the number with its word or its unit: "high, 0.7"
 */
char *
lsn_number_in_words (const LsnColumnSpec *spec,
                     double               number)
{
  const char *word = lsn_number_word (spec, number);
  g_autofree char *digits = g_strdup_printf (spec->type == LSN_TYPE_INTEGER ? "%.0f" : "%.4g", number);

  if (word != NULL)
    /* Translators: %1$s is a word for an amount, %2$s the amount: "high, 0.7" */
    return g_strdup_printf (C_("amount in words", "%1$s, %2$s"), word, digits);
  if (spec->unit != NULL)
    /* Translators: a number and its unit: "40 MW" */
    return g_strdup_printf (C_("number and unit", "%s %s"), digits, spec->unit);
  return g_steal_pointer (&digits);
}
