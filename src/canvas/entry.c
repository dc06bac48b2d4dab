/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/map-edits.h"
#include "canvas/places.h"
#include "model/report.h"

#define MOST_PUT 300 /* new actors that get places of their own */

/* Lines that were typed or pasted become actors and ties that stand somewhere. */

/* Who is new is selected, or else all who were named. */
static void
select_named (LsnCanvas     *self,
              LsnQuickEntry *entry,
              GArray        *made)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  for (guint i = 0; made->len == 0 && i < lsn_quick_entry_n_actors (entry); i++)
    g_array_append_val (named, lsn_quick_entry_actor (entry, i)->actor);
  if (made->len > 0)
    g_array_append_vals (named, made->data, made->len);
  lsn_selection_set (self->selection, (const LsnRow *) (gpointer) named->data, named->len, NULL, 0);
  lsn_canvas_show_actors (self, (const LsnRow *) (gpointer) named->data, named->len);
}

/* Places are found by what was drawn before, so that what has none does not count as standing anywhere. */
gboolean
lsn_canvas_take_entry_at (LsnCanvas     *self,
                          LsnQuickEntry *entry,
                          const char    *label,
                          LsnPoint       wish,
                          GError       **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  g_autoptr (LsnPlaces) places = NULL;
  g_autoptr (LsnScene) before = NULL;

  lsn_canvas_end_naming (self);
  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return FALSE;

  before = lsn_scene_ref (self->scene);
  places = lsn_places_new (self->map, before, self->texts);
  lsn_map_begin (self->map, label, NULL);
  if (!lsn_quick_entry_apply (entry, self->map, lsn_canvas_get_next_kind (self), made, error))
    {
      lsn_map_rollback (self->map);
      return FALSE;
    }
  lsn_places_put (places, (const LsnRow *) (gpointer) made->data, made->len, wish);
  lsn_map_commit (self->map);
  select_named (self, entry, made);
  return TRUE;
}

/**
 * lsn_canvas_take_entry:
 * @entry: ready, read for the canvas's map as it is now
 * @error: why it was not taken; then nothing was changed
 *
 * Makes what the lines name, in one step: new actors get free places near what they are tied to, in the middle of the view
 * when that is nothing, and are selected. Nothing else moves.
 */
gboolean
lsn_canvas_take_entry (LsnCanvas     *self,
                       LsnQuickEntry *entry,
                       GError       **error)
{
  g_return_val_if_fail (LSN_IS_CANVAS (self) && self->map != NULL, FALSE);
  g_return_val_if_fail (lsn_quick_entry_is_ready (entry), FALSE);

  return lsn_canvas_take_entry_at (self, entry, C_("undo", "Quick Entry"), lsn_canvas_middle (self), error);
}

/**
 * lsn_canvas_put_new:
 * @actors: (array length=n_actors): that have no place yet
 *
 * Within the transaction that has made them: gives them free places near the middle of the view, or near what they are tied to.
 * lsn_canvas_get_scene () before it began brings the picture up to date, without which they get none; nor do so many that
 * a layout has to find their places.
 */
void
lsn_canvas_put_new (LsnCanvas    *self,
                    const LsnRow *actors,
                    guint         n_actors)
{
  g_autoptr (LsnScene) before = NULL;
  g_autoptr (LsnPlaces) places = NULL;

  g_return_if_fail (LSN_IS_CANVAS (self));

  if (self->scene == NULL || n_actors > MOST_PUT)
    return;

  before = lsn_scene_ref (self->scene);
  places = lsn_places_new (self->map, before, self->texts);
  lsn_places_put (places, actors, n_actors, lsn_canvas_middle (self));
}

/* Takes lines that were pasted; what has to be asked about them is asked where lines are typed. */
void
lsn_canvas_paste_lines (LsnCanvas  *self,
                        const char *text,
                        LsnPoint    wish)
{
  g_autoptr (GArray) palette = lsn_edits_palette (self->map);
  g_autoptr (LsnReport) report = lsn_report_new ();
  g_autoptr (LsnQuickEntry) entry = lsn_quick_entry_parse (self->map, text, (const LsnRow *) (gpointer) palette->data,
                                                           palette->len, report);
  g_autoptr (GError) error = NULL;

  if (lsn_report_has_errors (report) || (lsn_quick_entry_n_actors (entry) > 0 && !lsn_quick_entry_is_ready (entry)))
    lsn_canvas_ask_entry (self, text);
  else if (lsn_quick_entry_is_ready (entry))
    lsn_canvas_take_entry_at (self, entry, _("Paste"), wish, &error);
  lsn_canvas_say_error (self, error);
}
