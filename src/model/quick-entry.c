/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/quick-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/edit.h"
#include "model/entry-line.h"
#include "model/names.h"
#include "model/report.h"
#include "model/row-text.h"

struct _LsnQuickEntry
{
  GArray     *actors;  /* of LsnEntryActor */
  GArray     *ties;    /* of LsnEntryTie */
  GHashTable *by_name; /* folded name -> place, from 1 */
};

typedef struct
{
  LsnQuickEntry *entry;
  LsnMap        *map;
  const LsnRow  *palette;
  guint          n_palette;
  LsnReport     *report;
  guint          line;
} Parser;

static void
clear_actor (gpointer data)
{
  LsnEntryActor *actor = data;

  g_free ((char *) actor->name);
  g_free ((LsnRow *) actor->candidates);
}

static void
clear_tie (gpointer data)
{
  g_free ((char *) ((LsnEntryTie *) data)->kind_name);
}

/* ---- what they mean ---- */

static LsnRow
find_kind (Parser     *parser,
           const char *text,
           gboolean   *is_unclear)
{
  g_autofree char *wanted = lsn_text_fold (text);
  LsnRow           begins = LSN_NO_ROW;
  guint            n_begin = 0;

  if (text[0] >= '1' && text[0] <= '9' && text[1] == '\0' && (guint) (text[0] - '1') < parser->n_palette)
    return parser->palette[text[0] - '1'];

  for (LsnRow kind = lsn_map_next_row (parser->map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (parser->map, LSN_TABLE_KINDS, kind))
    {
      g_autofree char *name = lsn_text_fold (lsn_kind_name (parser->map, kind));

      if (!lsn_kind_is_of_tie (parser->map, kind))
        continue;
      if (strcmp (name, wanted) == 0 || strcmp (lsn_map_row_id (parser->map, LSN_TABLE_KINDS, kind), wanted) == 0)
        return kind;
      if (g_str_has_prefix (name, wanted))
        {
          begins = kind;
          n_begin++;
        }
    }
  *is_unclear = n_begin > 1;
  return n_begin == 1 ? begins : LSN_NO_ROW;
}

/* The kind of actor in the brackets that @name ends with; @name is cut before them. */
static LsnRow
cut_kind (Parser *parser,
          char   *name)
{
  char *brackets = g_str_has_suffix (name, ")") ? strrchr (name, '(') : NULL;
  g_autofree char *said = brackets != NULL ? g_strndup (brackets + 1, strlen (brackets) - 2) : NULL;
  g_autofree char *wanted = said != NULL ? lsn_text_fold (g_strstrip (said)) : NULL;

  if (wanted == NULL || *wanted == '\0' || brackets == name)
    return LSN_NO_ROW;

  for (LsnRow kind = lsn_map_next_row (parser->map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (parser->map, LSN_TABLE_KINDS, kind))
    {
      g_autofree char *folded = lsn_text_fold (lsn_kind_name (parser->map, kind));

      if (!lsn_kind_is_of_tie (parser->map, kind) &&
          (strcmp (folded, wanted) == 0 || strcmp (lsn_map_row_id (parser->map, LSN_TABLE_KINDS, kind), wanted) == 0))
        {
          *brackets = '\0';
          g_strchomp (name);
          return kind;
        }
    }
  return LSN_NO_ROW;
}

static guint
add_actor (Parser              *parser,
           LsnNameIndex        *index,
           const LsnSpokenName *said)
{
  LsnQuickEntry     *entry = parser->entry;
  g_autofree char   *name = g_strdup (said->text);
  g_autoptr (GArray) hits = lsn_name_index_find (index, name);
  LsnRow             kind = hits->len == 0 && !said->is_quoted ? cut_kind (parser, name) : LSN_NO_ROW;
  g_autofree char   *key = NULL;
  LsnEntryActor      actor = { .kind = kind };
  LsnRow            *candidates;
  guint              place;

  if (kind != LSN_NO_ROW)
    {
      g_array_unref (hits);
      hits = lsn_name_index_find (index, name);
    }
  if (hits->len > 0)
    key = g_strdup_printf ("=%s", name);

  if (key == NULL)
    {
      g_autofree char *folded = lsn_text_fold (name);

      key = g_strdup_printf ("~%s", folded);
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (entry->by_name, key));
  if (place > 0)
    {
      if (kind != LSN_NO_ROW)
        g_array_index (entry->actors, LsnEntryActor, place - 1).kind = kind;
      return place - 1;
    }

  actor.name = g_strdup (name);
  actor.n_candidates = hits->len;
  actor.candidates = candidates = g_new (LsnRow, hits->len);
  for (guint i = 0; i < hits->len; i++)
    candidates[i] = g_array_index (hits, LsnNameHit, i).actor;
  actor.actor = hits->len == 1 ? candidates[0] : LSN_NO_ROW;
  actor.is_decided = hits->len < 2;
  g_array_append_val (entry->actors, actor);
  g_hash_table_insert (entry->by_name, g_steal_pointer (&key), GUINT_TO_POINTER (entry->actors->len));
  return entry->actors->len - 1;
}

static gboolean
find_kinds (Parser             *parser,
            const LsnEntryLine *said,
            LsnRow             *kinds)
{
  for (guint i = 0; i < said->connectors->len; i++)
    {
      const LsnConnector *connector = &g_array_index (said->connectors, LsnConnector, i);
      gboolean         is_unclear = FALSE;

      kinds[i] = connector->kind != NULL ? find_kind (parser, connector->kind, &is_unclear) : LSN_NO_ROW;
      if (is_unclear)
        {
          lsn_report_add (parser->report, LSN_SEVERITY_ERROR, parser->line, 0,
                          /* Translators: %s is what was typed for the kind of a tie */
                          _("Several kinds of ties begin with “%s”. Type more of the name."), connector->kind);
          return FALSE;
        }
    }
  return TRUE;
}

static void
add_statement (Parser             *parser,
               LsnNameIndex       *index,
               const LsnEntryLine *said)
{
  g_autofree LsnRow *kinds = g_new0 (LsnRow, said->connectors->len + 1);
  guint              before;

  if (!find_kinds (parser, said, kinds))
    return;

  before = add_actor (parser, index, &g_array_index (said->names, LsnSpokenName, 0));
  for (guint i = 0; i < said->connectors->len; i++)
    {
      const LsnConnector *connector = &g_array_index (said->connectors, LsnConnector, i);
      guint            behind = add_actor (parser, index, &g_array_index (said->names, LsnSpokenName, i + 1));
      LsnEntryTie      tie = { parser->line, before, behind, g_strdup (connector->kind), kinds[i], connector->direction };

      if (connector->is_backward)
        {
          tie.source = behind;
          tie.target = before;
        }
      g_array_append_val (parser->entry->ties, tie);
      before = behind;
    }
}

/* A name may begin with a number and a point ("1. FC Köln"); several lines that all do are a numbered list. */
static gboolean
is_numbered_list (char **lines)
{
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *bare = g_strstrip (g_strdup (lines[i]));

      if (*bare == '\0')
        continue;
      if (lsn_entry_line_number_end (bare) == NULL)
        return FALSE;
      n_lines++;
    }
  return n_lines > 1;
}

/**
 * lsn_quick_entry_parse:
 * @map: whose names and kinds are meant
 * @text: one or several lines, UTF-8
 * @palette: (array length=n_palette): the kinds that the digits mean, from 1
 * @report: gets each line that is not understood, with its line and column
 *
 * Reads what was typed, without changing the map. A line that is not understood adds nothing. O(n) in actors, aliases and
 * the length of @text.
 *
 * Returns: (transfer full): whom and what the text means
 */
LsnQuickEntry *
lsn_quick_entry_parse (LsnMap       *map,
                       const char   *text,
                       const LsnRow *palette,
                       guint         n_palette,
                       LsnReport    *report)
{
  LsnQuickEntry            *entry = g_new0 (LsnQuickEntry, 1);
  g_autoptr (LsnNameIndex)  index = lsn_name_index_new (map);
  g_autofree char          *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv)            ends = g_strsplit (valid, "\r\n", -1);
  g_autofree char          *plain = g_strjoinv ("\n", ends);
  g_auto (GStrv)            lines = g_strsplit_set (plain, "\n\r", -1);
  gboolean                  is_numbered = is_numbered_list (lines);
  Parser parser = { entry, map, palette, n_palette, report, 0 };

  entry->actors = g_array_new (FALSE, FALSE, sizeof (LsnEntryActor));
  g_array_set_clear_func (entry->actors, clear_actor);
  entry->ties = g_array_new (FALSE, FALSE, sizeof (LsnEntryTie));
  g_array_set_clear_func (entry->ties, clear_tie);
  entry->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *behind = is_numbered ? lsn_entry_line_number_end (lines[i]) : NULL;
      g_autoptr (LsnEntryLine) said = lsn_entry_line_parse (lines[i], behind != NULL ? behind : lines[i], i + 1, report);

      parser.line = i + 1;
      if (said != NULL)
        add_statement (&parser, index, said);
    }
  return entry;
}

/**
 * lsn_quick_entry_free:
 * @entry: (transfer full): no longer wanted
 */
void
lsn_quick_entry_free (LsnQuickEntry *entry)
{
  g_array_unref (entry->actors);
  g_array_unref (entry->ties);
  g_hash_table_unref (entry->by_name);
  g_free (entry);
}

/**
 * lsn_quick_entry_n_actors:
 *
 * Returns: how many are named
 */
guint
lsn_quick_entry_n_actors (LsnQuickEntry *entry)
{
  return entry->actors->len;
}

/**
 * lsn_quick_entry_actor:
 * @index: below lsn_quick_entry_n_actors()
 *
 * Returns: (transfer none): somebody that is named, in the order of the text
 */
const LsnEntryActor *
lsn_quick_entry_actor (LsnQuickEntry *entry,
                       guint          index)
{
  g_return_val_if_fail (index < entry->actors->len, NULL);

  return &g_array_index (entry->actors, LsnEntryActor, index);
}

/**
 * lsn_quick_entry_n_ties:
 *
 * Returns: how many ties there are in it
 */
guint
lsn_quick_entry_n_ties (LsnQuickEntry *entry)
{
  return entry->ties->len;
}

/**
 * lsn_quick_entry_tie:
 * @index: below lsn_quick_entry_n_ties()
 *
 * Returns: (transfer none): a tie, in the order of the text
 */
const LsnEntryTie *
lsn_quick_entry_tie (LsnQuickEntry *entry,
                     guint          index)
{
  g_return_val_if_fail (index < entry->ties->len, NULL);

  return &g_array_index (entry->ties, LsnEntryTie, index);
}

/**
 * lsn_quick_entry_decide:
 * @index: below lsn_quick_entry_n_actors()
 * @actor: whom the name means; %LSN_NO_ROW for somebody new
 *
 * Settles a name that fits several.
 */
void
lsn_quick_entry_decide (LsnQuickEntry *entry,
                        guint          index,
                        LsnRow         actor)
{
  LsnEntryActor *named;

  g_return_if_fail (index < entry->actors->len);

  named = &g_array_index (entry->actors, LsnEntryActor, index);
  named->actor = actor;
  named->is_decided = TRUE;
}

/**
 * lsn_quick_entry_is_ready:
 *
 * Returns: whether there is something in it and each name means one actor
 */
gboolean
lsn_quick_entry_is_ready (LsnQuickEntry *entry)
{
  for (guint i = 0; i < entry->actors->len; i++)
    if (!g_array_index (entry->actors, LsnEntryActor, i).is_decided)
      return FALSE;
  return entry->actors->len > 0;
}

/* ---- taking it ---- */

static LsnRow
make_kind (LsnMap            *map,
           GHashTable        *new_kinds,
           const LsnEntryTie *tie,
           GError           **error)
{
  g_autofree char *folded = lsn_text_fold (tie->kind_name);
  LsnRow           kind = GPOINTER_TO_UINT (g_hash_table_lookup (new_kinds, folded));

  if (kind != LSN_NO_ROW)
    return kind;

  kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, NULL, error);
  if (kind == LSN_NO_ROW ||
      !lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME, tie->kind_name, error) ||
      !lsn_map_set_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_OF, "tie", error) ||
      !lsn_map_set_boolean (map, LSN_TABLE_KINDS, kind, LSN_KIND_DIRECTED, tie->direction != LSN_DIRECTION_NONE, error))
    return LSN_NO_ROW;

  g_hash_table_insert (new_kinds, g_steal_pointer (&folded), GUINT_TO_POINTER (kind));
  return kind;
}

static gboolean
make_tie (LsnMap            *map,
          const LsnRow      *actors,
          const LsnEntryTie *tie,
          LsnRow             kind,
          GError           **error)
{
  static const char *const words[] = {
    [LSN_DIRECTION_FORWARD] = "forward",
    [LSN_DIRECTION_MUTUAL] = "mutual",
    [LSN_DIRECTION_NONE] = "none",
  };
  LsnRow row = lsn_map_insert_tie (map, NULL, actors[tie->source], actors[tie->target], kind, error);

  if (row == LSN_NO_ROW)
    return FALSE;
  return lsn_tie_direction (map, row) == tie->direction ||
         lsn_map_set_text (map, LSN_TABLE_TIES, row, LSN_TIE_DIRECTION, words[tie->direction], error);
}

static gboolean
make_actors (LsnQuickEntry *entry,
             LsnMap        *map,
             LsnRow        *actors,
             GArray        *made,
             GError       **error)
{
  for (guint i = 0; i < entry->actors->len; i++)
    {
      const LsnEntryActor *named = &g_array_index (entry->actors, LsnEntryActor, i);

      actors[i] = named->actor;
      if (actors[i] != LSN_NO_ROW)
        {
          if (named->kind != LSN_NO_ROW &&
              !lsn_map_set_reference (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_KIND, named->kind, error))
            return FALSE;
          continue;
        }

      actors[i] = lsn_map_insert_actor (map, NULL, named->name, named->kind, NAN, NAN, error);
      if (actors[i] == LSN_NO_ROW)
        return FALSE;
      g_array_append_val (made, actors[i]);
    }
  return TRUE;
}

static gboolean
make_all (LsnQuickEntry *entry,
          LsnMap        *map,
          LsnRow         next_kind,
          GArray        *made,
          GError       **error)
{
  g_autofree LsnRow      *actors = g_new0 (LsnRow, entry->actors->len);
  g_autoptr (GHashTable)  new_kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!make_actors (entry, map, actors, made, error))
    return FALSE;

  for (guint i = 0; i < entry->ties->len; i++)
    {
      const LsnEntryTie *tie = &g_array_index (entry->ties, LsnEntryTie, i);
      LsnRow             kind = tie->kind_name == NULL ? next_kind : tie->kind;

      if (kind == LSN_NO_ROW && tie->kind_name != NULL)
        kind = make_kind (map, new_kinds, tie, error);
      if ((kind == LSN_NO_ROW && tie->kind_name != NULL) || !make_tie (map, actors, tie, kind, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lsn_quick_entry_apply:
 * @map: the map that it was read for, with nothing removed since
 * @next_kind: of ties that name none; may be %LSN_NO_ROW
 * @made: (element-type LsnRow): gets the new actors, in the order of the text; they have no place yet
 *
 * Makes the actors, ties and kinds that the text names, in one transaction; on an error nothing. The entry must be ready.
 */
gboolean
lsn_quick_entry_apply (LsnQuickEntry *entry,
                       LsnMap        *map,
                       LsnRow         next_kind,
                       GArray        *made,
                       GError       **error)
{
  g_return_val_if_fail (lsn_quick_entry_is_ready (entry), FALSE);

  lsn_map_begin (map, C_("undo", "Quick Entry"), NULL);
  if (!make_all (entry, map, next_kind, made, error))
    {
      lsn_map_rollback (map);
      g_array_set_size (made, 0);
      return FALSE;
    }
  lsn_map_commit (map);
  return TRUE;
}
