/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "config.h"

#include "model/identity.h"

#include <glib/gi18n-lib.h>

#include "model/edit.h"
#include "model/follow.h"
#include "model/kinds.h"
#include "model/map-private.h"
#include "model/merge-cells.h"
#include "model/names.h"

/* ---- what differs ---- */

/* Where an actor stands, and how it is drawn there, is no fact that could be in conflict; its name becomes another name. */
static gboolean
can_conflict (LsnColumn            column,
              const LsnColumnSpec *spec)
{
  return column != LSN_ACTOR_NAME && column != LSN_ACTOR_PINNED && column != LSN_ACTOR_COLLAPSED && !spec->hidden &&
         !spec->multiline && !spec->computed;
}

/* A container that is among the actors itself says nothing about where the one actor is. */
static gboolean
is_among (LsnValue      value,
          const LsnRow *actors,
          guint         n_actors)
{
  for (guint i = 0; i < n_actors; i++)
    if (value.kind == LSN_VALUE_REFERENCE && value.row == actors[i])
      return TRUE;
  return FALSE;
}

static LsnValue
claim_of (LsnMap       *map,
          const LsnRow *actors,
          guint         n_actors,
          LsnRow        actor,
          LsnColumn     column)
{
  LsnValue value = lsn_map_get (map, LSN_TABLE_ACTORS, actor, column);

  return column == LSN_ACTOR_PARENT && is_among (value, actors, n_actors) ? (LsnValue) { .kind = LSN_VALUE_EMPTY } : value;
}

/**
 * lsn_actors_conflicts:
 * @actors: (array length=n_actors): that are to be one
 *
 * Returns: (transfer full) (element-type LsnConflict): where they say different things; none for texts of several lines,
 *   which are joined, and for places
 */
GArray *
lsn_actors_conflicts (LsnMap       *map,
                      const LsnRow *actors,
                      guint         n_actors)
{
  return lsn_conflicts_find (map, LSN_TABLE_ACTORS, actors, n_actors, can_conflict, claim_of);
}

/* ---- two are one ---- */

/* What is not taken stands in the notes, with who said it, if it can be said in words. */
static gboolean
note_loser (LsnMap   *map,
            LsnRow    into,
            LsnRow    loser,
            LsnColumn column,
            GError  **error)
{
  const LsnColumnSpec *spec = lsn_map_column_spec (map, LSN_TABLE_ACTORS, column);
  g_autofree char     *value = lsn_cell_in_words (map, LSN_TABLE_ACTORS, loser, column);
  g_autofree char     *name = lsn_actor_display_name (map, loser);
  /* Translators: a note about an actor that another was merged into: %1$s is a column, %2$s what it said, %3$s the other's
   * name: "Power: 0.4 (The palace)" */
  g_autofree char     *note = g_strdup_printf (_("%1$s: %2$s (%3$s)"), lsn_column_label (spec), value, name);

  if (spec->type == LSN_TYPE_IMAGE)
    return TRUE;

  return lsn_cells_append_note (map, LSN_TABLE_ACTORS, into, LSN_ACTOR_NOTES, note, error);
}

static gboolean
merge_conflict (LsnMap            *map,
                LsnRow             into,
                const LsnConflict *conflict,
                GHashTable        *choices,
                GError           **error)
{
  LsnRow winner = g_array_index (conflict->rows, LsnRow, 0);

  if (choices != NULL && g_hash_table_contains (choices, GUINT_TO_POINTER (conflict->column)))
    winner = GPOINTER_TO_UINT (g_hash_table_lookup (choices, GUINT_TO_POINTER (conflict->column)));

  for (guint i = 0; i < conflict->rows->len; i++)
    {
      LsnRow   row = g_array_index (conflict->rows, LsnRow, i);
      gboolean differs = !lsn_value_equal (lsn_map_get (map, LSN_TABLE_ACTORS, row, conflict->column),
                                           lsn_map_get (map, LSN_TABLE_ACTORS, winner, conflict->column));

      if (differs && !note_loser (map, into, row, conflict->column, error))
        return FALSE;
    }
  return lsn_map_set (map, LSN_TABLE_ACTORS, into, conflict->column,
                      lsn_map_get (map, LSN_TABLE_ACTORS, winner, conflict->column), error);
}

static gboolean
fill_cells (LsnMap  *map,
            LsnRow   into,
            LsnRow   other,
            GError **error)
{
  for (LsnColumn column = lsn_map_next_column (map, LSN_TABLE_ACTORS, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, LSN_TABLE_ACTORS, column))
    {
      const LsnColumnSpec *spec = lsn_map_column_spec (map, LSN_TABLE_ACTORS, column);
      LsnValue             value = lsn_map_get (map, LSN_TABLE_ACTORS, other, column);
      gboolean             is_empty = lsn_map_get (map, LSN_TABLE_ACTORS, into, column).kind == LSN_VALUE_EMPTY;
      gboolean             is_done = TRUE;

      /* A container is the matter of leave_container (). */
      if (value.kind == LSN_VALUE_EMPTY || column == LSN_ACTOR_PARENT)
        continue;
      if (is_empty)
        is_done = lsn_map_set (map, LSN_TABLE_ACTORS, into, column, value, error);
      else if (spec->multiline && !spec->computed)
        is_done = lsn_cells_append_note (map, LSN_TABLE_ACTORS, into, column, value.text, error);
      if (!is_done)
        return FALSE;
    }
  return TRUE;
}

/* The one actor is in the container of the first that was in one, but in none that becomes itself or is inside it. */
static gboolean
choose_container (LsnMap       *map,
                  LsnRow        into,
                  const LsnRow *others,
                  guint         n_others,
                  GError      **error)
{
  LsnRow parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, into, LSN_ACTOR_PARENT);

  for (guint i = 0; i <= n_others; i++)
    {
      gboolean is_free = parent != LSN_NO_ROW && !lsn_map_is_inside (map, parent, into);

      for (guint j = 0; is_free && j < n_others; j++)
        is_free = !lsn_map_is_inside (map, parent, others[j]);
      if (is_free)
        break;
      parent = i < n_others ? lsn_map_get_reference (map, LSN_TABLE_ACTORS, others[i], LSN_ACTOR_PARENT) : LSN_NO_ROW;
    }
  return lsn_map_set_reference (map, LSN_TABLE_ACTORS, into, LSN_ACTOR_PARENT, parent, error);
}

static gboolean
has_name (LsnMap     *map,
          LsnRow      actor,
          const char *name)
{
  g_autoptr (LsnNameIndex) index = lsn_name_index_new (map);
  g_autoptr (GArray)       hits = lsn_name_index_find (index, name);

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, LsnNameHit, i).actor == actor)
      return TRUE;
  return FALSE;
}

static gboolean
add_alias (LsnMap     *map,
           LsnRow      actor,
           const char *name,
           GError    **error)
{
  LsnRow alias;

  if (name == NULL || has_name (map, actor, name))
    return TRUE;

  alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, NULL, error);
  return alias != LSN_NO_ROW &&
         lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, actor, error) &&
         lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, name, error) &&
         lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_USE, "name", error);
}

static gboolean
merge_one (LsnMap  *map,
           LsnRow   into,
           LsnRow   other,
           GError **error)
{
  g_autofree char *name = g_strdup (lsn_map_get_text (map, LSN_TABLE_ACTORS, other, LSN_ACTOR_NAME));

  return fill_cells (map, into, other, error) &&
         lsn_cells_take_over (map, LSN_TABLE_ACTORS, into, other, error) &&
         add_alias (map, into, name, error) &&
         lsn_views_follow (map, LSN_TABLE_ACTORS, lsn_map_row_id (map, LSN_TABLE_ACTORS, other),
                           lsn_map_row_id (map, LSN_TABLE_ACTORS, into), error) &&
         lsn_map_remove_row (map, LSN_TABLE_ACTORS, other, error);
}

static gboolean
merge_all (LsnMap       *map,
           LsnRow        into,
           const LsnRow *others,
           guint         n_others,
           GHashTable   *choices,
           GError      **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (GArray) conflicts = NULL;

  g_array_append_val (all, into);
  g_array_append_vals (all, others, n_others);
  conflicts = lsn_actors_conflicts (map, (const LsnRow *) (gpointer) all->data, all->len);
  if (!choose_container (map, into, others, n_others, error))
    return FALSE;
  for (guint i = 0; i < conflicts->len; i++)
    {
      const LsnConflict *conflict = &g_array_index (conflicts, LsnConflict, i);

      if (conflict->column != LSN_ACTOR_PARENT && !merge_conflict (map, into, conflict, choices, error))
        return FALSE;
    }
  for (guint i = 0; i < n_others; i++)
    if (!merge_one (map, into, others[i], error))
      return FALSE;
  return TRUE;
}

/**
 * lsn_actors_merge:
 * @into: the actor that stays
 * @others: (array length=n_others): the same actor, under other names; without @into
 * @choices: (nullable): column -> the actor whose cell is taken where they differ; without one, the first that is known,
 *   @into before @others
 *
 * Makes several actors one. All their ties, other names and members are then those of @into, and so is each cell that it
 * had not; texts of several lines are joined, and a cell that is not taken becomes a line of the notes. A tie between them
 * becomes a tie of @into to itself. Views that name one of @others name @into. O(rows of the map) for each of @others.
 */
gboolean
lsn_actors_merge (LsnMap       *map,
                  LsnRow        into,
                  const LsnRow *others,
                  guint         n_others,
                  GHashTable   *choices,
                  GError      **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_others; i++)
    g_ptr_array_add (ids, g_strdup (lsn_map_row_id (map, LSN_TABLE_ACTORS, others[i])));
  lsn_map_begin (map, C_("undo", "Merge Actors"), NULL);
  if (!merge_all (map, into, others, n_others, choices, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  lsn_map_commit (map);
  for (guint i = 0; i < ids->len; i++)
    lsn_map_emit_replaced (map, LSN_TABLE_ACTORS, g_ptr_array_index (ids, i), lsn_map_row_id (map, LSN_TABLE_ACTORS, into));
  return TRUE;
}

/* ---- one is two ---- */

static gboolean
copy_cells (LsnMap  *map,
            LsnRow   from,
            LsnRow   to,
            GError **error)
{
  for (LsnColumn column = lsn_map_next_column (map, LSN_TABLE_ACTORS, LSN_NO_COLUMN); column != LSN_NO_COLUMN;
       column = lsn_map_next_column (map, LSN_TABLE_ACTORS, column))
    if (!lsn_map_set (map, LSN_TABLE_ACTORS, to, column, lsn_map_get (map, LSN_TABLE_ACTORS, from, column), error))
      return FALSE;
  return TRUE;
}

static gboolean
hand_over_ends (LsnMap  *map,
                LsnRow   tie,
                LsnRow   from,
                LsnRow   to,
                GError **error)
{
  static const LsnColumn ends[] = { LSN_TIE_SOURCE, LSN_TIE_TARGET };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, ends[i]) == from &&
        !lsn_map_set_reference (map, LSN_TABLE_TIES, tie, ends[i], to, error))
      return FALSE;
  return TRUE;
}

static gboolean
split_in_two (LsnMap       *map,
              LsnRow        actor,
              LsnRow        twin,
              const char   *name,
              const LsnRow *ties,
              guint         n_ties,
              GError      **error)
{
  if (!copy_cells (map, actor, twin, error) ||
      !lsn_map_set_text (map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_NAME, name, error) ||
      !lsn_map_set_boolean (map, LSN_TABLE_ACTORS, twin, LSN_ACTOR_COLLAPSED, -1, error))
    return FALSE;
  for (guint i = 0; i < n_ties; i++)
    if (!hand_over_ends (map, ties[i], actor, twin, error))
      return FALSE;
  return TRUE;
}

/**
 * lsn_actor_split:
 * @actor: who turns out to be two
 * @name: of the other one
 * @ties: (array length=n_ties): those of @actor that are the other's
 *
 * Makes another actor with the cells of @actor, at the same place, and gives it those ties. What is inside @actor and its
 * other names stay.
 *
 * Returns: the new actor; %LSN_NO_ROW and an error when it cannot be
 */
LsnRow
lsn_actor_split (LsnMap       *map,
                 LsnRow        actor,
                 const char   *name,
                 const LsnRow *ties,
                 guint         n_ties,
                 GError      **error)
{
  LsnRow twin;

  lsn_map_begin (map, C_("undo", "Split Actor"), NULL);
  twin = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, error);
  if (twin == LSN_NO_ROW || !split_in_two (map, actor, twin, name, ties, n_ties, error))
    {
      lsn_map_rollback (map);
      return LSN_NO_ROW;
    }
  lsn_map_commit (map);
  return twin;
}
