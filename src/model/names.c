/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/names.h"

#include <string.h>

#include "model/row-text.h"

typedef struct
{
  LsnMap     *map;
  const char *text;
  char       *folded;
  GHashTable *places; /* actor -> place in hits, from 1 */
  GArray     *hits;
} Search;

static gboolean
is_word_start (const char *name,
               const char *at)
{
  return at == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
fit_name (const Search *search,
          const char   *name,
          LsnNameFit   *fit)
{
  g_autofree char *folded = NULL;
  const char      *at;

  if (strcmp (name, search->text) == 0)
    {
      *fit = LSN_NAME_FIT_EQUAL;
      return TRUE;
    }

  folded = lsn_text_fold (name);
  at = strstr (folded, search->folded);
  if (at == NULL)
    return FALSE;

  if (strcmp (folded, search->folded) == 0)
    *fit = LSN_NAME_FIT_FOLDED;
  else if (at == folded)
    *fit = LSN_NAME_FIT_BEGINS;
  else
    {
      while (at != NULL && !is_word_start (folded, at))
        at = strstr (g_utf8_next_char (at), search->folded);
      *fit = at != NULL ? LSN_NAME_FIT_WORD : LSN_NAME_FIT_HOLDS;
    }
  return TRUE;
}

static void
try_name (Search     *search,
          LsnRow      actor,
          LsnRow      alias,
          const char *name)
{
  LsnNameHit hit = { actor, alias, LSN_NAME_FIT_HOLDS };
  guint      place;

  if (name == NULL || !fit_name (search, name, &hit.fit))
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (search->places, GUINT_TO_POINTER (actor)));
  if (place == 0)
    {
      g_array_append_val (search->hits, hit);
      g_hash_table_insert (search->places, GUINT_TO_POINTER (actor), GUINT_TO_POINTER (search->hits->len));
    }
  else if (hit.fit < g_array_index (search->hits, LsnNameHit, place - 1).fit)
    g_array_index (search->hits, LsnNameHit, place - 1) = hit;
}

static void
try_all (Search *search)
{
  LsnMap *map = search->map;

  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    try_name (search, actor, LSN_NO_ROW, lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME));

  for (LsnRow alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, LSN_NO_ROW); alias != LSN_NO_ROW;
       alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, alias))
    {
      LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR);

      if (actor != LSN_NO_ROW)
        try_name (search, actor, alias, lsn_map_get_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT));
    }
}

static const char *
fitted_name (LsnMap           *map,
             const LsnNameHit *hit)
{
  return hit->alias != LSN_NO_ROW ? lsn_map_get_text (map, LSN_TABLE_ALIASES, hit->alias, LSN_ALIAS_TEXT)
                                  : lsn_map_get_text (map, LSN_TABLE_ACTORS, hit->actor, LSN_ACTOR_NAME);
}

/* The better fit first, then the shorter name: more of it has been typed. The order of the rows settles the rest. */
static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      map)
{
  const LsnNameHit *first = a, *second = b;
  glong             first_length, second_length;

  if (first->fit != second->fit)
    return (int) first->fit - (int) second->fit;

  first_length = g_utf8_strlen (fitted_name (map, first), -1);
  second_length = g_utf8_strlen (fitted_name (map, second), -1);
  if (first_length != second_length)
    return first_length < second_length ? -1 : 1;
  return first->actor < second->actor ? -1 : first->actor > second->actor;
}

/**
 * lsn_names_complete:
 * @text: what has been typed; spaces around it do not count
 * @limit: the most hits that are wanted
 *
 * Finds the actors that @text may become the name of. O(n) in actors and aliases.
 *
 * Returns: (transfer full) (element-type LsnNameHit): each actor once, by its best name, the best fit first; none for an
 *   empty text
 */
GArray *
lsn_names_complete (LsnMap     *map,
                    const char *text,
                    guint       limit)
{
  g_autofree char         *wanted = g_strstrip (g_strdup (text));
  g_autofree char         *folded = lsn_text_fold (wanted);
  g_autoptr (GHashTable)   places = g_hash_table_new (NULL, NULL);
  Search search = { map, wanted, folded, places, g_array_new (FALSE, FALSE, sizeof (LsnNameHit)) };

  if (*folded != '\0')
    try_all (&search);
  g_array_sort_with_data (search.hits, compare_hits, map);
  if (search.hits->len > limit)
    g_array_set_size (search.hits, limit);
  return search.hits;
}

/* ---- whole names ---- */

struct _LsnNameIndex
{
  LsnMap     *map;
  GHashTable *hits; /* folded name -> GArray of LsnNameHit */
};

static void
index_name (LsnNameIndex *index,
            LsnRow        actor,
            LsnRow        alias,
            const char   *name)
{
  LsnNameHit       hit = { actor, alias, LSN_NAME_FIT_FOLDED };
  g_autofree char *folded = NULL;
  GArray          *hits;

  if (name == NULL || actor == LSN_NO_ROW)
    return;

  folded = lsn_text_fold (name);
  hits = g_hash_table_lookup (index->hits, folded);
  if (hits == NULL)
    {
      hits = g_array_new (FALSE, FALSE, sizeof (LsnNameHit));
      g_hash_table_insert (index->hits, g_steal_pointer (&folded), hits);
    }
  g_array_append_val (hits, hit);
}

/**
 * lsn_name_index_new:
 * @map: whose actors; must stay until the index goes
 *
 * O(n) in actors and aliases.
 *
 * Returns: (transfer full): whom each name means now
 */
LsnNameIndex *
lsn_name_index_new (LsnMap *map)
{
  LsnNameIndex *index = g_new0 (LsnNameIndex, 1);

  index->map = map;
  index->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (LsnRow actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, LSN_NO_ROW); actor != LSN_NO_ROW;
       actor = lsn_map_next_row (map, LSN_TABLE_ACTORS, actor))
    index_name (index, actor, LSN_NO_ROW, lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME));
  for (LsnRow alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, LSN_NO_ROW); alias != LSN_NO_ROW;
       alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, alias))
    index_name (index, lsn_map_get_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR), alias,
                lsn_map_get_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT));
  return index;
}

/**
 * lsn_name_index_free:
 * @index: (transfer full): no longer wanted
 */
void
lsn_name_index_free (LsnNameIndex *index)
{
  g_hash_table_unref (index->hits);
  g_free (index);
}

static void
add_once (GArray           *hits,
          const LsnNameHit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, LsnNameHit, i).actor == hit->actor)
      return;
  g_array_append_val (hits, *hit);
}

/**
 * lsn_name_index_find:
 * @name: a whole name; spaces around it do not count
 *
 * Finds whom @name means. Those who bear it letter for letter leave behind who differs in case or accents.
 *
 * Returns: (transfer full) (element-type LsnNameHit): nobody, or one actor, or several that share the name
 */
GArray *
lsn_name_index_find (LsnNameIndex *index,
                     const char   *name)
{
  g_autofree char *wanted = g_strstrip (g_strdup (name));
  g_autofree char *folded = lsn_text_fold (wanted);
  GArray *near = g_hash_table_lookup (index->hits, folded);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (LsnNameHit));

  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      LsnNameHit hit = g_array_index (near, LsnNameHit, i);

      hit.fit = LSN_NAME_FIT_EQUAL;
      if (strcmp (fitted_name (index->map, &hit), wanted) == 0)
        add_once (hits, &hit);
    }
  if (hits->len == 0)
    for (guint i = 0; near != NULL && i < near->len; i++)
      add_once (hits, &g_array_index (near, LsnNameHit, i));
  return hits;
}
