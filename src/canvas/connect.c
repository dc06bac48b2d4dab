/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas/connect-popover.h"
#include "canvas/map-edits.h"
#include "canvas/places.h"
#include "model/report.h"

/* Ties from the selected actors to whom the keyboard names. */

static void
say_done (LsnCanvas         *self,
          LsnConnectPopover *popover,
          LsnRow             actor)
{
  g_autofree char *name = lsn_actor_display_name (self->map, actor);
  /* Translators: said when a tie has been made by its name; %s is the actor that it leads to */
  g_autofree char *words = g_strdup_printf (_("Connected to %s"), name);
  guint         n_sources;
  const LsnRow *sources = lsn_connect_popover_get_sources (popover, &n_sources);

  lsn_selection_set (self->selection, sources, n_sources, NULL, 0);
  lsn_connect_popover_say (popover, words);
}

static void
insert_ties (LsnCanvas         *self,
             LsnConnectPopover *popover,
             LsnRow             actor,
             LsnRow             kind)
{
  guint         n_sources;
  const LsnRow *sources = lsn_connect_popover_get_sources (popover, &n_sources);

  for (guint i = 0; i < n_sources; i++)
    if (sources[i] != actor && lsn_map_has_row (self->map, LSN_TABLE_ACTORS, sources[i]))
      lsn_map_insert_tie (self->map, NULL, sources[i], actor, kind, NULL);
}

/* Somebody new stands in the container that the first of those is in whom it is tied to. */
static LsnRow
insert_new (LsnCanvas         *self,
            LsnConnectPopover *popover,
            const char        *name,
            LsnRow             kind,
            GError           **error)
{
  g_autofree char *clean = lsn_text_clean (name, -1, NULL);
  g_autoptr (LsnScene) before = lsn_scene_ref (self->scene);
  g_autoptr (LsnPlaces) places = lsn_places_new (self->map, before, self->texts);
  guint  n_sources;
  LsnRow first = lsn_connect_popover_get_sources (popover, &n_sources)[0];
  LsnRow actor = lsn_map_insert_actor (self->map, NULL, clean, LSN_NO_ROW, NAN, NAN, error);

  if (actor == LSN_NO_ROW)
    return LSN_NO_ROW;

  lsn_map_set_reference (self->map, LSN_TABLE_ACTORS, actor, LSN_ACTOR_PARENT,
                         lsn_map_get_reference (self->map, LSN_TABLE_ACTORS, first, LSN_ACTOR_PARENT), NULL);
  insert_ties (self, popover, actor, kind);
  lsn_places_put (places, &actor, 1, lsn_canvas_middle (self));
  return actor;
}

static void
on_connect_cb (LsnConnectPopover *popover,
               guint              actor,
               const char        *name,
               guint              kind,
               LsnCanvas         *self)
{
  g_autoptr (GError) error = NULL;
  LsnRow to = actor;

  lsn_canvas_ensure_scene (self);
  if (self->scene == NULL)
    return;

  if (actor != LSN_NO_ROW)
    {
      lsn_map_begin (self->map, g_dngettext (GETTEXT_PACKAGE, "Add Tie", "Add Ties", 1), NULL);
      insert_ties (self, popover, actor, kind);
    }
  else
    {
      lsn_map_begin (self->map, _("Add Tied Actor"), NULL);
      to = insert_new (self, popover, name, kind, &error);
    }
  lsn_map_commit (self->map);
  lsn_canvas_say_error (self, error);
  if (to == LSN_NO_ROW)
    return;

  lsn_canvas_ensure_scene (self);
  lsn_canvas_show_row (self, LSN_TABLE_ACTORS, to);
  say_done (self, popover, to);
}

/* The line as somebody would type it who names the source. */
static char *
line_of (LsnCanvas  *self,
         LsnRow      source,
         const char *line)
{
  g_autofree char *name = lsn_actor_display_name (self->map, source);
  g_autofree char *quoted = lsn_quick_entry_quote (name);

  return g_strconcat (quoted, strchr (line, ' '), NULL);
}

/* Reads the line for one of the sources, which its first name stands for. */
static LsnQuickEntry *
read_for (LsnCanvas  *self,
          LsnRow      source,
          const char *line,
          LsnRow      last)
{
  g_autoptr (GArray) palette = lsn_edits_palette (self->map);
  g_autoptr (LsnReport) report = lsn_report_new ();
  LsnQuickEntry *entry = lsn_quick_entry_parse (self->map, line, (const LsnRow *) (gpointer) palette->data, palette->len,
                                                report);
  guint n_actors = lsn_quick_entry_n_actors (entry);

  if (n_actors > 1)
    {
      lsn_quick_entry_decide (entry, 0, source);
      lsn_quick_entry_decide (entry, n_actors - 1, last);
    }
  return entry;
}

static void
on_connect_line_cb (LsnConnectPopover *popover,
                    const char        *line,
                    guint              last,
                    LsnCanvas         *self)
{
  guint         n_sources;
  const LsnRow *sources = lsn_connect_popover_get_sources (popover, &n_sources);
  g_autoptr (GError) error = NULL;
  LsnRow to = last;

  lsn_map_begin (self->map, C_("undo", "Quick Entry"), NULL);
  for (guint i = 0; i < n_sources && error == NULL; i++)
    {
      g_autoptr (LsnQuickEntry) entry = read_for (self, sources[i], line, to);
      guint n_rows = lsn_map_n_rows (self->map, LSN_TABLE_ACTORS);

      if (!lsn_quick_entry_is_ready (entry))
        {
          g_autofree char *whole = line_of (self, sources[i], line);

          lsn_map_rollback (self->map);
          gtk_popover_popdown (GTK_POPOVER (popover));
          lsn_canvas_ask_entry (self, whole);
          return;
        }
      if (!lsn_canvas_take_entry_at (self, entry, C_("undo", "Quick Entry"), lsn_canvas_middle (self), &error))
        break;
      /* Who was new for the first of them is the same for the others. */
      if (to == LSN_NO_ROW && lsn_map_n_rows (self->map, LSN_TABLE_ACTORS) > n_rows)
        to = lsn_map_max_row (self->map, LSN_TABLE_ACTORS);
    }
  lsn_map_commit (self->map);
  lsn_canvas_say_error (self, error);
  if (error == NULL && to != LSN_NO_ROW)
    say_done (self, popover, to);
}

static void
on_kind_cb (LsnConnectPopover *popover,
            guint              kind,
            LsnCanvas         *self)
{
  lsn_canvas_set_next_kind (self, kind);
}

/* Asks whom the selected actors are to be tied to, the focused one first. */
void
lsn_canvas_connect_selected (LsnCanvas *self)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (LsnRow));
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);
  LsnRow        focused = lsn_canvas_focused_actor (self);
  GtkWidget    *popover;

  if (focused != LSN_NO_ROW && lsn_selection_contains (self->selection, LSN_TABLE_ACTORS, focused))
    g_array_append_val (sources, focused);
  for (guint i = 0; i < n_rows; i++)
    if (sources->len == 0 || rows[i] != g_array_index (sources, LsnRow, 0))
      g_array_append_val (sources, rows[i]);
  if (sources->len == 0)
    return;

  lsn_canvas_ensure_scene (self);
  lsn_canvas_show_row (self, LSN_TABLE_ACTORS, g_array_index (sources, LsnRow, 0));
  popover = lsn_connect_popover_new (self->map, sources, lsn_canvas_get_next_kind (self));
  g_signal_connect (popover, "connect", G_CALLBACK (on_connect_cb), self);
  g_signal_connect (popover, "connect-line", G_CALLBACK (on_connect_line_cb), self);
  g_signal_connect (popover, "kind", G_CALLBACK (on_kind_cb), self);
  lsn_canvas_ask_about (self, popover, g_array_index (sources, LsnRow, 0));
}
