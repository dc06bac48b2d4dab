/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/row-text.h"

#include "model/changes.h"
#include "model/kinds.h"

struct _LsnRowTexts
{
  LsnMap     *map;      /* borrowed from the list that holds this */
  LsnTable    table;
  GPtrArray  *texts;    /* of char *, by row; NULL: not made yet */
  GHashTable *aliases;  /* actor -> GString of its aliases; NULL: not gathered yet */
};

/**
 * lsn_text_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without case, accents and compatibility forms
 */
char *
lsn_text_fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *at = decomposed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_type (letter) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (bare, letter);
    }

  return g_utf8_casefold (bare->str, bare->len);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/**
 * lsn_row_texts_new:
 * @map: (transfer none): must live longer than the texts
 * @table: actors, ties or another
 *
 * Returns: (transfer full): no texts yet; each is made when it is asked for
 */
LsnRowTexts *
lsn_row_texts_new (LsnMap  *map,
                   LsnTable table)
{
  LsnRowTexts *texts = g_new0 (LsnRowTexts, 1);

  texts->map = map;
  texts->table = table;
  texts->texts = g_ptr_array_new_with_free_func (g_free);

  return texts;
}

/**
 * lsn_row_texts_free:
 * @texts: (transfer full): no longer wanted
 */
void
lsn_row_texts_free (LsnRowTexts *texts)
{
  g_ptr_array_unref (texts->texts);
  g_clear_pointer (&texts->aliases, g_hash_table_unref);
  g_free (texts);
}

static gboolean
is_touched (LsnChanges *changes,
            LsnTable    table)
{
  guint n_inserted, n_removed, n_altered;

  lsn_changes_inserted (changes, table, &n_inserted);
  lsn_changes_removed (changes, table, &n_removed);
  lsn_changes_altered (changes, table, &n_altered);

  return n_inserted + n_removed + n_altered > 0;
}

/**
 * lsn_row_texts_forget:
 * @changes: what a transaction changed
 *
 * Drops the texts that are no longer true: of the altered rows, or all when names that others hold changed.
 */
void
lsn_row_texts_forget (LsnRowTexts *texts,
                      LsnChanges  *changes)
{
  guint n_altered;
  const LsnRow *altered = lsn_changes_altered (changes, texts->table, &n_altered);
  gboolean all = is_touched (changes, LSN_TABLE_KINDS) || is_touched (changes, LSN_TABLE_ALIASES) ||
                 (texts->table == LSN_TABLE_TIES &&
                  lsn_changes_touch_column (changes, LSN_TABLE_ACTORS, LSN_ACTOR_NAME));

  if (all)
    {
      g_ptr_array_set_size (texts->texts, 0);
      g_clear_pointer (&texts->aliases, g_hash_table_unref);
      return;
    }

  for (guint i = 0; i < n_altered; i++)
    if (altered[i] < texts->texts->len)
      g_clear_pointer (&g_ptr_array_index (texts->texts, altered[i]), g_free);
}

static void
gather_aliases (LsnRowTexts *texts)
{
  texts->aliases = g_hash_table_new_full (NULL, NULL, NULL, free_string);

  for (LsnRow alias = lsn_map_next_row (texts->map, LSN_TABLE_ALIASES, LSN_NO_ROW);
       alias != LSN_NO_ROW;
       alias = lsn_map_next_row (texts->map, LSN_TABLE_ALIASES, alias))
    {
      LsnRow actor = lsn_map_get_reference (texts->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR);
      const char *text = lsn_map_get_text (texts->map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT);
      GString *all = g_hash_table_lookup (texts->aliases, GUINT_TO_POINTER (actor));

      if (all == NULL)
        {
          all = g_string_new (NULL);
          g_hash_table_insert (texts->aliases, GUINT_TO_POINTER (actor), all);
        }
      g_string_append_printf (all, "\n%s", text != NULL ? text : "");
    }
}

static void
append_text (GString    *string,
             const char *text)
{
  if (text != NULL)
    {
      g_string_append (string, text);
      g_string_append_c (string, '\n');
    }
}

static void
append_kind (LsnRowTexts *texts,
             GString     *string,
             LsnRow       kind)
{
  if (kind != LSN_NO_ROW)
    append_text (string, lsn_kind_name (texts->map, kind));
}

static void
append_actor (LsnRowTexts *texts,
              GString     *string,
              LsnRow       actor)
{
  GString *aliases;

  if (actor == LSN_NO_ROW)
    return;
  if (texts->aliases == NULL)
    gather_aliases (texts);

  append_text (string, lsn_map_get_text (texts->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME));
  aliases = g_hash_table_lookup (texts->aliases, GUINT_TO_POINTER (actor));
  if (aliases != NULL)
    append_text (string, aliases->str);
}

static char *
make_text (LsnRowTexts *texts,
           LsnRow       row)
{
  g_autoptr (GString) string = g_string_new (NULL);
  LsnMap *map = texts->map;

  switch (texts->table)
    {
    case LSN_TABLE_ACTORS:
      append_actor (texts, string, row);
      append_kind (texts, string, lsn_map_get_reference (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_KIND));
      append_text (string, lsn_map_get_text (map, LSN_TABLE_ACTORS, row, LSN_ACTOR_NOTES));
      break;

    case LSN_TABLE_TIES:
      append_actor (texts, string, lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_SOURCE));
      append_actor (texts, string, lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_TARGET));
      append_kind (texts, string, lsn_map_get_reference (map, LSN_TABLE_TIES, row, LSN_TIE_KIND));
      append_text (string, lsn_map_get_text (map, LSN_TABLE_TIES, row, LSN_TIE_LABEL));
      append_text (string, lsn_map_get_text (map, LSN_TABLE_TIES, row, LSN_TIE_NOTES));
      break;

    case LSN_TABLE_KINDS:
      append_kind (texts, string, row);
      break;

    case LSN_TABLE_ALIASES:
      append_text (string, lsn_map_get_text (map, LSN_TABLE_ALIASES, row, LSN_ALIAS_TEXT));
      break;

    case LSN_TABLE_MAP:
    default:
      append_text (string, lsn_map_get_text (map, LSN_TABLE_MAP, row, LSN_MAP_TITLE));
      break;
    }

  return lsn_text_fold (string->str);
}

/**
 * lsn_row_texts_get:
 * @row: a row of the table
 *
 * Returns: (transfer none): all that a search of @row looks in, folded
 */
const char *
lsn_row_texts_get (LsnRowTexts *texts,
                   LsnRow       row)
{
  if (row >= texts->texts->len)
    g_ptr_array_set_size (texts->texts, MAX (row, lsn_map_max_row (texts->map, texts->table)) + 1);
  if (g_ptr_array_index (texts->texts, row) == NULL)
    g_ptr_array_index (texts->texts, row) = make_text (texts, row);

  return g_ptr_array_index (texts->texts, row);
}
