/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/date-words.h"
#include "model/kinds.h"
#include "model/names.h"
#include "model/row-text.h"

#define BEFORE 24 /* characters that are shown before what was found */
#define AFTER  48 /* and from its beginning on */

typedef struct
{
  LsnMap     *map;
  char       *wanted; /* folded */
  GHashTable *known;  /* text of a cell -> whether it holds it: equal texts are one */
  GArray     *hits;
} Search;

static gboolean
holds (Search     *search,
       const char *text)
{
  g_autofree char *folded = NULL;
  gpointer         answer;

  if (g_hash_table_lookup_extended (search->known, text, NULL, &answer))
    return GPOINTER_TO_INT (answer);

  folded = lsn_text_fold (text);
  answer = GINT_TO_POINTER (strstr (folded, search->wanted) != NULL);
  g_hash_table_insert (search->known, (gpointer) text, answer);
  return GPOINTER_TO_INT (answer);
}

/* What a person reads in a cell; NULL for an empty one. Transfer full. */
static char *
cell_in_words (LsnMap   *map,
               LsnTable  table,
               LsnRow    row,
               LsnColumn column)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, table, column);
  LsnValue             value = lsn_map_get (map, table, row, column);

  if (value.kind == LSN_VALUE_EMPTY)
    return NULL;
  if (value.kind == LSN_VALUE_REFERENCE)
    return spec->refers_to == LSN_TABLE_KINDS ? g_strdup (lsn_kind_name (map, value.row)) : NULL;
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_CHOICE)
    return g_strdup (lsn_column_choice_label (spec, value.text));
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_DATE)
    return lsn_date_in_words (value.text);
  return lsn_map_format_cell (map, table, row, column);
}

static gboolean
is_searched (const LsnColumnSpec *spec)
{
  if (spec->hidden || spec->type == LSN_TYPE_BOOLEAN || spec->type == LSN_TYPE_IMAGE)
    return FALSE;
  /* Who looks for an actor does not look for each of its ties. */
  return spec->type != LSN_TYPE_REFERENCE || spec->refers_to == LSN_TABLE_KINDS;
}

static gboolean
cell_holds (Search              *search,
            LsnTable             table,
            LsnRow               row,
            LsnColumn            column,
            const LsnColumnSpec *spec)
{
  LsnValue         value = lsn_map_get (search->map, table, row, column);
  g_autofree char *words = NULL, *folded = NULL;

  if (value.kind == LSN_VALUE_EMPTY)
    return FALSE;
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_TEXT)
    return holds (search, value.text);
  if (value.kind == LSN_VALUE_REFERENCE)
    return holds (search, lsn_kind_name (search->map, value.row));
  if (value.kind == LSN_VALUE_TEXT && spec->type == LSN_TYPE_CHOICE)
    return holds (search, lsn_column_choice_label (spec, value.text));

  words = cell_in_words (search->map, table, row, column);
  folded = words != NULL ? lsn_text_fold (words) : NULL;
  return folded != NULL && strstr (folded, search->wanted) != NULL;
}

static void
find_in_table (Search  *search,
               LsnTable table)
{
  for (LsnRow row = lsn_map_next_row (search->map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (search->map, table, row))
    for (LsnColumn column = lsn_map_next_column (search->map, table, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
         column = lsn_map_next_column (search->map, table, column))
      {
        const LsnColumnSpec *spec = lsn_map_column_spec (search->map, table, column);
        LsnFound             found = { table, row, column, LSN_NO_ROW };

        if (table == LSN_TABLE_ACTORS && column == LSN_ACTOR_NAME)
          continue;
        /* What a note looks like is no text that somebody wrote. */
        if (table == LSN_TABLE_NOTES && column != LSN_NOTE_TEXT && column < LSN_N_NOTE_COLUMNS)
          continue;
        if (is_searched (spec) && cell_holds (search, table, row, column, spec))
          g_array_append_val (search->hits, found);
      }
}

/**
 * lsn_find:
 * @map: a map or a snapshot
 * @text: what to look for; case, accents and compatibility forms do not matter
 *
 * Names come first, those that fit best before the others, then the other cells of the actors, then those of the ties, then
 * notes. The actors at the ends of a tie are not looked for in it. O(cells), but of equal texts only one is looked at.
 *
 * Returns: (transfer full) (element-type LsnFound): where it stands; each cell once; none for an empty text
 */
GArray *
lsn_find (LsnMap     *map,
          const char *text)
{
  g_autofree char       *wanted = lsn_text_fold (text);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray)     names = NULL;
  Search search = { map, wanted, known, g_array_new (FALSE, FALSE, sizeof (LsnFound)) };

  if (*wanted == '\0')
    return search.hits;

  names = lsn_names_complete (map, text, G_MAXUINT);
  for (guint i = 0; i < names->len; i++)
    {
      const LsnNameHit *hit = &g_array_index (names, LsnNameHit, i);
      LsnFound          found = { LSN_TABLE_ACTORS, hit->actor, LSN_ACTOR_NAME, hit->alias };

      g_array_append_val (search.hits, found);
    }
  find_in_table (&search, LSN_TABLE_ACTORS);
  find_in_table (&search, LSN_TABLE_TIES);
  find_in_table (&search, LSN_TABLE_NOTES);
  return search.hits;
}

/* Where in @text what folds to @wanted begins: letter by letter, as folding changes how long a text is. */
static const char *
find_in_text (const char *text,
              const char *wanted)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray)  starts = g_array_new (FALSE, FALSE, sizeof (gsize)); /* by byte of the folded text */
  const char         *at;

  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      g_autofree char *one = g_strndup (letter, (gsize) (g_utf8_next_char (letter) - letter));
      g_autofree char *bare = lsn_text_fold (one);
      gsize            start = (gsize) (letter - text);

      for (gsize i = 0; bare[i] != '\0'; i++)
        g_array_append_val (starts, start);
      g_string_append (folded, bare);
    }
  at = strstr (folded->str, wanted);
  return at != NULL ? text + g_array_index (starts, gsize, at - folded->str) : text;
}

static const char *
go_back (const char *text,
         const char *from)
{
  const char *at = from, *word = from;

  for (guint i = 0; i < BEFORE && at > text; i++)
    {
      at = g_utf8_prev_char (at);
      if (at == text || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at))))
        word = at;
    }
  return word;
}

static const char *
go_on (const char *from)
{
  const char *at = from;

  for (guint i = 0; i < AFTER && *at != '\0'; i++)
    at = g_utf8_next_char (at);
  return at;
}

/* The words around what was found, on one line, set apart from the direction of what is around them. */
static char *
quote (const char *text,
       const char *wanted)
{
  const char      *at = find_in_text (text, wanted);
  const char      *from = go_back (text, at), *to = go_on (at);
  g_autofree char *words = g_strndup (from, (gsize) (to - from));

  for (char *letter = words; *letter != '\0'; letter++)
    if (*letter == '\n' || *letter == '\t' || *letter == '\r')
      *letter = ' ';
  return g_strdup_printf ("\u2068%s%s%s\u2069", from > text ? "…" : "", g_strstrip (words), *to != '\0' ? "…" : "");
}

/**
 * lsn_found_describe:
 * @found: one of what lsn_find() gave for @map as it is
 * @text: what was looked for
 *
 * Returns: (transfer full): where it was found, in translated words: "in Notes: …the hostages…"
 */
char *
lsn_found_describe (LsnMap         *map,
                    const LsnFound *found,
                    const char     *text)
{
  g_autofree char *wanted = lsn_text_fold (text);
  g_autofree char *words = NULL, *quoted = NULL;

  if (found->alias != LSN_NO_ROW)
    {
      const char *alias = lsn_map_get_text (map, LSN_TABLE_ALIASES, found->alias, LSN_ALIAS_TEXT);

      quoted = quote (alias != NULL ? alias : "", wanted);
      /* Translators: where a text was found: in another name of an actor */
      return g_strdup_printf (C_("found", "in another name: %s"), quoted);
    }
  words = cell_in_words (map, found->table, found->row, found->column);
  quoted = quote (words != NULL ? words : "", wanted);
  /* Translators: where a text was found: the column and the words around it: "in Notes: …the hostages…" */
  return g_strdup_printf (C_("found", "in %1$s: %2$s"),
                          lsn_column_label (lsn_map_column_spec (map, found->table, found->column)), quoted);
}
