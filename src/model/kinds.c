/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/kinds.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/builtin-kinds.h"
#include "model/edit.h"

/* Kinds as readers of a map see them: a row's own cell first, then what is built in for its id, then the broader kind. */

static const LsnBuiltinKind *
builtin_of (LsnMap *map,
            LsnRow  kind)
{
  const char *id = lsn_map_row_id (map, LSN_TABLE_KINDS, kind);

  return id != NULL ? lsn_builtin_kind_find (id) : NULL;
}

/**
 * lsn_kind_name:
 * @map: a map
 * @kind: a kind, or %LSN_NO_ROW
 *
 * Returns: its name, else the translated built-in name, else its id; "No kind", translated, for %LSN_NO_ROW. Borrowed.
 */
const char *
lsn_kind_name (LsnMap *map,
               LsnRow  kind)
{
  const char *name = lsn_map_get_text (map, LSN_TABLE_KINDS, kind, LSN_KIND_NAME);
  const LsnBuiltinKind *builtin;

  if (name != NULL)
    return name;
  if (!lsn_map_has_row (map, LSN_TABLE_KINDS, kind))
    return _("No kind");

  builtin = builtin_of (map, kind);
  return builtin != NULL ? lsn_builtin_kind_name (builtin) : lsn_map_row_id (map, LSN_TABLE_KINDS, kind);
}

static const char *
builtin_text (const LsnBuiltinKind *builtin,
              LsnColumn             column)
{
  switch (column)
    {
    case LSN_KIND_NAME:
      return lsn_builtin_kind_name (builtin);

    case LSN_KIND_OF:
      return builtin->of_tie ? "tie" : "actor";

    case LSN_KIND_SHAPE:
      return builtin->shape;

    case LSN_KIND_SYMBOL:
      return builtin->symbol;

    case LSN_KIND_LINE:
      return builtin->line;

    case LSN_KIND_COLOUR:
      return builtin->colour;

    case LSN_KIND_MEANING:
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind meaning", builtin->meaning);

    default:
      return NULL;
    }
}

static int
builtin_boolean (const LsnBuiltinKind *builtin,
                 LsnColumn             column)
{
  if (!builtin->of_tie)
    return -1;

  switch (column)
    {
    case LSN_KIND_DIRECTED:
      return builtin->directed;

    case LSN_KIND_CARRIES:
      return builtin->carries;

    case LSN_KIND_PRESSES:
      return builtin->presses;

    case LSN_KIND_COMMANDS:
      return builtin->commands;

    default:
      return -1;
    }
}

/* The way from a kind up to the broadest one. A built-in kind that is no row of the map is passed with its built-in answers.
 * Own cells cannot make a circle, but together with built-in answers for empty ones they could: so the walk is bounded. */
typedef struct
{
  LsnMap               *map;
  LsnRow                row;     /* LSN_NO_ROW for what is built in only */
  const LsnBuiltinKind *alone;   /* that, else NULL */
  guint                 depth;
} Walk;

#define DEEPEST (2 * LSN_MAX_LEVELS)

static gboolean
is_on_way (const Walk *walk)
{
  return (walk->row != LSN_NO_ROW || walk->alone != NULL) && walk->depth < DEEPEST;
}

static const LsnBuiltinKind *
builtin_here (const Walk *walk)
{
  return walk->alone != NULL ? walk->alone : builtin_of (walk->map, walk->row);
}

static void
go_up (Walk *walk)
{
  const LsnBuiltinKind *builtin;
  LsnRow broader = LSN_NO_ROW;

  walk->depth++;
  if (walk->row != LSN_NO_ROW)
    broader = lsn_map_get_reference (walk->map, LSN_TABLE_KINDS, walk->row, LSN_KIND_BROADER);
  builtin = broader == LSN_NO_ROW ? builtin_here (walk) : NULL;
  walk->alone = NULL;
  walk->row = broader;
  if (builtin == NULL || builtin->broader == NULL)
    return;

  walk->row = lsn_map_find_row (walk->map, LSN_TABLE_KINDS, builtin->broader);
  if (walk->row == LSN_NO_ROW)
    walk->alone = lsn_builtin_kind_find (builtin->broader);
}

/**
 * lsn_kind_is_a:
 * @map: a map
 * @kind: a kind
 * @wanted: a kind
 *
 * Returns: whether @kind is @wanted or one of its narrower kinds
 */
gboolean
lsn_kind_is_a (LsnMap *map,
               LsnRow  kind,
               LsnRow  wanted)
{
  for (Walk walk = { map, kind, NULL, 0 }; is_on_way (&walk); go_up (&walk))
    if (walk.row == wanted)
      return walk.row != LSN_NO_ROW;

  return FALSE;
}

/**
 * lsn_kind_is_a_named:
 * @map: a map
 * @kind: a kind
 * @id: the id of a kind, which may be a built-in one that the map has no row of
 *
 * Returns: whether @kind is the kind of that id or one of its narrower kinds
 */
gboolean
lsn_kind_is_a_named (LsnMap     *map,
                     LsnRow      kind,
                     const char *id)
{
  for (Walk walk = { map, kind, NULL, 0 }; is_on_way (&walk); go_up (&walk))
    if (strcmp (walk.alone != NULL ? walk.alone->id : lsn_map_row_id (map, LSN_TABLE_KINDS, walk.row), id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * lsn_kind_dup_broader_name:
 * @map: a map
 * @kind: a kind
 *
 * Returns: (transfer full) (nullable): the name of the next broader kind, also when it is no row of the map
 */
char *
lsn_kind_dup_broader_name (LsnMap *map,
                           LsnRow  kind)
{
  Walk walk = { map, kind, NULL, 0 };

  go_up (&walk);
  if (!is_on_way (&walk))
    return NULL;
  return g_strdup (walk.alone != NULL ? lsn_builtin_kind_name (walk.alone) : lsn_kind_name (map, walk.row));
}

/**
 * lsn_kind_text:
 * @map: a map
 * @kind: a kind
 * @column: a text, choice or colour column of the kinds
 *
 * Returns: (nullable): what the kind's cell says; when it is empty, the built-in answer, then that of the broader kinds.
 *   A name or meaning is never a broader kind's. Borrowed.
 */
const char *
lsn_kind_text (LsnMap   *map,
               LsnRow    kind,
               LsnColumn column)
{
  for (Walk walk = { map, kind, NULL, 0 }; is_on_way (&walk); go_up (&walk))
    {
      const char *text = walk.alone == NULL ? lsn_map_get_text (map, LSN_TABLE_KINDS, walk.row, column) : NULL;
      const LsnBuiltinKind *builtin = text == NULL ? builtin_here (&walk) : NULL;

      if (builtin != NULL)
        text = builtin_text (builtin, column);
      if (text != NULL || column == LSN_KIND_NAME || column == LSN_KIND_MEANING)
        return text;
    }

  return NULL;
}

/**
 * lsn_kind_boolean:
 * @map: a map
 * @kind: a kind
 * @column: a yes-or-no column of the kinds
 *
 * Returns: 0 or 1 as the kind's cell says; when it is empty, the built-in answer, then that of the broader kinds; -1 when
 *   nobody says anything
 */
int
lsn_kind_boolean (LsnMap   *map,
                  LsnRow    kind,
                  LsnColumn column)
{
  for (Walk walk = { map, kind, NULL, 0 }; is_on_way (&walk); go_up (&walk))
    {
      int answer = walk.alone == NULL ? lsn_map_get_boolean (map, LSN_TABLE_KINDS, walk.row, column) : -1;
      const LsnBuiltinKind *builtin = answer < 0 ? builtin_here (&walk) : NULL;

      if (builtin != NULL)
        answer = builtin_boolean (builtin, column);
      if (answer >= 0)
        return answer;
    }

  return -1;
}

/**
 * lsn_kind_is_of_tie:
 * @map: a map
 * @kind: a row of the kinds
 *
 * Returns: whether it is a kind of ties; else it is one of actors
 */
gboolean
lsn_kind_is_of_tie (LsnMap *map,
                    LsnRow  kind)
{
  return g_strcmp0 (lsn_kind_text (map, kind, LSN_KIND_OF), "tie") == 0;
}

/**
 * lsn_tie_direction:
 * @map: a map
 * @tie: a tie
 *
 * Returns: its own direction; when it says none, forward for a directed kind or no kind, none for an undirected one
 */
LsnDirection
lsn_tie_direction (LsnMap *map,
                   LsnRow  tie)
{
  const char *own = lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_DIRECTION);
  LsnRow kind;

  if (own != NULL)
    return strcmp (own, "forward") == 0 ? LSN_DIRECTION_FORWARD
           : strcmp (own, "mutual") == 0 ? LSN_DIRECTION_MUTUAL
           : LSN_DIRECTION_NONE;

  kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  return lsn_kind_boolean (map, kind, LSN_KIND_DIRECTED) == 0 ? LSN_DIRECTION_NONE : LSN_DIRECTION_FORWARD;
}

/**
 * lsn_kind_sign:
 * @map: a map
 * @kind: a kind of ties
 *
 * Returns: -1, 0 or +1 as the kind's cell says; when it is empty, the built-in answer, then that of the broader kinds; else 0
 */
int
lsn_kind_sign (LsnMap *map,
               LsnRow  kind)
{
  double sign = NAN;

  for (Walk walk = { map, kind, NULL, 0 }; isnan (sign) && is_on_way (&walk); go_up (&walk))
    {
      const LsnBuiltinKind *builtin;

      if (walk.alone == NULL)
        sign = lsn_map_get_number (map, LSN_TABLE_KINDS, walk.row, LSN_KIND_SIGN);
      builtin = isnan (sign) ? builtin_here (&walk) : NULL;
      if (builtin != NULL && builtin->of_tie)
        sign = builtin->sign;
    }

  return isnan (sign) ? 0 : (int) sign;
}

/**
 * lsn_tie_sign:
 * @map: a map
 * @tie: a tie
 *
 * Returns: -1, 0 or +1: its own sign, else that of its kind
 */
int
lsn_tie_sign (LsnMap *map,
              LsnRow  tie)
{
  double sign = lsn_map_get_number (map, LSN_TABLE_TIES, tie, LSN_TIE_SIGN);

  if (!isnan (sign))
    return (int) sign;
  return lsn_kind_sign (map, lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND));
}

typedef struct
{
  LsnRow      row;
  guint       place; /* in the built-in list; G_MAXUINT for others */
  const char *name;
} Used;

static int
compare_used (gconstpointer a,
              gconstpointer b)
{
  const Used *one = a;
  const Used *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;

  return g_utf8_collate (one->name, other->name);
}

static guint
builtin_place (LsnMap *map,
               LsnRow  kind)
{
  const LsnBuiltinKind *builtin = builtin_of (map, kind);
  guint n_kinds;

  return builtin != NULL ? (guint) (builtin - lsn_builtin_kinds (&n_kinds)) : G_MAXUINT;
}

static void
append_used (GArray *used,
             LsnMap *map,
             LsnRow  kind)
{
  Used entry = { kind, builtin_place (map, kind), lsn_kind_name (map, kind) };

  g_array_append_val (used, entry);
}

static GArray *
sorted_rows (GArray *used)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_sort (used, compare_used);
  for (guint i = 0; i < used->len; i++)
    g_array_append_val (kinds, g_array_index (used, Used, i).row);
  return kinds;
}

/**
 * lsn_kinds_of:
 * @map: a map
 * @of_ties: whether of ties or of actors
 *
 * Returns: (transfer full) (element-type guint32): all kinds of the map, in the order of lsn_kinds_in_use()
 */
GArray *
lsn_kinds_of (LsnMap  *map,
              gboolean of_ties)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (Used));

  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    if (lsn_kind_is_of_tie (map, kind) == of_ties)
      append_used (used, map, kind);
  return sorted_rows (used);
}

/**
 * lsn_kinds_count:
 * @map: a map
 * @of_ties: whether ties or actors are counted
 *
 * Returns: (transfer full): by the row of a kind, how many actors or ties have it; %LSN_NO_ROW counts those without one.
 *   O(rows).
 */
guint *
lsn_kinds_count (LsnMap  *map,
                 gboolean of_ties)
{
  LsnTable table = of_ties ? LSN_TABLE_TIES : LSN_TABLE_ACTORS;
  LsnColumn column = of_ties ? LSN_TIE_KIND : LSN_ACTOR_KIND;
  guint *counts = g_new0 (guint, lsn_map_max_row (map, LSN_TABLE_KINDS) + 1);

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, table, row))
    counts[lsn_map_get_reference (map, table, row, column)]++;
  return counts;
}

/**
 * lsn_kinds_in_use:
 * @map: a map
 * @of_ties: whether of ties or of actors
 *
 * Returns: (transfer full) (element-type guint32): the kinds that at least one actor or tie has, built-in ones first in
 *   their order, then the others by name. O(rows).
 */
GArray *
lsn_kinds_in_use (LsnMap  *map,
                  gboolean of_ties)
{
  g_autofree guint *counts = lsn_kinds_count (map, of_ties);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (Used));

  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    if (counts[kind] > 0)
      append_used (used, map, kind);
  return sorted_rows (used);
}
