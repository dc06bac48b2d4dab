/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/entry-words.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/entry-line.h"
#include "model/names.h"
#include "model/report.h"
#include "model/row-text.h"

#define MOST_HITS 20 /* that are gone through by completing again */

/* ---- what lines would do ---- */

static guint
count_new_actors (LsnQuickEntry *entry)
{
  guint n = 0;

  for (guint i = 0; i < lsn_quick_entry_n_actors (entry); i++)
    {
      const LsnEntryActor *actor = lsn_quick_entry_actor (entry, i);

      n += actor->is_decided && actor->actor == LSN_NO_ROW;
    }
  return n;
}

/* Those on the map whose kind would be another. */
static guint
count_kinds_given (LsnMap        *map,
                   LsnQuickEntry *entry)
{
  guint n = 0;

  for (guint i = 0; i < lsn_quick_entry_n_actors (entry); i++)
    {
      const LsnEntryActor *named = lsn_quick_entry_actor (entry, i);

      n += named->is_decided && named->actor != LSN_NO_ROW && named->kind != LSN_NO_ROW &&
           lsn_map_get_reference (map, LSN_TABLE_ACTORS, named->actor, LSN_ACTOR_KIND) != named->kind;
    }
  return n;
}

static guint
count_new_kinds (LsnQuickEntry *entry)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lsn_quick_entry_n_ties (entry); i++)
    {
      const LsnEntryTie *tie = lsn_quick_entry_tie (entry, i);

      if (tie->kind_name != NULL && tie->kind == LSN_NO_ROW)
        g_hash_table_add (names, lsn_text_fold (tie->kind_name));
    }
  return g_hash_table_size (names);
}

/**
 * lsn_entry_summary:
 * @map: that it was read for
 * @entry: what was read
 *
 * Returns: (transfer full): what taking it would make, in words: "2 new actors, 3 ties"; empty when that is nothing
 */
char *
lsn_entry_summary (LsnMap        *map,
                   LsnQuickEntry *entry)
{
  guint n_actors = count_new_actors (entry), n_ties = lsn_quick_entry_n_ties (entry), n_kinds = count_new_kinds (entry);
  guint n_given = count_kinds_given (map, entry);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (n_actors > 0)
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new actor", "%u new actors", n_actors),
                                             n_actors));
  if (n_given > 0)
    /* Translators: part of a list of what will be done; these actors are on the map, and are said to be of another kind */
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "the kind of %u actor", "the kinds of %u actors",
                                                          n_given), n_given));
  if (n_ties > 0)
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie", "%u ties", n_ties), n_ties));
  if (n_kinds > 0)
    g_ptr_array_add (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new kind of tie", "%u new kinds of ties",
                                                          n_kinds), n_kinds));
  g_ptr_array_add (words, NULL);
  /* Translators: stands between the parts of a list */
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

/**
 * lsn_entry_problem:
 * @report: of the reading
 *
 * Returns: (transfer full) (nullable): the first line that was not understood, with its place; %NULL when all were
 */
char *
lsn_entry_problem (LsnReport *report)
{
  const LsnReportEntry *first;

  if (!lsn_report_has_errors (report))
    return NULL;

  first = lsn_report_get (report, 0);
  if (first->column == 0)
    /* Translators: %u is the number of a line, %s a sentence that says what is wrong with it */
    return g_strdup_printf (_("Line %u: %s"), (guint) first->line, first->text);
  /* Translators: the first %u is the number of a line, the second that of a letter in it, %s says what is wrong there */
  return g_strdup_printf (_("Line %u, letter %u: %s"), (guint) first->line, first->column, first->text);
}

/* ---- completing ---- */

/* The kind that is being typed: behind the opening of a connector, and before its end. */
static const char *
open_kind (const char *head,
           gboolean   *is_backward)
{
  const char *kind = NULL;
  gboolean    is_after_gap = TRUE;

  for (const char *at = head; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (is_after_gap && (*at == '-' || g_str_has_prefix (at, "<-") || g_str_has_prefix (at, "\342\206\220")))
        {
          *is_backward = *at != '-';
          kind = g_utf8_next_char (at);
          if (*at == '<')
            kind++;
        }
      else if (kind != NULL && at > kind && (g_str_has_prefix (at, "->") || g_str_has_prefix (at, "\342\206\222")))
        kind = NULL;
      is_after_gap = g_unichar_isspace (g_utf8_get_char (at));
    }
  return kind != NULL && *kind != '\0' && *kind != '>' && *kind != '-' && *kind != ' ' ? kind : NULL;
}

/* Kinds of ties or of actors whose name begins so; borrowed from the map. */
static GPtrArray *
kinds_that_begin (LsnMap     *map,
                  const char *typed,
                  gboolean    of_ties)
{
  g_autofree char *wanted = lsn_text_fold (typed);
  GPtrArray *names = g_ptr_array_new ();

  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    {
      g_autofree char *folded = lsn_text_fold (lsn_kind_name (map, kind));

      if (lsn_kind_is_of_tie (map, kind) == of_ties && g_str_has_prefix (folded, wanted))
        g_ptr_array_add (names, (char *) lsn_kind_name (map, kind));
    }
  return names;
}

static void
free_completion (gpointer data)
{
  LsnCompletion *completion = data;

  g_free (completion->text);
  g_free (completion->name);
  g_free (completion);
}

/* @text: transfer full */
static void
add_completion (GPtrArray  *completions,
                char       *text,
                const char *name)
{
  LsnCompletion *completion = g_new (LsnCompletion, 1);

  *completion = (LsnCompletion) { text, g_strdup (name) };
  g_ptr_array_add (completions, completion);
}

static void
complete_kind (LsnMap     *map,
               const char *typed,
               gboolean    of_ties,
               const char *closing,
               GPtrArray  *completions)
{
  g_autoptr (GPtrArray) names = kinds_that_begin (map, typed, of_ties);

  for (guint i = 0; i < names->len; i++)
    add_completion (completions, g_strconcat (g_ptr_array_index (names, i), closing, NULL), g_ptr_array_index (names, i));
}

static const char *
hit_name (LsnMap           *map,
          const LsnNameHit *hit)
{
  return hit->alias != LSN_NO_ROW ? lsn_map_get_text (map, LSN_TABLE_ALIASES, hit->alias, LSN_ALIAS_TEXT)
                                  : lsn_map_get_text (map, LSN_TABLE_ACTORS, hit->actor, LSN_ACTOR_NAME);
}

/* The name that the line ends with, or the kind of that actor in the brackets behind it. */
static gsize
complete_name (LsnMap     *map,
               const char *head,
               GPtrArray  *completions)
{
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnEntryLine) said = lsn_entry_line_parse (head, head, 1, report);
  g_autofree char *bare = g_strchomp (g_strdup (head));
  g_autoptr (GArray) hits = NULL;
  const char *last, *brackets;

  if (said == NULL)
    return 0;
  last = lsn_entry_line_name (said, said->names->len - 1);
  if (!g_str_has_suffix (bare, last))
    return 0;

  hits = lsn_names_complete (map, last, MOST_HITS);
  for (guint i = 0; i < hits->len; i++)
    {
      const char *name = hit_name (map, &g_array_index (hits, LsnNameHit, i));

      add_completion (completions, lsn_quick_entry_quote (name), name);
    }
  brackets = strrchr (last, '(');
  if (hits->len == 0 && brackets != NULL && brackets > last && strchr (brackets, ')') == NULL)
    {
      complete_kind (map, brackets + 1, FALSE, ") ", completions);
      last = brackets + 1;
    }
  return strlen (bare) - strlen (last);
}

/**
 * lsn_entry_completions:
 * @map: whose names and kinds are meant
 * @head: a line as far as the place where one types
 * @start: (out): the byte of @head from which on it is replaced
 *
 * Completes the name or the kind that is being typed. Cost: O(actors and other names).
 *
 * Returns: (transfer full) (element-type LsnCompletion): what may come there, what fits best first; empty when nothing fits
 */
GPtrArray *
lsn_entry_completions (LsnMap     *map,
                       const char *head,
                       gsize      *start)
{
  gboolean    is_backward = FALSE;
  const char *kind = open_kind (head, &is_backward);
  GPtrArray  *completions = g_ptr_array_new_with_free_func (free_completion);

  if (kind != NULL)
    complete_kind (map, kind, TRUE, is_backward ? "- " : "-> ", completions);
  *start = completions->len > 0 ? (gsize) (kind - head) : complete_name (map, head, completions);
  return completions;
}
