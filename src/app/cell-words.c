/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "app/cell-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "app/dates.h"
#include "app/number-words.h"
#include "model/edit.h"
#include "model/kind-edits.h"
#include "model/kinds.h"
#include "model/names.h"
#include "model/row-text.h"

#define MOST_QUOTED 60 /* characters */

struct _LsnCellReader
{
  LsnMap       *map;
  LsnNameIndex *names;  /* of actors; NULL until one is looked up */
  GHashTable   *made;   /* folded name -> row, of those that were made since; NULL when none is to be */
  GArray       *actors; /* of LsnRow; borrowed */
  GArray       *kinds;
  char         *kept;   /* what the last value borrows from */
  char         *quoted; /* in the last sentence */
};

/* The point of numbers in the user's language; borrowed until the locale is another. */
static const char *
decimal_point (void)
{
  return localeconv ()->decimal_point;
}

/**
 * lsn_value_words:
 *
 * Returns: (transfer full): @value of a column as a table shows it and a spreadsheet takes it; "" when it is not known
 */
char *
lsn_value_words (LsnMap              *map,
                 const LsnColumnSpec *spec,
                 LsnValue             value)
{
  switch (value.kind)
    {
    case LSN_VALUE_TEXT:
      if (spec->type == LSN_TYPE_CHOICE)
        return g_strdup (lsn_column_choice_label (spec, value.text));
      return spec->type == LSN_TYPE_DATE ? lsn_date_to_words (value.text, lsn_column_is_end (spec)) : g_strdup (value.text);
    case LSN_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    case LSN_VALUE_NUMBER:
      return lsn_number_in_locale (value.number);
    case LSN_VALUE_BOOLEAN:
      return g_strdup (value.boolean ? C_("value", "yes") : C_("value", "no"));
    case LSN_VALUE_REFERENCE:
      return lsn_row_display_name (map, spec->refers_to, value.row);
    case LSN_VALUE_EMPTY:
    default:
      return g_strdup ("");
    }
}

/* As lsn_value_words (), of a cell. */
char *
lsn_cell_words (LsnMap   *map,
                LsnTable  table,
                LsnRow    row,
                LsnColumn column)
{
  return lsn_value_words (map, lsn_map_column_spec (map, table, column), lsn_map_get (map, table, row, column));
}

/* Transfer full; keeps a reference on the map. */
LsnCellReader *
lsn_cell_reader_new (LsnMap *map)
{
  LsnCellReader *reader = g_new0 (LsnCellReader, 1);

  reader->map = g_object_ref (map);
  return reader;
}

/* What was read last is gone with it. */
void
lsn_cell_reader_free (LsnCellReader *reader)
{
  g_clear_pointer (&reader->names, lsn_name_index_free);
  g_clear_pointer (&reader->made, g_hash_table_unref);
  g_object_unref (reader->map);
  g_free (reader->kept);
  g_free (reader->quoted);
  g_free (reader);
}

/**
 * lsn_cell_reader_make:
 * @actors: (element-type LsnRow): gets the actors that are made
 * @kinds: (element-type LsnRow): gets the kinds of ties that are made
 *
 * From now on whoever is named and not on the map is made, and so is a kind of tie, within the transaction that is open then.
 */
void
lsn_cell_reader_make (LsnCellReader *reader,
                      GArray        *actors,
                      GArray        *kinds)
{
  reader->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->actors = actors;
  reader->kinds = kinds;
}

static gboolean refuse (GError    **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list words;

  va_start (words, format);
  g_propagate_error (error, g_error_new_valist (LSN_MODEL_ERROR, LSN_MODEL_ERROR_VALUE, format, words));
  va_end (words);
  return FALSE;
}

/* As much of what was typed as a sentence can hold; borrowed from @reader. */
static const char *
quoted (LsnCellReader *reader,
        const char    *words)
{
  g_free (reader->quoted);
  reader->quoted = g_utf8_strlen (words, -1) > MOST_QUOTED ? g_utf8_substring (words, 0, MOST_QUOTED) : g_strdup (words);
  return reader->quoted;
}

/* Somebody of that name, made now or a moment ago. */
static gboolean
make_actor (LsnCellReader *reader,
            const char    *name,
            LsnValue      *value,
            GError       **error)
{
  g_autofree char *folded = lsn_text_fold (name);
  LsnRow actor = GPOINTER_TO_UINT (g_hash_table_lookup (reader->made, folded));

  if (actor == LSN_NO_ROW)
    {
      actor = lsn_map_insert_actor (reader->map, NULL, name, LSN_NO_ROW, NAN, NAN, error);
      if (actor == LSN_NO_ROW)
        return FALSE;
      g_array_append_val (reader->actors, actor);
      g_hash_table_insert (reader->made, g_steal_pointer (&folded), GUINT_TO_POINTER (actor));
    }
  *value = lsn_value_reference (actor);
  return TRUE;
}

static gboolean
read_actor (LsnCellReader *reader,
            const char    *name,
            LsnValue      *value,
            GError       **error)
{
  g_autoptr (GArray) hits = NULL;

  if (reader->names == NULL)
    reader->names = lsn_name_index_new (reader->map);
  hits = lsn_name_index_find (reader->names, name);
  if (hits->len == 1)
    {
      *value = lsn_value_reference (g_array_index (hits, LsnNameHit, 0).actor);
      return TRUE;
    }
  if (hits->len > 1)
    /* Translators: %s is a name */
    return refuse (error, _("Several actors are called “%s”: choose the one that is meant from the list."),
                   quoted (reader, name));
  if (reader->made != NULL)
    return make_actor (reader, name, value, error);
  /* Translators: %s is a name */
  return refuse (error, _("There is no actor called “%s”: add it first."), quoted (reader, name));
}

static gboolean
is_same_word (const char *a,
              const char *b)
{
  g_autofree char *left = lsn_text_fold (a);
  g_autofree char *right = lsn_text_fold (b);

  return g_str_equal (left, right);
}

static gboolean
read_kind (LsnCellReader *reader,
           LsnTable       table,
           const char    *name,
           LsnValue      *value,
           GError       **error)
{
  for (LsnRow kind = lsn_map_next_row (reader->map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (reader->map, LSN_TABLE_KINDS, kind))
    if ((table == LSN_TABLE_KINDS || lsn_kind_is_of_tie (reader->map, kind) == (table == LSN_TABLE_TIES)) &&
        (is_same_word (lsn_kind_name (reader->map, kind), name) ||
         g_str_equal (lsn_map_row_id (reader->map, LSN_TABLE_KINDS, kind), name)))
      {
        *value = lsn_value_reference (kind);
        return TRUE;
      }
  if (table == LSN_TABLE_TIES && reader->made != NULL)
    {
      LsnRow kind = lsn_kind_add (reader->map, TRUE, name, error);

      *value = lsn_value_reference (kind);
      if (kind != LSN_NO_ROW)
        g_array_append_val (reader->kinds, kind);
      return kind != LSN_NO_ROW;
    }
  if (table == LSN_TABLE_TIES)
    /* Translators: %s is what was typed or pasted */
    return refuse (error, _("There is no kind of tie called “%s”."), quoted (reader, name));
  /* Translators: %s is what was typed or pasted */
  return refuse (error, _("There is no kind of actor called “%s”."), quoted (reader, name));
}

static gboolean
read_boolean (const char *word,
              LsnValue   *value)
{
  static const char * const yes[] = { "yes", "true", "1", "x", "\u2713", NULL };
  static const char * const no[] = { "no", "false", "0", NULL };
  g_autofree char *folded = lsn_text_fold (word);

  if (is_same_word (word, C_("value", "yes")) || g_strv_contains (yes, folded))
    *value = lsn_value_boolean (TRUE);
  else if (is_same_word (word, C_("value", "no")) || g_strv_contains (no, folded))
    *value = lsn_value_boolean (FALSE);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_choice (const LsnColumnSpec *spec,
             const char          *word,
             LsnValue            *value)
{
  for (guint i = 0; i < spec->n_choices; i++)
    if (g_str_equal (spec->choices[i].id, word) ||
        is_same_word (lsn_column_choice_label (spec, spec->choices[i].id), word))
      {
        *value = lsn_value_text (spec->choices[i].id);
        return TRUE;
      }
  return FALSE;
}

/* The word of a scale, or a number with the point of the user's language, as the model writes it. */
static char *
plain_number (const LsnColumnSpec *spec,
              const char          *word)
{
  const char *point = decimal_point ();
  g_autoptr (GString) plain = g_string_new (word);
  double number;

  if (lsn_number_from_word (spec, word, &number))
    {
      char digits[32];

      return g_strdup (lsn_number_format (number, digits));
    }
  if (!g_str_equal (point, "."))
    g_string_replace (plain, point, ".", 1);
  g_string_replace (plain, "\u2212", "-", 1);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
plain_date (const LsnColumnSpec *spec,
            const char          *words)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  char *iso = NULL;

  return lsn_date_from_words (words, lsn_column_is_end (spec), today, &iso) ? iso : NULL;
}

/* What the model's own reader takes, for the types that it knows best; NULL when the words mean nothing. */
static char *
plain_text (const LsnColumnSpec *spec,
            const char          *words)
{
  if (spec->type == LSN_TYPE_NUMBER || spec->type == LSN_TYPE_INTEGER)
    return plain_number (spec, words);
  if (spec->type == LSN_TYPE_DATE)
    return plain_date (spec, words);
  return g_strdup (words);
}

static gboolean
read_text (LsnCellReader       *reader,
           const LsnColumnSpec *spec,
           LsnTable             table,
           LsnColumn            column,
           const char          *words,
           LsnValue            *value,
           GError             **error)
{
  g_free (reader->kept);
  reader->kept = plain_text (spec, words);
  if (reader->kept == NULL)
    /* Translators: %s is what was typed or pasted where a date has to be */
    return refuse (error, _("“%s” is no date. For example: 2021, March 2021, 4 March 2021, 2021-03-04."), quoted (reader, words));
  return lsn_map_parse_cell (reader->map, table, column, reader->kept, value, error);
}

/**
 * lsn_cell_reader_read:
 * @words: what was typed or pasted; "" for not known
 * @value: (out): what it means in that column; borrowed from the map, or from @reader until it reads the next one
 * @error: a sentence
 *
 * Returns: whether it means anything
 */
gboolean
lsn_cell_reader_read (LsnCellReader *reader,
                      LsnTable       table,
                      LsnColumn      column,
                      const char    *words,
                      LsnValue      *value,
                      GError       **error)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (reader->map, table, column);
  g_autofree char *word = g_strstrip (g_strdup (words));

  *value = LSN_EMPTY;
  if (*word == '\0')
    return TRUE;
  switch (spec->type)
    {
    case LSN_TYPE_BOOLEAN:
      /* Translators: %s is what was typed or pasted where yes or no has to be */
      return read_boolean (word, value) || refuse (error, _("“%s” is neither yes nor no."), quoted (reader, word));
    case LSN_TYPE_CHOICE:
      /* Translators: %s is what was typed or pasted where one of several words has to be */
      return read_choice (spec, word, value) || refuse (error, _("“%s” is none of the choices."), quoted (reader, word));
    case LSN_TYPE_REFERENCE:
      if (spec->refers_to == LSN_TABLE_ACTORS)
        return read_actor (reader, word, value, error);
      if (spec->refers_to == LSN_TABLE_KINDS)
        return read_kind (reader, table, word, value, error);
      return read_text (reader, spec, table, column, word, value, error);
    case LSN_TYPE_TEXT:
      return read_text (reader, spec, table, column, words, value, error);
    case LSN_TYPE_INTEGER:
    case LSN_TYPE_NUMBER:
    case LSN_TYPE_DATE:
    case LSN_TYPE_COLOUR:
    case LSN_TYPE_POINTS:
    case LSN_TYPE_IMAGE:
    case LSN_TYPE_XML:
    default:
      return read_text (reader, spec, table, column, word, value, error);
    }
}
