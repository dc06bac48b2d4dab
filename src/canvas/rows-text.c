/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/rows-text.h"

#include "canvas/rows-bytes.h"
#include "model/entry-line.h"
#include "model/quick-entry.h"

/* A name stands on one line. */
static char *
name_of (LsnMap *map,
         LsnRow  actor)
{
  g_autofree char *name = lsn_actor_display_name (map, actor);

  return lsn_quick_entry_quote (g_strstrip (g_strdelimit (name, "\n\r", ' ')));
}

static void
append_tie (GString *text,
            LsnMap  *map,
            LsnRow   tie)
{
  LsnRow source = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_SOURCE);
  LsnRow target = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_TARGET);
  LsnRow kind = lsn_map_get_reference (map, LSN_TABLE_TIES, tie, LSN_TIE_KIND);
  g_autofree char *connector = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (source == LSN_NO_ROW || target == LSN_NO_ROW)
    return;

  from = name_of (map, source);
  to = name_of (map, target);
  connector = lsn_connector_text (kind != LSN_NO_ROW ? lsn_kind_name (map, kind) : NULL, lsn_tie_direction (map, tie));
  g_string_append_printf (text, "%s %s %s\n", from, connector, to);
}

/**
 * lsn_rows_to_text:
 * @map: a map or a snapshot
 * @actors: (array length=n_actors): with the ties that join two of them
 * @ties: (array length=n_ties): more ties
 *
 * O(rows).
 *
 * Returns: (transfer full): a name a line, then a tie a line, as the quick entry reads them
 */
char *
lsn_rows_to_text (LsnMap       *map,
                  const LsnRow *actors,
                  guint         n_actors,
                  const LsnRow *ties,
                  guint         n_ties)
{
  g_autoptr (GArray) all = lsn_rows_ties_to_take (map, actors, n_actors, ties, n_ties);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_actors; i++)
    {
      g_autofree char *name = name_of (map, actors[i]);

      g_string_append_printf (text, "%s\n", name);
    }
  for (guint i = 0; i < all->len; i++)
    append_tie (text, map, g_array_index (all, LsnRow, i));
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
