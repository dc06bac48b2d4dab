/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/kind-edits.h"

#include <glib/gi18n-lib.h>

#include "model/builtin-kinds.h"
#include "model/edit.h"
#include "model/follow.h"
#include "model/kinds.h"
#include "model/map-private.h"

/* Making, filling and replacing kinds. */

static gboolean
set (LsnMap   *map,
     LsnRow    kind,
     LsnColumn column,
     LsnValue  value,
     GError  **error)
{
  return lsn_map_set (map, LSN_TABLE_KINDS, kind, column, value, error);
}

static LsnValue
broader_of (LsnMap               *map,
            const LsnBuiltinKind *builtin)
{
  LsnRow broader = builtin->broader != NULL ? lsn_map_find_row (map, LSN_TABLE_KINDS, builtin->broader) : LSN_NO_ROW;

  return broader != LSN_NO_ROW ? lsn_value_reference (broader) : LSN_EMPTY;
}

/* Names and meanings stay empty, so that they are shown in the reader's language. */
static gboolean
fill_kind (LsnMap               *map,
           LsnRow                kind,
           const LsnBuiltinKind *builtin,
           GError              **error)
{
  if (!set (map, kind, LSN_KIND_OF, lsn_value_text (builtin->of_tie ? "tie" : "actor"), error) ||
      !set (map, kind, LSN_KIND_COLOUR, lsn_value_text (builtin->colour), error) ||
      !set (map, kind, LSN_KIND_BROADER, broader_of (map, builtin), error))
    return FALSE;

  if (!builtin->of_tie)
    return set (map, kind, LSN_KIND_SHAPE, lsn_value_text (builtin->shape), error) &&
           set (map, kind, LSN_KIND_SYMBOL, lsn_value_text (builtin->symbol), error);

  return set (map, kind, LSN_KIND_LINE, lsn_value_text (builtin->line), error) &&
         set (map, kind, LSN_KIND_SIGN, lsn_value_integer (builtin->sign), error) &&
         set (map, kind, LSN_KIND_DIRECTED, lsn_value_boolean (builtin->directed), error) &&
         set (map, kind, LSN_KIND_CARRIES, lsn_value_boolean (builtin->carries), error) &&
         set (map, kind, LSN_KIND_PRESSES, lsn_value_boolean (builtin->presses), error) &&
         set (map, kind, LSN_KIND_COMMANDS, lsn_value_boolean (builtin->commands), error);
}

/**
 * lsn_kinds_insert_builtin:
 * @map: a map that is being loaded or in a transaction
 *
 * Inserts the built-in kinds whose ids the map does not have, but for the heads, with empty names and meanings, which are
 * shown translated. Rows that are there are left as they are.
 */
void
lsn_kinds_insert_builtin (LsnMap *map)
{
  guint n_kinds;
  const LsnBuiltinKind *kinds = lsn_builtin_kinds (&n_kinds);
  g_autofree LsnRow *rows = g_new0 (LsnRow, n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (!kinds[i].is_head && lsn_map_find_row (map, LSN_TABLE_KINDS, kinds[i].id) == LSN_NO_ROW)
      rows[i] = lsn_map_insert_row (map, LSN_TABLE_KINDS, kinds[i].id, NULL);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GError) error = NULL;

      if (rows[i] != LSN_NO_ROW && !fill_kind (map, rows[i], &kinds[i], &error))
        g_critical ("A built-in kind cannot be: %s", error->message);
    }
}

/* Ends a transaction as @done says. */
static gboolean
end (LsnMap  *map,
     gboolean done)
{
  if (done)
    lsn_map_commit (map);
  else
    lsn_map_rollback (map);
  return done;
}

/**
 * lsn_kind_add:
 * @map: a map
 * @of_tie: whether of ties or of actors
 * @name: (nullable): its name; %NULL or empty for "New kind", translated
 * @error: %LSN_MODEL_ERROR
 *
 * Adds a kind of the user's own, in one transaction.
 *
 * Returns: its row; %LSN_NO_ROW and an error when the name cannot be
 */
LsnRow
lsn_kind_add (LsnMap     *map,
              gboolean    of_tie,
              const char *name,
              GError    **error)
{
  const char *own = name != NULL && *name != '\0' ? name : _("New kind");
  LsnRow kind;

  lsn_map_begin (map, C_("undo", "New Kind"), NULL);
  kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, NULL, error);
  if (!end (map, kind != LSN_NO_ROW && set (map, kind, LSN_KIND_NAME, lsn_value_text (own), error) &&
            set (map, kind, LSN_KIND_OF, lsn_value_text (of_tie ? "tie" : "actor"), error)))
    return LSN_NO_ROW;
  return kind;
}

/**
 * lsn_kind_add_builtin:
 * @map: a map
 * @id: of a built-in kind that the map has no row of: a head, or one that was removed
 * @error: %LSN_MODEL_ERROR when the id is taken
 *
 * Adds a built-in kind, in one transaction.
 *
 * Returns: its row; %LSN_NO_ROW and an error when it cannot be
 */
LsnRow
lsn_kind_add_builtin (LsnMap     *map,
                      const char *id,
                      GError    **error)
{
  const LsnBuiltinKind *builtin = lsn_builtin_kind_find (id);
  LsnRow kind;

  g_return_val_if_fail (builtin != NULL, LSN_NO_ROW);

  lsn_map_begin (map, C_("undo", "New Kind"), NULL);
  kind = lsn_map_insert_row (map, LSN_TABLE_KINDS, id, error);
  if (!end (map, kind != LSN_NO_ROW && fill_kind (map, kind, builtin, error)))
    return LSN_NO_ROW;
  return kind;
}

/* What people see of a kind is written out, as the copy has another id and so nothing built in. */
static gboolean
copy_cells (LsnMap  *map,
            LsnRow   from,
            LsnRow   to,
            GError **error)
{
  for (LsnColumn column = lsn_map_next_column (map, LSN_TABLE_KINDS, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, LSN_TABLE_KINDS, column))
    {
      LsnValue value = lsn_map_get (map, LSN_TABLE_KINDS, from, column);
      const char *text;
      g_autofree char *kept = NULL;

      if (value.kind == LSN_VALUE_EMPTY && column == LSN_KIND_MEANING &&
          (text = lsn_kind_text (map, from, column)) != NULL)
        value = lsn_value_text (text);
      if (value.kind == LSN_VALUE_TEXT)
        value.text = kept = g_strdup (value.text);
      if (column != LSN_KIND_NAME && !set (map, to, column, value, error))
        return FALSE;
    }
  return TRUE;
}

/* A head that a copy is to stand under becomes a row. */
static gboolean
copy_broader (LsnMap  *map,
              LsnRow   from,
              LsnRow   to,
              GError **error)
{
  const LsnBuiltinKind *builtin = lsn_builtin_kind_find (lsn_map_row_id (map, LSN_TABLE_KINDS, from));
  LsnRow broader;

  if (lsn_map_get_reference (map, LSN_TABLE_KINDS, from, LSN_KIND_BROADER) != LSN_NO_ROW || builtin == NULL ||
      builtin->broader == NULL)
    return TRUE;
  broader = lsn_map_find_row (map, LSN_TABLE_KINDS, builtin->broader);
  if (broader == LSN_NO_ROW)
    broader = lsn_kind_add_builtin (map, builtin->broader, error);
  return broader != LSN_NO_ROW && set (map, to, LSN_KIND_BROADER, lsn_value_reference (broader), error);
}

/**
 * lsn_kind_duplicate:
 * @map: a map
 * @kind: a kind
 * @error: %LSN_MODEL_ERROR
 *
 * Makes another kind that is as @kind is but for its name, in one transaction.
 *
 * Returns: the new row; %LSN_NO_ROW and an error when it cannot be
 */
LsnRow
lsn_kind_duplicate (LsnMap  *map,
                    LsnRow   kind,
                    GError **error)
{
  /* Translators: the name of a copy of a kind; %s is the name of the other one */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), lsn_kind_name (map, kind));
  LsnRow copy;

  lsn_map_begin (map, C_("undo", "Duplicate Kind"), NULL);
  copy = lsn_map_insert_row (map, LSN_TABLE_KINDS, NULL, error);
  if (!end (map, copy != LSN_NO_ROW && set (map, copy, LSN_KIND_NAME, lsn_value_text (name), error) &&
            copy_cells (map, kind, copy, error) && copy_broader (map, kind, copy, error)))
    return LSN_NO_ROW;
  return copy;
}

/* Every cell of @column of @table that says @kind says @by. */
static gboolean
replace_cells (LsnMap   *map,
               LsnTable  table,
               LsnColumn column,
               LsnRow    kind,
               LsnRow    by,
               GError  **error)
{
  for (LsnRow row = lsn_map_next_row (map, table, LSN_NO_ROW); row != LSN_NO_ROW;
       row = lsn_map_next_row (map, table, row))
    if (lsn_map_get_reference (map, table, row, column) == kind &&
        !lsn_map_set_reference (map, table, row, column, by, error))
      return FALSE;
  return TRUE;
}

static gboolean
replace_everywhere (LsnMap  *map,
                    LsnRow   kind,
                    LsnRow   by,
                    GError **error)
{
  gboolean of_tie = lsn_kind_is_of_tie (map, kind);
  LsnRow above = lsn_map_get_reference (map, LSN_TABLE_KINDS, kind, LSN_KIND_BROADER);

  /* What is narrower goes under the one that takes its place; this one itself may be narrower: it goes up first. */
  if (by != LSN_NO_ROW && lsn_kind_is_a (map, by, kind) &&
      !lsn_map_set_reference (map, LSN_TABLE_KINDS, by, LSN_KIND_BROADER, above, error))
    return FALSE;
  return replace_cells (map, of_tie ? LSN_TABLE_TIES : LSN_TABLE_ACTORS, of_tie ? LSN_TIE_KIND : LSN_ACTOR_KIND, kind, by,
                        error) &&
         replace_cells (map, LSN_TABLE_KINDS, LSN_KIND_BROADER, kind, by != LSN_NO_ROW ? by : above, error) &&
         lsn_views_follow (map, LSN_TABLE_KINDS, lsn_map_row_id (map, LSN_TABLE_KINDS, kind),
                           by != LSN_NO_ROW ? lsn_map_row_id (map, LSN_TABLE_KINDS, by) : NULL, error) &&
         lsn_map_remove_row (map, LSN_TABLE_KINDS, kind, error);
}

/**
 * lsn_kind_replace:
 * @map: a map
 * @kind: a kind, which is removed
 * @by: what takes its place: another kind of the same sort, or %LSN_NO_ROW for none
 * @error: %LSN_MODEL_ERROR
 *
 * Removes a kind, in one transaction. What was of that kind is of kind @by; narrower kinds go under @by, or where there is
 * none under what @kind was under. Views that ask for @kind ask for @by. O(rows).
 *
 * Returns: whether that was done; if not, everything is as it was
 */
gboolean
lsn_kind_replace (LsnMap  *map,
                  LsnRow   kind,
                  LsnRow   by,
                  GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (kind != by, FALSE);
  g_return_val_if_fail (by == LSN_NO_ROW || lsn_kind_is_of_tie (map, by) == lsn_kind_is_of_tie (map, kind), FALSE);

  id = g_strdup (lsn_map_row_id (map, LSN_TABLE_KINDS, kind));
  lsn_map_begin (map, by == LSN_NO_ROW ? C_("undo", "Remove Kind") : C_("undo", "Merge Kinds"), NULL);
  if (!end (map, replace_everywhere (map, kind, by, error)))
    return FALSE;
  lsn_map_emit_replaced (map, LSN_TABLE_KINDS, id, by != LSN_NO_ROW ? lsn_map_row_id (map, LSN_TABLE_KINDS, by) : NULL);
  return TRUE;
}

/**
 * lsn_kind_is_builtin:
 * @map: a map
 * @kind: a kind
 *
 * Returns: whether it is one of the built-in kinds, however it was changed
 */
gboolean
lsn_kind_is_builtin (LsnMap *map,
                     LsnRow  kind)
{
  return lsn_builtin_kind_find (lsn_map_row_id (map, LSN_TABLE_KINDS, kind)) != NULL;
}

/**
 * lsn_kind_reset:
 * @map: a map
 * @kind: a built-in kind
 * @error: %LSN_MODEL_ERROR when the broader kind would now be a narrower one
 *
 * Has every built-in column of a kind say again what is built in, in one transaction.
 *
 * Returns: whether that was done; if not, everything is as it was
 */
gboolean
lsn_kind_reset (LsnMap  *map,
                LsnRow   kind,
                GError **error)
{
  const LsnBuiltinKind *builtin = lsn_builtin_kind_find (lsn_map_row_id (map, LSN_TABLE_KINDS, kind));

  g_return_val_if_fail (builtin != NULL, FALSE);

  /* Translators: a built-in kind that was changed is as it was at first */
  lsn_map_begin (map, C_("undo", "Back to the Built-In Kind"), NULL);
  return end (map, set (map, kind, LSN_KIND_NAME, LSN_EMPTY, error) && set (map, kind, LSN_KIND_MEANING, LSN_EMPTY, error) &&
              fill_kind (map, kind, builtin, error));
}
