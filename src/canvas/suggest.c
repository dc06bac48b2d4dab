/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/suggest.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/kinds.h"

/**
 * lsn_suggestion_free:
 * @suggestion: (transfer full): no longer wanted
 */
void
lsn_suggestion_free (LsnSuggestion *suggestion)
{
  g_free (suggestion->title);
  g_free (suggestion->detail);
  g_free (suggestion);
}

static GPtrArray *
new_suggestions (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lsn_suggestion_free);
}

static LsnSuggestion *
add_suggestion (GPtrArray *suggestions,
                LsnSuggest what,
                LsnRow     actor,
                char      *title)
{
  LsnSuggestion *suggestion = g_new0 (LsnSuggestion, 1);

  suggestion->what = what;
  suggestion->actor = actor;
  suggestion->title = title;
  g_ptr_array_add (suggestions, suggestion);
  return suggestion;
}

static gboolean
is_among (LsnRow        actor,
          const LsnRow *actors,
          guint         n_actors)
{
  for (guint i = 0; i < n_actors; i++)
    if (actors[i] == actor)
      return TRUE;
  return FALSE;
}

static char *
title_of_hit (LsnMap           *map,
              const LsnNameHit *hit)
{
  g_autofree char *name = lsn_actor_display_name (map, hit->actor);

  if (hit->alias == LSN_NO_ROW)
    return g_steal_pointer (&name);

  /* Translators: offered while a name is typed: the first %s is another name that fits what was typed, the second the
   * name of the actor that bears it: "The palace — another name of Royal court" */
  return g_strdup_printf (_("%s — another name of %s"),
                          lsn_map_get_text (map, LSN_TABLE_ALIASES, hit->alias, LSN_ALIAS_TEXT), name);
}

static char *
detail_of (LsnMap *map,
           LsnRow  actor)
{
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);

  return kind != LSN_NO_ROW ? g_strdup (lsn_kind_name (map, kind)) : NULL;
}

/**
 * lsn_suggest_actors:
 * @text: what has been typed of a name
 * @but: (array length=n_but): who is not meant
 * @limit: the most suggestions that are wanted
 *
 * Finds whom the text may mean. Cost: O(actors and other names).
 *
 * Returns: (transfer full) (element-type LsnSuggestion): those on the map, the best fit first; none for an empty text
 */
GPtrArray *
lsn_suggest_actors (LsnMap       *map,
                    const char   *text,
                    const LsnRow *but,
                    guint         n_but,
                    guint         limit)
{
  g_autoptr (GArray) hits = lsn_names_complete (map, text, limit + n_but);
  GPtrArray *suggestions = new_suggestions ();

  for (guint i = 0; i < hits->len && suggestions->len < limit; i++)
    {
      const LsnNameHit *hit = &g_array_index (hits, LsnNameHit, i);
      LsnSuggestion    *suggestion;

      if (is_among (hit->actor, but, n_but))
        continue;
      suggestion = add_suggestion (suggestions, LSN_SUGGEST_ACTOR, hit->actor, title_of_hit (map, hit));
      suggestion->fit = hit->fit;
      suggestion->detail = detail_of (map, hit->actor);
    }
  return suggestions;
}

static gboolean
bears (LsnMap     *map,
       LsnRow      actor,
       const char *name)
{
  for (LsnRow alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, LSN_NO_ROW); alias != LSN_NO_ROW;
       alias = lsn_map_next_row (map, LSN_TABLE_ALIASES, alias))
    if (lsn_map_get_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR) == actor &&
        g_strcmp0 (lsn_map_get_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT), name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lsn_suggest_other_names:
 * @actor: who is renamed
 * @text: the new name as far as it has been typed
 *
 * When somebody who has a name gets another, both may be worth keeping. Cost: O(other names).
 *
 * Returns: (transfer full) (element-type LsnSuggestion): how to keep both; none when there is no name to keep
 */
GPtrArray *
lsn_suggest_other_names (LsnMap     *map,
                         LsnRow      actor,
                         const char *text)
{
  const char *old = lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
  g_autofree char *name = g_strstrip (g_strdup (text));
  GPtrArray *suggestions = new_suggestions ();

  if (old == NULL || *old == '\0' || *name == '\0' || strcmp (old, name) == 0)
    return suggestions;

  if (!bears (map, actor, old))
    /* Translators: offered while an actor is renamed; %s is the name that it had */
    add_suggestion (suggestions, LSN_SUGGEST_KEEP_OLD_NAME, actor, g_strdup_printf (_("Keep “%s” as another name"), old));
  if (!bears (map, actor, name))
    add_suggestion (suggestions, LSN_SUGGEST_ADD_NAME, actor,
                    /* Translators: offered while an actor is renamed; the first %s is what was typed, the second the name
                     * that it has and keeps */
                    g_strdup_printf (_("Add “%s” as another name of %s"), name, old));
  return suggestions;
}

/**
 * lsn_suggest_add_word:
 * @suggestions: (element-type LsnSuggestion): gets one more at its end
 * @word: copied
 * @detail: (nullable): what it stands for; copied
 */
void
lsn_suggest_add_word (GPtrArray  *suggestions,
                      const char *word,
                      const char *detail)
{
  add_suggestion (suggestions, LSN_SUGGEST_WORD, LSN_NO_ROW, g_strdup (word))->detail = g_strdup (detail);
}

/**
 * lsn_suggest_add_new:
 * @suggestions: (element-type LsnSuggestion): gets one more at its end
 * @text: the name; empty adds nothing
 *
 * Offers to make somebody new.
 */
void
lsn_suggest_add_new (GPtrArray  *suggestions,
                     const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (*name != '\0')
    /* Translators: offered while a name is typed that may be that of nobody yet; %s is the name */
    add_suggestion (suggestions, LSN_SUGGEST_NEW_ACTOR, LSN_NO_ROW, g_strdup_printf (_("New actor “%s”"), name));
}
