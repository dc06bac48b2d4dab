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
  return builtin != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "kind", builtin->name)
                         : lsn_map_row_id (map, LSN_TABLE_KINDS, kind);
}

static const char *
builtin_text (const LsnBuiltinKind *builtin,
              LsnColumn             column)
{
  switch (column)
    {
    case LSN_KIND_NAME:
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind", builtin->name);

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

/* The next kind to ask; kinds make no circle. */
static LsnRow
broader (LsnMap *map,
         LsnRow  kind)
{
  const LsnBuiltinKind *builtin;
  LsnRow row = lsn_map_get_reference (map, LSN_TABLE_KINDS, kind, LSN_KIND_BROADER);

  if (row != LSN_NO_ROW)
    return row;

  builtin = builtin_of (map, kind);
  return builtin != NULL ? lsn_map_find_row (map, LSN_TABLE_KINDS, builtin->broader) : LSN_NO_ROW;
}

/* Own cells cannot make a circle, but together with built-in answers for empty ones they could: so the walk is bounded. */
#define DEEPEST (2 * LSN_MAX_LEVELS)

/**
 * lsn_kind_is_a:
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
  for (guint depth = 0; kind != LSN_NO_ROW && depth < DEEPEST; kind = broader (map, kind), depth++)
    if (kind == wanted)
      return TRUE;

  return FALSE;
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
  for (guint depth = 0; kind != LSN_NO_ROW && depth < DEEPEST; kind = broader (map, kind), depth++)
    {
      const char *text = lsn_map_get_text (map, LSN_TABLE_KINDS, kind, column);
      const LsnBuiltinKind *builtin = text == NULL ? builtin_of (map, kind) : NULL;

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
  for (guint depth = 0; kind != LSN_NO_ROW && depth < DEEPEST; kind = broader (map, kind), depth++)
    {
      int answer = lsn_map_get_boolean (map, LSN_TABLE_KINDS, kind, column);
      const LsnBuiltinKind *builtin = answer < 0 ? builtin_of (map, kind) : NULL;

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
 * lsn_tie_sign:
 * @map: a map
 * @tie: a tie
 *
 * Returns: -1, 0 or +1: its own sign, else its kind's, else a broader kind's, else 0
 */
int
lsn_tie_sign (LsnMap *map,
              LsnRow  tie)
{
  double sign = lsn_map_get_number (map, LSN_TABLE_TIES, tie, LSN_TIE_SIGN);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);

  for (guint depth = 0; isnan (sign) && kind != LSN_NO_ROW && depth < DEEPEST; kind = broader (map, kind), depth++)
    {
      const LsnBuiltinKind *builtin = builtin_of (map, kind);

      sign = lsn_map_get_number (map, LSN_TABLE_KINDS, kind, LSN_KIND_SIGN);
      if (isnan (sign) && builtin != NULL && builtin->of_tie)
        sign = builtin->sign;
    }

  return isnan (sign) ? 0 : (int) sign;
}

static void
set (LsnMap   *map,
     LsnRow    kind,
     LsnColumn column,
     LsnValue  value)
{
  g_autoptr (GError) error = NULL;

  if (!lsn_map_set (map, LSN_TABLE_KINDS, kind, column, value, &error))
    g_critical ("A built-in kind cannot be: %s", error->message);
}

static void
fill_kind (LsnMap               *map,
           LsnRow                kind,
           const LsnBuiltinKind *builtin)
{
  set (map, kind, LSN_KIND_OF, lsn_value_text (builtin->of_tie ? "tie" : "actor"));
  set (map, kind, LSN_KIND_COLOUR, lsn_value_text (builtin->colour));
  if (builtin->broader != NULL)
    set (map, kind, LSN_KIND_BROADER,
         lsn_value_reference (lsn_map_find_row (map, LSN_TABLE_KINDS, builtin->broader)));

  if (!builtin->of_tie)
    {
      set (map, kind, LSN_KIND_SHAPE, lsn_value_text (builtin->shape));
      set (map, kind, LSN_KIND_SYMBOL, lsn_value_text (builtin->symbol));
      return;
    }

  set (map, kind, LSN_KIND_LINE, lsn_value_text (builtin->line));
  set (map, kind, LSN_KIND_SIGN, lsn_value_integer (builtin->sign));
  set (map, kind, LSN_KIND_DIRECTED, lsn_value_boolean (builtin->directed));
  set (map, kind, LSN_KIND_CARRIES, lsn_value_boolean (builtin->carries));
  set (map, kind, LSN_KIND_PRESSES, lsn_value_boolean (builtin->presses));
  set (map, kind, LSN_KIND_COMMANDS, lsn_value_boolean (builtin->commands));
}

/**
 * lsn_kinds_insert_builtin:
 * @map: a map that is being loaded or in a transaction
 *
 * Inserts the built-in kinds whose ids the map does not have, with empty names and meanings, which are shown translated.
 * Rows that are there are left as they are.
 */
void
lsn_kinds_insert_builtin (LsnMap *map)
{
  guint n_kinds;
  const LsnBuiltinKind *kinds = lsn_builtin_kinds (&n_kinds);
  g_autofree LsnRow *rows = g_new0 (LsnRow, n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (lsn_map_find_row (map, LSN_TABLE_KINDS, kinds[i].id) == LSN_NO_ROW)
      rows[i] = lsn_map_insert_row (map, LSN_TABLE_KINDS, kinds[i].id, NULL);

  for (guint i = 0; i < n_kinds; i++)
    if (rows[i] != LSN_NO_ROW)
      fill_kind (map, rows[i], &kinds[i]);
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
  LsnTable table = of_ties ? LSN_TABLE_TIES : LSN_TABLE_ACTORS;
  LsnColumn column = of_ties ? LSN_TIE_KIND : LSN_ACTOR_KIND;
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (Used));
  g_autofree guint8 *seen = g_new0 (guint8, lsn_map_max_row (map, LSN_TABLE_KINDS) + 1);

  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW);
       row != LSN_NO_ROW;
       row = lsn_map_next_row (map, table, row))
    {
      LsnRow kind = lsn_map_get_reference (map, table, row, column);

      if (kind != LSN_NO_ROW && !seen[kind])
        {
          Used entry = { kind, builtin_place (map, kind), lsn_kind_name (map, kind) };

          seen[kind] = TRUE;
          g_array_append_val (used, entry);
        }
    }

  g_array_sort (used, compare_used);
  for (guint i = 0; i < used->len; i++)
    g_array_append_val (kinds, g_array_index (used, Used, i).row);

  return kinds;
}
