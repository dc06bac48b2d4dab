/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/touched.h"

#include "model/kinds.h"

static const LsnTable pictured[] = { LSN_TABLE_ACTORS, LSN_TABLE_TIES };

void
lsn_touched_init (LsnTouched *touched)
{
  *touched = (LsnTouched) { g_byte_array_new (), g_byte_array_new (), 0, 0 };
}

void
lsn_touched_finish (LsnTouched *touched)
{
  g_clear_pointer (&touched->actors, g_byte_array_unref);
  g_clear_pointer (&touched->ties, g_byte_array_unref);
}

void
lsn_touched_clear (LsnTouched *touched)
{
  g_byte_array_set_size (touched->actors, 0);
  g_byte_array_set_size (touched->ties, 0);
  touched->n_actors = touched->n_ties = 0;
}

static void
make_room (GByteArray *flags,
           guint       n)
{
  guint before = flags->len;

  if (n <= before)
    return;

  g_byte_array_set_size (flags, n);
  memset (flags->data + before, 0, n - before);
}

/* Whether it was not touched before. */
static gboolean
touch (LsnTouched *touched,
       LsnTable    table,
       LsnRow      row)
{
  GByteArray *flags = table == LSN_TABLE_ACTORS ? touched->actors : touched->ties;

  make_room (flags, row + 1);
  if (row == LSN_NO_ROW || flags->data[row] != 0)
    return FALSE;

  flags->data[row] = 1;
  *(table == LSN_TABLE_ACTORS ? &touched->n_actors : &touched->n_ties) += 1;
  return TRUE;
}

static void
touch_ties_of (LsnTouched *touched,
               LsnMap     *map,
               LsnRow      actor)
{
  LsnRow tie = LSN_NO_ROW;

  while ((tie = lsn_map_next_tie (map, actor, tie)) != LSN_NO_ROW)
    touch (touched, LSN_TABLE_TIES, tie);
}

/* With what holds it, whose frame follows it, and the ties of all of them. */
static void
touch_actor (LsnTouched *touched,
             LsnMap     *map,
             LsnRow      actor)
{
  touch (touched, LSN_TABLE_ACTORS, actor);
  if (map == NULL || !lsn_map_has_row (map, LSN_TABLE_ACTORS, actor))
    return;

  touch_ties_of (touched, map, actor);
  for (LsnRow at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT); at != LSN_NO_ROW;
       at = lsn_map_get_reference (map, LSN_TABLE_ACTORS, at, LSN_ACTOR_PARENT))
    if (touch (touched, LSN_TABLE_ACTORS, at))
      touch_ties_of (touched, map, at);
}

/* What a container shows or hides when it is opened or closed. */
static void
touch_inside (LsnTouched *touched,
              LsnMap     *map,
              LsnRow      container)
{
  LsnRow child = LSN_NO_ROW;

  while ((child = lsn_map_next_child (map, container, child)) != LSN_NO_ROW)
    {
      touch_actor (touched, map, child);
      touch_inside (touched, map, child);
    }
}

static void
note_rows (LsnTouched   *touched,
           LsnMap       *map,
           LsnTable      table,
           const LsnRow *rows,
           guint         n_rows)
{
  for (guint i = 0; i < n_rows && map != NULL; i++)
    if (table == LSN_TABLE_ACTORS)
      touch_actor (touched, map, rows[i]);
    else
      touch (touched, LSN_TABLE_TIES, rows[i]);
}

/* A kind may look otherwise, and so all that are of it or of a kind that has it above it. O(rows). */
static void
note_kinds (LsnTouched   *touched,
            LsnMap       *map,
            const LsnRow *kinds,
            guint         n_kinds)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  if (n_kinds == 0)
    return;

  for (LsnRow kind = LSN_NO_ROW; (kind = lsn_map_next_row (map, LSN_TABLE_KINDS, kind)) != LSN_NO_ROW;)
    for (guint i = 0; i < n_kinds; i++)
      if (kinds[i] == kind || (lsn_map_has_row (map, LSN_TABLE_KINDS, kinds[i]) && lsn_kind_is_a (map, kind, kinds[i])))
        g_hash_table_add (set, GUINT_TO_POINTER (kind));
  for (guint i = 0; i < G_N_ELEMENTS (pictured); i++)
    {
      LsnColumn column = pictured[i] == LSN_TABLE_ACTORS ? LSN_ACTOR_KIND : LSN_TIE_KIND;

      for (LsnRow row = LSN_NO_ROW; (row = lsn_map_next_row (map, pictured[i], row)) != LSN_NO_ROW;)
        if (g_hash_table_contains (set, GUINT_TO_POINTER (lsn_map_get_reference (map, pictured[i], row, column))))
          touch (touched, pictured[i], row);
    }
}

/**
 * lsn_touched_note:
 * @map: as it is now
 * @shown: (nullable): as the picture shows it
 *
 * Cost: O(rows changed and the ties of actors that were), O(rows) when kinds were.
 */
void
lsn_touched_note (LsnTouched *touched,
                  LsnMap     *map,
                  LsnMap     *shown,
                  LsnChanges *changes)
{
  const LsnRow *(*const lists[]) (LsnChanges *, LsnTable, guint *) = { lsn_changes_inserted, lsn_changes_removed,
                                                                       lsn_changes_altered };
  const LsnRow *rows;
  guint         n_rows;

  for (guint i = 0; i < G_N_ELEMENTS (pictured); i++)
    make_room (pictured[i] == LSN_TABLE_ACTORS ? touched->actors : touched->ties, lsn_map_max_row (map, pictured[i]) + 1);
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (pictured); i++)
        {
          rows = lists[list] (changes, pictured[i], &n_rows);
          note_rows (touched, map, pictured[i], rows, n_rows);
        }
      rows = lists[list] (changes, LSN_TABLE_KINDS, &n_rows);
      note_kinds (touched, map, rows, n_rows);
    }

  /* The frames that they were in are others too. */
  rows = lsn_changes_removed (changes, LSN_TABLE_ACTORS, &n_rows);
  note_rows (touched, shown, LSN_TABLE_ACTORS, rows, n_rows);
  rows = lsn_changes_altered (changes, LSN_TABLE_ACTORS, &n_rows);
  if (lsn_changes_touch_column (changes, LSN_TABLE_ACTORS, LSN_ACTOR_PARENT))
    note_rows (touched, shown, LSN_TABLE_ACTORS, rows, n_rows);
  if (lsn_changes_touch_column (changes, LSN_TABLE_ACTORS, LSN_ACTOR_COLLAPSED))
    for (guint i = 0; i < n_rows; i++)
      touch_inside (touched, map, rows[i]);
}
