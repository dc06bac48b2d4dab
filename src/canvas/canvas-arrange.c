/* SPDX-FileCopyrightText: The Liaison contributors
 * SPDX-License-Identifier: MIT
 */

#include "canvas/canvas-private.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "canvas/map-edits.h"
#include "canvas/travel.h"
#include "canvas/turn-popover.h"
#include "scene/arrange.h"

/* What the keyboard and the menus do to put several actors in order. Who is pinned stays, and the others go by them. */

#define ROOM_STEP 40.0 /* units */

/* The selected actors, without what is inside others of them, as they are drawn. */
static GArray *
arranged_actors (LsnCanvas *self,
                 GArray   **boxes,
                 guint     *n_held)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);
  g_autoptr (GArray) outermost = lsn_edits_outermost (self->map, rows, n_rows);
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (LsnRow));

  lsn_canvas_ensure_scene (self);
  *boxes = g_array_new (FALSE, FALSE, sizeof (LsnArranged));
  *n_held = 0;
  for (guint i = 0; i < outermost->len && self->scene != NULL; i++)
    {
      LsnRow      actor = g_array_index (outermost, LsnRow, i);
      LsnArranged arranged = { .held = lsn_edits_is_held (self->map, actor) };

      if (!lsn_scene_actor_body (self->scene, actor, &arranged.box, NULL))
        continue;
      *n_held += arranged.held;
      g_array_append_val (actors, actor);
      g_array_append_val (*boxes, arranged);
    }
  return actors;
}

static void
say_held (LsnCanvas *self,
          guint      n_held,
          guint      n_actors)
{
  g_autofree char *words = NULL;

  if (n_held == n_actors)
    {
      lsn_canvas_say (self, FALSE, _("All selected actors are pinned. Unpin those that are to move."));
      return;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pinned actor stayed where it is",
                                        "%u pinned actors stayed where they are",
                                        n_held), n_held);
  lsn_canvas_say (self, TRUE, words);
}

/* Asks @arrange how far each actor moves, and moves them. */
static void
move_arranged (LsnCanvas *self,
               const char *label,
               guint least,
               const char *too_few,
               void      (*arrange)(const LsnArranged *boxes, guint n_boxes, int how, LsnPoint *by),
               int         how)
{
  guint n_held;
  g_autoptr (GArray) boxes = NULL;
  g_autoptr (GArray) actors = arranged_actors (self, &boxes, &n_held);
  g_autofree LsnPoint *by = g_new0 (LsnPoint, MAX (1, actors->len));

  if (actors->len < least)
    {
      lsn_canvas_say (self, FALSE, too_few);
      return;
    }
  arrange ((const LsnArranged *) (gpointer) boxes->data, boxes->len, how, by);
  lsn_edits_move_each (self->map, (const LsnRow *) (gpointer) actors->data, by, actors->len, label);
  if (n_held > 0)
    say_held (self, n_held, actors->len);
}

static void
line_up (const LsnArranged *boxes,
         guint              n_boxes,
         int                how,
         LsnPoint          *by)
{
  lsn_arrange_line_up (boxes, n_boxes, how, by);
}

static void
distribute (const LsnArranged *boxes,
            guint              n_boxes,
            int                how,
            LsnPoint          *by)
{
  lsn_arrange_distribute (boxes, n_boxes, how, by);
}

static void
align (LsnCanvas  *self,
       const char *side)
{
  static const char *const sides[] = { "left", "centre", "right", "top", "middle", "bottom", NULL };

  for (int i = 0; sides[i] != NULL; i++)
    if (g_str_equal (side, sides[i]))
      move_arranged (self, _("Align Actors"), 2, _("Select at least two actors to align them."), line_up, i);
}

/* ---- rotating and scaling ---- */

static void
on_turn_cb (LsnTurnPopover *popover,
            double          degrees,
            double          percent,
            LsnCanvas      *self)
{
  guint         n_rows;
  const LsnRow *rows = lsn_selection_rows (self->selection, LSN_TABLE_ACTORS, &n_rows);
  guint         n_held;
  g_autoptr (GArray) boxes = NULL;
  g_autoptr (GArray) actors = arranged_actors (self, &boxes, &n_held);

  if (actors->len == 0)
    return;
  lsn_edits_turn (self->map, rows, n_rows, self->asked_at, degrees, percent / 100);
  if (n_held > 0)
    say_held (self, n_held, actors->len);
}

static void
ask_turn (LsnCanvas *self)
{
  guint n_held;
  g_autoptr (GArray) boxes = NULL;
  g_autoptr (GArray) actors = arranged_actors (self, &boxes, &n_held);
  LsnBox     all;
  GtkWidget *popover;

  if (actors->len < 2)
    {
      lsn_canvas_say (self, FALSE, _("Select at least two actors to rotate or scale how they stand."));
      return;
    }
  all = g_array_index (boxes, LsnArranged, 0).box;
  for (guint i = 1; i < boxes->len; i++)
    {
      LsnBox box = g_array_index (boxes, LsnArranged, i).box;
      double x = MIN (all.x, box.x), y = MIN (all.y, box.y);

      all = (LsnBox) { x, y, MAX (all.x + all.width, box.x + box.width) - x, MAX (all.y + all.height, box.y + box.height) - y };
    }
  popover = lsn_turn_popover_new ();
  g_signal_connect (popover, "turn", G_CALLBACK (on_turn_cb), self);
  lsn_canvas_ask (self, popover, (LsnPoint) { all.x + all.width / 2, all.y + all.height / 2 });
}

/* ---- room ---- */

static void
begin_room (LsnCanvas *self)
{
  self->makes_room = TRUE;
  lsn_canvas_update_cursor (self);
  lsn_canvas_say (self, FALSE, _("Drag across the map to make room: all beyond the line moves."));
}

static void
make_room_beyond (LsnCanvas  *self,
                  const char *word)
{
  LsnRow    actor = lsn_canvas_focused_actor (self);
  LsnTravel way;
  LsnPoint  vector;
  LsnBox    body;
  gboolean  down;

  lsn_canvas_ensure_scene (self);
  if (!lsn_travel_from_word (word, &way))
    return;
  if (actor == LSN_NO_ROW || self->scene == NULL || !lsn_scene_actor_body (self->scene, actor, &body, NULL))
    {
      lsn_canvas_say (self, FALSE, _("Go to an actor first: room is made beside it."));
      return;
    }
  vector = lsn_travel_vector (way);
  down = vector.y != 0;
  lsn_edits_make_room (self->map, down, down ? body.y + body.height / 2 : body.x + body.width / 2,
                       ROOM_STEP * (vector.x + vector.y), "canvas-make-room");
}

/* ---- the actions ---- */

static void
set_order (LsnCanvas *self,
           gboolean   to_front)
{
  static const LsnTable tables[] = { LSN_TABLE_ACTORS, LSN_TABLE_NOTES };

  lsn_map_begin (self->map, to_front ? _("Bring to Front") : _("Send to Back"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      guint         n_rows;
      const LsnRow *rows = lsn_selection_rows (self->selection, tables[i], &n_rows);

      if (n_rows > 0)
        lsn_edits_set_order (self->map, tables[i], rows, n_rows, to_front);
    }
  lsn_map_commit (self->map);
}

void
lsn_canvas_arrange (LsnCanvas  *self,
                    const char *name,
                    GVariant   *parameter)
{
  if (g_str_equal (name, "canvas.align"))
    align (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "canvas.distribute"))
    move_arranged (self, _("Distribute Actors"), 3, _("Select at least three actors to space them evenly."), distribute,
                   g_str_equal (g_variant_get_string (parameter, NULL), "down"));
  else if (g_str_equal (name, "canvas.to-front"))
    set_order (self, TRUE);
  else if (g_str_equal (name, "canvas.to-back"))
    set_order (self, FALSE);
  else if (g_str_equal (name, "canvas.turn"))
    ask_turn (self);
  else if (g_str_equal (name, "canvas.make-room"))
    begin_room (self);
  else if (g_str_equal (name, "canvas.make-room-beyond"))
    make_room_beyond (self, g_variant_get_string (parameter, NULL));
}
