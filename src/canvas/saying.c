/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/* What was done, for the window's toasts: in the past tense and with how much. */

/* @n_actors, @n_ties and @n_notes: how many the map had before. */
void
lsn_canvas_say_deleted (LsnCanvas *self,
                        guint      n_actors,
                        guint      n_ties,
                        guint      n_notes)
{
  guint gone_notes = n_notes - lsn_map_n_rows (self->map, LSN_TABLE_NOTES);
  guint gone_actors = n_actors - lsn_map_n_rows (self->map, LSN_TABLE_ACTORS);
  guint gone_ties = n_ties - lsn_map_n_rows (self->map, LSN_TABLE_TIES);
  g_autofree char *sentence = NULL;

  if (gone_notes > 0 && gone_actors + gone_ties == 0)
    /* Translators: %u is how many notes, callouts and frames were deleted */
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted %u note", "Deleted %u notes", gone_notes), gone_notes);
  else if (gone_notes > 0)
    /* Translators: the plural goes by %3$u; say %1$u and %2$u so that they fit any number */
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "Deleted %3$u note; actors deleted: %1$u; ties deleted: %2$u",
                                             "Deleted %3$u notes; actors deleted: %1$u; ties deleted: %2$u", gone_notes),
                                gone_actors, gone_ties, gone_notes);
  else if (gone_ties == 0)
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted %u actor", "Deleted %u actors", gone_actors),
                                gone_actors);
  else if (gone_actors == 0)
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted %u tie", "Deleted %u ties", gone_ties), gone_ties);
  else
    /* Translators: the plural goes by %1$u; say %2$u so that it fits any number */
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Deleted %1$u actor; ties deleted: %2$u",
                                             "Deleted %1$u actors; ties deleted: %2$u", gone_actors),
                                gone_actors, gone_ties);
  lsn_canvas_say (self, TRUE, sentence);
}

void
lsn_canvas_say_pinned (LsnCanvas *self,
                       guint      n_actors,
                       gboolean   pinned)
{
  g_autofree char *sentence = NULL;

  if (pinned)
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Pinned %u actor", "Pinned %u actors", n_actors), n_actors);
  else
    sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Unpinned %u actor", "Unpinned %u actors", n_actors),
                                n_actors);
  lsn_canvas_say (self, TRUE, sentence);
}
