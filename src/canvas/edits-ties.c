/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/bends.h"

/* The lines of ties: where they are bent, how they run, where they end, and where their labels stand. */

static gboolean
set_bends (LsnMap     *map,
           LsnRow      tie,
           GArray     *bends,
           const char *label,
           const char *merge_key,
           GError    **error)
{
  lsn_map_begin (map, label, merge_key);
  if (!lsn_bends_set (map, tie, (const LsnPoint *) (gpointer) bends->data, bends->len, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

/**
 * lsn_edits_add_bend:
 * @number: the new one's, counted from the source, from 0; at most how many there are
 * @error: why not: there are too many
 */
gboolean
lsn_edits_add_bend (LsnMap  *map,
                    LsnRow   tie,
                    guint    number,
                    LsnPoint at,
                    GError **error)
{
  g_autoptr (GArray) bends = lsn_bends_get (map, tie);

  g_array_insert_val (bends, MIN (number, bends->len), at);
  return set_bends (map, tie, bends, _("Bend Tie"), NULL, error);
}

/**
 * lsn_edits_move_bend:
 * @merge_key: (nullable): joins it with the movement before
 */
gboolean
lsn_edits_move_bend (LsnMap     *map,
                     LsnRow      tie,
                     guint       number,
                     LsnPoint    to,
                     const char *merge_key)
{
  g_autoptr (GArray) bends = lsn_bends_get (map, tie);

  if (number >= bends->len)
    return FALSE;
  g_array_index (bends, LsnPoint, number) = to;
  return set_bends (map, tie, bends, _("Move Bend"), merge_key, NULL);
}

/**
 * lsn_edits_remove_bend:
 * @number: of the bend, counted from the source, from 0
 *
 * Returns: whether there was such a bend
 */
gboolean
lsn_edits_remove_bend (LsnMap *map,
                       LsnRow  tie,
                       guint   number)
{
  g_autoptr (GArray) bends = lsn_bends_get (map, tie);

  if (number >= bends->len)
    return FALSE;
  g_array_remove_index (bends, number);
  return set_bends (map, tie, bends, _("Remove Bend"), NULL, NULL);
}

static gboolean
set_texts (LsnMap       *map,
           LsnTable      table,
           const LsnRow *rows,
           guint         n_rows,
           LsnColumn     column,
           const char   *text)
{
  for (guint i = 0; i < n_rows; i++)
    lsn_map_set_text (map, table, rows[i], column, text, NULL);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_straighten:
 *
 * Removes all bends of @ties.
 */
gboolean
lsn_edits_straighten (LsnMap       *map,
                      const LsnRow *ties,
                      guint         n_ties)
{
  lsn_map_begin (map, g_dngettext (GETTEXT_PACKAGE, "Straighten Tie", "Straighten Ties", n_ties), NULL);
  return set_texts (map, LSN_TABLE_TIES, ties, n_ties, LSN_TIE_BENDS, NULL);
}

/**
 * lsn_edits_set_route:
 * @ties: (nullable): %NULL for what the map says for all ties that say nothing
 * @column: %LSN_TIE_ROUTE or %LSN_TIE_FORM
 * @choice: (nullable): a choice of that column; %NULL for none
 *
 * Says how the lines of ties run.
 */
gboolean
lsn_edits_set_route (LsnMap       *map,
                     const LsnRow *ties,
                     guint         n_ties,
                     LsnColumn     column,
                     const char   *choice)
{
  LsnRow row = lsn_map_the_row (map);

  lsn_map_begin (map, column == LSN_TIE_ROUTE ? _("Route Ties") : _("Change Form of Bends"), NULL);
  if (ties != NULL)
    return set_texts (map, LSN_TABLE_TIES, ties, n_ties, column, choice);
  return set_texts (map, LSN_TABLE_MAP, &row, 1, column == LSN_TIE_ROUTE ? LSN_MAP_ROUTE : LSN_MAP_FORM, choice);
}

/**
 * lsn_edits_put_label:
 * @share: of the length of the line, from 0 at the source to 1; NaN: where there is room
 * @merge_key: (nullable): joins it with the movement before
 */
gboolean
lsn_edits_put_label (LsnMap     *map,
                     LsnRow      tie,
                     double      share,
                     const char *merge_key)
{
  lsn_map_begin (map, _("Move Label"), merge_key);
  if (isnan (share))
    lsn_map_set (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT, LSN_EMPTY, NULL);
  else
    lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT, round (CLAMP (share, 0, 1) * 1000) / 1000, NULL);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_reattach:
 * @at_target: which end
 * @actor: whom it is attached to
 * @error: why not
 *
 * The tie keeps everything else; bends too.
 */
gboolean
lsn_edits_reattach (LsnMap  *map,
                    LsnRow   tie,
                    gboolean at_target,
                    LsnRow   actor,
                    GError **error)
{
  LsnColumn column = at_target ? LSN_TIE_TARGET : LSN_TIE_SOURCE;

  if (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, column) == actor)
    return FALSE;

  lsn_map_begin (map, _("Re-Attach Tie"), NULL);
  if (!lsn_map_set_reference (map, LSN_TABLE_TIES, tie, column, actor, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

static void
swap_cells (LsnMap   *map,
            LsnRow    tie,
            LsnColumn one,
            LsnColumn other)
{
  LsnValue a = lsn_map_get (map, LSN_TABLE_TIES, tie, one);
  LsnValue b = lsn_map_get (map, LSN_TABLE_TIES, tie, other);

  lsn_map_set (map, LSN_TABLE_TIES, tie, one, b, NULL);
  lsn_map_set (map, LSN_TABLE_TIES, tie, other, a, NULL);
}

/* What counts from the source counts from the other end now, so that the line stays where it is. */
static void
turn_line (LsnMap *map,
           LsnRow  tie)
{
  g_autoptr (GArray) bends = lsn_bends_get (map, tie);
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (LsnPoint));
  double at = lsn_map_get_number (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT);

  for (guint i = bends->len; i > 0; i--)
    g_array_append_val (turned, g_array_index (bends, LsnPoint, i - 1));
  if (turned->len > 1)
    lsn_bends_set (map, tie, (const LsnPoint *) (gpointer) turned->data, turned->len, NULL);
  if (!isnan (at))
    lsn_map_set_number (map, LSN_TABLE_TIES, tie, LSN_TIE_LABEL_AT, round ((1 - at) * 1000) / 1000, NULL);
}

/**
 * lsn_edits_reverse:
 *
 * Turns ties round: the target becomes the source, and the trust of the one that of the other. Their lines stay where they are.
 */
gboolean
lsn_edits_reverse (LsnMap       *map,
                   const LsnRow *ties,
                   guint         n_ties)
{
  if (n_ties == 0)
    return FALSE;

  lsn_map_begin (map, g_dngettext (GETTEXT_PACKAGE, "Reverse Tie", "Reverse Ties", n_ties), NULL);
  for (guint i = 0; i < n_ties; i++)
    {
      swap_cells (map, ties[i], LSN_TIE_SOURCE, LSN_TIE_TARGET);
      swap_cells (map, ties[i], LSN_TIE_TRUST, LSN_TIE_TRUST_BACK);
      turn_line (map, ties[i]);
    }
  return lsn_map_commit (map);
}
