/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/bends.h"
#include "model/callouts.h"

/* The cells that are set here hold any value of their type, and the rows are checked before: a refusal is no case that a
 * user could meet, so that the transaction simply leaves such a cell as it was. */

static LsnRow
insert_actor (LsnMap *map,
              double  x,
              double  y,
              LsnRow  kind)
{
  LsnRow actor = lsn_map_insert_row (map, LSN_TABLE_ACTORS, NULL, NULL);

  if (actor == LSN_NO_ROW)
    return LSN_NO_ROW;

  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X, x, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y, y, NULL);
  if (kind != LSN_NO_ROW)
    lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_KIND, kind, NULL);
  return actor;
}

static LsnRow
insert_tie (LsnMap *map,
            LsnRow  source,
            LsnRow  target,
            LsnRow  kind)
{
  LsnRow tie = lsn_map_insert_row (map, LSN_TABLE_TIES, NULL, NULL);

  if (tie == LSN_NO_ROW)
    return LSN_NO_ROW;

  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE, source, NULL);
  lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET, target, NULL);
  if (kind != LSN_NO_ROW)
    lsn_map_set_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND, kind, NULL);
  return tie;
}

/**
 * lsn_edits_add_actor:
 * @x: of its centre, in map units
 * @y: of its centre
 * @kind: or %LSN_NO_ROW for not known
 * @merge_key: (nullable): joins the naming of the actor with its making
 *
 * Returns: the new actor, without a name
 */
LsnRow
lsn_edits_add_actor (LsnMap     *map,
                     double      x,
                     double      y,
                     LsnRow      kind,
                     const char *merge_key)
{
  LsnRow actor;

  lsn_map_begin (map, _("Add Actor"), merge_key);
  actor = insert_actor (map, x, y, kind);
  lsn_map_commit (map);
  return actor;
}

/**
 * lsn_edits_add_tied_actor:
 * @from: the actor that the new one is tied to
 * @kind: of the tie
 * @is_reversed: whether the tie goes from the new one to @from
 * @merge_key: (nullable): joins the naming of the actor with its making
 *
 * The new actor stands in the same container as @from.
 *
 * Returns: the new actor
 */
LsnRow
lsn_edits_add_tied_actor (LsnMap     *map,
                          LsnRow      from,
                          double      x,
                          double      y,
                          LsnRow      kind,
                          gboolean    is_reversed,
                          const char *merge_key)
{
  LsnRow actor, parent;

  lsn_map_begin (map, _("Add Tied Actor"), merge_key);
  actor = insert_actor (map, x, y, LSN_NO_ROW);
  parent = lsn_map_get_reference (map, LSN_TABLE_ACTORS, from, LSN_ACTOR_PARENT);
  if (parent != LSN_NO_ROW)
    lsn_map_set_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT, parent, NULL);
  insert_tie (map, is_reversed ? actor : from, is_reversed ? from : actor, kind);
  lsn_map_commit (map);
  return actor;
}

/**
 * lsn_edits_add_tie:
 * @source: an actor
 * @target: an actor; may be @source
 *
 * Returns: the new tie
 */
LsnRow
lsn_edits_add_tie (LsnMap *map,
                   LsnRow  source,
                   LsnRow  target,
                   LsnRow  kind)
{
  LsnRow tie;

  lsn_map_begin (map, g_dngettext (GETTEXT_PACKAGE, "Add Tie", "Add Ties", 1), NULL);
  tie = insert_tie (map, source, target, kind);
  lsn_map_commit (map);
  return tie;
}

/**
 * lsn_edits_tie_actors:
 * @targets: actors; @source among them is passed over
 *
 * Returns: how many ties were made
 */
guint
lsn_edits_tie_actors (LsnMap       *map,
                      LsnRow        source,
                      const LsnRow *targets,
                      guint         n_targets,
                      LsnRow        kind)
{
  guint n_made = 0;

  lsn_map_begin (map, g_dngettext (GETTEXT_PACKAGE, "Add Tie", "Add Ties", n_targets), NULL);
  for (guint i = 0; i < n_targets; i++)
    if (targets[i] != source && insert_tie (map, source, targets[i], kind) != LSN_NO_ROW)
      n_made++;
  lsn_map_commit (map);
  return n_made;
}

/**
 * lsn_edits_rename:
 * @table: actors (the name) or ties (the label)
 * @name: empty for none; what no cell can hold is replaced by U+FFFD
 * @merge_key: (nullable): as for lsn_edits_add_actor()
 * @error: why the cell does not take it
 */
gboolean
lsn_edits_rename (LsnMap     *map,
                  LsnTable    table,
                  LsnRow      row,
                  const char *name,
                  const char *merge_key,
                  GError    **error)
{
  LsnColumn   column = table == LSN_TABLE_ACTORS ? LSN_ACTOR_NAME : LSN_TIE_LABEL;
  const char *old = lsn_map_get_text (map, table, row, column);
  g_autofree char *clean = lsn_text_clean (name, -1, NULL);

  if (g_strcmp0 (old != NULL ? old : "", clean) == 0)
    return FALSE;

  lsn_map_begin (map, table == LSN_TABLE_ACTORS ? _("Rename Actor") : _("Label Tie"), merge_key);
  if (!lsn_map_set_text (map, table, row, column, clean, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

static void
add_with_inside (LsnMap     *map,
                 LsnRow      actor,
                 GHashTable *seen,
                 GArray     *all)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  g_array_append_val (todo, actor);
  while (todo->len > 0)
    {
      LsnRow row = g_array_index (todo, LsnRow, todo->len - 1);

      g_array_set_size (todo, todo->len - 1);
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (row)))
        continue;
      g_array_append_val (all, row);
      for (LsnRow child = lsn_map_next_child (map, row, LSN_NO_ROW); child != LSN_NO_ROW;
           child = lsn_map_next_child (map, row, child))
        g_array_append_val (todo, child);
    }
}

/**
 * lsn_edits_with_inside:
 *
 * Returns: (transfer full) (element-type LsnRow): @actors and all that is inside them, each once
 */
GArray *
lsn_edits_with_inside (LsnMap       *map,
                       const LsnRow *actors,
                       guint         n_actors)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    if (lsn_map_has_row (map, LSN_TABLE_ACTORS, actors[i]))
      add_with_inside (map, actors[i], seen, all);
  return all;
}

static void
move_cell (LsnMap   *map,
           LsnRow    actor,
           LsnColumn column,
           double    by)
{
  double old = lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, column);

  if (!isnan (old))
    lsn_map_set_number (map, LSN_TABLE_ACTORS, actor, column, old + by, NULL);
}

/**
 * lsn_edits_move:
 * @actors: what is inside them moves with them, and so do the bends of ties between two that move
 * @dx: map units
 * @dy: map units
 * @merge_key: (nullable): joins it with the move before
 *
 * Cost: O(actors that move and their ties).
 */
gboolean
lsn_edits_move (LsnMap       *map,
                const LsnRow *actors,
                guint         n_actors,
                double        dx,
                double        dy,
                const char   *merge_key)
{
  g_autoptr (GArray) all = lsn_edits_with_inside (map, actors, n_actors);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) bent = NULL;
  g_autoptr (LsnCallouts) callouts = NULL;
  g_autofree char *label = NULL;

  if (all->len == 0 || (dx == 0 && dy == 0))
    return FALSE;

  /* Translators: %u is how many actors are moved together */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Actor", "Move %u Actors", n_actors), n_actors);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (moved, GUINT_TO_POINTER (g_array_index (all, LsnRow, i)));
  bent = lsn_bends_note (map, moved);
  callouts = lsn_callouts_note (map);
  lsn_map_begin (map, label, merge_key);
  for (guint i = 0; i < all->len; i++)
    {
      move_cell (map, g_array_index (all, LsnRow, i), LSN_ACTOR_X, dx);
      move_cell (map, g_array_index (all, LsnRow, i), LSN_ACTOR_Y, dy);
    }
  lsn_bends_follow (map, bent);
  lsn_callouts_follow (map, callouts);
  return lsn_map_commit (map);
}

static char *
delete_label (guint n_actors,
              guint n_ties)
{
  if (n_actors == 0)
    /* Translators: %u is how many ties are deleted together */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Tie", "Delete %u Ties", n_ties), n_ties);

  /* Translators: %u is how many actors are deleted together; ties may go with them */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u Actor", "Delete %u Actors", n_actors), n_actors);
}

static gboolean
remove_rows (LsnMap       *map,
             LsnTable      table,
             const LsnRow *rows,
             guint         n_rows,
             GError      **error)
{
  for (guint i = 0; i < n_rows; i++)
    if (lsn_map_has_row (map, table, rows[i]) && !lsn_map_remove_row (map, table, rows[i], error))
      return FALSE;
  return TRUE;
}

/**
 * lsn_edits_delete:
 * @label: (nullable): what to call it; %NULL for "Delete ..."
 * @error: why a row could not be removed; then nothing was
 *
 * Ties of deleted actors go with them; what was inside of them stays.
 */
gboolean
lsn_edits_delete (LsnMap       *map,
                  const LsnRow *actors,
                  guint         n_actors,
                  const LsnRow *ties,
                  guint         n_ties,
                  const char   *label,
                  GError      **error)
{
  g_autofree char *own_label = NULL;

  if (n_actors + n_ties == 0)
    return FALSE;

  own_label = delete_label (n_actors, n_ties);
  lsn_map_begin (map, label != NULL ? label : own_label, NULL);
  if (!remove_rows (map, LSN_TABLE_TIES, ties, n_ties, error) ||
      !remove_rows (map, LSN_TABLE_ACTORS, actors, n_actors, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

/**
 * lsn_edits_set_kind:
 * @table: actors or ties
 * @kind: of that table, or %LSN_NO_ROW for not known
 */
gboolean
lsn_edits_set_kind (LsnMap       *map,
                    LsnTable      table,
                    const LsnRow *rows,
                    guint         n_rows,
                    LsnRow        kind)
{
  LsnColumn column = table == LSN_TABLE_ACTORS ? LSN_ACTOR_KIND : LSN_TIE_KIND;

  if (n_rows == 0)
    return FALSE;

  lsn_map_begin (map, _("Set Kind"), NULL);
  for (guint i = 0; i < n_rows; i++)
    lsn_map_set_reference (map, table, rows[i], column, kind, NULL);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_set_direction:
 *
 * Says for each of @ties whether it runs one way, both ways or has no direction.
 */
gboolean
lsn_edits_set_direction (LsnMap       *map,
                         const LsnRow *ties,
                         guint         n_ties,
                         LsnDirection  direction)
{
  static const char *const words[] = { "forward", "mutual", "none" };

  if (n_ties == 0)
    return FALSE;

  lsn_map_begin (map, _("Set Direction"), NULL);
  for (guint i = 0; i < n_ties; i++)
    lsn_map_set_text (map, LSN_TABLE_TIES, ties[i], LSN_TIE_DIRECTION, words[direction], NULL);
  return lsn_map_commit (map);
}

static gboolean
has_parent_among (LsnMap       *map,
                  LsnRow        actor,
                  const LsnRow *actors,
                  guint         n_actors)
{
  for (guint i = 0; i < n_actors; i++)
    if (actors[i] != actor && lsn_map_is_inside (map, actor, actors[i]))
      return TRUE;
  return FALSE;
}

/**
 * lsn_edits_group:
 * @actors: those that are inside another of them stay there
 * @x: where the container stands when it is collapsed, in map units
 * @y: likewise
 *
 * Puts actors into a new container, which stands in the container that the first of them was in.
 *
 * Returns: the container
 */
LsnRow
lsn_edits_group (LsnMap       *map,
                 const LsnRow *actors,
                 guint         n_actors,
                 double        x,
                 double        y)
{
  LsnRow container, above;

  if (n_actors == 0)
    return LSN_NO_ROW;

  lsn_map_begin (map, _("Make Container"), NULL);
  above = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actors[0], LSN_ACTOR_PARENT);
  container = insert_actor (map, x, y, LSN_NO_ROW);
  if (above != LSN_NO_ROW && !has_parent_among (map, actors[0], actors, n_actors))
    lsn_map_set_reference (map, LSN_TABLE_ACTORS, container, LSN_ACTOR_PARENT, above, NULL);
  for (guint i = 0; i < n_actors; i++)
    if (!has_parent_among (map, actors[i], actors, n_actors))
      lsn_map_set_reference (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PARENT, container, NULL);
  lsn_map_commit (map);
  return container;
}

static gboolean
holds (GArray *rows,
       LsnRow  row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, LsnRow, i) == row)
      return TRUE;
  return FALSE;
}

/**
 * lsn_edits_palette:
 *
 * Returns: (transfer full) (element-type LsnRow): the kinds of ties that the keys 1 to 9 stand for, in their order; fewer when
 *   the map has fewer
 */
GArray *
lsn_edits_palette (LsnMap *map)
{
  static const char *const usual[] = {
    "influence", "mediation", "negotiation", "pressure", "back-channel", "alliance", "support", "conflict", "contact",
  };
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      LsnRow kind = lsn_map_find_row (map, LSN_TABLE_KINDS, usual[i]);

      if (kind != LSN_NO_ROW && lsn_kind_is_of_tie (map, kind))
        g_array_append_val (kinds, kind);
    }
  for (LsnRow kind = lsn_map_next_row (map, LSN_TABLE_KINDS, LSN_NO_ROW); kind != LSN_NO_ROW && kinds->len < 9;
       kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind))
    if (lsn_kind_is_of_tie (map, kind) && !holds (kinds, kind))
      g_array_append_val (kinds, kind);
  return kinds;
}
