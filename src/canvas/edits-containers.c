/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Who is in which container. */

static const char *
label_of (LsnMap       *map,
          const LsnRow *actors,
          const LsnRow *containers,
          guint         n_actors)
{
  for (guint i = 0; i < n_actors; i++)
    if (containers[i] != lsn_map_get_reference (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PARENT))
      return containers[i] != LSN_NO_ROW ? _("Move into Container") : _("Move out of Container");
  return NULL;
}

/**
 * lsn_edits_put_into:
 * @actors: (array length=n_actors): none inside another
 * @containers: (array length=n_actors): the container that each is to be in; %LSN_NO_ROW for none
 * @dx: how far they move meanwhile, in map units
 * @dy: likewise
 * @error: why not: nobody can be inside of what is inside of them; then nothing was done
 *
 * Moves actors, with what is inside them, and has them join and leave containers, as one step.
 */
gboolean
lsn_edits_put_into (LsnMap       *map,
                    const LsnRow *actors,
                    const LsnRow *containers,
                    guint         n_actors,
                    double        dx,
                    double        dy,
                    GError      **error)
{
  const char *label = label_of (map, actors, containers, n_actors);

  if (label == NULL)
    return lsn_edits_move (map, actors, n_actors, dx, dy, NULL);

  lsn_map_begin (map, label, NULL);
  for (guint i = 0; i < n_actors; i++)
    if (!lsn_map_set_reference (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PARENT, containers[i], error))
      {
        lsn_map_rollback (map);
        return FALSE;
      }
  lsn_edits_move (map, actors, n_actors, dx, dy, NULL);
  return lsn_map_commit (map);
}
