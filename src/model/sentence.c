/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/builtin-kinds.h"
#include "model/notes.h"

/* What screen readers and tooltips say of an actor or a tie. */

/**
 * lsn_actor_display_name:
 * @map: a map
 * @actor: an actor
 *
 * Of an actor without a name the id says more than nothing, when another program gave it: "n12" is found in its file.
 *
 * Returns: (transfer full): its name, or what stands for an actor without one, translated
 */
char *
lsn_actor_display_name (LsnMap *map,
                        LsnRow  actor)
{
  const char *name = lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
  const char *id = lsn_map_row_id (map, LSN_TABLE_ACTORS, actor);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);

  if (name != NULL)
    return g_strdup (name);
  if (id != NULL && !lsn_id_looks_made (id))
    return g_strdup (id);
  if (kind == LSN_NO_ROW)
    return g_strdup (_("Unnamed actor"));

  /* Translators: %s is the kind of an actor without a name, such as "State" */
  return g_strdup_printf (_("Unnamed (%s)"), lsn_kind_name (map, kind));
}

/**
 * lsn_row_display_name:
 * @map: a map
 * @table: a table
 * @row: of it
 *
 * Returns: (transfer full): what a cell that refers to @row shows; the id in tables whose rows have no name
 */
char *
lsn_row_display_name (LsnMap  *map,
                      LsnTable table,
                      LsnRow   row)
{
  if (table == LSN_TABLE_KINDS)
    return g_strdup (lsn_kind_name (map, row));
  if (table == LSN_TABLE_ACTORS)
    return lsn_actor_display_name (map, row);
  if (table == LSN_TABLE_TIES)
    return lsn_tie_title (map, row);
  if (table == LSN_TABLE_NOTES)
    return lsn_note_display_name (map, row);
  return g_strdup (lsn_map_row_id (map, table, row));
}

/* ---- names of any script in sentences of any language ---- */

#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_DIRECTIONAL_ISOLATE "\342\201\251"

static gboolean
reads_from_right (void)
{
  /* Translators: how your language is read: "ltr" from left to right, "rtl" from right to left */
  return strcmp (C_("direction of reading", "ltr"), "rtl") == 0;
}

static gboolean
has_letters_from_right (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc) ||
          (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }

  return FALSE;
}

/* What goes the other way than the sentence would take the words and arrows beside it along. */
static char *
isolate (char *name)
{
  g_autofree char *inside = name;

  if (!reads_from_right () && !has_letters_from_right (inside))
    return g_steal_pointer (&inside);

  return g_strconcat (FIRST_STRONG_ISOLATE, inside, POP_DIRECTIONAL_ISOLATE, NULL);
}

/* Pango takes the direction of a line from its first letter, also where that is inside a name. */
static char *
lead (char *sentence)
{
  g_autofree char *words = sentence;
  const char *mark = reads_from_right () ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;

  if (strstr (words, FIRST_STRONG_ISOLATE) == NULL || g_str_has_prefix (words, mark))
    return g_steal_pointer (&words);

  return g_strconcat (mark, words, NULL);
}

static char *
isolated_name (LsnMap *map,
               LsnRow  actor)
{
  return isolate (actor == LSN_NO_ROW ? g_strdup ("?") : lsn_actor_display_name (map, actor));
}

static guint
count_ties (LsnMap *map,
            LsnRow  actor)
{
  guint n_ties = 0;

  for (LsnRow tie = lsn_map_next_tie (map, actor, LSN_NO_ROW);
       tie != LSN_NO_ROW;
       tie = lsn_map_next_tie (map, actor, tie))
    n_ties++;

  return n_ties;
}

/* A whole sentence for each level of power, as languages build them differently. */
static const char *
actor_format (double power,
              guint  n_ties)
{
  if (isnan (power))
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is an actor, %2$s its kind, %3$u how many ties it has */
                        "%1$s, %2$s, power not known; %3$u tie",
                        "%1$s, %2$s, power not known; %3$u ties", n_ties);
  if (power < 1.0 / 3.0)
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is an actor, %2$s its kind, %3$u how many ties it has */
                        "%1$s, %2$s, power low; %3$u tie",
                        "%1$s, %2$s, power low; %3$u ties", n_ties);
  if (power <= 2.0 / 3.0)
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is an actor, %2$s its kind, %3$u how many ties it has */
                        "%1$s, %2$s, power medium; %3$u tie",
                        "%1$s, %2$s, power medium; %3$u ties", n_ties);

  return g_dngettext (GETTEXT_PACKAGE,
                      /* Translators: %1$s is an actor, %2$s its kind, %3$u how many ties it has */
                      "%1$s, %2$s, power high; %3$u tie",
                      "%1$s, %2$s, power high; %3$u ties", n_ties);
}

/* The same of an actor whose name stands above. */
static const char *
summary_format (double power,
                guint  n_ties)
{
  if (isnan (power))
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is the kind of an actor, %2$u how many ties it has */
                        "%1$s, power not known; %2$u tie",
                        "%1$s, power not known; %2$u ties", n_ties);
  if (power < 1.0 / 3.0)
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is the kind of an actor, %2$u how many ties it has */
                        "%1$s, power low; %2$u tie",
                        "%1$s, power low; %2$u ties", n_ties);
  if (power <= 2.0 / 3.0)
    return g_dngettext (GETTEXT_PACKAGE,
                        /* Translators: %1$s is the kind of an actor, %2$u how many ties it has */
                        "%1$s, power medium; %2$u tie",
                        "%1$s, power medium; %2$u ties", n_ties);

  return g_dngettext (GETTEXT_PACKAGE,
                      /* Translators: %1$s is the kind of an actor, %2$u how many ties it has */
                      "%1$s, power high; %2$u tie",
                      "%1$s, power high; %2$u ties", n_ties);
}

/* Translated formats cannot be checked by the compiler; msgfmt --check does. */
static char *
format_sentence (const char *format,
                 ...)
{
  va_list arguments;
  char *sentence;

  va_start (arguments, format);
  _Pragma("GCC diagnostic push")
  _Pragma("GCC diagnostic ignored \"-Wformat-nonliteral\"")
  sentence = g_strdup_vprintf (format, arguments);
  _Pragma("GCC diagnostic pop")
  va_end (arguments);

  return sentence;
}

/**
 * lsn_actor_sentence:
 * @map: a map
 * @actor: an actor
 *
 * Returns: (transfer full): what there is to say of an actor in one sentence: name, kind, power and how many ties. O(ties).
 */
char *
lsn_actor_sentence (LsnMap *map,
                    LsnRow  actor)
{
  g_autofree char *name = isolated_name (map, actor);
  g_autofree char *kind_name = NULL;
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  double power = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER);
  guint n_ties = count_ties (map, actor);

  kind_name = isolate (g_strdup (lsn_kind_name (map, kind)));
  return lead (format_sentence (actor_format (power, n_ties), name, kind_name, n_ties));
}

/**
 * lsn_actor_summary:
 * @map: a map
 * @actor: an actor
 *
 * Returns: (transfer full): what there is to say of an actor below its name: kind, power and how many ties. O(ties).
 */
char *
lsn_actor_summary (LsnMap *map,
                   LsnRow  actor)
{
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  g_autofree char *kind_name = isolate (g_strdup (lsn_kind_name (map, kind)));
  double power = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER);
  guint n_ties = count_ties (map, actor);

  return lead (format_sentence (summary_format (power, n_ties), kind_name, n_ties));
}

static char *
tie_phrase (LsnMap *map,
            LsnRow  tie)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  g_autofree char *from = isolated_name (map, source);
  g_autofree char *to = isolated_name (map, target);
  g_autofree char *kind_name = NULL;
  const char *id = lsn_map_row_id (map, LSN_TABLE_KINDS, kind);
  const LsnBuiltinKind *builtin = id != NULL ? lsn_builtin_kind_find (id) : NULL;

  /* Who renamed a built-in kind means something else by it. */
  if (builtin != NULL && builtin->phrase != NULL &&
      lsn_map_get_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME) == NULL)
    return format_sentence (g_dpgettext2 (GETTEXT_PACKAGE, "tie phrase", builtin->phrase), from, to);

  if (kind == LSN_NO_ROW)
    /* Translators: both are actors */
    return g_strdup_printf (C_("tie phrase", "%1$s has a tie to %2$s"), from, to);

  /* Translators: %1$s and %2$s are actors, %3$s the kind of the tie between them */
  kind_name = isolate (g_strdup (lsn_kind_name (map, kind)));
  return g_strdup_printf (C_("tie phrase", "%1$s to %2$s, %3$s"), from, to, kind_name);
}

/* What the fields call "Both ways" stands inside a sentence here. */
static const struct
{
  LsnColumn   column;
  const char *choice;
  const char *words;
} details_of_ties[] = {
  { LSN_TIE_DIRECTION, "forward", NC_("in a sentence about a tie", "one way") },
  { LSN_TIE_DIRECTION, "mutual", NC_("in a sentence about a tie", "both ways") },
  { LSN_TIE_DIRECTION, "none", NC_("in a sentence about a tie", "without direction") },
  { LSN_TIE_STATUS, "confirmed", NC_("in a sentence about a tie", "confirmed") },
  { LSN_TIE_STATUS, "likely", NC_("in a sentence about a tie", "likely") },
  { LSN_TIE_STATUS, "rumoured", NC_("in a sentence about a tie", "rumoured") },
  { LSN_TIE_STATUS, "absent", NC_("in a sentence about a tie", "known not to exist") },
  { LSN_TIE_SECRECY, "public", NC_("in a sentence about a tie", "public") },
  { LSN_TIE_SECRECY, "private", NC_("in a sentence about a tie", "private") },
  { LSN_TIE_SECRECY, "covert", NC_("in a sentence about a tie", "covert") },
};

static void
add_choice (LsnMap    *map,
            LsnRow     tie,
            LsnColumn  column,
            GPtrArray *details)
{
  const char *choice = lsn_map_get_text (map, LSN_TABLE_TIES, tie, column);

  for (guint i = 0; choice != NULL && i < G_N_ELEMENTS (details_of_ties); i++)
    if (details_of_ties[i].column == column && strcmp (details_of_ties[i].choice, choice) == 0)
      g_ptr_array_add (details, (gpointer) g_dpgettext2 (GETTEXT_PACKAGE, "in a sentence about a tie",
                                                         details_of_ties[i].words));
}

/**
 * lsn_tie_title:
 * @map: a map
 * @tie: a tie
 *
 * Returns: (transfer full): who is tied to whom, with an arrow that points the way in which the line is read
 */
char *
lsn_tie_title (LsnMap *map,
               LsnRow  tie)
{
  g_autofree char *source = isolated_name (map, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE));
  g_autofree char *target = isolated_name (map, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET));

  switch (lsn_tie_direction (map, tie))
    {
    case LSN_DIRECTION_MUTUAL:
      /* Translators: a tie that goes both ways between two actors; turn the arrow where reading goes from right to left */
      return lead (g_strdup_printf (C_("tie", "%s ↔ %s"), source, target));
    case LSN_DIRECTION_NONE:
      /* Translators: a tie without direction between two actors */
      return lead (g_strdup_printf (C_("tie", "%s – %s"), source, target));
    case LSN_DIRECTION_FORWARD:
    default:
      /* Translators: a tie from one actor to another; turn the arrow where reading goes from right to left */
      return lead (g_strdup_printf (C_("tie", "%s → %s"), source, target));
    }
}

/**
 * lsn_tie_sentence:
 * @map: a map
 * @tie: a tie
 *
 * Returns: (transfer full): what there is to say of a tie in one sentence: who is tied to whom and how, then its direction,
 *   certainty and secrecy as far as they are known
 */
char *
lsn_tie_sentence (LsnMap *map,
                  LsnRow  tie)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new ();
  g_autofree char *phrase = tie_phrase (map, tie);
  g_autofree char *list = NULL;

  add_choice (map, tie, LSN_TIE_DIRECTION, details);
  add_choice (map, tie, LSN_TIE_STATUS, details);
  add_choice (map, tie, LSN_TIE_SECRECY, details);
  if (details->len == 0)
    return lead (g_steal_pointer (&phrase));

  g_ptr_array_add (details, NULL);
  /* Translators: what stands between the items of a list */
  list = g_strjoinv (C_("list", ", "), (char **) details->pdata);

  /* Translators: %1$s is a sentence such as "Qatar negotiates with Hamas", %2$s a list such as "both ways, covert" */
  return lead (g_strdup_printf (_("%1$s: %2$s"), phrase, list));
}

/**
 * lsn_note_sentence:
 * @map: a map
 * @note: a note
 *
 * Returns: (transfer full): what there is to say of a note in one sentence: what it is, what it speaks of and what it says
 */
char *
lsn_note_sentence (LsnMap *map,
                   LsnRow  note)
{
  g_autofree char *text = isolate (lsn_note_display_name (map, note));
  LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_ACTOR);
  LsnRow tie = lsn_map_get_reference (map, LSN_TABLE_NOTES, note, LSN_NOTE_TIE);
  g_autofree char *about = actor != LSN_NO_ROW ? isolated_name (map, actor) : tie != LSN_NO_ROW ? tie_phrase (map, tie) : NULL;

  switch (lsn_note_shape (map, note))
    {
    case LSN_NOTE_SHAPE_FRAME:
      /* Translators: a titled frame around a part of the map; %s is its title */
      return lead (g_strdup_printf (_("Frame: %s"), text));
    case LSN_NOTE_SHAPE_CALLOUT:
      if (about != NULL)
        /* Translators: a note that points to an actor or a tie; %1$s is that, %2$s what the note says */
        return lead (g_strdup_printf (_("Callout about %1$s: %2$s"), about, text));
      /* Translators: a note that would point to something; %s is what it says */
      return lead (g_strdup_printf (_("Callout: %s"), text));
    case LSN_NOTE_SHAPE_TEXT:
    default:
      /* Translators: a note on the map; %s is what it says */
      return lead (g_strdup_printf (_("Note: %s"), text));
    }
}
