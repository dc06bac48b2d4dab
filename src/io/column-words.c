/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "io/column-words.h"

#include <math.h>

#include "model/value.h"

static const char * const types[] = {
  [LSN_TYPE_TEXT] = "text", [LSN_TYPE_INTEGER] = "integer", [LSN_TYPE_NUMBER] = "number",
  [LSN_TYPE_BOOLEAN] = "boolean", [LSN_TYPE_CHOICE] = "choice", [LSN_TYPE_DATE] = "date",
  [LSN_TYPE_COLOUR] = "colour", [LSN_TYPE_REFERENCE] = "reference", [LSN_TYPE_POINTS] = "points",
  [LSN_TYPE_IMAGE] = "image", [LSN_TYPE_XML] = "xml",
};

static const char * const removals[] = {
  [LSN_ON_REMOVE_CLEAR] = "clear", [LSN_ON_REMOVE_FOLLOW] = "follow", [LSN_ON_REMOVE_REFUSE] = "refuse",
};

/* Cells of a row that describes a column, in the order of the file */
static const char * const words[] = {
  "name", "type", "group", "unit", "min", "max", "step", "refers-to", "on-remove", "multiline", "computed",
  "translatable", "hidden", "handling", NULL
};

const char * const *
lsn_column_words (void)
{
  return words;
}

const char *
lsn_column_graphml_type (LsnColumnType type)
{
  switch (type)
    {
    case LSN_TYPE_BOOLEAN: return "boolean";
    case LSN_TYPE_INTEGER: return "long";
    case LSN_TYPE_NUMBER: return "double";
    default: return "string";
    }
}

gboolean
lsn_column_is_plain (const LsnColumnSpec *spec)
{
  return spec->type <= LSN_TYPE_BOOLEAN && spec->group == NULL && spec->unit == NULL && spec->min == -INFINITY
         && spec->max == INFINITY && spec->step == 0.0 && !spec->multiline && !spec->computed && !spec->translatable
         && !spec->hidden && spec->handling == NULL;
}

static char *
number_text (double number)
{
  char buffer[32];

  return g_strdup (lsn_number_format (number, buffer));
}

static char *
flag_text (gboolean flag)
{
  return flag ? g_strdup ("true") : NULL;
}

/**
 * lsn_column_get_by_word:
 * @word: one of lsn_column_words()
 *
 * Returns: (transfer full) (nullable): the text of that cell
 */
char *
lsn_column_get_by_word (const LsnColumnSpec *spec,
                        const char          *word)
{
  gboolean refers = spec->type == LSN_TYPE_REFERENCE;

  if (g_str_equal (word, "name"))
    return g_strdup (spec->name);
  if (g_str_equal (word, "type"))
    return g_strdup (types[spec->type]);
  if (g_str_equal (word, "group"))
    return g_strdup (spec->group);
  if (g_str_equal (word, "unit"))
    return g_strdup (spec->unit);
  if (g_str_equal (word, "min"))
    return spec->min == -INFINITY ? NULL : number_text (spec->min);
  if (g_str_equal (word, "max"))
    return spec->max == INFINITY ? NULL : number_text (spec->max);
  if (g_str_equal (word, "step"))
    return spec->step == 0.0 ? NULL : number_text (spec->step);
  if (g_str_equal (word, "refers-to"))
    return refers ? g_strdup (lsn_table_id (spec->refers_to)) : NULL;
  if (g_str_equal (word, "on-remove"))
    return refers ? g_strdup (removals[spec->on_remove]) : NULL;
  if (g_str_equal (word, "handling"))
    return g_strdup (spec->handling);
  if (g_str_equal (word, "multiline"))
    return flag_text (spec->multiline);
  if (g_str_equal (word, "computed"))
    return flag_text (spec->computed);
  if (g_str_equal (word, "translatable"))
    return flag_text (spec->translatable);
  return flag_text (spec->hidden);
}

static int
find_word (const char         *word,
           const char * const *list,
           guint               n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (list[i], word))
      return i;
  return -1;
}

static gboolean
set_enum (LsnColumnSpec *spec,
          const char    *word,
          const char    *value)
{
  int type = find_word (value, types, G_N_ELEMENTS (types));
  int removal = find_word (value, removals, G_N_ELEMENTS (removals));

  if (g_str_equal (word, "refers-to"))
    return lsn_table_from_id (value, &spec->refers_to);
  if (g_str_equal (word, "type") && type >= 0)
    spec->type = type;
  else if (g_str_equal (word, "on-remove") && removal >= 0)
    spec->on_remove = removal;
  else
    return FALSE;
  return TRUE;
}

static gboolean
set_flag (LsnColumnSpec *spec,
          const char    *word,
          gboolean       flag)
{
  if (g_str_equal (word, "multiline"))
    spec->multiline = flag;
  else if (g_str_equal (word, "computed"))
    spec->computed = flag;
  else if (g_str_equal (word, "translatable"))
    spec->translatable = flag;
  else if (g_str_equal (word, "hidden"))
    spec->hidden = flag;
  else
    return FALSE;
  return TRUE;
}

/**
 * lsn_column_set_by_word:
 * @spec: a description whose texts are borrowed: @value must live as long
 *
 * The inverse of lsn_column_get_by_word().
 *
 * Returns: whether the word and its value are known
 */
gboolean
lsn_column_set_by_word (LsnColumnSpec *spec,
                        const char    *word,
                        const char    *value)
{
  if (g_str_equal (word, "name"))
    spec->name = value;
  else if (g_str_equal (word, "group"))
    spec->group = value;
  else if (g_str_equal (word, "unit"))
    spec->unit = value;
  else if (g_str_equal (word, "handling"))
    spec->handling = value;
  else if (g_str_equal (word, "min"))
    return lsn_number_parse (value, &spec->min);
  else if (g_str_equal (word, "max"))
    return lsn_number_parse (value, &spec->max);
  else if (g_str_equal (word, "step"))
    return lsn_number_parse (value, &spec->step);
  else
    return set_flag (spec, word, g_str_equal (value, "true")) || set_enum (spec, word, value);
  return TRUE;
}
