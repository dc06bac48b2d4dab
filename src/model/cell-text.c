/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/map-private.h"

/* Values as the texts of files, and back. */

/* What a message quotes: not more than a line of it, whatever a file held. */
static char *
quotable (const char *text)
{
  return g_utf8_make_valid (text, (gssize) MIN (strlen (text), 80));
}

static gboolean
parse_boolean (const LsnColumnSpec *spec,
               const char          *text,
               LsnValue            *value,
               GError             **error)
{
  gboolean yes = g_ascii_strcasecmp (text, "true") == 0 || strcmp (text, "1") == 0;
  gboolean no = g_ascii_strcasecmp (text, "false") == 0 || strcmp (text, "0") == 0;

  if (!yes && !no)
    {
      g_autofree char *shown = quotable (text);

      /* Translators: %1$s is what was given, %2$s the name of a column; true and false are words of the file, to be left */
      return lsn_value_refuse (error, _("“%1$s” is neither true nor false, as the column “%2$s” needs."),
                               shown, lsn_column_label (spec));
    }

  *value = lsn_value_boolean (yes);
  return TRUE;
}

static gboolean
parse_integer (const LsnColumnSpec *spec,
               const char          *text,
               LsnValue            *value,
               GError             **error)
{
  g_autofree char *shown = NULL;
  gint64 integer;
  double number;

  if (g_ascii_string_to_signed (*text == '+' ? text + 1 : text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    {
      *value = lsn_value_integer (integer);
      return TRUE;
    }

  if (lsn_number_parse (text, &number) && number == trunc (number) && fabs (number) < 0x1p53)
    {
      *value = lsn_value_integer ((gint64) number);
      return TRUE;
    }

  shown = quotable (text);
  /* Translators: %1$s is what was given, %2$s the name of a column */
  return lsn_value_refuse (error, _("“%1$s” is not a whole number, as the column “%2$s” needs."), shown, lsn_column_label (spec));
}

static gboolean
parse_number (const LsnColumnSpec *spec,
              const char          *text,
              LsnValue            *value,
              GError             **error)
{
  double number;

  if (!lsn_number_parse (text, &number))
    {
      g_autofree char *shown = quotable (text);

      /* Translators: %1$s is what was given, %2$s the name of a column */
      return lsn_value_refuse (error, _("“%1$s” is not a finite number, as the column “%2$s” needs."),
                               shown, lsn_column_label (spec));
    }

  *value = lsn_value_number (number);
  return TRUE;
}

static gboolean
parse_reference (LsnMap              *map,
                 const LsnColumnSpec *spec,
                 const char          *text,
                 LsnValue            *value,
                 GError             **error)
{
  LsnRow row = lsn_map_find_row (map, spec->refers_to, text);
  g_autofree char *shown = NULL;

  if (row == LSN_NO_ROW)
    {
      shown = quotable (text);
      g_set_error (error, LSN_MODEL_ERROR, LSN_MODEL_ERROR_REFERENCE,
                   /* Translators: %1$s is an id, %2$s the name of a column */
                   _("There is no “%1$s” that the column “%2$s” could refer to."), shown, lsn_column_label (spec));
      return FALSE;
    }

  *value = lsn_value_reference (row);
  return TRUE;
}

/* Borrowed from the column, or from @text when it is none of its choices, which the check says then. */
static gboolean
parse_choice (const LsnColumnSpec *spec,
              const char          *text,
              const char          *word,
              LsnValue            *value)
{
  int place = lsn_column_find_choice (spec, word);

  *value = lsn_value_text (place < 0 ? text : spec->choices[place].id);
  return TRUE;
}

/**
 * lsn_value_parse:
 * @map: a map
 * @spec: a column
 * @text: the text of a file
 * @value: (out): what it means; not checked against range and choices
 * @error: %LSN_MODEL_ERROR_VALUE or %LSN_MODEL_ERROR_REFERENCE
 *
 * Returns: whether it means anything in that column
 */
gboolean
lsn_value_parse (LsnMap              *map,
                 const LsnColumnSpec *spec,
                 const char          *text,
                 LsnValue            *value,
                 GError             **error)
{
  LsnStoreType store = lsn_column_store_type (spec->type);
  g_autofree char *trimmed = NULL;
  const char *word = text;

  if (*text == '\0')
    {
      *value = LSN_EMPTY;
      return TRUE;
    }

  if (store == LSN_STORE_ROW)
    return parse_reference (map, spec, text, value, error);
  if (spec->type != LSN_TYPE_CHOICE && store == LSN_STORE_TEXT)
    {
      *value = lsn_value_text (text);
      return TRUE;
    }

  if (g_ascii_isspace (*text) || g_ascii_isspace (text[strlen (text) - 1]))
    word = trimmed = g_strstrip (g_strdup (text));

  if (*word == '\0' || ((store == LSN_STORE_NUMBER || store == LSN_STORE_INTEGER) &&
                        g_ascii_strcasecmp (word, "nan") == 0))
    {
      *value = LSN_EMPTY;
      return TRUE;
    }

  switch (store)
    {
    case LSN_STORE_BOOLEAN:
      return parse_boolean (spec, word, value, error);

    case LSN_STORE_INTEGER:
      return parse_integer (spec, word, value, error);

    case LSN_STORE_NUMBER:
      return parse_number (spec, word, value, error);

    case LSN_STORE_CHOICE:
      return parse_choice (spec, text, word, value);

    case LSN_STORE_TEXT:
    case LSN_STORE_ROW:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * lsn_value_format:
 * @map: a map
 * @spec: a column
 * @value: what a cell of it holds
 *
 * Returns: (nullable) (transfer full): the text of a file for it; %NULL for an empty one
 */
char *
lsn_value_format (LsnMap              *map,
                  const LsnColumnSpec *spec,
                  LsnValue             value)
{
  char buffer[32];

  switch (value.kind)
    {
    case LSN_VALUE_EMPTY:
      return NULL;

    case LSN_VALUE_TEXT:
      return g_strdup (value.text);

    case LSN_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);

    case LSN_VALUE_NUMBER:
      return g_strdup (lsn_number_format (value.number, buffer));

    case LSN_VALUE_BOOLEAN:
      return g_strdup (value.boolean ? "true" : "false");

    case LSN_VALUE_REFERENCE:
      return g_strdup (lsn_map_row_id (map, spec->refers_to, value.row));

    default:
      g_return_val_if_reached (NULL);
    }
}
