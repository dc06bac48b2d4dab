/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/number-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

/**
 * lsn_number_word:
 *
 * Returns: (nullable): the translated word for @number in a column with a scale of words, %NULL in any other
 */
const char *
lsn_number_word (const LsnColumnSpec *spec,
                 double               number)
{
  if (!isfinite (number) || !isfinite (spec->min) || !isfinite (spec->max) || spec->max <= spec->min)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_strcmp0 (scales[i].column, spec->name) == 0)
      {
        double share = (CLAMP (number, spec->min, spec->max) - spec->min) / (spec->max - spec->min);

        return g_dpgettext2 (GETTEXT_PACKAGE, "amount",
                             scales[i].words[(guint) floor (share * (scales[i].n_words - 1) + 0.5)]);
      }
  return NULL;
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
    /* Translators: a word for an amount and the amount: "high, 0.7" */
    return g_strdup_printf (_("%s, %s"), word, digits);
  if (spec->unit != NULL)
    /* Translators: a number and its unit: "40 MW" */
    return g_strdup_printf (C_("number and unit", "%s %s"), digits, spec->unit);
  return g_steal_pointer (&digits);
}
