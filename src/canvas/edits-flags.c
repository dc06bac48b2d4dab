/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is pinned, what is collapsed, and who has a picture. */

static gboolean
set_flag (LsnMap       *map,
          const LsnRow *actors,
          guint         n_actors,
          LsnColumn     column,
          gboolean      value)
{
  for (guint i = 0; i < n_actors; i++)
    if ((lsn_map_get_boolean (map, LSN_TABLE_ACTORS, actors[i], column) == 1) != value)
      lsn_map_set_boolean (map, LSN_TABLE_ACTORS, actors[i], column, value, NULL);
  return lsn_map_commit (map);
}

/**
 * lsn_edits_set_pinned:
 * @pinned: whether layouts leave @actors where they are
 */
gboolean
lsn_edits_set_pinned (LsnMap       *map,
                      const LsnRow *actors,
                      guint         n_actors,
                      gboolean      pinned)
{
  lsn_map_begin (map, pinned ? g_dngettext (GETTEXT_PACKAGE, "Pin Actor", "Pin Actors", n_actors)
                             : g_dngettext (GETTEXT_PACKAGE, "Unpin Actor", "Unpin Actors", n_actors), NULL);
  return set_flag (map, actors, n_actors, LSN_ACTOR_PINNED, pinned);
}

typedef struct
{
  double x0, y0, x1, y1;
} Bounds;

static void
extend_over_inside (LsnMap *map,
                    LsnRow  container,
                    Bounds *bounds)
{
  for (LsnRow child = LSN_NO_ROW; (child = lsn_map_next_child (map, container, child)) != LSN_NO_ROW;)
    {
      double x = lsn_map_get_number (map, LSN_TABLE_ACTORS, child, LSN_ACTOR_X);
      double y = lsn_map_get_number (map, LSN_TABLE_ACTORS, child, LSN_ACTOR_Y);

      if (lsn_map_is_container (map, child))
        extend_over_inside (map, child, bounds);
      else if (isfinite (x) && isfinite (y))
        *bounds = (Bounds) { fmin (bounds->x0, x), fmin (bounds->y0, y), fmax (bounds->x1, x), fmax (bounds->y1, y) }
      ;
    }
}

/* A frame stands where its inside is, whatever its own cells say; the symbol it becomes must stand there too. */
static void
place_amid_inside (LsnMap *map,
                   LsnRow  container)
{
  Bounds bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  extend_over_inside (map, container, &bounds);
  if (bounds.x0 > bounds.x1)
    return;
  lsn_map_set_number (map, LSN_TABLE_ACTORS, container, LSN_ACTOR_X, (bounds.x0 + bounds.x1) / 2, NULL);
  lsn_map_set_number (map, LSN_TABLE_ACTORS, container, LSN_ACTOR_Y, (bounds.y0 + bounds.y1) / 2, NULL);
}

/**
 * lsn_edits_set_collapsed:
 * @collapsed: whether each container among @actors is drawn as one actor, amid the places of what is inside
 */
gboolean
lsn_edits_set_collapsed (LsnMap       *map,
                         const LsnRow *actors,
                         guint         n_actors,
                         gboolean      collapsed)
{
  g_autoptr (GArray) containers = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; i < n_actors; i++)
    if (lsn_map_is_container (map, actors[i]))
      g_array_append_val (containers, actors[i]);
  if (containers->len == 0)
    return FALSE;

  lsn_map_begin (map, collapsed ? g_dngettext (GETTEXT_PACKAGE, "Collapse Container", "Collapse Containers",
                                               containers->len)
                                : g_dngettext (GETTEXT_PACKAGE, "Expand Container", "Expand Containers",
                                               containers->len), NULL);
  for (guint i = 0; collapsed && i < containers->len; i++)
    if (lsn_map_get_boolean (map, LSN_TABLE_ACTORS, g_array_index (containers, LsnRow, i), LSN_ACTOR_COLLAPSED) != 1)
      place_amid_inside (map, g_array_index (containers, LsnRow, i));
  return set_flag (map, (const LsnRow *) (gpointer) containers->data, containers->len, LSN_ACTOR_COLLAPSED, collapsed);
}

/**
 * lsn_edits_set_picture:
 * @uri: (nullable): what a cell of pictures holds; %NULL for none
 */
gboolean
lsn_edits_set_picture (LsnMap       *map,
                       const LsnRow *actors,
                       guint         n_actors,
                       const char   *uri,
                       GError      **error)
{
  lsn_map_begin (map, uri != NULL ? g_dngettext (GETTEXT_PACKAGE, "Set Picture", "Set Pictures", n_actors)
                                  : g_dngettext (GETTEXT_PACKAGE, "Remove Picture", "Remove Pictures", n_actors), NULL);
  for (guint i = 0; i < n_actors; i++)
    if (!lsn_map_set_text (map, LSN_TABLE_ACTORS, actors[i], LSN_ACTOR_PICTURE, uri, error))
      {
        lsn_map_rollback (map);
        return FALSE;
      }
  return lsn_map_commit (map);
}
