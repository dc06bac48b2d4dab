/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "model/bends.h"

#include <math.h>

#include "model/edit.h"

/* Where the ends of a bent tie were. */
typedef struct
{
  LsnRow   tie;
  LsnPoint source, target;
} Note;

/**
 * lsn_bends_get:
 *
 * Returns: (transfer full) (element-type LsnPoint): where @tie is bent, from its source to its target; empty for one that is
 *   not
 */
GArray *
lsn_bends_get (LsnMap *map,
               LsnRow  tie)
{
  GArray *bends = lsn_points_parse (lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS));

  return bends != NULL ? bends : g_array_new (FALSE, FALSE, sizeof (LsnPoint));
}

/**
 * lsn_bends_set:
 * @bends: (array length=n_bends): in map units, kept in hundredths
 * @error: why the cell does not take them: more than %LSN_MAX_POINTS, or too far away
 *
 * Within a transaction.
 */
gboolean
lsn_bends_set (LsnMap         *map,
               LsnRow          tie,
               const LsnPoint *bends,
               guint           n_bends,
               GError        **error)
{
  g_autofree char *text = lsn_points_format (bends, n_bends);

  return lsn_map_set_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS, text, error);
}

static LsnPoint
place_of (LsnMap   *map,
          LsnRow    tie,
          LsnColumn end)
{
  LsnRow actor = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, end);

  if (actor == LSN_NO_ROW)
    return (LsnPoint) { NAN, NAN }
  ;
  return (LsnPoint) { lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_X),
                      lsn_map_get_number (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_Y) };
}

static void
note_tie (LsnMap *map,
          LsnRow  tie,
          GArray *notes)
{
  Note note = { tie, place_of (map, tie, LSN_TIE_SOURCE), place_of (map, tie, LSN_TIE_TARGET) };

  if (lsn_map_get_text (map, LSN_TABLE_TIES, tie, LSN_TIE_BENDS) != NULL)
    g_array_append_val (notes, note);
}

/**
 * lsn_bends_note:
 * @actors: (nullable) (element-type LsnRow): only ties between two of these; %NULL for all ties
 *
 * To be called before actors are moved whose ties are to keep their form. Cost: O(actors and their ties), or O(ties).
 *
 * Returns: (transfer full): for lsn_bends_follow ()
 */
GArray *
lsn_bends_note (LsnMap     *map,
                GHashTable *actors)
{
  GArray        *notes = g_array_new (FALSE, FALSE, sizeof (Note));
  GHashTableIter iter;
  gpointer       actor;
  LsnRow         tie = LSN_NO_ROW;

  if (actors == NULL)
    {
      while ((tie = lsn_map_next_row (map, LSN_TABLE_TIES, tie)) != LSN_NO_ROW)
        note_tie (map, tie, notes);
      return notes;
    }

  g_hash_table_iter_init (&iter, actors);
  while (g_hash_table_iter_next (&iter, &actor, NULL))
    for (tie = LSN_NO_ROW; (tie = lsn_map_next_tie (map, GPOINTER_TO_UINT (actor), tie)) != LSN_NO_ROW;)
      if (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE) == GPOINTER_TO_UINT (actor) &&
          g_hash_table_contains (actors, GUINT_TO_POINTER (lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET))))
        note_tie (map, tie, notes);
  return notes;
}

static gboolean
is_place (LsnPoint place)
{
  return isfinite (place.x) && isfinite (place.y);
}

/* Turned and stretched as the way between the ends is: complex numbers do both at once. Exact for what is only moved. */
static void
follow_ends (GArray     *bends,
             const Note *before,
             LsnPoint    source,
             LsnPoint    target)
{
  LsnPoint old = { before->target.x - before->source.x, before->target.y - before->source.y };
  LsnPoint new = { target.x - source.x, target.y - source.y };
  double   square = old.x * old.x + old.y * old.y;
  LsnPoint turn = { 1, 0 };

  if (square > 1e-6 && hypot (new.x - old.x, new.y - old.y) > 1e-6)
    turn = (LsnPoint) { (new.x * old.x + new.y * old.y) / square, (new.y * old.x - new.x * old.y) / square }
  ;
  for (guint i = 0; i < bends->len; i++)
    {
      LsnPoint *bend = &g_array_index (bends, LsnPoint, i);
      double    x = bend->x - before->source.x, y = bend->y - before->source.y;

      *bend = (LsnPoint) { source.x + x * turn.x - y * turn.y, source.y + x * turn.y + y * turn.x };
    }
}

/**
 * lsn_bends_follow:
 * @notes: of lsn_bends_note ()
 *
 * Within the transaction that has moved actors: the bends of the noted ties go with both ends, turned and stretched as the way
 * between them is. Those that would be too far away are left where they were. Cost: O(bends).
 */
void
lsn_bends_follow (LsnMap *map,
                  GArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      Note     note = g_array_index (notes, Note, i);
      LsnPoint source = place_of (map, note.tie, LSN_TIE_SOURCE), target = place_of (map, note.tie, LSN_TIE_TARGET);
      g_autoptr (GArray) bends = NULL;

      /* A container may have no place of its own: then the other end tells. */
      if (!is_place (source) || !is_place (note.source))
        {
          source = target;
          note.source = note.target;
        }
      if (!is_place (target) || !is_place (note.target))
        {
          target = source;
          note.target = note.source;
        }
      if (!is_place (source) || !is_place (note.source) ||
          (source.x == note.source.x && source.y == note.source.y && target.x == note.target.x && target.y == note.target.y))
        continue;
      bends = lsn_bends_get (map, note.tie);
      follow_ends (bends, &note, source, target);
      lsn_bends_set (map, note.tie, (const LsnPoint *) (gpointer) bends->data, bends->len, NULL);
    }
}
