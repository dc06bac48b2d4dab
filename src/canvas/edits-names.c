/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/map-edits.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* Names that an actor bears beside its first one. */

static gboolean
insert_alias (LsnMap     *map,
              LsnRow      actor,
              const char *name,
              GError    **error)
{
  g_autofree char *clean = lsn_text_clean (name, -1, NULL);
  LsnRow alias = lsn_map_insert_row (map, LSN_TABLE_ALIASES, NULL, error);

  return alias != LSN_NO_ROW &&
         lsn_map_set_reference (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_ACTOR, actor, error) &&
         lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_TEXT, clean, error) &&
         lsn_map_set_text (map, LSN_TABLE_ALIASES, alias, LSN_ALIAS_USE, "name", error);
}

/**
 * lsn_edits_add_alias:
 * @name: another name of @actor; what no cell can hold is replaced by U+FFFD
 * @error: why the cell does not take it; then nothing was changed
 */
gboolean
lsn_edits_add_alias (LsnMap     *map,
                     LsnRow      actor,
                     const char *name,
                     GError    **error)
{
  lsn_map_begin (map, C_("undo", "Add Another Name"), NULL);
  if (!insert_alias (map, actor, name, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}

/**
 * lsn_edits_rename_keeping:
 * @name: the new name of @actor, which has one
 * @error: why a cell does not take it; then nothing was changed
 *
 * Renames an actor, whose old name becomes another name of it.
 */
gboolean
lsn_edits_rename_keeping (LsnMap     *map,
                          LsnRow      actor,
                          const char *name,
                          GError    **error)
{
  const char *old = lsn_map_get_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME);
  g_autofree char *kept = g_strdup (old != NULL ? old : "");
  g_autofree char *clean = lsn_text_clean (name, -1, NULL);

  lsn_map_begin (map, _("Rename Actor"), NULL);
  if ((*kept != '\0' && !insert_alias (map, actor, kept, error)) ||
      !lsn_map_set_text (map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_NAME, clean, error))
    {
      lsn_map_rollback (map);
      return FALSE;
    }
  return lsn_map_commit (map);
}
