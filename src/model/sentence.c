/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/builtin-kinds.h"

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
  g_autofree char *name = lsn_actor_display_name (map, actor);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND);
  double power = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_POWER);
  guint n_ties = count_ties (map, actor);

  return format_sentence (actor_format (power, n_ties), name, lsn_kind_name (map, kind), n_ties);
}

static char *
tie_phrase (LsnMap *map,
            LsnRow  tie)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  g_autofree char *from = lsn_actor_display_name (map, source);
  g_autofree char *to = lsn_actor_display_name (map, target);
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
  return g_strdup_printf (C_("tie phrase", "%1$s to %2$s, %3$s"), from, to, lsn_kind_name (map, kind));
}

static void
add_choice (LsnMap    *map,
            LsnRow     tie,
            LsnColumn  column,
            GPtrArray *details)
{
  const char *choice = lsn_map_get_text (map, LSN_TABLE_TIES, tie, column);

  if (choice != NULL)
    g_ptr_array_add (details, (gpointer) lsn_column_choice_label (lsn_table_builtin (LSN_TABLE_TIES, column), choice));
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
    return g_steal_pointer (&phrase);

  g_ptr_array_add (details, NULL);
  /* Translators: what stands between the items of a list */
  list = g_strjoinv (C_("list", ", "), (char **) details->pdata);

  /* Translators: %1$s is a sentence such as "Qatar negotiates with Hamas", %2$s a list such as "Both ways, Covert" */
  return g_strdup_printf (_("%1$s: %2$s"), phrase, list);
}
